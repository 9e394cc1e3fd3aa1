/**
 * Actors of a report: names joined to one another, descriptions ("the Mexican president", "her administration",
 * "drug cartels") and pronouns resolved to them where the text leaves no doubt, else left alone.
 * In the manner of Lee et al. (2013): precise rules in order, over mentions in text order.
 */
import {
  forceNouns,
  genderOfName,
  groupNouns,
  institutionNouns,
  leaders,
  roleNouns,
  titles,
} from "../language/en/actors.ts";
import { cueClasses } from "../language/en/cues.ts";
import { capitals, countryOf } from "../language/en/lexicon.ts";
import { adjectives, governmentMetonyms, notMetonyms } from "../language/en/nations.ts";
import { personNouns } from "../language/en/people.ts";
import type { Actor, ActorKind, ActorRef } from "../model/actor.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { ActorMention } from "./context.ts";
import type { NameMention } from "./names.ts";
import { is, kid, kids, parent, spanOf, subtree, type Tree, treeOf } from "./tree.ts";

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

interface Entity {
  id: string;
  name: string;
  kind: ActorKind;
  country?: string;
  gender?: "f" | "m";
  plural: boolean;
  readonly mentions: Span[];
  readonly roles: string[];
  /** Head nouns by which "the …" may mean it. */
  readonly heads: Set<string>;
}

interface State {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly entities: Map<string, Entity>;
  readonly mentions: ActorMention[];
  /** Latest last. */
  readonly recent: {
    readonly entity: Entity;
    readonly sentence: number;
    readonly token: number;
    readonly subject: boolean;
    /** The subject of a verb of saying. */
    readonly speaks: boolean;
  }[];
  /** Full names of persons by their last word. */
  readonly fullNames: ReadonlyMap<string, readonly string[]>;
  readonly namesBySentence: NameMention[][];
}

function actorOf(entity: Entity): Actor {
  return { ...refOf(entity), mentions: entity.mentions, roles: [...new Set(entity.roles)] };
}

function refOf(entity: Entity): ActorRef {
  const { id, name, kind, country } = entity;
  return { id, name, kind, ...(country === undefined ? {} : { country }) };
}

/** a-z, 0-9 and hyphens. */
export function slug(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

// Reading a sentence from left to right

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

function mention(
  state: State,
  tree: Tree,
  entity: Entity,
  first: number,
  last: number,
  head: number,
  form: ActorMention["form"],
): void {
  const { tokens, index } = tree.sentence;
  const span = { start: tokens[first]!.start, end: tokens[last]!.end };
  state.mentions.push({ ...span, sentence: index, first, last, head, actor: refOf(entity), form });
  if (form === "demonym") return;
  entity.mentions.push(span);
  const subject = is(tokens[head]!, "nsubj", "obl:agent");
  state.recent.push({
    entity,
    sentence: index,
    token: head,
    subject,
    speaks: subject && saysAbove(tree, tokens[head]!),
  });
  if (state.recent.length > 400) state.recent.splice(0, 200);
}

function saysAbove(tree: Tree, token: Token): boolean {
  const above = parent(tree, token);
  return above !== undefined && cueClasses(above.lemma).includes("say");
}

function entityOf(
  state: State,
  id: string,
  make: () => Omit<Entity, "id" | "mentions" | "roles" | "heads">,
): Entity {
  let entity = state.entities.get(id);
  if (entity === undefined) {
    entity = { id, ...make(), mentions: [], roles: [], heads: new Set() };
    state.entities.set(id, entity);
  }
  return entity;
}

function withCountry(code: string | undefined): { country?: string } {
  return code === undefined ? {} : { country: code };
}

// Names

function headOf(tree: Tree, first: number, last: number): Token {
  const { tokens } = tree.sentence;
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.head < first || token.head > last) return token;
  }
  return tokens[last]!;
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

function countryEntity(state: State, code: string): Entity {
  return entityOf(state, `country:${code}`, () => ({
    name: countryOf(code)?.name ?? code,
    kind: "country",
    country: code,
    plural: false,
  }));
}

function government(state: State, code: string, words?: string): Entity {
  const entity = entityOf(state, `government:${code}`, () => ({
    name: words ?? `${adjectiveOf(code)} government`,
    kind: "government",
    country: code,
    plural: false,
  }));
  return entity;
}

function adjectiveOf(code: string): string {
  return code === "US" ? "US" : (adjectives[code]?.[0] ?? countryOf(code)?.name ?? code);
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

// Descriptions

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

function readDescription(state: State, tree: Tree, token: Token, names: readonly NameMention[]): void {
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
  let first = token.i;
  while (first > 0 && partOfPhrase(tokens[first - 1]!, token)) first--;
  const last = token.i;
  const span = { start: tokens[first]!.start, end: token.end };
  const modifiers = names.filter(
    (one) => one.first >= first && one.last < token.i && one.last >= token.i - 6,
  );
  const entity = describedEntity(state, tree, token, { lemma, kind, plural, modifiers, span });
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
    const person = personOfRole(state, lemma, country, tree.sentence.index);
    if (person !== undefined && determiner(tree, token) !== "indefinite") return person;
    if (definite) return undefined;
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

function personOfRole(
  state: State,
  lemma: string,
  country: string | undefined,
  sentence: number,
): Entity | undefined {
  const fits = (one: Entity) =>
    one.kind === "person" &&
    one.heads.has(lemma) &&
    (country === undefined || one.country === undefined || one.country === country);
  const all = [...state.entities.values()].filter(fits);
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
  return entity;
}

/** The noun with its modifiers, without determiners, numbers and what follows it. */
function core(state: State, tree: Tree, token: Token): string {
  const words = subtree(
    tree,
    token,
    (one) =>
      one.head === token.i &&
      (one.i > token.i || is(one, "det", "nummod", "case", "nmod:poss", "advmod", "punct", "cc", "conj")),
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

// Antecedents

function lastOf(
  state: State,
  fits: (entity: Entity) => boolean,
  sentence: number,
  reach: number,
): Entity | undefined {
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const one = state.recent[i]!;
    if (sentence - one.sentence > reach) return undefined;
    if (fits(one.entity)) return one.entity;
  }
  return undefined;
}

const pronounGender: Readonly<Record<string, "f" | "m" | "n" | "p">> = {
  he: "m",
  him: "m",
  his: "m",
  himself: "m",
  she: "f",
  her: "f",
  hers: "f",
  herself: "f",
  it: "n",
  its: "n",
  itself: "n",
  they: "p",
  them: "p",
  their: "p",
  themselves: "p",
};

function readPronoun(state: State, tree: Tree, token: Token): void {
  const gender = pronounGender[token.form.toLowerCase()];
  if (gender === undefined || is(token, "expl")) return;
  const entity =
    gender === "f" || gender === "m"
      ? personBefore(state, tree.sentence.index, gender, saysAbove(tree, token))
      : thingBefore(state, tree, token, gender);
  if (entity !== undefined) mention(state, tree, entity, token.i, token.i, token.i, "pronoun");
}

/** The nearest person whose gender fits; a subject before another of the same sentence. */
function personBefore(
  state: State,
  sentence: number,
  gender: "f" | "m",
  speaking: boolean,
): Entity | undefined {
  let best: Entity | undefined;
  let most = 0;
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const one = state.recent[i]!;
    const distance = sentence - one.sentence;
    if (distance > 5) break;
    if (one.entity.kind !== "person" || (one.entity.gender !== undefined && one.entity.gender !== gender))
      continue;
    const value =
      (one.subject ? 2 : 0) +
      (speaking && one.speaks ? 1.5 : 0) +
      (one.entity.gender === gender ? 1.5 : 0) -
      distance * 1.2 +
      7 -
      (state.recent.length - 1 - i) * 0.05;
    if (value > most) {
      most = value;
      best = one.entity;
    }
  }
  return best;
}

/** "They said" after "officials said": the nearest group that spoke. */
function speakersBefore(state: State, sentence: number): Entity | undefined {
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const one = state.recent[i]!;
    if (sentence - one.sentence > 3) return undefined;
    if (one.speaks && one.entity.plural) return one.entity;
  }
  return undefined;
}

/** "It" and "they": only the subject of the clause or sentence before, of the right kind and number. */
function thingBefore(state: State, tree: Tree, token: Token, gender: "n" | "p"): Entity | undefined {
  if (gender === "p" && saysAbove(tree, token)) {
    const speakers = speakersBefore(state, tree.sentence.index);
    if (speakers !== undefined) return speakers;
  }
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const one = state.recent[i]!;
    const distance = tree.sentence.index - one.sentence;
    if (distance > 1) return undefined;
    if (!one.subject || one.entity.kind === "person") continue;
    const plural = one.entity.plural;
    if (
      gender === "n" ? !plural : plural || one.entity.kind === "organisation" || one.entity.kind === "police"
    ) {
      // In another sentence only its own subject may go on.
      if (distance === 1 && !is(token, "nsubj", "nmod:poss")) return undefined;
      return one.entity;
    }
    if (distance === 1) return undefined;
  }
  return undefined;
}
