/**
 * Which texts hold a fingerprint: a million texts have some forty million of them. Most have one holder, which stands in
 * the table itself.
 */
import { NumberTable, none } from "../memory/number-table.ts";
import type { Grown } from "../memory/numbers-pool.ts";
import { offHeap } from "../memory/off-heap.ts";

/** Holders kept per fingerprint, those made public first: a story printed by ten thousand papers still costs this many. */
const most = 8;
const fewestLists = 16;
/** Parts of the table: it grows to tens of millions. */
const partBits = 7;

export class Holders {
  /** The holder, or for several the complement of the number of their list. */
  readonly #table = new NumberTable(partBits);
  /** Of fingerprints with several holders: how many, then the holders. */
  #lists = offHeap(Int32Array, fewestLists * (most + 1));
  #listCount = 0;

  /** Calls `see` with each text that holds a print, those made public first. */
  each(print: number, see: (text: number) => void): void {
    const value = this.#table.get(print);
    if (value === none) return;
    if (value >= 0) see(value);
    else {
      const at = listAt(value);
      for (let i = 1; i <= this.#lists[at]!; i++) see(this.#lists[at + i]!);
    }
  }

  /** `times` says of each text when it was made public. */
  add(print: number, text: number, times: Grown<Float64Array>): void {
    const known = this.#table.get(print);
    if (known === none) this.#table.set(print, text);
    else if (known >= 0) {
      const list = this.#list(known);
      this.#table.set(print, list);
      this.#insert(listAt(list), text, times);
    } else this.#insert(listAt(known), text, times);
  }

  /** A list with one holder; gives the value that points to it. */
  #list(first: number): number {
    const at = this.#listCount++ * (most + 1);
    if (at + most + 1 > this.#lists.length) {
      const longer = offHeap(Int32Array, this.#lists.length * 2);
      longer.set(this.#lists);
      this.#lists = longer;
    }
    this.#lists[at] = 1;
    this.#lists[at + 1] = first;
    return ~(this.#listCount - 1);
  }

  #insert(at: number, text: number, times: Grown<Float64Array>): void {
    const lists = this.#lists;
    const count = lists[at]!;
    const time = times.at(text);
    let place = count;
    while (place > 0 && times.at(lists[at + place]!) > time) place--;
    if (place >= most) return;
    for (let i = Math.min(count, most - 1); i > place; i--) lists[at + i + 1] = lists[at + i]!;
    lists[at + place + 1] = text;
    lists[at] = Math.min(count + 1, most);
  }
}

const listAt = (value: number) => ~value * (most + 1);
