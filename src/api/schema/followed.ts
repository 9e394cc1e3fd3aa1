/** The shapes of what is followed: sources, how they do, what they list. */
import { z } from "@hono/zod-openapi";
import { count, instant, list, SituationId } from "./parts.ts";

export const FollowedId = z.object({ source: z.string().min(1).max(100) });
export const FollowedQuery = z.object({
  situation: SituationId.shape.situation.optional(),
  q: z.string().trim().min(1).max(200).optional().describe("In title, address or terms."),
  state: z.enum(["new", "works", "failing", "paused"]).optional(),
  order: z
    .enum(["added", "name", "problems", "latest"])
    .default("added")
    .describe("problems: those that fail longest first; latest: those that brought something last first."),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const OpmlQuery = z.object({ situation: SituationId.shape.situation.optional() });

export const NewSituation = z
  .object({
    title: z.string().trim().min(1).max(200),
    summary: z.string().trim().min(1).max(2000).optional(),
  })
  .openapi("NewSituation");

export const SituationMade = z
  .object({ id: z.string(), title: z.string(), summary: z.string().optional(), createdAt: instant })
  .openapi("SituationMade");

export const SourceKind = z.enum(["feed", "sitemap", "section", "page", "gdelt", "archive", "folder"]);

export const FollowRequest = z
  .object({
    address: z.string().trim().min(1).max(2000).describe("http(s); the site's feed is found by itself"),
    situation: SituationId.shape.situation,
    // A folder is followed by who is at the machine.
    kind: SourceKind.exclude(["folder"])
      .optional()
      .describe("What it is, where what is found is not what is meant."),
    title: z.string().trim().min(1).max(200).optional(),
    terms: list(z.string().trim().min(1).max(100))
      .optional()
      .describe("Only items with one of these words in title or summary are followed."),
  })
  .openapi("FollowRequest");

const every = z
  .int()
  .min(300, "at least 300 seconds: no server should be asked oftener")
  .max(604_800, "at most 604800 seconds, a week");

export const PreviewRequest = FollowRequest.pick({ address: true, situation: true, kind: true }).openapi(
  "PreviewRequest",
);

export const ChangeRequest = z
  .object({
    paused: z.boolean().optional(),
    every: every.nullable().optional().describe("Seconds between visits; null: the schedule finds its own."),
    title: z.string().trim().min(1).max(200).nullable().optional(),
    terms: FollowRequest.shape.terms.describe("None: all items are followed."),
  })
  .strict()
  .openapi("ChangeRequest");

export const OpmlRequest = z
  .object({ situation: SituationId.shape.situation, opml: z.string().min(1).max(900_000) })
  .openapi("OpmlRequest");

export const OpmlAnswer = z
  .object({ added: count, listed: count, warnings: list(z.string()) })
  .openapi("OpmlAnswer");

export const Health = z
  .object({
    state: z.enum(["new", "works", "failing", "paused"]),
    line: z.string().describe("All of it in words."),
    visitedAt: instant.optional(),
    nextAt: instant,
    workedAt: instant.optional(),
    changedAt: instant.optional(),
    failures: count.describe("In a row."),
    problem: z.string().optional(),
    code: z.string().optional(),
    every: count.describe("Pace that the schedule has found, seconds."),
    visits: count,
    items: count,
    waiting: count.describe("Items listed and not read yet."),
  })
  .openapi("SourceHealth");

export const Followed = z
  .object({
    id: z.string(),
    situation: z.string(),
    kind: SourceKind,
    address: z.string(),
    title: z.string().optional(),
    homepage: z.string().optional(),
    terms: list(z.string()).optional(),
    every: count.optional().describe("Seconds between visits, where somebody has set them."),
    pausedAt: instant.optional(),
    addedAt: instant,
    removedAt: instant.optional(),
    health: Health.optional(),
  })
  .openapi("FollowedSource");

export const FollowedAnswer = z
  .object({
    sources: list(Followed),
    total: count.describe("How many there are without a limit."),
    states: z
      .object({ new: count, works: count, failing: count, paused: count })
      .describe("Of all, whatever is asked for."),
  })
  .openapi("FollowedSources");

const OtherFeed = z.object({ url: z.string(), title: z.string().optional(), why: z.string() });

export const PreviewAnswer = z
  .object({
    kind: SourceKind,
    address: z.string(),
    title: z.string().optional(),
    homepage: z.string().optional(),
    items: count.describe("What it lists now."),
    why: z.string().describe("How the address was understood."),
    isFollowed: z.boolean(),
    others: list(OtherFeed).describe("Other feeds that the site names, at most 20."),
  })
  .openapi("Preview");

export const FollowAnswer = z
  .object({
    source: Followed,
    added: z.boolean().describe("False: it was followed already."),
    items: count.optional().describe("What it lists now."),
    why: z.string().optional().describe("How the address was understood."),
    others: list(OtherFeed).optional().describe("Other feeds that the site names."),
  })
  .openapi("Follow");

const ListedItem = z.object({
  url: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: instant.optional(),
  seenAt: instant,
});

export const FollowedOneAnswer = z
  .object({ source: Followed, items: list(ListedItem).describe("Latest first, at most 50.") })
  .openapi("FollowedSourceItems");

export type SituationMade = z.infer<typeof SituationMade>;
export type FollowAnswer = z.infer<typeof FollowAnswer>;
export type FollowRequest = z.infer<typeof FollowRequest>;
export type Followed = z.infer<typeof Followed>;
export type FollowedAnswer = z.infer<typeof FollowedAnswer>;
export type FollowedOneAnswer = z.infer<typeof FollowedOneAnswer>;
export type Health = z.infer<typeof Health>;
export type ChangeRequest = z.infer<typeof ChangeRequest>;
export type OpmlAnswer = z.infer<typeof OpmlAnswer>;
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;
export type PreviewRequest = z.infer<typeof PreviewRequest>;
