/** Pronouns of the third person, resolved where the text leaves no doubt. */
import type { Token } from "../../model/sentence.ts";
import { is, kids, parent, subtree, type Tree } from "../tree.ts";
import { type Entity, mention, type State, saysAbove } from "./entities.ts";

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

export function readPronoun(state: State, tree: Tree, token: Token): void {
  const gender = pronounGender[token.form.toLowerCase()];
  if (gender === undefined || is(token, "expl")) return;
  const entity =
    gender === "f" || gender === "m"
      ? personBefore(
          state,
          tree.sentence.index,
          gender,
          saysAbove(tree, token),
          namedBelow(state, tree, token),
        )
      : thingBefore(state, tree, token, gender);
  if (entity !== undefined) mention(state, tree, entity, token.i, token.i, token.i, "pronoun");
}

/**
 * Last words of the names in what a pronoun says or does with a clause: "he said Moser had left" is said by another, as a name
 * means nobody whom a pronoun above it means (Chomsky 1981, principle C).
 */
function namedBelow(state: State, tree: Tree, pronoun: Token): ReadonlySet<string> {
  const names = state.namesBySentence[tree.sentence.index]!;
  const verb = is(pronoun, "nsubj") ? parent(tree, pronoun) : undefined;
  const clauses = verb === undefined || names.length === 0 ? [] : kids(tree, verb, "ccomp");
  const clause = clauses.find(({ i }) => i > pronoun.i) ?? clauses[0];
  if (clause === undefined) return none;
  // "when Moser came, he said …", with "when" hung on what is said: of that only what stands on its side of the pronoun
  const side = (i: number) => (clause.i > pronoun.i ? i > pronoun.i : i < pronoun.i);
  const below = new Set(subtree(tree, clause).map(({ i }) => i));
  return new Set(
    names.filter(({ last }) => below.has(last) && side(last)).map(({ words }) => lastWord(words)),
  );
}

const none: ReadonlySet<string> = new Set();
const lastWord = (words: string) => words.split(/\s+/).at(-1)!;

/** The nearest person whose gender fits: subjects, speakers and whom the report is about before others. */
function personBefore(
  state: State,
  sentence: number,
  gender: "f" | "m",
  speaking: boolean,
  others: ReadonlySet<string>,
): Entity | undefined {
  let best: Entity | undefined;
  let most = 0;
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const one = state.recent[i]!;
    const distance = sentence - one.sentence;
    if (distance > 5) break;
    const described = one.entity.kind !== "person";
    if (described && one.entity.individual !== true) continue;
    if (one.entity.gender !== undefined && one.entity.gender !== gender) continue;
    if (!described && others.has(lastWord(one.entity.name))) continue;
    const value =
      (described ? -1 : 0) +
      Math.log2(1 + one.entity.mentions.length) +
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
