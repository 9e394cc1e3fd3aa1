/**
 * Acts that the trigger lexicon has no word for: what somebody did, or what happened to a thing, in a main clause, a
 * reported one or one that tells when. They carry no PLOVER type.
 */

import { roleNouns } from "../../language/en/actors.ts";
import { pressingVerbs } from "../../language/en/attitudes.ts";
import { cueClasses } from "../../language/en/cues.ts";
import {
  abstractNouns,
  bodilyVerbs,
  claimedNouns,
  degreeVerbs,
  feelingVerbs,
  lightVerbs,
  publishingVerbs,
  relatingVerbs,
  stativeVerbs,
  stylingVerbs,
  tellingMarks,
  thingNouns,
  undertakingNouns,
  wordedActs,
} from "../../language/en/open-acts.ts";
import { claimNouns, keptBack } from "../../language/en/stances.ts";
import { units } from "../../language/en/time-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import { adjectiveClass } from "../status/attitude-words.ts";
import { isQuoted } from "../status/safeguards.ts";
import { attitudeOf, standingOf } from "../status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { canAct, doers } from "./roles.ts";
import { isPersonNoun, nameType, type Trigger, triggersIn } from "./triggers.ts";

const statives = new Set(stativeVerbs.split(/\s+/));
/** Verbs that tell of no happening, whatever their object. */
const unhappening = new Set(
  [feelingVerbs, stylingVerbs, relatingVerbs, degreeVerbs, bodilyVerbs].flatMap((verbs) =>
    verbs.split(/\s+/),
  ),
);
const kept = new Set(keptBack.split(" "));
const light = new Set(lightVerbs.split(" "));
const abstract = new Set(abstractNouns.split(/\s+/));
const things = new Set(thingNouns.split(/\s+/));
/** Verbs of state that with a particle and an object move somebody or something ("carried out", "held back"). */
const moving = new Set("carry run hold keep turn hit make face let pull follow cut look".split(" "));
const undertakings = new Set(undertakingNouns.split(" "));
const marks = new Set(tellingMarks.split(" "));
const claims = new Set(claimNouns.split(" "));

/** In text order; never a verb that the lexicon knows, one of saying or thinking, or one that governs another act. */
export function openActsIn(context: Context, tree: Tree): readonly Trigger[] {
  const known = new Set(triggersIn(tree).map(({ token }) => token.i));
  const found: Trigger[] = [];
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB" || known.has(token.i) || !tells(context, tree, token, known)) continue;
    if (!isTelling(tree, token) || !(endsItself(tree, token, known) || takesPart(context, tree, token)))
      continue;
    if (isQuoted(context, tree, token) || governs(tree, token, known)) continue;
    // "routinely wandered the streets"
    if (standingOf(tree, token).habitual && tree.sentence.blockKind !== "headline") continue;
    const particle = kid(tree, token, "compound:prt");
    found.push({
      token,
      type: undefined,
      lemma: token.lemma.toLowerCase(),
      span: {
        start: token.start,
        end: particle !== undefined && particle.i === token.i + 1 ? particle.end : token.end,
      },
      nominal: false,
      lasting: false,
      toward: [],
      weak: false,
    });
  }
  return found;
}

/** By its word: no state, nothing said, thought, felt or stood for, no step in another act's life. */
function tells(context: Context, tree: Tree, token: Token, known: ReadonlySet<number>): boolean {
  const lemma = token.lemma.toLowerCase();
  if (!/^[a-z][a-z-]+$/.test(lemma)) return false;
  const object = kid(tree, token, "obj", "nsubj:pass");
  const moved = object !== undefined && kid(tree, token, "compound:prt") !== undefined;
  if (isWorded(tree, token) || isAppointment(tree, token)) return true;
  if (statives.has(lemma) && !(moved && moving.has(lemma))) return false;
  if (unhappening.has(lemma) || (object !== undefined && saysLittle(lemma, object))) return false;
  // "the name was not released": what is not said is no act
  if (
    object !== undefined &&
    kept.has(object.lemma.toLowerCase()) &&
    standingOf(tree, token).polarity === "denied"
  )
    return false;
  if (isState(tree, token, object) || isCredit(tree, token) || isReadiness(tree, token)) return false;
  const found = attitudeOf(tree, token);
  // "pressed ministers", "solved the case" are acts, whatever they do to the act below them
  const attitude = found?.name === "lessen" || pressed.has(lemma) ? undefined : found;
  if (endsItself(tree, token, known)) return true;
  if (attitude !== undefined && steps.has(attitude.name))
    return object !== undefined && isItsOwn(tree, token, object, attitude.name === "end" ? none : known);
  if (cueClasses(lemma).length > 0 && !moved && !isAct(tree, token)) return false;
  // "brought in crews": not the "bring" of "brought about"
  if (moved && attitude?.name === "cause" && /^bring$/.test(lemma)) return true;
  if (attitude === undefined) return true;
  // "opened a gate", "carried two students out": nothing is begun or carried out where a thing or a person is the
  // object and no other act is told of.
  if (object === undefined || known.has(object.i) || kid(tree, token, "xcomp", "ccomp") !== undefined)
    return false;
  // "launched a new programme"
  if (/^(?:launch|start|begin|open|unveil)$/.test(lemma) && undertakings.has(object.lemma.toLowerCase()))
    return true;
  return literal.test(attitude.name) && isConcrete(context, tree, object);
}

/** "Council poised to OK a plan", where the parser takes "poised" for a past: what is ahead, and nothing that was done. */
function isReadiness(tree: Tree, verb: Token): boolean {
  if (!/^VB[DN]$/.test(verb.xpos) || tree.sentence.tokens[verb.i + 1]?.form.toLowerCase() !== "to")
    return false;
  return adjectiveClass(verb) !== undefined;
}

const pressed = new Set(`${pressingVerbs} solve probe`.split(" "));

/** "Played a role", "drew criticism", "spent a decade". */
function saysLittle(verb: string, object: Token): boolean {
  const noun = object.lemma.toLowerCase();
  if (/^(?:spend|take|serve|pass|waste)$/.test(verb) && Object.hasOwn(units, noun)) return true;
  return light.has(verb) && object.upos === "NOUN" && abstract.has(noun);
}

/** "Is located in", "is generally given", "felt betrayed": how something is; of things that move or are built a state is news ("the road is closed"). */
function isState(tree: Tree, verb: Token, subject: Token | undefined): boolean {
  if (verb.xpos !== "VBN" || tree.sentence.blockKind === "headline") return false;
  if (is(verb, "xcomp") && kid(tree, verb, "mark", "aux:pass", "aux") === undefined)
    return felt.test(parent(tree, verb)!.lemma);
  const [aux, ...more] = kids(tree, verb, "aux:pass", "aux");
  if (aux === undefined || more.length > 0 || !/^(?:is|are|'s|’s|re|'re|’re)$/i.test(aux.form)) return false;
  const thing = subject !== undefined && verb.lemma !== "locate" && things.has(subject.lemma.toLowerCase());
  return !thing || standingOf(tree, verb).habitual;
}

const felt = /^(?:feel|look|seem|appear|get|become|remain|stay|leave|keep|stand)$/;

/** "Three reporters contributed to this report", "this material may not be published". */
function isCredit(tree: Tree, verb: Token): boolean {
  const what = kid(tree, verb, "nsubj:pass");
  const printed = what !== undefined && /^(?:material|report|story|article|content)$/.test(what.lemma);
  if (printed && kid(tree, what, "det")?.lemma === "this")
    return /^(?:publish|broadcast|rewrite|redistribute|reproduce|update|amend|edit|correct|retract|syndicate)$/.test(
      verb.lemma,
    );
  return kids(tree, verb, "obl").some(
    (one) => /^(?:report|story|article)$/.test(one.lemma) && kid(tree, one, "det")?.lemma === "this",
  );
}

/** "gave way", "caught fire". */
function isWorded(tree: Tree, verb: Token): boolean {
  const lemma = verb.lemma.toLowerCase();
  return kids(tree, verb, "obj", "xcomp", "advmod", "obl").some((one) =>
    worded.has(`${lemma}_${one.lemma.toLowerCase()}`),
  );
}

/** "Was named the new leader", "named her head of the fund": somebody to an office. */
function isAppointment(tree: Tree, verb: Token): boolean {
  if (!/^(?:name|make)$/.test(verb.lemma) || kid(tree, verb, "nsubj:pass", "obj") === undefined) return false;
  if (verb.lemma === "make" && kid(tree, verb, "nsubj:pass") === undefined) return false;
  return kids(tree, verb, "xcomp", "obj").some(
    (one) =>
      one.i > verb.i &&
      roleNouns.has(one.lemma.toLowerCase()) &&
      kid(tree, one, "amod", "nmod", "det") !== undefined,
  );
}

const worded = new Set(wordedActs.split(" "));

/** "published the list", "was interrupted", "claimed victory", where nothing is said. */
function isAct(tree: Tree, verb: Token): boolean {
  if (kid(tree, verb, "ccomp", "xcomp") !== undefined) return false;
  const object = kid(tree, verb, "obj", "nsubj:pass");
  if (object?.upos !== "NOUN" && object?.upos !== "PROPN") return false;
  // "were being questioned over"
  if (/^(?:question|interview|interrogate)$/.test(verb.lemma)) return isPersonNoun(object);
  if (verb.lemma === "claim") return claimed.has(object.lemma.toLowerCase());
  return publishing.has(verb.lemma.toLowerCase()) && !claims.has(object.lemma.toLowerCase());
}

const publishing = new Set(publishingVerbs.split(" "));
const claimed = new Set(claimedNouns.split(" "));

const literal = /^(?:carry out|continue|attempt|foil)$/;

/** Steps of which one is an act by itself where no other act is told: "approved the budget", "agreed a text". */
const steps = new Set(["begin", "end", "postpone", "call off", "authorise", "announce", "prevent", "deny"]);

/** "The strikes ended on Sunday": an act is the subject of its end. */
function endsItself(tree: Tree, verb: Token, known: ReadonlySet<number>): boolean {
  const subject = kid(tree, verb, "nsubj");
  if (subject === undefined || !known.has(subject.i) || kid(tree, verb, "obj") !== undefined) return false;
  return attitudeOf(tree, verb)?.name === "end";
}

const none: ReadonlySet<number> = new Set();

/** No act, plan or claim is what it is done to: "approved a plan to strike" tells of the strike. */
function isItsOwn(tree: Tree, verb: Token, object: Token, known: ReadonlySet<number>): boolean {
  if (object.upos === "PRON" || kid(tree, verb, "xcomp", "ccomp") !== undefined) return false;
  if (known.has(object.i)) return false;
  // "a plan to strike", not "a flight planned for Thursday"
  const clauses = kids(tree, object, "acl", "ccomp").filter((one) => !is(one, "acl:relcl"));
  if (clauses.some((one) => one.xpos !== "VBN" || kid(tree, one, "mark", "nsubj:pass") !== undefined))
    return false;
  return !kids(tree, object, "nmod").some((one) => known.has(one.i));
}

/** "The second phase was cancelled", "scrapped the project": what was to come is off, of which no other word tells. */
export function callsOff(context: Context, tree: Tree, verb: Token): boolean {
  if (!callingOff.test(verb.lemma) || attitudeOf(tree, verb)?.name !== "call off") return false;
  const what = kid(tree, verb, "obj", "nsubj:pass");
  if (what === undefined || what.upos === "PRON" || inForce.test(what.lemma)) return false;
  // "abandoned the base", "scrapped two ships"
  if (!/^(?:abandon|scrap|ditch)$/.test(verb.lemma)) return !isPersonNoun(what);
  return !isConcrete(context, tree, what) && nameType(tree, what) !== "LOC";
}

const callingOff = /^(?:cancel|call|scrap|abandon|shelve|abort|scrub|ditch)$/;
/** What is in force until it is cancelled. */
const inForce =
  /^(?:visa|passport|licen[cs]e|permit|debt|registration|citizenship|membership|subscription|leave|law|rule|tax)$/;

/** By its form and place: past, perfect, progressive or future, in a clause that tells. */
function isTelling(tree: Tree, token: Token): boolean {
  if (!tellsWhen(tree, token) && !isBelowAttitude(tree, token)) return false;
  let at = token;
  for (let steps = 0; steps < 4; steps++) {
    if (is(at, "root")) return true;
    const above = parent(tree, at);
    if (above === undefined) return false;
    if (is(at, "acl") && !is(at, "acl:relcl")) return isDeniedClaim(tree, at, above);
    if (is(at, "ccomp"))
      return cueClasses(above.lemma.toLowerCase()).some((one) => /^(?:say|think|show)$/.test(one));
    if (isBelowAttitude(tree, at)) {
      at = above;
      continue;
    }
    if (is(at, "advcl")) {
      const mark = kid(tree, at, "mark", "advmod");
      return mark !== undefined && marks.has(mark.form.toLowerCase()) && kid(tree, at, "nsubj") !== undefined;
    }
    // "Goris, where power was restored": an aside that tells what happened there
    if (is(at, "acl:relcl") && kids(tree, at, "advmod").some((one) => /^(?:where|when)$/i.test(one.form)))
      return kid(tree, at, "nsubj") !== undefined && isNamed(tree, above);
    if (is(at, "acl:relcl"))
      return kids(tree, at, "nsubj").some((one) => /^(?:who|which)$/i.test(one.form)) && isNamed(tree, above);
    if (!is(at, "conj", "parataxis") || above.upos !== "VERB") return false;
    at = above;
  }
  return false;
}

/** "Denied reports that troops had left": what is claimed, where somebody rejects the claim. */
function isDeniedClaim(tree: Tree, clause: Token, noun: Token): boolean {
  const verb = is(noun, "obj") && claims.has(noun.lemma.toLowerCase()) ? parent(tree, noun) : undefined;
  if (verb === undefined || kid(tree, clause, "mark") === undefined) return false;
  return attitudeOf(tree, verb)?.name === "deny";
}

function tellsWhen(tree: Tree, token: Token): boolean {
  const aux = kids(tree, token, "aux").map((one) => one.lemma.toLowerCase());
  switch (token.xpos) {
    case "VBD":
      return true;
    case "VBN":
    case "VBG":
      return aux.length > 0 || (is(token, "conj") && tellsWhen(tree, parent(tree, token)!));
    case "VB":
      return aux.some(
        (one) => /^(?:will|shall|did|do)$/.test(one) || (one === "would" && is(token, "ccomp")),
      );
    default:
      return /^VB[PZ]$/.test(token.xpos) && tree.sentence.blockKind === "headline";
  }
}

/** "Began lifting families", "ordered people to leave": the act of a verb that says how far it has got. */
function isBelowAttitude(tree: Tree, token: Token): boolean {
  const above = parent(tree, token);
  const attitude = above?.upos === "VERB" ? attitudeOf(tree, above) : undefined;
  if (above === undefined || attitude === undefined) return false;
  if (is(token, "xcomp")) return true;
  const marks = kids(tree, token, "mark").map(({ form }) => form.toLowerCase());
  if (!marks.includes("to")) return false;
  // "considered whether to close the market"
  if (is(token, "ccomp")) return marks.includes("whether");
  // "agreed on Thursday to prolong the truce"
  const behind = token.i > above.i && ahead.has(attitude.name);
  return is(token, "advcl") && (kid(tree, above, "obj") !== undefined || behind);
}

/** Attitudes whose infinitive is what they are about, however far behind it stands. */
const ahead = new Set(["announce", "plan", "discuss", "threaten", "authorise"]);

const isNamed = (tree: Tree, token: Token) => token.upos === "PROPN" || nameType(tree, token) !== undefined;

/** Somebody who acts, with something acted on, or a thing that something is done to or that breaks, burns, sinks. */
function takesPart(context: Context, tree: Tree, token: Token): boolean {
  const passive = kid(tree, token, "nsubj:pass");
  if (passive !== undefined)
    return passive.upos !== "PRON" || anybody.test(passive.form) || isConcrete(context, tree, passive);
  const subjects = doers(tree, token);
  if (subjects.length === 0) return false;
  const acts = subjects.some((one) => canAct(context, tree, one) || isPersonNoun(one) || isSomeOf(tree, one));
  if (isWorded(tree, token)) return true;
  const beside = kid(tree, token, "obj", "obl", "compound:prt") !== undefined;
  return beside && (acts || subjects.some((one) => things.has(one.lemma.toLowerCase())));
}

const anybody = /^(?:any|some|every|no)(?:one|body)$/i;

/** "Two of his deputies", "several of the hackers". */
function isSomeOf(tree: Tree, word: Token): boolean {
  return /^(?:NUM|DET|PRON|ADJ)$/.test(word.upos) && kids(tree, word, "nmod").some(isPersonNoun);
}

function isConcrete(context: Context, tree: Tree, noun: Token): boolean {
  return things.has(noun.lemma.toLowerCase()) || isPersonNoun(noun) || canAct(context, tree, noun);
}

/** "had the men shot", "let the army in": another act below is the one that is told. */
function governs(tree: Tree, token: Token, known: ReadonlySet<number>): boolean {
  return kids(tree, token, "xcomp", "ccomp").some((one) => known.has(one.i));
}
