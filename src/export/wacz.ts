/**
 * The archive, or a situation's part of it, as WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): WARC records
 * with an index and a list of pages, which ReplayWeb.page and pywb show. Written as it is read, record by record.
 */
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { getSurt } from "warcio/utils";
import { ZipFile } from "yazl";
import type { Report } from "../model/report.ts";
import type { Capture, Store } from "../store/store.ts";
import { recordId, targetUri } from "../store/warc.ts";
import { type Chosen, warcMembers } from "./warc.ts";

export interface WaczOptions extends Chosen {
  readonly title?: string;
  /** When the file is made, ISO 8601 in UTC. */
  readonly created: string;
  /** Name and version of what makes it. */
  readonly software: string;
  /** Called after each record. */
  readonly step?: () => void;
}

/** The file as it comes. The stream fails where the archive does. */
export function wacz(store: Store, options: WaczOptions): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const failed = (error: unknown) => out.destroy(error as Error);
  zip.on("error", failed);
  zip.outputStream.on("error", failed);
  zip.outputStream.pipe(out);
  fill(zip, store, options).catch(failed);
  return out;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

const DATA = "data.warc.gz";

async function fill(zip: ZipFile, store: Store, options: WaczOptions): Promise<void> {
  const index = new Index();
  const add = (path: string, compress: boolean, parts: AsyncIterable<Uint8Array>) =>
    entry(zip, path, parts, { compress, mtime: new Date(options.created) });
  try {
    const resources = [
      await add(`archive/${DATA}`, false, records(store, options, index)),
      await add("indexes/index.cdxj", true, index.lines("cdxj")),
      await add("pages/pages.jsonl", true, index.lines("page")),
    ];
    const package_ = JSON.stringify(
      {
        profile: "data-package",
        wacz_version: "1.1.1",
        ...(options.title === undefined ? {} : { title: options.title }),
        created: options.created,
        software: options.software,
        resources,
      },
      null,
      2,
    );
    const { hash } = await add("datapackage.json", true, once(package_));
    await add(
      "datapackage-digest.json",
      true,
      once(JSON.stringify({ path: "datapackage.json", hash }, null, 2)),
    );
    zip.end();
  } finally {
    index.close();
  }
}

async function* records(store: Store, options: WaczOptions, index: Index): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const { bytes, capture } of warcMembers(store, DATA, options)) {
    if (capture !== undefined) {
      index.add("cdxj", cdxj(capture, bytes, offset));
      const page = await pageOf(store, capture);
      if (page !== undefined) index.add("page", `${String(capture.seq).padStart(16, "0")} ${page}`);
    }
    offset += bytes.length;
    yield bytes;
    options.step?.();
  }
}

/** A line of the index: the address turned round, so that what belongs together stands together, the time, the rest. */
function cdxj({ fetch, kind }: Capture, member: Uint8Array, offset: number): string {
  const url = targetUri(fetch);
  const block = {
    url,
    mime: kind === "revisit" ? "warc/revisit" : (fetch.mediaType ?? "application/octet-stream"),
    status: String(fetch.status ?? 200),
    digest: `sha256:${fetch.sha256}`,
    length: String(member.length),
    offset: String(offset),
    filename: DATA,
    recordDigest: `sha256:${createHash("sha256").update(member).digest("hex")}`,
  };
  return `${getSurt(url)} ${fetch.fetchedAt.replace(/\D/g, "").slice(0, 14)} ${JSON.stringify(block)}`;
}

/** A line of the list of pages: one for each time that a page's bytes were first seen. */
async function pageOf(store: Store, { fetch, kind }: Capture): Promise<string | undefined> {
  const url = targetUri(fetch);
  if (kind === "revisit" || !/^https?:/i.test(url)) return undefined;
  const report = lastOf(await store.reports({ document: fetch.sha256 }));
  if (report === undefined) return undefined;
  const id = recordId(fetch).replace(/^<urn:uuid:|>$/g, "");
  return JSON.stringify({ id, url, ts: fetch.fetchedAt, title: report.title ?? url, text: report.text });
}

/** Of a document's reports the first that its last extractor made: of a live blog what stands beside its entries. */
function lastOf(reports: readonly Report[]): Report | undefined {
  const extractor = reports.at(-1)?.extractor;
  const made = reports.filter((report) => report.extractor === extractor);
  return made.find(({ partOf }) => partOf === undefined) ?? made[0];
}

const pagesHead = '{"format":"json-pages-1.0","id":"pages","title":"All Pages"}';

/** Lines to be sorted: in a temporary database that SQLite keeps on disk, as they may be many. */
class Index {
  readonly #database = new DatabaseSync("");
  readonly #insert;

  constructor() {
    this.#database.exec("pragma journal_mode = off; create table line (file text, line text)");
    this.#database.exec("begin");
    this.#insert = this.#database.prepare("insert into line values (?, ?)");
  }

  add(file: "cdxj" | "page", line: string): void {
    this.#insert.run(file, line);
  }

  /** In the order of their bytes, as readers search them by halves. */
  async *lines(file: "cdxj" | "page"): AsyncGenerator<Uint8Array> {
    if (file === "page") yield Buffer.from(`${pagesHead}\n`);
    const sorted = this.#database.prepare("select line from line where file = ? order by line");
    for (const { line } of sorted.iterate(file)) {
      const text = String(line);
      yield Buffer.from(`${file === "page" ? text.slice(17) : text}\n`);
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** Puts a file into the ZIP; when it is in, gives what the package says of it. */
async function entry(
  zip: ZipFile,
  path: string,
  parts: AsyncIterable<Uint8Array>,
  options: { readonly compress: boolean; readonly mtime: Date },
): Promise<Resource> {
  const hash = createHash("sha256");
  let size = 0;
  async function* counted() {
    for await (const part of parts) {
      hash.update(part);
      size += part.length;
      yield part;
    }
  }
  const stream = Readable.from(counted(), { objectMode: false });
  zip.addReadStream(stream, path, options);
  await finished(stream);
  return { name: path.split("/").at(-1)!, path, hash: `sha256:${hash.digest("hex")}`, bytes: size };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
