/**
 * The days that matter most in a situation, each with the sentences that say best what happened on it.
 *
 * A day matters by the independent origins that name it: once for naming it, once more where its date is told after
 * it has passed, in full and not as "Tuesday", and once more where it is still named a fortnight later. What was a
 * day's news and is never spoken of again falls behind.
 *
 * A sentence stands for a day by how like it is to all that is told of that day (the cosine to the sum of their
 * words, the rare ones weighing more: Radev and others 2004), somewhat more where it looks back on the day from later, and is
 * left out where it says what one before it says.
 */
import type { Span } from "../model/span.ts";
import type { TimeMention } from "../model/time.ts";
import { contentWords } from "./content-words.ts";

/** What one report tells: its sentences, the times that it names, when it was made public, and whose news it is. */
export interface Told {
  readonly report: string;
  readonly text: string;
  /** Id of its origin. */
  readonly origin: string;
  /** ISO 8601. */
  readonly published: string;
  readonly times: readonly TimeMention[];
  /** Offsets into the text; in any order. */
  readonly sentences: readonly TellingSentence[];
}

export interface TellingSentence extends Span {
  /** Of acts it tells only what was planned, expected or denied: not what the day was. */
  readonly isAhead?: boolean;
}

export interface KeyDay {
  /** An ISO date. */
  readonly day: string;
  /** Independent origins that name it. */
  readonly origins: number;
  /** Most telling first. */
  readonly sentences: readonly KeySentence[];
}

export interface KeySentence extends Span {
  readonly report: string;
}

export interface Wanted {
  readonly days: number;
  /** At most so many a day. */
  readonly sentences: number;
}

/** Days before the first report that count: what a situation began with is told a little later, its history is not in it. */
const before = 10;
/** Days after which a day that is still named is one that is remembered. */
const remembered = 14;
/** Content words of a sentence that stands for a day. */
const fewestWords = 5;
const mostWords = 40;
/** Sentences at the head of a report that tell of the day of publication or the day before where they name none. */
const head = 3;
/** What such a sentence weighs, and one of what was only planned, expected or denied. */
const unnamed = 0.5;
const ahead = 0.7;
/** What a sentence gains that tells of a day so many days later or more: by then it is known what the day was. */
const hindsight = 0.4;
const wise = 60;
/** Two sentences that are so like say the same. */
const same = 0.4;

/** In the order of the days. The same for the same reports in whatever order. */
export function keyDaysOf(told: readonly Told[], wanted: Wanted): KeyDay[] {
  const reports = told
    .map((one) => ({ ...one, on: dayNumber(one.published) }))
    .filter(({ on }) => Number.isFinite(on))
    .sort((a, b) => a.on - b.on || (a.report < b.report ? -1 : 1));
  const days = daysNamed(reports).slice(0, wanted.days);
  const about = sentencesAbout(reports);
  const rarity = rarityOf(about);
  return days
    .sort((a, b) => a.on - b.on)
    .map(({ on, origins }) => ({
      day: new Date(on * day).toISOString().slice(0, 10),
      origins,
      sentences: mostTelling(about.get(on) ?? [], rarity, wanted.sentences),
    }));
}

const day = 86_400_000;

interface Dated extends Told {
  /** Day on which it was made public, counted from 1970. */
  readonly on: number;
}

function dayNumber(iso: string): number {
  return Math.floor(Date.parse(iso.slice(0, 10)) / day);
}

/** The single day that a time means; undefined for spans of days and for what was left open. */
function dayNamed({ time }: TimeMention): number | undefined {
  if ((time.type !== "DATE" && time.type !== "TIME") || time.from === undefined) return undefined;
  if (time.to !== undefined && time.to !== time.from) return undefined;
  const on = dayNumber(time.from);
  return Number.isFinite(on) ? on : undefined;
}

/** Days that are named, those that matter most first. */
function daysNamed(reports: readonly Dated[]): { on: number; origins: number }[] {
  const first = (reports[0]?.on ?? 0) - before;
  const namedBy = new Map<number, { named: Set<string>; dated: Set<string>; recalled: Set<string> }>();
  for (const { on, origin, times } of reports) {
    for (const mention of times) {
      const named = dayNamed(mention);
      if (named === undefined || named < first || named > on) continue;
      let by = namedBy.get(named);
      if (by === undefined) {
        by = { named: new Set(), dated: new Set(), recalled: new Set() };
        namedBy.set(named, by);
      }
      by.named.add(origin);
      if (mention.time.stated && on > named) by.dated.add(origin);
      if (on - named > remembered) by.recalled.add(origin);
    }
  }
  return [...namedBy]
    .map(([on, { named, dated, recalled }]) => ({
      on,
      origins: named.size,
      weight: named.size + dated.size + recalled.size,
    }))
    .sort((a, b) => b.weight - a.weight || a.on - b.on);
}

interface Candidate extends KeySentence {
  readonly words: readonly string[];
  readonly weight: number;
}

/** By day the sentences that name it, and those that open a report of that day or the next and name no day. */
function sentencesAbout(reports: readonly Dated[]): ReadonlyMap<number, Candidate[]> {
  const about = new Map<number, Candidate[]>();
  const put = (on: number, candidate: Candidate) => {
    const known = about.get(on);
    if (known === undefined) about.set(on, [candidate]);
    else known.push(candidate);
  };
  for (const { report, text, on, times, sentences } of reports) {
    const mentions = times.toSorted((a, b) => a.start - b.start);
    let next = 0;
    for (const [i, { start, end, isAhead }] of inOrder(sentences).entries()) {
      while (next < mentions.length && mentions[next]!.start < start) next++;
      const named = new Set<number>();
      for (; next < mentions.length && mentions[next]!.start < end; next++) {
        const one = dayNamed(mentions[next]!);
        if (one !== undefined) named.add(one);
      }
      if (named.size === 0 && i >= head) continue;
      const words = contentWords(text.slice(start, end));
      const long = words.length;
      if (long < fewestWords || long > mostWords) continue;
      const weight = (isAhead === true ? ahead : 1) * (named.size === 0 ? unnamed : 1);
      const last = named.size === 0 ? on : Math.max(...named);
      const later = Math.min(wise, Math.max(0, on - last)) / wise;
      const candidate = { report, start, end, words, weight: weight * (1 + hindsight * later) };
      for (const one of named.size === 0 ? [on, on - 1] : named) put(one, candidate);
    }
  }
  return about;
}

/** In text order, each once; of sentences that overlap the first. */
function inOrder(sentences: readonly TellingSentence[]): TellingSentence[] {
  const sorted = sentences.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: TellingSentence[] = [];
  for (const sentence of sorted) if (sentence.start >= (kept.at(-1)?.end ?? 0)) kept.push(sentence);
  return kept;
}

/** Natural logarithm of how many sentences about any day there are to one with the word. */
function rarityOf(about: ReadonlyMap<number, readonly Candidate[]>): (word: string) => number {
  const within = new Map<string, number>();
  let all = 1;
  for (const candidates of about.values()) {
    for (const { words } of candidates) {
      all++;
      for (const word of new Set(words)) within.set(word, (within.get(word) ?? 0) + 1);
    }
  }
  return (word) => Math.log(all / (within.get(word) ?? 1));
}

function mostTelling(
  candidates: readonly Candidate[],
  rarity: (word: string) => number,
  most: number,
): KeySentence[] {
  const vectors = candidates.map(({ words }) => vectorOf(words, rarity));
  const centre = new Map<string, number>();
  for (const [i, vector] of vectors.entries()) {
    const { weight } = candidates[i]!;
    for (const [word, value] of vector) centre.set(word, (centre.get(word) ?? 0) + weight * value);
  }
  const ranked = candidates
    .map((candidate, i) => ({ candidate, vector: vectors[i]! }))
    .map((one) => ({ ...one, central: one.candidate.weight * product(one.vector, centre) }))
    .sort((a, b) => b.central - a.central);
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    if (chosen.length >= most) break;
    if (chosen.every(({ vector }) => product(one.vector, vector) <= same)) chosen.push(one);
  }
  return chosen.map(({ candidate: { report, start, end } }) => ({ report, start, end }));
}

/** Words by how often and how rare, to length 1. */
function vectorOf(words: readonly string[], rarity: (word: string) => number): Map<string, number> {
  const vector = new Map<string, number>();
  for (const word of words) vector.set(word, (vector.get(word) ?? 0) + 1);
  let square = 0;
  for (const [word, times] of vector) {
    const value = (1 + Math.log(times)) * rarity(word);
    square += value * value;
    vector.set(word, value);
  }
  const length = Math.sqrt(square) || 1;
  for (const [word, value] of vector) vector.set(word, value / length);
  return vector;
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}
