/**
 * Which few of many entries say most of a situation: what stands first in a brief.
 *
 * An entry tells much whose words are those of the whole record (its cosine to the sum of all lines, the rare words
 * weighing more: Radev and others 2004), and more the more independent origins stand behind it. One that says much the
 * same as an entry before it comes after all others (Carbonell and Goldstein 1998).
 */
import type { Entry } from "../model/entry.ts";
import type { Finding } from "../model/finding.ts";
import { contentWords } from "./content-words.ts";
import { byTime } from "./instant.ts";
import { lastTold } from "./last-told.ts";
import { bodyOf } from "./line.ts";

/** By this times the logarithm of its origins an entry weighs more: with two more than twice as much as with one. */
const byOrigins = 2;
/** Content words of a line that says what it tells of: "people killed" is of everything and tells nothing. */
const enough = 6;
/** The cosine of two lines from which they say much the same. */
const alike = 0.35;
/** Words are numbers of so many bits: two may fall together, which costs a little of one line's weight. */
const bits = 18;

/** How much the entries of one record tell, compared among themselves. */
export class Telling {
  readonly #textOf: (report: string) => string | undefined;
  /** By word: its rarity, and its share in all lines together. */
  readonly #rarity = new Float64Array(1 << bits);
  readonly #centre = new Float64Array(1 << bits);

  /** `textOf` gives a report's text by its id. */
  constructor(entries: readonly Entry[], textOf: (report: string) => string | undefined) {
    this.#textOf = textOf;
    const within = new Uint32Array(1 << bits);
    const lines = entries.map((entry) => this.#words(entry));
    for (const line of lines) for (const word of line) within[word]!++;
    for (let word = 0; word < within.length; word++) {
      if (within[word]! > 0) this.#rarity[word] = Math.log((1 + lines.length) / within[word]!);
    }
    for (const line of lines) {
      const length = this.#length(line);
      for (const word of line) this.#centre[word]! += this.#rarity[word]! / length;
    }
  }

  /** The `most` that tell most, the most telling first; what says much the same only where there is room left. */
  choose(entries: readonly Entry[], most: number): Entry[] {
    const ranked = entries
      .map((entry) => ({ entry, words: this.#words(entry), weight: this.#weight(entry) }))
      .sort(
        (a, b) =>
          b.weight - a.weight ||
          byTime(lastTold(b.entry), lastTold(a.entry)) ||
          (a.entry.id < b.entry.id ? -1 : 1),
      );
    const chosen: typeof ranked = [];
    const again: typeof ranked = [];
    for (const one of ranked) {
      if (chosen.length >= most) break;
      const isNew = chosen.every(({ words }) => this.#cosine(words, one.words) < alike);
      (isNew ? chosen : again).push(one);
    }
    return [...chosen, ...again].slice(0, most).map(({ entry }) => entry);
  }

  #weight(entry: Entry): number {
    const words = this.#words(entry);
    let sum = 0;
    for (const word of words) sum += this.#rarity[word]! * this.#centre[word]!;
    const full = Math.min(1, words.length / enough);
    return (full * sum * (1 + byOrigins * Math.log(Math.max(1, entry.origins.length)))) / this.#length(words);
  }

  #length(words: Uint32Array): number {
    let square = 0;
    for (const word of words) square += this.#rarity[word]! ** 2;
    return Math.sqrt(square) || 1;
  }

  #cosine(a: Uint32Array, b: Uint32Array): number {
    let sum = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] === b[j]) sum += this.#rarity[a[i++]!]! * this.#rarity[b[j++]!]!;
      else if (a[i]! < b[j]!) i++;
      else j++;
    }
    return sum / (this.#length(a) * this.#length(b));
  }

  #words({ lead, leadReport }: Entry): Uint32Array {
    const known = wordsIn.get(lead);
    if (known !== undefined) return known;
    const text = this.#textOf(leadReport);
    const words = text === undefined ? new Uint32Array() : numbered(bodyOf(lead, text));
    wordsIn.set(lead, words);
    return words;
  }
}

/** The words of a finding's line, worked out once: ascending numbers, each once. */
const wordsIn = new WeakMap<Finding, Uint32Array>();

function numbered(line: string): Uint32Array {
  return Uint32Array.from(new Set(contentWords(line).map(numberOf))).sort();
}

/** FNV-1a, folded to `bits`. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
}
