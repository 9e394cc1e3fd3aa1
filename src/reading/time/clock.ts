/** Times of day. */
import { dayParts } from "../../language/en/time-words.ts";
import { dayFirst, monthFirst, unlessAlone, weekday } from "./dates.ts";
import { capital, comma, glued, is, type Pattern, type Pieces } from "./pieces.ts";
import { deictic } from "./relative.ts";

/** "10:35 a.m.", "5 p.m. Friday", "noon", "midnight", "4 a.m. EDT Thursday", "1400 GMT". */
export const clock: Pattern = (p, i) => {
  let hour: number | undefined;
  let minute = 0;
  let next = i;
  if (is(p, i, "noon", "midnight", "midday")) {
    hour = is(p, i, "midnight") ? 24 : 12;
    next = i + 1;
  } else if (/^\d{1,2}$/.test(p.word[i] ?? "")) {
    hour = Number(p.word[i]);
    next = i + 1;
    const colon =
      is(p, next, ":", ".") &&
      glued(p, next) &&
      /^[0-5]\d$/.test(p.word[next + 1] ?? "") &&
      glued(p, next + 1);
    if (colon) {
      minute = Number(p.word[next + 1]);
      next += 2;
    }
    const half = meridiem(p, next);
    if (half !== undefined && hour >= 1 && hour <= 12) {
      hour = (hour % 12) + (half[0] === "p" ? 12 : 0);
      next = half[1];
    } else if (is(p, next, "o") && is(p, next + 2, "clock")) next += 3;
    else if (
      is(p, next, "in") &&
      is(p, next + 1, "the") &&
      is(p, next + 2, "morning", "afternoon", "evening")
    ) {
      hour += is(p, next + 2, "morning") ? 0 : 12;
      next += 3;
    } else if (
      !colon ||
      p.word[i + 1] === "." ||
      (!zones.has(p.word[next] ?? "") &&
        !is(p, i - 1, "at", "by", "around", "about", "from", "until", "before", "after"))
    )
      return undefined;
    if (hour > 24) return undefined;
  } else if (/^([01]\d|2[0-4])[0-5]\d$/.test(p.word[i] ?? "") && is(p, i + 1, "gmt", "utc", "hours")) {
    hour = Number(p.word[i]!.slice(0, 2));
    minute = Number(p.word[i]!.slice(2));
    next = i + 1;
  } else return undefined;
  if (zones.has(p.word[next] ?? "") && capital(p, next)) next++;
  else if (is(p, next, "local") && is(p, next + 1, "time")) next += 2;
  const on = is(p, next, "on") ? next + 1 : comma(p, next);
  const date =
    weekday(p, on) ?? deictic(p, on) ?? unlessAlone(monthFirst, p, on) ?? unlessAlone(dayFirst, p, on);
  if (date !== undefined)
    return { to: date.to, meaning: { kind: "clock", hour, minute, date: date.meaning } };
  return { to: next, meaning: { kind: "clock", hour, minute } };
};

const zones = new Set([
  "gmt",
  "utc",
  "est",
  "edt",
  "cst",
  "cdt",
  "mst",
  "mdt",
  "pst",
  "pdt",
  "bst",
  "cet",
  "cest",
  "et",
  "pt",
  "ct",
]);

function meridiem(p: Pieces, i: number): ["a" | "p", number] | undefined {
  if (is(p, i, "am", "pm")) return [p.word[i]![0] as "a" | "p", i + 1];
  if (!is(p, i, "a", "p") || p.word[i + 1] !== "." || p.word[i + 2] !== "m") return undefined;
  return [p.word[i] as "a" | "p", is(p, i + 3, ".") ? i + 4 : i + 3];
}

/** A date and the part of the day after it: "Friday morning", "yesterday evening", "March 5 at 10 p.m.". */
export const withDayPart =
  (pattern: Pattern): Pattern =>
  (p, i) => {
    const hit = pattern(p, i);
    if (hit === undefined) return undefined;
    const { meaning } = hit;
    const isDay =
      meaning.kind === "weekday" ||
      (meaning.kind === "date" && meaning.day !== undefined) ||
      (meaning.kind === "relative" && meaning.unit === "day");
    if (!isDay) return hit;
    const early = is(p, hit.to, "early", "late") ? hit.to + 1 : hit.to;
    const part = dayParts[p.word[early] ?? ""];
    if (part !== undefined) return { to: early + 1, meaning: { kind: "clock", part, date: meaning } };
    const at = is(p, hit.to, "at", ",") ? hit.to + 1 : hit.to;
    const time = is(p, hit.to, "at") || meridiemSoon(p, at) ? clock(p, at) : undefined;
    if (time?.meaning.kind === "clock" && time.meaning.date === undefined) {
      return { to: time.to, meaning: { ...time.meaning, date: meaning } };
    }
    return hit;
  };

const meridiemSoon = (p: Pieces, i: number) =>
  /^\d{1,2}$/.test(p.word[i] ?? "") &&
  (meridiem(p, i + 1) !== undefined || (is(p, i + 1, ":") && meridiem(p, i + 3) !== undefined));

/** "overnight", "in the morning": a part of the day that the text is at. */
export const partOfDay: Pattern = (p, i) => {
  if (is(p, i, "overnight"))
    return {
      to: i + 1,
      meaning: {
        kind: "clock",
        part: "NI",
        date: { kind: "relative", unit: "day", amount: 0, from: "then" },
      },
    };
  return undefined;
};
