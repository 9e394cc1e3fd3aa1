/**
 * A text as overlapping runs of five words, hashed, and the few of them that serve as its fingerprint
 * (winnowing: Schleimer, Wilkerson and Aiken 2003).
 */
import type { Span } from "../model/span.ts";
import { furniture } from "./lexicon/furniture.ts";
import { quotations } from "./quotations.ts";
import { fold } from "./words.ts";

export const wordsPerShingle = 5;

/** Of so many shingles in a row one is in the fingerprint: a shared run of window + 4 words is always found. */
const window = 6;

/** Shingles of a text in its order, quotations and furniture left out and never bridged; numbers in columns. */
export interface Shingled {
  readonly hashes: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Words between each shingle and the text's begin that may be copied; runs are counted with it. */
  readonly positions: Int32Array;
  /** The hashes in ascending order, each once. */
  readonly unique: Float64Array;
  readonly fingerprint: readonly number[];
}

/** Whether one of the shingles has this hash. */
export function hasHash({ unique }: Shingled, hash: number): boolean {
  let [low, high] = [0, unique.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unique[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return unique[low] === hash;
}

/** How many hashes two texts share. */
export function sharedHashes({ unique: a }: Shingled, { unique: b }: Shingled): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
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
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const start = match.index;
    while (quote < skipped.length && skipped[quote]!.end <= start) quote++;
    const inside = quote < skipped.length && skipped[quote]!.start <= start;
    if (inside) {
      if (run.length > 0) position += wordsPerShingle;
      run = [];
      continue;
    }
    run.push({ start, end: start + match[0].length, hash: hashOf(fold(match[0])) });
    if (run.length > wordsPerShingle) run.shift();
    if (run.length === wordsPerShingle) {
      hashes.push(joined(run));
      starts.push(run[0]!.start);
      ends.push(run.at(-1)!.end);
      positions.push(position);
    }
    position++;
  }
  return {
    hashes: Float64Array.from(hashes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    positions: Int32Array.from(positions),
    unique: Float64Array.from(new Set(hashes)).sort(),
    fingerprint: winnow(hashes),
  };
}

interface Word extends Span {
  readonly hash: number;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
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
