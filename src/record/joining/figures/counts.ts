/**
 * Whether two reports give one count, by weights that were learnt from reports of known happenings: what the reports have in
 * common, then what each says of whom it counts, where and when. Of numbers that leave room for each other alone: whether a
 * count has changed is asked by figures.ts, as are running totals and what one report says twice.
 */

import { nearness } from "../../tellings/places.ts";
import { affinity, affinityOf, has, kept } from "../../tellings/signature.ts";
import { day, meet, type Window } from "../../tellings/time.ts";
import { overlap } from "../../tellings/words.ts";
import { isShort, newsReach } from "../events/event-traits.ts";
import { learnt } from "./count-weights.ts";
import type { FigureTraits } from "./figure-traits.ts";

/** What is weighed, in the order of the values. */
export const countAgreementNames = [
  "bias",
  "words the reports have in common, doublings over a fifth",
  "how few words the reports have",
  "counts one",
  "doublings of the number",
  "one number, said the same way",
  "in a vague word",
  "of nobody",
  "counts the dead",
  "counts what befell people otherwise",
  "whom it counts in one word",
  "whom it counts in other words",
  "whom one counts is left open",
  "one counts who is counted apart",
  "one age",
  "one place",
  "one place within the other",
  "other places",
  "one day",
  "long times that meet",
  "one time, that the other's news can be of",
  "one time, that the other's news can't be of",
  "no time, and news of other days",
  "days between the reports, doublings",
  "one who counted",
  "others who counted",
  "other counts of the sentences in common",
  "other counts of the sentences differ",
  "both where the reports begin",
  "both far down",
  "telling words of the sentences in common",
  "telling words of a sentence that the other report has",
  "words around them in common",
] as const;

type Name = (typeof countAgreementNames)[number];

/** Reports with less in common give one count so seldom that nothing else is asked. */
const leastAffinity = 0.06;
const usual = 0.2;
/** Characters: where a report's news stands, and where news is over. */
const begins = 500;
const farDown = 1_500;
const mostDoublings = 6;

/** The logarithm of the odds that they are one, as learnt; undefined where that is not asked. */
export function oddsOfOneCount(a: FigureTraits, b: FigureTraits): number | undefined {
  if (!areComparableCounts(a, b)) return undefined;
  const values = countAgreements(a, b);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum;
}

/** The same of two numbers that differ, as if the second were the first: how surely they count one thing. */
export function oddsButForNumber(a: FigureTraits, b: FigureTraits): number | undefined {
  const { value, low, high, vague } = a;
  return oddsOfOneCount(a, { ...b, value, low, high, vague });
}

/** Counts of one kind of thing in two reports that have something in common, and of whom nothing says that they are others. */
export function areComparableCounts(a: FigureTraits, b: FigureTraits): boolean {
  return (
    a.measure === b.measure &&
    a.unit === b.unit &&
    a.per === b.per &&
    a.part === b.part &&
    !a.total &&
    !b.total &&
    a.denied === b.denied &&
    a.report !== b.report &&
    areOneNumber(a, b) &&
    affinityOf(a, b) >= leastAffinity &&
    areOfOneKind(a, b) &&
    meet(a.stated ?? possibleOf(a), b.stated ?? possibleOf(b), day / 2) &&
    !areOfOtherNews(a, b)
  );
}

/**
 * One or two people are hurt again and again where a situation is a town's shootings: of two reports that each tell them as their
 * news, days apart, they are others, unless the sentences are nearly the same.
 */
function areOfOtherNews(a: FigureTraits, b: FigureTraits): boolean {
  const number = Math.min(a.value, b.value);
  if (number > few || (a.stated !== undefined && b.stated !== undefined)) return false;
  if (meet(a.stated ?? newsOf(a), b.stated ?? newsOf(b), day / 2)) return false;
  return number < 1 || likenessOf(a, b) < nearlyTheSame;
}
const few = 2;
const nearlyTheSame = 0.7;

/** The cosine of the telling words of two sentences. */
function likenessOf({ own: a }: FigureTraits, { own: b }: FigureTraits): number {
  const length = Math.sqrt(affinity(a, a) * affinity(b, b));
  return length === 0 ? 0 : affinity(a, b) / length;
}

/** "At least 11" and "11", "about 60" and "63"; but whoever counts "at least five" has not counted ten. */
function areOneNumber(a: FigureTraits, b: FigureTraits): boolean {
  if (a.value === b.value) return true;
  return (
    a.low <= b.high && b.low <= a.high && Math.max(a.value, b.value) <= most * Math.min(a.value, b.value)
  );
}
const most = 1.1;

/** A boy of seven is no girl, nor a man of twenty; and the children who died are not all who did, be they as many. */
export function areOfOneKind(a: FigureTraits, b: FigureTraits): boolean {
  if (a.apart !== b.apart && Math.max(a.value, b.value) > 1) return false;
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  return a.ages.size === 0 || b.ages.size === 0 || overlap(a.ages, b.ages).shared > 0;
}

/** Where a report begins it counts what is news, unless it is about what is done about it; what it counts further down may be old. */
function possibleOf(one: FigureTraits): Window {
  const { from, to } = newsOf(one);
  return { from: one.at < begins ? from : Number.NEGATIVE_INFINITY, to };
}

/** When what is told without a day can have happened: shortly before, unless the report is about what is done about it. */
function newsOf({ time, isFollowUp }: FigureTraits): Window {
  return { from: isFollowUp ? Number.NEGATIVE_INFINITY : time - newsReach, to: time + day };
}

export function countAgreements(a: FigureTraits, b: FigureTraits): Float64Array {
  const values = new Float64Array(countAgreementNames.length);
  const note = (name: Name, value: number | boolean) => {
    values[at[name]] = Number(value);
  };
  const number = Math.min(a.value, b.value);
  const places = nearness(a.places, b.places);
  note("bias", 1);
  note(
    "words the reports have in common, doublings over a fifth",
    Math.log2(Math.max(affinityOf(a, b), leastAffinity) / usual),
  );
  note("how few words the reports have", 1 - Math.min(a.signature.length, b.signature.length, kept) / kept);
  note("counts one", number === 1);
  note("doublings of the number", Math.min(mostDoublings, Math.log2(1 + Math.max(0, number))));
  note("one number, said the same way", a.value === b.value && a.low === b.low && a.high === b.high);
  note("in a vague word", a.vague || b.vague);
  note("of nobody", number === 0);
  note("counts the dead", a.measure === "=kill");
  note("counts what befell people otherwise", a.unit === "people" && a.measure !== "=kill");
  const people = overlap(a.population, b.population);
  const [one, other] = [a.population.size > 0, b.population.size > 0];
  note("whom it counts in one word", people.shared > 0);
  note("whom it counts in other words", one && other && people.shared === 0);
  note("whom one counts is left open", one !== other);
  note("one counts who is counted apart", a.apart !== b.apart);
  note("one age", a.ages.size > 0 && b.ages.size > 0);
  note("one place", places === "same");
  note("one place within the other", places === "within");
  note("other places", places === "apart");
  noteTimes(a, b, note);
  note("days between the reports, doublings", Math.log2(1 + Math.abs(a.time - b.time) / day));
  note("one who counted", a.issuer !== undefined && a.issuer === b.issuer);
  note("others who counted", a.issuer !== undefined && b.issuer !== undefined && a.issuer !== b.issuer);
  if (a.counts.size > 0 && b.counts.size > 0) {
    const { shared } = overlap(a.counts, b.counts);
    note(shared > 0 ? "other counts of the sentences in common" : "other counts of the sentences differ", 1);
  }
  note("both where the reports begin", a.at < begins && b.at < begins);
  note("both far down", a.at > farDown && b.at > farDown);
  note("telling words of the sentences in common", likenessOf(a, b));
  note("telling words of a sentence that the other report has", Math.max(held(a, b), held(b, a)));
  note("words around them in common", overlap(a.about, b.about).contained);
  return values;
}

function noteTimes(a: FigureTraits, b: FigureTraits, note: (name: Name, value: boolean) => void): void {
  const [one, other] = [a.stated, b.stated];
  if (one !== undefined && other !== undefined) {
    note(isShort(one) && isShort(other) ? "one day" : "long times that meet", true);
  } else if (one !== undefined || other !== undefined) {
    const news = meet((one ?? other)!, newsOf(one === undefined ? a : b), day / 2);
    note(
      news ? "one time, that the other's news can be of" : "one time, that the other's news can't be of",
      true,
    );
  } else note("no time, and news of other days", !meet(newsOf(a), newsOf(b), day / 2));
}

/** Share of the weight of a sentence's telling words that the other report has as well. */
function held({ own }: FigureTraits, { signature }: FigureTraits): number {
  const all = affinity(own, own);
  if (all === 0) return 0.5;
  const shared = own.filter((word) => has(signature, word));
  return affinity(shared, shared) / all;
}

const at = Object.fromEntries(countAgreementNames.map((name, i) => [name, i])) as Record<Name, number>;
const weights = countAgreementNames.map((name) => learnt[name] ?? 0);
