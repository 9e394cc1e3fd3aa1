/** A linear model over hashed features: small signed weights in a file, the sum of a candidate's features is its score. */
import { existsSync, readFileSync } from "node:fs";

export interface LinearModel {
  /** Number of weights, a power of two. */
  readonly size: number;
  /** Score = scale × sum of weights + bias. */
  readonly scale: number;
  readonly bias: number;
  readonly weights: Int8Array;
}

/** FNV-1a over UTF-16 units, folded to the model's size. */
export function featureIndex(feature: string, size: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash >>> 0) & (size - 1);
}

export function score(model: LinearModel, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += model.weights[featureIndex(feature, model.size)]!;
  return sum * model.scale + model.bias;
}

/** Layout: u32 size, f32 scale, f32 bias, then the weights, one signed byte each; little-endian. */
export function readLinear(name: string): LinearModel {
  const near = [`../../models/${name}`, `../../../models/${name}`]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (near === undefined)
    throw new Error(`models/${name} is missing: reinstall, or train it (see its model card)`);
  const bytes = readFileSync(near);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(0, true);
  return {
    size,
    scale: view.getFloat32(4, true),
    bias: view.getFloat32(8, true),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + 12, size),
  };
}

export function linearBytes(weights: Float32Array, bias: number): Uint8Array {
  let most = 1e-9;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  const bytes = new Uint8Array(12 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, weights.length, true);
  view.setFloat32(4, scale, true);
  view.setFloat32(8, bias, true);
  weights.forEach((weight, i) => {
    view.setInt8(12 + i, Math.round(weight / scale));
  });
  return bytes;
}
