/**
 * Reports with their readings, by the order in which they came. The latest stand as they are; of a situation that has
 * grown long the earlier ones are packed, some at a time, and unpacked where somebody asks.
 */
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import { NumbersPool } from "./numbers-pool.ts";

type Item = readonly [Report, Reading | undefined];

interface Sizes {
  /** Items that are packed together. */
  readonly perBlock: number;
  /** Blocks that stand as they are: all of a situation that people look at. */
  readonly open: number;
  /** Blocks kept of those that were unpacked, the last ones. */
  readonly unpacked: number;
}

const usual: Sizes = { perBlock: 256, open: 128, unpacked: 16 };

export class Shelf {
  readonly #sizes: Sizes;
  /** By number; what is packed stands here no more. */
  readonly #open: (Item | undefined)[] = [];
  readonly #packed = new NumbersPool(Uint8Array);
  readonly #unpacked = new Map<number, readonly Item[]>();
  #count = 0;
  #isWhole = false;

  constructor(sizes: Sizes = usual) {
    this.#sizes = sizes;
  }

  get length(): number {
    return this.#count;
  }

  /** Gives its number, from 0. */
  add(report: Report, reading: Reading | undefined): number {
    this.#open.push([report, reading]);
    const { perBlock, open } = this.#sizes;
    const first = this.#packed.length * perBlock;
    if (this.#open.length - first > open * perBlock) {
      this.#packed.push(packed(this.#open.slice(first, first + perBlock) as Item[]));
      this.#open.fill(undefined, first, first + perBlock);
    }
    return this.#count++;
  }

  report(i: number): Report {
    return this.#item(i)[0];
  }

  reading(i: number): Reading | undefined {
    return this.#item(i)[1];
  }

  *items(): Generator<Item> {
    for (let i = 0; i < this.#count; i++) yield this.#item(i);
  }

  /** Keeps all that is unpacked by some work until it is done: it asks for the same ones again, in no order. */
  whole<T>(work: () => T): T {
    this.#isWhole = true;
    try {
      return work();
    } finally {
      this.#isWhole = false;
      this.#forget();
    }
  }

  #item(i: number): Item {
    const open = this.#open[i];
    if (open !== undefined) return open;
    const { perBlock } = this.#sizes;
    return this.#unpack(Math.floor(i / perBlock))[i % perBlock]!;
  }

  #unpack(block: number): readonly Item[] {
    const known = this.#unpacked.get(block);
    if (known !== undefined) return known;
    const items = unpacked(this.#packed.get(block));
    this.#unpacked.set(block, items);
    if (!this.#isWhole) this.#forget();
    return items;
  }

  #forget(): void {
    for (const oldest of this.#unpacked.keys()) {
      if (this.#unpacked.size <= this.#sizes.unpacked) break;
      this.#unpacked.delete(oldest);
    }
  }
}

function packed(items: readonly Item[]): Uint8Array {
  return zstdCompressSync(JSON.stringify(items.map(([report, reading]) => [report, reading ?? null])));
}

function unpacked(block: Uint8Array): Item[] {
  const items = JSON.parse(zstdDecompressSync(block).toString()) as [Report, Reading | null][];
  return items.map(([report, reading]) => [report, reading ?? undefined]);
}
