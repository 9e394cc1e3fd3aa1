/** The records of a WARC file, versions 0.17 to 1.1. What is broken is told and left; the records behind it are read. */
import { Damage, type Piece, type Pieces } from "./inflate.ts";

export interface WarcRecord {
  /** Where it begins in the file: of packed records their gzip member. */
  readonly offset: number;
  readonly version: string;
  /** By lower-case name; the last of several. */
  readonly fields: ReadonlyMap<string, string>;
  /** Undefined where it is longer than was asked for. */
  readonly block: Uint8Array | undefined;
}

/** What can't be read: one line, without the file's name. */
export interface Broken {
  readonly offset: number;
  readonly what: string;
}

/** `maxBytes` bounds the blocks that are kept; longer ones are passed over. */
export async function* recordsOf(pieces: Pieces, maxBytes: number): AsyncGenerator<WarcRecord | Broken> {
  const reader = new Reader(pieces);
  for (;;) {
    try {
      const record = await recordOf(reader, maxBytes);
      if (record === undefined) return;
      yield record;
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      yield { offset: error.offset, what: error.message };
    }
  }
}

export function isRecord(item: WarcRecord | Broken): item is WarcRecord {
  return "fields" in item;
}

const longestHead = 64 * 1_024;
const versionLine = /^WARC\/(\d{1,2}\.\d{1,3})$/;

async function recordOf(reader: Reader, maxBytes: number): Promise<WarcRecord | undefined> {
  const version = await versionOf(reader);
  if (version === undefined) return undefined;
  const offset = reader.recordOffset;
  const fields = await fieldsOf(reader);
  const declared = fields.get("content-length") ?? "";
  const length = Number(declared);
  if (!/^\d{1,15}$/.test(declared)) {
    await reader.leaveMember();
    throw new Damage(offset, "holds a record without a usable Content-Length");
  }
  if (length > maxBytes) {
    if ((await reader.skip(length)) < length) throw new Damage(offset, "ends within a record");
    await reader.endRecord(undefined, offset);
    return { offset, version, fields, block: undefined };
  }
  const block = await reader.exactly(length);
  if (block.length < length) {
    if (reader.putBackNext(block)) throw new Damage(offset, "holds a record that is not as long as it says");
    if (reader.stopped === "member") throw new Damage(offset, "holds a record that is shorter than it says");
    throw new Damage(offset, "ends within a record");
  }
  await reader.endRecord(block, offset);
  return { offset, version, fields, block };
}

/** Passes over empty lines, and over what is no record; undefined at the end. */
async function versionOf(reader: Reader): Promise<string | undefined> {
  let stray = false;
  for (;;) {
    const line = await reader.recordLine(longestHead);
    if (line === undefined) {
      if (stray) throw new Damage(reader.recordOffset, "holds something else between its records");
      return undefined;
    }
    const found = versionLine.exec(line);
    if (found !== null) {
      if (!stray) return found[1]!;
      // Told first; the record is read in the next round.
      reader.putBack(Buffer.from(`${line}\r\n`, "latin1"));
      throw new Damage(reader.recordOffset, "holds something else between its records");
    }
    if (line !== "") stray = true;
  }
}

async function fieldsOf(reader: Reader): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  let name = "";
  for (let size = 0; ; ) {
    const line = await reader.line(longestHead);
    if (line === undefined || line === "") return fields;
    size += line.length;
    if (size > longestHead) {
      await reader.leaveMember();
      throw new Damage(reader.recordOffset, "holds a record whose head has no end");
    }
    // Written as UTF-8, and read as bytes until here.
    const text = Buffer.from(line, "latin1").toString("utf8");
    if (/^[ \t]/.test(text)) {
      fields.set(name, `${fields.get(name) ?? ""} ${text.trim()}`.trim());
      continue;
    }
    const colon = text.indexOf(":");
    if (colon <= 0) continue;
    name = text.slice(0, colon).trim().toLowerCase();
    fields.set(name, text.slice(colon + 1).trim());
  }
}

/** Lines and counted bytes from pieces. Where records are packed one by one, none reaches over into the next. */
class Reader {
  readonly #pieces: Pieces;
  #held: Buffer = Buffer.alloc(0);
  /** Bytes before `#held`, in the plain file. */
  #position = 0;
  /** The next member's first piece, when it has been read. */
  #next: Piece | undefined;
  #memberOffset = 0;
  #memberEnded = false;
  #ended = false;
  recordOffset = 0;
  /** Why the last `exactly` gave less: the file ended, or the next packed record began. */
  stopped: "end" | "member" | undefined;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** A line that may begin a record. */
  async recordLine(longest: number): Promise<string | undefined> {
    const before = this.#position;
    const line = await this.line(longest);
    this.recordOffset = this.#pieces.byMember ? this.#memberOffset : before;
    return line;
  }

  /** Without its end, as Latin-1; undefined at the file's end. A longer line is cut into several. */
  async line(longest: number): Promise<string | undefined> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(0x0a, from);
      if (end >= 0 || this.#held.length >= longest) {
        const line = this.#take(end >= 0 ? end + 1 : longest).toString("latin1");
        return line.replace(/\r?\n$/, "");
      }
      from = this.#held.length;
      if (await this.#more("any")) continue;
      if (this.#held.length === 0) return undefined;
      return this.#take(this.#held.length).toString("latin1");
    }
  }

  async exactly(length: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = this.#take(Math.min(length - size, this.#held.length));
      chunks.push(chunk);
      size += chunk.length;
      if (size === length) return Buffer.concat(chunks, size);
      if (!(await this.#more("block"))) return Buffer.concat(chunks, size);
    }
  }

  async skip(length: number): Promise<number> {
    for (let size = 0; ; ) {
      size += this.#take(Math.min(length - size, this.#held.length)).length;
      if (size === length || !(await this.#more("block"))) return size;
    }
  }

  /**
   * Behind a block stand two empty lines. Where something else does, the length is wrong: too small in packed records,
   * whose rest is left; in plain ones perhaps too large, and then the next record is sought within the block.
   */
  async endRecord(block: Buffer | undefined, offset: number): Promise<void> {
    if (this.#pieces.byMember) {
      // All of them are packed as one: what is held may be many more.
      if (/^[\r\n]*WARC\//.test(this.#held.subarray(0, 64).toString("latin1"))) return;
      // To its very end, where the checksum stands: a damaged record is not given.
      let rest = "";
      do rest += this.#take(this.#held.length).toString("latin1");
      while (/^[\r\n]{0,16}$/.test(rest) && !this.#memberEnded && (await this.#more("member")));
      if (/^[\r\n]*WARC\//.test(rest)) this.putBack(Buffer.from(rest, "latin1"));
      else if (/[^\r\n]/.test(rest)) {
        await this.leaveMember();
        throw new Damage(offset, "holds a record that is longer than it says");
      }
      return;
    }
    while (this.#held.length < 64 && (await this.#more("any")));
    const ahead = this.#held.subarray(0, 64).toString("latin1");
    if (/^(?:\r?\n\r?\n|[\r\n]*(?:WARC\/|$))/.test(ahead)) return;
    if (block !== undefined) this.putBackNext(block);
    throw new Damage(offset, "holds a record that is not as long as it says");
  }

  /** Puts back what in the block of a plain record is the next one. False where there is none. */
  putBackNext(block: Buffer): boolean {
    const next = this.#pieces.byMember ? -1 : block.indexOf("\r\n\r\nWARC/");
    if (next >= 0) this.putBack(block.subarray(next));
    return next >= 0;
  }

  /** Leaves the rest of a packed record. */
  async leaveMember(): Promise<void> {
    if (!this.#pieces.byMember) return;
    do this.#take(this.#held.length);
    while (!this.#memberEnded && (await this.#more("member")));
  }

  putBack(bytes: Buffer): void {
    this.#position -= bytes.length;
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  #take(count: number): Buffer {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    this.#position += count;
    return taken;
  }

  /**
   * Reads on; false at the end. A "block" ends where the next packed record begins: not with its member, as some
   * tools part a record over several. A "member" is not gone beyond.
   */
  async #more(until: "any" | "block" | "member"): Promise<boolean> {
    if (this.#next !== undefined) {
      if (until === "block" && beginsRecord(this.#next.bytes)) {
        this.stopped = "member";
        return false;
      }
      this.#memberOffset = this.#next.member ?? this.#memberOffset;
      this.#append(this.#next.bytes);
      this.#next = undefined;
      return true;
    }
    let piece: Piece | undefined;
    try {
      piece = this.#ended ? undefined : await this.#pieces.next();
    } catch (error) {
      // What is held belongs to the record that is damaged.
      if (error instanceof Damage) this.#held = Buffer.alloc(0);
      throw error;
    }
    if (piece === undefined) {
      this.#ended = true;
      this.stopped = "end";
      return false;
    }
    if (piece.ended === true) {
      this.#memberEnded = true;
      return until === "member" || this.#more(until);
    }
    if (piece.member !== undefined && until === "block") {
      this.#next = piece;
      return this.#more(until);
    }
    this.#memberOffset = piece.member ?? this.#memberOffset;
    this.#append(piece.bytes);
    return true;
  }

  #append(bytes: Uint8Array): void {
    this.#memberEnded = false;
    const more = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#held = this.#held.length === 0 ? more : Buffer.concat([this.#held, more]);
  }
}

function beginsRecord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "WARC/";
}
