/** Infinitives and conditions on a stand. */

import type { Token } from "../../model/sentence.ts";
import { kids, parent, type Tree } from "../tree.ts";

export function isToInfinitive(tree: Tree, word: Token): boolean {
  return word.xpos === "VB" && kids(tree, word, "mark").some((one) => one.lemma === "to");
}

/** "if", "only if", "provided that", "as long as", "on condition that" below a word. */
export function hasCondition(tree: Tree, word: Token): boolean {
  return kids(tree, word, "advcl").some((one) => isCondition(tree, one));
}

/** What "if" makes an aside of: "if any", "if so", "if at all". */
const ifAny = /^(?:any|anything|ever|all|so|not|necessary|possible)$/i;

/** Verbs before an "if" that asks rather than sets a condition. */
const asksWhether =
  /^(?:ask|wonder|determine|decide|see|know|check|find|learn|doubt|test|establish|clarify|investigate)$/;

export function isCondition(tree: Tree, clause: Token): boolean {
  if (/^(?:provided|providing)$/i.test(clause.form)) return true;
  // "what, if any, it will do"
  if (ifAny.test(clause.form)) return false;
  const asked = asksWhether.test(parent(tree, clause)?.lemma ?? "");
  return kids(tree, clause, "mark", "advmod").some(
    (mark) =>
      /^(if|provided|providing|unless)$/i.test(mark.form) &&
      !(asked && /^if$/i.test(mark.form)) &&
      // "even if", "as if": nothing hangs on it
      !/^(?:even|as)$/i.test(tree.sentence.tokens[mark.i - 1]?.form ?? ""),
  );
}
