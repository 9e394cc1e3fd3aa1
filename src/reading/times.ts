/**
 * Times of a report: found by the time grammar, resolved against the publication time and the times that
 * the text has named before. Without a publication time relative dates stay open ("XXXX-02").
 * Values are TIMEX3's (TimeML 1.2.1).
 */
import { timetabledVerbs } from "../language/en/outlook.ts";
import { appointedNouns, holidays, movingHolidays, unitLetters } from "../language/en/time-words.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Time, TimeMention } from "../model/time.ts";
import {
  dateOf,
  dayName,
  dayOf,
  fourDigits,
  monthLength,
  monthName,
  monthsFrom,
  nthWeekday,
  parseDay,
  twoDigits,
  weekdayOf,
  weekName,
  weekStart,
} from "./calendar.ts";
import { findTimes } from "./time/grammar.ts";
import type { Edge, Match, Meaning } from "./time/meaning.ts";
import { clauseOf, is, kid, kids, parent, type Tree, treeOf, upward } from "./tree.ts";

/** Times of all sentences in text order. `published` is an ISO 8601 date or date-time. */
export function readTimes(text: string, sentences: readonly Sentence[], published?: string): TimeMention[] {
  const now = published === undefined ? undefined : parseDay(published);
  const found = matchesOf(text, sentences);
  const narrative: Narrative = {
    now,
    told: now,
    toldDay: true,
    sentence: 0,
    toldIn: 0,
    history: isHistory(found, now),
  };
  const mentions: TimeMention[] = [];
  for (const { sentence, match } of found) {
    const tense = tenseAt(text, sentence, match);
    narrative.sentence = sentence.index;
    const value = resolve(match.meaning, narrative, tense, match.edge);
    if (value === undefined) continue;
    mentions.push({ start: match.start, end: match.end, time: timeOf(text, sentence, match, value, now) });
    if (value.day !== undefined) {
      narrative.told = value.day;
      narrative.toldIn = sentence.index;
      narrative.toldDay = value.from === value.to;
    }
    narrative.quarter = reportedQuarter(value.value, narrative) ?? narrative.quarter;
  }
  return mentions;
}

/** The quarter that is reported on: none that is compared with it, nor one still to come. */
function reportedQuarter(value: string, { now, quarter }: Narrative): Narrative["quarter"] {
  const found = /^(\d{4})-Q([1-4])$/.exec(value);
  if (found === null) return undefined;
  const one = { year: Number(found[1]), quarter: Number(found[2]) };
  if (now !== undefined && dayOf(one.year, one.quarter * 3 - 2, 1) > now) return undefined;
  return quarter === undefined || one.year >= quarter.year ? one : undefined;
}

interface Located {
  readonly sentence: Sentence;
  readonly match: Match;
}

/** A sentence cut short at an abbreviation ("at 5 p.m. | Wednesday", "Nov. | 9") is read on into the next. */
function matchesOf(text: string, sentences: readonly Sentence[]): Located[] {
  const found: Located[] = [];
  let read = -1;
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const end = next !== undefined && isCutShort(text, sentence, next) ? next.end : sentence.end;
    for (const match of findTimes(text, { start: Math.max(read, sentence.start), end })) {
      // What lies wholly in the next sentence is its own.
      if (match.start >= sentence.end) break;
      found.push({ sentence, match });
      read = match.end;
    }
  });
  return found;
}

function isCutShort(text: string, sentence: Sentence, next: Sentence): boolean {
  if (next.start - sentence.end > 2) return false;
  return /\b(?:[ap]\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/.test(
    text.slice(Math.max(sentence.start, sentence.end - 6), sentence.end),
  );
}

/** More dates of years long past than times told from now: a month without its year is of the story's. */
function isHistory(found: readonly Located[], now: number | undefined): boolean {
  if (now === undefined) return false;
  const old = dateOf(now).year - 1;
  let [past, present] = [0, 0];
  for (const { match } of found) {
    const meaning = match.meaning.kind === "clock" ? match.meaning.date : match.meaning;
    if (meaning?.kind === "date" && meaning.year !== undefined && meaning.year < old)
      past += meaning.month === undefined ? 0.5 : 1;
    else if (meaning?.kind === "weekday" || (meaning?.kind === "relative" && meaning.from === "now"))
      present++;
  }
  return past > 1.5 && past > present;
}

/** Where the text is: publication, and the day that it last named. */
interface Narrative {
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

/** "until": no verb, but the words before say that it is yet to come ("until Friday", "effective Feb. 1"). */
type Tense = "past" | "future" | "could" | "until" | "none";

interface Value {
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

function resolve(meaning: Meaning, at: Narrative, tense: Tense, edge?: Edge): Value | undefined {
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

const open = (value: string, type: Time["type"] = "DATE"): Value => ({ value, type, stated: false });

function dayValue(day: number, stated: boolean): Value {
  return { value: dayName(day), type: "DATE", from: day, to: day, day, stated };
}

function monthValue(year: number, month: number, stated: boolean, edge?: Edge): Value {
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

function yearValue(year: number, stated: boolean, edge?: Edge): Value {
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

const yearsCovered = (first: number, last: number) => ({ from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) });

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

/** How TIMEX3 writes a day, week, month … that is not known. */
function openUnit(unit: string): Value {
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

function quarterValue(year: number, quarter: number, stated: boolean): Value {
  const month = quarter * 3;
  return {
    value: `${fourDigits(year)}-Q${quarter}`,
    type: "DATE",
    from: dayOf(year, month - 2, 1),
    to: dayOf(year, month, monthLength(year, month)),
    stated,
  };
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

function durationValue(unit: keyof typeof unitLetters, amount: number | null): string {
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

/** Prepositions that say where in time something lies towards the expression after them. */
const since = new Set(["since"]);
const until = new Set(["until", "till", "by", "before"]);
const after = new Set(["after", "from", "starting", "beginning"]);

function timeOf(text: string, sentence: Sentence, match: Match, value: Value, now: number | undefined): Time {
  const before = text.slice(Math.max(sentence.start, match.start - 16), match.start);
  const leading = /([A-Za-z]+)\s+$/.exec(before);
  const preposition = leading?.[1]?.toLowerCase() ?? "";
  const isSince = since.has(preposition);
  const bounds = boundsOf(preposition, value, now);
  const from =
    isSince || until.has(preposition) || after.has(preposition)
      ? match.start - leading![0].length
      : match.start;
  return {
    value: value.value,
    type: value.type,
    ...bounds,
    words: text.slice(from, match.end),
    stated: value.stated,
  };
}

function boundsOf(preposition: string, value: Value, now: number | undefined): Pick<Time, "from" | "to"> {
  if (value.from === undefined || value.to === undefined) return {};
  if (since.has(preposition)) return { from: dayName(value.from), to: null };
  if (preposition === "until" || preposition === "till" || preposition === "by")
    return { to: dayName(value.to) };
  if (preposition === "before") return { to: dayName(value.from - 1) };
  if (preposition === "after") return { from: dayName(value.to), to: null };
  if (now !== undefined && value.value.length < 4)
    return { from: dayName(value.from), to: dayName(value.to) };
  return { from: dayName(value.from), to: dayName(value.to) };
}

const futureModals = new Set([
  "will",
  "shall",
  "'ll",
  "’ll",
  "wo",
  "would",
  "may",
  "might",
  "should",
  "must",
]);
/** "could not be found Wednesday", "could meet in May": of the past or of what is to come. */
const openModals = new Set(["could", "can"]);
const planVerbs = new Set([
  "plan",
  "expect",
  "schedule",
  "hope",
  "intend",
  "set",
  "slate",
  "due",
  "want",
  "aim",
  "prepare",
  "begin",
  "start",
  "likely",
  "agree",
  "decide",
  "decision",
  "promise",
  "vow",
  "urge",
  "ask",
  "need",
  "have",
  "go",
]);

/** Verbs whose date is still to come when they are told: "scheduled a hearing Thursday", "postponed it until Friday". */
const settingVerbs = new Set([
  "schedule",
  "plan",
  "slate",
  "postpone",
  "delay",
  "extend",
  "reschedule",
  "set",
]);

const isAwaited = ({ lemma, form }: Token) => lemma === "expect" || /^(?:due|likely|set|bound)$/i.test(form);

const isSet = (token: Token) => settingVerbs.has(token.lemma) && token.xpos === "VBN";

const untilWords =
  /\b(?:until|till|as soon as|no later than|effective|as early as|deadline of)\s+(?:about |early |mid-|late )?$/i;

/** The tense of the clause around a time, as far as the tree tells. */
function tenseAt(text: string, sentence: Sentence, { start: offset, meaning }: Match): Tense {
  const before = text.slice(Math.max(sentence.start, offset - 24), offset);
  // "Until Thursday, they had not …" tells of what was.
  if (untilWords.test(before) && !/\bUntil /.test(before)) return "until";
  if (/\bsince\s+(?:the |last )?$/i.test(before)) return "past";
  const token = sentence.tokens.find((one) => one.end > offset);
  if (token === undefined) return "none";
  const tree = treeOf(sentence);
  if (isAwaitedDay(tree, token, before)) return "future";
  if (isOver(tree, token)) return "past";
  if (meaning.kind === "weekday" && isAppointed(tree, token)) return "future";
  // "the slated visit in September"
  if (
    upward(tree, token)
      .slice(0, 3)
      .some((one) => one.upos === "NOUN" && kids(tree, one, "amod").some(isSet))
  )
    return "future";
  let verb: Token | undefined = clauseOf(tree, token);
  for (let steps = 0; verb !== undefined && steps < 4; steps++) {
    const helpers = kids(tree, verb, "aux", "cop");
    // "is due by Friday", "is expected on Monday"
    if (isAwaited(verb) && helpers.some((one) => /^VB[ZP]$/.test(one.xpos) && one.lemma === "be"))
      return "future";
    // "the offer announced Friday": a participle without "to be" tells of what was.
    if (verb.xpos === "VBN" && is(verb, "acl") && helpers.length === 0)
      return settingVerbs.has(verb.lemma) ? "future" : "past";
    if (settingVerbs.has(verb.lemma) && verb.upos === "VERB") return "future";
    if (
      helpers.some(
        (one) => futureModals.has(one.lemma.toLowerCase()) || futureModals.has(one.form.toLowerCase()),
      )
    )
      return "future";
    if (
      helpers.some((one) => openModals.has(one.lemma.toLowerCase()) || openModals.has(one.form.toLowerCase()))
    )
      return "could";
    if (helpers.some((one) => one.xpos === "VBD" || one.lemma === "have")) return "past";
    if (verb.xpos === "VBD") return "past";
    const infinitive = kids(tree, verb, "mark").some((one) => one.form.toLowerCase() === "to");
    const above: Token | undefined = parent(tree, verb);
    if (infinitive)
      return above === undefined ||
        planVerbs.has(above.lemma) ||
        above.upos === "NOUN" ||
        above.upos === "ADJ"
        ? "future"
        : tenseOf(above);
    // a date without its year is nearest to now, which is as a rule the right one
    if (meaning.kind === "weekday" && isTimetabled(tree, verb, token)) return "future";
    if (verb.xpos === "VBZ" || verb.xpos === "VBP") return "none";
    if (helpers.some((one) => one.xpos === "VBZ" || one.xpos === "VBP")) return "none";
    verb = above === undefined ? undefined : clauseOf(tree, above);
    if (verb?.i === token.i) break;
  }
  return "none";
}

const timetables = new Set(timetabledVerbs.split(" "));

/** "The trial begins on Monday", "voters go to the polls on Sunday", "the runoff is on Sunday": the present of a timetable. */
function isTimetabled(tree: Tree, verb: Token, day: Token): boolean {
  if (/^head/.test(tree.sentence.blockKind)) return false;
  const subject = kid(tree, verb, "nsubj");
  if (subject === undefined) return false;
  if (verb === day || kid(tree, verb, "cop") !== undefined) {
    const is = kids(tree, verb, "cop").some((one) => /^(?:is|are)$/i.test(one.form));
    return is && verb === day && appointedNouns.has(subject.lemma.toLowerCase());
  }
  if (!/^VB[PZ]?$/.test(verb.xpos) || kid(tree, verb, "aux", "aux:pass") !== undefined) return false;
  if (verb.xpos === "VB" && kid(tree, verb, "mark") !== undefined) return false;
  const above = parent(tree, day);
  const own =
    above === verb ||
    (above !== undefined && is(day, "nmod") && is(above, "obl") && parent(tree, above) === verb);
  if (!own || day.i < verb.i) return false;
  // "leaves home on Sundays", "the shop opens on Mondays": what is done every week
  if (/s$/i.test(day.form) && !/day$/i.test(day.form)) return false;
  return (
    timetables.has(verb.lemma.toLowerCase()) ||
    (verb.lemma === "take" && kid(tree, verb, "obj")?.lemma === "place") ||
    (verb.lemma === "go" && kids(tree, verb, "obl").some((one) => /^(?:poll|trial)$/.test(one.lemma)))
  );
}

/** "Ahead of Sunday's referendum": held on a day to come. */
function isAwaitedDay(tree: Tree, day: Token, before: string): boolean {
  const noun = is(day, "nmod:poss", "compound") ? parent(tree, day) : undefined;
  if (noun === undefined || !appointedNouns.has(noun.lemma.toLowerCase())) return false;
  return /\b(?:ahead of|in the run-up to)\s+(?:the )?$/i.test(before);
}

/** "Monday's violence": what is named by its day has been, unless such things are held on a day to come. */
function isOver(tree: Tree, day: Token): boolean {
  if (kid(tree, day, "case")?.xpos !== "POS" || !is(day, "nmod:poss")) return false;
  const noun = parent(tree, day);
  return noun !== undefined && !appointedNouns.has(noun.lemma.toLowerCase());
}

/** "Called a protest for Friday": what is held on a day that is known before, for that day. */
function isAppointed(tree: Tree, day: Token): boolean {
  const above = parent(tree, day);
  if (above === undefined || kid(tree, day, "case")?.form.toLowerCase() !== "for") return false;
  // "a march on the government quarter for Sunday": of the noun, or of one above it
  const held = upward(tree, above).slice(0, 3);
  return [...held, ...kids(tree, above, "obj", "nsubj:pass")].some(
    (one) => one.upos === "NOUN" && appointedNouns.has(one.lemma.toLowerCase()),
  );
}

const tenseOf = (token: Token): Tense => (token.xpos === "VBD" || token.xpos === "VBN" ? "past" : "none");
