/** What is said to have happened to those counted: killed, seized, deployed; by the words beside a count, its verb, its noun or its state. */
import { votingVerbs, wholeNouns } from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import type { Counted } from "../count/counted.ts";
import { isAmount } from "../count/nouns.ts";
import { isPeople, isPersonNoun } from "../event/triggers.ts";
import { is, kid, parent, type Tree } from "../tree.ts";
import { fromAnyVerb, fromComplement, fromVerb } from "./by-verb.ts";
import { fromBefore, fromBeside, fromParticiple } from "./by-words.ts";
import type { Measured } from "./measured.ts";
import { fromMoney } from "./money.ts";
import { fromDoing, fromFlight, fromLiving, fromPresence } from "./people.ts";
import { shareAt } from "./shares.ts";
import { fromState, fromWounds, ofSurvivors } from "./states.ts";
import { fromMove, fromSum } from "./sums.ts";
import { fromCounting, fromNoun, fromRun, fromToll, fromTollSubject } from "./tolls.ts";
import { fromElected } from "./votes.ts";
import { fromWhereabouts } from "./where.ts";

export function measureOf(tree: Tree, counted: Counted): Measured | undefined {
  const found = measureByWords(tree, counted);
  // "90 people were pulled out alive"
  if (found !== undefined && /^(?:withdrawn|pulled)$/.test(found.measure) && isFromWreck(tree, found.by))
    return { ...found, measure: "rescued" };
  // money is not rescued
  return found?.measure === "rescued" && counted.quantity.unit !== undefined
    ? { ...found, measure: "saved" }
    : found;
}

/** Words behind "pulled out" that say of what. */
const wrecks = /^(?:alive|rubble|debris|wreckage|wreck|ruins?|mud|snow|water|sea)$/i;

function isFromWreck({ sentence: { tokens } }: Tree, { i, lemma }: Token): boolean {
  return lemma === "pull" && tokens.slice(i + 1, i + 8).some(({ form }) => wrecks.test(form));
}

function measureByWords(tree: Tree, counted: Counted): Measured | undefined {
  const { noun, node } = counted;
  if (counted.side !== undefined) return counted.side;
  if (counted.quantity.unit === "%") return shareAt(tree, node, counted.quantity);
  // "two of the wounded men died": what the two did comes before what the men were.
  // "twenty of the survivors were in hospital"
  const before = node === noun ? undefined : (fromVerb(tree, node, counted) ?? ofSurvivors(tree, node));
  return (
    before ??
    fromBeside(tree, counted) ??
    fromBefore(tree, counted) ??
    (/^(victim|patient)$/.test(noun.lemma) ? fromState(tree, node) : undefined) ??
    fromToll(tree, counted) ??
    fromFlight(tree, node) ??
    fromParticiple(tree, noun) ??
    fromElected(tree, node, noun) ??
    fromVerb(tree, node, counted) ??
    fromLiving(tree, node, noun, counted.quantity) ??
    fromPresence(tree, noun, Math.max(noun.i, counted.quantity.last)) ??
    fromNoun(tree, node, counted) ??
    fromTollSubject(tree, node) ??
    fromRun(tree, counted) ??
    fromState(tree, node) ??
    fromWounds(tree, node) ??
    fromCounting(tree, node, counted) ??
    fromVote(tree, node) ??
    fromWhereabouts(tree, node, noun, counted.quantity) ??
    fromComplement(tree, node) ??
    fromMoney(tree, node, counted) ??
    fromWhole(tree, node, counted) ??
    (counted.quantity.unit === undefined && isAmount(noun) ? fromMove(tree, node) : undefined) ??
    fromAnyVerb(tree, node, counted) ??
    fromMany(tree, counted) ??
    fromSum(tree, node, noun, counted.quantity)
  );
}

function fromMany(tree: Tree, { noun, node, quantity, none }: Counted): Measured | undefined {
  return none || !countsPeople(noun) ? undefined : fromDoing(tree, node, quantity);
}

/** A noun for people, or a number that stands for them ("thousands sought refuge"). */
function countsPeople(noun: Token): boolean {
  return (
    isPersonNoun(noun) ||
    isPeople(noun) ||
    noun.upos === "NUM" ||
    /^(?:dozen|hundred|thousand|million)s?$/.test(noun.lemma)
  );
}

const voting = new Set(votingVerbs.split(" "));

/** "was carried by 204 delegates against 187". */
function fromVote(tree: Tree, node: Token): Measured | undefined {
  const verb = parent(tree, node);
  if (verb === undefined || verb.upos !== "VERB" || !voting.has(verb.lemma.toLowerCase())) return undefined;
  const by = kid(tree, node, "case")?.form.toLowerCase() === "by";
  const against = tree.sentence.tokens.slice(node.i + 1, node.i + 3);
  const counted = /^(?:to|against)$/.test(against[0]?.form ?? "") && against[1]?.upos === "NUM";
  if (!by || !is(node, "obl") || !counted) return undefined;
  return { measure: /^(?:reject|defeat)$/.test(verb.lemma) ? "against" : "in favour", by: verb };
}

/** "A convoy of 38 trucks", "a crew of 14": of a noun for many together, what they are in. */
function fromWhole(tree: Tree, node: Token, { quantity, none }: Counted): Measured | undefined {
  const whole = is(node, "nmod") ? parent(tree, node) : undefined;
  if (none || quantity.unit !== undefined || whole === undefined || whole.i > quantity.first)
    return undefined;
  if (kid(tree, node, "case")?.form.toLowerCase() !== "of" || !wholes.has(whole.lemma.toLowerCase()))
    return undefined;
  return { measure: `in the ${whole.lemma.toLowerCase()}`, by: whole };
}

const wholes = new Set(wholeNouns.split(" "));
