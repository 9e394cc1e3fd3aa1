import { describe, expect, it } from "vitest";
import { agrees, mayBeWide, panelsOf, plain, wide } from "./loops.ts";

/** Rows, width, columns. */
const sizes = [
  [1, 32, 16],
  [3, 32, 32],
  [4, 128, 48],
  [7, 192, 64],
  [33, 192, 144],
] as const;

describe("the loops written out", () => {
  it.each(sizes)("give the kernel's bits for %i rows of %i by %i columns", (...size) => {
    expect(agrees(plain(), ...size)).toBe(true);
  });

  it.runIf(mayBeWide).each(sizes)("in wide registers too: %i, %i, %i", (...size) => {
    expect(agrees(wide()!, ...size)).toBe(true);
  });

  it("are not believed where their panels are of another width", () => {
    const made = plain();
    expect(agrees({ ...made, vectors: 4 })).toBe(false);
  });

  it("fill the columns that a panel has too many with zeros", () => {
    const panels = panelsOf(Int16Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4, 2, 4);
    expect([...panels]).toEqual([1, 2, 5, 6, 0, 0, 0, 0, 3, 4, 7, 8, 0, 0, 0, 0]);
  });
});
