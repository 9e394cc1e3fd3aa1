/** How a score is printed: one line for each gold line, and the table. */
import type { EntryJson } from "../src/view/json.ts";
import type { LineScore, Score } from "./expected.ts";

export interface Row {
  readonly name: string;
  readonly score: Score;
}

const columns = ["lines", "touched", "kind", "status", "certainty", "speaker", "value", "found"] as const;

/** The table: one row a gold file, one a kind, and the sum. A cell is "right/asked". */
export function table(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ score }) => score.lines);
  const kinds = [...new Set(lines.map(({ line }) => line.kind))].sort();
  const body = [
    ...rows.map(({ name, score }) => [name, ...cells(score.lines), String(score.violations.length)]),
    ...kinds.map((kind) => [`all: ${kind}`, ...cells(lines.filter(({ line }) => line.kind === kind)), ""]),
    ["all", ...cells(lines), String(rows.reduce((sum, { score }) => sum + score.violations.length, 0))],
  ];
  const all = [["", ...columns, "violated"], ...body];
  const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  return all
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "),
    )
    .join("\n");
}

function cells(lines: readonly LineScore[]): string[] {
  return columns.map((column) => {
    if (column === "lines") return String(lines.length);
    const asked = lines.filter((line) => line[column] !== undefined);
    return `${asked.filter((line) => line[column]).length}/${asked.length}`;
  });
}

/** One line for each gold line: what was right and, where it was not found, what stood there instead. */
export function lineReport({ line, entry, ...score }: LineScore): string {
  const parts = (["kind", "status", "certainty", "speaker", "value"] as const)
    .filter((part) => score[part] !== undefined)
    .map((part) => (score[part] ? part : `no ${part}`));
  const mark = score.found ? "+" : "-";
  const instead =
    score.found || entry === undefined ? "" : `\n      came out: ${entry.line} ${stateOf(entry)}`;
  const quote = line.quote.length > 90 ? `${line.quote.slice(0, 89)}…` : line.quote;
  return `  ${mark} ${line.id} ${line.kind} “${quote}”: ${score.touched ? parts.join(", ") : "nothing there"}${instead}`;
}

export function stateOf({ status, speaker }: EntryJson): string {
  const state = [status?.stage, status?.polarity, status?.certainty].filter((part) => part !== undefined);
  return `[${state.join("/")}; ${speaker.kind}${speaker.name === undefined ? "" : ` ${speaker.name}`}]`;
}
