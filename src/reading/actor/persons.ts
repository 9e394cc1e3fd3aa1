/** Persons by name: full names, surnames and given names joined, and the roles that stand beside them. */
import {
  genderOfLeader,
  genderToldByName,
  leaders,
  nounGender,
  roleNouns,
  titles,
} from "../../language/en/actors.ts";
import type { Token } from "../../model/sentence.ts";
import type { NameMention } from "../name/mention.ts";
import { is, kids, parent, spanOf, subtree, type Tree } from "../tree.ts";
import { type Entity, entityOf, type State, slug } from "./entities.ts";

/** Names of persons in full, by one of their words. */
export function fullNamesOf(names: readonly NameMention[], word: 0 | 1 | -1): Map<string, string[]> {
  const full = new Map<string, string[]>();
  for (const name of names) {
    if (name.guess !== "person" || !name.words.includes(" ")) continue;
    const words = name.words.split(/\s+/);
    if (word === 1 && words.length !== 3) continue;
    const key = words.at(word)!.toLowerCase();
    const list = full.get(key) ?? [];
    if (!list.includes(name.words)) list.push(name.words);
    full.set(key, list);
  }
  return full;
}

/** "Sheinbaum" is "Claudia Sheinbaum" when the report names one person of that surname in full; else it stays apart. */
export function personEntity(state: State, name: NameMention): Entity {
  const words = name.words.split(/\s+/);
  const longer = (state.fullNames.get(words.at(-1)!.toLowerCase()) ?? []).filter((one) => one !== name.words);
  const sameEnd = longer.filter((one) => one.toLowerCase().endsWith(` ${name.words.toLowerCase()}`));
  // "John F. Kennedy" and "John Kennedy".
  const sameEnds =
    words.length < 2
      ? []
      : longer.filter((one) => one.split(/\s+/).length > words.length && one.split(/\s+/)[0] === words[0]);
  const titled = titleGender(name);
  const distinct = distinctPersons([...sameEnd, ...sameEnds]).filter(
    (one) => titled === undefined || (genderToldByName(one.split(/\s+/)[0]!) ?? titled) === titled,
  );
  const full =
    distinct.length === 1
      ? distinct[0]!
      : (byGivenName(state, name) ?? byFirstSurname(state, name) ?? name.words);
  const entity = entityOf(state, `person:${slug(full)}`, () => {
    const gender = full.includes(" ") ? genderToldByName(full.split(/\s+/)[0]!) : genderOfLeader(full);
    return {
      name: full,
      kind: "person",
      plural: false,
      ...(gender === undefined ? {} : { gender }),
    };
  });
  if (titled !== undefined) entity.gender = titled;
  return entity;
}

/** "Mr", "Queen" and the like before a name. */
function titleGender({ title }: NameMention): "f" | "m" | undefined {
  for (const word of title?.toLowerCase().split(/\s+/) ?? []) {
    const gender = titles[word.replace(/\.$/, "")];
    if (gender === "f" || gender === "m") return gender;
  }
  return undefined;
}

/** "Mr Ibarra" for "Gonzalo Ibarra Peña": the father's of two surnames, where one person alone has it. */
function byFirstSurname(state: State, name: NameMention): string | undefined {
  const key = name.words.toLowerCase();
  if (name.words.includes(" ") || state.givenNames.has(key) || state.fullNames.has(key)) return undefined;
  const full = key.length > 2 ? distinctPersons(state.middleNames.get(key) ?? []) : [];
  return full.length === 1 ? full[0] : undefined;
}

/** "Claudia" alone, where one person of that given name is named in full and nobody by it as a surname. */
function byGivenName(state: State, name: NameMention): string | undefined {
  const key = name.words.toLowerCase();
  if (name.words.includes(" ") || name.title !== undefined || state.fullNames.has(key)) return undefined;
  const full = distinctPersons(state.givenNames.get(key) ?? []);
  return full.length === 1 ? full[0] : undefined;
}

/** Longest forms only: "Claudia Sheinbaum" and "Claudia Sheinbaum Pardo" are one. */
function distinctPersons(names: readonly string[]): string[] {
  const all = [...new Set(names)].sort((a, b) => b.length - a.length);
  return all.filter((one, i) => !all.slice(0, i).some((longer) => isLongerOf(longer, one)));
}

/** "Zaha Mohammad Hadid" of "Zaha Hadid": the same first word, or the same last, and all the rest in order. */
function isLongerOf(longer: string, name: string): boolean {
  if (longer.startsWith(name) || longer.endsWith(name)) return true;
  const [all, words] = [longer.split(/\s+/), name.split(/\s+/)];
  let at = 0;
  for (const word of all) if (word === words[at]) at++;
  return at === words.length && all[0] === words[0];
}

/** Roles that stand beside a name: before it, in apposition, or as its predicate. */
export function readRoles(state: State, tree: Tree, name: NameMention, head: Token, entity: Entity): void {
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
  // "the pilot's widow Terry Bell"
  const kin = before.at(-1)?.lemma.toLowerCase() ?? "";
  if (Object.hasOwn(nounGender, kin)) entity.gender = nounGender[kin]!;
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
    if (roleNouns.has(lemma)) {
      entity.heads.add(lemma);
      state.byRole.set(lemma, (state.byRole.get(lemma) ?? new Set()).add(entity));
    }
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
  else if (words.some((one) => stateOffices.has(one.lemma.toLowerCase())) && entity.country === undefined) {
    const code = leaders[entity.name] ?? leaders[entity.name.split(/\s+/).at(-1)!] ?? state.onlyCountry;
    if (code !== undefined) entity.country = code;
  }
}

/** Offices of a state: who holds one without its country named has the one that the report or the lexicon gives. */
const stateOffices = new Set(["president", "premier", "chancellor", "minister", "king", "queen"]);
