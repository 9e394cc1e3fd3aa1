/**
 * Factuality of given predicates (UW, MEANTIME, UDS-IH2): the status algebra's score beside gold.
 * `npm run bench -- factuality --gold FILE.jsonl[.gz] [--predictions OUT.jsonl] [--errors N]`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadLanguage } from "../src/language/language.ts";
import { factuality, standingOf, statusOf } from "../src/reading/status.ts";
import { treeOf } from "../src/reading/tree.ts";
import { heading, table } from "./table.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly raw?: string;
  readonly predicates: readonly {
    readonly start: number;
    readonly end: number;
    readonly word: string;
    readonly factuality: number;
    readonly rawStart?: number;
  }[];
}

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const golds = process.argv.flatMap((arg, i) => (process.argv[i - 1] === "--gold" ? [arg] : []));
if (golds.length === 0) {
  console.error("factuality: no gold given\nuse: npm run bench -- factuality --gold FILE.jsonl[.gz]");
  process.exit(1);
}
const language = await loadLanguage("en");
if (language === undefined) throw new Error("factuality: no English model");

const rows: (string | number)[][] = [];
for (const path of golds) {
  const bytes = readFileSync(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  const pairs: { gold: number; own: number; text: string; word: string; why: string }[] = [];
  const predictions: string[] = [];
  for (const line of lines) {
    if (line === "") continue;
    const gold = JSON.parse(line) as Gold;
    // Some sentences come tokenised: the original, where there is one, parses better.
    const text = gold.raw ?? gold.text;
    const sentences = language.parse(text, [{ start: 0, end: text.length, kind: "paragraph" }]);
    const scored = gold.predicates.map((predicate) => {
      const at = gold.raw === undefined ? predicate.start : (predicate.rawStart ?? predicate.start);
      const sentence = sentences.find((one) => one.start <= at && at < one.end) ?? sentences[0];
      const token = sentence?.tokens.find((one) => one.end > at);
      if (sentence === undefined || token === undefined) return { start: predicate.start, factuality: 3 };
      const tree = treeOf(sentence);
      const own = factuality(statusOf(tree, token));
      const { stage, polarity, certainty, under, future } = standingOf(tree, token);
      const why = [stage, polarity, certainty, future ? "future" : "", under.join(">")].join(" ");
      pairs.push({ gold: predicate.factuality, own, text, word: predicate.word, why });
      return { start: predicate.start, factuality: own };
    });
    predictions.push(JSON.stringify({ id: gold.id, predicates: scored }));
  }
  const out = option("predictions");
  if (out !== undefined) writeFileSync(out, `${predictions.join("\n")}\n`);
  rows.push([basename(path), pairs.length, mae(pairs).toFixed(3), pearson(pairs).toFixed(3)]);
  const errors = Number(option("errors") ?? 0);
  const worst = pairs
    .map((pair, i) => ({ ...pair, i, off: Math.abs(pair.gold - pair.own) }))
    .sort((a, b) => b.off - a.off || a.i - b.i)
    .slice(0, errors);
  for (const { gold, own, word, why, text } of worst)
    console.log(`${gold.toFixed(1)} not ${own.toFixed(1)}  ${word}  [${why}]  ${text}`);
}

console.log(heading("factuality"));
console.log(
  table(
    [
      { title: "set" },
      { title: "predicates", right: true },
      { title: "MAE", right: true },
      { title: "r", right: true },
    ],
    rows,
  ),
);

function mae(pairs: readonly { gold: number; own: number }[]): number {
  return pairs.reduce((sum, { gold, own }) => sum + Math.abs(gold - own), 0) / pairs.length;
}

function pearson(pairs: readonly { gold: number; own: number }[]): number {
  const mean = (key: "gold" | "own") => pairs.reduce((sum, one) => sum + one[key], 0) / pairs.length;
  const [g, o] = [mean("gold"), mean("own")];
  let [top, gg, oo] = [0, 0, 0];
  for (const { gold, own } of pairs) {
    top += (gold - g) * (own - o);
    gg += (gold - g) ** 2;
    oo += (own - o) ** 2;
  }
  return top / Math.sqrt(gg * oo);
}
