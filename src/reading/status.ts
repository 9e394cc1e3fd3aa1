/**
 * How far an act has got, whether it is affirmed, and how surely: read from the tree, top down, so that
 * "has not ruled out approving a plan to strike" is settled word by word and each word is settled once.
 */
import {
  type AttitudeClass,
  attitudeClasses,
  type Effect,
  modals,
  stanceAdverbs,
  unrealDeterminers,
  unrealMarks,
} from "../language/en/attitudes.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Certainty, Polarity, Stage, Status } from "../model/status.ts";
import { lemmaIn } from "./lemma.ts";
import { is, kid, kids, parent, type Tree } from "./tree.ts";

/** A status while it is being made, with what its readers need beside it. */
export interface Standing {
  readonly stage?: Stage | undefined;
  /** Undefined for an act called off. */
  readonly polarity: Polarity | undefined;
  readonly certainty: Certainty;
  readonly carriers: readonly Span[];
  /** Told in the simple present or with "historically", "every year": again and again. */
  readonly habitual: boolean;
  /** Depends on an "if". */
  readonly conditional: boolean;
  /** "will", "would" or an infinitive: not yet. */
  readonly future: boolean;
  /** Classes of the words that it stands under, nearest first ("plan", "announce"). */
  readonly under: readonly string[];
}

/** The status of the act that a token names (a verb, a noun, or an adjective). */
export function statusOf(tree: Tree, token: Token): Status {
  const standing = standingOf(tree, token);
  return {
    ...(standing.stage === undefined ? {} : { stage: standing.stage }),
    ...(standing.polarity === undefined ? {} : { polarity: standing.polarity }),
    certainty: standing.certainty,
    ...(standing.carriers.length === 0 ? {} : { carriers: standing.carriers }),
  };
}

/** The field's factuality score, -3 (surely not) to 3 (surely), for measurement only. */
export function factuality(status: Status): number {
  if (status.stage === "called-off") return -1.5;
  const sure = { asserted: 3, probable: 2, possible: 1, unknown: 0.3 }[status.certainty];
  const far = {
    discussed: 0.3,
    planned: 0.75,
    authorised: 0.6,
    announced: 0.7,
    threatened: 0.4,
    attempted: 0.4,
  };
  const weight = (status.stage === undefined ? 1 : (far as Record<string, number>)[status.stage]) ?? 1;
  return (status.polarity === "denied" ? -1 : 1) * sure * weight;
}

const standings = new WeakMap<Tree, Map<number, Standing>>();

/** The standing of a token, computed once a token; a cycle in the tree counts as the root. */
export function standingOf(tree: Tree, token: Token): Standing {
  const known = standings.get(tree) ?? new Map<number, Standing>();
  standings.set(tree, known);
  const chain: Token[] = [];
  // Climb first, settle on the way down: deep trees need no deep recursion.
  for (let at: Token | undefined = token; at !== undefined && !known.has(at.i) && !chain.includes(at); )
    at = chain.push(at) > 400 ? undefined : parent(tree, at);
  for (let k = chain.length - 1; k >= 0; k--) {
    const at = chain[k]!;
    known.set(
      at.i,
      settle(tree, at, (other) => known.get(other.i)),
    );
  }
  return known.get(token.i)!;
}

type Known = (token: Token) => Standing | undefined;

const plain: Standing = {
  polarity: "affirmed",
  certainty: "asserted",
  carriers: [],
  habitual: false,
  conditional: false,
  future: false,
  under: [],
};

function settle(tree: Tree, token: Token, known: Known): Standing {
  const form = formOf(tree, token);
  let standing = ownStanding(tree, token, form);
  const link = linkOf(tree, token);
  const above = link === undefined ? undefined : known(link.governor);
  if (link !== undefined && above !== undefined) standing = embed(tree, form, standing, link, above, known);
  // "no strikes were carried out" denies them once, whatever stands above.
  if (form.nominal && noOn(tree, token) !== undefined && standing.polarity === "affirmed")
    standing = { ...standing, polarity: "denied" };
  return standing;
}

// ── The act's own words: tense, aspect, modals, negation, adverbs, determiners ──

type Tense = "past" | "present" | "future" | "perfect" | "infinitive" | "gerund" | "participle" | "none";

interface Form {
  readonly tense: Tense;
  /** "is striking", "has been striking". */
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly modal: Token | undefined;
  readonly aux: readonly Token[];
  /** A finite verb, an auxiliary or a copula shows that it has a tense of its own. */
  readonly finite: boolean;
  readonly nominal: boolean;
}

/** Conjuncts share what the first one has and they lack: "will strike and destroy". */
function first(tree: Tree, token: Token): Token {
  let at = token;
  for (let steps = 0; steps < 50 && is(at, "conj"); steps++) {
    const above = parent(tree, at);
    if (above === undefined) break;
    at = above;
  }
  return at;
}

function auxiliaries(tree: Tree, token: Token): readonly Token[] {
  const own = kids(tree, token, "aux", "cop");
  if (own.length > 0 || !is(token, "conj")) return own;
  const lead = first(tree, token);
  // A bare form beside a modal's verb is the modal's too, though tagged as a present ("would come and operate").
  const bare = lead.xpos === "VB" && token.xpos === "VBP" && token.form.toLowerCase() === token.lemma;
  const shares =
    lead !== token &&
    (bare || lead.xpos === token.xpos || (lead.xpos === "VBD" && token.xpos === "VBN")) &&
    kid(tree, token, "nsubj", "mark") === undefined;
  return shares ? kids(tree, lead, "aux", "cop") : own;
}

function formOf(tree: Tree, token: Token): Form {
  const aux = auxiliaries(tree, token);
  const modal = aux.find((one) => Object.hasOwn(modals, one.form.toLowerCase()) && one.xpos === "MD");
  const has = (lemma: string) => aux.some((one) => one.lemma === lemma);
  const verbal = token.upos === "VERB" || token.upos === "AUX";
  const finite = aux.some((one) => /^(MD|VB[DZP])$/.test(one.xpos)) || /^(VB[DZP]|MD)$/.test(token.xpos);
  const passive =
    aux.some((one) => is(one, "aux:pass")) ||
    (token.xpos === "VBN" && kid(tree, token, "nsubj:pass") !== undefined);
  const progressive = token.xpos === "VBG" && has("be");
  let tense: Tense = "none";
  if (modal !== undefined) tense = "future";
  else if (has("have") && (token.xpos === "VBN" || !verbal || progressive)) tense = "perfect";
  else if (aux.some((one) => one.xpos === "VBD")) tense = "past";
  else if (aux.some((one) => /^VB[ZP]$/.test(one.xpos))) tense = "present";
  else if (isInfinitive(tree, token)) tense = "infinitive";
  else if (token.xpos === "VBD") tense = "past";
  else if (/^VB[ZP]$/.test(token.xpos)) tense = "present";
  else if (token.xpos === "VBN") tense = "participle";
  else if (token.xpos === "VBG" && verbal) tense = "gerund";
  else if (token.xpos === "VB") tense = "infinitive";
  return { tense, progressive, passive, modal, aux, finite, nominal: !verbal && aux.length === 0 };
}

function isInfinitive(tree: Tree, token: Token): boolean {
  const to = (one: Token) =>
    kids(tree, one, "mark").some((mark) => mark.lemma === "to" && mark.xpos === "TO");
  return to(token) || (is(token, "conj") && token.xpos === "VB" && to(first(tree, token)));
}

function ownStanding(tree: Tree, token: Token, form: Form): Standing {
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
  if (form.tense === "participle") stage = "done";
  if (form.tense === "infinitive") future = true;
  if (form.modal !== undefined) {
    const kind = modals[form.modal.form.toLowerCase()]!;
    const past = form.aux.some((one) => one.lemma === "have") && token.xpos !== "VB";
    carriers.push(spanOf(form.modal));
    if (kind === "future") {
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
  // "is to visit", "is going to strike", "are set to arrive": the copula or verb before an infinitive.
  const negators: Token[] = [];
  for (const one of tree.children[token.i] ?? []) {
    const word = one.form.toLowerCase();
    const effect = is(one, "advmod", "cc:preconj", "cc", "obl", "discourse")
      ? stanceAdverbs[word]
      : undefined;
    if (effect === "denied") {
      const next = tree.sentence.tokens[one.i + 1]?.form.toLowerCase();
      if (next !== "only" && next !== "just" && next !== "merely" && next !== "necessarily")
        negators.push(one);
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
      /^(historically|traditionally|routinely|regularly|often|usually|frequently)$/.test(word)
    )
      habitual = true;
    if (is(one, "nsubj", "obj") && deniesAll(tree, one) && !(is(one, "obj") && stative.test(token.lemma)))
      negators.push(one);
  }
  if (negators.length === 0 && is(token, "conj") && sharesNegation(tree, token)) {
    const lead = first(tree, token);
    negators.push(
      ...kids(tree, lead, "advmod").filter((one) => stanceAdverbs[one.form.toLowerCase()] === "denied"),
    );
  }
  if (negators.length > 0) {
    carriers.push(...negators.map(spanOf));
    if (negators.length % 2 === 1) polarity = polarity === "denied" ? "affirmed" : "denied";
    // "cannot strike", "could not strike" deny it; "may not strike" stays open.
    if (form.modal !== undefined && /^(can|ca|could)$/.test(form.modal.form.toLowerCase()))
      certainty = "asserted";
  }
  for (const one of kids(tree, token, "amod", "compound")) {
    const found = adjectiveClass(one);
    if (found === undefined || one.upos === "NOUN") continue;
    carriers.push(spanOf(one));
    const effect = found.holds;
    if (effect.stage === "none") stage = undefined;
    else if (effect.stage !== undefined) stage = effect.stage;
    if (effect.certainty !== undefined) cap(effect.certainty);
    if (effect.flips) polarity = "denied";
    if (effect.unpolar) polarity = undefined;
  }
  const mark = markOf(tree, token);
  if (mark !== undefined) {
    carriers.push(mark.span);
    if (mark.kind === "denied") polarity = polarity === "denied" ? "affirmed" : "denied";
    else {
      cap("unknown");
      stage = undefined;
      conditional = mark.kind === "conditional";
    }
  }
  if (isQuestion(tree, token)) {
    cap("unknown");
    if (form.tense === "future" || form.tense === "none") stage = undefined;
  }
  const condition = kids(tree, token, "advcl").find((one) => markOf(tree, one)?.kind === "conditional");
  if (condition !== undefined && (future || form.modal !== undefined)) {
    conditional = true;
    cap(certainty === "asserted" ? "probable" : certainty);
  }
  return { stage, polarity, certainty, carriers, habitual, conditional, future, under: [] };
}

function isUnreal({ modal, aux }: Form): boolean {
  const unreal = modal !== undefined && modals[modal.form.toLowerCase()] === "unreal";
  return unreal && !aux.some((one) => one.lemma === "have");
}

/** "nobody", "nothing", "no one", "none", "no soldiers", as subject or object. */
function deniesAll(tree: Tree, token: Token): boolean {
  if (/^(nobody|nothing|none|no-one|neither)$/i.test(token.form)) return true;
  return noOn(tree, token) !== undefined;
}

/** "no strikes", "neither side": the word that leaves none. */
function noOn(tree: Tree, token: Token): Token | undefined {
  return kids(tree, token, "det", "advmod", "cc:preconj").find((one) => /^(no|neither)$/i.test(one.form));
}

/** "made no attack", "fired no shots" deny the act; "has no doubts" is no act. */
const stative = /^(have|be|see|show|mean|leave|get|know|reflect|face|contain|hold|offer|give|find|make)$/;

function sharesNegation(tree: Tree, token: Token): boolean {
  const or = kids(tree, token, "cc").some((one) => one.lemma === "or" || one.lemma === "nor");
  return or && auxiliaries(tree, token) === auxiliaries(tree, first(tree, token))
    ? true
    : or && kid(tree, token, "aux", "cop", "nsubj") === undefined;
}

interface Mark {
  readonly kind: "conditional" | "denied" | "whether";
  readonly span: Span;
}

function markOf(tree: Tree, token: Token): Mark | undefined {
  for (const one of kids(tree, token, "mark", "case", "advmod", "cc")) {
    const words = [one, ...kids(tree, one, "fixed")];
    const key = words.map((word) => word.form.toLowerCase()).join(" ");
    const kind =
      unrealMarks[key] ?? (is(one, "mark", "case") ? unrealMarks[one.form.toLowerCase()] : undefined);
    if (kind !== undefined) return { kind, span: { start: one.start, end: words.at(-1)!.end } };
  }
  return undefined;
}

/** A main clause closed by a question mark, told by the sentence itself and not within quotation marks. */
function isQuestion(tree: Tree, token: Token): boolean {
  const given = token.upos === "NOUN" && isDefinite(tree, token);
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

// ── What the act stands under ──

interface Link {
  readonly governor: Token;
  /** How the act hangs on it, conjuncts resolved. */
  readonly relation: Token;
  /** The preposition between them, if any ("for", "of"). */
  readonly preposition: string | undefined;
}

function linkOf(tree: Tree, token: Token): Link | undefined {
  // A conjunct behind "that" is a content clause ("it is unlikely that …") which the parser misplaced.
  const relation = isContent(tree, token) ? token : first(tree, token);
  const governor = controllerOf(tree, relation) ?? parent(tree, relation);
  if (governor === undefined || is(relation, "root")) return undefined;
  return { governor, relation, preposition: kid(tree, relation, "case", "mark")?.form.toLowerCase() };
}

/** "allows the state to freeze accounts", with the infinitive hung on the object: it is the verb's. */
function controllerOf(tree: Tree, clause: Token): Token | undefined {
  // "wants the army sent in" likewise
  const wished = clause.xpos === "VBN";
  if (!is(clause, "acl") || is(clause, "acl:relcl") || !(wished || isInfinitive(tree, clause)))
    return undefined;
  const noun = parent(tree, clause);
  const verb = noun === undefined || !is(noun, "obj", "nsubj:pass") ? undefined : parent(tree, noun);
  if (noun === undefined || verb === undefined || verb.upos !== "VERB") return undefined;
  const attitude = attitudeOf(tree, verb);
  if (attitude === undefined || attitudeOf(tree, noun) !== undefined) return undefined;
  if (wished && !/^(want|need|like|demand)$/.test(verb.lemma)) return undefined;
  return verb;
}

/** A clause behind "that" which hangs on a word as its content, whatever the parser called it. */
function isContent(tree: Tree, clause: Token): boolean {
  return is(clause, "conj", "advcl", "dep") && kids(tree, clause, "mark").some((one) => one.lemma === "that");
}

const classOf = { verbs: index("verbs"), nouns: index("nouns"), adjectives: index("adjectives") };

function index(part: "verbs" | "nouns" | "adjectives"): ReadonlyMap<string, AttitudeClass> {
  const map = new Map<string, AttitudeClass>();
  for (const one of attitudeClasses)
    for (const key of (one[part] ?? "").split(" ")) if (key !== "" && !map.has(key)) map.set(key, one);
  return map;
}

/** The class of the word that an act hangs on, looked up with its particle, then its preposition, then alone. */
export function attitudeOf(tree: Tree, word: Token, preposition?: string): AttitudeClass | undefined {
  const lemma = word.lemma === "go" && word.xpos === "VBG" ? "going" : stemOf(word);
  const adjectival =
    word.upos === "ADJ" || (word.xpos === "VBN" && kid(tree, word, "cop", "aux:pass") !== undefined);
  const tables =
    word.upos === "NOUN" || word.upos === "PROPN"
      ? [classOf.nouns]
      : word.upos === "ADJ"
        ? [classOf.adjectives, classOf.verbs]
        : adjectival
          ? [classOf.verbs, classOf.adjectives]
          : [classOf.verbs];
  const particle = kids(tree, word, "compound:prt", "advmod", "obj").find((one) =>
    tables.some((table) => table.has(`${lemma}_${one.form.toLowerCase()}`)),
  );
  for (const table of tables) {
    const keys = [
      ...(particle === undefined
        ? []
        : [
            `${lemma}_${particle.form.toLowerCase()}_${preposition}`,
            `${lemma}_${particle.form.toLowerCase()}`,
          ]),
      ...(preposition === undefined ? [] : [`${lemma}_${preposition}`]),
      lemma,
      ...(adjectival ? [word.form.toLowerCase()] : []),
      // A lemma guessed short ("postpon"): the form without its "d".
      ...(/^VB[DN]$/.test(word.xpos) && word.form.endsWith("ed")
        ? [word.form.toLowerCase().slice(0, -1)]
        : []),
    ];
    for (const key of keys) {
      const found = table.get(key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const stems = new Set([...classOf.verbs.keys()].map((key) => key.split("_")[0]!));

function stemOf(word: Token): string {
  return word.upos === "VERB" ? lemmaIn(word, (lemma) => stems.has(lemma)) : word.lemma.toLowerCase();
}

function adjectiveClass(word: Token): AttitudeClass | undefined {
  return classOf.adjectives.get(word.form.toLowerCase()) ?? classOf.adjectives.get(word.lemma.toLowerCase());
}

const complements = [
  "ccomp",
  "xcomp",
  "obj",
  "iobj",
  "obl",
  "nmod",
  "acl",
  "advcl",
  "csubj",
  "nsubj:pass",
  "compound",
  "dep",
];

function embed(tree: Tree, form: Form, own: Standing, link: Link, above: Standing, known: Known): Standing {
  const { governor, relation, preposition } = link;
  if (is(relation, "parataxis", "discourse", "vocative", "punct")) return own;
  // "… organisations, a designation that includes several gangs": what an aside calls a thing is no act told of.
  if (is(relation, "appos") && form.nominal) return own;
  const subject = is(relation, "nsubj") && !is(relation, "nsubj:pass");
  const relative = is(relation, "acl:relcl");
  // "proposals worked out in Moscow", "an offer made": told of the noun, not called for by it.
  const told =
    is(relation, "acl") &&
    governor === parent(tree, relation) &&
    (form.tense === "participle" || (form.tense === "gerund" && preposition === undefined));
  const object = is(relation, "obj", "nsubj:pass") && kid(tree, governor, "xcomp", "ccomp") !== undefined;
  const content = isContent(tree, relation);
  const complement = !relative && !told && !object && (content || is(relation, ...complements));
  const found = complement || subject ? attitudeOf(tree, governor, preposition) : undefined;
  const applies =
    found !== undefined &&
    (!subject || found.ofSubject === true) &&
    !(found.clausalOnly === true && form.nominal) &&
    !(
      !content &&
      is(relation, "advcl") &&
      !isComplementClause(tree, relation, governor, preposition, form, found)
    ) &&
    !(is(relation, "obl") && !governs(tree, governor, preposition, found));
  if (applies) {
    if (found.name === "want" && form.nominal && isDefinite(tree, relation))
      return { ...own, under: ["want", ...above.under] };
    // "weighing whether to strike": the question is the weighing.
    if (found.name === "discuss" && markOf(tree, relation)?.kind === "whether")
      return apply({ ...own, certainty: "asserted", conditional: false }, found, governor, above);
    if (found.ofSubjectNoun === true) return underSubjectNoun(tree, own, governor, above, known);
    if (found.sparesFinite === true && form.finite && !own.future) return spare(own, found, governor, above);
    return apply(own, found, governor, above);
  }
  if (relative) return own;
  const raised = raisedTo(tree, link, form, known);
  if (raised !== undefined) return raised(own);
  return pass(tree, own, form, link, above, subject);
}

/** "the attack is expected to begin": the subject has the status of the infinitive that tells of it. */
function raisedTo(
  tree: Tree,
  { governor, relation }: Link,
  form: Form,
  known: Known,
): ((own: Standing) => Standing) | undefined {
  if (!form.nominal || !is(relation, "nsubj", "obj")) return undefined;
  for (const one of kids(tree, governor, "xcomp")) {
    const found = attitudeOf(tree, one);
    if (found?.ofSubject !== true) continue;
    const standing = settle(tree, one, known);
    return (own) => apply(own, found, one, { ...standing, stage: standing.stage ?? "planned" });
  }
  return undefined;
}

/** An adverbial clause is the word's own only as an infinitive, or behind a preposition that the word takes. */
function isComplementClause(
  tree: Tree,
  relation: Token,
  governor: Token,
  preposition: string | undefined,
  form: Form,
  found: AttitudeClass,
): boolean {
  if (form.finite || found.passesOn === true) return false;
  if (form.tense === "gerund" && preposition === undefined) return isNextTo(tree, relation, governor);
  if (tree.sentence.tokens[relation.i - 1]?.form === "," || relation.i < governor.i) return false;
  if (form.tense === "infinitive")
    return found.name !== "say" && kid(tree, governor, "xcomp", "ccomp") === undefined;
  return (
    preposition !== undefined && (governor.upos === "ADJ" || governs(tree, governor, preposition, found))
  );
}

/** "ruled out sending", "denied attacking": nothing but a particle between. */
function isNextTo(tree: Tree, clause: Token, word: Token): boolean {
  const between = tree.sentence.tokens.slice(word.i + 1, clause.i);
  return clause.i > word.i && between.every((one) => is(one, "compound:prt") && one.head === word.i);
}

/** A prepositional phrase is the word's complement only if the lexicon names the preposition, or it is "to", "of", "on", "for". */
function governs(
  tree: Tree,
  governor: Token,
  preposition: string | undefined,
  found: AttitudeClass,
): boolean {
  if (preposition === undefined) return true;
  if (governor.upos === "NOUN" || governor.upos === "ADJ") return true;
  const lemma = governor.lemma.toLowerCase();
  if (classOf.verbs.get(`${lemma}_${preposition}`) === found) return true;
  const particle = kid(tree, governor, "compound:prt")?.form.toLowerCase();
  if (particle !== undefined && classOf.verbs.get(`${lemma}_${particle}_${preposition}`) === found)
    return true;
  return /^(to|of|on|about)$/.test(preposition) && found.name !== "say" && found.passesOn !== true;
}

/** The word takes effect as far as it holds itself. */
function apply(own: Standing, found: AttitudeClass, word: Token, above: Standing): Standing {
  const merged: Standing = {
    ...own,
    carriers: [...above.carriers, spanOf(word), ...own.carriers],
    under: [found.name, ...above.under],
    conditional: own.conditional || above.conditional,
  };
  if (found.presupposes === true) return { ...merged, stage: own.stage ?? "done" };
  if (found.passesOn === true) return passOn(merged, own, above, found);
  if (above.polarity === undefined) return { ...merged, stage: above.stage, polarity: undefined };
  if (above.polarity === "denied") return withEffect(merged, own, found.negated, above.certainty);
  const hedged = above.certainty === "unknown" || above.certainty === "possible";
  if (isReal(above) && !(hedged && above.stage === undefined))
    return withEffect(merged, own, found.holds, above.certainty);
  // Not so far itself: "may authorise strikes" authorises none.
  const stage = found.holds.stage === undefined ? own.stage : above.stage;
  return withEffect(merged, own, { ...found.holds, stage: stage ?? "none" }, above.certainty);
}

const real = new Set<Stage | undefined>(["done", "under-way"]);

/** A word holds when it is told as a fact; a noun holds when nothing says otherwise. */
function isReal(standing: Standing): boolean {
  return !standing.future && (standing.stage === undefined || real.has(standing.stage));
}

function withEffect(merged: Standing, own: Standing, effect: Effect, certainty: Certainty): Standing {
  const polarity = effect.unpolar ? undefined : effect.flips ? flip(own.polarity) : own.polarity;
  const stage = effect.stage === "none" ? undefined : (effect.stage ?? own.stage);
  return {
    ...merged,
    stage,
    polarity,
    future: effect.stage === undefined && own.future,
    certainty: weaker(weaker(own.certainty, effect.certainty ?? "asserted"), certainty),
  };
}

function passOn(merged: Standing, own: Standing, above: Standing, found: AttitudeClass): Standing {
  const denies = above.polarity === "denied" && found.negated.flips === true;
  return {
    ...merged,
    stage: own.stage === undefined || real.has(own.stage) ? above.stage : own.stage,
    polarity: above.polarity === undefined ? undefined : denies ? flip(own.polarity) : own.polarity,
    certainty: weaker(own.certainty, above.certainty),
    future: above.future,
    conditional: own.conditional || above.conditional,
  };
}

function spare(own: Standing, found: AttitudeClass, word: Token, above: Standing): Standing {
  const effect = above.polarity === "denied" ? found.negated : found.holds;
  if (effect.certainty === undefined) return { ...own, under: [found.name, ...above.under] };
  return {
    ...own,
    certainty: weaker(own.certainty, effect.certainty),
    carriers: [spanOf(word), ...own.carriers],
    under: [found.name, ...above.under],
  };
}

/** "a strategy that may involve strikes": the strikes stand as the strategy does, and as the verb says. */
function underSubjectNoun(tree: Tree, own: Standing, verb: Token, above: Standing, known: Known): Standing {
  const clause = first(tree, verb);
  const subject = subjectNoun(tree, verb, clause);
  const carriers = [...above.carriers, ...own.carriers];
  const modal = weaker(own.certainty, above.certainty);
  const base = {
    ...own,
    carriers,
    certainty: modal,
    polarity: above.polarity === "denied" ? flip(own.polarity) : own.polarity,
  };
  if (subject === undefined) return { ...base, stage: own.stage ?? above.stage };
  const noun = attitudeOf(tree, subject);
  const stands = known(subject) ?? ownStanding(tree, subject, formOf(tree, subject));
  if (noun !== undefined && noun.holds.stage !== undefined && noun.holds.stage !== "none")
    return {
      ...base,
      stage: noun.holds.stage,
      certainty: weaker(modal, noun.holds.certainty ?? "asserted"),
      carriers: [spanOf(subject), ...carriers],
      under: [noun.name],
    };
  return {
    ...base,
    stage: stands.stage ?? (above.stage === "under-way" ? undefined : above.stage),
    certainty: weaker(modal, stands.certainty),
    under: stands.under,
    habitual: false,
  };
}

/** A finite verb hung on a noun as its conjunct is a parser's slip: the noun is its subject. */
function subjectNoun(tree: Tree, verb: Token, clause: Token): Token | undefined {
  if (is(clause, "acl")) return parent(tree, clause);
  const own = kid(tree, verb, "nsubj") ?? kid(tree, clause, "nsubj");
  return own ?? (clause !== verb && clause.upos === "NOUN" && clause.i < verb.i ? clause : undefined);
}

/** No word of attitude between: what the clause above leaves of the act. */
function pass(
  tree: Tree,
  own: Standing,
  form: Form,
  link: Link,
  above: Standing,
  subject: boolean,
): Standing {
  const { relation, governor } = link;
  if (form.finite && !own.future) return own;
  if (is(relation, "ccomp", "csubj") && form.finite) return own;
  if (is(relation, "advcl", "acl", "xcomp")) {
    if (form.tense === "infinitive") {
      const { blockKind } = tree.sentence;
      if (is(relation, "acl") && blockKind === "headline" && is(governor, "root"))
        return { ...own, stage: "planned" };
      // "not enough to raise", "too afraid to stay"
      if (
        governor.upos === "ADJ" &&
        (above.polarity === "denied" || kids(tree, governor, "advmod").some((one) => one.lemma === "too"))
      )
        return { ...own, polarity: flip(own.polarity) };
      // A purpose, or what somebody is for: meant, not done.
      const purpose = own.stage ?? "planned";
      return {
        ...own,
        stage: purpose,
        certainty: weaker(own.certainty, weaker("possible", above.certainty)),
      };
    }
    if (form.tense === "gerund" || form.tense === "participle" || form.tense === "none") {
      const stage = form.tense === "participle" ? own.stage : (own.stage ?? above.stage);
      return {
        ...own,
        stage,
        certainty: weaker(own.certainty, above.certainty),
        future: above.future,
        conditional: above.conditional,
      };
    }
    return own;
  }
  if (!form.nominal) return own;
  if (own.stage === undefined && own.certainty === "possible" && own.carriers.length > 0) {
    const plan = planBeside(tree, governor, relation);
    return plan === undefined
      ? own
      : { ...own, stage: plan, certainty: weaker(own.certainty, above.certainty) };
  }
  const plan = planBeside(tree, governor, relation);
  if (plan !== undefined) return { ...own, stage: plan };
  // A noun: given, unless its clause is unreal and it is new there.
  const definite = isDefinite(tree, relation);
  const unreal =
    !isReal(above) || above.certainty === "unknown" || above.certainty === "possible" || above.conditional;
  if (subject && (governor.upos === "VERB" || governor.upos === "AUX")) {
    const stage = own.stage ?? (real.has(above.stage) ? "done" : above.stage);
    return {
      ...own,
      stage: unreal && !definite ? above.stage : stage,
      certainty: unreal && !definite ? weaker(own.certainty, above.certainty) : own.certainty,
    };
  }
  if (unreal && !definite)
    return {
      ...own,
      stage: own.stage ?? above.stage,
      certainty: weaker(own.certainty, above.certainty),
      conditional: above.conditional,
    };
  // "the outcome of the meeting" in what is to come: the meeting is given, but not that it took place.
  if (unreal) return { ...own, future: own.future || above.future, conditional: above.conditional };
  // "a law which governs operations": of no operation in particular.
  if (above.habitual && !definite && is(relation, "obj", "obl") && governor.upos === "VERB") return own;
  return { ...own, stage: own.stage ?? (definite || real.has(above.stage) ? "done" : above.stage) };
}

function isDefinite(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "det", "nmod:poss").some((one) => !/^(a|an|any|some|no|another)$/i.test(one.form));
}

/** "plans are being developed for an operation": a noun of planning beside the act, joined to it by "for" or "to". */
function planBeside(tree: Tree, verb: Token, act: Token): Stage | undefined {
  const preposition = kid(tree, act, "case")?.form.toLowerCase();
  if (!is(act, "obl", "nmod") || (preposition !== "for" && preposition !== "to")) return undefined;
  for (const one of kids(tree, verb, "nsubj", "obj")) {
    const stage = attitudeOf(tree, one)?.holds.stage;
    if (one.upos === "NOUN" && stage !== undefined && stage !== "none") return stage;
  }
  return undefined;
}

const order: readonly Certainty[] = ["unknown", "possible", "probable", "asserted"];

export function weaker(a: Certainty, b: Certainty): Certainty {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

function flip(polarity: Polarity | undefined): Polarity | undefined {
  return polarity === undefined ? undefined : polarity === "denied" ? "affirmed" : "denied";
}

function spanOf(token: Token): Span {
  return { start: token.start, end: token.end };
}
