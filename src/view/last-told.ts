import type { Entry } from "../model/entry.ts";
import { byTime } from "./instant.ts";

const last = new WeakMap<Entry, string>();

/** When an entry was told last, ISO 8601; worked out once an entry, as sorting asks often. */
export function lastTold(entry: Entry): string {
  const known = last.get(entry) ?? latest(entry);
  last.set(entry, known);
  return known;
}

function latest({ evidence }: Entry): string {
  return evidence.map(({ at }) => at).reduce((last, at) => (byTime(at, last) > 0 ? at : last), "");
}
