/**
 * Gun violence reports (GVA): killed and injured per incident over all its reports, both exact.
 * `npm run bench -- gva --gold FILE.jsonl[.gz] [--skip INCIDENTS] [--limit INCIDENTS] [--errors N] [--predictions OUT.jsonl]`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadLanguage } from "../src/language/language.ts";
import type { Block, Report } from "../src/model/report.ts";
import { contextFor } from "../src/reading/read.ts";
import { reportOf } from "./gold/jsonl.ts";
import { type Toll, tellsOfDeath, tollOf } from "./gva/toll.ts";
import { heading, table } from "./table.ts";

interface Gold {
  readonly id: string;
  readonly incident_id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly gold: { readonly killed: number; readonly injured: number };
}

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const path = option("gold");
if (path === undefined) {
  console.error("gva: no gold given\nuse: npm run bench -- gva --gold FILE.jsonl[.gz]");
  process.exit(1);
}
const language = await loadLanguage("en");
if (language === undefined) throw new Error("gva: no English model");

const bytes = readFileSync(path);
const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
const incidents = new Map<string, Gold[]>();
for (const line of lines) {
  if (line === "") continue;
  const gold = JSON.parse(line) as Gold;
  const row = incidents.get(gold.incident_id);
  if (row === undefined) incidents.set(gold.incident_id, [gold]);
  else row.push(gold);
}

const limit = Number(option("limit") ?? Number.POSITIVE_INFINITY);
const skip = Number(option("skip") ?? 0);
let [both, killedRight, injuredRight, count, words, milliseconds] = [0, 0, 0, 0, 0, 0];
const wrong: string[] = [];
const predictions: string[] = [];
for (const [incident, golds] of [...incidents].slice(skip)) {
  if (count >= limit) break;
  count++;
  const tolls = golds
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
    .map((gold) => toldIn(gold));
  const own = tollOfAll(tolls);
  const gold = golds[0]!.gold;
  if (own.killed === gold.killed) killedRight++;
  if (own.injured === gold.injured) injuredRight++;
  if (own.killed === gold.killed && own.injured === gold.injured) both++;
  else
    wrong.push(
      `${incident} gold ${gold.killed}/${gold.injured} own ${own.killed}/${own.injured}\n${golds.map((one, i) => `  ${JSON.stringify(tolls[i])} ${one.title} | ${one.text.slice(0, 700).replaceAll(/\s+/g, " ")}`).join("\n")}`,
    );
  predictions.push(JSON.stringify({ incident_id: incident, ...own }));
}
const out = option("predictions");
if (out !== undefined) writeFileSync(out, `${predictions.join("\n")}\n`);
for (const one of wrong.slice(0, Number(option("errors") ?? 0))) console.log(one);
const share = (n: number) => `${((100 * n) / count).toFixed(1)} %`;
console.log(heading("gva"));
console.log(
  table(
    [
      { title: "incidents", right: true },
      { title: "both exact", right: true },
      { title: "killed", right: true },
      { title: "injured", right: true },
      { title: "words/s, all readers", right: true },
    ],
    [
      [
        count,
        share(both),
        share(killedRight),
        share(injuredRight),
        Math.round(words / (milliseconds / 1000)),
      ],
    ],
  ),
);

interface Told extends Toll {
  readonly deadly: boolean;
}

function toldIn(gold: Gold): Told {
  const report = reportFor(gold);
  const sentences = language!.parse(report.text, report.blocks);
  const start = performance.now();
  const context = contextFor(report, sentences);
  const toll = tollOf(context);
  milliseconds += performance.now() - start;
  words += sentences.reduce((sum, one) => sum + one.tokens.length, 0);
  return { ...toll, deadly: tellsOfDeath(context) };
}

/**
 * Deaths as most reports tell them, and those hurt as the reports tell that tell of these deaths: one who was hurt at
 * first may have died since. In this set somebody was always hit: where nothing is counted, one was, and died if a
 * death is told of at all.
 */
function tollOfAll(tolls: readonly Told[]): { killed: number; injured: number } {
  const killed = agreed(
    tolls.map((one) => one.killed),
    undefined,
  );
  const alike = tolls.filter((one) => one.killed === killed && one.injured !== undefined);
  const injured = agreed(
    (alike.length > 0 ? alike : tolls).map((one) => one.injured),
    undefined,
  );
  if (killed !== undefined && killed > 0) {
    const later = alike.length === 0 && injured !== undefined && injured <= killed;
    return { killed, injured: later ? 0 : (injured ?? 0) };
  }
  if ((injured ?? 0) > 0) return { killed: 0, injured: injured! };
  return tolls.some((one) => one.deadly) ? { killed: 1, injured: 0 } : { killed: 0, injured: 1 };
}

/** What most reports say; of equals the larger: tolls grow, and a report may leave some out. */
function agreed<T>(values: readonly (number | undefined)[], none: T): number | T {
  const said = values.filter((value) => value !== undefined);
  if (said.length === 0) return none;
  const times = new Map<number, number>();
  for (const value of said) times.set(value, (times.get(value) ?? 0) + 1);
  const often = (value: number) => times.get(value) ?? 0;
  return said.reduce((best, value) => {
    if (often(value) !== often(best)) return often(value) > often(best) ? value : best;
    return Math.max(value, best);
  });
}

function reportFor(gold: Gold): Report {
  const blocks: Block[] = [];
  let text = "";
  for (const [i, part] of [gold.title, ...gold.text.split(/\n+/)].entries()) {
    const line = part.trim();
    if (line === "") continue;
    if (text !== "") text += "\n\n";
    blocks.push({
      kind: i === 0 ? "headline" : "paragraph",
      start: text.length,
      end: text.length + line.length,
    });
    text += line;
  }
  return {
    ...reportOf(text, gold.date),
    id: gold.id,
    blocks,
  };
}
