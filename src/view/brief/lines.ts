/** Lines and the notes that carry them: a note is a sentence of a report, and one sentence has one number. */
import type { Entry, EntryEvidence } from "../../model/entry.ts";
import type { Report } from "../../model/report.ts";
import { dayWords } from "../days.ts";
import { dayOf, isOverdue } from "../due.ts";
import { lineOf } from "../line.ts";
import { publisherOf } from "../tellers.ts";
import type { Words } from "../words/words.ts";
import type { Footnote, Line } from "./model.ts";

/** What every part of the brief is written with. */
export interface Writing {
  readonly book: Notebook;
  /** Those that belong in the brief; and all of the record. */
  readonly entries: readonly Entry[];
  readonly record: readonly Entry[];
  /** Day of the last publication. */
  readonly now: string | undefined;
  readonly all: boolean;
  readonly words: Words;
  /** Sentences that lines above tell (`sentenceOf`): each line adds its own. */
  readonly told: Set<string>;
}

/** The sentence that an entry's line is cut from, for comparing. */
export function sentenceOf({ lead, leadReport }: Entry): string {
  return `${leadReport} ${lead.evidence.start} ${lead.evidence.end}`;
}

export interface Notebook {
  readonly reports: ReadonlyMap<string, Report>;
  /** The number of a sentence; undefined where its report is not there. */
  note(report: string, start: number, end: number): number | undefined;
  footnotes(): readonly Footnote[];
}

/** A sentence is shown whole up to so many UTF-16 units. */
const longest = 700;
/** Sentences noted per line; how many more there are is told. */
const notesPerLine = 4;

/** `gradeOf` says in words how an analyst grades a report. */
export function notebook(
  all: readonly Report[],
  gradeOf: (report: string) => string | undefined = () => undefined,
): Notebook {
  const reports = new Map(all.map((report) => [report.id, report]));
  const numbers = new Map<string, number>();
  const footnotes: Footnote[] = [];
  return {
    reports,
    footnotes: () => footnotes,
    note(id, start, end) {
      const report = reports.get(id);
      if (report === undefined) return undefined;
      const key = `${id} ${start} ${end}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = footnotes.length + 1;
      numbers.set(key, number);
      const to = end - start > longest ? whole(report.text, start + longest) : end;
      const address = addressOf(report);
      footnotes.push({
        number,
        report: id,
        publisher: publisherOf(report, id),
        ...(report.published === undefined ? {} : { published: report.published.value }),
        ...(address === undefined ? {} : { address }),
        ...(report.language === undefined ? {} : { language: report.language }),
        ...given(gradeOf(id)),
        start,
        end,
        quote: report.text.slice(start, to),
        isCut: to < end,
      });
      return number;
    },
  };
}

const given = (grade: string | undefined) => (grade === undefined ? {} : { grade });

/** Codes of the reports that an analyst has graded: "B", "B2", or "2". */
export function gradesIn(entries: readonly Entry[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ evidence }) =>
      evidence.flatMap(({ report, grade }) =>
        grade === undefined
          ? []
          : [[report, `${grade.reliability ?? ""}${grade.credibility ?? ""}`] as const],
      ),
    ),
  );
}

/** The entry's line with its notes; undefined where its report is not there. */
export function lineWith(
  { book, now, words, told }: Writing,
  entry: Entry,
  more: Partial<Line> = {},
): Line | undefined {
  const { text, language } = book.reports.get(entry.leadReport) ?? {};
  if (text === undefined) return undefined;
  told.add(sentenceOf(entry));
  const { notes, left } = notesFor(book, entry);
  const tags = [
    toldOn(entry, words),
    entry.origins.length > 1 ? words.brief.origins(entry.origins.length) : "",
    isOverdue(entry, now) ? words.brief.dayPassed : "",
    left > 0 ? words.brief.moreSentences(left) : "",
  ];
  return {
    entry: entry.id,
    text: lineOf(entry, text, words),
    ...(language === undefined ? {} : { language }),
    notes,
    ...more,
    under: [...(more.under ?? []), ...remarksOf(entry, words)],
    tags: [...(more.tags ?? []), ...tags.filter((tag) => tag !== "")],
  };
}

/** The day of the first report of what is given no day, acts, stands and counts: a reader must know when that was news. */
export function toldOn({ lead, evidence }: Entry, words: Words): string {
  if (lead.kind !== "event" && lead.kind !== "position" && lead.kind !== "figure") return "";
  if (lead.kind !== "position" && lead.time !== undefined && /\d/u.test(lead.time.value)) return "";
  if (lead.kind === "figure" && (lead.figure.since ?? lead.figure.asOf) !== undefined) return "";
  const days = evidence.map(({ at }) => dayOf(at)).sort();
  const [first] = days;
  if (first === undefined) return "";
  return words.brief.toldOn(dayWords(first, words), days.at(-1) !== first);
}

/** What analysts have said of it: what they changed is never shown as the reports' own words. */
function remarksOf(
  { edits = [], corrections = [], notes = [], grade, conflicts = [] }: Entry,
  { brief, line }: Words,
): Line[] {
  const reason = (words: string | undefined) => (words === undefined ? "" : `: ${words}`);
  return [
    ...edits.map(({ field, by, reason: why }) => `${brief.edited(line.field(field), by)}${reason(why)}`),
    ...corrections.map(
      ({ kind, by, reason: why }) => `${brief.deed[kind]?.(by) ?? brief.otherDeed(kind, by)}${reason(why)}`,
    ),
    ...(grade?.credibility === undefined ? [] : [brief.graded(grade.credibility, grade.by)]),
    ...notes.map(({ by, text }) => brief.noted(by, text)),
    ...(conflicts.length === 0 ? [] : [brief.conflicts(conflicts.length)]),
  ].map((words) => plainLine(words));
}

/** The lead's sentence, then one of each further origin, then others. */
function notesFor(book: Notebook, { lead, leadReport, evidence }: Entry): { notes: number[]; left: number } {
  const origins = new Set(evidence.filter(({ report }) => report === leadReport).map(({ origin }) => origin));
  const others: EntryEvidence[] = [];
  const again: EntryEvidence[] = [];
  for (const one of evidence) {
    (origins.has(one.origin) ? again : others).push(one);
    origins.add(one.origin);
  }
  const places = [
    { report: leadReport, ...lead.evidence },
    ...[...others, ...again].map(({ report, finding }) => ({ report, ...finding.evidence })),
  ];
  const distinct = [...new Map(places.map((one) => [`${one.report} ${one.start} ${one.end}`, one])).values()];
  const shown = distinct.slice(0, notesPerLine);
  return {
    notes: shown.flatMap(({ report, start, end }) => book.note(report, start, end) ?? []),
    left: distinct.length - shown.length,
  };
}

/** A line without a sentence of its own. */
export function plainLine(text: string, more: Partial<Line> = {}): Line {
  return { text, notes: [], tags: [], under: [], ...more };
}

/** Where a report can be read on the web; other schemes are no address to follow. */
export function addressOf({ url, canonicalUrl }: Report): string | undefined {
  const address = url ?? canonicalUrl;
  if (address === undefined || !URL.canParse(address)) return undefined;
  const parsed = new URL(address);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  // What somebody signed in with is nobody else's.
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
