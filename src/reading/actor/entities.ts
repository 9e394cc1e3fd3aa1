/** The actors of one report while it is read: what is known of each, and where it was mentioned last. */
import { cueClasses } from "../../language/en/cues.ts";
import { countryOf } from "../../language/en/lexicon.ts";
import { adjectives } from "../../language/en/nations.ts";
import { wikidataOfCountry } from "../../language/en/wikidata.ts";
import { type ActorKind, actorRef } from "../../model/actor.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { ActorMention } from "../context.ts";
import type { NameMention } from "../name/mention.ts";
import { is, kid, parent, type Tree } from "../tree.ts";

export interface Entity {
  id: string;
  name: string;
  kind: ActorKind;
  country?: string;
  wikidata?: string;
  gender?: "f" | "m";
  plural: boolean;
  /** One person by description: "a woman", "the spokesman". */
  individual?: boolean;
  readonly mentions: Span[];
  readonly roles: string[];
  /** Head nouns by which "the …" may mean it. */
  readonly heads: Set<string>;
}

export interface State {
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
  /** Full names of persons by their last word, and by their first. */
  readonly fullNames: ReadonlyMap<string, readonly string[]>;
  readonly givenNames: ReadonlyMap<string, readonly string[]>;
  /** Those of three words by their second, which may be the first of two surnames. */
  readonly middleNames: ReadonlyMap<string, readonly string[]>;
  /** Persons by the nouns of their roles. */
  readonly byRole: Map<string, Set<Entity>>;
  /** The one country that the report names, if it names just one. */
  readonly onlyCountry: string | undefined;
  /** The country that it names most, if one is named more than any other. */
  readonly mainCountry: string | undefined;
  readonly namesBySentence: NameMention[][];
}

/** Letters that Unicode does not take apart. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower-case letters, digits and hyphens: a to z, and other scripts' letters as they are, so that no name is empty. */
export function slug(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter]!)
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

export function mention(
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
  state.mentions.push({ ...span, sentence: index, first, last, head, actor: actorRef(entity), form });
  if (form === "demonym") return;
  entity.mentions.push(span);
  const subject = is(tokens[head]!, "nsubj", "obl:agent") || isWhose(tree, tokens[head]!);
  state.recent.push({
    entity,
    sentence: index,
    token: head,
    subject,
    speaks: subject && saysAbove(tree, tokens[head]!),
  });
  if (state.recent.length > 400) state.recent.splice(0, 200);
}

/** "The whereabouts of the president were not known": whom a sentence is about without being its subject. */
function isWhose(tree: Tree, token: Token): boolean {
  const noun = is(token, "nmod") ? parent(tree, token) : undefined;
  if (noun === undefined || !is(noun, "nsubj") || kid(tree, token, "case")?.lemma !== "of") return false;
  return topics.test(noun.lemma.toLowerCase());
}

const topics =
  /^(?:whereabouts|fate|death|arrest|detention|health|condition|body|killing|murder|removal|release|resignation|dismissal|trial)$/;

export function saysAbove(tree: Tree, token: Token): boolean {
  const above = parent(tree, token);
  return above !== undefined && cueClasses(above.lemma).includes("say");
}

export function entityOf(
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

export function withCountry(code: string | undefined): { country?: string } {
  return code === undefined ? {} : { country: code };
}

export function withWikidata(id: string | undefined): { wikidata?: string } {
  return id === undefined ? {} : { wikidata: id };
}

export function headOf(tree: Tree, first: number, last: number): Token {
  const { tokens } = tree.sentence;
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.head < first || token.head > last) return token;
  }
  return tokens[last]!;
}

export function countryEntity(state: State, code: string): Entity {
  return entityOf(state, `country:${code}`, () => ({
    name: countryOf(code)?.name ?? code,
    kind: "country",
    country: code,
    ...withWikidata(wikidataOfCountry(code)),
    plural: false,
  }));
}

export function government(state: State, code: string, words?: string): Entity {
  const entity = entityOf(state, `government:${code}`, () => ({
    name: words ?? `${adjectiveOf(code)} government`,
    kind: "government",
    country: code,
    plural: false,
  }));
  return entity;
}

export function adjectiveOf(code: string): string {
  return code === "US" ? "US" : (adjectives[code]?.[0] ?? countryOf(code)?.name ?? code);
}

export function lastOf(
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
