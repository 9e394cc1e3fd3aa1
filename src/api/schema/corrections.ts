/** The shapes of corrections by analysts: what is asked for, and how corrections and conflicts are shown. */
import { z } from "@hono/zod-openapi";
import { Conflict } from "./marks.ts";
import { instant, list } from "./parts.ts";

const entry = z.string().min(4).max(100).describe("Id of an entry, or its beginning.");
const reason = z.string().trim().min(1).max(1000);
const by = z.string().trim().min(1).max(100).describe("Who says so.");
const because = { by, reason };

const EvidenceRef = z
  .union([
    z.int().min(1).max(100_000),
    z.object({ report: z.string().min(1).max(100), start: z.int().nonnegative() }),
  ])
  .describe(
    "A sentence: its number in the entry's evidence, from 1, or its report and where it starts there.",
  );
const evidence = z.array(EvidenceRef).min(1).max(1000).readonly();

export const EditField = z.enum([
  "stage",
  "polarity",
  "certainty",
  "time",
  "places",
  "actors",
  "recipients",
  "speaker",
  "type",
  "background",
  "low",
  "best",
  "high",
  "approximate",
  "measure",
  "of",
  "unit",
  "since",
  "stance",
  "instrument",
  "due",
]);

const Given = z
  .union([
    z.string().max(10_000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(z.string().max(200)).max(50).readonly(),
  ])
  .describe('The value; null or "unstated" for none; names as a list or parted by ";".');

export const CorrectionRequest = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("merge"), entries: z.array(entry).min(2).max(100).readonly(), ...because }),
    z.object({ kind: z.literal("split"), entry, evidence, ...because }),
    z.object({ kind: z.literal("edit"), entry, field: EditField, value: Given, ...because }),
    z.object({ kind: z.literal("reject"), entry, evidence: evidence.optional(), ...because }),
    z.object({ kind: z.literal("confirm"), entry, by, reason: reason.optional() }),
    z.object({
      kind: z.literal("note"),
      entry,
      text: z.string().trim().min(1).max(4000),
      by,
      reason: reason.optional(),
    }),
    z.object({
      kind: z.literal("grade"),
      entry: entry.optional(),
      credibility: z
        .int()
        .min(1)
        .max(6)
        .optional()
        .describe("Of an entry or of what a report says: 1 confirmed to 5 improbable, 6 can't be judged."),
      publisher: z.string().min(1).max(300).optional(),
      report: z.string().min(1).max(100).optional(),
      reliability: z
        .enum(["A", "B", "C", "D", "E", "F"])
        .optional()
        .describe("Of a publisher or a report: A completely to E not reliable, F can't be judged."),
      ...because,
    }),
    z.object({
      kind: z.enum(["accept-offer", "decline-offer"]),
      a: z.string().min(1).max(300).describe("Id or name of an actor; what both are called from now on."),
      b: z.string().min(1).max(300),
      ...because,
    }),
    z.object({
      kind: z.enum(["put-in", "take-out"]),
      report: z.string().min(1).max(100).describe("Id of a report of the archive."),
      ...because,
    }),
    z.object({ kind: z.literal("undo"), correction: z.string().min(4).max(100), ...because }),
  ])
  .openapi("CorrectionRequest");

export const Correction = z
  .object({
    id: z.string(),
    situation: z.string(),
    at: instant.describe("When it was made; a record as known before has none of it."),
    by: z.string(),
    reason: z.string().optional(),
    action: z
      .looseObject({ kind: z.string() })
      .describe("What it says, with the sentences that it is made on."),
    line: z.string().describe("The same in words."),
    undone: z.boolean(),
  })
  .openapi("Correction");

export const CorrectionsAnswer = z
  .object({
    corrections: list(Correction).describe("In the order in which they were made."),
    conflicts: list(Conflict).describe("Where corrections and evidence no longer go together."),
  })
  .openapi("Corrections");

export const CorrectionMade = z
  .object({
    correction: Correction,
    revisions: z.int().nonnegative().describe("How many revisions it brought."),
    conflicts: list(Conflict).describe("What it raised."),
  })
  .openapi("CorrectionMade");

export type Correction = z.infer<typeof Correction>;
export type CorrectionMade = z.infer<typeof CorrectionMade>;
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;
export type CorrectionsAnswer = z.infer<typeof CorrectionsAnswer>;
