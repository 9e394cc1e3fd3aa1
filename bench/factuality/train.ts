/**
 * Trains weights.bin, the factuality score of predicates:
 *   node bench/factuality/train.ts TRAIN.jsonl[.gz]… [--dev DEV.jsonl[.gz]]… [--seed N] [--out FILE]
 * File names tell the schemes ("uw", "meantime", "uds-ih2"), else what was annotated. Softmax over half steps by
 * stochastic gradient descent (Adagrad), features dropped at random; prints MAE and r of the development sides after
 * each round.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { randomFrom, shuffle } from "../../src/language/train/random.ts";
import { english } from "../gold/jsonl.ts";
import { predicatesIn, schemeOf } from "../gold/predicates.ts";
import { meanError, pearson } from "../gold/scores.ts";
import { factualityFeatures } from "./features.ts";
import {
  distributionOf,
  hiddenOf,
  indicesOf,
  type Network,
  networkBytes,
  networkFrom,
  schemes,
  scoreOf,
  steps,
  towardsMean,
} from "./score.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: "string", multiple: true },
    out: { type: "string" },
    rounds: { type: "string" },
    rate: { type: "string" },
    drop: { type: "string" },
    width: { type: "string" },
    bits: { type: "string" },
    decay: { type: "string" },
    seed: { type: "string" },
  },
});
const measuring = positionals.find((path) => /(?:^|\/)(?:dev|test)[^/]*$/.test(path));
if (measuring !== undefined) {
  console.error(`factuality/train: ${measuring} is a side to measure on; give each with a --dev of its own`);
  process.exit(1);
}
const number = (text: string | undefined, other: number) => (text === undefined ? other : Number(text));
const size = 1 << number(values.bits, 15);
const width = number(values.width, 24);
const rounds = number(values.rounds, 6);
const rate = number(values.rate, 0.03);
const drop = number(values.drop, 0.3);
const decay = number(values.decay, 1e-5);

interface Example {
  readonly indices: Int32Array;
  readonly scheme: number;
  readonly gold: number;
}

const language = await english();
function examplesIn(path: string): Example[] {
  const predicates = predicatesIn(path, language);
  const scheme = schemes.indexOf(schemeOf(path, predicates));
  return predicates.flatMap(({ gold, found }) =>
    found === undefined
      ? []
      : [{ indices: indicesOf(factualityFeatures(found.tree, found.token), size), scheme, gold }],
  );
}

/** Times that each of a small set's predicates is seen a round. */
const often = { uw: 1, meantime: 4, "uds-ih2": 1 };
const train = positionals
  .flatMap(examplesIn)
  .flatMap((one) => Array.from({ length: often[schemes[one.scheme]!] }, () => one));
const dev = (values.dev ?? []).map(examplesIn);
console.log(`${train.length} predicates, ${size} × ${width}`);

const random = randomFrom(number(values.seed, 7));
const small = (count: number, by: number) =>
  Float32Array.from({ length: count }, () => (random() - 0.5) * by);
const network: Network = {
  size,
  width,
  embedding: new Float32Array(size * width),
  heads: schemes.map(() => ({
    weights: small(steps.length * width, 0.2),
    bias: new Float32Array(steps.length),
  })),
};
const seen = {
  embedding: new Float32Array(size * width).fill(1e-3),
  heads: schemes.map(() => ({
    weights: new Float32Array(steps.length * width).fill(1e-3),
    bias: new Float32Array(steps.length).fill(1e-3),
  })),
};

/** The gold's share of the two steps that it lies between. */
function target(gold: number): Float32Array {
  const place = Math.max(0, Math.min(steps.length - 1, (gold + 3) * 2));
  const low = Math.floor(place);
  const row = new Float32Array(steps.length);
  row[low] = 1 - (place - low);
  if (low + 1 < row.length) row[low + 1] = place - low;
  return row;
}

function step(weights: Float32Array, past: Float32Array, at: number, gradient: number): void {
  past[at]! += gradient * gradient;
  weights[at]! -= (rate * gradient) / Math.sqrt(past[at]!);
}

function learn({ indices: all, scheme, gold }: Example): void {
  const indices = all.filter(() => random() >= drop);
  const hidden = hiddenOf(network, indices);
  const out = distributionOf(network, hidden, scheme);
  const wanted = target(gold);
  const head = network.heads[scheme]!;
  const past = seen.heads[scheme]!;
  const back = new Float32Array(width);
  for (let c = 0; c < steps.length; c++) {
    const error = out[c]! - wanted[c]!;
    for (let k = 0; k < width; k++) {
      back[k]! += error * head.weights[c * width + k]!;
      step(
        head.weights,
        past.weights,
        c * width + k,
        error * hidden[k]! + decay * head.weights[c * width + k]!,
      );
    }
    step(head.bias, past.bias, c, error);
  }
  for (let k = 0; k < width; k++) back[k]! *= 1 - hidden[k]! * hidden[k]!;
  for (const index of indices)
    for (let k = 0; k < width; k++) {
      const at = index * width + k;
      step(network.embedding, seen.embedding, at, back[k]! + decay * network.embedding[at]!);
    }
}

function report(round: string, of: Network): void {
  const cells = dev.map((examples) => {
    const pairs = examples.map(({ indices, scheme, gold }) => ({
      gold,
      own: scoreOf(distributionOf(of, hiddenOf(of, indices), scheme), towardsMean[schemes[scheme]!]),
    }));
    return `${schemes[examples[0]?.scheme ?? 0]} ${meanError(pairs).toFixed(3)} ${pearson(pairs).toFixed(3)}`;
  });
  console.log(`${round}  ${cells.join("  ")}`);
}

/** The mean of the networks after each round from the second on: steadier than any one of them. */
const mean: Network = {
  ...network,
  embedding: new Float32Array(size * width),
  heads: network.heads.map(({ weights, bias }) => ({
    weights: new Float32Array(weights.length),
    bias: new Float32Array(bias.length),
  })),
};

function average(into: Float32Array, from: Float32Array, count: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += (from[i]! - into[i]!) / count;
}

for (let round = 1; round <= rounds; round++) {
  for (const example of shuffle([...train], random)) learn(example);
  report(String(round), network);
  if (round === 1) continue;
  average(mean.embedding, network.embedding, round - 1);
  for (const [i, { weights, bias }] of network.heads.entries()) {
    average(mean.heads[i]!.weights, weights, round - 1);
    average(mean.heads[i]!.bias, bias, round - 1);
  }
  report("  mean", mean);
}
const bytes = networkBytes(mean);
report("as bytes", networkFrom(bytes));
writeFileSync(values.out ?? new URL("weights.bin", import.meta.url), bytes);
