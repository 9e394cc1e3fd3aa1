/** One story as it grows: the sum of its reports' vectors, its latest members, when it ran. */
import { kindOf } from "./dates.ts";
import { dot, type Profile, type Vector, type Vocabulary } from "./vocabulary.ts";

/** Latest members that a report is compared with one by one. */
const compared = 16;
/** By how much a story has grown when what is costly is done anew. */
const grown = 1.2;
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
  readonly #names = new Sum();
  /** Terms that half of its members hold, and the members that there were when they were counted. */
  #core: readonly number[] = [];
  #counted = 0;
  /** Members that hold a term, that have it for a name, that have it in the headline; the dates that they name. */
  readonly #holding = new Map<number, number>();
  readonly #naming = new Map<number, number>();
  readonly #headlines = new Map<number, number>();
  readonly #dates = new Set<string>();
  /** Other stories that it was asked to be one with, and the reports that the two had then. */
  readonly #asked = new Map<string, number>();
  readonly #vocabulary: Vocabulary;
  #ended = false;

  constructor(id: string, vocabulary: Vocabulary) {
    this.id = id;
    this.#vocabulary = vocabulary;
    vocabulary.began();
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
    for (const date of member.dates) this.#dates.add(date);
    this.members.push(member);
    if (this.size >= grown * this.#counted) {
      this.#counted = this.size;
      this.#core = [...this.#holding].flatMap(([id, holding]) => (holding * 2 >= this.size ? id : []));
    }
    this.arrived = Math.max(this.arrived, member.arrived);
    if (member.at !== undefined) {
      this.first = Math.min(this.first, member.at);
      this.last = Math.max(this.last, member.at);
    }
    return added;
  }

  /** Whether the two have grown since they were last asked to be one; each time is a look at several reports. */
  isWorthAsking(other: GrowingStory): boolean {
    const size = this.size + other.size;
    if (size < grown * (this.#asked.get(other.id) ?? other.#asked.get(this.id) ?? 0)) return false;
    this.#asked.set(other.id, size);
    return true;
  }

  /** Part of another now: its terms no longer count for a story of their own. */
  end(): void {
    this.#ended = true;
    this.#vocabulary.ended([...this.#holding.keys(), ...this.#letters.terms()]);
  }

  get ended(): boolean {
    return this.#ended;
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
    if (at === undefined || this.last < this.first) return { gap: usualGap, age: usualGap };
    const gap = at < this.first ? this.first - at : Math.max(0, at - this.last);
    return { gap, age: Math.abs(at - this.first) };
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
    for (const date of this.#dates) theirs.add(kindOf(date));
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

/** A sum of sparse vectors and its Euclidean length. */
class Sum {
  readonly #values = new Map<number, number>();
  #square = 0;

  /** Gives the terms that are new to it. */
  add({ ids, weights }: Vector): number[] {
    const added: number[] = [];
    for (const [k, id] of ids.entries()) {
      const before = this.#values.get(id);
      if (before === undefined) added.push(id);
      const after = (before ?? 0) + weights[k]!;
      this.#square += after * after - (before ?? 0) * (before ?? 0);
      this.#values.set(id, after);
    }
    return added;
  }

  terms(): IterableIterator<number> {
    return this.#values.keys();
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

function increase<K>(counts: Map<K, number>, key: K): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** Keeps the highest values, highest first. */
function keepHighest(highest: number[], value: number): void {
  let at = highest.length - 1;
  if (value <= highest[at]!) return;
  for (; at > 0 && highest[at - 1]! < value; at--) highest[at] = highest[at - 1]!;
  highest[at] = value;
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
