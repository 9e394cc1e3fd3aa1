/**
 * `npm run bench -- speed --data DIR`: words a second for everything (tokens to names) on one core, at least
 * 200,000 words, warm, median of five; loading from a cold process; size of the weights; and growth, 1x to 100x.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadLanguage } from "../src/language/language.ts";
import { readTreebank } from "../src/language/train/corpus.ts";
import type { Block } from "../src/model/report.ts";
import { heading, median, table } from "./table.ts";

const { values } = parseArgs({ options: { data: { type: "string" }, gold: { type: "string" } } });
const path = values.gold ?? (values.data === undefined ? undefined : join(values.data, "dev.gum.jsonl.gz"));
if (path === undefined) {
  console.error("bench speed: give --data DIR (the treebanks' folder) or --gold FILE");
  process.exit(1);
}
const english = (await loadLanguage("en"))!;
const once = readTreebank(path)
  .map((s) => s.text)
  .join(" ");

/** Words, and milliseconds by the clock and by the processor. */
function measure(text: string): { words: number; wall: number; cpu: number } {
  const blocks: Block[] = [{ kind: "paragraph", start: 0, end: text.length }];
  const cpu = process.cpuUsage();
  const from = performance.now();
  let words = 0;
  for (const s of english.parse(text, blocks)) words += s.tokens.length;
  const wall = performance.now() - from;
  const used = process.cpuUsage(cpu);
  return { words, wall, cpu: (used.user + used.system) / 1000 };
}

const words = measure(once).words;
const long = Array.from({ length: Math.ceil(200_000 / words) }, () => once).join(" ");
measure(long);
const runs = Array.from({ length: 5 }, () => measure(long));
const rate = (which: "wall" | "cpu") => Math.round(median(runs.map((r) => (1000 * r.words) / r[which])));
const language = fileURLToPath(new URL("../src/language/language.ts", import.meta.url));
const script = `const a = performance.now(); const { loadLanguage } = await import(${JSON.stringify(language)}); await loadLanguage("en"); console.log(performance.now() - a);`;
const loads = Array.from({ length: 5 }, () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })),
);
const size = statSync(fileURLToPath(new URL("../models/en.bin", import.meta.url))).size;
const few = once.slice(0, 20_000);
const growth = [1, 10, 100].map((times) => {
  const { words, cpu } = measure(few.repeat(times));
  return `${times}x: ${((1000 * cpu) / words).toFixed(0)}`;
});

console.log(heading("speed"));
console.log(
  table(
    [{ title: "what" }, { title: "measured", right: true }, { title: "bar and published figures" }],
    [
      [
        "words/s by the clock, median of 5",
        rate("wall"),
        "bar 30,000, go for 100,000; UDPipe greedy 4,200, beam 5 2,100",
      ],
      ["words/s of processor time, median of 5", rate("cpu"), "as above, where others share the machine"],
      ["words measured", runs[0]!.words, "at least 200,000"],
      ["load from a cold process, ms, median of 5", Math.round(median(loads)), "bar 400, go for 150"],
      ["weights, MB", (size / 1e6).toFixed(1), "bar 30, go for 10; UDPipe 14.6"],
      ["µs a word at 1x, 10x, 100x the text", growth.join(", "), "linear: about the same"],
    ],
  ),
);
