/** Figures: each total with its values over time, who issued them and what replaced them, and its parts. */
import type { Entry, FigurePoint } from "../../model/entry.ts";
import { timexWords } from "../days.ts";
import { dayOf } from "../due.ts";
import { byWeight, figuresInOrder } from "../figure-order.ts";
import { byTime } from "../instant.ts";
import { listWords, publisherOf } from "../tellers.ts";
import type { Words } from "../words/words.ts";
import { lineWith, type Notebook, plainLine, type Writing } from "./lines.ts";
import type { Line, Row, Section } from "./model.ts";
import { moreOf, type Selecting } from "./order.ts";
import { inSameWords, originsOf } from "./same-words.ts";

const most = 15;
const mostRows = 12;
const mostParts = 6;

export function figuresSection(writing: Selecting): Section | undefined {
  const figures = writing.entries.filter(
    ({ kind, contradicts }) => kind === "figure" && contradicts.length === 0,
  );
  if (figures.length === 0) return undefined;
  const ids = new Set(figures.map(({ id }) => id));
  const isPart = ({ partOf }: Entry) => partOf !== undefined && ids.has(partOf);
  const whole = figures.filter((entry) => !isPart(entry));
  const again = writing.all ? new Map<Entry, readonly Entry[]>() : inSameWords(whole);
  const toldBy = (entry: Entry) => originsOf([entry, ...(again.get(entry) ?? [])]);
  const totals = figuresInOrder(writing.all ? whole : [...again.keys()], writing.telling, toldBy);
  const shown = writing.all ? totals : totals.slice(0, most);
  const partsOf = Map.groupBy(figures.filter(isPart), ({ partOf }) => partOf);
  const { brief } = writing.words;
  const lines = shown.flatMap((entry) => {
    const parts = [...(partsOf.get(entry.id) ?? [])].sort(byWeight);
    const told = writing.all ? parts : parts.slice(0, mostParts);
    const left = parts.length - told.length;
    const under = [
      ...told
        .flatMap((part) => lineWith(writing, part) ?? [])
        .map((line) => ({ ...line, text: brief.ofThese(line.text) })),
      ...(left === 0 ? [] : [plainLine(brief.moreParts(left))]),
    ];
    const same = again.get(entry) ?? [];
    const more = same.length === 0 ? [] : [plainLine(brief.sameWords(same.length, toldBy(entry)))];
    return figureLine(writing, entry, [...more, ...under]) ?? [];
  });
  return {
    key: "figures",
    ...brief.section.figures,
    groups: [{ lines, ...moreOf(writing.words, { left: totals.length - shown.length }) }],
  };
}

/** A figure with its values over time, where there are several. */
export function figureLine(writing: Writing, entry: Entry, under: readonly Line[]): Line | undefined {
  const { words } = writing;
  const rows = rowsOf(entry, writing.book, words);
  const tags = whereAndWhen(entry, words);
  if (!isMoving(rows)) return lineWith(writing, entry, { under, tags });
  const values = standing(entry, writing);
  const stands = values.length > 1 ? [plainLine(words.brief.stands(listWords(values, words)))] : [];
  const shown = writing.all ? rows : rows.slice(-mostRows);
  return lineWith(writing, entry, {
    under: [...stands, ...under],
    tags,
    rows: shown,
    ...(shown.length < rows.length ? { earlier: rows.length - shown.length } : {}),
  });
}

/** Who told one value again stands in the notes; rows show how a count moved, or who holds which. */
function isMoving(rows: readonly Row[]): boolean {
  return new Set(rows.map(({ value }) => value)).size > 1 || rows.some(({ tags }) => tags.length > 0);
}

/** Each value that nothing has replaced, with all who hold it. */
function standing({ series = [] }: Entry, { book, words }: Writing): string[] {
  const holders = new Map<string, Set<string>>();
  for (const point of [...series].sort((a, b) => byTime(a.at, b.at))) {
    if (point.superseded) continue;
    const value = valueWords(point, words);
    const own = holders.get(value) ?? new Set();
    holders.set(value, own.add(point.issuer ?? publisherOf(book.reports.get(point.report), point.report)));
  }
  return [...holders].map(([value, own]) => `${value} (${listWords([...own], words)})`);
}

/** "9 people killed" stands in many lines: the place and day that its sentence gives tell them apart. */
function whereAndWhen({ lead }: Entry, words: Words): string[] {
  const isSaid = lead.kind === "figure" && lead.figure.since !== undefined;
  // a year stands in the line itself, and begins on no day
  const isDay = /^\d{4}-\d\d/u.test(lead.time?.value ?? "");
  const day = isSaid || !isDay ? undefined : timexWords(lead.time!.value, words);
  return [lead.places[0]?.name, day].filter((word) => word !== undefined);
}

/** One row for a value of a day; who else issued it that day stands beside, who printed it again adds an origin. */
function rowsOf(entry: Entry, book: Notebook, words: Words): Row[] {
  const groups = new Map<string, FigurePoint[]>();
  for (const point of [...(entry.series ?? [])].sort((a, b) => byTime(a.at, b.at))) {
    const key = JSON.stringify([dayOf(point.at), valueWords(point, words), point.superseded]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  const noteOf = notesBy(entry, book);
  return [...groups.values()].map((all) => {
    const first = all[0]!;
    const issuers = [...new Set(all.flatMap(({ issuer }) => issuer ?? []))];
    return {
      at: first.at,
      value: valueWords(first, words),
      ...(issuers.length === 0 ? {} : { issuer: listWords(issuers, words) }),
      publishers: listWords(
        [...new Set(all.map(({ report }) => publisherOf(book.reports.get(report), report)))],
        words,
      ),
      origins: new Set(all.map(({ origin }) => origin)).size,
      tags: [
        ...(all.some(({ correction }) => correction) ? (["correction"] as const) : []),
        ...(first.superseded ? (["superseded"] as const) : []),
      ],
      notes: [...new Set(all.slice(0, mostRows).flatMap((point) => noteOf(point) ?? []))].slice(0, 3),
    };
  });
}

/** The number of the sentence that a value stands in. */
function notesBy({ evidence }: Entry, book: Notebook): (point: FigurePoint) => number | undefined {
  const byReport = new Map<string, Entry["evidence"][number][]>();
  for (const one of evidence) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one]);
  return ({ report, low, best, high }) => {
    const told = byReport.get(report) ?? [];
    const same = told.find(
      ({ finding }) =>
        finding.kind === "figure" &&
        finding.figure.best === best &&
        finding.figure.low === low &&
        finding.figure.high === high,
    );
    const one = same ?? told[0];
    return one && book.note(report, one.finding.evidence.start, one.finding.evidence.end);
  };
}

/** "at least 11", "about 64", "33 to 35": never without what weakens it. */
export function valueWords({ low, best, high, approximate }: FigurePoint, { brief, value }: Words): string {
  const number = (n: number) => value(String(n));
  if (best !== null) return approximate ? brief.about(number(best)) : number(best);
  if (low !== null && high !== null) return brief.between(number(low), number(high));
  if (low !== null) return brief.atLeast(number(low));
  return high === null ? brief.notStated : brief.upTo(number(high));
}
