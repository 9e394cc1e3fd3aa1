/**
 * The situation report that a person reads: what changed, what happened, what is planned, what is disputed, figures,
 * positions, legal bases, what to watch, and where all of it comes from. Every line has its notes, and every note is a
 * sentence of an archived report.
 *
 * `briefOf` sorts and words; export/brief-*.ts print it. Pure: the same record gives the same brief, and "now" is the
 * last publication that counts. Strings are data that hold text from outside: whoever prints them escapes them.
 */
import type { SituationRecord } from "../../model/entry.ts";
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import { dayWords, timeWords } from "../days.ts";
import { datedAhead, dayOf, lastDay, publishedAt } from "../due.ts";
import { byTime, until } from "../instant.ts";
import type { Since } from "../since.ts";
import { Telling } from "../telling.ts";
import { english, type Words } from "../words/words.ts";
import { changesSection } from "./changes.ts";
import { contestedSection } from "./contested.ts";
import { daysSection } from "./days.ts";
import { eventSections } from "./events.ts";
import { figuresSection } from "./figures.ts";
import { legalSection, positionsSection, statementsSection, watchSection } from "./kinds.ts";
import { gradesIn, type Notebook, notebook } from "./lines.ts";
import type { Brief, Section } from "./model.ts";
import { sourcesSection, unreadSection } from "./sources.ts";

export interface BriefInput {
  readonly title: string;
  readonly summary?: string;
  readonly notice?: string;
  readonly record: SituationRecord;
  /** Every report that the record points into; those that do not count in it are left out of the counts. */
  readonly reports: readonly Report[];
  /** What each of the reports says: without them the brief names no key days. */
  readonly readings?: readonly Reading[];
  /** Why reports were kept but not read, by report id. */
  readonly unread?: ReadonlyMap<string, string>;
  readonly when?: { readonly asOf?: string; readonly knownAt?: string };
  /** Days: only what was published in them, or is told to have happened in them. */
  readonly span?: Span;
  /** What changed since a reader's look or a day, and how to call that ("since 1 Oct 2031"). */
  readonly since?: { readonly words: string; readonly news: Since };
  /** No limit on the lines of a section. */
  readonly all?: boolean;
  /** What it is written in; English when absent. Those of `since` are the caller's. */
  readonly words?: Words;
}

export interface Span {
  readonly from?: string;
  readonly to?: string;
}

export function briefOf(input: BriefInput): Brief {
  const { title, summary, notice, record, since, span = {}, all = false, words = english } = input;
  const counted = new Set(record.reports);
  const unread = input.unread ?? new Map<string, string>();
  const inTime = (report: Report) => within(report, input.when ?? {});
  const absent = new Set(record.absent?.map(({ report }) => report));
  const reports = input.reports.filter(
    (one) => counted.has(one.id) || (unread.has(one.id) && !absent.has(one.id) && inTime(one)),
  );
  const now = lastDay(reports, counted);
  const entries = record.entries.filter((entry) => inSpan(entry, span));
  const book = gradedBook(input);
  const telling = new Telling(record.entries, (id) => book.reports.get(id)?.text);
  const writing = {
    book,
    entries,
    record: record.entries,
    telling,
    now,
    all,
    words,
    told: new Set<string>(),
  };

  const isWanted = (day: string) => isIn(day, span);
  const sections = [
    ...(since === undefined ? [] : [changesSection(since.news, since.words, writing)]),
    daysSection(record, reports, input.readings ?? [], isWanted, writing),
    ...eventSections(writing, ["done", "planned", "uncertain", "off"]),
    contestedSection(writing),
    figuresSection(writing),
    positionsSection(writing),
    legalSection(writing),
    watchSection(writing),
    ...eventSections(writing, ["unstaged"]),
    statementsSection(writing),
    ...eventSections(writing, ["background"]),
  ].filter((section) => section !== undefined);
  const footnotes = book.footnotes();
  const cited = new Set(footnotes.map(({ report }) => report));
  const shown = reports.filter((one) => cited.has(one.id) || isIn(dayOf(publishedAt(one)), span));

  return {
    language: words.language,
    title,
    ...(summary === undefined ? {} : { summary }),
    notices: [
      ...new Set([...(notice === undefined ? [] : [notice]), ...reports.flatMap((one) => one.notice ?? [])]),
    ],
    facts: factsOf(input, reports, unread, words),
    sections: [
      ...(sections.some(({ key }) => key !== "changes") ? sections : [...sections, nothing(span, words)]),
      ...[sourcesSection(record, shown, writing), unreadSection(shown, unread, writing)].filter(
        (section) => section !== undefined,
      ),
      { key: "method", ...words.brief.section.method, groups: [] },
    ],
    footnotes,
    ...last(reports.map(({ fetchedAt }) => fetchedAt)),
  };
}

/** Only what changed, with its notes: what `sitrep since` prints. */
export function sinceBrief(
  input: Omit<BriefInput, "since"> & { readonly since: NonNullable<BriefInput["since"]> },
): Brief {
  const book = gradedBook(input);
  const { entries } = input.record;
  const writing = {
    book,
    entries,
    record: entries,
    telling: new Telling(entries, (id) => book.reports.get(id)?.text),
    now: undefined,
    all: input.all === true,
    words: input.words ?? english,
    told: new Set<string>(),
  };
  const section = changesSection(input.since.news, input.since.words, writing);
  return {
    language: writing.words.language,
    title: input.title,
    notices: [
      ...new Set([
        ...(input.notice === undefined ? [] : [input.notice]),
        ...input.reports.flatMap((one) => one.notice ?? []),
      ]),
    ],
    facts: [],
    sections: [section],
    footnotes: book.footnotes(),
    ...last(input.reports.map(({ fetchedAt }) => fetchedAt)),
  };
}

function last(times: readonly string[]): { at?: string } {
  const at = [...times].sort(byTime).at(-1);
  return at === undefined ? {} : { at };
}

function factsOf(
  { record, when = {}, span = {} }: BriefInput,
  reports: readonly Report[],
  unread: ReadonlyMap<string, string>,
  words: Words,
): Brief["facts"] {
  const { brief } = words;
  const ahead = datedAhead(reports);
  const days = reports
    .filter(({ id }) => !ahead.has(id))
    .map((one) => dayOf(publishedAt(one)))
    .sort();
  const left = reports.filter(({ id }) => unread.has(id)).length;
  const facts: { label: string; text: string }[] = [];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined) facts.push({ label, text });
  };
  const day = (iso: string | undefined) => (iso === undefined ? undefined : dayWords(iso, words));
  const time = (iso: string) => timeWords(iso, words);
  const { from, to } = span;
  add(brief.asOf, when.asOf === undefined ? undefined : brief.asOfSaid(time(when.asOf)));
  add(brief.knownAt, when.knownAt === undefined ? undefined : brief.knownAtSaid(time(when.knownAt)));
  add(brief.span, from === undefined && to === undefined ? undefined : brief.spanSaid(day(from), day(to)));
  const [first, last] = [day(days[0]), day(days.at(-1))];
  const covered =
    first === undefined || last === undefined
      ? undefined
      : days[0] === days.at(-1)
        ? brief.coversDay(first)
        : brief.coversDays(first, last);
  add(brief.covers, covered && covered + (ahead.size === 0 ? "" : brief.coversAhead(ahead.size)));
  add(brief.restsOn, brief.restsOnSaid(reports.length, record.origins.length, left));
  return facts;
}

function nothing({ from, to }: Span, { brief }: Words): Section {
  const isWhole = from === undefined && to === undefined;
  return {
    key: "done",
    ...brief.section.done,
    intro: isWhole ? brief.nothing : brief.nothingInSpan,
    groups: [],
  };
}

function inSpan({ evidence, lead }: SituationRecord["entries"][number], span: Span): boolean {
  if (span.from === undefined && span.to === undefined) return true;
  if (evidence.some(({ at }) => isIn(dayOf(at), span))) return true;
  const time = lead.kind === "event" || lead.kind === "figure" ? lead.time : undefined;
  if (time?.from === undefined) return false;
  const end = time.to === undefined ? time.from : (time.to ?? "9999");
  return (span.to === undefined || time.from <= span.to) && (span.from === undefined || end >= span.from);
}

function isIn(day: string, { from, to }: Span): boolean {
  return (from === undefined || day >= from.slice(0, 10)) && (to === undefined || day <= to.slice(0, 10));
}

function within(
  report: Report,
  { asOf, knownAt }: { readonly asOf?: string; readonly knownAt?: string },
): boolean {
  return until(publishedAt(report), asOf) && until(report.fetchedAt, knownAt);
}

function gradedBook({
  reports,
  record,
  words = english,
}: Pick<BriefInput, "reports" | "record" | "words">): Notebook {
  const grades = gradesIn(record.entries);
  return notebook(reports, (report) => {
    const code = grades.get(report);
    return code === undefined ? undefined : words.brief.sourceGraded(code);
  });
}
