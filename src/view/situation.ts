/**
 * A situation as a page or a program sees it: the record's entries in the shapes of json.ts, and which
 * of them make up the brief, the timeline, the figures, the positions, the outlook and the sources.
 *
 * Pure: "now" is the last publication that counts, so the same record gives the same page.
 */
import type { ActorOffer } from "../model/actor.ts";
import type { Conflict } from "../model/correction.ts";
import type { Entry, Review, SituationRecord } from "../model/entry.ts";
import type { Origin, OriginReason } from "../model/origin.ts";
import type { Report } from "../model/report.ts";
import type { Revision } from "../model/revision.ts";
import type { Situation } from "../model/situation.ts";
import type { Story } from "../model/story.ts";
import { datedAhead, publishedAt } from "./due.ts";
import { type EntryView, entryView } from "./entry.ts";
import { figuresInOrder } from "./figure-order.ts";
import { byTime, until, type When } from "./instant.ts";
import { type ReportJson, reportJson } from "./json.ts";
import { type MapView, mapOf } from "./map/map.ts";
import { type Positions, positionsOf } from "./positions.ts";
import { Telling } from "./telling.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import { english, type Words } from "./words/words.ts";

export interface SituationView {
  readonly situation: Situation;
  /** What was asked for: ISO dates; absent is "all that there is". */
  readonly when: When;
  /** First and last publication day among the reports: the bounds of "as of". */
  readonly published?: Days;
  /** First and last day on which a report was fetched: the bounds of "known at". */
  readonly known?: Days;
  readonly counts: SituationCounts;
  /** Reports and origins by publication day, for a sparkline; days without reports are left out. */
  readonly activity: readonly Activity[];
  readonly next?: NextDate;
  readonly brief: readonly BriefPart[];
  readonly timeline: Timeline;
  /** Entry ids of the totals, each with its parts. */
  readonly figures: readonly FigureGroup[];
  readonly positions: Positions;
  /** Entry ids, and so on below. */
  readonly legalBases: readonly string[];
  readonly outlook: readonly string[];
  readonly statements: readonly string[];
  readonly entries: readonly EntryView[];
  readonly reports: readonly ReportView[];
  readonly origins: readonly OriginView[];
  /** Worked out when asked for, which takes longer than all the rest. */
  readonly stories: () => readonly Story[];
  readonly offers: () => readonly ActorOffer[];
  readonly map: () => MapView;
  /** Latest first. */
  readonly revisions: readonly RevisionView[];
  /** Only where analysts corrected something: what to look at, and the entries rejected. */
  readonly review?: ReviewView;
}

export interface ReviewView {
  readonly conflicts: readonly Conflict[];
  readonly rejected: readonly EntryView[];
}

export interface Days {
  readonly first: string;
  readonly last: string;
}

export interface SituationCounts {
  readonly reports: number;
  readonly unread: number;
  readonly origins: number;
  readonly entries: number;
  /** Entries that another one contradicts. */
  readonly contested: number;
}

export interface Activity {
  readonly day: string;
  readonly reports: number;
  readonly origins: number;
}

/** The next day on which something is expected or planned. */
export interface NextDate {
  readonly day: string;
  readonly entry: string;
  readonly line: string;
  readonly language?: string;
}

export type BriefKey = "done" | "ahead" | "off" | "contested" | "figures" | "positions" | "legal" | "watch";

export interface BriefPart {
  readonly key: BriefKey;
  readonly entries: readonly string[];
  /** How many more of the kind there are. */
  readonly more: number;
}

export interface FigureGroup {
  readonly entry: string;
  readonly parts: readonly string[];
}

export interface ReportView extends ReportJson {
  /** Id of its origin; absent where the report doesn't count as of the time asked for. */
  readonly origin?: string;
}

export interface OriginView {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly OriginReason[];
  /** Report ids, earliest first. */
  readonly reports: readonly string[];
  readonly links: Origin["links"];
  /** Entries that rest on it. */
  readonly entries: number;
}

export interface RevisionView extends Revision {
  /** The entry's kind and line as it stands; absent where it is no longer in the record. */
  readonly kind?: Entry["kind"];
  readonly line?: string;
  /** Of the report that the line is cut from. */
  readonly language?: string;
}

export interface Situated {
  readonly situation: Situation;
  readonly record: SituationRecord;
  /** Every report of the situation, also those that were not read. */
  readonly reports: readonly Report[];
  /** Why reports were kept but not read, by report id. */
  readonly unread: ReadonlyMap<string, string>;
  /** In any order. */
  readonly revisions: readonly Revision[];
  readonly when: When;
  /** Of lines and reasons; English when absent. */
  readonly words?: Words;
}

export function situationView(situated: Situated): SituationView {
  const { situation, record, unread, when, words = english } = situated;
  const counted = new Set(record.reports);
  const absent = new Set(record.absent?.map(({ report }) => report));
  const reports = situated.reports.filter(
    ({ id, ...report }) => counted.has(id) || (unread.has(id) && !absent.has(id) && within(report, when)),
  );
  const texts = new Map(situated.reports.map(({ id, text }) => [id, text]));
  const languages = new Map(situated.reports.map(({ id, language }) => [id, language]));
  const entries = record.entries.map((entry) =>
    entryView(entry, texts, { words, language: languages.get(entry.leadReport) }),
  );
  const tell = (sentence: string | undefined) => sentence && words.told(sentence);
  const origins = originViews(record, words);
  const originOf = new Map(origins.flatMap(({ id, reports }) => reports.map((report) => [report, id])));
  const ahead = datedAhead(reports);
  const published = daysOf(reports.filter(({ id }) => !ahead.has(id)).map(publishedAt));
  const known = daysOf(situated.reports.map(({ fetchedAt }) => fetchedAt));
  const timeline = timelineOf(record.entries);
  const positions = positionsOf(entries, record.entries);
  const next = nextDate(record.entries, entries, published?.last);
  const revisions = revisionViews(situated.revisions, entries, when, words);
  const telling = new Telling(record.entries, (report) => texts.get(report));
  const figures = figureGroups(entries, record.entries, telling);
  const legalBases = idsOf(entries, "legal-basis");
  const outlook = outlookOf(record.entries);

  return {
    situation,
    when,
    ...(published === undefined ? {} : { published }),
    ...(known === undefined ? {} : { known }),
    counts: {
      reports: reports.length,
      unread: reports.filter(({ id }) => unread.has(id)).length,
      origins: origins.length,
      entries: entries.length,
      contested: entries.filter(({ contradicts }) => contradicts !== undefined).length,
    },
    activity: activityOf(reports, originOf),
    ...(next === undefined ? {} : { next }),
    brief: briefParts(
      entries,
      timeline,
      figures,
      legalBases,
      outlook,
      mostTelling(record.entries, entries, telling),
    ),
    timeline,
    figures,
    positions,
    legalBases,
    outlook,
    statements: idsOf(entries, "statement"),
    entries,
    reports: reports
      .map((report) => reportView(report, tell(unread.get(report.id)), originOf.get(report.id)))
      .sort((a, b) => byTime(publishedAt(a), publishedAt(b)) || compare(a.id, b.id)),
    origins,
    stories: () => record.stories,
    offers: () => record.offers.map((offer) => ({ ...offer, why: words.told(offer.why) })),
    map: () => mapOf(record.entries),
    revisions,
    ...(record.review === undefined ? {} : { review: reviewView(record.review, texts, words) }),
  };
}

function reviewView(
  { conflicts, rejected }: Review,
  texts: ReadonlyMap<string, string>,
  words: Words,
): ReviewView {
  return {
    conflicts: conflicts.map((conflict) => ({ ...conflict, why: words.told(conflict.why) })),
    rejected: rejected.map((entry) => entryView(entry, texts, { words })),
  };
}

function reportView(report: Report, unread?: string, origin?: string): ReportView {
  return { ...reportJson(report, unread), ...(origin === undefined ? {} : { origin }) };
}

/** Largest first: where one story was printed five times is what a reader must see. */
function originViews({ origins, entries }: SituationRecord, words: Words): OriginView[] {
  const carried = new Map<string, number>();
  for (const { origins } of entries) {
    for (const id of origins) carried.set(id, (carried.get(id) ?? 0) + 1);
  }
  return origins
    .map(({ id, name, reports, links }) => ({
      id,
      name,
      reasons: [...new Set(links.map(({ reason }) => reason))].filter((reason) => reason !== "single"),
      reports: [...reports],
      links: links.map((link) => ({ ...link, why: words.told(link.why) })),
      entries: carried.get(id) ?? 0,
    }))
    .sort((a, b) => b.reports.length - a.reports.length || compare(a.name, b.name) || compare(a.id, b.id));
}

/** Totals in the order of the brief; parts stand under their total. */
function figureGroups(
  entries: readonly EntryView[],
  record: readonly Entry[],
  telling: Telling,
): FigureGroup[] {
  const figures = entries.filter(({ kind }) => kind === "figure");
  const ids = new Set(figures.map(({ id }) => id));
  const partsOf = new Map<string, string[]>();
  for (const { id, partOf } of figures) {
    if (partOf !== undefined && ids.has(partOf)) partsOf.set(partOf, [...(partsOf.get(partOf) ?? []), id]);
  }
  const isTotal = ({ kind, partOf }: Entry) =>
    kind === "figure" && (partOf === undefined || !ids.has(partOf));
  return figuresInOrder(record.filter(isTotal), telling).map(({ id }) => ({
    entry: id,
    parts: partsOf.get(id) ?? [],
  }));
}

const perPart: Record<BriefKey, number> = {
  done: 5,
  ahead: 4,
  off: 3,
  contested: 4,
  figures: 4,
  positions: 4,
  legal: 2,
  watch: 3,
};

/** The brief: of each kind the few that tell most, newest first, and how many are left out. */
function briefParts(
  entries: readonly EntryView[],
  timeline: Timeline,
  figures: readonly FigureGroup[],
  legalBases: readonly string[],
  outlook: readonly string[],
  most: (among: readonly EntryView[], most: number) => readonly EntryView[],
): BriefPart[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const views = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const contested = entries.filter(({ contradicts }) => contradicts !== undefined);
  const disputed = new Set(contested.map(({ id }) => id));
  const events = (lane: "done" | "ahead") =>
    views(timeline[lane].filter(({ background }) => !background).map(({ entry }) => entry));
  const isOff = ({ status }: EntryView) => status?.polarity === "denied" || status?.stage === "called-off";
  const of: Record<BriefKey, readonly EntryView[]> = {
    done: events("done"),
    ahead: events("ahead").filter((entry) => !isOff(entry)),
    off: events("ahead").filter(isOff),
    contested,
    figures: views(figures.map(({ entry }) => entry)),
    positions: entries.filter(({ kind }) => kind === "position"),
    legal: views(legalBases),
    watch: views(outlook),
  };
  return (Object.keys(perPart) as BriefKey[]).flatMap((key) => {
    const all = of[key].filter(({ id }) => key === "contested" || !disputed.has(id));
    // figures stand in their order already
    const chosen = key === "figures" ? all.slice(0, perPart.figures) : most(all, perPart[key]);
    if (chosen.length === 0) return [];
    const shown = key === "figures" || key === "watch" ? chosen : chosen.toSorted(newest);
    return [{ key, entries: shown.map(({ id }) => id), more: all.length - chosen.length }];
  });
}

/** Picks by what the whole record speaks of. */
function mostTelling(
  entries: readonly Entry[],
  views: readonly EntryView[],
  telling: Telling,
): (among: readonly EntryView[], most: number) => EntryView[] {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const viewOf = new Map(views.map((view) => [view.id, view]));
  return (among, most) =>
    telling
      .choose(
        among.flatMap(({ id }) => entryOf.get(id) ?? []),
        most,
      )
      .flatMap(({ id }) => viewOf.get(id) ?? []);
}

function newest(a: EntryView, b: EntryView): number {
  return byTime(b.lastAt, a.lastAt) || compare(a.id, b.id);
}

/** Expectations, those with a day first and in its order. */
function outlookOf(entries: readonly Entry[]): string[] {
  const due = ({ lead }: Entry) =>
    (lead.kind === "expectation" ? lead.expectation.by?.from : undefined) ?? "9999";
  return entries
    .filter(({ kind }) => kind === "expectation")
    .sort((a, b) => compare(due(a), due(b)) || compare(a.id, b.id))
    .map(({ id }) => id);
}

/** The first day after the last report that an expectation or an act not yet done names. */
function nextDate(
  entries: readonly Entry[],
  views: readonly EntryView[],
  last: string | undefined,
): NextDate | undefined {
  if (last === undefined) return undefined;
  const lines = new Map(views.map((view) => [view.id, { line: view.line, ...languageIn(view) }]));
  return entries
    .flatMap(({ id, lead, status }) => {
      const open =
        status?.polarity !== "denied" && status?.stage !== "called-off" && status?.stage !== "done";
      const time =
        lead.kind === "expectation" ? lead.expectation.by : lead.kind === "event" ? lead.time : undefined;
      const day = time?.from;
      return open && day !== undefined && day > last
        ? [{ day, entry: id, ...(lines.get(id) ?? { line: "" }) }]
        : [];
    })
    .sort((a, b) => compare(a.day, b.day) || compare(a.entry, b.entry))[0];
}

function revisionViews(
  revisions: readonly Revision[],
  entries: readonly EntryView[],
  { asOf, knownAt }: When,
  words: Words,
): RevisionView[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return revisions
    .filter((revision) => until(revision.knownAt, knownAt) && until(revision.holdsAt, asOf))
    .map((revision) => {
      const entry = byId.get(revision.entry);
      const { from, to } = revision;
      const said = {
        ...revision,
        ...(from === undefined ? {} : { from: words.value(from) }),
        ...(to === undefined ? {} : { to: words.value(to) }),
      };
      return entry === undefined
        ? said
        : { ...said, kind: entry.kind, line: entry.line, ...languageIn(entry) };
    })
    .sort((a, b) => byTime(b.knownAt, a.knownAt) || byTime(b.holdsAt, a.holdsAt) || compare(a.id, b.id));
}

function languageIn({ language }: EntryView): { language?: string } {
  return language === undefined ? {} : { language };
}

function activityOf(reports: readonly Report[], originOf: ReadonlyMap<string, string>): Activity[] {
  const days = new Map<string, { reports: number; origins: Set<string> }>();
  for (const report of reports) {
    const day = publishedAt(report).slice(0, 10);
    const at = days.get(day) ?? { reports: 0, origins: new Set<string>() };
    at.reports++;
    at.origins.add(originOf.get(report.id) ?? report.id);
    days.set(day, at);
  }
  return [...days]
    .map(([day, { reports, origins }]) => ({ day, reports, origins: origins.size }))
    .sort((a, b) => compare(a.day, b.day));
}

function idsOf(entries: readonly EntryView[], kind: Entry["kind"]): string[] {
  return entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
}

function within(report: Pick<Report, "published" | "fetchedAt">, { asOf, knownAt }: When): boolean {
  return until(publishedAt(report), asOf) && until(report.fetchedAt, knownAt);
}

function daysOf(times: readonly string[]): Days | undefined {
  const days = times.map((time) => time.slice(0, 10)).sort(compare);
  const first = days[0];
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
