/** Infinitives and conditions on a stand. */

import type { Token } from "../../model/sentence.ts";
import { kids, type Tree } from "../tree.ts";

export function isToInfinitive(tree: Tree, word: Token): boolean {
  return word.xpos === "VB" && kids(tree, word, "mark").some((one) => one.lemma === "to");
}

/** "if", "only if", "provided that", "as long as", "on condition that" below a word. */
export function hasCondition(tree: Tree, word: Token): boolean {
  return kids(tree, word, "advcl").some((one) => isCondition(tree, one));
}

export function isCondition(tree: Tree, clause: Token): boolean {
  if (/^(?:provided|providing)$/i.test(clause.form)) return true;
  return kids(tree, clause, "mark", "advmod").some((mark) =>
    /^(if|provided|providing|unless)$/i.test(mark.form),
  );
}
