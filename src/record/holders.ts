/**
 * Which texts hold a fingerprint: an open-addressed table in typed arrays, as a million texts have some forty million
 * fingerprints, which a Map doesn't hold. Most have one holder, which stands in the table itself.
 */

/** Holders kept per fingerprint, those made public first: a story printed by ten thousand papers still costs this many. */
const most = 8;
const parts = 256;
const smallest = 16;

export class Holders {
  readonly #parts: Part[] = [];
  /** Of fingerprints with several holders: how many, then the holders. */
  #lists = new Int32Array(smallest * (most + 1));
  #listCount = 0;

  /** Calls `see` with each text that holds a print, those made public first. */
  each(print: number, see: (text: number) => void): void {
    const part = this.#parts[print % parts];
    const value = part === undefined ? none : part.get(print);
    if (value === none) return;
    if (value >= 0) see(value);
    else {
      const at = listAt(value);
      for (let i = 1; i <= this.#lists[at]!; i++) see(this.#lists[at + i]!);
    }
  }

  /** `timeOf` says when a text was made public. */
  add(print: number, text: number, timeOf: (text: number) => number): void {
    const number = print % parts;
    let part = this.#parts[number];
    if (part === undefined) {
      // Parts grow at different loads, so that no text waits for all of them at once.
      part = new Part(0.4 + (0.4 * number) / parts);
      this.#parts[number] = part;
    }
    const known = part.get(print);
    if (known === none) part.set(print, text);
    else if (known >= 0) {
      const list = this.#list(known);
      part.set(print, list);
      this.#insert(listAt(list), text, timeOf);
    } else this.#insert(listAt(known), text, timeOf);
  }

  /** A list with one holder; gives the value that points to it. */
  #list(first: number): number {
    const at = this.#listCount++ * (most + 1);
    if (at + most + 1 > this.#lists.length) {
      const longer = new Int32Array(this.#lists.length * 2);
      longer.set(this.#lists);
      this.#lists = longer;
    }
    this.#lists[at] = 1;
    this.#lists[at + 1] = first;
    return ~(this.#listCount - 1);
  }

  #insert(at: number, text: number, timeOf: (text: number) => number): void {
    const lists = this.#lists;
    const count = lists[at]!;
    const time = timeOf(text);
    let place = count;
    while (place > 0 && timeOf(lists[at + place]!) > time) place--;
    if (place >= most) return;
    for (let i = Math.min(count, most - 1); i > place; i--) lists[at + i + 1] = lists[at + i]!;
    lists[at + place + 1] = text;
    lists[at] = Math.min(count + 1, most);
  }
}

const none = -0x80000000;
const listAt = (value: number) => ~value * (most + 1);

/** Open addressing with linear probing; nothing is ever taken out. */
class Part {
  readonly #load: number;
  /** Prints with one added: 0 is free. */
  #keys = new Float64Array(smallest);
  #values = new Int32Array(smallest);
  #count = 0;

  constructor(load: number) {
    this.#load = load;
  }

  get(print: number): number {
    const place = this.#placeOf(print + 1);
    return this.#keys[place] === 0 ? none : this.#values[place]!;
  }

  set(print: number, value: number): void {
    let place = this.#placeOf(print + 1);
    if (this.#keys[place] === 0) {
      if (++this.#count > this.#load * this.#keys.length) {
        this.#grow();
        place = this.#placeOf(print + 1);
      }
      this.#keys[place] = print + 1;
    }
    this.#values[place] = value;
  }

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
