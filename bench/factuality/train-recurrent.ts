/**
 * Trains recurrent.bin, the recurrent scorers whose answers are averaged:
 *   node bench/factuality/train-recurrent.ts TRAIN.jsonl[.gz]… [--dev DEV.jsonl[.gz]]… [--seeds 2,3] [--parts DIR] [--out FILE]
 * File names tell the schemes, else what was annotated. With --parts each seed's network is kept there, and one that is
 * there is not trained again: a long run can be cut. The same files, engine, rules and seeds give the same bytes.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomFrom, shuffle } from "../../src/language/train/random.ts";
import { readWeights, type Weights, writeWeights } from "../../src/language/weights.ts";
import type { Token } from "../../src/model/sentence.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { english } from "../gold/jsonl.ts";
import { predicatesIn, schemeOf } from "../gold/predicates.ts";
import { meanError } from "../gold/scores.ts";
import { blobsOf, emptyNetwork, restore, writeEnsemble } from "./ensemble.ts";
import { factualityFeatures } from "./features.ts";
import { engineWeights, featureHash, passageOf, seenReader, tagNames, type Vocabulary } from "./inputs.ts";
import { Learner, type Lesson } from "./learner.ts";
import { distributionIn, type Passage } from "./recurrent.ts";
import { type Scheme, schemes, scoreOf } from "./score.ts";
import { CLASSES, OUT } from "./shape.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: "string", multiple: true },
    seeds: { type: "string", default: "2,3" },
    parts: { type: "string" },
    out: { type: "string", default: fileURLToPath(new URL("recurrent.bin", import.meta.url)) },
    epochs: { type: "string", default: "12" },
    rate: { type: "string", default: "0.003" },
    /** Shares of numbers left out: of the inputs, within, of the features. */
    drop: { type: "string", default: "0.3,0.25,0.5" },
    /** How often a feature must be met to have a row. */
    least: { type: "string", default: "10" },
  },
});
const measuring = positionals.find((path) => /(?:^|\/)(?:dev|test)[^/]*$/.test(path));
if (measuring !== undefined) {
  console.error(`train-recurrent: ${measuring} is a side to measure on; give each with a --dev of its own`);
  process.exit(1);
}

/** How much a predicate of each set counts: MEANTIME is small. */
const weights: Readonly<Record<Scheme, number>> = { uw: 1, meantime: 4, "uds-ih2": 1 };
/** Tokens and predicates of a batch. */
const BATCH = 600;
const MOST = 1400;
const WARM = 200;

interface Gold {
  readonly tree: Tree;
  readonly seen: Float32Array;
  readonly asked: Token[];
  readonly scores: number[];
  readonly scheme: number;
}

const began = Date.now();
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);
const language = await english();
const seenOf = seenReader(engineWeights());
const train = positionals.flatMap(goldIn);
const dev = (values.dev ?? []).flatMap(goldIn);
const vocabulary = vocabularyOf(train, Number(values.least));
const lessons = train.map(lessonOf);
const measured = dev.map((one) => ({ ...one, passage: passage(one) }));
say(`${lessons.length} sentences, ${vocabulary.features.length} features, ${vocabulary.tags.length} tags`);

if (values.parts !== undefined) mkdirSync(values.parts, { recursive: true });
const parts = new Map<number, Weights["blobs"]>();
for (const seed of values.seeds.split(",").map(Number)) {
  const path = values.parts === undefined ? undefined : join(values.parts, `${seed}.bin`);
  const blobs = path !== undefined && existsSync(path) ? readWeights(path).blobs : trained(seed);
  if (path !== undefined && !existsSync(path)) writeWeights(path, { values: {}, blobs });
  parts.set(seed, blobs);
  if (measured.length > 0) say(`seed ${seed}: ${scoresOf([blobs])}; all: ${scoresOf([...parts.values()])}`);
}
writeEnsemble(values.out, vocabulary, parts);

function goldIn(path: string): Gold[] {
  const sentences = new Map<Tree, Gold>();
  const predicates = predicatesIn(path, language);
  const scheme = schemes.indexOf(schemeOf(path, predicates));
  for (const { found, gold } of predicates) {
    if (found === undefined) continue;
    const { tree, token } = found;
    const one = sentences.get(tree) ?? { tree, seen: seenOf(tree.sentence), asked: [], scores: [], scheme };
    one.asked.push(token);
    one.scores.push(gold);
    sentences.set(tree, one);
  }
  return [...sentences.values()];
}

function vocabularyOf(all: readonly Gold[], least: number): Vocabulary {
  const counts = new Map<number, number>();
  const tags = new Set<string>();
  for (const { tree, asked } of all) {
    for (const token of asked)
      for (const hash of new Set(factualityFeatures(tree, token).map(featureHash)))
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (const token of tree.sentence.tokens) for (const name of tagNames(token)) tags.add(name);
  }
  const features = [...counts].filter(([, count]) => count >= least).map(([hash]) => hash);
  return { tags: [...tags].sort(), features: Uint32Array.from(features).sort() };
}

function passage({ tree, seen, asked }: Gold): Passage {
  return passageOf(tree, seen, asked, vocabulary);
}

function lessonOf(one: Gold): Lesson {
  const weight = weights[schemes[one.scheme]!];
  return { ...passage(one), scheme: one.scheme, wanted: one.scores.map(shares), weight };
}

/** The gold's share of the two steps that it lies between. */
function shares(gold: number): Float32Array {
  const place = Math.max(0, Math.min(CLASSES - 1, (gold + 3) * 2));
  const low = Math.floor(place);
  const row = new Float32Array(CLASSES);
  row[low] = 1 - (place - low);
  if (low + 1 < row.length) row[low + 1] = place - low;
  return row;
}

function trained(seed: number): Weights["blobs"] {
  const random = randomFrom(seed);
  const learner = new Learner(vocabulary.tags.length + 1, vocabulary.features.length, MOST, MOST, random);
  const [input, inner, features] = values.drop.split(",").map(Number) as [number, number, number];
  learner.drop = { input, inner, features };
  const epochs = Number(values.epochs);
  const total = Math.ceil(lessons.reduce((sum, { n }) => sum + n, 0) / BATCH) * epochs;
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0;
    const batches = batched(shuffle([...lessons], random));
    for (const batch of batches) {
      const rate = Number(values.rate) * Math.min(1, (step + 1) / WARM) * Math.max(0.02, 1 - step / total);
      loss += learner.learn(batch, rate);
      step++;
    }
    say(`seed ${seed}, epoch ${epoch}: loss ${(loss / batches.length).toFixed(3)}`);
  }
  return learner.averaged(() => blobsOf(learner.network));
}

function batched(all: readonly Lesson[]): Lesson[][] {
  const batches: Lesson[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of all) {
    if (size + one.n > BATCH) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(one);
    size += one.n;
  }
  return batches;
}

/** MAE of each development side by the mean of some networks, at the median, half way, and at the mean. */
function scoresOf(all: readonly Weights["blobs"][]): string {
  const networks = all.map((blobs) => {
    const network = emptyNetwork(vocabulary, MOST, MOST);
    restore(network, blobs);
    return network;
  });
  const pairs = schemes.map((): { gold: number; own: Float32Array }[] => []);
  for (const { passage: one, scores, scheme } of measured) {
    const own = one.predicates.map(() => new Float32Array(CLASSES));
    for (const network of networks) {
      const out = network.scores([one]);
      for (const [p, sum] of own.entries()) {
        const distribution = distributionIn(out.subarray(p * OUT, (p + 1) * OUT), scheme);
        for (let c = 0; c < CLASSES; c++) sum[c] = sum[c]! + distribution[c]! / networks.length;
      }
    }
    for (const [p, gold] of scores.entries()) pairs[scheme]!.push({ gold, own: own[p]! });
  }
  return schemes
    .map((scheme, i) => {
      const at = [0, 0.5, 1].map((towards) =>
        meanError(pairs[i]!.map(({ gold, own }) => ({ gold, own: scoreOf(own, towards) }))).toFixed(3),
      );
      return `${scheme} ${at.join(" ")}`;
    })
    .join("  ");
}
