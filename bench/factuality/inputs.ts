/** What the recurrent scorer sees of a sentence: the engine's states and forms, tags, and the features of what is asked. */
import { fileURLToPath } from "node:url";
import { hashText, indexOfHash } from "../../src/language/hashing.ts";
import { inputReader, networkFrom } from "../../src/language/network.ts";
import { readWeights, type Weights } from "../../src/language/weights.ts";
import type { Sentence, Token } from "../../src/model/sentence.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { factualityFeatures } from "./features.ts";
import type { Passage } from "./recurrent.ts";
import { FORM, SEEN, STATE } from "./shape.ts";

/** Tags and relations that have a row of their own, and the hashes, sorted, of the features that have one. */
export interface Vocabulary {
  readonly tags: readonly string[];
  readonly features: Uint32Array;
}

export const featureHash = (feature: string): number => hashText(feature) >>> 0;

export const tagNames = ({ xpos, deprel }: Token): readonly [string, string] => [
  xpos,
  `:${deprel.split(":")[0]}`,
];

export const engineWeights = (): Weights =>
  readWeights(fileURLToPath(new URL("../../models/en.bin", import.meta.url)));

/** Gives what the engine knows of each token of a sentence, SEEN numbers a token. */
export function seenReader(weights: Weights): (sentence: Sentence) => Float32Array {
  const network = networkFrom(weights);
  const input = inputReader(weights);
  return ({ tokens }) => {
    const forms = tokens.map(({ form }) => form);
    const { states } = network.analyse(forms, [forms.length]);
    const seen = new Float32Array(forms.length * SEEN);
    for (const [t, form] of forms.entries()) {
      seen.set(states.subarray(t * STATE, (t + 1) * STATE), t * SEEN);
      input(form, seen, t * SEEN + SEEN - FORM);
    }
    return seen;
  };
}

export function passageOf(
  tree: Tree,
  seen: Float32Array,
  asked: readonly Token[],
  { tags, features }: Vocabulary,
): Passage {
  const { tokens } = tree.sentence;
  const row = new Map(tags.map((name, i) => [name, i + 1]));
  return {
    n: tokens.length,
    seen,
    tags: Int32Array.from(tokens.flatMap((one) => tagNames(one).map((name) => row.get(name) ?? 0))),
    predicates: asked.map((token) => ({
      token: token.i,
      above: token.head,
      features: Int32Array.from(
        [...new Set(factualityFeatures(tree, token).map((one) => indexOfHash(features, featureHash(one))))]
          .filter((index) => index >= 0)
          .sort((a, b) => a - b),
      ),
    })),
  };
}
