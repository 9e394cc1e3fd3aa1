/** Expectations: what the report says is to come, by when, and on what condition; they feed the outlook. */

import { forceNouns, groupNouns, institutionNouns } from "../language/en/actors.ts";
import {
  deadlineNouns,
  decidingVerbs,
  dependingVerbs,
  expectingWords,
  foreseeingVerbs,
  soonWords,
} from "../language/en/outlook.ts";
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Status } from "../model/status.ts";
import type { Time } from "../model/time.ts";
import type { Context } from "./context.ts";
import { conditionOf, isAsLongAs, isInverted } from "./expectation/conditions.ts";
import { daysAhead, deadlineOf, farthest } from "./expectation/deadlines.ts";
import {
  type Ahead,
  datedAhead,
  isSetTo,
  setAhead,
  timetabled,
  wasExpected,
} from "./expectation/set-days.ts";
import { hedgesOn } from "./own-hedges.ts";
import { doers, refOf, refsOf, rolesless } from "./roles.ts";
import { type Standing, standingOf, statusOf } from "./status.ts";
import {
  clauseOf,
  is,
  isNegated,
  kid,
  kids,
  nounPhrase,
  parent,
  spanOf,
  subtree,
  type Tree,
  upward,
} from "./tree.ts";
import { isPersonNoun } from "./triggers.ts";
import { speakerOf } from "./voices.ts";

type ExpectationFinding = FindingOf<"expectation">;

export function readExpectations(context: Context): ExpectationFinding[] {
  const found: ExpectationFinding[] = [];
  for (const sentence of context.sentences) {
    if (isQuestion(sentence)) continue;
    const tree = context.treeAt(sentence.index);
    for (const token of sentence.tokens) {
      const ahead = aheadAt(context, tree, token);
      if (ahead === undefined) continue;
      if (
        found.some(
          (one) =>
            one.expectation.what.start <= token.start &&
            token.end <= one.expectation.what.end &&
            one.evidence.start === sentence.start,
        )
      )
        continue;
      const finding = findingOf(context, tree, ahead);
      if (finding !== undefined) found.push(finding);
    }
  }
  return found;
}

/** Ends in a question mark, be it within a quotation. */
const isQuestion = ({ tokens }: Sentence) =>
  tokens.findLast(({ form }) => !/^["”’'»)]+$/.test(form))?.form === "?";

const expecting = new Set(expectingWords.split(" "));
const depending = new Set(dependingVerbs.split(" "));
const deadlines = new Set(deadlineNouns.split(" "));

/**
 * A clause looks ahead when it is expected, scheduled or due; when it will be and has a date or a
 * condition; or when it will depend on something.
 */
function aheadAt(context: Context, tree: Tree, token: Token): Ahead | undefined {
  if (isDue(tree, token)) {
    const clause = clauseOf(tree, token);
    return { clause, condition: conditionOf(tree, token), by: deadlineOf(context, tree, clause) };
  }
  const span = timeLeft(context, tree, token);
  if (span !== undefined) return { clause: token, condition: undefined, by: span };
  const step = nextStep(context, tree, token);
  if (step !== undefined) return { clause: token, condition: undefined, by: step };
  const dated = datedAhead(context, tree, token) ?? setAhead(context, tree, token);
  if (dated !== undefined) return dated;
  if (token.upos !== "VERB" && token.upos !== "ADJ" && kid(tree, token, "cop") === undefined)
    return undefined;
  if (is(token, "amod", "aux", "cop", "case", "mark")) return undefined;
  const warned = warnedOf(tree, token);
  if (warned !== undefined) return { ...warned, by: deadlineOf(context, tree, warned.clause) };
  const modal = kids(tree, token, "aux").find((one) => one.xpos === "MD");
  const future =
    modal !== undefined && /^(will|wo|'ll|’ll|would|shall|'d|could|may|might)$/i.test(modal.form);
  const word = token.lemma.toLowerCase();
  const surely = modal !== undefined && /^(will|wo|'ll|’ll|shall)$/i.test(modal.form);
  if (
    depending.has(word) &&
    (future || word === "depend" || word === "hinge") &&
    dependsOn(tree, token) !== undefined
  )
    return future ? hanging(context, tree, token) : undefined;
  if (isExpected(tree, token)) return hanging(context, tree, token);
  const once = wasExpected(context, tree, token) ?? timetabled(context, tree, token);
  if (once !== undefined) return once;
  const toCome = future && !kids(tree, token, "aux").some((one) => one.lemma === "have");
  const owed = /^(?:ought|need|have)$/.test(parent(tree, token)?.lemma ?? "");
  const promised = token.xpos === "VB" && is(token, "xcomp") && !owed && isPromised(standingOf(tree, token));
  // what it hangs on and by when takes long to find, and most verbs are none of these
  if (!toCome && !surely && !promised && !isToBe(tree, token)) return undefined;
  const ahead = hanging(context, tree, token);
  if (isOnlySupposed(tree, token, ahead.condition) || isUnspoken(tree, token)) return undefined;
  // "an area where they will be buried": which area is meant
  if (
    is(token, "acl:relcl") &&
    kids(tree, token, "advmod").some(({ form }) => /^(?:where|when)$/i.test(form))
  )
    return undefined;
  if (toCome && (ahead.condition !== undefined || ahead.by !== undefined)) return ahead;
  if (isToDo(tree, token) || (surely && isDeciding(tree, token))) return ahead;
  const denied = standingOf(tree, token).polarity === "denied";
  if (toCome && isSoon(tree, token) && !denied) return ahead;
  // "will stay closed until further notice"
  if (surely && !denied && isUntilNotice(tree, token)) return ahead;
  // "was scheduled to hear it on March 3": of last week, rather than of next year
  const was = kids(tree, parent(tree, token) ?? token, "aux:pass", "cop").some((one) =>
    /^w(?:as|ere)$/i.test(one.form),
  );
  const by = was && daysAhead(context, ahead.by) > farthest ? undefined : ahead.by;
  if ((promised || isToBe(tree, token)) && by !== undefined) return ahead;
  const subject = kid(tree, token, "nsubj");
  return surely && subject !== undefined && deadlines.has(subject.lemma) ? ahead : undefined;
}

/** "The government is to announce a ban", "police powers are to be overhauled": who or what is to, never what an aim is. */
function isToDo(tree: Tree, token: Token): boolean {
  if (!isToBe(tree, token) || !is(token, "root", "ccomp", "conj", "parataxis") || isNegated(tree, token))
    return false;
  const subject = kid(tree, token, "nsubj");
  if (subject === undefined || kid(tree, token, "advcl") !== undefined) return false;
  return token.xpos === "VBN" ? /^(?:NOUN|PROPN)$/.test(subject.upos) : isDoer(subject);
}

/** Somebody, or a body. */
function isDoer(subject: Token): boolean {
  const lemma = subject.lemma.toLowerCase();
  if (subject.upos !== "NOUN") return subject.upos === "PROPN";
  return isPersonNoun(subject) || institutionNouns[lemma] !== undefined || bodies.has(lemma);
}

const bodies = new Set([...groupNouns, ...forceNouns]);

const deciding = new Set(decidingVerbs.split(" "));

/** "The court will rule on the appeal", "the case will go before a grand jury". */
function isDeciding(tree: Tree, token: Token): boolean {
  const subject = kid(tree, token, "nsubj");
  if (subject === undefined || is(subject, "nsubj:pass") || isNegated(tree, token)) return false;
  const before = kids(tree, token, "obl").some((one) =>
    /^(?:jury|court|judge|parliament|council|trial)$/.test(one.lemma),
  );
  if (/^(?:go|appear|stand)$/.test(token.lemma)) return before;
  return (
    isDoer(subject) &&
    deciding.has(token.lemma.toLowerCase()) &&
    is(token, "root", "ccomp", "parataxis", "conj") &&
    kid(tree, token, "obj", "obl", "ccomp", "xcomp", "advcl") !== undefined
  );
}

function hanging(context: Context, tree: Tree, token: Token): Ahead {
  return { clause: token, condition: conditionOf(tree, token), by: deadlineOf(context, tree, token) };
}

/**
 * "Would be a coward if he did nothing", "could not mate unless they met": a condition in the past that nobody is
 * reported to have set is only supposed. "Said it would close if …" is the future as told.
 */
function isOnlySupposed(tree: Tree, token: Token, condition: Token | undefined): boolean {
  const unreal = kids(tree, token, "aux").some((one) => /^(?:would|could|might|'d|’d)$/i.test(one.form));
  if (!unreal || condition === undefined || isInverted(tree, condition)) return false;
  // "would be told once they were ashore": a time that comes
  if (!kids(tree, condition, "mark").some((one) => /^(?:if|unless)$/i.test(one.form))) return false;
  const said = upward(tree, token).some(
    (one) => is(one, "ccomp") && /^VB[DN]$/.test(parent(tree, one)?.xpos ?? ""),
  );
  if (said || kids(tree, condition, "aux").some((one) => one.xpos === "MD")) return false;
  const first = kids(tree, condition, "aux", "aux:pass", "cop")[0] ?? condition;
  // "were it to fail", "if she were to win": a way to speak of what may well come
  return first.xpos === "VBD" && kid(tree, condition, "mark", "aux")?.lemma !== "to";
}

/** "Would not discuss", "would not say": what is kept back is nothing to come. */
function isUnspoken(tree: Tree, token: Token): boolean {
  return (
    /^(?:discuss|say|comment|speculate|disclose|reveal|speak|elaborate|confirm|identify|know)$/.test(
      token.lemma,
    ) && standingOf(tree, token).polarity === "denied"
  );
}

const isPromised = ({ stage, polarity }: Standing) =>
  (stage === "announced" || stage === "planned") && polarity === "affirmed";

/** "Warned of shortages if the strike goes on": what would come, and on what condition. */
function warnedOf(tree: Tree, token: Token): Pick<Ahead, "clause" | "condition"> | undefined {
  if (!/^(?:warn|caution)$/.test(token.lemma)) return undefined;
  const condition = conditionOf(tree, token);
  const clause = kids(tree, token, "obl").find((one) => kid(tree, one, "case")?.form.toLowerCase() === "of");
  return condition === undefined || clause === undefined ? undefined : { clause, condition };
}

function isUntilNotice(tree: Tree, token: Token): boolean {
  const { tokens } = tree.sentence;
  return tokens.some(
    ({ form, i }) =>
      i > token.i &&
      form === "until" &&
      tokens[i + 1]?.form === "further" &&
      tokens[i + 2]?.form === "notice",
  );
}

const soon = new Set(soonWords.split(" "));

const isSoon = (tree: Tree, token: Token) =>
  kids(tree, token, "advmod").some((one) => soon.has(one.form.toLowerCase()));

/** "The court has five days to review it": the days. */
function timeLeft(context: Context, tree: Tree, token: Token): Time | undefined {
  if (token.lemma !== "have" || token.upos !== "VERB" || !/^(?:has|have)$/i.test(token.form))
    return undefined;
  const days = kid(tree, token, "obj", "obl:unmarked", "obl:npmod");
  const clause =
    days === undefined ? undefined : (kid(tree, days, "acl") ?? kid(tree, token, "advcl", "xcomp"));
  if (days === undefined || clause?.xpos !== "VB" || kid(tree, token, "nsubj") === undefined)
    return undefined;
  return context
    .timesIn(tree.sentence)
    .find(({ time, start, end }) => time.type === "DURATION" && start <= days.start && days.end <= end)?.time;
}

/** "The next step is the meeting on Wednesday". */
function nextStep(context: Context, tree: Tree, token: Token): Time | undefined {
  const subject = kid(tree, token, "nsubj");
  const copula = kid(tree, token, "cop");
  if (subject === undefined || copula === undefined || !/^(?:is|are)$/i.test(copula.form)) return undefined;
  if (!kids(tree, subject, "amod").some((one) => one.form.toLowerCase() === "next")) return undefined;
  return deadlineOf(context, tree, token);
}

/** "a decision is expected", "the council is due to meet", "a strike is likely". */
function isExpected(tree: Tree, token: Token): boolean {
  const word = token.lemma.toLowerCase();
  const form = token.form.toLowerCase();
  if (!expecting.has(word) && !expecting.has(form)) return false;
  // "tents were set up", "a film set in the south"
  if (word === "set" && !isSetTo(tree, token)) return false;
  // "expected by many to win, the side has lost": what was once to come
  if (is(token, "advcl") && token.xpos === "VBN" && kid(tree, token, "aux", "aux:pass", "cop") === undefined)
    return false;
  const copula =
    kid(tree, token, "cop", "aux:pass") ?? kids(tree, token, "aux").find((one) => one.lemma === "be");
  if (
    word === "expect" ||
    word === "anticipate" ||
    word === "await" ||
    word === "predict" ||
    word === "forecast" ||
    word === "foresee"
  )
    return (
      kid(tree, token, "xcomp", "ccomp", "nsubj:pass", "obj") !== undefined &&
      !isPastExpectation(tree, token) &&
      !isNobodys(tree, token) &&
      !isThought(tree, token) &&
      !onceExpected(tree, token)
    );
  // "six times more likely": a rate
  if (form === "likely" && kids(tree, token, "advmod").some((one) => /^(?:more|less|as)$/i.test(one.form)))
    return false;
  // "the more you're likely to owe", "which of them is most likely": of anybody, and asked
  if (form === "likely" && kids(tree, token, "nsubj").some((one) => isAnybody(tree, token, one)))
    return false;
  // "are bound by the vote", "is planned and led from there"
  if (/^(?:bind|bound|poise|poised)$/.test(word) && kid(tree, token, "xcomp", "advcl") === undefined)
    return false;
  if (
    /^(?:plan|project)$/.test(word) &&
    kid(tree, token, "xcomp", "ccomp", "obl", "obl:unmarked", "advcl") === undefined
  )
    return false;
  if (copula === undefined || copula.form.toLowerCase() === "was" || copula.form.toLowerCase() === "were")
    return false;
  if (word === "set" || word === "plan" || word === "schedule" || word === "slate" || word === "project")
    return token.xpos === "VBN" || token.upos === "ADJ";
  if (/^(possible|probable|imminent|inevitable)$/.test(form))
    return kids(tree, token, "nsubj").some((one) => one.upos === "NOUN");
  if (form === "likely") return kid(tree, token, "xcomp", "nsubj", "csubj", "ccomp") !== undefined;
  return kid(tree, token, "xcomp", "obl", "advcl", "nsubj", "nsubj:pass", "obl:unmarked") !== undefined;
}

const isAnybody = (tree: Tree, likely: Token, subject: Token) =>
  subject.form.toLowerCase() === "you" ||
  (!is(likely, "acl:relcl") &&
    (/^(?:which|what)$/i.test(subject.form) ||
      /^which$/i.test(tree.sentence.tokens[subject.i - 1]?.form ?? "")));

/** "They expected us to lead": what was once expected, unless somebody is reported to say so. */
function onceExpected(tree: Tree, token: Token): boolean {
  if (token.xpos !== "VBD" || !/^(?:expect|anticipate|await)$/.test(token.lemma)) return false;
  if (kid(tree, token, "aux:pass") !== undefined) return false;
  return !upward(tree, token).some((one) => is(one, "ccomp"));
}

/** "Predicted this", "expecting a child": a noun alone that somebody expects or once foresaw is nothing to watch for. */
function isThought(tree: Tree, token: Token): boolean {
  if (kid(tree, token, "aux:pass") !== undefined || kid(tree, token, "xcomp", "ccomp") !== undefined)
    return false;
  if (token.xpos === "VBN") return false;
  const object = kid(tree, token, "obj");
  return (
    object === undefined ||
    object.upos === "PRON" ||
    token.xpos === "VBD" ||
    (token.xpos === "VBG" && kid(tree, token, "aux") === undefined)
  );
}

/** "did not expect this", "how can we expect", "told them to expect a boat": nobody expects it now. */
function isNobodys(tree: Tree, token: Token): boolean {
  if (kid(tree, token, "aux:pass") !== undefined || token.xpos === "VBN") return false;
  // "few diplomats expect it"
  const few = kids(tree, token, "nsubj").some((one) =>
    kids(tree, one, "amod", "det").some((word) => /^(?:few|no|neither)$/i.test(word.form)),
  );
  if (few || kids(tree, token, "nsubj").some((one) => /^(?:few|nobody|none|no-one)$/i.test(one.form)))
    return true;
  const auxiliaries = kids(tree, token, "aux", "mark").map((one) => one.form.toLowerCase());
  return auxiliaries.some((one) => /^(?:did|can|could|would|to|should)$/.test(one));
}

/** "is due on Friday", where the parser lost the copula. */
function isDue(tree: Tree, token: Token): boolean {
  const before = tree.sentence.tokens[token.i - 1];
  const after = tree.sentence.tokens[token.i + 1];
  return (
    token.form === "due" &&
    /^(is|are)$/.test(before?.form ?? "") &&
    /^(to|on|in|at|by|next|this)$/.test(after?.form ?? "")
  );
}

/** "had expected", "was expected": what was once to come. */
function isPastExpectation(tree: Tree, token: Token): boolean {
  return kids(tree, token, "aux", "aux:pass").some((one) => /^(had|was|were)$/i.test(one.form));
}

/** "is to meet", "are to leave". */
function isToBe(tree: Tree, token: Token): boolean {
  const to = kids(tree, token, "mark").find((one) => one.lemma === "to");
  if (to === undefined || !/^VBN?$/.test(token.xpos)) return false;
  // "are to be overhauled"
  if (token.xpos === "VBN" && tree.sentence.tokens[to.i + 1]?.form !== "be") return false;
  return kids(tree, token, "aux", "cop").some((one) => /^(is|are)$/i.test(one.form) && one.i < to.i);
}

function dependsOn(tree: Tree, token: Token): Token | undefined {
  return kids(tree, token, "obl").find((one) => /^(on|upon)$/i.test(kid(tree, one, "case")?.form ?? ""));
}

function findingOf(
  context: Context,
  tree: Tree,
  { clause, condition, by, set }: Ahead,
): ExpectationFinding | undefined {
  const foreseen = foreseenIn(context, tree, clause);
  const whole = foreseen === undefined ? promiseOf(tree, clause) : clause;
  const what =
    foreseen?.what ??
    withinSaying(context, whole, withAntecedent(tree, whole, whatOf(tree, whole, condition)));
  // "is due to", cut from what it is due to do, says nothing
  if (/^(?:is|are) \w+(?: to)?$|\bto$/i.test(context.text.slice(what.start, what.end))) return undefined;
  const hangs = condition === undefined ? undefined : conditionSpan(tree, condition);
  // asked within a longer sentence
  const end = Math.max(what.end, hangs?.end ?? 0);
  if (/^\s*[”"’']?\?/.test(context.text.slice(end, end + 3))) return undefined;
  // said within the words already ("for as long as it takes")
  const on = hangs === undefined || (hangs.start >= what.start && hangs.end <= what.end) ? undefined : hangs;
  return {
    kind: "expectation",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: hedgesOn(context, tree, clause, what),
    },
    status: clause.upos === "NOUN" && set ? setFor : toCome(statusOf(tree, clause), by),
    speaker: foreseen?.speaker ?? saidBy(context, whole, what),
    ...rolesless,
    actors: foreseen === undefined ? subjectsOf(context, tree, whole, what) : [],
    places: context.scenesIn(what),
    ...(by === undefined ? {} : { time: by }),
    expectation: {
      what,
      ...(by === undefined ? {} : { by }),
      ...(on === undefined ? {} : { condition: on }),
    },
  };
}

/** Who says what is to come; its end may lie beyond what was taken for said ("…, as the law requires"). */
function saidBy(context: Context, word: Token, what: Span): Speaker {
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
function withinSaying(context: Context, clause: Token, what: Span): Span {
  const said = context.sayingAt({ start: clause.start, end: clause.end })?.finding.statement;
  if (said === undefined || what.end <= said.cue.start || what.start >= said.cue.end) return what;
  const part = said.content.find(({ start, end }) => start <= clause.start && clause.end <= end);
  if (part === undefined) return what;
  return { start: Math.max(what.start, part.start), end: Math.min(what.end, part.end) };
}

const setFor: Status = { stage: "planned", polarity: "affirmed", certainty: "asserted" };

/** What has a day to come is not done, however it is told ("was scheduled", "begins on Monday"). */
function toCome(status: Status, by: Time | undefined): Status {
  const happened = status.stage === "done" || status.stage === "under-way";
  return by !== undefined && happened && status.polarity === "affirmed"
    ? { ...status, stage: "planned" }
    : status;
}

/** "officials, who expect it to arrive within ten days": what they expect, on their word unless another tells of it. */
function foreseenIn(context: Context, tree: Tree, verb: Token): { what: Span; speaker: Speaker } | undefined {
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
function promiseOf(tree: Tree, clause: Token): Token {
  const above = is(clause, "xcomp") ? parent(tree, clause) : undefined;
  const own =
    above !== undefined && kid(tree, above, "nsubj") !== undefined && kid(tree, above, "obj") === undefined;
  return own && kid(tree, clause, "nsubj") === undefined ? above : clause;
}

/** "The envoy, who is to leave": whom the clause tells of, where that stands right before it. */
function withAntecedent(tree: Tree, clause: Token, what: Span): Span {
  const noun = is(clause, "acl:relcl") ? parent(tree, clause) : undefined;
  const subject = kid(tree, clause, "nsubj");
  if (noun === undefined || subject === undefined || !/^(?:who|which|that)$/i.test(subject.form)) return what;
  const { start, end } = nounPhrase(tree, noun);
  const between = tree.sentence.tokens.filter((one) => one.start >= end && one.end <= what.start);
  return end <= what.start && between.every((one) => one.form === ",") ? { start, end: what.end } : what;
}

/** Who is to do it or whom it is to befall, where the words cut do not begin with them ("… was hurt and is due in court"). */
function subjectsOf(context: Context, tree: Tree, clause: Token, what: Span): readonly ActorRef[] {
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
function whatOf(tree: Tree, clause: Token, condition: Token | undefined): Span {
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
function conditionSpan(tree: Tree, condition: Token): Span {
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
