/** Who invokes an instrument and who disputes it. */
import { disputingVerbs, invokingNouns, legalAnaphors } from "../../language/en/law.ts";
import type { ActorRef } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import { canAct, doers, refOf } from "../event/roles.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import { type Frame, isOpen } from "./frames.ts";
import type { Instrument } from "./instruments.ts";

/** Verbs of who rejects an instrument or how it is read. */
export const disputing = new Set(disputingVerbs.split(" "));

export const anaphors = new Set(legalAnaphors.split(" "));

export function invokerOf(context: Context, tree: Tree, frame: Frame | undefined): ActorRef | undefined {
  if (frame === undefined) return undefined;
  const verb = frame.verb ?? frame.act;
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  if (frame.kind === "subject" || (frame.kind === "named" && isOpen(tree, verb))) return undefined;
  const doer = doers(tree, verb)[0];
  if (doer === undefined) return undefined;
  const ref = context.actorAt(tree.sentence.index, doer.i);
  // Troops that would act under a title obey it; whoever sends or speaks for them invokes it.
  return ref === undefined || (frame.kind === "under" && !mayInvoke.test(ref.kind)) ? undefined : ref;
}

export const refWho = (context: Context, tree: Tree, token: Token) =>
  /^(?:NOUN|PROPN)$/.test(token.upos) && is(token, "nsubj") && canAct(context, tree, token);

/** "Nairobi's reliance on Article 51": whose it is. */
export function relierOn(context: Context, tree: Tree, head: Token): ActorRef | undefined {
  const noun = is(head, "nmod") ? parent(tree, head) : undefined;
  if (noun === undefined || !relying.has(noun.lemma.toLowerCase())) return undefined;
  const owner = kid(tree, noun, "nmod:poss");
  return owner === undefined ? undefined : context.actorAt(tree.sentence.index, owner.i);
}

const relying = new Set(invokingNouns.split(" "));

const mayInvoke =
  /^(person|country|government|ministry|military|police|legislature|court|party|intergovernmental|organisation|company)$/;

/** In this sentence or the next, somebody rejects "that reading", "the statute", "it". */
export function disputerOf(context: Context, tree: Tree, instrument: Instrument): ActorRef | undefined {
  for (const index of [tree.sentence.index, tree.sentence.index + 1]) {
    const sentence = context.sentences[index];
    if (sentence === undefined || (index > tree.sentence.index && sentence.block !== tree.sentence.block))
      continue;
    const other = context.treeAt(index);
    for (const token of sentence.tokens) {
      if (token.upos !== "VERB" || !disputing.has(token.lemma.toLowerCase())) continue;
      const object = kid(other, token, "obj");
      if (object === undefined) continue;
      const itself =
        index === tree.sentence.index && subtree(other, object).some((one) => one.i === instrument.head.i);
      const again =
        anaphors.has(object.lemma.toLowerCase()) &&
        kids(other, object, "det").some((one) => /^(that|this|the|such)$/i.test(one.form)) &&
        object.start > instrument.span.end;
      if (!itself && !again) continue;
      const doer = doers(other, token)[0];
      const ref = doer === undefined ? undefined : refOf(context, other, doer);
      if (ref !== undefined) return ref;
    }
  }
  return undefined;
}
