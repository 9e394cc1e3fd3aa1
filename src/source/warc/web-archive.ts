/** Web archives as inputs: WARC files, packed or not, and WACZ, from disk or from the web. */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { constants, inflateRawSync } from "node:zlib";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import { shown } from "../document.ts";
import { fileProblem } from "../file.ts";
import type { SourceOptions } from "../options.ts";
import { captures, type WarcFile } from "./captures.ts";
import { openWacz } from "./wacz.ts";

/** An archive from the web is held in memory; a larger one is fetched by other means and given as a file. */
const largestFetched = 256 * 2 ** 20;
const fetchMs = 10 * 60_000;
const chunkBytes = 256 * 1_024;

/** By its name; else by its first bytes, but for ZIP files, which may be anything. */
export async function isWebArchive(path: string): Promise<boolean> {
  if (isWebArchiveName(path)) return true;
  if (!(await stat(path)).isFile()) return false;
  const kind = kindOf(await headOf(path));
  return kind === "warc" || kind === "arc";
}

export function isWebArchiveAddress(address: string): boolean {
  return URL.canParse(address) && isWebArchiveName(new URL(address).pathname);
}

export function isWebArchiveName(path: string): boolean {
  return named.test(path);
}

const named = /\.(?:warc(?:\.gz)?|wacz|arc(?:\.gz)?)$/i;

/** A file's. Yields what can be read, and a Problem for what can't. */
export async function* webArchive(path: string, options: SourceOptions): AsyncGenerator<Document | Problem> {
  const where = shown(path);
  try {
    yield* webArchiveIn(path, where, options);
  } catch (error) {
    yield error instanceof Problem ? error : fileProblem(error, where);
  }
}

async function* webArchiveIn(
  path: string,
  where: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  // Asked before opening: to open a named pipe would wait for its writer.
  if (!(await stat(path)).isFile()) {
    const message = `${where} is no file: give a web archive as a file`;
    throw new Problem("source", "not-a-file", where, message);
  }
  const head = await headOf(path);
  const bytes = (from = 0) => createReadStream(path, { start: from, highWaterMark: chunkBytes });
  yield* archiveIn(head, { path }, { where, open: bytes, rewinds: true }, path, options);
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.alloc(1_024);
    return buffer.subarray(0, (await handle.read(buffer, 0, buffer.length, 0)).bytesRead);
  } finally {
    await handle.close();
  }
}

/** One at an address. */
export async function* webArchiveAt(
  address: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  // The HTTP client is loaded for those who fetch.
  const { openFetcher } = await import("../http/fetcher.ts");
  const { fetcher = openFetcher({ ...options, robots: false }) } = options;
  try {
    const { timeoutMs = webArchiveAsk.timeoutMs } = options;
    const { bytes } = await fetcher.fetch(address, { ...webArchiveAsk, robots: false, timeoutMs });
    yield* webArchiveOf(bytes, address, options);
  } finally {
    if (options.fetcher === undefined) await fetcher.close();
  }
}

/** How a web archive is asked for. */
export const webArchiveAsk = {
  accept: "application/warc, application/wacz+zip, */*;q=0.5",
  maxBytes: largestFetched,
  timeoutMs: fetchMs,
};

/** One that an address has answered with. */
export async function* webArchiveOf(
  bytes: Uint8Array,
  address: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  const file: WarcFile = { where: shown(address), open: (from = 0) => chunked(bytes, from), rewinds: true };
  yield* archiveIn(Buffer.from(bytes.subarray(0, 1_024)), { bytes }, file, address, options);
}

async function* archiveIn(
  head: Buffer,
  whole: { readonly path: string } | { readonly bytes: Uint8Array },
  file: WarcFile,
  input: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  const kind = kindOf(head);
  const problem = (code: string, what: string) =>
    new Problem("source", code, file.where, `${file.where} ${what}`);
  if (head.length === 0) yield problem("empty", "is empty: save or fetch the web archive again");
  else if (kind === "arc")
    yield problem(
      "arc",
      "is an ARC file, the format before WARC, which is not read: convert it to WARC (arc2warc)",
    );
  else if (kind === "zip") {
    const wacz = await openWacz(whole, file.where);
    try {
      yield* captures(wacz.files(), input, options);
    } finally {
      wacz.close();
    }
  } else if (kind === "warc" || kind === "gzip") yield* captures(one(file), input, options);
  else yield problem("no-warc", "is no WARC or WACZ file, though its name says so: give a web archive");
}

type Kind = "warc" | "arc" | "zip" | "gzip" | undefined;

/** By the first bytes; a gzip file whose beginning can't be unpacked may still hold records further on. */
function kindOf(head: Buffer): Kind {
  if (head.readUInt16BE !== undefined && head.length >= 4 && head.toString("latin1", 0, 2) === "PK")
    return "zip";
  if (head[0] !== 0x1f || head[1] !== 0x8b) return plainKind(head);
  return plainKind(unpackedHead(head)) ?? "gzip";
}

function plainKind(head: Buffer): Kind {
  const start = head.toString("latin1", 0, 64).trimStart();
  return start.startsWith("WARC/") ? "warc" : start.startsWith("filedesc://") ? "arc" : undefined;
}

/** The first plain bytes of a gzip member without optional fields, which is how web archives are packed. */
function unpackedHead(head: Buffer): Buffer {
  try {
    const extra = ((head[3] ?? 0) & 4) === 0 ? 0 : 2 + head.readUInt16LE(10);
    return inflateRawSync(head.subarray(10 + extra), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

async function* one<T>(item: T): AsyncGenerator<T> {
  yield item;
}

async function* chunked(bytes: Uint8Array, from: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
