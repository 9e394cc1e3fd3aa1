/**
 * Actors of a report: names joined to one another, descriptions ("the Mexican president", "her administration",
 * "drug cartels") and pronouns resolved to them where the text leaves no doubt, else left alone.
 * In the manner of Lee et al. (2013): precise rules in order, over mentions in text order.
 */
import { genderOfName, institutionNouns, roleNouns, titles } from "../language/en/actors.ts";
import { cueClasses } from "../language/en/cues.ts";
import { capitals } from "../language/en/lexicon.ts";
import { governmentMetonyms, notMetonyms } from "../language/en/nations.ts";
import type { Actor } from "../model/actor.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import { readDescription } from "./actor/descriptions.ts";
import {
  countryEntity,
  type Entity,
  entityOf,
  government,
  headOf,
  mention,
  refOf,
  type State,
  slug,
  withCountry,
} from "./actor/entities.ts";
import { readPronoun } from "./actor/pronouns.ts";
import type { ActorMention } from "./context.ts";
import type { NameMention } from "./names.ts";
import { is, kid, kids, parent, spanOf, subtree, type Tree, treeOf } from "./tree.ts";

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
    fullNames: fullNamesOf(names),
    namesBySentence: sentences.map(() => []),
  };
  for (const name of names) state.namesBySentence[name.sentence]!.push(name);
  for (const sentence of sentences) readSentence(state, sentence);
  const actors = [...state.entities.values()].filter((one) => one.mentions.length > 0).map(actorOf);
  return { actors, mentions: state.mentions.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function actorOf(entity: Entity): Actor {
  return { ...refOf(entity), mentions: entity.mentions, roles: [...new Set(entity.roles)] };
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
    const { kind, country, name: full } = entry.institution;
    const entity =
      kind === "government" && country !== undefined
        ? government(state, country, full)
        : entityOf(state, `${kind}:${country === undefined ? "" : `${country}-`}${slug(full)}`, () => ({
            name: full,
            kind,
            ...withCountry(country),
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

function fullNamesOf(names: readonly NameMention[]): Map<string, string[]> {
  const full = new Map<string, string[]>();
  for (const name of names) {
    if (name.guess !== "person" || !name.words.includes(" ")) continue;
    const last = name.words.split(/\s+/).at(-1)!.toLowerCase();
    const list = full.get(last) ?? [];
    if (!list.includes(name.words)) list.push(name.words);
    full.set(last, list);
  }
  return full;
}

/** "Sheinbaum" is "Claudia Sheinbaum" when the report names one person of that surname in full; else it stays apart. */
function personEntity(state: State, name: NameMention): Entity {
  const words = name.words.split(/\s+/);
  const longer = (state.fullNames.get(words.at(-1)!.toLowerCase()) ?? []).filter((one) => one !== name.words);
  const sameEnd = longer.filter((one) => one.toLowerCase().endsWith(` ${name.words.toLowerCase()}`));
  // "John F. Kennedy" and "John Kennedy".
  const sameEnds =
    words.length < 2
      ? []
      : longer.filter((one) => one.split(/\s+/).length > words.length && one.split(/\s+/)[0] === words[0]);
  const distinct = distinctPersons([...sameEnd, ...sameEnds]);
  const full = distinct.length === 1 ? distinct[0]! : name.words;
  const entity = entityOf(state, `person:${slug(full)}`, () => {
    const gender = genderOfName(full.split(/\s+/)[0]!);
    return {
      name: full,
      kind: "person",
      plural: false,
      ...(gender === undefined || !full.includes(" ") ? {} : { gender }),
    };
  });
  const lead = name.title?.toLowerCase().split(/\s+/) ?? [];
  for (const word of lead) {
    const gender = titles[word.replace(/\.$/, "")];
    if (gender === "f" || gender === "m") entity.gender = gender;
  }
  return entity;
}

/** Longest forms only: "Claudia Sheinbaum" and "Claudia Sheinbaum Pardo" are one. */
function distinctPersons(names: readonly string[]): string[] {
  const all = [...new Set(names)].sort((a, b) => b.length - a.length);
  return all.filter(
    (one, i) => !all.slice(0, i).some((longer) => longer.startsWith(one) || longer.endsWith(one)),
  );
}

/** Roles that stand beside a name: before it, in apposition, or as its predicate. */
function readRoles(state: State, tree: Tree, name: NameMention, head: Token, entity: Entity): void {
  const { tokens } = tree.sentence;
  let first = name.first;
  while (first > 0) {
    const before = tokens[first - 1]!;
    const lower = before.form.toLowerCase();
    const word = lower.replace(/\.$/, "");
    const fits =
      before.upos === "NOUN" ||
      before.upos === "PROPN" ||
      before.upos === "ADJ" ||
      word in titles ||
      (before.form === "-" && first > 1);
    if (!fits || name.first - first > 6) break;
    first--;
  }
  const before = tokens.slice(first, name.first);
  if (
    before.some(
      (one) => roleNouns.has(one.lemma.toLowerCase()) || one.form.toLowerCase().replace(/\.$/, "") in titles,
    )
  )
    addRole(state, tree, entity, before);
  const above = parent(tree, head);
  const noun =
    kids(tree, head, "appos").find((one) => roleNouns.has(one.lemma.toLowerCase())) ??
    (above !== undefined && is(head, "appos") && roleNouns.has(above.lemma.toLowerCase())
      ? above
      : undefined);
  if (noun !== undefined)
    addRole(
      state,
      tree,
      entity,
      subtree(tree, noun, (one) => is(one, "acl", "appos", "punct", "conj", "cc", "nsubj")).filter(
        (one) => one.i < name.first || one.i > name.last,
      ),
    );
}

function addRole(state: State, tree: Tree, entity: Entity, words: readonly Token[]): void {
  if (words.length === 0) return;
  const span = spanOf(words);
  entity.roles.push(state.text.slice(span.start, span.end).replace(/^(?:the|an?) /i, ""));
  for (const word of words) {
    const lemma = word.lemma.toLowerCase();
    if (roleNouns.has(lemma)) entity.heads.add(lemma);
    const gender = titles[lemma];
    if (gender === "f" || gender === "m") entity.gender = gender;
  }
  const place = state.namesBySentence[tree.sentence.index]!.find(
    (one) => one.first >= words[0]!.i && one.last <= words.at(-1)!.i,
  );
  const country =
    place?.entry?.kind === "demonym" || place?.entry?.kind === "country"
      ? place.entry.country.code
      : place?.entry?.kind === "institution"
        ? place.entry.institution.country
        : undefined;
  if (country !== undefined) entity.country ??= country;
}
