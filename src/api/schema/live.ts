/** The shapes of the events of /api/live, each the JSON of one event's data. */
import { z } from "@hono/zod-openapi";
import { count, instant } from "./parts.ts";
import { Revision } from "./record.ts";

export const LiveQuery = z.object({
  after: z
    .string()
    .max(100)
    .optional()
    .describe("The id of the last event heard: what came since is told first. As Last-Event-ID says it too."),
});

export const LiveNews = z
  .object({
    situation: z.string(),
    version: count.describe("A situation answered with this version or a later one holds it all."),
    reports: count.describe("Put into it."),
    changes: z
      .partialRecord(Revision.shape.change, count)
      .describe("Revisions appended, by what they tell: new ones are new entries."),
  })
  .describe('Event "situation": something came.')
  .openapi("LiveNews");

export const LiveSource = z
  .object({
    source: z.string(),
    situation: z.string(),
    name: z.string(),
    state: z.enum(["works", "failing"]),
    visitedAt: instant,
    problem: z.string().optional().describe("One line: what it failed with, and what to do."),
  })
  .describe('Event "source": it was visited.')
  .openapi("LiveSource");

export const LiveWork = z
  .object({
    id: z.string(),
    what: z.enum(["adding", "rereading", "fetching"]),
    situation: z.string().optional(),
    done: count,
    of: count.optional().describe("In all, as far as is known; absent where nobody can say."),
    failed: count,
    since: instant,
    at: instant.describe("Last heard of."),
    ended: instant.optional(),
    problem: z.string().optional().describe("One line: why it broke off, and what to do."),
  })
  .describe('Event "work": how far long work has come.')
  .openapi("LiveWork");

export type LiveNews = z.infer<typeof LiveNews>;
export type LiveSource = z.infer<typeof LiveSource>;
export type LiveWork = z.infer<typeof LiveWork>;
