/** Days, months, years, quarters and spans as TIMEX3 values (TimeML 1.2.1), with the first and last day that they cover. */
import { unitLetters } from "../../language/en/time-words.ts";
import type { Time } from "../../model/time.ts";
import { dayName, dayOf, fourDigits, monthLength, monthName } from "./calendar.ts";
import type { Edge } from "./meaning.ts";

export interface Value {
  readonly value: string;
  readonly type: Time["type"];
  /** First and last day covered; absent when open. */
  readonly from?: number;
  readonly to?: number;
  /** Day that later "the next day" counts from. */
  readonly day?: number;
  /** Every part is printed. */
  readonly stated: boolean;
}

export const open = (value: string, type: Time["type"] = "DATE"): Value => ({ value, type, stated: false });

export function dayValue(day: number, stated: boolean): Value {
  return { value: dayName(day), type: "DATE", from: day, to: day, day, stated };
}

export function monthValue(year: number, month: number, stated: boolean, edge?: Edge): Value {
  const last = monthLength(year, month);
  const [first, end] =
    edge === "START" ? [1, 10] : edge === "MID" ? [11, 20] : edge === "END" ? [21, last] : [1, last];
  return {
    value: monthName(year, month),
    type: "DATE",
    from: dayOf(year, month, first),
    to: dayOf(year, month, end),
    day: dayOf(year, month, 1),
    stated,
  };
}

export function yearValue(year: number, stated: boolean, edge?: Edge): Value {
  const [first, last] =
    edge === "START" ? [1, 4] : edge === "MID" ? [5, 8] : edge === "END" ? [9, 12] : [1, 12];
  return {
    value: fourDigits(year),
    type: "DATE",
    from: dayOf(year, first, 1),
    to: dayOf(year, last, monthLength(year, last)),
    day: dayOf(year, 1, 1),
    stated,
  };
}

export const yearsCovered = (first: number, last: number) => ({
  from: dayOf(first, 1, 1),
  to: dayOf(last, 12, 31),
});

/** How TIMEX3 writes a day, week, month … that is not known. */
export function openUnit(unit: string): Value {
  const values: Readonly<Record<string, string>> = {
    day: "XXXX-XX-XX",
    week: "XXXX-WXX",
    weekend: "XXXX-WXX-WE",
    fortnight: "XXXX-WXX",
    month: "XXXX-XX",
    quarter: "XXXX-QX",
    year: "XXXX",
    decade: "XXX",
    century: "XX",
  };
  return open(values[unit] ?? "XXXX-XX-XX");
}

export function quarterValue(year: number, quarter: number, stated: boolean): Value {
  const month = quarter * 3;
  return {
    value: `${fourDigits(year)}-Q${quarter}`,
    type: "DATE",
    from: dayOf(year, month - 2, 1),
    to: dayOf(year, month, monthLength(year, month)),
    stated,
  };
}

export function durationValue(unit: keyof typeof unitLetters, amount: number | null): string {
  const clock = unit === "second" || unit === "minute" || unit === "hour";
  const scale =
    unit === "fortnight" ? 2 : unit === "weekend" ? 2 : unit === "decade" ? 10 : unit === "century" ? 100 : 1;
  const letter = unit === "weekend" ? "D" : unit === "decade" || unit === "century" ? "Y" : unitLetters[unit];
  const value = amount === null ? "X" : amount * scale;
  if (value !== "X" && !Number.isInteger(value)) {
    const whole = Math.floor(value);
    if (unit === "hour") return `PT${whole === 0 ? "" : `${whole}H`}${Math.round((value - whole) * 60)}M`;
    if (unit === "minute") return `PT${whole === 0 ? "" : `${whole}M`}${Math.round((value - whole) * 60)}S`;
    if (unit === "year") return `P${whole === 0 ? "" : `${whole}Y`}${Math.round((value - whole) * 12)}M`;
  }
  return `P${clock ? "T" : ""}${value}${letter}`;
}
