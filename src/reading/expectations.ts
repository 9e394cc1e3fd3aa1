/** Expectations: what the report says is to come, by when, and on what condition; they feed the outlook. */
import { forceNouns, groupNouns, institutionNouns } from "../language/en/actors.ts";
import { deadlineNouns, decidingVerbs, dependingVerbs, soonWords } from "../language/en/outlook.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Status } from "../model/status.ts";
import type { Time } from "../model/time.ts";
import type { Context } from "./context.ts";
import { rolesless } from "./event/roles.ts";
import { isPersonNoun } from "./event/triggers.ts";
import { conditionOf, isInverted } from "./expectation/conditions.ts";
import { daysAhead, deadlineOf, farthest } from "./expectation/deadlines.ts";
import { isDue, isExpected, isToBe } from "./expectation/expected.ts";
import { type Ahead, datedAhead, setAhead, timetabled, wasExpected } from "./expectation/set-days.ts";
import {
  conditionSpan,
  foreseenIn,
  promiseOf,
  saidBy,
  subjectsOf,
  whatOf,
  withAntecedent,
  withinSaying,
} from "./expectation/wording.ts";
import { hedgesOn } from "./status/own-hedges.ts";
import { type Standing, standingOf, statusOf } from "./status.ts";
import { clauseOf, is, isNegated, kid, kids, parent, type Tree, upward } from "./tree.ts";

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

const setFor: Status = { stage: "planned", polarity: "affirmed", certainty: "asserted" };

/** What has a day to come is not done, however it is told ("was scheduled", "begins on Monday"). */
function toCome(status: Status, by: Time | undefined): Status {
  const happened = status.stage === "done" || status.stage === "under-way";
  return by !== undefined && happened && status.polarity === "affirmed"
    ? { ...status, stage: "planned" }
    : status;
}
