/** Reading gold files (JSON lines, gzipped or not), cutting plain texts into blocks, and scoring with the set's own script. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { type Language, loadLanguage } from "../../src/language/language.ts";
import type { Block, Report } from "../../src/model/report.ts";

export interface BenchOptions {
  readonly gold: string;
  /** Where predictions go, one JSON object a line. */
  readonly predictions: string;
  /** The benchmark's scorer, run as `python3 SCORER GOLD PREDICTIONS` when named. */
  readonly scorer: string | undefined;
}

/** `--gold PATH --predictions FILE [--scorer SCRIPT]`. */
export function benchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: { gold: { type: "string" }, predictions: { type: "string" }, scorer: { type: "string" } },
    strict: false,
  });
  if (typeof values.gold !== "string" || typeof values.predictions !== "string") {
    console.error("use: --gold GOLD.jsonl[.gz] --predictions FILE [--scorer SCRIPT]");
    process.exit(1);
  }
  return {
    gold: values.gold,
    predictions: values.predictions,
    scorer: typeof values.scorer === "string" ? values.scorer : undefined,
  };
}

export function readLines<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

export function writeLines(path: string, rows: readonly unknown[]): void {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** What the scorer prints, or nothing without one. */
export function scores(options: BenchOptions): string {
  if (options.scorer === undefined) return "";
  const run = spawnSync("python3", [options.scorer, options.gold, options.predictions], { encoding: "utf8" });
  return run.stdout + run.stderr;
}

/** A bare text as a report: blocks are what blank lines part. */
export function reportOf(text: string, published?: string): Report {
  return {
    id: "r0",
    document: "",
    input: "-",
    bylines: [],
    ...(published === undefined ? {} : { published: { value: published, stated: true } }),
    fetchedAt: "2000-01-01T00:00:00Z",
    language: "en",
    text,
    blocks: blocksOf(text),
    extractor: "bench",
    warnings: [],
  };
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)) {
    const part = match[0].trimEnd();
    blocks.push({ start: match.index, end: match.index + part.length, kind: "paragraph" });
  }
  return blocks;
}

export async function english(): Promise<Language> {
  const language = await loadLanguage("en");
  if (language === undefined) throw new Error("bench: no English engine; run npm run train first");
  return language;
}
