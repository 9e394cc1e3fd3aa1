/** What of a record a person should look at: conflicts, actors that may be one, contradictions, what was read unsurely. */
import type { Entry, Offer, RecordAnswer } from "../src/api/schema.ts";

type Conflict = NonNullable<RecordAnswer["review"]>["conflicts"][number];

export interface Queue {
  readonly conflicts: readonly Conflict[];
  readonly offers: readonly Offer[];
  readonly contradictions: readonly (readonly [Entry, Entry])[];
  /** Whose words do not say how certain it is, as the readers see it. */
  readonly unsure: readonly Entry[];
}

export function queueOf({
  entries,
  offers,
  review,
}: Pick<RecordAnswer, "entries" | "offers" | "review">): Queue {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    conflicts: review?.conflicts ?? [],
    offers,
    contradictions: entries.flatMap((entry) =>
      (entry.contradicts ?? [])
        .filter((id) => id > entry.id)
        .flatMap((id) => byId.get(id) ?? [])
        .filter((other) => !(isLookedAt(entry) && isLookedAt(other)))
        .map((other) => [entry, other] as const),
    ),
    unsure: entries.filter((entry) => entry.status?.certainty === "unknown" && !isLookedAt(entry)),
  };
}

export function sizeOf({ conflicts, offers, contradictions, unsure }: Queue): number {
  return conflicts.length + offers.length + contradictions.length + unsure.length;
}

/** Somebody has said that it is right, or how credible it is. */
function isLookedAt({ corrections, grade }: Entry): boolean {
  return grade !== undefined || corrections?.some(({ kind }) => kind === "confirm") === true;
}
