/**
 * Acts told by a noun that took place, or go on, whatever stands above: "to solve a shooting that left two dead", "alive after a
 * shooting", "the recent attacks will not deter her", "fearful that the revolt would spread".
 */
import { enduring, unscheduled } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Stage } from "../../model/status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import { first, formOf } from "./form.ts";
import { isReal, type Standing } from "./standing.ts";

type Known = (token: Token) => Standing;

/** The noun's standing, given or as it was. */
export function asGiven(tree: Tree, noun: Token, standing: Standing, known: Known): Standing {
  if (noun.upos !== "NOUN" || standing.polarity !== "affirmed") return standing;
  if (isReal(standing) && standing.stage !== undefined && standing.certainty === "asserted") return standing;
  const stage = stageGiven(tree, noun, standing, known);
  if (stage === undefined) return standing;
  return { ...standing, stage, certainty: "asserted", future: false, conditional: false, under: [] };
}

function stageGiven(tree: Tree, noun: Token, standing: Standing, known: Known): Stage | undefined {
  if (kids(tree, noun, "det").some(({ form }) => /^(?:any|every|no|another|such)$/i.test(form)))
    return undefined;
  const byClause =
    isSupposed(tree, standing) || isMeant(tree, noun) ? undefined : clauseStage(tree, noun, known);
  if (byClause !== undefined) return byClause;
  const byAdjective = adjectiveStage(tree, noun, standing);
  if (byAdjective !== undefined) return byAdjective;
  if (isAnswered(tree, noun)) return "done";
  if (!unscheduled.has(noun.lemma.toLowerCase()) || hasAttitude(tree, noun)) return undefined;
  if (isKnownObject(tree, noun)) return "under-way";
  return isPastCause(tree, noun) || isDeed(tree, noun) ? "done" : subjectStage(tree, noun);
}

/** Whether "would", "could", "may" or "if" stands above: "there would be an attack that killed hundreds". */
function isSupposed(tree: Tree, standing: Standing): boolean {
  return (
    standing.conditional ||
    tree.sentence.tokens.some(
      ({ start, form }) =>
        /^(?:would|could|may|might|if|['’]d)$/i.test(form) &&
        standing.carriers.some((one) => one.start === start),
    )
  );
}

/** "The threat of an invasion that led them to yield": the clause may be the threat's. */
function isMeant(tree: Tree, noun: Token): boolean {
  const above = is(noun, "nmod") ? parent(tree, noun) : undefined;
  return /^(?:threaten|plan|discuss|fear|want|announce|authorise)$/.test(
    (above === undefined ? undefined : attitudeOf(tree, above)?.name) ?? "",
  );
}

/** "A shooting that left two dead", "an offensive that is taking place". */
function clauseStage(tree: Tree, noun: Token, known: Known): Stage | undefined {
  for (const verb of kids(tree, noun, "acl:relcl")) {
    const who = kid(tree, verb, "nsubj");
    if (who === undefined || !/^(?:that|which)$/i.test(who.form)) continue;
    const attitude = attitudeOf(tree, verb)?.name;
    if (attitude !== undefined && !/^(?:occur|cause|carry out|force|begin)$/.test(attitude)) continue;
    const form = formOf(tree, verb);
    const own = known(verb);
    if (own.polarity !== "affirmed" || own.certainty !== "asserted" || own.future) continue;
    if (form.progressive && form.tense === "present") return "under-way";
    if (form.tense === "past" || form.tense === "perfect") return own.stage === "done" ? "done" : own.stage;
  }
  return undefined;
}

/** "The recent attacks", "a two-week-long revolt". */
function adjectiveStage(tree: Tree, noun: Token, { under }: Standing): Stage | undefined {
  for (const one of kids(tree, noun, "amod", "compound")) {
    if (/^(?:recent|previous|earlier)$/i.test(one.form)) return "done";
    // "the latest strike is planned for May"
    if (/^latest$/i.test(one.form) && under.length === 0) return "done";
    const joined = tree.sentence.tokens[one.i - 1]?.form === "-" || one.form.includes("-");
    if (joined && /(?:^|-)(?:long|old)$/i.test(one.form)) return "under-way";
    // "their four-month campaign"; "plans a two-day strike"
    if (joined && /(?:^|-)(?:day|week|month|year)$/i.test(one.form) && ownedBy(tree, noun))
      return "under-way";
  }
  return undefined;
}

const ownedBy = (tree: Tree, noun: Token) => kid(tree, noun, "nmod:poss") !== undefined;

/** "Planned attack", "a threat of violence": what is meant or feared is no cause. */
function hasAttitude(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "amod", "compound").some((one) => attitudeOf(tree, one) !== undefined);
}

/** "The", "this", "its", "Sunday's" raid; "such a raid" and "all-out war" are none that is known. */
export function isKnown(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "det", "nmod:poss").some(
    (one) => is(one, "nmod:poss") || /^(?:the|this|that|these|those)$/i.test(one.form),
  );
}

const before = /^(?:after|following|since|despite|amid|amidst|because|due)$/;

/** "Grateful to be alive after a shooting": not "would step in after a shooting", "stays away after a shooting". */
function isPastCause(tree: Tree, noun: Token): boolean {
  if (!is(noun, "obl", "nmod", "obj")) return false;
  const preposition = kid(tree, noun, "case")?.form.toLowerCase() ?? "";
  if (!before.test(preposition)) return false;
  if (isKnown(tree, noun) || kid(tree, noun, "nmod", "nummod", "acl") !== undefined) return true;
  for (
    let at = parent(tree, noun), steps = 0;
    at !== undefined && steps < 8;
    at = parent(tree, at), steps++
  ) {
    const { modal, finite, tense } = formOf(tree, at);
    if (modal !== undefined) return false;
    if (finite) return tense !== "present" || kid(tree, at, "cop") !== undefined;
  }
  return true;
}

/** "Vowed to strike back for an attack", "revenge for the killings": what is answered took place. */
function isAnswered(tree: Tree, noun: Token): boolean {
  if (!is(noun, "obl", "nmod", "obj") || kid(tree, noun, "case")?.form.toLowerCase() !== "for") return false;
  const above = parent(tree, noun);
  if (above === undefined) return false;
  if (/^(?:retaliat|reveng|aveng|repris|punish|vengeance|payback|retribut)/.test(above.lemma)) return true;
  return /^(?:strike|hit)$/.test(above.lemma) && kids(tree, above).some(({ lemma }) => lemma === "back");
}

/** "Who could have committed the murders": whoever did. */
function isDeed(tree: Tree, noun: Token): boolean {
  const verb = is(noun, "obj", "nsubj:pass") ? parent(tree, noun) : undefined;
  if (verb === undefined || !/^(?:commit|perpetrate)$/.test(verb.lemma) || !isKnown(tree, noun)) return false;
  return verb.xpos === "VBN" || verb.xpos === "VBD";
}

const strife = /^(?:war|conflict|fighting|uprising|revolt|rebellion|unrest|violence|bloodshed)$/;

/** "To help the uprising", "ill-equipped to escalate the war": there is one, but in "to start the war", "prevent the war". */
function isKnownObject(tree: Tree, noun: Token): boolean {
  const verb = is(noun, "obj") && strife.test(noun.lemma) ? parent(tree, noun) : undefined;
  if (verb?.upos !== "VERB" || !isKnown(tree, noun) || kid(tree, noun, "acl") !== undefined) return false;
  const name = attitudeOf(tree, verb)?.name;
  const then = kid(tree, verb, "xcomp") ?? (name === "expect" ? kid(tree, verb, "advcl") : undefined);
  // "expects the war to cut exports"
  if (then !== undefined) return name === "expect" && !comesAbout(tree, then);
  return name === undefined || going.test(verb.lemma);
}

const going = /^(?:help|escalate|continue|sustain|intensify|expand|follow)$/;

/** "The Lisse attack will change nothing", "feared that the revolt would spread"; of "the attack will begin" it is the attack that is to come. */
function subjectStage(tree: Tree, noun: Token): Stage | undefined {
  const subject = first(tree, noun);
  const verb = is(subject, "nsubj") && !is(subject, "nsubj:pass") ? parent(tree, subject) : undefined;
  if (verb === undefined || verb.i < noun.i) return undefined;
  // "attacks are likely to slow"
  const then = verb.upos === "ADJ" || verb.upos === "ADV" ? kid(tree, verb, "xcomp") : undefined;
  if (then !== undefined && noun.xpos === "NNS" && lessening.test(then.lemma)) return "under-way";
  if (!isKnown(tree, noun)) return undefined;
  if (enduring.has(verb.lemma.toLowerCase())) return "under-way";
  const likely = verb.upos === "ADJ" || verb.upos === "ADV" ? kid(tree, verb, "xcomp") : undefined;
  if (likely !== undefined) return comesAbout(tree, likely) ? undefined : "done";
  const named =
    kids(tree, noun, "compound", "nmod:poss").some(({ upos }) => upos === "PROPN") ||
    kids(tree, noun, "det").some(({ form }) => /^(?:this|these|those)$/i.test(form));
  return named && !comesAbout(tree, verb) ? "done" : undefined;
}

const lessening =
  /^(?:slow|ease|abate|subside|diminish|continue|intensify|escalate|worsen|persist|decrease)$/;

function comesAbout(tree: Tree, verb: Token): boolean {
  const name = attitudeOf(tree, verb)?.name ?? "";
  if (/^(?:end|begin|carry out)$/.test(name)) return kid(tree, verb, "obj") === undefined;
  return verb.lemma === "be" || /^(?:occur|consist|call off|postpone|want)$/.test(name);
}
