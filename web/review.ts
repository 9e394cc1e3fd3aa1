/** What of a record a person should look at: conflicts, actors that may be one, contradictions, what was read unsurely. */
import type { Entry, Offer, RecordAnswer } from "../src/api/schema.ts";
import type { EntryLine, LinesAnswer } from "../src/api/schema-lines.ts";

type Conflict = NonNullable<RecordAnswer["review"]>["conflicts"][number];

export interface Queue<Line extends EntryLine = Entry> {
  readonly conflicts: readonly Conflict[];
  readonly offers: readonly Offer[];
  readonly contradictions: readonly (readonly [Line, Line])[];
  /** Whose words do not say how certain it is, as the readers see it. */
  readonly unsure: readonly Line[];
}

export function queueOf<Line extends EntryLine>({
  entries,
  offers,
  review,
}: Pick<RecordAnswer, "offers" | "review"> & { readonly entries: readonly Line[] }): Queue<Line> {
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

/** How many there are, from the lines alone. */
export function toReview({ entries, offers, conflicts }: LinesAnswer): number {
  const { contradictions, unsure } = queueOf({ entries, offers });
  return conflicts + offers.length + contradictions.length + unsure.length;
}

export function sizeOf({ conflicts, offers, contradictions, unsure }: Queue): number {
  return conflicts.length + offers.length + contradictions.length + unsure.length;
}

/** Somebody has said that it is right, or how credible it is. */
function isLookedAt({ corrections, grade }: EntryLine): boolean {
  return grade !== undefined || corrections?.some(({ kind }) => kind === "confirm") === true;
}
