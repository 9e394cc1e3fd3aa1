/** Events by when they hold. What is done and what is not stand in two columns, never in one list. */

import { getRouteApi } from "@tanstack/react-router";
import {
  lazy,
  memo,
  Suspense,
  startTransition,
  useCallback,
  useDeferredValue,
  useMemo,
  useState,
} from "react";
import type { EntryLine } from "../../src/api/schema/lines.ts";
import type { Situation } from "../../src/api/schema/situation.ts";
import type { When } from "../api.ts";
import { month, shortDay, span } from "../dates.ts";
import { type Filter, filters, type Item, narrowed, type Shown } from "../timeline.ts";
import { words } from "../words.ts";
import { Axis } from "./Axis.tsx";
import { Line } from "./Line.tsx";
import { Near } from "./Near.tsx";
import { Nothing } from "./states.tsx";
import { StatusMark, statusWords } from "./status.tsx";
import { TimelineFilters } from "./TimelineFilters.tsx";

const KeyDays = lazy(() => import("./KeyDays.tsx"));
const situationRoute = getRouteApi("/situations/$situation");

export const Timeline = memo(function Timeline({
  situation,
  when,
  timeline,
  entries,
  published,
}: {
  situation: string;
  when: When;
  timeline: Situation["timeline"];
  entries: ReadonlyMap<string, EntryLine>;
  published: Situation["published"];
}) {
  const chosen = situationRoute.useSearch({
    select: ({ stage, act, who, where }) => ({ stage, act, who, where }),
    structuralSharing: true,
  });
  const navigate = situationRoute.useNavigate();
  const choose = useCallback(
    (filter: Filter, value: string | undefined) =>
      void navigate({
        search: ({ [filter]: _, ...rest }) => (value === undefined ? rest : { ...rest, [filter]: value }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const [done, ahead] = useMemo(() => {
    const known = (items: readonly Item[]) =>
      items.flatMap((item) => {
        const entry = entries.get(item.entry);
        return entry === undefined ? [] : [{ item, entry }];
      });
    return [known(timeline.done), known(timeline.ahead)];
  }, [timeline, entries]);
  const all = useMemo(() => [...done, ...ahead], [done, ahead]);
  // What was pressed is shown as pressed before the events are sorted out anew.
  const drawn = useDeferredValue(chosen);
  const [doneLeft, aheadLeft] = useMemo(
    () => [narrowed(done, drawn), narrowed(ahead, drawn)],
    [done, ahead, drawn],
  );
  const lanes = useMemo(
    () => [
      { title: words.timeline.done, items: doneLeft },
      { title: words.timeline.ahead, items: aheadLeft },
    ],
    [doneLeft, aheadLeft],
  );
  const left = doneLeft.length + aheadLeft.length;
  const isNarrowed = filters.some((filter) => drawn[filter] !== undefined);
  return (
    <>
      <Near fallback="key-days">
        <Suspense fallback={<div className="key-days" aria-hidden="true" />}>
          <KeyDays situation={situation} when={when} />
        </Suspense>
      </Near>
      {all.length > 1 && <TimelineFilters items={all} chosen={chosen} choose={choose} />}
      {isNarrowed && (
        <p className="timeline-left" role="status">
          {left === 0 ? words.timeline.nothing : words.timeline.shown(left, all.length)}{" "}
          <button
            type="button"
            className="show-all"
            onClick={() =>
              void navigate({
                search: ({ stage: _, act: __, who: ___, where: ____, ...rest }) => rest,
                replace: true,
                resetScroll: false,
              })
            }
          >
            {words.timeline.clear}
          </button>
        </p>
      )}
      {published && <Axis lanes={lanes} published={published} />}
      <div className="timeline">
        <Lane
          title={words.situation.done}
          none={isNarrowed ? words.timeline.noneHere : words.situation.doneNone}
          items={doneLeft}
        />
        <Lane
          title={words.situation.ahead}
          none={isNarrowed ? words.timeline.noneHere : words.situation.aheadNone}
          items={aheadLeft}
        />
      </div>
    </>
  );
});

function Lane({ title, none, items }: { title: string; none: string; items: readonly Shown[] }) {
  const [more, setMore] = useState(0);
  const shown = items.slice(-latest - more);
  const months = Map.groupBy(shown, ({ item: { from, to } }) =>
    isYear(from, to) ? from.slice(0, 4) : from.slice(0, 7),
  );
  return (
    <div className="lane">
      <h3>{title}</h3>
      {items.length === 0 && <Nothing>{none}</Nothing>}
      {shown.length < items.length && (
        <button
          type="button"
          className="show-all"
          onClick={() => startTransition(() => setMore(more + step))}
        >
          {words.situation.showEarlier(Math.min(step, items.length - shown.length))}
        </button>
      )}
      {[...months].map(([key, ofMonth]) => (
        <div key={key} className="lane-month">
          <h4>{key.length === 4 ? key : month(key)}</h4>
          <ol>
            {ofMonth.map(({ item, entry }) => (
              <TimelineEvent key={item.entry} item={item} entry={entry} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** A lane begins with its latest events; the earlier ones are one press away. */
const latest = 24;
const step = 100;

function isYear(from: string, to: string | null | undefined): boolean {
  return from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`;
}

const TimelineEvent = memo(function TimelineEvent({ item: { from, to, dated, background }, entry }: Shown) {
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
});
