/** In which order figures stand, in the brief and on a situation's page. */
import type { Entry, FigurePoint } from "../model/entry.ts";
import { byTime } from "./instant.ts";
import { lastTold } from "./last-told.ts";
import type { Telling } from "./telling.ts";

/** So many are compared with each other, so that no count is told twice; what is left follows by its size. */
const mostRanked = 100;

/**
 * Those of several origins or values first, the most origins before others, then those that tell most of the situation, then the fate
 * of thousands before that of few. Last what counts one alone and tells no other number: "his mother killed" is an act and no figure.
 */
export function figuresInOrder(
  figures: readonly Entry[],
  telling: Telling,
  toldBy = ({ origins }: Entry): number => origins.length,
): Entry[] {
  const rank = new Map(telling.choose(figures, mostRanked).map((entry, i) => [entry, i]));
  const rankOf = (entry: Entry) => rank.get(entry) ?? mostRanked;
  const tier = (entry: Entry) => {
    if (countsOne(entry)) return 2;
    return toldBy(entry) > 1 || (entry.series ?? []).length > 1 ? 0 : 1;
  };
  return figures.toSorted(
    (a, b) =>
      tier(a) - tier(b) ||
      toldBy(b) - toldBy(a) ||
      rankOf(a) - rankOf(b) ||
      sizeOf(b) - sizeOf(a) ||
      byWeight(a, b),
  );
}

function countsOne({ lead, series = [] }: Entry): boolean {
  if (lead.kind !== "figure" || lead.figure.unit !== "people") return false;
  const isOne = ({ best, low, high }: Pick<FigurePoint, "best" | "low" | "high">) =>
    (best ?? low ?? high ?? 0) <= 1;
  return isOne(lead.figure) && series.every(isOne);
}

/** Counts of people by their digits, the dead as if ten times as many: the fate of thousands stands before that of one. */
function sizeOf({ lead }: Entry): number {
  if (lead.kind !== "figure" || lead.figure.unit !== "people") return 0;
  const { best, low, high, measure } = lead.figure;
  return Math.floor(Math.log10(Math.max(1, best ?? low ?? high ?? 1))) + (measure === "killed" ? 1 : 0);
}

/** Most origins first, then the most recent, then by id. */
export function byWeight(a: Entry, b: Entry): number {
  return (
    b.origins.length - a.origins.length ||
    byTime(lastTold(b), lastTold(a)) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
