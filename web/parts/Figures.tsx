/** Figures: each series with what stands, how it moved and who issued it; single values as a list. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useContext, useMemo, useState } from "react";
import type { FigurePoint } from "../../src/api/schema/entry.ts";
import type { EntryLine, SeriesAnswer } from "../../src/api/schema/lines.ts";
import type { Situation } from "../../src/api/schema/situation.ts";
import { seriesQuery } from "../api.ts";
import { day, shortDay } from "../dates.ts";
import { figureTitle, issuerOf, issuersOf, latest, moves, symbols, valueWords } from "../figures.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { EvidenceLink, Line, Shown, Tally } from "./Line.tsx";
import { Near } from "./Near.tsx";
import { ShowFirst } from "./ShowFirst.tsx";
import { Failed, Loading, Nothing } from "./states.tsx";

const Chart = lazy(() => import("./Chart.tsx"));

export function Figures({
  figures,
  entries,
}: {
  figures: Situation["figures"];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const { situation, when } = useContext(Shown);
  // Asked for by itself: how they moved is half of all that is known of the entries, and is seen here alone.
  const answer = useQuery(seriesQuery(situation, when));
  // Of another time, all changes at once: no value stands under the lines of a day on which nobody had told it.
  const [drawn, setDrawn] = useState<{ all: typeof figures; of: typeof entries; data: SeriesAnswer }>();
  if (answer.data && !answer.isPlaceholderData)
    if (drawn?.all !== figures || drawn.of !== entries || drawn.data !== answer.data)
      setDrawn({ all: figures, of: entries, data: answer.data });
  const [series, single] = useMemo(() => {
    if (drawn === undefined) return [[], []];
    const { all, of: entries, data } = drawn;
    const pointsOf = new Map(data.series.map(({ entry, points }) => [entry, points]));
    const groups = all.flatMap(({ entry, parts }) => {
      const total = entries.get(entry);
      if (total === undefined) return [];
      const points = pointsOf.get(entry) ?? [];
      return [{ total, points, parts: parts.flatMap((id) => entries.get(id) ?? []), moves: moves(points) }];
    });
    return [groups.filter(({ moves }) => moves), groups.filter(({ moves }) => !moves)];
  }, [drawn]);
  if (figures.length === 0) return <Nothing>{words.situation.figuresNone}</Nothing>;
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  return (
    <>
      {series.length > 0 && (
        <ShowFirst first={9} count={series.length}>
          {(count) => (
            <div className="figures">
              {series.slice(0, count).map(({ total, points, parts }) => (
                <Series key={total.id} total={total} series={points} parts={parts} entries={entries} />
              ))}
            </div>
          )}
        </ShowFirst>
      )}
      {single.length > 0 && (
        <ShowFirst first={16} count={single.length}>
          {(count) => (
            <ul className="lines columns">
              {single.slice(0, count).map(({ total, parts }) => (
                <li key={total.id}>
                  <Line entry={total} />
                  <Parts parts={parts} />
                </li>
              ))}
            </ul>
          )}
        </ShowFirst>
      )}
    </>
  );
}

function Series({
  total,
  series,
  parts,
  entries,
}: {
  total: EntryLine;
  series: readonly FigurePoint[];
  parts: readonly EntryLine[];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const title = figureTitle(total);
  const issuers = issuersOf(series);
  const others = (total.contradicts ?? []).flatMap((id) => entries.get(id) ?? []);
  return (
    <article className="series">
      <h3 {...langOf(total.language)}>{title}</h3>
      <ul className="series-standing">
        {latest(series)
          .slice(0, 4)
          .map((point) => (
            <li key={keyOf(point)} data-superseded={point.superseded || undefined}>
              <EvidenceLink entry={total.id} report={point.report} className="series-value">
                <b>{valueWords(point)}</b>
                <span>
                  <IssuerSymbol index={issuers.indexOf(issuerOf(point))} /> {issuerOf(point)},{" "}
                  {shortDay(point.at)}
                  {point.superseded && `, ${words.figure.superseded}`}
                </span>
              </EvidenceLink>
            </li>
          ))}
      </ul>
      <Near fallback="chart">
        <Suspense fallback={<div className="chart" aria-hidden="true" />}>
          <Chart entry={total.id} series={series} title={title} />
        </Suspense>
      </Near>
      <Points entry={total.id} series={series} title={title} />
      <p className="series-foot">
        <Tally entry={total} />
      </p>
      {others.length > 0 && (
        <div className="series-against">
          <h4>{words.evidence.contradicted}</h4>
          <ul className="lines">
            {others.map((other) => (
              <li key={other.id}>
                <Line entry={other} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Parts parts={parts} />
    </article>
  );
}

/** The same form and hue as in the chart. */
function IssuerSymbol({ index }: { index: number }) {
  const at = index % symbols.length;
  return (
    <svg className={`issuer plot-points plot-${at}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={symbolPaths[symbols[at] ?? "circle"]} />
    </svg>
  );
}

const symbolPaths: Record<(typeof symbols)[number], string> = {
  circle: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
  square: "M2 2h8v8H2Z",
  triangle: "M6 1 11 10.5H1Z",
  diamond: "M6 .5 10.5 6 6 11.5 1.5 6Z",
  star: "M6 .5 7.6 4.4l4 .3-3.100 2.700 1 4L6 9.200 2.500 11.400l1-4L.4 4.700l4-.3Z",
};

/** The same values as a table: for the keyboard, for screen readers, for print. */
function Points({
  entry,
  series: all,
  title,
}: {
  entry: string;
  series: readonly FigurePoint[];
  title: string;
}) {
  const [isOpen, setOpen] = useState(false);
  // A report that gives one value twice says it once.
  const series = useMemo(() => [...new Map(all.map((point) => [keyOf(point), point])).values()], [all]);
  return (
    <details className="points" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.figure.table(series.length)}
        <span className="unseen">: {title}</span>
      </summary>
      {isOpen && <Values entry={entry} series={series} />}
    </details>
  );
}

function Values({ entry, series }: { entry: string; series: readonly FigurePoint[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.figure.day}</th>
          <th scope="col">{words.figure.value}</th>
          <th scope="col">{words.figure.issuer}</th>
        </tr>
      </thead>
      <tbody>
        {series.map((point) => (
          <tr key={keyOf(point)} data-superseded={point.superseded || undefined}>
            <td className="number">{day(point.at)}</td>
            <td>
              <EvidenceLink entry={entry} report={point.report}>
                {valueWords(point)}
              </EvidenceLink>
              {point.correction && <span className="erratum"> {words.figure.correction}</span>}
              {point.superseded && <span className="faint"> {words.figure.superseded}</span>}
            </td>
            <td>{issuerOf(point)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ parts }: { parts: readonly EntryLine[] }) {
  if (parts.length === 0) return null;
  return (
    <div className="parts">
      <h4>{words.figure.parts}</h4>
      <ul className="lines">
        {parts.map((part) => (
          <li key={part.id}>
            <Line entry={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function keyOf(point: FigurePoint): string {
  return [point.report, point.at, point.low, point.best, point.high, issuerOf(point)].join(" ");
}
