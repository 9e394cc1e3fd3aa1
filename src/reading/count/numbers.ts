/**
 * Numbers in a sentence, with what bounds or blurs them: "at least 34", "between 40 and 50", "half a
 * million", "1.5k", "12,000-strong", "thousands". Values only; what they count is the figures' business.
 */
import {
  after,
  type Bound,
  before,
  cardinals,
  currencyCodes,
  currencySigns,
  currencyWords,
  fractions,
  multipliers,
  nationalMoney,
  suffixes,
  vaguePlurals,
  vagueSmall,
} from "../../language/en/numerals.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { perWord } from "../words/per-word.ts";

export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** ISO 4217 code or the word, for money; "%" for a share. */
  readonly unit?: string;
  /** With its approximator, as printed. */
  readonly span: Span;
  /** Tokens of the number itself, without its approximator. */
  readonly first: number;
  readonly last: number;
  /** Digits without a unit word, four long and without separator: it may be a year. */
  readonly bare: boolean;
  /** Printed with a fraction ("2.5"). */
  readonly decimal: boolean;
}

/** The quantities of a sentence in text order; they never overlap. */
export function quantitiesIn(sentence: Sentence): Quantity[] {
  const { tokens } = sentence;
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; ) {
    const quantity = quantityAt(tokens, i);
    if (quantity === undefined) i++;
    else {
      found.push(quantity);
      i = quantity.last + 1;
    }
  }
  return found;
}

/** The quantity that begins at a token. */
export function quantityFrom({ tokens }: Sentence, i: number): Quantity | undefined {
  return i < tokens.length ? quantityAt(tokens, i) : undefined;
}

/** A number read from one place: its value and where it ends. */
interface Numeral {
  readonly value: number;
  /** Least value of a number that is not exact ("hundreds"). */
  readonly vague: boolean;
  readonly unit?: string;
  readonly last: number;
  readonly bare: boolean;
  readonly decimal: boolean;
  readonly bound?: Bound;
}

function quantityAt(tokens: readonly Token[], i: number): Quantity | undefined {
  if (!mayBegin(tokens[i]!.form)) return undefined;
  const word = lower(tokens[i]);
  if (word === "between") {
    const low = numeralAt(tokens, i + 1);
    if (low !== undefined && lower(tokens[low.last + 1]) === "and") {
      const high = numeralAt(tokens, low.last + 2);
      if (high !== undefined) return range(tokens, i, i + 1, low, high);
    }
    return undefined;
  }
  const numeral = numeralAt(tokens, i);
  if (numeral === undefined) return undefined;
  const lead = boundBefore(tokens, i);
  const second = secondOf(tokens, numeral);
  // "rose from 40 to 64": it is 64 now.
  if (
    second !== undefined &&
    lower(tokens[(lead?.first ?? i) - 1]) === "from" &&
    lower(tokens[numeral.last + 1]) === "to"
  )
    return single(tokens, numeral.last + 2, second, boundBefore(tokens, numeral.last + 2));
  if (second !== undefined) return range(tokens, lead?.first ?? i, i, numeral, second, lead?.bound);
  return single(tokens, i, numeral, lead);
}

/** Whether any number can begin with a word: most words need not be looked at further. */
const mayBegin = perWord((form) => {
  const word = form.toLowerCase();
  return (
    /\d|-/.test(form) ||
    currencySigns[form] !== undefined ||
    codes.has(form) ||
    cardinals[word] !== undefined ||
    multipliers[word] !== undefined ||
    fractions[word] !== undefined ||
    vaguePlurals[word] !== undefined ||
    vagueSmall[word] !== undefined ||
    /^(?:between|a|an|the|one|half|quarter|tens|several|few)$/.test(word)
  );
});

/** "40 to 50", "40-50", "40 or 50"; not "from 40 to 50", which is a change. */
function secondOf(tokens: readonly Token[], low: Numeral): Numeral | undefined {
  const joint = tokens[low.last + 1];
  if (joint === undefined || !/^(to|or|-|–|—|and)$/i.test(joint.form)) return undefined;
  const high = numeralAt(tokens, low.last + 2);
  if (high === undefined) return undefined;
  if (lower(joint) === "and" || (low.unit === "%") !== (high.unit === "%") ? high.unit !== "%" : false)
    return undefined;
  const scaled = scaleTo(low, high);
  if (scaled >= high.value) return undefined;
  const dash = /^[-–—]$/.test(joint.form);
  if (dash && joint.start > tokens[low.last]!.end) return undefined;
  if (lower(joint) === "or" && high.value > scaled * 3) return undefined;
  return high;
}

/** In "2 to 3 million" the scale belongs to both. */
function scaleTo(low: Numeral, high: Numeral): number {
  if (low.bare || !low.decimal) {
    const scale = [1e12, 1e9, 1e6, 1e3].find((one) => high.value >= one && high.value % (one / 1000) === 0);
    if (scale !== undefined && low.value < 1000 && high.value / scale < 1000 && high.value / low.value > 500)
      return low.value * scale;
  }
  return low.value;
}

function range(
  tokens: readonly Token[],
  start: number,
  first: number,
  low: Numeral,
  high: Numeral,
  bound?: Bound,
): Quantity {
  const unit = high.unit ?? low.unit;
  return {
    low: scaleTo(low, high),
    best: null,
    high: high.value,
    approximate: bound === "about",
    ...(unit === undefined ? {} : { unit }),
    span: { start: tokens[start]!.start, end: tokens[high.last]!.end },
    first,
    last: high.last,
    bare: false,
    decimal: low.decimal || high.decimal,
  };
}

function single(tokens: readonly Token[], i: number, numeral: Numeral, lead: Lead | undefined): Quantity {
  const tail = boundAfter(tokens, numeral.last + 1);
  const bounds = [lead?.bound, tail?.bound, numeral.bound];
  const { value } = numeral;
  let low: number | null = null;
  let best: number | null = value;
  let high: number | null = null;
  if (numeral.vague || bounds.includes("low")) [low, best] = [value, null];
  else if (bounds.includes("high")) [best, high] = [null, value];
  const last = tail?.last ?? numeral.last;
  return {
    low,
    best,
    high,
    approximate: bounds.includes("about"),
    ...(numeral.unit === undefined ? {} : { unit: numeral.unit }),
    span: { start: tokens[lead?.first ?? i]!.start, end: tokens[last]!.end },
    first: i,
    last,
    bare: numeral.bare,
    decimal: numeral.decimal,
  };
}

interface Lead {
  readonly bound: Bound;
  readonly first: number;
}

const longest = 5;

/** The bounding phrase that ends right before a token; bounds may stack ("an estimated at least"). */
function boundBefore(tokens: readonly Token[], i: number): Lead | undefined {
  let found: Lead | undefined;
  let end = i;
  // "about a hundred", "some of the 40": an article between is part of the number, never of the bound.
  for (let rounds = 0; rounds < 2; rounds++) {
    const next = boundEndingAt(tokens, end);
    if (next === undefined) break;
    found = { first: next.first, bound: stronger(found?.bound, next.bound) };
    end = next.first;
  }
  return found;
}

function boundEndingAt(tokens: readonly Token[], end: number): Lead | undefined {
  for (let length = Math.min(longest, end); length > 0; length--) {
    const bound = before[words(tokens, end - length, end)];
    if (bound !== undefined) return { bound, first: end - length };
  }
  return undefined;
}

function stronger(a: Bound | undefined, b: Bound): Bound {
  const order: readonly Bound[] = ["exact", "about", "high", "low"];
  return a !== undefined && order.indexOf(a) > order.indexOf(b) ? a : b;
}

function boundAfter(tokens: readonly Token[], i: number): { bound: Bound; last: number } | undefined {
  for (let length = 2; length > 0; length--) {
    if (i + length > tokens.length) continue;
    const bound = after[words(tokens, i, i + length)];
    if (bound !== undefined) return { bound, last: i + length - 1 };
  }
  return undefined;
}

/** A number of one or more tokens, with a sign or code of money around it. */
function numeralAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const sign = currencyAt(tokens[i]);
  if (sign !== undefined) {
    const amount = bareNumeralAt(tokens, i + 1);
    return amount === undefined ? undefined : { ...amount, unit: sign, bare: false };
  }
  const numeral = bareNumeralAt(tokens, i);
  if (numeral === undefined || numeral.unit !== undefined) return numeral;
  const next = tokens[numeral.last + 1];
  if (next === undefined) return numeral;
  if (/^(%|percent|pct|per)$/i.test(next.form)) {
    const cent = lower(next) === "per";
    if (!cent) return { ...numeral, unit: "%", last: numeral.last + 1, bare: false };
    if (lower(tokens[numeral.last + 2]) === "cent")
      return { ...numeral, unit: "%", last: numeral.last + 2, bare: false };
  }
  if (/^percentage$/i.test(next.form) && /^points?$/i.test(lower(tokens[numeral.last + 2])))
    return { ...numeral, unit: "%", last: numeral.last + 2, bare: false };
  const code = currencyAt(next);
  if (code !== undefined && next.form.length > 1)
    return { ...numeral, unit: code, last: numeral.last + 1, bare: false };
  if (next.form === "€") return { ...numeral, unit: "EUR", last: numeral.last + 1, bare: false };
  // "12 US dollars", "3 million Swiss francs": the word with its country.
  for (let k = numeral.last + 1; k <= numeral.last + 2; k++) {
    const money = currencyWords[tokens[k]?.lemma.toLowerCase() ?? ""];
    if (
      money !== undefined &&
      (k === numeral.last + 1 || /^(US|U\.S\.|Swiss|[A-Z]\w+)$/.test(tokens[k - 1]!.form))
    )
      return { ...numeral, unit: moneyOf(tokens, k, numeral.last, money), last: k, bare: false };
  }
  return numeral;
}

/** "12 Canadian dollars": a country before the word says whose; one that no table has is not the word's first meaning. */
function moneyOf(tokens: readonly Token[], at: number, after: number, money: string): string {
  if (at === after + 1) return money;
  const word = tokens[at]!.lemma.toLowerCase();
  return nationalMoney[`${lower(tokens[at - 1])} ${word}`] ?? word;
}

const codes = new Set(currencyCodes.split(" "));

function currencyAt(token: Token | undefined): string | undefined {
  if (token === undefined) return undefined;
  return currencySigns[token.form] ?? (codes.has(token.form) ? token.form : undefined);
}

const digits = /^([+-]?\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|[+-]?\d+)(\.\d+)?([a-z]{0,3})$/i;

function bareNumeralAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const token = tokens[i];
  if (token === undefined) return undefined;
  const word = token.form.toLowerCase();
  const digit = /\d/.test(word) ? digitsAt(tokens, i) : undefined;
  if (digit !== undefined) return scaled(tokens, digit);
  if (/\d/.test(word)) {
    const money = attached(token, i);
    // "N300 million", "R50bn": letters that are no sign of money elsewhere ("R2", "N1 motorway") need an amount behind them
    const sum = money === undefined || !/^[NR]\d/.test(token.form) || isSum(tokens, money);
    return money === undefined || !sum ? undefined : scaled(tokens, money);
  }
  return hyphenated(token, i) ?? wordsAt(tokens, i) ?? vagueAt(tokens, i);
}

/** An amount in millions, or printed with separators. */
function isSum(tokens: readonly Token[], { last }: Numeral): boolean {
  return multiplierOf(tokens[last + 1]) !== undefined || /,\d{3}|(?:bn|m|k|mn|tn)$/i.test(tokens[last]!.form);
}

/** "$4m" or "€300" printed as one token; "12,000-strong". */
function attached(token: Token, i: number): Numeral | undefined {
  const match =
    /^(US\$|[A-Z]{1,2}\$|[$€£¥₹₽₴₺₪₩₦]|GH₵|[KTU]?Sh|Rs\.?|[NR](?=\d))?(\d[\d,]*(?:\.\d+)?)([a-z]{1,3})?(-strong|-odd|-plus|\+)?$/i.exec(
      token.form,
    );
  if (match === null) return undefined;
  const [, sign, number = "", suffix, tail] = match;
  const scale = suffix === undefined ? 1 : suffixes[suffix.toLowerCase()];
  if (scale === undefined || (sign === undefined && tail === undefined && suffix === undefined))
    return undefined;
  const value = round(Number(number.replaceAll(",", "")) * scale);
  const unit = sign === undefined ? undefined : (currencySigns[sign] ?? "USD");
  const bound = tail === "+" || tail === "-plus" ? "low" : tail === "-odd" ? "about" : undefined;
  return {
    value,
    vague: false,
    last: i,
    bare: false,
    decimal: number.includes("."),
    ...(unit === undefined ? {} : { unit }),
    ...(bound === undefined ? {} : { bound }),
  };
}

function digitsAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const match = digits.exec(tokens[i]!.form);
  if (match === null) return undefined;
  const [, whole = "", fraction = "", suffix = ""] = match;
  const scale = suffix === "" ? 1 : suffixes[suffix.toLowerCase()];
  if (scale === undefined) return undefined;
  const value = round(Number(whole.replaceAll(/[,\u202f\u00a0 ]/g, "") + fraction) * scale);
  let last = i;
  // "12,000 - strong" split by the tokeniser.
  if (tokens[i + 1]?.form === "-" && /^strong$/i.test(tokens[i + 2]?.form ?? "")) last = i + 2;
  return {
    value,
    vague: false,
    last,
    bare: suffix === "" && fraction === "" && /^\d{4}$/.test(whole),
    decimal: fraction !== "",
  };
}

/** Multiplier words, one or more, after a number: "2 million", "3 hundred thousand". */
function scaled(tokens: readonly Token[], numeral: Numeral): Numeral {
  let { value, last } = numeral;
  let bare = numeral.bare;
  for (;;) {
    let next = last + 1;
    if (tokens[next]?.form === "-" && multiplierOf(tokens[next + 1]) !== undefined) next++;
    const beside = tokens[next]?.start === tokens[last]?.end && lower(tokens[next]) === "k";
    const times = beside ? 1000 : multiplierOf(tokens[next]);
    if (times === undefined) break;
    value = round(value * times);
    last = next;
    bare = false;
  }
  const strong = tokens[last + 1]?.form === "-" && /^strong$/i.test(tokens[last + 2]?.form ?? "");
  return { ...numeral, value, last: strong ? last + 2 : last, bare };
}

function multiplierOf(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined;
  const word = token.form.toLowerCase();
  return multipliers[word] ?? (/^(m|bn|mn|tn)$/.test(word) ? suffixes[word] : undefined);
}

/** "twenty-five" as one token. */
function hyphenated(token: Token, i: number): Numeral | undefined {
  const parts = token.form.toLowerCase().split("-");
  if (parts.length < 2 || parts.length > 4) return undefined;
  const odd = parts.at(-1);
  const tail = odd === "odd" ? "about" : odd === "plus" ? "low" : undefined;
  if (tail !== undefined || odd === "strong") parts.pop();
  let value = 0;
  for (const part of parts) {
    const number = cardinals[part];
    const times = multipliers[part];
    if (number !== undefined) value += number;
    else if (times !== undefined) value = Math.max(1, value) * times;
    else return undefined;
  }
  return {
    value,
    vague: false,
    last: i,
    bare: false,
    decimal: false,
    ...(tail === undefined ? {} : { bound: tail }),
  };
}

/** "two hundred and six", "a dozen", "half a million", "one and a half million". */
function wordsAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const half = fractionAt(tokens, i);
  if (half !== undefined) return half;
  let total = 0;
  let part = 0;
  let at = i;
  let last = -1;
  const article = /^(a|an)$/i.test(tokens[i]!.form);
  if (article) {
    if (multipliers[lower(tokens[i + 1])] === undefined) return undefined;
    part = 1;
    at = i + 1;
  }
  for (; at < tokens.length; at++) {
    const word = lower(tokens[at]);
    const number = cardinals[word] ?? hyphenated(tokens[at]!, at)?.value;
    const times = multipliers[word];
    if (number !== undefined) {
      // "twenty", "-", "five" or "one hundred six"; two numbers in a row are two numbers.
      if (part % 10 !== 0 || (part > 0 && number >= 20 && part % 100 !== 0)) break;
      if (part > 0 && part < 100 && (part < 20 || number >= 10)) break;
      part += number;
      last = at;
    } else if (times !== undefined) {
      if (part === 0 && !article && last < 0) return undefined;
      if (times === 100 || times === 12 || times === 20) part = Math.max(1, part) * times;
      else {
        total += Math.max(1, part) * times;
        part = 0;
      }
      last = at;
    } else if (
      last >= 0 &&
      word === "-" &&
      part >= 20 &&
      part < 100 &&
      cardinals[lower(tokens[at + 1])] !== undefined
    ) {
      // goes on with the next word
    } else if (
      last >= 0 &&
      word === "and" &&
      (total > 0 || part >= 100) &&
      cardinals[lower(tokens[at + 1])] !== undefined
    ) {
      if (part % 100 !== 0) break;
    } else break;
  }
  if (last < 0) return undefined;
  const value = total + part;
  const next = lower(tokens[last + 1]);
  if (next === "of" && vaguePlurals[lower(tokens[last + 2])] !== undefined) return undefined;
  if (tokens[last + 1]?.form === "-" && /^strong$/i.test(tokens[last + 2]?.form ?? "")) last += 2;
  return scaled(tokens, { value, vague: false, last, bare: false, decimal: false });
}

function fractionAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const word = lower(tokens[i]);
  let at = i;
  let value: number | undefined;
  if (word === "half" || word === "quarter") value = fractions[word];
  else if (/^(a|one)$/.test(word) && /^(quarter|third)$/.test(lower(tokens[i + 1]))) {
    value = fractions[lower(tokens[i + 1])];
    at = i + 1;
  } else if (cardinals[word] !== undefined && words(tokens, i + 1, i + 4) === "and a half") {
    const scaledBy = multiplierOf(tokens[i + 4]);
    if (scaledBy === undefined) return undefined;
    return {
      value: (cardinals[word] + 0.5) * scaledBy,
      vague: false,
      last: i + 4,
      bare: false,
      decimal: true,
    };
  }
  if (value === undefined) return undefined;
  if (lower(tokens[at + 1]) === "of") at++;
  if (/^(a|an)$/.test(lower(tokens[at + 1]))) at++;
  const times = multipliers[lower(tokens[at + 1])];
  if (times === undefined || times < 12) return undefined;
  return { value: value * times, vague: false, last: at + 1, bare: false, decimal: false };
}

/** "hundreds", "tens of thousands", "several hundred", "a few dozen", "a couple". */
function vagueAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const word = lower(tokens[i]);
  const plural = vaguePlurals[word] ?? (word === "tens" ? 20 : undefined);
  if (plural !== undefined) {
    if (word === "scores" && tokens[i]!.upos === "VERB") return undefined;
    const next = vaguePlurals[lower(tokens[i + 2])];
    if (lower(tokens[i + 1]) === "of" && next !== undefined)
      return { value: plural * (next / 2), vague: true, last: i + 2, bare: false, decimal: false };
    if (word === "tens") return undefined;
    return { value: plural, vague: true, last: i, bare: false, decimal: false };
  }
  const skip = /^(a|the)$/.test(word) ? 1 : 0;
  const small = vagueSmall[lower(tokens[i + skip])];
  if (small === undefined || (skip === 0 && word !== "several" && word !== "few")) return undefined;
  let last = i + skip;
  if (/^(couple|handful)$/.test(lower(tokens[last])) && lower(tokens[last + 1]) === "of") last++;
  const times = multipliers[lower(tokens[last + 1])];
  if (times !== undefined)
    return { value: small * times, vague: true, last: last + 1, bare: false, decimal: false };
  if (word === "few") return undefined;
  return { value: small, vague: true, last, bare: false, decimal: false };
}

function lower(token: Token | undefined): string {
  return token === undefined ? "" : token.form.toLowerCase();
}

function words(tokens: readonly Token[], from: number, to: number): string {
  let joined = "";
  for (let i = from; i < to && i < tokens.length; i++) joined += (i > from ? " " : "") + lower(tokens[i]);
  return joined;
}

/** Scaling must not leave a trail of binary fractions: 2.4 million is 2,400,000. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
