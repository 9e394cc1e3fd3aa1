/**
 * Numbers by numbers in an open-addressed table of typed arrays: a Map of some tens of millions would take several times
 * the memory, be looked at by every collection of garbage, and at last be full. Nothing is ever taken out.
 */
import { offHeap } from "./off-heap.ts";

const parts = 256;
const smallest = 16;

/** What `get` gives for keys that are not there. */
export const none = -0x80000000;

/** Keys are whole numbers from 0 to 2^53 - 2, values of 32 bits. */
export class NumberTable {
  readonly #parts: Part[] = [];

  get(key: number): number {
    return this.#parts[key % parts]?.get(key) ?? none;
  }

  set(key: number, value: number): void {
    const number = key % parts;
    let part = this.#parts[number];
    if (part === undefined) {
      // Parts grow at different loads, so that nothing waits for all of them at once.
      part = new Part(0.4 + (0.4 * number) / parts);
      this.#parts[number] = part;
    }
    part.set(key, value);
  }

  /** By their keys, whatever order they came in. */
  entries(): (readonly [key: number, value: number])[] {
    return this.#parts.flatMap((part) => part.entries()).sort(([a], [b]) => a - b);
  }
}

/** Linear probing. */
class Part {
  readonly #load: number;
  /** Of each place the key with one added, 0 where it is free, in two halves, and the value: side by side, as memory is slow. */
  #places = offHeap(Int32Array, smallest * perPlace);
  /** All places but one, a power of two less one. */
  #last = smallest - 1;
  #count = 0;

  constructor(load: number) {
    this.#load = load;
  }

  get(key: number): number {
    const at = this.#find(key + 1);
    return this.#isFree(at) ? none : this.#places[at + atValue]!;
  }

  set(key: number, value: number): void {
    let at = this.#find(key + 1);
    if (this.#isFree(at)) {
      if (++this.#count > this.#load * (this.#last + 1)) {
        this.#grow();
        at = this.#find(key + 1);
      }
      this.#places[at] = low(key + 1);
      this.#places[at + atHigh] = high(key + 1);
    }
    this.#places[at + atValue] = value;
  }

  entries(): (readonly [key: number, value: number])[] {
    const found: [number, number][] = [];
    for (let at = 0; at < this.#places.length; at += perPlace)
      if (!this.#isFree(at)) found.push([this.#keyAt(at) - 1, this.#places[at + atValue]!]);
    return found;
  }

  #isFree(at: number): boolean {
    return this.#places[at] === 0 && this.#places[at + atHigh] === 0;
  }

  #keyAt(at: number): number {
    return (this.#places[at + atHigh]! >>> 0) * 2 ** 32 + (this.#places[at]! >>> 0);
  }

  /** Where a key with one added stands, or is to stand. */
  #find(key: number): number {
    const places = this.#places;
    const [wantedLow, wantedHigh] = [low(key), high(key)];
    // The low bits chose the part.
    let place = Math.floor(key / parts) & this.#last;
    for (;;) {
      const at = place * perPlace;
      if (places[at] === wantedLow && places[at + atHigh] === wantedHigh) return at;
      if (places[at] === 0 && places[at + atHigh] === 0) return at;
      place = (place + 1) & this.#last;
    }
  }

  #grow(): void {
    const places = this.#places;
    this.#places = offHeap(Int32Array, places.length * 2);
    this.#last = this.#last * 2 + 1;
    for (let from = 0; from < places.length; from += perPlace) {
      if (places[from] === 0 && places[from + atHigh] === 0) continue;
      const key = (places[from + atHigh]! >>> 0) * 2 ** 32 + (places[from]! >>> 0);
      const at = this.#find(key);
      for (let i = 0; i < perPlace; i++) this.#places[at + i] = places[from + i]!;
    }
  }
}

const [atHigh, atValue, perPlace] = [1, 2, 3];

const low = (key: number) => key | 0;
const high = (key: number) => Math.floor(key / 2 ** 32);
