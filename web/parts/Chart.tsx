/** One figure over time, drawn by Observable Plot: a step for each issuer, ranges as bands, corrections ringed. */
import * as Plot from "@observablehq/plot";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { FigurePoint } from "../../src/api/schema/entry.ts";
import { shortDay } from "../dates.ts";
import { heightOf, issuerOf, issuersOf, symbols, valueWords } from "../figures.ts";
import { useWidth } from "../width.ts";
import { words } from "../words.ts";

interface Point extends FigurePoint {
  readonly x: Date;
  readonly y: number;
  readonly who: string;
}

export default function Chart({
  entry,
  series,
  title,
}: {
  entry: string;
  series: readonly FigurePoint[];
  title: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const navigate = useNavigate({ from: "/situations/$situation" });

  useEffect(() => {
    const place = frame.current;
    if (place === null || width === 0) return;
    const svg = draw(series, width, title);
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest("a");
      if (link === null || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const report = link.getAttribute("href")?.slice(1);
      void navigate({
        search: ({ in: _, ...rest }) => ({
          ...rest,
          entry,
          ...(report === undefined ? {} : { in: report }),
        }),
        resetScroll: false,
      });
    };
    svg.addEventListener("click", follow as EventListener);
    place.replaceChildren(svg);
    return () => svg.removeEventListener("click", follow as EventListener);
  }, [entry, series, title, width, navigate]);

  return <div className="chart" ref={frame} />;
}

/** As many as there is room for, and never two of one day. */
function ticksOf(points: readonly Point[], width: number): number | "day" {
  const room = Math.max(2, Math.floor(width / 110));
  const times = points.map(({ x }) => x.getTime());
  const days = (Math.max(...times) - Math.min(...times)) / 86_400_000;
  return days <= room ? "day" : room;
}

function draw(series: readonly FigurePoint[], width: number, title: string): SVGElement {
  const points: Point[] = series.flatMap((point) => {
    const y = heightOf(point);
    return y === null ? [] : [{ ...point, x: new Date(point.at), y, who: issuerOf(point) }];
  });
  const issuers = issuersOf(points);
  const tallest = Math.max(...points.map(({ y, high }) => high ?? y));
  const last = new Date(Math.max(...points.map(({ x }) => x.getTime())));
  const index = (who: string) => issuers.indexOf(who) % symbols.length;
  // Each issuer's last value holds until the last report.
  const held = issuers.flatMap((who) => {
    const own = points.filter((point) => point.who === who);
    return own.concat(own.slice(-1).map((point) => ({ ...point, x: last })));
  });
  const name = (point: Point) =>
    `${valueWords(point)}, ${point.who}, ${shortDay(point.at)}${point.correction ? `, ${words.figure.correction}` : ""}`;

  const svg = Plot.plot({
    width,
    height: 190,
    marginLeft: 34,
    marginRight: 20,
    marginTop: 16,
    className: "plot",
    ariaLabel: words.figure.chart(title, points.length),
    x: {
      type: "utc",
      ticks: ticksOf(points, width),
      tickFormat: (at: Date) => shortDay(at.toISOString()),
      label: null,
      insetLeft: 10,
      insetRight: 10,
    },
    y: { zero: true, nice: true, ticks: Math.min(4, tallest), label: null },
    marks: [
      Plot.gridY({ ticks: Math.min(4, tallest), className: "plot-grid" }),
      Plot.ruleX(points.filter(isRange), {
        x: "x",
        y1: (p: Point) => p.low ?? p.y,
        y2: (p: Point) => p.high ?? p.y,
        className: "plot-range",
      }),
      // A range holds, like a value, until the issuer gives the next.
      ...issuers.map((who) =>
        Plot.areaY(
          held.filter((point) => point.who === who),
          {
            x: "x",
            y1: (p: Point) => (isRange(p) ? (p.low ?? p.y) : Number.NaN),
            y2: (p: Point) => (isRange(p) ? (p.high ?? p.y) : Number.NaN),
            curve: "step-after",
            className: `plot-band plot-${index(who)}`,
          },
        ),
      ),
      ...issuers.map((who) =>
        Plot.lineY(
          held.filter((point) => point.who === who),
          { x: "x", y: "y", curve: "step-after", className: `plot-step plot-${index(who)}` },
        ),
      ),
      // "At least" and "up to": the side on which the number is open.
      Plot.vector(
        points.filter(({ low, best, high }) => best === null && (low === null) !== (high === null)),
        {
          x: "x",
          y: "y",
          length: 18,
          anchor: "start",
          rotate: (p: Point) => (p.low === null ? 180 : 0),
          className: "plot-open",
        },
      ),
      ...issuers.map((who) =>
        Plot.dot(
          points.filter((point) => point.who === who),
          {
            x: "x",
            y: "y",
            r: 5,
            symbol: symbols[index(who)]!,
            className: `plot-points plot-${index(who)}`,
            href: (p: Point) => `#${p.report}`,
            ariaLabel: name,
            title: name,
          },
        ),
      ),
      Plot.dot(
        points.filter(({ correction }) => correction),
        { x: "x", y: "y", r: 10, className: "plot-correction", ariaHidden: "true" },
      ),
      Plot.text(labelled(points), {
        x: "x",
        y: "y",
        dy: -15,
        text: (p: Point) => valueWords(p),
        className: "plot-label",
      }),
      // Replaced by a later one of the same issuer: struck through.
      Plot.text(
        points.filter(({ superseded }) => superseded),
        { x: "x", y: "y", text: () => "╱", className: "plot-superseded" },
      ),
      // Exact and approximate by form: an approximate value is hollow.
      Plot.dot(
        points.filter(({ approximate }) => approximate),
        { x: "x", y: "y", r: 2.5, className: "plot-approximate" },
      ),
    ],
  }) as SVGElement;

  // Plot's own style element would be refused by the page's policy; figures.css holds the same rules.
  svg.querySelector("style")?.remove();
  // Plot names its groups for developers ("line", "y-axis tick"); a reader hears the values, which are links.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "group");
  return svg;
}

/** Whether it gives more than one number. */
function isRange({ low, best, high }: FigurePoint): boolean {
  return [low, best, high].filter((value) => value !== null).length > 1;
}

/** One label a value: the last of each issuer, and corrections. */
function labelled(points: readonly Point[]): Point[] {
  const last = new Map(points.map((point) => [point.who, point]));
  return points.filter((point) => point.correction === true || last.get(point.who) === point);
}
