/**
 * What changed since a reader last looked, in meaning and in a sentence each: new, corroborated, revised, contradicted,
 * withdrawn, superseded, and days that passed.
 *
 * A reader sees the net of it: of an entry that was revised three times one sentence with its steps, of what was told
 * and taken back in between nothing but that there was some. Both records and the revisions are given, so it is pure;
 * "now" is the last publication that counts.
 */
import type { Correction } from "../model/correction.ts";
import type { Entry, FigurePoint, SituationRecord } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import type { Change, NewsKind, Revision } from "../model/revision.ts";
import type { Span } from "../model/span.ts";
import { dayWords } from "./days.ts";
import { dueDay, isOverdue, lastDay } from "./due.ts";
import { byTime, until } from "./instant.ts";
import { lineOf } from "./line.ts";
import { stanceWords } from "./stances.ts";
import { listWords, publisherOf, tellersOf } from "./tellers.ts";
import { english, type Words } from "./words/words.ts";

/** One happening's changes. */
export interface News {
  /** The weightiest of `kinds`. */
  readonly kind: NewsKind;
  readonly kinds: readonly NewsKind[];
  /** Entry ids, the one that the sentence is about first. Entries of one sentence stand together. */
  readonly entries: readonly string[];
  /** Outside text among our words: data, to be escaped where it is shown. */
  readonly sentence: string;
  /** What of the sentence is cut from a report, by UTF-16 offsets into it, where the report's language is known. */
  readonly cut?: Span & { readonly language: string };
  /** When the last of the changes holds, and when we knew. */
  readonly at: string;
  readonly knownAt: string;
  /** Independent origins that carry it now; those that did, where it was withdrawn. */
  readonly origins: number;
  /** The sentences that made the changes, at least one. */
  readonly evidence: readonly NewsEvidence[];
  /** Only that somebody said something, or background: told after what happened. */
  readonly isRemark: boolean;
}

/** UTF-16 offsets into the report's text. */
export interface NewsEvidence {
  readonly report: string;
  readonly start: number;
  readonly end: number;
}

export interface Since {
  /** Absent where the reader has not looked before: then everything is new. */
  readonly seenAt?: string;
  /** Kinds in the order of `newsKinds`, in each the newest first. */
  readonly news: readonly News[];
  /** Entries that were told and taken back in between. */
  readonly passing: number;
}

export interface SinceInput {
  /** What the reader has seen: an instant of "known at"; absent for a first look. */
  readonly seenAt?: string;
  /** A day or an instant of "known at" that is taken for now; absent for all that is known. */
  readonly knownAt?: string;
  /** The record as known at `seenAt` (empty for a first look), and as known now. */
  readonly before: SituationRecord;
  readonly now: SituationRecord;
  /** Every report that either points into. */
  readonly reports: readonly Report[];
  /** All of the situation, in any order. */
  readonly revisions: readonly Revision[];
  /** What analysts said, for who it was that changed a line. */
  readonly corrections?: readonly Correction[];
  /** Of the sentences; English when absent. */
  readonly words?: Words;
}

/** What changes a reader's mind first, what only adds to it last. */
export const newsKinds: readonly NewsKind[] = [
  "revised",
  "contradicted",
  "withdrawn",
  "superseded",
  "overdue",
  "corroborated",
  "new",
];

export function newsSince({
  seenAt,
  knownAt,
  before,
  now,
  reports,
  revisions,
  corrections = [],
  words = english,
}: SinceInput): Since {
  const told = toldOf(before, now, reports, corrections, words);
  const later = revisions
    .filter((one) => (seenAt === undefined || isAfter(one.knownAt, seenAt)) && until(one.knownAt, knownAt))
    .sort((a, b) => byTime(a.knownAt, b.knownAt) || byTime(a.holdsAt, b.holdsAt) || compare(a.id, b.id));
  const changed = new Map<string, Revision[]>();
  for (const one of later) changed.set(one.entry, [...(changed.get(one.entry) ?? []), one]);

  const found: Found[] = [];
  let passing = 0;
  for (const [id, steps] of changed) {
    const entry = told.now.get(id);
    const was = told.before.get(id);
    if (entry === undefined && was === undefined) passing++;
    else if (entry === undefined) found.push(goneOf(was!, steps, told));
    else {
      const one = was === undefined ? newOf(entry, steps, told) : changedOf(was, entry, steps, told);
      if (one !== undefined) found.push(one);
    }
  }
  addOverdue(found, told);
  return {
    ...(seenAt === undefined ? {} : { seenAt }),
    news: oneOfEachSentence(oneOfEachDispute(retold(found, told), told), told)
      .map((found) => newsOf(found, told))
      .sort(byMeaning),
    passing,
  };
}

/** Both records by entry, and what the wording needs of them. */
interface Told {
  readonly words: Words;
  readonly before: ReadonlyMap<string, Entry>;
  readonly now: ReadonlyMap<string, Entry>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly lastDay: { readonly before: string | undefined; readonly now: string | undefined };
  readonly originNames: ReadonlyMap<string, string>;
  /** Who made a correction, by its id. */
  readonly analysts: ReadonlyMap<string, string>;
  /** The entry that holds a finding now, by report and finding; made for who asks, as it lists all evidence. */
  readonly holders: () => ReadonlyMap<string, Entry>;
}

/** What is to become one piece of news. */
interface Found {
  readonly entry: Entry;
  readonly kinds: Set<NewsKind>;
  /** What became of it, put before its line. */
  readonly clauses: string[];
  /** Its line, or what stands in its place. */
  line: string;
  at: string;
  knownAt: string;
  evidence: NewsEvidence[];
  /** Other entries that it tells of. */
  readonly also: string[];
}

function toldOf(
  before: SituationRecord,
  now: SituationRecord,
  reports: readonly Report[],
  corrections: readonly Correction[],
  words: Words,
): Told {
  const byId = ({ entries }: SituationRecord) => new Map(entries.map((entry) => [entry.id, entry]));
  const last = ({ reports: ids }: SituationRecord) => lastDay(reports, new Set(ids));
  let holders: Map<string, Entry> | undefined;
  return {
    words,
    before: byId(before),
    now: byId(now),
    reports: new Map(reports.map((report) => [report.id, report])),
    lastDay: { before: last(before), now: last(now) },
    originNames: new Map([...before.origins, ...now.origins].map(({ id, name }) => [id, name])),
    analysts: new Map(corrections.map(({ id, by }) => [id, by])),
    holders: () => {
      holders ??= new Map(
        now.entries.flatMap((entry) =>
          entry.evidence.map(({ report, finding }) => [`${report} ${finding.id}`, entry] as const),
        ),
      );
      return holders;
    },
  };
}

function foundOf(entry: Entry, steps: readonly Revision[], told: Told): Found {
  const last = steps.at(-1)!;
  const reports = new Set(steps.flatMap(({ reports }) => reports));
  const carried = entry.evidence.filter(({ report }) => reports.has(report));
  return {
    entry,
    kinds: new Set(),
    clauses: [],
    line: wordsOf(entry, told),
    at: last.holdsAt,
    knownAt: last.knownAt,
    evidence: (carried.length > 0 ? carried : entry.evidence).map(placeOf),
    also: [],
  };
}

function newOf(entry: Entry, steps: readonly Revision[], told: Told): Found | undefined {
  const found = foundOf(entry, steps, told);
  found.kinds.add("new");
  found.evidence = entry.evidence.map(placeOf);
  const analyst = analystOf(steps.slice(0, 1), told);
  if (analyst !== undefined) found.clauses.push(told.words.since.lineOfItsOwn(analyst));
  if (entry.contradicts.some((id) => told.now.has(id))) found.kinds.add("contradicted");
  const values = stepsOf(steps);
  if (entry.kind === "figure" && values.length > 1) {
    found.kinds.add("revised");
    const [first, ...later] = values.map(told.words.value);
    found.clauses.push(told.words.since.firstTold(figureWords(entry, told.words), first!, later));
    found.line = "";
  }
  return found;
}

/** Known before and now; undefined where nothing came of it that a reader would notice. */
function changedOf(was: Entry, entry: Entry, steps: readonly Revision[], told: Told): Found | undefined {
  const found = foundOf(entry, steps, told);
  const of = (change: Change) => steps.filter((step) => step.change === change);
  // Only where it was gone in between: a reading by a later version makes entries anew that were there all along.
  const gone = of("withdrawn").some(({ to }) => to === undefined) && of("new").length > 0;
  if (gone) {
    found.kinds.add("new");
    found.clauses.push(told.words.since.toldAgain);
  }
  const revised = revisedWords(was, entry, of("revised"), told);
  if (revised !== undefined) {
    found.kinds.add("revised");
    found.clauses.push(revised);
    if (entry.kind === "figure") found.line = "";
  }
  const against = entry.contradicts.filter((id) => !was.contradicts.includes(id) && told.now.has(id));
  if (against.length > 0) found.kinds.add("contradicted");
  if (of("superseded").length > 0 && revised === undefined) {
    found.kinds.add("superseded");
    found.clauses.push(told.words.since.overtaken);
  }
  const [had, has] = [was.origins.length, entry.origins.length];
  if (of("corroborated").length > 0 && revised !== undefined) {
    // Who bears out the new value is counted at its end; what there was before bore out another.
    found.kinds.add("corroborated");
  } else if (of("corroborated").length > 0 && has > had) {
    found.kinds.add("corroborated");
    const known = new Set(was.origins);
    const names = entry.origins.filter((id) => !known.has(id)).map((id) => told.originNames.get(id) ?? id);
    found.clauses.push(told.words.since.borneOut(listWords(names, told.words), had));
  }
  if (!gone && of("withdrawn").length > 0 && has < had) {
    found.kinds.add("withdrawn");
    const because = of("withdrawn").at(-1)?.because;
    found.clauses.push(told.words.since.notByAll(had, because && told.words.told(because)));
  }
  return found.kinds.size === 0 ? undefined : found;
}

/** No longer in the record: its evidence counts for another entry by now, or none is left. */
function goneOf(was: Entry, steps: readonly Revision[], told: Told): Found {
  const found = foundOf(was, steps, told);
  found.evidence = was.evidence.map(placeOf);
  const heir = was.evidence
    .map(({ report, finding }) => told.holders().get(`${report} ${finding.id}`))
    .find((entry) => entry !== undefined);
  const analyst = analystOf(steps.slice(-1), told);
  if (heir === undefined) {
    found.kinds.add("withdrawn");
    const publishers = new Set(was.evidence.map(({ report }) => publisher(report, told)));
    const printed = listWords([...publishers], told.words);
    const because = steps.at(-1)?.because;
    found.clauses.push(
      because !== undefined
        ? told.words.since.because(told.words.told(because), printed)
        : analyst === undefined
          ? told.words.since.withdrawn(printed)
          : told.words.since.rejected(analyst, printed),
    );
  } else {
    found.kinds.add("superseded");
    found.clauses.push(
      analyst === undefined ? told.words.since.partOfAnother : told.words.since.joined(analyst),
    );
    found.line = `${found.line} → ${wordsOf(heir, told)}`;
    found.also.push(heir.id);
  }
  return found;
}

/** "revised from 11 to 9 by the coast guard", by way of what stood between; undefined where it came back to what it was. */
function revisedWords(was: Entry, entry: Entry, steps: readonly Revision[], told: Told): string | undefined {
  const values = stepsOf(steps);
  const [from, to] = [values[0], values.at(-1)];
  if (from === undefined || to === undefined || values.length < 2 || from === to) return undefined;
  const analyst = analystOf(steps.slice(-1), told);
  const between = values.slice(1, -1);
  const { words } = told;
  const wayOf = (said: readonly string[]) => (said.length === 0 ? "" : words.since.byWayOf(said));
  if (entry.kind === "figure") {
    const point = pointOf(entry, steps.at(-1)!, to);
    const who = analyst ?? point?.issuer ?? publisher(point?.report ?? entry.leadReport, told);
    return words.since.figureChanged(
      figureWords(entry, words),
      point?.correction === true,
      words.value(from),
      words.value(to),
      wayOf(between.map(words.value)),
      who,
    );
  }
  const word = (value: string) =>
    words.since.quoted(was.kind === "position" ? stanceWords(value, words) : words.value(value));
  return words.since.changed(word(from), word(to), analyst, wayOf(between.map(word)));
}

/** Who made a change by a correction; undefined where reports did. */
function analystOf(steps: readonly Revision[], { analysts, words }: Told): string | undefined {
  const ids = steps.flatMap(({ corrections }) => corrections ?? []);
  const names = [...new Set(ids.map((id) => analysts.get(id) ?? words.since.analyst))];
  return names.length === 0 ? undefined : listWords(names, words);
}

/** The values that an entry went through, each once in a row. "Stated" says only that it now has a status at all. */
function stepsOf(steps: readonly Revision[]): string[] {
  const values: string[] = [];
  for (const { change, from, to } of steps) {
    if (change !== "revised" || from === undefined || to === undefined) continue;
    for (const value of [from, to]) if (values.at(-1) !== value) values.push(value);
  }
  return values;
}

function pointOf({ series }: Entry, { reports }: Revision, value: string): FigurePoint | undefined {
  const points = (series ?? []).filter(({ report }) => reports.includes(report));
  const printed = ({ low, best, high }: FigurePoint) =>
    [low, best, high].some((n) => n !== null && value.includes(`${n}`));
  return points.findLast(printed) ?? points.at(-1);
}

/** What is counted, without the number: "Suspected smugglers killed, since 2031-08". */
function figureWords({ lead }: Entry, words: Words): string {
  if (lead.kind !== "figure") return "";
  const { of, unit, measure, since, per } = lead.figure;
  const what = of ?? (unit === "%" ? words.since.perCent : unit);
  const counted = what.toLowerCase().includes(measure.toLowerCase()) ? what : `${what} ${measure}`;
  const where = lead.places[0] === undefined ? "" : `, ${lead.places[0].name}`;
  return flat(
    `${capital(counted)}${per === undefined ? "" : words.since.per(per)}${since === undefined ? "" : words.since.from(dayWords(since, words))}${where}`,
  );
}

/** Told once: when the day has passed since the last look, or when what is new to the reader names a past day. */
function addOverdue(found: Found[], told: Told): void {
  const byEntry = new Map(found.map((one) => [one.entry.id, one]));
  for (const entry of told.now.values()) {
    if (!isOverdue(entry, told.lastDay.now)) continue;
    const was = told.before.get(entry.id);
    if (was !== undefined && isOverdue(was, told.lastDay.before)) continue;
    const due = dueDay(entry)!;
    const words = told.words.since.overdue(dayWords(due, told.words));
    const one = byEntry.get(entry.id) ?? {
      entry,
      kinds: new Set<NewsKind>(),
      clauses: [],
      line: wordsOf(entry, told),
      at: due,
      knownAt: entry.evidence.at(-1)?.knownAt ?? due,
      evidence: entry.evidence.map(placeOf),
      also: [],
    };
    one.kinds.add("overdue");
    one.clauses.push(words);
    if (!byEntry.has(entry.id)) found.push(one);
  }
}

/**
 * A page that drops a sentence and later has it again makes another entry of the same words: told as one thing. Where
 * one capture has both, only other words say the same, and nothing has changed.
 */
function retold(found: readonly Found[], { words }: Told): Found[] {
  const isOnly = (one: Found, kind: NewsKind) => one.kinds.size === 1 && one.kinds.has(kind);
  const keyOf = ({ entry, line }: Found) => `${entry.kind} ${line}`;
  const anew = new Map(found.filter((one) => isOnly(one, "new")).map((one) => [keyOf(one), one]));
  const left = new Set<Found>();
  for (const gone of found) {
    const again = isOnly(gone, "withdrawn") ? anew.get(keyOf(gone)) : undefined;
    if (again === undefined) continue;
    left.add(gone);
    if (byTime(gone.knownAt, again.knownAt) < 0) again.clauses.push(words.since.toldAgain);
    else left.add(again);
  }
  return found.filter((one) => !left.has(one));
}

/** Two lines that contradict each other are one dispute, told with both sides. */
function oneOfEachDispute(found: readonly Found[], told: Told): Found[] {
  const kept: Found[] = [];
  const settled = new Set<string>();
  const byEntry = new Map(found.map((one) => [one.entry.id, one]));
  for (const one of found) {
    if (!one.kinds.has("contradicted")) continue;
    if (settled.has(one.entry.id)) continue;
    const others = one.entry.contradicts.flatMap((id) => told.now.get(id) ?? []);
    const { words } = told;
    const sides = others.map((other) =>
      words.since.side(wordsOf(other, told), tellersOf(other, told.reports, words)),
    );
    one.clauses.push(words.since.contradictedBy(listWords(sides, words)));
    for (const other of others) {
      const theirs = byEntry.get(other.id);
      // A side with changes of its own keeps its sentence.
      const only =
        theirs === undefined || [...theirs.kinds].every((kind) => kind === "contradicted" || kind === "new");
      if (only && one.kinds.size <= 2) {
        settled.add(other.id);
        one.also.push(other.id);
        if (theirs?.kinds.has("new")) one.kinds.add("new");
      } else theirs?.kinds.delete("contradicted");
      one.evidence = [...one.evidence, ...other.evidence.map(placeOf)];
    }
  }
  for (const one of found) if (!settled.has(one.entry.id) && one.kinds.size > 0) kept.push(one);
  return kept;
}

/** What one sentence of one report adds, says of a day that is past, or no longer says, is told once. */
function oneOfEachSentence(found: readonly Found[], { words }: Told): Found[] {
  const kept: Found[] = [];
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    if (one.line === "" || [...one.kinds].some((kind) => !joinable.has(kind))) {
      kept.push(one);
      continue;
    }
    const { leadReport, lead } = one.entry;
    const key = JSON.stringify([leadReport, lead.evidence.start, [...one.kinds], one.clauses]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const [foremost, ...rest] = [...group].sort(
      (a, b) =>
        kindOrder.indexOf(a.entry.kind) - kindOrder.indexOf(b.entry.kind) ||
        b.line.length - a.line.length ||
        compare(a.entry.id, b.entry.id),
    );
    // The act within what is expected is told by the expectation's line.
    const isWider = ({ entry }: Found) =>
      entry.kind === "expectation" && isWithin(spanOf(foremost!.entry), spanOf(entry));
    const first = rest.find(isWider) ?? foremost;
    const others = [foremost!, ...rest].filter((one) => one !== first);
    // Who said a sentence stands in its line already, and so does what is cut from within the line.
    const told = spanOf(first!.entry);
    const second = others.find(({ entry }) => entry.kind !== "statement" && !isWithin(spanOf(entry), told));
    const more = others.filter((one) => one !== second && one.entry.kind !== "statement").length;
    if (second !== undefined) {
      first!.line += `; ${second.line}${more === 0 ? "" : words.since.moreOfSentence(more)}`;
    }
    first!.also.push(...others.map(({ entry }) => entry.id));
    kept.push(first!);
  }
  return kept;
}

/** Where in the report the words stand that a line is cut from; undefined of what is worded otherwise. */
function spanOf({ lead }: Entry): Span | undefined {
  switch (lead.kind) {
    case "event":
      return lead.event.what;
    case "figure":
      return lead.figure.words;
    case "position":
      return lead.position.proposal;
    case "expectation":
      return lead.expectation.what;
    default:
      return undefined;
  }
}

function isWithin(one: Span | undefined, other: Span | undefined): boolean {
  return one !== undefined && other !== undefined && other.start <= one.start && one.end <= other.end;
}

const joinable: ReadonlySet<NewsKind> = new Set(["new", "overdue", "withdrawn"]);

const kindOrder: readonly Entry["kind"][] = [
  "event",
  "figure",
  "position",
  "legal-basis",
  "expectation",
  "statement",
];

function newsOf(found: Found, { words, reports }: Told): News {
  const { entry, kinds, clauses, line, at, knownAt, evidence, also } = found;
  const kept = newsKinds.filter((kind) => kinds.has(kind));
  const said = clauses.join("; ");
  const sentence = said === "" ? line : line === "" ? said : `${capital(said)}: ${line}`;
  const seen = new Set<string>();
  const language = reports.get(entry.leadReport)?.language;
  const cut = cutOf(found, sentence, words);
  return {
    // A dispute that is new is first of all a dispute; what a reader did not wait for has not passed him by.
    kind: kept[0] === "overdue" && kinds.has("new") ? "new" : kept[0]!,
    kinds: kept,
    entries: [entry.id, ...new Set(also)],
    sentence: `${sentence} (${words.since.origins(entry.origins.length)})`,
    ...(language === undefined || cut === undefined ? {} : { cut: { ...cut, language } }),
    at,
    knownAt,
    origins: entry.origins.length,
    isRemark:
      entry.kind === "statement" || (entry.lead.kind === "event" && entry.lead.event.background === true),
    evidence: evidence.filter(({ report, start, end }) => {
      const key = `${report} ${start} ${end}`;
      return !seen.has(key) && seen.add(key);
    }),
  };
}

/** The line at a sentence's end; of figures without one, what is counted, at its beginning. */
function cutOf({ entry, line }: Found, sentence: string, words: Words): Span | undefined {
  if (line !== "") return { start: sentence.length - line.length, end: sentence.length };
  const counted = figureWords(entry, words);
  return counted !== "" && sentence.startsWith(counted) ? { start: 0, end: counted.length } : undefined;
}

function byMeaning(a: News, b: News): number {
  return (
    newsKinds.indexOf(a.kind) - newsKinds.indexOf(b.kind) ||
    Number(a.isRemark) - Number(b.isRemark) ||
    byTime(b.at, a.at) ||
    byTime(b.knownAt, a.knownAt) ||
    b.origins - a.origins ||
    compare(a.entries[0]!, b.entries[0]!)
  );
}

function wordsOf(entry: Entry, { reports, words }: Told): string {
  const text = reports.get(entry.leadReport)?.text;
  return text === undefined ? `${entry.kind} ${entry.id}` : lineOf(entry, text, words);
}

function publisher(report: string, { reports }: Told): string {
  return publisherOf(reports.get(report), report);
}

function placeOf({ report, finding }: Entry["evidence"][number]): NewsEvidence {
  return { report, start: finding.evidence.start, end: finding.evidence.end };
}

function isAfter(time: string, limit: string): boolean {
  return !until(time, limit);
}

function flat(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("en") + words.slice(1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
