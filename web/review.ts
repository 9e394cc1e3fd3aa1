/**
 * What of a record a person should look at, what matters most first: corrections that the evidence does not go with, lines
 * joined though worded unlike, contradictions, actors that may be one, what was read unsurely.
 */

import type { Correction } from "../src/api/schema/corrections.ts";
import type { Entry, Evidence } from "../src/api/schema/entry.ts";
import type { EntryLine, LinesAnswer } from "../src/api/schema/lines.ts";
import type { Offer, RecordAnswer } from "../src/api/schema/record.ts";

type Conflict = NonNullable<RecordAnswer["review"]>["conflicts"][number];

export interface Queue {
  readonly conflicts: readonly Conflict[];
  /** With the sentence that is most unlike the one that speaks for the entry. Hints, which nobody has to look at. */
  readonly joined: readonly (readonly [Entry, Evidence])[];
  readonly contradictions: readonly (readonly [Entry, Entry])[];
  readonly offers: readonly Offer[];
  /** Whose words do not say how certain it is, as the readers see it. */
  readonly unsure: readonly Entry[];
}

export const queueParts = ["conflicts", "joined", "contradictions", "offers", "unsure"] as const;
export type QueuePart = (typeof queueParts)[number];

/** What waits, and how much of its like somebody has looked at already. */
export interface Worked {
  readonly queue: Queue;
  readonly done: number;
}

export function workedOf(
  { entries, offers, review }: Pick<RecordAnswer, "entries" | "offers" | "review">,
  corrections: readonly Correction[],
): Worked {
  const pairs = pairsOf(entries);
  const unsure = entries.filter(isUnsure);
  const waiting = { pairs: pairs.filter(isOpen), unsure: unsure.filter((entry) => !isLookedAt(entry)) };
  const decided = corrections.filter(
    ({ action: { kind }, undone }) => !undone && (kind === "accept-offer" || kind === "decline-offer"),
  );
  return {
    queue: {
      conflicts: review?.conflicts ?? [],
      joined: entries
        .flatMap((entry) => {
          const unlike = isLookedAt(entry) ? undefined : mostUnlike(entry);
          return unlike === undefined ? [] : [[entry, unlike] as const];
        })
        .sort(([a], [b]) => weight(a, b)),
      contradictions: waiting.pairs.toSorted((a, b) => sum(b) - sum(a) || weight(a[0], b[0])),
      offers,
      unsure: waiting.unsure.toSorted(weight),
    },
    done: pairs.length - waiting.pairs.length + (unsure.length - waiting.unsure.length) + decided.length,
  };
}

/** How much waits, from the lines alone. */
export function toReview({ entries, offers, conflicts }: LinesAnswer): number {
  const unsure = entries.filter((entry) => isUnsure(entry) && !isLookedAt(entry));
  return conflicts + offers.length + pairsOf(entries).filter(isOpen).length + unsure.length;
}

/** The same, from the whole queue. */
export function sizeOf({ conflicts, offers, contradictions, unsure }: Queue): number {
  return conflicts.length + offers.length + contradictions.length + unsure.length;
}

function pairsOf<Line extends EntryLine>(entries: readonly Line[]): (readonly [Line, Line])[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry) =>
    (entry.contradicts ?? [])
      .filter((id) => id > entry.id)
      .flatMap((id) => byId.get(id) ?? [])
      .map((other) => [entry, other] as const),
  );
}

const isUnsure = ({ status }: EntryLine) => status?.certainty === "unknown";
const isOpen = ([a, b]: readonly [EntryLine, EntryLine]) => !(isLookedAt(a) && isLookedAt(b));

/** Somebody has said that it is right, or how credible it is. */
function isLookedAt({ corrections, grade }: EntryLine): boolean {
  return grade !== undefined || corrections?.some(({ kind }) => kind === "confirm") === true;
}

const sum = ([a, b]: readonly [Entry, Entry]) => a.origins + b.origins;

/** What most origins tell is what most people go by; then the latest. */
function weight(a: Entry, b: Entry): number {
  return b.origins - a.origins || Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.id < b.id ? -1 : 1);
}

/** Two sentences of one happening share at least this part of the words of the shorter. */
const alike = 0.2;

/** Of an event's sentences the one that shares fewest words with the one that speaks for it, where it shares few. */
function mostUnlike({ kind, evidence, leadReport }: Entry): Evidence | undefined {
  if (kind !== "event" || evidence.length < 2) return undefined;
  const lead = evidence.find(({ report }) => report === leadReport) ?? evidence[0]!;
  const own = tellingWords(lead.quote);
  let least: { one: Evidence; shared: number } | undefined;
  for (const one of evidence) {
    if (one === lead || one.report === lead.report) continue;
    const words = tellingWords(one.quote);
    const same = [...words].filter((word) => own.has(word)).length;
    const shared = same / Math.max(1, Math.min(words.size, own.size));
    if (shared < alike && (least === undefined || shared < least.shared)) least = { one, shared };
  }
  return least?.one;
}

/** Words of four letters and more, by their first six: "strike" and "strikes" are alike enough here. */
function tellingWords(text: string): Set<string> {
  const found = text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? [];
  return new Set(found.map((word) => word.slice(0, 6)));
}
