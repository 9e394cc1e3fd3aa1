/** Whether two reports can mean one place. */
import type { Place } from "../../model/place.ts";
import { fold } from "./words.ts";

/** same: one exact place. within: one may lie in the other. open: nothing to tell it by. apart: two places. */
export type Nearness = "same" | "within" | "open" | "apart";

const order: readonly Nearness[] = ["apart", "open", "within", "same"];

/** Kilometres within which two cities are one scene in news. */
const oneScene = 40;

/** Best agreement of any two; undefined where a side names no place. */
export function nearness(a: readonly Place[], b: readonly Place[]): Nearness | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let best: Nearness = "apart";
  for (const one of a) {
    for (const other of b) {
      const found = near(one, other);
      if (order.indexOf(found) > order.indexOf(best)) best = found;
    }
  }
  return best;
}

function near(a: Place, b: Place): Nearness {
  const one = isWide(a) || isWide(b) ? "within" : "same";
  if (a.id !== undefined && a.id === b.id) return one;
  if (
    fold(a.name) === fold(b.name) &&
    (a.country === undefined || b.country === undefined || a.country === b.country)
  ) {
    return one;
  }
  if (isExact(a) && isExact(b)) return distance(a, b) <= oneScene ? "same" : "apart";
  if (a.country !== undefined && a.country === b.country && (isWide(a) || isWide(b))) return "within";
  // A sea lies off many coasts: "in the Caribbean" and "off Venezuela" may be one scene.
  return (a.precision === "sea") === (b.precision === "sea") &&
    a.precision !== "unknown" &&
    b.precision !== "unknown"
    ? "apart"
    : "open";
}

function isWide({ precision }: Place): boolean {
  return precision === "country" || precision === "sea" || precision === "region";
}

function isExact({ precision, lat, lon }: Place): boolean {
  return (precision === "city" || precision === "point") && lat !== undefined && lon !== undefined;
}

/** Great-circle distance in kilometres. */
function distance(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const [lat1, lat2] = [a.lat! * rad, b.lat! * rad];
  const half = Math.sin((lat2 - lat1) / 2) ** 2;
  const turn = Math.sin(((b.lon! - a.lon!) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, half + Math.cos(lat1) * Math.cos(lat2) * turn)));
}
