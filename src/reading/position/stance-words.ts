import {
  endingNouns,
  noProposals,
  noticeVerbs,
  repealingVerbs,
  type StanceClass,
  stanceClasses,
  voicingVerbs,
} from "../../language/en/stances.ts";
import { units } from "../../language/en/time-words.ts";
import type { Stance } from "../../model/finding.ts";
import type { Token } from "../../model/sentence.ts";
import { doers, withConjuncts } from "../event/roles.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { type Standing, standingOf } from "../status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { lemmaFinder } from "../words/lemma.ts";
import { stemsOf } from "../words/per-word.ts";
import { hasCondition, isToInfinitive } from "./conditions.ts";
import { asking, isActNoun, isParty, isProposal } from "./proposals.ts";
import type { Stand } from "./stand.ts";

const tables = { verbs: index("verbs"), nouns: index("nouns"), adjectives: index("adjectives") };

export function index(part: "verbs" | "nouns" | "adjectives"): ReadonlyMap<string, StanceClass> {
  const map = new Map<string, StanceClass>();
  for (const one of stanceClasses)
    for (const key of (one[part] ?? "").split(" ")) if (key !== "" && !map.has(key)) map.set(key, one);
  return map;
}

export function fromStanceWord(tree: Tree, word: Token): Stand | undefined {
  if (is(word, "amod", "compound", "case")) return undefined;
  const part = partOf(tree, word);
  if (part === undefined) return undefined;
  const match = stanceOf(tree, word, part);
  if (match === undefined) return undefined;
  const { found } = match;
  const proposal =
    match.proposal === undefined ? undefined : (heldAgainst(tree, word, match) ?? match.proposal);
  if (proposal === undefined || !isProposal(tree, proposal, found)) return undefined;
  // "spoke to the envoy for advice": why they spoke
  const spokeTo =
    stemOf(word) === "speak" &&
    kids(tree, word, "obl").some((one) => /^(?:to|with)$/i.test(kid(tree, one, "case")?.form ?? ""));
  if (spokeTo || isCharged(tree, word) || isEverybodys(tree, word)) return undefined;
  // "lamented that nobody came", "is troubled by how hard it was": felt, and no stand
  if (found.harms === true && part === "adjectives") {
    // "concerned about …" that hangs on nobody, "too concerned"
    const too = kids(tree, word, "advmod").some(({ form }) => /^(?:too|less)$/i.test(form));
    const to = /^(?:to|for)$/i.test(kid(tree, proposal, "case")?.form ?? "");
    if (too || to || kid(tree, word, "cop", "aux:pass") === undefined) return undefined;
  }
  const felt = found.harms === true || /^(?:regret|lament|protest)$/.test(stemOf(word));
  if (felt && (proposal.upos === "VERB" || is(proposal, "ccomp", "xcomp", "advcl"))) return undefined;
  // "I would agree with that"
  if (/^(?:dis)?agree$/.test(stemOf(word)) && proposal.upos === "PRON") return undefined;
  // "considers that necessary", "is weighing heavy": an opinion or an image, no choice
  if (found.stance === "open" && word.upos === "VERB" && !isWeighed(tree, word)) return undefined;
  const standing = standingOf(tree, word.upos === "NOUN" ? carrierOf(tree, word) : word);
  const stance = stanceIn(tree, word, found, standing, proposal);
  if (stance === undefined) return undefined;
  const stand = {
    word,
    holders: holdersOf(tree, word),
    saying: found.saying === true,
    ...(found.ofOffice === true ? { ofOffice: true as const } : {}),
  };
  // "anyone with information is urged to call", "was asked": by whom, nobody says
  if (kid(tree, word, "aux:pass") !== undefined && stand.holders.length === 0) return undefined;
  // "in protest shooting"
  if (word.lemma === "protest" && word.upos === "VERB" && stand.holders.length === 0) return undefined;
  if (isNotice(tree, word, proposal, stand.holders)) return undefined;
  // "asked why it had not", "asked whether they would": a question
  const asks = kids(tree, proposal, "advmod", "mark").find((one) =>
    /^(?:why|how|when|where|whether|if)$/i.test(one.form),
  );
  if (asks !== undefined && asks.i > word.i) return undefined;
  const ended = stance === "supports" ? endedBy(tree, proposal) : undefined;
  // "refused the demand": against it, rather than unwilling to do it
  if (stance === "denies-intending" && word.lemma === "refuse" && turnedDown.test(proposal.lemma))
    return { ...stand, stance: "opposes", proposal };
  return ended === undefined
    ? { ...stand, stance, proposal }
    : { ...stand, stance: "opposes", proposal: ended };
}

const turnedDown =
  /^(?:demand|request|offer|proposal|bid|plea|call|deal|plan|appeal|petition|invitation|extension|truce|ceasefire|bill)$/;

/** "Accused the premier of seeking to hijack the vote": what another holds against one. */
function isCharged(tree: Tree, word: Token): boolean {
  if (word.xpos !== "VBG" || kid(tree, word, "mark", "case")?.form.toLowerCase() !== "of") return false;
  const above = parent(tree, word);
  const verb = above?.upos === "VERB" ? above : above === undefined ? undefined : parent(tree, above);
  return /^(?:accuse|suspect|convict|guilty)$/.test(verb?.lemma ?? "");
}

/** "Women seeking abortions", "people who want help": a kind of people, and nobody's stand. */
function isEverybodys(tree: Tree, word: Token): boolean {
  if (!/^(?:seek|want|need)$/.test(word.lemma) || !is(word, "acl")) return false;
  const noun = parent(tree, word);
  return (
    noun?.xpos === "NNS" && isPersonNoun(noun) && kid(tree, noun, "det", "nmod:poss", "nummod") === undefined
  );
}

const notices = new Set(noticeVerbs.split(" "));
const vain = new Set(noProposals.split(" "));

/** What readers are asked to do, and what is called for in need. */
function isNotice(tree: Tree, word: Token, proposal: Token, holders: readonly Token[]): boolean {
  if (!asking.has(stemOf(word)) && !/^(?:ask|want|seek|encourage|push)$/.test(stemOf(word))) return false;
  if (vain.has(proposal.lemma.toLowerCase()) && kid(tree, proposal, "amod") === undefined) return true;
  if (proposal.upos !== "VERB") return false;
  // "the army calls on citizens to report what they see"
  if (proposal.lemma === "report")
    return (
      holders.length === 0 ||
      holders.some((one) =>
        /^(?:police|detective|sheriff|investigator|authority|officer)$/.test(one.lemma.toLowerCase()),
      )
    );
  return notices.has(proposal.lemma.toLowerCase());
}

const repealing = new Set(repealingVerbs.split(" "));
const endings = new Set(endingNouns.split(" "));

/** "urged them to stop the strikes", "called for an end to the strikes": what would be ended is what the stand is against. */
function endedBy(tree: Tree, asked: Token): Token | undefined {
  const verb = asked.upos === "VERB";
  if (verb && kids(tree, asked, "advmod").some((one) => /^(not|never)$/i.test(one.form))) return undefined;
  if (!(verb ? repealing : endings).has(asked.lemma.toLowerCase())) return undefined;
  const act = verb
    ? kid(tree, asked, "obj", "xcomp")
    : [...kids(tree, asked, "nmod"), ...kids(tree, parent(tree, asked) ?? asked, "obl")].find(
        (one) => one.i > asked.i && /^(to|of|on)$/.test(kid(tree, one, "case")?.form ?? ""),
      );
  if (act === undefined || act.upos === "PRON" || isPersonNoun(act)) return undefined;
  return act.upos === "VERB" || isActNoun(tree, act) ? act : undefined;
}

/** An act that one may do: its clause, or its noun as the only thing weighed. */
function isWeighed(tree: Tree, word: Token): boolean {
  // "weighs options": which, nobody says
  if (
    /^(?:option|choice|alternative|response|reply|step|move|implication|possibility)$/.test(
      kid(tree, word, "obj")?.lemma ?? "",
    )
  )
    if (kids(tree, kid(tree, word, "obj")!, "acl", "nmod", "compound").length === 0) return false;
  const clause = kid(tree, word, "xcomp");
  return clause === undefined ? kid(tree, word, "nsubj:pass") === undefined : clause.upos === "VERB";
}

/** "is keen on": an adjective, also where the tagger took it for a participle. */
function partOf(tree: Tree, word: Token): keyof typeof tables | undefined {
  const state =
    kid(tree, word, "cop", "aux:pass") !== undefined && tables.adjectives.has(word.form.toLowerCase());
  if (word.upos === "ADJ" || state) return "adjectives";
  return word.upos === "VERB" ? "verbs" : word.upos === "NOUN" ? "nouns" : undefined;
}

const stems = {
  verbs: stemsOf(tables.verbs.keys()),
  nouns: stemsOf(tables.nouns.keys()),
  adjectives: stemsOf(tables.adjectives.keys()),
};
const lemmaOf = lemmaFinder((lemma) => stems.verbs.has(lemma));

function stemOf(word: Token): string {
  return word.upos === "VERB" ? lemmaOf(word) : word.lemma.toLowerCase();
}

interface Match {
  readonly found: StanceClass;
  readonly proposal: Token | undefined;
}

/** The class of the word with its particle or preposition, and what it is towards. */
function stanceOf(tree: Tree, word: Token, part: keyof typeof tables): Match | undefined {
  const lemma = part === "adjectives" ? word.form.toLowerCase() : stemOf(word);
  if (!stems[part].has(lemma) && !lemma.includes("_")) return undefined;
  const table = tables[part];
  const particles = kids(tree, word, "compound:prt", "advmod", "obj", "xcomp").map((one) =>
    one.form.toLowerCase(),
  );
  const own = kids(tree, word, "obl", "nmod", "advcl", "acl", "ccomp");
  // "threw its weight behind the bill", hung on the verb
  const verb = part === "nouns" && is(word, "obj") ? parent(tree, word) : undefined;
  const carried = verb !== undefined && voicing.has(verb.lemma) ? kids(tree, verb, "obl") : [];
  const obliques = carried.length === 0 ? own : [...own, ...carried.filter((one) => one.i > word.i)];
  for (const one of obliques) {
    const preposition = kid(tree, one, "case", "mark")?.form.toLowerCase();
    // "for the first time it voted", "has appealed for a year": neither is what is asked for
    // "called on Ms Gray months ago": a name may stand on the months
    const time = Object.hasOwn(units, one.lemma.toLowerCase()) && !/^(?:on|upon)$/.test(preposition ?? "");
    if (preposition === undefined || one.i < word.i || time) continue;
    // "called the police for help" asks for nothing in the sense of "called for help"
    if (preposition === "for" && word.upos === "VERB" && kid(tree, word, "obj") !== undefined) continue;
    for (const particle of ["", ...particles.map((p) => `_${p}`)]) {
      const found = table.get(`${lemma}${particle}_${preposition}`);
      if (found === undefined) continue;
      // "calls on the government to stop": what is asked for, not who is asked
      const addressed = asking.has(lemma) && /^(?:on|upon|to)$/.test(preposition);
      return { found, proposal: addressed ? toInfinitive(tree, word, one) : one };
    }
  }
  for (const particle of particles) {
    const found = table.get(`${lemma}_${particle}`);
    if (found !== undefined) {
      const bare = kids(tree, word, "obl", "advcl").filter(
        (one) => kid(tree, one, "case", "mark") === undefined,
      );
      const objects = [
        ...kids(tree, word, "obj", "xcomp", "ccomp"),
        ...bare,
        ...kids(tree, word, "nsubj:pass"),
      ];
      const object = objects.find((one) => one.form.toLowerCase() !== particle);
      // "left open the possibility", hung on "open"
      const below = kids(tree, word, "xcomp").find((one) => one.form.toLowerCase() === particle);
      return { found, proposal: object ?? (below === undefined ? undefined : kid(tree, below, "obj")) };
    }
  }
  const found = table.get(lemma);
  if (found === undefined) return undefined;
  if (part === "verbs") {
    const clause = kid(tree, word, "xcomp", "ccomp");
    if (found.actsOnly === true && clause !== undefined) return { found, proposal: clause };
    return { found, proposal: kid(tree, word, "ccomp", "obj") ?? kid(tree, word, "nsubj:pass", "xcomp") };
  }
  const towards = obliques.find((one) =>
    /^(to|on|of|for|against|about|towards?|over|with|at|by|behind)$/.test(
      kid(tree, one, "case", "mark")?.form.toLowerCase() ?? "",
    ),
  );
  return { found, proposal: towards ?? kid(tree, word, "xcomp") };
}

/** "Criticised the ministry over the closure", "for raising the tax": what a party is held to have done. */
function heldAgainst(tree: Tree, word: Token, { found, proposal }: Match): Token | undefined {
  if (word.upos !== "VERB" || found.stance !== "opposes" || found.anything === true || proposal === undefined)
    return undefined;
  if (!is(proposal, "obj") || isProposal(tree, proposal, found)) return undefined;
  return kids(tree, word, "obl", "advcl").find(
    (one) =>
      one.i > proposal.i &&
      /^(?:NOUN|VERB)$/.test(one.upos) &&
      !isParty(one) &&
      // "for not acting", "for failing to act": for the act, if for anything
      !/^(?:fail|neglect|refuse)$/.test(one.lemma) &&
      !kids(tree, one, "advmod").some(({ form }) => /^(?:not|never)$/i.test(form)) &&
      !Object.hasOwn(units, one.lemma.toLowerCase()) &&
      /^(?:for|over)$/i.test(kid(tree, one, "case", "mark")?.form ?? ""),
  );
}

function toInfinitive(tree: Tree, word: Token, asked: Token): Token | undefined {
  return [...kids(tree, word, "xcomp", "advcl", "ccomp"), ...kids(tree, asked, "acl")].find(
    (one) => one.i > asked.i && isToInfinitive(tree, one),
  );
}

/** The verb that a noun of stance is voiced with, else the noun. */
function carrierOf(tree: Tree, noun: Token): Token {
  const verb = parent(tree, noun);
  return verb !== undefined && is(noun, "obj") ? verb : noun;
}

function asksHow(tree: Tree, word: Token): boolean {
  const before = tree.sentence.tokens.slice(Math.max(0, word.i - 8), word.i);
  const how = before.findLastIndex((one) => /^(?:how|why)$/i.test(one.form));
  return how >= 0 && !before.slice(how).some((one) => one.upos === "PUNCT");
}

const voicing = new Set(voicingVerbs.split(" "));

function stanceIn(
  tree: Tree,
  word: Token,
  found: StanceClass,
  standing: Standing,
  proposal: Token,
): Stance | undefined {
  if (word.upos === "NOUN") {
    const verb = parent(tree, word);
    const voiced = verb !== undefined && is(word, "obj") && voicing.has(verb.lemma.toLowerCase());
    const owned = kid(tree, word, "nmod:poss") !== undefined;
    if (!voiced && !owned) return undefined;
  }
  if (standing.certainty === "unknown" && !standing.conditional) return undefined;
  // "despite not seeking the expansion": what somebody did not ask for
  if (stemOf(word) === "seek" && word.xpos === "VBG" && standing.polarity === "denied")
    if (kid(tree, word, "aux") === undefined) return undefined;
  // "visitors can vote for a picture": what one is free to do is no stand
  if (found.stance !== "open" && standing.polarity !== "denied" && isAble(tree, word)) return undefined;
  // "wanted to kill them": what one meant to do oneself, and not what one stands for
  if (found.actsOnly === true && found.stance === "supports" && isOwnPast(tree, word, proposal))
    return undefined;
  const conditional =
    standing.conditional ||
    hasCondition(tree, word) ||
    hasCondition(tree, proposal) ||
    kids(tree, word, "advmod").some((one) => one.form.toLowerCase() === "first");
  // "her support is conditional on a review"
  const hung = word.upos === "NOUN" && is(word, "nsubj") ? parent(tree, word)?.lemma : undefined;
  const asConditional = /^(?:conditional|contingent|dependent)$/.test(hung ?? "");
  const stance =
    standing.polarity === "denied" ? found.negated : asConditional ? "conditional" : found.stance;
  if (stance === undefined) return undefined;
  if (found.conditionalOnly === true && !conditional) return undefined;
  // "were there to support the retreat", "supporting the redeployment": what somebody is at, no stand
  const helping =
    word.xpos === "VBG" && kid(tree, word, "aux") === undefined && is(word, "advcl", "acl", "conj");
  if (helping && /^(?:support|back|defend|accept)$/.test(word.lemma)) return undefined;
  // "asked the council to lead and to demand access": what another is to demand
  if (isToldTo(tree, word)) return undefined;
  // "people who want to vote", "the funds that backed the survey": which are meant
  if (isDefining(tree, word) && (found.actsOnly === true || /^(?:support|back)$/.test(stemOf(word))))
    return undefined;
  // "how far he is willing to go": asked
  if (asksHow(tree, word)) return undefined;
  // "the army was supporting the evacuation": help that is being given, no stand
  if (word.xpos === "VBG" && /^(?:support|back)$/.test(word.lemma) && kid(tree, word, "aux") !== undefined)
    return undefined;
  // "an extended presence to support order": what something is for is no stand of anybody's.
  if (is(word, "advcl", "acl") && isToInfinitive(tree, word)) return undefined;
  const backshifted = !conditional && isBackshifted(tree, word);
  if (stance === "supports" && backshifted) return stance;
  if (stance === "supports" && (conditional || (standing.future && standing.certainty === "possible")))
    return "conditional";
  if (stance === "supports" && standing.certainty === "possible") return "open";
  return stance;
}

const isAble = (tree: Tree, word: Token) => kids(tree, word, "aux").some((one) => /^can$/i.test(one.form));

/** "wanted to", "was seeking to", of what the subject would itself do. */
function isOwnPast(tree: Tree, word: Token, proposal: Token): boolean {
  if (!/^(?:want|seek|prefer)$/.test(word.lemma) || !isToInfinitive(tree, proposal)) return false;
  if (kid(tree, word, "obj") !== undefined || kid(tree, proposal, "nsubj") !== undefined) return false;
  return (
    word.xpos === "VBD" || kids(tree, word, "aux").some((one) => /^(?:was|were|had|have)$/i.test(one.form))
  );
}

/** "Said it would ask the court": a "will" told in the past, no condition. */
function isBackshifted(tree: Tree, word: Token): boolean {
  const saying = is(word, "ccomp") ? parent(tree, word) : undefined;
  if (saying?.xpos !== "VBD" || !/^(?:say|announce|declare|pledge|promise|vow|add|tell)$/.test(saying.lemma))
    return false;
  return kids(tree, word, "aux").some((one) => /^would$/i.test(one.form));
}

/** A bare infinitive, or one listed with an infinitive, that is a purpose or another's task. */
function isToldTo(tree: Tree, word: Token): boolean {
  if (word.xpos !== "VB" || wouldOrWill(tree, word)) return false;
  const lead = is(word, "conj") ? parent(tree, word) : undefined;
  return lead !== undefined && isToInfinitive(tree, lead) && is(lead, "acl", "advcl", "xcomp");
}

const wouldOrWill = (tree: Tree, word: Token) => kids(tree, word, "aux").some((one) => one.xpos === "MD");

/** A relative clause without a comma before it tells which are meant. */
function isDefining(tree: Tree, word: Token): boolean {
  const above = parent(tree, word);
  if (above === undefined || !is(word, "acl:relcl")) return false;
  return !tree.sentence.tokens.slice(above.i + 1, word.i).some((one) => one.form === ",");
}

/** "Chile, which is opposed to it": a relative pronoun stands for what its clause hangs on. */
function meantBy(tree: Tree, word: Token, subject: Token): Token {
  const relative = is(word, "acl:relcl") && /^(?:who|which|that)$/i.test(subject.form);
  return relative ? (parent(tree, word) ?? subject) : subject;
}

/** Who takes the stand: the subject, or for a noun its possessor or the subject of its verb. */
function holdersOf(tree: Tree, word: Token): readonly Token[] {
  // "is alarmed by the raids": the raids do it, and are not who is alarmed
  const subjects = tables.adjectives.has(word.form.toLowerCase()) ? kids(tree, word, "nsubj") : [];
  if (subjects.length > 0)
    return withConjuncts(
      tree,
      subjects.map((one) => meantBy(tree, word, one)),
    );
  if (word.upos !== "NOUN") {
    const acting = doers(tree, word);
    // an active verb whose subject the tree takes for a passive's ("Norway urged restraint")
    const active = kid(tree, word, "aux:pass") === undefined && kid(tree, word, "obj", "ccomp") !== undefined;
    return acting.length > 0 || !active ? acting : kids(tree, word, "nsubj:pass");
  }
  // "threw its weight behind the bill": whose it is has been said
  const owner = kids(tree, word, "nmod:poss");
  const carrier = carrierOf(tree, word);
  const acting = carrier === word || owner[0]?.upos !== "PRON" ? [] : doers(tree, carrier);
  if (owner.length > 0) return acting.length > 0 ? acting : withConjuncts(tree, owner);
  return doers(tree, carrierOf(tree, word));
}
