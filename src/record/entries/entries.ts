/**
 * Findings of all reports as entries: joined where they tell of one thing, each with its evidence, its
 * independent origins, how it stands, and what it contradicts. When unsure, things stay apart; no entry says
 * more than the evidence that it stands on.
 */
import type { Entry } from "../../model/entry.ts";
import type { Thread } from "../joining/thread.ts";
import type { Origins } from "../origins/origins.ts";
import type { Sentences } from "../tellings/sentences.ts";
import type { Contradiction } from "./contradictions.ts";
import type { Draft } from "./draft.ts";
import { Made } from "./made-entries.ts";
import type { Namings } from "./naming.ts";

/**
 * Entries of the threads, of those tellings alone whose reports stand: 1 by the position of their capture. Ordered by
 * their first evidence.
 */
export function entriesOf(
  threads: readonly Thread[],
  standing: Uint8Array,
  origins: Origins,
  namings: Namings,
  made: Made = new Made(),
): Entry[] {
  const drafts = made.drafts(threads, standing, origins);
  const against = idsAgainst(made.contradictions.among(drafts), drafts);
  const wholes = wholesOf(drafts);
  return inTimeOf(drafts, origins.sentences).map((draft) =>
    made.entry(draft, against.get(draft) ?? none, partOfWhole(draft, wholes), namings),
  );
}

/** By their first witness. */
function inTimeOf(drafts: readonly Draft[], sentences: Sentences): Draft[] {
  const inTime = sentences.inTime();
  const byFirst = new Int32Array(inTime.length);
  for (const [i, { first }] of drafts.entries()) byFirst[first] = i + 1;
  const sorted: Draft[] = [];
  for (const order of inTime) if (byFirst[order]! > 0) sorted.push(drafts[byFirst[order]! - 1]!);
  return sorted;
}

/** Entries of the figures that others are said to be parts of, by the order of what tells them. */
function wholesOf(drafts: readonly Draft[]): Map<number, string> {
  const named = new Set<number>();
  for (const { wholes } of drafts) for (const one of wholes) named.add(one);
  const found = new Map<number, string>();
  if (named.size === 0) return found;
  for (const { id, witnesses } of drafts)
    for (const { told } of witnesses) if (named.has(told.order)) found.set(told.order, id);
  return found;
}

function partOfWhole(draft: Draft, wholes: ReadonlyMap<number, string>): string | undefined {
  for (const named of draft.wholes) {
    const whole = wholes.get(named);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** Ids of what each draft contradicts, those that contradict something alone. */
function idsAgainst(
  against: readonly Contradiction[],
  drafts: readonly Draft[],
): Map<Draft, readonly string[]> {
  const found = new Map<Draft, Set<string>>();
  const add = (one: Draft, other: Draft) => {
    const ids = found.get(one) ?? new Set();
    found.set(one, ids.add(other.id));
  };
  for (const [a, b] of against) {
    add(drafts[a]!, drafts[b]!);
    add(drafts[b]!, drafts[a]!);
  }
  return new Map([...found].map(([draft, ids]) => [draft, [...ids].sort()]));
}

const none: readonly never[] = [];
