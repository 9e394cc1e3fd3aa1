/** The words of an act cut from the text so that they can be read alone: who, what, to whom, no more. */
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";
import type { Trigger } from "./triggers.ts";

/**
 * A noun phrase, or a clause from its subject (the antecedent of a relative pronoun) through its last
 * complement, without reporting clauses, asides and conditions; never a lone verb or preposition.
 */
export function actSpan(tree: Tree, trigger: Trigger): Span {
  const { token } = trigger;
  if (trigger.nominal) return nounPhrase(tree, token);
  if (is(token, "amod")) return nounPhrase(tree, parent(tree, token) ?? token);
  const own = clauseTokens(tree, token);
  if (own.length > 1) return spanOf(own);
  const above = parent(tree, token);
  return spanOf(above === undefined || above.upos !== "VERB" ? [token] : clauseTokens(tree, above));
}

function clauseTokens(tree: Tree, verb: Token): readonly Token[] {
  const subject = kid(tree, verb, "nsubj", "nsubj:pass");
  const relative = subject !== undefined && /^(who|which|that|whom)$/i.test(subject.form);
  const tokens = subtree(tree, verb, (one) => {
    if (is(one, "parataxis", "discourse", "vocative", "appos", "acl:relcl")) return true;
    if (is(one, "advcl") && (one.i < verb.i || kid(tree, one, "mark") !== undefined)) return true;
    if (one.head !== verb.i) return false;
    if (is(one, "conj", "cc", "mark", "punct", "obl:tmod")) return true;
    if (one === subject) return relative;
    return one.i < verb.i && !is(one, "aux", "cop", "advmod", "compound:prt", "obj");
  });
  const noun = relative && is(verb, "acl:relcl") ? parent(tree, verb) : undefined;
  const before =
    noun === undefined ? [] : subtree(tree, noun, (one) => one.i > noun.i || is(one, "case", "mark"));
  const all = [...before, ...(noun === undefined ? tokens : tokens.filter((one) => one.i > noun.i))];
  return whole(tree, trimmed(all));
}

/** Without what cannot begin or end an act read alone. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  let first = 0;
  while (
    first < tokens.length - 1 &&
    /^(PUNCT|ADP|SCONJ|CCONJ|PART|SYM)$/.test(tokens[first]!.upos) &&
    !/^(no|not)$/i.test(tokens[first]!.form)
  )
    first++;
  let last = tokens.length - 1;
  while (
    last > first &&
    /^(PUNCT|ADP|CCONJ|SCONJ)$/.test(tokens[last]!.upos) &&
    tokens[last]!.deprel !== "compound:prt"
  )
    last--;
  return tokens.slice(first, last + 1);
}

/** Text is cut in one piece: up to the first gap that is no clause's own comma or relative pronoun. */
function whole(tree: Tree, tokens: readonly Token[]): readonly Token[] {
  for (let k = 1; k < tokens.length; k++) {
    const gap = tree.sentence.tokens.slice(tokens[k - 1]!.i + 1, tokens[k]!.i);
    if (gap.length > 2 && gap.some((one) => one.upos === "VERB")) return tokens.slice(0, k);
  }
  return tokens;
}

/** Whether a noun stands alone: no argument, modifier or complement of its own. */
export function isBareNoun(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "amod", "compound", "nmod", "nmod:poss", "acl", "nummod", "appos").length === 0;
}
