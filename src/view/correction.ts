/** A correction in a line, and the conflicts that it raised. */
import type { Conflict, Correction, EditValue, Target } from "../model/correction.ts";
import { valueWords } from "./line.ts";
import { english, type Words } from "./words/words.ts";

/** "edit e0123: stage done → planned", "undo c0123". */
export function correctionLine({ action }: Correction, words: Words = english): string {
  const { correction: said, line } = words;
  switch (action.kind) {
    case "merge":
      return said.merge(action.entries.map(({ entry }) => entry).join(" + "), lines(action.entries));
    case "split":
      return said.split(action.evidence.length, of(action.entry));
    case "edit": {
      const { entry, field, from, to } = action;
      const value = (of: EditValue) => line.fieldValue(field, valueWords(of, words));
      return said.edit(entry.entry, line.field(field), value(from), value(to), entry.line);
    }
    case "reject":
      return action.evidence === undefined
        ? said.reject(of(action.entry))
        : said.rejectSome(action.evidence.length, of(action.entry));
    case "confirm":
      return said.confirm(of(action.entry), words.value(action.state));
    case "note":
      return said.note(of(action.entry), action.text);
    case "grade":
      if ("entry" in action) return said.gradeEntry(of(action.entry), action.credibility);
      return said.gradeSource(
        "publisher" in action.source ? action.source.publisher : said.document(action.source.document),
        action.reliability,
        action.credibility,
      );
    case "accept-offer":
      return said.one(action.a.name, action.b.name);
    case "decline-offer":
      return said.two(action.a.name, action.b.name);
    case "put-in":
      return said.putIn(`${action.report.report} (${action.report.title})`);
    case "take-out":
      return said.takeOut(`${action.report.report} (${action.report.title})`);
    case "undo":
      return said.undo(action.correction);
  }
}

export function conflictLine({ reason, why, entry }: Conflict): string {
  return `${entry === undefined ? "" : `${entry}: `}${why} (${reason})`;
}

const of = ({ entry, line }: Target) => `${entry} (${line})`;
const lines = (targets: readonly Target[]) => targets.map(({ line }) => line).join(" | ");
