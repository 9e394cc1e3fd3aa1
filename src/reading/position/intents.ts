/** "Does not intend to", "the intent is not to", "will not send troops", "the ministry's preference". */

import { cueClasses } from "../../language/en/cues.ts";
import { stativeVerbs } from "../../language/en/open-acts.ts";
import { keptBack } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { doers } from "../event/roles.ts";
import { isPersonNoun, nameType } from "../event/triggers.ts";
import { attitudeOf, standingOf } from "../status.ts";
import { is, kid, kids, parent, type Tree, upward } from "../tree.ts";
import { hasCondition } from "./conditions.ts";
import { isActNoun, namesAct } from "./proposals.ts";
import type { Stand } from "./stand.ts";

export function fromIntent(tree: Tree, word: Token): Stand | undefined {
  if (word.upos === "VERB") {
    const weighs = /^(consider|contemplate|weigh|prepare|plan)$/.test(word.lemma);
    const content =
      kid(tree, word, "xcomp", "ccomp") ?? (weighs ? kid(tree, word, "obj", "nsubj:pass") : undefined);
    if (content === undefined || (content.upos === "NOUN" && !isActNoun(tree, content))) return undefined;
    // "we don't want the athletes to pay": what another is not to do is no intent of one's own
    if (content.upos === "VERB" && kid(tree, word, "obj") !== undefined) return undefined;
    // "we are not going to be able to try to save": what one is or can is nothing intended
    const can = is(word, "xcomp") && parent(tree, word)?.upos === "ADJ";
    if (can || content.upos === "ADJ") return undefined;
    const attitude = attitudeOf(tree, word);
    const plans =
      attitude !== undefined &&
      (attitude.name === "plan" ||
        attitude.name === "mean" ||
        weighs ||
        /^(seek|want|look|try|aim)$/.test(word.lemma));
    if (!plans || standingOf(tree, word).polarity !== "denied" || !isNegated(tree, word)) return undefined;
    // "did not try to": what was not tried once is no intent
    if (/^(?:seek|want|look|try|aim)$/.test(word.lemma) && isPast(tree, word)) return undefined;
    // "has not decided whether to": neither yes nor no.
    const undecided = kids(tree, content, "mark").some((one) => /^(whether|if)$/i.test(one.form));
    const stance = undecided ? "open" : "denies-intending";
    // "a refusal was not being contemplated": whose thought that is only who says so can tell
    const holders = doers(tree, word).filter((one) => one.i !== content.i);
    const spoken = is(content, "nsubj:pass") && holders.length === 0;
    return {
      word,
      holders,
      stance,
      proposal: content,
      saying: false,
      ofOffice: true,
      ...(/^(?:want|look|try)$/.test(word.lemma) ? { official: true as const } : {}),
      ...(spoken ? { spoken: true as const } : {}),
    };
  }
  const preferred = fromPreference(tree, word);
  if (preferred !== undefined) return preferred;
  if (
    word.upos !== "NOUN" ||
    !/^(intention|intent|plan|aim|goal|objective|purpose|desire|interest|wish|ambition)$/.test(word.lemma)
  )
    return undefined;
  // "no plans for him to work there": to work there, not him
  const content =
    kid(tree, word, "acl") ??
    kids(tree, word, "nmod").find(
      (one) => one.upos !== "PRON" && !isPersonNoun(one) && nameType(tree, one) !== "PER",
    );
  const verb = parent(tree, word);
  const negated = isNegated(tree, word) || (verb !== undefined && isNegated(tree, verb));
  if (content !== undefined && negated && standingOf(tree, word).polarity === "denied") {
    const owner = kids(tree, word, "nmod:poss");
    const holders =
      owner.length > 0
        ? owner
        : verb === undefined
          ? []
          : doers(tree, verb).filter((one) => one.i !== word.i);
    return { word, holders, stance: "denies-intending", proposal: content, saying: false, ofOffice: true };
  }
  // "the intent is not to destabilise …": the infinitive is the predicate.
  if (
    verb !== undefined &&
    is(word, "nsubj") &&
    kid(tree, verb, "cop") !== undefined &&
    standingOf(tree, verb).polarity === "denied" &&
    kids(tree, verb, "mark").some((one) => one.lemma === "to")
  )
    return {
      word,
      holders: kids(tree, word, "nmod:poss"),
      stance: "denies-intending",
      proposal: verb,
      saying: false,
    };
  return undefined;
}

/** Its own "not", a subject that is nobody, or a verb above that denies it; not a joke or a doubt about it. */
function isNegated(tree: Tree, word: Token): boolean {
  const no = (one: Token) => /^(?:not|n['’]t|never|no|nor|neither|hardly)$/i.test(one.form);
  const own = (one: Token) =>
    kids(tree, one, "advmod", "cc", "cc:preconj", "det").some(
      (mark) => no(mark) || /^longer$/i.test(mark.form),
    ) || kids(tree, one, "nsubj").some((subject) => no(subject) || kids(tree, subject, "det").some(no));
  const lead = is(word, "conj") ? parent(tree, word) : undefined;
  if (own(word) || (lead !== undefined && own(lead))) return true;
  return upward(tree, word).some(
    (one) => /^(?:deny|reject|dispute|dismiss|refute)$/.test(one.lemma) || (one !== word && own(one)),
  );
}

const isPast = (tree: Tree, word: Token) =>
  word.xpos === "VBD" || kids(tree, word, "aux").some((one) => /^(?:did|had|was|were)$/i.test(one.form));

const kept = new Set(keptBack.split(" "));

const befalls =
  /^(?:survive|win|lose|succeed|fail|last|die|escape|forget|suffer|cost|hurt|fall|collapse|descend|sink|slide|slip|plunge|drift|score|become|emerge|benefit|gain|profit|face|thrive|flourish|grow|shrink|rise|struggle|recover|boom|bust|miss)$/;

export function fromRefusal(tree: Tree, word: Token): Stand | undefined {
  if (word.upos !== "VERB" || !is(word, "root", "ccomp", "conj", "parataxis")) return undefined;
  const modal = kids(tree, word, "aux").find(
    (one) => one.xpos === "MD" && /^(will|wo|'ll|’ll|would|shall)$/i.test(one.form),
  );
  const shared =
    modal ??
    (is(word, "conj")
      ? kids(tree, parent(tree, word) ?? word, "aux").find((one) => /^(will|wo)$/i.test(one.form))
      : undefined);
  if (shared === undefined || standingOf(tree, word).polarity !== "denied") return undefined;
  if (/^(be|have|know|say|comment|need|happen|matter|see|tell|want|discuss|speak|rule)$/.test(word.lemma))
    return undefined;
  // "would not give details": what is not said is no stand
  if (kids(tree, word, "obj").some((one) => kept.has(one.lemma.toLowerCase()))) return undefined;
  // what one will not have done to oneself is no plan of one's own
  if (kid(tree, word, "nsubj:pass", "aux:pass") !== undefined) return undefined;
  // "never would have passed" tells of what was not
  if (kids(tree, word, "aux").some((one) => one.lemma === "have")) return undefined;
  if (!namesAct(tree, word) && !isDeed(word)) return undefined;
  // what becomes of one is no matter of one's will
  if (befalls.test(word.lemma)) return undefined;
  const holders = doers(tree, word);
  if (!holders.some((one) => one.upos === "PROPN" || one.upos === "PRON" || one.upos === "NOUN"))
    return undefined;
  const stance = standingOf(tree, word).conditional ? "conditional" : "denies-intending";
  return { word, holders, stance, proposal: word, saying: false, official: true };
}

/** "Would allow convoys provided that …", "will release them if …": what somebody would do on a condition. */
export function fromOffer(tree: Tree, word: Token): Stand | undefined {
  if (word.upos !== "VERB" || !is(word, "root", "ccomp", "conj", "parataxis")) return undefined;
  const modal = kids(tree, word, "aux").some((one) => /^(?:will|'ll|’ll|would|shall)$/i.test(one.form));
  if (!modal || !hasCondition(tree, word) || kid(tree, word, "nsubj:pass", "aux:pass") !== undefined)
    return undefined;
  if (kids(tree, word, "aux").some((one) => one.lemma === "have")) return undefined;
  if (standingOf(tree, word).polarity !== "affirmed" || befalls.test(word.lemma)) return undefined;
  // "if the mission went ahead, troops would likely come from the coast": a forecast, and nobody's offer
  if (kids(tree, word, "advmod").some(({ lemma }) => forecast.test(lemma))) return undefined;
  if (!namesAct(tree, word) && !isDeed(word)) return undefined;
  const holders = doers(tree, word);
  if (!holders.some((one) => /^(?:PROPN|PRON|NOUN)$/.test(one.upos))) return undefined;
  return { word, holders, stance: "conditional", proposal: word, saying: false, official: true };
}

const forecast = /^(?:likely|probably|possibly|perhaps|presumably|inevitably|surely|certainly|almost)$/i;

const statives = new Set(stativeVerbs.split(/\s+/));

/** Something to do, not to be, say or think. */
function isDeed({ lemma }: Token): boolean {
  return !statives.has(lemma.toLowerCase()) && cueClasses(lemma.toLowerCase()).length === 0;
}

function fromPreference(tree: Tree, word: Token): Stand | undefined {
  if (!/^(preference|demand|wish|request|plea)$/.test(word.lemma)) return undefined;
  const verb = kid(tree, word, "cop") === undefined ? parent(tree, word) : word;
  if (verb === undefined || !(verb === word || /^(be|remain)$/.test(verb.lemma))) return undefined;
  if (standingOf(tree, verb).polarity === "denied") return undefined;
  const holders = kids(tree, word, "nmod:poss");
  const clause = [
    ...kids(tree, word, "acl", "ccomp", "csubj", "advcl"),
    ...kids(tree, verb, "ccomp", "csubj", "advcl"),
  ].find((one) => one.i > word.i && kids(tree, one, "mark").some((mark) => mark.form === "that"));
  if (holders.length === 0 || clause === undefined) return undefined;
  return { word, holders, stance: "supports", proposal: clause, saying: false };
}
