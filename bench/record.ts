/**
 * The record over many reports of an invented world (synthetic/world.ts), each with what a reader would find in it.
 *
 * - growth: the processor time of one more report, when so many are there, and what they take in memory.
 *   `--growth 10000,100000,1000000` (whole thousands; a million needs some 8 GB: NODE_OPTIONS=--max-old-space-size=8000)
 * - opening: the record as known at past moments and as of past days, in a process that has the situation open; and from
 *   the store, with all compared anew, and by a process that finds what another worked out. `--open 5000`
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { situationPages } from "../src/cli/pages.ts";
import { situationRecord } from "../src/pipeline.ts";
import { RecordHistory } from "../src/record/record.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { type Told, world } from "./synthetic/world.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    growth: { type: "string", default: "10000,100000" },
    open: { type: "string", default: "5000" },
    moments: { type: "string", default: "40" },
    /** A folder whose situation is opened, and nothing else. */
    opened: { type: "string" },
  },
});

/** Reports over which the time of one is averaged: the last tenth, so that collecting garbage and growing tables count. */
const averagedOf = (count: number) => Math.max(4_000, count / 10);
/** Reports that are made at a time, whose making does not count. */
const batch = 500;
const situation = "invented";

if (values.opened === undefined) {
  console.log(heading("record"));
  growth(values.growth.split(",").map(Number));
  await opening(Number(values.open), Number(values.moments));
} else console.log(await openedIn(values.opened));

function growth(counts: readonly number[]): void {
  const history = new RecordHistory();
  const rows: string[][] = [];
  const coming = world(Math.max(...counts));
  let count = 0;
  let first: number | undefined;
  let took = 0;
  for (;;) {
    const some = taken(coming, batch);
    if (some.length === 0) break;
    if (counts.some((most) => count === most - averagedOf(most))) took = 0;
    const began = processor();
    for (const { report, reading } of some) history.add([report], [reading]);
    took += processor() - began;
    count += some.length;
    if (!counts.includes(count)) continue;
    const each = took / averagedOf(count);
    first ??= each;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    rows.push([
      count.toLocaleString("en"),
      each.toFixed(3),
      (each / first).toFixed(2),
      `${((heapUsed + arrayBuffers) / 1e6).toFixed(0)} MB`,
    ]);
  }
  console.log(
    table(
      [
        { title: "reports there", right: true },
        { title: "one more, ms of processor time", right: true },
        { title: "of the first", right: true },
        { title: "memory", right: true },
      ],
      rows,
    ),
  );
}

function taken<T>(from: Iterator<T>, most: number): T[] {
  const some: T[] = [];
  while (some.length < most) {
    const next = from.next();
    if (next.done === true) break;
    some.push(next.value);
  }
  return some;
}

/** Near .4 of them, and without a common divisor, so that each comes once. */
function stepOf(moments: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let step = Math.max(1, Math.round(0.4 * moments));
  while (divides(step, moments) !== 1) step++;
  return step;
}

async function opening(count: number, moments: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-record-"));
  const reports: Told[] = [...world(count)];
  let store = await openStore({ folder });
  await store.addSituation({ id: situation, title: "Invented", createdAt: reports[0]!.report.fetchedAt });
  for (let i = 0; i < reports.length; i += 500) await keep(store, reports.slice(i, i + 500));
  await store.close();

  store = await openStore({ folder });
  const cold = await timed(() => shown(store, {}));
  const known: number[] = [];
  const public_: number[] = [];
  // Spread over the whole life, each far from the last.
  const step = stepOf(moments);
  for (let i = 0; i < moments; i++) {
    const { fetchedAt, published } = reports[((i * step) % moments) * Math.floor(count / moments)]!.report;
    known.push(await timed(() => situationRecord(store, situation, { knownAt: fetchedAt })));
    public_.push(await timed(() => situationRecord(store, situation, { asOf: published!.value })));
  }
  const page = await timed(() => shown(store, { knownAt: reports[count >> 1]!.report.fetchedAt }));
  await store.close();
  const another = execFileSync(process.execPath, [import.meta.filename, "--opened", folder]);
  rmSync(folder, { recursive: true });
  console.log(
    table(
      [
        { title: `a situation of ${count.toLocaleString("en")} reports` },
        { title: "ms of processor time", right: true },
        { title: "bar", right: true },
      ],
      [
        ["opened first, with all that its page shows, all compared anew", cold.toFixed(0), ""],
        ["the same by another process, once it was opened", Number(another).toFixed(0), "2,000"],
        ["as known at a past moment: median", at(known, 0.5), ""],
        ["95 of a hundred", at(known, 0.95), "200"],
        ["as of a past day: median", at(public_, 0.5), ""],
        ["95 of a hundred", at(public_, 0.95), "200"],
        ["all that its page shows, as known half way", page.toFixed(0), ""],
      ],
    ),
  );
}

/** How long a process that has just begun takes to open what another had open before. */
async function openedIn(folder: string): Promise<number> {
  const store = await openStore({ folder });
  const took = await timed(() => shown(store, {}));
  await store.close();
  return took;
}

async function shown(store: Store, when: { readonly knownAt?: string }): Promise<void> {
  JSON.stringify(await situationPages(store)(situation, when));
}

async function keep(store: Store, told: readonly Told[]): Promise<void> {
  await store.transaction(async (write) => {
    for (const { report, reading } of told) {
      const { document: sha256, input, fetchedAt, text } = report;
      await write.addDocument({ sha256, bytes: Buffer.from(text), input, fetchedAt });
      await write.addReport(report);
      await write.addReading(reading);
      await write.addToSituation(situation, [report.id], fetchedAt);
    }
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = processor();
  await work();
  return processor() - began;
}

/** Milliseconds of this process's processor time: what else runs on the machine plays no part. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0);
}
