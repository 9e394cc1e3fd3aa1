/** Sentences for tests that need tokens but no tree: words parted by blanks, lemma = lower case. */
import type { Sentence, Token } from "../../model/sentence.ts";

export function wordsOf(text: string): Sentence {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\S+/g))
    tokens.push({
      i: tokens.length,
      start: match.index,
      end: match.index + match[0].length,
      form: match[0],
      lemma: match[0].toLowerCase().replace(/(?<=[a-z]{3})s$/, ""),
      upos: "X",
      xpos: "FW",
      feats: "",
      head: -1,
      deprel: "dep",
    });
  return { index: 0, block: 0, blockKind: "paragraph", start: 0, end: text.length, tokens, names: [] };
}
