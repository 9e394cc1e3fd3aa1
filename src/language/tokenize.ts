/** Text to tokens: exact UTF-16 offsets, white space and control characters are gaps, all in linear time. */
import {
  abbreviations,
  aphereses,
  capitalAbbreviations,
  clitics,
  closingAbbreviations,
  contractions,
  currencyLetters,
  emoticons,
  joinedPrefixes,
  moneyUnits,
  numberAbbreviations,
  slashed,
  splitBefore,
  units,
} from "./en/tokens.ts";

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
      // the few chunks whose tokens hang on what follows
      if (chunk.charCodeAt(chunk.length - 1) === STOP) cuts = withFullStop(chunk, cuts, text, stop, end);
      else if (chunk.length < 5) cuts = withNext(chunk, cuts, text, stop, end);
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

const STOP = 46;
/** An address shows what it is within so many characters. */
const LONGEST_HOST = 100;

/** Cuts off the full stop of an abbreviation that ends the sentence ("No." before no number, "etc." at the end). */
function withFullStop(
  chunk: string,
  cuts: readonly number[],
  text: string,
  stop: number,
  end: number,
): readonly number[] {
  const from = cuts.at(-1) ?? 0;
  const length = chunk.length - 1 - from;
  if (length < 1 || length > 5) return cuts;
  const word = chunk.slice(from, -1).toLowerCase();
  const numbered = numberAbbreviations.has(word);
  if (!numbered && !closingAbbreviations.has(word) && (length > 1 || !isLetter(word.charCodeAt(0))))
    return cuts;
  const after = following(text, stop, end);
  const ends = numbered ? !isDigit(after) && after !== 35 : after === 0 || (word === "etc" && isUpper(after));
  return ends ? [...cuts, chunk.length - 1] : cuts;
}

/** Whether what follows the chunk decides its tokens: "no.", "etc.", "its". */
export function waits(lower: string): boolean {
  if (splitBefore.has(lower)) return true;
  if (!lower.endsWith(".")) return false;
  const word = lower.slice(0, -1);
  return numberAbbreviations.has(word) || closingAbbreviations.has(word);
}

/** "its" before "not" is two words. */
function withNext(
  chunk: string,
  cuts: readonly number[],
  text: string,
  stop: number,
  end: number,
): readonly number[] {
  const rule = splitBefore.get(chunk.toLowerCase());
  if (rule === undefined) return cuts;
  let from = stop;
  while (from < end && isGap(text.charCodeAt(from))) from++;
  let to = from;
  while (to < end && to - from < 12 && isWordCode(text.charCodeAt(to))) to++;
  return rule.next.has(text.slice(from, to).toLowerCase()) ? [rule.cut] : cuts;
}

/** The first character after a gap, 0 at the end. */
function following(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isGap(text.charCodeAt(at))) at++;
  return at < end ? text.charCodeAt(at) : 0;
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
/** URLs, e-mail and computer addresses, newsgroups. */
const url = /^(?:https?:\/\/|ftp:\/\/|www\.|mailto:)/i;
const mail = /^[\w.%+-]+@\w/;
const group = /^(?:alt|comp|misc|rec|sci|soc|talk|biz)\.[a-z]/;
const host =
  /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co|uk|info|int|mil|io|eu|news|online|tv|de|fr|es|nl|ru|ua|cn|jp|au|nz|ca|ch|mx|br|tr|il|ir|iq|doc|docx|xls|xlsx|ppt|pdf|jpe?g|gif|png|mp[34]|zip|exe|txt|csv|html?)(?=[/:?#.,;)("'\]<>]|$)/i;
/** An account or a topic: @name, #topic. */
const handle = /^[@#][\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/u;
const telephone = /^\+\d[\d-]*/;
const trailing = /[.,;:!?)"'’”\]>]/;
const opening = /["'“‘([]/;
const simple = /^[A-Za-z]+$/;
/** "Monday's": two tokens whatever was learnt, as a treebank that keeps it whole somewhere slipped. */
const possessive = /^\p{L}{3,}['’]s$/u;

/** Where a chunk without white space is cut, in ascending order, its ends left out. */
export function split(chunk: string, exceptions: Exceptions): readonly number[] {
  if (simple.test(chunk)) return word(chunk, 0, chunk.length, exceptions);
  if (emoticons.has(chunk)) return [];
  const lower = chunk.toLowerCase();
  const known = exceptions.get(lower);
  if (known !== undefined && !waits(lower) && !(known.length === 0 && possessive.test(chunk))) return known;
  const cuts: number[] = [];
  let at = 0;
  // what was learnt holds also within marks: ("that's",
  let first = 0;
  while (first < chunk.length - 1 && opening.test(chunk[first]!)) first++;
  let last = chunk.length;
  while (last > first + 1 && trailing.test(chunk[last - 1]!)) last--;
  if (first > 0 || last < chunk.length) {
    const inner = exceptions.get(lower.slice(first, last));
    // a full stop after "u.s" would be its own
    if (inner !== undefined && !(chunk[last] === "." && lower.slice(first, last).includes("."))) {
      for (let k = 1; k <= first; k++) cuts.push(k);
      for (const cut of inner) cuts.push(first + cut);
      if (last < chunk.length) cuts.push(last);
      at = last;
    }
  }
  const begun = at;
  while (at < chunk.length) {
    if (at > begun) cuts.push(at);
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
  // a soft hyphen is written inside of a word
  return code === 0xad || lettersOrMarks.test(String.fromCharCode(code));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isApostrophe = (code: number): boolean =>
  code === 39 || code === 0x2019 || code === 0x2018 || code === 96;

/** End of the token that starts at `at`; cuts inside a contraction go to `cuts`. */
function next(chunk: string, at: number, exceptions: Exceptions, cuts: number[]): number {
  const code = chunk.charCodeAt(at);
  if (at === 0 || !isWordCode(chunk.charCodeAt(at - 1))) {
    const length = addressLength(at === 0 ? chunk : chunk.slice(at));
    if (length > 0) return at + length;
  }
  if (isWordCode(code)) return wordEnd(chunk, at, exceptions, cuts);
  if (code >= 0xd800 && code <= 0xdbff && at + 1 < chunk.length && isLow(chunk.charCodeAt(at + 1)))
    return pictureEnd(chunk, at + 2);
  if (isApostrophe(code)) {
    const clitic = cliticAt(chunk, at);
    if (clitic > at) return clitic;
    if (isApostrophe(chunk.charCodeAt(at + 1))) return at + 2;
    let stop = at + 1;
    while (stop < chunk.length && stop < at + 8 && isWordCode(chunk.charCodeAt(stop))) stop++;
    // '90s  'cause
    if (
      at === 0 &&
      ((isDigit(chunk.charCodeAt(1)) && isDigit(chunk.charCodeAt(2))) ||
        aphereses.has(chunk.slice(1, stop).toLowerCase()))
    )
      return stop;
    return at + 1;
  }
  // ".5" and ".doc"
  if (code === STOP && at === 0 && isDigit(chunk.charCodeAt(1))) return wordEnd(chunk, 1, exceptions, cuts);
  // runs of one mark, mixed "?!" and ".?"
  if (chunk[at] === "!" || chunk[at] === "?") {
    const stop = runEnd(chunk, at, "!?");
    return chunk[stop] === "." && chunk[stop + 1] !== "." ? stop + 1 : stop;
  }
  if (chunk[at] === "." || chunk[at] === "…") {
    const stop = runEnd(chunk, at, ".…");
    return stop === at + 1 && code === STOP ? runEnd(chunk, stop, "!?") : stop;
  }
  if (code === 43 && isDigit(chunk.charCodeAt(at + 1))) {
    return at + telephone.exec(chunk.slice(at, at + 30))![0].replace(/-+$/, "").length;
  }
  if (code === 58 || code === 59) {
    const face = /^[:;]['o-]?[()DP](?![\w(])/.exec(chunk.slice(at, at + 4));
    if (face !== null && !chunk.slice(0, at).includes("(")) return at + face[0].length;
  }
  return "-*=_~<>#+|$".includes(chunk[at]!) ? runEnd(chunk, at, chunk[at]!) : at + 1;
}

function runEnd(chunk: string, at: number, marks: string): number {
  let stop = at;
  while (stop < chunk.length && marks.includes(chunk[stop]!)) stop++;
  return stop;
}

/** Length of the address that `rest` begins with, 0 where it begins with none. */
function addressLength(rest: string): number {
  const first = rest.charCodeAt(0);
  if (first === 64 || first === 35) return handle.exec(rest)?.[0].length ?? 0;
  const head = rest.slice(0, LONGEST_HOST);
  const any = url.test(head);
  let stop: number;
  if (any || mail.test(head) || group.test(head)) {
    const foreign = any ? /[<>"“”«»]/ : /[^\w@.%+/:?#=&~-]/;
    const cut = rest.search(foreign);
    stop = cut < 0 ? rest.length : cut;
  } else {
    const found = host.exec(head);
    if (found === null) return 0;
    stop = found[0].length;
    // its path goes on, a bracket or a full stop does not
    if (stop < rest.length && /^(?:[/?#]|:\d)/.test(rest.slice(stop, stop + 2))) stop = rest.length;
  }
  while (stop > 1 && trailing.test(rest[stop - 1]!)) stop--;
  return stop;
}

/** A picture goes on over skin tones, variants, joiners with their pictures, and the second half of a flag. */
function pictureEnd(chunk: string, from: number): number {
  let at = from;
  const flag = isFlag(chunk, from - 2);
  if (flag && isFlag(chunk, at)) at += 2;
  for (;;) {
    const code = chunk.charCodeAt(at);
    const high = chunk.charCodeAt(at + 1);
    if (code === 0xfe0f || code === 0x20e3) at++;
    else if (code === 0xd83c && high >= 0xdffb && high <= 0xdfff) at += 2;
    else if (code === 0x200d && high >= 0xd800 && high <= 0xdbff && isLow(chunk.charCodeAt(at + 2))) at += 3;
    else if (code === 0x200d && high >= 0x2600 && high <= 0x27bf) at += 2;
    else return at;
  }
}

const isFlag = (chunk: string, at: number): boolean =>
  chunk.charCodeAt(at) === 0xd83c && chunk.charCodeAt(at + 1) >= 0xdde6 && chunk.charCodeAt(at + 1) <= 0xddff;

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
      if (cliticAt(chunk, stop) > stop) {
        // the 60's, the 1960's; but 2003's
        if (isDecade(chunk, at, stop)) {
          stop += 2;
          continue;
        }
        break;
      }
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
      const first = chunk.slice(at, stop);
      const joined =
        joinedPrefixes.has(first.toLowerCase()) &&
        first !== "UN" &&
        (!isDigit(after) || /^mid$/i.test(first));
      if (joined || (isDigit(before) && isDigit(after) && phone(chunk, at))) {
        stop++;
        continue;
      }
      break;
    }
    // sh*t, f**k
    if (code === 42 && isLetter(before) && (inside || after === 42)) {
      const stars = runEnd(chunk, stop, "*");
      if (isWordCodeAt(chunk, stars) || (stop - at <= 2 && stars > stop + 1)) {
        stop = stars;
        continue;
      }
    }
    if (code === 36 && currencyLetters.has(chunk.slice(at, stop))) return stop + 1; // US$
    if (code === 47 && slashed.has(chunk.slice(at, stop + 4).toLowerCase()))
      return Math.min(stop + 4, chunk.length);
    if (code === 47 && slashed.has(chunk.slice(at, stop + 2).toLowerCase()) && !isWordCodeAt(chunk, stop + 2))
      return stop + 2;
    if (code === STOP) {
      const part = chunk.slice(at, stop);
      if (stop - at === 1 && isLetter(before)) {
        stop++; // initials and U.S.
        while (isLetter(chunk.charCodeAt(stop)) && chunk.charCodeAt(stop + 1) === STOP) stop += 2;
        if (isLetter(chunk.charCodeAt(stop)) && !isWordCodeAt(chunk, stop + 1)) stop++; // i.e, u.k
        return stop;
      }
      // "etc..." keeps its dots together, "Inc.." does not
      if ((chunk.charCodeAt(stop + 1) !== STOP || stop + 2 === chunk.length) && isAbbreviation(part))
        return stop + 1;
      // 10p.m.
      const clock = /^\d{1,2}([ap]\.m\.?)$/i.exec(chunk.slice(at, stop + 3));
      if (clock !== null) {
        cuts.push(stop - 1);
        return at + clock[0].length;
      }
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
    const unit = chunk.slice(digits, stop).toLowerCase();
    if (units.has(unit) || (moneyUnits.has(unit) && at > 0 && currency.test(chunk[at - 1]!)))
      cuts.push(digits);
    return stop;
  }
  for (const cut of word(chunk, at, stop, exceptions)) cuts.push(cut);
  return stop;
}

function word(chunk: string, at: number, stop: number, exceptions: Exceptions): readonly number[] {
  if (stop - at < 2 || stop - at > 12) return [];
  const lower = chunk.slice(at, stop).toLowerCase().replace("’", "'");
  const parts = contractions.get(lower);
  if (parts !== undefined) return parts.map((cut) => at + cut);
  if (at === 0 && stop === chunk.length) return exceptions.get(lower) ?? [];
  return [];
}

function isAbbreviation(part: string): boolean {
  const lower = part.toLowerCase();
  if (!abbreviations.has(lower)) return false;
  return !capitalAbbreviations.has(lower) || isUpper(part.charCodeAt(0));
}

/** 60's and 1960's are decades, 2003's and 2030's are not. */
function isDecade(chunk: string, at: number, stop: number): boolean {
  const end = chunk.charCodeAt(stop + 1);
  if (stop - at !== 2 && stop - at !== 4) return false;
  return (end === 115 || end === 83) && /^(?:1\d)?\d0$/.test(chunk.slice(at, stop));
}

const currency = /\p{Sc}/u;
const isWordCodeAt = (chunk: string, at: number): boolean =>
  at < chunk.length && isWordCode(chunk.charCodeAt(at));
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191;

/** 713-853-3989: at least two hyphens among digits; or 345-9945, 713/345-9945, a post code 77030-2707. */
function phone(chunk: string, at: number): boolean {
  return /^\d{1,4}-\d{2,4}-\d{2,4}|^(?:\d{3}\/)?\d{3}-\d{4}(?!\d)|^\d{5}-\d{4}(?!\d)/.test(
    chunk.slice(at, at + 20),
  );
}
