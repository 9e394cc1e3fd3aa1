/** The shapes of what situations are about. */
import { z } from "@hono/zod-openapi";

const words = z.string().trim().min(1).max(200);
const list = z.array(words).max(200).readonly().optional();
const count = z.int().nonnegative();

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

export const ScopeRequest = z
  .object({ scope: Scope, by: z.string().trim().min(1).max(100).optional().describe("Who sets it.") })
  .openapi("ScopeRequest");

const Suggestion = z
  .object({
    part: z.enum(["terms", "actors", "places"]),
    value: z.string().describe("As it would be put into the scope."),
    name: z.string(),
    within: count.describe("Reports caught that hold it."),
    outside: count.describe("Other reports that hold it."),
  })
  .openapi("ScopeSuggestion");

export const ScopeAnswer = z
  .object({
    scope: Scope.optional().describe("Absent where none was set."),
    at: z.string().optional(),
    by: z.string().optional(),
    suggestions: z.array(Suggestion).readonly(),
  })
  .openapi("SituationScope");

export const ScopeMade = z
  .object({ scope: Scope, put: count.describe("Reports of the archive that are new in the situation.") })
  .openapi("ScopeMade");
