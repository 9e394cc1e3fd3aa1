/**
 * `npm run bench -- entities --gold FILE.jsonl[.gz] [--predictions FILE]`: names of PER, ORG and LOC against spans
 * (`{id, text, entities: [{start, end, type}]}` a line), exact span and type; predictions in the same form.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadLanguage } from "../src/language/language.ts";
import { lines } from "../src/language/train/corpus.ts";
import { heading, table } from "./table.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { start: number; end: number; type: string }[];
}

const { values } = parseArgs({
  options: { gold: { type: "string" }, data: { type: "string" }, predictions: { type: "string" } },
});
const path =
  values.gold ?? (values.data === undefined ? undefined : join(values.data, "dev.uner-ewt.jsonl.gz"));
if (path === undefined) {
  console.error(
    "bench entities: give --gold FILE, or --data DIR (the folder that holds dev.uner-ewt.jsonl.gz)",
  );
  process.exit(1);
}
const english = (await loadLanguage("en"))!;
const types = ["PER", "ORG", "LOC"];
const right: Record<string, number> = {};
const guessed: Record<string, number> = {};
const wanted: Record<string, number> = {};
const add = (counts: Record<string, number>, type: string, n = 1) => {
  for (const key of [type, "all"]) counts[key] = (counts[key] ?? 0) + n;
};
const out: string[] = [];
for (const { id, text, entities } of lines<Gold>(path)) {
  const names = english
    .parse(text, [{ kind: "headline", start: 0, end: text.length }])
    .flatMap((s) => s.names)
    .filter(({ type }) => types.includes(type));
  const gold = new Set(entities.map((e) => `${e.start} ${e.end} ${e.type}`));
  for (const { type } of entities) add(wanted, type);
  for (const { start, end, type } of names) {
    add(guessed, type);
    if (gold.has(`${start} ${end} ${type}`)) add(right, type);
  }
  out.push(
    JSON.stringify({
      id,
      text,
      entities: names.map(({ start, end, type }) => ({ start, end, type, text: text.slice(start, end) })),
    }),
  );
}
if (values.predictions !== undefined) writeFileSync(values.predictions, `${out.join("\n")}\n`);
console.log(heading("entities"));
console.log(
  table(
    [
      { title: "type" },
      ...["gold", "found", "precision", "recall", "F1"].map((title) => ({ title, right: true })),
      { title: "bar and published figures" },
    ],
    [...types, "all"].map((type) => {
      const [r, g, w] = [right[type] ?? 0, guessed[type] ?? 0, wanted[type] ?? 0];
      const show = (a: number, b: number) => (b === 0 ? "" : ((100 * a) / b).toFixed(2));
      const published = type === "all" ? "bar 72, go for 85; multilingual transformers about 85" : "";
      return [type, w, g, show(r, g), show(r, w), show(2 * r, g + w), published];
    }),
  ),
);
