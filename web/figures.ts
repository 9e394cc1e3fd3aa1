/** How a value is said and drawn: "about 64", "at least 34", "up to 450" are never plain numbers. */
import type { Entry, FigurePoint } from "../src/api/schema/entry.ts";
import { words } from "./words.ts";

type Range = Pick<FigurePoint, "low" | "best" | "high" | "approximate">;

export function valueWords({ low, best, high, approximate }: Range): string {
  const number = (value: number) => value.toLocaleString(words.locale);
  const said =
    best !== null
      ? number(best)
      : low !== null && high !== null
        ? low === high
          ? number(low)
          : words.figure.between(number(low), number(high))
        : low !== null
          ? words.figure.atLeast(number(low))
          : high !== null
            ? words.figure.upTo(number(high))
            : words.figure.unstated;
  const range =
    best !== null && low !== null && high !== null && (low !== best || high !== best)
      ? ` (${words.figure.between(number(low), number(high))})`
      : "";
  return `${approximate ? words.figure.about(said) : said}${range}`;
}

/** Where a value stands on the axis. */
export function heightOf({ low, best, high }: Range): number | null {
  return best ?? low ?? high;
}

export function issuerOf(point: FigurePoint): string {
  return point.issuer ?? words.figure.ownVoice;
}

/** Issuers in the order in which they first gave a number: their symbol and hue go by it. */
export function issuersOf(series: readonly FigurePoint[]): string[] {
  return [...new Set(byDay(series).map(issuerOf))];
}

/** The last value of each issuer: those that stand first, then the latest first. */
export function latest(series: readonly FigurePoint[]): FigurePoint[] {
  const last = new Map(byDay(series).map((point) => [issuerOf(point), point]));
  return byDay([...last.values()])
    .reverse()
    .sort((a, b) => Number(a.superseded) - Number(b.superseded));
}

/** Whether it moves: at least two days, and two values. */
export function moves(series: readonly FigurePoint[]): boolean {
  const days = new Set(series.map(({ at }) => at.slice(0, 10)));
  return days.size > 1 && new Set(series.map(valueWords)).size > 1;
}

/** Symbols tell issuers apart where colours don't. */
export const symbols = ["circle", "square", "triangle", "diamond", "star"] as const;

function byDay(series: readonly FigurePoint[]): FigurePoint[] {
  return [...series].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** "killed, people", "spent, USD per year". */
export function figureTitle({ figure }: Pick<Entry, "figure">): string {
  if (figure === undefined) return "";
  const of = figure.of ?? figure.unit;
  const rate = figure.per === null ? "" : ` ${words.figure.per(figure.per)}`;
  // "casualties" says of whom by itself
  const isWhole =
    figure.measure.toLowerCase() === of.toLowerCase() ||
    ((figure.of ?? null) === null && figure.measure === "casualties");
  const title = isWhole ? figure.measure : `${of} ${figure.measure}`;
  return title.slice(0, 1).toLocaleUpperCase(words.locale) + title.slice(1) + rate;
}
