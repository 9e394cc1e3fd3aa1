/** Corrections, a line each, as the audit trail shows them. */
import { many } from "./days.ts";

const sentences = (n: number) => many(n, "sentence");

export const correction = {
  merge: (ids: string, lines: string) => `merge ${ids}: ${lines}`,
  split: (n: number, entry: string) => `split ${sentences(n)} from ${entry}`,
  edit: (id: string, field: string, from: string, to: string, line: string) =>
    `edit ${id}: ${field} ${from} → ${to}; ${line}`,
  reject: (entry: string) => `reject ${entry}`,
  rejectSome: (n: number, entry: string) => `reject ${sentences(n)} of ${entry}`,
  confirm: (entry: string, state: string) => `confirm ${entry} as ${state}`,
  note: (entry: string, text: string) => `note on ${entry}: “${text}”`,
  gradeEntry: (entry: string, credibility: number) => `grade ${entry}: credibility ${credibility}`,
  gradeSource: (source: string, reliability: string | undefined, credibility: number | undefined) =>
    `grade ${source}: ${[
      reliability === undefined ? "" : `reliability ${reliability}`,
      credibility === undefined ? "" : `credibility ${credibility}`,
    ]
      .filter((words) => words !== "")
      .join(", ")}`,
  document: (id: string) => `document ${id}`,
  one: (a: string, b: string) => `${a} and ${b} are one`,
  two: (a: string, b: string) => `${a} and ${b} are two`,
  putIn: (report: string) => `put in ${report}`,
  takeOut: (report: string) => `take out ${report}`,
  undo: (id: string) => `undo ${id}`,
};
