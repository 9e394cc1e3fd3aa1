/**
 * Joins what is told of one thing, in one pass: each telling goes to the group that it fits best, or founds
 * one. Groups are never merged afterwards, so an entry keeps its id when evidence is added. When nothing
 * fits well enough, things stay apart.
 */
import type { Finding } from "../../model/finding.ts";
import { NumberTable, none } from "../memory/number-table.ts";
import { Grown } from "../memory/numbers-pool.ts";
import { Postings } from "../memory/postings.ts";
import { SleepingTraits } from "../memory/sleeping-traits.ts";
import { day } from "../tellings/time.ts";
import { coreOf, entryIdOf, sentenceOf, type Told, wordsAt } from "../tellings/told.ts";
import { hash53, wordsOf } from "../tellings/words.ts";

/** How a kind of finding is compared. `Traits` is what is worked out once per telling. */
export interface Kind<F extends Finding, Traits> {
  readonly traits: (told: Told<F>) => Traits;
  /** What two tellings of one thing share at least one of. */
  readonly keys: (traits: Traits) => Iterable<string>;
  /**
   * How well two tellings agree: at least 1 is one thing, less is not enough to say so, and undefined is a
   * conflict, which keeps the telling out of the whole group.
   */
  readonly fit: (a: Traits, b: Traits) => number | undefined;
  /** Another conflict, which takes long to see: asked only where something fits. */
  readonly conflict?: (a: Traits, b: Traits) => boolean;
  /**
   * How well a telling must agree with a group on average over the group's other reports, each by what agrees best in it
   * and counted up to `most`: without it a chain of tellings, each like the next, is one thing. Only `of` such a telling.
   */
  readonly mean?: { readonly of: (traits: Traits) => boolean; readonly least: number; readonly most: number };
}

export interface Group<F extends Finding, Traits> {
  /** The entry's, made from the founder. */
  readonly id: string;
  /** In the order in which they were fetched. */
  readonly told: Told<F>[];
  readonly orders: number[];
  /** The founder and the latest tellings: those that a new one is compared with. */
  readonly exemplars: Told<F>[];
  /**
   * Of each exemplar. Undefined while they sleep, and before they are first compared in a process that did not work them
   * out.
   */
  traits: Traits[] | undefined;
  /** Where they slept last, as long as they are the same. */
  bed: number | undefined;
  /** How many tellings had come when one was last compared with it. */
  used: number;
  isAwake: boolean;
}

/** What was decided, so that it need not be decided anew. Tellings are named by their order. */
export interface Joined {
  /** Of each telling in turn the position of its group. */
  readonly groups: readonly number[];
  readonly exemplars: readonly (readonly number[])[];
  /** By the hash of the key. */
  readonly byKey: readonly (readonly [number, readonly number[]])[];
  readonly twins: readonly (readonly [number, number])[];
}

/** A sentence printed again so soon is the same telling, copied. */
const copyReach = 6 * day;
/** Shorter sentences are alike by chance ("He denied it."). */
const fewestWords = 6;

/** Groups compared in full per telling, most shared keys first. */
const candidates = 24;
/** Tellings of a group that a new one is compared with: the founder and the latest. */
const exemplars = 8;
/** Groups of a kind whose traits are at hand, those last compared; twice as many before others are put to sleep. */
const usuallyAwake = 1_024;

/** Groups of one kind of finding, growing by one telling at a time; what is added later changes no group before it. */
export class Joiner<F extends Finding, Traits> {
  readonly groups: Group<F, Traits>[] = [];
  readonly #kind: Kind<F, Traits>;
  /** By the hash of what tellings share. */
  readonly #byKey = new Postings();
  /** Groups by the hash of what is told in which sentence. */
  readonly #twins = new NumberTable();
  /** By group: keys shared with the telling that candidates are sought for; 0 otherwise. */
  readonly #shared = new Grown(Uint32Array);
  readonly #byReport = new Bests();
  readonly #awake: Group<F, Traits>[] = [];
  readonly #sleeping = new SleepingTraits<Traits[]>();
  readonly #mostAwake: number;
  #came = 0;

  constructor(kind: Kind<F, Traits>, mostAwake = usuallyAwake) {
    this.#kind = kind;
    this.#mostAwake = mostAwake;
  }

  /** Takes the next telling, in the order in which they were fetched. */
  add(told: Told<F>): void {
    const { groups } = this;
    const traits = this.#kind.traits(told);
    const keys = hashed(this.#kind.keys(traits));
    const copy = copyOf(told);
    const twin = copy === undefined ? none : this.#twins.get(copy);
    const isCopy = twin !== none && this.#isTwin(groups[twin]!, told, traits);
    const at = (isCopy ? twin : this.#bestOf(this.#near(keys), told, traits)) ?? groups.length;
    const group = this.#put(told, at);
    this.#came++;
    this.#show(group, told, traits);
    if (copy !== undefined) this.#twins.set(copy, at);
    for (const key of keys) this.#byKey.add(key, at);
    if (this.#awake.length >= 2 * this.#mostAwake) this.#putToSleep();
  }

  joined(): Joined {
    const all = this.groups.flatMap(({ told }, at) => told.map(({ order }) => [order, at] as const));
    return {
      groups: all.sort(([a], [b]) => a - b).map(([, at]) => at),
      exemplars: this.groups.map((group) => group.exemplars.map(({ order }) => order)),
      byKey: this.#byKey.entries(),
      twins: this.#twins.entries(),
    };
  }

  /** Takes tellings as they were joined; `byOrder` finds one of them. */
  restore(told: readonly Told<F>[], joined: Joined, byOrder: (order: number) => Told<F>): void {
    for (const [i, one] of told.entries()) this.#put(one, joined.groups[i]!);
    for (const [at, orders] of joined.exemplars.entries())
      this.groups[at]!.exemplars.push(...orders.map(byOrder));
    for (const [key, groups] of joined.byKey) this.#byKey.restore(key, groups);
    for (const [copy, group] of joined.twins) this.#twins.set(copy, group);
  }

  #put(told: Told<F>, at: number): Group<F, Traits> {
    if (at === this.groups.length) {
      this.groups.push(newGroup(told));
      this.#shared.push(0);
    }
    const group = this.groups[at]!;
    group.told.push(told);
    group.orders.push(told.order);
    return group;
  }

  /** Makes the telling that came an exemplar of its group, in place of the first after the founder. */
  #show(group: Group<F, Traits>, told: Told<F>, traits: Traits): void {
    const all = this.#wake(group);
    group.exemplars.push(told);
    all.push(traits);
    group.bed = undefined;
    if (all.length <= exemplars) return;
    group.exemplars.splice(1, 1);
    all.splice(1, 1);
  }

  /** Gives the traits of its exemplars. */
  #wake(group: Group<F, Traits>): Traits[] {
    group.used = this.#came;
    if (!group.isAwake) {
      group.isAwake = true;
      this.#awake.push(group);
    }
    group.traits ??=
      group.bed === undefined ? group.exemplars.map(this.#kind.traits) : this.#sleeping.wake(group.bed);
    return group.traits;
  }

  /** Those not compared for longest. */
  #putToSleep(): void {
    this.#awake.sort((a, b) => b.used - a.used);
    for (const group of this.#awake.splice(this.#mostAwake)) {
      group.isAwake = false;
      if (group.traits === undefined) continue;
      group.bed ??= this.#sleeping.add(group.traits);
      group.traits = undefined;
    }
  }

  /** Groups that share keys, most first, the latest on a tie. */
  #near(keys: Iterable<number>): number[] {
    const shared = this.#shared;
    const found: number[] = [];
    const see = (group: number) => {
      const count = shared.at(group);
      if (count === 0) found.push(group);
      shared.set(group, count + 1);
    };
    for (const key of keys) this.#byKey.each(key, see);
    found.sort((a, b) => shared.at(b) - shared.at(a) || b - a);
    for (const group of found) shared.set(group, 0);
    return found.slice(0, candidates);
  }

  /** The group that fits best, the first founded on a tie; undefined where none fits well enough. */
  #bestOf(among: readonly number[], told: Told<F>, traits: Traits): number | undefined {
    let best: { group: number; fit: number } | undefined;
    for (const group of among) {
      const fit = this.#fitOf(this.groups[group]!, told, traits);
      if (fit === undefined || fit < 1) continue;
      const isBetter = best === undefined || fit > best.fit || (fit === best.fit && group < best.group);
      if (isBetter) best = { group, fit };
    }
    return best?.group;
  }

  #fitOf(group: Group<F, Traits>, told: Told<F>, traits: Traits): number | undefined {
    const { exemplars } = group;
    const all = this.#wake(group);
    const { conflict } = this.#kind;
    const mean = this.#kind.mean?.of(traits) === true ? this.#kind.mean : undefined;
    let best = 0;
    const by = this.#byReport.none();
    for (const [i, other] of all.entries()) {
      const found = this.#kind.fit(traits, other);
      if (found === undefined) return undefined;
      if (found > best) best = found;
      if (mean === undefined) continue;
      const { position } = exemplars[i]!;
      if (position !== told.position) by.note(position, Math.min(found, mean.most));
    }
    if (mean !== undefined && by.count > 0 && by.mean() < mean.least) return 0;
    if (best < 1 || conflict === undefined) return best;
    return all.some((other) => conflict(traits, other)) ? undefined : best;
  }

  #isTwin(group: Group<F, Traits>, one: Told<F>, traits: Traits): boolean {
    const { told } = group;
    const last = this.#wake(group).at(-1)!;
    return (
      Math.abs(told.at(-1)!.time - one.time) <= copyReach &&
      this.#kind.fit(traits, last) !== undefined &&
      this.#kind.conflict?.(traits, last) !== true
    );
  }
}

function newGroup<F extends Finding, Traits>(founder: Told<F>): Group<F, Traits> {
  return {
    id: entryIdOf(founder),
    told: [],
    orders: [],
    exemplars: [],
    traits: undefined,
    bed: undefined,
    used: 0,
    isAwake: false,
  };
}

/** The best of each report, for one group after the other. */
class Bests {
  readonly #reports: number[] = [];
  readonly #values: number[] = [];
  count = 0;

  none(): this {
    this.count = 0;
    return this;
  }

  note(report: number, value: number): void {
    let i = 0;
    while (i < this.count && this.#reports[i] !== report) i++;
    if (i < this.count) {
      if (value > this.#values[i]!) this.#values[i] = value;
      return;
    }
    this.#reports[i] = report;
    this.#values[i] = value;
    this.count++;
  }

  mean(): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += this.#values[i]!;
    return sum / this.count;
  }
}

/** Each once. */
function hashed(keys: Iterable<string>): Set<number> {
  const found = new Set<number>();
  for (const key of keys) found.add(hash53(key));
  return found;
}

/** A hash of the sentence and what is told of it, in plain words; undefined for a sentence too short to tell by. */
function copyOf(told: Told): number | undefined {
  const words = wordsOf(sentenceOf(told));
  if (words.length < fewestWords) return undefined;
  return hash53(`${words.join(" ")} | ${wordsOf(wordsAt(told, coreOf(told.finding))).join(" ")}`);
}
