/** One story as it grows: the sum of its reports' vectors, its latest members, when it ran. */
import { kindOf } from "./dates.ts";
import { Sum } from "./sum.ts";
import { dot, type Profile, type Vocabulary } from "./vocabulary.ts";

/** Latest members that a report is compared with one by one. */
const compared = 8;
/** By how much a story has grown when what is costly is done anew. */
const grown = 1.2;
/** Days between a report and its story, where dates are missing. */
const usualGap = 0.5;

export class GrowingStory {
  /** Place among all stories ever begun, from 0. */
  readonly number: number;
  readonly members: Profile[] = [];
  /** When each came to be a member, by a count that only rises; the same in the order of `members`. */
  readonly #joined = new Map<Profile, number>();
  readonly #order: number[] = [];
  #joins = 0;
  /** Terms that it was ever found by. */
  readonly foundBy = new Set<number>();
  /** Members that it had when it was last asked whether it is two. */
  #weighed = 0;
  /** When its dated members were made public, in days, rising. */
  readonly #days: number[] = [];
  /** When its latest member was fetched, in days. */
  arrived = Number.NEGATIVE_INFINITY;
  readonly #terms = new Sum();
  readonly #letters = new Sum();
  readonly #names = new Sum();
  /** Terms that half of its members hold, and the members that there were when they were counted. */
  #core: readonly number[] = [];
  #counted = 0;
  /** Members that hold a term, that have it for a name, that have it in the headline; the dates that they name. */
  readonly #holding = new Map<number, number>();
  readonly #naming = new Map<number, number>();
  readonly #headlines = new Map<number, number>();
  readonly #dates = new Map<string, number>();
  /** Other stories that it was asked to be one with, and the reports that the two had then. */
  readonly #asked = new Map<number, number>();
  readonly #vocabulary: Vocabulary;

  constructor(number: number, vocabulary: Vocabulary) {
    this.number = number;
    this.#vocabulary = vocabulary;
  }

  get size(): number {
    return this.members.length;
  }

  /** Gives the terms that are new to it. */
  add(member: Profile): number[] {
    const added: number[] = [];
    this.#terms.add(member.terms);
    for (const id of this.#letters.add(member.letters)) this.#vocabulary.held(id);
    for (const id of member.terms.ids) {
      if (increase(this.#holding, id) > 1) continue;
      this.#vocabulary.held(id);
      added.push(id);
    }
    this.#names.add(member.named);
    for (const id of member.names) increase(this.#naming, id);
    for (const id of member.headline) increase(this.#headlines, id);
    for (const date of member.dates) increase(this.#dates, date);
    this.members.push(member);
    this.#joined.set(member, this.#joins);
    this.#order.push(this.#joins++);
    if (this.size >= grown * this.#counted) {
      this.#counted = this.size;
      this.#core = [...this.#holding].flatMap(([id, holding]) => (holding * 2 >= this.size ? id : []));
    }
    this.arrived = Math.max(this.arrived, member.arrived);
    if (member.at !== undefined) this.#days.splice(rankOf(this.#days, member.at), 0, member.at);
    return added;
  }

  /** When its dated members were made public, in days; undefined where none is dated. */
  get span(): { first: number; middle: number; last: number } | undefined {
    const days = this.#days;
    if (days.length === 0) return undefined;
    return { first: days[0]!, middle: days[days.length >> 1]!, last: days.at(-1)! };
  }

  /** Whether a member holds the term. */
  holds(id: number): boolean {
    return this.#holding.has(id);
  }

  /** Takes out a member, the very object that was added. */
  remove(member: Profile): void {
    const at = rankOf(this.#order, this.#joined.get(member)!);
    this.members.splice(at, 1);
    this.#order.splice(at, 1);
    this.#joined.delete(member);
    this.#terms.remove(member.terms);
    for (const id of this.#letters.remove(member.letters)) this.#vocabulary.lost(id);
    for (const id of member.terms.ids) if (decrease(this.#holding, id) === 0) this.#vocabulary.lost(id);
    this.#names.remove(member.named);
    for (const id of member.names) decrease(this.#naming, id);
    for (const id of member.headline) decrease(this.#headlines, id);
    for (const date of member.dates) decrease(this.#dates, date);
    if (member.at !== undefined) this.#days.splice(rankOf(this.#days, member.at), 1);
  }

  /** Whether the two have grown since they were last asked to be one; each time is a look at several reports. */
  isWorthAsking(other: GrowingStory): boolean {
    const size = this.size + other.size;
    if (size < grown * (this.#asked.get(other.number) ?? other.#asked.get(this.number) ?? 0)) return false;
    this.#asked.set(other.number, size);
    return true;
  }

  /** Whether it has grown by half since it was last asked whether it is two; each time is a look at all its members. */
  isWorthSplitting(): boolean {
    if (this.size < 4 || this.size < 1.5 * this.#weighed) return false;
    this.#weighed = this.size;
    return true;
  }

  /** How like a report is to it: the features, in the order of `featureNames`. */
  features(report: Profile): Float64Array {
    const { terms, rarity, names, numbers, headline } = report;
    const all = new Shares();
    const named = new Shares();
    const numbered = new Shares();
    const headed = new Shares();
    const both = new Shares();
    const rarest = [0, 0, 0];
    let strange = 0;
    for (const [k, id] of terms.ids.entries()) {
      const rare = rarity[k]!;
      const holding = this.#holding.get(id) ?? 0;
      const share = Math.min(1, (2 * holding) / this.size);
      all.add(rare, share);
      if (names.has(id)) {
        named.add(rare, share);
        if (holding === 0 && rare > strange) strange = rare;
      }
      if (numbers.has(id)) numbered.add(rare, share);
      if (headline.has(id)) {
        headed.add(rare, share);
        both.add(rare, Math.min(1, (2 * (this.#headlines.get(id) ?? 0)) / this.size));
      }
      if (holding > 0) keepHighest(rarest, rare);
    }
    const near: number[] = [0, 0, 0];
    let nearLetters = 0;
    for (let m = Math.max(0, this.size - compared); m < this.size; m++) {
      const member = this.members[m]!;
      keepHighest(near, dot(member.terms, terms));
      nearLetters = Math.max(nearLetters, dot(member.letters, report.letters));
    }
    const three = this.size === 1 ? near[0]! : this.size === 2 ? (near[0]! + near[1]!) / 2 : mean(near);
    const scale = this.#vocabulary.rarest;
    const { gap, age } = this.#apart(report);
    const like = this.#terms.cosine(terms);
    const { covered, missing } = this.#covered(report);
    const dates = this.#datesOf(report);
    return Float64Array.of(
      1,
      like,
      near[0]!,
      three,
      all.share(),
      rarest[0]! / scale,
      rarest[1]! / scale,
      rarest[2]! / scale,
      Math.log1p(gap * 24) / 5,
      Math.log1p(age) / 3,
      Math.log(this.size) / 4,
      this.#terms.length / this.size,
      this.#letters.cosine(report.letters),
      nearLetters,
      named.share(),
      named.none,
      Math.min(1, terms.ids.length / 40),
      covered,
      numbered.share(),
      numbered.none,
      dates.shared,
      dates.apart,
      strange / scale,
      missing / scale,
      headed.share(),
      both.share(),
      Math.log1p(all.shared) / 5,
      gap > 2 ? Math.min(1, gap / 14) : 0,
      like * like,
      (like * Math.log(this.size)) / 4,
      this.#names.cosine(report.named),
    );
  }

  /** Days from its last and first report; what is usual where either is undated. */
  #apart({ at }: Profile): { gap: number; age: number } {
    const [first, last] = [this.#days[0], this.#days.at(-1)];
    if (at === undefined || first === undefined || last === undefined)
      return { gap: usualGap, age: usualGap };
    return { gap: Math.max(0, first - at, at - last), age: Math.abs(at - first) };
  }

  /** Share of the report's dates that the story tells too, and of the three kinds (day, year, weekday) that both tell differently. */
  #datesOf({ dates }: Profile): { shared: number; apart: number } {
    let shared = 0;
    const own = new Set<string>();
    const met = new Set<string>();
    for (const date of dates) {
      own.add(kindOf(date));
      if (!this.#dates.has(date)) continue;
      shared++;
      met.add(kindOf(date));
    }
    if (own.size === 0) return { shared: 0, apart: 0 };
    const theirs = new Set<string>();
    for (const date of this.#dates.keys()) theirs.add(kindOf(date));
    let apart = 0;
    for (const kind of own) if (theirs.has(kind) && !met.has(kind)) apart++;
    return { shared: shared / dates.size, apart: apart / 3 };
  }

  /** Share of what half of its members say that the report says too; the rarest name of half of them that it lacks. */
  #covered(report: Profile): { covered: number; missing: number } {
    const own = report.said;
    const said = new Shares();
    let missing = 0;
    for (const id of this.#core) {
      const rare = this.#vocabulary.rarity(id);
      said.add(rare, own.has(id) ? 1 : 0);
      if (rare > missing && !own.has(id) && (this.#naming.get(id) ?? 0) * 2 >= this.size) missing = rare;
    }
    return { covered: said.share(), missing };
  }
}

/** A weighted share. */
class Shares {
  #all = 0;
  shared = 0;

  add(weight: number, share: number): void {
    this.#all += weight;
    this.shared += weight * share;
  }

  get none(): number {
    return this.#all === 0 ? 1 : 0;
  }

  share(): number {
    return this.#all === 0 ? 0 : this.shared / this.#all;
  }
}

function increase<K>(counts: Map<K, number>, key: K): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function decrease<K>(counts: Map<K, number>, key: K): number {
  const count = counts.get(key)! - 1;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
  return count;
}

/** How many of rising values are less. */
function rankOf(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the highest values, highest first. */
function keepHighest(highest: number[], value: number): void {
  let at = highest.length - 1;
  if (value <= highest[at]!) return;
  for (; at > 0 && highest[at - 1]! < value; at--) highest[at] = highest[at - 1]!;
  highest[at] = value;
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
