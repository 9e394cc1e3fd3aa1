/**
 * Copied text as origins, against documents that are known to be one text or not.
 *
 * `--gold PATH` names a table of document id and group; the texts stand beside it in articles.jsonl.gz (or
 * `--articles FILE`). `--predictions FILE` writes document id and origin, for an outside scorer. Also prints
 * the links that join documents of different groups, which a table of events must have none of.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { recordOf } from "../src/record/record.ts";
import { articlesOf, groupingOf, pairScores, reportOf } from "./gold/clusters.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, articles: { type: "string" }, predictions: { type: "string" } },
});
if (values.gold === undefined) {
  console.error("origins: no gold table named; use --gold PATH (document id and group, tab-separated)");
  process.exit(1);
}

const gold = groupingOf(values.gold);
const articles = articlesOf(values.gold, gold, values.articles);

const started = performance.now();
const { origins } = recordOf(articles.map(reportOf), []);
const milliseconds = performance.now() - started;

const predicted = new Map(
  origins.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
);
const wrong = origins
  .flatMap(({ links }) => links)
  .filter(({ report, on }) => on !== undefined && gold.get(report) !== gold.get(on));
const { precision, recall, f1 } = pairScores(gold, predicted);
console.log(heading("origins"));
console.log(
  table(
    [
      { title: "documents", right: true },
      { title: "groups", right: true },
      { title: "origins", right: true },
      { title: "pair P", right: true },
      { title: "pair R", right: true },
      { title: "pair F1", right: true },
      { title: "links across", right: true },
      { title: "ms", right: true },
    ],
    [
      [
        articles.length,
        new Set(gold.values()).size,
        origins.length,
        precision.toFixed(4),
        recall.toFixed(4),
        f1.toFixed(4),
        wrong.length,
        Math.round(milliseconds),
      ],
    ],
  ),
);
for (const { report, on, why } of wrong) console.log(`across: ${report} ${on} ${why}`);
if (values.predictions !== undefined) {
  writeFileSync(values.predictions, articles.map(({ id }) => `${id}\t${predicted.get(id)}\n`).join(""));
}
