/** The shapes of reports that a reader hands over. */
import { z } from "@hono/zod-openapi";

/** Of all files of one request together. */
export const largestUpload = 200_000_000;
const mostFiles = 500;
const mostAddresses = 100;

/** A field of a form stands there once, several times, or not at all. */
const several = (value: unknown) => (value === undefined ? [] : [value].flat());

export const AddRequest = z
  .object({
    file: z
      .preprocess(several, z.array(z.instanceof(File)).max(mostFiles).readonly())
      .openapi({ type: "array", items: { type: "string", format: "binary" } })
      .describe("Saved pages, texts, PDF, mail, mailboxes, WARC or WACZ: what `sitrep add` takes."),
    address: z
      .preprocess(several, z.array(z.string().trim().min(1).max(2000)).max(mostAddresses).readonly())
      .openapi({ type: "array", items: { type: "string" } })
      .describe("Of pages, http or https."),
    published: z
      .preprocess((value) => (value === "" ? undefined : value), z.iso.date().optional())
      .openapi({ type: "string", format: "date" })
      .describe("The day of publication of reports that state none."),
  })
  .openapi("AddRequest");

export const AddAnswer = z
  .object({
    outcomes: z
      .array(
        z.object({
          input: z.string().describe("The file's name, or the address."),
          ok: z.boolean(),
          report: z.string().optional().describe("Id of the report that it became."),
          message: z.string().optional().describe("Why it could not be read."),
        }),
      )
      .readonly()
      .describe("In the order of the inputs, files first; an archive or a mailbox has many."),
    reports: z.int().nonnegative().describe("Reports in the situation now."),
  })
  .openapi("AddAnswer");
export type AddAnswer = z.infer<typeof AddAnswer>;
