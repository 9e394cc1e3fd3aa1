/** What every benchmark prints: what ran, where, when, and a table. */
import { cpus, totalmem } from "node:os";

export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** The head line: command, machine, date. */
export function heading(name: string): string {
  const cpu = cpus();
  const machine = `${cpu.length} × ${cpu[0]?.model.trim() ?? "unknown CPU"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const command = `npm run bench -- ${[name, ...process.argv.slice(2)].join(" ")}`;
  return `${command}\n${machine}, ${new Date().toISOString().slice(0, 10)}\n`;
}

/** A Markdown table with padded columns. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = columns.map((column, i) =>
    Math.max(3, column.title.length, ...cells.map((row) => (row[i] ?? "").length)),
  );
  const pad = (text: string, i: number) =>
    columns[i]?.right ? text.padStart(widths[i]!) : text.padEnd(widths[i]!);
  const lines = [
    columns.map((column, i) => pad(column.title, i)),
    columns.map((column, i) => (column.right ? `${"-".repeat(widths[i]! - 1)}:` : "-".repeat(widths[i]!))),
    ...cells.map((row) => columns.map((_, i) => pad(row[i] ?? "", i))),
  ];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** Middle value of some timings. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
