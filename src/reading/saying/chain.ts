/**
 * A linear-chain model over the tokens around a cue (a conditional random field): which are its source, its cue,
 * its content, and which are none of it. Weights by hashed feature, one for each label or pair of labels.
 */

import type { RoleFeatures } from "./role-features.ts";
import { rowOf } from "./tables.ts";

/** 0 none, 1 source, 2 cue, 3 content. */
export const labels = 4;
const pairs = labels * labels;

export interface Chain {
  /** Weights by token, one a label. */
  readonly nodes: Weights;
  /** Weights by step from token to token, one a pair of labels. */
  readonly steps: Weights;
}

export interface Weights {
  readonly size: number;
  readonly scale: number;
  readonly weights: ArrayLike<number>;
}

export interface Scores {
  readonly count: number;
  readonly nodes: Float64Array;
  readonly steps: Float64Array;
}

export function scoresOf(chain: Chain, features: RoleFeatures): Scores {
  return { count: features.count, nodes: nodeScores(chain, features), steps: stepScores(chain, features) };
}

function nodeScores({ nodes: { size, scale, weights } }: Chain, features: RoleFeatures): Float64Array {
  const { count, starts, values } = features;
  const scores = new Float64Array(count * labels);
  const packed = weights instanceof Int8Array ? packedOf(weights) : undefined;
  for (let k = 0; k < count; k++) {
    const from = starts[k]!;
    const to = starts[k + 1]!;
    let [a, b, c, d] = [0, 0, 0, 0];
    if (packed !== undefined) {
      let even = 0;
      let odd = 0;
      for (let f = from; f < to; f++) {
        const word = packed[rowOf(values[f]!, size)]!;
        even += word & evenBytes;
        odd += (word >>> 8) & evenBytes;
      }
      const more = (to - from) * raised;
      a = (even & 0xffff) - more;
      b = (odd & 0xffff) - more;
      c = (even >>> 16) - more;
      d = (odd >>> 16) - more;
    } else {
      for (let f = from; f < to; f++) {
        const at = rowOf(values[f]!, size) * labels;
        a += weights[at]!;
        b += weights[at + 1]!;
        c += weights[at + 2]!;
        d += weights[at + 3]!;
      }
    }
    scores[k * labels] = a * scale;
    scores[k * labels + 1] = b * scale;
    scores[k * labels + 2] = c * scale;
    scores[k * labels + 3] = d * scale;
  }
  return scores;
}

/** The first token has no step. */
function stepScores({ steps: { size, scale, weights } }: Chain, features: RoleFeatures): Float64Array {
  const { count, stepStarts, steps } = features;
  const scores = new Float64Array(count * pairs);
  const packed = weights instanceof Int8Array ? packedOf(weights) : undefined;
  for (let k = 1; k < count; k++) {
    const from = stepStarts[k]!;
    const to = stepStarts[k + 1]!;
    if (packed !== undefined) {
      const more = (to - from) * raised;
      for (let q = 0; q < labels; q++) {
        let even = 0;
        let odd = 0;
        for (let f = from; f < to; f++) {
          const word = packed[rowOf(steps[f]!, size) * labels + q]!;
          even += word & evenBytes;
          odd += (word >>> 8) & evenBytes;
        }
        const at = k * pairs + q * labels;
        scores[at] = ((even & 0xffff) - more) * scale;
        scores[at + 1] = ((odd & 0xffff) - more) * scale;
        scores[at + 2] = ((even >>> 16) - more) * scale;
        scores[at + 3] = ((odd >>> 16) - more) * scale;
      }
    } else {
      for (let f = from; f < to; f++) {
        const at = rowOf(steps[f]!, size) * pairs;
        for (let p = 0; p < pairs; p++) scores[k * pairs + p] = scores[k * pairs + p]! + weights[at + p]!;
      }
      for (let p = 0; p < pairs; p++) scores[k * pairs + p] = scores[k * pairs + p]! * scale;
    }
  }
  return scores;
}

/** What is added to each weight of one byte, so that sums of them never borrow from each other. */
const raised = 128;
const evenBytes = 0x00ff00ff;
const packs = new WeakMap<Int8Array, Int32Array>();

/**
 * Four weights of a shipped table to a number, each raised to be positive: added as two pairs of 16 bits, all four are summed at
 * once, exact for up to 257 features a token. Sums of whole numbers come out the same in any order.
 */
function packedOf(weights: Int8Array): Int32Array {
  const known = packs.get(weights);
  if (known !== undefined) return known;
  const packed = new Int32Array(weights.length / 4);
  for (let i = 0; i < packed.length; i++) {
    for (let k = 3; k >= 0; k--) packed[i] = (packed[i]! << 8) | (weights[4 * i + k]! + raised);
  }
  packs.set(weights, packed);
  return packed;
}

/** The likeliest labels of all tokens together (Viterbi), and their score. */
export function decoded(scores: Scores): { labels: Uint8Array; score: number } {
  const { count, nodes, steps } = scores;
  const best = new Float64Array(count * labels);
  const from = new Uint8Array(count * labels);
  for (let y = 0; y < labels; y++) best[y] = nodes[y]!;
  for (let k = 1; k < count; k++) {
    for (let y = 0; y < labels; y++) {
      let most = -Infinity;
      let by = 0;
      for (let x = 0; x < labels; x++) {
        const value = best[(k - 1) * labels + x]! + steps[k * pairs + x * labels + y]!;
        if (value > most) {
          most = value;
          by = x;
        }
      }
      best[k * labels + y] = most + nodes[k * labels + y]!;
      from[k * labels + y] = by;
    }
  }
  const result = new Uint8Array(count);
  let y = 0;
  for (let x = 1; x < labels; x++)
    if (best[(count - 1) * labels + x]! > best[(count - 1) * labels + y]!) y = x;
  const score = best[(count - 1) * labels + y]!;
  for (let k = count - 1; k >= 0; k--) {
    result[k] = y;
    y = from[k * labels + y]!;
  }
  return { labels: result, score };
}

/** Sums over all labellings: log of the total, and what each token and step have of it (forward-backward). */
export function shares(scores: Scores): { total: number; nodes: Float64Array; steps: Float64Array } {
  const { count, nodes, steps } = scores;
  const forward = new Float64Array(count * labels);
  const backward = new Float64Array(count * labels);
  const four = [0, 0, 0, 0];
  for (let y = 0; y < labels; y++) forward[y] = nodes[y]!;
  for (let k = 1; k < count; k++)
    for (let y = 0; y < labels; y++) {
      for (let x = 0; x < labels; x++)
        four[x] = forward[(k - 1) * labels + x]! + steps[k * pairs + x * labels + y]!;
      forward[k * labels + y] = logSum(four) + nodes[k * labels + y]!;
    }
  for (let k = count - 2; k >= 0; k--)
    for (let x = 0; x < labels; x++) {
      for (let y = 0; y < labels; y++)
        four[y] =
          backward[(k + 1) * labels + y]! +
          nodes[(k + 1) * labels + y]! +
          steps[(k + 1) * pairs + x * labels + y]!;
      backward[k * labels + x] = logSum(four);
    }
  for (let y = 0; y < labels; y++) four[y] = forward[(count - 1) * labels + y]!;
  const total = logSum(four);
  const node = new Float64Array(count * labels);
  const step = new Float64Array(count * pairs);
  for (let k = 0; k < count; k++)
    for (let y = 0; y < labels; y++) {
      node[k * labels + y] = Math.exp(forward[k * labels + y]! + backward[k * labels + y]! - total);
      if (k > 0)
        for (let x = 0; x < labels; x++)
          step[k * pairs + x * labels + y] = Math.exp(
            forward[(k - 1) * labels + x]! +
              steps[k * pairs + x * labels + y]! +
              nodes[k * labels + y]! +
              backward[k * labels + y]! -
              total,
          );
    }
  return { total, nodes: node, steps: step };
}

function logSum(values: readonly number[]): number {
  let most = values[0]!;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}
