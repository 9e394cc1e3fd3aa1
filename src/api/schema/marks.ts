/** What analysts' corrections leave on an entry. */
import { z } from "@hono/zod-openapi";
import { list, time } from "./parts.ts";

export const mark = {
  correction: z.string(),
  kind: z.string(),
  at: time,
  by: z.string(),
  reason: z.string().optional(),
};

export const Mark = z.object(mark).openapi("Mark");

export const Note = z.object({ ...mark, text: z.string() }).openapi("Note");

export const Grade = z
  .object({
    ...mark,
    reliability: z.enum(["A", "B", "C", "D", "E", "F"]).optional(),
    credibility: z.int().min(1).max(6).optional(),
  })
  .describe("Admiralty code.")
  .openapi("Grade");

export const Conflict = z
  .object({
    correction: z.string(),
    reason: z.enum([
      "target-gone",
      "target-apart",
      "new-evidence",
      "told-again",
      "merge-contradicts",
      "changed-since",
      "actors-apart",
    ]),
    why: z.string(),
    entry: z.string().optional(),
    reports: list(z.string()),
  })
  .describe("Where a correction and the evidence no longer go together: for a person to look at.")
  .openapi("Conflict");
