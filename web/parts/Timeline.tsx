/** Events by when they hold. What is done and what is not stand in two columns, never in one list. */

import { useState } from "react";
import type { Situation } from "../../src/api/schema.ts";
import type { EntryLine } from "../../src/api/schema-lines.ts";
import { month, shortDay, span } from "../dates.ts";
import { words } from "../words.ts";
import { Line } from "./Line.tsx";
import { Nothing } from "./states.tsx";
import { StatusMark, statusWords } from "./status.tsx";

type Item = Situation["timeline"]["done"][number];

export function Timeline({
  timeline,
  entries,
}: {
  timeline: Situation["timeline"];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  return (
    <div className="timeline">
      <Lane
        title={words.situation.done}
        none={words.situation.doneNone}
        items={timeline.done}
        entries={entries}
      />
      <Lane
        title={words.situation.ahead}
        none={words.situation.aheadNone}
        items={timeline.ahead}
        entries={entries}
      />
    </div>
  );
}

function Lane({
  title,
  none,
  items,
  entries,
}: {
  title: string;
  none: string;
  items: readonly Item[];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(-latest);
  const months = Map.groupBy(shown, ({ from, to }) =>
    isYear(from, to) ? from.slice(0, 4) : from.slice(0, 7),
  );
  return (
    <div className="lane">
      <h3>{title}</h3>
      {items.length === 0 && <Nothing>{none}</Nothing>}
      {shown.length < items.length && (
        <button type="button" className="show-all" onClick={() => setAll(true)}>
          {words.situation.showEarlier(items.length - shown.length)}
        </button>
      )}
      {[...months].map(([key, ofMonth]) => (
        <div key={key} className="lane-month">
          <h4>{key.length === 4 ? key : month(key)}</h4>
          <ol>
            {ofMonth.map((item) => {
              const entry = entries.get(item.entry);
              return entry && <TimelineEvent key={item.entry} item={item} entry={entry} />;
            })}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** A lane begins with its latest events; the earlier ones are one press away. */
const latest = 24;

function isYear(from: string, to: string | null | undefined): boolean {
  return from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`;
}

function TimelineEvent({ item: { from, to, dated, background }, entry }: { item: Item; entry: EntryLine }) {
  return (
    <li className="event" data-background={background || undefined}>
      <span className="event-day" data-dated={dated}>
        {dated === "report" ? (
          <>
            <span className="event-dated">{words.situation.undatedReport}</span> {shortDay(from)}
          </>
        ) : (
          span(from, to)
        )}
      </span>
      <StatusMark status={entry.status} />
      <div className="event-text">
        <span className="event-status">
          {statusWords(entry.status)}
          {background && `, ${words.background}`}
        </span>
        <Line entry={entry} beside={statusWords(entry.status)} />
      </div>
    </li>
  );
}
