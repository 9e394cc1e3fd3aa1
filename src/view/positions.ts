/** Who stands where towards what: proposals that several actors speak to as a table, the others as a list. */
import type { Entry } from "../model/entry.ts";
import { holdersOf } from "./brief/holders.ts";
import type { EntryView } from "./entry.ts";
import { byTime } from "./instant.ts";

export interface Positions {
  /** Who holds something, each under one name, those with most positions first and bare nouns last. */
  readonly actors: readonly string[];
  /** By entry, under which of them it stands where its report calls that actor otherwise. */
  readonly holders: Readonly<Record<string, string>>;
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

export function positionsOf(entries: readonly EntryView[], record: readonly Entry[]): Positions {
  const found = holdersOf(record);
  const holders = new Map([...found].map(([{ id }, holder]) => [id, holder]));
  const nameOf = ({ id, position }: EntryView) => holders.get(id)?.name ?? position?.actor ?? "";
  const bare = new Set([...holders.values()].flatMap(({ name, isBare }) => (isBare ? [name] : [])));
  const positions = entries
    .filter(({ position }) => position !== undefined)
    .sort((a, b) => byTime(a.firstAt, b.firstAt) || compare(a.id, b.id));
  const groups = new Map<string, EntryView[]>();
  for (const entry of positions) {
    const key = sameProposal(entry.position?.proposal ?? "");
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const times = new Map<string, number>();
  for (const entry of positions) {
    const actor = nameOf(entry);
    times.set(actor, (times.get(actor) ?? 0) + 1);
  }
  return {
    actors: [...times]
      .sort((a, b) => Number(bare.has(a[0])) - Number(bare.has(b[0])) || b[1] - a[1] || compare(a[0], b[0]))
      .map(([actor]) => actor),
    holders: Object.fromEntries(
      positions.flatMap((entry) =>
        nameOf(entry) === entry.position?.actor ? [] : [[entry.id, nameOf(entry)]],
      ),
    ),
    proposals: [...groups.values()]
      .map((group) => ({
        proposal: group.at(-1)?.position?.proposal ?? "",
        actors: new Set(group.map(nameOf)).size,
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
