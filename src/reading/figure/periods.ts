/** The rate and the period of a count: "a year", "since September", "as of Friday". */
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { clauseOf, is, kids, parent, spanOf, subtree, type Tree } from "../tree.ts";

export function clauseSpan(tree: Tree, token: Token): Span {
  const clause = is(token, "acl") ? (parent(tree, token) ?? token) : clauseOf(tree, token);
  return spanOf(subtree(tree, clause, (one) => is(one, "parataxis", "acl:relcl")));
}

const rates: Readonly<Record<string, string>> = table({
  annually: "year",
  yearly: "year",
  monthly: "month",
  weekly: "week",
  daily: "day",
  hourly: "hour",
  nightly: "night",
});

/** "annually", "a year", "per day", "every month". */
export function rateOf(tree: Tree, by: Token, noun: Token): string | undefined {
  for (const one of [
    ...kids(tree, by, "advmod", "obl", "nmod"),
    ...kids(tree, noun, "advmod", "nmod", "obl"),
  ]) {
    const rate = rates[one.form.toLowerCase()];
    if (rate !== undefined) return rate;
    if (
      !/^(year|month|week|day|hour|night|decade|quarter)$/.test(one.lemma) ||
      one.form.toLowerCase() !== one.lemma
    )
      continue;
    // "would feed them for a month": how long, not how often
    if (kids(tree, one, "case").some((word) => !/^per$/i.test(word.form))) continue;
    if (kids(tree, one, "det", "case").some((word) => /^(a|an|per|each|every)$/i.test(word.form)))
      return one.lemma;
  }
  return undefined;
}

/** "since September" in its clause; for "in these strikes", what the sentences before say of them. */
export function sinceOf(context: Context, tree: Tree, clause: Span, by: Token): string | undefined {
  const own = openTime(context, clause);
  if (own !== undefined) return own;
  const anaphoric = subtree(tree, clauseOf(tree, by)).some((one) =>
    kids(tree, one, "det").some((word) => /^(these|those|this|such)$/i.test(word.form)),
  );
  const previous = context.sentences[tree.sentence.index - 1];
  if (!anaphoric || previous === undefined || previous.block !== tree.sentence.block) return undefined;
  return openTime(context, previous);
}

function openTime(context: Context, span: Span): string | undefined {
  for (const { time, start } of context.timesIn(span)) {
    if (isComparison(context.text, span, start)) continue;
    if (time.to === null && /since|from/i.test(time.words)) return time.from ?? time.value;
  }
  for (const { time, start } of context.timesIn(span)) {
    const before = context.text.slice(Math.max(span.start, start - 12), start);
    if (isComparison(context.text, span, start)) continue;
    if (/\b(since|from)\s+(the\s+)?$/i.test(before)) return time.from ?? time.value;
  }
  return undefined;
}

/** "the first since September", "the deadliest since 2014": compared with what was before, not counted since then. */
function isComparison(text: string, span: Span, start: number): boolean {
  const before = text.slice(Math.max(span.start, start - 40), start);
  return /\b(?:first|last|only|worst|most|more|fewer|highest|lowest|biggest|largest|smallest|heaviest|deadliest|bloodiest)\b[^.;,]*$/i.test(
    before,
  );
}

export function asOfOf(context: Context, span: Span): string | undefined {
  for (const { time, start } of context.timesIn(span)) {
    if ((time.type !== "DATE" && time.type !== "TIME") || !/^\d/.test(time.value)) continue;
    if (/\b(as of|by)\s+$/i.test(context.text.slice(Math.max(span.start, start - 8), start)))
      return time.value;
    if (/^(as of|by)\b/i.test(time.words)) return time.value;
  }
  return undefined;
}
