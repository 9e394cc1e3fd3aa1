/** An entry of the record with its evidence. */
import { z } from "@hono/zod-openapi";
import { Conflict, Grade, Mark, mark, Note } from "./marks.ts";
import { count, Kind, list, number, Span, time } from "./parts.ts";

export const Status = z
  .object({
    stage: z
      .enum([
        "discussed",
        "planned",
        "authorised",
        "announced",
        "threatened",
        "attempted",
        "under-way",
        "done",
        "called-off",
      ])
      .optional(),
    polarity: z.enum(["affirmed", "denied"]).optional(),
    certainty: z.enum(["asserted", "probable", "possible", "unknown"]),
    unrealised: z
      .literal(true)
      .optional()
      .describe("Denied, as it was prevented, refused or not managed; nobody says of it that it is not so."),
  })
  .openapi("Status");

export const Speaker = z
  .object({
    kind: z.enum(["named", "office", "anonymous", "document", "outlet", "collective", "unstated"]),
    name: z.string().optional(),
    words: z.string().optional(),
    count: z.number().optional(),
    reason: z.string().optional(),
  })
  .openapi("Speaker");

export const Place = z.object({
  name: z.string(),
  country: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  precision: z.enum(["point", "city", "region", "country", "sea", "unknown"]),
  id: z.string().optional(),
});

export const Evidence = z
  .object({
    report: z.string(),
    start: count,
    end: count,
    quote: z.string().describe("Equals the slice of the report's text."),
    hedges: list(z.string()),
    origin: z.string(),
    naming: z
      .object({ name: z.string(), wikidata: z.string().optional(), report: z.string(), at: time })
      .optional()
      .describe("Who its unnamed speaker turned out to be, by which later report."),
    grade: Grade.optional().describe(
      "How reliable an analyst holds whoever printed it, and how credible what the report says.",
    ),
    at: time.describe("When it was made public."),
    knownAt: time.describe("When it was fetched."),
    speaker: Speaker,
    status: Status.optional(),
    hedgeSpans: list(Span),
    carriers: list(Span).describe("The words that carry the status."),
  })
  .openapi("Evidence");

export const StatusPoint = z.object({
  at: time,
  status: Status,
  report: z.string(),
  correction: z.string().optional().describe("The correction that says so."),
});

export const FigurePoint = z
  .object({
    at: time,
    low: number,
    best: number,
    high: number,
    approximate: z.boolean(),
    issuer: z.string().optional(),
    report: z.string(),
    origin: z.string(),
    superseded: z.boolean(),
    correction: z.boolean().optional(),
    edit: z.string().optional().describe("The correction by which an analyst changed the numbers."),
  })
  .openapi("FigurePoint");

export const Actor = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().optional().describe("ISO 3166-1 alpha-2."),
    wikidata: z.string().optional(),
  })
  .openapi("Actor");

const Time = z.object({
  value: z.string(),
  from: z.string().optional(),
  to: z.string().nullable().optional(),
  words: z.string(),
  stated: z.boolean(),
});

const EditValue = z
  .union([z.null(), z.string(), z.number(), z.boolean(), Time, Speaker, list(Place), list(Actor)])
  .describe("null: unstated.");

export const Edit = z
  .object({ ...mark, field: z.string(), from: EditValue, to: EditValue })
  .describe("A field as an analyst has it, beside what is read.")
  .openapi("Edit");

export const Entry = z
  .object({
    id: z.string(),
    kind: Kind,
    line: z.string(),
    status: Status.optional(),
    speaker: Speaker,
    actors: list(z.string()),
    recipients: list(z.string()),
    actorRefs: list(Actor).optional().describe("Actors and recipients with what they are known by."),
    instruments: list(z.string()),
    places: list(Place),
    time: Time.optional(),
    event: z
      .object({
        type: z.string().optional().describe("PLOVER type; absent for an act that PLOVER has none for."),
        mode: z.string().optional(),
        context: list(z.string()).optional().describe("PLOVER contexts."),
        cameoRoot: z.string().optional().describe("CAMEO root code of the type."),
        words: z.string(),
        what: z.string(),
        habitual: z.boolean().optional(),
        background: z.boolean().optional(),
      })
      .optional(),
    figure: z
      .object({
        measure: z.string(),
        of: z.string().optional(),
        low: number,
        best: number,
        high: number,
        approximate: z.boolean(),
        unit: z.string(),
        per: z.string().nullable(),
        since: z.string().nullable(),
        asOf: z.string().nullable(),
        words: z.string(),
      })
      .optional(),
    position: z
      .object({
        actor: z.string(),
        stance: z.enum(["supports", "opposes", "conditional", "open", "denies-intending"]),
        proposal: z.string(),
      })
      .optional(),
    legalBasis: z
      .object({
        instrument: z.string(),
        invokedBy: z.string().nullable(),
        for: z.string().nullable(),
        disputedBy: z.string().nullable(),
      })
      .optional(),
    expectation: z
      .object({ what: z.string(), by: z.string().nullable(), condition: z.string().nullable() })
      .optional(),
    statement: z.object({ cue: z.string(), mode: z.string(), content: z.string() }).optional(),
    history: list(StatusPoint).optional(),
    series: list(FigurePoint).optional(),
    contradicts: list(z.string()).optional(),
    partOf: z.string().optional(),
    evidence: list(Evidence),
    origins: count.describe("Number of independent origins."),
    corrections: list(Mark).optional().describe("Corrections by analysts that made it what it is."),
    edits: list(Edit).optional(),
    asRead: z
      .object({ line: z.string(), status: Status.optional() })
      .optional()
      .describe("How it reads without edits."),
    notes: list(Note).optional(),
    grade: Grade.optional().describe("How credible an analyst holds it."),
    conflicts: list(Conflict).optional(),
    leadReport: z.string(),
    language: z.string().optional().describe("Of the report that its line is cut from."),
    reports: count,
    firstAt: time,
    lastAt: time,
    originIds: list(z.string()),
    hedges: list(z.string()),
  })
  .openapi("Entry");

/** What a list of entries does without. */
export const apartFromLines = {
  evidence: true,
  originIds: true,
  actorRefs: true,
  series: true,
  hedges: true,
  history: true,
  speaker: true,
  instruments: true,
  statement: true,
} as const;

export const EntryLine = Entry.omit(apartFromLines)
  .describe("An entry as a page lists it: /entries has its evidence, /series how a figure moved.")
  .openapi("EntryLine");

export type Entry = z.infer<typeof Entry>;
export type EntryLine = z.infer<typeof EntryLine>;
export type Evidence = z.infer<typeof Evidence>;
export type FigurePoint = z.infer<typeof FigurePoint>;
export type Speaker = z.infer<typeof Speaker>;
export type Status = z.infer<typeof Status>;
