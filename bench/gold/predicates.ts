/** Predicates with gold factuality, each found in the tree of its sentence. */
import { basename } from "node:path";
import type { Language } from "../../src/language/language.ts";
import type { Token } from "../../src/model/sentence.ts";
import { type Tree, treeOf } from "../../src/reading/tree.ts";
import { type Scheme, schemes } from "../factuality/score.ts";
import { readLines } from "./jsonl.ts";
import { printed } from "./tokenised.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly raw?: string;
  readonly predicates: readonly {
    readonly start: number;
    readonly end: number;
    readonly word: string;
    readonly factuality: number;
    readonly rawStart?: number;
  }[];
}

export interface Predicate {
  /** Of its sentence in the set. */
  readonly id: string;
  readonly start: number;
  readonly word: string;
  readonly text: string;
  readonly gold: number;
  /** Absent where the engine found no token there. */
  readonly found: { readonly tree: Tree; readonly token: Token } | undefined;
}

/** The scheme that a file's name tells, else what was annotated in it. */
export function schemeOf(path: string, predicates: readonly Annotated[]): Scheme {
  return schemeNamed(path) ?? schemeBy(predicates);
}

export function schemeNamed(path: string): Scheme | undefined {
  return schemes.find((one) => new RegExp(`(?:^|[^a-z])${one}(?:[^a-z]|$)`).test(basename(path)));
}

type Annotated = Pick<Predicate, "word" | "found">;

/** From how many of a hundred predicates on. */
const mostlyVerbs = 88;
const someCopulas = 2;

/**
 * UDS-IH2 asks of verbs alone; the others of nouns too, and MEANTIME of copulas. (Verbs are 99, 72 and 56 of a hundred on
 * the training sides of UDS-IH2, UW and MEANTIME, copulas 0, 0 and 5.)
 */
export function schemeBy(predicates: readonly Annotated[]): Scheme {
  const share = (holds: (one: Annotated) => boolean) =>
    (100 * predicates.filter(holds).length) / predicates.length;
  if (share(({ found }) => found === undefined || /^(VERB|AUX)$/.test(found.token.upos)) >= mostlyVerbs)
    return "uds-ih2";
  return share(({ word }) => /^(is|are|was|were|be|been|'s)$/i.test(word)) >= someCopulas ? "meantime" : "uw";
}

export function predicatesIn(path: string, language: Language): Predicate[] {
  const all: Predicate[] = [];
  for (const { id, text: tokenised, raw, predicates } of readLines<Gold>(path)) {
    // Some sentences come tokenised: as printed, they parse better.
    const { text, at } = raw === undefined ? printed(tokenised) : { text: raw, at: undefined };
    const sentences = language.parse(text, [{ start: 0, end: text.length, kind: "paragraph" }]);
    for (const { start, word, factuality, rawStart } of predicates) {
      const place = at === undefined ? (rawStart ?? start) : at[start]!;
      const sentence = sentences.find((one) => one.start <= place && place < one.end) ?? sentences[0];
      const tree = sentence === undefined ? undefined : treeOf(sentence);
      const token = tree?.sentence.tokens.find((one) => one.end > place);
      const found = tree === undefined || token === undefined ? undefined : { tree, token };
      all.push({ id, start, word, text, gold: factuality, found });
    }
  }
  return all;
}
