/**
 * Finds time expressions in a stretch of text and says what they mean.
 * Find, then refine: each trigger word has patterns that try to match from it; the longest match wins.
 */
import {
  holidays,
  months,
  movingHolidays,
  numbers,
  ordinals,
  references,
  seasons,
  sets,
  weekdays,
  yearPrepositions,
} from "../../language/en/time-words.ts";
import type { Span } from "../../model/span.ts";
import { perWord } from "../words/per-word.ts";
import { clock, partOfDay, withDayPart } from "./clock.ts";
import {
  bareYear,
  century,
  dayFirst,
  decade,
  era,
  holiday,
  impossible,
  monthFirst,
  numericDate,
  spelledYear,
  weekday,
} from "./dates.ts";
import { bareUnits, counted, set, softeners } from "./durations.ts";
import type { Match } from "./meaning.ts";
import {
  cut,
  edgeWord,
  edgeWords,
  type Hit,
  is,
  isDigits,
  isGluedBefore,
  type Pattern,
  type Pieces,
  whichWords,
  yearAt,
} from "./pieces.ts";
import {
  deictic,
  fiscalYear,
  partOfYear,
  reference,
  season,
  thatTime,
  theUnit,
  which,
  yearAgo,
  yearEnd,
  yearsPart,
} from "./relative.ts";

/** All time expressions of `text.slice(span.start, span.end)`, in order, none overlapping. */
export function findTimes(text: string, span: Span): Match[] {
  const p = cut(text, span);
  const found: Match[] = [];
  for (let i = 0; i < p.word.length; ) {
    if (isQuiet(p.word[i]!)) {
      i++;
      continue;
    }
    const skipped = impossible(p, i);
    if (skipped > i) {
      i = skipped;
      continue;
    }
    const hit = longest(p, i);
    if (hit === undefined) {
      i++;
      continue;
    }
    found.push({
      start: p.start[i]!,
      end: p.end[hit.to - 1]!,
      meaning: hit.meaning,
      ...(hit.edge === undefined ? {} : { edge: hit.edge }),
    });
    i = hit.to;
  }
  return found;
}

/** With most words no time begins, nor a date that there isn't. */
const isQuiet = perWord(
  (word) => !/^\d/.test(word) && !triggers.has(word) && months[word] === undefined && word !== "of",
);

function longest(p: Pieces, i: number): Hit {
  const word = p.word[i]!;
  const patterns = isDigits(word) ? numeric : triggers.get(word);
  if (patterns === undefined || isGluedBefore(p, i)) return undefined;
  let best: Hit;
  for (const pattern of patterns) {
    const hit = pattern(p, i);
    if (hit !== undefined && (best === undefined || hit.to > best.to)) best = hit;
  }
  return best;
}

/** An edge before any other expression: "early next year", "mid-November", "the end of the month", "later that year". */
const withEdge: Pattern = (p, i) => {
  const edge = edgeWord(p, i);
  if (edge === undefined) return undefined;
  const inner = is(p, edge[1], "in") && is(p, edge[1] + 1, "the") ? edge[1] + 1 : edge[1];
  const hit = unedged(p, inner);
  if (
    hit === undefined ||
    hit.meaning.kind === "duration" ||
    hit.meaning.kind === "set" ||
    hit.meaning.kind === "reference"
  )
    return undefined;
  return { to: hit.to, meaning: hit.meaning, edge: edge[0] };
};

function unedged(p: Pieces, i: number): Hit {
  const word = p.word[i];
  if (word === undefined) return undefined;
  const patterns = isDigits(word) ? numeric : triggers.get(word);
  let best: Hit;
  for (const pattern of patterns ?? []) {
    if (pattern === withEdge) continue;
    const hit = pattern(p, i);
    if (hit !== undefined && (best === undefined || hit.to > best.to)) best = hit;
  }
  return best;
}

const numeric: readonly Pattern[] = [
  yearsPart,
  numericDate,
  withDayPart(dayFirst),
  bareYear,
  era,
  decade,
  century,
  counted,
  clock,
  partOfYear,
];

const triggers = new Map<string, Pattern[]>();

function begin(words: Iterable<string>, ...patterns: Pattern[]): void {
  for (const word of words) {
    const list = triggers.get(word) ?? [];
    list.push(...patterns);
    triggers.set(word, list);
  }
}

begin(Object.keys(months), withDayPart(monthFirst));

begin(Object.keys(weekdays), withDayPart(weekday));

begin(Object.keys(numbers), counted);

begin(["twenty"], century);

begin(
  [
    "a",
    "an",
    "half",
    "several",
    "few",
    "some",
    "many",
    "couple",
    "dozen",
    "dozens",
    "hundreds",
    "more",
    "less",
    "fewer",
    "at",
    ...softeners,
  ],
  counted,
);

begin(
  ["the"],
  yearsPart,
  spelledYear,
  dayFirst,
  decade,
  century,
  withEdge,
  which,
  deictic,
  thatTime,
  theUnit,
  counted,
  yearAgo,
  partOfYear,
  season,
  reference,
);

begin(Object.keys(whichWords), withDayPart(which), reference);

begin(["these", "those"], which);

begin(["that", "this", "same"], thatTime);

begin(["today", "yesterday", "tomorrow", "tonight"], withDayPart(deictic));

begin(Object.keys(edgeWords), withEdge, decade, century, season);

begin(["year"], yearAgo, yearEnd);

begin(["nineteen", "eighteen"], spelledYear);

begin(["years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries"], bareUnits);

begin([...Object.keys(ordinals), "last", "final", "fiscal", "q", "latest"], partOfYear);

begin(Object.keys(ordinals), century);

begin(["fiscal"], fiscalYear);

begin(Object.keys(seasons), season);

begin(
  new Set([...Object.keys(holidays), ...Object.keys(movingHolidays)].map((name) => /^[a-z]+/.exec(name)![0])),
  holiday,
);

begin([...Object.keys(sets), "every", "each", "per"], set);

begin(Object.keys(references), reference);

begin(["noon", "midnight", "midday"], clock);

begin(["overnight"], partOfDay);

begin(["ad"], era);

begin(["'", "’", "‘", "`"], decade, (p, i) => {
  const year = yearAt(p, i);
  return year === undefined ||
    isDigits(p.word[i - 1]) ||
    !(yearPrepositions.has(p.word[i - 1] ?? "") || is(p, i - 1, "summer", "class"))
    ? undefined
    : { to: year[1], meaning: { kind: "date", year: year[0] } };
});
