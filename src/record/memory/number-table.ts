/**
 * Numbers by numbers in an open-addressed table of typed arrays: a Map of some tens of millions would take several times
 * the memory, be looked at by every collection of garbage, and at last be full. Nothing is ever taken out.
 */
import { offHeap } from "./off-heap.ts";

const smallest = 16;
/** Of each place the key with one added, 0 where it is free, in two halves; then the value. Together: memory is slow. */
const [atHigh, atValue, perPlace] = [1, 2, 3];

/** What `get` gives for keys that are not there. */
export const none = -0x80000000;

/** Keys are whole numbers from 0 to 2^53 - 2, values of 32 bits. */
export class NumberTable {
  readonly #places: Int32Array[] = [];
  readonly #counts: Int32Array;
  readonly #partBits: number;

  /** A table of many millions grows in more parts, 2^`partBits`, so that nothing waits for all of it at once. */
  constructor(partBits = 3) {
    this.#partBits = partBits;
    const parts = 1 << partBits;
    this.#counts = new Int32Array(parts);
    for (let i = 0; i < parts; i++) this.#places.push(offHeap(Int32Array, smallest * perPlace));
  }

  get(key: number): number {
    const [low, high] = [lowOf(key + 1), highOf(key + 1)];
    const places = this.#places[this.#partOf(low)]!;
    const at = this.#find(places, low, high);
    return isFree(places, at) ? none : places[at + atValue]!;
  }

  set(key: number, value: number): void {
    const [low, high] = [lowOf(key + 1), highOf(key + 1)];
    const part = this.#partOf(low);
    let places = this.#places[part]!;
    let at = this.#find(places, low, high);
    if (isFree(places, at)) {
      if (++this.#counts[part]! > this.#mostIn(part, places.length / perPlace)) {
        places = this.#grown(places);
        this.#places[part] = places;
        at = this.#find(places, low, high);
      }
      places[at] = low;
      places[at + atHigh] = high;
    }
    places[at + atValue] = value;
  }

  /** By their keys, whatever order they came in. */
  entries(): (readonly [key: number, value: number])[] {
    const found: [number, number][] = [];
    for (const places of this.#places) {
      for (let at = 0; at < places.length; at += perPlace) {
        const key = places[at + atHigh]! * 2 ** 32 + (places[at]! >>> 0);
        if (key !== 0) found.push([key - 1, places[at + atValue]!]);
      }
    }
    return found.sort(([a], [b]) => a - b);
  }

  #partOf(low: number): number {
    return low & ((1 << this.#partBits) - 1);
  }

  /** Parts grow at different loads, so that they do not all grow at one time. */
  #mostIn(part: number, places: number): number {
    return (0.4 + (0.4 * part) / this.#places.length) * places;
  }

  /**
   * Where a key stands, or is to stand: linear probing from where the highest bits of its hash say, so that what grows is
   * moved in its order.
   */
  #find(places: Int32Array, low: number, high: number): number {
    const last = places.length / perPlace - 1;
    let place = Math.imul(low ^ (high << 11), 0x9e3779b1) >>> Math.clz32(last);
    let at = place * perPlace;
    while ((places[at] !== low || places[at + atHigh] !== high) && !isFree(places, at)) {
      place = (place + 1) & last;
      at = place * perPlace;
    }
    return at;
  }

  #grown(places: Int32Array): Int32Array {
    const longer = offHeap(Int32Array, places.length * 2);
    for (let from = 0; from < places.length; from += perPlace) {
      if (isFree(places, from)) continue;
      const at = this.#find(longer, places[from]!, places[from + atHigh]!);
      for (let i = 0; i < perPlace; i++) longer[at + i] = places[from + i]!;
    }
    return longer;
  }
}

function isFree(places: Int32Array, at: number): boolean {
  return places[at] === 0 && places[at + atHigh] === 0;
}

const lowOf = (key: number) => key | 0;
const highOf = (key: number) => Math.floor(key / 2 ** 32);
