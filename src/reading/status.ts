/**
 * How far an act has got, whether it is affirmed, and how surely: read from the tree, top down, so that
 * "has not ruled out approving a plan to strike" is settled word by word and each word is settled once.
 */
import type { AttitudeClass } from "../language/en/attitudes.ts";
import { claimNouns } from "../language/en/stances.ts";
import {
  askings,
  expressing,
  noticing,
  perceiving,
  standingPhrases,
  unscheduled,
} from "../language/en/standing-words.ts";
import { months, weekdays } from "../language/en/time-words.ts";
import type { Token } from "../model/sentence.ts";
import type { Status } from "../model/status.ts";
import { attitudeOf, governs, notDoing } from "./status/attitude-words.ts";
import { doubtOf, isHearsay } from "./status/doubted.ts";
import { apply, spare } from "./status/effects.ts";
import { type Form, first, formOf, isDefinite, isSubjunctive } from "./status/form.ts";
import { asGiven, isKnown } from "./status/given.ts";
import { asCalled, isHadTo, isInsteadOf, isOwed } from "./status/in-form-only.ts";
import { isContent, type Link, linkOf } from "./status/links.ts";
import { markOf, noOn, ownStanding } from "./status/own-words.ts";
import { flip, isReal, real, type Standing, spanOf, statusFrom, weaker } from "./status/standing.ts";
import { isTooMuch, pass } from "./status/without-attitude.ts";
import { turnedByWordsBefore } from "./status/words-before.ts";
import { is, isNegated, kid, kids, parent, type Tree, upward } from "./tree.ts";
import { WhileReading } from "./while-reading.ts";

export { attitudeOf } from "./status/attitude-words.ts";
export { type Standing, statusFrom, weaker } from "./status/standing.ts";

/** The status of the act that a token names (a verb, a noun, or an adjective). */
export function statusOf(tree: Tree, token: Token): Status {
  return statusFrom(standingOf(tree, token));
}

/** The field's factuality score, -3 (surely not) to 3 (surely), for measurement only. */
export function factuality(status: Status): number {
  if (status.stage === "called-off") return -1.5;
  const sure = { asserted: 3, probable: 2, possible: 1, unknown: 0.3 }[status.certainty];
  const far = {
    discussed: 0.3,
    planned: 0.75,
    authorised: 0.6,
    announced: 0.7,
    threatened: 0.4,
    attempted: 0.4,
  };
  const weight = (status.stage === undefined ? 1 : (far as Record<string, number>)[status.stage]) ?? 1;
  return (status.polarity === "denied" ? -1 : 1) * sure * weight;
}

const standings = new WhileReading<Tree, Map<number, Standing>>();

/** The standing of a token, given by its own phrase or as what stands above leaves it. */
export function standingOf(tree: Tree, token: Token): Standing {
  return asGiven(tree, token, settled(tree, token), (other) => settled(tree, other));
}

/** What stands above a token leaves of it, computed once a token; a cycle in the tree counts as the root. */
function settled(tree: Tree, token: Token, depth = 0): Standing {
  const known = standings.get(tree) ?? new Map<number, Standing>();
  standings.set(tree, known);
  const chain: Token[] = [];
  // Climb first, settle on the way down: deep trees need no deep recursion.
  for (let at: Token | undefined = token; at !== undefined && !known.has(at.i) && !chain.includes(at); )
    at = chain.push(at) > 400 ? undefined : parent(tree, at);
  for (let k = chain.length - 1; k >= 0; k--) {
    const at = chain[k]!;
    known.set(
      at.i,
      settle(tree, at, (other) => known.get(other.i), false, depth),
    );
  }
  return known.get(token.i)!;
}

type Known = (token: Token) => Standing | undefined;

/** How often a governor beside the tree's path may itself stand under such a one. */
const deepest = 3;

function settle(tree: Tree, token: Token, known: Known, beside = false, depth = deepest): Standing {
  const form = formOf(tree, token);
  let standing = ownStanding(tree, token, form);
  const turned = turnedByWordsBefore(tree, token, standing);
  if (turned !== undefined) return turned;
  const link = linkOf(tree, token);
  // a governor beside the act's ancestors ("seems unlikely that …") hangs on one of them
  const above =
    link === undefined
      ? undefined
      : (known(link.governor) ?? (beside ? undefined : besideOf(tree, token, link.governor, known, depth)));
  if (link !== undefined && above !== undefined) {
    standing = embed(tree, form, standing, link, above, known);
    if (standing.polarity === "affirmed" && isHearsay(tree, link.relation))
      standing = { ...standing, certainty: weaker(standing.certainty, "probable") };
  }
  // "insisted that the troops be withdrawn": asked for
  if (isSubjunctive(form) && standing.stage === undefined) standing = { ...standing, certainty: "unknown" };
  // "said no to any mission", "cannot stop every shooting": none in particular
  if (
    form.nominal &&
    standing.polarity === "affirmed" &&
    real.has(standing.stage) &&
    isOfAny(tree, token, above)
  )
    standing = { ...standing, stage: undefined, certainty: "unknown" };
  // "no strikes were carried out" denies them once, whatever stands above.
  if (form.nominal && noOn(tree, token) !== undefined && standing.polarity === "affirmed")
    standing = { ...standing, polarity: "denied" };
  return standing;
}

function isOfAny(tree: Tree, noun: Token, above: Standing | undefined): boolean {
  const all = kid(tree, noun, "det")?.form.toLowerCase();
  return all === "any" || (all === "every" && (above?.polarity === "denied" || above?.future === true));
}

/** The standing of a governor that is none of the token's ancestors. */
function besideOf(tree: Tree, token: Token, governor: Token, known: Known, depth: number): Standing {
  const isBelow = depth >= deepest || upward(tree, governor).includes(token);
  return isBelow ? settle(tree, governor, known, true) : settled(tree, governor, depth + 1);
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

function embed(tree: Tree, form: Form, own: Standing, link: Link, above: Standing, known: Known): Standing {
  const { governor, relation, preposition } = link;
  const doubt = doubtOf(tree, relation);
  if (doubt !== undefined) {
    const doubted = { ...own, carriers: [...own.carriers, doubt.span], under: ["say"] };
    // "it is not true that nobody was killed": whether somebody was is not told either
    if (doubt.kind === "false" && own.polarity !== "denied") return { ...doubted, polarity: "denied" };
    return { ...doubted, certainty: "unknown" };
  }
  const aside = is(relation, "parataxis") && governor === parent(tree, relation);
  if (aside || is(relation, "discourse", "vocative", "punct")) return own;
  if (isRejected(relation, governor, above)) return rejected(tree, own, relation, above);
  // "… organisations, a designation that includes several gangs": what an aside calls a thing is no act told of.
  if (is(relation, "appos") && form.nominal) return own;
  const subject = is(relation, "nsubj") && !is(relation, "nsubj:pass");
  // "had to flee": they did
  if (isHadTo(tree, governor, relation) && above.polarity === "affirmed" && above.certainty === "asserted")
    return { ...own, stage: "done", future: false };
  if (isOwed(tree, governor, relation))
    return { ...own, stage: undefined, certainty: "unknown", future: false };
  // "we consider the visit a mockery", "is considered an attack": what it is called, or what is called so
  const called =
    /^(?:consider|deem)$/.test(governor.lemma) && form.nominal ? asCalled(tree, own, link, above) : undefined;
  if (called !== undefined) return called;
  // "suspended its talks to protest a raid", "canceled a trip to Lisse to deal with it": what for
  if (form.tense === "infinitive" && isInsteadOf(tree, governor, relation))
    return expressing.has(relation.lemma)
      ? { ...own, stage: "done", future: false }
      : { ...own, stage: undefined, certainty: "unknown" };
  // "the war will grind on": there is one
  if (subject && form.nominal && above.future && lasts.test(governor.lemma) && isDefinite(tree, relation))
    return { ...own, stage: "under-way", carriers: [...above.carriers, ...own.carriers] };
  // "sanctions were on the table"
  const placed = subject && form.nominal ? placedBy(tree, governor) : undefined;
  // "is not on hold"
  if (placed?.stage === "called-off" && above.polarity === "denied") return own;
  if (placed !== undefined)
    return {
      ...own,
      stage: placed.stage,
      polarity: placed.stage === "called-off" ? undefined : own.polarity,
      certainty: placed.certainty,
      carriers: [...own.carriers, spanOf(governor)],
    };
  // "too afraid to attack"
  if (form.tense === "infinitive" && is(relation, "xcomp", "advcl") && isTooMuch(tree, governor))
    return {
      ...own,
      stage: undefined,
      polarity: flip(own.polarity),
      future: false,
      unrealisedBy: spanOf(governor),
    };
  // "glad to hear that they were freed": they were
  if (form.finite && !own.future && is(relation, "ccomp") && isGladly(tree, governor)) return own;
  const unseen = unnoticed(tree, form, own, link, above);
  if (unseen !== undefined) return unseen;
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
  const content = isContent(tree, relation) || is(governor, "nsubj:outer");
  const complement =
    !relative && !told && !object && (content || is(relation, "parataxis") || is(relation, ...complements));
  const escaped = complement && governor.lemma === "escape" && form.tense === "gerund";
  const found = escaped
    ? notDoing
    : complement || subject
      ? attitudeOf(tree, governor, preposition)
      : undefined;
  // "strikes are necessary": not that there are any
  if (
    subject &&
    found?.name === "want" &&
    form.nominal &&
    owed.test(governor.form) &&
    !isDefinite(tree, relation)
  )
    return { ...own, stage: undefined, certainty: "unknown", under: ["want", ...above.under] };
  // "could not see what was hit": that it was is given
  const asked =
    found?.passesOn === true &&
    form.finite &&
    is(relation, "ccomp") &&
    // "surprised to see how many came"
    (governor.lemma === "see" || isAskedAs(tree, relation));
  const applies =
    found !== undefined &&
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
      !content &&
      is(relation, "advcl") &&
      !isComplementClause(tree, relation, governor, preposition, form, found)
    ) &&
    !(is(relation, "obl") && !governs(tree, governor, preposition, found));
  if (applies) {
    // "decided to call off the strike"
    const decided = found.name === "call off" && above.stage === "planned" && above.polarity === "affirmed";
    if (decided && above.certainty === "asserted" && isDecision(tree, governor))
      return {
        ...apply(own, found, governor, above),
        stage: "called-off",
        polarity: undefined,
        certainty: "asserted",
      };
    // "cannot allow the slaughter": a stand, and nobody's permission
    if (found.name === "authorise" && above.polarity === "denied" && letting.test(governor.lemma))
      if (kids(tree, governor, "aux").some((one) => /^(?:can|ca|must|should)$/i.test(one.form)))
        return { ...own, stage: undefined, certainty: "unknown", under: ["want", ...above.under] };
    // "forgot that they had left", "could not believe that they had"
    if (form.finite && !own.future && governor.lemma === "forget") return own;
    if (form.finite && !own.future && governor.lemma === "believe" && above.polarity === "denied")
      if (kids(tree, governor, "aux").some((one) => /^(?:can|ca|could)$/i.test(one.form))) return own;
    // "did not suggest retaliation"
    if (governor.lemma === "suggest" && form.nominal && above.polarity === "denied")
      return { ...own, stage: undefined, certainty: "unknown" };
    // "enabled her to flee", "an accord that enabled the release": it came about
    const of = is(governor, "acl:relcl") ? parent(tree, governor) : undefined;
    const enabled =
      /^(?:enable|facilitate)$/.test(governor.lemma) &&
      isReal(above) &&
      isPast(tree, governor) &&
      (of === undefined || !isNegated(tree, of));
    if (enabled && above.polarity === "affirmed" && (form.nominal || form.tense === "infinitive"))
      return { ...own, stage: "done", future: false, certainty: weaker("probable", above.certainty) };
    // "denied the request": refused, and yet it was made
    if (found.name === "deny" && form.nominal && askings.has(relation.lemma.toLowerCase()))
      return pass(tree, own, form, link, above, subject);
    // "will be charged with murder": with one that took place, as somebody says
    if (found.name === "allege" && form.nominal && above.future && above.polarity === "affirmed")
      return {
        ...apply(own, found, governor, above),
        stage: own.stage ?? "done",
        certainty: weaker("possible", own.certainty),
      };
    if (found.name === "want" && form.nominal && isDefinite(tree, relation))
      return { ...own, under: ["want", ...above.under] };
    // "will investigate killings": those that there were, or that there will be
    // "fears in the wake of attacks" tells of some, "plans to respond to attacks" of none
    const aims = governor.upos === "VERB" && above.stage !== undefined && !real.has(above.stage);
    const ahead = above.future || aims;
    if (found.name === "given" && form.nominal && ahead && !isDefinite(tree, relation))
      return { ...own, stage: undefined, certainty: "unknown", under: [found.name, ...above.under] };
    // "would stop flying": what is told is the stop, and that is to come
    const orders = above.certainty === "unknown";
    if (found.presupposes === true && found.name !== "lessen" && !form.nominal && above.future && !orders)
      return {
        ...own,
        stage: above.stage ?? "planned",
        certainty: above.certainty,
        future: true,
        conditional: above.conditional,
        carriers: [...above.carriers, ...own.carriers],
        under: [found.name, ...above.under],
      };
    // "demanded that she resign": a bare verb is what is wished
    if (
      found.name === "want" &&
      is(relation, "ccomp") &&
      form.tense === "present" &&
      isBareVerb(tree, relation)
    )
      return {
        ...own,
        stage: undefined,
        certainty: "unknown",
        habitual: false,
        under: ["want", ...above.under],
      };
    // "is to decide whether to charge them": neither yes nor no
    if (found.name === "plan" && markOf(tree, relation)?.kind === "whether")
      return { ...own, stage: undefined, certainty: "unknown", under: ["ask whether", ...above.under] };
    // "weighing whether to strike": the question is the weighing.
    if (found.name === "discuss" && markOf(tree, relation)?.kind === "whether")
      return apply({ ...own, certainty: "asserted", conditional: false }, found, governor, above);
    if (found.ofSubjectNoun === true) return underSubjectNoun(tree, own, relation, governor, above, known);
    // "has no idea why they were shot": that they were is known
    if (form.finite && !own.future && asksWhy(tree, relation)) return own;
    // "the plan is that they attack"
    const meant = found.name === "plan" && is(governor, "nsubj:outer") && own.habitual;
    if (found.sparesFinite === true && form.finite && !own.future && !meant)
      return spare(own, found, governor, above);
    return apply(own, found, governor, above);
  }
  if (relative) return own;
  const raised = raisedTo(tree, link, form, known);
  if (raised !== undefined) return raised(own);
  return pass(tree, own, form, link, above, subject);
}

/** "Was sad to see", "am pleased to report": what somebody feels, and sees or tells. */
function isGladly(tree: Tree, verb: Token): boolean {
  const feeling = verb.xpos === "VB" && is(verb, "xcomp", "advcl", "ccomp") ? parent(tree, verb) : undefined;
  return feeling !== undefined && feelings.test(feeling.lemma) && perceived.test(verb.lemma);
}

const feelings =
  /^(?:glad|happy|pleased|relieved|delighted|proud|sad|saddened|sorry|shocked|surprised|disappointed|heartened|thrilled|astonished|dismayed)$/;
const perceived = /^(?:see|hear|learn|find|discover|know|read|note|say|announce|report|confirm|tell)$/;

const isPast = (tree: Tree, verb: Token) =>
  verb.xpos === "VBD" ||
  (verb.xpos === "VBN" && kids(tree, verb, "aux").some(({ lemma }) => lemma === "have"));

const letting = /^(?:allow|permit|let|tolerate)$/;

const lasts = /^(?:continue|rage|last|persist|drag|grind|endure)$/;

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

const owed = /^(?:necessary|essential|needed|required)$/i;

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
 * "Did not see the shooting", "nobody reported the raid": there was one, whoever missed it. "Did not see them shoot" leaves
 * open whether they did.
 */
function unnoticed(
  tree: Tree,
  form: Form,
  own: Standing,
  { governor, relation }: Link,
  above: Standing,
): Standing | undefined {
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

function isDecision(tree: Tree, verb: Token): boolean {
  const above = is(verb, "xcomp") ? parent(tree, verb) : undefined;
  return above !== undefined && /^(?:decide|opt|choose)$/.test(above.lemma) && /^VB[DN]$/.test(above.xpos);
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

/** An indirect question that takes for granted what it asks about. */
function asksWhy(tree: Tree, clause: Token): boolean {
  return kids(tree, clause, "advmod", "mark").some((one) => /^(?:why|when|where)$/i.test(one.form));
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

/** "that she resign": a bare form where a present would have an ending. */
function isBareVerb(tree: Tree, verb: Token): boolean {
  if (verb.form.toLowerCase() !== verb.lemma.toLowerCase()) return false;
  const subject = kid(tree, verb, "nsubj");
  return subject !== undefined && !subject.xpos.endsWith("S") && !/^(?:i|we|you|they)$/i.test(subject.form);
}

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

/** "the attack is expected to begin": the subject has the status of the infinitive that tells of it. */
function raisedTo(
  tree: Tree,
  { governor, relation }: Link,
  form: Form,
  known: Known,
): ((own: Standing) => Standing) | undefined {
  if (!form.nominal || !is(relation, "nsubj", "obj")) return undefined;
  for (const one of kids(tree, governor, "xcomp")) {
    const found = attitudeOf(tree, one);
    // "wants the rally cancelled"
    const undone = one.xpos === "VBN" && /^(?:call off|end|postpone)$/.test(found?.name ?? "");
    if (found === undefined || (found.ofSubject !== true && !undone)) continue;
    // it may hang on this very noun
    const standing = settle(tree, one, known, true);
    if (undone) return (own) => apply(own, found, one, standing);
    return (own) => apply(own, found, one, { ...standing, stage: standing.stage ?? "planned" });
  }
  return undefined;
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
