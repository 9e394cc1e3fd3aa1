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

/** How much the entries of one record tell, compared among themselves. */
export class Telling {
  readonly #lines = new Map<Entry, Line>();

  /** `textOf` gives a report's text by its id. */
  constructor(entries: readonly Entry[], textOf: (report: string) => string | undefined) {
    const numbers = new Map<string, number>();
    const within: number[] = [];
    const numbered = entries.map((entry) => {
      const words = wordsOf(entry, textOf).map((word) => {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        within[number] = (within[number] ?? 0) + 1;
        return number;
      });
      return { entry, words: Uint32Array.from(words).sort(), said: saidBy(entry, textOf, words.length) };
    });
    const rarity = Float64Array.from(within, (lines) => Math.log((1 + entries.length) / lines));
    const centre = new Float64Array(within.length);
    for (const { entry, words, said } of numbered) {
      const values = Float64Array.from(words, (word) => rarity[word]!);
      const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
      for (const [i, word] of words.entries()) centre[word]! += values[i]! /= length;
      this.#lines.set(entry, { words, values, said, weight: 0 });
    }
    for (const [{ origins }, line] of this.#lines) {
      const full = Math.min(1, line.said / enough);
      const backed = 1 + byOrigins * Math.log(Math.max(1, origins.length));
      const central = line.words.reduce((sum, word, i) => sum + line.values[i]! * centre[word]!, 0);
      line.weight = full * backed * central;
    }
  }

  /** Whether two say much the same. */
  areAlike(a: Entry, b: Entry): boolean {
    return cosine(this.#lines.get(a) ?? nothing, this.#lines.get(b) ?? nothing) >= alike;
  }

  /** The `most` that tell most, the most telling first; what says much the same only where there is room left. */
  choose(entries: readonly Entry[], most: number): Entry[] {
    const ranked = entries
      .map((entry) => ({ entry, line: this.#lines.get(entry) ?? nothing }))
      .sort(
        (a, b) =>
          b.line.weight - a.line.weight ||
          byTime(lastTold(b.entry), lastTold(a.entry)) ||
          (a.entry.id < b.entry.id ? -1 : 1),
      );
    const chosen: typeof ranked = [];
    const again: typeof ranked = [];
    for (const one of ranked) {
      if (chosen.length >= most) break;
      const isNew = chosen.every(({ line }) => cosine(line, one.line) < alike);
      (isNew ? chosen : again).push(one);
    }
    return [...chosen, ...again].slice(0, most).map(({ entry }) => entry);
  }
}

/** Ascending numbers of words, each once; their share in a vector of length 1; how much the line tells. */
interface Line {
  readonly words: Uint32Array;
  readonly values: Float64Array;
  /** Content words of the line itself. */
  readonly said: number;
  weight: number;
}

const nothing: Line = { words: new Uint32Array(), values: new Float64Array(), said: 0, weight: 0 };

function cosine(a: Line, b: Line): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    if (a.words[i] === b.words[j]) sum += a.values[i++]! * b.values[j++]!;
    else if (a.words[i]! < b.words[j]!) i++;
    else j++;
  }
  return sum;
}

/** By finding, each once: a finding speaks for its entry at many moments. */
const known = new WeakMap<Finding, readonly string[]>();

function wordsOf(
  { lead, leadReport }: Entry,
  textOf: (report: string) => string | undefined,
): readonly string[] {
  const before = known.get(lead);
  if (before !== undefined) return before;
  const text = textOf(leadReport);
  const words = text === undefined ? [] : [...new Set(contentWords(wordsFor(lead, text)))];
  known.set(lead, words);
  return words;
}

/** Of a figure the sentence that it stands in: "two people injured" is of everything. */
function wordsFor(lead: Finding, text: string): string {
  const { start, end } = lead.evidence;
  return lead.kind === "figure" ? text.slice(start, end) : bodyOf(lead, text);
}

/** A figure's line says little, however much its sentence tells. */
function saidBy(
  { lead, leadReport }: Entry,
  textOf: (report: string) => string | undefined,
  inSentence: number,
): number {
  const text = lead.kind === "figure" ? textOf(leadReport) : undefined;
  return text === undefined ? inSentence : contentWords(bodyOf(lead, text)).length;
}
