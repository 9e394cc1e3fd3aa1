/** A list of lines; a long one shows its beginning first. */
import { useState } from "react";
import type { Entry } from "../../src/api/schema.ts";
import { day } from "../dates.ts";
import { words } from "../words.ts";
import { Line } from "./Line.tsx";
import { Nothing } from "./states.tsx";

export function Lines({
  entries,
  none,
  first = 12,
  columns = false,
}: {
  entries: readonly Entry[];
  none: string;
  first?: number;
  columns?: boolean;
}) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <Nothing>{none}</Nothing>;
  const shown = all ? entries : entries.slice(0, first);
  return (
    <>
      <ul className={columns ? "lines columns" : "lines"}>
        {shown.map((entry) => (
          <li key={entry.id}>
            {entry.expectation?.by && <span className="due">{day(entry.expectation.by)}</span>}
            <Line entry={entry} />
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <button type="button" className="show-all" onClick={() => setAll(true)}>
          {words.situation.showAll(entries.length)}
        </button>
      )}
    </>
  );
}
