/** What is to come because its day is set: "was scheduled for Friday", "ahead of Sunday's vote", "the trial begins on Monday". */
import { datedNouns, timetabledVerbs } from "../../language/en/outlook.ts";
import type { Token } from "../../model/sentence.ts";
import type { Time } from "../../model/time.ts";
import type { Context } from "../context.ts";
import { standingOf } from "../status.ts";
import { is, isNegated, kid, kids, parent, spanOf, subtree, type Tree, upward } from "../tree.ts";
import { deadlineOf, soonAfter } from "./deadlines.ts";

/** A clause, or a noun, of what is to come. */
export interface Ahead {
  readonly clause: Token;
  readonly condition: Token | undefined;
  readonly by: Time | undefined;
  /** Named by its day alone ("the hearing scheduled for May 25"). */
  readonly set?: true;
}

/** "Was scheduled for Friday", told before Friday. */
export function wasExpected(context: Context, tree: Tree, token: Token): Ahead | undefined {
  if (!/^(?:expect|schedule|due|set|slate|plan)$/.test(token.lemma.toLowerCase())) return undefined;
  const was = kids(tree, token, "aux:pass", "cop").some((one) => /^(?:was|were)$/i.test(one.form));
  if (!was || isNegated(tree, token) || kid(tree, token, "conj", "xcomp") !== undefined) return undefined;
  // "bail was set at a million"
  if (token.lemma === "set" && !isSetTo(tree, token)) return undefined;
  const by = soonAfter(context, deadlineOf(context, tree, token));
  return by === undefined ? undefined : { clause: token, condition: undefined, by };
}

/** "The elections scheduled for May 25", "a report due on Friday": what is to come, by the noun. */
export function setAhead(context: Context, tree: Tree, token: Token): Ahead | undefined {
  if (!is(token, "acl", "amod", "conj")) return undefined;
  if (!/^(?:schedule|due|set|slate|plan|expect)$/.test(token.lemma.toLowerCase())) return undefined;
  const first = is(token, "conj") ? (parent(tree, token) ?? token) : token;
  const noun = is(first, "acl", "amod") && !is(first, "acl:relcl") ? parent(tree, first) : undefined;
  if (noun === undefined || noun.i > token.i || !/^(?:NOUN|PROPN)$/.test(noun.upos)) return undefined;
  if (token.upos !== "ADJ" && token.xpos !== "VBN" && token.xpos !== "VBD") return undefined;
  if (isNegated(tree, token)) return undefined;
  const by = soonAfter(context, deadlineOf(context, tree, token));
  // what was called off is not to come; what a verb says of it that is to come is told with the verb
  const off = upward(tree, noun).some(
    (one) =>
      standingOf(tree, one).stage === "called-off" ||
      kids(tree, one, "aux").some(({ xpos }) => xpos === "MD"),
  );
  return by === undefined || off ? undefined : { clause: noun, condition: undefined, by, set: true };
}

const dates = new Set(datedNouns.split(" "));

/** "Ahead of Sunday's referendum", "the May 4 election": what takes place on a day that has not come. */
export function datedAhead(context: Context, tree: Tree, token: Token): Ahead | undefined {
  if (token.upos !== "NOUN" || !dates.has(token.lemma.toLowerCase()) || !is(token, "obl", "nmod", "obj"))
    return undefined;
  const words = subtree(
    tree,
    token,
    (one) =>
      one.head === token.i &&
      (is(one, "acl", "appos", "conj", "case") || (is(one, "nmod") && one.i > token.i)),
  );
  const phrase = spanOf(words);
  const { tokens } = tree.sentence;
  const lead = tokens[words[0]!.i - 1];
  const ahead = tokens[words[0]!.i - 2]?.form.toLowerCase() === "ahead" && lead?.form === "of";
  const before = ahead || /^(?:before|until)$/i.test(lead?.form ?? "");
  const published = context.report.published?.value.slice(0, 10);
  const time = context
    .timesIn(phrase)
    .find(
      ({ time: { type, value, to }, end }) =>
        type === "DATE" &&
        end <= token.start &&
        value.length === 10 &&
        published !== undefined &&
        (to ?? value).slice(0, 10) > published,
    )?.time;
  const by = soonAfter(context, time);
  return by === undefined || !before ? undefined : { clause: token, condition: undefined, by, set: true };
}

const timetables = new Set(timetabledVerbs.split(" "));

/** "The trial begins on Monday", "voters go to the polls on Sunday". */
export function timetabled(context: Context, tree: Tree, token: Token): Ahead | undefined {
  const subject = kid(tree, token, "nsubj");
  // "the runoff is on Sunday"
  const falls =
    kids(tree, token, "cop").some((one) => /^(?:is|are)$/i.test(one.form)) &&
    subject !== undefined &&
    dates.has(subject.lemma.toLowerCase()) &&
    context.timesIn(token).length > 0;
  // "voters go to the polls": a present that the tagger takes for a bare form
  const present = /^VB[PZ]?$/.test(token.xpos) && kid(tree, token, "aux", "aux:pass", "mark") === undefined;
  if (!present && !falls) return undefined;
  const placed =
    (token.lemma === "take" && kid(tree, token, "obj")?.lemma === "place") ||
    (token.lemma === "go" && kids(tree, token, "obl").some((one) => /^(?:poll|trial)$/.test(one.lemma)));
  if (!placed && !falls && !timetables.has(token.lemma.toLowerCase())) return undefined;
  if (!is(token, "root", "ccomp", "conj", "parataxis") || kid(tree, token, "nsubj") === undefined)
    return undefined;
  // "usually begins in August"
  if (
    kids(tree, token, "advmod").some(({ form }) =>
      /^(?:usually|often|always|normally|typically|generally)$/i.test(form),
    )
  )
    return undefined;
  const by = soonAfter(context, deadlineOf(context, tree, token));
  return by === undefined || isNegated(tree, token) ? undefined : { clause: token, condition: undefined, by };
}

/** "Is set to open", "are set for Monday". */
export function isSetTo(tree: Tree, token: Token): boolean {
  if (kid(tree, token, "compound:prt") !== undefined) return false;
  return (
    kids(tree, token, "xcomp").some((one) => one.xpos === "VB") ||
    kids(tree, token, "obl").some((one) => kid(tree, one, "case")?.form === "for")
  );
}
