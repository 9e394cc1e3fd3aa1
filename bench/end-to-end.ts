/**
 * `npm run bench -- end-to-end [--pages DIR]…`: saved pages to the committed record in a fresh SQLite store, on one thread, as
 * `sitrep add … --workers 0` does it. Without pages those of the example, in other worlds: their invented names changed from round
 * to round, so that no two pages are copies. Several passes in one process (`--passes`), of which the first and the last are shown:
 * in the first the process still compiles its code. What is packed and compiled on threads of the system's counts as processor time.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadLanguage } from "../src/language/language.ts";
import { randomFrom } from "../src/language/train/random.ts";
import type { Document } from "../src/model/document.ts";
import type { Report } from "../src/model/report.ts";
import {
  appendRevisions,
  asProblem,
  type Coming,
  coming,
  type Failed,
  keepTogether,
  type Read,
  together,
} from "../src/pipeline.ts";
import { read } from "../src/reading/read.ts";
import { reportsOf } from "../src/report/reports.ts";
import { documents } from "../src/source/documents.ts";
import { openStore } from "../src/store/open.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", multiple: true },
    count: { type: "string", default: "150" },
    passes: { type: "string", default: "3" },
  },
});
const stages = ["bytes and extraction", "parsing", "reading", "store", "record and revisions"] as const;
type Stage = (typeof stages)[number];
interface Spent {
  wall: number;
  cpu: number;
}

const work = mkdtempSync(join(tmpdir(), "sitrep-end-to-end-"));
try {
  const folders = values.pages ?? [inventedPages(join(work, "pages"), Number(values.count))];
  const language = (await loadLanguage("en"))!;
  const first = await pass("first");
  let last = first;
  for (let i = 2; i <= Number(values.passes); i++) last = await pass(`pass-${i}`);
  const passes = [first, last];
  const { pages, reports, words } = first;
  console.log(heading("end-to-end"));
  console.log(
    `${pages} pages, ${reports} reports, ${Math.round(words / pages)} words a page (${words.toLocaleString("en")} in all)` +
      `${values.pages === undefined ? ", the example's in other worlds" : ""}\n`,
  );
  const columns = passes.flatMap((_, i) => [
    { title: `${i === 0 ? "first" : "last"} pass, by the clock`, right: true },
    { title: "of processor time", right: true },
  ]);
  const row = (what: string, cell: (spent: Spent) => Record<keyof Spent, string>, stage?: Stage) => [
    what,
    ...passes.flatMap(({ spent }) => {
      const { wall, cpu } = cell(stage === undefined ? sum([...spent.values()]) : spent.get(stage)!);
      return [wall, cpu];
    }),
  ];
  const rate = (count: number, digits: number) => (spent: Spent) => ({
    wall: ((1000 * count) / spent.wall).toFixed(digits),
    cpu: ((1000 * count) / spent.cpu).toFixed(digits),
  });
  const each = (spent: Spent) => ({
    wall: (spent.wall / pages).toFixed(1),
    cpu: (spent.cpu / pages).toFixed(1),
  });
  console.log(
    table(
      [{ title: "one thread" }, ...columns],
      [
        row("pages/s", rate(pages, 1)),
        row("words/s", rate(words, 0)),
        row("ms a page", each),
        ...stages.map((stage) => row(stage, each, stage)),
      ],
    ),
  );

  /** All pages into a store of their own. */
  async function pass(name: string) {
    const store = await openStore({ folder: join(work, name) });
    const spent = new Map<Stage, Spent>(stages.map((stage) => [stage, { wall: 0, cpu: 0 }]));
    const now = () => new Date().toISOString();
    const total = { pages: 0, reports: 0, words: 0 };
    await store.addSituation({ id: "bench", title: "Bench", createdAt: now() });
    const waiting: Coming[] = [];
    const keepWaiting = () =>
      timed(spent, "store", async () => {
        for await (const _ of keepTogether(store, "bench", waiting.splice(0)));
      });
    for (const folder of folders) {
      for await (const document of documents(folder, { now })) {
        if (!("bytes" in document)) throw document;
        total.pages++;
        for (const item of await itemsOf(document, spent)) {
          if ("report" in item) {
            total.reports++;
            total.words += item.report.text.match(/\S+/g)?.length ?? 0;
          }
          waiting.push(await timed(spent, "store", () => coming(item, now())));
          if (waiting.length === together) await keepWaiting();
        }
      }
    }
    await keepWaiting();
    await timed(spent, "record and revisions", () => appendRevisions(store, "bench"));
    await store.close();
    rmSync(join(work, name), { recursive: true });
    return { ...total, spent };
  }

  /** As `readDocument` of the pipeline, each stage timed. */
  async function itemsOf(document: Document, spent: Map<Stage, Spent>): Promise<(Read | Failed)[]> {
    let reports: readonly Report[];
    try {
      reports = await timed(spent, "bytes and extraction", () => reportsOf(document, {}));
    } catch (error) {
      return [{ document, problem: asProblem(error, document.input) }];
    }
    const items: Read[] = [];
    for (const report of reports) {
      const sentences = await timed(spent, "parsing", () => language.parse(report.text, report.blocks));
      const reading = await timed(spent, "reading", () => read(report, sentences));
      items.push({ document, report, reading });
    }
    return items;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function timed<T>(spent: Map<Stage, Spent>, stage: Stage, step: () => T | Promise<T>): Promise<T> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  try {
    return await step();
  } finally {
    const wall = performance.now() - from;
    const { user, system } = process.cpuUsage(cpu);
    const one = spent.get(stage)!;
    one.wall += wall;
    one.cpu += (user + system) / 1000;
  }
}

function sum(all: readonly Spent[]): Spent {
  return all.reduce((so, one) => ({ wall: so.wall + one.wall, cpu: so.cpu + one.cpu }), { wall: 0, cpu: 0 });
}

/** The example's pages over and over, each round with other names for all who are invented. Gives the folder. */
function inventedPages(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  const example = fileURLToPath(new URL("../example/", import.meta.url));
  const pages = readdirSync(join(example, "reports")).filter((name) => name.endsWith(".html"));
  const cast = JSON.parse(readFileSync(join(example, "cast.json"), "utf8")) as Record<
    string,
    object | string
  >;
  const names = new Set(
    ["persons", "journalists", "places"].flatMap((kind) =>
      Object.keys(cast[kind] ?? {}).flatMap((name) => name.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []),
    ),
  );
  for (let i = 0; i < count; i++) {
    const round = Math.floor(i / pages.length);
    const page = pages[i % pages.length]!;
    const html = readFileSync(join(example, "reports", page), "utf8").replace(/\p{Lu}\p{Ll}{3,}/gu, (word) =>
      round > 0 && names.has(word) ? otherName(word, round) : word,
    );
    writeFileSync(join(folder, `${String(i).padStart(5, "0")}-${page}`), html);
  }
  return folder;
}

/** A name of as many letters: consonants for consonants and vowels for vowels, drawn by the name and the round. */
function otherName(name: string, round: number): string {
  const seed = createHash("sha256").update(`${round} ${name}`).digest().readUInt32LE(0);
  const random = randomFrom(seed);
  const letters = name.toLowerCase().replace(/[a-z]/g, (letter) => {
    const kind = /[aeiou]/.test(letter) ? "aeiou" : "bdfgjklmnprstvwz";
    return kind[Math.floor(random() * kind.length)]!;
  });
  return letters[0]!.toUpperCase() + letters.slice(1);
}
