/** The attitude of the word above towards the act, and whether it takes effect on it where it stands. */
import type { AttitudeClass } from "../../language/en/attitudes.ts";
import { unscheduled } from "../../language/en/standing-words.ts";
import { months, weekdays } from "../../language/en/time-words.ts";
import type { Token } from "../../model/sentence.ts";
import { is, isNegated, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf, governs, notDoing } from "./attitude-words.ts";
import { type Form, isDefinite } from "./form.ts";
import { type Hanging, isSubject } from "./hanging.ts";
import { isContent, type Link } from "./links.ts";

/** The class of the word above, where the act may be its complement or its subject. */
export function attitudeAbove(one: Hanging): AttitudeClass | undefined {
  const {
    tree,
    form,
    link: { governor, preposition },
  } = one;
  const complement = isComplement(one);
  if (complement && governor.lemma === "escape" && form.tense === "gerund") return notDoing;
  return complement || isSubject(one) ? attitudeOf(tree, governor, preposition) : undefined;
}

function isComplement(one: Hanging): boolean {
  const {
    tree,
    form,
    link: { governor, relation, preposition },
  } = one;
  const relative = is(relation, "acl:relcl");
  // "proposals worked out in Moscow", "an offer made": told of the noun, not called for by it.
  const told =
    is(relation, "acl") &&
    governor === parent(tree, relation) &&
    kid(tree, relation, "aux") === undefined &&
    (form.tense === "participle" ||
      // "a bill authorising strikes" is a bill
      (form.tense === "gerund" &&
        preposition === undefined &&
        attitudeOf(tree, governor)?.name !== "discuss"));
  const object =
    is(relation, "obj", "nsubj:pass") &&
    kid(tree, governor, "xcomp", "ccomp") !== undefined &&
    // "strikes are needed to protect them": the strikes are what is needed
    !(is(relation, "nsubj:pass") && /^(?:need|require)$/.test(governor.lemma));
  const content = isContentOf(one);
  return (
    !relative && !told && !object && (content || is(relation, "parataxis") || is(relation, ...complements))
  );
}

const complements = [
  "ccomp",
  "xcomp",
  "obj",
  "iobj",
  "obl",
  "nmod",
  "acl",
  "advcl",
  "csubj",
  "nsubj:pass",
  "compound",
  "dep",
];

const isContentOf = ({ tree, link: { governor, relation } }: Hanging) =>
  isContent(tree, relation) || is(governor, "nsubj:outer");

/** Whether the class takes effect on the act where it hangs. */
export function takesEffect(one: Hanging, found: AttitudeClass): boolean {
  const {
    tree,
    form,
    link,
    link: { governor, relation, preposition },
  } = one;
  const subject = isSubject(one);
  // "could not see what was hit": that it was is given
  const asked =
    found.passesOn === true &&
    form.finite &&
    is(relation, "ccomp") &&
    // "surprised to see how many came"
    (governor.lemma === "see" || isAskedAs(tree, relation));
  return (
    !asked &&
    !isGivenAim(tree, governor, relation, preposition, form) &&
    !isAimed(tree, governor, relation, form) &&
    !isGivenBeside(tree, found, link, form) &&
    // "the curfew's schedule"
    !(found.name === "plan" && is(relation, "nmod:poss")) &&
    !(found.name === "rule out" && governor.form.toLowerCase() === "excluding" && form.nominal) &&
    (!subject || (found.ofSubject === true && !isOfItsNature(tree, governor))) &&
    !(found.clausalOnly === true && form.nominal) &&
    // "reduced prices to lure buyers": what for
    !(/^(?:lessen|end)$/.test(found.name) && form.tense === "infinitive") &&
    // "is continuing to insist she will release them", hung on "continuing": nobody begins or ends that something is so
    !(form.finite && is(relation, "ccomp") && /^(?:begin|end|call off|postpone|attempt)$/.test(found.name)) &&
    !(
      !isContentOf(one) &&
      is(relation, "advcl") &&
      !isComplementClause(tree, relation, governor, preposition, form, found)
    ) &&
    !(is(relation, "obl") && !governs(tree, governor, preposition, found))
  );
}

/** "The offensive is aimed at the tunnels": what an act that is given is for. */
function isAimed(tree: Tree, verb: Token, act: Token, form: Form): boolean {
  if (!form.nominal || !is(act, "nsubj")) return false;
  // "one attack was aimed at the tanks"
  const at = kids(tree, verb, "obl").some((one) => kid(tree, one, "case")?.lemma === "at");
  if (!isDefinite(tree, act) && !(verb.lemma === "aim" && at)) return false;
  return /^(?:aim|intend|design|mean|target)$/.test(verb.lemma) && /^VB[ND]$/.test(verb.xpos);
}

const isAskedAs = (tree: Tree, clause: Token) =>
  kids(tree, clause, "nsubj", "obj").some((one) => /^(?:what|who|whom|which)$/i.test(one.form));

/** "The goal of the air strikes", "the intention behind the bombings": of an act that is given, not one meant. */
function isGivenAim(
  tree: Tree,
  noun: Token,
  act: Token,
  preposition: string | undefined,
  form: Form,
): boolean {
  if (
    noun.upos !== "NOUN" ||
    !form.nominal ||
    !/^(?:goal|aim|objective|purpose|intention|intent)$/.test(noun.lemma)
  )
    return false;
  return preposition === "behind" || (preposition === "of" && isDefinite(tree, act));
}

/**
 * "The threat from an uprising", "the justification of the annexation": what a threat comes from or is to, and what is
 * justified, is there; and what "might suggest a change" is no guess.
 */
function isGivenBeside(
  tree: Tree,
  found: AttitudeClass,
  { governor, relation, preposition }: Link,
  form: Form,
): boolean {
  if (!form.nominal) return false;
  if (found.name === "threaten")
    return (
      governor.upos === "NOUN" &&
      /^(?:from|to)$/.test(preposition ?? "") &&
      kid(tree, relation, "det", "nmod:poss") !== undefined
    );
  const noun = governor.upos === "NOUN";
  // "the delay between his arrest and the trial"
  if (found.name === "postpone" && noun && !/^(?:of|in|to|for)$/.test(preposition ?? "of")) return true;
  // "talks with the visiting premier", "negotiations over the bombing", "discusses the shooting"
  if (
    found.name === "discuss" &&
    noun &&
    /^(?:with|between|after|during|amid|at|in)$/.test(preposition ?? "")
  )
    return true;
  const took = unscheduled.has(relation.lemma.toLowerCase()) && isDefinite(tree, relation);
  // "talks about the arrest"
  if (found.name === "discuss" && (took || relation.lemma === "arrest"))
    return !noun || /^(?:about|over|on|around)$/.test(preposition ?? "");
  if (governor.lemma === "justification") return preposition === "of" && isDefinite(tree, relation);
  return found.name === "believe" &&
    is(relation, "nsubj") &&
    !is(relation, "nsubj:pass") &&
    governor.upos === "VERB"
    ? !/^(?:seem|appear)$/.test(governor.lemma)
    : false;
}

/**
 * "The attack does not appear to be random", "did not occur on the base": what kind of attack it was, or where, is in doubt, and
 * not that there was one.
 */
function isOfItsNature(tree: Tree, verb: Token): boolean {
  const what = kid(tree, verb, "xcomp");
  if (what !== undefined) return /^(?:seem|appear)$/.test(verb.lemma) && what.upos !== "VERB";
  if (!/^(?:occur|happen)$/.test(verb.lemma) || kid(tree, verb, "nsubj")?.xpos.startsWith("NN") !== true)
    return false;
  const subject = kid(tree, verb, "nsubj")!;
  const where = kids(tree, verb, "obl").some(
    (one) =>
      /^(?:on|in|at|inside|within|near)$/i.test(kid(tree, one, "case")?.form ?? "") &&
      !/\d/.test(one.form) &&
      weekdays[one.lemma.toLowerCase()] === undefined &&
      months[one.lemma.toLowerCase()] === undefined,
  );
  return where && isDefinite(tree, subject) && isNegated(tree, verb);
}

/** An adverbial clause is the word's own only as an infinitive, or behind a preposition that the word takes. */
function isComplementClause(
  tree: Tree,
  relation: Token,
  governor: Token,
  preposition: string | undefined,
  form: Form,
  found: AttitudeClass,
): boolean {
  if (found.actsOfObject === true && form.tense === "infinitive") {
    const object = kid(tree, governor, "obj", "nsubj:pass");
    return object !== undefined && object.i < relation.i && kid(tree, governor, "xcomp") === undefined;
  }
  if (form.finite || found.passesOn === true) return false;
  if (form.tense === "gerund" && preposition === undefined) return isNextTo(tree, relation, governor);
  // ", only to continue"
  const only = kids(tree, relation, "advmod").find(({ lemma }) => lemma === "only");
  if (tree.sentence.tokens[(only ?? relation).i - 1]?.form === "," || relation.i < governor.i) return false;
  if (form.tense === "infinitive")
    return found.name !== "say" && kid(tree, governor, "xcomp", "ccomp") === undefined;
  return (
    preposition !== undefined && (governor.upos === "ADJ" || governs(tree, governor, preposition, found))
  );
}

/** "ruled out sending", "denied attacking": nothing but a particle between. */
function isNextTo(tree: Tree, clause: Token, word: Token): boolean {
  const between = tree.sentence.tokens.slice(word.i + 1, clause.i);
  return clause.i > word.i && between.every((one) => is(one, "compound:prt") && one.head === word.i);
}
