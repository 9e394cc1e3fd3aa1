/** Times told from now or from the time that the text is at, and the parts of a year. */
import { dayParts, ordinals, references, seasons, units } from "../../language/en/time-words.ts";
import { dayFirst, decade, holidayAt, monthFirst } from "./dates.ts";
import type { Meaning } from "./meaning.ts";
import {
  amountAt,
  capital,
  capitalOrNoun,
  dayAt,
  edgeWord,
  glued,
  type Hit,
  hyphen,
  is,
  isDigits,
  monthAt,
  type Pattern,
  type Pieces,
  unitAt,
  weekdayAt,
  whichWords,
  yearAt,
} from "./pieces.ts";

const fromThen = new Set(["previous", "preceding", "following", "prior", "ensuing"]);

/** "last week", "the past three months", "this Friday", "next October", "the following day", "this morning", "last summer". */
export const which: Pattern = (p, i) => {
  let at = is(p, i, "the", "these", "those") ? i + 1 : i;
  if (is(p, at, "this") && is(p, at + 1, "past", "coming")) at++;
  const word = p.word[at] ?? "";
  const step = whichWords[word];
  if (step === undefined) return undefined;
  if (
    word === "past" &&
    at === i &&
    !is(
      p,
      at + 1,
      "weekend",
      "week",
      "month",
      "year",
      "decade",
      "summer",
      "winter",
      "spring",
      "fall",
      "few",
      "several",
    ) &&
    amountAt(p, at + 1) === undefined
  )
    return undefined;
  const from =
    fromThen.has(word) || (word === "next" && at > i && is(p, at + 1, "day", "morning", "night"))
      ? "then"
      : "now";
  const more = is(p, at + 1, "fiscal", "full", "calendar") ? at + 2 : at + 1;
  const day = weekdayAt(p, more);
  if (day !== undefined) return { to: day[1], meaning: { kind: "weekday", weekday: day[0], which: step } };
  const month = monthAt(p, more);
  if (month !== undefined && dayAt(p, month[1]) === undefined)
    return { to: month[1], meaning: { kind: "month", month: month[0], which: step } };
  const season = seasons[p.word[more] ?? ""];
  if (season !== undefined) return { to: more + 1, meaning: { kind: "season", season, which: step } };
  const holiday = holidayAt(p, more);
  if (holiday !== undefined)
    return { to: holiday[1], meaning: { kind: "holiday", name: holiday[0], which: step } };
  const part = dayParts[p.word[more] ?? ""];
  if (part !== undefined && (word === "this" || word === "last" || from === "then")) {
    return {
      to: more + 1,
      meaning: {
        kind: "clock",
        part,
        date: {
          kind: "relative",
          unit: "day",
          amount: from === "then" ? step : word === "last" ? -1 : 0,
          from,
        },
      },
    };
  }
  const half = is(p, more, "half") ? more : 0;
  if (half > 0) return undefined;
  const amount = amountAt(p, more);
  if (amount !== undefined && !is(p, more, "a", "an")) {
    const unit = unitAt(p, hyphen(p, amount[1]));
    if (unit !== undefined)
      return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: amount[0] } };
    return undefined;
  }
  const unit = unitAt(p, more);
  if (unit === undefined || unit[0] === "second") return undefined;
  if (unit[2] && unit[0] !== "weekend")
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: null } };
  if (is(p, unit[1], "'", "’") && is(p, unit[1] + 1, "s")) {
    const inner = partOfYear(p, unit[1] + 2);
    if (inner !== undefined && unit[0] === "year")
      return {
        to: inner.to,
        meaning: withYear(inner.meaning, { kind: "relative", unit: "year", amount: step, from }),
      };
  }
  if (unit[0] === "minute" || unit[0] === "hour")
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } };
  if ((word === "past" || word === "coming") && at > i)
    return { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } };
  return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: step, from } };
};

/** "yesterday", "tonight", "the day before yesterday", "tomorrow morning". */
const deicticDays: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 };

export const deictic: Pattern = (p, i) => {
  if (
    is(p, i, "the") &&
    is(p, i + 1, "day") &&
    is(p, i + 2, "before", "after") &&
    is(p, i + 3, "yesterday", "tomorrow")
  ) {
    return {
      to: i + 4,
      meaning: { kind: "relative", unit: "day", amount: is(p, i + 2, "before") ? -2 : 2, from: "now" },
    };
  }
  const amount = deicticDays[p.word[i] ?? ""];
  if (amount === undefined) return undefined;
  const date: Meaning = { kind: "relative", unit: "day", amount, from: "now" };
  if (is(p, i, "tonight")) return { to: i + 1, meaning: { kind: "clock", part: "NI", date } };
  return { to: i + 1, meaning: date };
};

/** "that day", "the same month", "that year", "the day before", "the day after". */
export const thatTime: Pattern = (p, i) => {
  if (
    is(p, i, "the") &&
    is(p, i + 1, "day", "week", "month", "year") &&
    is(p, i + 2, "before", "after") &&
    !capitalOrNoun(p, i + 3)
  ) {
    return {
      to: i + 3,
      meaning: {
        kind: "relative",
        unit: units[p.word[i + 1]!]!,
        amount: is(p, i + 2, "before") ? -1 : 1,
        from: "then",
      },
    };
  }
  let at = i;
  if (is(p, at, "the", "that", "this")) at++;
  if (is(p, at, "same", "very")) at++;
  else if (!is(p, i, "that")) return undefined;
  if (at === i) return undefined;
  const unit = unitAt(p, at);
  if (
    unit === undefined ||
    unit[2] ||
    ["second", "minute", "hour", "fortnight", "century"].includes(unit[0])
  ) {
    const part = dayParts[p.word[at] ?? ""];
    if (part === undefined || !is(p, i, "that", "the")) return undefined;
    return {
      to: at + 1,
      meaning: { kind: "clock", part, date: { kind: "relative", unit: "day", amount: 0, from: "then" } },
    };
  }
  return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: 0, from: "then" } };
};

/** "the week", "the year", "the weekend", "the end of the month" through withEdge: the one that now is. */
export const theUnit: Pattern = (p, i) => {
  if (!is(p, i, "the")) return undefined;
  const fiscal = is(p, i + 1, "fiscal", "full", "current") ? i + 2 : i + 1;
  const unit = unitAt(p, fiscal);
  if (unit === undefined || unit[2]) return undefined;
  if (unit[0] === "year") {
    const year = yearAt(p, unit[1]);
    if (year !== undefined) return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  if (unit[0] === "week" && is(p, unit[1], "of")) {
    const date = monthFirst(p, unit[1] + 1) ?? dayFirst(p, unit[1] + 1);
    if (date?.meaning.kind === "date" && date.meaning.day !== undefined)
      return { to: date.to, meaning: { kind: "clock", part: "WEEK", date: date.meaning } };
  }
  if (is(p, unit[1], "of", "that", "when", "before", "after", "ended", "ending", "to")) {
    const end = monthFirst(p, unit[1] + 1)?.meaning;
    // "The quarter ended Sept. 30" is the third, "the quarter ended July 31" the second.
    if (unit[0] === "quarter" && is(p, unit[1], "ended", "ending") && end?.kind === "date" && end.month! > 2)
      return { to: unit[1], meaning: { kind: "part", part: "quarter", number: Math.floor(end.month! / 3) } };
    return is(p, unit[1], "ended", "ending")
      ? { to: unit[1], meaning: { kind: "duration", unit: unit[0], amount: 1 } }
      : undefined;
  }
  if (unit[0] === "weekend")
    return { to: unit[1], meaning: { kind: "relative", unit: "weekend", amount: 0, from: "now" } };
  if (unit[0] === "quarter")
    return { to: unit[1], meaning: { kind: "relative", unit: "quarter", amount: 0, from: "then" } };
  if (["year", "month", "week"].includes(unit[0]))
    return { to: unit[1], meaning: { kind: "relative", unit: unit[0], amount: 0, from: "now" } };
  return undefined;
};

/** "year-earlier", "year-ago", "the year-ago quarter", "the year-earlier period". */
export const yearAgo: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  if (!is(p, at, "year")) return undefined;
  const tail = hyphen(p, at + 1);
  if (!is(p, tail, "earlier", "ago") || tail === at + 1) return undefined;
  const noun = tail + 1;
  const year: Meaning = { kind: "relative", unit: "year", amount: -1, from: "now", counted: true };
  if (is(p, noun, "quarter", "period"))
    return { to: noun + 1, meaning: { kind: "part", part: "quarter", number: 0, year } };
  const inner = partOfYear(p, noun);
  if (inner !== undefined) return { to: inner.to, meaning: withYear(inner.meaning, year) };
  return { to: tail + 1, meaning: year };
};

/** "now", "currently", "recently", "the future", "the past", "in recent years" through which/counted. */
export const reference: Pattern = (p, i) => {
  if (is(p, i, "the")) {
    const near = is(p, i + 1, "near", "distant", "recent", "foreseeable", "immediate") ? i + 2 : i + 1;
    if (is(p, near, "past"))
      return amountAt(p, near + 1) !== undefined || unitAt(p, near + 1) !== undefined
        ? undefined
        : { to: near + 1, meaning: { kind: "reference", value: "PAST_REF" } };
    if (is(p, near, "future")) return { to: near + 1, meaning: { kind: "reference", value: "FUTURE_REF" } };
    return undefined;
  }
  const value = references[p.word[i] ?? ""];
  if (value === undefined || (capital(p, i) && i > 0 && /^[a-z]/.test(p.word[i - 1]!))) return undefined;
  if (is(p, i, "recent")) {
    const unit = unitAt(p, i + 1);
    if (unit !== undefined)
      return {
        to: i + 2,
        meaning:
          unit[0] === "year"
            ? { kind: "reference", value: "PAST_REF" }
            : { kind: "duration", unit: unit[0], amount: null },
      };
  }
  // "future earnings": said of a thing, not of when.
  if (is(p, i, "future")) return undefined;
  return { to: i + 1, meaning: { kind: "reference", value } };
};

/** "third quarter", "the first half of 1989", "third-quarter", "Q3 2020", "the fiscal first quarter". */
export const partOfYear: Pattern = (p, i) => {
  let at = i;
  if (is(p, at, "the", "its", "their")) at++;
  if (is(p, at, "fiscal") && !isDigits(p.word[hyphen(p, at + 1)])) at = hyphen(p, at + 1);
  if (is(p, at, "q") && /^[1-4]$/.test(p.word[at + 1] ?? "") && glued(p, at + 1)) {
    return withYearAfter(p, at + 2, { kind: "part", part: "quarter", number: Number(p.word[at + 1]) });
  }
  if (is(p, at, "current", "latest") && is(p, at + 1, "quarter", "period") && at > i) {
    return { to: at + 2, meaning: { kind: "part", part: "quarter", number: is(p, at, "current") ? 0 : -1 } };
  }
  let number = ordinals[p.word[at] ?? ""] ?? (is(p, at, "last", "final", "latter") ? 9 : undefined);
  let next = at + 1;
  if (number === undefined && /^[1-4]$/.test(p.word[at] ?? "") && is(p, at + 1, "st", "nd", "rd", "th")) {
    number = Number(p.word[at]);
    next = at + 2;
  }
  if (number === undefined) return undefined;
  if (is(p, next, "fiscal")) next++;
  const noun = hyphen(p, next);
  if (is(p, noun, "quarter", "quarters") && (number <= 4 || number === 9)) {
    return withYearAfter(p, noun + 1, { kind: "part", part: "quarter", number: number === 9 ? 4 : number });
  }
  if (is(p, noun, "half") && (number <= 2 || number === 9)) {
    const hit = withYearAfter(p, noun + 1, { kind: "part", part: "half", number: number === 9 ? 2 : number });
    // "the first half" of a match is no time: only of a year.
    return hit !== undefined && hit.to > noun + 1 ? hit : undefined;
  }
  return undefined;
};

function withYearAfter(p: Pieces, i: number, meaning: Meaning): Hit {
  const of = is(p, i, "of", ",") ? i + 1 : i;
  if (is(p, of, "fiscal") && yearAt(p, of + 1) !== undefined)
    return { to: of + 2, meaning: withYear(meaning, { kind: "date", year: Number(p.word[of + 1]) }) };
  const year = yearAt(p, of);
  if (year !== undefined) return { to: year[1], meaning: withYear(meaning, { kind: "date", year: year[0] }) };
  const relative =
    is(p, i, "of") || is(p, i, "last", "this", "next")
      ? (which(p, of) ?? theUnit(p, of) ?? decade(p, of))
      : undefined;
  if (
    relative !== undefined &&
    (relative.meaning.kind === "decade" ||
      (relative.meaning.kind === "relative" && relative.meaning.unit === "year"))
  ) {
    return relative.meaning.kind === "decade"
      ? { to: relative.to, meaning: relative.meaning, edge: "END" }
      : { to: relative.to, meaning: withYear(meaning, relative.meaning) };
  }
  return { to: i, meaning };
}

function withYear(meaning: Meaning, year: Meaning): Meaning {
  return meaning.kind === "part" || meaning.kind === "season" ? { ...meaning, year } : meaning;
}

/** "the 1988 second quarter", "the 1989 period". */
export const yearsPart: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  const year = yearAt(p, at);
  if (year === undefined) return undefined;
  const of: Meaning = { kind: "date", year: year[0] };
  if (is(p, year[1], "quarter", "period"))
    return { to: year[1] + 1, meaning: { kind: "part", part: "quarter", number: 0, year: of } };
  const part = partOfYear(p, year[1]);
  return part === undefined || part.meaning.kind !== "part" || part.meaning.year !== undefined
    ? undefined
    : { to: part.to, meaning: withYear(part.meaning, of) };
};

/** "year-end", "year's end". */
export const yearEnd: Pattern = (p, i) => {
  if (!is(p, i, "year")) return undefined;
  const end = is(p, i + 1, "'", "’") ? i + 3 : hyphen(p, i + 1);
  return is(p, end, "end")
    ? { to: end + 1, meaning: { kind: "relative", unit: "year", amount: 0, from: "now" }, edge: "END" }
    : undefined;
};

/** "fiscal 1989", "fiscal year 1989". */
export const fiscalYear: Pattern = (p, i) => {
  if (!is(p, i, "fiscal")) return undefined;
  const year = yearAt(p, is(p, i + 1, "year") ? i + 2 : i + 1);
  if (year === undefined) return undefined;
  if (is(p, year[1], "'", "’") && is(p, year[1] + 1, "s")) {
    const inner = partOfYear(p, year[1] + 2);
    if (inner !== undefined)
      return { to: inner.to, meaning: withYear(inner.meaning, { kind: "date", year: year[0] }) };
  }
  return { to: year[1], meaning: { kind: "date", year: year[0] } };
};

/** "summer 1967", "the summer of 1967", "the winter". */
export const season: Pattern = (p, i) => {
  const the = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, the);
  const at = edge === undefined ? the : edge[1];
  const code = seasons[p.word[at] ?? ""];
  if (code === undefined) return undefined;
  const year = yearAt(p, is(p, at + 1, "of", ",") ? at + 2 : at + 1);
  const more = edge === undefined ? {} : { edge: edge[0] };
  if (year !== undefined)
    return {
      to: year[1],
      meaning: { kind: "season", season: code, year: { kind: "date", year: year[0] } },
      ...more,
    };
  if (is(p, at + 1, "of") && is(p, at + 2, "last", "this", "next")) {
    const relative = which(p, at + 2);
    if (relative?.meaning.kind === "relative")
      return { to: relative.to, meaning: { kind: "season", season: code, year: relative.meaning }, ...more };
  }
  const sure = is(p, at, "summer", "winter", "autumn")
    ? the > i || is(p, at - 1, "in", "during", "by", "until", "since", "of")
    : is(p, at - 1, "in", "during", "by", "since") || (the > i && is(p, at, "spring"));
  return sure ? { to: at + 1, meaning: { kind: "season", season: code }, ...more } : undefined;
};
