/**
 * Linear models over hashed features, as tables of small signed weights in one file: the sum of a candidate's
 * features, times the table's scale, is its score.
 */
import { existsSync, readFileSync } from "node:fs";

export interface Table {
  /** Number of rows, a power of two. */
  readonly size: number;
  /** Weights a row. */
  readonly width: number;
  /** Score = scale × sum of weights. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/** The row of a feature's hash. */
export const rowOf = (hash: number, size: number) => (hash ^ (hash >>> 15)) & (size - 1);

/** Layout: for each table u32 size, u32 width, f32 scale, then the weights, one signed byte each; little-endian. */
export function readTables(name: string): Table[] {
  const near = [`../../../models/${name}`, `../../../../models/${name}`]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (near === undefined)
    throw new Error(`models/${name} is missing: reinstall, or train it (see its model card)`);
  return tablesIn(readFileSync(near));
}

export function tablesIn(bytes: Uint8Array): Table[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: Table[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const size = view.getUint32(at, true);
    const width = view.getUint32(at + 4, true);
    const scale = view.getFloat32(at + 8, true);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at + 12, size * width);
    tables.push({ size, width, scale, weights });
    at += 12 + size * width;
  }
  return tables;
}

/** Weights as a table's bytes; the few beyond the rest are cut, so that the others keep their fineness. */
export function tableBytes(weights: Float32Array, width: number): Uint8Array {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = Math.max(1e-9, sizes[Math.floor((sizes.length - 1) * 0.9998)] ?? 0) / 127;
  const bytes = new Uint8Array(12 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, weights.length / width, true);
  view.setUint32(4, width, true);
  view.setFloat32(8, scale, true);
  weights.forEach((weight, i) => {
    view.setInt8(12 + i, Math.max(-127, Math.min(127, Math.round(weight / scale))));
  });
  return bytes;
}
