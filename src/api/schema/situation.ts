/** A situation, as it is listed and as its page shows it. */
import { z } from "@hono/zod-openapi";
import { EntryLine } from "./entry.ts";
import { count, ids, list, time } from "./parts.ts";
import { Revision } from "./record.ts";

const about = {
  id: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  notice: z.string().optional().describe("Must be shown wherever the situation is shown."),
  createdAt: time,
};

const Days = z.object({ first: z.string(), last: z.string() });

export const Counts = z.object({
  reports: count,
  unread: count,
  origins: count.describe("Independent ones: what corroboration counts."),
  entries: count,
  contested: count,
});

export const NextDate = z.object({
  day: z.string(),
  entry: z.string(),
  line: z.string(),
  language: z.string().optional(),
});

export const Activity = z.object({ day: z.string(), reports: count, origins: count });

export const SituationCard = z
  .object({
    ...about,
    counts: Counts,
    published: Days.optional(),
    activity: list(Activity),
    next: NextDate.optional(),
    latest: Revision.optional(),
  })
  .openapi("SituationCard");

const TimelineItem = z.object({
  entry: z.string(),
  from: z.string(),
  to: z.string().nullable().optional(),
  dated: z.enum(["stated", "inferred", "report"]),
  background: z.boolean(),
});

export const Situation = z
  .object({
    situation: z.object(about),
    version: count.optional().describe("Grows with all that is added to it: /api/live tells of later ones."),
    when: z.object({ asOf: z.string().optional(), knownAt: z.string().optional() }),
    published: Days.optional(),
    known: Days.optional(),
    counts: Counts,
    activity: list(Activity),
    next: NextDate.optional(),
    brief: list(
      z.object({
        key: z.enum(["done", "ahead", "off", "contested", "figures", "positions", "legal", "watch"]),
        entries: ids,
        more: count,
      }),
    ),
    front: list(EntryLine).describe("The entries of the brief; /lines has all."),
    timeline: z.object({ done: list(TimelineItem), ahead: list(TimelineItem) }),
    figures: list(z.object({ entry: z.string(), parts: ids })),
    positions: z.object({
      actors: ids,
      holders: z
        .record(z.string(), z.string())
        .describe(
          "By entry, under which of the actors it stands where its report calls that actor otherwise.",
        ),
      proposals: list(z.object({ proposal: z.string(), actors: count, entries: ids })),
    }),
    legalBases: ids,
    outlook: ids,
    statements: ids,
    revisions: list(Revision).describe("The latest ones, latest first; /revisions has all."),
  })
  .openapi("Situation");

export const SituationsAnswer = z.object({ situations: list(SituationCard) }).openapi("Situations");

export type Activity = z.infer<typeof Activity>;
export type Situation = z.infer<typeof Situation>;
export type SituationCard = z.infer<typeof SituationCard>;
export type SituationsAnswer = z.infer<typeof SituationsAnswer>;
