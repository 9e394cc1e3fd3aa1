import { describe, expect, it } from "vitest";
import { kernelWith } from "./kernel.ts";
import { type Compiled, instance, mayBeWide, panelsOf, plain, wide } from "./product.ts";
import { randomFrom } from "./train/random.ts";

const random = randomFrom(3);
const codes = (n: number, most: number) =>
  Int16Array.from({ length: n }, () => Math.round((random() * 2 - 1) * most));
const numbers = (n: number) => Float32Array.from({ length: n }, () => random() + 0.1);

/** C = bias + A · B by `multiplyCodes` of the kernel, and by this product. */
function both(compiled: Compiled, [m, k, n]: readonly [number, number, number]) {
  const kernel = kernelWith(200_000);
  const product = instance(compiled, kernel.memory);
  const { floats } = kernel;
  const kept = (values: Float32Array) => {
    const at = kernel.take(values.length);
    floats.set(values, at);
    return at * 4;
  };
  const keptCodes = (values: Int16Array) => {
    const at = kernel.take(values.length / 2);
    kernel.codes.set(values, at * 2);
    return at * 4;
  };
  const matrix = codes(k * n, 4095);
  const a = keptCodes(codes(m * k, 2047));
  const [aScales, bScales] = [kept(numbers(m)), kept(numbers(n))];
  const biases = numbers(n);
  const bias = kept(biases);
  const columns = keptCodes(matrix);
  const panels = keptCodes(panelsOf(matrix, k, n, product.columns));
  const [wanted, c] = [kernel.take(m * n), kernel.take((m + 1) * n)];
  for (let i = 0; i < m; i++) floats.set(biases, wanted + i * n);
  kernel.multiplyCodes(m, n, k, a, aScales, columns, bScales, wanted * 4, n * 4);
  product.multiply(m, n, k, a, aScales, panels, bScales, bias, c * 4);
  return {
    wanted: floats.slice(wanted, wanted + m * n),
    got: floats.slice(c, c + m * n),
    behind: floats.slice(c + m * n, c + (m + 1) * n),
  };
}

const sizes = [
  [1, 4, 16],
  [3, 8, 32],
  [4, 128, 16],
  [7, 192, 48],
  [33, 192, 144],
] as const;

describe("the product of codes", () => {
  it.each(sizes)("of %i rows of %i by %i columns gives the bits of the plain loop", (...size) => {
    const { wanted, got, behind } = both(plain(), size);
    expect(got).toEqual(wanted);
    expect(new Set(behind)).toEqual(new Set([0]));
  });

  it.runIf(mayBeWide).each(sizes)("in wide registers too: %i, %i, %i", (...size) => {
    const { wanted, got, behind } = both(wide()!, size);
    expect(got).toEqual(wanted);
    expect(new Set(behind)).toEqual(new Set([0]));
  });

  it("fills the columns that a panel has too many with zeros", () => {
    const panels = panelsOf(Int16Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4, 2, 4);
    expect([...panels]).toEqual([1, 2, 5, 6, 0, 0, 0, 0, 3, 4, 7, 8, 0, 0, 0, 0]);
  });
});
