/** Lists of numbers one after another, outside of the heap: many small ones cost no objects. */
import { type Numbers, type NumbersKind, offHeap } from "./off-heap.ts";

const largest = 1 << 20;
const smallest = 1 << 10;

export class NumbersPool<A extends Numbers> {
  readonly #kind: NumbersKind<A>;
  /** Each twice as long as the one before, up to the largest. */
  readonly #chunks: A[];
  #used = 0;
  /** Of each list: its chunk and where in it, how long. */
  readonly #places = new Grown(Float64Array);
  readonly #lengths = new Grown(Uint32Array);

  constructor(kind: NumbersKind<A>) {
    this.#kind = kind;
    this.#chunks = [offHeap(kind, smallest)];
  }

  /** Gives its number, from 0. */
  push(list: ArrayLike<number>): number {
    const last = this.#chunks.at(-1)!;
    if (this.#used + list.length > last.length) {
      const length = Math.max(Math.min(largest, 2 * last.length), list.length);
      this.#chunks.push(offHeap(this.#kind, length));
      this.#used = 0;
    }
    this.#chunks.at(-1)!.set(list, this.#used);
    this.#places.push((this.#chunks.length - 1) * largest + this.#used);
    this.#used += list.length;
    return this.#lengths.push(list.length);
  }

  get(i: number): A {
    const place = this.#places.at(i);
    const start = place % largest;
    return this.#chunks[Math.floor(place / largest)]!.subarray(start, start + this.#lengths.at(i)) as A;
  }

  /** One number of a list. */
  at(i: number, n: number): number {
    const place = this.#places.at(i);
    return this.#chunks[Math.floor(place / largest)]![(place % largest) + n]!;
  }

  get length(): number {
    return this.#lengths.length;
  }
}

/** A typed array that grows. */
export class Grown<A extends Numbers> {
  readonly #kind: NumbersKind<A>;
  #values: A;
  #length = 0;

  constructor(kind: NumbersKind<A>) {
    this.#kind = kind;
    this.#values = offHeap(kind, 64);
  }

  get length(): number {
    return this.#length;
  }

  /** What stands here until another is pushed, and maybe more behind its end. */
  get values(): A {
    return this.#values;
  }

  /** Gives the number's position. */
  push(value: number): number {
    if (this.#length === this.#values.length) {
      const longer = offHeap(this.#kind, this.#length * 2);
      longer.set(this.#values as never);
      this.#values = longer;
    }
    this.#values[this.#length] = value;
    return this.#length++;
  }

  at(i: number): number {
    return this.#values[i]!;
  }

  set(i: number, value: number): void {
    this.#values[i] = value;
  }
}
