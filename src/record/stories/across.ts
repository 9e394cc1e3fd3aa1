/**
 * Stories of different languages on one happening. Nothing is translated: names, numbers, countries and time must say it. Each
 * story is held against those of other languages that share its rarest terms when it has grown by a fifth, and is one with
 * the likeliest; what is linked in a chain is one story. Bounded work for each report.
 */
import type { StoryReason } from "../../model/story.ts";
import { commonTermsOf } from "./common-terms.ts";
import { acrossNames } from "./features.ts";
import type { GrowingStory } from "./growing-story.ts";

/** Terms that speak for a story, those looked up to find others, stories with one of them that are looked at, and asked. */
const spoken = 40;
const lookedUp = 8;
const latest = 100;
const shortlist = 8;
const grown = 1.2;
/** Days between two stories from which they are two. */
const over = 30;
/** A term is taken to have been in so many of so many stories before any came. */
const prior = 0.25;
const priorStories = 50;

export interface Link {
  /** A report of the story that it is one with. */
  readonly with: string;
  readonly score: number;
  readonly because: readonly StoryReason[];
}

/** Sees each pair that is judged; for learning. */
export type LinkTeacher = (one: GrowingStory, other: GrowingStory, features: Float64Array) => void;

/** Of a report, by numbers. */
interface Told {
  readonly terms: Int32Array;
  readonly countries: readonly string[];
}

interface Side {
  readonly story: GrowingStory;
  readonly language: string;
  readonly counts: Map<number, number>;
  readonly countries: Map<string, number>;
  /** Terms that most of its reports tell, with their share, as of its last look. */
  core: ReadonlyMap<number, number>;
  /** Reports that it had when it was last looked at. */
  weighed: number;
  link: Link | undefined;
}

export class Across {
  readonly #weights: readonly number[];
  readonly #teacher: LinkTeacher | undefined;
  readonly #sides = new Map<GrowingStory, Side>();
  readonly #ids = new Map<string, number>();
  /** By id whether it is a number. */
  readonly #isNumber: boolean[] = [];
  readonly #terms = new Map<string, Told>();
  /** By language the stories that ever had a term among those that speak for them. */
  readonly #holding = new Map<string, Map<number, Side[]>>();
  /** Stories in whose core a term is. */
  readonly #heldBy = new Map<number, number>();

  constructor(weights: readonly number[], teacher?: LinkTeacher) {
    this.#weights = weights;
    this.#teacher = teacher;
  }

  /** What a report says in any language; before it is put into a story. */
  told(report: string, headline: string, language: string): void {
    const { words, numbers, countries } = commonTermsOf(headline, language === "" ? undefined : language);
    const terms = Int32Array.from([...words, ...numbers], (term) => this.#idOf(term));
    this.#terms.set(report, { terms, countries: [...countries] });
  }

  put(story: GrowingStory, report: string, language: string): void {
    let side = this.#sides.get(story);
    if (side === undefined) {
      side = {
        ...{ story, language, counts: new Map(), countries: new Map(), core: new Map() },
        ...{ weighed: 0, link: undefined },
      };
      this.#sides.set(story, side);
    }
    this.#count(side, report, 1);
  }

  take(story: GrowingStory, report: string): void {
    const side = this.#sides.get(story)!;
    this.#count(side, report, -1);
    if (story.size > 0) return;
    this.#speak(side, new Map());
    this.#sides.delete(story);
  }

  /** Looks for the story's like in other languages, where it has grown enough. */
  look(story: GrowingStory): void {
    const side = this.#sides.get(story);
    if (side === undefined || story.size < grown * side.weighed) return;
    side.weighed = story.size;
    this.#speak(side, this.#coreOf(side));
    side.link = this.#best(side);
  }

  linkOf(story: GrowingStory): Link | undefined {
    return this.#sides.get(story)?.link;
  }

  #count({ counts, countries }: Side, report: string, by: 1 | -1): void {
    const told = this.#terms.get(report)!;
    for (const term of told.terms) change(counts, term, by);
    for (const code of told.countries) change(countries, code, by);
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(term, id);
      this.#isNumber.push(term.startsWith("#"));
    }
    return id;
  }

  #rarity(term: number): number {
    return Math.log((this.#sides.size + priorStories) / ((this.#heldBy.get(term) ?? 0) + prior));
  }

  /** The terms that say most of it, by how many of its reports have them and how rare they are. */
  #coreOf({ story, counts }: Side): Map<number, number> {
    const shares = [...counts].map(([term, times]) => {
      const share = Math.min(1, (2 * times) / story.size);
      return { term, share, weight: share * this.#rarity(term) };
    });
    shares.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return new Map(shares.slice(0, spoken).map(({ term, share }) => [term, share]));
  }

  #speak(side: Side, core: ReadonlyMap<number, number>): void {
    for (const term of side.core.keys()) change(this.#heldBy, term, -1);
    for (const term of core.keys()) change(this.#heldBy, term, 1);
    let holding = this.#holding.get(side.language);
    if (holding === undefined) {
      holding = new Map();
      this.#holding.set(side.language, holding);
    }
    for (const term of core.keys()) {
      if (side.core.has(term)) continue;
      const others = holding.get(term);
      if (others === undefined) holding.set(term, [side]);
      else if (others.at(-1) !== side) others.push(side);
    }
    side.core = core;
  }

  #best(side: Side): Link | undefined {
    let best: { other: Side; score: number; features: Float64Array } | undefined;
    for (const other of this.#candidates(side)) {
      const features = this.#features(side, other);
      this.#teacher?.(side.story, other.story, features);
      let score = 0;
      for (let k = 0; k < features.length; k++) score += features[k]! * this.#weights[k]!;
      if (score >= 0 && (best === undefined || score > best.score)) best = { other, score, features };
    }
    if (best === undefined) return undefined;
    const because = [...best.features]
      .map((value, k) => ({ feature: acrossNames[k]!, value, gave: value * this.#weights[k]! }))
      .filter(({ feature }) => feature !== "bias")
      .sort((a, b) => Math.abs(b.gave) - Math.abs(a.gave))
      .slice(0, 4);
    return { with: best.other.story.members[0]!.report, score: best.score, because };
  }

  /** Of other languages, by how rare the terms are that both have. */
  #candidates(side: Side): Side[] {
    const rarest = [...side.core.keys()]
      .map((term) => ({ term, rarity: this.#rarity(term) }))
      .sort((a, b) => b.rarity - a.rarity || a.term - b.term);
    const found = new Map<Side, number>();
    for (const [language, holding] of this.#holding) {
      if (language === side.language) continue;
      let asked = 0;
      for (const { term, rarity } of rarest) {
        const others = holding.get(term);
        if (others === undefined) continue;
        if (++asked > lookedUp) break;
        for (const other of others.slice(-latest)) {
          if (!other.core.has(term) || gapOf(side.story, other.story) > over) continue;
          found.set(other, (found.get(other) ?? 0) + rarity);
        }
      }
    }
    return [...found]
      .sort(([a, x], [b, y]) => y - x || a.story.members[0]!.order - b.story.members[0]!.order)
      .slice(0, shortlist)
      .map(([other]) => other);
  }

  #features(one: Side, other: Side): Float64Array {
    const [small, large] = one.story.size <= other.story.size ? [one, other] : [other, one];
    const scale = Math.log(this.#sides.size + priorStories);
    let [dot, numbers, shared] = [0, 0, 0];
    const rarest = [0, 0, 0];
    for (const [term, share] of small.core) {
      const theirs = large.core.get(term);
      if (theirs === undefined) continue;
      const rare = this.#rarity(term);
      dot += share * theirs * rare * rare;
      shared += Math.min(share, theirs) * rare;
      if (this.#isNumber[term]) numbers += rare;
      let at = 2;
      if (rare <= rarest[at]!) continue;
      for (; at > 0 && rarest[at - 1]! < rare; at--) rarest[at] = rarest[at - 1]!;
      rarest[at] = rare;
    }
    const [a, b] = [this.#weight(small), this.#weight(large)];
    const like = dot / (a.length * b.length || 1);
    const nations = nationsOf(small, large);
    const gap = gapOf(one.story, other.story);
    return Float64Array.of(
      1,
      like,
      like * like,
      rarest[0]! / scale,
      rarest[1]! / scale,
      rarest[2]! / scale,
      Math.log1p(shared) / 5,
      shared / (a.sum || 1),
      shared / (b.sum || 1),
      numbers / scale,
      a.numbers > 0 && b.numbers > 0 && numbers === 0 ? 1 : 0,
      nations.shared,
      nations.apart,
      Math.log1p(gap * 24) / 5,
      Math.log1p(Math.abs(middleOf(one.story) - middleOf(other.story))) / 3,
      Math.log(small.story.size) / 4,
      Math.log(large.story.size) / 4,
      like * Math.log(small.story.size),
    );
  }

  #weight({ core }: Side): { length: number; sum: number; numbers: number } {
    let [square, sum, numbers] = [0, 0, 0];
    for (const [term, share] of core) {
      const weight = share * this.#rarity(term);
      square += weight * weight;
      sum += weight;
      if (this.#isNumber[term]) numbers++;
    }
    return { length: Math.sqrt(square), sum, numbers };
  }
}

/** Share of the smaller one's countries that the larger tells of; 1 for apart where both name some and none in common. */
function nationsOf(small: Side, large: Side): { shared: number; apart: number } {
  const own = [...small.countries].filter(([, times]) => 2 * times >= small.story.size);
  if (own.length === 0) return { shared: 0, apart: 0 };
  const shared = own.filter(([code]) => 4 * (large.countries.get(code) ?? 0) >= large.story.size).length;
  const theirs = [...large.countries.values()].some((times) => 2 * times >= large.story.size);
  return { shared: shared / own.length, apart: shared === 0 && theirs ? 1 : 0 };
}

/** Days between the last report of the one and the first of the other. */
function gapOf(a: GrowingStory, b: GrowingStory): number {
  const [one, other] = [a.span, b.span];
  if (one === undefined || other === undefined) return 0;
  return Math.max(0, one.first - other.last, other.first - one.last);
}

function middleOf({ span }: GrowingStory): number {
  return span?.middle ?? 0;
}

function change<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
