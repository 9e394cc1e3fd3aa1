/** Bytes from a file or a stream, a chunk at a time, with a little looking ahead. */

export class Input {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #ended = false;
  /** Bytes taken so far, from the beginning. */
  offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, at least `count` of them but at the end. They stay. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#held.length < count && !this.#ended) {
      const { value, done } = await this.#chunks.next();
      if (done) this.#ended = true;
      else if (value.length > 0) this.#held = joined(this.#held, value);
    }
    return this.#held;
  }

  /** The next bytes, as they come; undefined at the end. */
  async take(): Promise<Uint8Array | undefined> {
    const bytes = await this.peek(1);
    if (bytes.length === 0) return undefined;
    this.drop(bytes.length);
    return bytes;
  }

  /** Lets go of bytes that were looked at. */
  drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.offset += count;
  }

  /** Puts bytes back that were taken last. */
  putBack(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#held = joined(bytes, this.#held);
    this.offset -= bytes.length;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : b.length === 0 ? a : Buffer.concat([a, b]);
}
