/**
 * Copied text as origins, against documents that are known to be one text or not.
 *
 * `--gold PATH` names a table of document id and group; the texts stand beside it in articles.jsonl.gz (or
 * `--articles FILE`). `--predictions FILE` writes document id and origin, for an outside scorer. Also prints
 * the links that join documents of different groups, which a table of events must have none of.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Report } from "../src/model/report.ts";
import { recordOf } from "../src/record/record.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, articles: { type: "string" }, predictions: { type: "string" } },
});
if (values.gold === undefined) {
  console.error("origins: no gold table named; use --gold PATH (document id and group, tab-separated)");
  process.exit(1);
}

interface Article {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

const gold = new Map(
  readFileSync(values.gold, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]),
);
const file = values.articles ?? join(dirname(values.gold), "articles.jsonl.gz");
const bytes = readFileSync(file);
const articles = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Article)
  .filter(({ id }) => gold.has(id));

const started = performance.now();
const { origins } = recordOf(articles.map(reportOf), []);
const milliseconds = performance.now() - started;

const predicted = new Map(
  origins.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
);
const wrong = origins
  .flatMap(({ links }) => links)
  .filter(({ report, on }) => on !== undefined && gold.get(report) !== gold.get(on));
const { precision, recall, f1 } = pairs();
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

function pairs(): { precision: number; recall: number; f1: number } {
  const count = (keys: Iterable<string>) => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const ids = articles.map(({ id }) => id);
  const both = count(ids.map((id) => `${gold.get(id)} ${predicted.get(id)}`));
  const found = count(ids.map((id) => predicted.get(id)!));
  const sought = count(ids.map((id) => gold.get(id)!));
  const precision = found === 0 ? 0 : both / found;
  const recall = sought === 0 ? 0 : both / sought;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function reportOf({ id, text, title }: Article): Report {
  return {
    id,
    document: createHash("sha256").update(text).digest("hex"),
    input: id,
    bylines: [],
    fetchedAt: "2026-01-01T00:00:00Z",
    text,
    blocks: [],
    extractor: "bench@1",
    warnings: [],
    ...(title === undefined ? {} : { title }),
  };
}
