/** The learner's numbers in the small form that ships: matrices and tables of int16, coded vectors. */
import { hashText } from "../hashing.ts";
import { isCoded } from "../shape.ts";
import type { Blob, Weights } from "../weights.ts";
import { GROUPS, type Vectors } from "./vectors.ts";

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
  const wordScale = largest(trained.words) / 32767;
  blobs.wordKeys = Int32Array.from(wordOrder, (i) => hashText(trained.keys[i]!));
  blobs.words = Int16Array.from({ length: wordOrder.length * width }, (_, k) =>
    int16(trained.words[(wordOrder[Math.floor(k / width)]! + 1) * width + (k % width)]!, wordScale),
  );
  const partScale = largest(trained.parts) / 32767;
  blobs.parts = Int16Array.from(trained.parts, (x) => int16(x, partScale));

  const { rows, codes, codebook } = trained.vectors;
  const names = [...rows.keys()];
  const order = byHash(names);
  blobs.vectorKeys = Int32Array.from(order, (i) => hashText(names[i]!));
  blobs.vectorCodes = new Uint8Array(order.length * GROUPS);
  order.forEach((i, at) => {
    const row = rows.get(names[i]!)!;
    blobs.vectorCodes!.set(codes.subarray(row * GROUPS, (row + 1) * GROUPS), at * GROUPS);
  });
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

const int16 = (x: number, scale: number): number => Math.round(x / scale);

function largest(values: Float32Array): number {
  let most = 1e-9;
  for (const x of values) most = Math.max(most, Math.abs(x));
  return most;
}

/** Indices of keys in the order of their hashes; of two keys with one hash the first stays. */
function byHash(keys: readonly string[]): number[] {
  const hashes = keys.map((key) => hashText(key) >>> 0);
  const order = keys.map((_, i) => i).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  return order.filter((i, at) => at === 0 || hashes[order[at - 1]!] !== hashes[i]);
}
