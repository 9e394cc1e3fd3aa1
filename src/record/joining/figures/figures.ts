/**
 * Figures: one series per thing counted, over whom and since when. Totals and parts are never one series,
 * nor is a running total one with the toll of one incident; values that differ need a sign that they count
 * the same thing.
 */
import type { FindingOf } from "../../../model/finding.ts";
import { nearness } from "../../tellings/places.ts";
import { closeness, foremost } from "../../tellings/signature.ts";
import { day, meet } from "../../tellings/time.ts";
import { overlap } from "../../tellings/words.ts";
import { isOneDisaster, isSinceIt } from "../crises/disasters.ts";
import { areTollsApart, isOneToll } from "../crises/tolls.ts";
import { isShort } from "../events/event-traits.ts";
import type { Kind } from "../join.ts";
import { areOfOneKind, oddsOfOneCount } from "./counts.ts";
import { type FigureTraits, figureTraits } from "./figure-traits.ts";

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
/** As good as so many words in common: the series is always looked at. */
const surely = [1, 2, 3, 4, 5, 6, 7, 8];
/** Of a war much else is counted in the same words. */
const tolls = [...surely, ...surely.map((n) => n + surely.length)];
/** Words of a report by which another is found that counts the same. */
const mostNamed = 6;

export const figures: Kind<FindingOf<"figure">, FigureTraits> = {
  traits: figureTraits,
  keys: ({ measure, unit, about, total, signature, disaster, toll }) => [
    ...(disaster === undefined ? [] : surely.map((n) => `${measure} ${unit} of ${disaster.kind} ${n}`)),
    ...(toll === undefined ? [] : tolls.map((n) => `${measure} toll ${n}`)),
    ...[...about].map((word) => `${measure} ${unit} ${total} ${word}`),
    `${measure} ${unit} ${total}`,
    ...foremost(signature, mostNamed).map((word) => `${measure} ${total} in ${word}`),
  ],
  fit: (a, b) => {
    const toll = ofOneDisaster(a, b);
    if (toll !== undefined) return toll;
    if (a.toll !== undefined && b.toll !== undefined) return ofTolls(a, b);
    if (areOfPartAndWhole(a, b)) return a.stated === undefined && b.stated === undefined ? 0 : undefined;
    const alike = likeness(a, b);
    const odds = oddsOfOneCount(a, b);
    if (odds === undefined) return alike;
    const one = Math.max(0, 1 + (odds - leastOdds) / perStep);
    if (one >= 1) return one + (alike ?? 0) / 2;
    return alike === undefined ? undefined : Math.min(alike, one);
  },
  mean: { of: ({ total, toll }) => !total && toll === undefined, least: 1.02, most: 1.5 },
};

/**
 * Two tolls of one disaster are of one series, whatever the numbers, unless one report gives both in its own voice: it means
 * two things. Undefined where they are not of one disaster, or not of one population.
 */
function ofOneDisaster(a: FigureTraits, b: FigureTraits): number | undefined {
  if (!isOneDisaster(a.disaster, b.disaster)) return undefined;
  if (a.measure !== b.measure || a.unit !== b.unit || a.per !== b.per || a.unit !== "people")
    return undefined;
  if (a.part || b.part || a.denied || b.denied || isOfLonger(a) || isOfLonger(b)) return undefined;
  if (populations(a, b) !== "same" || !areOfOneKind(a, b) || nearness(a.places, b.places) === "apart")
    return undefined;
  // "The only one who died on the coast" is no count of all who did.
  if (a.value !== b.value && Math.min(a.value, b.value) < fewestOfToll) return undefined;
  if (isOfOthers(a, b)) return undefined;
  const others = a.issuer !== b.issuer;
  if (a.report === b.report && a.value !== b.value && !others && !leaveRoomAtLarge(a, b)) return undefined;
  return inOneSeries(a, b);
}
const fewestOfToll = 5;

/** First guesses may be far apart; where tens of thousands are counted, ten times as many in the same days are other people. */
function isOfOthers(a: FigureTraits, b: FigureTraits): boolean {
  if (leaveRoomAtLarge(a, b)) return false;
  const [fewer, more] = a.value <= b.value ? [a.value, b.value] : [b.value, a.value];
  return fewer >= guessed && more >= 10 * fewer && Math.abs(a.time - b.time) <= guessedFor;
}
const guessed = 10_000;
const guessedFor = 4 * day;

/** Since well before the disaster that is told of. */
function isOfLonger({ since, time }: FigureTraits): boolean {
  return since !== undefined && !isSinceIt(since, time);
}

/** "Tens of thousands", and further down "as many as 200,000"; "estimates vary from 50,000 to 200,000". */
function leaveRoomAtLarge(a: FigureTraits, b: FigureTraits): boolean {
  if (a.low <= b.high && b.low <= a.high) return true;
  return (
    a.sentence === b.sentence &&
    /\b(?:vary|varied|rang(?:es?|ed|ing)) (?:\S+ )?(?:from|between)\b/u.test(a.sentence)
  );
}

function inOneSeries(a: FigureTraits, b: FigureTraits): number {
  return 1.2 + (a.value === b.value ? 0.2 : 0) + (a.issuer === b.issuer ? 0.1 : 0);
}

/**
 * Two tolls of one war or uprising are of one series; others are apart, but where nothing tells them apart and all else is
 * alike. A toll can only grow: who counts far fewer later counts something else.
 */
function ofTolls(a: FigureTraits, b: FigureTraits): number | undefined {
  if (a.measure !== b.measure || a.unit !== b.unit || a.apart !== b.apart || !areOfOneKind(a, b))
    return undefined;
  if (areTollsApart(a.toll!, b.toll!)) return undefined;
  const others = a.issuer !== b.issuer && a.issuer !== undefined && b.issuer !== undefined;
  if (a.report === b.report && !others && !leaveRoom(a, b)) return undefined;
  if (!isOneToll(a.toll, b.toll)) return likeness(a, b) ?? 0;
  const [earlier, later] = a.time <= b.time ? [a, b] : [b, a];
  const days = (later.time - earlier.time) / day;
  if (earlier.value / later.value > (others && days <= disputedFor ? mostDisputed : mostFall))
    return undefined;
  if (later.value / earlier.value > mostDisputed + perDay * days) return undefined;
  return surelyOne + inOneSeries(a, b);
}
/** "More than 200" and "at least 223": one report rounds, and gives no second toll. */
function leaveRoom(a: FigureTraits, b: FigureTraits): boolean {
  const isNear = Math.max(a.value, b.value) <= roundedBy * Math.min(a.value, b.value);
  return a.value === b.value || (isNear && a.low <= b.high && b.low <= a.high);
}
const roundedBy = 1.5;
/** More than any likeness of a toll and some other count. */
const surelyOne = 1;
/** By how much a count may be below an earlier one, for how many days by much, and by how much it may grow. */
const mostFall = 3;
const disputedFor = 30;
const mostDisputed = 20;
const perDay = 5;

/** The dead of a war, and those of a day in it. */
function areOfPartAndWhole(a: FigureTraits, b: FigureTraits): boolean {
  const toll = a.toll ?? b.toll;
  if (toll?.kind === undefined || a.measure !== b.measure || a.value === b.value) return false;
  return !(a.toll === undefined ? a : b).total;
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
  // A headline gives its story's number, and leaves out "at least".
  if (a.report === b.report && a.value === b.value && (a.digest || b.digest)) return 1.5;
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
