/**
 * Joins what is told of one thing, in one pass: each telling goes to the group that it fits best, or founds
 * one. Groups are never merged afterwards, so an entry keeps its id when evidence is added. When nothing
 * fits well enough, things stay apart.
 */
import type { Finding } from "../model/finding.ts";
import type { Told } from "./told.ts";

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
  for (const told of tellings) {
    const traits = kind.traits(told);
    const keys = new Set(kind.keys(traits));
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const group of byKey.get(key) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
    let best: { group: number; fit: number } | undefined;
    const near = [...shared].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, candidates);
    for (const [group] of near) {
      const fit = fitOf(groups[group]!, traits, kind);
      if (fit === undefined || fit < 1) continue;
      if (best === undefined || fit > best.fit || (fit === best.fit && group < best.group))
        best = { group, fit };
    }
    const at = best?.group ?? groups.length;
    if (best === undefined) groups.push({ told: [told], traits: [traits] });
    else {
      groups[at]!.told.push(told);
      groups[at]!.traits.push(traits);
    }
    for (const key of keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [at]);
      else {
        const known = list.indexOf(at);
        if (known >= 0) list.splice(known, 1);
        list.push(at);
        if (list.length > groupsPerKey) list.shift();
      }
    }
  }
  return groups;
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
