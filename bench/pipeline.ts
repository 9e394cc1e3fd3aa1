/**
 * `npm run bench -- pipeline --gold DIR`: documents to readings, by the number of worker threads; and extraction
 * alone against Readability with linkedom on the same pages, turn by turn in one process. `--gold` is a folder of
 * labelled pages as `bench extraction` takes it, several parted by commas; without one the pages of the example are
 * used. `--workers 0,1,2` says which numbers of threads; 0 is this thread alone.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Document } from "../src/model/document.ts";
import { readDocument } from "../src/pipeline.ts";
import { extractAll } from "../src/report/extract.ts";
import { poolOf } from "../src/work/pool.ts";
import { heading, median, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, workers: { type: "string" }, rounds: { type: "string" } },
});
const rounds = Number(values.rounds ?? 3);
const pages = values.gold === undefined ? examplePages() : values.gold.split(",").flatMap(goldPages);
const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0);

console.log(heading("pipeline"));
console.log(`${pages.length} pages, ${Math.round(bytes / pages.length / 1000)} kB each on average\n`);
console.log(
  table(
    [
      { title: "extraction alone, one thread" },
      { title: "pages/s of processor time, median of rounds", right: true },
      { title: "of Readability's", right: true },
    ],
    extraction(),
  ),
);
console.log();
console.log(
  table(
    [
      { title: "worker threads" },
      { title: "documents read", right: true },
      { title: "reports/s by the clock", right: true },
      { title: "reports/s of processor time", right: true },
    ],
    await reading(),
  ),
);

/**
 * Both on all pages, in turns, so that what else runs on the machine troubles both alike. Between the turns the garbage
 * of the one before is collected: else each would pay for the other's.
 */
function extraction(): (string | number)[][] {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [read, rates] of [
      [extracted, ours],
      [readable, theirs],
    ] as const) {
      gc();
      const cpu = cpuOf(() => pages.forEach(read));
      // The first round only warms up.
      if (round > 0) rates.push((1000 * pages.length) / cpu);
    }
  }
  const [a, b] = [median(ours), median(theirs)];
  return [
    [
      "Sitrep: bytes to text, blocks and metadata",
      a.toFixed(0),
      `${(a / b).toFixed(1)} x (bar 2 x, go for 5 x)`,
    ],
    ["Readability with linkedom: text to article", b.toFixed(0), "1 x"],
  ];
}

function extracted(page: Document): void {
  try {
    extractAll(page);
  } catch {
    // A page without an article is read all the same.
  }
}

function readable(page: Document): void {
  const { document } = parseHTML(new TextDecoder().decode(page.bytes));
  try {
    new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
  } catch {
    // As above.
  }
}

async function reading(): Promise<(string | number)[][]> {
  const numbers = (values.workers ?? defaultNumbers()).split(",").map(Number);
  const rows: (string | number)[][] = [];
  for (const workers of numbers) {
    const pool = workers === 0 ? undefined : poolOf({ workers });
    const read = async (page: Document) => {
      if (pool !== undefined) return pool.read(page, {});
      const items = [];
      for await (const item of readDocument(page, {})) items.push(item);
      return items;
    };
    // Threads begin and models load before the clock does.
    await Promise.all(pages.slice(0, 4 * Math.max(1, workers)).map(read));
    const cpu = process.cpuUsage();
    const from = performance.now();
    let reports = 0;
    const coming: ReturnType<typeof read>[] = [];
    const take = async () => {
      reports += (await coming.shift()!).filter((item) => "report" in item).length;
    };
    for (const page of pages) {
      coming.push(read(page));
      if (coming.length >= (pool?.most ?? 1)) await take();
    }
    while (coming.length > 0) await take();
    const wall = performance.now() - from;
    const used = process.cpuUsage(cpu);
    await pool?.close();
    rows.push([
      workers === 0 ? "none: this thread" : workers,
      pages.length,
      ((1000 * reports) / wall).toFixed(1),
      ((1e6 * reports) / (used.user + used.system)).toFixed(1),
    ]);
  }
  return rows;
}

const defaultNumbers = () =>
  [
    0,
    ...Array.from({ length: availableParallelism() }, (_, i) => i + 1).filter((n) => (n & (n - 1)) === 0),
  ].join(",");

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function goldPages(folder: string): Document[] {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Record<
    string,
    { url?: string }
  >;
  return Object.entries(gold).map(([id, { url }]) =>
    documentOf(gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))), id, url),
  );
}

function examplePages(): Document[] {
  const folder = fileURLToPath(new URL("../example/reports/", import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => documentOf(readFileSync(join(folder, name)), name, undefined));
}

function documentOf(page: Uint8Array, input: string, url: string | undefined): Document {
  return {
    sha256: "0".repeat(64),
    bytes: page,
    input,
    mediaType: "text/html",
    fetchedAt: "2026-01-01T00:00:00Z",
    ...(url === undefined ? {} : { url }),
  };
}
