/** What is to come, as printed, with its condition, who tells it and whom it is about. */
import { foreseeingVerbs } from "../../language/en/outlook.ts";
import type { ActorRef } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { Context } from "../context.ts";
import { doers, refOf, refsOf } from "../event/roles.ts";
import { speakerOf } from "../saying/voices.ts";
import { is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "../tree.ts";
import { isAsLongAs } from "./conditions.ts";

/** Who says what is to come; its end may lie beyond what was taken for said ("…, as the law requires"). */
export function saidBy(context: Context, word: Token, what: Span): Speaker {
  const said = context.speakerAt(what);
  if (said.kind !== "unstated") return said;
  const saying = context.sayingAt({ start: word.start, end: word.end });
  const part = saying?.finding.statement.content.find(
    ({ start, end }) => start <= what.start && word.end <= end,
  );
  // "…, as it must within 21 days": by when is the report's to tell
  if (
    saying === undefined ||
    part === undefined ||
    context.timesIn({ start: part.end, end: what.end }).length > 0
  )
    return said;
  return saying.finding.speaker;
}

/** What is said, without who says it, where the tree made both one clause. */
export function withinSaying(context: Context, clause: Token, what: Span): Span {
  const said = context.sayingAt({ start: clause.start, end: clause.end })?.finding.statement;
  if (said === undefined || what.end <= said.cue.start || what.start >= said.cue.end) return what;
  const part = said.content.find(({ start, end }) => start <= clause.start && clause.end <= end);
  if (part === undefined) return what;
  return { start: Math.max(what.start, part.start), end: Math.min(what.end, part.end) };
}

/** "officials, who expect it to arrive within ten days": what they expect, on their word unless another tells of it. */
export function foreseenIn(
  context: Context,
  tree: Tree,
  verb: Token,
): { what: Span; speaker: Speaker } | undefined {
  if (verb.upos !== "VERB" || !foreseeing.has(verb.lemma) || kid(tree, verb, "aux:pass") !== undefined)
    return undefined;
  const clause = kid(tree, verb, "xcomp", "ccomp");
  const object = kid(tree, verb, "obj") ?? (is(clause ?? verb, "ccomp") ? clause : undefined);
  const holder = doers(tree, verb)[0];
  if (clause === undefined || object === undefined || holder === undefined || clause.i < verb.i)
    return undefined;
  const tokens = [...subtree(tree, object), ...subtree(tree, clause)].sort((a, b) => a.i - b.i);
  const what = spanOf(tokens.filter((one) => !(one.head === clause.i && one.form.toLowerCase() === "that")));
  const said = context.speakerAt(what);
  const actor = refOf(context, tree, holder);
  if (said.kind !== "unstated" || actor === undefined) return { what, speaker: said };
  return { what, speaker: speakerOf(context, tree, actor, holder) };
}

const foreseeing = new Set(foreseeingVerbs.split(" "));

/** "Has promised to visit", "plans to vote": the promise tells who will. */
export function promiseOf(tree: Tree, clause: Token): Token {
  const above = is(clause, "xcomp") ? parent(tree, clause) : undefined;
  const own =
    above !== undefined && kid(tree, above, "nsubj") !== undefined && kid(tree, above, "obj") === undefined;
  return own && kid(tree, clause, "nsubj") === undefined ? above : clause;
}

/** "The envoy, who is to leave": whom the clause tells of, where that stands right before it. */
export function withAntecedent(tree: Tree, clause: Token, what: Span): Span {
  const noun = is(clause, "acl:relcl") ? parent(tree, clause) : undefined;
  const subject = kid(tree, clause, "nsubj");
  if (noun === undefined || subject === undefined || !/^(?:who|which|that)$/i.test(subject.form)) return what;
  const { start, end } = nounPhrase(tree, noun);
  const between = tree.sentence.tokens.filter((one) => one.start >= end && one.end <= what.start);
  return end <= what.start && between.every((one) => one.form === ",") ? { start, end: what.end } : what;
}

/** Who is to do it or whom it is to befall, where the words cut do not begin with them ("… was hurt and is due in court"). */
export function subjectsOf(context: Context, tree: Tree, clause: Token, what: Span): readonly ActorRef[] {
  if (kid(tree, clause, "nsubj", "nsubj:pass", "csubj", "expl") !== undefined) return [];
  if (!is(clause, "conj", "xcomp", "advcl")) return [];
  const lead = is(clause, "conj") ? parent(tree, clause) : undefined;
  const shared = lead === undefined ? undefined : kid(tree, lead, "nsubj");
  const subjects = shared === undefined ? doers(tree, clause) : [shared];
  return refsOf(
    context,
    tree,
    subjects.filter((one) => one.end <= what.start),
  );
}

/** The clause as printed, without its condition and what hangs loosely on it. */
export function whatOf(tree: Tree, clause: Token, condition: Token | undefined): Span {
  const tokens = subtree(tree, clause, (one) => {
    if ((one === condition && !isAsLongAs(tree, one)) || is(one, "parataxis", "discourse")) return true;
    if (one.head !== clause.i) return false;
    return (
      is(one, "cc", "mark", "punct") ||
      (is(one, "case") && one.i < clause.i) ||
      (is(one, "conj") && kid(tree, one, "nsubj", "nsubj:pass") !== undefined) ||
      (is(one, "advcl") && one.i < clause.i)
    );
  });
  return spanOf(tokens.length === 0 ? [clause] : tokens);
}

/** Without its "if", with its "unless". */
export function conditionSpan(tree: Tree, condition: Token): Span {
  const mark =
    kid(tree, condition, "mark") ??
    kids(tree, condition, "advmod").find((one) => one.form.toLowerCase() === "when");
  // "if it passes, noting that …": who notes is not the condition
  const aside = (one: Token) =>
    is(one, "advcl") &&
    one.xpos === "VBG" &&
    one.i > condition.i &&
    tree.sentence.tokens[one.i - 1]?.form === ",";
  const tokens = subtree(tree, condition, (one) => one === mark || is(one, "parataxis") || aside(one));
  const kept = tokens.filter((one) => mark === undefined || one.i > mark.i || one === condition);
  return spanOf(mark?.form.toLowerCase() === "unless" ? [mark, ...kept] : kept);
}
