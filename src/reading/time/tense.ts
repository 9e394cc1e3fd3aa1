/** The tense of the clause around a time: on which side of the report's own day it lies. */
import { timetabledVerbs } from "../../language/en/outlook.ts";
import { appointedNouns } from "../../language/en/time-words.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import { clauseOf, is, kid, kids, parent, type Tree, treeOf, upward } from "../tree.ts";
import type { Match } from "./meaning.ts";

/** "until": no verb, but the words before say that it is yet to come ("until Friday", "effective Feb. 1"). */
export type Tense = "past" | "future" | "could" | "until" | "none";

const futureModals = new Set([
  "will",
  "shall",
  "'ll",
  "’ll",
  "wo",
  "would",
  "may",
  "might",
  "should",
  "must",
]);

/** "could not be found Wednesday", "could meet in May": of the past or of what is to come. */
const openModals = new Set(["could", "can"]);

const planVerbs = new Set([
  "plan",
  "expect",
  "schedule",
  "hope",
  "intend",
  "set",
  "slate",
  "due",
  "want",
  "aim",
  "prepare",
  "begin",
  "start",
  "likely",
  "agree",
  "decide",
  "decision",
  "promise",
  "vow",
  "urge",
  "ask",
  "need",
  "have",
  "go",
]);

/** Verbs whose date is still to come when they are told: "scheduled a hearing Thursday", "postponed it until Friday". */
const settingVerbs = new Set([
  "schedule",
  "plan",
  "slate",
  "postpone",
  "delay",
  "extend",
  "reschedule",
  "set",
]);

const isAwaited = ({ lemma, form }: Token) => lemma === "expect" || /^(?:due|likely|set|bound)$/i.test(form);

const isSet = (token: Token) => settingVerbs.has(token.lemma) && token.xpos === "VBN";

const untilWords =
  /\b(?:until|till|as soon as|no later than|effective|as early as|deadline of)\s+(?:about |early |mid-|late )?$/i;

/** The tense of the clause around a time, as far as the tree tells. */
export function tenseAt(text: string, sentence: Sentence, { start: offset, meaning }: Match): Tense {
  const before = text.slice(Math.max(sentence.start, offset - 24), offset);
  // "Until Thursday, they had not …" tells of what was.
  if (untilWords.test(before) && !/\bUntil /.test(before))
    return isNotUntil(sentence, offset) ? "past" : "until";
  if (/\bsince\s+(?:the |last )?$/i.test(before)) return "past";
  const token = sentence.tokens.find((one) => one.end > offset);
  if (token === undefined) return "none";
  const tree = treeOf(sentence);
  if (isAwaitedDay(tree, token, before)) return "future";
  if (isOver(tree, token)) return "past";
  if (meaning.kind === "weekday" && isAppointed(tree, token)) return "future";
  // "the slated visit in September"
  if (
    upward(tree, token)
      .slice(0, 3)
      .some((one) => one.upos === "NOUN" && kids(tree, one, "amod").some(isSet))
  )
    return "future";
  let verb: Token | undefined = clauseOf(tree, token);
  for (let steps = 0; verb !== undefined && steps < 4; steps++) {
    const helpers = kids(tree, verb, "aux", "cop");
    // "is due by Friday", "is expected on Monday"
    if (isAwaited(verb) && helpers.some((one) => /^VB[ZP]$/.test(one.xpos) && one.lemma === "be"))
      return "future";
    // "the offer announced Friday": a participle without "to be" tells of what was.
    if (verb.xpos === "VBN" && is(verb, "acl") && helpers.length === 0)
      return settingVerbs.has(verb.lemma) ? "future" : "past";
    if (settingVerbs.has(verb.lemma) && verb.upos === "VERB") return "future";
    if (
      helpers.some(
        (one) => futureModals.has(one.lemma.toLowerCase()) || futureModals.has(one.form.toLowerCase()),
      )
    )
      return "future";
    if (
      helpers.some((one) => openModals.has(one.lemma.toLowerCase()) || openModals.has(one.form.toLowerCase()))
    )
      return "could";
    if (helpers.some((one) => one.xpos === "VBD" || one.lemma === "have")) return "past";
    if (verb.xpos === "VBD") return "past";
    const infinitive = kids(tree, verb, "mark").some((one) => one.form.toLowerCase() === "to");
    const above: Token | undefined = parent(tree, verb);
    if (infinitive)
      return above === undefined ||
        planVerbs.has(above.lemma) ||
        above.upos === "NOUN" ||
        above.upos === "ADJ"
        ? "future"
        : tenseOf(above);
    // a date without its year is nearest to now, which is as a rule the right one
    if (meaning.kind === "weekday" && isTimetabled(tree, verb, token)) return "future";
    if (verb.xpos === "VBZ" || verb.xpos === "VBP") return "none";
    if (helpers.some((one) => one.xpos === "VBZ" || one.xpos === "VBP")) return "none";
    verb = above === undefined ? undefined : clauseOf(tree, above);
    if (verb?.i === token.i) break;
  }
  return "none";
}

/** "Did not search the depot until October": it did then. */
function isNotUntil(sentence: Sentence, offset: number): boolean {
  const token = sentence.tokens.find((one) => one.end > offset);
  if (token === undefined) return false;
  const tree = treeOf(sentence);
  const verb = clauseOf(tree, token);
  return (
    verb.upos === "VERB" &&
    !isAwaited(verb) &&
    kids(tree, verb, "aux").some((one) => /^(?:did|had)$/i.test(one.form)) &&
    kids(tree, verb, "advmod").some((one) => /^(?:not|n['’]t|never)$/i.test(one.form))
  );
}

const timetables = new Set(timetabledVerbs.split(" "));

/** "The trial begins on Monday", "voters go to the polls on Sunday", "the runoff is on Sunday": the present of a timetable. */
function isTimetabled(tree: Tree, verb: Token, day: Token): boolean {
  if (/^head/.test(tree.sentence.blockKind)) return false;
  const subject = kid(tree, verb, "nsubj");
  if (subject === undefined) return false;
  if (verb === day || kid(tree, verb, "cop") !== undefined) {
    const is = kids(tree, verb, "cop").some((one) => /^(?:is|are)$/i.test(one.form));
    return is && verb === day && appointedNouns.has(subject.lemma.toLowerCase());
  }
  if (!/^VB[PZ]?$/.test(verb.xpos) || kid(tree, verb, "aux", "aux:pass") !== undefined) return false;
  if (verb.xpos === "VB" && kid(tree, verb, "mark") !== undefined) return false;
  const above = parent(tree, day);
  const own =
    above === verb ||
    (above !== undefined && is(day, "nmod") && is(above, "obl") && parent(tree, above) === verb);
  if (!own || day.i < verb.i) return false;
  // "leaves home on Sundays", "the shop opens on Mondays": what is done every week
  if (/s$/i.test(day.form) && !/day$/i.test(day.form)) return false;
  return (
    timetables.has(verb.lemma.toLowerCase()) ||
    (verb.lemma === "take" && kid(tree, verb, "obj")?.lemma === "place") ||
    (verb.lemma === "go" && kids(tree, verb, "obl").some((one) => /^(?:poll|trial)$/.test(one.lemma)))
  );
}

/** "Ahead of Sunday's referendum": held on a day to come. */
function isAwaitedDay(tree: Tree, day: Token, before: string): boolean {
  const noun = is(day, "nmod:poss", "compound") ? parent(tree, day) : undefined;
  if (noun === undefined || !appointedNouns.has(noun.lemma.toLowerCase())) return false;
  return /\b(?:ahead of|in the run-up to)\s+(?:the )?$/i.test(before);
}

/** "Monday's violence": what is named by its day has been, unless such things are held on a day to come. */
function isOver(tree: Tree, day: Token): boolean {
  if (kid(tree, day, "case")?.xpos !== "POS" || !is(day, "nmod:poss")) return false;
  const noun = parent(tree, day);
  return noun !== undefined && !appointedNouns.has(noun.lemma.toLowerCase());
}

/** "Called a protest for Friday": what is held on a day that is known before, for that day. */
function isAppointed(tree: Tree, day: Token): boolean {
  const above = parent(tree, day);
  if (above === undefined || kid(tree, day, "case")?.form.toLowerCase() !== "for") return false;
  // "a march on the government quarter for Sunday": of the noun, or of one above it
  const held = upward(tree, above).slice(0, 3);
  return [...held, ...kids(tree, above, "obj", "nsubj:pass")].some(
    (one) => one.upos === "NOUN" && appointedNouns.has(one.lemma.toLowerCase()),
  );
}

const tenseOf = (token: Token): Tense => (token.xpos === "VBD" || token.xpos === "VBN" ? "past" : "none");
