/** Who takes part in an act: subjects, agents, possessors and objects, through control, relatives and conjuncts. */

import { cueClasses } from "../../language/en/cues.ts";
import { forceWords, instrumentNouns, objectNouns } from "../../language/en/events.ts";
import type { ActorRef } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import { attitudeOf } from "../status.ts";
import { is, kid, kids, nounPhrase, parent, type Tree } from "../tree.ts";
import { isPersonNoun, nameType, objectOf, type Trigger } from "./triggers.ts";

export interface Roles {
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly instruments: readonly string[];
}

export function rolesOf(context: Context, tree: Tree, trigger: Trigger): Roles {
  const actors = trigger.nominal ? nominalActors(context, tree, trigger) : doers(tree, trigger.token);
  const recipients = trigger.nominal ? nominalRecipients(tree, trigger) : verbRecipients(tree, trigger);
  return {
    actors: refsOf(
      context,
      tree,
      actors.filter((one) => canAct(context, tree, one)),
    ),
    recipients: refsOf(
      context,
      tree,
      recipients.filter((one) => !isPlaceLike(one)),
    ),
    instruments: instrumentsOf(context, tree, trigger),
  };
}

/** A person, a group or a known actor acts; a plan, a law or a campaign does not. */
export function canAct(context: Context, tree: Tree, token: Token): boolean {
  if (context.actorAt(tree.sentence.index, token.i) !== undefined) return true;
  if (token.upos === "PROPN") return /^(PER|ORG|LOC)$/.test(nameType(tree, token) ?? "");
  if (token.upos !== "NOUN" || namelessNouns.test(token.lemma)) return false;
  return isPersonNoun(token) || actingNouns.has(token.lemma.toLowerCase());
}

/** Nouns that name nobody: "men", "people". */
const namelessNouns =
  /^(people|person|man|woman|child|boy|girl|other|body|dead|casualty|victim|patient|survivor|homeless|individual|human|some|many|mission|patrol)$/i;

const actingNouns = new Set(
  `${objectNouns.group} ${objectNouns.force} administration ministry department conference association chamber guild union federation body panel tribunal office authority board league movement service bureau directorate institute foundation church diocese operator embassy mission delegation agency coalition alliance council committee parliament congress court bank company firm union party junta regime commission assembly senate state country nation mob crowd association league federation tribe clan family smuggler opposition kingdom emirate sultanate republic monarchy province navy coastguard airline carrier insurer retailer club team university college museum watchdog charity laboratory newspaper broadcaster consortium cooperative co-operative utility railway fund trust nonprofit secretariat cabinet caucus startup side`.split(
    " ",
  ),
);
const placeNouns = new Set(`${objectNouns.border} way area part ground`.split(" "));

function isPlaceLike(token: Token): boolean {
  return placeNouns.has(token.lemma.toLowerCase());
}

/** Verbs whose object does what the infinitive says: "ordered the army to cross". */
const objectControl = new Set(
  "order ask tell urge force allow permit authorize authorise direct instruct enable help persuade press compel encourage invite want let make see cause lead require request empower command expect believe send".split(
    " ",
  ),
);

/** Tokens that do what a verb says: its subject or agent, found through control where it has none. */
export function doers(tree: Tree, verb: Token): readonly Token[] {
  let at: Token = verb;
  for (let steps = 0; steps < 6; steps++) {
    const agent = kids(tree, at, "obl:agent").concat(
      kid(tree, at, "nsubj:pass") === undefined
        ? []
        : kids(tree, at, "obl").filter((one) => kid(tree, one, "case")?.form.toLowerCase() === "by"),
    );
    if (agent.length > 0) return withConjuncts(tree, agent);
    const subject = kids(tree, at, "nsubj").filter(
      (one) => !is(one, "nsubj:pass", "nsubj:outer") || isActive(tree, at, one),
    );
    if (subject.length > 0)
      return withConjuncts(
        tree,
        subject.map((one) => antecedent(tree, at, one)),
      );
    if (kid(tree, at, "nsubj:pass") !== undefined && at === verb) return [];
    // "choosing him can harm the talks": the choosing does
    if (kid(tree, at, "csubj") !== undefined) return [];
    const above = parent(tree, at);
    if (above === undefined) return [];
    if (is(at, "acl:relcl")) return [];
    if (is(at, "acl")) {
      if (at.xpos === "VBN") return [];
      // "a plan to strike", "officers deployed": the holder of the plan, or the noun itself.
      if (at.xpos === "VBG") return withConjuncts(tree, [above]);
      const owner = kids(tree, above, "nmod:poss");
      if (owner.length > 0) return withConjuncts(tree, owner);
      const governor = parent(tree, above);
      if (governor === undefined || !is(above, "obj", "obl", "xcomp")) return [];
      at = governor;
      continue;
    }
    if (is(at, "xcomp", "advcl", "ccomp")) {
      const object = kid(tree, above, "obj", "iobj");
      if (is(at, "xcomp", "ccomp") && object !== undefined && objectControl.has(above.lemma.toLowerCase()))
        return withConjuncts(tree, [object]);
      if (kid(tree, above, "nsubj:pass") !== undefined && is(at, "xcomp"))
        return withConjuncts(tree, kids(tree, above, "nsubj:pass"));
      if (is(at, "ccomp") && at.xpos !== "VB" && at.xpos !== "VBG") return [];
      // "jailed him for ordering the raid", "was accused of shelling": who is judged did it
      const judged =
        judging.test(above.lemma.toLowerCase()) && /^(?:for|of|with|over)$/.test(markOf(tree, at));
      const whom = judged ? (object ?? kid(tree, above, "nsubj:pass")) : undefined;
      if (whom !== undefined) return withConjuncts(tree, [antecedent(tree, above, whom)]);
    } else if (!is(at, "conj")) return [];
    at = above;
  }
  return [];
}

const judging =
  /^(?:sentence|jail|imprison|convict|fine|accuse|suspect|charge|indict|blame|criticise|criticize|condemn|denounce|arrest|detain|punish|dismiss|sack|fire|suspend|thank|praise|commend|honour|honor|investigate|sue|try|acquit|clear|question|rebuke|reprimand)$/;

const markOf = (tree: Tree, clause: Token) => kid(tree, clause, "mark", "case")?.form.toLowerCase() ?? "";

/** A passive subject of a verb that has an object and no passive auxiliary is an active one, mislabelled. */
function isActive(tree: Tree, verb: Token, subject: Token): boolean {
  return (
    is(subject, "nsubj:pass") &&
    kid(tree, verb, "aux:pass") === undefined &&
    kid(tree, verb, "obj", "ccomp") !== undefined
  );
}

/** "which", "that", "who" stand for the noun that their clause hangs on. */
export function antecedent(tree: Tree, clause: Token, word: Token): Token {
  if (!/^(who|which|that|whom)$/i.test(word.form)) return word;
  let at: Token | undefined = clause;
  for (let steps = 0; at !== undefined && steps < 4; steps++) {
    if (is(at, "acl")) return parent(tree, at) ?? word;
    at = parent(tree, at);
  }
  return word;
}

export function withConjuncts(tree: Tree, tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...kids(tree, token, "conj")]);
}

function preposition(tree: Tree, token: Token): string {
  const word = kid(tree, token, "case");
  if (word === undefined) return "";
  return [word, ...kids(tree, word, "fixed")].map((one) => one.form.toLowerCase()).join(" ");
}

function verbRecipients(tree: Tree, trigger: Trigger): readonly Token[] {
  const { token } = trigger;
  const object = is(token, "amod") ? parent(tree, token) : objectOf(tree, token);
  // "hurled grenades at the embassy": the object is what it is done with.
  if (object !== undefined && isThrown(object, trigger)) {
    const toward = [...kids(tree, token, "obl"), ...kids(tree, object, "nmod")].filter((one) =>
      trigger.toward.includes(preposition(tree, one)),
    );
    return withConjuncts(
      tree,
      toward.filter((one) => !isTimeNoun(one)),
    );
  }
  if (object !== undefined && !(object.start < trigger.span.end && object.start > token.start))
    return withConjuncts(tree, [antecedent(tree, token, object)]);
  const toward = trigger.toward.length > 0 ? trigger.toward : ["against", "to", "at", "on", "with"];
  return withConjuncts(
    tree,
    kids(tree, token, "obl").filter((one) => toward.includes(preposition(tree, one)) && one.upos !== "NUM"),
  );
}

function isThrown(object: Token, { toward }: Trigger): boolean {
  return toward.length > 0 && instruments.has(object.lemma.toLowerCase());
}

const timeNouns =
  /^(?:day|night|morning|afternoon|evening|week|weekend|month|year|hour|moment|eve|anniversary|occasion|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

const isTimeNoun = (token: Token) => token.upos === "NUM" || timeNouns.test(token.lemma);

/** Verbs that only say that an act was done: "the attack carried out by the rebels against …". */
const lightVerbs = new Set(
  "carry carry_out perpetrate commit launch stage mount conduct execute unleash wage make undertake direct".split(
    " ",
  ),
);

/** The participle that hangs on a noun of an act, or the light verb that the noun belongs to. */
function bearersOf(tree: Tree, noun: Token): readonly Token[] {
  const above = parent(tree, noun);
  return [
    ...kids(tree, noun, "acl").filter((one) => one.xpos === "VBN" || one.xpos === "VBD"),
    ...(above !== undefined && is(noun, "nsubj", "obj") ? [above] : []),
  ].filter((one) => lightVerbs.has(one.lemma.toLowerCase()));
}

/** Nouns of losing something take "of" for whom it befalls; those of movement for what moves. */
function nominalRecipients(tree: Tree, trigger: Trigger): readonly Token[] {
  const { token } = trigger;
  const found: Token[] = [];
  for (const one of kids(tree, token, "nmod", "obl")) {
    const word = preposition(tree, one);
    if (trigger.toward.includes(word) || /^(on|against|at|toward|towards|targeting)$/.test(word))
      found.push(one);
    else if (word === "of" && trigger.type !== "CONSULT" && trigger.type !== "PROTEST") found.push(one);
  }
  for (const one of kids(tree, token, "acl"))
    if (/^(target|hit|strike|kill|involve|attack)$/.test(one.lemma)) found.push(...kids(tree, one, "obj"));
  if (found.length === 0)
    for (const bearer of bearersOf(tree, token))
      found.push(
        ...kids(tree, bearer, "obl").filter(
          (one) => /^(on|against|upon)$/.test(preposition(tree, one)) && !isTimeNoun(one),
        ),
      );
  if (found.length === 0)
    found.push(
      ...kids(tree, token, "compound").filter(
        (one) =>
          one.upos === "NOUN" &&
          !instruments.has(one.lemma.toLowerCase()) &&
          !forces.has(one.lemma.toLowerCase()),
      ),
    );
  return withConjuncts(tree, found);
}

function nominalActors(context: Context, tree: Tree, trigger: Trigger): readonly Token[] {
  const { token } = trigger;
  const sentence = tree.sentence.index;
  const by = kids(tree, token, "nmod", "obl").filter((one) => preposition(tree, one) === "by");
  const borne = bearersOf(tree, token)
    .filter((bearer) => is(bearer, "acl") || kid(tree, bearer, "obl:agent") !== undefined)
    .flatMap((bearer) => [
      ...kids(tree, bearer, "obl:agent"),
      ...kids(tree, bearer, "obl").filter((one) => preposition(tree, one) === "by"),
    ]);
  const own = [...by, ...borne, ...kids(tree, token, "nmod:poss")];
  if (own.length > 0) return withConjuncts(tree, own);
  const named = kids(tree, token, "amod", "compound").filter(
    (one) => context.actorAt(sentence, one.i) !== undefined,
  );
  if (named.length > 0) return named;
  // "France carried out strikes", "the navy's plan for a cordon"
  let at: Token | undefined = token;
  for (let steps = 0; at !== undefined && steps < 3; steps++) {
    const above: Token | undefined = parent(tree, at);
    if (above === undefined) return [];
    if (is(at, "obj", "obl", "xcomp", "advcl") && (above.upos === "VERB" || above.upos === "ADJ")) {
      if (is(at, "obl") && !/^(of|to|on|in|with|for|about)$/.test(preposition(tree, at))) return [];
      if (isLookedAt(tree, above)) return [];
      // "died in a raid" did not raid; "took part in one" did
      const part =
        attitudeOf(tree, above, preposition(tree, at)) !== undefined || takingPart.test(above.lemma);
      if (is(at, "obl") && above.upos === "VERB" && !part) return [];
      const found = doers(tree, above);
      return found.some((one) => one.i === token.i) ? [] : found;
    }
    if (is(at, "nsubj:pass")) return doers(tree, above);
    if (!is(at, "nmod", "conj", "acl")) return [];
    const owner = kids(tree, above, "nmod:poss");
    if (owner.length > 0 && is(at, "nmod")) return withConjuncts(tree, owner);
    at = above;
  }
  return [];
}

/** "Analysts do not rule out new roadblocks", "residents fear a raid": whoever speaks or thinks of an act does not do it. */
function isLookedAt(tree: Tree, verb: Token): boolean {
  // "fled the fighting", "condemned the raid"
  if (avoiding.test(verb.lemma)) return true;
  const attitude = attitudeOf(tree, verb)?.name;
  return (
    attitude !== undefined &&
    lookingAt.has(attitude) &&
    !/^(?:claim|admit|acknowledge|confess)$/.test(verb.lemma)
  );
}

const avoiding =
  /^(?:flee|escape|survive|avoid|evade|witness|watch|see|condemn|denounce|criticise|criticize|mourn|commemorate|describe|recall|film|record|report|protest|oppose|support|welcome)$/;

const takingPart =
  /^(?:take|participate|engage|join|involve|cooperate|collaborate|assist|help|lead|go|send|return|retaliate|respond|react|know|blame|admit|confess|claim)$/;

const lookingAt = new Set([
  "rule out",
  "fear",
  "expect",
  "unlikely",
  "believe",
  "allege",
  "say",
  "want",
  "given",
  "prevent",
  "foil",
  "ask whether",
]);

const forces = new Set(forceWords.split(" "));
const instruments = new Set(instrumentNouns.split(" "));

function instrumentsOf(context: Context, tree: Tree, trigger: Trigger): readonly string[] {
  const { token } = trigger;
  const found: string[] = [];
  const add = (one: Token) => {
    if (!instruments.has(one.lemma.toLowerCase())) return;
    const { start, end } = is(one, "compound", "amod") ? one : nounPhrase(tree, one);
    found.push(withoutArticle(context.text.slice(start, end)));
  };
  const object = objectOf(tree, token);
  if (object !== undefined && isThrown(object, trigger)) {
    const before = kids(tree, object, "compound", "amod").filter((one) => one.i < object.i);
    found.push(context.text.slice((before[0] ?? object).start, object.end));
  }
  for (const one of tree.children[token.i] ?? []) {
    if (is(one, "compound", "amod")) add(one);
    if (is(one, "obl", "nmod") && /^(with|by|using|from|involving)$/.test(preposition(tree, one))) add(one);
    if (is(one, "advcl", "acl") && one.lemma === "use") kids(tree, one, "obj").forEach(add);
  }
  return [...new Set(found)];
}

/** Actors of some tokens: those that the report's actors resolve, else groups named by the words themselves. */
export function refsOf(context: Context, tree: Tree, tokens: readonly Token[]): readonly ActorRef[] {
  const refs = new Map<string, ActorRef>();
  for (const token of tokens) {
    const ref = refOf(context, tree, token);
    if (ref !== undefined && !refs.has(ref.id)) refs.set(ref.id, ref);
  }
  return [...refs.values()];
}

export function refOf(context: Context, tree: Tree, token: Token): ActorRef | undefined {
  if (isOpenIt(tree, token)) return undefined;
  const sayer = sayerOf(tree, token);
  if (sayer !== undefined) return refOf(context, tree, sayer) ?? groupNamed(context, tree, sayer);
  const known = context.actorAt(tree.sentence.index, token.i);
  if (known !== undefined && known.kind !== "group") return known;
  // "Leader Gareth Pym", "Secretary of State Dana Reeve": the name that the noun stands before
  const named = kids(tree, token, "flat", "nmod", "nsubj")
    .filter(
      (one) =>
        is(one, "flat") || (one.i > token.i && one.upos === "PROPN" && kid(tree, one, "case") === undefined),
    )
    .map((one) => context.actorAt(tree.sentence.index, one.i))
    .find((one) => one !== undefined && (known === undefined || one.kind === "person"));
  if (named !== undefined) return named;
  if (known !== undefined) return known;
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return undefined;
  if (token.upos === "PROPN" && nameType(tree, token) === undefined) return undefined;
  return groupNamed(context, tree, token);
}

function groupNamed(context: Context, tree: Tree, token: Token): ActorRef | undefined {
  const { start, end } = nounPhrase(tree, token);
  const name = withoutArticle(context.text.slice(start, end).replaceAll(/\s+/g, " ")).replace(/['’]s?$/, "");
  if (name === "" || name.length > 120) return undefined;
  return { id: `group:${slug(name)}`, name, kind: "group" };
}

/** "Condemned the attack, saying it broke the law": "it" may be the attack or whoever says so. */
function isOpenIt(tree: Tree, pronoun: Token): boolean {
  if (!/^it$/i.test(pronoun.form) || !is(pronoun, "nsubj")) return false;
  const clause = parent(tree, pronoun);
  const saying = clause !== undefined && is(clause, "ccomp") ? parent(tree, clause) : undefined;
  if (saying?.xpos !== "VBG" || !is(saying, "advcl")) return false;
  const verb = parent(tree, saying);
  const object = verb === undefined ? undefined : kid(tree, verb, "obj");
  return object?.upos === "NOUN" && !isPersonNoun(object);
}

/** "The board said it supported …": a pronoun that is the subject of what somebody says stands for who says so. */
function sayerOf(tree: Tree, pronoun: Token): Token | undefined {
  if (!/^(?:it|they)$/i.test(pronoun.form) || !is(pronoun, "nsubj")) return undefined;
  let clause = parent(tree, pronoun);
  while (clause !== undefined && is(clause, "conj", "xcomp")) clause = parent(tree, clause);
  const verb = clause !== undefined && is(clause, "ccomp") ? parent(tree, clause) : undefined;
  if (verb === undefined || !cueClasses(verb.lemma.toLowerCase()).includes("say")) return undefined;
  const subject = kid(tree, verb, "nsubj");
  if (subject === undefined || is(subject, "nsubj:pass") || !/^(?:NOUN|PROPN)$/.test(subject.upos))
    return undefined;
  const plural = subject.xpos === "NNS" || subject.xpos === "NNPS";
  if (plural !== /^they$/i.test(pronoun.form) || (!plural && isPersonNoun(subject))) return undefined;
  return nameType(tree, subject) === "PER" ? undefined : subject;
}

function withoutArticle(phrase: string): string {
  return phrase.replace(/^(the|a|an|its|their|his|her|our|this|that|these|those)\s+/i, "");
}

export function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/** For findings that name no roles of their own. */
export const rolesless = { actors: [], recipients: [], instruments: [] } as const;
