/** Actors by description: "the Mexican government", "her administration", "drug cartels", "the president". */
import {
  forceNouns,
  groupNouns,
  institutionNouns,
  leaders,
  nounGender,
  roleNouns,
  titles,
} from "../../language/en/actors.ts";
import { personNouns } from "../../language/en/people.ts";
import type { ActorKind } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { NameMention } from "../name/mention.ts";
import { is, kid, kids, parent, spanOf, subtree, type Tree } from "../tree.ts";
import {
  adjectiveOf,
  type Entity,
  entityOf,
  government,
  lastOf,
  mention,
  type State,
  slug,
  withCountry,
} from "./entities.ts";
import { personEntity } from "./persons.ts";

const people = new Set(personNouns.split(" "));

const criminal = new Set(["cartel", "gang", "smuggler", "trafficker", "mafia"]);

const armed = new Set([
  "militia",
  "rebel",
  "insurgent",
  "guerrilla",
  "militant",
  "terrorist",
  "jihadist",
  "gunman",
  "fighter",
]);

export function readDescription(state: State, tree: Tree, token: Token, names: readonly NameMention[]): void {
  const lemma = nounOf(token);
  if (is(token, "compound", "flat")) return;
  const kind = institutionNouns[lemma];
  const plural = token.xpos === "NNS" || token.xpos === "NNPS" || /Number=Plur/.test(token.feats);
  if (
    kind === undefined &&
    !groupNouns.has(lemma) &&
    !people.has(lemma) &&
    !roleNouns.has(lemma) &&
    !forceNouns.has(lemma)
  )
    return;
  const { tokens } = tree.sentence;
  // A title before a name is the name's, not an actor of its own.
  const governor = parent(tree, token);
  if (
    governor !== undefined &&
    governor.i > token.i &&
    names.some((one) => one.guess === "person" && governor.i >= one.first && governor.i <= one.last)
  )
    return;
  if (isTitleOf(tokens, token, names)) return;
  let first = token.i;
  while (first > 0 && partOfPhrase(tokens[first - 1]!, token)) first--;
  const last = token.i;
  const span = { start: tokens[first]!.start, end: token.end };
  const modifiers = names.filter(
    (one) => one.first >= first && one.last < token.i && one.last >= token.i - 6,
  );
  const entity =
    (plural ? undefined : apposed(state, tree, token, names)) ??
    describedEntity(state, tree, token, { lemma, kind, plural, modifiers, span });
  if (entity !== undefined) mention(state, tree, entity, first, last, token.i, "description");
}

/** The noun as the word lists have it, also where the lemma was left in the plural. */
function nounOf(token: Token): string {
  const lemma = token.lemma.toLowerCase();
  if (!lemma.endsWith("s") || isListed(lemma)) return lemma;
  return isListed(lemma.slice(0, -1)) ? lemma.slice(0, -1) : lemma;
}

const isListed = (lemma: string) =>
  institutionNouns[lemma] !== undefined ||
  groupNouns.has(lemma) ||
  people.has(lemma) ||
  roleNouns.has(lemma) ||
  forceNouns.has(lemma);

/** "navy spokesman Commander Philemon Kitsaru": nothing but titles up to the name. */
function isTitleOf(tokens: readonly Token[], token: Token, names: readonly NameMention[]): boolean {
  let next = token.i + 1;
  while (next < tokens.length && next < token.i + 4 && isTitleWord(tokens[next]!)) next++;
  return isTitleWord(token) && names.some((one) => one.guess === "person" && one.first === next);
}

const isTitleWord = (token: Token) => token.form.toLowerCase() in titles || roleNouns.has(nounOf(token));

/** The named person that a noun describes: "Jeff Rathke, the spokesman", "his friend Bonosus", "Ann is a lawyer". */
function apposed(state: State, tree: Tree, token: Token, names: readonly NameMention[]): Entity | undefined {
  if (!isListedPerson(nounOf(token))) return undefined;
  const named = (at: Token | undefined) =>
    at === undefined
      ? undefined
      : names.find((one) => one.guess === "person" && at.i >= one.first && at.i <= one.last);
  const predicate = kid(tree, token, "cop") !== undefined && kid(tree, token, "advmod") === undefined;
  const before =
    (is(token, "appos") ? named(parent(tree, token)) : undefined) ??
    (predicate ? named(kid(tree, token, "nsubj")) : undefined);
  if (before !== undefined) return before.last < token.i ? personEntity(state, before) : undefined;
  const after = kids(tree, token, "appos")
    .map(named)
    .find((one) => one !== undefined);
  return after !== undefined && after.first > token.i && after.first <= token.i + 2
    ? personEntity(state, after)
    : undefined;
}

const isListedPerson = (lemma: string) => people.has(lemma) || roleNouns.has(lemma);

/** Words before a noun that belong to its phrase. */
function partOfPhrase(word: Token, noun: Token): boolean {
  if (noun.i - word.i > 9) return false;
  if (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(word.upos) || word.xpos === "PRP$" || word.xpos === "POS")
    return true;
  if (word.form === "-" || word.form === "–") return true;
  return (word.xpos === "VBN" || word.xpos === "VBG") && word.head === noun.i && is(word, "amod");
}

interface Described {
  readonly lemma: string;
  readonly kind: ActorKind | undefined;
  readonly plural: boolean;
  /** Names inside the phrase, before its head. */
  readonly modifiers: readonly NameMention[];
  readonly span: Span;
}

function describedEntity(state: State, tree: Tree, token: Token, described: Described): Entity | undefined {
  const { lemma, kind, plural, modifiers } = described;
  const country = countryOfModifiers(state, tree, token, modifiers);
  if (forceNouns.has(lemma) && country !== undefined) {
    return entityOf(state, `military:${country}`, () => ({
      name: `${adjectiveOf(country)} military`,
      kind: "military",
      country,
      plural: true,
    }));
  }
  if (kind !== undefined && !plural) return institutionOf(state, tree, token, described, kind, country);
  const definite = determiner(tree, token) === "definite" && modifiers.length === 0;
  if (!plural && roleNouns.has(lemma)) {
    const office = kids(tree, token, "compound")
      .find((one) => one.upos === "NOUN")
      ?.form.toLowerCase();
    const person = personOfRole(state, lemma, country, tree.sentence.index, office);
    if (person !== undefined && determiner(tree, token) !== "indefinite") return person;
    // "The president" after "the Peruvian president", who is not named.
    if (definite)
      return lastOf(
        state,
        (one) => one.kind === "group" && !one.plural && one.country !== undefined && one.heads.has(lemma),
        tree.sentence.index,
        20,
      );
  }
  if (definite && plural) {
    const before = lastOf(state, (one) => one.plural && one.heads.has(lemma), tree.sentence.index, 8);
    if (before !== undefined) return before;
  }
  return groupOf(state, tree, token, described, country);
}

/** "the Mexican government", "the Trump administration", "her administration", "the ministry". */
function institutionOf(
  state: State,
  tree: Tree,
  token: Token,
  described: Described,
  kind: ActorKind,
  country: string | undefined,
): Entity | undefined {
  const { lemma, modifiers, span } = described;
  if (kind === "government") {
    if (lemma === "state" || lemma === "presidency") return undefined;
    const leader = modifiers.find((one) => one.guess === "person" || one.words in leaders);
    const code = country ?? (leader === undefined ? undefined : leaderCountry(state, leader));
    if (code !== undefined) {
      const words = state.text.slice(span.start, token.end).replace(/^(?:the|an?|this|that) /i, "");
      const entity = government(
        state,
        code,
        leader !== undefined || determiner(tree, token) !== "possessive" ? words : undefined,
      );
      // "Her administration" is hers as long as the words last; "the administration" is the one with a name.
      if (determiner(tree, token) !== "possessive") entity.heads.add(lemma);
      return entity;
    }
    const fits = (one: Entity) => one.kind === "government";
    return (
      lastOf(state, (one) => fits(one) && one.heads.has(lemma), tree.sentence.index, 60) ??
      lastOf(state, fits, tree.sentence.index, 6)
    );
  }
  if (
    country !== undefined &&
    (kind === "military" || kind === "police" || kind === "legislature") &&
    !["command", "assembly", "sheriff"].includes(lemma)
  ) {
    const entity = entityOf(state, `${kind}:${country}`, () => ({
      name: `${adjectiveOf(country)} ${lemma}`,
      kind,
      country,
      plural: false,
    }));
    entity.heads.add(lemma);
    return entity;
  }
  if (
    modifiers.length === 0 &&
    determiner(tree, token) === "definite" &&
    kids(tree, token, "compound", "amod").length === 0
  ) {
    return lastOf(
      state,
      (one) => one.heads.has(lemma) || (one.kind === kind && one.name.toLowerCase().endsWith(lemma)),
      tree.sentence.index,
      20,
    );
  }
  const words = core(state, tree, token);
  if (weakInstitutions.has(lemma) && modifiers.length === 0) return undefined;
  if (words.toLowerCase() === lemma && kind !== "police" && kind !== "military") return undefined;
  const entity = entityOf(
    state,
    `${kind}:${country === undefined ? "" : `${country}-`}${slug(words)}`,
    () => ({ name: words, kind, ...withCountry(country), plural: false }),
  );
  entity.heads.add(lemma);
  return entity;
}

/** Words for an institution only beside a name: "the Clinton campaign", not "a military campaign". */
const weakInstitutions = new Set([
  "campaign",
  "authority",
  "office",
  "state",
  "union",
  "team",
  "board",
  "panel",
  "group",
  "command",
  "intelligence",
  "treasury",
  "daily",
  "station",
  "front",
  "bank",
  "alliance",
  "assembly",
  "party",
]);

function leaderCountry(state: State, leader: NameMention): string | undefined {
  const known = [...state.entities.values()].find(
    (one) =>
      one.kind === "person" &&
      one.country !== undefined &&
      (one.name === leader.words || one.name.endsWith(` ${leader.words}`)),
  );
  return known?.country ?? leaders[leader.words] ?? leaders[leader.words.split(/\s+/).at(-1)!];
}

/** The country that modifies a noun: "Mexican …", "US …", "her …" of a president, "Mexico's …", "… of Mexico". */
function countryOfModifiers(
  state: State,
  tree: Tree,
  token: Token,
  modifiers: readonly NameMention[],
): string | undefined {
  for (const { entry } of modifiers) {
    if (entry?.kind === "demonym" || entry?.kind === "country") return entry.country.code;
    if (entry?.kind === "institution" && entry.institution.country !== undefined)
      return entry.institution.country;
  }
  const owner = kid(tree, token, "nmod:poss");
  if (owner !== undefined) {
    const found = state.mentions.findLast(
      (one) => one.sentence === tree.sentence.index && one.first <= owner.i && one.last >= owner.i,
    );
    if (found !== undefined) return found.actor.country ?? state.entities.get(found.actor.id)?.country;
  }
  const of = kids(tree, token, "nmod").find((one) => kid(tree, one, "case")?.lemma === "of");
  const named =
    of === undefined
      ? undefined
      : state.namesBySentence[tree.sentence.index]!.find((one) => one.first <= of.i && one.last >= of.i);
  return named?.entry?.kind === "country" ? named.entry.country.code : undefined;
}

function determiner(tree: Tree, token: Token): "definite" | "indefinite" | "possessive" | "none" {
  if (kid(tree, token, "nmod:poss") !== undefined) return "possessive";
  const word = kid(tree, token, "det")?.form.toLowerCase();
  if (word === undefined) return "none";
  return ["the", "this", "that", "these", "those", "both"].includes(word) ? "definite" : "indefinite";
}

/** "The law minister" is nobody who has only been called prime minister: the office stands beside one of the names. */
function holds(state: State, { mentions }: Entity, office: string): boolean {
  return mentions.some(({ start, end }) =>
    state.text
      .slice(Math.max(0, start - beside), end + beside)
      .toLowerCase()
      .includes(office),
  );
}

const beside = 60;

/** Another country was named first in the report: the title of this one's need not be that of who is known by it. */
function isForeign(state: State, country: string): boolean {
  const first = state.mentions.find((one) => one.actor.country !== undefined);
  return first !== undefined && first.actor.country !== country;
}

function personOfRole(
  state: State,
  lemma: string,
  country: string | undefined,
  sentence: number,
  office: string | undefined,
): Entity | undefined {
  const fits = (one: Entity) =>
    one.kind === "person" &&
    (office === undefined || holds(state, one, `${office} ${lemma}`)) &&
    one.heads.has(lemma) &&
    (country === undefined ||
      one.country === country ||
      (one.country === undefined && !isForeign(state, country)));
  const all = [...(state.byRole.get(lemma) ?? [])].filter(fits);
  if (all.length === 1) return all[0];
  return all.length === 0 ? undefined : lastOf(state, fits, sentence, 6);
}

function groupOf(
  state: State,
  tree: Tree,
  token: Token,
  described: Described,
  country: string | undefined,
): Entity | undefined {
  const { lemma, plural } = described;
  const words = core(state, tree, token);
  const kind: ActorKind =
    criminal.has(lemma) && lemma !== "smuggler" && lemma !== "trafficker"
      ? "criminal-group"
      : armed.has(lemma)
        ? "armed-group"
        : lemma === "police"
          ? "police"
          : "group";
  const entity = entityOf(state, `group:${slug(words)}`, () => ({
    name: words,
    kind,
    ...withCountry(country),
    plural,
  }));
  entity.heads.add(lemma);
  if (!plural && isListedPerson(lemma)) {
    entity.individual = true;
    const gender = Object.hasOwn(nounGender, lemma) ? nounGender[lemma] : undefined;
    if (gender !== undefined) entity.gender = gender;
  }
  return entity;
}

/** The noun with its modifiers, without determiners, numbers and what follows it. */
function core(state: State, tree: Tree, token: Token): string {
  const words = subtree(
    tree,
    token,
    (one) =>
      one.head === token.i &&
      (one.i > token.i || !(is(one, "amod", "compound", "flat", "nmod") && !is(one, "nmod:poss"))),
  ).filter((one) => one.i <= token.i);
  const kept = words.filter(
    (one) =>
      !/^(?:several|many|some|few|various|other|multiple|numerous|both|more|most|such|certain|key|two|three|deemed|called|named|designated|proposed|so)$/i.test(
        one.form,
      ),
  );
  const span = spanOf(kept.length === 0 ? [token] : kept);
  return state.text.slice(span.start, span.end);
}
