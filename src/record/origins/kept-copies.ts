/**
 * Which texts are copies of which, kept as numbers outside of the heap: of a million texts there are some millions, and
 * objects of them would be looked at again by every collection of garbage.
 */
import type { Span } from "../../model/span.ts";
import { Grown, NumbersPool } from "../memory/numbers-pool.ts";

export interface Passage extends Span {
  readonly words: number;
}

/** What was counted in two texts. */
export interface Counted {
  /** Positions of the texts, that made public later and the earlier one. */
  readonly of: number;
  readonly on: number;
  /** Shingles that both have, and all of each. */
  readonly shared: number;
  readonly ofSize: number;
  readonly onSize: number;
  /** One of the two is little but quotations, so that these were compared as well. */
  readonly quoted: boolean;
  /** Runs of the later text that stand in the earlier one, in text order. */
  readonly passages: readonly Passage[];
}

export interface Copy extends Pick<Counted, "of" | "on" | "quoted" | "passages"> {
  /** Share of the shorter text's unquoted words that stand in the longer one, 0 to 1. */
  readonly contained: number;
  /** Shared over all words of the two, 0 to 1. */
  readonly resemblance: number;
  /** Whose words were counted: the shorter of the two. */
  readonly shorter: number;
  /** Shingles of the shorter. */
  readonly size: number;
  /** Words of the longest passage. */
  readonly longest: number;
}

/** `Counted` as numbers: of, on, shared, ofSize, onSize, quoted, then start, end and words of each passage. */
export type Packed = readonly number[];

export function packedCopy({ of, on, shared, ofSize, onSize, quoted, passages }: Counted): Packed {
  const runs = passages.flatMap(({ start, end, words }) => [start, end, words]);
  return [of, on, shared, ofSize, onSize, quoted ? 1 : 0, ...runs];
}

const [atOf, atOn, atShared, atOfSize, atOnSize, atQuoted, atPassages] = [0, 1, 2, 3, 4, 5, 6];
const perPassage = 3;
const none: readonly never[] = [];
/** So many texts are looked at again and again, and their copies kept at hand. */
const fewTexts = 30_000;

export class KeptCopies {
  readonly #packed = new NumbersPool(Int32Array);
  /** By text, later one of a copy: its copy kept last; by copy, the one of the same text kept before. -1 where none. */
  readonly #last = new Grown(Int32Array);
  readonly #before = new Grown(Int32Array);
  /** What somebody asked for, by text, while there are few. */
  readonly #asked = new Map<number, readonly Copy[]>();
  readonly #order: (a: Copy, b: Copy) => number;

  /** `order` is that of the copies of one text. */
  constructor(order: (a: Copy, b: Copy) => number) {
    this.#order = order;
  }

  add(packed: Packed): void {
    const of = packed[atOf]!;
    while (this.#last.length <= of) this.#last.push(-1);
    this.#before.push(this.#last.at(of));
    this.#last.set(of, this.#packed.push(packed));
    this.#asked.delete(of);
  }

  /** Those whose later text it is. */
  of(text: number): readonly Copy[] {
    let copy = text < this.#last.length ? this.#last.at(text) : -1;
    if (copy < 0) return none;
    const asked = this.#asked.get(text);
    if (asked !== undefined) return asked;
    const found: Copy[] = [];
    for (; copy >= 0; copy = this.#before.at(copy)) found.push(new KeptCopy(this.#packed, copy));
    found.sort(this.#order);
    if (this.#last.length <= fewTexts) this.#asked.set(text, found);
    return found;
  }

  *all(): Generator<Packed> {
    for (let i = 0; i < this.#packed.length; i++) yield [...this.#packed.get(i)];
  }
}

class KeptCopy implements Copy {
  readonly of: number;
  readonly on: number;
  readonly contained: number;
  readonly resemblance: number;
  readonly shorter: number;
  readonly size: number;
  readonly longest: number;
  readonly quoted: boolean;
  readonly #packed: NumbersPool<Int32Array>;
  readonly #number: number;
  #passages: readonly Passage[] | undefined;

  constructor(packed: NumbersPool<Int32Array>, number: number) {
    this.#packed = packed;
    this.#number = number;
    const shared = packed.at(number, atShared);
    const ofSize = packed.at(number, atOfSize);
    const onSize = packed.at(number, atOnSize);
    this.of = packed.at(number, atOf);
    this.on = packed.at(number, atOn);
    this.size = Math.min(ofSize, onSize);
    this.contained = shared / this.size;
    this.resemblance = shared / (ofSize + onSize - shared);
    this.shorter = ofSize <= onSize ? this.of : this.on;
    this.quoted = packed.at(number, atQuoted) === 1;
    let longest = 0;
    const numbers = packed.get(number);
    for (let n = atPassages; n < numbers.length; n += perPassage)
      longest = Math.max(longest, numbers[n + 2]!);
    this.longest = longest;
  }

  get passages(): readonly Passage[] {
    this.#passages ??= passagesIn(this.#packed.get(this.#number));
    return this.#passages;
  }
}

function passagesIn(numbers: Int32Array): Passage[] {
  const found: Passage[] = [];
  for (let n = atPassages; n < numbers.length; n += perPassage)
    found.push({ start: numbers[n]!, end: numbers[n + 1]!, words: numbers[n + 2]! });
  return found;
}
