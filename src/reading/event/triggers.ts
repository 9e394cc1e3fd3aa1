/** Words of a sentence that name acts: verbs, nouns and participles of the trigger lexicon, with their senses told apart by object and company. */
import {
  amongPeople,
  forceWords,
  idealNouns,
  objectNouns,
  publishedNouns,
  releaseWords,
  strikeWords,
  type TriggerClass,
  triggerClasses,
} from "../../language/en/events.ts";
import { namesPeople } from "../../language/en/lexicon.ts";
import { personEndings, personNouns, tradeNouns } from "../../language/en/people.ts";
import { dayParts, months, seasons, units, weekdays } from "../../language/en/time-words.ts";
import type { PloverType } from "../../model/finding.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { attitudeOf } from "../status.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import { WhileReading } from "../while-reading.ts";
import { lemmaFinder } from "../words/lemma.ts";
import { stemsOf } from "../words/per-word.ts";

export interface Trigger {
  readonly token: Token;
  /** undefined: an act that PLOVER has no type for. */
  readonly type: PloverType | undefined;
  readonly mode?: string;
  readonly context?: readonly string[];
  readonly lemma: string;
  /** The trigger with its particle, or up to the object that settles its sense ("sent troops"). */
  readonly span: Span;
  readonly nominal: boolean;
  readonly lasting: boolean;
  /** Prepositions before whom it is done to. */
  readonly toward: readonly string[];
  /** A noun that says little by itself ("operation"). */
  readonly weak: boolean;
}

/** The acts that a sentence names, in text order. */
export function triggersIn(tree: Tree): readonly Trigger[] {
  let known = triggers.get(tree);
  if (known === undefined) {
    known = foundIn(tree);
    triggers.set(tree, known);
  }
  return known;
}

const triggers = new WhileReading<Tree, readonly Trigger[]>();

function foundIn(tree: Tree): Trigger[] {
  const found = new Map<number, Trigger>();
  for (const token of tree.sentence.tokens) {
    const trigger = isVerbal(token)
      ? verbTrigger(tree, token)
      : isNoun(token) || standsAsNoun(tree, token)
        ? nounTrigger(tree, token)
        : undefined;
    if (trigger !== undefined) found.set(token.i, trigger);
  }
  // "imposed a curfew", "suspend aid": verb and object name one act.
  for (const trigger of [...found.values()]) {
    if (trigger.nominal) continue;
    const object = objectOf(tree, trigger.token);
    if (object !== undefined && found.get(object.i)?.nominal && trigger.span.end >= object.end)
      found.delete(object.i);
  }
  return [...found.values()].sort((a, b) => a.token.i - b.token.i);
}

const isVerbal = (token: Token) => token.upos === "VERB" || (token.upos === "ADJ" && token.xpos === "VBN");
const isNominal = (token: Token | undefined) =>
  token !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(token.upos);
const isNoun = (token: Token) => token.upos === "NOUN" || token.upos === "PROPN";
/** "an offensive" tagged as an adjective: it stands where only a noun can. */
const standsAsNoun = (tree: Tree, token: Token) =>
  token.upos === "ADJ" && is(token, "obj", "nsubj", "nmod", "obl") && kid(tree, token, "det") !== undefined;

const verbs = index("verbs");
const stems = stemsOf(verbs.keys());
const lemmaOf = lemmaFinder((lemma) => verbs.has(lemma));
/** Whether the lexicon has the verb, alone or with other words. */
const isKnown = (lemma: string) => stems.has(lemma) || lemma.includes("_");
const nouns = index("nouns");
const weaks = index("weak");

function index(part: "verbs" | "nouns" | "weak"): ReadonlyMap<string, readonly TriggerClass[]> {
  const map = new Map<string, TriggerClass[]>();
  for (const one of triggerClasses)
    for (const key of (one[part] ?? "").split(" ")) {
      if (key === "") continue;
      const row = map.get(key);
      if (row === undefined) map.set(key, [one]);
      else row.push(one);
    }
  return map;
}

/** Participles before a noun that describe it more often than they tell of an act. */
const descriptive = new Set(
  "arm train sanction embargo ban restrict deem designate classify list label coordinate fight strike disperse equip board hold fine target mine share level fund burn damage bar patrol restrict test increase double reinforce send move cross close place issue extend widen expand cut hack raise station charge police escort shelter light".split(
    " ",
  ),
);

function verbTrigger(tree: Tree, token: Token): Trigger | undefined {
  const lemma = lemmaOf(token);
  if (!isKnown(lemma)) return undefined;
  // "rebel-held towns", "ground-launched missiles": what things are
  const { tokens } = tree.sentence;
  if (token.xpos === "VBN" && tokens[token.i - 1]?.xpos === "HYPH" && isNominal(tokens[token.i + 1]))
    return undefined;
  const attributive = is(token, "amod", "compound");
  if (attributive && (token.xpos !== "VBN" || descriptive.has(lemma))) return undefined;
  // "besieged areas", "the seized weapons": what things are called; "the murdered mayor": what befell somebody
  const called =
    attributive && token.head > token.i && kids(tree, token).every((one) => is(one, "advmod", "punct"));
  if (is(token, "aux", "cop", "case", "mark", "fixed", "flat", "compound")) return undefined;
  // "strikes targeting the cartels": the participle names the target of an act, no act of its own.
  if (is(token, "acl") && token.xpos === "VBG" && /^(target|involve|hit)$/.test(lemma)) return undefined;
  // "the streets surrounding the depot"
  if (
    is(token, "acl") &&
    /^(?:surround|encircle)$/.test(lemma) &&
    !isPersonNoun(parent(tree, token) ?? token) &&
    kid(tree, token, "aux", "nsubj") === undefined
  )
    return undefined;
  if (!isDoneTo(tree, token, lemma)) return undefined;
  for (const [key, end] of keysOf(tree, token, lemma)) {
    for (const one of verbs.get(key) ?? []) {
      if (called && !fates.test(one.mode ?? "")) continue;
      const object = attributive ? parent(tree, token) : objectOf(tree, token);
      if (one.object !== undefined && !settles(tree, one, object, token)) continue;
      if (
        one.subject !== undefined &&
        !settles(tree, { ...one, object: one.subject }, subjectOf(tree, token), token)
      )
        continue;
      // "struck a deal", "hit a record": a verb with an object it can't be done to.
      const through =
        one.object !== undefined &&
        object !== undefined &&
        one.mode !== "arrest" &&
        namesAct(one) &&
        object.i > token.i
          ? object
          : undefined;
      return {
        token,
        type: one.type,
        ...(one.mode === undefined ? {} : { mode: one.mode }),
        ...(one.context === undefined ? {} : { context: one.context }),
        lemma: key,
        span: { start: token.start, end: near(token, through)?.end ?? end },
        nominal: false,
        lasting: one.lasting === true,
        toward: (one.toward ?? "").split(" ").filter((word) => word !== ""),
        weak: false,
      };
    }
  }
  return undefined;
}

const ideal = new Set(idealNouns.split(/\s+/));
const mutual = new Set(amongPeople.split(" "));
const published = new Set(publishedNouns.split(" "));
const papers = new Set(releaseWords.split(" "));

/** Whether the act can be done to its object: "captured the imagination", "met the conditions", "released a video" tell of another. */
function isDoneTo(tree: Tree, verb: Token, lemma: string): boolean {
  const object = kid(tree, verb, "obj", "nsubj:pass");
  if (
    object?.upos !== "NOUN" ||
    tree.sentence.tokens.slice(verb.i, object.i).some(({ upos }) => upos === "ADP")
  )
    return true;
  const noun = object.lemma.toLowerCase();
  if (ideal.has(noun) || (noun === "support" && /^(?:muster|rally|mobili[sz]e|demonstrate)$/.test(lemma)))
    return false;
  if (lemma === "release") return !published.has(noun);
  if (mutual.has(lemma) && !/^(?:protest|clash)$/.test(lemma))
    return (
      isPersonNoun(object) ||
      nameType(tree, object) !== undefined ||
      /^(?:group|leader|side|delegation|team|government|official|party|council|family|client|counterpart|force|crowd)$/.test(
        noun,
      )
    );
  return true;
}

/** What befalls a person, and is told by naming the person for it. */
const fates = /^(?:kill|assassinate|execute|abduct)$/;

/** Verbs that say nothing without their object: "sent troops", "imposed sanctions". */
function namesAct(one: TriggerClass): boolean {
  return one.type !== "ASSAULT" && one.type !== "COERCE" && one.object?.includes("any") !== true;
}

const farthest = 5;

function near(verb: Token, object: Token | undefined): Token | undefined {
  return object !== undefined && object.i - verb.i <= farthest ? object : undefined;
}

/** Lexicon keys of a verb, the most specific first, with where its words end. */
function keysOf(tree: Tree, token: Token, lemma: string): [string, number][] {
  const keys: [string, number][] = [];
  for (const one of tree.children[token.i] ?? []) {
    const word = one.form.toLowerCase();
    if (is(one, "compound:prt", "advmod", "obj", "xcomp", "compound") && one.i > token.i)
      keys.push([`${lemma}_${word}`, one.i - token.i <= 2 ? one.end : token.end]);
    if (is(one, "obl", "obj", "advcl", "nmod")) {
      const preposition = kid(tree, one, "case")?.form.toLowerCase();
      // "fired its director on Monday" fires on nobody
      if (preposition !== undefined && !isTime(one)) {
        keys.push([`${lemma}_${preposition}`, token.end]);
        keys.push([`${lemma}_${one.lemma.toLowerCase()}`, token.end]);
      }
    }
  }
  keys.push([lemma, token.end]);
  return keys;
}

function isTime({ lemma }: Token): boolean {
  const word = lemma.toLowerCase();
  return [weekdays, months, units, dayParts, seasons].some((words) => Object.hasOwn(words, word));
}

/** Who a verb says does it, in the active. */
function subjectOf(tree: Tree, verb: Token): Token | undefined {
  const own = kids(tree, verb, "nsubj").find((one) => !is(one, "nsubj:pass"));
  if (own !== undefined || !is(verb, "conj")) return own;
  const lead = parent(tree, verb);
  return lead === undefined ? undefined : kids(tree, lead, "nsubj").find((one) => !is(one, "nsubj:pass"));
}

/** What a verb is done to: its object, or its subject in the passive. */
export function objectOf(tree: Tree, verb: Token): Token | undefined {
  const own = kid(tree, verb, "obj") ?? kid(tree, verb, "nsubj:pass");
  if (own !== undefined) return own;
  if (is(verb, "conj")) {
    const lead = parent(tree, verb);
    if (lead === undefined || !isVerbal(lead)) return undefined;
    if (lead.xpos === verb.xpos || (verb.xpos === "VBN" && kid(tree, lead, "nsubj:pass") !== undefined)) {
      const shared = kid(tree, lead, "nsubj:pass");
      if (shared !== undefined && kid(tree, verb, "nsubj") === undefined) return shared;
    }
  }
  if (is(verb, "acl") && verb.xpos === "VBN") return parent(tree, verb);
  return undefined;
}

const classes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(objectNouns).map(([name, words]) => [name, new Set(words.split(" "))]),
);
const people = new Set(`${personNouns} ${tradeNouns}`.split(" "));

/** "12 Danes": a people's name in the plural. */
export function isPeople(token: Token): boolean {
  return /^NNP?S$/.test(token.xpos) && namesPeople(token.form);
}

export function isPersonNoun(token: Token): boolean {
  const lemma = token.lemma.toLowerCase();
  if (/[a-z]{2}(man|men|woman|women)$/.test(lemma) && !/^(human|german|roman|ottoman|talisman)$/.test(lemma))
    return true;
  if (personEndings.test(lemma) && !noPeople.test(lemma)) return true;
  if (people.has(lemma) || people.has(token.form.toLowerCase()) || people.has(lemma.replace(/s$/, "")))
    return true;
  // "a co-worker", "ex-soldiers", "her half-sister"
  const dash = lemma.indexOf("-");
  return dash > 0 && beforePeople.test(lemma.slice(0, dash)) && people.has(lemma.slice(dash + 1));
}

const beforePeople = /^(?:co|ex|half|step|great|non|foster|fellow|vice|sub|would)$/;

const noPeople =
  /(?:(?:wood|bolt|stone|grass)cutter|(?:fore|second|short|long|off|before)hand|(?:cd|dvd|video|record|tape)player)$/;

/** Whether an object is of one of the classes that a verb needs. */
function settles(tree: Tree, one: TriggerClass, object: Token | undefined, verb: Token): boolean {
  if (one.object === undefined) return true;
  if (object === undefined)
    return one.object.includes("border") && one.mode === "border-crossing" && towardPlace(tree, verb);
  for (const token of [object, ...kids(tree, object, "conj", "nmod", "compound", "amod")]) {
    if (token !== object && is(token, "nmod") && kid(tree, token, "case")?.form.toLowerCase() !== "of")
      continue;
    const modifier = is(token, "compound", "amod") && token !== object;
    for (const name of one.object) {
      if (name === "any") return true;
      if (modifier && name !== "force" && name !== "sanction") continue;
      if (name === "person" && !modifier) {
        if (
          isPersonNoun(token) ||
          nameType(tree, token) === "PER" ||
          (token.upos === "PRON" && one.verbs !== "hold")
        )
          return true;
      } else if (name === "place" && nameType(tree, token) === "LOC") return true;
      else if (name === "group" && nameType(tree, token) === "ORG") return true;
      if (classes.get(name)?.has(token.lemma.toLowerCase()) === true) return true;
    }
  }
  if (one.object.includes("designated")) return asDesignated(tree, verb);
  return false;
}

function towardPlace(tree: Tree, verb: Token): boolean {
  return kids(tree, verb, "obl").some(
    (one) =>
      nameType(tree, one) === "LOC" && /^(into|to)$/.test(kid(tree, one, "case")?.form.toLowerCase() ?? ""),
  );
}

/** "classified several cartels as terrorist organisations", "deemed …": what they are made. */
function asDesignated(tree: Tree, verb: Token): boolean {
  return subtree(tree, verb).some(
    (one) => one.i > verb.i && /^(terrorists?|sanctioned|entit(y|ies)|sponsors?|criminal)$/i.test(one.form),
  );
}

export function nameType(tree: Tree, token: Token): string | undefined {
  return tree.sentence.names.find((name) => name.first <= token.i && token.i <= name.last)?.type;
}

function nounTrigger(tree: Tree, token: Token): Trigger | undefined {
  const lemma = token.lemma.toLowerCase();
  const form = token.form.toLowerCase();
  const weak = !nouns.has(lemma) && !nouns.has(form) && weaks.has(lemma);
  const one = (nouns.get(lemma) ?? nouns.get(form) ?? weaks.get(lemma))?.[0];
  if (one === undefined) return undefined;
  if (
    lemma === "release" &&
    kids(tree, token, "compound", "amod").some((one) => papers.has(one.lemma.toLowerCase()))
  )
    return undefined;
  // "the release of a video"
  if (lemma === "release" && kids(tree, token, "nmod").some((one) => published.has(one.lemma.toLowerCase())))
    return undefined;
  // "strike force", "attack helicopter": the act only describes.
  if (is(token, "compound", "flat", "fixed", "case", "mark", "advmod")) return undefined;
  const type = nameType(tree, token);
  if (type !== undefined && type !== "EVENT") return undefined;
  if (weak && !hasForce(tree, token)) return undefined;
  // "Ban strongly believes": acts do not think
  const verb = is(token, "nsubj") ? parent(tree, token) : undefined;
  if (
    verb !== undefined &&
    /^\p{Lu}/u.test(token.form) &&
    /^(?:believe|think|say|hope|tell|want|warn|know)$/.test(verb.lemma)
  )
    return undefined;
  if (
    token.upos === "PROPN" &&
    type !== "EVENT" &&
    token.form !== token.form.toLowerCase() &&
    tree.sentence.blockKind === "paragraph" &&
    token.i > 0
  )
    return undefined;
  let sense: readonly [PloverType, string | undefined] = [one.type, one.mode];
  if (lemma === "strike") {
    const settled = strikeSense(tree, token);
    if (settled !== undefined) sense = settled;
  }
  return {
    token,
    type: sense[0],
    ...(sense[1] === undefined ? {} : { mode: sense[1] }),
    ...(one.context === undefined ? {} : { context: one.context }),
    lemma,
    span: { start: token.start, end: token.end },
    nominal: true,
    lasting: one.lasting === true,
    toward: (one.toward ?? "on against at of").split(" "),
    weak,
  };
}

const forces = new Set(forceWords.split(" "));

/** A weak noun needs a word of force on it, or its own plural act ("operations against the cartels"). */
function hasForce(tree: Tree, token: Token): boolean {
  for (const one of kids(tree, token, "amod", "compound", "nmod", "conj")) {
    if (forces.has(one.lemma.toLowerCase()) || forces.has(one.form.toLowerCase())) return true;
    if (is(one, "nmod") && /^(against|targeting)$/.test(kid(tree, one, "case")?.form.toLowerCase() ?? ""))
      return true;
    if (is(one, "conj") && nouns.has(one.lemma.toLowerCase())) return true;
  }
  // "authorised the operation", "the operation has not begun"
  const above = parent(tree, token);
  const life =
    above === undefined || !is(token, "obj", "nsubj", "nsubj:pass")
      ? undefined
      : attitudeOf(tree, above)?.name;
  if (life !== undefined && /^(authorise|call off|begin|threaten|discuss|plan|postpone)$/.test(life))
    return true;
  if (
    kids(tree, token, "acl").some((one) =>
      /^(target|attack|destroy|kill|capture|disrupt|authorise|authorize|order|approve)$/.test(one.lemma),
    )
  )
    return true;
  const lead = is(token, "conj") ? parent(tree, token) : undefined;
  return (
    lead !== undefined &&
    (nouns.get(lead.lemma.toLowerCase())?.[0]?.type === "ASSAULT" ||
      (isNoun(lead) && weaks.has(lead.lemma.toLowerCase()) && hasForce(tree, lead)))
  );
}

function strikeSense(tree: Tree, token: Token): readonly [PloverType, string] | undefined {
  for (const one of kids(tree, token, "compound", "amod", "nmod", "nmod:poss")) {
    const sense = strikeWords[one.lemma.toLowerCase()];
    if (sense !== undefined) return sense;
  }
  // "on strike", "went on strike"
  return kid(tree, token, "case")?.form.toLowerCase() === "on" && kid(tree, token, "det") === undefined
    ? ["PROTEST", "strike"]
    : undefined;
}
