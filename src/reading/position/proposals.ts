/** What a stand is towards: an act, a plan, a thing put forward; and the words that name it. */

import { actNouns, plainNounsInIng } from "../../language/en/act-nouns.ts";
import { institutionNouns } from "../../language/en/actors.ts";
import { objectNouns } from "../../language/en/events.ts";
import {
  askingVerbs,
  claimNouns,
  declaredStates,
  harmNouns,
  measuringNouns,
  proposedNouns,
  remoteNouns,
  type StanceClass,
} from "../../language/en/stances.ts";
import { askings } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { isPersonNoun, triggersIn } from "../event/triggers.ts";
import { attitudeOf } from "../status.ts";
import {
  is,
  kid,
  kids,
  namesSource,
  nounPhrase,
  parent,
  spanOf,
  subtree,
  type Tree,
  upward,
} from "../tree.ts";
import type { Stand } from "./stand.ts";

export const claims = new Set(claimNouns.split(" "));

/** A proposal is an act, a plan or a thing put forward; never a person, a party or a mere claim. */
export function isProposal(tree: Tree, token: Token, found: StanceClass): boolean {
  const inner = remote.has(token.lemma.toLowerCase()) ? kid(tree, token, "nmod") : undefined;
  if (inner !== undefined) return isProposal(tree, inner, found);
  // "the possibility of imposing a ban"
  if (remote.has(token.lemma.toLowerCase()) && kid(tree, token, "acl")?.upos === "VERB") return true;
  const clause = token.upos === "VERB" || is(token, "ccomp", "xcomp");
  if (clause)
    return (
      !is(token, "obj") &&
      (found.actsOnly !== true || found.stance === "open" || asked(tree, token) || namesAct(tree, token))
    );
  // "has not ruled out ground troops": sending them
  if ((found.stance === "open" || found.negated === "open") && armed.has(token.lemma)) return true;
  if (found.actsOnly === true) return isActNoun(tree, token);
  if (found.harms === true && isHarm(tree, token)) return true;
  if (claims.has(token.lemma.toLowerCase())) return false;
  if (found.putForwardOnly === true && token.upos === "NOUN")
    return isPutForward(token) || askings.has(token.lemma.toLowerCase()) || isDone(tree, token);
  // "lobbies for the banks": whom it speaks for
  if (found.anything === true && token.upos === "NOUN")
    return (
      armed.has(token.lemma) ||
      !(isPersonNoun(token) || (token.xpos === "NNS" && institutionNouns[token.lemma] !== undefined))
    );
  if (isParty(token)) return false;
  if (token.upos === "PRON") return /^(it|this|that|them)$/i.test(token.form);
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return false;
  return (
    isActNoun(tree, token) &&
    !tree.sentence.names.some(
      (name) => name.first <= token.i && token.i <= name.last && name.type !== "LAW" && name.type !== "EVENT",
    )
  );
}

/** "The casualties", "the growing number of them", "reports of violations". */
function isHarm(tree: Tree, noun: Token): boolean {
  if (noun.upos !== "NOUN") return false;
  const lemma = noun.lemma.toLowerCase();
  const of = measuring.has(lemma) ? kid(tree, noun, "nmod") : undefined;
  return harms.has(lemma) || (of !== undefined && (harms.has(of.lemma.toLowerCase()) || isActNoun(tree, of)));
}

const harms = new Set(harmNouns.split(" "));
const measuring = new Set(measuringNouns.split(" "));

/** "Defended the bombing", "defended its actions": what was done. */
const isDone = (tree: Tree, noun: Token) =>
  parent(tree, noun)?.lemma === "defend" &&
  (/^(?:action|conduct|handling|record)$/.test(noun.lemma) ||
    triggersIn(tree).some(({ token }) => token.i === noun.i));

/** Opposing troops is opposing that they come or stay. */
export const armed = new Set("troop troops soldier force army peacekeeper mercenary".split(" "));

export const asking = new Set(askingVerbs.split(" "));

/** "urged both sides to go to court": whatever somebody is asked to do is put forward. */
export function asked(tree: Tree, clause: Token): boolean {
  const verb = parent(tree, clause);
  return (
    verb !== undefined &&
    // "want the judge to stop the tax": whoever is to do it
    (asking.has(verb.lemma.toLowerCase()) ||
      (verb.lemma === "want" &&
        kid(tree, verb, "obj") !== undefined &&
        kid(tree, clause, "obj") !== undefined)) &&
    clause.upos === "VERB" &&
    kid(tree, clause, "obj", "obl", "xcomp", "compound:prt") !== undefined
  );
}

/** An act, something put forward, or a noun made of a verb. */
export function isActNoun(tree: Tree, token: Token): boolean {
  const lemma = token.lemma.toLowerCase();
  if (isPutForward(token) || acts.has(lemma) || isDeclaredState(tree, token)) return true;
  if (/(?:i[sz]ation|ification)$/.test(lemma) || (/[a-z]{3}ing$/.test(lemma) && !inIng.has(lemma)))
    return true;
  const life = attitudeOf(tree, token)?.name;
  return (life !== undefined && steps.test(life)) || triggersIn(tree).some((one) => one.token.i === token.i);
}

/** Nouns that say how far an act has got stand for it; those of what is wished, feared or believed do not. */
const steps =
  /^(?:plan|discuss|authorise|announce|threaten|attempt|begin|carry out|end|call off|postpone|prevent|not do|given)$/;

/** "A state of emergency". */
function isDeclaredState(tree: Tree, token: Token): boolean {
  return token.lemma === "state" && kids(tree, token, "nmod").some(({ lemma }) => declaredState.has(lemma));
}

const declaredState = new Set(declaredStates.split(" "));

/** A plan, a bill, a truce. */
const isPutForward = (token: Token) => proposed.has(token.lemma.toLowerCase());

/** A clause that does something which situations are about, or does it to something put forward. */
export function namesAct(tree: Tree, clause: Token): boolean {
  // Its own verb or what that bears on; not what stands deeper ("not to be named for fear of prosecution").
  const own = new Set([clause, ...kids(tree, clause, "obj", "xcomp", "nsubj:pass")].map((one) => one.i));
  if (triggersIn(tree).some((one) => own.has(one.token.i))) return true;
  return kids(tree, clause, "obj", "obl").some((one) => proposed.has(one.lemma.toLowerCase()));
}

const proposed = new Set(proposedNouns.split(" "));
const acts = new Set(actNouns.split(/\s+/));
const inIng = new Set(plainNounsInIng.split(" "));

/** Backing a group or a force is no stand on a proposal. */
export function isParty(token: Token): boolean {
  return isPersonNoun(token) || partyNouns.has(token.lemma.toLowerCase());
}

const partyNouns = new Set(`${objectNouns.group} troops soldier force military navy government`.split(" "));

/** What the stand is towards; a pronoun for which no act was named says nothing. */
export function proposalSpan(context: Context, tree: Tree, stand: Stand): Span | undefined {
  const span = ownSpan(context, tree, stand);
  const { proposal, word } = stand;
  if (span === undefined || !("i" in proposal)) return span;
  const whom = askedToDo(tree, word, proposal);
  if (whom !== undefined) return { start: withoutCase(context.text, tree, whom).start, end: span.end };
  // "opposed foreign troops on its soil": where they may not be belongs to them
  const where = armed.has(proposal.lemma)
    ? kids(tree, word, "obl").find((one) => one.i > proposal.i)
    : undefined;
  if (where !== undefined && /^(?:on|in|near|along)$/.test(kid(tree, where, "case")?.form ?? ""))
    return { start: span.start, end: Math.max(span.end, spanOf(subtree(tree, where)).end) };
  // "called for the vote to be delayed" calls for no vote: the infinitive belongs to it
  const rest = kids(tree, word, "advcl", "xcomp", "ccomp").find(
    (one) => one.i > proposal.i && one !== proposal && kid(tree, one, "mark")?.form === "to",
  );
  if (rest === undefined || kid(tree, proposal, "case")?.form !== "for") return span;
  return { start: span.start, end: Math.max(span.end, spanOf(subtree(tree, rest)).end) };
}

/** "called on the army to withdraw", "urged both sides to talk": who is to do it belongs to what is asked for. */
function askedToDo(tree: Tree, word: Token, proposal: Token): Token | undefined {
  if (proposal.xpos !== "VB" || kid(tree, proposal, "mark")?.lemma !== "to") return undefined;
  const between = (one: Token) => one.i > word.i && one.end <= proposal.start && one.upos !== "PRON";
  const object = kids(tree, word, "obj", "iobj").find(between);
  const addressed = kids(tree, word, "obl").find(
    (one) => between(one) && /^(?:on|upon|to)$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  return asking.has(word.lemma.toLowerCase()) || /^(?:ask|want)$/.test(word.lemma)
    ? (object ?? addressed)
    : undefined;
}

function ownSpan(context: Context, tree: Tree, { proposal, word }: Stand): Span | undefined {
  if (!("i" in proposal)) return spanOf(proposal);
  const inner = remote.has(proposal.lemma.toLowerCase()) ? kid(tree, proposal, "nmod") : undefined;
  if (inner !== undefined) return withoutCase(context.text, tree, inner);
  if (proposal.upos === "PRON") return antecedentSpan(context, tree, proposal);
  if (proposal === word || proposal.upos === "VERB" || is(proposal, "ccomp", "xcomp", "advcl", "acl")) {
    const tokens = subtree(tree, proposal, (one) => {
      if (is(one, "parataxis", "discourse") || namesSource(tree, one)) return true;
      if (is(one, "advcl") && one.i > proposal.i) return true;
      if (one.head !== proposal.i) return false;
      return (
        // "the intent is not to": the intent and its clause's own beginning are no part of what it is.
        (is(one, "nsubj", "cop", "advcl", "advmod") &&
          one.i < proposal.i &&
          word.i < proposal.i &&
          word.head === proposal.i) ||
        (proposal === word && one.i < proposal.i) ||
        is(one, "conj", "cc", "punct") ||
        (is(one, "mark") &&
          /^(that|to|on|for|of|about|against|over|with|at|in)$/i.test(one.form) &&
          one.i < proposal.i &&
          // "open to selling": a preposition
          (one.form.toLowerCase() !== "to" || proposal.xpos === "VBG"))
      );
    });
    return spanOf(tokens.length === 0 ? [proposal] : tokens);
  }
  return withoutCase(context.text, tree, proposal);
}

const remote = new Set(remoteNouns.split(" "));

/** A noun phrase without the preposition before it. */
function withoutCase(text: string, tree: Tree, noun: Token): Span {
  const marks = kids(tree, noun, "case");
  const phrase = nounPhrase(tree, noun);
  const first = marks.length === 0 ? phrase.start : Math.max(phrase.start, marks.at(-1)!.end);
  // "denounced the move as a stunt": what it is called is no part of it
  const called = kids(tree, noun, "nmod").find(
    (one) => one.i > noun.i && kid(tree, one, "case")?.form.toLowerCase() === "as",
  );
  if (called !== undefined) {
    const last = tree.sentence.tokens[kid(tree, called, "case")!.i - 1]!;
    return { start: skipBlank(text, first), end: last.end };
  }
  return {
    start: skipBlank(text, first),
    end: Math.max(phrase.end, restricted(tree, noun), calledFor(tree, noun)),
  };
}

/** "blasted her call for a ban": what is called for belongs to the call, though the tree may have hung it on the verb. */
function calledFor(tree: Tree, noun: Token): number {
  const verb = parent(tree, noun);
  if (verb === undefined || !/^(?:call|plea|appeal|request|demand|bid|push|plan)$/.test(noun.lemma)) return 0;
  // "his call to raise the wage"
  const to = tree.sentence.tokens[noun.i + 1];
  const clause = to?.xpos === "TO" ? parent(tree, to) : undefined;
  if (clause !== undefined && is(clause, "acl", "xcomp", "advcl"))
    return spanOf(subtree(tree, clause, (one) => is(one, "advcl", "parataxis", "punct"))).end;
  const what = kids(tree, verb, "obl").find(
    (one) => one.i > noun.i && kid(tree, one, "case")?.i === noun.i + 1,
  );
  return what === undefined || kid(tree, what, "case")!.form !== "for" ? 0 : nounPhrase(tree, what).end;
}

/** End of the relative clause without a comma that says which: "any measure that the law allows" is not any measure. */
function restricted(tree: Tree, noun: Token): number {
  const clause = kids(tree, noun, "acl:relcl").find((one) => one.i > noun.i);
  if (clause === undefined) return 0;
  const tokens = subtree(tree, clause, (one) => is(one, "parataxis", "conj"));
  const before = tree.sentence.tokens[tokens[0]!.i - 1];
  const last = tokens.findLast(({ upos }) => upos !== "PUNCT");
  return tokens.length > longestClause || before?.upos === "PUNCT" ? 0 : (last?.end ?? 0);
}

const longestClause = 16;

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

/** "did not rule it out": the act or thing put forward that was named last before. */
function antecedentSpan(context: Context, tree: Tree, pronoun: Token): Span | undefined {
  for (let index = tree.sentence.index; index >= Math.max(0, tree.sentence.index - 1); index--) {
    const other = context.treeAt(index);
    const acts = other.sentence.tokens.filter(
      (one) =>
        one.upos === "NOUN" &&
        one.end <= pronoun.start &&
        !is(one, "compound") &&
        (proposed.has(one.lemma.toLowerCase()) ||
          triggersIn(other).some((trigger) => trigger.token.i === one.i)),
    );
    // what stands within what another names is no topic: "a bill that would … without an order"
    const last = acts.findLast(
      (one) => !upward(other, one).some((above) => above !== one && acts.includes(above)),
    );
    if (last !== undefined) return nounPhrase(other, last);
  }
  return undefined;
}
