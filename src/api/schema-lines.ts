/** The entries of a record as a page lists them: what they say and rest on, without the sentences themselves. */
import { z } from "@hono/zod-openapi";
import { Entry, Offer } from "./schema.ts";

export const EntryLine = Entry.omit({ evidence: true, originIds: true, actorRefs: true }).openapi(
  "EntryLine",
);

export const LinesAnswer = z
  .object({
    entries: z.array(EntryLine).readonly(),
    offers: z.array(Offer).readonly(),
    conflicts: z.int().nonnegative().describe("Corrections that no longer go with the evidence."),
  })
  .openapi("Lines");

export type EntryLine = z.infer<typeof EntryLine>;
export type LinesAnswer = z.infer<typeof LinesAnswer>;
