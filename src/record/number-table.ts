/**
 * Numbers by numbers in an open-addressed table of typed arrays: a Map of some tens of millions would take several times
 * the memory, be looked at by every collection of garbage, and at last be full. Nothing is ever taken out.
 */
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
  /** With one added: 0 is free. */
  #keys = new Float64Array(smallest);
  #values = new Int32Array(smallest);
  #count = 0;

  constructor(load: number) {
    this.#load = load;
  }

  get(key: number): number {
    const place = this.#placeOf(key + 1);
    return this.#keys[place] === 0 ? none : this.#values[place]!;
  }

  set(key: number, value: number): void {
    let place = this.#placeOf(key + 1);
    if (this.#keys[place] === 0) {
      if (++this.#count > this.#load * this.#keys.length) {
        this.#grow();
        place = this.#placeOf(key + 1);
      }
      this.#keys[place] = key + 1;
    }
    this.#values[place] = value;
  }

  entries(): (readonly [key: number, value: number])[] {
    const found: [number, number][] = [];
    for (const [place, key] of this.#keys.entries())
      if (key !== 0) found.push([key - 1, this.#values[place]!]);
    return found;
  }

  /** Of a key with one added. */
  #placeOf(key: number): number {
    const last = this.#keys.length - 1;
    // The low bits chose the part.
    let place = Math.floor(key / parts) & last;
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const place = this.#placeOf(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#values[place] = values[i]!;
    }
  }
}
