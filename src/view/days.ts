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
