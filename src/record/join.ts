/**
 * Joins what is told of one thing, in one pass: each telling goes to the group that it fits best, or founds
 * one. Groups are never merged afterwards, so an entry keeps its id when evidence is added. When nothing
 * fits well enough, things stay apart.
 */
import type { Finding } from "../model/finding.ts";
import { day } from "./time.ts";
import { coreOf, sentenceOf, type Told, wordsAt } from "./told.ts";
import { wordsOf } from "./words.ts";

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
}

export interface Group<F extends Finding, Traits> {
  readonly told: Told<F>[];
  readonly traits: Traits[];
}

/** A sentence printed again so soon is the same telling, copied. */
const copyReach = 6 * day;
/** Shorter sentences are alike by chance ("He denied it."). */
const fewestWords = 6;

/** Groups looked at per key, the latest ones: a story that never ends stays linear. */
const groupsPerKey = 24;
/** Groups compared in full per telling, most shared keys first. */
const candidates = 24;
/** Tellings of a group that a new one is compared with: the founder and the latest. */
const exemplars = 8;

export function join<F extends Finding, Traits>(
  tellings: readonly Told<F>[],
  kind: Kind<F, Traits>,
): Group<F, Traits>[] {
  const groups: Group<F, Traits>[] = [];
  const byKey = new Map<string, number[]>();
  const twins = new Map<string, number>();
  for (const told of tellings) {
    const traits = kind.traits(told);
    const keys = new Set(kind.keys(traits));
    const copy = copyOf(told);
    const twin = copy === undefined ? undefined : twins.get(copy);
    const isCopy = twin !== undefined && isTwin(groups[twin]!, told, traits, kind);
    const at = (isCopy ? twin : bestOf(groups, near(byKey, keys), traits, kind)) ?? groups.length;
    if (at === groups.length) groups.push({ told: [], traits: [] });
    groups[at]!.told.push(told);
    groups[at]!.traits.push(traits);
    if (copy !== undefined) twins.set(copy, at);
    for (const key of keys) remember(byKey, key, at);
  }
  return groups;
}

/** Groups that share keys, most first, the latest on a tie. */
function near(byKey: ReadonlyMap<string, readonly number[]>, keys: Iterable<string>): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) {
    for (const group of byKey.get(key) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, candidates)
    .map(([group]) => group);
}

/** The group that fits best, the first founded on a tie; undefined where none fits well enough. */
function bestOf<F extends Finding, Traits>(
  groups: readonly Group<F, Traits>[],
  among: readonly number[],
  traits: Traits,
  kind: Kind<F, Traits>,
): number | undefined {
  let best: { group: number; fit: number } | undefined;
  for (const group of among) {
    const fit = fitOf(groups[group]!, traits, kind);
    if (fit === undefined || fit < 1) continue;
    const isBetter = best === undefined || fit > best.fit || (fit === best.fit && group < best.group);
    if (isBetter) best = { group, fit };
  }
  return best?.group;
}

/** Keeps the latest groups of a key, the one just used last. */
function remember(byKey: Map<string, number[]>, key: string, group: number): void {
  const list = byKey.get(key);
  if (list === undefined) {
    byKey.set(key, [group]);
    return;
  }
  const known = list.indexOf(group);
  if (known >= 0) list.splice(known, 1);
  list.push(group);
  if (list.length > groupsPerKey) list.shift();
}

/** The sentence and what is told of it, in plain words; undefined for a sentence too short to tell by. */
function copyOf(told: Told): string | undefined {
  const words = wordsOf(sentenceOf(told));
  if (words.length < fewestWords) return undefined;
  return `${words.join(" ")} | ${wordsOf(wordsAt(told, coreOf(told.finding))).join(" ")}`;
}

function isTwin<F extends Finding, Traits>(
  group: Group<F, Traits>,
  told: Told<F>,
  traits: Traits,
  kind: Kind<F, Traits>,
): boolean {
  const last = group.told.at(-1)!;
  return Math.abs(last.time - told.time) <= copyReach && kind.fit(traits, group.traits.at(-1)!) !== undefined;
}

function fitOf<F extends Finding, Traits>(
  group: Group<F, Traits>,
  traits: Traits,
  kind: Kind<F, Traits>,
): number | undefined {
  let best = 0;
  for (const other of exemplarsOf(group.traits)) {
    const fit = kind.fit(traits, other);
    if (fit === undefined) return undefined;
    if (fit > best) best = fit;
  }
  return best;
}

function exemplarsOf<T>(all: readonly T[]): readonly T[] {
  return all.length <= exemplars ? all : [all[0]!, ...all.slice(-(exemplars - 1))];
}
