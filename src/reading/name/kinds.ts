/** What kind of thing a run of name words names, by its words, by the words around it, and by the engine. */
import { genderOfName, headKinds, roleNouns } from "../../language/en/actors.ts";
import { placesNamed } from "../../language/en/gazetteer.ts";
import type { ActorKind } from "../../model/actor.ts";
import type { NameType, Token } from "../../model/sentence.ts";
import { isOfNote } from "./dictionary.ts";
import type { NameMention } from "./mention.ts";

export function kindOfRun(tokens: readonly Token[], first: number, end: number): ActorKind | undefined {
  if (end - first < 2) return undefined;
  for (let i = end - 1; i >= first; i--) {
    const kind = headKinds[tokens[i]!.form.toLowerCase()];
    if (kind !== undefined) return kind;
    // "University of X", "Bank of Y": the head stands first.
    if (tokens[i]!.form === "of") continue;
  }
  return undefined;
}

export function isPerson(
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const length = end - first;
  if (kindOfRun(tokens, first, end) !== undefined) return false;
  let people = 0;
  for (let i = first; i < end; i++) if (engine[i] === "PER") people++;
  const given = genderOfName(tokens[first]!.form) !== undefined;
  if (length === 1) {
    const located =
      /^(?:in|at|near|outside)$/i.test(tokens[first - 1]?.form ?? "") &&
      !/^['’]s?$/.test(tokens[end]?.form ?? "");
    return people === 1 && !located && !isOfNote(tokens[first]!.form);
  }
  if (given && length <= 4) return true;
  return people * 2 >= length && length <= 5;
}

/** "Rebel commander Bor Isk": a name that nobody knows, behind what a person is. */
export function isInRole(
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const role = tokens[first - 1];
  const length = end - first;
  if (role?.upos !== "NOUN" || !roleNouns.has(role.form) || length < 2 || length > 4) return false;
  for (let i = first; i < end; i++)
    if (tokens[i]!.upos !== "PROPN" || engine[i] === "ORG" || engine[i] === "LOC") return false;
  return kindOfRun(tokens, first, end) === undefined && !/^'s?$|^’s?$/.test(tokens[end]?.form ?? "");
}

export function guessOf(
  words: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): NameMention["guess"] {
  const votes = { PER: 0, ORG: 0, LOC: 0 };
  for (let i = first; i < end; i++) {
    const type = engine[i];
    if (type === "PER" || type === "ORG" || type === "LOC") votes[type]++;
  }
  const before = tokens[first - 1]?.form.toLowerCase() ?? "";
  const after = tokens[end]?.form.toLowerCase() ?? "";
  const located = locating.has(before);
  const named = placesNamed(words).length > 0;
  if (votes.PER === 0 && isSaidPlace(tokens, first, end)) return "place";
  if (
    /^(?:virus|disease|fever|syndrome|magazine|cocktails?|awards?|prize|said)$/.test(after) &&
    !isOfNote(words)
  )
    return votes.PER > 0 ? "person" : "other";
  if (isOfNote(words)) return "place";
  if (votes.LOC > 0 && votes.LOC >= votes.ORG && (named || located)) return "place";
  if (located && named && votes.ORG === 0 && votes.PER === 0) return "place";
  if (votes.ORG > 0) return "organisation";
  return votes.PER > 0 ? "person" : "other";
}

/** "the village of Foley", "the Artibonite region": the words around it say that it is a place. */
function isSaidPlace(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 2]?.form.toLowerCase() ?? "";
  if (/^(?:of|called|named)$/i.test(tokens[first - 1]?.form ?? "") && settlements.has(before)) return true;
  return (
    regions.has(tokens[end]?.form ?? "") && /^(?:the|in|near|at|of)$/i.test(tokens[first - 1]?.form ?? "")
  );
}

const settlements = new Set(
  "town city village hamlet district province region county parish island suburb municipality township community port commune governorate prefecture borough settlement villages towns".split(
    " ",
  ),
);

const regions = new Set(
  "region district province governorate prefecture municipality township village suburb neighborhood neighbourhood peninsula valley".split(
    " ",
  ),
);

const locating = new Set([
  "in",
  "at",
  "near",
  "from",
  "to",
  "outside",
  "around",
  "across",
  "off",
  "into",
  "through",
  "toward",
  "towards",
  "over",
  "of",
  ",",
]);
