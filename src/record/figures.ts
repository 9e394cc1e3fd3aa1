/**
 * Figures: one series per thing counted, over whom and since when. Totals and parts are never one series,
 * nor is a running total one with the toll of one incident; values that differ need a sign that they count
 * the same thing.
 */
import type { FigureBody, FindingOf } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import { areOfOneKind, oddsOfOneCount } from "./counts.ts";
import type { Kind } from "./join.ts";
import {
  anybody,
  corrections,
  females,
  formerly,
  males,
  partOfWhole,
  running,
  updates,
} from "./lexicon/count-words.ts";
import { talliesIn } from "./numbers.ts";
import { nearness } from "./places.ts";
import { closeness, foremost, type Signature, within } from "./signature.ts";
import { speakerKey } from "./statements.ts";
import { day, meet, type Window, windowOfIso, windowOfTime } from "./time.ts";
import { isDigest, paragraphOf, sentenceOf, type Told, wordsAt } from "./told.ts";
import { classOf, contentOf, fold, hasWords, overlap, stemOf, wordsOf } from "./words.ts";

export interface FigureTraits {
  readonly measure: string;
  readonly unit: string;
  readonly per: string | undefined;
  /** Stems of the population counted; empty for "people". */
  readonly population: ReadonlySet<string>;
  /** The population is one that is counted apart ("children"). */
  readonly apart: boolean;
  readonly part: boolean;
  readonly denied: boolean;
  readonly total: boolean;
  readonly since: Window | undefined;
  /** When the incident counted happened. */
  readonly stated: Window | undefined;
  readonly places: readonly Place[];
  readonly issuer: string | undefined;
  readonly low: number;
  readonly high: number;
  /** The number as it stands for comparing: best, else the bound given. */
  readonly value: number;
  /** Said in a word such as "dozens". */
  readonly vague: boolean;
  readonly about: ReadonlySet<string>;
  /** Says that it updates or corrects a count told before. */
  readonly updates: boolean;
  /** Numbers that the sentence gives as the count before: "from 11 to 14", "seven, not nine". */
  readonly former: ReadonlySet<number>;
  readonly time: number;
  readonly sentence: string;
  /** Stands in a headline or standfirst. */
  readonly digest: boolean;
  /** Where its sentence begins. */
  readonly at: number;
  /** Of whom alone it counts. */
  readonly sex: "male" | "female" | undefined;
  /** Of those counted, in years. */
  readonly ages: ReadonlySet<string>;
  /** What else the sentence counts. */
  readonly counts: ReadonlySet<string>;
  readonly isFollowUp: boolean;
  readonly report: string;
  readonly signature: Signature;
  /** Of the signature, what its sentence holds. */
  readonly own: Signature;
}

/** How long a toll may go on changing when no report says of which day it is. */
const tollReach = 10 * day;
/** How long after a count it may be said to have been wrong. */
const correctionReach = 45 * day;
/** How far apart two running totals may be told when no report says since when they run. */
const runReach = 45 * day;
const enough = 0.85;
/** Affinity of two reports that speaks neither for nor against one incident's toll, or one running total (signature.ts). */
const usualOfTolls = 0.1;
const usualOfTotals = 0.05;
/** So close are two reports of one incident that one number in both is one count: at twice the usual affinity. */
const closeKin = 0.5;

/** Two tellings give one count from so much odds on; each step of them is as good as a tenth of what is enough. */
const leastOdds = -0.5;
const perStep = 10;
/** Words of a report by which another is found that counts the same. */
const mostNamed = 6;

export const figures: Kind<FindingOf<"figure">, FigureTraits> = {
  traits: figureTraits,
  keys: ({ measure, unit, about, total, signature }) => [
    ...[...about].map((word) => `${measure} ${unit} ${total} ${word}`),
    `${measure} ${unit} ${total}`,
    ...foremost(signature, mostNamed).map((word) => `${measure} ${total} in ${word}`),
  ],
  fit: (a, b) => {
    const alike = likeness(a, b);
    const odds = oddsOfOneCount(a, b);
    if (odds === undefined) return alike;
    const one = Math.max(0, 1 + (odds - leastOdds) / perStep);
    if (one >= 1) return one + (alike ?? 0) / 2;
    return alike === undefined ? undefined : Math.min(alike, one);
  },
  mean: { of: ({ total }) => !total, least: 1.02, most: 1.5 },
};

function figureTraits(told: Told<FindingOf<"figure">>): FigureTraits {
  const { figure, status, places, speaker } = told.finding;
  const sentence = sentenceOf(told);
  const folded = fold(sentence);
  const population = populationOf(figure);
  const measure = classOf(figure.measure);
  const total = isTotal(told);
  const stated = total ? undefined : statedIn(told);
  const paragraph = paragraphOf(told);
  const about = contentOf(`${paragraph} ${told.report.title ?? ""}`);
  for (const word of [...about]) if (word === measure || population.has(word)) about.delete(word);
  const value = numberOf(figure);
  return {
    measure,
    unit: unitOf(figure.unit),
    per: figure.per,
    population,
    apart: wordsOf(figure.of ?? "").some((word) => partOfWhole.has(word)),
    part: figure.partOf !== undefined,
    denied: status?.polarity === "denied",
    total,
    since: sinceOf(figure, told),
    stated,
    places,
    issuer: speakerKey(speaker),
    low: figure.low ?? figure.best ?? Number.NEGATIVE_INFINITY,
    high: figure.high ?? figure.best ?? Number.POSITIVE_INFINITY,
    value,
    vague: isVague(told),
    about,
    updates: updates.some((words) => hasWords(folded, words)) || isCorrection(told),
    former: formerIn(folded, value),
    time: told.time,
    sentence: wordsOf(sentence).join(" "),
    digest: isDigest(told),
    at: told.finding.evidence.start,
    sex: sexOf(figure),
    ages: agesIn(figure.of ?? ""),
    counts: othersIn(sentence, value),
    isFollowUp: told.isFollowUp,
    report: told.report.id,
    signature: told.signature,
    own: within(told.signature, sentence),
  };
}

/** Whether the report says that an earlier count was wrong. */
export function isCorrection(told: Told<FindingOf<"figure">>): boolean {
  const folded = fold(paragraphOf(told));
  return corrections.some((words) => hasWords(folded, words));
}

export function numberOf({ best, low, high }: FigureBody): number {
  return best ?? low ?? high ?? Number.NaN;
}

/** By what is said of the two alone: 1 is one count, undefined a conflict. */
function likeness(a: FigureTraits, b: FigureTraits): number | undefined {
  if (a.measure !== b.measure || a.unit !== b.unit || a.per !== b.per) return undefined;
  if (a.part !== b.part || a.total !== b.total || a.denied !== b.denied) return undefined;
  const people = populations(a, b);
  if (people === "apart" || !areOfOneKind(a, b)) return undefined;
  const places = nearness(a.places, b.places);
  if (places === "apart") return undefined;
  const since = a.since !== undefined && b.since !== undefined;
  if (since && !meet(a.since!, b.since!, 10 * day)) return undefined;
  const stated = a.stated !== undefined && b.stated !== undefined;
  if (stated && !meet(a.stated!, b.stated!, day / 2)) return undefined;
  const oneDay = stated && isShort(a.stated!) && isShort(b.stated!);
  const equal = a.value === b.value && a.low === b.low && a.high === b.high;
  const tied = a.former.has(b.value) || b.former.has(a.value);
  const apart = Math.abs(a.time - b.time);
  const near = apart <= tollReach;
  if (apart > (a.total || oneDay ? Number.POSITIVE_INFINITY : tied ? correctionReach : tollReach)) return 0;
  if (a.sentence === b.sentence && equal && a.report !== b.report && tells(a.sentence)) return 2;
  // One sentence that gives two numbers counts two things ("seven on 8 September, seven on 22 September").
  if (a.report === b.report && a.sentence === b.sentence) return undefined;
  // A headline gives its story's number.
  if (a.report === b.report && equal && (a.digest || b.digest)) return 1.5;
  // One report that gives two numbers means two things, unless it says that one replaced the other.
  if (a.report === b.report && !equal && !tied) return undefined;

  const { shared, contained, jaccard } = overlap(a.about, b.about);
  const alike = shared >= 4 || (shared >= 2 && jaccard >= 0.3) ? contained : 0;
  const later = a.time >= b.time ? a : b;
  const grows = later.value >= (later === a ? b : a).value;
  const runsOn = a.total && alike >= 0.2 && apart <= runReach && grows && comparable(a, b);
  const close = closeness(a, b, a.total ? usualOfTotals : usualOfTolls);
  const anchored =
    (equal && near && !a.total && close >= closeKin) ||
    (equal && (alike >= 0.35 || places === "same") && (near || oneDay || since)) ||
    (oneDay && (comparable(a, b) || (later.updates && grows))) ||
    tied ||
    (a.total && since) ||
    runsOn ||
    (later.updates && alike >= 0.35) ||
    (places === "same" && alike >= 0.35);
  if (!anchored) return 0;

  let sum = 0.3;
  if (people === "same") sum += 0.15;
  if (equal) sum += 0.2;
  if (oneDay) sum += 0.3;
  if (since) sum += 0.3;
  if (places === "same") sum += 0.25;
  if (places === "within") sum += 0.1;
  if (tied) sum += 0.3;
  if (runsOn) sum += 0.3;
  if (later.updates && !equal) sum += 0.15;
  if (a.issuer !== undefined && a.issuer === b.issuer) sum += 0.15;
  sum += 0.5 * alike;
  return Math.max(0, sum / enough + close);
}

/** "No arrests have been made." is said of anything. */
function tells(sentence: string): boolean {
  return sentence.split(" ").length >= fewestWords;
}
const fewestWords = 6;

/** Counts of one thing differ, but seldom by more than this from one report to the next. */
function comparable(a: FigureTraits, b: FigureTraits): boolean {
  return Math.max(a.value, b.value) <= 2.5 * Math.min(a.value, b.value);
}

function populations(a: FigureTraits, b: FigureTraits): "same" | "open" | "apart" {
  if (a.population.size === 0 && b.population.size === 0) return "same";
  if (a.population.size === 0 || b.population.size === 0) return a.apart || b.apart ? "apart" : "open";
  const { contained } = overlap(a.population, b.population);
  if (a.apart !== b.apart) return "apart";
  return contained >= 0.5 ? "same" : "apart";
}

function populationOf({ of }: FigureBody): Set<string> {
  const found = new Set<string>();
  for (const word of wordsOf(of ?? "")) {
    if (anybody.has(word)) continue;
    for (const stem of contentOf(word)) found.add(stem);
  }
  return found;
}

function sexOf({ of }: FigureBody): FigureTraits["sex"] {
  const words = wordsOf(of ?? "");
  const [man, woman] = [words.some((word) => males.has(word)), words.some((word) => females.has(word))];
  return man === woman ? undefined : man ? "male" : "female";
}

/** "a 12-year-old boy" */
function agesIn(of: string): Set<string> {
  return new Set([...of.matchAll(/(\d{1,3})-(?:years?|months?)-old/gu)].map((match) => match[1]!));
}

function isVague(told: Told<FindingOf<"figure">>): boolean {
  const { best, low, high, words } = told.finding.figure;
  if (best !== null || (low === null && high === null)) return false;
  return wordsOf(wordsAt(told, words)).every((word) => numberOfWord(word) === undefined);
}

function othersIn(sentence: string, value: number): Set<string> {
  const counts = talliesIn(sentence);
  counts.delete(String(value));
  return counts;
}

function unitOf(unit: string): string {
  return anybody.has(fold(unit)) ? "people" : stemOf(fold(unit));
}

function sinceOf(figure: FigureBody, told: Told): Window | undefined {
  if (figure.since !== undefined) {
    const window = windowOfIso(figure.since);
    return Number.isNaN(window.from) ? undefined : window;
  }
  const { time } = told.finding;
  return time?.to === null && time.from !== undefined ? windowOfIso(time.from) : undefined;
}

function isShort({ from, to }: Window): boolean {
  return to - from <= 3 * day;
}

/** Characters around a number within which words say what kind of count it is. */
const nearBefore = 70;
const nearAfter = 50;
/** So close before the number they say it even where the sentence has a day ("… on Tuesday, bringing the total to 27"). */
const justBefore = 45;

/** A count that runs on: said so by its beginning, or by words beside it. */
function isTotal(told: Told<FindingOf<"figure">>): boolean {
  const { figure, time, evidence } = told.finding;
  if (figure.since !== undefined || time?.to === null) return true;
  if (figure.per !== undefined) return false;
  const { start, end } = figure.words;
  const { text } = told.report;
  const says = (folded: string) => running.some((words) => hasWords(folded, words));
  const before = fold(text.slice(Math.max(evidence.start, start - justBefore), start)).trimEnd();
  if (says(before) || before.endsWith("of the")) return true;
  const own = windowOfTime(time);
  return (
    (own === undefined || !isShort(own)) &&
    says(
      fold(text.slice(Math.max(evidence.start, start - nearBefore), Math.min(evidence.end, end + nearAfter))),
    )
  );
}

/** The day of the incident: the figure's own, else that of the one dated deed of its sentence, or of the same count where its report begins. */
function statedIn(told: Told<FindingOf<"figure">>): Window | undefined {
  const { time } = told.finding;
  if (time?.to === null) return undefined;
  return windowOfTime(time) ?? (time === undefined ? (told.deedAt ?? told.actAt) : undefined);
}

/** Numbers that the sentence gives as the count before this one: each belongs to the nearest other number. */
function formerIn(folded: string, value: number): Set<number> {
  const numbers = [...folded.matchAll(/[\p{L}\d][\p{L}\d.,]*/gu)].flatMap((match) => {
    const number = numberOfWord(match[0].replace(/[.,]+$/u, ""));
    const before = folded.slice(Math.max(0, match.index - 30), match.index).trimEnd();
    const isDate = /(?:^|\s)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/u.test(before);
    return number === undefined || isDate ? [] : [{ number, at: match.index, before }];
  });
  const found = new Set<number>();
  for (const former of numbers) {
    if (former.number === value) continue;
    if (!formerly.some((words) => former.before.endsWith(` ${words}`) || former.before === words)) continue;
    const others = numbers.filter((one) => one !== former);
    const distance = Math.min(...others.map(({ at }) => Math.abs(at - former.at)));
    if (others.some(({ number, at }) => number === value && Math.abs(at - former.at) === distance)) {
      found.add(former.number);
    }
  }
  return found;
}

function numberOfWord(word: string): number | undefined {
  if (!/^\d/u.test(word)) return numberNames.get(word);
  const number = Number(word.replaceAll(",", ""));
  return Number.isNaN(number) ? undefined : number;
}

const numberNames = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((name, i) => [name, i]),
);
