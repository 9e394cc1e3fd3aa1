/** ISO 8601 times of any precision as instants, so that "2025-11-05" and "2025-11-04T23:00-05:00" compare. */
import type { Report } from "../../model/report.ts";
import type { Time } from "../../model/time.ts";
import { lately } from "../memory/lately.ts";

export const day = 86_400_000;

/** A span of instants in milliseconds; `to` is Infinity while it is open. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/iu;

/**
 * First and last instant that a time may mean: a date alone is that whole UTC day, a month that month.
 * A time without a zone is taken as UTC; what is finer than a millisecond is cut. NaN where it is no ISO time.
 */
export const windowOfIso = lately(readIso, 1_000);

/** Milliseconds that so many digits of a second leave open. */
const finest: readonly number[] = [1_000, 100, 10];

function readIso(iso: string): Window {
  const match = pattern.exec(iso.trim());
  if (match === null) return { from: Number.NaN, to: Number.NaN };
  const [, year, month, date, hour, minute, second, fraction, zone] = match;
  const y = Number(year);
  if (month === undefined) return { from: Date.UTC(y, 0, 1), to: Date.UTC(y + 1, 0, 1) - 1 };
  const m = Number(month) - 1;
  if (date === undefined) return { from: Date.UTC(y, m, 1), to: Date.UTC(y, m + 1, 1) - 1 };
  if (hour === undefined) {
    const from = Date.UTC(y, m, Number(date));
    return { from, to: from + day - 1 };
  }
  const local = Date.UTC(y, m, Number(date), Number(hour), Number(minute), Number(second ?? "0"));
  const at = local - zoneOffset(zone);
  if (second === undefined) return { from: at, to: at + 59_999 };
  if (fraction === undefined) return { from: at, to: at + 999 };
  const from = at + Number(fraction.slice(0, 3).padEnd(3, "0"));
  return { from, to: from + (finest[fraction.length] ?? 1) - 1 };
}

/** First instant of a time; times that cannot be read sort first. */
export function instant(iso: string): number {
  const { from } = windowOfIso(iso);
  return Number.isNaN(from) ? Number.NEGATIVE_INFINITY : from;
}

/** Last instant of a time: the end of that day for a date alone. */
export function lastInstant(iso: string): number {
  const { to } = windowOfIso(iso);
  return Number.isNaN(to) ? Number.NEGATIVE_INFINITY : to;
}

/** The UTC day of a time, as its first instant. */
export function dayOf(iso: string): number {
  const at = instant(iso);
  return Number.isFinite(at) ? Math.floor(at / day) * day : at;
}

/** When a report was made public: its publication time, else its fetch time. */
export function publicAt(report: Report): string {
  const published = report.published?.value;
  return published !== undefined && Number.isFinite(instant(published)) ? published : report.fetchedAt;
}

/** Days that a time covers; undefined where it was left open ("XXXX-02", "PAST_REF", "P6M"). */
export function windowOfTime(time: Time | undefined): Window | undefined {
  if (time === undefined || time.type === "DURATION") return undefined;
  if (time.from !== undefined) {
    const from = instant(time.from);
    const to =
      time.to === null ? Number.POSITIVE_INFINITY : lastInstant(time.to === undefined ? time.from : time.to);
    return Number.isFinite(from) && !Number.isNaN(to) && to >= from ? { from, to } : undefined;
  }
  const window = windowOfIso(time.value);
  return Number.isNaN(window.from) ? undefined : window;
}

/** Whether two windows share an instant, with `slack` milliseconds of grace. */
export function meet(a: Window, b: Window, slack = 0): boolean {
  return a.from <= b.to + slack && b.from <= a.to + slack;
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.slice(1).replace(":", "");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0")) * 60_000;
}
