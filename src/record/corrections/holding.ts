/** Which corrections hold: those made until a moment, without what was undone until then. */
import { createHash } from "node:crypto";
import type { Correction, Mark } from "../../model/correction.ts";
import { instant } from "../tellings/time.ts";

/** With the id that the rest gives it. */
export function correctionOf({ situation, at, by, reason, action }: Omit<Correction, "id">): Correction {
  const body = { situation, at, by, ...(reason === undefined ? {} : { reason }), action };
  return { id: `c${createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 16)}`, ...body };
}

/** In the order in which they were made; `limit` is the last instant that counts. Undoings are left out. */
export function holding(corrections: readonly Correction[], limit: number): Correction[] {
  const made = [...new Map(corrections.map((one) => [one.id, one])).values()]
    .filter(({ at }) => instant(at) <= limit)
    .sort((a, b) => order(a.at, b.at) || order(a.id, b.id));
  const gone = undone(made);
  return made.filter(({ id, action }) => action.kind !== "undo" && !gone.has(id));
}

/** Ids of those that are undone. */
export function undone(corrections: readonly Correction[]): Set<string> {
  const undoing = undoingOf(corrections);
  const known = new Map<string, boolean>();
  for (const { id } of corrections) isUndone(id, undoing, known);
  return new Set([...known].flatMap(([id, is]) => (is ? [id] : [])));
}

export function markOf({ id, at, by, reason, action }: Correction): Mark {
  return { correction: id, kind: action.kind, at, by, ...(reason === undefined ? {} : { reason }) };
}

function undoingOf(corrections: readonly Correction[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, action } of corrections)
    if (action.kind === "undo") found.set(action.correction, [...(found.get(action.correction) ?? []), id]);
  return found;
}

/** Undone by an undoing that is not undone itself. An id is made from the one that it undoes, so there is no circle. */
function isUndone(
  first: string,
  undoing: ReadonlyMap<string, readonly string[]>,
  known: Map<string, boolean>,
): void {
  const open = [first];
  while (open.length > 0) {
    const id = open.at(-1)!;
    const waiting = (undoing.get(id) ?? []).filter((one) => !known.has(one));
    if (waiting.length > 0 && open.length < deepest) open.push(...waiting);
    else {
      known.set(
        id,
        (undoing.get(id) ?? []).some((one) => known.get(one) === false),
      );
      open.pop();
    }
  }
}

/** More than anybody undoes in a row: it ends, whatever was stored. */
const deepest = 100_000;

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
