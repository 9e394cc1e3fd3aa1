/** Where sentences end: a linear classifier over the gaps between tokens. */
import {
  begin,
  type Course,
  endingFeatures,
  goOn,
  MOST_FEATURES,
  newCourse,
  type Scene,
  sceneOf,
  sightReader,
} from "./endings.ts";
import { type Linear, scoreOf } from "./linear.ts";
import type { Tokens } from "./tokenize.ts";

/** A sentence is cut at this many tokens whatever the classifier says: time and memory stay bounded. */
export const LONGEST_SENTENCE = 400;
/** The model's table: in each bucket the usual tag of the word hashed there, and the weight of the feature. */
export const TAG = 0;
export const WEIGHT = 1;

const features = new Int32Array(MOST_FEATURES);
const readers = new WeakMap<Linear, ReturnType<typeof sightReader>>();

/** Index of the first token of each sentence. */
export function sentenceStarts(text: string, tokens: Tokens, model: Linear): number[] {
  const { starts, ends } = tokens;
  const first: number[] = starts.length > 0 ? [0] : [];
  const scene = sceneOf(text, tokens, readerOf(model));
  const course = newCourse();
  const body = datelineEnd(text, tokens);
  for (let i = 1; i < starts.length; i++) {
    goOn(course, scene, i - 1);
    if (i < body) continue;
    const ending =
      i - course.from >= LONGEST_SENTENCE ||
      (isCandidate(text, tokens, i) &&
        (blankLine(text, ends[i - 1]!, starts[i]!) || isBoundary(scene, course, i, model)));
    if (ending) {
      begin(course, scene, i);
      first.push(i);
    }
  }
  return first;
}

function readerOf(model: Linear): ReturnType<typeof sightReader> {
  let reader = readers.get(model);
  if (reader === undefined) {
    reader = sightReader((norm) => model.weights[(norm & model.mask) * model.classes + TAG]!);
    readers.set(model, reader);
  }
  return reader;
}

function isBoundary(scene: Scene, course: Course, i: number, model: Linear): boolean {
  const count = endingFeatures(scene, course, i, features);
  return scoreOf(model, features, count, WEIGHT) > 0;
}

/** The first token that may begin another sentence after a dateline ("MEXICO CITY, Nov. 5 (Agency) —"), 0 where there is none. */
export function datelineEnd(text: string, { starts, ends }: Tokens): number {
  const form = (i: number): string => text.slice(starts[i], Math.min(ends[i]!, starts[i]! + 24));
  if (starts.length < 3 || !/^\p{Lu}[\p{L}.'’]+$/u.test(form(0))) return 0;
  for (let i = 1; i < Math.min(16, starts.length - 1); i++) {
    if (/^(?:—|–|--|-)$/.test(form(i)) && starts[i] !== ends[i - 1] && starts[i + 1] !== ends[i])
      return i + 2;
    // a dateline has capitals, dates and brackets only
    if (/^\p{Ll}/u.test(form(i)) && form(i) !== "of") return 0;
    if (/^[?!]|^\.$/.test(form(i))) return 0;
  }
  return 0;
}

/** A gap with white space, after a mark or before a capital, digit or mark: elsewhere no sentence ends. */
export function isCandidate(text: string, { starts, ends }: Tokens, i: number): boolean {
  if (starts[i] === ends[i - 1]) return false;
  const before = text.charCodeAt(ends[i - 1]! - 1);
  const after = text.charCodeAt(starts[i]!);
  return !(isLowerOrDigit(before) && isLower(after));
}

function blankLine(text: string, from: number, to: number): boolean {
  let breaks = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) breaks++;
  return breaks >= 2;
}

const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isLowerOrDigit = (c: number): boolean => isLower(c) || (c >= 48 && c <= 57) || (c >= 65 && c <= 90);
