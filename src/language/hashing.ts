/** Feature hashing: strings and small numbers to 32-bit integers, the same on every machine. */

/** FNV-1a over UTF-16 code units of `text.slice(start, end)`. */
export function hashText(text: string, start = 0, end = text.length, seed = BASIS): number {
  let h = seed;
  for (let i = start; i < end; i++) h = hashStep(h, text.charCodeAt(i));
  return hashEnd(h);
}

/** What a hash begins with, how it takes in one more code unit, and what it comes to. */
export const BASIS = 0x811c9dc5;
export const hashStep = (h: number, code: number): number => Math.imul(h ^ code, 0x01000193);
export function hashEnd(h: number): number {
  let x = h;
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca6b);
  return x ^ (x >>> 13);
}

/** Index of a hash in sorted ones, or -1. */
export function indexOfHash(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = keys[middle]!;
    if (there === key) return middle;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Mixes a template number and up to three parts into one feature. */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h ^ b, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h ^ c, 0x27d4eb2f);
  return h ^ (h >>> 15);
}
