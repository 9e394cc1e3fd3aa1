/** Acts whose place in the clause settles them, whatever attitude the word above is of. */

import { claimNouns } from "../../language/en/stances.ts";
import { expressing, noticing, perceiving, standingPhrases } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { doubtOf } from "./doubted.ts";
import { isDefinite } from "./form.ts";
import { isKnown } from "./given.ts";
import { type Case, type Hanging, isSubject } from "./hanging.ts";
import { asCalled, isHadTo, isInsteadOf, isOwed } from "./in-form-only.ts";
import { flip, type Standing, spanOf, weaker } from "./standing.ts";
import { isTooMuch } from "./without-attitude.ts";

const doubted: Case = ({ tree, own, link: { relation } }) => {
  const doubt = doubtOf(tree, relation);
  if (doubt === undefined) return undefined;
  const standing = { ...own, carriers: [...own.carriers, doubt.span], under: ["say"] };
  // "it is not true that nobody was killed": whether somebody was is not told either
  if (doubt.kind === "false" && own.polarity !== "denied") return { ...standing, polarity: "denied" };
  if (doubt.kind === "unproved") return { ...standing, certainty: weaker(own.certainty, "possible") };
  return { ...standing, certainty: "unknown" };
};

const aside: Case = ({ tree, own, link: { governor, relation } }) =>
  (is(relation, "parataxis") && governor === parent(tree, relation)) ||
  is(relation, "discourse", "vocative", "punct")
    ? own
    : undefined;

const rejectedClaim: Case = ({ tree, own, link: { governor, relation }, above }) =>
  isRejected(relation, governor, above) ? rejected(tree, own, relation, above) : undefined;

/** "… organisations, a designation that includes several gangs": what an aside calls a thing is no act told of. */
const apposition: Case = ({ form, own, link: { relation } }) =>
  is(relation, "appos") && form.nominal ? own : undefined;

/** "Had to flee": they did. */
const hadTo: Case = ({ tree, own, link: { governor, relation }, above }) =>
  isHadTo(tree, governor, relation) && above.polarity === "affirmed" && above.certainty === "asserted"
    ? { ...own, stage: "done", future: false }
    : undefined;

const owedDuty: Case = ({ tree, own, link: { governor, relation } }) =>
  isOwed(tree, governor, relation)
    ? { ...own, stage: undefined, certainty: "unknown", future: false }
    : undefined;

/** "We consider the visit a mockery", "is considered an attack": what it is called, or what is called so. */
const called: Case = ({ tree, form, own, link, above }) =>
  /^(?:consider|deem)$/.test(link.governor.lemma) && form.nominal
    ? asCalled(tree, own, link, above)
    : undefined;

/** "Suspended its talks to protest a raid", "canceled a trip to Lisse to deal with it": what for. */
const insteadOf: Case = ({ tree, form, own, link: { governor, relation } }) => {
  if (form.tense !== "infinitive" || !isInsteadOf(tree, governor, relation)) return undefined;
  return expressing.has(relation.lemma)
    ? { ...own, stage: "done", future: false }
    : { ...own, stage: undefined, certainty: "unknown" };
};

/** "The war will grind on": there is one. */
const lastingOn: Case = (one) => {
  const { tree, form, own, link, above } = one;
  if (!isSubject(one) || !form.nominal || !above.future || !lasts.test(link.governor.lemma)) return undefined;
  return isDefinite(tree, link.relation)
    ? { ...own, stage: "under-way", carriers: [...above.carriers, ...own.carriers] }
    : undefined;
};

const lasts = /^(?:continue|rage|last|persist|drag|grind|endure)$/;

/** "Sanctions were on the table". */
const placed: Case = (one) => {
  const { tree, form, own, link, above } = one;
  const place = isSubject(one) && form.nominal ? placedBy(tree, link.governor) : undefined;
  if (place === undefined) return undefined;
  // "is not on hold"
  if (place.stage === "called-off" && above.polarity === "denied") return own;
  return {
    ...own,
    stage: place.stage,
    polarity: place.stage === "called-off" ? undefined : own.polarity,
    certainty: place.certainty,
    carriers: [...own.carriers, spanOf(link.governor)],
  };
};

/** "Too afraid to attack". */
const tooMuch: Case = ({ tree, form, own, link: { governor, relation } }) =>
  form.tense === "infinitive" && is(relation, "xcomp", "advcl") && isTooMuch(tree, governor)
    ? {
        ...own,
        stage: undefined,
        polarity: flip(own.polarity),
        future: false,
        unrealisedBy: spanOf(governor),
      }
    : undefined;

/** "Glad to hear that they were freed": they were. */
const gladly: Case = ({ tree, form, own, link: { governor, relation } }) =>
  form.finite && !own.future && is(relation, "ccomp") && isGladly(tree, governor) ? own : undefined;

/**
 * "Did not see the shooting", "nobody reported the raid": there was one, whoever missed it. "Did not see them shoot" leaves
 * open whether they did.
 */
function unnoticed({ tree, form, own, link: { governor, relation }, above }: Hanging): Standing | undefined {
  if (above.polarity !== "denied" || above.future || governor.upos !== "VERB") return undefined;
  const verb = governor.lemma.toLowerCase();
  if (form.nominal && noticing.has(verb) && is(relation, "obj", "nsubj:pass") && isKnown(tree, relation))
    return { ...own, stage: own.stage ?? "done" };
  // "I do not see them leaving": not expected
  const past =
    kids(tree, governor, "aux").some((one) => /^(?:did|had|has|have)$/i.test(one.form)) ||
    governor.xpos === "VBD";
  const seen =
    past && perceiving.has(verb) && is(relation, "xcomp", "ccomp", "acl") && !form.finite && !form.nominal;
  return seen ? { ...own, stage: undefined, certainty: "unknown" } : undefined;
}

/** In this order: the first that is met holds. */
export const placements: readonly Case[] = [
  doubted,
  aside,
  rejectedClaim,
  apposition,
  hadTo,
  owedDuty,
  called,
  insteadOf,
  lastingOn,
  placed,
  tooMuch,
  gladly,
  unnoticed,
];

/** "Denied reports that …", "dismissed claims of …", "rejects suggestions that …": the content of a claim that somebody denies. */
function isRejected(content: Token, noun: Token, above: Standing): boolean {
  if (noun.upos !== "NOUN" || above.under[0] !== "deny" || !is(content, "acl", "nmod")) return false;
  return claims.has(noun.lemma.toLowerCase());
}

const claims = new Set(claimNouns.split(" "));

/** As far as the denial itself holds; "rejected the report of the inquiry" says nothing of the inquiry. */
function rejected(tree: Tree, own: Standing, content: Token, above: Standing): Standing {
  const carriers = [...above.carriers, ...own.carriers];
  if (is(content, "nmod") && isDefinite(tree, content))
    return { ...own, stage: undefined, certainty: "unknown", carriers, under: above.under };
  return {
    ...own,
    polarity: above.polarity === "denied" ? flip(own.polarity) : own.polarity,
    certainty: weaker(own.certainty, above.certainty),
    carriers,
    under: above.under,
  };
}

function placedBy(tree: Tree, noun: Token) {
  if (kid(tree, noun, "cop") === undefined) return undefined;
  const preposition = kids(tree, noun, "case")
    .map((one) => one.form.toLowerCase())
    .join(" ");
  return (
    standingPhrases[`${preposition} ${noun.lemma.toLowerCase()}`] ??
    standingPhrases[`${preposition} ${noun.form.toLowerCase()}`]
  );
}

/** "Was sad to see", "am pleased to report": what somebody feels, and sees or tells. */
function isGladly(tree: Tree, verb: Token): boolean {
  const feeling = verb.xpos === "VB" && is(verb, "xcomp", "advcl", "ccomp") ? parent(tree, verb) : undefined;
  return feeling !== undefined && feelings.test(feeling.lemma) && perceived.test(verb.lemma);
}

const feelings =
  /^(?:glad|happy|pleased|relieved|delighted|proud|sad|saddened|sorry|shocked|surprised|disappointed|heartened|thrilled|astonished|dismayed)$/;

const perceived = /^(?:see|hear|learn|find|discover|know|read|note|say|announce|report|confirm|tell)$/;
