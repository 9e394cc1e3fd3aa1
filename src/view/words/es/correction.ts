import type { correction as english } from "../en/correction.ts";
import { many } from "./days.ts";

const sentences = (n: number) => many(n, "oración", "oraciones");

export const correction: typeof english = {
  merge: (ids, lines) => `unir ${ids}: ${lines}`,
  split: (n, entry) => `separar ${sentences(n)} de ${entry}`,
  edit: (id, field, from, to, line) => `editar ${id}: ${field}, ${from} → ${to}; ${line}`,
  reject: (entry) => `rechazar ${entry}`,
  rejectSome: (n, entry) => `rechazar ${sentences(n)} de ${entry}`,
  confirm: (entry, state) => `confirmar ${entry} como ${state}`,
  note: (entry, text) => `nota sobre ${entry}: «${text}»`,
  gradeEntry: (entry, credibility) => `calificar ${entry}: credibilidad ${credibility}`,
  gradeSource: (source, reliability, credibility) =>
    `calificar ${source}: ${[
      reliability === undefined ? "" : `fiabilidad ${reliability}`,
      credibility === undefined ? "" : `credibilidad ${credibility}`,
    ]
      .filter((words) => words !== "")
      .join(", ")}`,
  document: (id) => `el documento ${id}`,
  one: (a, b) => `${a} y ${b} son uno solo`,
  two: (a, b) => `${a} y ${b} son distintos`,
  putIn: (report) => `incluir ${report}`,
  takeOut: (report) => `sacar ${report}`,
  undo: (id) => `deshacer ${id}`,
};
