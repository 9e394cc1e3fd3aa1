/** Acts by how far they have got: what is told as done apart from what is not, and that apart from background. */
import type { Entry } from "../../model/entry.ts";
import type { Writing } from "./lines.ts";
import type { Section } from "./model.ts";
import { groupOf } from "./order.ts";

export type EventKey = "done" | "planned" | "uncertain" | "off" | "unstaged" | "background";

interface EventSection {
  readonly title: string;
  readonly intro?: string;
  readonly most: number;
}

const sections: Record<EventKey, EventSection> = {
  done: { title: "What happened", most: 20 },
  planned: {
    title: "Planned, announced, threatened, discussed",
    intro: "None of this is told as having happened.",
    most: 15,
  },
  uncertain: {
    title: "Told, but not certain",
    intro: "Told as done or under way, in words that leave it open.",
    most: 10,
  },
  off: { title: "Denied or called off", most: 12 },
  unstaged: {
    title: "Also told of",
    intro: "Of these no report says how far they have got.",
    most: 10,
  },
  background: { title: "Background", intro: "What reports tell of earlier times.", most: 8 },
};

/** Those that hold something. What is contested stands in its own section alone. */
export function eventSections(writing: Writing, keys: readonly EventKey[]): Section[] {
  return keys.flatMap((key) => {
    const { title, intro, most } = sections[key];
    const held = writing.entries.filter((entry) => eventKey(entry) === key && entry.contradicts.length === 0);
    if (held.length === 0) return [];
    return [
      { key, title, ...(intro === undefined ? {} : { intro }), groups: [groupOf(writing, held, most)] },
    ];
  });
}

/** Where an act belongs; undefined for what is no act. */
function eventKey({ lead, status }: Entry): EventKey | undefined {
  if (lead.kind !== "event") return undefined;
  if (lead.event.background === true) return "background";
  if (status?.polarity === "denied" || status?.stage === "called-off") return "off";
  if (status?.stage === undefined) return "unstaged";
  if (status.stage !== "done" && status.stage !== "under-way") return "planned";
  return status.certainty === "asserted" || status.certainty === "probable" ? "done" : "uncertain";
}
