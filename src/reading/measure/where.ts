/**
 * What is told of many where no act is done to them: that they stay, are somewhere, serve in a force or are expected
 * ("250 fighters remained", "30 passengers were on the plane", "has 100,000 troops").
 */
import { forceUnits, staffNouns } from "../../language/en/counting.ts";
import { unitNouns } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import type { Quantity } from "../count/numbers.ts";
import { isPeople, isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import type { Measured } from "./measured.ts";
import { participle } from "./participles.ts";

/** Fewer are told one by one. */
const several = 5;

/** "The attack included 600 drones and 90 missiles". */
function fromAttack(tree: Tree, node: Token, noun: Token): Measured | undefined {
  const first = firstOfList(tree, node);
  const verb = parent(tree, first);
  if (verb?.upos !== "VERB" || !/^(?:include|involve|use)$/.test(verb.lemma) || !is(first, "obj"))
    return undefined;
  const attack = kid(tree, verb, "nsubj");
  if (
    attack === undefined ||
    !/^(?:attack|strike|raid|barrage|assault|salvo|bombardment|offensive|wave|operation)$/.test(attack.lemma)
  )
    return undefined;
  return isForce(noun) || unitNouns[noun.lemma.toLowerCase()] !== undefined
    ? { measure: "used", by: verb }
    : undefined;
}

export function fromWhereabouts(
  tree: Tree,
  node: Token,
  noun: Token,
  quantity: Quantity,
): Measured | undefined {
  if (quantity.unit !== undefined) return undefined;
  return (
    fromExpected(tree, node, noun, quantity) ??
    fromAttack(tree, node, noun) ??
    (size(quantity) < several
      ? undefined
      : (fromStay(tree, node, noun) ?? fromPlace(tree, node, noun) ?? fromService(tree, node, noun)))
  );
}

const size = ({ low, best, high }: Quantity) => low ?? best ?? high ?? 0;

const forces = new Set(forceUnits.split(" "));
const staff = new Set(staffNouns.split(" "));
const isForce = ({ lemma }: Token) => forces.has(lemma.toLowerCase());

/** "Some 5,200 people remain". */
function fromStay(tree: Tree, node: Token, noun: Token): Measured | undefined {
  const verb = parent(tree, node);
  if (verb?.upos !== "VERB" || !/^(?:remain|stay)$/.test(verb.lemma) || !is(node, "nsubj")) return undefined;
  if (!isPersonNoun(noun) && !isPeople(noun) && !isForce(noun)) return undefined;
  if (kid(tree, verb, "xcomp", "obj", "aux") !== undefined) return undefined;
  return { measure: verb.xpos === "VBD" ? participle(verb) : `${verb.lemma.replace(/e$/, "")}ing`, by: verb };
}

/** "At least 30 passengers were on the plane". */
function fromPlace(tree: Tree, node: Token, noun: Token): Measured | undefined {
  const place = parent(tree, node);
  if (place === undefined || !is(node, "nsubj") || !isPersonNoun(noun)) return undefined;
  if (!/^(?:NOUN|PROPN)$/.test(place.upos) || kid(tree, place, "cop") === undefined) return undefined;
  const preposition = kids(tree, place, "case").at(-1);
  if (preposition === undefined || !/^(?:in|on|at|inside|aboard|near|under|behind)$/i.test(preposition.form))
    return undefined;
  const words = subtree(
    tree,
    place,
    (one) =>
      one.head === place.i &&
      (one.i < preposition.i || is(one, "punct", "advcl", "parataxis", "acl:relcl", "conj", "cc")),
  ).filter((one) => one.i >= preposition.i);
  if (words.length > longest || words.length < 2) return undefined;
  return { measure: words.map(({ form }) => form).join(" "), by: place };
}

const longest = 5;

/** "Expects 20 coaches and five trains": of what is listed, the one that hangs on the verb. */
function firstOfList(tree: Tree, node: Token): Token {
  let first = node;
  for (let steps = 0; steps < 3 && is(first, "conj"); steps++) first = parent(tree, first) ?? first;
  return first;
}

/** "The military has some 100,000 troops and 2,000 tanks", "the unit has 34 detectives". */
function fromService(tree: Tree, node: Token, noun: Token): Measured | undefined {
  const first = firstOfList(tree, node);
  const verb = parent(tree, first);
  if (verb?.lemma !== "have" || verb.upos !== "VERB" || !is(first, "obj")) return undefined;
  if (kid(tree, verb, "aux", "xcomp", "ccomp", "mark") !== undefined) return undefined;
  const holder = kid(tree, verb, "nsubj");
  if (holder === undefined || /^(?:i|we|you)$/i.test(holder.form) || isPersonNoun(holder)) return undefined;
  if (isForce(noun)) return { measure: "in service", by: verb };
  return staff.has(noun.lemma.toLowerCase()) ? { measure: "on the staff", by: verb } : undefined;
}

/** "Is expecting 1,700 coaches and 800,000 pilgrims", "about 800,000 pilgrims are expected to come". */
function fromExpected(tree: Tree, node: Token, noun: Token, quantity: Quantity): Measured | undefined {
  if (
    !isPersonNoun(noun) &&
    !isPeople(noun) &&
    unitNouns[noun.lemma.toLowerCase()] === undefined &&
    size(quantity) < several
  )
    return undefined;
  if (!noun.xpos.endsWith("S")) return undefined;
  const first = firstOfList(tree, node);
  const verb = parent(tree, first);
  if (verb === undefined || verb.upos !== "VERB" || !/^(?:expect|await|anticipate)$/.test(verb.lemma))
    return undefined;
  if (is(first, "nsubj:pass")) {
    const act = kid(tree, verb, "xcomp");
    return act?.upos === "VERB" && kid(tree, act, "obj", "xcomp", "ccomp", "aux:pass") === undefined
      ? { measure: participle(act), by: act, loose: true }
      : undefined;
  }
  return is(first, "obj") && kid(tree, verb, "xcomp", "ccomp") === undefined
    ? { measure: participle(verb), by: verb }
    : undefined;
}
