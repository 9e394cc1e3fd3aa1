/** Several recurrent scorers as one: their file, and the mean of what they say of a predicate. */
import { MOST } from "../../src/language/network.ts";
import { type Blob, readWeights, type Weights, writeWeights } from "../../src/language/weights.ts";
import type { Token } from "../../src/model/sentence.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { engineWeights, passageOf, seenReader, type Vocabulary } from "./inputs.ts";
import { distributionIn, type Passage, Recurrent } from "./recurrent.ts";
import { CLASSES, HIDDEN, matrices, OUT, TAGS } from "./shape.ts";

export interface Ensemble {
  /** For each of the different tokens asked of a sentence, probabilities of the half steps. */
  distributions(tree: Tree, asked: readonly Token[], scheme: number): readonly Float32Array[];
}

export function ensembleFrom(path: string): Ensemble {
  const { values, blobs } = readWeights(path);
  const vocabulary = vocabularyOf({ values, blobs });
  const networks = (values.seeds as readonly number[]).map((seed) => {
    const network = emptyNetwork(vocabulary, MOST, MOST);
    restore(network, blobs, `${seed}.`);
    return network;
  });
  const seenOf = seenReader(engineWeights());
  return {
    distributions(tree, asked, scheme) {
      const passage = passageOf(tree, seenOf(tree.sentence), asked, vocabulary);
      return meanDistributions(networks, passage, scheme);
    },
  };
}

function meanDistributions(networks: readonly Recurrent[], passage: Passage, scheme: number): Float32Array[] {
  const sums = passage.predicates.map(() => new Float32Array(CLASSES));
  for (const network of networks) {
    const scores = network.scores([passage]);
    for (const [p, sum] of sums.entries()) {
      const one = distributionIn(scores.subarray(p * OUT, (p + 1) * OUT), scheme);
      for (let c = 0; c < CLASSES; c++) sum[c] = sum[c]! + one[c]! / networks.length;
    }
  }
  return sums;
}

export function emptyNetwork({ tags, features }: Vocabulary, tokens: number, asked: number): Recurrent {
  return new Recurrent(tags.length + 1, features.length, tokens, asked);
}

/** A network's numbers as signed bytes: each column of a matrix, and each table, has its scale. */
export function blobsOf(network: Recurrent): Record<string, Blob> {
  const blobs: Record<string, Blob> = {};
  for (const [name, , columns] of matrices) code(blobs, name, network.values(name), columns);
  code(blobs, "tags", network.tags, TAGS);
  code(blobs, "features", network.features, HIDDEN);
  return blobs;
}

function code(blobs: Record<string, Blob>, name: string, values: Float32Array, columns: number): void {
  const scales = new Float32Array(columns);
  for (const [i, x] of values.entries())
    scales[i % columns] = Math.max(scales[i % columns]!, Math.abs(x) / 127);
  blobs[name] = Int8Array.from(values, (x, i) =>
    scales[i % columns] === 0 ? 0 : Math.round(x / scales[i % columns]!),
  );
  blobs[`${name}.scales`] = scales;
}

export function restore(network: Recurrent, blobs: Weights["blobs"], prefix = ""): void {
  const take = (name: string, to: Float32Array) => {
    const codes = blobs[prefix + name] as Int8Array | undefined;
    const scales = blobs[`${prefix + name}.scales`] as Float32Array;
    if (codes?.length !== to.length)
      throw new Error(
        `factuality: weights "${prefix + name}" are not of this form and vocabulary; train them anew`,
      );
    for (let i = 0; i < to.length; i++) to[i] = codes[i]! * scales[i % scales.length]!;
  };
  for (const [name] of matrices) take(name, network.values(name));
  take("tags", network.tags);
  take("features", network.features);
}

export function writeEnsemble(
  path: string,
  vocabulary: Vocabulary,
  parts: ReadonlyMap<number, Weights["blobs"]>,
): void {
  const blobs: Record<string, Blob> = { features: Int32Array.from(vocabulary.features) };
  for (const [seed, part] of parts)
    for (const [name, blob] of Object.entries(part)) blobs[`${seed}.${name}`] = blob;
  writeWeights(path, { values: { tags: vocabulary.tags, seeds: [...parts.keys()] }, blobs });
}

function vocabularyOf({ values, blobs }: Weights): Vocabulary {
  return {
    tags: values.tags as string[],
    features: Uint32Array.from(blobs.features as Int32Array, (key) => key >>> 0),
  };
}
