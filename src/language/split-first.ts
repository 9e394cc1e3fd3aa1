/**
 * The first sentence splitter: for model files made before 25 November 2026, whose table has 2^17 buckets.
 * It goes when models/en.bin is made anew.
 */
import { abbreviations } from "./en/tokens.ts";
import { hashText, mix } from "./hashing.ts";
import { type Linear, scoreLinear } from "./linear.ts";
import type { Tokens } from "./tokenize.ts";
import { shapeOf } from "./words.ts";

const FIRST_MASK = (1 << 17) - 1;

export const isFirst = (model: Linear): boolean => model.mask === FIRST_MASK;

const LONGEST_SENTENCE = 400;

const features = new Int32Array(32);
const scores = new Int32Array(2);

/** Index of the first token of each sentence. */
export function firstSentenceStarts(text: string, tokens: Tokens, model: Linear): number[] {
  const { starts, ends } = tokens;
  const first: number[] = starts.length > 0 ? [0] : [];
  let from = 0;
  const body = datelineEnd(text, tokens);
  for (let i = Math.max(1, body); i < starts.length; i++) {
    if (
      i - from >= LONGEST_SENTENCE ||
      (isCandidate(text, tokens, i) && isBoundary(text, tokens, i, from, model))
    ) {
      from = i;
      first.push(i);
    }
  }
  return first;

  function isBoundary(text: string, tokens: Tokens, i: number, from: number, model: Linear): boolean {
    if (blankLine(text, ends[i - 1]!, starts[i]!)) return true;
    const count = boundaryFeatures(text, tokens, i, from, features);
    scoreLinear(model, features, count, scores);
    return scores[1]! > scores[0]!;
  }
}

/** Index of the first token after a dateline ("MEXICO CITY, Nov. 5 (Agency) —"), 0 where there is none. */
function datelineEnd(text: string, { starts, ends }: Tokens): number {
  const form = (i: number): string => text.slice(starts[i], Math.min(ends[i]!, starts[i]! + 24));
  if (starts.length < 3 || !/^\p{Lu}[\p{Lu}.'’]+$/u.test(form(0))) return 0;
  for (let i = 1; i < Math.min(16, starts.length - 1); i++) {
    if (/^(?:—|–|--|-)$/.test(form(i)) && starts[i] !== ends[i - 1] && starts[i + 1] !== ends[i])
      return i + 2;
    // a dateline has capitals, dates and brackets only
    if (/^\p{Ll}/u.test(form(i)) && form(i) !== "of") return 0;
  }
  return 0;
}

/** A gap with white space, after a mark or before a capital, digit or mark: elsewhere no sentence ends. */
function isCandidate(text: string, { starts, ends }: Tokens, i: number): boolean {
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

function boundaryFeatures(
  text: string,
  { starts, ends }: Tokens,
  i: number,
  from: number,
  out: Int32Array,
): number {
  const at = (k: number): string => {
    const j = i + k;
    if (j < 0 || j >= starts.length) return "¶";
    return text.slice(starts[j], Math.min(ends[j]!, starts[j]! + 24));
  };
  const before2 = at(-2);
  const before = at(-1);
  const after = at(0);
  const after2 = at(1);
  const shapeBefore2 = hashText(shapeOf(before2));
  const shapeBefore = hashText(shapeOf(before));
  const shapeAfter = hashText(shapeOf(after));
  const shapeAfter2 = hashText(shapeOf(after2));
  const wordBefore2 = hashText(before2.toLowerCase());
  const wordBefore = hashText(before.toLowerCase());
  const wordAfter = hashText(after);
  const wordAfter2 = hashText(after2);
  const wordAfterLow = hashText(after.toLowerCase());
  const length = Math.min(i - from, 20);
  const bucket = length < 4 ? length : length < 8 ? 4 : length < 15 ? 5 : 6;
  const short =
    before.endsWith(".") && before.length > 1 && abbreviations.has(before.slice(0, -1).toLowerCase()) ? 1 : 0;
  const newline = text.slice(ends[i - 1], starts[i]).includes("\n") ? 1 : 0;
  const glued = i >= 2 && starts[i - 1] === ends[i - 2] ? 1 : 0;
  let n = 0;
  out[n++] = mix(0, wordBefore);
  out[n++] = mix(1, wordAfter);
  out[n++] = mix(2, shapeBefore, shapeAfter);
  out[n++] = mix(3, wordBefore, shapeAfter);
  out[n++] = mix(4, wordBefore, wordAfterLow);
  out[n++] = mix(5, wordBefore, wordBefore2);
  out[n++] = mix(6, wordBefore, shapeBefore2, shapeAfter);
  out[n++] = mix(7, wordBefore, bucket, shapeAfter);
  out[n++] = mix(8, shapeBefore, bucket, short);
  out[n++] = mix(9, wordBefore, wordAfter, shapeAfter2);
  out[n++] = mix(10, shapeAfter, shapeAfter2, shapeBefore);
  out[n++] = mix(11, wordAfterLow, bucket, shapeBefore);
  out[n++] = mix(12, short, shapeAfter, wordAfterLow);
  out[n++] = mix(13, newline, bucket, shapeBefore);
  out[n++] = mix(14, wordAfter, wordAfter2);
  out[n++] = mix(15, wordBefore2, shapeAfter);
  out[n++] = mix(16, glued, wordBefore, shapeAfter);
  out[n++] = mix(17, hashText(at(-3).toLowerCase()), wordBefore);
  out[n++] = mix(18, wordBefore, shapeAfter, quotesOpen(text, ends[i - 1]!, starts[from]!));
  out[n++] = 19;
  return n;
}

/** Whether a double quotation mark stands open in the last 400 characters of the sentence so far. */
function quotesOpen(text: string, at: number, from: number): number {
  let open = 0;
  for (let k = Math.max(from, at - 400); k < at; k++) {
    const c = text.charCodeAt(k);
    if (c === 34) open ^= 1;
    else if (c === 0x201c) open = 1;
    else if (c === 0x201d) open = 0;
  }
  return open;
}
