/**
 * Counts that run on: "the toll rose from 19 to 23", "bringing the number of infections to 10,867", "up from 74,000",
 * and which of the numbers the report gives as the count before. Read by the words before a number, as such sentences
 * are where parses err most.
 */
import { formerWords, givingForms, movingForms, tallyNouns } from "../../language/en/counting.ts";
import { measureAdjectives, measureVerbs, tollNouns } from "../../language/en/people.ts";
import { weekdays } from "../../language/en/time-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Quantity } from "./numbers.ts";

export interface Run {
  readonly measure: string;
  readonly by: Token;
}

const moving = new Set(movingForms.split(" "));
const giving = new Set(givingForms.split(" "));
const tallies = new Set(tallyNouns.split(" "));
const formers = new Set(formerWords.split(" "));

/** How far before a number its count may be named, in tokens. */
const farBack = 30;

/** The count that a number after "to", "at", "from" or "as" is the value of. */
export function runAt(tokens: readonly Token[], quantity: Quantity): Run | undefined {
  const lead = leadOf(tokens, quantity);
  // "could be as high as 4,000"
  const at = lower(tokens[lead + 1]) === "as" ? lead + 1 : lead;
  if (!/^(?:to|at|from|as|past|above)$/.test(lower(tokens[at]))) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - farBack); i--) {
    const form = lower(tokens[i]);
    if (form === ";" || form === ":" || tokens[i]!.form === "“") return undefined;
    if (!moving.has(form) && !giving.has(form)) continue;
    const named = giving.has(form) ? tallyAfter(tokens, i, at) : undefined;
    const tally = named ?? (moving.has(form) && settles(tokens, i, at) ? tallyBefore(tokens, i) : undefined);
    if (tally === undefined) continue;
    const measure = measureOfTally(tokens, tally, named === undefined ? i : at);
    return measure === undefined ? undefined : { measure, by: tokens[i]! };
  }
  return undefined;
}

/** "Puts the figure at nine": the verb, where the noun does not say of what. */
export function putsFigure(tokens: readonly Token[], quantity: Quantity): Token | undefined {
  const at = leadOf(tokens, quantity);
  if (lower(tokens[at]) !== "at" || !/^(?:figure|number|total|count|toll)$/.test(lower(tokens[at - 1])))
    return undefined;
  const verb = tokens
    .slice(Math.max(0, at - 4), at)
    .find((one) => one.lemma === "put" || one.lemma === "give");
  return verb;
}

/** The last token before the number and what bounds it. */
function leadOf(tokens: readonly Token[], { span, first }: Quantity): number {
  let at = first - 1;
  while (at >= 0 && tokens[at]!.start >= span.start) at--;
  return at;
}

/** Between the verb and the preposition stand only adverbs and the value before ("from 19"). */
function settles(tokens: readonly Token[], verb: number, at: number): boolean {
  return tokens.slice(verb + 1, at).every(
    (one) =>
      /^(?:ADV|NUM|ADP|AUX|PART)$/.test(one.upos) ||
      one.lemma === "%" ||
      one.xpos === "VBN" ||
      // "rose to 87 on Sunday from 63", "to at least 87"
      Object.hasOwn(weekdays, one.form.toLowerCase()) ||
      /^(?:least|most|than)$/i.test(one.form),
  );
}

/** "The number of people killed by cholera has climbed": within the clause before the verb. */
function tallyBefore(tokens: readonly Token[], verb: number): number | undefined {
  for (let i = verb - 1; i >= Math.max(0, verb - 14); i--) {
    if (/^[;:]$/.test(tokens[i]!.form)) return undefined;
    if (tallies.has(lower(tokens[i])) || isTallied(tokens[i]!)) return i;
  }
  return undefined;
}

/** "Murders fell from 71 to 48", "arrests rose": what happens often enough is its own tally. */
function isTallied({ xpos, lemma }: Token): boolean {
  return xpos === "NNS" && tollNouns[lemma.toLowerCase()] !== undefined;
}

/** "bringing the total number of infections …": right behind the verb. */
function tallyAfter(tokens: readonly Token[], verb: number, at: number): number | undefined {
  for (let i = verb + 1; i < Math.min(at, verb + 6); i++) if (tallies.has(lower(tokens[i]))) return i;
  return undefined;
}

function measureOfTally(tokens: readonly Token[], tally: number, to: number): string | undefined {
  const around = tokens.slice(Math.max(0, tally - 2), Math.min(to, tally + 9));
  for (const one of around) {
    const [form, lemma] = [one.form.toLowerCase(), one.lemma.toLowerCase()];
    const measure =
      tollNouns[form] ??
      tollNouns[lemma] ??
      measureAdjectives[form] ??
      (/^VB[ND]$/.test(one.xpos) || one.upos === "VERB" ? measureVerbs[lemma] : undefined);
    if (measure !== undefined) return measure;
  }
  // "the number of confirmed cases": of a disease
  const cases = around.findIndex(({ form }) => /^cases?$/i.test(form));
  if (cases > 0 && /^(?:confirmed|suspected|new|active|known)$/i.test(around[cases - 1]!.form))
    return "infected";
  return lower(tokens[tally]) === "toll" ? "killed" : undefined;
}

/** Whether the report gives a number as the count before: "rose from 19", "up from 74,000", "an earlier toll of 12". */
export function isFormer(tokens: readonly Token[], quantity: Quantity): boolean {
  const at = leadOf(tokens, quantity);
  if (lower(tokens[at]) === "from") return isUp(tokens, at) || runAt(tokens, quantity) !== undefined;
  // "an earlier statement had put the number of dead at 31"
  if (lower(tokens[at]) === "at" && runAt(tokens, quantity) !== undefined && hadBefore(tokens, at))
    return true;
  const near = tokens.slice(Math.max(0, at - 4), at + 1);
  return (
    lower(tokens[at]) === "of" &&
    near.some((one) => tallies.has(lower(one))) &&
    near.some((one) => formers.has(lower(one)))
  );
}

/** A word of an earlier time, and a past perfect, in the clause before. */
function hadBefore(tokens: readonly Token[], at: number): boolean {
  const clause = tokens.slice(Math.max(0, at - 20), at).map(lower);
  return clause.some((one) => formers.has(one)) && clause.includes("had");
}

/** "up from", "down from": of whatever was counted last before. */
export function isUp(tokens: readonly Token[], from: number): boolean {
  return lower(tokens[from]) === "from" && /^(?:up|down)$/.test(lower(tokens[from - 1]));
}

/** "up from 74,000": the number is the former value of the count before it. */
export function followsUp(tokens: readonly Token[], quantity: Quantity): boolean {
  return isUp(tokens, leadOf(tokens, quantity));
}

function lower(token: Token | undefined): string {
  return token === undefined ? "" : token.form.toLowerCase();
}
