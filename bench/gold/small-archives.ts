/**
 * Small archives drawn from a large set: what somebody has who has just begun. One of any happenings, and one of a single
 * subject, whose happenings are those that are most like one another. No chance in it: the same set gives the same archives.
 */
import type { Report } from "../../src/model/report.ts";
import { fold } from "../../src/record/tellings/words.ts";
import type { Grouping } from "./clusters.ts";

export const subjects = ["any", "one"] as const;
export type Subjects = (typeof subjects)[number];

export interface SmallArchive {
  readonly subjects: Subjects;
  /** Reports that it has, or a few more, as a happening comes with all that were drawn of it. */
  readonly size: number;
  readonly reports: readonly Report[];
}

/** Reports that an archive has. */
export const smallSizes = [4, 10, 25, 60] as const;
/** Most reports on one happening. */
const most = 6;
/** Characters of a text that tell its subject. */
const opening = 1500;

/** `each` archives of every size and kind. */
export function smallArchives(gold: Grouping, reports: readonly Report[], each: number): SmallArchive[] {
  const happenings = [...Map.groupBy(reports, ({ id }) => gold.get(id)!)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, reports]) => reports);
  const alike = likeness(happenings);
  const chance = chances(1);
  return subjects.flatMap((kind) =>
    smallSizes.flatMap((size) =>
      Array.from({ length: each }, () => {
        const first = Math.floor(chance() * happenings.length);
        const order = happenings
          .map((reports, i) => ({ reports, rank: kind === "any" ? chance() : alike(first, i) }))
          .sort((a, b) => b.rank - a.rank);
        const drawn: Report[] = [];
        for (const { reports } of order) {
          if (drawn.length >= size) break;
          drawn.push(...reports.slice(0, 1 + Math.floor(chance() * most)));
        }
        return { subjects: kind, size, reports: drawn };
      }),
    ),
  );
}

/** How like two happenings are by the words of their reports, the rarer the more; each is most like itself. */
function likeness(happenings: readonly (readonly Report[])[]): (a: number, b: number) => number {
  const words = happenings.map(
    (reports) =>
      new Set(
        reports.flatMap(
          ({ title = "", text }) => fold(`${title}\n${text.slice(0, opening)}`).match(/\p{L}{4,}/gu) ?? [],
        ),
      ),
  );
  const count = new Map<string, number>();
  for (const own of words) for (const word of own) count.set(word, (count.get(word) ?? 0) + 1);
  return (a, b) => {
    if (a === b) return Number.POSITIVE_INFINITY;
    let common = 0;
    for (const word of words[a]!)
      if (words[b]!.has(word)) common += Math.log(happenings.length / count.get(word)!) ** 2;
    return common / Math.sqrt(words[a]!.size * words[b]!.size);
  };
}

/** Numbers from 0 to 1, the same each time. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
