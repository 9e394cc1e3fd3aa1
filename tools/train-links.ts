/**
 * Learns when stories of different languages are one (`acrossTable` of src/record/stories/weights.ts) from documents in several
 * languages that are known to tell of one happening:
 *   node tools/train-links.ts GOLD.tsv [--folds N] [--write]
 * The table is document id and group, its documents stand beside it in articles.jsonl.gz with their language.
 *
 * The stream is run once with the shipped weights; every pair of stories that it judges is an example: whether the groups that most
 * of their reports belong to are one. Logistic regression on them, each counting by the root of the smaller one's reports; then the
 * border that gives most B-cubed F1. `--folds` measures instead: learnt without each Nth of the groups, and measured on the
 * documents of those within the whole stream. No chance in it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { articlesOf, bCubed, type Grouping, groupingOf, reportOf } from "../bench/gold/clusters.ts";
import type { LinkTeacher } from "../src/record/stories/across.ts";
import { acrossNames } from "../src/record/stories/features.ts";
import type { GrowingStory } from "../src/record/stories/growing-story.ts";
import { Stories } from "../src/record/stories/languages.ts";
import { weights as shipped } from "../src/record/stories/weights.ts";
import { inFetchOrder } from "../src/record/tellings/captures.ts";

interface Example {
  readonly groups: readonly [string, string];
  readonly features: Float64Array;
  readonly counts: number;
}

const file = "src/record/stories/weights.ts";
const borders = [-1.5, -1, -0.5, 0, 0.5, 1];
/** Pull towards 0, in units of how much each feature varies. */
const pull = 3;
const steps = 1_500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: "string" }, write: { type: "boolean", default: false } },
});
const gold = groupingOf(positionals[0]!);
const reports = inFetchOrder(articlesOf(positionals[0]!, gold).map(reportOf));
const examples: Example[] = [];
grouped(shipped.across, (one, other, features) => {
  const [a, b] = [majorityOf(one), majorityOf(other)];
  examples.push({ groups: [a, b], features, counts: Math.sqrt(Math.min(one.size, other.size)) });
});
const same = examples.filter(({ groups: [a, b] }) => a === b).length;
console.log(`${examples.length} pairs of stories judged, ${same} of them one happening`);

if (values.folds === undefined) {
  const best = bestOf(learnt(examples), gold);
  console.log(`border ${best.border}: ${worded(best.predicted, gold)}`);
  for (const [k, name] of acrossNames.entries())
    console.log(`${name.padEnd(46)} ${best.weights[k]!.toFixed(3)}`);
  if (values.write) write(best.weights);
} else {
  const folds = Number(values.folds);
  const foldOf = new Map([...new Set(gold.values())].sort().map((group, i) => [group, i % folds]));
  const apart = grouped(acrossNames.map((name) => (name === "bias" ? -1 : 0)));
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (group: string) => foldOf.get(group) === fold;
    const weights = learnt(examples.filter(({ groups }) => !groups.some(isOut)));
    const best = bestOf(
      weights,
      part(gold, (group) => !isOut(group)),
    );
    const out = part(gold, isOut);
    console.log(
      `part ${fold}, border ${best.border}: ${worded(best.predicted, out)}; without links ${worded(apart, out)}`,
    );
  }
}

/** Story by document, with weights for links. */
function grouped(across: readonly number[], teacher?: LinkTeacher): Map<string, string> {
  const stories = new Stories({ ...shipped, across }, teacher);
  for (const report of reports) stories.add(report);
  return new Map(
    stories.stories().flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
  );
}

function bestOf(weights: readonly number[], by: Grouping) {
  const tried = borders.map((border) => {
    const moved = weights.map((weight, k) => (k === 0 ? weight - border : weight));
    const predicted = grouped(moved);
    return { border, weights: moved, predicted, f1: bCubed(by, predicted).f1 };
  });
  return tried.reduce((best, one) => (one.f1 > best.f1 ? one : best));
}

function part(of: Grouping, isIn: (group: string) => boolean): Grouping {
  return new Map([...of].filter(([, group]) => isIn(group)));
}

function worded(predicted: Grouping, by: Grouping): string {
  const { precision, recall, f1 } = bCubed(by, predicted);
  return `B³ ${precision.toFixed(4)} ${recall.toFixed(4)} ${f1.toFixed(4)}`;
}

function majorityOf({ members }: GrowingStory): string {
  const counts = new Map<string, number>();
  for (const { report } of members) {
    const group = gold.get(report)!;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Logistic regression by gradient descent, on features by how much each varies. */
function learnt(from: readonly Example[]): number[] {
  const size = acrossNames.length;
  const total = from.reduce((sum, { counts }) => sum + counts, 0);
  const scale = Array.from({ length: size }, (_, k) => {
    const mean = from.reduce((sum, { features, counts }) => sum + counts * features[k]!, 0) / total;
    const square =
      from.reduce((sum, { features, counts }) => sum + counts * (features[k]! - mean) ** 2, 0) / total;
    return k === 0 ? 1 : Math.sqrt(square) || 1;
  });
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(size);
    for (const {
      features,
      groups: [a, b],
      counts,
    } of from) {
      let score = 0;
      for (let k = 0; k < size; k++) score += (weights[k]! * features[k]!) / scale[k]!;
      const error = counts * (Number(a === b) - 1 / (1 + Math.exp(-score)));
      for (let k = 0; k < size; k++) gradient[k]! += (error * features[k]!) / scale[k]!;
    }
    for (let k = 0; k < size; k++) {
      const towards = (gradient[k]! - (k === 0 ? 0 : pull * weights[k]!)) / total;
      speed[k] = 0.9 * speed[k]! + towards;
      weights[k]! += 0.3 * speed[k]!;
    }
  }
  return Array.from(weights, (weight, k) => Number((weight / scale[k]!).toFixed(3)));
}

function write(weights: readonly number[]): void {
  const source = readFileSync(file, "utf8");
  const begin = source.indexOf("[", source.indexOf("=", source.indexOf("acrossTable")));
  const end = source.indexOf("];", begin);
  const rows = acrossNames.map((name, k) => `  ["${name}", ${weights[k]}],\n`).join("");
  writeFileSync(file, `${source.slice(0, begin)}[\n${rows}${source.slice(end)}`);
}
