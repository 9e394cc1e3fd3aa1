/**
 * `npm run bench -- read`: `sitrep read` of one saved page, from process start to exit, as a user waits
 * for it: the command in a fresh process each time, median of nine after one warm-up.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { heading, median, table } from "./table.ts";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const pages = fileURLToPath(new URL("../example/reports/", import.meta.url));
const runs = 9;

const named = process.argv[2];
const largest = readdirSync(pages)
  .filter((name) => name.endsWith(".html"))
  .map((name) => `${pages}${name}`)
  .sort((a, b) => statSync(b).size - statSync(a).size)[0];
const page = named ?? largest;
if (page === undefined) throw new Error("bench: no page to read; give one: npm run bench -- read PAGE");

const rows = [
  ["sitrep --version (process and command line alone)", ["--version"]],
  [`sitrep read, ${Math.round(statSync(page).size / 1024)} kB page`, ["read", page]],
  ["sitrep read --json, the same page", ["read", page, "--json"]],
].map(([what, args]) => {
  const times = Array.from({ length: runs + 1 }, () => time(args as string[])).slice(1);
  return [
    what as string,
    ...[Math.min(...times), median(times), Math.max(...times)].map((ms) => ms.toFixed(0)),
  ];
});

console.log(heading("read"));
console.log(
  table(
    [
      { title: "what" },
      { title: "min ms", right: true },
      { title: "median ms", right: true },
      { title: "max ms", right: true },
    ],
    rows,
  ),
);

function time(args: string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`bench: ${args.join(" ")} failed: ${stderr}`);
  return performance.now() - began;
}
