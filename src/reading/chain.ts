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
  const { count } = features;
  const nodes = new Float64Array(count * labels);
  const steps = new Float64Array(count * pairs);
  for (let k = 0; k < count; k++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let f = features.starts[k]!; f < features.starts[k + 1]!; f++) {
      const at = rowOf(features.values[f]!, chain.nodes.size) * labels;
      a += chain.nodes.weights[at]!;
      b += chain.nodes.weights[at + 1]!;
      c += chain.nodes.weights[at + 2]!;
      d += chain.nodes.weights[at + 3]!;
    }
    nodes[k * labels] = a * chain.nodes.scale;
    nodes[k * labels + 1] = b * chain.nodes.scale;
    nodes[k * labels + 2] = c * chain.nodes.scale;
    nodes[k * labels + 3] = d * chain.nodes.scale;
    if (k === 0) continue;
    for (let f = features.stepStarts[k]!; f < features.stepStarts[k + 1]!; f++) {
      const at = rowOf(features.steps[f]!, chain.steps.size) * pairs;
      for (let p = 0; p < pairs; p++)
        steps[k * pairs + p] = steps[k * pairs + p]! + chain.steps.weights[at + p]!;
    }
    for (let p = 0; p < pairs; p++) steps[k * pairs + p] = steps[k * pairs + p]! * chain.steps.scale;
  }
  return { count, nodes, steps };
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
