/**
 * Text to the terms that search compares: words without case, accents and (in English) endings.
 * Done here and not by the databases, so that both find the same and the places found are known exactly.
 * What is already indexed was cut by these rules: changing them takes a migration that makes the index anew.
 */
import { stemmer } from "stemmer";
import type { Span } from "../model/span.ts";

export interface Term extends Span {
  readonly term: string;
}

/** The terms of a text in order. `language` as in Report; endings are cut in English only. */
export function* terms(text: string, language?: string): Generator<Term> {
  const termOf = language === "en" ? stemmed : fold;
  for (const { word, start, end } of words(text)) {
    const term = termOf(word);
    if (term !== "") yield { term, start, end };
  }
}

/**
 * The terms to index. PostgreSQL holds at most 1 MiB of distinct words and positions a text; what goes beyond is
 * left out on both databases (about 100,000 words of prose: a long book).
 */
export function indexed(text: string, language?: string): string[] {
  const kept: string[] = [];
  const times = new Map<string, number>();
  let size = 0;
  const termOf = language === "en" ? stemmed : fold;
  for (const word of text.match(WORD) ?? []) {
    const term = termOf(word);
    if (term === "") continue;
    const before = times.get(term) ?? 0;
    size += before === 0 ? 3 * term.length + WORD_COST : before < POSITIONS_KEPT ? POSITION_COST : 0;
    if (size > INDEX_LIMIT) break;
    times.set(term, before + 1);
    kept.push(term);
  }
  return kept;
}

/**
 * Terms in a row, in one of several forms (as typed, and the stem). A last term that ends in "*", which no term of a
 * text does, stands for all that begin so.
 */
export type Phrase = readonly (readonly string[])[];

/** What a person typed: what must all be found, and what must not. */
export interface Sought {
  readonly all: readonly Phrase[];
  readonly none: readonly Phrase[];
}

/**
 * Words, and in double quotes words that stand together; with "-" before it what is left out; "harb*" is every word that
 * begins so. Whatever else is typed parts words.
 */
export function sought(text: string): Sought {
  const all: Phrase[] = [];
  const none: Phrase[] = [];
  const typed = text.slice(0, MOST_CHARACTERS);
  let room = MOST_WORDS;
  let from = 0;
  for (const [i, part] of typed.split(QUOTE).entries()) {
    const isQuoted = i % 2 === 1;
    const list = [...words(part)]
      .map(({ word, start, end }) => ({ start: from + start, end: from + end, term: fold(word) }))
      .filter(({ term }) => term !== "");
    const groups = isQuoted ? (list.length > 0 ? [list] : []) : adjacent(list);
    for (const group of groups) {
      const plain = group.slice(0, room).map(({ term }) => term);
      if (plain.length === 0) break;
      room -= plain.length;
      const isBeginning =
        !isQuoted && typed[group.at(-1)!.end] === "*" && plain.at(-1)!.length >= SHORTEST_BEGINNING;
      const phrase = isBeginning ? beginning(plain) : inForms(plain);
      // The quotation mark, or the word itself, is what the dash stands before.
      (isLeftOut(typed, isQuoted ? from - 1 : group[0]!.start) ? none : all).push(phrase);
    }
    from += part.length + 1;
  }
  return { all, none };
}

function inForms(plain: readonly string[]): Phrase {
  const stems = plain.map(stem);
  return stems.some((term, k) => term !== plain[k]) ? [plain, stems] : [plain];
}

/** English texts are kept by stems, which may be shorter than what was typed: "negotia*" is found as "negoti". */
function beginning(plain: readonly string[]): Phrase {
  const before = plain.slice(0, -1);
  const last = plain.at(-1)!;
  const stems = new Set(
    endings.map((ending) => stem(last + ending)).filter((term) => !term.startsWith(last)),
  );
  return [[...before, `${last}*`], ...[...stems].map((term) => [...before, term])];
}

const endings = [
  "",
  "e",
  "es",
  "ed",
  "ing",
  "s",
  "te",
  "tes",
  "ted",
  "ting",
  "tion",
  "tions",
  "ion",
  "ions",
  "on",
];

/** A dash before it, and nothing or a space before that: "cease-fire" is two words. */
function isLeftOut(typed: string, start: number): boolean {
  return typed[start - 1] === "-" && (start < 2 || /\s/.test(typed[start - 2]!));
}

const QUOTE = /["“”„«»]/;
/** A star after fewer letters stands for too much. */
const SHORTEST_BEGINNING = 2;

const INDEX_LIMIT = 900_000;
const WORD_COST = 6;
const POSITION_COST = 2;
const POSITIONS_KEPT = 256;
const LONGEST_TERM = 40;
const MOST_WORDS = 32;
const MOST_CHARACTERS = 2_000;

/** A run of letters, digits and marks. Scripts written without spaces give one word a character. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;

function* words(text: string): Generator<Span & { readonly word: string }> {
  for (const match of text.matchAll(WORD)) {
    yield { word: match[0], start: match.index, end: match.index + match[0].length };
  }
}

/** Words that touch (scripts without spaces) are searched as a row; others one by one. */
function adjacent<W extends Span>(list: readonly W[]): W[][] {
  const groups: W[][] = [];
  for (const word of list) {
    const last = groups.at(-1);
    if (last?.at(-1)?.end === word.start) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Compatibility forms, case and marks folded; cut at a length that no word has. */
function fold(word: string): string {
  const short = word.slice(0, LONGEST_TERM);
  if (/^[a-zA-Z0-9]*$/.test(short)) return short.toLowerCase();
  return short
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, LONGEST_TERM)
    .toWellFormed();
}

const stem = (term: string) => (/^[a-z]+$/.test(term) ? stemmer(term) : term);

/** Words repeat, folding and stemming are dear: remembered, within bounds. A longer word would hold on to the text it is cut from. */
const LONGEST_KNOWN = 12;
const known = new Map<string, string>();

/** The term of an English word. */
function stemmed(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = stem(fold(word));
  if (word.length > LONGEST_KNOWN) return term;
  if (known.size >= 50_000) known.clear();
  known.set(word, term);
  return term;
}
