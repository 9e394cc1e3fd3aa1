/**
 * What lexicons know of the words of a sentence: classes that the network takes in as features, never as answers.
 * Names are found by the hash of their lower-case words, the longest first.
 */

import { BASIS, hashEnd, hashStep, indexOfHash } from "./hashing.ts";

/** In the order of their bits. A lexicon of names lists whole names; the last three list single words. */
export const lexiconClasses = [
  "country",
  "city",
  "town",
  "organisation",
  "first name",
  "last name",
  "other person's name",
  "word for a body",
  "word for a place",
  "title",
] as const;

/** A class's bit where a name begins, and LEXICON_CLASSES bits further where it goes on. */
export const LEXICON_CLASSES = lexiconClasses.length;
export const LEXICON_ROWS = 2 * LEXICON_CLASSES;
const LONGEST = 5;

/** Sorted hashes of names, and their classes as bits. */
export interface Lexicons {
  readonly keys: Uint32Array;
  readonly classes: Uint16Array;
}

/** Fills `out` with the bits of forms `from` to `to`, one sentence. */
export type LexiconReader = (
  forms: readonly string[],
  from: number,
  to: number,
  out: Int32Array,
  at: number,
) => void;

export function lexiconReader({ keys, classes }: Lexicons): LexiconReader {
  const ends = new Uint32Array(LONGEST);
  return (forms, from, to, out, at) => {
    for (let i = from; i < to; i++) out[at + i - from] = 0;
    for (let i = from; i < to; i++) {
      if (!isCapital(forms[i]!)) continue;
      let count = 0;
      let h = BASIS;
      for (let j = i; j < to && count < LONGEST; j++) {
        const form = forms[j]!;
        if (form.length > 40 || (j > i && !goesOn(form))) break;
        if (j > i) h = hashStep(h, 32);
        for (let k = 0; k < form.length; k++) h = hashStep(h, lower(form.charCodeAt(k)));
        ends[count++] = hashEnd(h) >>> 0;
      }
      // a word inside a longer name keeps what it is by itself too
      for (let n = count; n >= 1; n--) {
        const found = indexOfHash(keys, ends[n - 1]!);
        if (found < 0) continue;
        const bits = classes[found]!;
        out[at + i - from] = out[at + i - from]! | bits;
        for (let j = i + 1; j < i + n; j++)
          out[at + j - from] = out[at + j - from]! | (bits << LEXICON_CLASSES);
      }
    }
  };
}

/** The hash of a name, as the reader makes it of its words. */
export function nameHash(words: readonly string[]): number {
  let h = BASIS;
  words.forEach((word, i) => {
    if (i > 0) h = hashStep(h, 32);
    for (let k = 0; k < word.length; k++) h = hashStep(h, lower(word.charCodeAt(k)));
  });
  return hashEnd(h) >>> 0;
}

/** Lower case of ASCII and Latin-1; a curly apostrophe becomes a plain one. */
function lower(c: number): number {
  if (c >= 65 && c <= 90) return c + 32;
  if (c < 128) return c;
  if (c >= 0xc0 && c <= 0xde && c !== 0xd7) return c + 32;
  return c === 0x2019 ? 39 : c;
}

function isCapital(form: string): boolean {
  const c = form.charCodeAt(0);
  return (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde) || (c > 255 && form[0]!.toLowerCase() !== form[0]);
}

/** What can stand inside of a name: capitals, and the small words and marks that link them. */
function goesOn(form: string): boolean {
  return isCapital(form) || links.has(form);
}
const links = new Set([
  "of",
  "the",
  "and",
  "de",
  "la",
  "del",
  "al",
  "el",
  "-",
  "&",
  "'s",
  "’s",
  "du",
  "des",
  "do",
  "da",
]);
