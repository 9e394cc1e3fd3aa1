/** A noun for people at the head of a sentence is no name for its capital: "Gunmen attacked …". */
import { forceNouns, groupNouns } from "../../language/en/actors.ts";
import { irregular } from "../../language/en/irregular.ts";
import { personNouns } from "../../language/en/people.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import { afterDateline } from "../place/dateline.ts";

/** The first word as a common noun, where it is tagged a name, stands in none, and lexicons know it for people. */
export function openingNoun({ tokens, names }: Sentence): Token | undefined {
  const at = afterDateline(tokens);
  const first = tokens[at];
  if (first?.upos !== "PROPN" || !/^\p{Lu}\p{Ll}+$/u.test(first.form)) return undefined;
  if (names.some((name) => name.first === at) || tokens[at + 1]?.upos === "PROPN") return undefined;
  const form = first.form.toLowerCase();
  const lemma = [irregular.get(`NNS ${form}`), form.replace(/ies$/, "y"), form.replace(/s$/, "")].find(
    (one) => one !== undefined && one !== form && people.has(one),
  );
  return lemma === undefined ? undefined : { ...first, upos: "NOUN", xpos: "NNS", lemma };
}

export const people: ReadonlySet<string> = new Set([...personNouns.split(" "), ...groupNouns, ...forceNouns]);
