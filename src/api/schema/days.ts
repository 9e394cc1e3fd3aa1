/** The shapes of a situation's key days. */
import { z } from "@hono/zod-openapi";
import { Span, When } from "./parts.ts";

export const DaysQuery = When.extend({
  days: z.coerce.number().int().min(1).max(100).default(8).describe("So many days at most."),
  sentences: z.coerce.number().int().min(1).max(10).default(1).describe("So many of each at most."),
});

export const DaysAnswer = z
  .object({
    days: z
      .array(
        z.object({
          day: z.string(),
          origins: z.int().nonnegative().describe("Independent origins that name it."),
          sentences: z
            .array(
              Span.extend({
                report: z.string(),
                quote: z.string().describe("Equals the slice."),
                entry: z.string().optional().describe("An entry that rests on it."),
              }),
            )
            .readonly()
            .describe("Most telling first."),
        }),
      )
      .readonly()
      .describe("In the order of the days."),
  })
  .openapi("KeyDays");

export type DaysAnswer = z.infer<typeof DaysAnswer>;
