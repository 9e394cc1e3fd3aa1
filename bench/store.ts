/**
 * `npm run bench -- store [reports]`: how fast the store opens, keeps and finds, on SQLite and on a PostgreSQL of
 * its own (commits wait for the disk on both). The reports are made of words drawn as in real text: a few very
 * common, most of them rare.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "../src/model/document.ts";
import type { Report } from "../src/model/report.ts";
import { openStore, type Where } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { documentOf, readingOf, reportOf } from "../test/store/archive.ts";
import { command, startPostgres } from "../test/store/postgres.ts";
import { heading, median, table } from "./table.ts";

const reports = Number(process.argv[2] ?? 20_000);
const WORDS = 400;
const BATCH = 100;
const SINGLE = 200;
const PAGES = 1_000;
/** Different words in the reports. */
const VOCABULARY = 30_000;
/** Rows that one report makes: content, document, report, its index, reading, membership, outcome. */
const ROWS = 7;

console.log(heading("store"));
console.log(`${reports.toLocaleString("en")} reports of ${WORDS} words\n`);

const folder = mkdtempSync(join(tmpdir(), "sitrep-bench-"));
const server = await startPostgres({ durable: true });
try {
  const sqlite = await measure({ folder: join(folder, "data") }, async () => size(join(folder, "data")));
  const url = await server.database();
  const postgres = await measure({ url }, async () => {
    const [row] = await command(url, "select pg_database_size(current_database()) as size");
    return Number(row!.size);
  });
  const rows = [...sqlite].map(([what, value]) => [what, value, postgres.get(what) ?? ""]);
  console.log(
    table([{ title: "what" }, { title: "SQLite", right: true }, { title: "PostgreSQL", right: true }], rows),
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(where: Where, bytes: () => Promise<number>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let store!: Store;
  found.set("create, ms", (await time(async () => (store = await openStore(where)))).toFixed(0));

  const random = generator(1);
  await store.addSituation({ id: "all", title: "All", createdAt: "2031-03-01T08:00:00Z" });
  await store.addSituation({ id: "few", title: "A few", createdAt: "2031-03-01T08:00:00Z" });
  let took = 0;
  for (let first = 0; first < reports; first += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, reports - first) }, (_, i) => make(first + i, random));
    took += await time(async () => {
      await store.transaction(async (write) => {
        for (const one of made) await add(write, one);
      });
    });
  }
  found.set(
    `reports kept/s, ${BATCH} a transaction`,
    Math.round((reports / took) * 1_000).toLocaleString("en"),
  );
  found.set("rows/s, the same", Math.round((reports / took) * 1_000 * ROWS).toLocaleString("en"));

  const more = Array.from({ length: SINGLE }, (_, i) => make(reports + i, random));
  const single = await time(async () => {
    for (const one of more) await store.transaction((write) => add(write, one));
  });
  found.set("reports kept/s, one a transaction", Math.round((SINGLE / single) * 1_000).toLocaleString("en"));
  const outcome = { input: "a.html", at: "2031-03-01T08:00:00Z", ok: true };
  const outcomes = await time(async () => {
    for (let i = 0; i < SINGLE; i++) await store.addOutcome(outcome);
  });
  found.set(
    "outcomes kept/s, one a transaction",
    Math.round((SINGLE / outcomes) * 1_000).toLocaleString("en"),
  );

  for (const batch of [BATCH, 1]) {
    const pages = Array.from({ length: PAGES }, (_, i) => page(`${batch}-${i}`, random));
    const kept = await time(async () => {
      for (let first = 0; first < PAGES; first += batch) {
        await store.transaction(async (write) => {
          for (const one of pages.slice(first, first + batch)) await write.addDocument(one);
        });
      }
    });
    const rate = Math.round((PAGES / kept) * 1_000).toLocaleString("en");
    found.set(`pages of 60 kB kept/s, ${batch === 1 ? "one" : batch} a transaction`, rate);
    const read = await time(async () => {
      for (const { sha256 } of pages) await store.document(sha256);
    });
    if (batch === 1)
      found.set("pages of 60 kB read back/s", Math.round((PAGES / read) * 1_000).toLocaleString("en"));
  }

  await store.close();
  const opens = [];
  for (let i = 0; i < 5; i++) {
    opens.push(await time(async () => (store = await openStore(where))));
    if (i < 4) await store.close();
  }
  found.set("open again, ms", median(opens).toFixed(0));

  const searches: [string, string, object?][] = [
    ["a rare word", word(VOCABULARY - 500)],
    ["a common word", word(30)],
    ["a very common word", word(0)],
    ["two common words", `${word(30)} ${word(40)}`],
    ["two common words in a row", `"${word(3)} ${word(5)}"`],
    ["a common word, of 100 reports", word(30), { situation: "few" }],
  ];
  for (const [what, text, query] of searches) {
    const times = [];
    for (let i = 0; i < 15; i++) times.push(await time(() => store.search(text, query)));
    found.set(`search p50, ${what}, ms`, median(times).toFixed(1));
  }
  found.set("report by id, ms", (await p50(() => store.report("r77"))).toFixed(2));
  found.set(
    "100 reports of a situation, ms",
    (await p50(() => store.reports({ situation: "few" }))).toFixed(1),
  );
  found.set("100 readings of a situation, ms", (await p50(() => store.readings("few"))).toFixed(1));
  found.set("version of a situation of 100 reports, ms", (await p50(() => store.version("few"))).toFixed(2));
  found.set("version of one of all reports, ms", (await p50(() => store.version("all"))).toFixed(1));
  await store.close();
  found.set("size, MB", ((await bytes()) / 1e6).toFixed(0));
  return found;
}

/** A page as news sites serve them: a tenth of it text, the rest markup that is much alike. */
function page(name: string, random: () => number): Document {
  let html = `<!doctype html><title>${name}</title>`;
  for (let i = 0; html.length < 60_000; i++) {
    const [a, b, c] = [text(random, 1), text(random, 1), Math.floor(random() * 1e6)];
    html += `<div class="card card--${a} js-${i}" data-id="${c}"><a href="/news/${b}/${c}.html" data-track='{"position":${i},"module":"${a}"}'><img loading="lazy" src="https://images.paper.example/${c}/${b}.jpg?w=320&q=75" alt=""></a>`;
    html += `<p class="card__text">${text(random, 12)}</p></div>\n`;
  }
  return documentOf(html, {
    input: `https://paper.example/${name}`,
    url: `https://paper.example/${name}`,
    headers: { "content-type": "text/html; charset=utf-8", date: "Sat, 01 Mar 2031 08:00:00 GMT" },
  });
}

interface Made {
  readonly document: Document;
  readonly report: Report;
  readonly situations: readonly string[];
}

function make(i: number, random: () => number): Made {
  const document = documentOf(`${i} ${text(random)}`, { input: `${i}.txt` });
  const report = reportOf(document, { id: `r${i}`, title: text(random, 8) });
  return { document, report, situations: i < 100 ? ["all", "few"] : ["all"] };
}

async function add(write: Store, { document, report, situations }: Made): Promise<void> {
  await write.addDocument(document);
  await write.addReport(report);
  await write.addReading(readingOf(report));
  for (const situation of situations) await write.addToSituation(situation, [report.id], document.fetchedAt);
  await write.addOutcome({ input: document.input, at: document.fetchedAt, ok: true, report: report.id });
}

/** Words by Zipf's law: the word of rank r comes about 1/r as often as the first. */
function text(random: () => number, words = WORDS): string {
  const parts = [];
  for (let i = 0; i < words; i++) parts.push(word(Math.floor(VOCABULARY ** random()) - 1));
  return `${parts.join(" ")}.`;
}

/** A made-up word for a rank. */
function word(rank: number): string {
  const syllables = ["ba", "ko", "ri", "du", "se", "mo", "la", "ti", "ne", "fu"];
  return [...String(rank + 7)].map((digit) => syllables[Number(digit)]).join("");
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function p50(work: () => Promise<unknown>): Promise<number> {
  const times = [];
  for (let i = 0; i < 15; i++) times.push(await time(work));
  return median(times);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function size(where: string): number {
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
