import type { BlockKind } from "./report.ts";
import type { Span } from "./span.ts";

/** One syntactic word (Universal Dependencies v2). "don't" gives two tokens: "do" and "n't". */
export interface Token extends Span {
  /** Position in its sentence, from 0. */
  readonly i: number;
  /** The text's own characters: equal to `text.slice(start, end)` (even where the text was recased to tag it). */
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB … */
  readonly upos: string;
  /** Penn Treebank tag: NN, VBD … */
  readonly xpos: string;
  /** UD features, "Number=Plur|Tense=Past", or "" for none. */
  readonly feats: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  /** UD relation with subtype: "nsubj", "nsubj:pass", "obl:agent" … */
  readonly deprel: string;
}

export type NameType = "PER" | "ORG" | "LOC" | "EVENT" | "PRODUCT" | "LAW";

/** A proper name: tokens `first` to `last` (inclusive) of its sentence. */
export interface Name extends Span {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

/** One sentence: tagged, parsed, with its names. Offsets are UTF-16 into the report's text. */
export interface Sentence extends Span {
  /** Position in the report, from 0. */
  readonly index: number;
  /** Index and kind of the block that it stands in. */
  readonly block: number;
  readonly blockKind: BlockKind;
  readonly tokens: readonly Token[];
  readonly names: readonly Name[];
}
