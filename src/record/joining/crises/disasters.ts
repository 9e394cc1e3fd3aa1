/**
 * Which disaster a sentence tells of. Of attacks there are many, so that two reports must agree in much to tell of one; of
 * earthquakes there is one in a country in many weeks, and whoever counts its dead, in whatever words and however many,
 * counts on in one series. (Which happening the words of a sentence mean is else asked by what the reports have in common,
 * of which there is little where everything that comes in is about the one disaster.)
 */
import type { FindingOf } from "../../../model/finding.ts";
import { anybody } from "../../lexicon/count-words.ts";
import { disasters, namedStorms, striking } from "../../lexicon/disasters.ts";
import { day, meet, type Window, windowOfTime } from "../../tellings/time.ts";
import { sentenceOf, type Told } from "../../tellings/told.ts";
import { fold, wordsOf } from "../../tellings/words.ts";
import { haveOneScene, type Scene, sceneOf } from "./scene.ts";

export interface Disaster extends Scene {
  /** Which line of the lexicon. */
  readonly kind: number;
  /** Of a storm that has one. */
  readonly name: string | undefined;
  /** Of an earthquake, as printed. */
  readonly magnitude: number | undefined;
  /** When it was told, and when it happened where the sentence says that it was no news any more. */
  readonly told: number;
  readonly at: Window | undefined;
}

const kindOf = new Map<string, number>();
for (const [kind, [, words]] of disasters.entries())
  for (const word of words.split(/\s+/u)) for (const form of [word, `${word}s`]) kindOf.set(form, kind);
const storms = new Set(namedStorms.split(" "));
const strikes = new Set(striking.split(" "));

const mentionsOf = disasters.map(
  ([, words]) => new RegExp(`(?<!\\p{L})(?:${words.split(/\s+/u).join("|")})s?(?!\\p{L})`, "giu"),
);

/** What breaks out and is no illness. */
const ofForce: ReadonlySet<string> = new Set(
  "war civil fighting violence hostilities conflict clashes unrest protests riots rebellion".split(" "),
);

/** Those with which a report says what it is about. */
const opening = 500;
/** For so long a disaster is told of without its day. */
const news = 15 * day;

/**
 * The one that the sentence of a telling names, if just one and none of earlier years; of a "toll" or "the disaster", and of
 * thousands of people, with nothing said of what, the one that its report begins with.
 */
export function disasterOf(told: Told): Disaster | undefined {
  const sentence = sentenceOf(told);
  const words = wordsOf(sentence);
  const kind = kindIn(words) ?? (isOfNews(told, words) ? kindIn(wordsOf(openingOf(told))) : undefined);
  const stated = windowOfTime(told.finding.time);
  if (kind === undefined || isOfOldTimes(told, words, stated, reachOf(kind))) return undefined;
  return {
    kind,
    ...sceneOf(told, mentionsOf[kind]!),
    name: nameIn(sentence),
    magnitude: magnitudeIn(sentence) ?? magnitudeOfNews(openingOf(told)),
    told: told.time,
    at: stated !== undefined && stated.to < told.time - news ? stated : undefined,
  };
}

/** Words that mean what the news is of, and so many people at large that they do. */
const ofNews: ReadonlySet<string> = new Set(["toll", "disaster", "catastrophe", "tragedy"]);
const atLarge = 1_000;

function isOfNews({ finding }: Told, words: readonly string[]): boolean {
  if (words.some((word) => ofNews.has(word))) return true;
  if (finding.kind !== "figure" || words.some((word) => ofForce.has(word))) return false;
  const { unit, of, best, low, high } = finding.figure;
  return (
    anybody.has(unit) &&
    wordsOf(of ?? "").every((word) => anybody.has(word)) &&
    (best ?? low ?? high ?? 0) >= atLarge
  );
}

/** That of an aftershock is another. */
function magnitudeOfNews(opening: string): number | undefined {
  return /aftershock/iu.test(opening) ? undefined : magnitudeIn(opening);
}

/** Of one kind alone. */
function kindIn(words: readonly string[]): number | undefined {
  let kind: number | undefined;
  for (const [i, word] of words.entries()) {
    const own = kindOf.get(word);
    if (own === undefined || isFigurative(words, i)) continue;
    if (kind !== undefined && own !== kind) return undefined;
    kind = own;
  }
  return kind;
}

/** "A flood of refugees", "the outbreak of fighting": of what follows "of" only an illness is one. */
function isFigurative(words: readonly string[], i: number): boolean {
  if (words[i + 1] !== "of") return false;
  const isIllness = /^(?:epidemic|outbreak|pandemic)s?$/u.test(words[i]!);
  return !isIllness || words.slice(i + 2, i + 5).some((word) => ofForce.has(word));
}

function openingOf({ report }: Told): string {
  return `${report.title ?? ""} ${report.text.slice(0, opening)}`;
}

/** Counted since no earlier than its beginning can be. */
export function isSinceIt(since: Window, told: number): boolean {
  return since.from >= told - news;
}

export function isOneDisaster(a: Disaster | undefined, b: Disaster | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind || !haveOneScene(a, b)) return false;
  if (a.name !== undefined && b.name !== undefined && a.name !== b.name) return false;
  if (Math.abs((a.magnitude ?? b.magnitude ?? 0) - (b.magnitude ?? a.magnitude ?? 0)) > measuredAlike)
    return false;
  return Math.abs(a.told - b.told) <= reachOf(a.kind) && canBeOfOneTime(a, b);
}

/** "The quake of September", told in November, is that of reports of September, and not the news. */
function canBeOfOneTime(a: Disaster, b: Disaster): boolean {
  if (a.at !== undefined && b.at !== undefined) return meet(a.at, b.at, day);
  const dated = a.at ?? b.at;
  if (dated === undefined) return true;
  const { told } = a.at === undefined ? a : b;
  return told >= dated.from - day && told <= dated.to + news;
}

/** First measurements differ by so much from later ones. */
const measuredAlike = 0.4;

/** How long its tolls go on being told. */
function reachOf(kind: number): number {
  return disasters[kind]![0] * day;
}

export function namesDisaster(text: string): boolean {
  return wordsOf(text).some((word) => kindOf.has(word));
}

/** The disaster itself: "a quake struck the island", "the island was hit by a quake". */
export function isItsStriking(told: Told<FindingOf<"event">>): boolean {
  const { event } = told.finding;
  if (!strikes.has(event.lemma.toLowerCase())) return false;
  const { text } = told.report;
  const before = wordsOf(text.slice(event.what.start, event.trigger.start));
  const after = wordsOf(text.slice(event.trigger.end, event.what.end));
  const by = after.indexOf("by");
  return [...before, ...(by < 0 ? [] : after.slice(by))].some((word) => kindOf.has(word));
}

/** "The quake of 1946", told in 2010; or that of last spring. */
function isOfOldTimes(
  told: Told,
  words: readonly string[],
  stated: Window | undefined,
  reach: number,
): boolean {
  const year = new Date(told.time).getUTCFullYear();
  if (words.some((word) => /^(?:1[5-9]|20)\d\d$/u.test(word) && Number(word) !== year)) return true;
  return stated !== undefined && stated.to < told.time - reach;
}

function nameIn(sentence: string): string | undefined {
  for (const [, word, name] of sentence.matchAll(/(\p{L}+) (\p{Lu}\p{Ll}+)/gu))
    if (storms.has(fold(word!))) return fold(name!);
  return undefined;
}

/** "a 7.0-magnitude quake", "of magnitude 7.2", "measuring 5.9 on the Richter scale" */
function magnitudeIn(text: string): number | undefined {
  const found =
    /(?<![\d.,])(\d\.\d)[- ]?(?:magnitude|on the richter)/iu.exec(text) ??
    /magnitude (?:of )?(\d\.\d)(?!\d)/iu.exec(text);
  return found === null ? undefined : Number(found[1]);
}
