/**
 * Article extraction against labelled pages: writes predictions for the benchmark's own scorer and prints the
 * same figures, computed here. `--gold` is a folder with gold.json and html/ID.html.gz (article extraction
 * benchmark, fundus evaluation, or metadata of papers); `--predictions FILE` keeps what was extracted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Document } from "../src/model/document.ts";
import type { Report } from "../src/model/report.ts";
import { extract } from "../src/report/extract.ts";
import { heading, median, table } from "./table.ts";

interface Gold {
  readonly articleBody?: string;
  readonly body?: string;
  readonly paragraphs?: readonly string[];
  readonly url?: string;
  readonly crawl_date?: string;
  readonly title?: string;
  readonly published?: string;
  readonly authors?: readonly string[];
}

interface Prediction {
  readonly articleBody: string;
  readonly title?: string;
  readonly published?: string;
  readonly authors: readonly string[];
  readonly standfirst?: string;
}

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    predictions: { type: "string" },

    rounds: { type: "string" },
  },
});
if (values.gold === undefined) {
  console.error("extraction: no --gold folder given (gold.json and html/ID.html.gz)");
  process.exit(1);
}

const gold = JSON.parse(readFileSync(join(values.gold, "gold.json"), "utf8")) as Record<string, Gold>;
const predictions: Record<string, Prediction> = {};
const times: number[] = [];
let bytes = 0;
for (let round = 0; round < Number(values.rounds ?? 1); round++) {
  for (const [id, item] of Object.entries(gold)) {
    const page = gunzipSync(readFileSync(join(values.gold, "html", `${id}.html.gz`)));
    const start = performance.now();
    predictions[id] = predict(page, item);
    times.push(performance.now() - start);
    bytes += page.length;
  }
}
if (values.predictions !== undefined) writeFileSync(values.predictions, JSON.stringify(predictions));

const scores = Object.entries(gold)
  .map(([id, item]) =>
    shingleScore(
      item.articleBody ?? item.body ?? item.paragraphs?.map(unbracketed).join("\n") ?? "",
      predictions[id]!.articleBody,
    ),
  )
  .filter((score) => score !== undefined);
const mean = (pick: (score: Score) => number) =>
  scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
const [precision, recall] = [mean((score) => score.precision), mean((score) => score.recall)];
const total = times.reduce((sum, ms) => sum + ms, 0);
console.log(heading("extraction"));
console.log(
  table(
    [{ title: "measure" }, { title: "value", right: true }],
    [
      ["pages", Object.keys(gold).length],
      [
        "F1 (of mean precision and recall, 4-grams)",
        ((2 * precision * recall) / (precision + recall)).toFixed(4),
      ],
      ["precision", precision.toFixed(4)],
      ["recall", recall.toFixed(4)],
      [
        "without an article",
        Object.values(predictions).filter(({ articleBody }) => articleBody === "").length,
      ],
      ...metadataRows(),
      ["ms per page, median", median(times).toFixed(1)],
      ["ms per 100 kB", ((total / bytes) * 100_000).toFixed(1)],
      ["pages per second", ((times.length / total) * 1000).toFixed(0)],
    ],
  ),
);

/** Title, day and authors against labels, as the benchmark's scorer compares them: words alone, in lower case. */
function metadataRows(): [string, string][] {
  const words = (text: string | undefined) =>
    (text ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.join(" ") ?? "";
  const day = (time: string | undefined) => {
    const zoned = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(time?.replace(" ", "T") ?? "")
      ? `${time}Z`
      : (time ?? "");
    const ms = Date.parse(zoned.replace(" ", "T"));
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().slice(0, 10);
  };
  const share = (name: string, values: readonly number[]): [string, string][] =>
    values.length === 0
      ? []
      : [[name, (values.reduce((sum, one) => sum + one, 0) / values.length).toFixed(4)]];
  const all = Object.entries(gold).map(([id, item]) => ({ item, found: predictions[id]! }));
  return [
    ...share(
      "title, all words the same",
      all
        .filter(({ item }) => item.title)
        .map(({ item, found }) => (words(item.title) === words(found.title) ? 1 : 0)),
    ),
    ...share(
      "published, same UTC day",
      all
        .filter(({ item }) => day(item.published) !== undefined)
        .map(({ item, found }) => (day(item.published) === day(found.published) ? 1 : 0)),
    ),
    ...share(
      "authors, F1 of the set",
      all
        .filter(({ item }) => (item.authors?.length ?? 0) > 0)
        .map(({ item, found }) => {
          const [truth, named] = [new Set(item.authors!.map(words)), new Set(found.authors.map(words))];
          const both = [...truth].filter((name) => named.has(name)).length;
          return (2 * both) / (truth.size + named.size);
        }),
    ),
  ];
}

function predict(page: Uint8Array, item: Gold): Prediction {
  let report: Report;
  try {
    report = extract(documentOf(page, item));
  } catch {
    return { articleBody: "", authors: [] };
  }
  const text = (kinds: readonly string[]) =>
    report.blocks
      .filter((block) => kinds.includes(block.kind))
      .map((block) => report.text.slice(block.start, block.end))
      .join("\n");
  // The labels of papers' own layout count the standfirst in, those of the article extraction benchmark do not.
  const body = [
    "heading",
    "paragraph",
    "list-item",
    "quote",
    ...(item.articleBody !== undefined ? [] : ["standfirst"]),
  ];
  return {
    articleBody: text(body),
    standfirst: text(["standfirst"]),
    authors: report.bylines,
    ...(report.title === undefined ? {} : { title: report.title }),
    ...(report.published === undefined ? {} : { published: report.published.value }),
  };
}

function documentOf(bytes: Uint8Array, item: Gold): Document {
  return {
    sha256: "0".repeat(64),
    bytes,
    input: "page",
    mediaType: "text/html",
    fetchedAt: "2026-01-01T00:00:00Z",
    ...(item.url === undefined ? {} : { url: item.url }),
  };
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly isEmpty: boolean;
}

/** As the article extraction benchmark computes it: 4-word shingles as a multiset; undefined where both are empty. */
function shingleScore(truth: string, found: string): Score | undefined {
  const [a, b] = [shingles(truth), shingles(found)];
  let both = 0;
  for (const [gram, count] of a.counts) both += Math.min(count, b.counts.get(gram) ?? 0);
  if (a.total === 0 && b.total === 0) return undefined;
  return {
    precision: b.total === 0 ? 0 : both / b.total,
    recall: a.total === 0 ? 0 : both / a.total,
    isEmpty: b.total === 0,
  };
}

function shingles(text: string): { counts: Map<string, number>; total: number } {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const total = words.length === 0 ? 0 : Math.max(1, words.length - 3);
  for (let i = 0; i < total; i++) {
    const gram = words.slice(i, i + 4).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, total };
}

/** Optional paragraphs stand in brackets. */
function unbracketed(paragraph: string): string {
  return /^\[.*\]$/s.test(paragraph) ? paragraph.slice(1, -1) : paragraph;
}
