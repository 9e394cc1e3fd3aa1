/** The brief: of each kind the few lines best supported, in columns like a front page. */
import { memo } from "react";
import type { EntryLine } from "../../src/api/schema/lines.ts";
import type { Situation } from "../../src/api/schema/situation.ts";
import { words } from "../words.ts";
import { Line } from "./Line.tsx";
import { Nothing } from "./states.tsx";
import { StatusMark, statusWords } from "./status.tsx";

export const Brief = memo(function Brief({
  brief,
  entries,
}: {
  brief: Situation["brief"];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  if (brief.length === 0) return <Nothing>{words.situation.empty}</Nothing>;
  return (
    <div className="brief">
      {brief.map(({ key, entries: ids, more }) => (
        <div key={key} className="brief-part">
          <h3>{words.part[key]}</h3>
          <ul className="lines">
            {ids.map((id) => {
              const entry = entries.get(id);
              return (
                entry && (
                  <li key={id}>
                    {entry.kind === "event" ? (
                      <StatusMark status={entry.status} label={statusWords(entry.status)} />
                    ) : (
                      <span className="mark-space" />
                    )}
                    <Line entry={entry} />
                  </li>
                )
              );
            })}
          </ul>
          {more > 0 && (
            <p className="more">
              <a href={`#${target[key]}`}>{words.situation.more(more)}</a>
            </p>
          )}
        </div>
      ))}
    </div>
  );
});

const target: Record<Situation["brief"][number]["key"], string> = {
  done: "timeline",
  ahead: "timeline",
  off: "timeline",
  contested: "figures",
  figures: "figures",
  positions: "positions",
  legal: "legal",
  watch: "outlook",
};
