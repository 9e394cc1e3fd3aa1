/** By when something is to come. */
import type { Token } from "../../model/sentence.ts";
import type { Time, TimeMention } from "../../model/time.ts";
import type { Context } from "../context.ts";
import { is, kid, parent, spanOf, subtree, type Tree, upward } from "../tree.ts";
import { conditionOf } from "./conditions.ts";

/** A time in the act's own clause that lies after the publication, or that "by", "on", "next" puts ahead. */
export function deadlineOf(context: Context, tree: Tree, token: Token): Time | undefined {
  const clause = spanOf(
    subtree(
      tree,
      token,
      (one) =>
        is(one, "acl:relcl", "parataxis") ||
        (is(one, "conj") && one.i > token.i && kid(tree, one, "nsubj", "nsubj:pass") !== undefined) ||
        (is(one, "advcl") && conditionOf(tree, token) === one),
    ),
  );
  const published = context.report.published?.value.slice(0, 10);
  const times = context
    .timesIn(clause)
    .filter(({ time }) => time.type === "DATE" || time.type === "TIME" || time.type === "DURATION")
    // "now", "earlier this decade": no day by which
    .filter(({ time }) => !time.value.endsWith("_REF") && !/^(?:earlier|last|late last)\b/i.test(time.words));
  const ahead = (mention: TimeMention) =>
    published === undefined || (mention.time.to ?? mention.time.from ?? mention.time.value) >= published;
  const own = times.filter((one) => !isSince(context.text, one) && isOwnTime(tree, token, one));
  return (
    own.find((one) => one.time.type !== "DURATION" && ahead(one))?.time ??
    own.find((one) => one.time.type === "DURATION" && isWithin(context.text, one))?.time
  );
}

const isSince = (text: string, { start, time }: TimeMention) =>
  /\bsince\s+$/i.test(text.slice(Math.max(0, start - 8), start)) || /^since\b/i.test(time.words);

/**
 * A time of the act or of what it bears on; not one that tells which subject is meant ("the May election may be lost"),
 * nor one of a clause of its own ("where the jail, built in 1882, stands").
 */
function isOwnTime(tree: Tree, token: Token, { start, end }: TimeMention): boolean {
  const words = tree.sentence.tokens.filter((one) => one.start >= start && one.end <= end);
  const word = words.find((one) => one.head < (words[0]?.i ?? 0) || one.head > words.at(-1)!.i) ?? words[0];
  if (word === undefined) return true;
  // "an ambitious 2035 target": which target
  if (is(word, "nummod", "compound", "amod") && /^\d{4}$/.test(word.form)) return false;
  for (const one of upward(tree, word)) {
    if (one === token) return true;
    if (is(one, "acl:relcl", "appos", "parataxis") || (is(one, "acl") && one.xpos === "VBN")) return false;
    if (is(one, "advcl", "ccomp") && /^VB[DN]$/.test(one.xpos)) return false;
    if (is(one, "nsubj") && one !== word && parent(tree, one) === token)
      return is(word, "obl", "nmod:unmarked", "obl:unmarked");
  }
  return true;
}

/** "within 30 days", "in two weeks": a span of time that ends in a deadline. */
function isWithin(text: string, { start, time }: TimeMention): boolean {
  return (
    /\b(within|in)\s+$/i.test(text.slice(Math.max(0, start - 8), start)) || /^(within|in)\b/i.test(time.words)
  );
}

/** A day after the report's own, and not one of next year that may be one of last week. */
export function soonAfter(context: Context, time: Time | undefined): Time | undefined {
  const ahead = daysAhead(context, time);
  return ahead > 0 && ahead <= farthest ? time : undefined;
}
export const farthest = 200;

/** Days from the report's own to a time; 0 where either is unknown. */
export function daysAhead(context: Context, time: Time | undefined): number {
  const published = context.report.published?.value.slice(0, 10);
  if (time === undefined || published === undefined) return 0;
  return (Date.parse((time.from ?? time.value).slice(0, 10)) - Date.parse(published)) / 86_400_000;
}
