/**
 * Kills the real command with SIGKILL at random moments while it adds reports, and asks each time: is all still there
 * that was there before, does the store verify, are the revisions those that the archive gives? The seed says when it is
 * killed; the same seed gives the same moments.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { situationRecord } from "../../src/pipeline.ts";
import { rebuild, recordHash } from "../../src/rebuilding.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { verifyArchive } from "../../src/store/verify.ts";
import { verifyLedger } from "../../src/store/verify-ledger.ts";
import { verifyReferences } from "../../src/store/verify-references.ts";
import { correct } from "../../src/work/correcting.ts";

export interface CrashOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface Crashed {
  /** Rounds in which the process was killed before it was done. */
  readonly killed: number;
  /** Of these, those in which some reports of the round were kept and others not. */
  readonly between: number;
  readonly reports: number;
  /** One line for each thing that was wrong. */
  readonly faults: readonly string[];
}

const bin = fileURLToPath(new URL("../../bin/sitrep.js", import.meta.url));
/** More than are kept in one transaction: some rounds end between two. */
const perRound = 20;
/** Rounds on one store, so that its revisions are made again in a moment. */
const perStore = 10;
/** Milliseconds from the first sign of life until the process is killed, at most; most are killed early. */
const longest = 700;

export async function crash({ rounds, seed, say = () => {} }: CrashOptions): Promise<Crashed> {
  const random = generator(seed);
  const folder = mkdtempSync(join(tmpdir(), "sitrep-crash-"));
  const faults: string[] = [];
  let [killed, between, reports] = [0, 0, 0];
  try {
    for (let first = 0; first < rounds; first += perStore) {
      const data = join(folder, `data-${first}`);
      const batches: string[] = [];
      for (let round = first; round < Math.min(rounds, first + perStore); round++) {
        const batch = batchOf(folder, round);
        batches.push(batch);
        const seen = await addAndKill(data, batch, Math.floor(random() ** 2 * longest));
        const found = await faultsOf(data, seen.reports, random() < 0.3);
        if (seen.wasKilled) killed++;
        if (found.added > 0 && found.added < perRound) between++;
        for (const fault of found.faults) faults.push(`seed ${seed}, round ${round}: ${fault}`);
        const state = seen.wasKilled ? "killed" : "done";
        say(`round ${round}: ${state} at ${found.reports} reports, ${found.faults.length} faults`);
      }
      const end = await faultsAtEnd(data, batches);
      reports += end.reports;
      for (const fault of end.faults)
        faults.push(`seed ${seed}, after round ${first + perStore - 1}: ${fault}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { killed, between, reports, faults };
}

/** Reports that a reader had seen before the process ended: what is acknowledged. */
async function addAndKill(
  data: string,
  batch: string,
  after: number,
): Promise<{ reports: ReadonlySet<string>; wasKilled: boolean }> {
  const child = spawn(process.execPath, [bin, "add", "coast", batch, "--data", data, "--workers", "0"], {
    stdio: "ignore",
    env: { ...process.env, DATABASE_URL: "" },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  const before = (await seenIn(data)).size;
  // From the first report on, which is there a moment before the others.
  while (!isEnded && (await seenIn(data)).size === before) await pause(25);
  await pause(after);
  const reports = await seenIn(data);
  child.kill("SIGKILL");
  return { reports, wasKilled: (await ended) === null };
}

/** What another process reads of the store now; nothing while there is none. */
async function seenIn(data: string): Promise<ReadonlySet<string>> {
  try {
    const store = await openStore({ folder: data, readOnly: true });
    try {
      return new Set((await store.reports({ situation: "coast" })).map(({ id }) => id));
    } finally {
      await store.close();
    }
  } catch {
    return new Set();
  }
}

interface Found {
  readonly faults: readonly string[];
  readonly reports: number;
  readonly added: number;
}

async function faultsOf(data: string, seen: ReadonlySet<string>, isCorrected: boolean): Promise<Found> {
  const store = await openStore({ folder: data });
  try {
    const faults: string[] = [];
    const there = await store.reports({ situation: "coast" });
    const ids = new Set(there.map(({ id }) => id));
    for (const id of seen) if (!ids.has(id)) faults.push(`report ${id} was there and is lost`);
    for (const { id } of there) {
      const reading = await store.reading(id);
      if (reading === undefined) faults.push(`report ${id} is there without its reading`);
    }
    faults.push(...(await wrongIn(store)));
    // So that corrections are there as well when the next one is killed.
    const { record } = await situationRecord(store, "coast");
    const [entry] = record.entries;
    if (isCorrected && entry !== undefined) {
      const note = { kind: "note", entry: entry.id, text: `after ${ids.size} reports` } as const;
      await correct(store, "coast", note, { by: "Ana Ruiz", now: () => "2031-01-01T00:00:00Z" });
    }
    const latest = there
      .map(({ fetchedAt }) => fetchedAt)
      .sort()
      .at(-1);
    const added = there.filter(({ fetchedAt }) => fetchedAt === latest).length;
    return { faults, reports: ids.size, added };
  } finally {
    await store.close();
  }
}

async function wrongIn(store: Store): Promise<string[]> {
  const faults: string[] = [];
  for (const found of [verifyLedger(store), verifyReferences(store), verifyArchive(store)])
    for await (const fault of found) faults.push(fault);
  const { stored, rebuilt, extra, lacking } = await rebuild(store, "coast");
  if (stored !== rebuilt)
    faults.push(
      `its revisions are not those of its rebuild: ${extra.length} too many, ${lacking.length} too few`,
    );
  return faults;
}

/** What broke off is done again: the record must be that of a store whose process nobody killed. */
async function faultsAtEnd(data: string, batches: readonly string[]): Promise<Found> {
  const whole = `${data}-whole`;
  for (const folder of [data, whole])
    await run("add", "coast", ...batches, "--data", folder, "--workers", "0");
  const [one, other] = [await openStore({ folder: data }), await openStore({ folder: whole })];
  try {
    const faults = await wrongIn(one);
    const { entries, origins, reports } = (await situationRecord(one, "coast")).record;
    const expected = (await situationRecord(other, "coast")).record;
    const plain = entries.map(({ notes: _, ...entry }) => entry);
    const is = recordHash({ ...expected, entries: plain, origins, reports });
    if (is !== recordHash(expected)) faults.push("its record is not that of a store that nobody killed");
    const told = async (store: Store) => new Set((await store.revisions("coast")).map(({ id }) => id));
    const [mine, theirs] = [await told(one), await told(other)];
    for (const id of theirs) if (!mine.has(id)) faults.push(`revision ${id} is lacking at the end`);
    return { faults, reports: reports.length, added: 0 };
  } finally {
    await one.close();
    await other.close();
  }
}

async function run(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [bin, ...args], {
    stdio: "ignore",
    env: { ...process.env, DATABASE_URL: "" },
  });
  await new Promise((resolve) => child.on("close", resolve));
}

/** Invented reports of a day, each of a port of its own; some of them copies. */
function batchOf(folder: string, round: number): string {
  const batch = join(folder, `batch-${round}`);
  mkdirSync(batch);
  const day = `2031-${String(1 + (round % 12)).padStart(2, "0")}-${String(1 + (round % 28)).padStart(2, "0")}`;
  const date = `${String(2031 + Math.floor(round / 12))}${day.slice(4)}`;
  const documents = Array.from({ length: perRound }, (_, i) => {
    const port = `${names[i % names.length]} ${round}`;
    const copied = i % 4 === 3 ? i - 1 : i;
    const text = `The navy sent ${copied + 2} boats out of Port ${port.split(" ")[0]} on ${date}, the ministry said. It killed ${copied + 3} people there, residents of the island said. It may send more next week, an official of the harbour said.`;
    writeFileSync(
      join(batch, `${i}.html`),
      `<html lang="en"><head><title>Boats leave Port ${port}</title><meta property="article:published_time" content="${date}T06:00:00Z"><meta property="og:site_name" content="Herald ${i}"></head><body><article><h1>Boats leave Port ${port}</h1><p>${text}</p><p>${text.replace("sent", "had sent")}</p></article></body></html>`,
    );
    return { file: `${i}.html`, url: `https://herald${i}.example/${round}`, fetchedAt: `${date}T08:00:00Z` };
  });
  writeFileSync(join(batch, "manifest.json"), JSON.stringify({ documents }));
  return batch;
}

const names = ["Arlen", "Beira", "Corvo", "Delos", "Elbin", "Faro", "Gavran", "Holm"];

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
