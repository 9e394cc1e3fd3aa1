/**
 * `npm run bench -- readers --gold FILE.jsonl.gz`: words a second of the readers on parsed text, one core, warm,
 * median of five over at least 200,000 words of the file's articles (`text`, with `title` and `published` where given).
 * Two sums: who says so, when and where; and what happened, with the rest of what the record holds.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { loadLanguage } from "../src/language/language.ts";
import type { Report } from "../src/model/report.ts";
import type { Sentence } from "../src/model/sentence.ts";
import { readActors } from "../src/reading/actors.ts";
import { readCites } from "../src/reading/cites.ts";
import { contextOf } from "../src/reading/context.ts";
import { readEvents } from "../src/reading/events.ts";
import { readExpectations } from "../src/reading/expectations.ts";
import { readFigures } from "../src/reading/figures.ts";
import { readHedges } from "../src/reading/hedges.ts";
import { readLegalBases } from "../src/reading/legal-bases.ts";
import { namesOf } from "../src/reading/names.ts";
import { placesOf, toponymsOf } from "../src/reading/places.ts";
import { readPositions } from "../src/reading/positions.ts";
import { readRemarks } from "../src/reading/remarks.ts";
import { readSayings } from "../src/reading/statements.ts";
import { readTimes } from "../src/reading/times.ts";
import { treeOf } from "../src/reading/tree.ts";
import { type Article, reportOf } from "./gold/clusters.ts";
import { heading, median, table } from "./table.ts";

const { values } = parseArgs({ options: { gold: { type: "string" } } });
if (values.gold === undefined) {
  console.error("bench readers: give --gold FILE.jsonl.gz, articles with a text");
  process.exit(1);
}
const bytes = readFileSync(values.gold);
const language = (await loadLanguage("en"))!;
const parsed: { report: Report; sentences: readonly Sentence[] }[] = [];
let words = 0;
for (const line of (values.gold.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n")) {
  if (line === "" || words >= 200_000) continue;
  const { text } = JSON.parse(line) as Article;
  if (text === undefined) continue;
  const report = { ...reportOf(JSON.parse(line)), blocks: paragraphs(text) };
  const sentences = language.parse(text, report.blocks);
  parsed.push({ report, sentences });
  for (const { tokens } of sentences) words += tokens.length;
}

const parts = [
  "trees",
  "names",
  "places",
  "actors",
  "times",
  "hedges",
  "statements",
  "cites",
  "remarks",
  "events",
  "figures",
  "positions",
  "legal bases",
  "expectations",
] as const;
type Part = (typeof parts)[number];
const shared = new Set<Part>(["names", "places", "actors", "times", "hedges", "statements", "cites"]);

function once(): Map<Part, number> {
  const spent = new Map<Part, number>(parts.map((part) => [part, 0]));
  const timed = <T>(part: Part, work: () => T): T => {
    const began = performance.now();
    const result = work();
    spent.set(part, spent.get(part)! + performance.now() - began);
    return result;
  };
  for (const { report, sentences: known } of parsed) {
    // Trees are kept by sentence: copies make each run build them anew.
    const sentences = known.map((one) => ({ ...one }));
    const { text } = report;
    timed("trees", () => sentences.map(treeOf));
    const names = timed("names", () => namesOf(text, sentences));
    const places = timed("places", () => placesOf(toponymsOf(sentences, names, report.url)));
    const actors = timed("actors", () => readActors(text, sentences, names));
    const times = timed("times", () => readTimes(text, sentences, report.published?.value));
    const hedges = timed("hedges", () => readHedges(sentences));
    const sayings = timed("statements", () => readSayings(report, sentences, actors, hedges, times));
    const context = contextOf(report, sentences, { ...actors, places, times, hedges, sayings });
    timed("cites", () => readCites(report, sentences, context.mentions));
    timed("remarks", () => readRemarks(context));
    timed("events", () => readEvents(context));
    timed("figures", () => readFigures(context));
    timed("positions", () => readPositions(context));
    timed("legal bases", () => readLegalBases(context));
    timed("expectations", () => readExpectations(context));
  }
  return spent;
}

once();
const runs = Array.from({ length: 5 }, once);
const took = (which: readonly Part[]) =>
  median(runs.map((run) => which.reduce((sum, part) => sum + run.get(part)!, 0)));
const rate = (which: readonly Part[]) => Math.round((words * 1000) / took(which)).toLocaleString("en");
const who = parts.filter((part) => shared.has(part));
const what = parts.filter((part) => !shared.has(part) && part !== "trees");

console.log(heading("readers"));
console.log(
  table(
    [{ title: "readers" }, { title: "words/s", right: true }, { title: "ms", right: true }, { title: "bar" }],
    [
      [
        "who says so, when and where (trees with them)",
        rate(["trees", ...who]),
        took(["trees", ...who]).toFixed(0),
        "60,000",
      ],
      ["what happened and the rest", rate(what), took(what).toFixed(0), "60,000"],
      ["all", rate(parts), took(parts).toFixed(0), ""],
      ...parts.map((part) => [part, rate([part]), took([part]).toFixed(0), ""]),
    ],
  ),
);
console.log(`${words.toLocaleString("en")} words in ${parsed.length} articles`);

/** Blocks of a text whose paragraphs are parted by line breaks. */
function paragraphs(text: string): Report["blocks"] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "paragraph" as const,
  }));
}
