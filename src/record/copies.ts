/**
 * Which texts share more than chance: candidates by fingerprint, then the exact share. Each text meets a
 * bounded number of earlier ones, so the time grows with the number of texts and not with their pairs.
 */
import type { Span } from "../model/span.ts";
import { hasHash, type Shingled, sharedHashes, shinglesOf, wordsPerShingle } from "./shingles.ts";

export interface Copy {
  /** Positions of the texts, that made public later and the earlier one. */
  readonly of: number;
  readonly on: number;
  /** Share of the shorter text's unquoted words that stand in the longer one, 0 to 1. */
  readonly contained: number;
  /** Shared over all words of the two, 0 to 1. */
  readonly resemblance: number;
  /** Whose words were counted: the shorter of the two. */
  readonly shorter: number;
  /** Shingles of the shorter. */
  readonly size: number;
  /** One of the two is little but quotations, so that these were compared as well. */
  readonly quoted: boolean;
  /** Runs of the later text that stand in the earlier one, in text order. */
  readonly passages: readonly Passage[];
}

export interface Passage extends Span {
  readonly words: number;
}

/** Holders kept per fingerprint, those made public first: a story printed by ten thousand papers still costs this many. */
const holders = 8;
/** Candidates looked at exactly, most shared fingerprints first. */
const looks = 12;
/** Two texts that are so much alike need only one of them looked at by a third. */
const settledAt = 0.9;
const settledWhole = 0.6;
/** A run of so many words is copied, not chance or a stock phrase. */
const passageWords = 14;
/** A text with fewer unquoted shingles than this is compared with its quotations. */
const fewestUnquoted = 10;

/**
 * Compares every text with those that came before it and share fingerprints. Texts come in any order of their times;
 * what comes later changes nothing that was found before.
 */
export class CopyFinder {
  readonly #texts: Compared[] = [];
  readonly #holders = new Map<number, number[]>();
  readonly #copies: Copy[][] = [];
  /** Of texts that are much alike: the position of one that stands for them. */
  readonly #alike: number[] = [];

  /** `time` is when the text was made public. Gives its position. */
  add(text: string, time: number): number {
    const unquoted = shinglesOf(text);
    const own: Compared =
      unquoted.unique.length >= fewestUnquoted
        ? { ...unquoted, time }
        : { ...shinglesOf(text, "whole"), quoted: true, time };
    const at = this.#texts.push(own) - 1;
    this.#copies.push([]);
    this.#alike.push(at);
    this.#compare(at, own);
    for (const print of own.fingerprint) this.#hold(print, at);
    return at;
  }

  /** What a text shares with texts made public before it, of those that have come. */
  copiesOf(at: number): readonly Copy[] {
    return this.#copies[at]!;
  }

  #compare(at: number, own: Compared): void {
    const shared = new Map<number, number>();
    for (const print of own.fingerprint) {
      for (const other of this.#holders.get(print) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    /** Of each group of texts much alike that this one is like too: the earliest time of a member looked at. */
    const settled = new Map<number, number>();
    const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [other] of candidates.slice(0, looks)) {
      const group = this.#groupOf(other);
      // Whoever sees both sees the one looked at too: it was public before the later of them.
      if ((settled.get(group) ?? Number.POSITIVE_INFINITY) <= Math.max(own.time, this.#texts[other]!.time))
        continue;
      const [of, on] = own.time < this.#texts[other]!.time ? [other, at] : [at, other];
      const copy = compare(this.#texts, of, on);
      if (copy === undefined) continue;
      this.#copies[of]!.push(copy);
      if (copy.contained < settledAt || copy.resemblance < (copy.quoted ? settledAt : settledWhole)) continue;
      settled.set(group, Math.min(settled.get(group) ?? Number.POSITIVE_INFINITY, this.#texts[other]!.time));
    }
    for (const group of settled.keys()) this.#alike[this.#groupOf(group)] = this.#groupOf(at);
  }

  #hold(print: number, at: number): void {
    const known = this.#holders.get(print);
    if (known === undefined) {
      this.#holders.set(print, [at]);
      return;
    }
    const { time } = this.#texts[at]!;
    let place = known.length;
    while (place > 0 && this.#texts[known[place - 1]!]!.time > time) place--;
    if (place < holders) known.splice(place, 0, at);
    if (known.length > holders) known.pop();
  }

  #groupOf(at: number): number {
    let root = at;
    while (this.#alike[root] !== root) root = this.#alike[root]!;
    for (let one = at; one !== root; ) {
      const next = this.#alike[one]!;
      this.#alike[one] = root;
      one = next;
    }
    return root;
  }
}

interface Compared extends Shingled {
  readonly quoted?: true;
  readonly time: number;
}

function compare(texts: readonly Compared[], of: number, on: number): Copy | undefined {
  const later = texts[of]!;
  const earlier = texts[on]!;
  const shared = sharedHashes(later, earlier);
  if (shared === 0) return undefined;
  const [ofSize, onSize] = [later.unique.length, earlier.unique.length];
  const size = Math.min(ofSize, onSize);
  const quoted = later.quoted === true || earlier.quoted === true;
  return {
    of,
    on,
    contained: shared / size,
    resemblance: shared / (ofSize + onSize - shared),
    shorter: ofSize <= onSize ? of : on,
    size,
    quoted,
    passages: quoted ? [] : passagesOf(later, earlier),
  };
}

/** Runs of the text whose every shingle stands in the other. */
function passagesOf(text: Shingled, other: Shingled): Passage[] {
  const { hashes, starts, ends, positions } = text;
  const passages: Passage[] = [];
  let start = -1;
  let end = 0;
  let words = 0;
  let position = -2;
  const close = () => {
    if (start >= 0 && words >= passageWords) passages.push({ start, end, words });
    start = -1;
  };
  for (const [i, hash] of hashes.entries()) {
    if (!hasHash(other, hash)) {
      close();
    } else if (start >= 0 && positions[i] === position + 1) {
      end = ends[i]!;
      words++;
    } else {
      close();
      start = starts[i]!;
      end = ends[i]!;
      words = wordsPerShingle;
    }
    position = positions[i]!;
  }
  close();
  return passages;
}
