/** Chance that can be had again: the same seed and number give the same draws (mulberry32). */
export interface Random {
  /** A whole number from 0 up to but without `end`. */
  below(end: number): number;
  /** True in one of so many cases. */
  oneIn(count: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function randomOf(seed: number, number: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { below, oneIn: (count) => below(count) === 0, pick: (list) => list[below(list.length)]! };
}
