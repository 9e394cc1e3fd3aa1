/** What a word of attitude leaves of the act below it: the cases in which it does not simply take effect, then its effect. */
import type { AttitudeClass } from "../../language/en/attitudes.ts";
import { askings } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import { is, isNegated, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import { apply, spare } from "./effects.ts";
import { first, formOf, isDefinite } from "./form.ts";
import { type Hanging, isSubject, type Known } from "./hanging.ts";
import { markOf, ownStanding } from "./own-words.ts";
import { flip, isReal, real, type Standing, spanOf, weaker } from "./standing.ts";
import { pass } from "./without-attitude.ts";

/** An act under a word of attitude that takes effect on it. */
interface Held extends Hanging {
  readonly found: AttitudeClass;
}

type HeldCase = (one: Held) => Standing | undefined;

export function underAttitude(one: Hanging, found: AttitudeClass): Standing {
  const held: Held = { ...one, found };
  for (const met of exceptions) {
    const standing = met(held);
    if (standing !== undefined) return standing;
  }
  return apply(one.own, found, one.link.governor, one.above);
}

/** Neither affirmed nor denied, nor at any stage. */
const leftOpen = (own: Standing): Standing => ({ ...own, stage: undefined, certainty: "unknown" });

/** "Decided to call off the strike". */
const decidedAgainst: HeldCase = ({ tree, own, link: { governor }, above, found }) => {
  const decided = found.name === "call off" && above.stage === "planned" && above.polarity === "affirmed";
  if (!decided || above.certainty !== "asserted" || !isDecision(tree, governor)) return undefined;
  return {
    ...apply(own, found, governor, above),
    stage: "called-off",
    polarity: undefined,
    certainty: "asserted",
  };
};

/** "Cannot allow the slaughter": a stand, and nobody's permission. */
const standAgainst: HeldCase = ({ tree, own, link: { governor }, above, found }) => {
  if (found.name !== "authorise" || above.polarity !== "denied" || !letting.test(governor.lemma))
    return undefined;
  return kids(tree, governor, "aux").some((one) => /^(?:can|ca|must|should)$/i.test(one.form))
    ? { ...leftOpen(own), under: ["want", ...above.under] }
    : undefined;
};

const letting = /^(?:allow|permit|let|tolerate)$/;

/** "Forgot that they had left", "could not believe that they had": they had. */
const takenForGranted: HeldCase = ({ tree, form, own, link: { governor }, above }) => {
  if (!form.finite || own.future) return undefined;
  if (governor.lemma === "forget") return own;
  if (governor.lemma !== "believe" || above.polarity !== "denied") return undefined;
  return kids(tree, governor, "aux").some((one) => /^(?:can|ca|could)$/i.test(one.form)) ? own : undefined;
};

/** "Did not suggest retaliation". */
const notSuggested: HeldCase = ({ form, own, link: { governor }, above }) =>
  governor.lemma === "suggest" && form.nominal && above.polarity === "denied" ? leftOpen(own) : undefined;

/** "Enabled her to flee", "an accord that enabled the release": it came about. */
const enabled: HeldCase = ({ tree, form, own, link: { governor }, above }) => {
  if (!/^(?:enable|facilitate)$/.test(governor.lemma) || !isReal(above) || !isPast(tree, governor))
    return undefined;
  const of = is(governor, "acl:relcl") ? parent(tree, governor) : undefined;
  if ((of !== undefined && isNegated(tree, of)) || above.polarity !== "affirmed") return undefined;
  return form.nominal || form.tense === "infinitive"
    ? { ...own, stage: "done", future: false, certainty: weaker("probable", above.certainty) }
    : undefined;
};

/** "Denied the request": refused, and yet it was made. */
const refusedAsking: HeldCase = (one) => {
  const { tree, form, own, link, above, found } = one;
  return found.name === "deny" && form.nominal && askings.has(link.relation.lemma.toLowerCase())
    ? pass(tree, own, form, link, above, isSubject(one))
    : undefined;
};

/** "Will be charged with murder": with one that took place, as somebody says. */
const chargedLater: HeldCase = ({ form, own, link: { governor }, above, found }) =>
  found.name === "allege" && form.nominal && above.future && above.polarity === "affirmed"
    ? {
        ...apply(own, found, governor, above),
        stage: own.stage ?? "done",
        certainty: weaker("possible", own.certainty),
      }
    : undefined;

const wantedKnown: HeldCase = ({ tree, form, own, link: { relation }, above, found }) =>
  found.name === "want" && form.nominal && isDefinite(tree, relation)
    ? { ...own, under: ["want", ...above.under] }
    : undefined;

/**
 * "Will investigate killings": those that there were, or that there will be. "Fears in the wake of attacks" tells of some,
 * "plans to respond to attacks" of none.
 */
const givenAhead: HeldCase = ({ tree, form, own, link: { governor, relation }, above, found }) => {
  const aims = governor.upos === "VERB" && above.stage !== undefined && !real.has(above.stage);
  return found.name === "given" && form.nominal && (above.future || aims) && !isDefinite(tree, relation)
    ? { ...leftOpen(own), under: [found.name, ...above.under] }
    : undefined;
};

/** "Would stop flying": what is told is the stop, and that is to come. */
const stopAhead: HeldCase = ({ form, own, above, found }) => {
  const orders = above.certainty === "unknown";
  if (found.presupposes !== true || found.name === "lessen" || form.nominal || !above.future || orders)
    return undefined;
  return {
    ...own,
    stage: above.stage ?? "planned",
    certainty: above.certainty,
    future: true,
    conditional: above.conditional,
    carriers: [...above.carriers, ...own.carriers],
    under: [found.name, ...above.under],
  };
};

/** "Demanded that she resign": a bare verb is what is wished. */
const wishedBare: HeldCase = ({ tree, form, own, link: { relation }, above, found }) =>
  found.name === "want" && is(relation, "ccomp") && form.tense === "present" && isBareVerb(tree, relation)
    ? { ...leftOpen(own), habitual: false, under: ["want", ...above.under] }
    : undefined;

/** "Is to decide whether to charge them": neither yes nor no; "weighing whether to strike": the question is the weighing. */
const whether: HeldCase = ({ tree, own, link: { governor, relation }, above, found }) => {
  if (!/^(?:plan|discuss)$/.test(found.name) || markOf(tree, relation)?.kind !== "whether") return undefined;
  return found.name === "plan"
    ? { ...leftOpen(own), under: ["ask whether", ...above.under] }
    : apply({ ...own, certainty: "asserted", conditional: false }, found, governor, above);
};

const ofSubjectNoun: HeldCase = ({ tree, own, link: { governor, relation }, above, known, found }) =>
  found.ofSubjectNoun === true ? underSubjectNoun(tree, own, relation, governor, above, known) : undefined;

/** "Has no idea why they were shot": that they were is known. */
const askedWhy: HeldCase = ({ tree, form, own, link: { relation } }) =>
  form.finite && !own.future && asksWhy(tree, relation) ? own : undefined;

const spared: HeldCase = ({ form, own, link: { governor }, above, found }) => {
  // "the plan is that they attack"
  const meant = found.name === "plan" && is(governor, "nsubj:outer") && own.habitual;
  return found.sparesFinite === true && form.finite && !own.future && !meant
    ? spare(own, found, governor, above)
    : undefined;
};

/** In this order: the first that is met holds. */
const exceptions: readonly HeldCase[] = [
  decidedAgainst,
  standAgainst,
  takenForGranted,
  notSuggested,
  enabled,
  refusedAsking,
  chargedLater,
  wantedKnown,
  givenAhead,
  stopAhead,
  wishedBare,
  whether,
  ofSubjectNoun,
  askedWhy,
  spared,
];

const isPast = (tree: Tree, verb: Token) =>
  verb.xpos === "VBD" ||
  (verb.xpos === "VBN" && kids(tree, verb, "aux").some(({ lemma }) => lemma === "have"));

function isDecision(tree: Tree, verb: Token): boolean {
  const above = is(verb, "xcomp") ? parent(tree, verb) : undefined;
  return above !== undefined && /^(?:decide|opt|choose)$/.test(above.lemma) && /^VB[DN]$/.test(above.xpos);
}

/** "that she resign": a bare form where a present would have an ending. */
function isBareVerb(tree: Tree, verb: Token): boolean {
  if (verb.form.toLowerCase() !== verb.lemma.toLowerCase()) return false;
  const subject = kid(tree, verb, "nsubj");
  return subject !== undefined && !subject.xpos.endsWith("S") && !/^(?:i|we|you|they)$/i.test(subject.form);
}

/** An indirect question that takes for granted what it asks about. */
function asksWhy(tree: Tree, clause: Token): boolean {
  return kids(tree, clause, "advmod", "mark").some((one) => /^(?:why|when|where)$/i.test(one.form));
}

/** "a strategy that may involve strikes": the strikes stand as the strategy does, and as the verb says. */
function underSubjectNoun(
  tree: Tree,
  own: Standing,
  relation: Token,
  verb: Token,
  above: Standing,
  known: Known,
): Standing {
  const clause = first(tree, verb);
  const subject = subjectNoun(tree, verb, clause);
  const carriers = [...above.carriers, ...own.carriers];
  const modal = weaker(own.certainty, above.certainty);
  const base = {
    ...own,
    carriers,
    certainty: modal,
    polarity: above.polarity === "denied" ? flip(own.polarity) : own.polarity,
  };
  if (subject === undefined) return { ...base, stage: own.stage ?? above.stage };
  const noun = attitudeOf(tree, subject);
  const stands = known(subject) ?? ownStanding(tree, subject, formOf(tree, subject));
  if (noun !== undefined && noun.holds.stage !== undefined && noun.holds.stage !== "none")
    return {
      ...base,
      stage: noun.holds.stage,
      certainty: weaker(modal, noun.holds.certainty ?? "asserted"),
      carriers: [spanOf(subject), ...carriers],
      under: [noun.name],
    };
  return {
    ...base,
    // "an operation focused on dismantling gangs": that it is focused does not make it done.
    // "the war, which would include a ceasefire": hung on the wrong noun, and yet to come
    stage:
      (above.future && real.has(stands.stage) && !isDefinite(tree, relation) ? above.stage : stands.stage) ??
      (above.stage === "under-way" || is(clause, "acl") ? undefined : above.stage),
    certainty: weaker(modal, stands.certainty),
    under: stands.under,
    habitual: false,
  };
}

/** A finite verb hung on a noun as its conjunct is a parser's slip: the noun is its subject. */
function subjectNoun(tree: Tree, verb: Token, clause: Token): Token | undefined {
  if (is(clause, "acl")) return parent(tree, clause);
  const own = kid(tree, verb, "nsubj") ?? kid(tree, clause, "nsubj");
  return own ?? (clause !== verb && clause.upos === "NOUN" && clause.i < verb.i ? clause : undefined);
}
