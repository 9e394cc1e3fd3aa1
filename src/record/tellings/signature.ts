/**
 * What a report is about, in its most telling words: by how many of them two reports share one sees whether they can tell of
 * one happening. Who, where and what stand all over a report, while a single sentence often says "the shooting" alone.
 *
 * TF-IDF over the reports that came before (Salton and Buckley 1988), cut to the weightiest words, so that a report costs
 * the same however long it is and however many there are.
 */
import type { Report } from "../../model/report.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { NumbersPool } from "../memory/numbers-pool.ts";
import { wordCache } from "../memory/word-cache.ts";
import { hash53, stemOf, wordsOf } from "./words.ts";

/** Words as hashes of 22 bits, ascending, each with its weight in the 10 bits below: as thousandths of the longest. */
export type Signature = Uint32Array;

/** Words kept of a report. */
export const kept = 64;
/** Characters of a report that are looked at: who and where stand early in news. */
const reach = 2_000;
/** A word of a name weighs so much more: who and where tell one happening from another of its kind. */
const named = 1.7;
/** As if so many reports without the word had come before: few reports say little about what is rare. */
const prior = 60;

const scale = 1023;
const weightBits = 10;
const wordBits = 22;

/** Counts in how many reports each word stood, and weighs the words of the next by it. */
export class Signatures {
  readonly #reports = new Map<number, number>();
  #count = 0;

  /** The signature of the next report, in the order in which they are fetched. */
  of({ title, text }: Pick<Report, "title" | "text">): Signature {
    const { times, names } = counted(text.slice(0, reach));
    for (const word of words(title ?? "")) if (!times.has(word)) times.set(word, 1);
    this.#count++;
    const weighed: [word: number, weight: number][] = [];
    for (const [word, count] of times) {
      const seen = (this.#reports.get(word) ?? 0) + 1;
      this.#reports.set(word, seen);
      const rarity = Math.log((this.#count + prior) / (seen + 0.5));
      weighed.push([word, (1 + Math.log(count)) * rarity * (names.has(word) ? named : 1)]);
    }
    const top = weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, kept);
    const length = Math.sqrt(top.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return Uint32Array.from(
      top
        .sort((a, b) => a[0] - b[0])
        .map(([word, weight]) => word * (1 << weightBits) + Math.round((scale * weight) / length)),
    );
  }

  /** In how many reports each word stood, and back. */
  counts(): [word: number, reports: number][] {
    return [...this.#reports];
  }

  restore(reports: number, counts: readonly (readonly [number, number])[]): void {
    this.#count = reports;
    for (const [word, times] of counts) this.#reports.set(word, times);
  }
}

/** Signatures by the position of their reports, outside of the heap. */
export class KeptSignatures {
  readonly #pool = new NumbersPool(Uint32Array);
  #last: { readonly position: number; readonly signature: Signature } | undefined;

  get length(): number {
    return this.#pool.length;
  }

  push(signature: Signature): void {
    this.#pool.push(signature);
  }

  /** The same object as long as nobody asks for another. */
  at(position: number): Signature {
    if (this.#last?.position !== position) this.#last = { position, signature: this.#pool.get(position) };
    return this.#last.signature;
  }
}

/** A signature as text, and back. */
export function packedSignature({ buffer, byteOffset, byteLength }: Signature): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

export function signatureOf(packed: string): Signature {
  const bytes = Uint8Array.from(Buffer.from(packed, "base64"));
  return new Uint32Array(bytes.buffer);
}

/** The cosine of two signatures, from 0 for reports of different things to 1. */
export function affinity(a: Signature, b: Signature): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i]! >>> weightBits, b[j]! >>> weightBits];
    if (one === other) sum += (a[i++]! & scale) * (b[j++]! & scale);
    else if (one < other) i++;
    else j++;
  }
  return sum / (scale * scale);
}

/** The part of a report's signature that stands in some of its words. */
export function within(signature: Signature, text: string): Signature {
  const own = new Set(words(text));
  return signature.filter((one) => own.has(one >>> weightBits));
}

/** Whether the word is among those of the signature, of whatever weight. */
export function has(signature: Signature, word: number): boolean {
  const wanted = word >>> weightBits;
  let [low, high] = [0, signature.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (signature[middle]! >>> weightBits < wanted) low = middle + 1;
    else high = middle;
  }
  return low < signature.length && signature[low]! >>> weightBits === wanted;
}

/** The weightiest words, as numbers. */
export function foremost(signature: Signature, count: number): number[] {
  const found: number[] = [];
  for (const one of signature) {
    // Words ascend, so that of two of one weight the first one goes before.
    let place = found.length;
    while (place > 0 && (found[place - 1]! & scale) < (one & scale)) place--;
    if (place >= count) continue;
    found.splice(place, 0, one);
    if (found.length > count) found.pop();
  }
  return found.map((one) => one >>> weightBits);
}

/** How much each doubling of the affinity speaks for one happening, and the most that it may speak for and against. */
const perDoubling = 0.5;
const mostFor = 0.5;
const mostAgainst = -1.2;

interface Reported {
  readonly report: string;
  readonly signature: Signature;
}

/**
 * What two reports have in common besides, to be added to the agreement of two tellings in them, where 1 is enough. Two
 * shootings on one day are told in the same words in reports of different people and towns, and one shooting in other words
 * in reports of the same. `usual` is the affinity that speaks neither for nor against. Reports of a few words say little of
 * what else they have in common.
 *
 * Chosen on reports whose happenings are known (GVA, ECB+, Wikinews: `npm run bench -- happenings`).
 */
export function closeness(a: Reported, b: Reported, usual: number): number {
  if (a.report === b.report) return 0;
  const doublings = Math.log2(Math.max(affinityOf(a, b), 0.01) / usual);
  const told = Math.min(1, Math.min(a.signature.length, b.signature.length) / kept);
  return doublings > 0
    ? Math.min(perDoubling * doublings, mostFor)
    : told * Math.max(perDoubling * doublings, mostAgainst);
}

/** Of the report last compared, its affinity to others by id: what it tells is compared with what the same ones tell. */
const known = new Map<string, number>();
let compared: Signature | undefined;

export function affinityOf({ signature }: Reported, other: Reported): number {
  if (signature !== compared) {
    known.clear();
    compared = signature;
  }
  let found = known.get(other.report);
  if (found === undefined) {
    found = affinity(signature, other.signature);
    known.set(other.report, found);
  }
  return found;
}

/** How often each word stands there, and which are of names: with a capital inside a sentence, and never without. */
function counted(text: string): { times: Map<number, number>; names: Set<number> } {
  const times = new Map<number, number>();
  const [capital, small] = [new Set<number>(), new Set<number>()];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [one] = match;
    const isCapital = one[0] !== one[0]!.toLowerCase();
    const note = (word: number) => {
      times.set(word, (times.get(word) ?? 0) + 1);
      if (!isCapital) small.add(word);
      else if (goesOn.test(text.slice(Math.max(0, match.index - 2), match.index))) capital.add(word);
    };
    const word = wordOf(one);
    if (word === several) words(one).forEach(note);
    else if (word !== nothing) note(word);
  }
  return { times, names: new Set([...capital].filter((word) => !small.has(word))) };
}

/** What stands before a word inside a sentence. */
const goesOn = /[\p{Ll},;] $/u;

const [several, nothing] = [1 << wordBits, (1 << wordBits) + 1];

/** The only word of what stands between two that are no letters or digits, or which of the above. */
const wordOf = wordCache((one) => {
  const all = words(one);
  return all.length > 1 ? several : (all[0] ?? nothing);
});

function words(text: string): number[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !functionWords.has(word))
    .map((word) => hash53(stemOf(word)) % (1 << wordBits));
}
