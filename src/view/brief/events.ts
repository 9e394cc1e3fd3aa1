/** Acts by how far they have got: what is told as done apart from what is not, and that apart from background. */
import type { Entry } from "../../model/entry.ts";
import { dueDay, isOverdue } from "../due.ts";
import { sentenceOf } from "./lines.ts";
import type { Section } from "./model.ts";
import { type GroupOptions, groupOf, type Selecting } from "./order.ts";

export type EventKey = "done" | "planned" | "uncertain" | "off" | "unstaged" | "background";

const most: Record<EventKey, number> = {
  done: 20,
  planned: 15,
  uncertain: 10,
  off: 12,
  unstaged: 10,
  background: 8,
};

/** Those that hold something. What is contested stands in its own section alone. */
export function eventSections(writing: Selecting, keys: readonly EventKey[]): Section[] {
  return keys.flatMap((key) => {
    const held = writing.entries.filter((entry) => eventKey(entry) === key && entry.contradicts.length === 0);
    if (held.length === 0) return [];
    const group = groupOf(writing, held, most[key], optionsOf(key, writing));
    return [{ key, ...writing.words.brief.section[key], groups: [group] }];
  });
}

/** What happened stands in its order. What has a day to come stands under what to watch; what is told above is not told again. */
function optionsOf(key: EventKey, { entries, now, told }: Selecting): GroupOptions {
  if (key === "done") return { byDay: true };
  if (key === "unstaged") return { but: told };
  if (key !== "planned") return {};
  const toCome = entries.filter(
    (entry) => entry.kind === "expectation" && dueDay(entry) !== undefined && !isOverdue(entry, now),
  );
  return { but: new Set(toCome.map(sentenceOf)) };
}

/** Where an act belongs; undefined for what is no act. */
function eventKey({ lead, status }: Entry): EventKey | undefined {
  if (lead.kind !== "event") return undefined;
  if (lead.event.background === true) return "background";
  if (status?.polarity === "denied" || status?.stage === "called-off") return "off";
  if (status?.stage === undefined) return "unstaged";
  if (status.stage !== "done" && status.stage !== "under-way") return "planned";
  // "Are we arming the next attackers?" asks, and tells of nothing how far it has got
  if (status.certainty === "unknown") return "unstaged";
  return status.certainty === "possible" ? "uncertain" : "done";
}
