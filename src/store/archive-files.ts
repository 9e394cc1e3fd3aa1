/**
 * The archive of a data folder: archive/sitrep-YYYYMMDD-NNNNN.warc.gz, one gzip member a record, only ever appended
 * to. A record is on the disk before the transaction whose rows point to it is kept; what a transaction wrote that
 * was not kept is cut off again. A process that is killed in between leaves records at the end of a file that no row
 * names: when the folder is opened whole ones stay, and one that is torn is cut off, so that every tool can go on
 * reading the file.
 */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import type { Place } from "./dialect.ts";
import { warcinfo } from "./warc.ts";

export interface ArchiveFiles {
  /** Writes behind what is there. `at`, ISO 8601, names the file where a new one is begun. */
  append(member: Uint8Array, at: string): Place;
  /** Throws where the file is missing or ends before. */
  read(place: Place): Uint8Array;
  /** By name; each with its size in bytes. */
  files(): { readonly file: string; readonly size: number }[];
  /** A stretch holds whole records. */
  isWhole(place: Place): boolean;
  /** To be called before the transaction is committed: what was appended is on the disk. */
  sync(): void;
  /** The transaction is kept. */
  kept(): void;
  /** The transaction is not kept: what it appended is cut off. */
  undo(): void;
  close(): void;
}

export const FOLDER = "archive";

interface Current {
  readonly fd: number;
  readonly file: string;
  end: number;
}

/**
 * `indexedEnd` gives where the last record of a file ends that a row names; 0 when none is. With `maxBytes` a file
 * is followed by a new one once it is that large.
 */
export function openArchiveFiles(
  folder: string,
  indexedEnd: (file: string) => number,
  { readOnly = false, maxBytes = MAX_BYTES } = {},
): ArchiveFiles {
  const root = join(folder, FOLDER);
  let current: Current | undefined;
  /** Where the transaction began to write, and the files that it made. */
  let mark: { readonly file: string | undefined; readonly end: number } | undefined;
  let made: string[] = [];
  /** What the last transaction left could not be cut off then. */
  let uncut = false;
  const written = new Set<number>();

  const files = () => namesIn(root).map((file) => ({ file, size: statSync(join(root, file)).size }));

  if (!readOnly) for (const { file, size } of files()) mend(join(root, file), indexedEnd(file), size);

  function last(): Current | undefined {
    const file = namesIn(root).at(-1);
    if (file === undefined) return undefined;
    const fd = openSync(join(root, file), "r+");
    return { fd, file, end: fstatSync(fd).size };
  }

  function begin(at: string): Current {
    mkdirSync(root, { recursive: true });
    const number = 1 + Math.max(0, ...namesIn(root).map(numberOf));
    const day = /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0].replaceAll("-", "") ?? "00000000";
    const file = `sitrep-${day}-${String(number).padStart(5, "0")}.warc.gz`;
    const fd = openSync(join(root, file), "wx+");
    made.push(file);
    const begun = { fd, file, end: 0 };
    written.add(fd);
    write(begun, warcinfo(file, at));
    return begun;
  }

  function write(to: Current, member: Uint8Array): void {
    written.add(to.fd);
    for (let done = 0; done < member.length; ) {
      done += writeSync(to.fd, member, done, member.length - done, to.end + done);
    }
    to.end += member.length;
  }

  function letGo(): void {
    for (const fd of new Set([...written, ...(current === undefined ? [] : [current.fd])])) closeSync(fd);
    written.clear();
    current = undefined;
  }

  function undo(): void {
    if (mark === undefined) return;
    uncut = true;
    letGo();
    for (const file of made) rmSync(join(root, file), { force: true });
    if (mark.file !== undefined) cut(join(root, mark.file), mark.end);
    made = [];
    mark = undefined;
    uncut = false;
  }

  return {
    append(member, at) {
      if (uncut) undo();
      if (mark === undefined) {
        current ??= last();
        mark = { file: current?.file, end: current?.end ?? 0 };
      }
      if (current === undefined || current.end >= maxBytes) {
        if (current !== undefined && !written.has(current.fd)) closeSync(current.fd);
        current = undefined;
        current = begin(at);
      }
      const place = { file: current.file, start: current.end, length: member.length };
      write(current, member);
      return place;
    },

    read({ file, start, length }) {
      const fd = openSync(join(root, file), "r");
      try {
        const bytes = Buffer.allocUnsafe(length);
        if (fill(fd, bytes, start) < length) throw new Error("ends before");
        return bytes;
      } finally {
        closeSync(fd);
      }
    },

    files,

    isWhole({ file, start, length }) {
      const fd = openSync(join(root, file), "r");
      try {
        return wholeUntil(fd, start, start + length) === start + length;
      } finally {
        closeSync(fd);
      }
    },

    sync() {
      for (const fd of written) fdatasyncSync(fd);
      if (made.length > 0) for (const where of [root, folder]) syncFolder(where);
    },

    kept() {
      for (const fd of written) if (fd !== current?.fd) closeSync(fd);
      written.clear();
      made = [];
      mark = undefined;
    },

    undo,
    close: letGo,
  };
}

const MAX_BYTES = 1e9;
const NAME = /^sitrep-\d{8}-(\d{5,})\.warc\.gz$/;

function namesIn(root: string): string[] {
  let names: string[];
  try {
    names = readdirSync(root);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return [];
    throw error;
  }
  return names.filter((name) => NAME.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}

/** Cuts off a record at the end that is not whole. */
function mend(path: string, from: number, size: number): void {
  if (size <= from) return;
  const fd = openSync(path, "r+");
  try {
    const whole = wholeUntil(fd, from, size);
    if (whole < size) ftruncateSync(fd, whole);
  } finally {
    closeSync(fd);
  }
}

function cut(path: string, end: number): void {
  const fd = openSync(path, "r+");
  try {
    ftruncateSync(fd, end);
  } finally {
    closeSync(fd);
  }
}

/** Where the last whole gzip member ends, of those that begin at `from`. */
function wholeUntil(fd: number, from: number, size: number): number {
  let end = from;
  for (;;) {
    const length = memberAt(fd, end, size);
    if (length === undefined) return end;
    end += length;
  }
}

/** Length of the gzip member (as warc.ts writes them, without optional fields) at a place, undefined if none is whole. */
function memberAt(fd: number, start: number, size: number): number | undefined {
  for (let window = 2 ** 20; ; window *= 8) {
    const bytes = Buffer.allocUnsafe(Math.min(window, size - start));
    const there = bytes.subarray(0, fill(fd, bytes, start));
    const length = memberLength(there);
    if (length !== undefined || there.length < window) return length;
  }
}

/** Length of the gzip member that `bytes` begin with; undefined when it is not whole. */
function memberLength(bytes: Buffer): number | undefined {
  if (bytes.length < 18 || bytes.readUInt32BE(0) !== 0x1f8b0800) return undefined;
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(10), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const end = 10 + engine.bytesWritten;
    if (bytes.length < end + 8 || bytes.readUInt32LE(end) !== crc32(buffer)) return undefined;
    return end + 8;
  } catch {
    return undefined;
  }
}

function fill(fd: number, bytes: Uint8Array, start: number): number {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(fd, bytes, done, bytes.length - done, start + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

/** So that the name of a new file outlives a power cut too. */
function syncFolder(where: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(where, "r");
    fsyncSync(fd);
  } catch (error) {
    // Windows opens no folders.
    if (!["EISDIR", "EPERM", "EINVAL"].includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
