/**
 * The web app in a real Chromium, over a server of its own (`sitrep start`): a situation of many invented reports
 * (synthetic/world.ts), and the example.
 *
 * - first view: opened with an empty cache and a new profile. What else runs on the machine weighs on the clock, so the
 *   processor time of the page's main thread stands beside it.
 * - input to paint: real key presses and clicks; `paint` is the first frame after them (Event Timing), `content` the
 *   first that shows what was asked for, with what the server had to say.
 *
 * `--reports 5000 --rounds 5 --each 20`; `--store FOLDER` fills a folder once and uses it again.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { loadExample } from "../src/cli/start.ts";
import { buildWeb } from "../src/cli/web.ts";
import { appendRevisions } from "../src/pipeline.ts";
import { openStore } from "../src/store/open.ts";
import { openBrowser } from "../test/browser/browser.ts";
import { findChromium } from "../test/browser/chromium.ts";
import { world } from "./synthetic/world.ts";
import { heading, median, table } from "./table.ts";
import { type FirstView, firstView, install, type Steps, steps } from "./web/page.ts";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "5000" },
    rounds: { type: "string", default: "5" },
    each: { type: "string", default: "20" },
    store: { type: "string" },
  },
});
const [reports, rounds, each] = [Number(values.reports), Number(values.rounds), Number(values.each)];

const chromium = findChromium();
if (chromium === undefined) {
  console.error("bench: no Chromium found; install Debian's chromium or set CHROMIUM to its path");
  process.exit(1);
}
const dist = await buildWeb();
const scratch = mkdtempSync(join(tmpdir(), "sitrep-web-"));
const server = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const size = { width: 1440, height: 900 };
/** A reader that fetches every six hours: so many steps has "known at". */
const fetchEvery = 6 * 3_600_000;

console.log(heading("web"));
try {
  const folder = values.store ?? join(scratch, "invented");
  if (!existsSync(folder) || readdirSync(folder).length === 0) await fill(folder, reports);
  await measure(`${reports.toLocaleString("en")} invented reports`, folder, "invented");
  const example = join(scratch, "example");
  const store = await openStore({ folder: example });
  await loadExample(store);
  const situation = (await store.situations())[0]!.id;
  await store.close();
  await measure("the example", example, situation);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(title: string, folder: string, situation: string): Promise<void> {
  const { child, url } = await serve(folder);
  try {
    const path = `${url}/situations/${situation}`;
    // What the process needs once is told apart: a server runs for days, and readers come to it.
    const began = performance.now();
    await (await fetch(`${url}/api/situations/${situation}`)).arrayBuffer();
    const first = performance.now() - began;
    const views: FirstView[] = [];
    for (let round = 0; round < rounds; round++) views.push(await opened(path));
    console.log(`\n## ${title}\n\nThe server's first answer after its start: ${first.toFixed(0)} ms\n`);
    console.log(viewTable(views));
    console.log(`\n${stepTable(await worked(path))}`);
  } finally {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("close", done));
  }
}

/** One look with nothing in the cache. */
async function opened(path: string): Promise<FirstView> {
  const browser = await openBrowser(chromium!, { viewport: size });
  try {
    const page = await browser.context.newPage();
    await install(page);
    return await firstView(page, path);
  } finally {
    await browser.close();
  }
}

async function worked(path: string): Promise<Steps> {
  const browser = await openBrowser(chromium!, { viewport: size, reducedMotion: "reduce" });
  try {
    const page: Page = await browser.context.newPage();
    await install(page);
    await firstView(page, path);
    return await steps(page, path, each);
  } finally {
    await browser.close();
  }
}

function viewTable(views: readonly FirstView[]): string {
  const row = (title: string, of: (view: FirstView) => number, unit: string, bar = "") => {
    const numbers = views.map(of);
    return [
      title,
      `${round(median(numbers))} ${unit}`,
      `${round(Math.min(...numbers))} to ${round(Math.max(...numbers))}`,
      bar,
    ];
  };
  const scripts = firstScripts();
  return table(
    [
      { title: "first view, cold" },
      { title: "median", right: true },
      { title: `of ${views.length}`, right: true },
      { title: "bar (go for)", right: true },
    ],
    [
      row("first contentful paint", ({ contentful }) => contentful, "ms"),
      row("largest contentful paint", ({ largest }) => largest, "ms"),
      row("the brief's lines in sight", ({ shown }) => shown, "ms", "2,000 (800)"),
      row("last long task ended", ({ quiet }) => quiet, "ms"),
      row("blocked: of long tasks what is over 50 ms", ({ blocked }) => blocked, "ms"),
      row("main thread, processor time", ({ main }) => main, "ms"),
      row("of that: scripts", ({ script }) => script, "ms"),
      row("slowest answer of the server, to its first byte", ({ server }) => server, "ms"),
      row("answers of the API, as sent", ({ api }) => api / 1000, "kB"),
      row("scripts, as sent", ({ scripts }) => scripts / 1000, "kB"),
      row("styles, as sent", ({ styles }) => styles / 1000, "kB"),
      ["script of index.html, brotli", `${round(scripts / 1000)} kB`, "", "220 kB (120)"],
    ],
  );
}

function stepTable(done: Steps): string {
  return table(
    [
      { title: "input to paint, ms" },
      { title: "times", right: true },
      { title: "paint: p50", right: true },
      { title: "p95", right: true },
      { title: "content: p50", right: true },
      { title: "p95", right: true },
      { title: "main thread each", right: true },
    ],
    [...done].map(([name, { paint, content, main }]) => [
      name,
      paint.length,
      at(paint, 0.5),
      at(paint, 0.95),
      at(content, 0.5),
      at(content, 0.95),
      paint.length === 0 ? "" : round(main / paint.length),
    ]),
  );
}

/** Bytes of what index.html itself asks for, as compressed in the build. */
function firstScripts(): number {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/gu)]
    .map(([, path]) => statSync(join(dist, `${path}.br`)).size)
    .reduce((sum, bytes) => sum + bytes, 0);
}

async function serve(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const options = ["--data", folder, "--port", String(port), "--no-open", "--no-follow", "--no-example"];
  const child = spawn(process.execPath, [server, "start", ...options], { stdio: ["ignore", "pipe", 2] });
  await new Promise<void>((ready, failed) => {
    child.stdout!.on("data", (words: Buffer) => words.includes("http://") && ready());
    child.once("close", (code) => failed(new Error(`bench: the server ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  // It is told of a moment before it listens.
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 50));
  return { child, url };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    }),
  );
}

async function fill(folder: string, count: number): Promise<void> {
  const store = await openStore({ folder });
  const situation = { id: "invented", title: "An invented situation", createdAt: "2031-01-01T00:00:00Z" };
  await store.addSituation(situation);
  let batch: { readonly report: string; readonly keep: (write: typeof store) => Promise<void> }[] = [];
  const flush = async () => {
    const kept = batch;
    batch = [];
    await store.transaction(async (write) => {
      for (const { keep } of kept) await keep(write);
    });
  };
  for (const { report, reading } of world(count)) {
    const fetchedAt = new Date(
      Math.ceil(Date.parse(report.fetchedAt) / fetchEvery) * fetchEvery,
    ).toISOString();
    batch.push({
      report: report.id,
      async keep(write) {
        const { document: sha256, input, text } = report;
        await write.addDocument({ sha256, bytes: Buffer.from(text), input, fetchedAt });
        await write.addReport({ ...report, fetchedAt });
        await write.addReading(reading);
        await write.addToSituation(situation.id, [report.id], fetchedAt);
      },
    });
    if (batch.length === 500) await flush();
  }
  await flush();
  await appendRevisions(store, situation.id);
  await store.close();
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.length === 0
    ? ""
    : round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!);
}

function round(value: number): string {
  return Math.round(value).toLocaleString("en");
}
