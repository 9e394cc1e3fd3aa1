/**
 * Which groups have a key, the latest ones: as numbers outside of the heap, those of one key side by side, as most of what is
 * looked up stands far from what was looked up before.
 */
import { NumberTable, none } from "./number-table.ts";
import { offHeap } from "./off-heap.ts";

/** Groups kept per key, the latest ones: a story that never ends stays linear. */
const most = 24;
/** Lists have room for so many; one that is full moves to the next room. */
const rooms = [2, 6, 12, most] as const;
const roomBits = 2;

/** Keys are whole numbers from 0 to 2^53 - 2, groups from 0 to 2^31 - 1. */
export class Postings {
  /** The group, or for several the complement of the place of their list. */
  readonly #table = new NumberTable();
  readonly #lists = rooms.map((room) => new Lists(room));

  /** Calls `see` with each group of a key, the one used last at the end. */
  each(key: number, see: (group: number) => void): void {
    const value = this.#table.get(key);
    if (value === none) return;
    if (value >= 0) see(value);
    else this.#lists[roomOf(value)]!.each(placeOf(value), see);
  }

  /** Puts a group at the end. */
  add(key: number, group: number): void {
    const value = this.#table.get(key);
    if (value === none) this.#table.set(key, group);
    else if (value < 0) this.#append(key, value, group);
    else if (value !== group) this.#table.set(key, this.#listOf([value, group]));
  }

  /** Takes the groups of a key that has none yet, as `entries` gives them. */
  restore(key: number, groups: readonly number[]): void {
    if (groups.length > 0) this.#table.set(key, groups.length === 1 ? groups[0]! : this.#listOf(groups));
  }

  /** By their keys, whatever order they came in. */
  entries(): (readonly [key: number, groups: readonly number[]])[] {
    return this.#table.entries().map(([key]) => {
      const groups: number[] = [];
      this.each(key, (group) => groups.push(group));
      return [key, groups];
    });
  }

  #append(key: number, value: number, group: number): void {
    const lists = this.#lists[roomOf(value)]!;
    const place = placeOf(value);
    if (lists.append(place, group)) return;
    const moved: number[] = [];
    lists.each(place, (one) => moved.push(one));
    moved.push(group);
    lists.free(place);
    this.#table.set(key, this.#listOf(moved));
  }

  /** Makes a list, and gives the value that points to it. */
  #listOf(groups: readonly number[]): number {
    const room = rooms.findIndex((one) => one >= groups.length);
    const lists = this.#lists[room]!;
    const place = lists.make();
    for (const group of groups) lists.append(place, group);
    return ~(place * (1 << roomBits) + room);
  }
}

const roomOf = (value: number) => ~value & ((1 << roomBits) - 1);
const placeOf = (value: number) => ~value >>> roomBits;

/** Lists of one room: of each how many there are, then they. */
class Lists {
  readonly #room: number;
  readonly #size: number;
  #numbers: Int32Array;
  #count = 0;
  readonly #free: number[] = [];

  constructor(room: number) {
    this.#room = room;
    this.#size = room + 1;
    this.#numbers = offHeap(Int32Array, 16 * this.#size);
  }

  /** An empty one. */
  make(): number {
    const place = this.#free.pop() ?? this.#count++;
    const at = place * this.#size;
    if (at + this.#size > this.#numbers.length) {
      const longer = offHeap(Int32Array, this.#numbers.length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[at] = 0;
    return place;
  }

  free(place: number): void {
    this.#free.push(place);
  }

  each(place: number, see: (group: number) => void): void {
    const numbers = this.#numbers;
    const at = place * this.#size;
    const end = at + numbers[at]!;
    for (let i = at + 1; i <= end; i++) see(numbers[i]!);
  }

  /** Puts a group at the end, also where it stands there already. False where there is no room for it. */
  append(place: number, group: number): boolean {
    const numbers = this.#numbers;
    const at = place * this.#size;
    const count = numbers[at]!;
    const end = at + count;
    let from = at + 1;
    while (from <= end && numbers[from] !== group) from++;
    if (from > end && count < this.#room) {
      numbers[end + 1] = group;
      numbers[at] = count + 1;
      return true;
    }
    // The first one goes where the list is full and may grow no more.
    if (from > end && this.#room < most) return false;
    if (from > end) from = at + 1;
    numbers.copyWithin(from, from + 1, end + 1);
    numbers[end] = group;
    return true;
  }
}
