/** What changed, latest first, by the day on which it became known. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Revision } from "../../src/api/schema/record.ts";
import { revisionsQuery } from "../api.ts";
import { day } from "../dates.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { EvidenceLink, parted } from "./Line.tsx";
import { Nothing } from "./states.tsx";

const first = 10;

export function Changes({ situation, revisions }: { situation: string; revisions: readonly Revision[] }) {
  const [all, setAll] = useState(false);
  const full = useQuery({ ...revisionsQuery(situation), enabled: all });
  const known = all ? (full.data?.revisions ?? revisions) : revisions.slice(0, first);
  if (revisions.length === 0) return <Nothing>{words.situation.changesNone}</Nothing>;
  const days = Map.groupBy(known, ({ knownAt }) => knownAt.slice(0, 10));
  return (
    <div className="changes">
      {[...days].map(([key, changes]) => (
        <div key={key} className="changes-day">
          <h3>{day(key)}</h3>
          <ul>
            {changes.map((revision) => (
              <li key={revision.id}>
                <Change revision={revision} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {!all && revisions.length > first && (
        <button type="button" className="show-all" onClick={() => setAll(true)}>
          {words.situation.allChanges(revisions.length)}
        </button>
      )}
    </div>
  );
}

export function Change({
  revision: { entry, change, from, to, line, language, reports },
}: {
  revision: Revision;
}) {
  const what = (
    <>
      <span className="change" data-change={change}>
        {words.change[change]}
      </span>{" "}
      {line !== undefined && (
        <>
          <span className="line-body" {...langOf(language)}>
            {parted(line)[0]}
          </span>{" "}
          <span className="line-notes">{parted(line)[1]}</span>
        </>
      )}
      {(from !== undefined || (to !== undefined && line === undefined)) && (
        <span className="change-values">
          {" "}
          {from !== undefined && <s>{from}</s>} {to !== undefined && <b>{to}</b>}
        </span>
      )}
    </>
  );
  if (line === undefined) return <span className="line">{what}</span>;
  const report = reports.at(-1);
  return (
    <EvidenceLink entry={entry} className="line" {...(report === undefined ? {} : { report })}>
      {what}
    </EvidenceLink>
  );
}
