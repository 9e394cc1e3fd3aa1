/** The shapes of a page's versions. */
import { z } from "@hono/zod-openapi";
import { count, list } from "./parts.ts";
import { Amendment } from "./report.ts";

const span = { start: count, end: count };

const Quoted = z.object({ ...span, quote: z.string() });

const Change = z
  .object({
    kind: z.enum(["added", "removed", "moved", "reworded"]),
    before: Quoted.optional().describe("Offsets into the text of the version before."),
    after: Quoted.optional().describe("Offsets into the text of this version."),
    gone: list(z.object(span)).optional().describe("Words that went, in the version before."),
    come: list(z.object(span)).optional().describe("Words that came, in this version."),
  })
  .openapi("SentenceChange");

const Version = z
  .object({
    report: z.string(),
    title: z.string().optional(),
    fetchedAt: z.string().describe("ISO 8601 in UTC: it changed between the version before and then."),
    modified: z.string().optional().describe("When the page says that it was changed last."),
    told: z
      .enum(["note", "time", "silent"])
      .optional()
      .describe("How the page owns up to the change; absent for the first version."),
    notes: list(Amendment).describe("Notes of correction that are new in this version."),
    changes: list(Change),
  })
  .openapi("Version");

export const VersionsAnswer = z.object({ versions: list(Version) }).openapi("Versions");

export type VersionsAnswer = z.infer<typeof VersionsAnswer>;
