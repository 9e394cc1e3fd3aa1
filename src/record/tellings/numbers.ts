/** Counts printed in a sentence, as digits: what tells one incident of a kind from another. */
import { fold } from "./words.ts";

/** Numbers by their English names. */
export const numberNames: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((name, i) => [name, i]),
);

const calendar =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|am|pm|percent|title|article|resolution|section)$/u;

/** Counts without years, days of months, times and numbered laws. */
export function countsIn(text: string): Set<string> {
  return counted(text, () => false);
}

/** What follows numbers that say how long, how old or how far, and not how many. */
const measures =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|km|kilomet(?:er|re)s?|feet|foot|m|a|p)$/u;

/** Counts of people and things alone: no ages ("Ivo Tesch, 36,"), times, spans of time and distances either. */
export function talliesIn(text: string): Set<string> {
  const ages = new Set([...text.matchAll(/, (\d{1,2}),/gu)].map((match) => match[1]!));
  return counted(text, (digits, next) => measures.test(next) || ages.has(digits));
}

function counted(text: string, isOther: (digits: string, next: string) => boolean): Set<string> {
  const counts = new Set<string>();
  const words = fold(text).match(/[\p{L}]+|\d[\d,.]*/gu) ?? [];
  for (const [i, word] of words.entries()) {
    const digits = /^\d/u.test(word)
      ? word.replace(/[.,]+$/u, "").replaceAll(",", "")
      : numberNames.get(word)?.toString();
    if (digits === undefined || digits === "0" || word === "one") continue;
    if (/^(?:19|20)\d\d$/u.test(digits)) continue;
    const next = words[i + 1] ?? "";
    if (calendar.test(words[i - 1] ?? "") || calendar.test(next) || isOther(digits, next)) continue;
    counts.add(digits);
  }
  return counts;
}

const negations =
  /(?:^|[^\p{L}])(?:not|no|never|neither|nor|cannot|without|refus\w*|reject\w*|den(?:y|ies|ied))(?=$|[^\p{L}])|n't(?=$|[^\p{L}])/u;

/** Whether the words say no: two wordings of which one does are never one. */
export function negates(text: string): boolean {
  return negations.test(fold(text));
}
