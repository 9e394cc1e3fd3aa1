/**
 * The plain bytes of a WARC file, whether it is plain, one gzip member a record (as the standard asks) or one for all.
 * Damage does not end it: the damaged member is left, and reading goes on at the next one that can be found.
 */
import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import type { Input } from "./input.ts";

/** Thrown once where bytes are damaged; the next call goes on behind them. */
export class Damage extends Error {
  /** Where in the file. */
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

export interface Piece {
  readonly bytes: Uint8Array;
  /** Where the gzip member begins that these are the first bytes of. */
  readonly member?: number;
  /** A member has ended here, whole and with the right checksum; there are no bytes. */
  readonly ended?: true;
}

export interface Pieces {
  /** Undefined at the end. Throws Damage, after which it can be called again. */
  next(): Promise<Piece | undefined>;
  /** Leaves the rest of the member, where there are members. */
  readonly byMember: boolean;
  close(): Promise<void>;
}

export async function piecesOf(input: Input): Promise<Pieces> {
  return isGzip(await input.peek(3)) ? new Members(input) : new Plain(input);
}

class Plain implements Pieces {
  readonly byMember = false;
  readonly #input: Input;
  constructor(input: Input) {
    this.#input = input;
  }
  async next(): Promise<Piece | undefined> {
    const bytes = await this.#input.take();
    return bytes && { bytes };
  }
  async close(): Promise<void> {
    await this.#input.close();
  }
}

/** Bytes fed to the inflater that are kept to look for the next member in, should this one prove damaged. */
const kept = 2 ** 20;
/** Far beyond what text can be packed to by whole files; a bomb is a thousandfold. */
const mostFold = 200;
const foldFrom = 64 * 2 ** 20;
/** A file of which so many members in a row are damaged is no WARC file. */
const mostDamaged = 1_000;

class Members implements Pieces {
  readonly byMember = true;
  readonly #input: Input;
  #member:
    | { readonly outputs: AsyncIterator<Uint8Array>; readonly start: number; first: boolean }
    | undefined;
  #inflater: InflateRaw | undefined;
  /** The last bytes fed to the inflater, and how many were fed in all. */
  #fed: Uint8Array[] = [];
  #fedBytes = 0;
  #crc = 0;
  #plainBytes = 0;
  #damaged = 0;
  #over = false;

  constructor(input: Input) {
    this.#input = input;
  }

  async next(): Promise<Piece | undefined> {
    if (this.#over) return undefined;
    this.#member ??= await this.#begin();
    if (this.#member === undefined) return undefined;
    const { outputs, start, first } = this.#member;
    let output: IteratorResult<Uint8Array>;
    try {
      output = await outputs.next();
    } catch (error) {
      const truncated = (error as { code?: string }).code === "Z_BUF_ERROR";
      throw await this.#leave(start, truncated ? "ends within a record" : "holds a damaged gzip member");
    }
    if (output.done) {
      await this.#end(start);
      return { bytes: new Uint8Array(), ended: true };
    }
    this.#member.first = false;
    this.#crc = crc32(output.value, this.#crc);
    this.#plainBytes += output.value.length;
    if (this.#plainBytes > foldFrom && this.#plainBytes > mostFold * (start + this.#fedBytes)) {
      this.#over = true;
      throw new Damage(start, `unpacks to more than ${mostFold} times its size`);
    }
    return first ? { bytes: output.value, member: start } : { bytes: output.value };
  }

  async close(): Promise<void> {
    this.#inflater?.destroy();
    await this.#input.close();
  }

  /** Goes to the next member; throws Damage where something else stands before it. */
  async #begin() {
    const start = this.#input.offset;
    let head = await this.#input.peek(10);
    // Some tools fill up blocks with zeros.
    while (head.length > 0 && head.every((byte) => byte === 0)) {
      this.#input.drop(head.length);
      head = await this.#input.peek(10);
    }
    if (head.length === 0) return undefined;
    if (!isGzip(head) || !(await this.#skipHead())) {
      await this.#search(1);
      throw this.#noted(start, "holds something else between its records");
    }
    const inflater = createInflateRaw({ chunkSize: 64 * 1_024 });
    this.#inflater = inflater;
    this.#fed = [];
    this.#fedBytes = 0;
    this.#crc = 0;
    // Told to who reads it, which may be only then.
    inflater.on("error", () => undefined);
    void this.#feed(inflater);
    return { outputs: inflater[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>, start, first: true };
  }

  /** The head of a member (RFC 1952), with its optional fields. False where it is none. */
  async #skipHead(): Promise<boolean> {
    const head = await this.#input.peek(1_024);
    const flags = head[3] ?? 0xff;
    if (head[2] !== 8 || (flags & 0xe0) !== 0) return false;
    let end = 10;
    if (flags & 4) end += 2 + (head[end] ?? 0) + 256 * (head[end + 1] ?? 0);
    if (end > head.length) await this.#input.peek(end + 1_024);
    const whole = await this.#input.peek(end);
    for (const flag of [8, 16]) {
      if ((flags & flag) === 0) continue;
      const zero = whole.indexOf(0, end);
      if (zero < 0) return false;
      end = zero + 1;
    }
    if (flags & 2) end += 2;
    if (end > whole.length) return false;
    this.#input.drop(end);
    return true;
  }

  /** Feeds the member chunk by chunk. It ends by itself; what it was fed too much is put back. */
  async #feed(inflater: InflateRaw): Promise<void> {
    while (!inflater.readableEnded && !inflater.destroyed) {
      let chunk: Uint8Array | undefined;
      try {
        chunk = await this.#input.take();
      } catch (error) {
        inflater.destroy(error as Error);
        return;
      }
      if (inflater.readableEnded || inflater.destroyed) {
        if (chunk !== undefined) this.#input.putBack(chunk);
        return;
      }
      if (chunk === undefined) {
        inflater.end();
        return;
      }
      this.#fed.push(chunk);
      this.#fedBytes += chunk.length;
      let length = this.#fed.reduce((sum, { length }) => sum + length, 0);
      while (this.#fed.length > 1 && length - this.#fed[0]!.length >= kept)
        length -= this.#fed.shift()!.length;
      const written = Promise.withResolvers<void>();
      const over = () => written.resolve();
      inflater.once("end", over).once("close", over);
      inflater.write(chunk, over);
      await written.promise;
      inflater.off("end", over).off("close", over);
      // It wanted no more: the member has ended, though that is not told yet.
      if (inflater.bytesWritten < this.#fedBytes) return;
    }
  }

  async #end(start: number): Promise<void> {
    const inflater = this.#inflater!;
    const unused = this.#fedBytes - inflater.bytesWritten;
    inflater.destroy();
    this.#member = undefined;
    this.#inflater = undefined;
    // All of it is of the last chunk: the one before was used up.
    const last = this.#fed.at(-1) ?? new Uint8Array();
    this.#input.putBack(last.subarray(last.length - unused));
    const trailer = await this.#input.peek(8);
    if (trailer.length < 8) {
      this.#input.drop(trailer.length);
      throw this.#noted(start, "ends within a record");
    }
    if (Buffer.from(trailer).readUInt32LE(0) !== this.#crc) {
      // A torn one may have gone on into the next, and ended there by chance.
      const fed = Buffer.concat(this.#fed);
      this.#input.putBack(fed.subarray(0, fed.length - unused));
      await this.#search(0);
      throw this.#noted(start, "holds a damaged gzip member");
    }
    this.#input.drop(8);
    this.#damaged = 0;
  }

  /** Leaves a damaged member, and finds the next. */
  async #leave(start: number, message: string): Promise<Damage> {
    this.#inflater?.destroy();
    this.#inflater = undefined;
    this.#member = undefined;
    // Its feeding has seen that it is over, and has put back what it had in hand.
    await new Promise(setImmediate);
    this.#input.putBack(Buffer.concat(this.#fed));
    await this.#search(0);
    return this.#noted(start, message);
  }

  /** Goes on to what looks like the head of a member. */
  async #search(from: number): Promise<void> {
    this.#input.drop(Math.min(from, (await this.#input.peek(from)).length));
    for (;;) {
      const bytes = Buffer.from(await this.#input.peek(64 * 1_024));
      const found = bytes.indexOf(magic);
      if (found >= 0) return this.#input.drop(found);
      const end = bytes.length < 64 * 1_024;
      this.#input.drop(end ? bytes.length : bytes.length - 2);
      if (end) return;
    }
  }

  #noted(offset: number, message: string): Damage {
    this.#damaged++;
    if (this.#damaged >= mostDamaged) this.#over = true;
    return new Damage(offset, message);
  }
}

const magic = Buffer.from([0x1f, 0x8b, 0x08]);

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}
