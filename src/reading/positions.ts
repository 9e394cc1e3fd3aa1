/** Positions: who supports, opposes or leaves open what is proposed, sets conditions for it, or denies intending it. */

import { institutionNouns } from "../language/en/actors.ts";
import { cueClasses } from "../language/en/cues.ts";
import { objectNouns } from "../language/en/events.ts";
import { stativeVerbs } from "../language/en/open-acts.ts";
import {
  actNouns,
  arguingVerbs,
  askingVerbs,
  claimNouns,
  deskNouns,
  endingNouns,
  partisanNouns,
  proposedNouns,
  remoteNouns,
  repealingVerbs,
  type StanceClass,
  stanceClasses,
  voicingVerbs,
} from "../language/en/stances.ts";
import { units } from "../language/en/time-words.ts";
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf, Stance } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Context } from "./context.ts";
import { judgementAt, verdictAt } from "./judgements.ts";
import { lemmaIn } from "./lemma.ts";
import { canAct, doers, refOf, slug, withConjuncts } from "./roles.ts";
import { isBound } from "./safeguards.ts";
import { attitudeOf, type Standing, standingOf, statusOf } from "./status.ts";
import {
  clauseOf,
  is,
  kid,
  kids,
  namesSource,
  nounPhrase,
  parent,
  spanOf,
  subtree,
  type Tree,
  upward,
} from "./tree.ts";
import { isPersonNoun, nameType, triggersIn } from "./triggers.ts";
import { speakerOf } from "./voices.ts";

type PositionFinding = FindingOf<"position">;

export function readPositions(context: Context): PositionFinding[] {
  const found: PositionFinding[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    const here = new Map<string, PositionFinding>();
    for (const token of tree.sentence.tokens) {
      for (const stand of standsAt(tree, token)) {
        const finding = findingOf(context, tree, stand);
        if (finding === undefined) continue;
        const { actor, stance, proposal } = finding.position;
        const key = `${actor.id} ${stance} ${proposal.start}`;
        if (!here.has(key)) here.set(key, finding);
      }
    }
    found.push(...here.values());
  }
  return found;
}

interface Stand {
  /** The word that carries it. */
  readonly word: Token;
  readonly holders: readonly Token[];
  readonly stance: Stance;
  readonly proposal: Token | readonly Token[];
  /** Taken in words: the holder says so. */
  readonly saying: boolean;
  /** Only states, their bodies and those who speak for them refuse by saying what they will not do. */
  readonly official?: true;
  /** Held by nobody but who is reported to say so. */
  readonly spoken?: true;
}

function standsAt(tree: Tree, token: Token): Stand[] {
  const one =
    fromStanceWord(tree, token) ??
    fromIntent(tree, token) ??
    fromRefusal(tree, token) ??
    fromJudgement(tree, token) ??
    fromPartisans(tree, token);
  return one === undefined || isSupposed(tree, one.word) ? [] : [one];
}

/** "If the government insists on …", "whether they accept it": only supposed, so nobody's stand. */
function isSupposed(tree: Tree, word: Token): boolean {
  return upward(tree, word).some((one) =>
    kids(tree, one, "mark").some(
      (mark) => mark.i < word.i && /^(if|whether|unless|lest|suppose|supposing)$/i.test(mark.form),
    ),
  );
}

// ── "opposes intervention", "is keen on working with", "voiced support for", "has not ruled out" ──

const tables = { verbs: index("verbs"), nouns: index("nouns"), adjectives: index("adjectives") };

function index(part: "verbs" | "nouns" | "adjectives"): ReadonlyMap<string, StanceClass> {
  const map = new Map<string, StanceClass>();
  for (const one of stanceClasses)
    for (const key of (one[part] ?? "").split(" ")) if (key !== "" && !map.has(key)) map.set(key, one);
  return map;
}

function fromStanceWord(tree: Tree, word: Token): Stand | undefined {
  if (is(word, "amod", "compound", "case")) return undefined;
  const table = tableOf(tree, word);
  if (table === undefined) return undefined;
  const match = stanceOf(tree, word, table);
  if (match === undefined) return undefined;
  const { found, proposal } = match;
  if (proposal === undefined || !isProposal(tree, proposal, found)) return undefined;
  // "considers that necessary", "is weighing heavy": an opinion or an image, no choice
  if (found.stance === "open" && word.upos === "VERB" && !isWeighed(tree, word)) return undefined;
  const standing = standingOf(tree, word.upos === "NOUN" ? carrierOf(tree, word) : word);
  const stance = stanceIn(tree, word, found, standing, proposal);
  if (stance === undefined) return undefined;
  const stand = { word, holders: holdersOf(tree, word), saying: found.saying === true };
  const ended = stance === "supports" && asking.has(stemOf(word)) ? endedBy(tree, proposal) : undefined;
  return ended === undefined
    ? { ...stand, stance, proposal }
    : { ...stand, stance: "opposes", proposal: ended };
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
  const clause = kid(tree, word, "xcomp");
  return clause === undefined ? kid(tree, word, "nsubj:pass") === undefined : clause.upos === "VERB";
}

/** "is keen on": an adjective, also where the tagger took it for a participle. */
function tableOf(tree: Tree, word: Token): ReadonlyMap<string, StanceClass> | undefined {
  const state =
    kid(tree, word, "cop", "aux:pass") !== undefined && tables.adjectives.has(word.form.toLowerCase());
  if (word.upos === "ADJ" || state) return tables.adjectives;
  return word.upos === "VERB" ? tables.verbs : word.upos === "NOUN" ? tables.nouns : undefined;
}

const stems = new Set([...tables.verbs.keys()].map((key) => key.split("_")[0]!));

function stemOf(word: Token): string {
  return word.upos === "VERB" ? lemmaIn(word, (lemma) => stems.has(lemma)) : word.lemma.toLowerCase();
}

interface Match {
  readonly found: StanceClass;
  readonly proposal: Token | undefined;
}

/** The class of the word with its particle or preposition, and what it is towards. */
function stanceOf(tree: Tree, word: Token, table: ReadonlyMap<string, StanceClass>): Match | undefined {
  const lemma = table === tables.adjectives ? word.form.toLowerCase() : stemOf(word);
  const particles = kids(tree, word, "compound:prt", "advmod", "obj", "xcomp").map((one) =>
    one.form.toLowerCase(),
  );
  const obliques = kids(tree, word, "obl", "nmod", "advcl", "acl", "ccomp");
  for (const one of obliques) {
    const preposition = kid(tree, one, "case", "mark")?.form.toLowerCase();
    // "for the first time it voted", "has appealed for a year": neither is what is asked for
    if (preposition === undefined || one.i < word.i || Object.hasOwn(units, one.lemma.toLowerCase()))
      continue;
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
      return { found, proposal: object };
    }
  }
  const found = table.get(lemma);
  if (found === undefined) return undefined;
  if (word.upos === "VERB") {
    const clause = kid(tree, word, "xcomp", "ccomp");
    if (found.actsOnly === true && clause !== undefined) return { found, proposal: clause };
    return { found, proposal: kid(tree, word, "ccomp", "obj", "nsubj:pass", "xcomp") };
  }
  const towards = obliques.find((one) =>
    /^(to|on|of|for|against|about|towards?|over|with|at)$/.test(
      kid(tree, one, "case", "mark")?.form.toLowerCase() ?? "",
    ),
  );
  return { found, proposal: towards ?? kid(tree, word, "xcomp") };
}

function toInfinitive(tree: Tree, word: Token, asked: Token): Token | undefined {
  return [...kids(tree, word, "xcomp", "advcl", "ccomp"), ...kids(tree, asked, "acl")].find(
    (one) => one.i > asked.i && isToInfinitive(tree, one),
  );
}

const claims = new Set(claimNouns.split(" "));
const voicing = new Set(voicingVerbs.split(" "));

/** A proposal is an act, a plan or a thing put forward; never a person, a party or a mere claim. */
function isProposal(tree: Tree, token: Token, found: StanceClass): boolean {
  const inner = remote.has(token.lemma.toLowerCase()) ? kid(tree, token, "nmod") : undefined;
  if (inner !== undefined) return isProposal(tree, inner, found);
  const clause = token.upos === "VERB" || is(token, "ccomp", "xcomp");
  if (clause)
    return (
      !is(token, "obj") &&
      (found.actsOnly !== true || found.stance === "open" || asked(tree, token) || namesAct(tree, token))
    );
  if (found.actsOnly === true) return isActNoun(tree, token);
  if (claims.has(token.lemma.toLowerCase())) return false;
  if (found.anything === true && token.upos === "NOUN") return !isPersonNoun(token) || armed.has(token.lemma);
  if (isParty(token)) return false;
  if (token.upos === "PRON") return /^(it|this|that|them)$/i.test(token.form);
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return false;
  return (
    isActNoun(tree, token) &&
    !tree.sentence.names.some(
      (name) => name.first <= token.i && token.i <= name.last && name.type !== "LAW" && name.type !== "EVENT",
    )
  );
}

/** Opposing troops is opposing that they come or stay. */
const armed = new Set("troop troops soldier force army peacekeeper mercenary".split(" "));

const asking = new Set(askingVerbs.split(" "));

/** "urged both sides to go to court": whatever somebody is asked to do is put forward. */
function asked(tree: Tree, clause: Token): boolean {
  const verb = parent(tree, clause);
  return (
    verb !== undefined &&
    asking.has(verb.lemma.toLowerCase()) &&
    clause.upos === "VERB" &&
    kid(tree, clause, "obj", "obl", "xcomp") !== undefined
  );
}

/** An act, something put forward, or a noun made of a verb. */
function isActNoun(tree: Tree, token: Token): boolean {
  const lemma = token.lemma.toLowerCase();
  if (proposed.has(lemma) || acts.has(lemma) || /(tion|sion|ment|ance|ence|al|ure|ing|age)$/.test(lemma))
    return true;
  return attitudeOf(tree, token) !== undefined || triggersIn(tree).some((one) => one.token.i === token.i);
}

/** A clause that does something which situations are about, or does it to something put forward. */
function namesAct(tree: Tree, clause: Token): boolean {
  // Its own verb or what that bears on; not what stands deeper ("not to be named for fear of prosecution").
  const own = new Set([clause, ...kids(tree, clause, "obj", "xcomp", "nsubj:pass")].map((one) => one.i));
  if (triggersIn(tree).some((one) => own.has(one.token.i))) return true;
  return kids(tree, clause, "obj", "obl").some((one) => proposed.has(one.lemma.toLowerCase()));
}

const proposed = new Set(proposedNouns.split(" "));
const acts = new Set(actNouns.split(" "));

/** Backing a group or a force is no stand on a proposal. */
function isParty(token: Token): boolean {
  return isPersonNoun(token) || partyNouns.has(token.lemma.toLowerCase());
}

const partyNouns = new Set(`${objectNouns.group} troops soldier force military navy government`.split(" "));

/** The verb that a noun of stance is voiced with, else the noun. */
function carrierOf(tree: Tree, noun: Token): Token {
  const verb = parent(tree, noun);
  return verb !== undefined && is(noun, "obj") ? verb : noun;
}

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
  const conditional =
    standing.conditional ||
    hasCondition(tree, word) ||
    hasCondition(tree, proposal) ||
    kids(tree, word, "advmod").some((one) => one.form.toLowerCase() === "first");
  const stance = standing.polarity === "denied" ? found.negated : found.stance;
  if (found.conditionalOnly === true && !conditional) return undefined;
  // "were there to support the retreat", "supporting the redeployment": what somebody is at, no stand
  const helping =
    word.xpos === "VBG" && kid(tree, word, "aux") === undefined && is(word, "advcl", "acl", "conj");
  if (helping && /^(?:support|back|defend|accept)$/.test(word.lemma)) return undefined;
  // "asked the council to lead and to demand access": what another is to demand
  if (isToldTo(tree, word)) return undefined;
  // "people who want to vote": which people are meant
  if (found.actsOnly === true && isDefining(tree, word)) return undefined;
  // "the army was supporting the evacuation": help that is being given, no stand
  if (word.xpos === "VBG" && /^(?:support|back)$/.test(word.lemma) && kid(tree, word, "aux") !== undefined)
    return undefined;
  // "an extended presence to support order": what something is for is no stand of anybody's.
  if (is(word, "advcl", "acl") && isToInfinitive(tree, word)) return undefined;
  if (stance === "supports" && (conditional || (standing.future && standing.certainty === "possible")))
    return "conditional";
  if (stance === "supports" && standing.certainty === "possible") return "open";
  return stance;
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

function isToInfinitive(tree: Tree, word: Token): boolean {
  return word.xpos === "VB" && kids(tree, word, "mark").some((one) => one.lemma === "to");
}

/** "if", "only if", "provided that", "as long as", "on condition that" below a word. */
function hasCondition(tree: Tree, word: Token): boolean {
  return kids(tree, word, "advcl").some((one) => isCondition(tree, one));
}

function isCondition(tree: Tree, clause: Token): boolean {
  if (/^(?:provided|providing)$/i.test(clause.form)) return true;
  return kids(tree, clause, "mark", "advmod").some((mark) =>
    /^(if|provided|providing|unless)$/i.test(mark.form),
  );
}

/** Who takes the stand: the subject, or for a noun its possessor or the subject of its verb. */
function holdersOf(tree: Tree, word: Token): readonly Token[] {
  if (word.upos !== "NOUN") return doers(tree, word);
  const owner = kids(tree, word, "nmod:poss");
  if (owner.length > 0) return withConjuncts(tree, owner);
  return doers(tree, carrierOf(tree, word));
}

// ── "does not intend to", "has no plans to", "the intent is not to" ──

function fromIntent(tree: Tree, word: Token): Stand | undefined {
  if (word.upos === "VERB") {
    const attitude = attitudeOf(tree, word);
    const weighs = /^(consider|contemplate|weigh|prepare|plan)$/.test(word.lemma);
    const content =
      kid(tree, word, "xcomp", "ccomp") ?? (weighs ? kid(tree, word, "obj", "nsubj:pass") : undefined);
    if (content === undefined || (content.upos === "NOUN" && !isActNoun(tree, content))) return undefined;
    // "we don't want the athletes to pay": what another is not to do is no intent of one's own
    if (content.upos === "VERB" && kid(tree, word, "obj") !== undefined) return undefined;
    // "we are not going to be able to try to save": what one is or can is nothing intended
    const can = is(word, "xcomp") && parent(tree, word)?.upos === "ADJ";
    if (can || content.upos === "ADJ") return undefined;
    const plans =
      attitude !== undefined &&
      (attitude.name === "plan" ||
        attitude.name === "mean" ||
        weighs ||
        /^(seek|want|look|try|aim)$/.test(word.lemma));
    if (!plans || standingOf(tree, word).polarity !== "denied") return undefined;
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
  if (content !== undefined && standingOf(tree, word).polarity === "denied") {
    const owner = kids(tree, word, "nmod:poss");
    const holders =
      owner.length > 0
        ? owner
        : verb === undefined
          ? []
          : doers(tree, verb).filter((one) => one.i !== word.i);
    return { word, holders, stance: "denies-intending", proposal: content, saying: false };
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

// ── "will not send troops", "will pay nothing" ──

function fromRefusal(tree: Tree, word: Token): Stand | undefined {
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
  // what one will not have done to oneself is no plan of one's own
  if (kid(tree, word, "nsubj:pass", "aux:pass") !== undefined) return undefined;
  // "never would have passed" tells of what was not
  if (kids(tree, word, "aux").some((one) => one.lemma === "have")) return undefined;
  if (!namesAct(tree, word) && !isDeed(word)) return undefined;
  // what becomes of one is no matter of one's will
  if (
    /^(?:survive|win|lose|succeed|fail|last|die|escape|forget|suffer|cost|hurt|fall|collapse)$/.test(
      word.lemma,
    )
  )
    return undefined;
  const holders = doers(tree, word);
  if (!holders.some((one) => one.upos === "PROPN" || one.upos === "PRON" || one.upos === "NOUN"))
    return undefined;
  const stance = standingOf(tree, word).conditional ? "conditional" : "denies-intending";
  return { word, holders, stance, proposal: word, saying: false, official: true };
}

const statives = new Set(stativeVerbs.split(/\s+/));

/** Something to do, not to be, say or think. */
function isDeed({ lemma }: Token): boolean {
  return !statives.has(lemma.toLowerCase()) && cueClasses(lemma.toLowerCase()).length === 0;
}

// ── "It remains the ministry's preference that the stores be cleared" ──

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

// ── "regards any landing as an act of aggression"; "She said the decree went too far" ──

function fromJudgement(tree: Tree, word: Token): Stand | undefined {
  if (is(word, "advcl", "acl") && isToInfinitive(tree, word)) return undefined;
  const called = judgementAt(tree, word);
  if (called !== undefined && isJudged(tree, called.thing))
    return { word, holders: doers(tree, word), stance: called.stance, proposal: called.thing, saying: true };
  const found = verdictAt(tree, word);
  if (found === undefined || !isJudged(tree, found.thing)) return undefined;
  return { word, holders: [], stance: found.stance, proposal: found.thing, saying: false, spoken: true };
}

/** An act or something put forward; neither a party nor what is only said. */
function isJudged(tree: Tree, noun: Token): boolean {
  if (noun.upos !== "NOUN" || isParty(noun) || claims.has(noun.lemma.toLowerCase())) return false;
  return isActNoun(tree, noun) && kid(tree, noun, "nmod:poss") === undefined;
}

// ── "supporters argue that …", "critics raise concerns about …" ──

const arguing = new Set(arguingVerbs.split(" "));

function fromPartisans(tree: Tree, word: Token): Stand | undefined {
  const stance = partisanNouns[word.lemma.toLowerCase()];
  if (stance === undefined || word.upos !== "NOUN" || !is(word, "nsubj")) return undefined;
  const verb = parent(tree, word);
  if (verb === undefined || !arguing.has(verb.lemma.toLowerCase())) return undefined;
  const towards = kids(tree, word, "nmod").find((one) =>
    /^(of|to)$/.test(kid(tree, one, "case")?.form.toLowerCase() ?? ""),
  );
  const object = kid(tree, verb, "obj");
  const about =
    object === undefined
      ? undefined
      : kids(tree, object, "nmod").find((one) => kid(tree, one, "case") !== undefined);
  // What supporters say speaks for theirs; of what opponents say, the act that they speak of is what they are against.
  const clause = kid(tree, verb, "ccomp", "xcomp");
  const act = clause === undefined ? undefined : kid(tree, clause, "nsubj", "nsubj:pass");
  const said = stance === "supports" ? clause : act !== undefined && isActNoun(tree, act) ? act : undefined;
  const proposal = towards ?? said ?? about ?? object;
  if (proposal === undefined) return undefined;
  return { word: verb, holders: [word], stance, proposal, saying: true };
}

// ── The finding ──

function findingOf(context: Context, tree: Tree, stand: Stand): PositionFinding | undefined {
  const { word } = stand;
  const stance =
    stand.stance === "supports" && isBound(context, tree.sentence) ? "conditional" : stand.stance;
  const span = { start: word.start, end: word.end };
  const said = context.speakerAt(span);
  const holder = stand.holders[0];
  if (holder !== undefined && holder.upos === "NOUN" && !canAct(context, tree, holder)) return undefined;
  // "people want order": anybody and nobody
  if (
    holder !== undefined &&
    /^(?:people|person|everyone|everybody|anyone|nobody|some|many|other)s?$/i.test(holder.lemma)
  )
    return undefined;
  // what a court rejects or backs it has ruled: no stand of a party
  if (holder !== undefined && /^(?:court|judge|tribunal|jury|magistrate)s?$/i.test(holder.lemma))
    return undefined;
  const actor =
    (holder === undefined ? undefined : refOf(context, tree, holder)) ??
    (stand.spoken === true ? spokenBy(context, said) : fallbackActor(context, tree, stand, said));
  if (actor === undefined) return undefined;
  const body = holder !== undefined && institutionNouns[holder.lemma.toLowerCase()] !== undefined;
  if (stand.official === true && !body && !officials.test(actor.kind)) return undefined;
  const proposal = proposalSpan(context, tree, stand);
  if (proposal === undefined) return undefined;
  // a day is no proposal
  if (context.timesIn(proposal).some((one) => one.start <= proposal.start && one.end >= proposal.end))
    return undefined;
  const clause = spanOf(subtree(tree, clauseOf(tree, word), (one) => is(one, "parataxis")));
  const time = context.timeAt(tree.sentence.index, word.i);
  return {
    kind: "position",
    id: "",
    evidence: {
      ...evidenceOf(tree, stand, proposal),
      hedges: context.hedgesIn({ start: tree.sentence.start, end: clause.end }),
    },
    status: statusOf(tree, word),
    speaker:
      holder !== undefined && speaksItself(context, tree, stand, said, actor)
        ? speakerOf(context, tree, actor, holder)
        : said,
    actors: [actor],
    recipients: [],
    instruments: [],
    places: context.placesIn(proposal).map(({ place }) => place),
    ...(time === undefined ? {} : { time }),
    position: { actor, stance, proposal },
  };
}

/** Who is reported to say so; of those without a name only who speaks for a house ("palace officials"). */
function spokenBy(context: Context, said: Speaker): ActorRef | undefined {
  const speaking = context.actors.find((one) => one.id === said.actor);
  if (speaking !== undefined && speaking.kind !== "court" && officials.test(speaking.kind))
    return { id: speaking.id, name: speaking.name, kind: speaking.kind };
  const words = said.words ?? said.name;
  if (
    words === undefined ||
    !words
      .toLowerCase()
      .split(/\W+/u)
      .some((one) => desks.has(one))
  )
    return undefined;
  const name = words.replace(/^(?:a|an|the|one|two|three|several|some)\s+/iu, "").slice(0, 80);
  return { id: `group:${slug(name)}`, name, kind: "group" };
}

const desks = new Set(deskNouns.split(" "));

/** The stand's own words with its condition: a sentence may hold two stands, and neither may be read for the other. */
function evidenceOf(tree: Tree, { word, holders, proposal: towards }: Stand, span: Span): Span {
  const proposal = "i" in towards && towards.upos === "PRON" ? spanOf([towards]) : span;
  const own = subtree(
    tree,
    word,
    (one) =>
      is(one, "parataxis", "conj", "advcl", "acl:relcl") &&
      one.i > word.i &&
      one.end > proposal.end &&
      !isCondition(tree, one),
  );
  const spans = [spanOf(own), proposal, ...holders.slice(0, 1).map((one) => nounPhrase(tree, one))].filter(
    (one) => one.start >= tree.sentence.start && one.end <= tree.sentence.end,
  );
  return { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
}

const officials =
  /^(person|country|government|ministry|military|police|legislature|court|party|armed-group|intergovernmental|organisation|company)$/;

/**
 * A person, or a group named for its stand, that takes one in words says so, unless another tells of it; "while critics
 * warn …" is nobody else's to tell. Where a state or a body stands is the report's to tell, unless it is quoted.
 */
function speaksItself(
  context: Context,
  tree: Tree,
  { saying, word, holders }: Stand,
  said: Speaker,
  actor: ActorRef,
): boolean {
  if (!saying) return false;
  const contrast = kids(tree, word, "mark").some((one) => /^(while|whereas|whilst)$/i.test(one.form));
  if (said.kind !== "unstated" && !contrast) return false;
  const holder = holders[0]!;
  if (actor.kind === "person" || isPersonNoun(holder) || holder.xpos === "NNS" || isPartisan(holder))
    return true;
  const { start, end } = spanOf(subtree(tree, word));
  return /[“"]/.test(context.text.slice(start, end));
}

const isPartisan = ({ lemma }: Token) => partisanNouns[lemma.toLowerCase()] !== undefined;

/** Whose intent it is where the clause names nobody: the speaker, else whose matter the sentences tell of. */
function fallbackActor(context: Context, tree: Tree, stand: Stand, said: Speaker): ActorRef | undefined {
  const holder = stand.holders[0];
  if (holder !== undefined && holder.upos === "PRON" && !/^(it|they|he|she|we|i)$/i.test(holder.form))
    return undefined;
  const speaking = context.actors.find((one) => one.id === said.actor);
  // who watches ("observers note that the intent was never to …") tells of another's intent
  if (speaking !== undefined && officials.test(speaking.kind))
    return { id: speaking.id, name: speaking.name, kind: speaking.kind };
  const before = context.mentions.filter(
    (one) =>
      one.end <= stand.word.start &&
      one.sentence >= tree.sentence.index - 1 &&
      officials.test(one.actor.kind) &&
      isSubjectLike(context.treeAt(one.sentence), one.head),
  );
  return before.at(-1)?.actor;
}

/** A subject, an agent, or whose such a thing is ("the administration's focus"); never a place in which. */
function isSubjectLike(tree: Tree, at: number): boolean {
  const token = tree.sentence.tokens[at];
  if (token === undefined) return false;
  if (is(token, "nsubj", "obl:agent")) return true;
  const above = parent(tree, token);
  return above !== undefined && is(token, "nmod:poss", "compound", "amod") && is(above, "nsubj", "obl:agent");
}

/** What the stand is towards; a pronoun for which no act was named says nothing. */
function proposalSpan(context: Context, tree: Tree, stand: Stand): Span | undefined {
  const span = ownSpan(context, tree, stand);
  const { proposal, word } = stand;
  if (span === undefined || !("i" in proposal)) return span;
  // "opposed foreign troops on its soil": where they may not be belongs to them
  const where = armed.has(proposal.lemma)
    ? kids(tree, word, "obl").find((one) => one.i > proposal.i)
    : undefined;
  if (where !== undefined && /^(?:on|in|near|along)$/.test(kid(tree, where, "case")?.form ?? ""))
    return { start: span.start, end: Math.max(span.end, spanOf(subtree(tree, where)).end) };
  // "called for the vote to be delayed" calls for no vote: the infinitive belongs to it
  const rest = kids(tree, word, "advcl", "xcomp", "ccomp").find(
    (one) => one.i > proposal.i && one !== proposal && kid(tree, one, "mark")?.form === "to",
  );
  if (rest === undefined || kid(tree, proposal, "case")?.form !== "for") return span;
  return { start: span.start, end: Math.max(span.end, spanOf(subtree(tree, rest)).end) };
}

function ownSpan(context: Context, tree: Tree, { proposal, word }: Stand): Span | undefined {
  if (!("i" in proposal)) return spanOf(proposal);
  const inner = remote.has(proposal.lemma.toLowerCase()) ? kid(tree, proposal, "nmod") : undefined;
  if (inner !== undefined) return withoutCase(context.text, tree, inner);
  if (proposal.upos === "PRON") return antecedentSpan(context, tree, proposal);
  if (proposal === word || proposal.upos === "VERB" || is(proposal, "ccomp", "xcomp", "advcl", "acl")) {
    const tokens = subtree(tree, proposal, (one) => {
      if (is(one, "parataxis", "discourse") || namesSource(tree, one)) return true;
      if (is(one, "advcl") && one.i > proposal.i) return true;
      if (one.head !== proposal.i) return false;
      return (
        // "the intent is not to": the intent and its clause's own beginning are no part of what it is.
        (is(one, "nsubj", "cop", "advcl", "advmod") &&
          one.i < proposal.i &&
          word.i < proposal.i &&
          word.head === proposal.i) ||
        (proposal === word && one.i < proposal.i) ||
        is(one, "conj", "cc", "punct") ||
        (is(one, "mark") &&
          /^(that|to|on)$/i.test(one.form) &&
          one.i < proposal.i &&
          one.form.toLowerCase() !== "to")
      );
    });
    return spanOf(tokens.length === 0 ? [proposal] : tokens);
  }
  return withoutCase(context.text, tree, proposal);
}

const remote = new Set(remoteNouns.split(" "));

/** A noun phrase without the preposition before it. */
function withoutCase(text: string, tree: Tree, noun: Token): Span {
  const marks = kids(tree, noun, "case");
  const phrase = nounPhrase(tree, noun);
  const first = marks.length === 0 ? phrase.start : Math.max(phrase.start, marks.at(-1)!.end);
  return { start: skipBlank(text, first), end: Math.max(phrase.end, restricted(tree, noun)) };
}

/** End of the relative clause without a comma that says which: "any measure that the law allows" is not any measure. */
function restricted(tree: Tree, noun: Token): number {
  const clause = kids(tree, noun, "acl:relcl").find((one) => one.i > noun.i);
  if (clause === undefined) return 0;
  const tokens = subtree(tree, clause, (one) => is(one, "parataxis", "conj"));
  const before = tree.sentence.tokens[tokens[0]!.i - 1];
  const last = tokens.findLast(({ upos }) => upos !== "PUNCT");
  return tokens.length > longestClause || before?.upos === "PUNCT" ? 0 : (last?.end ?? 0);
}

const longestClause = 16;

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

/** "did not rule it out": the act or thing put forward that was named last before. */
function antecedentSpan(context: Context, tree: Tree, pronoun: Token): Span | undefined {
  for (let index = tree.sentence.index; index >= Math.max(0, tree.sentence.index - 1); index--) {
    const other = context.treeAt(index);
    const acts = other.sentence.tokens.filter(
      (one) =>
        one.upos === "NOUN" &&
        one.end <= pronoun.start &&
        !is(one, "compound") &&
        (proposed.has(one.lemma.toLowerCase()) ||
          triggersIn(other).some((trigger) => trigger.token.i === one.i)),
    );
    const last = acts.at(-1);
    if (last !== undefined) return nounPhrase(other, last);
  }
  return undefined;
}
