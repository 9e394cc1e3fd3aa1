/** Days and times in words. A report's own day is shown as the report gives it, not moved to the reader's zone. */
import { words } from "./words.ts";

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(words.locale, { timeZone: "UTC", ...options });

const dayYear = format({ day: "numeric", month: "short", year: "numeric" });
const dayOnly = format({ day: "numeric", month: "short" });
const monthYear = format({ month: "long", year: "numeric" });
const yearOnly = format({ year: "numeric" });

/** "2 Apr 2031"; what is no ISO date is given back as it is. */
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split("-");
  const time = Date.parse(iso.slice(0, 10));
  if (Number.isNaN(time) || year?.length !== 4) return iso;
  if (month === undefined) return yearOnly.format(time);
  return date === undefined ? monthYear.format(time) : dayYear.format(time);
}

/** "2 Apr": where the year stands nearby. */
export function shortDay(iso: string): string {
  const time = Date.parse(iso.slice(0, 10));
  return Number.isNaN(time) ? iso : dayOnly.format(time);
}

export function month(iso: string): string {
  const time = Date.parse(`${iso.slice(0, 7)}-01`);
  return Number.isNaN(time) ? iso : monthYear.format(time);
}

/** "2 Apr 2031, 07:30 −06:00": the clock of whoever stated it. */
export function moment(iso: string): string {
  const match = /^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(iso);
  if (match === null) return day(iso);
  const zone = match[2] === "Z" ? " UTC" : match[2] === undefined ? "" : ` ${match[2].replace("-", "−")}`;
  return `${day(iso)}, ${match[1]}${zone}`;
}

/** A span of days, as wide as it is known: "April 2031", "2–5 Apr", "since 1 Apr". */
export function span(from: string, to: string | null | undefined): string {
  if (to === null) return words.situation.since(shortDay(from));
  if (to === undefined || to === from) return shortDay(from);
  if (from.endsWith("-01") && to.slice(0, 7) === from.slice(0, 7) && Number(to.slice(8, 10)) >= 28) {
    return month(from);
  }
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return `${shortDay(from)} – ${shortDay(to)}`;
}
