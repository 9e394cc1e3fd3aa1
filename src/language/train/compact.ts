/** The learner's numbers in the small form that ships: int16 matrices, int8 tables, coded vectors. */
import { hashText } from "../hashing.ts";
import { CODED } from "../network.ts";
import { GLOVE, isCoded } from "../shape.ts";
import type { Blob, Weights } from "../weights.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Vectors } from "./vectors.ts";

export interface Trained {
  readonly matrices: ReadonlyMap<string, Float32Array>;
  readonly columns: ReadonlyMap<string, number>;
  /** Word table (row 0 for the unknown) and its keys from row 1 on. */
  readonly words: Float32Array;
  readonly keys: readonly string[];
  readonly parts: Float32Array;
  readonly vectors: Vectors;
}

export function compact(trained: Trained): Weights {
  const blobs: Record<string, Blob> = {};
  const scales: Record<string, number> = {};
  for (const [name, values] of trained.matrices) {
    const scale = largest(values) / 32767;
    const codes = Int16Array.from(values, (x) => Math.round(x / scale));
    if (isCoded(name)) {
      const columns = trained.columns.get(name)!;
      const byColumn = codeColumns(codes, scale, columns);
      blobs[`net.${name}`] = byColumn.codes;
      blobs[`scales.${name}`] = byColumn.scales;
    } else {
      scales[name] = scale;
      blobs[`net.${name}`] = codes;
    }
  }
  const width = trained.words.length / (trained.keys.length + 1);
  const wordOrder = byHash(trained.keys);
  const wordScale = quantile(trained.words) / 127;
  blobs.wordKeys = Int32Array.from(wordOrder, (i) => hashText(trained.keys[i]!));
  blobs.words = Int8Array.from({ length: wordOrder.length * width }, (_, k) =>
    int8(trained.words[(wordOrder[Math.floor(k / width)]! + 1) * width + (k % width)]!, wordScale),
  );
  const partScale = quantile(trained.parts) / 127;
  blobs.parts = Int8Array.from(trained.parts, (x) => int8(x, partScale));

  const names = [...trained.vectors.rows.keys()];
  const order = byHash(names);
  const { codes, codebook } = code(
    trained.vectors.values,
    order.map((i) => trained.vectors.rows.get(names[i]!)!),
    randomFrom(7),
  );
  blobs.vectorKeys = Int32Array.from(order, (i) => hashText(names[i]!));
  blobs.vectorCodes = codes;
  blobs.codebook = codebook;
  return { values: { scales, tableScales: { words: wordScale, parts: partScale } }, blobs };
}

/** A matrix's columns laid out one after the other as codes of at most 4095 in size, each with its scale. */
export function codeColumns(from: Int16Array, scale: number, columns: number) {
  const rows = from.length / columns;
  const codes = new Int16Array(from.length);
  const scales = new Float32Array(columns);
  for (let c = 0; c < columns; c++) {
    let most = 1;
    for (let r = 0; r < rows; r++) most = Math.max(most, Math.abs(from[r * columns + c]!));
    const step = most / 4095;
    scales[c] = step * scale;
    for (let r = 0; r < rows; r++) codes[c * rows + r] = Math.round(from[r * columns + c]! / step);
  }
  return { codes, scales };
}

const int8 = (x: number, scale: number): number => Math.max(-127, Math.min(127, Math.round(x / scale)));

function largest(values: Float32Array): number {
  let most = 1e-9;
  for (const x of values) most = Math.max(most, Math.abs(x));
  return most;
}

/** What all but one number in five thousand stay below. */
function quantile(values: Float32Array): number {
  const sizes = values.map(Math.abs).sort();
  return sizes[Math.floor(sizes.length * 0.9998)]!;
}

/** Indices of keys in the order of their hashes; of two keys with one hash the first stays. */
function byHash(keys: readonly string[]): number[] {
  const hashes = keys.map((key) => hashText(key) >>> 0);
  const order = keys.map((_, i) => i).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  return order.filter((i, at) => at === 0 || hashes[order[at - 1]!] !== hashes[i]);
}

/** Product quantisation (Jégou et al. 2011): each group of numbers becomes the number of its nearest centre. */
function code(
  values: Float32Array,
  rows: readonly number[],
  random: Random,
): { codes: Uint8Array; codebook: Float32Array } {
  const groups = GLOVE / CODED;
  const codes = new Uint8Array(rows.length * groups);
  const codebook = new Float32Array(groups * 256 * CODED);
  const sample = rows.filter((row) => row <= 20_000);
  for (let g = 0; g < groups; g++) {
    const centres = new Float64Array(256 * CODED);
    for (let c = 0; c < 256; c++) {
      const row = sample[Math.floor(random() * sample.length)]!;
      for (let i = 0; i < CODED; i++) centres[c * CODED + i] = values[row * GLOVE + g * CODED + i]!;
    }
    for (let round = 0; round < 8; round++) {
      const sums = new Float64Array(256 * CODED);
      const counts = new Float64Array(256);
      for (const row of sample) {
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
    rows.forEach((row, r) => {
      codes[r * groups + g] = nearest(values, row * GLOVE + g * CODED, centres);
    });
    codebook.set(centres, g * 256 * CODED);
  }
  return { codes, codebook };
}

function nearest(values: Float32Array, at: number, centres: Float64Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  const a = values[at]!;
  const b = values[at + 1]!;
  const c = values[at + 2]!;
  const d = values[at + 3]!;
  for (let k = 0; k < 256; k++) {
    const p = a - centres[k * 4]!;
    const q = b - centres[k * 4 + 1]!;
    const r = c - centres[k * 4 + 2]!;
    const s = d - centres[k * 4 + 3]!;
    const distance = p * p + q * q + r * r + s * s;
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}
