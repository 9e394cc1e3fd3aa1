/**
 * Figures: one series per thing counted, over whom and since when. Totals and parts are never one series,
 * nor is a running total one with the toll of one incident; values that differ need a sign that they count
 * the same thing.
 */
import type { FigureBody, FindingOf } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Kind } from "./join.ts";
import { anybody, corrections, partOfWhole, running, updates } from "./lexicon/count-words.ts";
import { nearness } from "./places.ts";
import { speakerKey } from "./statements.ts";
import { day, meet, type Window, windowOfIso, windowOfTime } from "./time.ts";
import { paragraphOf, sentenceOf, type Told } from "./told.ts";
import { classOf, contentOf, fold, overlap, stemOf, wordsOf } from "./words.ts";

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
  readonly about: ReadonlySet<string>;
  /** Says that it updates or corrects a count told before. */
  readonly updates: boolean;
  /** Other numbers of the sentence: "from 11 to 14" ties the two. */
  readonly beside: ReadonlySet<number>;
  readonly time: number;
  readonly report: string;
}

/** How long a toll may go on changing when no report says of which day it is. */
const tollReach = 10 * day;
const enough = 0.85;

export const figures: Kind<FindingOf<"figure">, FigureTraits> = {
  traits: figureTraits,
  keys: ({ measure, unit, about, total }) =>
    [...about].map((word) => `${measure} ${unit} ${total} ${word}`).concat(`${measure} ${unit} ${total}`),
  fit,
};

export function figureTraits(told: Told<FindingOf<"figure">>): FigureTraits {
  const { figure, status, time, places, speaker } = told.finding;
  const sentence = sentenceOf(told);
  const folded = fold(sentence);
  const population = populationOf(figure);
  const measure = classOf(figure.measure);
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
    total: figure.since !== undefined || time?.to === null || running.some((words) => folded.includes(words)),
    since: sinceOf(figure, told),
    stated: time?.to === null ? undefined : windowOfTime(time),
    places,
    issuer: speakerKey(speaker),
    low: figure.low ?? figure.best ?? Number.NEGATIVE_INFINITY,
    high: figure.high ?? figure.best ?? Number.POSITIVE_INFINITY,
    value,
    about,
    updates: updates.some((words) => hasWords(folded, words)) || isCorrection(told),
    beside: new Set(numbersIn(folded).filter((number) => number !== value)),
    time: told.time,
    report: told.report.id,
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

function fit(a: FigureTraits, b: FigureTraits): number | undefined {
  if (a.measure !== b.measure || a.unit !== b.unit || a.per !== b.per) return undefined;
  if (a.part !== b.part || a.total !== b.total || a.denied !== b.denied) return undefined;
  const people = populations(a, b);
  if (people === "apart") return undefined;
  const places = nearness(a.places, b.places);
  if (places === "apart") return undefined;
  const since = a.since !== undefined && b.since !== undefined;
  if (since && !meet(a.since!, b.since!, 10 * day)) return undefined;
  const stated = a.stated !== undefined && b.stated !== undefined;
  if (stated && !meet(a.stated!, b.stated!, day / 2)) return undefined;
  const oneDay = stated && isShort(a.stated!) && isShort(b.stated!);
  const equal = a.value === b.value && a.low === b.low && a.high === b.high;
  const tied = a.beside.has(b.value) || b.beside.has(a.value);
  const near = Math.abs(a.time - b.time) <= tollReach;
  if (!a.total && !oneDay && !near) return 0;
  // One report that gives two numbers means two things, unless it says that one replaced the other.
  if (a.report === b.report && !equal && !(tied && (a.updates || b.updates))) return undefined;

  const { shared, contained } = overlap(a.about, b.about);
  const alike = shared >= 2 ? contained : 0;
  const later = a.time >= b.time ? a : b;
  const anchored =
    equal ||
    oneDay ||
    (a.total && (since || (alike >= 0.4 && near))) ||
    (later.updates && (tied || alike >= 0.35)) ||
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
  if (later.updates && !equal) sum += 0.15;
  if (a.issuer !== undefined && a.issuer === b.issuer) sum += 0.15;
  sum += 0.5 * alike;
  return sum / enough;
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

function numbersIn(folded: string): number[] {
  return wordsOf(folded).flatMap((word) => {
    const number = /^\d/u.test(word) ? Number(word.replaceAll(",", "")) : numberNames.get(word);
    return number === undefined || Number.isNaN(number) ? [] : [number];
  });
}

const numberNames = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((name, i) => [name, i]),
);

/** The words stand in the text as words: "toll" not in "tollgate". */
function hasWords(folded: string, words: string): boolean {
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const before = folded[at - 1] ?? " ";
    const after = folded[at + words.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
