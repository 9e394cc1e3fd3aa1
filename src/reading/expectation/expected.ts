/** Words by which something is expected now, and their look-alikes: what was once expected, is thought, asked or told of anybody. */
import { expectingWords } from "../../language/en/outlook.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, type Tree, upward } from "../tree.ts";
import { isSetTo } from "./set-days.ts";

const expecting = new Set(expectingWords.split(" "));

/** "a decision is expected", "the council is due to meet", "a strike is likely". */
export function isExpected(tree: Tree, token: Token): boolean {
  const word = token.lemma.toLowerCase();
  const form = token.form.toLowerCase();
  if (!expecting.has(word) && !expecting.has(form)) return false;
  // "tents were set up", "a film set in the south"
  if (word === "set" && !isSetTo(tree, token)) return false;
  // "expected by many to win, the side has lost": what was once to come
  if (is(token, "advcl") && token.xpos === "VBN" && kid(tree, token, "aux", "aux:pass", "cop") === undefined)
    return false;
  const copula =
    kid(tree, token, "cop", "aux:pass") ?? kids(tree, token, "aux").find((one) => one.lemma === "be");
  if (
    word === "expect" ||
    word === "anticipate" ||
    word === "await" ||
    word === "predict" ||
    word === "forecast" ||
    word === "foresee"
  )
    return (
      kid(tree, token, "xcomp", "ccomp", "nsubj:pass", "obj") !== undefined &&
      !isPastExpectation(tree, token) &&
      !isNobodys(tree, token) &&
      !isThought(tree, token) &&
      !onceExpected(tree, token)
    );
  // "six times more likely": a rate
  if (form === "likely" && kids(tree, token, "advmod").some((one) => /^(?:more|less|as)$/i.test(one.form)))
    return false;
  // "the more you're likely to owe", "which of them is most likely": of anybody, and asked
  if (form === "likely" && kids(tree, token, "nsubj").some((one) => isAnybody(tree, token, one)))
    return false;
  // "are bound by the vote", "is planned and led from there"
  if (/^(?:bind|bound|poise|poised)$/.test(word) && kid(tree, token, "xcomp", "advcl") === undefined)
    return false;
  if (
    /^(?:plan|project)$/.test(word) &&
    kid(tree, token, "xcomp", "ccomp", "obl", "obl:unmarked", "advcl") === undefined
  )
    return false;
  if (copula === undefined || copula.form.toLowerCase() === "was" || copula.form.toLowerCase() === "were")
    return false;
  if (word === "set" || word === "plan" || word === "schedule" || word === "slate" || word === "project")
    return token.xpos === "VBN" || token.upos === "ADJ";
  if (/^(possible|probable|imminent|inevitable)$/.test(form))
    return kids(tree, token, "nsubj").some((one) => one.upos === "NOUN");
  if (form === "likely") return kid(tree, token, "xcomp", "nsubj", "csubj", "ccomp") !== undefined;
  return kid(tree, token, "xcomp", "obl", "advcl", "nsubj", "nsubj:pass", "obl:unmarked") !== undefined;
}

const isAnybody = (tree: Tree, likely: Token, subject: Token) =>
  subject.form.toLowerCase() === "you" ||
  (!is(likely, "acl:relcl") &&
    (/^(?:which|what)$/i.test(subject.form) ||
      /^which$/i.test(tree.sentence.tokens[subject.i - 1]?.form ?? "")));

/** "They expected us to lead": what was once expected, unless somebody is reported to say so. */
function onceExpected(tree: Tree, token: Token): boolean {
  if (token.xpos !== "VBD" || !/^(?:expect|anticipate|await)$/.test(token.lemma)) return false;
  if (kid(tree, token, "aux:pass") !== undefined) return false;
  return !upward(tree, token).some((one) => is(one, "ccomp"));
}

/** "Predicted this", "expecting a child": a noun alone that somebody expects or once foresaw is nothing to watch for. */
function isThought(tree: Tree, token: Token): boolean {
  if (kid(tree, token, "aux:pass") !== undefined || kid(tree, token, "xcomp", "ccomp") !== undefined)
    return false;
  if (token.xpos === "VBN") return false;
  const object = kid(tree, token, "obj");
  return (
    object === undefined ||
    object.upos === "PRON" ||
    token.xpos === "VBD" ||
    (token.xpos === "VBG" && kid(tree, token, "aux") === undefined)
  );
}

/** "did not expect this", "how can we expect", "told them to expect a boat": nobody expects it now. */
function isNobodys(tree: Tree, token: Token): boolean {
  if (kid(tree, token, "aux:pass") !== undefined || token.xpos === "VBN") return false;
  // "few diplomats expect it"
  const few = kids(tree, token, "nsubj").some((one) =>
    kids(tree, one, "amod", "det").some((word) => /^(?:few|no|neither)$/i.test(word.form)),
  );
  if (few || kids(tree, token, "nsubj").some((one) => /^(?:few|nobody|none|no-one)$/i.test(one.form)))
    return true;
  const auxiliaries = kids(tree, token, "aux", "mark").map((one) => one.form.toLowerCase());
  return auxiliaries.some((one) => /^(?:did|can|could|would|to|should)$/.test(one));
}

/** "is due on Friday", where the parser lost the copula. */
export function isDue(tree: Tree, token: Token): boolean {
  const before = tree.sentence.tokens[token.i - 1];
  const after = tree.sentence.tokens[token.i + 1];
  return (
    token.form === "due" &&
    /^(is|are)$/.test(before?.form ?? "") &&
    /^(to|on|in|at|by|next|this)$/.test(after?.form ?? "")
  );
}

/** "had expected", "was expected": what was once to come. */
function isPastExpectation(tree: Tree, token: Token): boolean {
  return kids(tree, token, "aux", "aux:pass").some((one) => /^(had|was|were)$/i.test(one.form));
}

/** "is to meet", "are to leave". */
export function isToBe(tree: Tree, token: Token): boolean {
  const to = kids(tree, token, "mark").find((one) => one.lemma === "to");
  if (to === undefined || !/^VBN?$/.test(token.xpos)) return false;
  // "are to be overhauled"
  if (token.xpos === "VBN" && tree.sentence.tokens[to.i + 1]?.form !== "be") return false;
  return kids(tree, token, "aux", "cop").some((one) => /^(is|are)$/i.test(one.form) && one.i < to.i);
}
