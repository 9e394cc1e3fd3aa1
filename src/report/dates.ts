/** Dates as pages write them, to ISO 8601: with the zone that is stated, a date alone where no time is given. */
import { americanZones, months, zones } from "./lexicon/months.ts";

export interface DateReading {
  /** The page's language and region ("en-US"), which decides between day and month in "03/04/2025". */
  readonly locale?: string;
}

/** Undefined where it is no full date or no possible one. */
export function isoDate(text: string, reading: DateReading = {}): string | undefined {
  const value = text.trim().slice(0, 200);
  return fromIso(value) ?? fromCompact(value) ?? fromEpoch(value) ?? dateIn(value, reading)?.value;
}

/** The first date written out within a text, and where. */
export function dateIn(
  text: string,
  reading: DateReading = {},
): { value: string; start: number; end: number } | undefined {
  const line = text.slice(0, 400);
  for (const find of [writtenDayFirst, writtenMonthFirst, isoWithin, numeric]) {
    const found = find(line, reading);
    if (found === undefined) continue;
    const time = timeIn(line, found.start, found.end, found.date);
    return {
      value: found.date + (time?.value ?? ""),
      start: found.start,
      end: Math.max(found.end, time?.end ?? 0),
    };
  }
  return undefined;
}

const isoPattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,4})?)?/i;

function fromIso(value: string): string | undefined {
  const found = isoPattern.exec(value);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  const date = dateOf(year, month, day);
  if (date === undefined) return undefined;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${hour.padStart(2, "0")}:${minute}:${secondOf(second)}${offsetOf(zone, date)}`;
}

/** "20251105" and "20251105T0914", "20251105091400". */
function fromCompact(value: string): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2})(?::?(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    value,
  );
  if (found === null) return undefined;
  const date = dateOf(found[1], found[2], found[3]);
  if (date === undefined || found[4] === undefined) return date;
  if (Number(found[4]) > 23 || Number(found[5]) > 59) return date;
  return `${date}T${found[4]}:${found[5]}:${secondOf(found[6])}${offsetOf(found[7], date)}`;
}

/** Seconds or milliseconds since 1970, within the age of the web. */
function fromEpoch(value: string): string | undefined {
  if (!/^\d{10}(\d{3})?$/.test(value)) return undefined;
  const ms = Number(value) * (value.length === 10 ? 1000 : 1);
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

interface Found {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

// No \p{…} here: compiling such a pattern takes longer than reading a page.
function writtenDayFirst(line: string): Found | undefined {
  return written(
    line,
    /(?<![^\s([,;:|>–—·•-])(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH|º|°|er|\.)?\s{0,2}(?:[Oo]f |[Dd]e |[Dd]')?\s?([^\s\d.,;:!?()'"/|-]{3,12})\.?,?\s{0,2}(?:[Dd]el? )?\s?(\d{4})(?!\d)/g,
    1,
    2,
  );
}

function writtenMonthFirst(line: string): Found | undefined {
  return written(
    line,
    /(?<![^\s([,;:|>–—·•-])([^\s\d.,;:!?()'"/|-]{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?,?\s{1,2}(\d{4})(?!\d)/g,
    2,
    1,
  );
}

function written(line: string, pattern: RegExp, dayAt: number, monthAt: number): Found | undefined {
  for (const found of line.matchAll(pattern)) {
    const month = months.get(found[monthAt]!.toLowerCase());
    const date = month === undefined ? undefined : dateOf(found[3], String(month), found[dayAt]);
    if (date !== undefined) return { date, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

function isoWithin(line: string): Found | undefined {
  const found = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(line);
  const date = found === null ? undefined : dateOf(found[1], found[2], found[3]);
  return found === null || date === undefined
    ? undefined
    : { date, start: found.index, end: found.index + found[0].length };
}

function numeric(line: string, { locale }: DateReading): Found | undefined {
  const found = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/])/.exec(line);
  if (found === null) return undefined;
  const [a, b] = [Number(found[1]), Number(found[3])];
  const monthFirst = b > 12 || (a <= 12 && found[2] === "/" && /^en-(us|ph)$/i.test(locale ?? ""));
  // "03/04/2025" on an English page of no known region could be either day: better none than a wrong one.
  if (a <= 12 && b <= 12 && a !== b && found[2] === "/" && /^en$/i.test(locale ?? "en")) return undefined;
  const date = monthFirst ? dateOf(found[4], found[1], found[3]) : dateOf(found[4], found[3], found[1]);
  return date === undefined ? undefined : { date, start: found.index, end: found.index + found[0].length };
}

/** A time of day right after the date, else right before it: "9:14 AM EST", "14.05 Uhr", "2.05pm GMT". */
function timeIn(
  line: string,
  start: number,
  end: number,
  date: string,
): { value: string; end: number } | undefined {
  const pattern =
    /(?<![\d.])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s?([ap])?\.?(?:m\.?)?(?![\d])\s?(?:uhr\s?)?\(?([A-Za-z]{1,5}(?![A-Za-z])|[+-]\d{2}:?\d{2})?/i;
  const after = line.slice(end, end + 40);
  const before = line.slice(Math.max(0, start - 30), start);
  for (const [part, at] of [
    [after, end],
    [before, start - before.length],
  ] as const) {
    const found = pattern.exec(part);
    if (found === null || (part === after && found.index > 14)) continue;
    let hour = Number(found[1]);
    const half = found[4]?.toLowerCase();
    if (half === "p" && hour < 12) hour += 12;
    if (half === "a" && hour === 12) hour = 0;
    if (hour > 23 || Number(found[2]) > 59) continue;
    const clock = `T${String(hour).padStart(2, "0")}:${found[2]}:${secondOf(found[3])}`;
    return {
      value: clock + offsetOf(found[5], date),
      end: part === after ? at + found.index + found[0].length : end,
    };
  }
  return undefined;
}

const secondOf = (second: string | undefined) =>
  second === undefined || Number(second) > 59 ? "00" : second;

function offsetOf(zone: string | undefined, date: string): string {
  if (zone === undefined) return "";
  const numbers = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numbers !== null) {
    const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0);
    // No place is further from UTC than 14 hours: what says so is misprinted, and no time for a program either.
    if (minutes > 15 * 60 || Number(numbers[3] ?? 0) > 59) return "";
    return minutes === 0 ? "Z" : `${numbers[1]}${numbers[2]}:${numbers[3] ?? "00"}`;
  }
  const name = zone.toLowerCase();
  const american = americanZones[name];
  const minutes = american === undefined ? zones[name] : american + (isAmericanSummer(date) ? 60 : 0);
  if (minutes === undefined) return "";
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

/** From the second Sunday of March to the first Sunday of November (United States Energy Policy Act of 2005). */
function isAmericanSummer(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const sunday = (month: number, nth: number) => {
    const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
    return `${year}-${String(month + 1).padStart(2, "0")}-${String(1 + ((7 - weekday) % 7) + 7 * (nth - 1)).padStart(2, "0")}`;
  };
  return date >= sunday(2, 2) && date < sunday(10, 1);
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1600 && y <= 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCDate() !== d) return undefined;
  return date.toISOString().slice(0, 10);
}
