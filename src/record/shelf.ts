/**
 * Reports with their readings, by the order in which they came. The latest stand as they are; of a situation that has
 * grown long the earlier ones are packed, some at a time, and unpacked where somebody asks.
 */
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

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
  readonly #open: Item[][] = [];
  readonly #packed: Uint8Array[] = [];
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
    if (this.#count % this.#sizes.perBlock === 0) this.#open.push([]);
    this.#open.at(-1)!.push([report, reading]);
    if (this.#open.length > this.#sizes.open) this.#packed.push(packed(this.#open.shift()!));
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
    const { perBlock } = this.#sizes;
    const block = Math.floor(i / perBlock);
    const open = this.#open[block - this.#packed.length] ?? this.#unpack(block);
    return open[i % perBlock]!;
  }

  #unpack(block: number): readonly Item[] {
    const known = this.#unpacked.get(block);
    if (known !== undefined) return known;
    const items = unpacked(this.#packed[block]!);
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
