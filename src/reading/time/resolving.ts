/** What a time expression means where it stands: against the publication time, and the day that the text last named. */
import { holidays, movingHolidays } from "../../language/en/time-words.ts";
import {
  dateOf,
  dayName,
  dayOf,
  fourDigits,
  monthLength,
  monthsFrom,
  nthWeekday,
  twoDigits,
  weekdayOf,
  weekName,
  weekStart,
} from "./calendar.ts";
import type { Edge, Meaning } from "./meaning.ts";
import type { Tense } from "./tense.ts";
import {
  dayValue,
  durationValue,
  monthValue,
  open,
  openUnit,
  quarterValue,
  type Value,
  yearsCovered,
  yearValue,
} from "./values.ts";

/** Where the text is: publication, and the day that it last named. */
export interface Narrative {
  readonly now: number | undefined;
  told: number | undefined;
  /** It named a day, not a month or year that begins with it. */
  toldDay: boolean;
  /** Index of the sentence that is read, and of that which last named a day. */
  sentence: number;
  toldIn: number;
  /** The report tells of years long past, in order. */
  readonly history: boolean;
  /** The quarter that is reported on. */
  quarter?: { readonly year: number; readonly quarter: number } | undefined;
}

export function resolve(meaning: Meaning, at: Narrative, tense: Tense, edge?: Edge): Value | undefined {
  switch (meaning.kind) {
    case "date":
      return resolveDate(meaning, at, tense, edge);
    case "weekday":
      return resolveWeekday(meaning.weekday, meaning.which, at, tense);
    case "relative":
      return resolveRelative(meaning, at, tense, edge);
    case "month": {
      if (at.now === undefined) return open(`XXXX-${twoDigits(meaning.month)}`);
      const today = dateOf(at.now);
      const passed =
        meaning.month < today.month ? 0 : meaning.month === today.month && meaning.which === 0 ? 0 : -1;
      const year =
        meaning.which < 0 ? today.year + passed : meaning.which > 0 ? today.year + passed + 1 : today.year;
      return monthValue(year, meaning.month, false, edge);
    }
    case "monthOf":
      if (at.now === undefined) return open(`XXXX-${twoDigits(meaning.month)}`);
      return monthValue(dateOf(at.now).year + meaning.years, meaning.month, false, edge);
    case "part":
      return resolvePart(meaning, at, tense);
    case "season":
      return resolveSeason(meaning, at, tense);
    case "decade":
      return {
        value: fourDigits(meaning.start).slice(0, 3),
        type: "DATE",
        ...yearsCovered(meaning.start, meaning.start + 9),
        stated: true,
      };
    case "century": {
      const first = (meaning.number - 1) * 100;
      const value = meaning.bc ? `BC${twoDigits(meaning.number - 1)}` : twoDigits(meaning.number - 1);
      return { value, type: "DATE", ...(meaning.bc ? {} : yearsCovered(first, first + 99)), stated: true };
    }
    case "holiday":
      return resolveHoliday(meaning, at, tense);
    case "duration":
      return { value: durationValue(meaning.unit, meaning.amount), type: "DURATION", stated: true };
    case "set":
      return { value: meaning.value, type: "SET", stated: true };
    case "reference":
      return { value: meaning.value, type: "DATE", stated: true };
    case "clock":
      return resolveClock(meaning, at, tense);
  }
}

function resolveDate(
  meaning: Extract<Meaning, { kind: "date" }>,
  at: Narrative,
  tense: Tense,
  edge?: Edge,
): Value | undefined {
  const { year, month, day } = meaning;
  if (meaning.bc) return { value: `BC${fourDigits(year!)}`, type: "DATE", stated: true };
  if (year !== undefined && month !== undefined && day !== undefined)
    return dayValue(dayOf(year, month, day), true);
  if (year !== undefined && month !== undefined) return monthValue(year, month, true, edge);
  if (year !== undefined) return yearValue(year, true, edge);
  if (month === undefined) return undefined;
  const near = nearestYear(month, day, at, tense);
  if (near === undefined)
    return open(
      day === undefined ? `XXXX-${twoDigits(month)}` : `XXXX-${twoDigits(month)}-${twoDigits(day)}`,
    );
  if (day === undefined) return monthValue(near, month, false, edge);
  return day > monthLength(near, month) ? undefined : dayValue(dayOf(near, month, day), false);
}

/** A month without its year: of the narrative where it is not about now, else nearest to now on the tense's side. */
function nearestYear(
  month: number,
  day: number | undefined,
  at: Narrative,
  tense: Tense,
): number | undefined {
  const base = at.now ?? at.told;
  if (base === undefined) return undefined;
  const today = dateOf(base);
  const told = at.told === undefined ? undefined : dateOf(at.told).year;
  // History told in order: "In 1943 … In May …".
  if (at.history && told !== undefined && told < today.year - 1) return told;
  // A day of the next weeks is ahead whatever the verb: one of last year would be given with its year.
  if (day !== undefined && at.now !== undefined) {
    const wait = dayOf(today.year, month, Math.min(day, 28)) - at.now;
    if (wait > 0 && wait <= 70) return today.year;
  }
  const ahead = month > today.month || (month === today.month && day !== undefined && day > today.day);
  const behind = month < today.month || (month === today.month && day !== undefined && day < today.day);
  if (tense === "until") return behind ? today.year + 1 : today.year;
  if (tense === "past" && ahead) return today.year - 1;
  if ((tense === "future" || tense === "could") && behind) return today.year + 1;
  if (tense === "none") {
    // Without a verb: the nearest, the past when equally near.
    const distance = month - today.month;
    if (distance > 6) return today.year - 1;
    if (distance < -9) return today.year + 1;
  }
  return today.year;
}

function resolveWeekday(weekday: number, which: -1 | 0 | 1 | undefined, at: Narrative, tense: Tense): Value {
  if (at.now === undefined) return open(`XXXX-WXX-${weekday}`);
  const today = weekdayOf(at.now);
  const back = (today - weekday + 7) % 7;
  if (which === -1) return dayValue(at.now - (back === 0 ? 7 : back), false);
  if (which === 1) return dayValue(at.now + (back === 0 ? 7 : 7 - back), false);
  if (which === 0) return dayValue(weekStart(at.now) + weekday - 1, false);
  if ((tense === "future" || tense === "until") && back !== 0) return dayValue(at.now + 7 - back, false);
  return dayValue(at.now - back, false);
}

const fineUnits: ReadonlySet<string> = new Set(["second", "minute", "hour", "day"]);

function resolveRelative(
  meaning: Extract<Meaning, { kind: "relative" }>,
  at: Narrative,
  tense: Tense,
  edge?: Edge,
): Value {
  const { unit, amount } = meaning;
  const base = meaning.from === "then" ? (at.told ?? at.now) : at.now;
  if (amount === null) {
    return { value: meaning.from === "now" ? "PAST_REF" : "FUTURE_REF", type: "DATE", stated: true };
  }
  // "The next day" after "in 1997" is a day of no known date.
  if (base === undefined || (meaning.from === "then" && !at.toldDay && fineUnits.has(unit)))
    return openUnit(unit);
  const { year, month } = dateOf(base);
  const quarter = at.quarter;
  if (quarter !== undefined && unit === "year" && amount === -1 && meaning.counted === true)
    return quarterValue(quarter.year - 1, quarter.quarter, false);
  if (quarter !== undefined && unit === "quarter" && amount === 0)
    return quarterValue(quarter.year, quarter.quarter, false);
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
      return { ...dayValue(base, false), type: "DATE" };
    case "day":
      return dayValue(base + Math.round(amount), false);
    case "weekend": {
      const saturday = weekStart(base) + 5 + 7 * amount;
      // "The weekend" told at a week's beginning is the one just over.
      const over = weekdayOf(base) <= 3 || (tense === "past" && saturday > base);
      const start = amount === 0 && over ? saturday - 7 : saturday;
      return {
        value: `${weekName(start)}-WE`,
        type: "DATE",
        from: start,
        to: start + 1,
        day: start,
        stated: false,
      };
    }
    case "week":
    case "fortnight": {
      const start = weekStart(base + Math.round(amount * (unit === "week" ? 7 : 14)));
      return { value: weekName(start), type: "DATE", from: start, to: start + 6, day: start, stated: false };
    }
    case "month": {
      const moved = monthsFrom(year, month, Math.round(amount));
      return monthValue(moved.year, moved.month, false, edge);
    }
    case "quarter": {
      // "The quarter" soon after one has ended is that one.
      const back = meaning.from === "then" && amount === 0 && (month - 1) % 3 < 2 ? -1 : 0;
      const moved = monthsFrom(year, month, (Math.round(amount) + back) * 3);
      return quarterValue(moved.year, Math.ceil(moved.month / 3), false);
    }
    case "year":
      return Number.isInteger(amount)
        ? yearValue(year + amount, false, edge)
        : yearValue(dateOf(base + Math.round(amount * 365.25)).year, false);
    case "decade": {
      if (amount === 0 || meaning.from === "now") {
        const start = Math.floor((year + amount * 10) / 10) * 10;
        return Math.abs(amount) > 1
          ? yearValue(year + amount * 10, false)
          : {
              value: fourDigits(start).slice(0, 3),
              type: "DATE",
              ...yearsCovered(start, start + 9),
              stated: false,
            };
      }
      return yearValue(year + amount * 10, false);
    }
    case "century": {
      const first = Math.floor(year / 100) * 100 + amount * 100;
      return {
        value: fourDigits(first).slice(0, 2),
        type: "DATE",
        ...yearsCovered(first, first + 99),
        stated: false,
      };
    }
  }
}

function resolvePart(meaning: Extract<Meaning, { kind: "part" }>, at: Narrative, tense: Tense): Value {
  const letter = meaning.part === "quarter" ? "Q" : "H";
  const year = meaning.year === undefined ? undefined : resolve(meaning.year, at, tense);
  const stated = meaning.year?.kind === "date";
  if (at.now === undefined && year?.from === undefined)
    return open(`XXXX-${letter}${meaning.number > 0 ? meaning.number : "X"}`);
  const base = dateOf(at.now ?? year!.from!);
  const size = meaning.part === "quarter" ? 3 : 6;
  const current = Math.ceil(base.month / size);
  let number = meaning.number;
  let of = year?.from === undefined ? base.year : dateOf(year.from).year;
  if (number <= 0) {
    // The quarter that is reported on: the one before now, of the year named.
    const moved = monthsFrom(of, base.month, meaning.year === undefined && meaning.number === 0 ? 0 : -3);
    number = Math.ceil(moved.month / 3);
    of = moved.year;
  } else if (year === undefined && tense !== "future" && number > current) of--;
  if (meaning.part === "quarter") return quarterValue(of, number, stated);
  const last = number * 6;
  return {
    value: `${fourDigits(of)}-H${number}`,
    type: "DATE",
    from: dayOf(of, last - 5, 1),
    to: dayOf(of, last, monthLength(of, last)),
    stated,
  };
}

/** Northern seasons: first month of each. Winter belongs to the year in which it begins. */
const seasonStart: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function resolveSeason(meaning: Extract<Meaning, { kind: "season" }>, at: Narrative, tense: Tense): Value {
  const start = seasonStart[meaning.season]!;
  const named = meaning.year === undefined ? undefined : resolve(meaning.year, at, tense);
  const base = at.now ?? at.told;
  if (base === undefined && named?.from === undefined) return open(`XXXX-${meaning.season}`);
  let year: number;
  if (named?.from !== undefined) year = dateOf(named.from).year;
  else {
    const today = dateOf(base!);
    const told = at.told === undefined ? today.year : dateOf(at.told).year;
    const begun = today.month >= start;
    const over = today.month >= start + 3;
    if (meaning.which === -1)
      year =
        over || (begun && meaning.season === "WI") ? today.year : begun ? today.year - 1 : today.year - 1;
    else if (meaning.which === 1) year = begun ? today.year + 1 : today.year;
    else if (told < today.year - 1) year = told;
    else year = meaning.which === undefined && tense === "past" && !begun ? today.year - 1 : today.year;
  }
  const end = monthsFrom(year, start, 2);
  return {
    value: `${fourDigits(year)}-${meaning.season}`,
    type: "DATE",
    from: dayOf(year, start, 1),
    to: dayOf(end.year, end.month, monthLength(end.year, end.month)),
    day: dayOf(year, start, 1),
    stated: meaning.year?.kind === "date",
  };
}

function resolveHoliday(meaning: Extract<Meaning, { kind: "holiday" }>, at: Narrative, tense: Tense): Value {
  const fixed = holidays[meaning.name];
  const moving = movingHolidays[meaning.name];
  const dayIn = (year: number) =>
    fixed !== undefined ? dayOf(year, fixed[0], fixed[1]) : nthWeekday(year, ...moving!);
  if (meaning.year !== undefined) return dayValue(dayIn(meaning.year), true);
  if (at.now === undefined)
    return open(
      fixed === undefined
        ? `XXXX-${twoDigits(moving![0])}`
        : `XXXX-${twoDigits(fixed[0])}-${twoDigits(fixed[1])}`,
    );
  const { year } = dateOf(at.now);
  const day = dayIn(year);
  if (meaning.which === -1 || (meaning.which === undefined && tense === "past"))
    return dayValue(
      day >= at.now && !(meaning.which === undefined && day === at.now) ? dayIn(year - 1) : day,
      false,
    );
  if (meaning.which === 1 || tense === "future") return dayValue(day < at.now ? dayIn(year + 1) : day, false);
  const before = dayIn(year - 1);
  return dayValue(meaning.which === undefined && at.now - before < day - at.now ? before : day, false);
}

function resolveClock(
  meaning: Extract<Meaning, { kind: "clock" }>,
  at: Narrative,
  tense: Tense,
): Value | undefined {
  const far = meaning.part === "NI" && at.sentence - at.toldIn > 1 && at.now !== undefined;
  const from = far ? { ...at, told: at.now } : at;
  const date = meaning.date === undefined ? undefined : resolve(meaning.date, from, tense);
  if (meaning.part === "WEEK") {
    if (date?.from === undefined) return open("XXXX-WXX");
    const start = weekStart(date.from);
    return {
      value: weekName(start),
      type: "DATE",
      from: start,
      to: start + 6,
      day: start,
      stated: date.stated,
    };
  }
  // "overnight", "at 7 p.m.": of the day just told; some sentences on, of the report's own
  const near = at.toldDay && at.sentence - at.toldIn <= 1;
  const base = date?.from ?? (meaning.date === undefined ? (near ? (at.told ?? at.now) : at.now) : undefined);
  const time =
    meaning.part !== undefined
      ? `T${meaning.part}`
      : `T${twoDigits(meaning.hour!)}:${twoDigits(meaning.minute!)}`;
  if (base === undefined) return open(`${date?.value ?? "XXXX-XX-XX"}${time}`, "TIME");
  return {
    value: `${dayName(base)}${time}`,
    type: "TIME",
    from: base,
    to: base,
    day: base,
    stated: date?.stated ?? false,
  };
}
