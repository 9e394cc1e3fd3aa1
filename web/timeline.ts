/** What a timeline can be narrowed by, and where its events stand on an axis. */

import type { EntryLine } from "../src/api/schema/lines.ts";
import type { Situation } from "../src/api/schema/situation.ts";

export type Item = Situation["timeline"]["done"][number];
export interface Shown {
  readonly item: Item;
  readonly entry: EntryLine;
}

export const filters = ["stage", "act", "who", "where"] as const;
export type Filter = (typeof filters)[number];
export type Chosen = { readonly [F in Filter]?: string | undefined };

/** The values of an event that a filter goes by. */
const valuesOf: Record<Filter, (entry: EntryLine) => readonly string[]> = {
  stage: ({ status }) => [status?.polarity === "denied" ? "denied" : (status?.stage ?? "none")],
  act: ({ event }) => (event?.type === undefined ? [] : [event.type]),
  who: ({ actors, recipients }) => [...actors, ...recipients],
  where: ({ places }) => places.map(({ name }) => name),
};

export function narrowed(items: readonly Shown[], chosen: Chosen): Shown[] {
  const given = filters.flatMap((filter) =>
    chosen[filter] === undefined ? [] : [[valuesOf[filter], chosen[filter]] as const],
  );
  return items.filter(({ entry }) => given.every(([values, value]) => values(entry).includes(value)));
}

/** The values of a filter among what the others leave, most frequent first. */
export function counted(
  items: readonly Shown[],
  filter: Filter,
  chosen: Chosen,
): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { entry } of narrowed(items, { ...chosen, [filter]: undefined }))
    for (const value of new Set(valuesOf[filter](entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** An event on the axis: shares of its width from 0 to 1, and the row it stands in. */
export interface Placed extends Shown {
  readonly left: number;
  readonly width: number;
  readonly row: number;
  /** Has no end yet, or one past the axis. */
  readonly isOpen: boolean;
}

export interface Axis {
  readonly from: string;
  readonly to: string;
  readonly months: readonly { readonly at: string; readonly left: number }[];
  readonly lanes: readonly { readonly placed: readonly Placed[]; readonly rows: number }[];
  /** Long before it, or long after. */
  readonly outside: number;
}

const day = 86_400_000;
/** How far the axis reaches before the first report and after the last, at most. */
const before = 150 * day;
const after = 150 * day;
const mostRows = 10;
const mostMonths = 12;

/** Lanes one under the other on one scale; `apart` is the share of the width that a mark takes. */
export function axisOf(
  lanes: readonly (readonly Shown[])[],
  published: { readonly first: string; readonly last: string },
  apart: number,
): Axis | undefined {
  const [least, most] = [Date.parse(published.first) - before, Date.parse(published.last) + after];
  const timed = lanes.map((items) =>
    items
      .map((shown) => ({ shown, from: Date.parse(shown.item.from), to: endOf(shown.item) }))
      .filter(({ from, to }) => to >= least && from <= most)
      .sort((a, b) => a.from - b.from || a.to - b.to),
  );
  const all = timed.flat();
  if (all.length < 2) return undefined;
  const from = Math.max(least, Math.min(...all.map(({ from }) => from)));
  const ends = all.map(({ from, to }) => (Number.isFinite(to) ? to : from));
  const to = Math.min(most, Math.max(...ends, Date.parse(published.last))) + day;
  const share = (time: number) => Math.min(1, Math.max(0, (time - from) / (to - from)));
  return {
    from: iso(from),
    to: iso(to - day),
    months: monthsOf(from, to, share),
    lanes: timed.map((items) => {
      const rows: number[] = [];
      const placed = items.map(({ shown, from, to: end }) => {
        const left = share(from);
        const right = share(Math.min(end, to));
        let row = rows.findIndex((taken) => taken + apart <= left);
        if (row < 0) row = rows.length < mostRows ? rows.length : rows.indexOf(Math.min(...rows));
        rows[row] = shown.item.to === undefined ? left : right;
        const width = shown.item.to === undefined ? 0 : right - left;
        return { ...shown, left, width, row, isOpen: end > to };
      });
      return { placed, rows: rows.length };
    }),
    outside: lanes.flat().length - all.length,
  };
}

/** End of its last day; of what is open, without end. */
function endOf({ from, to }: Item): number {
  return to === null ? Number.POSITIVE_INFINITY : Date.parse(to ?? from) + day;
}

function monthsOf(from: number, to: number, share: (time: number) => number): Axis["months"] {
  const months: { at: string; left: number }[] = [];
  const begin = new Date(from);
  for (let i = 0; i < 600; i++) {
    const time = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + i, 1);
    if (time > to) break;
    if (time >= from) months.push({ at: iso(time), left: share(time) });
  }
  const each = Math.ceil(months.length / mostMonths);
  return months.filter((_, i) => i % each === 0);
}

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
