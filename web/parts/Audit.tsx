/** The audit trail: all that analysts said of the record, newest first, each to be taken back. */
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { Correction } from "../../src/api/schema/corrections.ts";
import { moment } from "../dates.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";
import { ShowFirst } from "./ShowFirst.tsx";
import { Nothing } from "./states.tsx";

export function Audit({
  situation,
  corrections,
  entries,
  undo,
}: {
  situation: string;
  corrections: readonly Correction[];
  entries: { has: (id: string) => boolean };
  undo: (correction: Correction) => void;
}) {
  if (corrections.length === 0) return <Nothing>{area.review.auditNone}</Nothing>;
  return (
    <ShowFirst first={30} count={corrections.length}>
      {(count) => (
        <ol className="audit">
          {corrections
            .toReversed()
            .slice(0, count)
            .map((correction) => {
              const { id, at, by, reason, action, line, undone } = correction;
              const entry = entryOf(action);
              return (
                <li key={id} data-undone={undone || undefined}>
                  <p className="audit-head">
                    <b>{kindOf(action)}</b>
                    {undone && <span className="audit-undone">{area.review.undone}</span>}
                    <span className="faint">
                      {by}, {moment(at.replace(/\.\d+Z$/u, "Z"))}
                    </span>
                  </p>
                  <p className="audit-line">{line}</p>
                  {reason !== undefined && <p className="audit-why">{reason}</p>}
                  <p className="audit-acts">
                    {!undone && (
                      <Button className="press" onPress={() => undo(correction)}>
                        {area.correct.undo}
                        <span className="unseen">: {line.slice(0, 200)}</span>
                      </Button>
                    )}
                    {entry !== undefined && entries.has(entry) && (
                      <Link to="/situations/$situation" params={{ situation }} search={{ entry }}>
                        {words.keys.open}
                        <span className="unseen">: {line.slice(0, 200)}</span>
                      </Link>
                    )}
                  </p>
                </li>
              );
            })}
        </ol>
      )}
    </ShowFirst>
  );
}

function kindOf({ kind, evidence }: Correction["action"]): string {
  // Without sentences it is of the whole entry.
  if (kind === "reject" && evidence === undefined) return area.review.rejected;
  return area.corrected.kind[kind] ?? kind;
}

/** The entry that it is about, as it was named then. */
function entryOf(action: Correction["action"]): string | undefined {
  const first = Array.isArray(action.entries) ? action.entries[0] : action.entry;
  if (typeof first !== "object" || first === null || !("entry" in first)) return undefined;
  return typeof first.entry === "string" ? first.entry : undefined;
}
