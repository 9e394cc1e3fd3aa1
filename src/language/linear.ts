/** A linear classifier over hashed features: `classes` scores a bucket, int8 weights. */

export interface Linear {
  readonly classes: number;
  /** Buckets minus one; their number is a power of two. */
  readonly mask: number;
  readonly weights: Int8Array | Float32Array;
}

/** int8 codes stand for their squares: fine steps for the many small weights, room for the few large ones. */
const squares = Int32Array.from({ length: 256 }, (_, i) => (i - 128) * Math.abs(i - 128));

/** The score of one class only. */
export function scoreOf(model: Linear, features: Int32Array, count: number, k: number): number {
  const { classes, mask, weights } = model;
  let score = 0;
  if (weights instanceof Int8Array) {
    for (let f = 0; f < count; f++) score += squares[weights[(features[f]! & mask) * classes + k]! + 128]!;
  } else {
    for (let f = 0; f < count; f++) score += weights[(features[f]! & mask) * classes + k]!;
  }
  return score;
}
