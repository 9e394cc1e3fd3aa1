/** What the verb says that a count is the subject or object of: a listed measure, or whatever was done. */
import { measureAdjectives, measureVerbs, unitNouns } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import type { Counted } from "../count/counted.ts";
import { isAmount } from "../count/nouns.ts";
import type { Quantity } from "../count/numbers.ts";
import { isPeople, isPersonNoun, objectOf, triggersIn } from "../event/triggers.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import { lemmaFinder } from "../words/lemma.ts";
import { isActive, isFatal, killsOthers } from "./beside.ts";
import { isToll, type Measured, many } from "./measured.ts";
import { participle } from "./participles.ts";

/** A verb's lemma as the table of measures knows it. */
export const measuring = lemmaFinder((lemma) => measureVerbs[lemma] !== undefined);

/** Verbs whose subject is who it happens to. */
export const intransitive = new Set(
  "die drown perish succumb flee disappear vanish protest march demonstrate gather survive withdraw".split(
    " ",
  ),
);

export function fromVerb(tree: Tree, noun: Token, counted: Counted): Measured | undefined {
  let at = noun;
  for (let steps = 0; steps < 4 && is(at, "conj", "appos"); steps++) {
    const above = parent(tree, at);
    if (above === undefined || above.upos === "VERB") break;
    at = above;
  }
  const verb = parent(tree, at);
  if (verb === undefined)
    return counted.noun.upos === "NUM" || counted.noun.upos === "NOUN" ? predicate(tree, noun) : undefined;
  const object = is(at, "obj", "nsubj:pass") || isBoundedObject(tree, at, counted.quantity);
  const measure = verbMeasure(tree, verb, at, object);
  if (measure !== undefined) return { measure, by: verb };
  // "fined the company 300 million euros", with the sum hung on the company
  const payer = counted.quantity.unit === undefined ? undefined : parent(tree, verb);
  if (payer !== undefined && /^(fine|pay|cost|spend)$/.test(measuring(payer)))
    return { measure: measureVerbs[measuring(payer)]!, by: payer };
  return predicate(tree, at);
}

export function verbMeasure(
  tree: Tree,
  verb: Token,
  noun: Token,
  isObject = is(noun, "obj", "nsubj:pass"),
): string | undefined {
  const measure = measureByVerb(tree, verb, noun, isObject);
  // "has burned 4,000 hectares"
  if (verb.lemma === "burn" && measure === "injured" && !isPersonNoun(noun) && !isPeople(noun))
    return "burned";
  // "Two men shot at police.": who stands before did it, whatever the tree.
  const subject = is(noun, "nsubj") && kid(tree, verb, "aux:pass") === undefined;
  if (measure !== undefined && subject && isActive(tree.sentence.tokens, verb.i)) return undefined;
  // "fatally wounding", "was shot and killed": the worse fate is what befell them.
  const wound = measure === "shot" || measure === "injured" || measure === "stabbed";
  const before = tree.sentence.tokens[verb.i - 1];
  return wound && isFatal(tree.sentence.tokens, verb.i, before) ? "killed" : measure;
}

function measureByVerb(tree: Tree, verb: Token, noun: Token, isObject: boolean): string | undefined {
  const lemma = measuring(verb);
  const form = verb.form.toLowerCase();
  if (is(noun, "nsubj") && !is(noun, "nsubj:pass")) {
    const adjective = measureAdjectives[form];
    if (adjective !== undefined && verb.upos !== "VERB") return adjective;
    if (intransitive.has(lemma)) return measureVerbs[lemma];
    if (lemma === "lose" && kids(tree, verb, "obj").some((one) => one.lemma === "life")) return "killed";
    if (verb.upos === "ADJ" && kid(tree, verb, "cop") !== undefined && !/^(shot|hit)$/.test(form))
      return measureVerbs[lemma];
    // "Six frogmen swam ashore, he claimed": nobody is claimed who stands there as a subject
    if (lemma === "claim" || kids(tree, verb, "nsubj").length > 1) return undefined;
    // A passive that the parser took for an active ("64 people killed in strikes", "three shot").
    if (
      /^VB[ND]$/.test(verb.xpos) &&
      objectOf(tree, verb) === undefined &&
      measureVerbs[lemma] !== undefined &&
      isToll(measureVerbs[lemma])
    )
      return measureVerbs[lemma];
    return undefined;
  }
  // "left three people dead", "leaving 11 wounded"
  if (isObject) {
    for (const one of kids(tree, verb, "xcomp")) {
      const measure =
        measureAdjectives[one.form.toLowerCase()] ??
        (one.xpos === "VBN" ? measureVerbs[measuring(one)] : undefined);
      if (measure !== undefined) return measure;
    }
    if (lemma === "claim" || lemma === "lose" || lemma === "hold") {
      if (!isPersonNoun(noun) && !(lemma === "claim" && noun.lemma === "life")) return undefined;
    }
    const particle = particleOf(tree, verb)?.form.toLowerCase();
    const own = particle === undefined ? undefined : measureVerbs[`${lemma}_${particle}`];
    if (own !== undefined) return own;
    if (lemma === "fire" && isPersonNoun(noun)) return undefined;
    const listed = measureVerbs[lemma];
    if (listed !== undefined) return listed;
    return triggersIn(tree).some((one) => one.token.i === verb.i && one.type !== "SANCTION")
      ? withParticle(verb, particle)
      : undefined;
  }
  if (is(noun, "obl", "xcomp", "ccomp", "dep", "iobj", "nmod") && /^(cost|spend|pay|fine)$/.test(lemma))
    return measureVerbs[lemma];
  return undefined;
}

export const emptyVerbs = new Set(
  "cite quote weigh run own operate designate score win play classify list label brand name be have say see want need know think like include involve get make remain live work become seem appear feel mean let tell ask believe hope agree call consider keep give take come go do use show look help love hate understand hear add note expect claim warn vote describe oppose support meet speak join visit watch".split(
    " ",
  ),
);

/** "a hundred schools could remain shut", "120 men could take part", "seven have not been found". */
export function fromComplement(tree: Tree, noun: Token): Measured | undefined {
  const verb = parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB" || !is(noun, "nsubj")) return undefined;
  if (/^(?:remain|stay|go)$/.test(verb.lemma)) {
    const state = kids(tree, verb, "xcomp").find((one) => one.upos === "ADJ" || one.xpos === "VBN");
    if (state === undefined) return undefined;
    return {
      measure: withParticle(state, kid(tree, state, "compound:prt", "advmod")?.form.toLowerCase()),
      by: verb,
      loose: true,
    };
  }
  if (verb.lemma === "take" && kid(tree, verb, "obj")?.lemma === "part")
    return { measure: "taking part", by: verb, loose: true };
  return undefined;
}

/** "two corvettes had sailed", "treated 14 people": whatever was done, by or to people and things of a listed unit. */
export function fromAnyVerb(tree: Tree, node: Token, { quantity }: Counted): Measured | undefined {
  const noun = firstOfList(tree, node);
  const verb = parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  // "set fire to three trucks"
  if (
    verb.lemma === "set" &&
    is(noun, "obl", "nmod") &&
    /^(?:fire|light)$/.test(kid(tree, verb, "obj")?.lemma ?? "")
  )
    return kid(tree, noun, "case")?.form.toLowerCase() === "to"
      ? { measure: "set on fire", by: verb, loose: true }
      : undefined;
  const taken = verb.lemma === "take" && is(noun, "nsubj:pass");
  const prt = particleOf(tree, verb);
  // "called off", "taken down", "turned away": not what "called" or "taken" would say
  const particle =
    prt === undefined || prt.start === quantity.span.start ? undefined : prt.form.toLowerCase();
  if (
    emptyVerbs.has(verb.lemma.toLowerCase()) &&
    !taken &&
    !isTakenOrHeard(tree, verb, noun) &&
    (particle === undefined || causing.test(verb.lemma))
  )
    return undefined;
  if (is(noun, "nsubj:pass") && isActive(tree.sentence.tokens, verb.i)) return undefined;
  const subject = is(noun, "nsubj") && !is(noun, "nsubj:pass");
  if (subject && kids(tree, verb, "obj", "ccomp", "xcomp").some((one) => one.form !== "part"))
    return undefined;
  // "offer up to $25 million": the tree took the bound for a preposition or a particle
  const bounded = isBoundedObject(tree, noun, quantity);
  if (!subject && !bounded && !is(noun, "obj", "nsubj:pass")) return undefined;
  return { measure: withParticle(verb, particle), by: verb, loose: true };
}

/** "The river took 90 hectares", "the inquiry heard 47 witnesses": verbs that say little but of such objects. */
function isTakenOrHeard(tree: Tree, verb: Token, noun: Token): boolean {
  if (!is(noun, "obj", "nsubj:pass")) return false;
  if (verb.lemma === "take") return isAmount(noun);
  if (verb.lemma !== "hear" || !isPersonNoun(noun)) return false;
  // not "we heard three men"
  const hearer = kid(tree, verb, "nsubj");
  return hearer === undefined || (/^(?:NOUN|PROPN)$/.test(hearer.upos) && !isPersonNoun(hearer));
}

/** "caught 12 sailors and 11 divers": of a list of counts, the one that hangs on the verb. */
function firstOfList(tree: Tree, noun: Token): Token {
  const head = is(noun, "conj") ? parent(tree, noun) : undefined;
  return head !== undefined && /^(?:NOUN|PROPN)$/.test(head.upos) && kid(tree, head, "nummod") !== undefined
    ? head
    : noun;
}

/** "offer up to $25 million", "affected at least 900 people": the tree took the bound for a preposition. */
function isBoundedObject(tree: Tree, noun: Token, quantity: Quantity): boolean {
  const listed =
    quantity.unit !== undefined || unitNouns[noun.lemma.toLowerCase()] !== undefined || isPersonNoun(noun);
  if (!listed || !is(noun, "obl") || (quantity.low === null && quantity.high === null)) return false;
  // "were injured where as many as 400 were": what is done to one thing is not done to another
  const verb = parent(tree, noun);
  if (verb !== undefined && kid(tree, verb, "nsubj:pass", "aux:pass", "obj") !== undefined) return false;
  const first = subtree(tree, noun)[0]!;
  // "shot over two defenders"
  if (/^over$/i.test(first.form) && (quantity.low ?? 0) < many) return false;
  // "deploy up to 120 soldiers", with "up" taken for the verb's particle
  const up = tree.sentence.tokens[first.i - 1];
  if (/^to$/i.test(first.form) && up?.start === quantity.span.start) return true;
  return first.start === quantity.span.start;
}

/** "lets two firms wind down": another verb's particle. */
const causing = /^(?:let|make|have|get|help|see|hear|keep|watch)$/;

function particleOf(tree: Tree, verb: Token): Token | undefined {
  const behind = tree.sentence.tokens[verb.i + 1];
  return (
    kid(tree, verb, "compound:prt") ?? (/^(?:away|back)$/i.test(behind?.form ?? "") ? behind : undefined)
  );
}

/** "cut off", "washed up": the verb says too little without its particle. */
function withParticle(verb: Token, particle: string | undefined): string {
  if (verb.upos === "ADJ") return verb.form.toLowerCase();
  if (particle !== undefined && !/^(?:off|out|up|down|away|back|in|over)$/.test(particle))
    return participle(verb);
  return particle === undefined ? participle(verb) : `${participle(verb)} ${particle}`;
}

/** "eleven are dead", "11 dead" as a headline: the number or its noun is the subject of a state. */
function predicate(tree: Tree, noun: Token): Measured | undefined {
  if (kid(tree, noun, "cop") !== undefined) return undefined;
  const after = tree.sentence.tokens[noun.i + 1];
  if (after === undefined || after.head !== noun.i || killsOthers(tree.sentence.tokens, after))
    return undefined;
  const measure = measureAdjectives[after.form.toLowerCase()];
  return measure === undefined ? undefined : { measure, by: after };
}
