/**
 * What a report is about, as weighted terms: stems of its headline and opening, the letters of its headline, and
 * its names. How rare a term is, is counted over the reports that came before: in a stream about one subject the
 * subject's own words soon weigh nothing, and what sets its happenings apart weighs most.
 */
import type { Report } from "../../model/report.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { day, instant } from "../time.ts";
import { classOf, wordsOf } from "../words.ts";

/** A vector of length 1: ids of terms, rising, and their weights. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

export interface Profile {
  readonly report: string;
  /** Place in the stream, from 1. */
  readonly order: number;
  /** When it was fetched, in days. */
  readonly arrived: number;
  /** When it was made public, in days, never after it was fetched; undefined where the report does not say. */
  readonly at: number | undefined;
  /** Whether more than a headline is there to go by. */
  readonly long: boolean;
  readonly terms: Vector;
  /** How rare each term is, in the order of `terms`. */
  readonly rarity: Float64Array;
  /** Runs of four letters of the headline's words: they hold where stems of another language do not. */
  readonly letters: Vector;
  /** Terms that are names by their capital letter; empty where capitals tell nothing. */
  readonly names: ReadonlySet<number>;
}

/** Words of the text that count beside the headline: news tells the happening first. */
const opening = 120;
/** Terms from which a text is more than a headline. */
const long = 30;
/** Reports that a term is taken to have been seen in before any came, of this many. */
const prior = 1 / 200;
const priorReports = 50;
/** A run of two words says more than the two, and less than twice. */
const runWeight = 0.4;

/** Terms by number, with the reports that each was seen in. It only grows. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #seenIn: number[] = [];
  #reports = 0;

  /** Reports seen so far. */
  get reports(): number {
    return this.#reports;
  }

  /** Natural logarithm of how many reports there are to one with the term. */
  rarity(id: number): number {
    const seen = this.#seenIn[id]! - 1 + priorReports * prior;
    return Math.max(0.05, Math.log((this.#reports + priorReports) / seen));
  }

  /** The profile of the next report; its terms count from now on. */
  profile(report: Report): Profile {
    const title = headlineOf(report);
    const arrived = instant(report.fetchedAt) / day;
    const published = report.published && instant(report.published.value) / day;
    const headline = termsOf(title);
    const text = termsOf(report.text.slice(0, opening * 12)).slice(0, opening);
    const counts = new Map<string, number>();
    count(counts, headline);
    count(counts, text);
    const letters = new Map<string, number>();
    for (const word of headline) for (const run of lettersOf(word)) letters.set(run, 1);
    this.#reports++;
    const terms = this.#vector(counts);
    const names = new Set<number>();
    for (const name of namesIn(title)) {
      const id = this.#ids.get(name);
      if (id !== undefined) names.add(id);
    }
    return {
      report: report.id,
      order: this.#reports,
      arrived,
      at: published === undefined || !Number.isFinite(published) ? undefined : Math.min(published, arrived),
      long: text.length >= long,
      terms,
      rarity: Float64Array.from(terms.ids, (id) => this.rarity(id)),
      letters: this.#vector(letters),
      names,
    };
  }

  #vector(counts: ReadonlyMap<string, number>): Vector {
    const found: { id: number; weight: number }[] = [];
    let square = 0;
    for (const [term, times] of counts) {
      const id = this.#idOf(term);
      this.#seenIn[id]!++;
      const weight = (times > 1 ? 1 + Math.log(times) : times) * this.rarity(id);
      found.push({ id, weight });
      square += weight * weight;
    }
    found.sort((a, b) => a.id - b.id);
    const length = Math.sqrt(square) || 1;
    return {
      ids: Int32Array.from(found, ({ id }) => id),
      weights: Float64Array.from(found, ({ weight }) => weight / length),
    };
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#seenIn.length;
      this.#ids.set(term, id);
      this.#seenIn.push(0);
    }
    return id;
  }
}

/** The headline without the paper's name behind it ("… | The Gulf Herald"), else the text's first words. */
function headlineOf({ title, text }: Report): string {
  if (title === undefined) return text.slice(0, 100);
  return /^(.{20,}?)\s+(?:[|–—-]|::)\s+[^|–—]{2,40}$/u.exec(title)?.[1] ?? title;
}

function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text)) {
    if (!functionWords.has(word)) terms.push(classOf(word).slice(0, 7));
  }
  return terms;
}

/** Adds terms and runs of two. */
function count(counts: Map<string, number>, terms: readonly string[]): void {
  for (const [i, term] of terms.entries()) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    if (i === 0) continue;
    const run = `${terms[i - 1]} ${term}`;
    counts.set(run, (counts.get(run) ?? 0) + runWeight);
  }
}

function lettersOf(word: string): string[] {
  const framed = `^${word}$`;
  const runs: string[] = [];
  for (let i = 0; i + 4 <= framed.length; i++) runs.push(`#${framed.slice(i, i + 4)}`);
  return runs;
}

/** Words with a capital or digit behind the first word, where the headline does not capitalise most of its words. */
function namesIn(title: string): string[] {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capital >= words.length * 0.7) return [];
  return words
    .slice(1)
    .filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
    .flatMap(termsOf);
}

/** Sum of products over the terms that both have. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}
