/** Text to tokens: exact UTF-16 offsets, white space and control characters are gaps, all in linear time. */
import { abbreviations, clitics, contractions, emoticons, joinedPrefixes, units } from "./en/tokens.ts";

/** Offsets of the tokens of one stretch of text; `starts[i]` to `ends[i]`. */
export interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
}

/** Chunks longer than this are cut, so that no pattern sees more. */
const LONGEST = 500;
const CACHED = 60_000;

/** Splits learnt from the treebank for chunks that the rules get wrong: lengths of all parts but the last. */
export type Exceptions = ReadonlyMap<string, readonly number[]>;

/** A tokenizer remembers the chunks it has seen: most of a text is words seen before. */
export function tokenizer(exceptions: Exceptions): (text: string, start: number, end: number) => Tokens {
  const seen = new Map<string, readonly number[]>();
  return (text, start, end) => {
    const starts: number[] = [];
    const ends: number[] = [];
    let at = start;
    while (at < end) {
      if (isGap(text.charCodeAt(at))) {
        at++;
        continue;
      }
      let stop = at + 1;
      while (stop < end && stop - at < LONGEST && !isGap(text.charCodeAt(stop))) stop++;
      // never cut a surrogate pair
      if (stop < end && stop - at >= LONGEST && isLow(text.charCodeAt(stop))) stop--;
      const chunk = text.slice(at, stop);
      let cuts = seen.get(chunk);
      if (cuts === undefined) {
        cuts = split(chunk, exceptions);
        if (seen.size < CACHED && chunk.length < 40) seen.set(chunk, cuts);
      }
      let from = at;
      for (const cut of cuts) {
        starts.push(from);
        from = at + cut;
        ends.push(from);
      }
      starts.push(from);
      ends.push(stop);
      at = stop;
    }
    return { starts, ends };
  };
}

/** White space, control characters, zero-width spaces and byte order marks: never part of a token. */
export function isGap(code: number): boolean {
  if (code <= 32) return true;
  if (code < 127) return false;
  return (
    (code >= 127 && code <= 160) ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const address =
  /^(?:https?:\/\/|ftp:\/\/|www\.)|^[\w.+-]+@[\w-]+\.[\w.]+|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co|uk|info|int|mil|io|eu|doc|xls|pdf|html?)(?=[/:?#.,;)"'\]]|$)/i;
const trailing = /[.,;:!?)"'’”\]>]/;
const simple = /^[A-Za-z]+$/;

/** Where a chunk without white space is cut, in ascending order, its ends left out. */
export function split(chunk: string, exceptions: Exceptions): readonly number[] {
  if (simple.test(chunk)) return word(chunk, 0, chunk.length, exceptions);
  if (emoticons.has(chunk)) return [];
  const known = exceptions.get(chunk.toLowerCase());
  if (known !== undefined) return known;
  const cuts: number[] = [];
  let at = 0;
  while (at < chunk.length) {
    if (at > 0) cuts.push(at);
    const stop = next(chunk, at, exceptions, cuts);
    at = stop > at ? stop : at + 1;
  }
  return cuts;
}

const lettersOrMarks = /[\p{L}\p{M}\p{N}_]/u;

function isWordCode(code: number): boolean {
  if (code < 128) {
    return (
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
    );
  }
  // surrogates count as word parts only in pairs of letters; a lone one stands alone
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return lettersOrMarks.test(String.fromCharCode(code));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 96;

/** End of the token that starts at `at`; cuts inside a contraction go to `cuts`. */
function next(chunk: string, at: number, exceptions: Exceptions, cuts: number[]): number {
  const code = chunk.charCodeAt(at);
  if (at === 0 || !isWordCode(chunk.charCodeAt(at - 1))) {
    const rest = at === 0 ? chunk : chunk.slice(at);
    if (address.test(rest)) {
      let stop = chunk.length;
      while (stop > at + 1 && trailing.test(chunk[stop - 1]!)) stop--;
      return stop;
    }
  }
  if (isWordCode(code)) return wordEnd(chunk, at, exceptions, cuts);
  if (code >= 0xd800 && code <= 0xdbff && at + 1 < chunk.length && isLow(chunk.charCodeAt(at + 1)))
    return at + 2;
  if (isApostrophe(code)) {
    const clitic = cliticAt(chunk, at);
    if (clitic > at) return clitic;
    if (chunk.charCodeAt(at + 1) === code) return at + 2;
    // '90s
    if (isDigit(chunk.charCodeAt(at + 1)) && isDigit(chunk.charCodeAt(at + 2)) && at === 0) {
      let stop = at + 1;
      while (stop < chunk.length && isWordCode(chunk.charCodeAt(stop))) stop++;
      return stop;
    }
    return at + 1;
  }
  // ".5" and ".doc"
  if (code === 46 && at === 0 && isDigit(chunk.charCodeAt(1))) return wordEnd(chunk, 1, exceptions, cuts);
  // runs of the same mark, and mixed "?!"
  if ("!?".includes(chunk[at]!)) {
    let stop = at + 1;
    while (stop < chunk.length && "!?".includes(chunk[stop]!)) stop++;
    return stop;
  }
  if (".-*=_~<>#+|".includes(chunk[at]!)) {
    let stop = at + 1;
    while (stop < chunk.length && chunk.charCodeAt(stop) === code) stop++;
    return stop;
  }
  return at + 1;
}

/** End of a clitic ('s, 're …) that starts at the apostrophe `at`, or `at`. */
function cliticAt(chunk: string, at: number): number {
  for (let length = 3; length >= 2; length--) {
    const after = chunk.charCodeAt(at + length);
    if (at + length > chunk.length || isWordCode(after)) continue;
    const text = `'${chunk.slice(at + 1, at + length).toLowerCase()}`;
    if (clitics.has(text)) return at + length;
  }
  return at;
}

function wordEnd(chunk: string, at: number, exceptions: Exceptions, cuts: number[]): number {
  let stop = at;
  while (stop < chunk.length) {
    const code = chunk.charCodeAt(stop);
    if (isWordCode(code)) {
      stop++;
      continue;
    }
    const before = chunk.charCodeAt(stop - 1);
    const after = chunk.charCodeAt(stop + 1);
    const inside = isWordCode(after);
    if (
      inside &&
      isDigit(before) &&
      isDigit(after) &&
      (code === 44 || code === 46 || code === 58 || code === 47)
    ) {
      stop++; // 1,000  3.5  10:30  9/11
      continue;
    }
    if (code === 38 && inside && stop - at <= 3 && isUpper(before) && isUpper(after)) {
      stop++; // A&E
      continue;
    }
    if (isApostrophe(code) && inside) {
      if (cliticAt(chunk, stop) > stop) break;
      const negated =
        /^[nN]['’`][tT]/.test(chunk.slice(stop - 1, stop + 2)) && !isWordCodeAt(chunk, stop + 2);
      if (negated && stop - 1 > at) {
        cuts.push(stop - 1);
        return stop + 2;
      }
      stop++; // Ba'ath, O'Neill
      continue;
    }
    if (code === 45 && inside) {
      const first = chunk.slice(at, stop).toLowerCase();
      if (joinedPrefixes.has(first) || (isDigit(before) && isDigit(after) && phone(chunk, at))) {
        stop++;
        continue;
      }
      break;
    }
    if (code === 46) {
      const part = chunk.slice(at, stop);
      if (stop - at === 1 && isLetter(before)) {
        stop++; // initials and U.S.
        while (isLetter(chunk.charCodeAt(stop)) && chunk.charCodeAt(stop + 1) === 46) stop += 2;
        if (isLetter(chunk.charCodeAt(stop)) && !isWordCodeAt(chunk, stop + 1) && stop - at > 2) stop++;
        return stop;
      }
      if (abbreviations.has(part.toLowerCase())) return stop + 1;
      if (inside && part === "Ph") {
        stop++;
        continue;
      }
    }
    break;
  }
  // "5km", "10am": the number and its unit
  if (isDigit(chunk.charCodeAt(at))) {
    let digits = at;
    while (digits < stop && !isLetter(chunk.charCodeAt(digits))) digits++;
    if (digits < stop && units.has(chunk.slice(digits, stop).toLowerCase())) cuts.push(digits);
    return stop;
  }
  for (const cut of word(chunk, at, stop, exceptions)) cuts.push(cut);
  return stop;
}

function word(chunk: string, at: number, stop: number, exceptions: Exceptions): readonly number[] {
  if (stop - at < 3 || stop - at > 12) return [];
  const lower = chunk.slice(at, stop).toLowerCase();
  const length = contractions.get(lower);
  if (length !== undefined) return [at + length];
  if (at === 0 && stop === chunk.length) return exceptions.get(lower) ?? [];
  return [];
}

const isWordCodeAt = (chunk: string, at: number): boolean =>
  at < chunk.length && isWordCode(chunk.charCodeAt(at));
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191;

/** 713-853-3989: at least two hyphens among digits, or 345-9945. */
function phone(chunk: string, at: number): boolean {
  return /^\d{1,4}-\d{2,4}-\d{2,4}|^\d{3}-\d{4}(?!\d)/.test(chunk.slice(at, at + 20));
}
