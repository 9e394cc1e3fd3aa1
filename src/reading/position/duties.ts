/**
 * What somebody in office says that another must or should do ("said the rebels must lay down their arms", "there can be no
 * talks"), or insists that he do: stands for it, or against what must end or not be.
 */
import { institutionNouns } from "../../language/en/actors.ts";
import { cueClasses } from "../../language/en/cues.ts";
import { stativeVerbs } from "../../language/en/open-acts.ts";
import { advisedNouns, likelyVerbs, repealingVerbs } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { doers } from "../event/roles.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { standingOf } from "../status.ts";
import { is, isNegated, kid, kids, subtree, type Tree } from "../tree.ts";
import { isActNoun, namesAct } from "./proposals.ts";
import type { Stand } from "./stand.ts";

const advised = new Set(advisedNouns.split(" "));
const likely = new Set(likelyVerbs.split(" "));
const statives = new Set(stativeVerbs.split(/\s+/));
const repealing = new Set(repealingVerbs.split(" "));

export function fromDuty(tree: Tree, word: Token): Stand | undefined {
  if (word.upos !== "VERB") return undefined;
  return fromThere(tree, word) ?? fromOwed(tree, word) ?? fromInsistence(tree, word);
}

/** "There can be no talks", "there must be an inquiry". */
function fromThere(tree: Tree, word: Token): Stand | undefined {
  if (word.lemma !== "be" || kid(tree, word, "expl")?.form.toLowerCase() !== "there") return undefined;
  const modal = modalOn(tree, word, /^(?:can|must|should|will)$/i);
  const thing = kid(tree, word, "nsubj", "obj");
  if (kids(tree, word, "aux").some((one) => one.lemma === "have")) return undefined;
  if (modal === undefined || thing === undefined || thing.upos !== "NOUN" || !isActNoun(tree, thing))
    return undefined;
  const no = kids(tree, thing, "det").find((one) => /^no$/i.test(one.form));
  if (no === undefined && (isNegated(tree, word) || !/^(?:must|should)$/i.test(modal.form))) return undefined;
  // how a case stands, and no stand
  if (/^(?:charge|arrest|trial|delay|change)$/.test(thing.lemma.toLowerCase())) return undefined;
  const proposal = subtree(
    tree,
    thing,
    (one) => one === no || (one.head === thing.i && is(one, "punct", "advcl")),
  );
  return { word, holders: [], stance: no === undefined ? "supports" : "opposes", proposal, ...spoken };
}

const spoken = { saying: false, spoken: true, ofOffice: true } as const;

/** "The rebels must disarm": an act that another owes, never what is only likely or what the public is advised. */
function fromOwed(tree: Tree, word: Token): Stand | undefined {
  if (!is(word, "root", "ccomp", "conj", "parataxis")) return undefined;
  const modal = modalOn(tree, word, /^(?:must|should)$/i);
  const lemma = word.lemma.toLowerCase();
  if (modal === undefined || (statives.has(lemma) && !leaves.test(lemma)) || isCue(tree, word))
    return undefined;
  // "should have gone" blames for what was not
  if (kids(tree, word, "aux").some((one) => one.lemma === "have")) return undefined;
  // "to say when the aid must be cut", "how officers should store them"
  if (
    kids(tree, word, "advmod", "mark").some(
      ({ form, i }) => i < word.i && /^(?:when|how|where|why)$/i.test(form),
    )
  )
    return undefined;
  if (/^should$/i.test(modal.form) && likely.has(lemma)) return undefined;
  const subject = kid(tree, word, "nsubj", "nsubj:pass");
  if (subject === undefined || !/^(?:NOUN|PROPN)$/.test(subject.upos)) return undefined;
  if (advised.has(subject.lemma.toLowerCase())) return undefined;
  const passive = is(subject, "nsubj:pass");
  // "the war must end", "the shelling should stop"
  if (!passive && /^(?:end|stop|cease)$/.test(lemma) && isActNoun(tree, subject) && !isNegated(tree, word))
    return kid(tree, word, "obj", "xcomp") === undefined
      ? { word, holders: [], stance: "opposes", proposal: subject, ...spoken }
      : undefined;
  if (passive && repealing.has(lemma)) return undefined;
  const party =
    subject.upos === "PROPN" ||
    isPersonNoun(subject) ||
    institutionNouns[subject.lemma.toLowerCase()] !== undefined ||
    parties.test(subject.lemma);
  if (!party && !namesAct(tree, word)) return undefined;
  if (
    !passive &&
    !namesAct(tree, word) &&
    !leaves.test(lemma) &&
    kid(tree, word, "obj", "xcomp") === undefined
  )
    return undefined;
  const proposal = subtree(
    tree,
    word,
    (one) =>
      is(one, "parataxis", "discourse") ||
      (one.head === word.i &&
        (is(one, "cc", "conj", "punct") ||
          (is(one, "advcl") && one.i > word.i) ||
          (one.i < subject.i && is(one, "mark", "advmod", "obl", "advcl")))),
  );
  return { word, holders: [], stance: "supports", proposal, ...spoken };
}

/** "Lay out", never "lay down their arms". */
function isCue(tree: Tree, word: Token): boolean {
  return cueClasses(word.lemma.toLowerCase()).length > 0 && kid(tree, word, "compound:prt") === undefined;
}

const parties =
  /^(?:government|army|military|police|regime|council|parliament|congress|party|union|group|side|court|ministry|company|administration|force|alliance|bank)$/;
const leaves =
  /^(?:go|leave|resign|quit|withdraw|retreat|disarm|surrender|negotiate|apologise|apologize|act|intervene)$/;

/** "Insisted that the troops leave": what is insisted on is no fact, and stands in the base form. */
function fromInsistence(tree: Tree, word: Token): Stand | undefined {
  if (!/^(?:insist|ask|propose|recommend)$/.test(word.lemma)) return undefined;
  const act = kid(tree, word, "ccomp");
  if (act === undefined || act.upos !== "VERB" || kid(tree, act, "aux", "cop") !== undefined)
    return undefined;
  const subject = kid(tree, act, "nsubj");
  // "insisted that the troops leave" reads like a present where its subject is many; who insists in the past tells no present
  const base = act.form.toLowerCase() === act.lemma.toLowerCase() && word.xpos === "VBD";
  if (!base || subject === undefined || !kids(tree, act, "mark").some(({ form }) => form === "that"))
    return undefined;
  if (standingOf(tree, word).polarity === "denied" || !/^(?:NOUN|PROPN)$/.test(subject.upos))
    return undefined;
  return { word, holders: doers(tree, word), stance: "supports", proposal: act, saying: true };
}

function modalOn(tree: Tree, word: Token, modals: RegExp): Token | undefined {
  return kids(tree, word, "aux").find((one) => one.xpos === "MD" && modals.test(one.form));
}
