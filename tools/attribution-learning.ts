/** Learning attributions from gold: which tokens carry a cue (logistic regression), what belongs to it (a chain). */
import type { AttributionText, Row } from "../src/reading/saying/attribution-text.ts";
import { type Chain, labels, scoresOf, shares } from "../src/reading/saying/chain.ts";
import { cueFeatures, mayCue } from "../src/reading/saying/cue-features.ts";
import {
  type RoleFeatures,
  roleFeatures,
  type Sources,
  type Window,
  windowOf,
} from "../src/reading/saying/role-features.ts";
import { rowOf } from "../src/reading/saying/tables.ts";

export type Pair = readonly [number, number];
export interface GoldAttribution {
  readonly source: Pair[];
  readonly cue: Pair[];
  readonly content: Pair[];
}
export interface Gold {
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Where the cue of a gold attribution is anchored: row and token. */
export interface Anchor {
  readonly row: number;
  readonly token: number;
  readonly gold: GoldAttribution;
}

/**
 * The token that stands for a cue: the one with the frame that fits the gold content best, else a verb or noun
 * that the lexicon knows, else the one that governs the others.
 */
export function anchorsOf(gold: Gold, page: AttributionText): Anchor[] {
  const anchors: Anchor[] = [];
  for (const one of gold.attributions) {
    const cue = one.cue[0];
    if (cue === undefined) continue;
    const row = page.rows.findIndex((each) => each.sentence.end > cue[0]);
    const token = row < 0 ? undefined : anchorIn(page.rows[row]!, one);
    if (token !== undefined) anchors.push({ row, token, gold: one });
  }
  return anchors;
}

function anchorIn(row: Row, gold: GoldAttribution): number | undefined {
  const inside = row.tokens.filter((one) =>
    gold.cue.some(([start, end]) => one.start < end && one.end > start),
  );
  let best: number | undefined;
  let most = -1;
  for (const { i } of inside) {
    if (!mayCue(row, i)) continue;
    let value = 0;
    for (const frame of row.frames)
      if (frame.head.i === i) value = Math.max(value, 0.2 + overlap(gold.content, frame.content));
    if (row.classes[i] !== 0) value += 0.1;
    if (row.tokens[i]!.upos === "VERB") value += 0.08;
    if (!inside.some((other) => other.i === row.head[i])) value += 0.05;
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
}

/** Share of the union that gold and found spans have in common, in characters. */
export function overlap(gold: readonly Pair[], found: readonly { start: number; end: number }[]): number {
  let common = 0;
  let all = 0;
  for (const [start, end] of gold) all += end - start;
  for (const span of found) {
    all += span.end - span.start;
    for (const [start, end] of gold)
      common += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
  }
  return common / Math.max(1, all - common);
}

export interface CueExample {
  readonly features: Int32Array;
  readonly label: 0 | 1;
}

export function cueExamples(
  page: AttributionText,
  anchors: readonly Anchor[],
  sources: Sources,
): CueExample[] {
  const examples: CueExample[] = [];
  page.rows.forEach((row, r) => {
    const here = anchors.filter((one) => one.row === r);
    for (let i = 0; i < row.tokens.length; i++) {
      if (!mayCue(row, i)) continue;
      const label = here.some((one) => one.token === i) ? 1 : 0;
      const { count, hashes } = cueFeatures(row, i, sources);
      examples.push({ features: hashes.slice(0, count), label });
    }
  });
  return examples;
}

export interface RoleExample {
  readonly features: RoleFeatures;
  readonly gold: Uint8Array;
}

export function roleExamples(
  page: AttributionText,
  anchors: readonly Anchor[],
  sources: Sources,
): RoleExample[] {
  return anchors.map(({ row, token, gold }) => {
    const window = windowOf(page.rows, row, token);
    const features = roleFeatures(window, sources);
    return {
      features: {
        ...features,
        values: features.values.slice(0, features.starts.at(-1)),
        steps: features.steps.slice(0, features.stepStarts.at(-1)),
      },
      gold: labelsOf(window, gold),
    };
  });
}

function labelsOf(window: Window, gold: GoldAttribution): Uint8Array {
  const tokens = window.rows.flatMap((row) => row.tokens);
  return Uint8Array.from(tokens, ({ start, end }) => {
    const within = (spans: readonly Pair[]) => spans.some(([from, to]) => start < to && end > from);
    return within(gold.cue) ? 2 : within(gold.source) ? 1 : within(gold.content) ? 3 : 0;
  });
}

/** Numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/** Rounds before the weights count: the mean of the later rounds' ends is steadier than the last. */
const settled = 2;

function add(mean: Float32Array, weights: Float32Array, parts: number): void {
  for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + weights[i]! / parts;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Logistic regression by AdaGrad; features seen fewer than `least` times teach nothing. */
export function fittedCues(
  examples: readonly CueExample[],
  size: number,
  rounds: number,
  rate: number,
  decay: number,
): Fitted {
  const weights = new Float32Array(size);
  const mean = new Float32Array(size);
  const spread = new Float32Array(size).fill(1);
  let bias = -3;
  const random = chance(12345);
  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let loss = 0;
    for (const { features, label } of order) {
      let value = bias;
      for (let f = 0; f < features.length; f++) value += weights[rowOf(features[f]!, size)]!;
      const guess = 1 / (1 + Math.exp(-value));
      loss -= Math.log(Math.max(1e-9, label === 1 ? guess : 1 - guess));
      const slope = guess - label;
      bias -= 0.01 * slope;
      if (slope < 0.002 && slope > -0.002) continue;
      for (let f = 0; f < features.length; f++) {
        const at = rowOf(features[f]!, size);
        const g = slope + decay * weights[at]!;
        spread[at] = spread[at]! + g * g;
        weights[at] = weights[at]! - (rate * g) / Math.sqrt(spread[at]!);
      }
    }
    console.log(`cues, round ${round + 1}: loss ${(loss / order.length).toFixed(5)}`);
    if (round >= settled) add(mean, weights, rounds - settled);
  }
  return { weights: mean, bias };
}

export interface FittedChain {
  readonly nodes: Float32Array;
  readonly steps: Float32Array;
}

/** The chain by maximum likelihood, AdaGrad. */
export function fittedChain(
  examples: readonly RoleExample[],
  nodeSize: number,
  stepSize: number,
  rounds: number,
  rate: number,
  decay: number,
): FittedChain {
  const pairs = labels * labels;
  const nodes = new Float32Array(nodeSize * labels);
  const steps = new Float32Array(stepSize * pairs);
  const nodeMean = new Float32Array(nodes.length);
  const stepMean = new Float32Array(steps.length);
  const nodeSpread = new Float32Array(nodes.length).fill(1);
  const stepSpread = new Float32Array(steps.length).fill(1);
  const chain: Chain = {
    nodes: { size: nodeSize, scale: 1, weights: nodes },
    steps: { size: stepSize, scale: 1, weights: steps },
  };
  const random = chance(54321);
  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let loss = 0;
    let count = 0;
    for (const { features, gold } of order) {
      const scores = scoresOf(chain, features);
      const share = shares(scores);
      let value = 0;
      for (let k = 0; k < features.count; k++) {
        value += scores.nodes[k * labels + gold[k]!]!;
        if (k > 0) value += scores.steps[k * pairs + gold[k - 1]! * labels + gold[k]!]!;
      }
      loss += share.total - value;
      count += features.count;
      for (let k = 0; k < features.count; k++) {
        for (let y = 0; y < labels; y++) {
          const slope = share.nodes[k * labels + y]! - (gold[k] === y ? 1 : 0);
          if (slope < 0.001 && slope > -0.001) continue;
          for (let f = features.starts[k]!; f < features.starts[k + 1]!; f++) {
            const at = rowOf(features.values[f]!, nodeSize) * labels + y;
            const g = slope + decay * nodes[at]!;
            nodeSpread[at] = nodeSpread[at]! + g * g;
            nodes[at] = nodes[at]! - (rate * g) / Math.sqrt(nodeSpread[at]!);
          }
        }
        if (k === 0) continue;
        for (let p = 0; p < pairs; p++) {
          const slope = share.steps[k * pairs + p]! - (gold[k - 1]! * labels + gold[k]! === p ? 1 : 0);
          if (slope < 0.001 && slope > -0.001) continue;
          for (let f = features.stepStarts[k]!; f < features.stepStarts[k + 1]!; f++) {
            const at = rowOf(features.steps[f]!, stepSize) * pairs + p;
            const g = slope + decay * steps[at]!;
            stepSpread[at] = stepSpread[at]! + g * g;
            steps[at] = steps[at]! - (rate * g) / Math.sqrt(stepSpread[at]!);
          }
        }
      }
    }
    console.log(`roles, round ${round + 1}: loss ${(loss / count).toFixed(5)}`);
    if (round < settled) continue;
    add(nodeMean, nodes, rounds - settled);
    add(stepMean, steps, rounds - settled);
  }
  return { nodes: nodeMean, steps: stepMean };
}
