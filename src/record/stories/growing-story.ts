/** One story as it grows: the sum of its reports' vectors, its latest members, when it ran. */
import { dot, type Profile, type Vector, type Vocabulary } from "./vocabulary.ts";

/** Latest members that a report is compared with one by one. */
const compared = 24;
/** Days between a report and its story, where dates are missing. */
const usualGap = 0.5;

export class GrowingStory {
  /** Id of its first report. */
  readonly id: string;
  readonly members: Profile[] = [];
  /** When the first and last of its dated members were made public, in days; infinite where none is dated. */
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  /** When its latest member was fetched, in days. */
  arrived = Number.NEGATIVE_INFINITY;
  readonly #terms = new Sum();
  readonly #letters = new Sum();
  /** Members that hold a term. */
  readonly #holding = new Map<number, number>();

  constructor(id: string) {
    this.id = id;
  }

  get size(): number {
    return this.members.length;
  }

  add(member: Profile): void {
    this.#terms.add(member.terms);
    this.#letters.add(member.letters);
    for (const id of member.terms.ids) this.#holding.set(id, (this.#holding.get(id) ?? 0) + 1);
    this.members.push(member);
    this.arrived = Math.max(this.arrived, member.arrived);
    if (member.at === undefined) return;
    this.first = Math.min(this.first, member.at);
    this.last = Math.max(this.last, member.at);
  }

  terms(): IterableIterator<number> {
    return this.#holding.keys();
  }

  /** How like a report is to it: the features, in the order of `featureNames`. */
  features(report: Profile, vocabulary: Vocabulary): Float64Array {
    const { terms, rarity, names } = report;
    let all = 0;
    let shared = 0;
    let named = 0;
    let namesShared = 0;
    const rarest = [0, 0, 0];
    for (const [k, id] of terms.ids.entries()) {
      const rare = rarity[k]!;
      all += rare;
      const isName = names.has(id);
      if (isName) named += rare;
      const holding = this.#holding.get(id) ?? 0;
      if (holding === 0) continue;
      const share = Math.min(1, (2 * holding) / this.size);
      shared += rare * share;
      if (isName) namesShared += rare * share;
      keepHighest(rarest, rare);
    }
    const near: number[] = [0, 0, 0];
    let nearLetters = 0;
    for (let m = Math.max(0, this.size - compared); m < this.size; m++) {
      const member = this.members[m]!;
      keepHighest(near, dot(member.terms, terms));
      nearLetters = Math.max(nearLetters, dot(member.letters, report.letters));
    }
    const three = this.size === 1 ? near[0]! : this.size === 2 ? (near[0]! + near[1]!) / 2 : mean(near);
    const scale = Math.log(vocabulary.reports + 50);
    const { gap, age } = this.#apart(report);
    const like = this.#terms.cosine(terms);
    const long = report.long ? 1 : 0;
    return Float64Array.of(
      1,
      like,
      near[0]!,
      three,
      all === 0 ? 0 : shared / all,
      rarest[0]! / scale,
      rarest[1]! / scale,
      rarest[2]! / scale,
      Math.log1p(gap * 24) / 5,
      Math.log1p(age) / 3,
      Math.log(this.size) / 4,
      this.#terms.length / this.size,
      this.#letters.cosine(report.letters),
      nearLetters,
      named === 0 ? 0 : namesShared / named,
      named === 0 ? 1 : 0,
      Math.min(1, terms.ids.length / 40),
      this.#covered(report, vocabulary),
      long,
      long * like,
      long * near[0]!,
      long * nearLetters,
      long * (this.#terms.length / this.size),
    );
  }

  /** Days from its last and first report; what is usual where either is undated. */
  #apart({ at }: Profile): { gap: number; age: number } {
    if (at === undefined || this.last < this.first) return { gap: usualGap, age: usualGap };
    const gap = at < this.first ? this.first - at : Math.max(0, at - this.last);
    return { gap, age: Math.abs(at - this.first) };
  }

  /** Share of what half of its members say that the report says too. */
  #covered(report: Profile, vocabulary: Vocabulary): number {
    const own = new Set(report.terms.ids);
    let all = 0;
    let said = 0;
    for (const [id, holding] of this.#holding) {
      if (holding * 2 < this.size) continue;
      const rare = vocabulary.rarity(id);
      all += rare;
      if (own.has(id)) said += rare;
    }
    return all === 0 ? 0 : said / all;
  }
}

/** What a decision is made by. Cosines and shares are between 0 and 1; rarity is against the rarest possible. */
export const featureNames = [
  "bias",
  "like the story",
  "like its nearest report",
  "like its three nearest",
  "share of the report's words that the story holds",
  "rarest word in common",
  "second rarest",
  "third rarest",
  "time since its last report",
  "time since its first",
  "reports in it",
  "how much its reports agree",
  "letters like the story's",
  "letters like its nearest report's",
  "share of the names in common",
  "no names told",
  "words of the report",
  "share of the story's words that the report holds",
  "more than a headline",
  "like the story, by more than a headline",
  "like its nearest report, by more than a headline",
  "letters like its nearest report's, beside a text",
  "how much its reports agree, beside a text",
] as const;

/** A sum of sparse vectors and its Euclidean length. */
class Sum {
  readonly #values = new Map<number, number>();
  #square = 0;

  add({ ids, weights }: Vector): void {
    for (const [k, id] of ids.entries()) {
      const before = this.#values.get(id) ?? 0;
      const after = before + weights[k]!;
      this.#square += after * after - before * before;
      this.#values.set(id, after);
    }
  }

  get length(): number {
    return Math.sqrt(Math.max(0, this.#square));
  }

  cosine({ ids, weights }: Vector): number {
    let sum = 0;
    for (const [k, id] of ids.entries()) {
      const value = this.#values.get(id);
      if (value !== undefined) sum += value * weights[k]!;
    }
    return this.#square <= 0 ? 0 : sum / this.length;
  }
}

/** Keeps the highest values, highest first. */
function keepHighest(highest: number[], value: number): void {
  let at = highest.length - 1;
  if (value <= highest[at]!) return;
  for (; at > 0 && highest[at - 1]! < value; at--) highest[at] = highest[at - 1]!;
  highest[at] = value;
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
