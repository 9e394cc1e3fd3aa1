/** The search: what may be asked, and what is found. */
import { z } from "@hono/zod-openapi";
import { count, day, ids, Kind, list, SituationId, Span, When } from "./parts.ts";
import { Report } from "./report.ts";

export const SearchQuery = z
  .object({
    q: z
      .string()
      .trim()
      .max(400, "at most 400 characters: use fewer words")
      .default("")
      .describe('Words; "words together"; -left -"out"; begin*. Without any, a filter is needed.'),
    situation: SituationId.shape.situation.optional(),
    publisher: z.string().trim().min(1).max(300).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/u, "a code of ISO 639 as en")
      .optional(),
    from: day.optional().describe("Published then or later; where nobody says when, fetched."),
    to: day.optional().describe("Published then or earlier."),
    asOf: When.shape.asOf,
    knownAt: When.shape.knownAt,
    kind: Kind.optional().describe("Something of this kind is read in it."),
    status: z.enum(["read", "unread"]).optional().describe("unread: kept, and why is said."),
    order: z.enum(["rank", "date"]).default("rank").describe("Without words always date, the latest first."),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000, "only the first 10,000 are listed: narrow the search")
      .default(0),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "a day before that of from: swap the two",
  })
  .refine(({ q, limit, offset, order, ...filter }) => q !== "" || Object.keys(filter).length > 0, {
    path: ["q"],
    message: "words to look for, or a filter",
  });

export const Hit = z
  .object({
    report: Report,
    situations: ids,
    excerpt: z.string(),
    start: count.describe("Where the excerpt begins in the report's text."),
    matches: list(Span).describe("Within the report's text."),
  })
  .openapi("Hit");

const Counted = list(z.object({ value: z.string(), count })).describe("Most frequent first, at most 50.");

export const SearchAnswer = z
  .object({
    query: z.string(),
    total: count,
    isMore: z.boolean().describe("There are more than total: only so many are counted."),
    hits: list(Hit),
    facets: z
      .object({
        publishers: Counted,
        languages: Counted,
        kinds: Counted,
        situations: Counted,
        read: count,
        unread: count,
      })
      .describe("Of how many of all that is found something is so."),
  })
  .openapi("Search");

export type Hit = z.infer<typeof Hit>;
export type SearchAnswer = z.infer<typeof SearchAnswer>;
export type SearchAsked = z.infer<typeof SearchQuery>;
