/** `sitrep archive`: what was fetched, listed, given to other tools, proved whole. */
import { createWriteStream, existsSync, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { wacz } from "../export/wacz.ts";
import { warcMembers } from "../export/warc.ts";
import { Problem } from "../model/problem.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { verifyArchive } from "../store/verify.ts";
import { storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";
import { version } from "./version.ts";

interface DataOption {
  readonly data: string;
}

/** The captures of an address, or all, first to last. */
export async function listCommand(
  address: string | undefined,
  { data, json }: DataOption & { readonly json?: boolean },
): Promise<void> {
  await reading(data, async (store) => {
    let found = 0;
    for (let after: number | undefined; ; ) {
      const page = await store.captures({
        limit: 500,
        ...(address === undefined ? {} : { address }),
        ...(after === undefined ? {} : { after }),
      });
      for (const { fetch, kind, place } of page) {
        found++;
        const { rawHeaders: _, headers: __, ...shown } = fetch;
        if (json) console.log(JSON.stringify({ ...shown, kind, place }));
        else {
          const parts = [fetch.fetchedAt, fetch.sha256, fetch.status ?? "  -", (kind ?? "stored").padEnd(8)];
          console.log(printable(`${parts.join("  ")}  ${fetch.finalUrl ?? fetch.url ?? fetch.input}`));
        }
      }
      after = page.at(-1)?.seq;
      if (after === undefined) break;
    }
    if (found === 0 && address !== undefined) {
      const message = `nothing was fetched from ${address.slice(0, 300)}; sitrep archive list shows what was`;
      throw new Problem("store", "no-capture", address, message);
    }
  });
}

export async function exportCommand(
  file: string,
  { data, situation }: DataOption & { readonly situation?: string },
): Promise<void> {
  const write = /\.wacz$/i.test(file) ? asWacz : /\.warc\.gz$/i.test(file) ? asWarc : undefined;
  if (write === undefined) {
    const message = `${file} is neither a .warc.gz nor a .wacz file: name one of these`;
    throw new Problem("store", "bad-name", file, message);
  }
  if (existsSync(file)) {
    throw new Problem("store", "exists", file, `${file} is there already: take it away or name another`);
  }
  await reading(data, async (store) => {
    const title = situation === undefined ? undefined : (await store.situation(situation))?.title;
    if (situation !== undefined && title === undefined) {
      const message = `there is no situation "${situation.slice(0, 80)}"; sitrep brief lists them`;
      throw new Problem("store", "no-situation", situation, message);
    }
    const { documents } = await store.counts(situation);
    const bar = progress(documents, "records");
    let records = 0;
    const step = () => {
      records++;
      bar.step("");
    };
    try {
      await save(file, write(store, { file, situation, title, step }));
    } finally {
      bar.stop();
    }
    // The first record says what wrote the file.
    console.log(`${file}: ${Math.max(0, records - 1)} captures`);
  });
}

/** One line for each fault on standard output, and exit code 1. */
export async function verifyCommand({ data }: DataOption): Promise<void> {
  await reading(data, async (store) => {
    const { documents } = await store.counts();
    const bar = progress(documents, "records");
    let faults = 0;
    let checked = 0;
    for await (const fault of verifyArchive(store, () => {
      checked++;
      bar.step("");
    })) {
      faults++;
      console.log(printable(fault));
    }
    bar.stop();
    console.log(`${checked} captures checked, ${faults} faults`);
    if (faults > 0) process.exitCode = 1;
  });
}

interface Given {
  readonly file: string;
  readonly situation: string | undefined;
  readonly title: string | undefined;
  readonly step: () => void;
}

function asWacz(store: Store, { situation, title, step }: Given): Readable {
  return wacz(store, {
    created: new Date().toISOString(),
    software: `Sitrep ${version}`,
    step,
    ...(situation === undefined ? {} : { situation }),
    ...(title === undefined ? {} : { title }),
  });
}

function asWarc(store: Store, { file, situation, step }: Given): Readable {
  async function* members() {
    const chosen = situation === undefined ? {} : { situation };
    for await (const { bytes } of warcMembers(store, basename(file), chosen)) {
      yield bytes;
      step();
    }
  }
  return Readable.from(members(), { objectMode: false });
}

/** Under its name stands the whole file or none. */
async function save(file: string, bytes: Readable): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(part, { flush: true }));
    await rename(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const { code } = error as { code?: string };
    if (error instanceof Problem || code === undefined) throw error;
    const why = code === "ENOSPC" ? "the disk is full: free some space" : `${code}: name another file`;
    throw new Problem("store", "unwritable", file, `${file} can't be written (${why})`, error);
  }
}

/** Only reads, so it may run beside a server that owns the data folder. */
async function reading(data: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(storeAt(data, true));
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
