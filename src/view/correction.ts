/** A correction in a line, and the conflicts that it raised. */
import type { Conflict, Correction, EditValue, Target } from "../model/correction.ts";
import { valueWords } from "./line.ts";

/** "edit e0123: stage done → planned", "undo c0123". */
export function correctionLine({ action }: Correction): string {
  switch (action.kind) {
    case "merge":
      return `merge ${action.entries.map(({ entry }) => entry).join(" + ")}: ${lines(action.entries)}`;
    case "split":
      return `split ${sentences(action.evidence.length)} from ${of(action.entry)}`;
    case "edit":
      return `edit ${action.entry.entry}: ${action.field} ${changed(action.from, action.to)}; ${action.entry.line}`;
    case "reject":
      return action.evidence === undefined
        ? `reject ${of(action.entry)}`
        : `reject ${sentences(action.evidence.length)} of ${of(action.entry)}`;
    case "confirm":
      return `confirm ${of(action.entry)} as ${action.state}`;
    case "note":
      return `note on ${of(action.entry)}: “${action.text}”`;
    case "grade":
      if ("entry" in action) return `grade ${of(action.entry)}: credibility ${action.credibility}`;
      return `grade ${"publisher" in action.source ? action.source.publisher : `document ${action.source.document}`}: reliability ${action.reliability}`;
    case "accept-offer":
      return `${action.a.name} and ${action.b.name} are one`;
    case "decline-offer":
      return `${action.a.name} and ${action.b.name} are two`;
    case "put-in":
      return `put in ${action.report.report} (${action.report.title})`;
    case "take-out":
      return `take out ${action.report.report} (${action.report.title})`;
    case "undo":
      return `undo ${action.correction}`;
  }
}

export function conflictLine({ reason, why, entry }: Conflict): string {
  return `${entry === undefined ? "" : `${entry}: `}${why} (${reason})`;
}

const changed = (from: EditValue, to: EditValue) => `${valueWords(from)} → ${valueWords(to)}`;
const of = ({ entry, line }: Target) => `${entry} (${line})`;
const lines = (targets: readonly Target[]) => targets.map(({ line }) => line).join(" | ");
const sentences = (count: number) => `${count} sentence${count === 1 ? "" : "s"}`;
