/**
 * Merges, splits and rejected sentences, on what is told of one thing before origins are counted: what analysts put
 * together or took apart counts its origins, its history and its values anew.
 */
import type { Anchor, Conflict, Correction, Mark, Target } from "../../model/correction.ts";
import type { Thread } from "../joining/thread.ts";
import { instant } from "../tellings/time.ts";
import { coreOf, entryIdOf, sentenceOf, type Told, wordsAt } from "../tellings/told.ts";
import { wordsOf } from "../tellings/words.ts";
import type { Find } from "./anchors.ts";
import { markOf } from "./holding.ts";

export interface Regrouped {
  readonly threads: Thread[];
  readonly conflicts: Raised[];
  /** Sentences taken out, each with its correction. */
  readonly rejected: ReadonlyMap<Told, Correction>;
}

/** A conflict whose entry is that of a telling, as entries have no ids yet. */
export type Raised = Omit<Conflict, "entry"> & { readonly about?: Told };

export interface Ground {
  readonly find: Find;
  /** The origin that a telling counts for; undefined where it doesn't count in this view. */
  readonly originOf: (told: Told) => string | undefined;
}

interface Group {
  /** The thread that it is, as long as nothing was changed: what was made of it before is good still. */
  thread?: Thread | undefined;
  told: readonly Told[];
  readonly founder: Told;
  readonly id: string;
  marks: readonly Mark[];
}

export function regrouped(
  threads: readonly Thread[],
  corrections: readonly Correction[],
  ground: Ground,
): Regrouped {
  const groups = new Groups(threads);
  const conflicts: Raised[] = [];
  const rejected = new Map<Told, Correction>();
  for (const correction of corrections) {
    const { action } = correction;
    if (action.kind === "merge") conflicts.push(...merge(groups, correction, action.entries, ground));
    if (action.kind === "split") conflicts.push(...split(groups, correction, action.evidence, ground));
    if (action.kind === "reject" && action.evidence !== undefined)
      conflicts.push(...reject(groups, correction, action.evidence, ground, rejected));
  }
  return { threads: groups.threads(), conflicts, rejected };
}

function merge(
  groups: Groups,
  correction: Correction,
  targets: readonly Target[],
  { find, originOf }: Ground,
): Raised[] {
  const conflicts: Raised[] = [];
  const found: Group[] = [];
  for (const target of targets) {
    const tellings = target.anchors.flatMap(find);
    const [group, ...others] = groups.holding(tellings);
    if (group === undefined) {
      if (tellings.length === 0) conflicts.push(gone(correction, target.line));
      continue;
    }
    if (others.length > 0) {
      const why = `“${target.line}” stands in ${others.length + 1} entries by now; the one with most of it is merged`;
      conflicts.push({ ...raised(correction, "target-apart", why), about: group.told[0]! });
    }
    if (!found.includes(group)) found.push(group);
  }
  const kinds = new Set(found.map(({ founder }) => founder.finding.kind));
  if (found.length < 2 || kinds.size > 1) return conflicts;
  const all = groups.joined(found, markOf(correction));
  const sides = contrary(all.told.filter((told) => originOf(told) !== undefined));
  if (sides !== undefined)
    conflicts.push({
      ...raised(
        correction,
        "merge-contradicts",
        "of the entries that are one, some tell it and some deny it",
      ),
      about: all.told[0]!,
      reports: sides,
    });
  return conflicts;
}

function split(
  groups: Groups,
  correction: Correction,
  anchors: readonly Anchor[],
  { find }: Ground,
): Raised[] {
  const tellings = anchors.flatMap(find);
  const [group] = groups.holding(tellings);
  if (group === undefined) return tellings.length > 0 ? [] : [gone(correction, anchors[0]?.exact ?? "")];
  const chosen = new Set(tellings.filter((told) => groups.of(told) === group));
  // What is printed again after the split goes where its like went.
  const like = new Set([...chosen].map(likeness));
  for (const told of group.told)
    if (instant(told.knownAt) > instant(correction.at) && like.has(likeness(told))) chosen.add(told);
  if (chosen.size < group.told.length) groups.part(group, chosen, markOf(correction));
  return [];
}

function reject(
  groups: Groups,
  correction: Correction,
  anchors: readonly Anchor[],
  { find, originOf }: Ground,
  rejected: Map<Told, Correction>,
): Raised[] {
  const conflicts: Raised[] = [];
  for (const anchor of anchors) {
    const tellings = find(anchor);
    if (tellings.length === 0) conflicts.push(gone(correction, anchor.exact));
    for (const told of tellings) {
      const group = groups.of(told);
      if (group === undefined) continue;
      rejected.set(told, correction);
      groups.without(group, told, markOf(correction));
      const again = group.told.filter(
        (one) =>
          one !== told &&
          instant(one.knownAt) > instant(correction.at) &&
          likeness(one) === likeness(told) &&
          isOther(originOf(one), originOf(told)),
      );
      if (again.length === 0) continue;
      const why = `the sentence rejected is told again by ${names(again)}`;
      conflicts.push({ ...raised(correction, "told-again", why), about: again[0]!, reports: idsOf(again) });
    }
  }
  return conflicts;
}

/** Where tellings stand while they are regrouped. */
class Groups {
  readonly #of = new Map<Told, Group>();
  readonly #all = new Set<Group>();

  constructor(threads: readonly Thread[]) {
    for (const thread of threads) {
      const { told, founder, id, marks = [] } = thread;
      this.#add({ thread, told, founder, id, marks });
    }
  }

  of(told: Told): Group | undefined {
    return this.#of.get(told);
  }

  /** Groups that hold these tellings, the one with most first, the earliest asked for on a tie. */
  holding(tellings: readonly Told[]): Group[] {
    const counts = new Map<Group, number>();
    for (const told of tellings) {
      const group = this.#of.get(told);
      if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([group]) => group);
  }

  /** Named by the one that was told first. */
  joined(groups: readonly Group[], mark: Mark): Group {
    const first = groups.reduce((a, b) => (b.founder.order < a.founder.order ? b : a));
    for (const group of groups) this.#all.delete(group);
    return this.#add({
      told: groups.flatMap(({ told }) => told).sort((a, b) => a.order - b.order),
      founder: first.founder,
      id: first.id,
      marks: [...groups.flatMap(({ marks }) => marks), mark],
    });
  }

  /** What is left keeps its name, also without its founder. */
  part(group: Group, chosen: ReadonlySet<Told>, mark: Mark): void {
    const told = group.told.filter((one) => chosen.has(one));
    const founder = told[0]!;
    group.thread = undefined;
    group.told = group.told.filter((one) => !chosen.has(one));
    group.marks = [...group.marks, mark];
    this.#add({ told, founder, id: entryIdOf(founder, " apart"), marks: [mark] });
  }

  without(group: Group, told: Told, mark: Mark): void {
    group.thread = undefined;
    group.told = group.told.filter((one) => one !== told);
    if (group.marks.at(-1)?.correction !== mark.correction) group.marks = [...group.marks, mark];
    this.#of.delete(told);
  }

  threads(): Thread[] {
    return [...this.#all]
      .filter(({ told }) => told.length > 0)
      .map(({ thread, ...group }) => thread ?? group);
  }

  #add(group: Group): Group {
    this.#all.add(group);
    for (const told of group.told) this.#of.set(told, group);
    return group;
  }
}

export function raised(
  { id }: Correction,
  reason: Conflict["reason"],
  why: string,
): Omit<Conflict, "entry"> & { readonly reports: readonly string[] } {
  return { correction: id, reason, why, reports: [] };
}

export function gone(correction: Correction, words: string): Raised {
  return raised(correction, "target-gone", `nothing is told by now in the words it was made on: “${words}”`);
}

/** Publishers of tellings, the first three by name. */
export function names(tellings: readonly { readonly report: Told["report"] }[]): string {
  const all = [
    ...new Set(tellings.map(({ report }) => report.publisher ?? report.title ?? report.input.slice(-60))),
  ];
  return all.length <= 3 ? all.join(", ") : `${all.slice(0, 3).join(", ")} and ${all.length - 3} others`;
}

export function idsOf(tellings: readonly Told[]): string[] {
  return [...new Set(tellings.map(({ report }) => report.id))].sort();
}

/** Both known and not the same. */
function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one !== other;
}

/** The sentence and what is told of it, in plain words. */
function likeness(told: Told): string {
  const core = wordsOf(wordsAt(told, coreOf(told.finding))).join(" ");
  return `${wordsOf(sentenceOf(told)).join(" ")} | ${core}`;
}

/** Reports of both sides, where events are told and denied; figures and stands are parted when they are reconciled. */
function contrary(tellings: readonly Told[]): string[] | undefined {
  if (tellings[0]?.finding.kind !== "event") return undefined;
  const denials = tellings.filter(({ finding }) => finding.status?.polarity === "denied");
  return denials.length > 0 && denials.length < tellings.length ? idsOf(tellings) : undefined;
}
