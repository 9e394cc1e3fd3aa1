/** Times against TIMEX3 gold: `npm run bench -- temporal --gold FILE --predictions FILE --scorer SCRIPT`. */
import { readTimes } from "../src/reading/times.ts";
import { benchOptions, english, readLines, reportOf, scores, writeLines } from "./gold/jsonl.ts";
import { heading } from "./table.ts";

interface Gold {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
}

const options = benchOptions();
const language = await english();
const rows: unknown[] = [];
let words = 0;
let spent = 0;
for (const { id, text, dct } of readLines<Gold>(options.gold)) {
  const report = reportOf(text);
  const sentences = language.parse(text, report.blocks);
  const begun = performance.now();
  const times = readTimes(text, sentences, dct ?? undefined);
  spent += performance.now() - begun;
  words += sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  rows.push({
    id,
    timexes: times.map(({ start, end, time }) => ({ start, end, type: time.type, value: time.value })),
  });
}
writeLines(options.predictions, rows);
console.log(heading("temporal"));
console.log(`${words} tokens, ${Math.round((words / spent) * 1000)} tokens/s in the reader of times`);
console.log(scores(options));
