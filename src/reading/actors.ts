/**
 * Actors of a report: names joined to one another, descriptions ("the Mexican president", "her administration",
 * "drug cartels") and pronouns resolved to them where the text leaves no doubt, else left alone.
 * In the manner of Lee et al. (2013): precise rules in order, over mentions in text order.
 */
import { everywhere, institutionNouns } from "../language/en/actors.ts";
import { cueClasses } from "../language/en/cues.ts";
import { capitals } from "../language/en/lexicon.ts";
import { governmentMetonyms, notMetonyms } from "../language/en/nations.ts";
import { wikidataOfInstitution } from "../language/en/wikidata.ts";
import { type Actor, type ActorKind, actorRef } from "../model/actor.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import { readDescription } from "./actor/descriptions.ts";
import {
  countryEntity,
  type Entity,
  entityOf,
  government,
  headOf,
  mention,
  type State,
  slug,
  withCountry,
  withWikidata,
} from "./actor/entities.ts";
import { fullNamesOf, personEntity, readRoles } from "./actor/persons.ts";
import { readPronoun } from "./actor/pronouns.ts";
import type { ActorMention } from "./context.ts";
import type { NameMention } from "./name/mention.ts";
import { is, kid, parent, type Tree, treeOf } from "./tree.ts";

export { slug } from "./actor/entities.ts";

export interface ActorsFound {
  readonly actors: readonly Actor[];
  readonly mentions: readonly ActorMention[];
}

export function readActors(
  text: string,
  sentences: readonly Sentence[],
  names: readonly NameMention[],
): ActorsFound {
  const state: State = {
    text,
    sentences,
    entities: new Map(),
    mentions: [],
    recent: [],
    fullNames: fullNamesOf(names, -1),
    givenNames: fullNamesOf(names, 0),
    middleNames: fullNamesOf(names, 1),
    byRole: new Map(),
    ...countriesOf(names),
    namesBySentence: sentences.map(() => []),
  };
  for (const name of names) state.namesBySentence[name.sentence]!.push(name);
  for (const sentence of sentences) readSentence(state, sentence);
  const actors = [...state.entities.values()].filter((one) => one.mentions.length > 0).map(actorOf);
  // What a report says of an actor late holds for its first mention too.
  const mentions = state.mentions.map((one) => ({
    ...one,
    actor: actorRef(state.entities.get(one.actor.id)!),
  }));
  return { actors, mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** The country of a report that names one and no other, and that which it names most. */
function countriesOf(names: readonly NameMention[]): Pick<State, "onlyCountry" | "mainCountry"> {
  const counts = new Map<string, number>();
  const only = new Set<string>();
  for (const { entry } of names) {
    const stated = entry?.kind === "country" || entry?.kind === "demonym" || entry?.kind === "people";
    const code = stated
      ? entry.country.code
      : entry?.kind === "institution"
        ? entry.institution.country
        : undefined;
    if (code === undefined) continue;
    only.add(code);
    if (stated || !isEverywhere(entry)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const main = first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
  return { onlyCountry: only.size === 1 ? [...only][0] : undefined, mainCountry: main };
}

/** "Ministry of Defence", "Coast Guard": many countries have one by that name. */
function isEverywhere(entry: NameMention["entry"]): boolean {
  return entry?.kind === "institution" && everywhere.has(entry.institution.name);
}

function actorOf(entity: Entity): Actor {
  return { ...actorRef(entity), mentions: entity.mentions, roles: [...new Set(entity.roles)] };
}

function readSentence(state: State, sentence: Sentence): void {
  const tree = treeOf(sentence);
  const names = state.namesBySentence[sentence.index]!;
  const nameAt = new Map(names.map((name) => [name.first, name]));
  const inName = new Set<number>();
  for (const name of names) for (let i = name.first; i <= name.last; i++) inName.add(i);
  for (const token of sentence.tokens) {
    const name = nameAt.get(token.i);
    if (name !== undefined) readName(state, tree, name);
    else if (inName.has(token.i)) continue;
    else if (token.xpos === "PRP" || token.xpos === "PRP$") readPronoun(state, tree, token);
    else if (token.upos === "NOUN" || token.upos === "PROPN" || token.xpos === "NNS")
      readDescription(state, tree, token, names);
  }
}

function readName(state: State, tree: Tree, name: NameMention): void {
  const head = headOf(tree, name.first, name.last);
  const entity = nameEntity(state, tree, name, head);
  if (entity === undefined) return;
  const form = name.entry?.kind === "demonym" ? "demonym" : "name";
  mention(state, tree, entity, name.first, name.last, head.i, form);
  if (entity.kind === "person") readRoles(state, tree, name, head, entity);
}

function nameEntity(state: State, tree: Tree, name: NameMention, head: Token): Entity | undefined {
  const entry = name.entry;
  if (entry?.kind === "country" || entry?.kind === "demonym") return countryEntity(state, entry.country.code);
  if (entry?.kind === "people") {
    return entityOf(state, `group:${slug(name.words)}`, () => ({
      name: name.words,
      kind: "group",
      country: entry.country.code,
      plural: true,
    }));
  }
  if (entry?.kind === "institution") {
    const { kind, name: full } = entry.institution;
    const elsewhere = isEverywhere(entry) && state.mainCountry !== entry.institution.country;
    if (elsewhere) return nationalBody(state, name, kind);
    const { country } = entry.institution;
    const entity =
      kind === "government" && country !== undefined
        ? government(state, country, full)
        : entityOf(state, `${kind}:${country === undefined ? "" : `${country}-`}${slug(full)}`, () => ({
            name: full,
            kind,
            ...withCountry(country),
            ...withWikidata(wikidataOfInstitution(full)),
            plural: false,
          }));
    for (const word of full.toLowerCase().split(" ")) entity.heads.add(word);
    return entity;
  }
  const metonym = capitals.get(name.words) ?? governmentMetonyms[name.words];
  if (metonym !== undefined && !notMetonyms.includes(name.words) && actsAsGovernment(tree, head))
    return government(state, metonym, name.words);
  if (entry !== undefined || name.guess === "place") return undefined;
  if (name.guess === "person") return personEntity(state, name);
  if (name.guess === "organisation") {
    const kind = name.kind ?? "organisation";
    const entity = entityOf(state, `${kind}:${slug(name.words)}`, () => ({
      name: name.words,
      kind,
      ...withCountry(countryBefore(state, name)),
      plural: false,
    }));
    for (const word of name.words.toLowerCase().split(/\s+/))
      if (word in institutionNouns) entity.heads.add(word);
    return entity;
  }
  // A name of unknown kind is an actor only where it acts.
  return is(head, "nsubj", "obl:agent")
    ? entityOf(state, `unknown:${slug(name.words)}`, () => ({
        name: name.words,
        kind: "unknown",
        plural: false,
      }))
    : undefined;
}

/** A body that many countries have, of the country that stands before its name or that alone is named. */
function nationalBody(state: State, name: NameMention, kind: ActorKind): Entity {
  const country = countryBefore(state, name) ?? state.mainCountry;
  const id = `${kind}:${country === undefined ? "" : `${country}-`}${slug(name.words)}`;
  const entity = entityOf(state, id, () => ({
    name: name.words,
    kind,
    ...withCountry(country),
    plural: false,
  }));
  for (const word of name.words.toLowerCase().split(/\s+/)) entity.heads.add(word);
  return entity;
}

/** "Mexican Navy": the demonym that stands before an organisation's name. */
function countryBefore(state: State, name: NameMention): string | undefined {
  const before = state.namesBySentence[name.sentence]!.find((one) => one.last === name.first - 1);
  return before?.entry?.kind === "demonym" || before?.entry?.kind === "country"
    ? before.entry.country.code
    : undefined;
}

/** A capital that says, wants or does something, without a preposition. */
function actsAsGovernment(tree: Tree, head: Token): boolean {
  const above = parent(tree, head);
  return (
    is(head, "nsubj", "obl:agent") &&
    above !== undefined &&
    (cueClasses(above.lemma).length > 0 || above.upos === "VERB") &&
    kid(tree, head, "case") === undefined
  );
}
