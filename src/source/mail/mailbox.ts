/**
 * A mailbox file (mbox, RFC 4155), message by message: never more than one message in memory, however large the
 * file. "From " lines part the messages; a ">" that was put before such lines within them is taken off (mboxrd,
 * which for the usual one ">" is what mboxo means too).
 */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import { documentOf, shown } from "../document.ts";
import { fileProblem } from "../file.ts";
import { mediaTypeOf } from "../kind.ts";
import { defaultMaxBytes, type SourceOptions } from "../options.ts";
import { subjectOf } from "./subject.ts";

/** A mailbox is read this far, then one line says so: bytes after decompression, and messages. */
const maxMailboxBytes = 16 * 2 ** 30;
const maxMessages = 100_000;
/** A longer line is taken in pieces, of which only the first can be a "From " line. */
const longestLine = 65_536;

/** By its name, or, where the name says nothing, by its first line. */
export async function isMailbox(path: string): Promise<boolean> {
  const mediaType = mediaTypeOf(path);
  if (mediaType !== undefined) return mediaType === "application/mbox";
  if (!(await stat(path)).isFile()) return false;
  const handle = await open(path, "r");
  try {
    const head = Buffer.alloc(400);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return isEnvelope(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Yields each message as a document, and a Problem for each that is none or where the file can't be read on. */
export async function* mailbox(path: string, options: SourceOptions): AsyncGenerator<Document | Problem> {
  const where = shown(path);
  try {
    yield* documentsIn(path, where, options);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    yield typeof code === "string" && code.startsWith("Z_")
      ? problem("broken-gzip", where, "is a damaged gzip file: save it again", error)
      : fileProblem(error, where);
  }
}

async function* documentsIn(
  path: string,
  where: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  let count = 0;
  for await (const message of messages(path, where, maxBytes)) {
    if (message instanceof Problem) {
      yield message;
      return;
    }
    count++;
    if (count > maxMessages) {
      yield problem("too-many-messages", where, `holds more than ${maxMessages} messages: split it`);
      return;
    }
    const name = `${path}#${count}`;
    if (message.isCut) {
      const limit = `${Math.round((maxBytes / 2 ** 20) * 10) / 10} MiB`;
      yield problem(
        "too-large",
        shown(name),
        `is larger than ${limit}, the limit for one message: save its report by itself`,
      );
      continue;
    }
    const subject = await subjectOf(message.bytes);
    yield await documentOf(
      {
        bytes: message.bytes,
        input: subject === undefined ? name : `${name} (${subject})`,
        fetchedAt: options.now(),
        mediaType: "message/rfc822",
      },
      maxBytes,
    ).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
  }
  if (count === 0) yield problem("empty", where, "holds no message: give a mailbox with messages in it");
}

interface Message {
  readonly bytes: Uint8Array;
  /** Longer than the limit: the bytes are not all there. */
  readonly isCut: boolean;
}

async function* messages(path: string, where: string, maxBytes: number): AsyncGenerator<Message | Problem> {
  let message: Bytes | undefined;
  let afterBlank = true;
  for await (const lines of linesOf(path)) {
    if (lines === undefined) {
      const limit = `${maxMailboxBytes / 2 ** 30} GiB`;
      yield problem("too-large", where, `is larger than ${limit}, the limit for one mailbox: split it`);
      return;
    }
    for (const { bytes, isStart } of lines) {
      const isBlank = isStart && (bytes[0] === newline || (bytes[0] === 0x0d && bytes[1] === newline));
      const parts =
        isStart && (message === undefined ? startsFrom(bytes, 0) : afterBlank && isEnvelope(bytes));
      // A piece of a long line parts nothing; the line end that follows it is no blank line.
      afterBlank = isBlank;
      if (parts) {
        if (message !== undefined) yield message.taken();
        message = new Bytes(maxBytes);
      } else if (message !== undefined) message.add(isStart ? unquoted(bytes) : bytes);
      else if (!isBlank) {
        yield problem(
          "no-mailbox",
          where,
          'does not begin with a "From " line as mailboxes do: give single messages as .eml',
        );
        return;
      }
    }
  }
  if (message !== undefined) yield message.taken();
}

const newline = 0x0a;

interface Line {
  /** With its end; a piece of it where it is long. */
  readonly bytes: Buffer;
  readonly isStart: boolean;
}

/** The lines of each chunk that was read; undefined where the mailbox passes its limit. */
async function* linesOf(path: string): AsyncGenerator<readonly Line[] | undefined> {
  const file = createReadStream(path, { highWaterMark: 2 ** 18 });
  // Closing the gunzip closes the file; its error is the one that the loop below throws.
  const stream = path.toLowerCase().endsWith(".gz") ? pipeline(file, createGunzip(), () => undefined) : file;
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  let total = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > maxMailboxBytes) {
      yield undefined;
      return;
    }
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: Line[] = [];
    let at = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, at)) {
      lines.push({ bytes: bytes.subarray(at, end + 1), isStart });
      isStart = true;
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (rest.length > longestLine) {
      lines.push({ bytes: rest, isStart });
      isStart = false;
      rest = Buffer.alloc(0);
    }
    yield lines;
  }
  if (rest.length > 0) yield [{ bytes: rest, isStart }];
}

/** One message's bytes as they come, up to the limit. */
class Bytes {
  #buffer = Buffer.alloc(0);
  #size = 0;
  #isCut = false;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(piece: Uint8Array): void {
    const size = this.#size + piece.length;
    // The line that parts it from the next message may be one byte too many.
    if (this.#isCut || size > this.#most + 2) {
      this.#isCut = true;
      this.#buffer = Buffer.alloc(0);
      return;
    }
    if (size > this.#buffer.length) {
      const larger = Buffer.alloc(Math.min(this.#most + 2, Math.max(size, 2 * this.#buffer.length, 8192)));
      this.#buffer.copy(larger, 0, 0, this.#size);
      this.#buffer = larger;
    }
    this.#buffer.set(piece, this.#size);
    this.#size = size;
  }

  /** Without the blank line before the next "From " line, which is the mailbox's. */
  taken(): Message {
    const bytes = this.#isCut ? this.#buffer : this.#buffer.subarray(0, this.#size);
    let end = bytes.length;
    if (bytes[end - 1] === newline && bytes[end - 2] === newline) end -= 1;
    else if (
      bytes[end - 1] === newline &&
      bytes[end - 2] === 0x0d &&
      bytes[end - 3] === newline &&
      bytes[end - 4] === 0x0d
    )
      end -= 2;
    return { bytes: bytes.subarray(0, end), isCut: this.#isCut || end > this.#most };
  }
}

/** "From ana@herald.example Mon Mar  3 08:00:00 2031": a sender, a time of day and a year, not "From 2031 on, …". */
function isEnvelope(line: Uint8Array): boolean {
  if (!startsFrom(line, 0)) return false;
  const text = Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, 300)).toString("latin1");
  const first = text.split(/[\r\n]/, 1)[0]!;
  return /\s\d{1,2}:\d{2}(?::\d{2})?(?:\s|$)/.test(first) && /\s(?:19|20|21)\d{2}(?:\s|$)/.test(first);
}

function startsFrom(line: Uint8Array, at: number): boolean {
  // "From "
  return (
    line[at] === 0x46 &&
    line[at + 1] === 0x72 &&
    line[at + 2] === 0x6f &&
    line[at + 3] === 0x6d &&
    line[at + 4] === 0x20
  );
}

const quote = 0x3e;

function unquoted(line: Buffer): Buffer {
  if (line[0] !== quote) return line;
  let at = 1;
  while (line[at] === quote) at++;
  return startsFrom(line, at) ? line.subarray(1) : line;
}

function problem(code: string, where: string, what: string, cause?: unknown): Problem {
  return new Problem("source", code, where, `${where} ${what}`, cause);
}
