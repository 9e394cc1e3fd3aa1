/**
 * Words as runs of letters and digits (\p{L}, \p{N}). A table says what a code unit is: a regular expression, which goes through the
 * ranges of Unicode for every letter, takes three times as long.
 */

/** What a character is; 0 where nobody has asked yet. */
const OTHER = 1;
const DIGIT = 2;
const LETTER = 3;
type Kind = number;
const kinds = new Uint8Array(0x10000);

/** Of the character at an offset. */
function kindAt(text: string, i: number): Kind {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit <= 0xdfff) return kindAsked(text.codePointAt(i)!);
  if (kinds[unit] === 0) kinds[unit] = kindAsked(unit);
  return kinds[unit]!;
}

function kindAsked(point: number): Kind {
  const character = String.fromCodePoint(point);
  return /\p{L}/u.test(character) ? LETTER : /\p{N}/u.test(character) ? DIGIT : OTHER;
}

/** Where the next run begins; the text's length where there is none. A pair of surrogates is never parted. */
function nextRun(text: string, from: number, least: Kind): number {
  let at = from;
  while (at < text.length && kindAt(text, at) < least) at += lengthAt(text, at);
  return at;
}

/** Where the run that begins here ends. */
function runEnd(text: string, from: number, least: Kind): number {
  let at = from;
  while (at < text.length && kindAt(text, at) >= least) at += lengthAt(text, at);
  return at;
}

/** Of the character at an offset, in code units. */
function lengthAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  return unit >= 0xd800 && unit <= 0xdfff && text.codePointAt(i)! > 0xffff ? 2 : 1;
}

/** The runs of letters and digits. */
export const wordRuns = (text: string): string[] => runsOf(text, DIGIT);

/** The runs of letters. */
export const letterRuns = (text: string): string[] => runsOf(text, LETTER);

function runsOf(text: string, least: Kind): string[] {
  const runs: string[] = [];
  for (let start = nextRun(text, 0, least); start < text.length; ) {
    const end = runEnd(text, start, least);
    runs.push(text.slice(start, end));
    start = nextRun(text, end, least);
  }
  return runs;
}

/** Words as runs of letters and digits; of scripts without spaces, two characters count as one. */
export function countWords(text: string): number {
  let words = 0;
  for (let at = nextRun(text, 0, DIGIT); at < text.length; at = nextRun(text, runEnd(text, at, DIGIT), DIGIT))
    words++;
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return Math.max(words, Math.round(dense / 2));
}
