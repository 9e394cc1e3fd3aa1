/**
 * Trains models/attribution.en.bin, who says so:
 *   node tools/train-attribution.ts TRAIN.jsonl[.gz] [--without tree,lexicon,frames] [--out FILE]
 * Lines: {"text", "attributions": [{"source", "cue", "content"}]}, spans as [start, end] pairs in UTF-16 units.
 * Parses with the engine of the working tree; a fixed seed, so that the same tree and data give the same bytes.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { english, readLines, reportOf } from "../bench/gold/jsonl.ts";
import { attributionText } from "../src/reading/saying/attribution-text.ts";
import { labels } from "../src/reading/saying/chain.ts";
import { sourcesWithout } from "../src/reading/saying/role-features.ts";
import { tableBytes } from "../src/reading/saying/tables.ts";
import {
  anchorsOf,
  type CueExample,
  cueExamples,
  fittedChain,
  fittedCues,
  type Gold,
  type RoleExample,
  roleExamples,
} from "./attribution-learning.ts";

const { values, positionals } = parseArgs({
  options: { without: { type: "string", default: "" }, out: { type: "string" } },
  allowPositionals: true,
});
const path = positionals[0];
if (path === undefined) throw new Error("train-attribution: name the training file");
const sources = sourcesWithout(values.without);
const out = values.out ?? new URL("../models/attribution.en.bin", import.meta.url);

const language = await english();
const cues: CueExample[] = [];
const roles: RoleExample[] = [];
for (const gold of readLines<Gold>(path)) {
  const { blocks } = reportOf(gold.text);
  const page = attributionText(gold.text, blocks, language.parse(gold.text, blocks));
  const anchors = anchorsOf(gold, page);
  cues.push(...cueExamples(page, anchors, sources));
  roles.push(...roleExamples(page, anchors, sources));
}
console.log(`${cues.length} tokens, ${roles.length} attributions`);
const cue = fittedCues(cues, 1 << 19, 5, 0.05, 1e-5);
const chain = fittedChain(roles, 1 << 18, 1 << 14, 5, 0.025, 1e-5);
const bytes = Buffer.concat([
  tableBytes(cue.weights, 1),
  tableBytes(Float32Array.of(cue.bias), 1),
  tableBytes(chain.nodes, labels),
  tableBytes(chain.steps, labels * labels),
]);
writeFileSync(out, bytes);
console.log(`${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);
