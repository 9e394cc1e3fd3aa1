/**
 * Learns the weights of src/record/stories/weights.ts from documents that are known to tell of one happening:
 *   node tools/train-stories.ts GOLD.tsv[=SHARE] … [--gva FILE] [--rounds N] [--recall R] [--minutes M] [--seed S]
 *     [--only headline|text] [--write]
 * A table is document id and group, its documents stand beside it in articles.jsonl.gz; SHARE is what it counts for, 1 if not
 * said, 0 to be measured only. `--gva` takes gva_dev.jsonl.gz, of which every third incident counts for a half.
 *
 * Each round runs the stream with the weights so far and notes at every decision what each choice would give: how much
 * B-cubed precision and R times B-cubed recall change. Weights then move towards the choices that give most, by the mean
 * gain under the softmax of the scores, on the decisions of all rounds. The best round stays; chance steps for M minutes
 * keep what raises B-cubed and pair F1 of the tables that count.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  articlesOf,
  bCubed,
  type Grouping,
  groupingOf,
  pairScores,
  reportOf,
  type Scores,
} from "../bench/gold/clusters.ts";
import { readLines } from "../bench/gold/jsonl.ts";
import type { Report } from "../src/model/report.ts";
import { inFetchOrder } from "../src/record/captures.ts";
import { mergeFeatureNames } from "../src/record/stories/features.ts";
import type { GrowingStory } from "../src/record/stories/growing-story.ts";
import { StoryStream, type Teacher, type Weights } from "../src/record/stories/stream.ts";
import { weights as shipped } from "../src/record/stories/weights.ts";

interface Table {
  readonly name: string;
  readonly gold: Grouping;
  readonly reports: readonly Report[];
  readonly share: number;
}

/** One decision: the features of each choice and what it gives, against none of them, which gives 0. */
interface Decision {
  readonly choices: readonly Float64Array[];
  readonly gains: readonly number[];
  readonly share: number;
}

const kinds = ["headline", "text", "mergeHeadline", "mergeText"] as const;
type Kind = (typeof kinds)[number];
type Decisions = Record<Kind, Decision[]>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gva: { type: "string" },
    rounds: { type: "string", default: "3" },
    recall: { type: "string", default: "1.4" },
    minutes: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    write: { type: "boolean" },
  },
});
const recall = Number(values.recall);
const tables = [...positionals.map(tableOf), ...(values.gva === undefined ? [] : [shootings(values.gva)])];
if (tables.length === 0) {
  console.error("train-stories: no table named; use GOLD.tsv (document id and group, tab-separated)");
  process.exit(1);
}

const counting = tables.filter(({ share }) => share > 0);
let learnt: Weights = shipped;
let best = { weights: learnt, score: scoreOf(learnt) };
const decisions: Decisions = { headline: [], text: [], mergeHeadline: [], mergeText: [] };
for (let round = 0; round < Number(values.rounds); round++) {
  for (const table of counting) note(table, learnt, decisions);
  learnt = byKind((kind) => (isLearnt(kind) ? fitted(decisions[kind], learnt[kind]) : learnt[kind]));
  const score = scoreOf(learnt);
  console.log(`round ${round + 1}: ${score.toFixed(4)} (best before: ${best.score.toFixed(4)})`);
  show(learnt);
  if (score > best.score) best = { weights: learnt, score };
}
const made = steppedFor(Number(values.minutes), best.weights);
show(made);
if (values.write === true) write(made);

function tableOf(argument: string): Table {
  const [file = "", share = "1"] = argument.split("=");
  const gold = groupingOf(file);
  const reports = inFetchOrder(articlesOf(file, gold).map(reportOf));
  return { name: file.split("/").slice(-2).join("/"), gold, reports, share: Number(share) };
}

/** Local reports of shootings by incident: happenings of one kind that only place, day and names keep apart. */
function shootings(file: string): Table {
  interface Shooting {
    readonly id: string;
    readonly incident_id: string;
    readonly title: string;
    readonly text: string;
    readonly date: string;
    readonly shared_with_incidents: readonly unknown[];
  }
  const all = readLines<Shooting>(file).filter((one) => one.shared_with_incidents.length === 0);
  const count = Map.groupBy(all, (one) => one.incident_id);
  const used = all.filter((one) => {
    const incident = Number(one.incident_id);
    return incident % 3 === 0 && (count.get(one.incident_id)!.length > 1 || incident % 8 === 0);
  });
  return {
    name: "gva",
    gold: new Map(used.map((one) => [one.id, one.incident_id])),
    reports: inFetchOrder(
      used.map(({ id, title, text, date }) => reportOf({ id, title, text, published: date })),
    ),
    share: 0.5,
  };
}

/** Where tables of full articles hold a few that are short, those should not decide on headlines. */
function isLearnt(kind: Kind): boolean {
  return values.only === undefined || kind.toLowerCase().endsWith(values.only);
}

function byKind(make: (kind: Kind) => readonly number[]): Weights {
  const [headline, text, mergeHeadline, mergeText] = kinds.map(make);
  return { headline: headline!, text: text!, mergeHeadline: mergeHeadline!, mergeText: mergeText! };
}

function run(
  { gold, reports }: Table,
  weights: Weights,
  teacher?: Teacher,
): { cubed: Scores; pairs: Scores } {
  const stream = new StoryStream(weights, teacher);
  for (const report of reports) stream.add(report);
  const predicted = new Map(
    stream.stories().flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
  );
  return { cubed: bCubed(gold, predicted), pairs: pairScores(gold, predicted) };
}

function show(weights: Weights): void {
  for (const table of tables) {
    const { cubed, pairs } = run(table, weights);
    const cells = [cubed, pairs].map(({ precision, recall, f1 }) =>
      [precision, recall, f1].map((one) => one.toFixed(4)).join(" "),
    );
    console.log(`${table.name.padEnd(24)} B³ ${cells[0]}  pairs ${cells[1]}`);
  }
}

/** Runs the stream and keeps what each of its choices would have given. */
function note(table: Table, weights: Weights, decisions: Decisions): void {
  const { gold } = table;
  const size = new Map<string, number>();
  for (const group of gold.values()) size.set(group, (size.get(group) ?? 0) + 1);
  const share = (1000 * table.share) / table.reports.length;
  run(table, weights, {
    joining({ report, long }, candidates) {
      const group = gold.get(report)!;
      const gains = candidates.map(({ story }) => {
        const told = groupsIn(story, gold);
        const same = told.get(group) ?? 0;
        const square = squares(told);
        const purer = (square + 2 * same + 1) / (story.size + 1) - square / story.size - 1;
        return (recall * 2 * same) / size.get(group)! + purer;
      });
      if (candidates.length > 0) {
        const choices = candidates.map(({ features }) => features);
        decisions[long ? "text" : "headline"].push({ choices, gains, share });
      }
      return undefined;
    },
    merging(small, large, features) {
      const [a, b] = [groupsIn(small, gold), groupsIn(large, gold)];
      const both = new Map(a);
      for (const [group, count] of b) both.set(group, (both.get(group) ?? 0) + count);
      let gain =
        squares(both) / (small.size + large.size) - squares(a) / small.size - squares(b) / large.size;
      for (const [group, count] of a) gain += (recall * 2 * count * (b.get(group) ?? 0)) / size.get(group)!;
      const kind = small.members.at(-1)!.long ? "mergeText" : "mergeHeadline";
      decisions[kind].push({ choices: [features], gains: [Math.max(-3, Math.min(3, gain))], share });
      return undefined;
    },
  });
}

function groupsIn({ members }: GrowingStory, gold: Grouping): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { report } of members) {
    const group = gold.get(report)!;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function squares(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, one) => sum + one * one, 0);
}

/** B-cubed F1 and some of pair F1 of the tables that count; less than `floor` is not told exactly. */
function scoreOf(weights: Weights, floor = Number.NEGATIVE_INFINITY): number {
  let sum = 0;
  let left = counting.reduce((all, { share }) => all + share, 0);
  for (const table of counting) {
    const { cubed, pairs } = run(table, weights);
    sum += table.share * (cubed.f1 + 0.4 * pairs.f1);
    left -= table.share;
    // Even a very good rest would not do.
    if (sum + left * 1.3 < floor) break;
  }
  return sum;
}

/** Adam on the mean gain, less a pull towards 0. */
function fitted(decisions: readonly Decision[], from: readonly number[], steps = 200): readonly number[] {
  if (decisions.length === 0) return from;
  const size = from.length;
  const weights = Float64Array.from(from);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const all = decisions.reduce((sum, { share }) => sum + share, 0);
  let rate = 0.05;
  for (let t = 1; t <= steps; t++) {
    const slope = new Float64Array(size);
    for (const decision of decisions) addSlope(slope, decision, weights);
    for (let k = 0; k < size; k++) {
      const d = slope[k]! / all - (k === 0 ? 0 : 1e-5 * weights[k]!);
      mean[k] = 0.9 * mean[k]! + 0.1 * d;
      square[k] = 0.999 * square[k]! + 0.001 * d * d;
      const step = mean[k]! / (1 - 0.9 ** t) / (Math.sqrt(square[k]! / (1 - 0.999 ** t)) + 1e-8);
      weights[k] = weights[k]! + rate * step;
    }
    if (t % 100 === 0) rate *= 0.7;
  }
  return [...weights].map(rounded);
}

/** How the expected gain of one decision grows with each weight. */
function addSlope(slope: Float64Array, { choices, gains, share }: Decision, weights: Float64Array): void {
  const scores = choices.map((features) => features.reduce((sum, one, k) => sum + one * weights[k]!, 0));
  const highest = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, one) => sum + one, Math.exp(-highest));
  const expected = odds.reduce((sum, one, i) => sum + one * gains[i]!, 0) / total;
  for (const [i, features] of choices.entries()) {
    const d = share * (odds[i]! / total) * (gains[i]! - expected);
    if (Math.abs(d) > 1e-9) for (let k = 0; k < features.length; k++) slope[k]! += d * features[k]!;
  }
}

/** Chance steps of one to three weights, kept where the tables that count score higher. */
function steppedFor(minutes: number, from: Weights): Weights {
  if (minutes <= 0) return from;
  const chance = chanceFrom(Number(values.seed));
  const moved = kinds.filter(isLearnt);
  let best = from;
  let highest = scoreOf(best);
  const end = performance.now() + minutes * 60_000;
  while (performance.now() < end) {
    const next = { ...best };
    for (let moves = 1 + Math.floor(chance() * 3); moves > 0; moves--) {
      const kind = moved[Math.floor(chance() * moved.length)]!;
      const list = [...next[kind]];
      const k = chance() < 0.2 ? 0 : Math.floor(chance() * list.length);
      list[k] = rounded(list[k]! + (chance() + chance() - 1) * 0.5 * (Math.abs(list[k]!) + 0.7));
      next[kind] = list;
    }
    const found = scoreOf(next, highest);
    if (found <= highest) continue;
    [best, highest] = [next, found];
    console.log(highest.toFixed(4));
  }
  return best;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Puts the rows into the file that ships, between its marks. */
function write(weights: Weights): void {
  const path = new URL("../src/record/stories/weights.ts", import.meta.url);
  const rows = mergeFeatureNames.map((name, k) => {
    const cells = kinds.map((kind) => weights[kind][k] ?? 0);
    return `  [${[JSON.stringify(name), ...cells].join(", ")}],\n`;
  });
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/(const table[^\n]*\[\n)[\s\S]*?(\n?\];)/u, `$1${rows.join("")}];`));
}
