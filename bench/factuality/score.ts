/**
 * The field's factuality score of a predicate, from -3 (surely not) to 3 (surely), as annotators of three schemes
 * would give it: a small network over hashed features of the rules' status and the words around it. A measure only:
 * the record's status is the rules'.
 */
import { readFileSync } from "node:fs";
import type { Token } from "../../src/model/sentence.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { factualityFeatures } from "./features.ts";

/** Annotation schemes: news with graded scores, Wikinews with near-certain ones, the web asked "did it, or will it, happen?". */
export const schemes = ["uw", "meantime", "uds-ih2"] as const;
export type Scheme = (typeof schemes)[number];

/** Scores of the classes that the network tells apart. */
export const steps: readonly number[] = Array.from({ length: 13 }, (_, i) => i / 2 - 3);

export interface Network {
  /** Rows of the table of features, a power of two. */
  readonly size: number;
  readonly width: number;
  readonly embedding: Float32Array;
  /** One matrix (steps × width) and one bias a scheme. */
  readonly heads: readonly { readonly weights: Float32Array; readonly bias: Float32Array }[];
}

/** Probabilities of the half steps. */
export function regressionOf(tree: Tree, token: Token, scheme: Scheme): Float32Array {
  network ??= networkFrom(readFileSync(new URL("weights.bin", import.meta.url)));
  const hidden = hiddenOf(network, indicesOf(factualityFeatures(tree, token), network.size));
  return distributionOf(network, hidden, schemes.indexOf(scheme));
}

let network: Network | undefined;

export function indicesOf(features: readonly string[], size: number): Int32Array {
  return Int32Array.from(new Set(features.map((one) => featureIndex(one, size)))).sort();
}

/** FNV-1a over UTF-16 units, folded to the model's size. */
function featureIndex(feature: string, size: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash >>> 0) & (size - 1);
}

/** tanh of the sum of the features' rows. */
export function hiddenOf({ width, embedding }: Network, indices: Int32Array): Float32Array {
  const hidden = new Float32Array(width);
  for (const index of indices) for (let k = 0; k < width; k++) hidden[k]! += embedding[index * width + k]!;
  for (let k = 0; k < width; k++) hidden[k] = Math.tanh(hidden[k]!);
  return hidden;
}

export function distributionOf(
  { width, heads }: Network,
  hidden: Float32Array,
  scheme: number,
): Float32Array {
  const { weights, bias } = heads[scheme]!;
  const out = new Float32Array(steps.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < out.length; c++) {
    let sum = bias[c]!;
    for (let k = 0; k < width; k++) sum += weights[c * width + k]! * hidden[k]!;
    out[c] = sum;
    most = Math.max(most, sum);
  }
  let total = 0;
  for (let c = 0; c < out.length; c++) total += out[c] = Math.exp(out[c]! - most);
  for (let c = 0; c < out.length; c++) out[c]! /= total;
  return out;
}

/**
 * How far from the median, which is least wrong in sum, to the mean, which is steadier where annotators disagree;
 * chosen on the development sides.
 */
export const towardsMean: Readonly<Record<Scheme, number>> = { uw: 0.3, meantime: 0, "uds-ih2": 1 };

export function scoreOf(distribution: Float32Array, towards: number): number {
  let mean = 0;
  for (let c = 0; c < steps.length; c++) mean += distribution[c]! * steps[c]!;
  let below = 0;
  let c = 0;
  while (c < steps.length - 1 && below + distribution[c]! < 0.5) below += distribution[c++]!;
  const within = distribution[c]! > 0 ? (0.5 - below) / distribution[c]! - 0.5 : 0;
  const median = Math.max(-3, Math.min(3, steps[c]! + within * 0.5));
  return (1 - towards) * median + towards * mean;
}

/** Layout: u32 size, u32 width, f32 scale, the table as signed bytes, then each scheme's matrix and bias as f32. */
export function networkFrom(bytes: Uint8Array): Network {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [size, width, scale] = [view.getUint32(0, true), view.getUint32(4, true), view.getFloat32(8, true)];
  const embedding = new Float32Array(size * width);
  for (let i = 0; i < embedding.length; i++) embedding[i] = view.getInt8(12 + i) * scale;
  let at = 12 + embedding.length;
  const floats = (count: number) => {
    const row = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + i * 4, true));
    at += count * 4;
    return row;
  };
  const heads = schemes.map(() => ({ weights: floats(steps.length * width), bias: floats(steps.length) }));
  return { size, width, embedding, heads };
}

export function networkBytes({ size, width, embedding, heads }: Network): Uint8Array {
  let most = 1e-9;
  for (const one of embedding) most = Math.max(most, Math.abs(one));
  const scale = most / 127;
  const bytes = new Uint8Array(12 + embedding.length + heads.length * (width + 1) * steps.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, size, true);
  view.setUint32(4, width, true);
  view.setFloat32(8, scale, true);
  for (const [i, one] of embedding.entries()) view.setInt8(12 + i, Math.round(one / scale));
  let at = 12 + embedding.length;
  for (const { weights, bias } of heads)
    for (const one of [...weights, ...bias]) {
      view.setFloat32(at, one, true);
      at += 4;
    }
  return bytes;
}
