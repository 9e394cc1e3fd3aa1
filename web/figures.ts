/** How a value is said and drawn: "about 64", "at least 34", "up to 450" are never plain numbers. */
import type { Entry, FigurePoint } from "../src/api/schema.ts";
import { words } from "./words.ts";

type Range = Pick<FigurePoint, "low" | "best" | "high" | "approximate">;

export function valueWords({ low, best, high, approximate }: Range): string {
  const number = (value: number) => value.toLocaleString(words.language);
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

/** The last value that nothing has replaced, of each issuer, latest first. */
export function standing(series: readonly FigurePoint[]): FigurePoint[] {
  return series.filter(({ superseded }) => !superseded).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** "killed, people", "spent, USD per year". */
export function figureTitle({ figure }: Entry): string {
  if (figure === undefined) return "";
  const of = figure.of ?? figure.unit;
  const rate = figure.per === null ? "" : ` ${words.figure.per(figure.per)}`;
  const title = figure.measure.toLowerCase() === of.toLowerCase() ? of : `${of} ${figure.measure}`;
  return title.slice(0, 1).toLocaleUpperCase(words.language) + title.slice(1) + rate;
}
