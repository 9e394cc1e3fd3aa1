/**
 * Every shape that goes over the wire, once: they validate requests, make the OpenAPI document, and type
 * the handlers and the browser app. Where a shape is that of view/, the compiler holds the two together.
 */
import { z } from "@hono/zod-openapi";
import { languages } from "../view/words/language.ts";

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const time = z.string().describe("ISO 8601; a day alone where no time is known");
const count = z.int().nonnegative();

export const Span = z
  .object({ start: count, end: count })
  .describe("UTF-16 offsets into the report's text, end excluded")
  .openapi("Span");

// Parameters

const id = z.string().min(1).max(200);
export const SituationId = z.object({
  situation: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[a-z0-9-]+$/u, "small letters, digits and hyphens"),
});
export const EntryId = SituationId.extend({ entry: id });
export const ReportId = z.object({ report: id });

/** A day that exists, or a time of it. */
const moment = z
  .string()
  .max(40)
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/u,
    "a day as 2031-04-02 or a time as 2031-04-02T10:00:00Z",
  )
  .refine(exists, "a day that exists");

const lang = z
  .enum(languages)
  .optional()
  .describe("Of the words around what is cut from reports; else as Accept-Language asks, else English.");

export const When = z.object({
  lang,
  asOf: moment.optional().describe("Leaves out what was published later."),
  knownAt: moment.optional().describe("Leaves out what was fetched later."),
});
export const Kind = z.enum(["event", "figure", "position", "legal-basis", "expectation", "statement"]);
export const RecordQuery = When.extend({ kind: Kind.optional() });
export const RevisionsQuery = z.object({
  lang,
  since: moment.optional().describe("Only what was known after this."),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
const day = moment.refine((value) => value.length === 10, "a day as 2031-04-02");
export const SearchQuery = z
  .object({
    q: z
      .string()
      .trim()
      .max(400, "at most 400 characters: use fewer words")
      .default("")
      .describe('Words; "words together"; -left -"out"; begin*. Without any, a filter is needed.'),
    situation: SituationId.shape.situation.optional(),
    publisher: z.string().trim().min(1).max(300).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/u, "a code of ISO 639 as en")
      .optional(),
    from: day.optional().describe("Published then or later; where nobody says when, fetched."),
    to: day.optional().describe("Published then or earlier."),
    kind: Kind.optional().describe("Something of this kind is read in it."),
    status: z.enum(["read", "unread"]).optional().describe("unread: kept, and why is said."),
    order: z.enum(["rank", "date"]).default("rank").describe("Without words always date, the latest first."),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000, "only the first 10,000 are listed: narrow the search")
      .default(0),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "a day before that of from: swap the two",
  })
  .refine(({ q, limit, offset, order, ...filter }) => q !== "" || Object.keys(filter).length > 0, {
    path: ["q"],
    message: "words to look for, or a filter",
  });

// Reports and their sentences

export const Stated = z.object({ value: time, stated: z.boolean(), from: z.string().optional() });

export const Report = z
  .object({
    id: z.string(),
    input: z.string(),
    url: z.string().optional(),
    publisher: z.string().optional(),
    title: z.string().optional(),
    bylines: list(z.string()).optional(),
    credit: z.string().optional().describe("The agency or outlet credited, as printed."),
    section: z.string().optional(),
    published: Stated.optional(),
    modified: Stated.optional(),
    fetchedAt: time,
    language: z.string().optional(),
    textLength: count.describe("In UTF-16 code units."),
    sha256: z.string().describe("Of the document's bytes."),
    canonicalUrl: z.string().optional().describe("Address of a printed or AMP page's original."),
    partOf: z.string().optional().describe("Address of the live blog that this is an entry of."),
    nextPage: z.string().optional().describe("Where the article goes on; only this page was read."),
    paywalled: z.boolean().optional().describe("Its publisher says that it is not free to read."),
    notice: z.string().optional().describe("Must be shown wherever the report is shown."),
    unread: z.string().optional().describe("Why it was kept but not read."),
    warnings: list(z.string()).optional(),
    origin: z.string().optional(),
  })
  .openapi("Report");

export const Block = z.object({
  kind: z.enum(["headline", "standfirst", "heading", "paragraph", "list-item", "quote"]),
  start: count,
  end: count,
});

export const AnnotationKind = z.enum([...Kind.options, "speaker", "actor", "place", "time"]);

export const Annotation = z
  .object({
    kind: AnnotationKind,
    start: count,
    end: count,
    label: z.string().describe("What it is read as, in a few words."),
    finding: z.string().optional(),
  })
  .openapi("Annotation");

export const Amendment = z
  .object({
    kind: z.enum(["correction", "clarification", "change", "editors-note"]),
    text: z.string(),
    date: z.string().optional(),
  })
  .openapi("Amendment");

export const Claim = z.object({ field: z.string(), value: z.string(), from: z.string() }).openapi("Claim");

export const ReportText = Report.extend({
  amendments: list(Amendment)
    .optional()
    .describe("The publisher's notes of correction, as printed; nothing is read from them."),
  captions: list(z.string()).optional().describe("What stands under pictures; no part of the text."),
  claims: list(Claim).optional().describe("What each part of the page says about it, in order of trust."),
  text: z.string(),
  blocks: list(Block),
  annotations: list(Annotation).describe("By start, the longer first."),
  situations: list(z.string()),
  extractor: z.string(),
}).openapi("ReportText");

// Corrections by analysts

const mark = {
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

// The record

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

const number = z.number().nullable();

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

// Situations

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
const ids = list(z.string());

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
      proposals: list(z.object({ proposal: z.string(), actors: count, entries: ids })),
    }),
    legalBases: ids,
    outlook: ids,
    statements: ids,
    revisions: list(Revision).describe("The latest ones, latest first; /revisions has all."),
  })
  .openapi("Situation");

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

export const SituationsAnswer = z.object({ situations: list(SituationCard) }).openapi("Situations");
export const RevisionsAnswer = z.object({ revisions: list(Revision) }).openapi("Revisions");

export const Hit = z
  .object({
    report: Report,
    situations: ids,
    excerpt: z.string(),
    start: count.describe("Where the excerpt begins in the report's text."),
    matches: list(Span).describe("Within the report's text."),
  })
  .openapi("Hit");
const Counted = list(z.object({ value: z.string(), count })).describe("Most frequent first, at most 50.");
export const SearchAnswer = z
  .object({
    query: z.string(),
    total: count,
    isMore: z.boolean().describe("There are more than total: only so many are counted."),
    hits: list(Hit),
    facets: z
      .object({
        publishers: Counted,
        languages: Counted,
        kinds: Counted,
        situations: Counted,
        read: count,
        unread: count,
      })
      .describe("Of how many of all that is found something is so."),
  })
  .openapi("Search");

export const IndexAnswer = z
  .object({ name: z.string(), version: z.string(), links: z.record(z.string(), z.string()) })
  .openapi("Index");
export const HealthAnswer = z
  .object({ status: z.literal("ok"), version: z.string(), situations: count, reports: count })
  .openapi("Health");

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: list(z.object({ where: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

export type Activity = z.infer<typeof Activity>;
export type Annotation = z.infer<typeof Annotation>;
export type AnnotationKind = z.infer<typeof AnnotationKind>;
export type Entry = z.infer<typeof Entry>;
export type EntryLine = z.infer<typeof EntryLine>;
export type EntryAnswer = z.infer<typeof EntryAnswer>;
export type Evidence = z.infer<typeof Evidence>;
export type FigurePoint = z.infer<typeof FigurePoint>;
export type HealthAnswer = z.infer<typeof HealthAnswer>;
export type Hit = z.infer<typeof Hit>;
export type IndexAnswer = z.infer<typeof IndexAnswer>;
export type Kind = z.infer<typeof Kind>;
export type Origin = z.infer<typeof Origin>;
export type Offer = z.infer<typeof Offer>;
export type Passage = z.infer<typeof Passage>;
export type Problem = z.infer<typeof Problem>;
export type RecordAnswer = z.infer<typeof RecordAnswer>;
export type Report = z.infer<typeof Report>;
export type ReportText = z.infer<typeof ReportText>;
export type Revision = z.infer<typeof Revision>;
export type RevisionsAnswer = z.infer<typeof RevisionsAnswer>;
export type SearchAnswer = z.infer<typeof SearchAnswer>;
export type SearchAsked = z.infer<typeof SearchQuery>;
export type Situation = z.infer<typeof Situation>;
export type SituationCard = z.infer<typeof SituationCard>;
export type SituationsAnswer = z.infer<typeof SituationsAnswer>;
export type SourcesAnswer = z.infer<typeof SourcesAnswer>;
export type Span = z.infer<typeof Span>;
export type Speaker = z.infer<typeof Speaker>;
export type Status = z.infer<typeof Status>;

function exists(value: string): boolean {
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}
