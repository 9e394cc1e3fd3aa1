/**
 * Learns the weights of src/record/stories/weights.ts from documents that are known to tell of one happening:
 *   node tools/train-stories.ts --data DIR [--write]      weights for headlines from plain ones, as models/stories.md measures them
 *   node tools/train-stories.ts GOLD.tsv[=SHARE] … [--gva FILE] [--rounds N] [--recall R] [--pull P] [--from-shipped]
 *     [--pairs FILE] [--only headline|text] [--fold I/N] [--archives N] [--write]
 * DIR is the folder that has clustering/og2021.
 * A table is document id and group, its documents stand beside it in articles.jsonl.gz; SHARE is what it counts for, 1 if not
 * said, 0 to be measured only. `--gva` takes gva_dev.jsonl.gz, of which every third incident counts for a half; `--pairs` pairs of
 * articles that are or are not one story, of which every second counts for a half. `--fold` learns
 * from the groups that are not in a part, and measures those in it as a stream of their own. `--archives` learns from N small
 * archives of each size and kind beside each table, which count for as much as the table; they are measured together.
 *
 * Each round runs the stream with the weights so far, second looks too, and notes at every decision what each choice would
 * give: how much B-cubed precision and R times B-cubed recall change. Weights then move towards the choices that give most, by
 * the mean gain under the softmax of the scores, on the decisions of the latest rounds, less a pull towards 0 in units of how
 * much each feature varies. It begins with four plain weights (or the shipped ones); the best round stays. No chance in it: the
 * same tables give the same weights.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
import { smallArchives } from "../bench/gold/small-archives.ts";
import { pairedReports, storyPairsOf } from "../bench/gold/story-pairs.ts";
import type { Report } from "../src/model/report.ts";
import { mergeFeatureNames } from "../src/record/stories/features.ts";
import type { GrowingStory } from "../src/record/stories/growing-story.ts";
import { StoryStream, type Teacher, type Weights } from "../src/record/stories/stream.ts";
import { weights as shipped } from "../src/record/stories/weights.ts";
import { inFetchOrder } from "../src/record/tellings/captures.ts";

interface Table {
  readonly name: string;
  readonly gold: Grouping;
  readonly reports: readonly Report[];
  readonly share: number;
}

interface Lesson {
  /** Tables as `file=share`. */
  readonly tables: readonly string[];
  readonly gva: string | undefined;
  readonly only: string | undefined;
  readonly rounds: number;
  /** What B-cubed recall counts for against precision. */
  readonly recall: number;
}

/** Choices of one kind of decision, one decision after the other: what each gives, against none of them, which gives 0. */
class Decisions {
  readonly sizes: number[] = [];
  readonly shares: number[] = [];
  readonly gains: number[] = [];
  readonly rows: Float64Array[] = [];

  add(choices: readonly Float64Array[], gains: readonly number[], share: number): void {
    this.sizes.push(choices.length);
    this.shares.push(share);
    this.gains.push(...gains);
    this.rows.push(...choices);
  }
}

const kinds = ["headline", "text", "mergeHeadline", "mergeText"] as const;
type Kind = (typeof kinds)[number];
type Noted = Readonly<Record<Kind, Decisions>>;

/** Likeliest candidates whose gains are noted. */
const noticed = 8;
/** Rounds whose decisions are learnt from. */
const latest = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gva: { type: "string" },
    rounds: { type: "string", default: "8" },
    recall: { type: "string", default: "1.35" },
    pull: { type: "string", default: "1e-4" },
    only: { type: "string" },
    fold: { type: "string" },
    archives: { type: "string" },
    pairs: { type: "string" },
    data: { type: "string" },
    "from-shipped": { type: "boolean" },
    write: { type: "boolean" },
  },
});

/** What weights for headlines are learnt by from plain ones; paths under the folder of data. */
const headlines: Lesson = {
  tables: ["eng.tsv", "spa.tsv", "por.tsv=0.5", "rus.tsv=0.5"].map((one) => `clustering/og2021/gold.${one}`),
  gva: undefined,
  only: "headline",
  rounds: 16,
  recall: 1.35,
};

const { data } = values;
const lesson: Lesson =
  data === undefined
    ? {
        tables: positionals,
        gva: values.gva,
        only: values.only,
        rounds: Number(values.rounds),
        recall: Number(values.recall),
      }
    : { ...headlines, tables: headlines.tables.map((one) => join(data, one)) };
const large = [
  ...lesson.tables.flatMap(tablesOf),
  ...(lesson.gva === undefined ? [] : parted(shootings(lesson.gva))),
  ...(values.pairs === undefined ? [] : parted(pairs(values.pairs))),
];
const tables = [...large, ...large.flatMap(archivesOf)];
if (tables.length === 0) {
  console.error(
    "train-stories: no table named; use GOLD.tsv (document id and group, tab-separated), or --data DIR",
  );
  process.exit(1);
}

const learnt = learn(values["from-shipped"] === true ? shipped : byKind(begun));
show(learnt);
if (values.write === true) write(learnt);

function learn(from: Weights): Weights {
  const counting = tables.filter(({ share }) => share > 0);
  const noted: Noted[] = [];
  let learnt = from;
  let best = { weights: learnt, score: Number.NEGATIVE_INFINITY };
  for (let round = 0; ; round++) {
    const now: Noted = {
      headline: new Decisions(),
      text: new Decisions(),
      mergeHeadline: new Decisions(),
      mergeText: new Decisions(),
    };
    const score = counting.reduce((sum, table) => sum + note(table, learnt, now), 0);
    console.log(`round ${round}: ${score.toFixed(4)}`);
    if (score > best.score) best = { weights: learnt, score };
    if (round === lesson.rounds) return best.weights;
    noted.push(now);
    if (noted.length > latest) noted.shift();
    // The decisions to learn from change with the weights: half the way only, and less in later rounds, so that it settles.
    const way = Math.min(0.5, 4 / (round + 1));
    const before = learnt;
    learnt = byKind((kind) => {
      const from = before[kind];
      if (!isLearnt(kind)) return from;
      const to = fitted(
        noted.map((one) => one[kind]),
        from,
      );
      return from.map((one, k) => rounded(one + way * (to[k]! - one)));
    });
  }
}

/** Plain weights for what is learnt, for the rest those that ship. */
function begun(kind: Kind): readonly number[] {
  return isLearnt(kind) ? plain(kind) : shipped[kind];
}

/** Where it begins: what is alike is one. */
function plain(kind: Kind): readonly number[] {
  const begun = new Map([
    ["bias", -6],
    ["like the story", 6],
    ["like its nearest report", 6],
    ["second rarest", 3],
  ]);
  return shipped[kind].map((_, k) => begun.get(mergeFeatureNames[k]!) ?? 0);
}

function tablesOf(argument: string): Table[] {
  const [file = "", given = "1"] = argument.split("=");
  const name = file.split("/").slice(-2).join("/");
  const gold = groupingOf(file);
  const reports = inFetchOrder(articlesOf(file, gold).map(reportOf));
  return parted({ name, gold, reports, share: Number(given) });
}

/** The whole, or what is learnt from and what is kept apart. */
function parted(table: Table): Table[] {
  if (values.fold === undefined) return [table];
  const [at, of] = values.fold.split("/").map(Number);
  const groups = [...new Set(table.gold.values())].sort();
  const kept = new Set(groups.filter((_, i) => i % of! === at));
  return [false, true].map((isKept) => {
    const gold = new Map([...table.gold].filter(([, group]) => kept.has(group) === isKept));
    const reports = table.reports.filter(({ id }) => gold.has(id));
    const name = isKept ? `${table.name} kept` : table.name;
    return { name, gold, reports, share: isKept ? 0 : table.share };
  });
}

function archivesOf({ name, gold, reports, share }: Table): Table[] {
  const each = Number(values.archives ?? 0);
  const archives = each > 0 ? smallArchives(gold, reports, each) : [];
  return archives.map((one) => {
    const ids = new Set(one.reports.map(({ id }) => id));
    return {
      name: `${name} ${one.subjects}`,
      gold: new Map([...gold].filter(([id]) => ids.has(id))),
      reports: inFetchOrder(one.reports),
      share: share / archives.length,
    };
  });
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

/** Every second pair as one stream: articles are of one group where pairs join them, else of their own. */
function pairs(file: string): Table {
  const used = storyPairsOf(file).filter((_, i) => i % 2 === 0);
  const groups = new Map<string, string>();
  const first = (url: string): string => {
    const before = groups.get(url);
    return before === undefined || before === url ? url : first(before);
  };
  for (const { a, b, same_story } of used) {
    const [x, y] = [first(a.url), first(b.url)];
    groups.set(x, x);
    groups.set(y, same_story ? x : y);
  }
  const reports = pairedReports(used);
  return { name: "pairs", gold: new Map(reports.map(({ id }) => [id, first(id)])), reports, share: 0.5 };
}

/** Where tables of full articles hold a few that are short, those should not decide on headlines. */
function isLearnt(kind: Kind): boolean {
  return lesson.only === undefined || kind.toLowerCase().endsWith(lesson.only);
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

/** Small archives of one kind together, by the mean of each score. */
function show(weights: Weights): void {
  for (const [name, alike] of Map.groupBy(tables, ({ name }) => name)) {
    const scores = alike.map((table) => run(table, weights));
    const cells = (["cubed", "pairs"] as const).map((kind) =>
      (["precision", "recall", "f1"] as const)
        .map((which) => (scores.reduce((sum, one) => sum + one[kind][which], 0) / scores.length).toFixed(4))
        .join(" "),
    );
    console.log(`${name.padEnd(32)} B³ ${cells[0]}  pairs ${cells[1]}`);
  }
}

/** Runs the stream and keeps what each of its choices would have given; its score is B-cubed F1 and some of pair F1. */
function note(table: Table, weights: Weights, decisions: Noted): number {
  const { gold } = table;
  const size = new Map<string, number>();
  for (const group of gold.values()) size.set(group, (size.get(group) ?? 0) + 1);
  const share = (1000 * table.share) / table.reports.length;
  const { cubed, pairs } = run(table, weights, {
    bold: true,
    joining({ report, long }, all) {
      const candidates = all.slice(0, noticed);
      const group = gold.get(report)!;
      const gains = candidates.map(({ story }) => {
        const told = groupsIn(story, gold);
        const same = told.get(group) ?? 0;
        const square = squares(told);
        const purer = (square + 2 * same + 1) / (story.size + 1) - square / story.size - 1;
        return (lesson.recall * 2 * same) / size.get(group)! + purer;
      });
      if (candidates.length > 0) {
        const choices = candidates.map(({ features }) => features);
        decisions[long ? "text" : "headline"].add(choices, gains, share);
      }
      return undefined;
    },
    merging(small, large, features) {
      const [a, b] = [groupsIn(small, gold), groupsIn(large, gold)];
      const both = new Map(a);
      for (const [group, count] of b) both.set(group, (both.get(group) ?? 0) + count);
      let gain =
        squares(both) / (small.size + large.size) - squares(a) / small.size - squares(b) / large.size;
      for (const [group, count] of a)
        gain += (lesson.recall * 2 * count * (b.get(group) ?? 0)) / size.get(group)!;
      const kind = small.members.at(-1)!.long ? "mergeText" : "mergeHeadline";
      decisions[kind].add([features], [Math.max(-3, Math.min(3, gain))], share);
      return undefined;
    },
  });
  return table.share * (cubed.f1 + 0.4 * pairs.f1);
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

/** Adam on the mean gain, less the pull. */
function fitted(noted: readonly Decisions[], from: readonly number[], steps = 120): readonly number[] {
  const rows = noted.flatMap((one) => one.rows);
  if (rows.length === 0) return from;
  const size = from.length;
  const { middle, spread } = scaleOf(rows, size);
  const choices = new Float64Array(rows.length * size);
  for (const [r, row] of rows.entries()) {
    for (let k = 0; k < size; k++) choices[r * size + k] = (row[k]! - middle[k]!) / spread[k]!;
  }
  const decided = {
    choices,
    sizes: noted.flatMap((one) => one.sizes),
    shares: noted.flatMap((one) => one.shares),
    gains: noted.flatMap((one) => one.gains),
  };
  const all = decided.shares.reduce((sum, share) => sum + share, 0);
  const weights = Float64Array.from(from, (one, k) => one * spread[k]!);
  for (let k = 1; k < size; k++) weights[0]! += from[k]! * middle[k]!;
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const pull = Number(values.pull);
  let rate = 0.03;
  for (let t = 1; t <= steps; t++) {
    const slope = slopeOf(decided, weights);
    for (let k = 0; k < size; k++) {
      const d = slope[k]! / all - (k === 0 ? 0 : pull * weights[k]!);
      mean[k] = 0.9 * mean[k]! + 0.1 * d;
      square[k] = 0.999 * square[k]! + 0.001 * d * d;
      const step = mean[k]! / (1 - 0.9 ** t) / (Math.sqrt(square[k]! / (1 - 0.999 ** t)) + 1e-8);
      weights[k] = weights[k]! + rate * step;
    }
    if (t % 100 === 0) rate *= 0.7;
  }
  const learnt = Array.from(weights, (one, k) => one / spread[k]!);
  for (let k = 1; k < size; k++) learnt[0]! -= learnt[k]! * middle[k]!;
  return learnt;
}

/** Mean and standard deviation of each feature; 0 and 1 for the bias, 1 for what never varies. */
function scaleOf(
  rows: readonly Float64Array[],
  size: number,
): { middle: Float64Array; spread: Float64Array } {
  const middle = new Float64Array(size);
  const spread = new Float64Array(size).fill(1);
  for (let k = 1; k < size; k++) {
    let [sum, squares] = [0, 0];
    for (const row of rows) {
      sum += row[k]!;
      squares += row[k]! * row[k]!;
    }
    middle[k] = sum / rows.length;
    const variance = squares / rows.length - middle[k]! ** 2;
    if (variance > 1e-8) spread[k] = Math.sqrt(variance);
  }
  return { middle, spread };
}

interface Decided {
  /** The features of all choices, one after the other. */
  readonly choices: Float64Array;
  readonly sizes: readonly number[];
  readonly shares: readonly number[];
  readonly gains: readonly number[];
}

/** How the expected gain of all decisions grows with each weight. */
function slopeOf({ choices, sizes, shares, gains }: Decided, weights: Float64Array): Float64Array {
  const width = weights.length;
  const slope = new Float64Array(width);
  const odds = new Float64Array(noticed);
  let first = 0;
  for (const [d, size] of sizes.entries()) {
    let highest = 0;
    for (let i = 0; i < size; i++) {
      let score = 0;
      for (let k = 0; k < width; k++) score += choices[(first + i) * width + k]! * weights[k]!;
      odds[i] = score;
      if (score > highest) highest = score;
    }
    let total = Math.exp(-highest);
    let expected = 0;
    for (let i = 0; i < size; i++) {
      odds[i] = Math.exp(odds[i]! - highest);
      total += odds[i]!;
      expected += odds[i]! * gains[first + i]!;
    }
    expected /= total;
    for (let i = 0; i < size; i++) {
      const by = (shares[d]! * odds[i]! * (gains[first + i]! - expected)) / total;
      if (Math.abs(by) < 1e-9) continue;
      for (let k = 0; k < width; k++) slope[k]! += by * choices[(first + i) * width + k]!;
    }
    first += size;
  }
  return slope;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Puts the rows into the file that ships, between its marks. */
function write(weights: Weights): void {
  const path = new URL("../src/record/stories/weights.ts", import.meta.url);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/(const table[^\n]*\[\n)[\s\S]*?(\n?\];)/u, `$1${tableOf(weights)}];`));
}

/** The rows as they stand in the file. */
function tableOf(weights: Weights): string {
  return mergeFeatureNames
    .map((name, k) => {
      const cells = kinds.map((kind) => weights[kind][k] ?? 0);
      return `  [${[JSON.stringify(name), ...cells].join(", ")}],\n`;
    })
    .join("");
}
