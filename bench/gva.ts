/**
 * Gun violence reports (GVA): killed and injured per incident over all its reports, both exact.
 * `npm run bench -- gva --gold FILE.jsonl[.gz] [--limit INCIDENTS] [--errors N] [--predictions OUT.jsonl]`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadLanguage } from "../src/language/language.ts";
import type { Finding, FindingOf } from "../src/model/finding.ts";
import type { Block, Report } from "../src/model/report.ts";
import { read } from "../src/reading/read.ts";
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
let [both, killedRight, injuredRight, count, words, milliseconds] = [0, 0, 0, 0, 0, 0];
const wrong: string[] = [];
const predictions: string[] = [];
for (const [incident, golds] of incidents) {
  if (count >= limit) break;
  count++;
  const tolls = golds
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
    .map((gold) => tollOf(gold));
  const own = {
    killed: agreed(
      tolls.map((one) => one.killed),
      0,
    ),
    injured: agreed(
      tolls.map((one) => one.injured),
      0,
    ),
  };
  // One of a pair says how many were hit in all.
  const shot = agreed(
    tolls.map((one) => one.shot),
    undefined,
  );
  if (shot !== undefined && own.injured === 0 && shot > (own.killed ?? 0))
    own.injured = shot - (own.killed ?? 0);
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

interface Toll {
  readonly killed: number | undefined;
  readonly injured: number | undefined;
  readonly shot: number | undefined;
}

function tollOf(gold: Gold): Toll {
  const report = reportOf(gold);
  const sentences = language!.parse(report.text, report.blocks);
  const start = performance.now();
  const { findings } = read(report, sentences);
  milliseconds += performance.now() - start;
  words += sentences.reduce((sum, one) => sum + one.tokens.length, 0);
  const figures = findings.filter(isToll).filter((one) => !isOld(one, gold.date));
  return {
    killed: most(figures, /^killed$/) ?? victims(findings, /^kill|die$/, gold.date),
    injured: most(figures, /^injured$/) ?? victims(findings, /^(wound|injure|hurt)$/, gold.date),
    shot: most(figures, /^shot$/) ?? victims(findings, /^shoot$/, gold.date),
  };
}

function isToll(finding: Finding): finding is FindingOf<"figure"> {
  return (
    finding.kind === "figure" && finding.status?.polarity === "affirmed" && finding.status.stage !== "planned"
  );
}

/** Told of another year or of months before: another incident. */
function isOld(finding: Finding, date: string): boolean {
  const to = finding.time?.to;
  return typeof to === "string" && Date.parse(date) - Date.parse(to) > 30 * 24 * 3600 * 1000;
}

/** The largest count that a report gives of one kind: totals stand beside their parts. */
function most(figures: readonly FindingOf<"figure">[], measure: RegExp): number | undefined {
  const values = figures
    .filter(
      (one) =>
        measure.test(one.figure.measure) && one.figure.per === undefined && one.figure.unit === "people",
    )
    .map((one) => one.figure.best ?? one.figure.low)
    .filter((value) => value !== null);
  return values.length === 0 ? undefined : Math.max(...values);
}

/** Named victims of acts of one kind, each once. */
function victims(findings: readonly Finding[], act: RegExp, date: string): number | undefined {
  const names = new Set<string>();
  for (const one of findings) {
    if (
      one.kind !== "event" ||
      one.status?.stage !== "done" ||
      one.status.polarity !== "affirmed" ||
      isOld(one, date)
    )
      continue;
    if (act.test(one.event.lemma)) for (const who of one.recipients) names.add(who.id);
  }
  return names.size === 0 ? undefined : names.size;
}

/** What most reports say; of equals the later one. */
function agreed<T>(values: readonly (number | undefined)[], none: T): number | T {
  const said = values.filter((value) => value !== undefined);
  if (said.length === 0) return none;
  const times = new Map<number, number>();
  for (const value of said) times.set(value, (times.get(value) ?? 0) + 1);
  return said.reduce((best, value) => ((times.get(value) ?? 0) >= (times.get(best) ?? 0) ? value : best));
}

function reportOf(gold: Gold): Report {
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
    id: gold.id,
    document: "",
    input: gold.id,
    bylines: [],
    fetchedAt: `${gold.date}T00:00:00Z`,
    published: { value: gold.date, stated: true },
    language: "en",
    text,
    blocks,
    extractor: "text@1",
    warnings: [],
  };
}
