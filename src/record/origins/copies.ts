/**
 * Which texts share more than chance: candidates by fingerprint, then the exact share. Each text meets a
 * bounded number of earlier ones, so the time grows with the number of texts and not with their pairs.
 */

import { Grown, NumbersPool } from "../memory/numbers-pool.ts";
import { Holders } from "./holders.ts";
import { type Copy, type Counted, KeptCopies, type Packed, type Passage, packedCopy } from "./kept-copies.ts";
import { type Shared, type Shingled, sharedHashes, shinglesOf, wordsPerShingle } from "./shingles.ts";

/** Candidates looked at exactly, most shared fingerprints first. */
const looks = 12;
/** Two texts that are so much alike need only one of them looked at by a third. */
const settledAt = 0.9;
const settledWhole = 0.6;
/** A run of so many words is copied, not chance or a stock phrase. */
const passageWords = 14;
/** A text with fewer unquoted shingles than this is compared with its quotations. */
const fewestUnquoted = 10;

/** What was found among texts, so that they need not be compared anew. */
export interface Compared {
  /** Of each text the one that stands for those much alike. */
  readonly alike: readonly number[];
  readonly copies: readonly Packed[];
}

/** Less of the shorter text, without a run of it, makes no two texts one whatever else speaks for it (origins.ts). */
export const leastShare = 0.25;

/**
 * Compares every text with those that came before it and share fingerprints. Texts come in any order of their times;
 * what comes later changes nothing that was found before.
 */
export class CopyFinder {
  readonly #textOf: (at: number) => string;
  readonly #timeOf: (at: number) => number;
  /** By text when it was made public: asked of texts that came long ago, which lie all over memory. */
  readonly #times = new Grown(Float64Array);
  readonly #unique = new NumbersPool(Float64Array);
  /** 1 for texts that are little but quotations. */
  readonly #quoted = new Grown(Uint8Array);
  readonly #holders = new Holders();
  readonly #copies: KeptCopies;
  /** By text: fingerprints shared with the one that candidates are sought for; 0 otherwise. */
  readonly #shared = new Grown(Uint32Array);
  /** Of texts that are much alike: the position of one that stands for them. */
  readonly #alike = new Grown(Int32Array);

  /** Texts and when they were made public, by position; and the order of two texts in which they were. */
  constructor(
    textOf: (at: number) => string,
    timeOf: (at: number) => number,
    order: (a: number, b: number) => number,
  ) {
    this.#textOf = textOf;
    this.#timeOf = timeOf;
    this.#copies = new KeptCopies(
      (a, b) => b.contained - a.contained || b.size - a.size || order(a.on, b.on),
    );
  }

  /** Takes the text at the next position. */
  add(at: number): void {
    this.#wake(at);
    const own = this.#take(at);
    this.#alike.push(at);
    this.#compare(at, own);
    this.#hold(at, own);
  }

  compared(): Compared {
    const alike = Array.from({ length: this.#alike.length }, (_, at) => this.#alike.at(at));
    return { alike, copies: [...this.#copies.all()] };
  }

  /** Takes what was found among the first texts; they are looked at when another comes. */
  restore({ alike, copies }: Compared): void {
    for (const one of alike) this.#alike.push(one);
    for (const copy of copies) this.#copies.add(copy);
  }

  /** Shingles the texts before a position that were not looked at here, as they were compared before. */
  #wake(before: number): void {
    for (let at = this.#unique.length; at < before; at++) this.#hold(at, this.#take(at));
  }

  #take(at: number): Own {
    const own = shingled(this.#textOf(at));
    this.#times.push(this.#timeOf(at));
    this.#unique.push(own.unique);
    this.#quoted.push(own.quoted ? 1 : 0);
    this.#shared.push(0);
    return own;
  }

  #hold(at: number, { fingerprint }: Own): void {
    for (const print of fingerprint) this.#holders.add(print, at, this.#times);
  }

  /** What a text shares with texts made public before it, of those that have come; that with which it shares most first. */
  copiesOf(at: number): readonly Copy[] {
    return this.#copies.of(at);
  }

  #compare(at: number, own: Own): void {
    const time = this.#times.at(at);
    /** Of each group of texts much alike that this one is like too: the earliest time of a member looked at. */
    const settled = new Map<number, number>();
    for (const other of this.#candidates(own)) {
      const group = this.#groupOf(other);
      const then = this.#times.at(other);
      // Whoever sees both sees the one looked at too: it was public before the later of them.
      if ((settled.get(group) ?? Number.POSITIVE_INFINITY) <= Math.max(time, then)) continue;
      const [of, on] = time < then ? [other, at] : [at, other];
      const counted = this.#compared(of, on, at, own);
      if (counted === undefined) continue;
      const { shared, ofSize, onSize, quoted, passages } = counted;
      const contained = shared / Math.min(ofSize, onSize);
      const resemblance = shared / (ofSize + onSize - shared);
      if (contained >= leastShare || passages.length > 0) this.#copies.add(packedCopy(counted));
      if (contained < settledAt || resemblance < (quoted ? settledAt : settledWhole)) continue;
      settled.set(group, Math.min(settled.get(group) ?? Number.POSITIVE_INFINITY, then));
    }
    for (const group of settled.keys()) this.#alike.set(this.#groupOf(group), this.#groupOf(at));
  }

  /** Texts that share most fingerprints, the first that came on a tie. */
  #candidates({ fingerprint }: Own): number[] {
    const shared = this.#shared;
    const found: number[] = [];
    const see = (other: number) => {
      const count = shared.at(other);
      if (count === 0) found.push(other);
      shared.set(other, count + 1);
    };
    for (const print of fingerprint) this.#holders.each(print, see);
    found.sort((a, b) => shared.at(b) - shared.at(a) || a - b);
    for (const other of found) shared.set(other, 0);
    return found.slice(0, looks);
  }

  #compared(of: number, on: number, at: number, own: Own): Counted | undefined {
    const [later, earlier] = [this.#unique.get(of), this.#unique.get(on)];
    const found = sharedHashes(later, earlier);
    if (found.count === 0) return undefined;
    const quoted = this.#quoted.at(of) + this.#quoted.at(on) > 0;
    // Most often the text that came is the later one; the words of another are looked up once more.
    const passages = () => passagesOf(of === at ? own : shingled(this.#textOf(of)), found);
    return {
      of,
      on,
      shared: found.count,
      ofSize: later.length,
      onSize: earlier.length,
      quoted,
      passages: quoted ? [] : passages(),
    };
  }

  #groupOf(at: number): number {
    let root = at;
    while (this.#alike.at(root) !== root) root = this.#alike.at(root);
    for (let one = at; one !== root; ) {
      const next = this.#alike.at(one);
      this.#alike.set(one, root);
      one = next;
    }
    return root;
  }
}

/** Shingles in a row of the shortest passage. */
const fewestShared = passageWords - wordsPerShingle + 1;

interface Own extends Shingled {
  readonly quoted: boolean;
}

function shingled(text: string): Own {
  const unquoted = shinglesOf(text);
  if (unquoted.unique.length >= fewestUnquoted) return { ...unquoted, quoted: false };
  return { ...shinglesOf(text, "whole"), quoted: true };
}

/** Runs of the text whose every shingle is shared. */
function passagesOf({ starts, ends, positions, ranks }: Shingled, { count, isShared }: Shared): Passage[] {
  // Where a shingle comes twice, a few may make a long run.
  if (count < fewestShared && ranks.length === isShared.length) return [];
  const passages: Passage[] = [];
  let start = -1;
  let end = 0;
  let words = 0;
  let position = -2;
  for (let i = 0; i < ranks.length; i++) {
    const here = isShared[ranks[i]!] === 1;
    const goesOn = here && start >= 0 && positions[i] === position + 1;
    if (start >= 0 && !goesOn) {
      if (words >= passageWords) passages.push({ start, end, words });
      start = -1;
    }
    if (goesOn) {
      end = ends[i]!;
      words++;
    } else if (here) {
      start = starts[i]!;
      end = ends[i]!;
      words = wordsPerShingle;
    }
    position = positions[i]!;
  }
  if (start >= 0 && words >= passageWords) passages.push({ start, end, words });
  return passages;
}
