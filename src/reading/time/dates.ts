/** Dates by their names: days, months, years, decades, centuries, weekdays and holidays. */
import {
  countedNouns,
  decadeWords,
  holidays,
  movingHolidays,
  ordinals,
  weakNames,
  weekdays,
  yearPrepositions,
} from "../../language/en/time-words.ts";
import { exists } from "./calendar.ts";
import {
  capital,
  comma,
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
  spelledYearAt,
  twoDigitYear,
  weekdayAt,
  whichWords,
  yearAt,
} from "./pieces.ts";

/** Past a date that no calendar has ("31 February", "February 30, 2023"); the same index where there is none. */
export function impossible(p: Pieces, i: number): number {
  if (
    /^\d{4}$/.test(p.word[i] ?? "") &&
    p.word[i + 1] === "-" &&
    [1, 2, 3, 4].every((n) => glued(p, i + n))
  ) {
    const [month, day] = [Number(p.word[i + 2]), Number(p.word[i + 4])];
    if (p.word[i + 3] === "-" && day > 0 && !exists(Number(p.word[i]), month, day)) return i + 5;
  }
  const first = isDigits(p.word[i]) ? i + 1 : i;
  const suffix = isDigits(p.word[i]) && is(p, first, "st", "nd", "rd", "th") ? first + 1 : first;
  const month = monthAt(p, is(p, suffix, "of") ? suffix + 1 : suffix);
  if (month === undefined) return i;
  const day =
    first > i ? Number(p.word[i]) : Number(/^\d{1,2}$/.exec(p.word[month[1]] ?? "")?.[0] ?? Number.NaN);
  if (!(day >= 1 && day <= (suffix > first ? 99 : 39))) return i;
  const next = first > i ? month[1] : month[1] + 1;
  const year = yearAt(p, comma(p, next));
  if (exists(year?.[0], month[0], day)) return i;
  return year?.[1] ?? next;
}

/** "March 5, 1946", "Aug. 7", "May 10-12, 1940", "February of 1940", "November 1939", "March". */
export const monthFirst: Pattern = (p, i) => {
  const month = monthAt(p, i);
  if (month === undefined) return undefined;
  const [number, next] = month;
  const at = is(p, next, "the") ? next + 1 : next;
  const day = dayAt(p, at);
  if (day !== undefined && exists(undefined, number, day[0]) && !isQuantity(p, day[1])) {
    const year = yearAt(p, comma(p, day[1]));
    if (year !== undefined && exists(year[0], number, day[0])) {
      return { to: year[1], meaning: { kind: "date", month: number, day: day[0], year: year[0] } };
    }
    // "29 February" of a year that has none, "31 February": no such date, and no month either.
    return { to: day[1], meaning: { kind: "date", month: number, day: day[0] } };
  }
  if (day !== undefined && !exists(undefined, number, day[0])) return undefined;
  const year = yearAt(p, is(p, next, "of") || p.word[next] === "," ? next + 1 : next);
  if (year !== undefined) return { to: year[1], meaning: { kind: "date", month: number, year: year[0] } };
  if (is(p, next, "this", "last", "next") && is(p, next + 1, "year")) {
    return { to: next + 2, meaning: { kind: "monthOf", month: number, years: whichWords[p.word[next]!]! } };
  }
  if (!standsAlone(p, i)) return undefined;
  return { to: next, meaning: { kind: "date", month: number } };
};

/** "23:15" or "12%" after a month is no day. */
const isQuantity = (p: Pieces, i: number) =>
  is(p, i, "%", "percent", "million", "billion") ||
  (is(p, i, ":", ".") && glued(p, i) && isDigits(p.word[i + 1]) && glued(p, i + 1));

const afterMonth = new Set([
  "for",
  "the",
  "a",
  "an",
  "be",
  "have",
  "not",
  "also",
  "well",
  "or",
  "on",
  "onto",
  "i",
  "he",
  "she",
  "we",
  "they",
  "it",
  "you",
]);

/** A month's name that is no other word: "March on Washington", "May be", "Theresa May" are none. */
function standsAlone(p: Pieces, i: number): boolean {
  const word = p.word[i]!;
  if (weakNames.has(word) && p.word[i + 1] !== ".") return false;
  const before = p.word[i - 1] ?? "";
  if (word !== "may" && word !== "march" && word !== "august" && word !== "april" && word !== "june")
    return true;
  if (monthContext.has(before)) return !(word === "march" && is(p, i + 1, "on", "of"));
  if (word === "may" || word === "march") return false;
  const named = before !== "" && i > 0 && capital(p, i - 1) && /^[a-z]/.test(before);
  return (
    !named &&
    !afterMonth.has(p.word[i + 1] ?? "") &&
    !(
      i + 1 < p.word.length &&
      capital(p, i + 1) &&
      /^[a-z]/.test(p.word[i + 1]!) &&
      !(p.word[i + 1]! in weekdays)
    )
  );
}

const monthContext = new Set([
  "in",
  "since",
  "by",
  "until",
  "till",
  "from",
  "to",
  "of",
  "between",
  "before",
  "after",
  "during",
  "early",
  "late",
  "mid",
  "last",
  "next",
  "this",
  "and",
  "or",
  "through",
  "each",
  "every",
  "for",
  "until",
  "past",
  "coming",
  "-",
  "–",
]);

/** "7 August 1998", "1st of May", "the 12th of June". */
export const dayFirst: Pattern = (p, i) => {
  const the = is(p, i, "the") ? i + 1 : i;
  const day = dayAt(p, the);
  if (day === undefined) return undefined;
  const month = monthAt(p, is(p, day[1], "of", "-") ? day[1] + 1 : day[1]);
  if (month === undefined || (the > i && !is(p, the + 1, "st", "nd", "rd", "th"))) return undefined;
  if (weakNames.has(p.word[month[1] - 1]!) && p.word[month[1] - 1] === "sat") return undefined;
  const year = yearAt(p, is(p, month[1], ",", "-") ? month[1] + 1 : month[1]);
  if (!exists(year?.[0], month[0], day[0])) return undefined;
  return year === undefined
    ? { to: month[1], meaning: { kind: "date", month: month[0], day: day[0] } }
    : { to: year[1], meaning: { kind: "date", month: month[0], day: day[0], year: year[0] } };
};

/** "2025-11-05", "2025/11/05", "11/05/25", "11.05.2025" (day first with full stops), "8-11-90". */
export const numericDate: Pattern = (p, i) => {
  const [a, s, b, t, c] = p.word.slice(i, i + 5) as [string, string?, string?, string?, string?];
  if (s === undefined || s !== t || !["-", "/", "."].includes(s) || !isDigits(b) || !isDigits(c))
    return undefined;
  if (![1, 2, 3, 4].every((step) => glued(p, i + step))) return undefined;
  if (glued(p, i + 5) && (is(p, i + 5, s) || /^[a-z]/.test(p.word[i + 5] ?? "")) && !is(p, i + 5, "t"))
    return undefined;
  let [year, month, day] = [0, 0, 0];
  if (a.length === 4) [year, month, day] = [Number(a), Number(b), Number(c)];
  else if (c!.length === 4 || c!.length === 2) {
    year = c!.length === 4 ? Number(c) : twoDigitYear(Number(c));
    [month, day] = s === "." || Number(a) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)];
    if (s === "." && c!.length === 2) return undefined;
  }
  // Before 1583 no date of this calendar is written so: "1404/05/06" is another calendar's.
  if (year < 1583 || !exists(year, month, day)) return undefined;
  return { to: i + 5, meaning: { kind: "date", year, month, day } };
};

/** A bare four-digit number, where the words around it make it a year. */
export const bareYear: Pattern = (p, i) => {
  const year = yearAt(p, i);
  if (year === undefined || p.word[i]!.length !== 4) return undefined;
  if (is(p, i + 1, "bc", "bce") || (is(p, i + 1, "b") && is(p, i + 3, "c"))) return undefined;
  const after = p.word[i + 1] ?? "";
  if (
    countedNouns.has(after) ||
    after === "%" ||
    (is(p, i + 1, ".", ",", ":", "/") && glued(p, i + 1) && isDigits(p.word[i + 2]) && glued(p, i + 2))
  )
    return undefined;
  if (
    is(p, i - 1, "$", "€", "£", "no", "#", "no.", "about", "than", "least", "nearly", "over") &&
    glued(p, i)
  )
    return undefined;
  const before = p.word[i - 1] ?? "";
  const likely = year[0] >= 1900 && year[0] <= 2049;
  // "1914-1918" and "mid-1996", not "flight-1996" nor "555-1996".
  if (
    before === "-" &&
    yearAt(p, i - 2) === undefined &&
    !is(p, i - 2, "mid", "early", "late", "pre", "post")
  )
    return undefined;
  if (
    likely &&
    !is(
      p,
      i - 1,
      "than",
      "least",
      "nearly",
      "over",
      "almost",
      "approximately",
      "some",
      "another",
      "flight",
      "section",
      "resolution",
      "room",
      "highway",
      "route",
      "c",
      "us",
    )
  ) {
    return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  if (
    year[0] <= 2049 &&
    yearPrepositions.has(before) &&
    !/s$/.test(after) &&
    before !== "the" &&
    before !== "about" &&
    before !== "to"
  ) {
    return { to: year[1], meaning: { kind: "date", year: year[0] } };
  }
  return undefined;
};

/** "241 BC", "AD 70". */
export const era: Pattern = (p, i) => {
  if (is(p, i, "ad") && /^\d{1,4}$/.test(p.word[i + 1] ?? "") && capital(p, i)) {
    return { to: i + 2, meaning: { kind: "date", year: Number(p.word[i + 1]) } };
  }
  if (!/^\d{1,4}$/.test(p.word[i]!)) return undefined;
  const to = is(p, i + 1, "bc", "bce", "ad", "ce") && capital(p, i + 1) ? i + 2 : 0;
  if (to === 0) return undefined;
  const bc = is(p, i + 1, "bc", "bce");
  return { to, meaning: { kind: "date", year: Number(p.word[i]), ...(bc ? { bc } : {}) } };
};

/** "nineteen ninety-six", "the year two thousand". */
export const spelledYear: Pattern = (p, i) => {
  const the = is(p, i, "the") && is(p, i + 1, "year") ? i + 2 : i;
  if (is(p, the, "two") && is(p, the + 1, "thousand") && the > i)
    return { to: the + 2, meaning: { kind: "date", year: 2000 } };
  const year = spelledYearAt(p, the);
  return year === undefined ? undefined : { to: year[1], meaning: { kind: "date", year: year[0] } };
};

/** "1990s", "'90s", "the early 1960s", "the nineties". */
export const decade: Pattern = (p, i) => {
  const at = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, at);
  const from = edge?.[1] ?? at;
  const quote = is(p, from, "'", "’", "‘", "`") ? from + 1 : from;
  const word = p.word[quote] ?? "";
  const apostrophe = is(p, quote + 1, "'", "’") && glued(p, quote + 1) ? quote + 2 : quote + 1;
  const plural = is(p, apostrophe, "s") && glued(p, apostrophe);
  let start: number | undefined;
  if (/^[12]\d\d0$/.test(word) && plural) start = Number(word);
  else if (/^[1-9]0$/.test(word) && plural && (quote > from || at > i)) start = twoDigitYear(Number(word));
  else if (word in decadeWords && (at > i || quote > from)) start = 1900 + decadeWords[word]!;
  if (start === undefined) return undefined;
  if (start < 1960 && word.length === 2) start = 1900 + Number(word);
  const to = word in decadeWords ? quote + 1 : apostrophe + 1;
  return { to, meaning: { kind: "decade", start }, ...(edge === undefined ? {} : { edge: edge[0] }) };
};

/** "the 19th century", "late nineteenth-century", "the third century BC", "the turn of the century" apart. */
export const century: Pattern = (p, i) => {
  let at = is(p, i, "the") ? i + 1 : i;
  const edge = edgeWord(p, at);
  at = edge?.[1] ?? at;
  let number = ordinals[p.word[at] ?? ""];
  let next = at + 1;
  if (is(p, at, "twenty") && ordinals[p.word[hyphen(p, at + 1)] ?? ""] === 1) {
    number = 21;
    next = hyphen(p, at + 1) + 1;
  } else if (isDigits(p.word[at]) && is(p, at + 1, "st", "nd", "rd", "th") && glued(p, at + 1)) {
    number = Number(p.word[at]);
    next = at + 2;
  }
  if (number === undefined || number > 30 || number < 1) return undefined;
  const unit = hyphen(p, next);
  if (!is(p, unit, "century", "centuries")) return undefined;
  const bc = is(p, unit + 1, "bc", "bce");
  return {
    to: bc ? unit + 2 : unit + 1,
    meaning: { kind: "century", number, ...(bc ? { bc } : {}) },
    ...(edge === undefined ? {} : { edge: edge[0] }),
  };
};

/** "Friday", "last Friday", "Monday, Oct. 26", "Saturday night", "Friday at 9 a.m.". */
export const weekday: Pattern = (p, i) => {
  const day = weekdayAt(p, i);
  if (day === undefined) return undefined;
  if (weakNames.has(p.word[i]!) && p.word[day[1] - 1] !== "." && !(p.word[day[1]] ?? "").match(/^\d|,/))
    return undefined;
  const date = unlessAlone(monthFirst, p, comma(p, day[1])) ?? unlessAlone(dayFirst, p, comma(p, day[1]));
  if (date !== undefined && date.meaning.kind === "date" && date.meaning.day !== undefined) return date;
  return { to: day[1], meaning: { kind: "weekday", weekday: day[0] } };
};

/** "Sunday, April 23" is one date, "On Sunday, April said" is not: only with a day. */
export function unlessAlone(pattern: Pattern, p: Pieces, i: number): Hit {
  const hit = pattern(p, i);
  return hit?.meaning.kind === "date" && hit.meaning.day !== undefined ? hit : undefined;
}

export function holidayAt(p: Pieces, i: number): [name: string, next: number] | undefined {
  if (!capital(p, i)) return undefined;
  let name = "";
  let best: [string, number] | undefined;
  for (let at = i; at < i + 7 && at < p.word.length; at++) {
    name += (at > i && !glued(p, at) ? " " : "") + p.word[at]!.replace("’", "'");
    if (name in holidays || name in movingHolidays) best = [name, at + 1];
  }
  return best;
}

export const holiday: Pattern = (p, i) => {
  const hit = holidayAt(p, i);
  if (hit === undefined) return undefined;
  const year = yearAt(p, comma(p, hit[1]));
  return year === undefined
    ? { to: hit[1], meaning: { kind: "holiday", name: hit[0] } }
    : { to: year[1], meaning: { kind: "holiday", name: hit[0], year: year[0] } };
};
