/** What an act's own words say of it: tense, aspect, modals, negation, adverbs, determiners, marks, questions. */
import {
  lasting,
  modals,
  stanceAdverbs,
  unrealDeterminers,
  unrealMarks,
  unscheduled,
} from "../../language/en/standing-words.ts";
import { months, weekdays } from "../../language/en/time-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Certainty, Stage } from "../../model/status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { adjectiveClass } from "./attitude-words.ts";
import { auxiliaries, type Form, first, isDefinite, isSubjunctive } from "./form.ts";
import { plain, type Standing, spanOf, weaker } from "./standing.ts";

export function ownStanding(tree: Tree, token: Token, form: Form): Standing {
  const carriers: Span[] = [];
  let { polarity, certainty, habitual, conditional, future }: Standing = plain;
  let stage: Stage | undefined;
  const cap = (to: Certainty) => {
    certainty = weaker(certainty, to);
  };

  if (form.tense === "past" || form.tense === "perfect") stage = form.progressive ? "under-way" : "done";
  if (form.tense === "present") {
    const headline = tree.sentence.blockKind === "headline" || tree.sentence.blockKind === "heading";
    stage = form.progressive ? "under-way" : headline ? "done" : undefined;
    if (form.passive && !form.progressive) stage = "done";
    habitual = !headline && !form.progressive && !form.passive && token.upos === "VERB";
    if (habitual) stage = "under-way";
  }
  if (form.tense === "participle" && !isSubjunctive(form)) stage = "done";
  if (form.tense === "infinitive") future = true;
  // "Free the hostages!": asked for
  if (isImperative(tree, token)) cap("unknown");
  if (form.modal !== undefined) {
    const kind = modals[form.modal.form.toLowerCase()]!;
    const past = form.aux.some((one) => one.lemma === "have") && token.xpos !== "VB";
    carriers.push(spanOf(form.modal));
    if (kind === "future" && past && !isDueBy(tree, token)) {
      // "will have heard it by now"
      stage = "done";
      cap("probable");
    } else if (kind !== "possible" && kind !== "owed" && !past && isHabit(tree, token)) {
      stage = kind === "future" ? "under-way" : "done";
      habitual = true;
    } else if (kind === "future") {
      stage = "planned";
      future = true;
    } else if (kind === "possible") {
      stage = past ? "done" : undefined;
      cap("possible");
    } else if (kind === "unreal") {
      future = true;
      if (!past) stage = "planned";
      cap(past ? "unknown" : "possible");
    } else {
      stage = past && form.modal.lemma === "must" ? "done" : undefined;
      cap(past && form.modal.lemma === "must" ? "probable" : "unknown");
    }
  }
  // "is to visit", "were to arrive": the copula before an infinitive
  if (isToBe(tree, token)) {
    stage = "planned";
    future = true;
    habitual = false;
  }
  let unrealisedBy: Span | undefined;
  const negators: Token[] = [];
  for (const one of tree.children[token.i] ?? []) {
    const word = one.form.toLowerCase();
    const effect = is(one, "advmod", "cc:preconj", "cc", "obl", "discourse")
      ? stanceAdverbs[word]
      : undefined;
    if (effect === "denied") {
      const [next, ...after] = tree.sentence.tokens
        .slice(one.i + 1, one.i + 5)
        .map((word) => word.form.toLowerCase());
      const again = next === "for" && after.join(" ") === "the first time";
      if (
        !again &&
        next !== "only" &&
        next !== "just" &&
        next !== "merely" &&
        next !== "necessarily" &&
        // "not because they like it", "not every hostage was freed": some were
        next !== "because" &&
        !isOfSome(one, next) &&
        // "not a few villages": many
        !(next === "a" && after[0] === "few") &&
        !isSudden(tree, one) &&
        // "almost at the same time", "nearly every day"
        !(
          /^(?:almost|nearly)$/.test(word) &&
          /^(?:at|as|in|every|all|immediately|simultaneously)$/.test(next ?? "")
        ) &&
        !isLessSo(tree, token) &&
        !isNotAlone(tree, one, token)
      )
        negators.push(one);
      else if (isOfSome(one, next)) {
        carriers.push(spanOf(one));
        cap("probable");
      }
    } else if (effect !== undefined) {
      carriers.push(spanOf(one));
      // "would likely": how surely is said, so the modal need not be asked.
      if (effect === "probable" && isUnreal(form)) certainty = effect;
      else cap(effect);
      if (effect === "possible" && !form.finite) stage = undefined;
    }
    if (is(one, "advmod") && word === "longer" && kid(tree, one, "advmod", "det")?.lemma === "no")
      negators.push(one);
    if (is(one, "det") && !form.finite) {
      const by = unrealDeterminers[word];
      if (by === "denied") negators.push(one);
    }
    if (
      is(one, "advmod", "obl") &&
      /^(historically|traditionally|routinely|regularly|often|usually|frequently|generally|typically|normally|commonly)$/.test(
        word,
      )
    )
      habitual = true;
    if (is(one, "nsubj", "obj") && deniesAll(tree, one) && !(is(one, "obj") && stative.test(token.lemma)))
      negators.push(noOn(tree, one) ?? one);
  }
  const never = neverBefore(tree, token);
  if (never !== undefined) negators.push(never);
  if (negators.length === 0 && is(token, "conj") && sharesNegation(tree, token)) {
    const lead = first(tree, token);
    negators.push(
      ...kids(tree, lead, "advmod").filter((one) => stanceAdverbs[one.form.toLowerCase()] === "denied"),
    );
  }
  if (negators.length > 0) {
    carriers.push(...negators.map(spanOf));
    const then = untilThen(tree, token, form);
    if (negators.length % 2 === 1 && then === undefined && !isOfBadTiming(tree, token))
      polarity = polarity === "denied" ? "affirmed" : "denied";
    // "cannot strike", "could not strike" deny it; "may not strike" stays open.
    if (form.modal !== undefined && /^(can|ca|could)$/.test(form.modal.form.toLowerCase())) {
      certainty = then === "open" ? "unknown" : "asserted";
      // "could not have attacked" says that it is not so
      if (!form.aux.some((one) => one.lemma === "have")) unrealisedBy = spanOf(form.modal);
    }
    if (form.modal !== undefined && then === "then" && stage === undefined) stage = "done";
  }
  for (const one of kids(tree, token, "amod", "compound")) {
    const found = adjectiveClass(one, tree.sentence.tokens);
    if (found === undefined || one.upos === "NOUN") continue;
    carriers.push(spanOf(one));
    const effect = found.holds;
    if (effect.stage === "none") stage = undefined;
    else if (effect.stage !== undefined) stage = effect.stage;
    if (effect.certainty !== undefined) cap(effect.certainty);
    if (effect.flips) polarity = "denied";
    if (effect.unpolar) polarity = undefined;
  }
  for (const one of sharedAdverbs(tree, token)) {
    carriers.push(spanOf(one));
    cap(stanceAdverbs[one.form.toLowerCase()] as Certainty);
  }
  const mark = markOf(tree, token) ?? sharedMark(tree, token, form);
  if (mark !== undefined) {
    carriers.push(mark.span);
    // "without the truce they would have attacked": there was one
    if (mark.kind === "denied" && form.nominal && isDefinite(tree, token)) cap("unknown");
    else if (mark.kind === "denied") polarity = polarity === "denied" ? "affirmed" : "denied";
    else {
      cap("unknown");
      stage = undefined;
      conditional = mark.kind === "conditional";
    }
  }
  // "how to attack a convoy", "anyone who attacks one", "in the film, they burn it": told of nobody
  if (isHowTo(tree, token) || isAnybodys(tree, token) || isFiction(tree, token) || isOfNothing(tree, token)) {
    cap("unknown");
    stage = undefined;
  }
  if (isYetToCome(tree, token, form)) {
    cap("unknown");
    stage = undefined;
    conditional = true;
  }
  if (isQuestion(tree, token)) {
    cap("unknown");
    const supposed = tree.sentence.tokens[0]?.lemma === "have" && tree.sentence.tokens.at(-1)?.form !== "?";
    if (form.tense === "future" || form.tense === "none" || supposed) stage = undefined;
  }
  const condition = kids(tree, token, "advcl").find((one) => markOf(tree, one)?.kind === "conditional");
  // "if a prisoner is sick, the meal is repeated": whenever that is so
  if (condition !== undefined && form.tense === "present" && form.passive && stage === "done") {
    stage = "under-way";
    habitual = true;
  }
  if (condition !== undefined && (future || form.modal !== undefined)) {
    conditional = true;
    cap(certainty === "asserted" ? "probable" : certainty);
  }
  return { stage, polarity, certainty, carriers, unrealisedBy, habitual, conditional, future, under: [] };
}

/** "Not every", "not all": fewer than all, and yet some. */
const isOfSome = (not: Token, next: string | undefined) =>
  not.form.toLowerCase() === "not" && /^(?:every|all|everyone|everybody|each)$/.test(next ?? "");

/** "Was not the only one holding meetings", "was not the first attack": there were more. */
function isNotAlone(tree: Tree, not: Token, noun: Token): boolean {
  if (noun.upos === "VERB") return false;
  return kids(tree, noun, "amod", "det").some(
    (one) => one.i > not.i && /^(?:only|first|last|sole|lone)$/i.test(one.form),
  );
}

function isHowTo(tree: Tree, token: Token): boolean {
  if (token.xpos !== "VB" || !kids(tree, token, "mark").some((one) => one.xpos === "TO")) return false;
  const asks = ({ form }: Token) => /^(?:how|where|when)$/i.test(form);
  const above = is(token, "acl") ? parent(tree, token) : undefined;
  return kids(tree, token, "advmod").some(asks) || (above !== undefined && asks(above));
}

const anybody = /^(?:anyone|anybody|whoever|whomever)$/i;

function isAnybodys(tree: Tree, token: Token): boolean {
  const above = is(token, "acl:relcl") ? parent(tree, token) : undefined;
  if (above !== undefined && anybody.test(above.form)) return true;
  // "denied that anyone had been hurt" is another matter
  const past = kids(tree, token, "aux", "aux:pass").some((one) =>
    /^(?:had|was|were|has|have)$/i.test(one.form),
  );
  return !past && token.xpos !== "VBD" && kids(tree, token, "nsubj").some((one) => anybody.test(one.form));
}

/** What a work of fiction tells, named in the clause itself. */
function isFiction(tree: Tree, token: Token): boolean {
  return kids(tree, token, "obl").some(
    (one) =>
      /^(?:film|movie|novel|sitcom|opera|musical|comedy|thriller|screenplay)$/.test(one.lemma) &&
      kid(tree, one, "case")?.form.toLowerCase() === "in" &&
      /^VB[PZ]$/.test(token.xpos),
  );
}

/** "Will have left by Friday", "once they return": to come, where "will have seen it" is of what is so already. */
function isDueBy(tree: Tree, token: Token): boolean {
  return (
    kids(tree, token, "obl").some((one) =>
      /^(?:by|before|within|in|until)$/i.test(kid(tree, one, "case")?.form ?? ""),
    ) ||
    kids(tree, token, "advcl").some((one) => until(tree, one) !== undefined) ||
    kids(tree, token, "advmod").some(({ form }) => /^(?:soon|eventually|then|ultimately)$/i.test(form))
  );
}

/** "Would attend in the past", "he will sometimes drive": again and again, unless somebody says so of what is to come. */
function isHabit(tree: Tree, token: Token): boolean {
  const past = kids(tree, token, "obl").some(
    (one) =>
      kid(tree, one, "case")?.lemma === "in" &&
      (one.form.toLowerCase() === "past" ||
        (one.lemma === "day" && kids(tree, one, "det").some(({ form }) => form.toLowerCase() === "those"))),
  );
  if (past || isOnceUpon(tree, token)) return true;
  const whenever = kids(tree, token, "advcl").some(
    (one) =>
      /^(?:VBD|VBN)$/.test(one.xpos) &&
      kids(tree, one, "mark", "advmod").some(({ form }) => /^(?:whenever|while)$/i.test(form)),
  );
  if (whenever && is(first(tree, token), "root")) return true;
  const often = kids(tree, token, "advmod").some((one) =>
    /^(?:occasionally|sometimes|often|frequently|usually|typically)$/i.test(one.form),
  );
  return often && !is(first(tree, token), "ccomp");
}

/** "Before the revolution he would arrest them": what stands first is a time that is over, and no condition stands beside it. */
function isOnceUpon(tree: Tree, token: Token): boolean {
  const would = kids(tree, token, "aux").some(({ form }) => /^would$/i.test(form));
  if (!would || !is(first(tree, token), "root") || kid(tree, token, "advcl") !== undefined) return false;
  return kids(tree, token, "obl").some((one) => {
    const opens = one.i < (kid(tree, token, "nsubj")?.i ?? 0);
    if (!opens) return false;
    const preposition = kid(tree, one, "case")?.form.toLowerCase() ?? "";
    if (/^(?:in|during|until|through)$/.test(preposition) && /^(?:1[89]\d0|20[01]0)s$/.test(one.form))
      return true;
    const noun = one.lemma.toLowerCase();
    return (
      /^(?:before|during|until|throughout)$/.test(preposition) &&
      isDefinite(tree, one) &&
      (unscheduled.has(noun) ||
        /^(?:revolution|independence|occupation|dictatorship|crisis|pandemic|era)$/.test(noun))
    );
  });
}

/** A form of "be" right before "to" and a bare verb; "not" may stand between. */
function isToBe(tree: Tree, token: Token): boolean {
  if ((token.xpos !== "VB" && token.xpos !== "VBN") || token.lemma === "blame") return false;
  const to = kids(tree, token, "mark").find((one) => one.xpos === "TO");
  if (to === undefined) return false;
  // "are to be overhauled": the tree may take the first for the passive's
  const passive = tree.sentence.tokens[to.i + 1]?.form === "be";
  return kids(tree, token, "cop", "aux").some(
    (one) =>
      /^(?:is|are|was|were)$/i.test(one.form) &&
      one.i < to.i &&
      (passive || !is(one, "aux:pass")) &&
      to.i - one.i <= 3,
  );
}

/** "Until the reform is repealed", "once the talks have ended": a present behind a word of time is of what is to come. */
function isYetToCome(tree: Tree, token: Token, form: Form): boolean {
  if (!is(token, "advcl") || /^head/.test(tree.sentence.blockKind) || form.progressive) return false;
  const present = form.tense === "present" || (form.tense === "perfect" && form.aux[0]?.xpos !== "VBD");
  return present && (until(tree, token) !== undefined || isOnceDone(tree, token));
}

/** "After the line is repaired", "as soon as it is". */
function isOnceDone(tree: Tree, clause: Token): boolean {
  return kids(tree, clause, "mark").some(
    ({ form, i }) =>
      /^after$/i.test(form) || (/^as$/i.test(form) && tree.sentence.tokens[i - 1]?.form === "soon"),
  );
}

/** The word of time that leaves what it opens to come where the clause above is still to come. */
export function until(tree: Tree, clause: Token): Token | undefined {
  return kids(tree, clause, "mark", "advmod").find((one) =>
    /^(?:until|till|once|before|when)$/i.test(one.form),
  );
}

function isUnreal({ modal, aux }: Form): boolean {
  const unreal = modal !== undefined && modals[modal.form.toLowerCase()] === "unreal";
  return unreal && !aux.some((one) => one.lemma === "have");
}

/** "nobody", "nothing", "no one", "none", "no soldiers", as subject or object. */
function deniesAll(tree: Tree, token: Token): boolean {
  // "eight were hurt, none fatally"
  if (
    /^none$/i.test(token.form) &&
    /^(?:fatally|seriously|critically)$/i.test(tree.sentence.tokens[token.i + 1]?.form ?? "")
  )
    return false;
  if (/^(nobody|nothing|none|no-one|neither)$/i.test(token.form)) return true;
  return noOn(tree, token) !== undefined;
}

/** "no strikes", "neither side": the word that leaves none. */
export function noOn(tree: Tree, token: Token): Token | undefined {
  return (
    notOne(tree, token) ??
    kids(tree, token, "det", "advmod", "cc:preconj").find(
      (one) =>
        /^(no|neither)$/i.test(one.form) &&
        // "No 7": a number
        !/^\d/.test(tree.sentence.tokens[one.i + 1]?.form ?? ""),
    )
  );
}

/** "Not one village", "not one of them", "not a single shot"; "not one but two" are some. */
function notOne(tree: Tree, noun: Token): Token | undefined {
  const { tokens } = tree.sentence;
  const one = /^one$/i.test(noun.form)
    ? noun
    : kids(tree, noun, "nummod").find(({ form }) => /^one$/i.test(form));
  const single = kids(tree, noun, "amod").some(({ lemma }) => lemma === "single")
    ? kid(tree, noun, "det")
    : undefined;
  const first = one ?? single;
  const not = first === undefined ? undefined : tokens[first.i - 1];
  if (first === undefined || not === undefined || !/^not$/i.test(not.form)) return undefined;
  return tokens[first.i + 1]?.form.toLowerCase() === "but" ? undefined : not;
}

/** "made no attack", "fired no shots" deny the act; "has no doubts" is no act. */
const stative = /^(have|be|see|show|mean|leave|get|know|reflect|face|contain|hold|offer|give|find|make)$/;

function sharesNegation(tree: Tree, token: Token): boolean {
  const or = kids(tree, token, "cc").some((one) => one.lemma === "or" || one.lemma === "nor");
  return or && auxiliaries(tree, token) === auxiliaries(tree, first(tree, token))
    ? true
    : or && kid(tree, token, "aux", "cop", "nsubj") === undefined;
}

/** "Who allegedly shot two guards and stole a van": what is said of the first verb before it holds for both. */
function sharedAdverbs(tree: Tree, token: Token): readonly Token[] {
  if (!is(token, "conj") || token.upos !== "VERB" || kid(tree, token, "nsubj", "mark") !== undefined)
    return [];
  const sure = ({ form }: Token) => {
    const effect = stanceAdverbs[form.toLowerCase()];
    return effect !== undefined && effect !== "denied";
  };
  if (kids(tree, token, "advmod").some(sure)) return [];
  const lead = first(tree, token);
  return lead.upos === "VERB" ? kids(tree, lead, "advmod").filter((one) => one.i < lead.i && sure(one)) : [];
}

/** "Whether rebels attacked the depot or burned the mill", "if they bomb a school and kill children". */
function sharedMark(tree: Tree, token: Token, form: Form): Mark | undefined {
  if (!is(token, "conj") || token.upos !== "VERB" || kid(tree, token, "mark") !== undefined) return undefined;
  const lead = first(tree, token);
  const or = kids(tree, token, "cc").some((one) => /^(?:or|nor)$/i.test(one.form));
  // "if that happened and hundreds died, …": both are supposed
  const supposed = is(lead, "advcl") && token.i < lead.head;
  if (lead.upos !== "VERB" || !(or || supposed || kid(tree, token, "nsubj") === undefined)) return undefined;
  const mark = markOf(tree, lead);
  if (mark === undefined || mark.span.start > lead.start) return undefined;
  if (mark.kind === "denied" && kid(tree, token, "nsubj") !== undefined) return undefined;
  // "without firing a shot and fled": only what has the form of the first is marked with it
  return mark.kind !== "denied" || (form.tense === "gerund" && lead.xpos === token.xpos) ? mark : undefined;
}

/** "Has at no time attacked", "in no way supported", wherever a parse hangs them: the "no" before the verb. */
function neverBefore(tree: Tree, verb: Token): Token | undefined {
  if (verb.upos !== "VERB") return undefined;
  const { tokens } = tree.sentence;
  for (let i = verb.i - 1; i >= Math.max(1, verb.i - 7) && tokens[i]!.upos !== "VERB"; i--) {
    const [before, no, noun] = [tokens[i - 1]!, tokens[i]!, tokens[i + 1]!];
    if (no.form.toLowerCase() === "no" && before.upos === "ADP" && noTimes.test(noun.lemma)) return no;
  }
  return undefined;
}

const noTimes = /^(?:time|point|stage|moment|way|circumstance|account|means)$/;

/** A bare verb without a subject, at the head of its clause; a headline's is a present cut short. */
function isImperative(tree: Tree, token: Token): boolean {
  if (token.xpos !== "VB" || /^head/.test(tree.sentence.blockKind)) return false;
  if (isForbidding(tree, token)) return true;
  if (!is(token, "root", "parataxis", "conj")) return false;
  const lead = first(tree, token);
  return (
    lead.xpos === "VB" &&
    is(lead, "root", "parataxis") &&
    auxiliaries(tree, token).length === 0 &&
    kid(tree, lead, "nsubj", "aux", "mark", "expl") === undefined &&
    kid(tree, token, "nsubj", "mark") === undefined
  );
}

/** "Do not harm them", "don't shoot": an order, that denies nothing. */
function isForbidding(tree: Tree, token: Token): boolean {
  const [aux, ...more] = kids(tree, token, "aux");
  if (aux === undefined || more.length > 0 || !/^(?:do|please)$/i.test(aux.form)) return false;
  const before = tree.sentence.tokens[aux.i - 1];
  const opens =
    before === undefined || /^[,:;.!?“"‘'(\u2013\u2014-]$/.test(before.form) || before.form.endsWith("”");
  return opens && kid(tree, token, "nsubj", "expl") === undefined;
}

/** "Has not been hit as hard as the capital": less so, and yet it was. */
export function isLessSo(tree: Tree, token: Token): boolean {
  return kids(tree, token, "advmod").some(
    (one) =>
      kids(tree, one, "advmod").some(({ form, i }) => /^(?:as|so)$/i.test(form) && i === one.i - 1) &&
      tree.sentence.tokens[one.i + 1]?.form.toLowerCase() === "as",
  );
}

/** "Nothing to protest": there is none. */
function isOfNothing(tree: Tree, token: Token): boolean {
  const above = is(token, "acl") ? parent(tree, token) : undefined;
  return above !== undefined && token.xpos === "VB" && /^(?:nothing|nobody|none|nowhere)$/i.test(above.form);
}

/** "Out of nowhere the guards opened fire." */
function isSudden({ sentence: { tokens } }: Tree, { i, form }: Token): boolean {
  return form.toLowerCase() === "nowhere" && tokens[i - 1]?.lemma === "of";
}

/**
 * "did not leave until Friday", "not until Friday did they leave", "could not be rescued until morning": left then. "Will not be
 * released until Friday" is a plan for that day, and of "officials said they could not leave until Friday" it is open whether
 * they have. Not of what lasts ("did not hold until …").
 */
function untilThen(tree: Tree, token: Token, form: Form): "then" | "open" | undefined {
  if (token.upos !== "VERB" || lasting.has(token.lemma.toLowerCase())) return undefined;
  const what = (tree.children[token.i] ?? []).find((one) =>
    kids(tree, one, "case", "mark").some(({ lemma }) => lemma === "until" || lemma === "till"),
  );
  if (what === undefined) return undefined;
  if (form.modal === undefined) return form.tense === "past" || form.tense === "perfect" ? "then" : undefined;
  const modal = form.modal.form.toLowerCase();
  if (modal === "could") return isToldOutright(tree, token) ? "then" : "open";
  return modals[modal] === "future" && isTimeOfDay(tree, what) ? "then" : undefined;
}

/** "Could not have come at a worse time": it came. */
function isOfBadTiming(tree: Tree, token: Token): boolean {
  if (!/^(?:come|happen|occur|arrive|begin|start)$/.test(token.lemma)) return false;
  return kids(tree, token, "obl").some(
    (one) =>
      /^(?:time|moment|point|hour|juncture)$/.test(one.lemma) &&
      kids(tree, one, "amod").some(
        (word) =>
          /^(?:better|worse)$/i.test(word.form) ||
          kids(tree, word, "advmod").some(({ form }) => /^(?:more|less)$/i.test(form)),
      ),
  );
}

/** By the sentence itself, with nobody in it who says so. */
function isToldOutright(tree: Tree, token: Token): boolean {
  return (
    is(first(tree, token), "root") &&
    !tree.sentence.tokens.some(
      ({ lemma, upos }) => upos === "VERB" && /^(?:say|tell|warn|add|announce|state)$/.test(lemma),
    )
  );
}

/** "Friday", "the end of March", "next week", "6 p.m.": a time by the calendar or the clock, not an act. */
function isTimeOfDay(tree: Tree, noun: Token): boolean {
  const lemma = noun.lemma.toLowerCase();
  if (/^(?:end|start|beginning|middle)$/.test(lemma)) {
    const of = kid(tree, noun, "nmod");
    return of !== undefined && isTimeOfDay(tree, of);
  }
  return (
    weekdays[lemma] !== undefined ||
    months[lemma] !== undefined ||
    /^\d/.test(noun.form) ||
    spells.test(lemma)
  );
}

const spells =
  /^(?:morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk|today|tonight|tomorrow|day|week|weekend|month|year|spring|summer|autumn|winter|mid-\w+)$/;

interface Mark {
  readonly kind: "conditional" | "denied" | "whether";
  readonly span: Span;
}

export function markOf(tree: Tree, token: Token): Mark | undefined {
  for (const one of kids(tree, token, "mark", "case", "advmod", "cc")) {
    const above = parent(tree, token);
    // "far from attacking", "stopped short of invading"
    if (/^(from|of)$/i.test(one.form) && above !== undefined && /^(far|short)$/i.test(above.form))
      return { kind: "denied", span: over([above, one]) };
    const words = [one, ...kids(tree, one, "fixed")];
    const key = words.map((word) => word.form.toLowerCase()).join(" ");
    const kind =
      unrealMarks[key] ?? (is(one, "mark", "case") ? unrealMarks[one.form.toLowerCase()] : undefined);
    if (kind !== undefined) return { kind, span: over(words) };
  }
  return undefined;
}

/** From the first to the last in the text, in whichever order a parse hangs them on one another. */
const over = (words: readonly Token[]): Span => ({
  start: Math.min(...words.map(({ start }) => start)),
  end: Math.max(...words.map(({ end }) => end)),
});

/** A main clause closed by a question mark, told by the sentence itself and not within quotation marks. */
function isQuestion(tree: Tree, token: Token): boolean {
  // "Was the camp attacked?", "Had the army attacked, …": the auxiliary before its subject asks or supposes.
  if (token.upos === "VERB" && isInverted(tree, token)) return true;
  const given = token.upos === "NOUN" && isDefinite(tree, token) && kid(tree, token, "aux") === undefined;
  if (given || !is(token, "root", "conj", "parataxis", "nsubj", "obj", "obl")) return false;
  const head = parent(tree, token);
  if (
    is(token, "nsubj", "obj", "obl") &&
    (token.upos === "PRON" || (head !== undefined && !is(head, "root")))
  )
    return false;
  const { tokens } = tree.sentence;
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - 3); i--)
    if (tokens[i]!.form === "?") return true;
  return false;
}

function isInverted(tree: Tree, { i }: Token): boolean {
  const { tokens } = tree.sentence;
  const first = tokens[0];
  if (first === undefined || first.upos !== "AUX" || i > 8) return false;
  if (/^had$/i.test(first.form)) return tokens.findIndex((one) => one.form === ",") > i;
  return (
    tokens.at(-1)?.form === "?" && !tokens.slice(1, i).some((one) => one.upos === "VERB" || one.form === ",")
  );
}
