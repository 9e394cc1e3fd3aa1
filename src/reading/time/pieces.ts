/** A stretch of text cut into words, numbers and marks, and the small parts that time expressions are made of. */
import { months, numbers, type Unit, units, vagueNumbers, weekdays } from "../../language/en/time-words.ts";
import type { Span } from "../../model/span.ts";
import type { Edge, Meaning, Which } from "./meaning.ts";

export interface Pieces {
  readonly text: string;
  /** Lower-case words, numbers and single marks. */
  readonly word: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

export type Hit = { to: number; meaning: Meaning; edge?: Edge } | undefined;

export type Pattern = (p: Pieces, i: number) => Hit;

const pieceOf = /[A-Za-zÀ-ɏ]+|\d+|[^\sA-Za-zÀ-ɏ\d]/g;

export function cut(text: string, span: Span): Pieces {
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

export const isDigits = (word: string | undefined) =>
  word !== undefined && word >= "0" && word <= "9~" && /^\d+$/.test(word);

export const glued = (p: Pieces, i: number) => i > 0 && p.start[i] === p.end[i - 1];

/** Inside a word, a decimal, an amount or a path: no time begins there. */
export function isGluedBefore(p: Pieces, i: number): boolean {
  if (!glued(p, i)) return false;
  const before = p.word[i - 1]!;
  if (isDigits(p.word[i])) return /^[$€£#.,:/_@a-z\d]$/i.test(before) || /^[a-z]/.test(before);
  return before === "_" || before === "@" || before === "/" || (before === "." && glued(p, i - 1));
}

export const capital = (p: Pieces, i: number) => {
  const start = p.start[i];
  const letter = start === undefined ? "" : p.text[start]!;
  return letter !== letter.toLowerCase();
};

export const is = (p: Pieces, i: number, ...words: string[]) => words.includes(p.word[i] ?? "");

/** Past a full stop that closes an abbreviation. */
const dot = (p: Pieces, i: number) => (p.word[i] === "." && glued(p, i) && i + 1 < p.word.length ? i + 1 : i);

/** Past a hyphen or nothing. */
export const hyphen = (p: Pieces, i: number) => (is(p, i, "-", "–", "‑") ? i + 1 : i);

export const comma = (p: Pieces, i: number) => (p.word[i] === "," ? i + 1 : i);

/** A number of days, years …: value and the piece after it; null for "several". */
export function amountAt(p: Pieces, i: number): [amount: number | null, next: number] | undefined {
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

export function unitAt(p: Pieces, i: number): [unit: Unit, next: number, plural: boolean] | undefined {
  const word = p.word[i] ?? "";
  const unit = units[word];
  return unit === undefined ? undefined : [unit, i + 1, word.endsWith("s")];
}

export function monthAt(p: Pieces, i: number): [month: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  const month = months[word];
  if (month === undefined || !capital(p, i)) return undefined;
  const short = word.length <= 4 && word !== "may" && word !== "june" && word !== "july";
  return [month, short ? dot(p, i + 1) : i + 1];
}

export function weekdayAt(p: Pieces, i: number): [weekday: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  const weekday = weekdays[word];
  if (weekday === undefined || !capital(p, i)) return undefined;
  return [weekday, word.length <= 5 && !word.endsWith("day") ? dot(p, i + 1) : i + 1];
}

export function yearAt(p: Pieces, i: number): [year: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  if (/^[12]\d{3}$/.test(word) && !(is(p, i + 1, "s") && glued(p, i + 1))) return [Number(word), i + 1];
  if (is(p, i, "'", "’", "‘") && /^\d\d$/.test(p.word[i + 1] ?? "") && glued(p, i + 1)) {
    return is(p, i + 2, "s") && glued(p, i + 2) ? undefined : [twoDigitYear(Number(p.word[i + 1])), i + 2];
  }
  return spelledYearAt(p, i);
}

/** "nineteen ninety-six". */
export function spelledYearAt(p: Pieces, i: number): [year: number, next: number] | undefined {
  const century = is(p, i, "nineteen") ? 1900 : is(p, i, "eighteen") ? 1800 : 0;
  const tens = century === 0 ? undefined : numbers[p.word[i + 1] ?? ""];
  if (tens === undefined || tens < 10) return undefined;
  const ones = tens >= 20 ? numbers[p.word[hyphen(p, i + 2)] ?? ""] : undefined;
  return ones !== undefined && ones > 0 && ones < 10
    ? [century + tens + ones, hyphen(p, i + 2) + 1]
    : [century + tens, i + 2];
}

/** Two-digit years: POSIX's rule, 69 to 99 are of the 20th century. */
export const twoDigitYear = (number: number) => (number >= 69 ? 1900 : 2000) + number;

export function dayAt(p: Pieces, i: number): [day: number, next: number] | undefined {
  const word = p.word[i] ?? "";
  if (!/^\d{1,2}$/.test(word)) return undefined;
  const day = Number(word);
  if (day < 1 || day > 31) return undefined;
  const suffix = is(p, i + 1, "st", "nd", "rd", "th") && glued(p, i + 1);
  return [day, suffix ? i + 2 : i + 1];
}

export const capitalOrNoun = (p: Pieces, i: number) =>
  p.word[i] !== undefined &&
  /^[a-z]/.test(p.word[i]!) &&
  (capital(p, i) || is(p, i, "the", "a", "he", "she", "they", "his", "her", "their", "it", "its"));

export const edgeWords: Readonly<Record<string, Edge>> = {
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
export function edgeWord(p: Pieces, i: number): [edge: Edge, next: number] | undefined {
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

/** "last", "this", "next" and their like. */
export const whichWords: Readonly<Record<string, Which>> = {
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
