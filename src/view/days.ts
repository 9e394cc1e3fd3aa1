/** Days as people write them, without a locale's data: the same on every machine. */
import { english, type Words } from "./words/words.ts";

/** "2031-04-02" and times of it to "2 Apr 2031"; what is no ISO date stays as it is. */
export function dayWords(iso: string, { days }: Words = english): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(iso) ?? [];
  const number = Number(month);
  if (year === undefined || number < 1 || number > 12) return iso;
  return days.date(year, number, day === undefined ? undefined : Number(day));
}

/** "2 Apr 2031, 10:30 UTC"; a day alone stays one. */
export function timeWords(iso: string, words: Words = english): string {
  const at = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(at.getTime())) return dayWords(iso, words);
  const utc = at.toISOString();
  return `${dayWords(utc, words)}, ${utc.slice(11, 16)} UTC`;
}

/**
 * A TIMEX3 value as people write it: "30 Aug 2031" of "2031-08-30TEV" (the printed words say that it was in the evening),
 * "6 Oct 2031, 14:00", "week of 18 Jan 2010", "5 Sept of an unstated year"; what has no calendar date stays as it is.
 */
export function timexWords(value: string, words: Words = english): string {
  const { days, line } = words;
  const [, ofMonth, ofDay] = /^XXXX-(\d{2})(?:-(\d{2}))?$/u.exec(value) ?? [];
  if (ofMonth !== undefined)
    return line.yearUnstated(
      days.date(undefined, Number(ofMonth), ofDay === undefined ? undefined : Number(ofDay)),
    );
  const [, date, minute] = /^(\d{4}-\d{2}(?:-\d{2})?)(?:T(\d{2}:\d{2})|T[A-Z]{2}|$)/u.exec(value) ?? [];
  if (date !== undefined)
    return [dayWords(date, words), minute].filter((one) => one !== undefined).join(", ");
  const [, year, week, end] = /^(\d{4})-W(\d{2})(-WE)?$/u.exec(value) ?? [];
  if (year !== undefined) {
    const monday = mondayOf(Number(year), Number(week));
    if (end === undefined) return days.week(dayWords(isoDay(monday), words));
    return days.weekend(dayWords(isoDay(monday + 5 * day), words));
  }
  const [, ofYear, part] = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/u.exec(value) ?? [];
  if (ofYear === undefined) return value;
  return /^[QH]/u.test(part!) ? days.partOfYear(part!, ofYear) : ofYear;
}

const day = 86_400_000;

/** The first day of an ISO week, as an instant: week 1 holds 4 January. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + (7 * (week - 1) - weekday) * day;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
