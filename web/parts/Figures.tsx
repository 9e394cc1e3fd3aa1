/** Figures: each series with what stands, how it moved and who issued it; single values as a list. */
import { lazy, Suspense, useMemo, useState } from "react";
import type { FigurePoint, Situation } from "../../src/api/schema.ts";
import type { EntryLine } from "../../src/api/schema-lines.ts";
import { day, shortDay } from "../dates.ts";
import { figureTitle, issuerOf, issuersOf, latest, moves, symbols, valueWords } from "../figures.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { EvidenceLink, Line, Tally } from "./Line.tsx";
import { Near } from "./Near.tsx";
import { ShowFirst } from "./ShowFirst.tsx";
import { Nothing } from "./states.tsx";

const Chart = lazy(() => import("./Chart.tsx"));

export function Figures({
  figures,
  entries,
}: {
  figures: Situation["figures"];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  if (figures.length === 0) return <Nothing>{words.situation.figuresNone}</Nothing>;
  const groups = figures.flatMap(({ entry, parts }) => {
    const total = entries.get(entry);
    return total === undefined ? [] : [{ total, parts: parts.flatMap((id) => entries.get(id) ?? []) }];
  });
  const series = groups.filter(({ total }) => moves(total.series ?? []));
  const single = groups.filter(({ total }) => !moves(total.series ?? []));
  return (
    <>
      {series.length > 0 && (
        <ShowFirst first={9} count={series.length}>
          {(count) => (
            <div className="figures">
              {series.slice(0, count).map(({ total, parts }) => (
                <Series key={total.id} total={total} parts={parts} entries={entries} />
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
  parts,
  entries,
}: {
  total: EntryLine;
  parts: readonly EntryLine[];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const series = total.series ?? [];
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
          <Chart entry={total} title={title} />
        </Suspense>
      </Near>
      <Points entry={total} title={title} />
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
function Points({ entry, title }: { entry: EntryLine; title: string }) {
  const [isOpen, setOpen] = useState(false);
  // A report that gives one value twice says it once.
  const series = useMemo(
    () => [...new Map((entry.series ?? []).map((point) => [keyOf(point), point])).values()],
    [entry],
  );
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

function Values({ entry, series }: { entry: EntryLine; series: readonly FigurePoint[] }) {
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
              <EvidenceLink entry={entry.id} report={point.report}>
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
