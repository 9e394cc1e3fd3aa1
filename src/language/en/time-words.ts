/** Words of English time expressions. */
import { table } from "./table.ts";

export const months: Readonly<Record<string, number>> = table({
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
});

/** ISO 8601: Monday is 1. */
export const weekdays: Readonly<Record<string, number>> = table({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
});

/** Short names that are words as well: only beside a number. */
export const weakNames: ReadonlySet<string> = new Set([
  "mar",
  "jun",
  "jul",
  "dec",
  "sat",
  "sun",
  "mon",
  "wed",
  "fri",
  "thu",
  "thur",
  "tue",
  "jan",
  "sep",
]);

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century";

export const units: Readonly<Record<string, Unit>> = table({
  second: "second",
  seconds: "second",
  minute: "minute",
  minutes: "minute",
  min: "minute",
  mins: "minute",
  hour: "hour",
  hours: "hour",
  hr: "hour",
  hrs: "hour",
  day: "day",
  days: "day",
  weekend: "weekend",
  weekends: "weekend",
  week: "week",
  weeks: "week",
  fortnight: "fortnight",
  fortnights: "fortnight",
  month: "month",
  months: "month",
  quarter: "quarter",
  quarters: "quarter",
  year: "year",
  years: "year",
  yr: "year",
  yrs: "year",
  decade: "decade",
  decades: "decade",
  century: "century",
  centuries: "century",
});

/** ISO 8601 duration designators; the first three go after "T". */
export const unitLetters: Readonly<Record<Unit, string>> = table({
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  weekend: "WE",
  week: "W",
  fortnight: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
});

/** The number words of every grammar. */
export { cardinals as numbers } from "./numerals.ts";

export const ordinals: Readonly<Record<string, number>> = table({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
});

/** Counts without a number. */
export const vagueNumbers: ReadonlySet<string> = new Set([
  "several",
  "few",
  "some",
  "many",
  "numerous",
  "recent",
  "countless",
  "various",
]);

/** TIMEX3 season codes. "Fall" and "spring" are verbs as well: only after a word that says otherwise. */
export const seasons: Readonly<Record<string, string>> = table({
  spring: "SP",
  summer: "SU",
  autumn: "FA",
  fall: "FA",
  winter: "WI",
});

export const dayParts: Readonly<Record<string, string>> = table({
  morning: "MO",
  afternoon: "AF",
  evening: "EV",
  night: "NI",
  midday: "MI",
  noon: "MI",
  daytime: "DT",
  dawn: "MO",
  dusk: "EV",
  mornings: "MO",
  nights: "NI",
  evenings: "EV",
  afternoons: "AF",
  overnight: "NI",
});

export const decadeWords: Readonly<Record<string, number>> = table({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
});

/** Words that by themselves are a time without a date. */
export const references: Readonly<Record<string, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF">> = table({
  now: "PRESENT_REF",
  currently: "PRESENT_REF",
  presently: "PRESENT_REF",
  nowadays: "PRESENT_REF",
  current: "PRESENT_REF",
  recently: "PAST_REF",
  recent: "PAST_REF",
  future: "FUTURE_REF",
});

/** Fixed holidays: month and day. */
export const holidays: Readonly<Record<string, readonly [month: number, day: number]>> = table({
  christmas: [12, 25],
  "christmas day": [12, 25],
  "christmas eve": [12, 24],
  "boxing day": [12, 26],
  "new year's day": [1, 1],
  "new years day": [1, 1],
  "new year's eve": [12, 31],
  "new years eve": [12, 31],
  "valentine's day": [2, 14],
  "st. patrick's day": [3, 17],
  halloween: [10, 31],
  "independence day": [7, 4],
  "fourth of july": [7, 4],
  "veterans day": [11, 11],
  "armistice day": [11, 11],
  "may day": [5, 1],
  "bastille day": [7, 14],
  "all saints day": [11, 1],
});

/** Holidays by rule: month, ISO weekday, which one of the month (-1: the last). */
export const movingHolidays: Readonly<
  Record<string, readonly [month: number, weekday: number, nth: number]>
> = table({
  thanksgiving: [11, 4, 4],
  "thanksgiving day": [11, 4, 4],
  "labor day": [9, 1, 1],
  "memorial day": [5, 1, -1],
  "mother's day": [5, 7, 2],
  "father's day": [6, 7, 3],
  "columbus day": [10, 1, 2],
  "martin luther king day": [1, 1, 3],
  "black friday": [11, 5, 4],
});

/** Sets: how often, as an ISO 8601 duration. */
export const sets: Readonly<Record<string, string>> = table({
  daily: "P1D",
  weekly: "P1W",
  monthly: "P1M",
  yearly: "P1Y",
  annually: "P1Y",
  hourly: "PT1H",
  nightly: "P1D",
  biweekly: "P2W",
  fortnightly: "P2W",
});

/** Words before a four-digit number that make it a year. */
export const yearPrepositions: ReadonlySet<string> = new Set([
  "in",
  "since",
  "by",
  "from",
  "until",
  "till",
  "before",
  "after",
  "during",
  "between",
  "to",
  "of",
  "early",
  "late",
  "mid",
  "through",
  "throughout",
  "around",
  "about",
  "year",
  "circa",
  "and",
  "or",
  "for",
  "pre",
  "post",
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "winter",
  "summer",
  "spring",
  "fall",
  "autumn",
  "the",
  "as",
]);

/** Plural nouns and others after a number that make it a count, not a year. */
export const countedNouns: ReadonlySet<string> = new Set([
  "people",
  "miles",
  "kilometers",
  "kilometres",
  "km",
  "kg",
  "tons",
  "tonnes",
  "dollars",
  "euros",
  "pounds",
  "troops",
  "soldiers",
  "men",
  "women",
  "children",
  "homes",
  "acres",
  "hectares",
  "feet",
  "meters",
  "metres",
  "points",
  "shares",
  "jobs",
  "workers",
  "votes",
  "percent",
  "per",
  "cases",
  "hp",
  "mph",
  "calories",
  "yards",
  "barrels",
  "prisoners",
  "students",
  "members",
  "employees",
  "residents",
  "units",
  "users",
  "million",
  "billion",
  "trillion",
]);

/** Nouns of what is held on a day that is known before. */
export const appointedNouns: ReadonlySet<string> = new Set(
  `vote ballot election poll referendum runoff primary meeting summit talk conference session hearing trial sentencing debate deadline
    match game final race match-up fight show concert ceremony funeral launch opening visit trip march rally parade protest strike walkout
    festival event speech address announcement decision ruling verdict auction sale release report data budget flight sailing class lesson
    exam test mass service holiday inauguration swearing-in handover signing fixture`.split(/\s+/),
);
