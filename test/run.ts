/**
 * `npm test`: every test of the project, then what was left out and why, then "N passed, N failed".
 * Arguments are passed on to vitest: `npm test -- src/record`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "./browser/chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-test-"));
const results = join(folder, "results.json");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { stdio: "inherit" },
);

let passed = 0;
let failed = 0;
let left = 0;
let broken: string[] = [];
try {
  const summary = JSON.parse(readFileSync(results, "utf8")) as Summary;
  passed = summary.numPassedTests;
  failed = summary.numFailedTests;
  left = summary.numPendingTests + summary.numTodoTests;
  // A file that can't be loaded holds no test that fails: count it as one.
  broken = summary.testResults
    .filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0)
    .map(({ name }) => name);
} catch (error) {
  console.error(`test: no results were written: ${String(error)}`);
  broken = ["vitest"];
}
rmSync(folder, { recursive: true, force: true });

if (findChromium() === undefined) {
  console.log(
    "Left out: the browser tests (test/browser), because no Chromium was found; install Debian's chromium or set CHROMIUM to its path.",
  );
}
if (left > 0) console.log(`Left out: ${left} tests; their names stand above, marked as skipped.`);
for (const name of broken) console.log(`Could not be loaded: ${name}`);

const ok = status === 0 && failed === 0 && broken.length === 0 && passed > 0;
if (!ok && failed + broken.length === 0) failed = 1;
console.log(`${passed} passed, ${failed + broken.length} failed`);
process.exit(ok ? 0 : 1);

interface Summary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}
