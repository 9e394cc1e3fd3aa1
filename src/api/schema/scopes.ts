/** The shapes of what situations are about. */
import { z } from "@hono/zod-openapi";
import { Grade } from "./marks.ts";
import { count } from "./parts.ts";

const words = z.string().trim().min(1).max(200);
const list = z.array(words).max(200).readonly().optional();

export const Scope = z
  .object({
    terms: list.describe("Words or phrases of which one stands in the report."),
    actors: list.describe("Ids or names of which one acts or speaks in it."),
    places: list.describe("Country codes, ids or names of which one is named in it."),
    publishers: list.describe("Names or hosts of which one printed it."),
    from: z.iso.date().optional().describe("Published on this day or later."),
    to: z.iso.date().optional().describe("Published on this day or before."),
    not: list.describe("Words or phrases of which none stands in it."),
  })
  .openapi("Scope");

const because = {
  by: z.string().trim().min(1).max(100).optional().describe("Who sets it."),
  reason: z.string().trim().min(1).max(1000).optional(),
};

export const ScopeRequest = z.object({ scope: Scope, ...because }).openapi("ScopeRequest");

const Suggestion = z
  .object({
    part: z.enum(["terms", "actors", "places"]),
    value: z.string().describe("As it would be put into the scope."),
    name: z.string(),
    within: count.describe("Reports caught that hold it."),
    outside: count.describe("Other reports that hold it."),
  })
  .openapi("ScopeSuggestion");

const ScopeSet = z.object({
  scope: Scope,
  at: z.string(),
  by: z.string().optional(),
  reason: z.string().optional(),
});

export const ScopeAnswer = z
  .object({
    scope: Scope.optional().describe("Absent where none was set."),
    at: z.string().optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
    history: z.array(ScopeSet).readonly().describe("All scopes that were set, the last first."),
    names: z
      .record(z.string(), z.string())
      .describe("What ids of actors and places in the scopes are called, where the archive knows them."),
    suggestions: z.array(Suggestion).readonly(),
  })
  .openapi("SituationScope");

export const ScopeMade = z
  .object({
    scope: Scope,
    at: z.string().describe("From when on it holds."),
    selected: count.describe("Reports of the archive that it selects."),
    byStory: count.describe("Of them those that come in with their stories."),
    put: count.describe("Reports that came in."),
    out: count.describe("Reports that went out: as known before, they are in."),
  })
  .openapi("ScopeMade");

const found = z.array(z.string()).readonly();
export const Because = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("caught"),
      caught: z.object({ terms: found, actors: found, places: found }),
    }),
    z.object({
      kind: z.literal("story"),
      story: z.string().describe("Id of the report that began it."),
      like: z.string().describe("Id of the report nearest in time that is about the scope."),
      caught: count.describe("Reports of the story that the scope catches."),
      of: count,
    }),
    z.object({
      kind: z.literal("page"),
      of: z.string().describe("Id of the earlier capture of its page that is in."),
    }),
    z.object({
      kind: z.literal("left-out"),
      part: z.enum(["terms", "actors", "places", "publishers", "days", "not"]),
    }),
    z.object({ kind: z.enum(["hand", "not-put"]) }),
    z.object({ kind: z.literal("analyst"), by: z.string(), reason: z.string().optional() }),
  ])
  .openapi("Because");

const Move = z.object({
  report: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string(),
  because: Because,
  like: z.string().optional().describe("Title of the report that its story comes in with."),
});
const moves = z.object({ count, examples: z.array(Move).readonly() });

export const ScopePreview = z
  .object({
    archive: count.describe("Reports of the archive."),
    caught: count,
    byStory: count.describe("Reports that come in with their stories."),
    before: count.describe("Reports that are in the situation now."),
    after: count,
    in: moves,
    out: moves,
    names: z
      .record(z.string(), z.string())
      .describe("What ids of actors and places in the scope are called."),
  })
  .openapi("ScopePreview");

export const ValuesQuery = z.object({
  part: z.enum(["terms", "actors", "places", "publishers"]),
  q: z.string().max(100).default("").describe("What is typed: the beginning of a word of it."),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

export const ValuesAnswer = z
  .object({
    values: z
      .array(z.object({ value: z.string(), name: z.string(), reports: count }))
      .readonly()
      .describe("Those that most reports hold first."),
  })
  .openapi("ScopeValues");

export const StandingAnswer = z
  .object({
    situations: z
      .array(
        z.object({
          situation: z.string(),
          title: z.string(),
          is: z.enum(["in", "out"]),
          since: z.string().optional().describe("Since when, where that was decided after it was fetched."),
          because: Because,
          like: z.string().optional().describe("Title of the report that its story comes in with."),
          grade: Grade.optional().describe("How its analysts grade the report."),
        }),
      )
      .readonly()
      .describe("Those that it is in, and those that it was in."),
    others: z
      .array(z.object({ situation: z.string(), title: z.string() }))
      .readonly()
      .describe("Those that it was never in."),
  })
  .openapi("ReportStanding");

export type StandingAnswer = z.infer<typeof StandingAnswer>;
export type Scope = z.infer<typeof Scope>;
export type ScopeAnswer = z.infer<typeof ScopeAnswer>;
export type ScopeMade = z.infer<typeof ScopeMade>;
export type ScopePreview = z.infer<typeof ScopePreview>;
export type ValuesAnswer = z.infer<typeof ValuesAnswer>;
export type Because = z.infer<typeof Because>;
