/**
 * Which texts share more than chance: candidates by fingerprint, then the exact share. Each text meets a
 * bounded number of earlier ones, so the time grows with the number of texts and not with their pairs.
 */
import type { Span } from "../model/span.ts";
import { type Shingled, shinglesOf, wordsPerShingle } from "./shingles.ts";

export interface Copy {
  /** Positions in the list given, `on` < `of`. */
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

/** Earlier holders kept per fingerprint: a story printed by ten thousand papers still costs this many. */
const holders = 8;
/** Candidates looked at exactly, most shared fingerprints first. */
const looks = 12;
/** So much contained in one member of a group, the others need no look. */
const settledAt = 0.9;
/** A run of so many words is copied, not chance or a stock phrase. */
const passageWords = 14;
/** A text with fewer unquoted shingles than this is compared with its quotations. */
const fewestUnquoted = 10;

/**
 * Compares every text with earlier ones that share fingerprints, in the order given. `groupOf` says which
 * group an earlier text is in by now, which spares the look at a third copy of what was found already;
 * `found` is called once per text that shares anything, the copy most contained first.
 */
export function findCopies(
  texts: readonly string[],
  groupOf: (text: number) => number,
  found: (copies: readonly Copy[]) => void,
): void {
  const shingled = texts.map((text): Compared => {
    const unquoted = shinglesOf(text);
    return unquoted.hashes.size >= fewestUnquoted ? unquoted : { ...shinglesOf(text, "whole"), quoted: true };
  });
  const holdersOf = new Map<number, number[]>();
  for (let of = 0; of < shingled.length; of++) {
    const own = shingled[of]!;
    const shared = new Map<number, number>();
    for (const print of own.fingerprint) {
      for (const on of holdersOf.get(print) ?? []) shared.set(on, (shared.get(on) ?? 0) + 1);
    }
    const copies: Copy[] = [];
    const settled = new Set<number>();
    const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [on] of candidates.slice(0, looks)) {
      if (settled.has(groupOf(on))) continue;
      const copy = compare(shingled, of, on);
      if (copy === undefined) continue;
      copies.push(copy);
      if (copy.contained >= settledAt) settled.add(groupOf(on));
    }
    if (copies.length > 0)
      found(copies.sort((a, b) => b.contained - a.contained || b.size - a.size || a.on - b.on));
    for (const print of own.fingerprint) {
      const known = holdersOf.get(print);
      if (known === undefined) holdersOf.set(print, [of]);
      else if (known.length < holders) known.push(of);
    }
  }
}

interface Compared extends Shingled {
  readonly quoted?: true;
}

function compare(shingled: readonly Compared[], of: number, on: number): Copy | undefined {
  const later = shingled[of]!;
  const earlier = shingled[on]!;
  const [small, large, shorter] =
    later.hashes.size <= earlier.hashes.size
      ? [later.hashes, earlier.hashes, of]
      : [earlier.hashes, later.hashes, on];
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared++;
  if (shared === 0) return undefined;
  const quoted = later.quoted === true || earlier.quoted === true;
  return {
    of,
    on,
    contained: shared / small.size,
    resemblance: shared / (small.size + large.size - shared),
    shorter,
    size: small.size,
    quoted,
    passages: quoted ? [] : passagesOf(later, earlier.hashes),
  };
}

/** Runs of the text whose every shingle stands in the other. */
function passagesOf(text: Shingled, other: ReadonlySet<number>): Passage[] {
  const passages: Passage[] = [];
  let start = -1;
  let end = 0;
  let words = 0;
  let position = -2;
  const close = () => {
    if (start >= 0 && words >= passageWords) passages.push({ start, end, words });
    start = -1;
  };
  for (const shingle of text.shingles) {
    if (!other.has(shingle.hash)) {
      close();
    } else if (start >= 0 && shingle.position === position + 1) {
      end = shingle.end;
      words++;
    } else {
      close();
      start = shingle.start;
      end = shingle.end;
      words = wordsPerShingle;
    }
    position = shingle.position;
  }
  close();
  return passages;
}
