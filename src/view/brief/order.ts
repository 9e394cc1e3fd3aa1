/** Which lines a section shows, and in what order: the best borne out and most recent first, what is left out counted. */
import type { Entry } from "../../model/entry.ts";
import { byTime } from "../instant.ts";
import type { Words } from "../words/words.ts";
import { lineWith, type Writing } from "./lines.ts";
import type { Group } from "./model.ts";

/** The best `most` entries as a group of lines. */
export function groupOf(writing: Writing, entries: readonly Entry[], most: number, title?: string): Group {
  const sorted = [...entries].sort(byWeight);
  const { kept, told } = writing.all ? { kept: sorted, told: 0 } : withoutParts(sorted);
  const shown = writing.all ? kept : kept.slice(0, most);
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

/** Most origins first, then what says something, then the most recent, then by id. */
export function byWeight(a: Entry, b: Entry): number {
  return (
    b.origins.length - a.origins.length ||
    Number(isThin(a)) - Number(isThin(b)) ||
    byTime(lastOf(b), lastOf(a)) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const last = new WeakMap<Entry, string>();

/** When it was told last; worked out once an entry, as sorting asks often. */
export function lastOf(entry: Entry): string {
  const known = last.get(entry) ?? lastTold(entry);
  last.set(entry, known);
  return known;
}

function lastTold({ evidence }: Entry): string {
  return evidence.map(({ at }) => at).reduce((last, at) => (byTime(at, last) > 0 ? at : last), "");
}

/** "The strike", "The attack": an act of few letters and nobody named says less than its neighbours. */
function isThin({ lead }: Entry): boolean {
  if (lead.kind !== "event") return false;
  return lead.event.what.end - lead.event.what.start < 24 && lead.actors.length === 0;
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
