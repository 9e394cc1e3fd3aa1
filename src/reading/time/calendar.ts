/** Days counted from 1970-01-01, Gregorian, and the ISO 8601 names of days, weeks and months. */

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayLength = 86_400_000;

export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayLength);
}

export function dateOf(day: number): CalendarDate {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function monthLength(year: number, month: number): number {
  return dateOf(dayOf(year, month + 1, 1) - 1).day;
}

/** Whether such a date exists: 31 February does not. A year of undefined allows 29 February. */
export function exists(year: number | undefined, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year ?? 2024, month);
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** First day (Monday) of the ISO week that a day stands in. */
export function weekStart(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** "1998-W08". */
export function weekName(day: number): string {
  const thursday = weekStart(day) + 3;
  const { year } = dateOf(thursday);
  const number = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
  return `${fourDigits(year)}-W${twoDigits(number)}`;
}

/** "1998-02-13". */
export function dayName(day: number): string {
  const { year, month, day: of } = dateOf(day);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(of)}`;
}

export function monthName(year: number, month: number): string {
  return `${fourDigits(year)}-${twoDigits(month)}`;
}

/** Moves by months, keeping the month's own length out of it: the result is a month, not a day. */
export function monthsFrom(year: number, month: number, amount: number): { year: number; month: number } {
  const at = year * 12 + (month - 1) + amount;
  return { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 };
}

/** The nth weekday of a month; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = dayOf(year, month, monthLength(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

/** A date or date-time in ISO 8601 as a day; undefined when it is none. */
export function parseDay(value: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return exists(year, month, day) ? dayOf(year, month, day) : undefined;
}

export const twoDigits = (number: number) => String(number).padStart(2, "0");
export const fourDigits = (number: number) => String(number).padStart(4, "0");
