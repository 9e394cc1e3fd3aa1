/**
 * Which war, uprising or campaign a count sums up. Whoever counts its dead from its beginning counts on in one series; what
 * one day or one attack took is told in the same words and is never of it.
 */
import type { FindingOf } from "../../../model/finding.ts";
import { abroad, blows, conflicts, harms, inside, troubles } from "../../lexicon/conflicts.ts";
import { anybody } from "../../lexicon/count-words.ts";
import { functionWords } from "../../lexicon/function-words.ts";
import { actOf } from "../../tellings/acts.ts";
import { day, meet, type Window, windowOfIso, windowOfTime } from "../../tellings/time.ts";
import { sentenceOf, type Told, wordsAt } from "../../tellings/told.ts";
import { contentOf, fold, overlap, wordsOf } from "../../tellings/words.ts";
import { haveOneScene, type Scene, sceneOf } from "./scene.ts";
import {
  type ConflictKind,
  isOfConflict,
  mayBeTied,
  namesConflict,
  namesSingleCause,
  type Tie,
  tieOf,
  tollOfOpening,
} from "./toll-ties.ts";

export interface Toll extends Scene {
  /** Undefined where the sentence says only since when it counts. */
  readonly kind: ConflictKind | undefined;
  /** The sentence says in which country, and not the report around it. */
  readonly isWhereStated: boolean;
  /** Where in the country; undefined for all of it. */
  readonly scope: string | undefined;
  /** When it began; undefined where the sentence does not say so. */
  readonly began: Window | undefined;
  /** Nation of those counted, where it is another than the country's. */
  readonly side: string | undefined;
  /** Whom it counts, but for the nation. */
  readonly population: ReadonlySet<string>;
  /** Of those driven out. */
  readonly whereTo: "abroad" | "inside" | undefined;
  readonly told: number;
}

/** Counts of fewer are of one blow, however they are told. */
const fewest = 5;
/** What has run for less is no sum. */
const shortest = 3 * day;
/** Two tellings that don't both say since when are of one conflict only so close together. */
const reach = 200 * day;
/** Beginnings are told so loosely, and the more so the longer ago. */
const slack = 10 * day;
const perAge = 0.1;

const mentions = new RegExp(
  `(?<!\\p{L})(?:${`${conflicts} ${troubles} killed dead deaths`.split(/\s+/u).join("|")})s?(?!\\p{L})`,
  "giu",
);
const counted: ReadonlySet<string> = new Set(harms);
const manyBlows: ReadonlySet<string> = new Set(blows.split(" ").map((word) => `${word}s`));
const [abroadWords, insideWords] = [abroad, inside].map((words) => new Set(words.split(/\s+/u)));

/** A count, with what of it a toll is told by. */
interface Counted {
  /** Of its words, in the report's text. */
  readonly start: number;
  readonly end: number;
  /** Whom it counts, as printed. */
  readonly of: string;
  readonly isOfDisplaced: boolean;
  readonly since: Window | undefined;
}

/** The toll that a figure gives; undefined where it is none. `since` is the figure's, as read. */
export function tollOf(told: Told<FindingOf<"figure">>, since: Window | undefined): Toll | undefined {
  const { figure } = told.finding;
  if (!canBeSum(told)) return undefined;
  const { start, end } = figure.words;
  return tollIn(told, {
    start,
    end,
    of: figure.of ?? "",
    isOfDisplaced: figure.measure === "displaced",
    since,
  });
}

/** The same of an event that is told of as many: "more than 9,000 have died in the uprising". */
export function tollOfEvent(told: Told<FindingOf<"event">>): Toll | undefined {
  const { event, actors, recipients, status } = told.finding;
  if (!harming.has(actOf(event)) || status?.polarity === "denied") return undefined;
  const isOfDisplaced = actOf(event) === "=displace";
  const [those, others] = isOfDisplaced || recipients.length === 0 ? [actors, []] : [recipients, actors];
  // Who killed them stands beside; who died may stand as who acts.
  if (others.some(({ name }) => !isAnybody(name))) return undefined;
  const number = manyPeople.exec(wordsAt(told, event.what));
  if (number === null) return undefined;
  const start = event.what.start + number.index;
  const names = those.map(({ name }) => name).join(" ");
  const of = namesConflict(wordsOf(names)) ? "" : names;
  return tollIn(told, { start, end: start + number[0].length, of, isOfDisplaced, since: undefined });
}

function tollIn(told: Told, { start, end, of, isOfDisplaced, since }: Counted): Toll | undefined {
  const sentence = sentenceOf(told);
  const words = wordsOf(sentence);
  if (since === undefined && !mayBeTied(words)) return undefined;
  const from = told.finding.evidence.start;
  const tie = tieOf(sentence, start - from, end - from);
  const isOfReport = tie === undefined && tollOfOpening(sentence, start - from, wordsOf(openingOf(told)));
  const isLong = since !== undefined && since.from <= told.time - shortest;
  if ((tie === undefined && !isLong && !isOfReport) || tie?.isSomewhere === true) return undefined;
  const began = since ?? beganBy(tie, told.time);
  if (isOfOtherTimes(told, words, began) || (since === undefined && isOfThePast(told))) return undefined;
  const nation = nationIn(of, told) ?? nationOfToll(sentence, told);
  const country = tie?.name === undefined ? nation : countryOf(tie.name, told);
  const scene =
    country === undefined ? sceneOf(told, mentions) : { where: country, among: new Set([country]) };
  const population = populationOf(of);
  return {
    kind: tie?.kind ?? (isOfReport ? "conflict" : kindBy(told, words, population)),
    ...scene,
    isWhereStated: country !== undefined || told.finding.places.length > 0,
    scope: scopeOf(told, scene.where, tie),
    began,
    side: nation === scene.where ? undefined : nation,
    population,
    whereTo: isOfDisplaced ? whereToOf(sentence, words) : undefined,
    told: told.time,
  };
}

/** Acts that befall many. */
const harming: ReadonlySet<string> = new Set(["=kill", "=injure", "=displace"]);
const manyPeople =
  /(?<![\p{L}\d.,-])(?:\d{1,3}(?:,\d{3})+|\d{2,}|(?:tens|hundreds) of thousands|millions|thousands|hundreds|scores|dozens)(?![\p{L}\d-])/iu;

/** "more than 9,000 people", "tens of thousands" */
function isAnybody(name: string): boolean {
  return wordsOf(name).every(
    (word) =>
      anybody.has(word) ||
      functionWords.has(word) ||
      /^\d|^(?:ten|hundred|thousand|million|dozen|score)s$/u.test(word),
  );
}

function canBeSum({ finding: { figure, status } }: Told<FindingOf<"figure">>): boolean {
  const value = figure.best ?? figure.low ?? figure.high ?? 0;
  const isOfAll = figure.per === undefined && figure.partOf === undefined;
  return counted.has(figure.measure) && value >= fewest && isOfAll && status?.polarity !== "denied";
}

/** Counts a time that was over when it was told: "killed in the war in the first half of last year". */
function isOfThePast({ finding, time }: Told): boolean {
  const stated = windowOfTime(finding.time);
  return stated !== undefined && stated.to < time - 2 * day;
}

/** Of a count that says only since when: people at large, in a report that begins with violence, are its dead. */
function kindBy(told: Told, words: readonly string[], population: ReadonlySet<string>): Toll["kind"] {
  if (words.some((word) => manyBlows.has(word))) return "blows";
  if (population.size > 0 || namesSingleCause(words)) return undefined;
  return isOfConflict(wordsOf(openingOf(told))) ? "conflict" : undefined;
}

/** Characters with which a report says what it is about. */
const opening = 500;

function openingOf({ report }: Told): string {
  return `${report.title ?? ""} ${report.text.slice(0, opening)}`;
}

/** By where, of which nation or of whom they say that they count. */
export function areTollsApart(a: Toll, b: Toll): boolean {
  const areStated = a.isWhereStated && b.isWhereStated;
  const areElsewhere = a.where !== undefined && b.where !== undefined && a.where !== b.where;
  return (areElsewhere && areStated) || a.scope !== b.scope || a.side !== b.side || !areOnePopulation(a, b);
}

export function isOneToll(a: Toll | undefined, b: Toll | undefined): boolean {
  if (a === undefined || b === undefined || areTollsApart(a, b)) return false;
  if (a.whereTo !== b.whereTo || !haveOneScene(a, b)) return false;
  const bothBegan = a.began !== undefined && b.began !== undefined;
  if (bothBegan) {
    const age = Math.max(a.told, b.told) - Math.min(a.began!.from, b.began!.from);
    if (!meet(a.began!, b.began!, slack + perAge * age)) return false;
  } else if (Math.abs(a.told - b.told) > reach) return false;
  if (a.kind === undefined || b.kind === undefined) return bothBegan && (a.kind ?? b.kind) === "conflict";
  return a.kind === b.kind;
}

function areOnePopulation(a: Toll, b: Toll): boolean {
  if (a.population.size === 0 || b.population.size === 0) return a.population.size === b.population.size;
  return overlap(a.population, b.population).contained >= 0.5;
}

/** "In five days of violence": then, give or take a third. */
function beganBy(tie: Tie | undefined, told: number): Window | undefined {
  if (tie?.age === undefined) return undefined;
  const age = tie.age * day;
  return { from: told - age * 1.35 - 2 * day, to: told - age * 0.7 + 2 * day };
}

/** "The war of 1967", told in 1990: a year that is not the report's, nor that of the beginning. */
function isOfOtherTimes(told: Told, words: readonly string[], began: Window | undefined): boolean {
  const own = new Date(told.time).getUTCFullYear();
  return words.some((word, i) => {
    if (!/^(?:1[5-9]|20)\d\d(?:s|'s)?$/u.test(word) || Number(word) === own) return false;
    const year = Number(word);
    const isBeginning = began !== undefined && meet(began, windowOfIso(word.slice(0, 4)), 31 * day);
    return (
      !(isBeginning && !Number.isNaN(year)) &&
      !saysBeginning.test(words.slice(Math.max(0, i - 5), i).join(" "))
    );
  });
}
const saysBeginning = /(?:since|began|started|erupted|broke out|begun)(?: |$)/u;

/** Stems of whom it counts, without people at large and nations. */
function populationOf(of: string): Set<string> {
  const found = new Set<string>();
  for (const word of of.match(/[\p{L}\p{N}-]+/gu) ?? []) {
    if (isAnybody(word) || /^\p{Lu}\p{Ll}/u.test(word)) continue;
    for (const stem of contentOf(word)) found.add(stem);
  }
  return found;
}

/** "300 Vessians", "Vessian civilians" */
function nationIn(words: string, told: Told): string | undefined {
  const name = /(?<!\p{L})\p{Lu}\p{Ll}{3,}(?!\p{L})/u.exec(words)?.[0];
  return name === undefined ? undefined : countryOf(name, told);
}

/** "The Vessian death toll" */
function nationOfToll(sentence: string, told: Told): string | undefined {
  const name = /(\p{Lu}\p{Ll}{3,})(?:'s|’s)? (?:civilian )?(?:death )?toll(?!\p{L})/u.exec(sentence)?.[1];
  return name === undefined ? undefined : countryOf(name, told);
}

/** The country that a name is of, by the countries and nations that the report names; else the name itself. */
function countryOf(name: string, told: Told): string {
  const wanted = fold(name);
  let best: { country: string; shared: number } | undefined;
  const note = (words: string, country: string | undefined) => {
    if (country === undefined) return;
    for (const word of wordsOf(words)) {
      const shared = sharedStart(wanted, word);
      const isOne = shared >= 4 && (shared >= word.length - 2 || shared === wanted.length);
      if (isOne && shared > (best?.shared ?? 0)) best = { country, shared };
    }
  };
  for (const { name: words, country } of told.finding.places) note(words, country);
  for (const { place } of told.places) note(place.name, place.country);
  for (const { name: words, country } of told.named) note(words, country);
  return best?.country ?? `~${wanted}`;
}

function sharedStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

/** The places in the country that its sentence names, unless the conflict has its name from there. */
function scopeOf({ finding }: Told, where: string | undefined, tie: Tie | undefined): string | undefined {
  const isName = (name: string) =>
    tie?.name !== undefined && !tie.isIn && fold(name).includes(fold(tie.name));
  const own = finding.places.filter(
    ({ precision, name, country }) =>
      precision !== "country" && (country === undefined || country === where) && !isName(name),
  );
  if (own.length === 0) return undefined;
  return own
    .map(({ id, name }) => id ?? fold(name))
    .sort()
    .join(" ");
}

/** "fled the country", "have left Tolland" */
const leaving = /(?:flee|fled|fleeing|left|leave|escaped?|quit) (?:the country|\p{Lu}\p{Ll}+)(?!\p{L})/u;

function whereToOf(sentence: string, words: readonly string[]): Toll["whereTo"] {
  if (leaving.test(sentence) || words.some((word) => abroadWords!.has(word))) return "abroad";
  return words.some((word) => insideWords!.has(word)) ? "inside" : undefined;
}
