/** Content words as comparable stems: what two wordings are compared by. English so far. */

import { functionWords } from "../lexicon/function-words.ts";
import { synonyms } from "../lexicon/synonyms.ts";
import { lately } from "../memory/lately.ts";

/** Endings taken off, longest first: ending, what takes its place, letters that must remain. */
const endings: readonly (readonly [string, string, number])[] = [
  ["izations", "ize", 3],
  ["isations", "ize", 3],
  ["ization", "ize", 3],
  ["isation", "ize", 3],
  ["ations", "at", 3],
  ["ation", "at", 3],
  ["ments", "", 4],
  ["ment", "", 4],
  ["ising", "ize", 3],
  ["ised", "ize", 3],
  ["ises", "ize", 3],
  ["ings", "", 3],
  ["ing", "", 3],
  ["ions", "", 5],
  ["ion", "", 5],
  ["ies", "y", 2],
  ["ied", "y", 2],
  ["ed", "", 3],
  ["es", "", 3],
  ["ly", "", 4],
  ["s", "", 3],
];

/** The stem of one word in lower case. Not a word of English: only equal or not equal to another stem. */
export const stemOf = lately(cutEnding);

function cutEnding(word: string): string {
  let stem = word;
  if (word.length > 3 && !/\d/u.test(word) && !word.endsWith("ss") && !word.endsWith("us")) {
    for (const [ending, place, remains] of endings) {
      if (word.endsWith(ending) && word.length - ending.length >= remains) {
        stem = word.slice(0, word.length - ending.length) + place;
        break;
      }
    }
  }
  // "stopp(ed)" and "stop", "plann(ing)" and "plan"
  if (stem !== word && stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[aeiouls]$/u.test(stem)) {
    stem = stem.slice(0, -1);
  }
  return stem.length > 4 && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}

const classes = new Map<string, string>();
for (const line of synonyms) {
  const words = line.split(" ");
  const name = `=${words[0]}`;
  for (const word of words) {
    const stem = stemOf(word);
    if (!classes.has(stem)) classes.set(stem, name);
  }
}

/** The synonym class of a word or lemma, else its stem. */
export function classOf(word: string): string {
  const stem = stemOf(fold(word));
  return classes.get(stem) ?? stem;
}

/** Lower case, without accents and with one form of apostrophe. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[’ʼ`´]/gu, "'")
    .toLowerCase();
}

/** ASCII but for the grave accent: nothing to decompose, nothing to replace. */
const plain = /^[ -_a-~\n]*$/;

const word = /[\p{L}\p{N}]+(?:'[\p{L}]+)?(?:[.,]\d+)*/gu;

/** Words in lower case, in order, with hyphenated words in parts and without possessive endings. */
export function wordsOf(text: string): readonly string[] {
  for (let i = 0; i < fewTexts; i++) if (lastTexts[i] === text) return lastWords[i]!;
  const words = (fold(text).match(word) ?? []).map((one) => (one.endsWith("'s") ? one.slice(0, -2) : one));
  if (text.length < shortest) return words;
  lastTexts[next] = text;
  lastWords[next] = words;
  next = (next + 1) % fewTexts;
  return words;
}

/** All that is told in one sentence is looked at in a row, and each for its words several times. */
const fewTexts = 4;
/** Characters: shorter ones are looked at sooner than remembered. */
const shortest = 40;
const lastTexts: string[] = [];
const lastWords: (readonly string[])[] = [];
let next = 0;

/** Content words as classes, each once, in order: no function words, no numbers. */
export function contentOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const one of wordsOf(text)) {
    if (one.length > 1 && !functionWords.has(one) && !/^\d/u.test(one)) {
      const stem = stemOf(one);
      found.add(classes.get(stem) ?? stem);
    }
  }
  return found;
}

/** A name as a key: "The Gulf Coast Herald" and "Gulf Coast Herald" are one. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  return (words.length > 1 && words[0] === "the" ? words.slice(1) : words).join(" ");
}

export interface Overlap {
  readonly shared: number;
  /** Share of the smaller set. */
  readonly contained: number;
  /** Shared over all. */
  readonly jaccard: number;
}

export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): Overlap {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return {
    shared,
    contained: small.size === 0 ? 0 : shared / small.size,
    jaccard: small.size === 0 ? 0 : shared / (a.size + b.size - shared),
  };
}

/** 53 bits of a text: two FNV-1a hashes over UTF-16 code units, from different beginnings. */
export function hash53(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return ((high >>> 11) & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** The words stand in the text as words: "toll" not in "tollgate". */
export function hasWords(folded: string, words: string): boolean {
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const before = folded[at - 1] ?? " ";
    const after = folded[at + words.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
