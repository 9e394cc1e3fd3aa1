/** The record of a situation: its entries, origins, stories and revisions. */
import { z } from "@hono/zod-openapi";
import { Actor, Entry } from "./entry.ts";
import { Conflict } from "./marks.ts";
import { count, ids, Kind, list, moment, time, When } from "./parts.ts";
import { Report } from "./report.ts";

export const RecordQuery = When.extend({ kind: Kind.optional() });

export const RevisionsQuery = When.extend({
  since: moment.optional().describe("Only what was known after this."),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const Origin = z
  .object({
    id: z.string(),
    name: z.string(),
    reasons: list(z.string()),
    reports: list(z.string()),
    links: list(
      z.object({
        report: z.string(),
        on: z.string().optional(),
        reason: z.string(),
        why: z.string(),
      }),
    ),
    entries: count,
  })
  .openapi("Origin");

export const Offer = z
  .object({ a: Actor, b: Actor, why: z.string() })
  .describe("Two actors that may be one; the record keeps them apart.")
  .openapi("Offer");

const reasons = list(z.object({ feature: z.string(), value: z.number(), gave: z.number() }));

const judgement = {
  score: z.number().optional(),
  because: reasons,
  later: z.enum(["moved", "merged", "split"]).optional(),
};

export const Story = z
  .object({
    id: z.string(),
    reports: list(z.string()),
    decisions: list(
      z.object({ report: z.string(), ...judgement, earlier: list(z.object(judgement)).optional() }),
    ),
    across: list(z.object({ report: z.string(), with: z.string(), score: z.number(), because: reasons }))
      .optional()
      .describe(
        "Why reports of several languages are one story: a report of each of two, and what they share.",
      ),
  })
  .describe("Reports on one happening, and why each is in it.")
  .openapi("Story");

export const Revision = z
  .object({
    id: z.string(),
    entry: z.string(),
    change: z.enum(["new", "corroborated", "revised", "contradicted", "withdrawn", "superseded"]),
    holdsAt: time,
    knownAt: time,
    reports: list(z.string()),
    from: z.string().optional(),
    to: z.string().optional(),
    corrections: list(z.string()).optional().describe("Corrections by analysts that made it."),
    because: z
      .string()
      .optional()
      .describe("Why, where no report says it: reports went out of the situation, or are in it again."),
    kind: Kind.optional(),
    line: z.string().optional(),
    language: z.string().optional().describe("Of the report that the line is cut from."),
  })
  .openapi("Revision");

export const RecordAnswer = z
  .object({
    reports: list(Report),
    origins: list(Origin),
    stories: list(Story),
    offers: list(Offer),
    entries: list(Entry),
    review: z
      .object({ conflicts: list(Conflict), rejected: list(Entry) })
      .optional()
      .describe("Only where analysts corrected something: what to look at, and the entries rejected."),
  })
  .openapi("Record");

export const Passage = z
  .object({ report: z.string(), start: count, end: count, text: z.string() })
  .describe("The paragraphs around a sentence; offsets into the report's text.")
  .openapi("Passage");

export const EntryAnswer = z
  .object({
    entry: Entry,
    passages: list(Passage).describe("One for each evidence, in its order."),
    reports: list(Report),
    origins: list(Origin),
    contradicts: list(Entry),
    parts: list(Entry),
    revisions: list(Revision),
  })
  .openapi("EntryDetail");

export const SourcesQuery = When.extend({
  most: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe("So many of each at most: origins of several reports, origins of one, reports of none."),
});

export const SourcesAnswer = z
  .object({
    origins: list(Origin),
    reports: list(Report),
    unread: ids.describe("Reports that were kept but belong to no origin."),
    counts: z
      .object({ shared: count, single: count, unread: count })
      .describe("Of all: origins of several reports, origins of one, and reports of none."),
  })
  .openapi("Sources");

export const RevisionsAnswer = z.object({ revisions: list(Revision) }).openapi("Revisions");

export type EntryAnswer = z.infer<typeof EntryAnswer>;
export type Origin = z.infer<typeof Origin>;
export type Offer = z.infer<typeof Offer>;
export type Passage = z.infer<typeof Passage>;
export type RecordAnswer = z.infer<typeof RecordAnswer>;
export type Revision = z.infer<typeof Revision>;
export type RevisionsAnswer = z.infer<typeof RevisionsAnswer>;
export type SourcesAnswer = z.infer<typeof SourcesAnswer>;
