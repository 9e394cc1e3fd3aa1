/** Which lines a section shows, and in what order: the most telling and best borne out first, what is left out counted. */
import type { Entry } from "../../model/entry.ts";
import { dayOf } from "../due.ts";
import type { Telling } from "../telling.ts";
import type { Words } from "../words/words.ts";
import { lineWith, sentenceOf, type Writing } from "./lines.ts";
import type { Group } from "./model.ts";

/** What a section is written with that shows only some of its entries. */
export interface Selecting extends Writing {
  readonly telling: Telling;
}

export interface GroupOptions {
  readonly title?: string;
  /** In the order of their days, not of how much they tell. */
  readonly byDay?: boolean;
  /** Sentences that tell of it in another section; what several origins bear out is told again. */
  readonly but?: ReadonlySet<string>;
}

/** The `most` entries that tell most as a group of lines. */
export function groupOf(
  writing: Selecting,
  entries: readonly Entry[],
  most: number,
  { title, byDay = false, but }: GroupOptions = {},
): Group {
  const fresh = but === undefined || writing.all ? entries : untold(entries, but);
  const { kept, told } = writing.all ? { kept: fresh, told: 0 } : withoutParts(fresh);
  const chosen = writing.telling.choose(kept, writing.all ? kept.length : most);
  const shown = byDay ? inOrderOfDays(chosen) : chosen;
  const lines = shown.flatMap((entry) => lineWith(writing, entry) ?? []);
  return {
    ...(title === undefined ? {} : { title }),
    lines,
    ...moreOf(writing.words, {
      left: kept.length - shown.length,
      within: told,
      elsewhere: entries.length - fresh.length,
    }),
  };
}

export function untold(entries: readonly Entry[], told: ReadonlySet<string>): readonly Entry[] {
  return entries.filter((entry) => entry.origins.length > 1 || !told.has(sentenceOf(entry)));
}

/** By the day that they are told to have been on or to have begun, else that of their first report: "since August" is no day. */
function inOrderOfDays(entries: readonly Entry[]): Entry[] {
  const days = new Map(entries.map((entry) => [entry, dayOfAct(entry)]));
  return entries.toSorted((a, b) => (days.get(a)! < days.get(b)! ? -1 : days.get(a)! > days.get(b)! ? 1 : 0));
}

function dayOfAct({ lead, evidence }: Entry): string {
  const [first = ""] = evidence.map(({ at }) => dayOf(at)).sort();
  const { from, to } = (lead.kind === "event" ? lead.time : undefined) ?? {};
  return from === undefined || to === null ? first : from;
}

/** How many lines were left out: that tell less, that stand within another, and whose sentence another section tells. */
interface Left {
  readonly left: number;
  readonly within?: number;
  readonly elsewhere?: number;
}

/** What was left out, in words. */
export function moreOf({ brief }: Words, { left, within = 0, elsewhere = 0 }: Left): { more?: string } {
  const parts = [
    left > 0 ? brief.moreLines(left) : "",
    within > 0 ? brief.told(within) : "",
    elsewhere > 0 ? brief.toldElsewhere(elsewhere) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? {} : { more: brief.notShown(parts.join("; ")) };
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
