/**
 * The hedges that bear on one thing told: those of its own clause and of the clauses that it stands under, and those in its
 * own words. "He left, assuming that they could win" hedges the winning; "about 300 rounds" hedges the rounds.
 */
import { approximators } from "../../language/en/hedges.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { clauseOf, is, kid, parent, type Tree, upward } from "../tree.ts";

/** `own` are the words that are shown of it. */
export function hedgesOn(context: Context, tree: Tree, word: Token, own: Span): readonly Span[] {
  const here = context.hedgesIn(tree.sentence);
  if (here.length === 0) return here;
  const above = new Set(upward(tree, word).map(({ i }) => i));
  const clauses = clausesOver(tree, word);
  return here.filter((hedge) => {
    if (hedge.start >= own.start && hedge.end <= own.end) return true;
    const first = tree.sentence.tokens.find((one) => one.end > hedge.start);
    if (first === undefined || isOfNumber(tree.sentence, hedge)) return false;
    const noun = is(first, "amod", "compound") ? parent(tree, first) : undefined;
    if (noun !== undefined) return above.has(noun.i);
    if (isListedBehind(tree, first, above)) return false;
    return clauses.has(clauseOf(tree, first).i);
  });
}

/** "Is keen on talks and may strike": of what is listed behind, and not of the word. */
function isListedBehind(tree: Tree, hedge: Token, above: ReadonlySet<number>): boolean {
  for (const one of upward(tree, hedge)) {
    if (above.has(one.i)) return false;
    if (is(one, "conj")) return true;
  }
  return false;
}

/** Heads of the clause of a word and of those above it; of a clause listed before it only where the two share their subject. */
function clausesOver(tree: Tree, word: Token): ReadonlySet<number> {
  const over = new Set<number>();
  let skipped = -1;
  for (const one of upward(tree, word)) {
    const clause = clauseOf(tree, one);
    if (clause.i !== skipped) over.add(clause.i);
    // "while the ministry favours talks, it may …": a clause with a subject of its own
    if (is(one, "advcl") && kid(tree, one, "nsubj") !== undefined) break;
    if (is(one, "conj") && kid(tree, one, "nsubj", "aux") !== undefined) skipped = one.head;
  }
  return over;
}

/** "About", "at least", "more than" before a number. */
export function isOfNumber({ tokens }: Sentence, hedge: Span): boolean {
  const words = tokens.filter((one) => one.start >= hedge.start && one.end <= hedge.end);
  const forms = words.map((one) => one.form.toLowerCase()).join(" ");
  return numberHedges.has(forms);
}

const numberHedges = new Set(approximators.map((words) => words.join(" ")));
