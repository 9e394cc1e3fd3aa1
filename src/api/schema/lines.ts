/** What a page first needs of a record: its lines without the sentences they rest on, and the times that it has. */
import { z } from "@hono/zod-openapi";
import { EntryLine, FigurePoint } from "./entry.ts";
import { count } from "./parts.ts";
import { Offer } from "./record.ts";

export const LinesAnswer = z
  .object({
    entries: z.array(EntryLine).readonly(),
    offers: z.array(Offer).readonly(),
    conflicts: count.describe("Corrections that no longer go with the evidence."),
  })
  .openapi("Lines");

export const SeriesAnswer = z
  .object({
    series: z
      .array(z.object({ entry: z.string(), points: z.array(FigurePoint).readonly() }))
      .readonly()
      .describe("Of each figure that has been given more than once, what it was given as."),
  })
  .openapi("Series");

export const MomentsAnswer = z
  .object({
    days: z
      .array(
        z.object({
          day: z.string(),
          reports: count,
          entries: count.describe("Entries that were first told on it."),
        }),
      )
      .readonly()
      .describe("Days of publication that have reports, earliest first: steps of asOf."),
    fetches: z
      .array(
        z.object({ at: z.string(), reports: count, changes: count.describe("Revisions of the record.") }),
      )
      .readonly()
      .describe("Times after which more was known, earliest first: steps of knownAt."),
  })
  .openapi("Moments");

export type { EntryLine } from "./entry.ts";

export type MomentsAnswer = z.infer<typeof MomentsAnswer>;
export type LinesAnswer = z.infer<typeof LinesAnswer>;
export type SeriesAnswer = z.infer<typeof SeriesAnswer>;
