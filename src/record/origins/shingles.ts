/**
 * A text as overlapping runs of five words, hashed, and the few of them that serve as its fingerprint
 * (winnowing: Schleimer, Wilkerson and Aiken 2003).
 */
import type { Span } from "../../model/span.ts";
import { furniture } from "../lexicon/furniture.ts";
import { fold } from "../tellings/words.ts";
import { quotations } from "./quotations.ts";

export const wordsPerShingle = 5;

/** Of so many shingles in a row one is in the fingerprint: a shared run of window + 4 words is always found. */
const window = 6;

/** Shingles of a text in its order, quotations and furniture left out and never bridged; numbers in columns. */
export interface Shingled {
  /** Of each shingle: where its hash stands in `unique`. */
  readonly ranks: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Words between each shingle and the text's begin that may be copied; runs are counted with it. */
  readonly positions: Int32Array;
  /** The hashes in ascending order, each once. */
  readonly unique: Float64Array;
  readonly fingerprint: readonly number[];
}

/** What the hashes of one text share with another's; valid until the next are compared. */
export interface Shared {
  readonly count: number;
  /** By place in the first list: 1 where the other has it. As long as the list. */
  readonly isShared: Uint8Array;
}

let scratch = new Uint8Array(1 << 12);

/** Of two ascending lists. */
export function sharedHashes(a: Float64Array, b: Float64Array): Shared {
  if (a.length > scratch.length) scratch = new Uint8Array(2 * a.length);
  const isShared = scratch.subarray(0, a.length).fill(0);
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) {
      isShared[i] = 1;
      count++;
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { count, isShared };
}

/** Shingles of what stands outside of quotation marks, or of the whole text; never of a page's furniture. */
export function shinglesOf(text: string, what: "unquoted" | "whole" = "unquoted"): Shingled {
  const skipped = what === "whole" ? furnitureOf(text) : merged(quotations(text), furnitureOf(text));
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const positions: number[] = [];
  let run: Word[] = [];
  let quote = 0;
  let position = 0;
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start);
    if (end === start) {
      start++;
      continue;
    }
    while (quote < skipped.length && skipped[quote]!.end <= start) quote++;
    const inside = quote < skipped.length && skipped[quote]!.start <= start;
    if (inside) {
      if (run.length > 0) position += wordsPerShingle;
      run = [];
    } else {
      run.push({ start, end, hash: hashOf(text, start, end) });
      if (run.length > wordsPerShingle) run.shift();
      if (run.length === wordsPerShingle) {
        hashes.push(joined(run));
        starts.push(run[0]!.start);
        ends.push(end);
        positions.push(position);
      }
      position++;
    }
    start = end;
  }
  const unique = Float64Array.from(new Set(hashes)).sort();
  return {
    ranks: Int32Array.from(hashes, (hash) => rankOf(hash, unique)),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    positions: Int32Array.from(positions),
    unique,
    fingerprint: winnow(hashes),
  };
}

function rankOf(hash: number, ascending: Float64Array): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Word extends Span {
  readonly hash: number;
}

/** Where the run of letters and digits that begins here ends; where none does, here. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (!isAsciiWord(unit)) break;
      at++;
      continue;
    }
    const point = text.codePointAt(at)!;
    if (!isWord(point)) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

/** Of each code point of the basic plane that was asked about: 1 no, 2 yes. */
const asked = new Uint8Array(0x10000);

function isWord(point: number): boolean {
  if (point > 0xffff) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
  if (asked[point] === 0) asked[point] = /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)) ? 2 : 1;
  return asked[point] === 2;
}

/** FNV-1a over the UTF-16 code units of the folded word. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return hashOfFolded(fold(text.slice(start, end)));
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193);
  }
  return hash >>> 0;
}

function hashOfFolded(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** 53 bits from the words' 32, so that chance hits do not count as copied text. */
function joined(words: readonly Word[]): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (const { hash } of words) {
    low = Math.imul(low ^ hash, 0x01000193);
    low = (low << 13) | (low >>> 19);
    high = Math.imul(high ^ hash, 0xc2b2ae35);
    high = (high << 11) | (high >>> 21);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

function winnow(hashes: readonly number[]): number[] {
  const chosen = new Set<number>();
  const last = Math.max(0, hashes.length - window);
  for (let i = 0; i <= last && i < hashes.length; i++) {
    let least = hashes[i]!;
    for (let j = i + 1; j < i + window && j < hashes.length; j++) if (hashes[j]! < least) least = hashes[j]!;
    chosen.add(least);
  }
  return [...chosen];
}

/** A line of fewer words that ends no sentence is a menu's, a teaser's or a caption's. */
const fewestWords = 10;
/** Longer lines are the story's even where they hold a legal phrase. */
const longestFurniture = 600;

function furnitureOf(text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end).trim();
    if (line !== "" && isFurniture(line, text.slice(end, end + 40).trimStart())) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

/** `after` is how the next line begins: in small letters where a sentence is only wrapped. */
function isFurniture(line: string, after: string): boolean {
  if (line.length > longestFurniture) return false;
  const plain = fold(line);
  if (furniture.some((phrase) => plain.includes(phrase))) return true;
  return (
    !/[.!?:;,…"”’')\]-]$/u.test(line) && !/^\p{Ll}/u.test(after) && line.split(/\s+/u).length < fewestWords
  );
}

/** Spans of both lists in text order, overlapping ones as one. */
function merged(a: readonly Span[], b: readonly Span[]): Span[] {
  const all = [...a, ...b].sort((one, other) => one.start - other.start || one.end - other.end);
  const result: Span[] = [];
  for (const span of all) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
