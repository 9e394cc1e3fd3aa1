/** A list of lines; a long one shows its beginning first. */
import type { EntryLine } from "../../src/api/schema/lines.ts";
import { day } from "../dates.ts";
import { Line } from "./Line.tsx";
import { ShowFirst } from "./ShowFirst.tsx";
import { Nothing } from "./states.tsx";

export function Lines({
  entries,
  none,
  first = 12,
  columns = false,
}: {
  entries: readonly EntryLine[];
  none: string;
  first?: number;
  columns?: boolean;
}) {
  if (entries.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <ShowFirst first={first} count={entries.length}>
      {(count) => (
        <ul className={columns ? "lines columns" : "lines"}>
          {entries.slice(0, count).map((entry) => (
            <li key={entry.id}>
              {entry.expectation?.by && <span className="due">{day(entry.expectation.by)}</span>}
              <Line entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </ShowFirst>
  );
}
