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
  /** Whose words were counted: the shorter of the two. */
  readonly shorter: number;
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
/** A run of so many words is copied, not chance or a stock phrase. */
const passageWords = 14;
/** A text with fewer unquoted shingles than this is compared with its quotations. */
const enough = 25;

/**
 * Every text with the earlier texts that it shares words with. `joined` says whether two texts are known to
 * belong together already, which spares the second look at a third copy; `found` is called as pairs turn up.
 */
export function findCopies(
  texts: readonly string[],
  joined: (a: number, b: number) => boolean,
  found: (copy: Copy) => void,
): void {
  const shingled = texts.map((text) => {
    const unquoted = shinglesOf(text);
    return unquoted.hashes.size >= enough ? unquoted : shinglesOf(text, "whole");
  });
  const holdersOf = new Map<number, number[]>();
  for (let of = 0; of < shingled.length; of++) {
    const own = shingled[of]!;
    const shared = new Map<number, number>();
    for (const print of own.fingerprint) {
      for (const on of holdersOf.get(print) ?? []) shared.set(on, (shared.get(on) ?? 0) + 1);
    }
    const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    let looked = 0;
    for (const [on] of candidates) {
      if (looked === looks) break;
      if (joined(of, on)) continue;
      looked++;
      const copy = compare(shingled, of, on);
      if (copy !== undefined) found(copy);
    }
    for (const print of own.fingerprint) {
      const known = holdersOf.get(print);
      if (known === undefined) holdersOf.set(print, [of]);
      else if (known.length < holders) known.push(of);
    }
  }
}

function compare(shingled: readonly Shingled[], of: number, on: number): Copy | undefined {
  const later = shingled[of]!;
  const earlier = shingled[on]!;
  const [small, large, shorter] =
    later.hashes.size <= earlier.hashes.size
      ? [later.hashes, earlier.hashes, of]
      : [earlier.hashes, later.hashes, on];
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared++;
  if (shared === 0) return undefined;
  return { of, on, contained: shared / small.size, shorter, passages: passagesOf(later, earlier.hashes) };
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
