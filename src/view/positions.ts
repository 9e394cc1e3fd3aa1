/** Who stands where towards what: proposals that several actors speak to as a table, the others as a list. */
import type { EntryView } from "./entry.ts";
import { byTime } from "./instant.ts";

export interface Positions {
  /** Actors by name, those with most positions first. */
  readonly actors: readonly string[];
  /** Proposals, those that most actors speak to first. */
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  /** As the latest position words it. */
  readonly proposal: string;
  readonly actors: number;
  /** Entry ids, earliest first: an actor's later position stands after its earlier one. */
  readonly entries: readonly string[];
}

export function positionsOf(entries: readonly EntryView[]): Positions {
  const positions = entries
    .filter(({ position }) => position !== undefined)
    .sort((a, b) => byTime(a.firstAt, b.firstAt) || compare(a.id, b.id));
  const groups = new Map<string, EntryView[]>();
  for (const entry of positions) {
    const key = sameProposal(entry.position?.proposal ?? "");
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const times = new Map<string, number>();
  for (const { position } of positions) {
    const actor = position?.actor ?? "";
    times.set(actor, (times.get(actor) ?? 0) + 1);
  }
  return {
    actors: [...times].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([actor]) => actor),
    proposals: [...groups.values()]
      .map((group) => ({
        proposal: group.at(-1)?.position?.proposal ?? "",
        actors: new Set(group.map(({ position }) => position?.actor)).size,
        entries: group.map(({ id }) => id),
      }))
      .sort(
        (a, b) =>
          b.actors - a.actors ||
          b.entries.length - a.entries.length ||
          compare(a.proposal, b.proposal) ||
          compare(a.entries[0] ?? "", b.entries[0] ?? ""),
      ),
  };
}

const articles = new Set([
  "a",
  "an",
  "the",
  "any",
  "this",
  "that",
  "such",
  "of",
  "to",
  "form",
  "its",
  "their",
]);

/** Two wordings are one proposal when only articles and case differ; meaning is not guessed at. */
function sameProposal(words: string): string {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !articles.has(word))
    .join(" ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
