/** Which lines a section shows, and in what order: the most telling and best borne out first, what is left out counted. */
import type { Entry } from "../../model/entry.ts";
import { byTime } from "../instant.ts";
import { lastTold } from "../last-told.ts";
import type { Telling } from "../telling.ts";
import type { Words } from "../words/words.ts";
import { lineWith, type Writing } from "./lines.ts";
import type { Group } from "./model.ts";

/** What a section is written with that shows only some of its entries. */
export interface Selecting extends Writing {
  readonly telling: Telling;
}

/** The `most` entries that tell most as a group of lines. */
export function groupOf(writing: Selecting, entries: readonly Entry[], most: number, title?: string): Group {
  const { kept, told } = writing.all ? { kept: entries, told: 0 } : withoutParts(entries);
  const shown = writing.telling.choose(kept, writing.all ? kept.length : most);
  const lines = shown.flatMap((entry) => lineWith(writing, entry) ?? []);
  return {
    ...(title === undefined ? {} : { title }),
    lines,
    ...moreOf(writing.words, kept.length - shown.length, told),
  };
}

/** What was left out, in words. */
export function moreOf({ brief }: Words, left: number, told = 0): { more?: string } {
  const parts = [left > 0 ? brief.moreLines(left) : "", told > 0 ? brief.told(told) : ""].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? {} : { more: brief.notShown(parts.join("; ")) };
}

/** Most origins first, then the most recent, then by id. */
export function byWeight(a: Entry, b: Entry): number {
  return (
    b.origins.length - a.origins.length ||
    byTime(lastTold(b), lastTold(a)) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Acts whose words stand within another's, in one report, are told by that one's line. */
function withoutParts(entries: readonly Entry[]): { kept: Entry[]; told: number } {
  const spans = new Map<string, { start: number; end: number }[]>();
  for (const { lead, leadReport } of entries) {
    if (lead.kind !== "event") continue;
    spans.set(leadReport, [...(spans.get(leadReport) ?? []), lead.event.what]);
  }
  const kept = entries.filter(({ lead, leadReport, origins, contradicts }) => {
    if (lead.kind !== "event" || origins.length > 1 || contradicts.length > 0) return true;
    const { start, end } = lead.event.what;
    return !spans
      .get(leadReport)!
      .some((other) => other.start <= start && end <= other.end && other.end - other.start > end - start);
  });
  return { kept, told: entries.length - kept.length };
}
