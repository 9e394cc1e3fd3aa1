/** How long and how often: counted units, and what they are counted from. */
import { numbers, sets, type Unit } from "../../language/en/time-words.ts";
import {
  amountAt,
  capital,
  capitalOrNoun,
  type Hit,
  hyphen,
  is,
  isDigits,
  monthAt,
  type Pattern,
  type Pieces,
  unitAt,
  weekdayAt,
} from "./pieces.ts";

export const softeners = new Set([
  "about",
  "nearly",
  "almost",
  "around",
  "approximately",
  "roughly",
  "only",
  "just",
  "over",
  "some",
]);

/** "two days ago", "nearly four years ago", "a year earlier", "18 months later", "three weeks from now", "six months", "two-year". */
export const counted: Pattern = (p, i) => {
  let at = i;
  const more = is(p, at, "more", "less", "fewer") && is(p, at + 1, "than");
  if (more || (is(p, at, "at") && is(p, at + 1, "least", "most"))) at += 2;
  else if (softeners.has(p.word[at]!)) at++;
  else if (is(p, at, "the") && !is(p, at + 1, "a", "an")) at++;
  if (is(p, at, "first", "last", "next", "past") && at > i) at++;
  if (is(p, at, "latest") && at > i) at++;
  const amount = amountAt(p, at);
  if (amount === undefined) return undefined;
  let [number, next] = amount;
  if (
    is(p, next, "full", "consecutive", "straight", "long", "whole", "more", "fiscal", "additional") &&
    unitAt(p, next + 1) !== undefined
  )
    next++;
  const unit = unitAt(p, hyphen(p, next));
  if (unit === undefined) return undefined;
  const hyphened = hyphen(p, next) > next;
  const [kind, after, plural] = unit;
  // "the 1988 quarter" is a year's.
  if (number !== null && number >= 1000 && !plural) return undefined;
  // "a second time", "one minute" is fine, "a second" and "the second" are not times.
  if (kind === "second" && !(number !== null && number !== 1 && isDigits(p.word[at]))) return undefined;
  if (
    number !== null &&
    number !== 1 &&
    !plural &&
    !hyphened &&
    number !== 0.5 &&
    !isDigits(p.word[at]) &&
    !(p.word[at]! in numbers)
  )
    return undefined;
  if (kind === "quarter" && is(p, at, "a", "an")) return undefined;
  if (is(p, after, "and") && is(p, after + 1, "a") && is(p, after + 2, "half")) {
    number = (number ?? 0) + 0.5;
    return (
      relativeTail(p, after + 3, kind, number, i) ?? {
        to: after + 3,
        meaning: { kind: "duration", unit: kind, amount: number },
      }
    );
  }
  const old = hyphen(p, after);
  // An age is no time.
  if (is(p, old, "old")) return undefined;
  const tail = relativeTail(p, after, kind, number, i);
  if (tail !== undefined) return tail;
  if (is(p, at, "a", "an") && number === 1) {
    if (isRate(p, at)) return { to: after, meaning: { kind: "set", value: `P1${kind[0]!.toUpperCase()}` } };
    // "A day of mourning", "a century of": the bare article counts only after a preposition of lasting.
    if (
      !is(
        p,
        i - 1,
        "for",
        "in",
        "within",
        "than",
        "over",
        "about",
        "nearly",
        "almost",
        "after",
        "least",
        "lasted",
        "during",
        "around",
        "once",
        "twice",
      ) &&
      at === i &&
      !is(p, after, "or", "and", "that", "in")
    )
      return undefined;
  }
  if (kind === "weekend") return undefined;
  return { to: after, meaning: { kind: "duration", unit: kind, amount: number } };
};

/** "$3 million a year", "twice a week", "times a day". */
function isRate(p: Pieces, i: number): boolean {
  const before = p.word[i - 1] ?? "";
  return (
    /^\d+$/.test(before) ||
    [
      "times",
      "once",
      "twice",
      "million",
      "billion",
      "thousand",
      "dollars",
      "euros",
      "people",
      "barrels",
      "hours",
      "days",
      "lives",
      "percent",
      "%",
    ].includes(before)
  );
}

function relativeTail(p: Pieces, after: number, unit: Unit, amount: number | null, start: number): Hit {
  const at =
    is(p, after, "or") && is(p, after + 1, "so", "more")
      ? after + 2
      : is(p, after, "and") && is(p, after + 1, "more")
        ? after + 2
        : after;
  const dash = hyphen(p, at);
  if (is(p, dash, "ago"))
    return {
      to: dash + 1,
      meaning: {
        kind: "relative",
        unit,
        amount: amount === null ? null : -amount,
        from: "now",
        counted: true,
      },
    };
  if (is(p, dash, "earlier", "before", "previously")) {
    if (is(p, dash, "before") && capitalOrNoun(p, dash + 1)) return undefined;
    return {
      to: dash + 1,
      meaning:
        amount === null
          ? { kind: "duration", unit, amount }
          : { kind: "relative", unit, amount: -amount, from: "then", counted: true },
    };
  }
  if (is(p, dash, "later", "after", "afterwards", "afterward", "on")) {
    if (is(p, dash, "after") && (capitalOrNoun(p, dash + 1) || dash + 1 < p.word.length)) return undefined;
    if (is(p, dash, "on")) return undefined;
    return {
      to: dash + 1,
      meaning:
        amount === null
          ? { kind: "duration", unit, amount }
          : { kind: "relative", unit, amount, from: "then" },
    };
  }
  if (is(p, at, "from") && is(p, at + 1, "now", "today"))
    return { to: at + 2, meaning: { kind: "relative", unit, amount, from: "now" } };
  if (is(p, at, "hence")) return { to: at + 1, meaning: { kind: "relative", unit, amount, from: "now" } };
  if (at > after && start >= 0) return { to: at, meaning: { kind: "duration", unit, amount } };
  return undefined;
}

/** "years", "weeks", "decades" alone: only as a lasting ("for years", "weeks of talks", "decades-long", "years ago"). */
export const bareUnits: Pattern = (p, i) => {
  const unit = unitAt(p, i);
  if (
    unit === undefined ||
    !unit[2] ||
    unit[0] === "second" ||
    unit[0] === "quarter" ||
    unit[0] === "weekend"
  )
    return undefined;
  const tail = relativeTail(p, unit[1], unit[0], null, -1);
  if (tail !== undefined) return tail;
  if (
    !is(
      p,
      i - 1,
      "for",
      "in",
      "within",
      "after",
      "over",
      "of",
      "took",
      "take",
      "spent",
      "spend",
      "lasted",
      "recent",
      "coming",
    ) &&
    !is(p, unit[1], "of") &&
    !(is(p, unit[1], "-") && is(p, unit[1] + 1, "long", "old"))
  )
    return undefined;
  return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: null } };
};

/** "every day", "each Friday", "per month", "once a week" (through counted), "daily", "every two weeks". */
export const set: Pattern = (p, i) => {
  const value = sets[p.word[i] ?? ""];
  if (value !== undefined)
    return capital(p, i) && i > 0 ? undefined : { to: i + 1, meaning: { kind: "set", value } };
  if (!is(p, i, "every", "each", "per")) return undefined;
  const day = weekdayAt(p, i + 1);
  if (day !== undefined) return { to: day[1], meaning: { kind: "set", value: `XXXX-WXX-${day[0]}` } };
  const month = monthAt(p, i + 1);
  if (month !== undefined)
    return { to: month[1], meaning: { kind: "set", value: `XXXX-${String(month[0]).padStart(2, "0")}` } };
  const amount = is(p, i, "every") ? amountAt(p, i + 1) : undefined;
  const unit = unitAt(p, amount?.[1] ?? (is(p, i + 1, "single", "other") ? i + 2 : i + 1));
  if (unit === undefined || unit[0] === "second") return undefined;
  const number = amount?.[0] ?? (is(p, i + 1, "other") ? 2 : 1);
  const letter = unit[0][0]!.toUpperCase();
  const value2 =
    unit[0] === "hour" || unit[0] === "minute"
      ? `PT${number}${letter}`
      : unit[0] === "decade"
        ? `P${number * 10}Y`
        : `P${number}${letter}`;
  return { to: unit[1], meaning: { kind: "set", value: value2 } };
};
