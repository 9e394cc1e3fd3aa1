/**
 * Features of the learners as numbers: each is a kind and what it joins, noted one after the other and hashed together in one
 * tight loop, for there are tens of thousands of them a report.
 */

/** Joins two numbers into one that differs for the other order. */
export function joined(a: number, b: number): number {
  const mix = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ b;
  return Math.imul(mix ^ (mix >>> 13), 0x297a2d39);
}

/** Kinds are numbers below this. */
const mostKinds = 256;

/** What `joined` makes of a kind before the value comes in. */
const begun = Int32Array.from({ length: mostKinds }, (_, kind) => {
  const a = Math.imul(kind, 0x61c88647);
  return Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
});

export class FeatureList {
  count = 0;
  #kinds: Int32Array;
  #left: Int32Array;
  #right: Int32Array;
  #hashes: Int32Array;

  constructor(room: number) {
    this.#kinds = new Int32Array(room);
    this.#left = new Int32Array(room);
    this.#right = new Int32Array(room);
    this.#hashes = new Int32Array(room);
  }

  /** Empty, with room for so many. */
  begin(room: number): void {
    this.count = 0;
    if (room <= this.#kinds.length) return;
    this.#kinds = new Int32Array(room);
    this.#left = new Int32Array(room);
    this.#right = new Int32Array(room);
    this.#hashes = new Int32Array(room);
  }

  one(kind: number, value: number): void {
    const n = this.count++;
    this.#kinds[n] = ~kind;
    this.#left[n] = value;
  }

  /** Of two values joined. */
  two(kind: number, left: number, right: number): void {
    const n = this.count++;
    this.#kinds[n] = kind;
    this.#left[n] = left;
    this.#right[n] = right;
  }

  /** The hashes of all, `count` of them: valid until the list begins anew. */
  hashes(): Int32Array {
    const kinds = this.#kinds;
    const left = this.#left;
    const right = this.#right;
    const hashes = this.#hashes;
    const n = this.count;
    for (let f = 0; f < n; f++) {
      const kind = kinds[f]!;
      const value = kind < 0 ? left[f]! : joined(left[f]!, right[f]!);
      const mix = begun[kind < 0 ? ~kind : kind]! ^ value;
      hashes[f] = Math.imul(mix ^ (mix >>> 13), 0x297a2d39);
    }
    return hashes;
  }
}
