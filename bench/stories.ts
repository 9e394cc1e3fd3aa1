/**
 * Reports on one happening as stories, against documents that are known to tell of one.
 *
 * `--gold PATH` names a table of document id and group; the documents stand beside it in articles.jsonl.gz (or
 * `--articles FILE`). They are given in the order in which they were published, each once. `--predictions FILE`
 * writes document id and story, for an outside scorer.
 *
 * `--small N` measures N small archives of each size too, of any happenings of the table and of those most like one another.
 *
 * `--pairs FILE` names pairs of articles instead, a line of JSON each, with whether the two tell one story. They are grouped
 * as one stream of all articles, and each pair as an archive of its own. `--predictions FILE` writes pair id and,
 * for each of the two ways, whether the two came out as one story.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { storiesOf } from "../src/record/stories/stories.ts";
import { articlesOf, bCubed, groupingOf, pairScores, reportOf } from "./gold/clusters.ts";
import { smallArchives } from "./gold/small-archives.ts";
import { type PairScores, pairedReports, samenessScores, storyPairsOf } from "./gold/story-pairs.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    articles: { type: "string" },
    small: { type: "string" },
    pairs: { type: "string" },
    predictions: { type: "string" },
  },
});
if (values.pairs !== undefined) measurePairs(values.pairs, values.predictions);
else if (values.gold !== undefined) {
  measureGroups(values.gold, values.articles, values.predictions);
  if (values.small !== undefined) measureSmall(values.gold, values.articles, Number(values.small));
} else {
  console.error(
    "stories: nothing to measure by; use --gold PATH (document id and group, tab-separated) or --pairs FILE (articles a and b, same_story)",
  );
  process.exit(1);
}

function measureGroups(
  goldFile: string,
  articlesFile: string | undefined,
  predictions: string | undefined,
): void {
  const gold = groupingOf(goldFile);
  const articles = articlesOf(goldFile, gold, articlesFile);
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
  const languages = new Map(reports.map(({ id, language = "" }) => [id, language]));
  if (new Set(languages.values()).size > 1) {
    const { precision, recall, f1 } = pairScores(gold, predicted, (id) => languages.get(id)!);
    const said = [precision, recall, f1].map((one) => one.toFixed(4)).join(" / ");
    console.log(`\npairs of documents in two languages, P / R / F1: ${said}`);
  }
  if (predictions !== undefined) {
    writeFileSync(predictions, articles.map(({ id }) => `${id}\t${predicted.get(id)}\n`).join(""));
  }
}

/** The mean of each score over the archives of one size. */
function measureSmall(goldFile: string, articlesFile: string | undefined, each: number): void {
  const gold = groupingOf(goldFile);
  const archives = smallArchives(gold, articlesOf(goldFile, gold, articlesFile).map(reportOf), each);
  const bySize = Map.groupBy(archives, ({ subjects, size }) => `${subjects}\t${size}`);
  console.log(heading("stories"));
  console.log(
    table(
      [
        { title: "subjects" },
        { title: "reports", right: true },
        { title: "archives", right: true },
        { title: "B³ P", right: true },
        { title: "B³ R", right: true },
        { title: "B³ F1", right: true },
      ],
      [...bySize].map(([key, archives]) => {
        const scores = archives.map(({ reports }) => {
          const own = new Map(reports.map(({ id }) => [id, gold.get(id)!] as const));
          const predicted = storiesOf(reports).flatMap(({ id, reports }) =>
            reports.map((report) => [report, id] as const),
          );
          return bCubed(own, new Map(predicted));
        });
        const mean = (which: keyof (typeof scores)[number]) =>
          (scores.reduce((sum, one) => sum + one[which], 0) / scores.length).toFixed(4);
        return [...key.split("\t"), archives.length, mean("precision"), mean("recall"), mean("f1")];
      }),
    ),
  );
}

function measurePairs(file: string, predictions: string | undefined): void {
  const pairs = storyPairsOf(file);
  const reports = pairedReports(pairs);
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  const storyOf = new Map(
    storiesOf(reports).flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
  );
  const inStream = new Set(pairs.filter(({ a, b }) => storyOf.get(a.url) === storyOf.get(b.url)));
  const alone = new Set(
    pairs.filter(({ a, b }) => storiesOf([reportOf.get(a.url)!, reportOf.get(b.url)!]).length === 1),
  );
  const languages = [...new Set(pairs.map(({ lang }) => lang))].sort();
  const cells = ({ pairs, precision, recall, f1, accuracy }: PairScores) => [
    pairs,
    ...[precision, recall, f1, accuracy].map((one) => one.toFixed(4)),
  ];
  console.log(heading("stories"));
  console.log(
    table(
      [
        { title: "grouped" },
        { title: "language" },
        { title: "pairs", right: true },
        { title: "precision", right: true },
        { title: "recall", right: true },
        { title: "F1", right: true },
        { title: "accuracy", right: true },
      ],
      [["in one stream", inStream] as const, ["each pair alone", alone] as const].flatMap(([how, ones]) =>
        [undefined, ...languages].map((language) => [
          how,
          language ?? "all",
          ...cells(
            samenessScores(
              pairs.filter(({ lang }) => language === undefined || lang === language),
              (pair) => ones.has(pair),
            ),
          ),
        ]),
      ),
    ),
  );
  if (predictions === undefined) return;
  const rows = pairs.map((pair) => [pair.id, inStream.has(pair), alone.has(pair)].join("\t"));
  writeFileSync(predictions, `${rows.join("\n")}\n`);
}
