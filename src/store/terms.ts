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
  for (const { word, start, end } of words(text)) {
    const folded = fold(word);
    if (folded !== "") yield { term: language === "en" ? stem(folded) : folded, start, end };
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
  for (const { term } of terms(text, language)) {
    const before = times.get(term) ?? 0;
    size += before === 0 ? 3 * term.length + WORD_COST : before < POSITIONS_KEPT ? POSITION_COST : 0;
    if (size > INDEX_LIMIT) break;
    times.set(term, before + 1);
    kept.push(term);
  }
  return kept;
}

/** Something that must stand in a text: terms in a row, in one of several forms (as printed, and the stem). */
export type Phrase = readonly (readonly string[])[];

/** What a person typed as phrases, all of which must be found: the words, and what stands in double quotes. */
export function phrases(text: string): Phrase[] {
  const found: Phrase[] = [];
  let room = MOST_WORDS;
  text
    .slice(0, MOST_CHARACTERS)
    .split(/["“”„«»]/)
    .forEach((part, i) => {
      const folded = [...words(part)]
        .map((word) => ({ ...word, term: fold(word.word) }))
        .filter((w) => w.term !== "");
      const quoted = i % 2 === 1;
      const groups = quoted ? (folded.length > 0 ? [folded] : []) : adjacent(folded);
      for (const group of groups) {
        const plain = group.slice(0, room).map((word) => word.term);
        if (plain.length === 0) break;
        room -= plain.length;
        const stems = plain.map(stem);
        found.push(stems.some((term, k) => term !== plain[k]) ? [plain, stems] : [plain]);
      }
    });
  return found;
}

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

/** Words repeat, stemming is the dear part: remembered, within bounds. */
const stems = new Map<string, string>();

function stem(term: string): string {
  if (!/^[a-z]+$/.test(term)) return term;
  const known = stems.get(term);
  if (known !== undefined) return known;
  if (stems.size >= 50_000) stems.clear();
  const made = stemmer(term);
  stems.set(term, made);
  return made;
}
