/**
 * MUC-4: Sitrep's reading of a message mapped to the task's templates; of the gold only the text is used.
 * `npm run bench -- muc4 --gold FILE.jsonl[.gz] --predictions OUT.jsonl [--scorer muc4_score.py]`
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { benchOptions, english, readLines, scores, writeLines } from "./gold/jsonl.ts";
import { messageOf } from "./muc4/message.ts";
import type { Models } from "./muc4/models.ts";
import { factsOf } from "./muc4/phrases.ts";
import { templatesOf } from "./muc4/templates.ts";
import { heading, table } from "./table.ts";

const options = benchOptions();
const language = await english();
const models = JSON.parse(
  gunzipSync(readFileSync(new URL("muc4/weights.json.gz", import.meta.url))).toString("utf8"),
) as Models;

const rows = readLines<{ id: string; text: string }>(options.gold);
let templates = 0;
const predictions = rows.map(({ id, text }) => {
  const message = messageOf(id, text);
  const found = templatesOf(models, message, factsOf(language, message));
  templates += found.length;
  return { id, templates: found };
});
writeLines(options.predictions, predictions);

console.log(heading("muc4"));
console.log(
  table(
    [
      { title: "messages", right: true },
      { title: "with templates", right: true },
      { title: "templates", right: true },
    ],
    [[rows.length, predictions.filter((one) => one.templates.length > 0).length, templates]],
  ),
);
console.log(scores(options));
