/**
 * Toponyms against gold coordinates: `npm run bench -- geoparsing --gold FILE --predictions FILE --scorer SCRIPT`.
 * `--demonyms` counts adjectives of countries ("Turkish") as toponyms, as TR-News does.
 */
import { namesOf } from "../src/reading/names.ts";
import { toponymsOf } from "../src/reading/places.ts";
import { benchOptions, english, readLines, reportOf, scores, writeLines } from "./gold/jsonl.ts";
import { heading } from "./table.ts";

const options = benchOptions();
const demonyms = process.argv.includes("--demonyms");
const language = await english();
const rows: unknown[] = [];
let tokens = 0;
let spent = 0;
for (const { id, url, text } of readLines<{ id: string; url?: string; text: string }>(options.gold)) {
  const report = reportOf(text);
  const sentences = language.parse(text, report.blocks);
  const begun = performance.now();
  const names = namesOf(text, sentences);
  const toponyms = toponymsOf(sentences, names, url);
  spent += performance.now() - begun;
  tokens += sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const found = toponyms.map(({ start, end, place }) => ({ start, end, lat: place.lat, lon: place.lon }));
  if (demonyms) {
    for (const { start, end, entry } of names) {
      if (entry?.kind === "demonym")
        found.push({ start, end, lat: entry.country.lat, lon: entry.country.lon });
    }
  }
  rows.push({ id, toponyms: found });
}
writeLines(options.predictions, rows);
console.log(heading("geoparsing"));
console.log(
  `${tokens} tokens, ${Math.round((tokens / spent) * 1000)} tokens/s in the readers of names and places`,
);
console.log(scores(options));
