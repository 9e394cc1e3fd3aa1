/**
 * A page's runs of text to its lines in the order in which they are read: the page is cut where a white gutter runs
 * through it, from left to right, and where it is white from side to side, from top to bottom, and so on within
 * what was cut (recursive XY cut: Nagy and Seth, 1984).
 */
import type { Page, Run } from "./page.ts";

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Which of the page's columns it stands in, counted in the order of reading, and the column's edges. */
  readonly column: number;
  readonly left: number;
  readonly end: number;
}

export function linesOf(rows: readonly Row[]): Line[] {
  const columns: Row[][] = [];
  cut(rows, columns, 0);
  return columns.flatMap((column, index) => {
    const left = Math.min(...column.map(leftOf));
    const end = Math.max(...column.map(rightOf));
    return column.map((row) => lineOf(row, index, left, end));
  });
}

/** Runs on one baseline, from left to right. */
export type Row = readonly Run[];

const leftOf = (row: Row) => row[0]!.x;
const rightOf = (row: Row) => row.reduce((right, run) => Math.max(right, run.x + run.width), 0);
const sizeOf = (row: Row) => row.reduce((size, run) => Math.max(size, run.size), 0);
const lettersOf = (row: Row) => row.reduce((sum, run) => sum + run.text.length, 0);

/** A page's rows from top to bottom. */
export function rowsOf({ runs }: Page): Row[] {
  const rows: Run[][] = [];
  let base = 0;
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    // Raised and lowered figures and letters belong to the line that they stand in.
    if (row !== undefined && run.y - base < 0.35 * Math.max(run.size, row[0]!.size)) row.push(run);
    else {
      rows.push([run]);
      base = run.y;
    }
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Pages are cut this often at most, one within the other. */
const deepest = 12;

function cut(rows: readonly Row[], columns: Row[][], depth: number): void {
  if (rows.length === 0) return;
  if (depth < deepest && rows.length > 3) {
    const gutter = gutterIn(rows);
    if (gutter !== undefined) {
      const [left, right] = halves(rows, gutter);
      cut(left, columns, depth + 1);
      cut(right, columns, depth + 1);
      return;
    }
    const at = columnsBegin(rows) ?? columnsEnd(rows);
    if (at !== undefined) {
      cut(rows.slice(0, at), columns, depth + 1);
      cut(rows.slice(at), columns, depth + 1);
      return;
    }
    // Columns between a headline and a box that both go across: only where cutting shows columns.
    const gap = widestGap(rows);
    if (gap !== undefined) {
      const bands: Row[][] = [];
      cut(rows.slice(0, gap), bands, depth + 1);
      cut(rows.slice(gap), bands, depth + 1);
      if (bands.length > 2) {
        columns.push(...bands);
        return;
      }
    }
  }
  columns.push([...rows]);
}

/** The row below the most white, where there is more than between lines. */
function widestGap(rows: readonly Row[]): number | undefined {
  const gaps = rows.slice(1).map((row, i) => row[0]!.y - rows[i]![0]!.y);
  const widest = gaps.reduce((best, gap, i) => (gap > gaps[best]! ? i : best), 0);
  return gaps[widest]! > 1.4 * median(gaps) ? widest + 1 : undefined;
}

function halves(rows: readonly Row[], gutter: number): [Row[], Row[]] {
  const left: Row[] = [];
  const right: Row[] = [];
  for (const row of rows) {
    const before = row.filter((run) => run.x + run.width / 2 < gutter);
    const after = row.filter((run) => run.x + run.width / 2 >= gutter);
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  return [left, right];
}

/** What text covers of the page's width, as spans from left to right. */
type Cover = readonly (readonly [from: number, to: number])[];

function covered(cover: Cover, row: Row): Cover {
  const spans = [...cover, ...row.map((run) => [run.x, run.x + run.width] as const)].sort(
    (a, b) => a[0] - b[0],
  );
  const joined: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The widest white strip from top to bottom that has columns of prose on both sides. */
function gutterIn(rows: readonly Row[]): number | undefined {
  const cover = rows.reduce(covered, [] as Cover);
  return gutterOf(cover, rows);
}

function gutterOf(cover: Cover, rows: readonly Row[]): number | undefined {
  let best: number | undefined;
  let widest = 0;
  const size = median(rows.map(sizeOf));
  for (let i = 1; i < cover.length; i++) {
    const [from, to] = [cover[i - 1]![1], cover[i]![0]];
    const width = to - from;
    if (width < Math.max(6, 0.7 * size) || width <= widest) continue;
    const middle = (from + to) / 2;
    if (!halves(rows, middle).every(isProse)) continue;
    best = middle;
    widest = width;
  }
  return best;
}

/** A column of text has lines that are about as long as each other, each of some words: a table's column has not. */
function isProse(rows: readonly Row[]): boolean {
  if (rows.length < 3) return false;
  const letters = rows.map(lettersOf);
  const left = Math.min(...rows.map(leftOf));
  const width = Math.max(...rows.map(rightOf)) - left;
  const full = rows.filter((row) => rightOf(row) - left > 0.75 * width).length;
  return median(letters) >= 16 && full >= 0.5 * rows.length;
}

/** The first row from which down to the last there is a gutter. */
function columnsBegin(rows: readonly Row[]): number | undefined {
  return partAt(
    rows,
    (from) => rows.slice(from),
    [...rows].reverse(),
    (taken) => rows.length - taken,
  );
}

/** The row behind the last one down to which from the first there is a gutter. */
function columnsEnd(rows: readonly Row[]): number | undefined {
  return partAt(
    rows,
    (to) => rows.slice(0, to),
    rows,
    (taken) => taken,
  );
}

/** The largest part, grown row by row, that a gutter runs through. */
function partAt(
  rows: readonly Row[],
  part: (at: number) => readonly Row[],
  order: readonly Row[],
  atOf: (taken: number) => number,
): number | undefined {
  let cover: Cover = [];
  const open: number[] = [];
  for (const [i, row] of order.entries()) {
    cover = covered(cover, row);
    if (i > 0 && cover.length < 2) break;
    if (i + 1 >= 3 && i + 1 < rows.length && cover.length > 1) open.push(atOf(i + 1));
  }
  // From the largest part down; a few suffice, as a part one row smaller has the same gutter.
  for (const at of open.reverse().slice(0, 8)) if (gutterIn(part(at)) !== undefined) return at;
  return undefined;
}

/** A row's words as one line. */
export function textOf(row: Row): string {
  const isRightToLeft = 2 * row.filter((run) => run.isRightToLeft).length > row.length;
  let text = "";
  let edge: number | undefined;
  for (const run of isRightToLeft ? [...row].reverse() : row) {
    const gap = edge === undefined ? 0 : isRightToLeft ? edge - (run.x + run.width) : run.x - edge;
    if (edge !== undefined && gap > 0.12 * run.size && !text.endsWith(" ") && !run.text.startsWith(" "))
      text += " ";
    text += run.text;
    edge = isRightToLeft ? run.x : run.x + run.width;
  }
  return text.trim();
}

function lineOf(row: Row, column: number, left: number, end: number): Line {
  return {
    text: textOf(row),
    x: leftOf(row),
    right: rightOf(row),
    y: row[0]!.y,
    size: sizeOf(row),
    column,
    left,
    end,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
