/**
 * Times of a report: found by the time grammar, resolved against the publication time and the times that
 * the text has named before. Without a publication time relative dates stay open ("XXXX-02").
 * Values are TIMEX3's (TimeML 1.2.1).
 */
import type { Sentence } from "../model/sentence.ts";
import type { Time, TimeMention } from "../model/time.ts";
import { dateOf, dayName, dayOf, parseDay } from "./time/calendar.ts";
import { findTimes } from "./time/grammar.ts";
import type { Match } from "./time/meaning.ts";
import { type Narrative, resolve } from "./time/resolving.ts";
import { tenseAt } from "./time/tense.ts";
import type { Value } from "./time/values.ts";

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
