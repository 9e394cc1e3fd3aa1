/** What changed since a look, by kind of change. */
import type { Entry } from "../../model/entry.ts";
import { type News, newsKinds, type Since } from "../since.ts";
import { plainLine, toldOn, type Writing } from "./lines.ts";
import type { Group, Line, Section } from "./model.ts";
import { moreOf, type Selecting } from "./order.ts";

/** `since` says since when: "since desk last looked, 1 Oct 2031". */
export function changesSection({ news, passing }: Since, since: string, writing: Selecting): Section {
  const entries = new Map(writing.record.map((entry) => [entry.id, entry]));
  const { brief } = writing.words;
  const groups = newsKinds.flatMap((kind): Group[] => {
    const all = news.filter((one) => one.kind === kind);
    if (all.length === 0) return [];
    const shown = writing.all ? all : mostTelling(all, kind === "new" ? 20 : 12, entries, writing);
    return [
      {
        title: brief.changes[kind],
        lines: shown.map((one) => lineOfNews(one, entries, writing)),
        ...moreOf(writing.words, { left: all.length - shown.length }),
      },
    ];
  });
  const between = passing === 0 ? "" : brief.passing(passing);
  return {
    key: "changes",
    title: brief.section.changes.title,
    intro: `${groups.length === 0 ? brief.nothingChanged(since) : brief.changed(since)}${between}`,
    groups,
  };
}

/**
 * Of many changes those that tell most of the situation, acts before remarks, in the order in which they came: what came last
 * is seldom what matters. Days that have passed stand in the order of what they tell, as each says its day.
 */
function mostTelling(
  all: readonly News[],
  most: number,
  entries: ReadonlyMap<string, Entry>,
  { telling }: Selecting,
): readonly News[] {
  const isOverdue = all[0]?.kind === "overdue";
  if (all.length <= most && !isOverdue) return all;
  const byEntry = new Map<Entry, News>();
  for (const one of all) {
    const entry = entries.get(one.entries[0]!);
    if (entry !== undefined && !one.isRemark) byEntry.set(entry, one);
  }
  const chosen = new Set(telling.choose([...byEntry.keys()], most).map((entry) => byEntry.get(entry)!));
  for (const one of all) if (chosen.size < most) chosen.add(one);
  return isOverdue ? [...chosen] : all.filter((one) => chosen.has(one));
}

function lineOfNews(
  { sentence, entries, evidence }: News,
  byId: ReadonlyMap<string, Entry>,
  { book, words }: Writing,
): Line {
  const entry = byId.get(entries[0] ?? "");
  const shown = evidence.slice(0, 4);
  const left = evidence.length - shown.length;
  return plainLine(sentence, {
    ...(entries[0] === undefined ? {} : { entry: entries[0] }),
    notes: shown.flatMap(({ report, start, end }) => book.note(report, start, end) ?? []),
    tags: [
      entry === undefined ? "" : toldOn(entry, words),
      left === 0 ? "" : words.brief.moreSentences(left),
    ].filter((tag) => tag !== ""),
  });
}
