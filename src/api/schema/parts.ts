/**
 * What many shapes are made of, and the parameters that many requests share. Every shape that goes over the wire stands once in
 * this folder: they validate requests, make the OpenAPI document, and type the handlers and the browser app. Where a shape is
 * that of view/, the compiler holds the two together.
 */
import { z } from "@hono/zod-openapi";
import { languages } from "../../view/words/language.ts";

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const time = z.string().describe("ISO 8601; a day alone where no time is known");

/** A time of ours: when something was fetched, made or seen. */
export const instant = z.string().describe("ISO 8601 in UTC");

export const count = z.int().nonnegative();

export const Span = z
  .object({ start: count, end: count })
  .describe("UTF-16 offsets into the report's text, end excluded")
  .openapi("Span");

const id = z.string().min(1).max(200);

export const SituationId = z.object({
  situation: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[a-z0-9-]+$/u, "small letters, digits and hyphens"),
});

export const EntryId = SituationId.extend({ entry: id });

export const ReportId = z.object({ report: id });

/** A day that exists, or a time of it. */
export const moment = z
  .string()
  .max(40)
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/u,
    "a day as 2031-04-02 or a time as 2031-04-02T10:00:00Z",
  )
  .refine(exists, "a day that exists");

export const lang = z
  .enum(languages)
  .optional()
  .describe("Of the words around what is cut from reports; else as Accept-Language asks, else English.");

export const When = z.object({
  lang,
  asOf: moment.optional().describe("Leaves out what was published later."),
  knownAt: moment.optional().describe("Leaves out what was fetched later."),
});

export const Kind = z.enum(["event", "figure", "position", "legal-basis", "expectation", "statement"]);

export const day = moment.refine((value) => value.length === 10, "a day as 2031-04-02");

export const number = z.number().nullable();

export const ids = list(z.string());

export type Kind = z.infer<typeof Kind>;
export type Span = z.infer<typeof Span>;

function exists(value: string): boolean {
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}
