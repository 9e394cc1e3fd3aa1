/**
 * What a report is about, as weighted terms: stems of its headline and opening, the letters of its headline, its
 * names, numbers and dates. How rare a term is, is counted over stories and not over reports: in a stream about one
 * subject the subject's own words soon weigh nothing, but what a thousand papers tell of one happening stays rare.
 */
import type { Report } from "../../model/report.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { day, instant } from "../tellings/time.ts";
import { classOf, fold, wordsOf } from "../tellings/words.ts";
import { Capitals } from "./capitals.ts";
import { datesIn } from "./dates.ts";

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
  /** The same terms as a set. */
  readonly said: ReadonlySet<number>;
  /** How rare each term is, in the order of `terms`. */
  readonly rarity: Float64Array;
  /** Runs of four letters of the headline's words: they hold where stems of another language do not. */
  readonly letters: Vector;
  /** Terms of the headline. */
  readonly headline: ReadonlySet<number>;
  /** Terms that are names by their capital letter, and those alone as a vector. */
  readonly names: ReadonlySet<number>;
  readonly named: Vector;
  /** Terms that are numbers. */
  readonly numbers: ReadonlySet<number>;
  /** Days, years and weekdays that it names, as keys of `datesIn`. */
  readonly dates: ReadonlySet<string>;
  /** How often it says each term, and the runs of letters of its headline: what the vectors are weighed from. */
  readonly told: ReadonlyMap<string, number>;
  readonly spelled: ReadonlyMap<string, number>;
}

/** Words of the text that count beside the headline: news tells the happening first. */
const opening = 120;
/** Terms of a text from which there is more than a headline. */
const long = 10;
/** Stories that a term is taken to have been in before any came, of this many. */
const prior = 1 / 200;
const priorStories = 50;
/** A run of two words says more than the two, and less than twice. */
const runWeight = 0.4;

/** Terms by number, with the stories that hold each. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #heldBy: number[] = [];
  readonly #capitals = new Capitals();
  #reports = 0;
  #stories = 0;

  /** Stories that there are. */
  get stories(): number {
    return this.#stories;
  }

  /** One more story. */
  began(): void {
    this.#stories++;
  }

  /** One more story holds the term. */
  held(id: number): void {
    this.#heldBy[id]!++;
  }

  /** One story fewer holds the term. */
  lost(id: number): void {
    this.#heldBy[id]!--;
  }

  /** One story fewer. */
  ended(): void {
    this.#stories--;
  }

  /** Natural logarithm of how many stories there are to one with the term. */
  rarity(id: number): number {
    const held = this.#heldBy[id]! + priorStories * prior;
    return Math.max(0.05, Math.log((this.#stories + priorStories) / held));
  }

  /** The rarest that a term can be by now. */
  get rarest(): number {
    return Math.log(this.#stories + priorStories);
  }

  /** The profile of the next report. */
  profile(report: Report): Profile {
    const title = headlineOf(report);
    const start = report.text.slice(0, opening * 12);
    const arrived = instant(report.fetchedAt) / day;
    const published = report.published && instant(report.published.value) / day;
    const dropped = droppedFrom(`${title}\n${start}`);
    const headline = termsOf(title, dropped);
    const text = termsOf(start, dropped).slice(0, opening);
    const counts = new Map<string, number>();
    count(counts, headline);
    count(counts, text);
    const letters = new Map<string, number>();
    for (const word of headline) for (const run of lettersOf(word)) letters.set(run, 1);
    this.#reports++;
    const terms = this.#vector(counts);
    const names = this.#known(
      [...this.#capitals.namesIn(title), ...this.#capitals.namesIn(start)].flatMap((name) =>
        termsOf(name, dropped),
      ),
    );
    return {
      report: report.id,
      order: this.#reports,
      arrived,
      at: published === undefined || !Number.isFinite(published) ? undefined : Math.min(published, arrived),
      long: text.length >= long,
      terms,
      said: new Set(terms.ids),
      rarity: Float64Array.from(terms.ids, (id) => this.rarity(id)),
      letters: this.#vector(letters),
      headline: this.#known(headline),
      names,
      named: part(terms, names),
      numbers: this.#known([...headline, ...text].filter((term) => /^\d/u.test(term))),
      dates: datesIn(fold(`${title}\n${start}`)),
      told: counts,
      spelled: letters,
    };
  }

  /** The same report, weighed by what is rare now. */
  anew(profile: Profile): Profile {
    const terms = this.#vector(profile.told);
    return {
      ...profile,
      terms,
      rarity: Float64Array.from(terms.ids, (id) => this.rarity(id)),
      letters: this.#vector(profile.spelled),
      named: part(terms, profile.names),
    };
  }

  #vector(counts: ReadonlyMap<string, number>): Vector {
    const found: { id: number; weight: number }[] = [];
    let square = 0;
    for (const [term, times] of counts) {
      const id = this.#idOf(term);
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
      id = this.#heldBy.length;
      this.#ids.set(term, id);
      this.#heldBy.push(0);
    }
    return id;
  }

  #known(terms: readonly string[]): Set<number> {
    const ids = new Set<number>();
    for (const term of terms) {
      const id = this.#ids.get(term);
      if (id !== undefined) ids.add(id);
    }
    return ids;
  }
}

/** The terms of a vector that are in a set, to length 1. */
function part({ ids, weights }: Vector, set: ReadonlySet<number>): Vector {
  const kept = [...ids.keys()].filter((k) => set.has(ids[k]!));
  const length = Math.sqrt(kept.reduce((sum, k) => sum + weights[k]! * weights[k]!, 0)) || 1;
  return {
    ids: Int32Array.from(kept, (k) => ids[k]!),
    weights: Float64Array.from(kept, (k) => weights[k]! / length),
  };
}

/** The headline without section and paper behind it ("… | Sport | The Gulf Herald"), else how the text begins. */
export function headlineOf({ title, text }: Pick<Report, "title" | "text">): string {
  if (title === undefined) return text.slice(0, 100).split("\n")[0]!;
  const within = behind.exec(title)?.[1] ?? title;
  return behind.exec(within)?.[1] ?? within;
}
const behind = /^(.{12,}?)\s+(?:[|–—-]|::)\s+[^|–—]{2,40}$/u;

function termsOf(text: string, dropped: ReadonlySet<string>): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text)) {
    if (!dropped.has(word)) terms.push(stemOf(word));
  }
  return terms;
}

/** Function words of English that are hardly words of another language. */
const onlyEnglish = new Set(
  "the of and to with from by are has after who how what his their this that it its".split(" "),
);
const none: ReadonlySet<string> = new Set();

/**
 * English function words say nothing in English. Elsewhere they are other words ("no", "on", "die"), and a language's own stay:
 * common as they are they weigh little, and their runs with other words ("oro para el") tell the copies of one headline.
 */
function droppedFrom(text: string): ReadonlySet<string> {
  return wordsOf(text).some((word) => onlyEnglish.has(word)) ? functionWords : none;
}

/** Seven letters at most, and no vowel behind that tells man from woman or one verb's form from another: "nueva", "nuevo". */
function stemOf(word: string): string {
  const stem = classOf(word);
  return (stem.length > 4 && /[aeo]$/u.test(stem) ? stem.slice(0, -1) : stem).slice(0, 7);
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
