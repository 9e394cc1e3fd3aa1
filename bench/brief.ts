/**
 * What a brief says happened, against timelines that people wrote of the same topic: `--gold FOLDER` with
 * timeline.*.json and, beside each, the topic's articles.jsonl.gz, as the timelines bench takes them.
 *
 * ROUGE-1 and ROUGE-2 (Lin 2004: shared words and pairs of words; function words left out, stems) of the first `--most`
 * lines of "What happened" and all gold sentences: whether the lines that a reader sees first are those that a
 * journalist would have kept. `most told` is the order by origins and day alone, for comparison.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Entry } from "../src/model/entry.ts";
import { read } from "../src/reading/read.ts";
import { recordOf } from "../src/record/record.ts";
import { contentWords } from "../src/view/content-words.ts";
import { lastTold } from "../src/view/last-told.ts";
import { bodyOf } from "../src/view/line.ts";
import { Telling } from "../src/view/telling.ts";
import { hasHappened } from "../src/view/timeline.ts";
import { type Article, reportOf } from "./gold/clusters.ts";
import { blocksOf, english, readLines } from "./gold/jsonl.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, most: { type: "string", default: "20" } },
});
if (values.gold === undefined) {
  console.error("bench: --gold FOLDER is missing (timeline.*.json with articles.jsonl.gz beside)");
  process.exit(1);
}
const language = await english();
const topics = Map.groupBy(
  readdirSync(values.gold, { recursive: true, encoding: "utf8" })
    .filter((file) => /timeline[^/]*\.json$/u.test(file))
    .sort()
    .map((file) => join(values.gold!, file)),
  dirname,
);
const rows = [...topics].map(([topic, golds]) => measured(topic, golds));

console.log(heading("brief"));
console.log(
  table(
    [
      { title: "topic" },
      { title: "acts told as done", right: true },
      { title: "most told: ROUGE-1", right: true },
      { title: "ROUGE-2", right: true },
      { title: "as chosen: ROUGE-1", right: true },
      { title: "ROUGE-2", right: true },
    ],
    [
      ...rows,
      {
        topic: "mean",
        acts: undefined,
        scores: [0, 1, 2, 3].map((i) => mean(rows.map(({ scores }) => scores[i]!))),
      },
    ].map(({ topic, acts, scores }) => [
      topic,
      acts === undefined ? "" : acts.toLocaleString("en"),
      ...scores.map((score) => score.toFixed(3)),
    ]),
  ),
);

function measured(topic: string, golds: readonly string[]) {
  const reports = readLines<Article>(join(topic, "articles.jsonl.gz")).map((article) => {
    const report = reportOf(article);
    return { ...report, language: "en", blocks: blocksOf(report.text) };
  });
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  const record = recordOf(reports, readings);
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  const acts = record.entries.filter(
    ({ lead, status, contradicts }) =>
      lead.kind === "event" &&
      lead.event.background !== true &&
      contradicts.length === 0 &&
      hasHappened(status) &&
      (status?.certainty === "asserted" || status?.certainty === "probable"),
  );
  const most = Number(values.most);
  const plain = acts
    .toSorted(
      (a, b) =>
        b.origins.length - a.origins.length ||
        (lastTold(b) < lastTold(a) ? -1 : lastTold(b) > lastTold(a) ? 1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, most);
  const chosen = new Telling(record.entries, (report) => texts.get(report)).choose(acts, most);
  const sought = golds.flatMap((gold) =>
    (JSON.parse(readFileSync(gold, "utf8")) as { sentences: string[] }[]).flatMap(
      ({ sentences }) => sentences,
    ),
  );
  const linesOf = (entries: readonly Entry[]) =>
    entries.map(({ lead, leadReport }) => bodyOf(lead, texts.get(leadReport)!));
  return {
    topic: topic.split("/").at(-1)!,
    acts: acts.length as number | undefined,
    scores: [plain, chosen].flatMap((entries) => [1, 2].map((n) => rouge(linesOf(entries), sought, n))),
  };
}

/** F1 of the word sequences of length `n`, each counted as often as in the other side at most. */
function rouge(lines: readonly string[], gold: readonly string[], n: number): number {
  const [found, sought] = [lines, gold].map((texts) => sequences(texts, n)) as [
    Map<string, number>,
    Map<string, number>,
  ];
  let shared = 0;
  for (const [words, times] of found) shared += Math.min(times, sought.get(words) ?? 0);
  const all = (counts: Map<string, number>) => [...counts.values()].reduce((sum, times) => sum + times, 0);
  return shared === 0 ? 0 : (2 * shared) / (all(found) + all(sought));
}

function sequences(texts: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = contentWords(text);
    for (let i = 0; i + n <= words.length; i++) {
      const sequence = words.slice(i, i + n).join(" ");
      counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
    }
  }
  return counts;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
