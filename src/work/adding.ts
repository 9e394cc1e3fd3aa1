/** Reports that somebody hands to a server: files as bytes, and addresses of pages; read into a situation as `sitrep add` does. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Document } from "../model/document.ts";
import type { Outcome } from "../model/outcome.ts";
import { Problem } from "../model/problem.ts";
import { type DocumentPool, type Failed, ingestRead, type Read } from "../pipeline.ts";
import { shown } from "../source/document.ts";
import { documents, type SourceOptions } from "../source/documents.ts";
import type { Store } from "../store/store.ts";
import { telling } from "./telling.ts";

/** One file: what whoever hands it over calls it, which is never used as a path. */
export interface Handed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ToAdd {
  readonly situation: string;
  readonly files: readonly Handed[];
  /** http and https alone. */
  readonly addresses: readonly string[];
  /** Publication time for reports that state none: an ISO date. */
  readonly published?: string;
}

export interface AddingDeps {
  readonly store: Store;
  readonly pool: DocumentPool;
  /** How addresses are fetched. */
  readonly source: SourceOptions;
}

/** What became of each, in order; a file of many reports has many outcomes. Never throws for what one input holds. */
export async function addReports(
  { store, pool, source }: AddingDeps,
  { situation, files, addresses, published }: ToAdd,
): Promise<Outcome[]> {
  const of = files.length + addresses.length;
  const told = telling(store, { what: "adding", situation, of }, source.now);
  const options = published === undefined ? {} : { published };
  try {
    const outcomes: Outcome[] = [];
    const coming = documentsOf(files, addresses, source);
    for await (const outcome of ingestRead(store, situation, readOf(coming, pool, options), source.now)) {
      outcomes.push(outcome);
      told.step(outcome.ok);
    }
    await told.end();
    return outcomes;
  } catch (error) {
    await told.end(error);
    throw error;
  }
}

async function* readOf(
  coming: AsyncIterable<Document | Problem>,
  pool: DocumentPool,
  options: { readonly published?: string },
): AsyncGenerator<Read | Failed> {
  for await (const document of coming) {
    if (document instanceof Problem) yield { problem: document };
    else yield* await pool.read(document, options);
  }
}

async function* documentsOf(
  files: readonly Handed[],
  addresses: readonly string[],
  source: SourceOptions,
): AsyncGenerator<Document | Problem> {
  if (files.length > 0) yield* ofFiles(files, source);
  for (const address of addresses) {
    if (isWebAddress(address)) yield* documents(address, source);
    else {
      const message = `"${address.slice(0, 200)}" is no address of a page: give one that begins with http:// or https://`;
      yield new Problem("source", "scheme", address.slice(0, 200), message);
    }
  }
}

/** Archives and mailboxes are opened as files, so each is laid down once, under a name of ours, and taken away again. */
async function* ofFiles(files: readonly Handed[], source: SourceOptions): AsyncGenerator<Document | Problem> {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-added-"));
  try {
    for (const [i, { name, bytes }] of files.entries()) {
      const path = join(folder, `${i}${endingOf(name)}`);
      await writeFile(path, bytes, { flag: "wx" });
      const called = shown(name) || "unnamed file";
      for await (const found of documents(path, source)) yield calledBy(found, path, called);
      await rm(path);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What its name ends in says what a file without a mark of its own is ("page.html", "mails.mbox", "crawl.warc.gz"). */
function endingOf(name: string): string {
  const last = extname(name);
  const ending = last.toLowerCase() === ".gz" ? extname(name.slice(0, -last.length)) + last : last;
  return /^(?:\.[a-z0-9]{1,8}){1,2}$/iu.test(ending) ? ending : "";
}

/** By the name that it was handed over with, not by where it lay for a moment. */
function calledBy(found: Document | Problem, path: string, name: string): Document | Problem {
  const named = (text: string) => text.replaceAll(path, name);
  if (found instanceof Problem) {
    return new Problem(found.stage, found.code, named(found.where), named(found.message), found.cause);
  }
  return { ...found, input: named(found.input) };
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ["http:", "https:"].includes(new URL(address).protocol);
}
