/** The status of an act by form and word. Filled is done; hollow is not; dashed is not sure; struck is denied or off. */
import type { Entry, Status } from "../../src/api/schema/entry.ts";
import { words } from "../words.ts";

type Shape = "full" | "half" | "ring" | "dotted" | "inner" | "bar" | "wedge" | "none";

const shapes: Record<NonNullable<Status["stage"]>, Shape> = {
  discussed: "dotted",
  planned: "ring",
  announced: "bar",
  authorised: "inner",
  threatened: "wedge",
  attempted: "half",
  "under-way": "half",
  done: "full",
  "called-off": "ring",
};

/** "planned, possible"; "denied"; "not done" of what was prevented; "called off". */
export function statusWords(status: Status | undefined): string {
  if (status === undefined) return "";
  const { stage, polarity, certainty, unrealised } = status;
  // "Done, denied" would say both; a denial is of the deed.
  const denied = polarity === "denied";
  const parts = [
    stage === undefined || (denied && stage === "done") ? "" : words.stage[stage],
    denied ? (unrealised ? words.notDone : words.denied) : "",
    words.certainty[certainty],
  ];
  return parts.filter((part) => part !== "").join(", ") || words.noStage;
}

/** The form alone; the word stands beside it or is read out. */
export function StatusMark({ status, label }: { status: Status | undefined; label?: string }) {
  const shape = status?.stage === undefined ? "none" : shapes[status.stage];
  const struck = status?.polarity === "denied" || status?.stage === "called-off";
  const unsure = status !== undefined && status.certainty !== "asserted";
  return (
    <>
      <svg
        className="mark"
        data-shape={shape}
        data-unsure={unsure || undefined}
        data-struck={struck || undefined}
        viewBox="0 0 16 16"
        aria-hidden="true"
      >
        {shape === "wedge" ? (
          <path className="mark-line" d="M8 2.5 14 13.5H2Z" />
        ) : (
          <circle className="mark-line" cx="8" cy="8" r="5.5" />
        )}
        {shape === "full" && <circle className="mark-fill" cx="8" cy="8" r={unsure ? 3 : 5.5} />}
        {shape === "half" && <path className="mark-fill" d="M8 2.5a5.5 5.5 0 0 0 0 11Z" />}
        {shape === "inner" && <circle className="mark-fill" cx="8" cy="8" r="2.25" />}
        {shape === "bar" && <path className="mark-line" d="M5 8h6" />}
        {struck && <path className="mark-strike" d="M1.5 14.5 14.5 1.5" />}
      </svg>
      {label !== undefined && <span className="unseen">{label}: </span>}
    </>
  );
}

/** Status words with their form, for kinds that have a stage. */
export function StatusTag({ entry }: { entry: Pick<Entry, "status" | "contradicts" | "kind"> }) {
  const { status, contradicts } = entry;
  const staged = status?.stage !== undefined || status?.polarity === "denied";
  return (
    <>
      {entry.kind === "event" && (
        <span className="status">
          <StatusMark status={status} /> {statusWords(status)}
        </span>
      )}
      {entry.kind !== "event" && staged && status?.certainty !== "asserted" && status !== undefined && (
        <span className="status">{words.certainty[status.certainty]}</span>
      )}
      {contradicts !== undefined && <span className="contested">{words.contested}</span>}
    </>
  );
}
