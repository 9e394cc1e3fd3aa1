/**
 * Timelines of a topic's dated reports against timelines that people wrote.
 *
 * `--gold PATH` names a timeline (a list of dates with sentences), with the reports in articles.jsonl.gz beside it, or
 * a folder in which all timeline.*.json are taken. Of the gold only its size is used: how many days, and how many
 * sentences a day on average. `--predictions FILE` writes the timeline; for a folder, the list of pairs of gold and
 * predicted files that an outside scorer takes, with the predicted timelines beside it. `--scorer SCRIPT` is run as
 * `python3 SCRIPT GOLD PREDICTIONS`, or with the list of pairs alone.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SituationRecord } from "../src/model/entry.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Report } from "../src/model/report.ts";
import { read } from "../src/reading/read.ts";
import { recordOf } from "../src/record/record.ts";
import type { KeyDay } from "../src/view/key-days.ts";
import { keyDaysIn } from "../src/view/timeline.ts";
import { type Article, reportOf } from "./gold/clusters.ts";
import { benchOptions, blocksOf, english, readLines } from "./gold/jsonl.ts";
import { heading, table } from "./table.ts";

interface Topic {
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
  readonly record: SituationRecord;
  readonly texts: ReadonlyMap<string, string>;
}

const options = benchOptions();
const language = await english();
const golds = statSync(options.gold).isDirectory() ? timelinesIn(options.gold) : [options.gold];
const topics = new Map<string, Topic>();
const rows: (string | number)[][] = [];
const pairs: [string, string][] = [];
const all = { precision: 0, recall: 0 };

for (const [i, gold] of golds.entries()) {
  const topic = dirname(gold);
  if (!topics.has(topic)) topics.set(topic, topicOf(join(topic, "articles.jsonl.gz")));
  const { record, reports, readings, texts } = topics.get(topic)!;
  const sought = JSON.parse(readFileSync(gold, "utf8")) as { date: string; sentences: string[] }[];
  const dates = new Set(sought.map(({ date }) => date.slice(0, 10)));
  const sentences = sought.reduce((sum, one) => sum + one.sentences.length, 0);
  const wanted = { days: dates.size, sentences: Math.max(1, Math.round(sentences / dates.size)) };
  const started = performance.now();
  const found = keyDaysIn(record, reports, readings, wanted);
  const milliseconds = performance.now() - started;
  const shared = found.filter(({ day }) => dates.has(day)).length;
  const [precision, recall] = [shared / Math.max(1, found.length), shared / dates.size];
  all.precision += precision / golds.length;
  all.recall += recall / golds.length;
  rows.push([
    gold.split("/").slice(-2).join("/"),
    reports.length,
    wanted.days,
    wanted.sentences,
    f1(precision, recall).toFixed(4),
    Math.round(milliseconds),
  ]);
  const file = golds.length === 1 ? options.predictions : `${options.predictions}.${i}.json`;
  writeFileSync(file, JSON.stringify(found.map((one) => asWritten(one, texts))));
  pairs.push([gold, file]);
}
if (golds.length > 1) writeFileSync(options.predictions, JSON.stringify(pairs));

console.log(heading("timelines"));
console.log(
  table(
    [
      { title: "timeline" },
      { title: "reports", right: true },
      { title: "days", right: true },
      { title: "sentences a day", right: true },
      { title: "date F1", right: true },
      { title: "ms", right: true },
    ],
    [...rows, ["all", "", "", "", f1(all.precision, all.recall).toFixed(4), ""]],
  ),
);
if (options.scorer !== undefined) {
  const files = golds.length === 1 ? pairs[0]! : [options.predictions];
  const run = spawnSync("python3", [options.scorer, ...files], { encoding: "utf8" });
  console.log(run.stdout + run.stderr);
}

function timelinesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /timeline[^/]*\.json$/u.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** The reports of a topic, read, and their record. */
function topicOf(articles: string): Topic {
  const reports = readLines<Article>(articles).map((article) => {
    const report = reportOf(article);
    return { ...report, language: "en", blocks: blocksOf(report.text) };
  });
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  return {
    reports,
    readings,
    record: recordOf(reports, readings),
    texts: new Map(reports.map(({ id, text }) => [id, text])),
  };
}

function asWritten({ day, sentences }: KeyDay, texts: ReadonlyMap<string, string>) {
  return {
    date: day,
    sentences: sentences.map(({ report, start, end }) =>
      texts.get(report)!.slice(start, end).replace(/\s+/gu, " "),
    ),
  };
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
