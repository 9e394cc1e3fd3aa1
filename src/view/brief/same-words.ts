/**
 * Counts that reports give in the same words: "six priests killed" in thirty reports that nothing else ties together. Whether they
 * mean the same nobody can say, so each stays an entry of its own; but one line tells them.
 */
import type { Entry } from "../../model/entry.ts";

/** Each count, with those that say the same in the same words and of no other days. Of those the one of most origins stands for all. */
export function inSameWords(figures: readonly Entry[]): Map<Entry, readonly Entry[]> {
  const groups = Map.groupBy(figures, (entry) => wordsOf(entry) ?? entry.id);
  const found = new Map<Entry, readonly Entry[]>();
  for (const all of groups.values()) {
    const [first, ...others] = all.toSorted(
      (a, b) =>
        b.origins.length - a.origins.length ||
        b.evidence.length - a.evidence.length ||
        (a.id < b.id ? -1 : 1),
    );
    const again = others.filter((entry) => !areOfOtherDays(first!, entry));
    found.set(first!, again);
    for (const entry of others) if (!again.includes(entry)) found.set(entry, []);
  }
  return found;
}

/** How many origins tell of any of them. */
export function originsOf(entries: readonly Entry[]): number {
  return new Set(entries.flatMap(({ origins }) => origins)).size;
}

/** Undefined of a count that says of whom in one word or none, as "two men" are others every time. */
function wordsOf({ lead }: Entry): string | undefined {
  if (lead.kind !== "figure") return undefined;
  const { measure, of = "", low, best, high, per, since } = lead.figure;
  if (!/\p{L}\s+\p{L}/u.test(of)) return undefined;
  return JSON.stringify([measure, of.toLowerCase(), low, best, high, per, since, lead.status?.polarity]);
}

/** A deed of Thursday is told on Friday, and taken for Friday's. */
const nextDays = 3;

function areOfOtherDays({ lead: a }: Entry, { lead: b }: Entry): boolean {
  const days = [a, b].map(({ time }) => Date.parse(time?.from ?? ""));
  return Math.abs(days[0]! - days[1]!) > nextDays * 86_400_000;
}
