/**
 * The record as JSON: the contract for programs, printed by `sitrep read --json` and served by the API.
 * Absent means unknown: never a guess, never an empty string.
 */
import type { ActorOffer, ActorRef } from "../model/actor.ts";
import type { Conflict, Edit, Grade, Mark, Note } from "../model/correction.ts";
import type {
  Entry,
  EntryEvidence,
  FigurePoint,
  Review,
  SituationRecord,
  StatusPoint,
} from "../model/entry.ts";
import type { Finding, Stance } from "../model/finding.ts";
import type { Origin } from "../model/origin.ts";
import type { Place } from "../model/place.ts";
import type { Amendment, Claim, Report, Stated } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { SpeakerKind } from "../model/speaker.ts";
import type { Certainty, Polarity, Stage, Status } from "../model/status.ts";
import type { Story } from "../model/story.ts";
import type { Time } from "../model/time.ts";
import { cameoRoots } from "./cameo.ts";
import { line, lineOf } from "./line.ts";
import { english, type Words } from "./words/words.ts";

export interface ReportJson {
  id: string;
  input: string;
  url?: string;
  publisher?: string;
  title?: string;
  bylines?: string[];
  credit?: string;
  section?: string;
  published?: { value: string; stated: boolean; from?: string };
  modified?: { value: string; stated: boolean; from?: string };
  fetchedAt: string;
  language?: string;
  /** Length of the text in UTF-16 code units. */
  textLength: number;
  /** SHA-256 of the document's bytes. */
  sha256: string;
  /** Address of the original of a printed or AMP page; of the live blog that holds an entry; of the next page. */
  canonicalUrl?: string;
  partOf?: string;
  nextPage?: string;
  /** The publisher says that it is not free to read: the text may be cut. */
  paywalled?: boolean;
  notice?: string;
  /** Why it was kept but not read. */
  unread?: string;
  warnings?: string[];
}

/** A report with what stands apart from its text, and with what each part of its page says. */
export interface WholeReportJson extends ReportJson {
  /** The publisher's notes of correction, as printed; nothing is read from them. */
  amendments?: Amendment[];
  captions?: string[];
  /** In order of trust: what "published" or "title" was not taken from is here too. */
  claims?: Claim[];
}

export interface EvidenceJson {
  report: string;
  /** UTF-16 offsets into the report's text; `quote` equals that slice. */
  start: number;
  end: number;
  quote: string;
  hedges: string[];
  origin: string;
  /** Who its unnamed speaker turned out to be, by which later report. */
  naming?: { name: string; wikidata?: string; report: string; at: string };
  /** How reliable an analyst holds whoever printed it (Admiralty code, A to F). */
  grade?: Grade;
}

export interface EntryJson {
  id: string;
  kind: Finding["kind"];
  line: string;
  status?: StatusJson;
  speaker: { kind: SpeakerKind; name?: string; words?: string; count?: number; reason?: string };
  actors: string[];
  recipients: string[];
  /** Those of them with what they are known by: kind, ISO country, Wikidata id. */
  actorRefs?: ActorRef[];
  instruments: string[];
  places: Place[];
  time?: { value: string; from?: string; to?: string | null; words: string; stated: boolean };
  event?: {
    /** PLOVER type; absent for an act that PLOVER has none for. */
    type?: string;
    mode?: string;
    context?: string[];
    cameoRoot?: string;
    words: string;
    what: string;
    habitual?: boolean;
    background?: boolean;
  };
  figure?: {
    measure: string;
    of?: string;
    low: number | null;
    best: number | null;
    high: number | null;
    approximate: boolean;
    unit: string;
    per: string | null;
    since: string | null;
    asOf: string | null;
    words: string;
  };
  position?: { actor: string; stance: Stance; proposal: string };
  legalBasis?: {
    instrument: string;
    invokedBy: string | null;
    for: string | null;
    disputedBy: string | null;
  };
  expectation?: { what: string; by: string | null; condition: string | null };
  statement?: { cue: string; mode: string; content: string };
  history?: StepJson[];
  series?: FigurePoint[];
  contradicts?: string[];
  partOf?: string;
  evidence: EvidenceJson[];
  /** Number of independent origins. */
  origins: number;
  /** Corrections by analysts that made it what it is; fields that they changed; how it reads without them. */
  corrections?: Mark[];
  edits?: Edit[];
  asRead?: { line: string; status?: StatusJson };
  notes?: Note[];
  /** How credible an analyst holds it (Admiralty code, 1 to 6). */
  grade?: Grade;
  /** Where corrections and evidence no longer go together. */
  conflicts?: Conflict[];
}

export interface StatusJson {
  stage?: Stage;
  polarity?: Polarity;
  certainty: Certainty;
  /** Denied, as it was prevented, refused or not managed, and nobody says of it that it is not so. */
  unrealised?: true;
}

/** A step of an entry's life: how it stood from `at` on, by which report or analyst's correction. */
export type StepJson = Omit<StatusPoint, "status"> & { status: StatusJson };

export interface RecordJson {
  reports: WholeReportJson[];
  origins: Origin[];
  stories: Story[];
  /** Actors that may be one; the record keeps them apart. */
  offers: ActorOffer[];
  entries: EntryJson[];
  /** Only where analysts corrected something: what a person should look at, and the entries rejected. */
  review?: ReviewJson;
}

export interface ReviewJson {
  conflicts: Conflict[];
  rejected: EntryJson[];
}

/** The whole record. `reports` holds every report that an entry points into; `unread` the reasons by id. */
export function recordJson(
  record: SituationRecord,
  reports: readonly Report[],
  unread: ReadonlyMap<string, string> = new Map(),
): RecordJson {
  const texts = new Map(reports.map((report) => [report.id, report.text]));
  return {
    reports: reports.map((report) => wholeReportJson(report, unread.get(report.id))),
    origins: [...record.origins],
    stories: [...record.stories],
    offers: [...record.offers],
    entries: record.entries.map((entry) => entryJson(entry, texts)),
    ...given({ review: record.review === undefined ? undefined : reviewJson(record.review, texts) }),
  };
}

function reviewJson({ conflicts, rejected }: Review, texts: ReadonlyMap<string, string>): ReviewJson {
  return { conflicts: [...conflicts], rejected: rejected.map((entry) => entryJson(entry, texts)) };
}

export function wholeReportJson(report: Report, unread?: string): WholeReportJson {
  const { amendments, captions, claims } = report;
  return {
    ...reportJson(report, unread),
    ...given({
      amendments: amendments === undefined ? undefined : [...amendments],
      captions: captions === undefined ? undefined : [...captions],
      claims: claims === undefined ? undefined : [...claims],
    }),
  };
}

export function reportJson(report: Report, unread?: string): ReportJson {
  return {
    id: report.id,
    input: report.input,
    ...given({
      url: report.url,
      publisher: report.publisher,
      title: report.title,
      bylines: report.bylines.length === 0 ? undefined : [...report.bylines],
      credit: report.credit,
      section: report.section,
      published: report.published === undefined ? undefined : statedJson(report.published),
      modified: report.modified === undefined ? undefined : statedJson(report.modified),
    }),
    fetchedAt: report.fetchedAt,
    ...given({ language: report.language }),
    textLength: report.text.length,
    sha256: report.document,
    ...given({
      canonicalUrl: report.canonicalUrl,
      partOf: report.partOf,
      nextPage: report.nextPage,
      paywalled: report.paywalled,
      notice: report.notice,
      unread,
      warnings: report.warnings.length === 0 ? undefined : [...report.warnings],
    }),
  };
}

/** One entry. `texts` maps report ids to texts and must hold every report that the entry points into. */
export function entryJson(
  entry: Entry,
  texts: ReadonlyMap<string, string>,
  words: Words = english,
): EntryJson {
  return {
    ...bareEntryJson(entry, texts, words),
    evidence: entry.evidence.map((evidence) => evidenceJson(evidence, texts)),
  };
}

/** The same without its evidence, which is most of it. */
export function bareEntryJson(
  entry: Entry,
  texts: ReadonlyMap<string, string>,
  words: Words = english,
): Omit<EntryJson, "evidence"> {
  const text = textOf(entry.leadReport, texts);
  const lead = entry.lead;
  return {
    id: entry.id,
    kind: entry.kind,
    line: lineOf(entry, text, words),
    ...given({ status: entry.status === undefined ? undefined : statusJson(entry.status) }),
    speaker: {
      kind: lead.speaker.kind,
      ...given({
        name: lead.speaker.name,
        words: lead.speaker.words,
        count: lead.speaker.count,
        reason: lead.speaker.reason,
      }),
    },
    actors: names(lead.actors),
    recipients: names(lead.recipients),
    ...given({ actorRefs: refs([...lead.actors, ...lead.recipients]) }),
    instruments: [...lead.instruments],
    places: [...lead.places],
    ...given({ time: lead.time === undefined ? undefined : timeJson(lead.time) }),
    ...ownPart(lead, text),
    ...given({
      history: entry.history.length > 1 ? entry.history.map(stepJson) : undefined,
      series: entry.series === undefined ? undefined : [...entry.series],
      contradicts: entry.contradicts.length === 0 ? undefined : [...entry.contradicts],
      partOf: entry.partOf,
    }),
    origins: entry.origins.length,
    ...correctedPart(entry, text, words),
  };
}

function correctedPart(entry: Entry, text: string, words: Words): Partial<EntryJson> {
  const { corrections, edits, asRead, notes, grade, conflicts } = entry;
  return given({
    corrections: corrections === undefined ? undefined : [...corrections],
    edits: edits === undefined ? undefined : [...edits],
    asRead:
      asRead === undefined
        ? undefined
        : {
            line: line(asRead.lead, text, words),
            ...given({ status: asRead.status === undefined ? undefined : statusJson(asRead.status) }),
          },
    notes: notes === undefined ? undefined : [...notes],
    grade,
    conflicts: conflicts?.map((conflict) => ({ ...conflict, why: words.told(conflict.why) })),
  });
}

function refs(actors: readonly ActorRef[]): ActorRef[] | undefined {
  const found = new Map(
    actors.map(({ id, name, kind, country, wikidata }) => [
      id,
      { id, name, kind, ...given({ country, wikidata }) } as ActorRef,
    ]),
  );
  return found.size === 0 ? undefined : [...found.values()];
}

/** Only the object that belongs to the kind. */
function ownPart(finding: Finding, text: string): Partial<EntryJson> {
  const cut = (span: Span) => text.slice(span.start, span.end);
  switch (finding.kind) {
    case "event": {
      const { type, mode, context, words, what, habitual, background } = finding.event;
      return {
        event: {
          ...given({
            type,
            mode,
            context: context === undefined ? undefined : [...context],
            cameoRoot: type === undefined ? undefined : cameoRoots[type],
          }),
          words,
          what: cut(what),
          ...given({ habitual, background }),
        },
      };
    }
    case "figure": {
      const { measure, of, low, best, high, approximate, unit, per, since, asOf, words } = finding.figure;
      return {
        figure: {
          measure,
          ...given({ of }),
          low,
          best,
          high,
          approximate,
          unit,
          per: per ?? null,
          since: since ?? null,
          asOf: asOf ?? null,
          words: cut(words),
        },
      };
    }
    case "position": {
      const { actor, stance, proposal } = finding.position;
      return { position: { actor: actor.name, stance, proposal: cut(proposal) } };
    }
    case "legal-basis": {
      const basis = finding.legalBasis;
      return {
        legalBasis: {
          instrument: basis.instrument,
          invokedBy: basis.invokedBy?.name ?? null,
          for: basis.for === undefined ? null : cut(basis.for),
          disputedBy: basis.disputedBy?.name ?? null,
        },
      };
    }
    case "expectation": {
      const { what, by, condition } = finding.expectation;
      return {
        expectation: {
          what: cut(what),
          by: by?.value ?? null,
          condition: condition === undefined ? null : cut(condition),
        },
      };
    }
    case "statement": {
      const { cue, content, mode } = finding.statement;
      return { statement: { cue: cut(cue), mode, content: content.map(cut).join(" … ") } };
    }
  }
}

export function evidenceJson(
  { report, origin, finding, naming, grade }: EntryEvidence,
  texts: ReadonlyMap<string, string>,
): EvidenceJson {
  const text = textOf(report, texts);
  const { start, end, hedges } = finding.evidence;
  return {
    report,
    start,
    end,
    quote: text.slice(start, end),
    hedges: hedges.map((hedge) => text.slice(hedge.start, hedge.end)),
    origin,
    ...given({
      naming:
        naming === undefined
          ? undefined
          : {
              name: naming.actor.name,
              ...given({ wikidata: naming.actor.wikidata }),
              report: naming.report,
              at: naming.at,
            },
      grade,
    }),
  };
}

function stepJson(step: StatusPoint): StepJson {
  return { ...step, status: statusJson(step.status) };
}

export function statusJson({ stage, polarity, certainty, unrealisedBy }: Status): StatusJson {
  return {
    ...given({ stage, polarity }),
    certainty,
    ...(unrealisedBy === undefined ? {} : { unrealised: true }),
  };
}

function timeJson({ value, from, to, words, stated }: Time): NonNullable<EntryJson["time"]> {
  return { value, ...given({ from }), ...(to === undefined ? {} : { to }), words, stated };
}

function statedJson({ value, stated, from }: Stated<string>): NonNullable<ReportJson["published"]> {
  return { value, stated, ...given({ from }) };
}

function names(actors: readonly ActorRef[]): string[] {
  return actors.map((actor) => actor.name);
}

function textOf(report: string, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(report);
  if (text === undefined) throw new Error(`json: report ${report} is not among the texts given`);
  return text;
}

/** The object without its undefined fields: absent means unknown. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
