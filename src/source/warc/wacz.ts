/**
 * The WARC files in a WACZ, which is a ZIP file (WACZ 1.1.1). Nothing is unpacked to disk, so that names within it are
 * data and lead nowhere.
 */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { Problem } from "../../model/problem.ts";
import type { WarcFile } from "./captures.ts";

/** More would be no archive of pages but an attack. */
const mostEntries = 100_000;

export interface Wacz {
  files(): AsyncGenerator<WarcFile>;
  close(): void;
}

/** Throws Problem where it is no ZIP file that can be read. */
export async function openWacz(
  whole: { readonly path: string } | { readonly bytes: Uint8Array },
  where: string,
): Promise<Wacz> {
  // Names stay bytes: those that would lead out of a folder are no reason to refuse the file.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  let zip: ZipFile;
  try {
    zip = await ("path" in whole
      ? openPromise(whole.path, options)
      : fromBufferPromise(Buffer.from(whole.bytes), options));
  } catch (error) {
    throw zipProblem(error, where);
  }
  return { files: () => filesIn(zip, where), close: () => zip.close() };
}

async function* filesIn(zip: ZipFile, where: string): AsyncGenerator<WarcFile> {
  const entries = await entriesOf(zip, where);
  const archives = entries.filter(({ fileNameRaw }) =>
    /\.warc(?:\.gz)?$/i.test(fileNameRaw.toString("latin1")),
  );
  if (archives.length === 0) {
    const message = `${where} holds no WARC file: give a WACZ file, or the pages by themselves`;
    throw new Problem("source", "no-warc", where, message);
  }
  for (const entry of archives) {
    if (entry.isEncrypted()) {
      const message = `${where} is encrypted: unlock it and save it without a password`;
      throw new Problem("source", "encrypted", where, message);
    }
    // Stored as it is, as the standard asks, it can be read from any place on.
    const rewinds = entry.compressionMethod === 0;
    yield { where, rewinds, open: (from = 0) => bytesOf(zip, entry, from, where) };
  }
}

/** The list at the file's end, all of it: short lines, bounded in number. */
async function entriesOf(zip: ZipFile, where: string): Promise<Entry[]> {
  if (zip.entryCount > mostEntries) throw zipProblem(new Error("has too many entries"), where);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw zipProblem(error, where);
  }
  return entries;
}

async function* bytesOf(zip: ZipFile, entry: Entry, from: number, where: string): AsyncGenerator<Uint8Array> {
  try {
    yield* (await zip.openReadStreamPromise(
      entry,
      from === 0 ? {} : { start: from },
    )) as AsyncIterable<Buffer>;
  } catch (error) {
    throw zipProblem(error, where);
  }
}

function zipProblem(error: unknown, where: string): Problem {
  if (error instanceof Problem) return error;
  const said = error instanceof Error ? error.message : String(error);
  const [code, what] = /multi-disk/i.test(said)
    ? (["split", "is one part of a split ZIP file: join the parts first"] as const)
    : /encrypt/i.test(said)
      ? (["encrypted", "is encrypted: unlock it and save it without a password"] as const)
      : (["broken-zip", "is a damaged or incomplete ZIP file: save or fetch it again"] as const);
  return new Problem("source", code, where, `${where} ${what}`, error);
}
