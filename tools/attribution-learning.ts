/** Learning which of a sentence's frames attribute: examples from gold attributions, logistic regression over them. */
import type { Report } from "../src/model/report.ts";
import type { Sentence } from "../src/model/sentence.ts";
import { frameFeatures } from "../src/reading/frame-features.ts";
import { type Frame, framesOf } from "../src/reading/frames.ts";
import { featureIndex } from "../src/reading/linear.ts";
import { quotationsOf } from "../src/reading/quotes.ts";

export type Pair = readonly [number, number];
export interface Gold {
  readonly text: string;
  readonly attributions: readonly {
    readonly source: Pair[];
    readonly cue: Pair[];
    readonly content: Pair[];
  }[];
}

export interface Example {
  readonly indices: Int32Array;
  readonly label: number;
}

export const size = 1 << 18;
const rounds = 8;
const decay = 1e-4;
const first = 0.05;

export function examplesOf(gold: Gold, report: Report, sentences: readonly Sentence[]): Example[] {
  const examples: Example[] = [];
  const quotations = quotationsOf(gold.text, report.blocks, sentences);
  for (const sentence of sentences) {
    const near = quotations.filter((one) => one.start < sentence.end && one.end >= sentence.start - 3);
    for (const frame of framesOf(gold.text, sentence, near)) {
      const features = frameFeatures(gold.text, sentence, frame, near);
      const indices = Int32Array.from(new Set(features.map((feature) => featureIndex(feature, size))));
      examples.push({ indices, label: attributes(gold, frame) ? 1 : 0 });
    }
  }
  return examples;
}

function attributes(gold: Gold, frame: Frame): boolean {
  return gold.attributions.some(
    (one) =>
      one.cue.some(([start, end]) => frame.head.start < end && frame.head.end > start) &&
      overlap(one.content, frame) >= 0.4,
  );
}

/** Share of the union that content and frame have in common, in characters. */
function overlap(content: readonly Pair[], frame: Frame): number {
  let common = 0;
  let all = 0;
  for (const [start, end] of content) all += end - start;
  for (const span of frame.content) {
    all += span.end - span.start;
    for (const [start, end] of content)
      common += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
  }
  return common / Math.max(1, all - common);
}

export function trained(examples: Example[]): { weights: Float32Array; bias: number } {
  const current = new Float32Array(size);
  const sum = new Float32Array(size);
  let bias = 0;
  let seed = 12345;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let round = 0; round < rounds; round++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    const rate = first / (1 + round * 0.6);
    let loss = 0;
    for (const { indices, label } of examples) {
      let value = bias;
      for (const index of indices) value += current[index]!;
      const guess = 1 / (1 + Math.exp(-value));
      loss -= Math.log(Math.max(1e-9, label === 1 ? guess : 1 - guess));
      const step = rate * (label - guess);
      bias += step * 0.1;
      for (const index of indices) current[index] = current[index]! + step - rate * decay * current[index]!;
    }
    console.log(`round ${round + 1}: loss ${(loss / examples.length).toFixed(4)}`);
    if (round >= 2) for (let i = 0; i < size; i++) sum[i] = sum[i]! + current[i]!;
  }
  return { weights: sum.map((value) => value / (rounds - 2)), bias };
}
