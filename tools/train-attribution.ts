/**
 * Trains models/attribution.en.bin, which of a sentence's frames attribute:
 *   node tools/train-attribution.ts TRAIN.jsonl[.gz]
 * Lines: {"text", "attributions": [{"source", "cue", "content"}]}, spans as [start, end] pairs in UTF-16 units.
 * Logistic regression by stochastic gradient descent with a fixed seed.
 */
import { writeFileSync } from "node:fs";
import { english, readLines, reportOf } from "../bench/gold/jsonl.ts";
import { linearBytes } from "../src/reading/linear.ts";
import { type Example, examplesOf, type Gold, trained } from "./attribution-learning.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("train-attribution: name the training file");

const language = await english();
const examples: Example[] = [];
for (const gold of readLines<Gold>(path)) {
  const report = reportOf(gold.text);
  examples.push(...examplesOf(gold, report, language.parse(gold.text, report.blocks)));
}
console.log(`${examples.length} frames, ${examples.filter((one) => one.label === 1).length} attribute`);
const { weights, bias } = trained(examples);
writeFileSync(new URL("../models/attribution.en.bin", import.meta.url), linearBytes(weights, bias));
