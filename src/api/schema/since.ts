/** The shapes of what changed since a reader last looked, and of the brief. */
import { z } from "@hono/zod-openapi";
import { count, instant, Span, When } from "./parts.ts";

/** A name, or what a browser calls itself: chosen by who reads, shown as text. */
const reader = z.string().trim().min(1).max(100).describe("A name, or an id that a browser made for itself.");

export const NewsKind = z.enum([
  "revised",
  "contradicted",
  "withdrawn",
  "superseded",
  "overdue",
  "corroborated",
  "new",
]);

export const SinceQuery = z.object({
  reader,
  lang: When.shape.lang,
  asOf: When.shape.asOf,
  knownAt: When.shape.knownAt.describe("Taken for now; all that is known when absent."),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe("At most so many of each kind."),
});

export const News = z
  .object({
    kind: NewsKind.describe("The weightiest of `kinds`."),
    kinds: z.array(NewsKind).readonly(),
    entries: z.array(z.string()).readonly().describe("The one that the sentence is about first."),
    sentence: z.string().describe("Holds text from outside: to be shown as text."),
    cut: Span.extend({ language: z.string() })
      .optional()
      .describe("What of the sentence is cut from a report, by offsets into it, and the report's language."),
    at: z.string().describe("When the last of the changes holds."),
    knownAt: z.string(),
    origins: count,
    isRemark: z.boolean().describe("Only a statement, or background."),
    evidence: z
      .array(Span.extend({ report: z.string(), quote: z.string().describe("Equals the slice.") }))
      .readonly(),
  })
  .openapi("News");

export const SinceAnswer = z
  .object({
    situation: z.string(),
    reader: z.string(),
    seenAt: instant.optional().describe("Absent where the reader has not looked before: all of it is new."),
    upTo: instant
      .optional()
      .describe("All that was known then is told here: what to send to /seen; absent as of a day."),
    counts: z.partialRecord(NewsKind, count).describe("Of each kind, also what the limit left out."),
    passing: count.describe("Lines that were told and taken back in between."),
    news: z.array(News).readonly().describe("By kind, the newest of each first."),
  })
  .openapi("Since");

export const SeenRequest = z.object({
  reader,
  seenAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("What /since gave as upTo; all that is known when absent."),
});

export const SeenAnswer = z
  .object({ situation: z.string(), reader: z.string(), seenAt: instant })
  .openapi("Seen");

export const BriefQuery = When.extend({
  format: z.enum(["text", "md", "html", "pdf"]).default("html"),
  since: When.shape.knownAt.describe("Begins with what changed since then; of a day, since its end."),
  reader: reader.optional().describe("Begins with what changed since this reader last looked."),
  from: z.iso.date().optional().describe("Only what was published or is told to have happened from then on."),
  to: z.iso.date().optional(),
  all: z.enum(["true", "false"]).default("false").describe("Every line, however many."),
});

export type SinceAnswer = z.infer<typeof SinceAnswer>;
export type SeenAnswer = z.infer<typeof SeenAnswer>;
