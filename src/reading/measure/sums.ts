/** What a sum of money is the size of: "a $60 million loan", "losses amount to 20 million pesos", "the debt stands at $5m". */
import { movingVerbs as moving, sumNouns, sumVerbs } from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import type { Quantity } from "../count/numbers.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import type { Measured } from "./measured.ts";

const sums = new Set(sumNouns.split(" "));
const telling = new Set(sumVerbs.split(" "));

/** `node`: the token of the sum that hangs outside it; `noun`: what it stands on, or itself. */
export function fromSum(tree: Tree, node: Token, noun: Token, quantity: Quantity): Measured | undefined {
  if (quantity.unit === undefined || quantity.unit === "%") return undefined;
  const own = noun.i > quantity.last || noun.i < quantity.first ? sumOf(tree, noun) : undefined;
  if (own !== undefined) return { measure: own, by: noun };
  const verb = parent(tree, node);
  if (verb === undefined) return undefined;
  const preposition = kids(tree, node, "case")
    .find((one) => one.start < quantity.span.start)
    ?.form.toLowerCase();
  // "for $2.23 a share"
  const next = tree.sentence.tokens[quantity.last + 1]?.form.toLowerCase();
  const each = next === "a" || next === "an" || next === "per" || next === "each" || next === "apiece";
  if (each) return undefined;
  if (verb.upos === "VERB" && preposition === "for" && /^(?:buy|purchase|acquire|sell)$/.test(verb.lemma))
    return { measure: "paid", by: verb };
  if (
    !telling.has(verb.lemma.toLowerCase()) ||
    (preposition !== undefined && !/^(?:at|to|in)$/.test(preposition))
  )
    return undefined;
  if (!is(node, "obl", "obj", "nmod")) return undefined;
  const subject =
    kid(tree, verb, "nsubj", "nsubj:pass") ?? kid(tree, verb, "obj") ?? kid(tree, verb, "compound");
  const told = subject === undefined || subject.i > node.i ? undefined : sumOf(tree, subject);
  return told === undefined ? undefined : { measure: told, by: verb };
}

/** "Exports fell 12 % to 3.1 million barrels a day", "output reached 400,000 tonnes": what moved is what is measured. */
export function fromMove(tree: Tree, node: Token): Measured | undefined {
  const verb = parent(tree, node);
  if (verb === undefined || verb.upos !== "VERB" || !movingVerbs.has(verb.lemma.toLowerCase()))
    return undefined;
  const subject = kid(tree, verb, "nsubj");
  if (subject === undefined || subject.upos !== "NOUN" || subject.i > node.i || isPersonNoun(subject))
    return undefined;
  const preposition = kid(tree, node, "case")?.form.toLowerCase();
  const reached = is(node, "obj") && /^(?:reach|total|hit|exceed|top)$/.test(verb.lemma);
  if (!reached && !(is(node, "obl") && /^(?:to|at|from)$/.test(preposition ?? ""))) return undefined;
  return { measure: subject.form.toLowerCase(), by: verb };
}

const movingVerbs = new Set(moving.split(" "));

/** The noun that says what the sum is for: "loan package", "the budget deficit". */
function sumOf(tree: Tree, noun: Token): string | undefined {
  const lemma = noun.lemma.toLowerCase();
  if (!sums.has(lemma)) return undefined;
  if (!/^(?:package|plan|programme|program|deal|contract|fund)$/.test(lemma)) return lemma;
  const kind = kids(tree, noun, "compound", "amod").find((one) => sums.has(one.lemma.toLowerCase()));
  return kind === undefined ? lemma : kind.lemma.toLowerCase();
}
