/**
 * Reports on one happening as stories, against documents that are known to tell of one.
 *
 * `--gold PATH` names a table of document id and group; the documents stand beside it in articles.jsonl.gz (or
 * `--articles FILE`). They are given in the order in which they were published, each once. `--predictions FILE`
 * writes document id and story, for an outside scorer.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { storiesOf } from "../src/record/stories/stories.ts";
import { articlesOf, bCubed, groupingOf, pairScores, reportOf } from "./gold/clusters.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, articles: { type: "string" }, predictions: { type: "string" } },
});
if (values.gold === undefined) {
  console.error("stories: no gold table named; use --gold PATH (document id and group, tab-separated)");
  process.exit(1);
}

const gold = groupingOf(values.gold);
const articles = articlesOf(values.gold, gold, values.articles);
const reports = articles.map(reportOf);
const started = performance.now();
const stories = storiesOf(reports);
const milliseconds = performance.now() - started;

const predicted = new Map(
  stories.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
);
const cubed = bCubed(gold, predicted);
const pairs = pairScores(gold, predicted);
console.log(heading("stories"));
console.log(
  table(
    [
      { title: "documents", right: true },
      { title: "groups", right: true },
      { title: "stories", right: true },
      { title: "B³ P", right: true },
      { title: "B³ R", right: true },
      { title: "B³ F1", right: true },
      { title: "pair P", right: true },
      { title: "pair R", right: true },
      { title: "pair F1", right: true },
      { title: "ms a report", right: true },
    ],
    [
      [
        articles.length,
        new Set(gold.values()).size,
        stories.length,
        ...[cubed, pairs].flatMap(({ precision, recall, f1 }) =>
          [precision, recall, f1].map((one) => one.toFixed(4)),
        ),
        (milliseconds / Math.max(1, articles.length)).toFixed(2),
      ],
    ],
  ),
);
if (values.predictions !== undefined) {
  writeFileSync(values.predictions, articles.map(({ id }) => `${id}\t${predicted.get(id)}\n`).join(""));
}
