/** Entries that contradict one another, side by side, with who holds each. */
import type { Entry } from "../../model/entry.ts";
import { byWeight } from "../figure-order.ts";
import { tellersOf } from "../tellers.ts";
import { figureLine } from "./figures.ts";
import { lineWith, plainLine, type Writing } from "./lines.ts";
import type { Group, Section } from "./model.ts";

const most = 10;

export function contestedSection(writing: Writing): Section | undefined {
  const { brief } = writing.words;
  const disputes = disputesOf(writing.entries, writing.record);
  if (disputes.length === 0) return undefined;
  const shown = writing.all ? disputes : disputes.slice(0, most);
  const left = disputes.length - shown.length;
  const groups: Group[] = shown.map((sides) => ({
    sides: true,
    lines: sides.flatMap((entry) => {
      const held = plainLine(brief.heldBy(tellersOf(entry, writing.book.reports, writing.words)));
      const line = entry.kind === "figure" ? figureLine(writing, entry, [held]) : undefined;
      return line ?? lineWith(writing, entry, { under: [held] }) ?? [];
    }),
  }));
  if (left > 0) groups.push({ lines: [], more: brief.notShown(brief.moreDisputes(left)) });
  return {
    key: "contested",
    ...brief.section.contested,
    groups,
  };
}

/**
 * Entries that are joined by contradictions, the best borne out disputes first. A side stands there also where it lies
 * outside of the brief's span: the other alone would be no dispute.
 */
function disputesOf(entries: readonly Entry[], record: readonly Entry[]): Entry[][] {
  const byId = new Map(record.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  const disputes: Entry[][] = [];
  for (const entry of [...entries].sort(byWeight)) {
    if (entry.contradicts.length === 0 || seen.has(entry.id)) continue;
    const sides: Entry[] = [];
    const open = [entry];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      sides.push(next);
      for (const id of next.contradicts) {
        const other = byId.get(id);
        if (other !== undefined) open.push(other);
      }
    }
    disputes.push(sides);
  }
  return disputes;
}
