/**
 * Finds time expressions in a stretch of text and says what they mean, before any calendar is looked at.
 * Find, then refine: each trigger word has patterns that try to match from it; the longest match wins.
 */
import {
  countedNouns,
  dayParts,
  decadeWords,
  holidays,
  months,
  movingHolidays,
  numbers,
  ordinals,
  references,
  seasons,
  sets,
  type Unit,
  units,
  vagueNumbers,
  weakNames,
  weekdays,
  yearPrepositions,
} from "../language/en/time-words.ts";
import type { Span } from "../model/span.ts";
import { exists } from "./calendar.ts";

/** Part of a period that is meant: "early", "mid", "late" or the rest of it. */
export type Edge = "START" | "MID" | "END";
/** -1 last, 0 this, 1 next. */
export type Which = -1 | 0 | 1;

export type Meaning =
  | { kind: "date"; year?: number; month?: number; day?: number; bc?: boolean }
  | { kind: "weekday"; weekday: number; which?: Which }
  /** `amount` of null: "several years ago". From now, or from the time that the text is at. */
  | { kind: "relative"; unit: Unit; amount: number | null; from: "now" | "then"; counted?: boolean }
  | { kind: "month"; month: number; which: Which }
  /** "January last year". */
  | { kind: "monthOf"; month: number; years: Which }
  | { kind: "part"; part: "quarter" | "half"; number: number; year?: Meaning }
  | { kind: "season"; season: string; which?: Which; year?: Meaning }
  | { kind: "decade"; start: number }
  | { kind: "century"; number: number; bc?: boolean }
  | { kind: "holiday"; name: string; year?: number; which?: Which }
  | { kind: "duration"; unit: Unit; amount: number | null; rest?: string }
  | { kind: "set"; value: string }
  | { kind: "reference"; value: string }
  | { kind: "clock"; hour?: number; minute?: number; part?: string; date?: Meaning };

export interface Match extends Span {
  readonly meaning: Meaning;
  readonly edge?: Edge;
}

interface Pieces {
  readonly text: string;
  /** Lower-case words, numbers and single marks. */
  readonly word: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

type Hit = { to: number; meaning: Meaning; edge?: Edge } | undefined;
type Pattern = (p: Pieces, i: number) => Hit;

/** All time expressions of `text.slice(span.start, span.end)`, in order, none overlapping. */
export function findTimes(text: string, span: Span): Match[] {
  const p = cut(text, span);
  const found: Match[] = [];
  for (let i = 0; i < p.word.length; ) {
    const skipped = impossible(p, i);
    if (skipped > i) {
      i = skipped;
      continue;
    }
    const hit = longest(p, i);
    if (hit === undefined) {
      i++;
      continue;
    }
    found.push({
      start: p.start[i]!,
      end: p.end[hit.to - 1]!,
      meaning: hit.meaning,
      ...(hit.edge === undefined ? {} : { edge: hit.edge }),
    });
    i = hit.to;
  }
  return found;
}

/** Past a date that no calendar has ("31 February", "February 30, 2023"); the same index where there is none. */
function impossible(p: Pieces, i: number): number {
  const first = isDigits(p.word[i]) ? i + 1 : i;
  const month = monthAt(p, isDigits(p.word[i]) && is(p, first, "st", "nd", "rd", "th") ? first + 1 : first);
  if (month === undefined) return i;
  const day =
    first > i ? Number(p.word[i]) : Number(/^\d{1,2}$/.exec(p.word[month[1]] ?? "")?.[0] ?? Number.NaN);
  if (!(day >= 1 && day <= 39)) return i;
  const next = first > i ? month[1] : month[1] + 1;
  const year = yearAt(p, comma(p, next));
  if (exists(year?.[0], month[0], day)) return i;
  return year?.[1] ?? next;
}

const pieceOf = /[A-Za-zÀ-ɏ]+|\d+|[^\sA-Za-zÀ-ɏ\d]/g;

function cut(text: string, span: Span): Pieces {
  const word: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const part = text.slice(span.start, span.end);
  for (const match of part.matchAll(pieceOf)) {
    word.push(match[0].toLowerCase());
    start.push(span.start + match.index);
    end.push(span.start + match.index + match[0].length);
  }
  return { text, word, start, end };
}

function longest(p: Pieces, i: number): Hit {
  const word = p.word[i]!;
  const patterns = isDigits(word) ? numeric : triggers.get(word);
  if (patterns === undefined || isGluedBefore(p, i)) return undefined;
  let best: Hit;
  for (const pattern of patterns) {
    const hit = pattern(p, i);
    if (hit !== undefined && (best === undefined || hit.to > best.to)) best = hit;
  }
  return best;
}

// Looking at pieces

const isDigits = (word: string | undefined) =>
  word !== undefined && word >= "0" && word <= "9~" && /^\d+$/.test(word);
const glued = (p: Pieces, i: number) => i > 0 && p.start[i] === p.end[i - 1];
/** Inside a word, a decimal, an amount or a path: no time begins there. */
function isGluedBefore(p: Pieces, i: number): boolean {
  if (!glued(p, i)) return false;
  const before = p.word[i - 1]!;
  if (isDigits(p.word[i])) return /^[$€£#.,:/_@a-z\d]$/i.test(before) || /^[a-z]/.test(before);
  return before === "_" || before === "@" || before === "/" || (before === "." && glued(p, i - 1));
}
const capital = (p: Pieces, i: number) => {
  const start = p.start[i];
  const letter = start === undefined ? "" : p.text[start]!;
  return letter !== letter.toLowerCase();
};
const is = (p: Pieces, i: number, ...words: string[]) => words.includes(p.word[i] ?? "");
/** Past a full stop that closes an abbreviation. */
const dot = (p: Pieces, i: number) => (p.word[i] === "." && glued(p, i) && i + 1 < p.word.length ? i + 1 : i);
/** Past a hyphen or nothing. */
const hyphen = (p: Pieces, i: number) => (is(p, i, "-", "–", "‑") ? i + 1 : i);
const comma = (p: Pieces, i: number) => (p.word[i] === "," ? i + 1 : i);

/** A number of days, years …: value and the piece after it; null for "several". */
function amountAt(p: Pieces, i: number): [amount: number | null, next: number] | undefined {
  const word = p.word[i];
  if (word === undefined) return undefined;
  if (isDigits(word)) {
    let value = Number(word);
    let next = i + 1;
    if (
      p.word[next] === "," &&
      isDigits(p.word[next + 1]) &&
      p.word[next + 1]!.length === 3 &&
      glued(p, next + 1)
    ) {
      value = value * 1000 + Number(p.word[next + 1]);
      next += 2;
    } else if (p.word[next] === "." && isDigits(p.word[next + 1]) && glued(p, next + 1)) {
      value = Number(`${word}.${p.word[next + 1]}`);
      next += 2;
    }
    if (
      isDigits(p.word[next]) &&
      p.word[next + 1] === "/" &&
      p.word[next + 2] === "2" &&
      p.word[next] === "1"
    ) {
      return [value + 0.5, next + 3];
    }
    if (p.word[next] === "½") return [value + 0.5, next + 1];
    return [value, next];
  }
  if (word === "a" || word === "an") {
    if (is(p, i + 1, "couple")) return [2, is(p, i + 2, "of") ? i + 3 : i + 2];
    if (is(p, i + 1, "dozen")) return [12, i + 2];
    if (is(p, i + 1, "hundred")) return [100, i + 2];
    if (is(p, i + 1, "thousand")) return [1000, i + 2];
    if (is(p, i + 1, "half")) return [0.5, is(p, i + 2, "-") ? i + 3 : i + 2];
    if (is(p, i + 1, "few", "good")) return [null, is(p, i + 2, "more", "short") ? i + 3 : i + 2];
    if (is(p, i + 1, "single", "full", "whole", "further", "mere")) return [1, i + 2];
    return [1, i + 1];
  }
  if (word === "half") return is(p, i + 1, "a", "an") ? [0.5, i + 2] : undefined;
  if (word === "couple") return [2, is(p, i + 1, "of") ? i + 2 : i + 1];
  if (word === "dozen" || word === "dozens") return [null, is(p, i + 1, "of") ? i + 2 : i + 1];
  if (word === "hundreds" || word === "thousands") return is(p, i + 1, "of") ? [null, i + 2] : undefined;
  const value = numbers[word];
  if (value !== undefined) {
    const unit = numbers[p.word[hyphen(p, i + 1)] ?? ""];
    if (value >= 20 && unit !== undefined && unit > 0 && unit < 10)
      return [value + unit, hyphen(p, i + 1) + 1];
    if (is(p, i + 1, "hundred")) return [value * 100, i + 2];
    if (is(p, i + 1, "and") && is(p, i + 2, "a") && is(p, i + 3, "half")) return [value + 0.5, i + 4];
    return [value, i + 1];
  }
  if (vagueNumbers.has(word)) return [null, is(p, i + 1, "more", "short") ? i + 2 : i + 1];
  return undefined;
}

function unitAt(p: Pieces, i: number): [unit: Unit, next: number, plural: boolean] | undefined {
  const word = p.word[i] ?? "";
  const unit = units[word];
  return unit === undefined ? undefined : [unit, i + 1, word.endsWith("s")];
}

function monthAt(p: Pieces, i: number): [month: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  const month = months[word];
  if (month === undefined || !capital(p, i)) return undefined;
  const short = word.length <= 4 && word !== "may" && word !== "june" && word !== "july";
  return [month, short ? dot(p, i + 1) : i + 1];
}

function weekdayAt(p: Pieces, i: number): [weekday: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  const weekday = weekdays[word];
  if (weekday === undefined || !capital(p, i)) return undefined;
  return [weekday, word.length <= 5 && !word.endsWith("day") ? dot(p, i + 1) : i + 1];
}

function yearAt(p: Pieces, i: number): [year: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  if (/^[12]\d{3}$/.test(word) && !(is(p, i + 1, "s") && glued(p, i + 1))) return [Number(word), i + 1];
  if (is(p, i, "'", "’", "‘") && /^\d\d$/.test(p.word[i + 1] ?? "") && glued(p, i + 1)) {
    return is(p, i + 2, "s") && glued(p, i + 2) ? undefined : [twoDigitYear(Number(p.word[i + 1])), i + 2];
  }
  return undefined;
}

/** Two-digit years: POSIX's rule, 69 to 99 are of the 20th century. */
const twoDigitYear = (number: number) => (number >= 69 ? 1900 : 2000) + number;

function dayAt(p: Pieces, i: number): [day: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  if (!/^\d{1,2}$/.test(word)) return undefined;
  const day = Number(word);
  if (day < 1 || day > 31) return undefined;
  const suffix = is(p, i + 1, "st", "nd", "rd", "th") && glued(p, i + 1);
  return [day, suffix ? i + 2 : i + 1];
}

// Patterns

/** "March 5, 1946", "Aug. 7", "May 10-12, 1940", "February of 1940", "November 1939", "March". */
const monthFirst: Pattern = (p, i) => {
  const month = monthAt(p, i);
  if (month === undefined) return undefined;
  const [number, next] = month;
  const at = is(p, next, "the") ? next + 1 : next;
  const day = dayAt(p, at);
  if (day !== undefined && exists(undefined, number, day[0]) && !isQuantity(p, day[1])) {
    const year = yearAt(p, comma(p, day[1]));
    if (year !== undefined && exists(year[0], number, day[0])) {
      return { to: year[1], meaning: { kind: "date", month: number, day: day[0], year: year[0] } };
    }
    // "29 February" of a year that has none, "31 February": no such date, and no month either.
    return { to: day[1], meaning: { kind: "date", month: number, day: day[0] } };
  }
  if (day !== undefined && !exists(undefined, number, day[0])) return undefined;
  const year = yearAt(p, is(p, next, "of") || p.word[next] === "," ? next + 1 : next);
  if (year !== undefined) return { to: year[1], meaning: { kind: "date", month: number, year: year[0] } };
  if (is(p, next, "this", "last", "next") && is(p, next + 1, "year")) {
    return { to: next + 2, meaning: { kind: "monthOf", month: number, years: whichWords[p.word[next]!]! } };
  }
  if (!standsAlone(p, i)) return undefined;
  return { to: next, meaning: { kind: "date", month: number } };
};

/** "23:15" or "12%" after a month is no day. */
const isQuantity = (p: Pieces, i: number) =>
  is(p, i, "%", "percent", "million", "billion") ||
  (is(p, i, ":", ".") && glued(p, i) && isDigits(p.word[i + 1]) && glued(p, i + 1));

const afterMonth = new Set([
  "for",
  "the",
  "a",
  "an",
  "be",
  "have",
  "not",
  "also",
  "well",
  "or",
  "on",
  "onto",
  "i",
  "he",
  "she",
  "we",
  "they",
  "it",
  "you",
]);

/** A month's name that is no other word: "March on Washington", "May be", "Theresa May" are none. */
function standsAlone(p: Pieces, i: number): boolean {
  const word = p.word[i]!;
  if (weakNames.has(word) && p.word[i + 1] !== ".") return false;
  const before = p.word[i - 1] ?? "";
  if (word !== "may" && word !== "march" && word !== "august" && word !== "april" && word !== "june")
    return true;
  if (monthContext.has(before)) return !(word === "march" && is(p, i + 1, "on", "of"));
  if (word === "may" || word === "march") return false;
  const named = before !== "" && i > 0 && capital(p, i - 1) && /^[a-z]/.test(before);
  return (
    !named &&
    !afterMonth.has(p.word[i + 1] ?? "") &&
    !(
      i + 1 < p.word.length &&
      capital(p, i + 1) &&
      /^[a-z]/.test(p.word[i + 1]!) &&
      !(p.word[i + 1]! in weekdays)
    )
  );
}

const monthContext = new Set([
  "in",
  "since",
  "by",
  "until",
  "till",
  "from",
  "to",
  "of",
  "between",
  "before",
  "after",
  "during",
  "early",
  "late",
  "mid",
  "last",
  "next",
  "this",
  "and",
  "or",
  "through",
  "each",
  "every",
  "for",
  "until",
  "past",
  "coming",
  "-",
  "–",
]);

/** "7 August 1998", "1st of May", "the 12th of June". */
const dayFirst: Pattern = (p, i) => {
  const the = is(p, i, "the") ? i + 1 : i;
  const day = dayAt(p, the);
  if (day === undefined) return undefined;
  const month = monthAt(p, is(p, day[1], "of", "-") ? day[1] + 1 : day[1]);
  if (month === undefined || (the > i && !is(p, the + 1, "st", "nd", "rd", "th"))) return undefined;
  if (weakNames.has(p.word[month[1] - 1]!) && p.word[month[1] - 1] === "sat") return undefined;
  const year = yearAt(p, is(p, month[1], ",", "-") ? month[1] + 1 : month[1]);
  if (!exists(year?.[0], month[0], day[0])) return undefined;
  return year === undefined
    ? { to: month[1], meaning: { kind: "date", month: month[0], day: day[0] } }
    : { to: year[1], meaning: { kind: "date", month: month[0], day: day[0], year: year[0] } };
};

/** "2025-11-05", "2025/11/05", "11/05/25", "11.05.2025" (day first with full stops), "8-11-90". */
const numericDate: Pattern = (p, i) => {
  const [a, s, b, t, c] = p.word.slice(i, i + 5) as [string, string?, string?, string?, string?];
  if (s === undefined || s !== t || !["-", "/", "."].includes(s) || !isDigits(b) || !isDigits(c))
    return undefined;
  if (![1, 2, 3, 4].every((step) => glued(p, i + step))) return undefined;
  if (glued(p, i + 5) && (is(p, i + 5, s) || /^[a-z]/.test(p.word[i + 5] ?? "")) && !is(p, i + 5, "t"))
    return undefined;
  let [year, month, day] = [0, 0, 0];
  if (a.length === 4) [year, month, day] = [Number(a), Number(b), Number(c)];
  else if (c!.length === 4 || c!.length === 2) {
    year = c!.length === 4 ? Number(c) : twoDigitYear(Number(c));
    [month, day] = s === "." || Number(a) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)];
    if (s === "." && c!.length === 2) return undefined;
  }
  if (year < 1000 || !exists(year, month, day)) return undefined;
  return { to: i + 5, meaning: { kind: "date", year, month, day } };
};

/** A bare four-digit number, where the words around it make it a year. */
const bareYear: Pattern = (p, i) => {
  const year = yearAt(p, i);
  if (year === undefined || p.word[i]!.length !== 4) return undefined;
  if (is(p, i + 1, "bc", "bce") || (is(p, i + 1, "b") && is(p, i + 3, "c"))) return undefined;
  const after = p.word[i + 1] ?? "";
  if (
    countedNouns.has(after) ||
    after === "%" ||
    (is(p, i + 1, ".", ",", ":", "/") && glued(p, i + 1) && isDigits(p.word[i + 2]) && glued(p, i + 2))
  )
    return undefined;
  if (
    is(p, i - 1, "$", "€", "£", "no", "#", "no.", "about", "than", "least", "nearly", "over", "-") &&
    glued(p, i)
  )
    return undefined;
  const before = p.word[i - 1] ?? "";
  const likely = year[0] >= 1900 && year[0] <= 2049;
  if (before === "-" && !isDigits(p.word[i - 2])) return undefined;
  if (
    likely &&
    !is(
      p,
      i - 1,
      "than",
      "least",
      "nearly",
      "over",
      "almost",
      "approximately",
      "some",
      "another",
      "flight",
      "section",
      "resolution",
      "room",
      "highway",
      "route",
      "c",
      "us",
    )
  ) {
    return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  if (
    year[0] <= 2049 &&
    yearPrepositions.has(before) &&
    !/s$/.test(after) &&
    before !== "the" &&
    before !== "about" &&
    before !== "to"
  ) {
    return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  return undefined;
};

/** "241 BC", "AD 70". */
const era: Pattern = (p, i) => {
  if (is(p, i, "ad") && /^\d{1,4}$/.test(p.word[i + 1] ?? "") && capital(p, i)) {
    return { to: i + 2, meaning: { kind: "date", year: Number(p.word[i + 1]) } };
  }
  if (!/^\d{1,4}$/.test(p.word[i]!)) return undefined;
  const to = is(p, i + 1, "bc", "bce", "ad", "ce") && capital(p, i + 1) ? i + 2 : 0;
  if (to === 0) return undefined;
  const bc = is(p, i + 1, "bc", "bce");
  return { to, meaning: { kind: "date", year: Number(p.word[i]), ...(bc ? { bc } : {}) } };
};

/** "1990s", "'90s", "the early 1960s", "the nineties". */
const decade: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, at);
  const from = edge?.[1] ?? at;
  const quote = is(p, from, "'", "’", "‘", "`") ? from + 1 : from;
  const word = p.word[quote] ?? "";
  const apostrophe = is(p, quote + 1, "'", "’") && glued(p, quote + 1) ? quote + 2 : quote + 1;
  const plural = is(p, apostrophe, "s") && glued(p, apostrophe);
  let start: number | undefined;
  if (/^[12]\d\d0$/.test(word) && plural) start = Number(word);
  else if (/^[1-9]0$/.test(word) && plural && (quote > from || at > i)) start = twoDigitYear(Number(word));
  else if (word in decadeWords && (at > i || quote > from)) start = 1900 + decadeWords[word]!;
  if (start === undefined) return undefined;
  if (start < 1960 && word.length === 2) start = 1900 + Number(word);
  const to = word in decadeWords ? quote + 1 : apostrophe + 1;
  return { to, meaning: { kind: "decade", start }, ...(edge === undefined ? {} : { edge: edge[0] }) };
};

/** "the 19th century", "late nineteenth-century", "the third century BC", "the turn of the century" apart. */
const century: Pattern = (p, i) => {
  let at = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, at);
  at = edge?.[1] ?? at;
  let number = ordinals[p.word[at] ?? ""];
  let next = at + 1;
  if (is(p, at, "twenty") && ordinals[p.word[hyphen(p, at + 1)] ?? ""] === 1) {
    number = 21;
    next = hyphen(p, at + 1) + 1;
  } else if (isDigits(p.word[at]) && is(p, at + 1, "st", "nd", "rd", "th") && glued(p, at + 1)) {
    number = Number(p.word[at]);
    next = at + 2;
  }
  if (number === undefined || number > 30 || number < 1) return undefined;
  const unit = hyphen(p, next);
  if (!is(p, unit, "century", "centuries")) return undefined;
  const bc = is(p, unit + 1, "bc", "bce");
  return {
    to: bc ? unit + 2 : unit + 1,
    meaning: { kind: "century", number, ...(bc ? { bc } : {}) },
    ...(edge === undefined ? {} : { edge: edge[0] }),
  };
};

const edgeWords: Readonly<Record<string, Edge>> = {
  early: "START",
  late: "END",
  mid: "MID",
  earlier: "START",
  later: "END",
  beginning: "START",
  start: "START",
  outset: "START",
  middle: "MID",
  end: "END",
  close: "END",
  onset: "START",
};

/** "early", "mid-", "late", "the beginning of", "the end of". */
function edgeWord(p: Pieces, i: number): [edge: Edge, next: number] | undefined {
  const at = is(p, i, "the") ? i + 1 : i;
  const word = p.word[at] ?? "";
  const very = word === "very" ? at + 1 : at;
  const edge = edgeWords[p.word[very] ?? ""];
  if (edge === undefined) return undefined;
  if (is(p, very, "beginning", "start", "middle", "end", "outset", "close", "onset")) {
    return is(p, very + 1, "of") ? [edge, very + 2] : undefined;
  }
  if (at > i) return undefined;
  return [edge, hyphen(p, very + 1)];
}

/** An edge before any other expression: "early next year", "mid-November", "the end of the month", "later that year". */
const withEdge: Pattern = (p, i) => {
  const edge = edgeWord(p, i);
  if (edge === undefined) return undefined;
  const inner = is(p, edge[1], "in") && is(p, edge[1] + 1, "the") ? edge[1] + 1 : edge[1];
  const hit = unedged(p, inner);
  if (
    hit === undefined ||
    hit.meaning.kind === "duration" ||
    hit.meaning.kind === "set" ||
    hit.meaning.kind === "reference"
  )
    return undefined;
  return { to: hit.to, meaning: hit.meaning, edge: edge[0] };
};

function unedged(p: Pieces, i: number): Hit {
  const word = p.word[i];
  if (word === undefined) return undefined;
  const patterns = isDigits(word) ? numeric : triggers.get(word);
  let best: Hit;
  for (const pattern of patterns ?? []) {
    if (pattern === withEdge) continue;
    const hit = pattern(p, i);
    if (hit !== undefined && (best === undefined || hit.to > best.to)) best = hit;
  }
  return best;
}

/** "Friday", "last Friday", "Monday, Oct. 26", "Saturday night", "Friday at 9 a.m.". */
const weekday: Pattern = (p, i) => {
  const day = weekdayAt(p, i);
  if (day === undefined) return undefined;
  if (weakNames.has(p.word[i]!) && p.word[day[1] - 1] !== "." && !(p.word[day[1]] ?? "").match(/^\d|,/))
    return undefined;
  const date = unlessAlone(monthFirst, p, comma(p, day[1])) ?? unlessAlone(dayFirst, p, comma(p, day[1]));
  if (date !== undefined && date.meaning.kind === "date" && date.meaning.day !== undefined) return date;
  return { to: day[1], meaning: { kind: "weekday", weekday: day[0] } };
};

/** "Sunday, April 23" is one date, "On Sunday, April said" is not: only with a day. */
function unlessAlone(pattern: Pattern, p: Pieces, i: number): Hit {
  const hit = pattern(p, i);
  return hit?.meaning.kind === "date" && hit.meaning.day !== undefined ? hit : undefined;
}

const whichWords: Readonly<Record<string, Which>> = {
  last: -1,
  past: -1,
  previous: -1,
  preceding: -1,
  prior: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
  ensuing: 1,
};
const fromThen = new Set(["previous", "preceding", "following", "prior", "ensuing"]);

/** "last week", "the past three months", "this Friday", "next October", "the following day", "this morning", "last summer". */
const which: Pattern = (p, i) => {
  let at = is(p, i, "the", "these", "those") ? i + 1 : i;
  if (is(p, at, "this") && is(p, at + 1, "past", "coming")) at++;
  const word = p.word[at] ?? "";
  const step = whichWords[word];
  if (step === undefined) return undefined;
  if (
    word === "past" &&
    at === i &&
    !is(
      p,
      at + 1,
      "weekend",
      "week",
      "month",
      "year",
      "decade",
      "summer",
      "winter",
      "spring",
      "fall",
      "few",
      "several",
    ) &&
    amountAt(p, at + 1) === undefined
  )
    return undefined;
  const from =
    fromThen.has(word) || (word === "next" && at > i && is(p, at + 1, "day", "morning", "night"))
      ? "then"
      : "now";
  const more = is(p, at + 1, "fiscal", "full", "calendar") ? at + 2 : at + 1;
  const day = weekdayAt(p, more);
  if (day !== undefined) return { to: day[1], meaning: { kind: "weekday", weekday: day[0], which: step } };
  const month = monthAt(p, more);
  if (month !== undefined && dayAt(p, month[1]) === undefined)
    return { to: month[1], meaning: { kind: "month", month: month[0], which: step } };
  const season = seasons[p.word[more] ?? ""];
  if (season !== undefined) return { to: more + 1, meaning: { kind: "season", season, which: step } };
  const holiday = holidayAt(p, more);
  if (holiday !== undefined)
    return { to: holiday[1], meaning: { kind: "holiday", name: holiday[0], which: step } };
  const part = dayParts[p.word[more] ?? ""];
  if (part !== undefined && (word === "this" || word === "last" || from === "then")) {
    return {
      to: more + 1,
      meaning: {
        kind: "clock",
        part,
        date: {
          kind: "relative",
          unit: "day",
          amount: from === "then" ? step : word === "last" ? -1 : 0,
          from,
        },
      },
    };
  }
  const half = is(p, more, "half") ? more : 0;
  if (half > 0) return undefined;
  const amount = amountAt(p, more);
  if (amount !== undefined && !is(p, more, "a", "an")) {
    const unit = unitAt(p, hyphen(p, amount[1]));
    if (unit !== undefined)
      return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: amount[0] } };
    return undefined;
  }
  const unit = unitAt(p, more);
  if (unit === undefined || unit[0] === "second") return undefined;
  if (unit[2] && unit[0] !== "weekend")
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: null } };
  if (is(p, unit[1], "'", "’") && is(p, unit[1] + 1, "s")) {
    const inner = partOfYear(p, unit[1] + 2);
    if (inner !== undefined && unit[0] === "year")
      return {
        to: inner.to,
        meaning: withYear(inner.meaning, { kind: "relative", unit: "year", amount: step, from }),
      };
  }
  if (unit[0] === "minute" || unit[0] === "hour")
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } };
  if ((word === "past" || word === "coming") && at > i)
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } };
  return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: step, from } };
};

/** "yesterday", "tonight", "the day before yesterday", "tomorrow morning". */
const deicticDays: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 };
const deictic: Pattern = (p, i) => {
  if (
    is(p, i, "the") &&
    is(p, i + 1, "day") &&
    is(p, i + 2, "before", "after") &&
    is(p, i + 3, "yesterday", "tomorrow")
  ) {
    return {
      to: i + 4,
      meaning: { kind: "relative", unit: "day", amount: is(p, i + 2, "before") ? -2 : 2, from: "now" },
    };
  }
  const amount = deicticDays[p.word[i] ?? ""];
  if (amount === undefined) return undefined;
  const date: Meaning = { kind: "relative", unit: "day", amount, from: "now" };
  if (is(p, i, "tonight")) return { to: i + 1, meaning: { kind: "clock", part: "NI", date } };
  return { to: i + 1, meaning: date };
};

/** "that day", "the same month", "that year", "the day before", "the day after". */
const thatTime: Pattern = (p, i) => {
  if (
    is(p, i, "the") &&
    is(p, i + 1, "day", "week", "month", "year") &&
    is(p, i + 2, "before", "after") &&
    !capitalOrNoun(p, i + 3)
  ) {
    return {
      to: i + 3,
      meaning: {
        kind: "relative",
        unit: units[p.word[i + 1]!]!,
        amount: is(p, i + 2, "before") ? -1 : 1,
        from: "then",
      },
    };
  }
  let at = i;
  if (is(p, at, "the", "that", "this")) at++;
  if (is(p, at, "same", "very")) at++;
  else if (!is(p, i, "that")) return undefined;
  if (at === i) return undefined;
  const unit = unitAt(p, at);
  if (
    unit === undefined ||
    unit[2] ||
    ["second", "minute", "hour", "fortnight", "century"].includes(unit[0])
  ) {
    const part = dayParts[p.word[at] ?? ""];
    if (part === undefined || !is(p, i, "that", "the")) return undefined;
    return {
      to: at + 1,
      meaning: { kind: "clock", part, date: { kind: "relative", unit: "day", amount: 0, from: "then" } },
    };
  }
  return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: 0, from: "then" } };
};

const capitalOrNoun = (p: Pieces, i: number) =>
  p.word[i] !== undefined &&
  /^[a-z]/.test(p.word[i]!) &&
  (capital(p, i) || is(p, i, "the", "a", "he", "she", "they", "his", "her", "their", "it", "its"));

/** "the week", "the year", "the weekend", "the end of the month" through withEdge: the one that now is. */
const theUnit: Pattern = (p, i) => {
  if (!is(p, i, "the")) return undefined;
  const fiscal = is(p, i + 1, "fiscal", "full", "current") ? i + 2 : i + 1;
  const unit = unitAt(p, fiscal);
  if (unit === undefined || unit[2]) return undefined;
  if (unit[0] === "year") {
    const year = yearAt(p, unit[1]);
    if (year !== undefined) return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  if (unit[0] === "week" && is(p, unit[1], "of")) {
    const date = monthFirst(p, unit[1] + 1) ?? dayFirst(p, unit[1] + 1);
    if (date?.meaning.kind === "date" && date.meaning.day !== undefined)
      return { to: date.to, meaning: { kind: "clock", part: "WEEK", date: date.meaning } };
  }
  if (is(p, unit[1], "of", "that", "when", "before", "after", "ended", "ending", "to")) {
    return is(p, unit[1], "ended", "ending")
      ? { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } }
      : undefined;
  }
  if (unit[0] === "weekend")
    return { to: unit[1], meaning: { kind: "relative", unit: "weekend", amount: 0, from: "now" } };
  if (["year", "month", "week", "quarter"].includes(unit[0]))
    return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: 0, from: "now" } };
  return undefined;
};

const softeners = new Set([
  "about",
  "nearly",
  "almost",
  "around",
  "approximately",
  "roughly",
  "only",
  "just",
  "over",
  "some",
]);

/** "two days ago", "nearly four years ago", "a year earlier", "18 months later", "three weeks from now", "six months", "two-year". */
const counted: Pattern = (p, i) => {
  let at = i;
  const more = is(p, at, "more", "less", "fewer") && is(p, at + 1, "than");
  if (more || (is(p, at, "at") && is(p, at + 1, "least", "most"))) at += 2;
  else if (softeners.has(p.word[at]!)) at++;
  else if (is(p, at, "the") && !is(p, at + 1, "a", "an")) at++;
  if (is(p, at, "first", "last", "next", "past") && at > i) at++;
  if (is(p, at, "latest") && at > i) at++;
  const amount = amountAt(p, at);
  if (amount === undefined) return undefined;
  let [number, next] = amount;
  if (
    is(p, next, "full", "consecutive", "straight", "long", "whole", "more", "fiscal", "additional") &&
    unitAt(p, next + 1) !== undefined
  )
    next++;
  const unit = unitAt(p, hyphen(p, next));
  if (unit === undefined) return undefined;
  const hyphened = hyphen(p, next) > next;
  const [kind, after, plural] = unit;
  // "the 1988 quarter" is a year's.
  if (number !== null && number >= 1000 && !plural) return undefined;
  // "a second time", "one minute" is fine, "a second" and "the second" are not times.
  if (kind === "second" && !(number !== null && number !== 1 && isDigits(p.word[at]))) return undefined;
  if (
    number !== null &&
    number !== 1 &&
    !plural &&
    !hyphened &&
    number !== 0.5 &&
    !isDigits(p.word[at]) &&
    !(p.word[at]! in numbers)
  )
    return undefined;
  if (kind === "quarter" && is(p, at, "a", "an")) return undefined;
  if (is(p, after, "and") && is(p, after + 1, "a") && is(p, after + 2, "half")) {
    number = (number ?? 0) + 0.5;
    return (
      relativeTail(p, after + 3, kind, number, i) ?? {
        to: after + 3,
        meaning: { kind: "duration", unit: kind, amount: number },
      }
    );
  }
  const old = hyphen(p, after);
  // An age is no time.
  if (is(p, old, "old")) return undefined;
  const tail = relativeTail(p, after, kind, number, i);
  if (tail !== undefined) return tail;
  if (is(p, at, "a", "an") && number === 1) {
    if (isRate(p, at)) return { to: after, meaning: { kind: "set", value: `P1${kind[0]!.toUpperCase()}` } };
    // "A day of mourning", "a century of": the bare article counts only after a preposition of lasting.
    if (
      !is(
        p,
        i - 1,
        "for",
        "in",
        "within",
        "than",
        "over",
        "about",
        "nearly",
        "almost",
        "after",
        "least",
        "lasted",
        "during",
        "around",
        "once",
        "twice",
      ) &&
      at === i &&
      !is(p, after, "or", "and", "that", "in")
    )
      return undefined;
  }
  if (kind === "weekend") return undefined;
  return { to: after, meaning: { kind: "duration", unit: kind, amount: number } };
};

/** "$3 million a year", "twice a week", "times a day". */
function isRate(p: Pieces, i: number): boolean {
  const before = p.word[i - 1] ?? "";
  return (
    /^\d+$/.test(before) ||
    [
      "times",
      "once",
      "twice",
      "million",
      "billion",
      "thousand",
      "dollars",
      "euros",
      "people",
      "barrels",
      "hours",
      "days",
      "lives",
      "percent",
      "%",
    ].includes(before)
  );
}

function relativeTail(p: Pieces, after: number, unit: Unit, amount: number | null, start: number): Hit {
  const at =
    is(p, after, "or") && is(p, after + 1, "so", "more")
      ? after + 2
      : is(p, after, "and") && is(p, after + 1, "more")
        ? after + 2
        : after;
  const dash = hyphen(p, at);
  if (is(p, dash, "ago"))
    return {
      to: dash + 1,
      meaning: {
        kind: "relative",
        unit,
        amount: amount === null ? null : -amount,
        from: "now",
        counted: true,
      },
    };
  if (is(p, dash, "earlier", "before", "previously")) {
    if (is(p, dash, "before") && capitalOrNoun(p, dash + 1)) return undefined;
    return {
      to: dash + 1,
      meaning:
        amount === null
          ? { kind: "duration", unit, amount }
          : { kind: "relative", unit, amount: -amount, from: "then", counted: true },
    };
  }
  if (is(p, dash, "later", "after", "afterwards", "afterward", "on")) {
    if (is(p, dash, "after") && (capitalOrNoun(p, dash + 1) || dash + 1 < p.word.length)) return undefined;
    if (is(p, dash, "on")) return undefined;
    return {
      to: dash + 1,
      meaning:
        amount === null
          ? { kind: "duration", unit, amount }
          : { kind: "relative", unit, amount, from: "then" },
    };
  }
  if (is(p, at, "from") && is(p, at + 1, "now", "today"))
    return { to: at + 2, meaning: { kind: "relative", unit, amount, from: "now" } };
  if (is(p, at, "hence")) return { to: at + 1, meaning: { kind: "relative", unit, amount, from: "now" } };
  if (at > after && start >= 0) return { to: at, meaning: { kind: "duration", unit, amount } };
  return undefined;
}

/** "year-earlier", "year-ago", "the year-ago quarter", "the year-earlier period". */
const yearAgo: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  if (!is(p, at, "year")) return undefined;
  const tail = hyphen(p, at + 1);
  if (!is(p, tail, "earlier", "ago") || tail === at + 1) return undefined;
  const noun = tail + 1;
  const year: Meaning = { kind: "relative", unit: "year", amount: -1, from: "now", counted: true };
  if (is(p, noun, "quarter", "period"))
    return { to: noun + 1, meaning: { kind: "part", part: "quarter", number: 0, year } };
  const inner = partOfYear(p, noun);
  if (inner !== undefined) return { to: inner.to, meaning: withYear(inner.meaning, year) };
  return { to: tail + 1, meaning: year };
};

/** "years", "weeks", "decades" alone: only as a lasting ("for years", "weeks of talks", "decades-long", "years ago"). */
const bareUnits: Pattern = (p, i) => {
  const unit = unitAt(p, i);
  if (
    unit === undefined ||
    !unit[2] ||
    unit[0] === "second" ||
    unit[0] === "quarter" ||
    unit[0] === "weekend"
  )
    return undefined;
  const tail = relativeTail(p, unit[1], unit[0], null, -1);
  if (tail !== undefined) return tail;
  if (
    !is(
      p,
      i - 1,
      "for",
      "in",
      "within",
      "after",
      "over",
      "of",
      "took",
      "take",
      "spent",
      "spend",
      "lasted",
      "recent",
      "coming",
    ) &&
    !is(p, unit[1], "of") &&
    !(is(p, unit[1], "-") && is(p, unit[1] + 1, "long", "old"))
  )
    return undefined;
  return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: null } };
};

/** "third quarter", "the first half of 1989", "third-quarter", "Q3 2020", "the fiscal first quarter". */
const partOfYear: Pattern = (p, i) => {
  let at = i;
  if (is(p, at, "the", "its", "their")) at++;
  if (is(p, at, "fiscal") && !isDigits(p.word[hyphen(p, at + 1)])) at = hyphen(p, at + 1);
  if (is(p, at, "q") && /^[1-4]$/.test(p.word[at + 1] ?? "") && glued(p, at + 1)) {
    return withYearAfter(p, at + 2, { kind: "part", part: "quarter", number: Number(p.word[at + 1]) });
  }
  if (is(p, at, "current", "latest") && is(p, at + 1, "quarter", "period") && at > i) {
    return { to: at + 2, meaning: { kind: "part", part: "quarter", number: is(p, at, "current") ? 0 : -1 } };
  }
  let number = ordinals[p.word[at] ?? ""] ?? (is(p, at, "last", "final", "latter") ? 9 : undefined);
  let next = at + 1;
  if (number === undefined && /^[1-4]$/.test(p.word[at] ?? "") && is(p, at + 1, "st", "nd", "rd", "th")) {
    number = Number(p.word[at]);
    next = at + 2;
  }
  if (number === undefined) return undefined;
  if (is(p, next, "fiscal")) next++;
  const noun = hyphen(p, next);
  if (is(p, noun, "quarter", "quarters") && (number <= 4 || number === 9)) {
    return withYearAfter(p, noun + 1, { kind: "part", part: "quarter", number: number === 9 ? 4 : number });
  }
  if (is(p, noun, "half") && (number <= 2 || number === 9)) {
    const hit = withYearAfter(p, noun + 1, { kind: "part", part: "half", number: number === 9 ? 2 : number });
    // "the first half" of a match is no time: only of a year.
    return hit !== undefined && hit.to > noun + 1 ? hit : undefined;
  }
  return undefined;
};

function withYearAfter(p: Pieces, i: number, meaning: Meaning): Hit {
  const of = is(p, i, "of", ",") ? i + 1 : i;
  if (is(p, of, "fiscal") && yearAt(p, of + 1) !== undefined)
    return { to: of + 2, meaning: withYear(meaning, { kind: "date", year: Number(p.word[of + 1]) }) };
  const year = yearAt(p, of);
  if (year !== undefined) return { to: year[1], meaning: withYear(meaning, { kind: "date", year: year[0] }) };
  const relative =
    is(p, i, "of") || is(p, i, "last", "this", "next")
      ? (which(p, of) ?? theUnit(p, of) ?? decade(p, of))
      : undefined;
  if (
    relative !== undefined &&
    (relative.meaning.kind === "decade" ||
      (relative.meaning.kind === "relative" && relative.meaning.unit === "year"))
  ) {
    return relative.meaning.kind === "decade"
      ? { to: relative.to, meaning: relative.meaning, edge: "END" }
      : { to: relative.to, meaning: withYear(meaning, relative.meaning) };
  }
  return { to: i, meaning };
}

function withYear(meaning: Meaning, year: Meaning): Meaning {
  return meaning.kind === "part" || meaning.kind === "season" ? { ...meaning, year } : meaning;
}

/** "the 1988 second quarter", "the 1989 period". */
const yearsPart: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  const year = yearAt(p, at);
  if (year === undefined) return undefined;
  const of: Meaning = { kind: "date", year: year[0] };
  if (is(p, year[1], "quarter", "period"))
    return { to: year[1] + 1, meaning: { kind: "part", part: "quarter", number: 0, year: of } };
  const part = partOfYear(p, year[1]);
  return part === undefined || part.meaning.kind !== "part" || part.meaning.year !== undefined
    ? undefined
    : { to: part.to, meaning: withYear(part.meaning, of) };
};

/** "nineteen ninety-six", "the year two thousand". */
const spelledYear: Pattern = (p, i) => {
  const the = is(p, i, "the") && is(p, i + 1, "year") ? i + 2 : i;
  if (is(p, the, "two") && is(p, the + 1, "thousand") && the > i)
    return { to: the + 2, meaning: { kind: "date", year: 2000 } };
  const century = is(p, the, "nineteen") ? 1900 : is(p, the, "eighteen") ? 1800 : 0;
  const tens = numbers[p.word[the + 1] ?? ""];
  if (century === 0 || tens === undefined || tens < 10) return undefined;
  const ones = tens >= 20 ? numbers[p.word[hyphen(p, the + 2)] ?? ""] : undefined;
  if (ones !== undefined && ones > 0 && ones < 10)
    return { to: hyphen(p, the + 2) + 1, meaning: { kind: "date", year: century + tens + ones } };
  return { to: the + 2, meaning: { kind: "date", year: century + tens } };
};

/** "year-end", "year's end". */
const yearEnd: Pattern = (p, i) => {
  if (!is(p, i, "year")) return undefined;
  const end = is(p, i + 1, "'", "’") ? i + 3 : hyphen(p, i + 1);
  return is(p, end, "end")
    ? { to: end + 1, meaning: { kind: "relative", unit: "year", amount: 0, from: "now" }, edge: "END" }
    : undefined;
};

/** "fiscal 1989", "fiscal year 1989". */
const fiscalYear: Pattern = (p, i) => {
  if (!is(p, i, "fiscal")) return undefined;
  const year = yearAt(p, is(p, i + 1, "year") ? i + 2 : i + 1);
  if (year === undefined) return undefined;
  if (is(p, year[1], "'", "’") && is(p, year[1] + 1, "s")) {
    const inner = partOfYear(p, year[1] + 2);
    if (inner !== undefined)
      return { to: inner.to, meaning: withYear(inner.meaning, { kind: "date", year: year[0] }) };
  }
  return { to: year[1], meaning: { kind: "date", year: year[0] } };
};

/** "summer 1967", "the summer of 1967", "the winter". */
const season: Pattern = (p, i) => {
  const the = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, the);
  const at = edge === undefined ? the : edge[1];
  const code = seasons[p.word[at] ?? ""];
  if (code === undefined) return undefined;
  const year = yearAt(p, is(p, at + 1, "of", ",") ? at + 2 : at + 1);
  const more = edge === undefined ? {} : { edge: edge[0] };
  if (year !== undefined)
    return {
      to: year[1],
      meaning: { kind: "season", season: code, year: { kind: "date", year: year[0] } },
      ...more,
    };
  if (is(p, at + 1, "of") && is(p, at + 2, "last", "this", "next")) {
    const relative = which(p, at + 2);
    if (relative?.meaning.kind === "relative")
      return { to: relative.to, meaning: { kind: "season", season: code, year: relative.meaning }, ...more };
  }
  const sure = is(p, at, "summer", "winter", "autumn")
    ? the > i || is(p, at - 1, "in", "during", "by", "until", "since", "of")
    : is(p, at - 1, "in", "during", "by", "since") || (the > i && is(p, at, "spring"));
  return sure ? { to: at + 1, meaning: { kind: "season", season: code }, ...more } : undefined;
};

function holidayAt(p: Pieces, i: number): [name: string, next: number] | undefined {
  if (!capital(p, i)) return undefined;
  let name = "";
  let best: [string, number] | undefined;
  for (let at = i; at < i + 7 && at < p.word.length; at++) {
    name += (at > i && !glued(p, at) ? " " : "") + p.word[at]!.replace("’", "'");
    if (name in holidays || name in movingHolidays) best = [name, at + 1];
  }
  return best;
}

const holiday: Pattern = (p, i) => {
  const hit = holidayAt(p, i);
  if (hit === undefined) return undefined;
  const year = yearAt(p, comma(p, hit[1]));
  return year === undefined
    ? { to: hit[1], meaning: { kind: "holiday", name: hit[0] } }
    : { to: year[1], meaning: { kind: "holiday", name: hit[0], year: year[0] } };
};

/** "every day", "each Friday", "per month", "once a week" (through counted), "daily", "every two weeks". */
const set: Pattern = (p, i) => {
  const value = sets[p.word[i] ?? ""];
  if (value !== undefined)
    return capital(p, i) && i > 0 ? undefined : { to: i + 1, meaning: { kind: "set", value } };
  if (!is(p, i, "every", "each", "per")) return undefined;
  const day = weekdayAt(p, i + 1);
  if (day !== undefined) return { to: day[1], meaning: { kind: "set", value: `XXXX-WXX-${day[0]}` } };
  const month = monthAt(p, i + 1);
  if (month !== undefined)
    return { to: month[1], meaning: { kind: "set", value: `XXXX-${String(month[0]).padStart(2, "0")}` } };
  const amount = is(p, i, "every") ? amountAt(p, i + 1) : undefined;
  const unit = unitAt(p, amount?.[1] ?? (is(p, i + 1, "single", "other") ? i + 2 : i + 1));
  if (unit === undefined || unit[0] === "second") return undefined;
  const number = amount?.[0] ?? (is(p, i + 1, "other") ? 2 : 1);
  const letter = unit[0][0]!.toUpperCase();
  const value2 =
    unit[0] === "hour" || unit[0] === "minute"
      ? `PT${number}${letter}`
      : unit[0] === "decade"
        ? `P${number * 10}Y`
        : `P${number}${letter}`;
  return { to: unit[1], meaning: { kind: "set", value: value2 } };
};

/** "now", "currently", "recently", "the future", "the past", "in recent years" through which/counted. */
const reference: Pattern = (p, i) => {
  if (is(p, i, "the")) {
    const near = is(p, i + 1, "near", "distant", "recent", "foreseeable", "immediate") ? i + 2 : i + 1;
    if (is(p, near, "past"))
      return amountAt(p, near + 1) !== undefined || unitAt(p, near + 1) !== undefined
        ? undefined
        : { to: near + 1, meaning: { kind: "reference", value: "PAST_REF" } };
    if (is(p, near, "future")) return { to: near + 1, meaning: { kind: "reference", value: "FUTURE_REF" } };
    return undefined;
  }
  const value = references[p.word[i] ?? ""];
  if (value === undefined || (capital(p, i) && i > 0 && /^[a-z]/.test(p.word[i - 1]!))) return undefined;
  if (is(p, i, "recent") && unitAt(p, i + 1) !== undefined) {
    return { to: i + 2, meaning: { kind: "reference", value: "PAST_REF" } };
  }
  return { to: i + 1, meaning: { kind: "reference", value } };
};

/** "10:35 a.m.", "5 p.m. Friday", "noon", "midnight", "4 a.m. EDT Thursday", "1400 GMT". */
const clock: Pattern = (p, i) => {
  let hour: number | undefined;
  let minute = 0;
  let next = i;
  if (is(p, i, "noon", "midnight", "midday")) {
    hour = is(p, i, "midnight") ? 24 : 12;
    next = i + 1;
  } else if (/^\d{1,2}$/.test(p.word[i] ?? "")) {
    hour = Number(p.word[i]);
    next = i + 1;
    const colon =
      is(p, next, ":", ".") &&
      glued(p, next) &&
      /^[0-5]\d$/.test(p.word[next + 1] ?? "") &&
      glued(p, next + 1);
    if (colon) {
      minute = Number(p.word[next + 1]);
      next += 2;
    }
    const half = meridiem(p, next);
    if (half !== undefined && hour >= 1 && hour <= 12) {
      hour = (hour % 12) + (half[0] === "p" ? 12 : 0);
      next = half[1];
    } else if (is(p, next, "o") && is(p, next + 2, "clock")) next += 3;
    else if (
      is(p, next, "in") &&
      is(p, next + 1, "the") &&
      is(p, next + 2, "morning", "afternoon", "evening")
    ) {
      hour += is(p, next + 2, "morning") ? 0 : 12;
      next += 3;
    } else if (
      !colon ||
      p.word[i + 1] === "." ||
      (!zones.has(p.word[next] ?? "") &&
        !is(p, i - 1, "at", "by", "around", "about", "from", "until", "before", "after"))
    )
      return undefined;
    if (hour > 24) return undefined;
  } else if (/^([01]\d|2[0-4])[0-5]\d$/.test(p.word[i] ?? "") && is(p, i + 1, "gmt", "utc", "hours")) {
    hour = Number(p.word[i]!.slice(0, 2));
    minute = Number(p.word[i]!.slice(2));
    next = i + 1;
  } else return undefined;
  if (zones.has(p.word[next] ?? "") && capital(p, next)) next++;
  else if (is(p, next, "local") && is(p, next + 1, "time")) next += 2;
  const on = is(p, next, "on") ? next + 1 : comma(p, next);
  const date = weekday(p, on) ?? deictic(p, on) ?? unlessAlone(monthFirst, p, on);
  if (date !== undefined)
    return { to: date.to, meaning: { kind: "clock", hour, minute, date: date.meaning } };
  return { to: next, meaning: { kind: "clock", hour, minute } };
};

const zones = new Set([
  "gmt",
  "utc",
  "est",
  "edt",
  "cst",
  "cdt",
  "mst",
  "mdt",
  "pst",
  "pdt",
  "bst",
  "cet",
  "cest",
  "et",
  "pt",
  "ct",
]);

function meridiem(p: Pieces, i: number): ["a" | "p", number] | undefined {
  if (is(p, i, "am", "pm")) return [p.word[i]![0] as "a" | "p", i + 1];
  if (!is(p, i, "a", "p") || p.word[i + 1] !== "." || p.word[i + 2] !== "m") return undefined;
  return [p.word[i] as "a" | "p", is(p, i + 3, ".") ? i + 4 : i + 3];
}

/** A date and the part of the day after it: "Friday morning", "yesterday evening", "March 5 at 10 p.m.". */
const withDayPart =
  (pattern: Pattern): Pattern =>
  (p, i) => {
    const hit = pattern(p, i);
    if (hit === undefined) return undefined;
    const { meaning } = hit;
    const isDay =
      meaning.kind === "weekday" ||
      (meaning.kind === "date" && meaning.day !== undefined) ||
      (meaning.kind === "relative" && meaning.unit === "day");
    if (!isDay) return hit;
    const early = is(p, hit.to, "early", "late") ? hit.to + 1 : hit.to;
    const part = dayParts[p.word[early] ?? ""];
    if (part !== undefined) return { to: early + 1, meaning: { kind: "clock", part, date: meaning } };
    const at = is(p, hit.to, "at", ",") ? hit.to + 1 : hit.to;
    const time = is(p, hit.to, "at") || meridiemSoon(p, at) ? clock(p, at) : undefined;
    if (time?.meaning.kind === "clock" && time.meaning.date === undefined) {
      return { to: time.to, meaning: { ...time.meaning, date: meaning } };
    }
    return hit;
  };

const meridiemSoon = (p: Pieces, i: number) =>
  /^\d{1,2}$/.test(p.word[i] ?? "") &&
  (meridiem(p, i + 1) !== undefined || (is(p, i + 1, ":") && meridiem(p, i + 3) !== undefined));

/** "overnight", "in the morning": a part of the day that the text is at. */
const partOfDay: Pattern = (p, i) => {
  if (is(p, i, "overnight"))
    return {
      to: i + 1,
      meaning: {
        kind: "clock",
        part: "NI",
        date: { kind: "relative", unit: "day", amount: 0, from: "then" },
      },
    };
  return undefined;
};

// Which patterns each word may begin

const numeric: readonly Pattern[] = [
  yearsPart,
  numericDate,
  withDayPart(dayFirst),
  bareYear,
  era,
  decade,
  century,
  counted,
  clock,
  partOfYear,
];

const triggers = new Map<string, Pattern[]>();
function begin(words: Iterable<string>, ...patterns: Pattern[]): void {
  for (const word of words) {
    const list = triggers.get(word) ?? [];
    list.push(...patterns);
    triggers.set(word, list);
  }
}

begin(Object.keys(months), withDayPart(monthFirst));
begin(Object.keys(weekdays), withDayPart(weekday));
begin(Object.keys(numbers), counted);
begin(["twenty"], century);
begin(
  [
    "a",
    "an",
    "half",
    "several",
    "few",
    "some",
    "many",
    "couple",
    "dozen",
    "dozens",
    "hundreds",
    "more",
    "less",
    "fewer",
    "at",
    ...softeners,
  ],
  counted,
);
begin(
  ["the"],
  yearsPart,
  spelledYear,
  dayFirst,
  decade,
  century,
  withEdge,
  which,
  deictic,
  thatTime,
  theUnit,
  counted,
  yearAgo,
  partOfYear,
  season,
  reference,
);
begin(Object.keys(whichWords), withDayPart(which), reference);
begin(["these", "those"], which);
begin(["that", "this", "same"], thatTime);
begin(["today", "yesterday", "tomorrow", "tonight"], withDayPart(deictic));
begin(Object.keys(edgeWords), withEdge, decade, century, season);
begin(["year"], yearAgo, yearEnd);
begin(["nineteen", "eighteen"], spelledYear);
begin(["years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries"], bareUnits);
begin([...Object.keys(ordinals), "last", "final", "fiscal", "q", "latest"], partOfYear);
begin(Object.keys(ordinals), century);
begin(["fiscal"], fiscalYear);
begin(Object.keys(seasons), season);
begin(
  new Set([...Object.keys(holidays), ...Object.keys(movingHolidays)].map((name) => /^[a-z]+/.exec(name)![0])),
  holiday,
);
begin([...Object.keys(sets), "every", "each", "per"], set);
begin(Object.keys(references), reference);
begin(["noon", "midnight", "midday"], clock);
begin(["overnight"], partOfDay);
begin(["ad"], era);
begin(["'", "’", "‘", "`"], decade, (p, i) => {
  const year = yearAt(p, i);
  return year === undefined ||
    isDigits(p.word[i - 1]) ||
    !(yearPrepositions.has(p.word[i - 1] ?? "") || is(p, i - 1, "summer", "class"))
    ? undefined
    : { to: year[1], meaning: { kind: "date", year: year[0] } };
});
