/**
 * Statements against PolNeAR: `npm run bench -- attribution --gold FILE --predictions FILE --scorer SCRIPT`;
 * `--model FILE` and `--without tree,lexicon,frames` measure weights that were trained so.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { sourcesWithout } from "../src/reading/saying/role-features.ts";
import { attributionsOf, modelOf } from "../src/reading/saying/sayings.ts";
import { tablesIn } from "../src/reading/saying/tables.ts";
import { benchOptions, english, readLines, reportOf, scores, writeLines } from "./gold/jsonl.ts";
import { heading } from "./table.ts";

const { values } = parseArgs({
  options: { model: { type: "string" }, without: { type: "string" }, least: { type: "string" } },
  strict: false,
});
const model =
  typeof values.model === "string"
    ? modelOf(tablesIn(readFileSync(values.model)), sourcesWithout(String(values.without ?? "")))
    : undefined;
const least = typeof values.least === "string" ? Number(values.least) : undefined;
const options = benchOptions();
const language = await english();
const rows: unknown[] = [];
let tokens = 0;
let spent = 0;
for (const { id, text } of readLines<{ id: string; text: string }>(options.gold)) {
  const report = reportOf(text);
  const sentences = language.parse(text, report.blocks);
  const begun = performance.now();
  const attributions = attributionsOf(text, report.blocks, sentences, least, model).filter(
    (one) => !one.nested,
  );
  spent += performance.now() - begun;
  tokens += sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  rows.push({
    id,
    attributions: attributions.map(({ source, cue, content }) => ({
      source: source === undefined ? [] : [[source.start, source.end]],
      cue: [[cue.start, cue.end]],
      content: content.map(({ start, end }) => [start, end]),
    })),
  });
}
writeLines(options.predictions, rows);
console.log(heading("attribution"));
console.log(`${tokens} tokens, ${Math.round((tokens / spent) * 1000)} tokens/s in the reader of statements`);
console.log(scores(options));
