import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeFrom } from "./spanning.ts";

/** Scores of n words over n + 1 heads, and what treeFrom makes of them. */
function headsOf(n: number, scores: number[]): number[] {
  const heads = new Int32Array(n);
  treeFrom(Float32Array.from(scores), 0, n + 1, n, heads);
  return [...heads];
}

function isTree(heads: number[], n: number): boolean {
  if (heads.filter((h) => h === n).length !== 1) return false;
  return heads.every((_, i) => {
    let k = i;
    for (let steps = 0; k < n; steps++) {
      if (steps > n) return false;
      k = heads[k]!;
    }
    return true;
  });
}

const total = (heads: number[], n: number, scores: number[]): number =>
  heads.reduce((sum, h, i) => sum + Math.fround(scores[i * (n + 1) + h]!), 0);

describe("treeFrom", () => {
  it.each([
    ["best heads that are a tree stay", 2, [0, 5, 1, 0, 0, 9], [1, 2]],
    ["a cycle is broken where it costs least", 2, [0, 9, 1, 9, 0, 5], [1, 2]],
    ["of two roots one stays", 2, [0, 1, 9, 2, 0, 8], [2, 0]],
  ])("%s", (_, n, scores, expected) => {
    expect(headsOf(n, scores)).toEqual(expected);
  });

  it("finds the best tree below the root word it chose, against all trees", () => {
    const n = 4;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 }), (scores) => {
        const heads = headsOf(n, scores);
        expect(isTree(heads, n)).toBe(true);
        const root = heads.indexOf(n);
        let best = Number.NEGATIVE_INFINITY;
        for (let code = 0; code < 5 ** n; code++) {
          const all = Array.from({ length: n }, (_, i) => Math.floor(code / 5 ** i) % 5);
          if (all[root] === n && all.every((h, i) => h !== i) && isTree(all, n)) {
            best = Math.max(best, total(all, n, scores));
          }
        }
        expect(total(heads, n, scores)).toBe(best);
      }),
      { numRuns: 200 },
    );
  });

  it("gives a tree for long sentences too, whatever the scores", () => {
    const n = 200;
    let x = 1;
    const scores = Array.from({ length: n * (n + 1) }, () => {
      x = (x * 48271) % 2147483647;
      return x / 2147483647;
    });
    expect(isTree(headsOf(n, scores), n)).toBe(true);
  });
});
