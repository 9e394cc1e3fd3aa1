import { describe, expect, it } from "vitest";
import { kernelWith } from "./kernel.ts";
import { codeColumns } from "./train/compact.ts";
import { randomFrom } from "./train/random.ts";

const random = randomFrom(5);
const numbers = (n: number) => Float32Array.from({ length: n }, () => random() * 4 - 2);

/** Rows (m × k) times columns (k × n), plainly. */
function product(a: Float32Array, b: Float32Array, m: number, k: number, n: number): Float64Array {
  const c = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) c[i * n + j]! += a[i * k + p]! * b[p * n + j]!;
  return c;
}

describe("the compiled inner loops", () => {
  it.each([
    [1, 8, 8],
    [2, 16, 24],
    [5, 192, 40],
    [7, 64, 8],
  ])("multiply %i rows of %i by %i columns as the plain loops do, in floats and in codes", (m, k, n) => {
    const a = numbers(m * k);
    const b = numbers(k * n);
    const wanted = product(a, b, m, k, n);
    const kernel = kernelWith(20_000);
    const f = kernel.floats;
    const [at, bt, ct] = [kernel.take(m * k), kernel.take(k * n), kernel.take(m * n)];
    f.set(a, at);
    f.set(b, bt);
    kernel.multiply(m, n, k, at * 4, k * 4, 4, bt * 4, n * 4, ct * 4, n * 4, false);
    for (const [i, x] of wanted.entries()) expect(f[ct + i]).toBeCloseTo(x, 3);

    const whole = Int16Array.from(b, (x) => Math.round(x * 16_000));
    const { codes, scales } = codeColumns(whole, 1 / 16_000, n);
    const [codesAt, scalesAt] = [kernel.take((k * n) / 2), kernel.take(n)];
    const [rowCodes, rowScales] = [kernel.take((m * k) / 2), kernel.take(m)];
    kernel.codes.set(codes, codesAt * 2);
    f.set(scales, scalesAt);
    f.fill(0, ct, ct + m * n);
    kernel.encode(m, k, at * 4, k * 4, rowCodes * 4, rowScales * 4);
    kernel.multiplyCodes(m, n, k, rowCodes * 4, rowScales * 4, codesAt * 4, scalesAt * 4, ct * 4, n * 4);
    const largest = Math.max(...wanted.map(Math.abs));
    for (const [i, x] of wanted.entries()) expect(Math.abs(f[ct + i]! - x)).toBeLessThan(0.002 * largest);
  });

  it("keeps sums of the largest codes within 32 bits", () => {
    const [m, k, n] = [2, 256, 4];
    const kernel = kernelWith(10_000);
    const f = kernel.floats;
    const at = kernel.take(m * k);
    f.fill(3, at, at + m * k);
    const { codes, scales } = codeColumns(new Int16Array(k * n).fill(-32_767), 1 / 32_767, n);
    const [codesAt, scalesAt, rowCodes, rowScales, ct] = [k * n, n, m * k, m, m * n].map((count) =>
      kernel.take(count),
    ) as [number, number, number, number, number];
    kernel.codes.set(codes, codesAt * 2);
    f.set(scales, scalesAt);
    kernel.encode(m, k, at * 4, k * 4, rowCodes * 4, rowScales * 4);
    kernel.multiplyCodes(m, n, k, rowCodes * 4, rowScales * 4, codesAt * 4, scalesAt * 4, ct * 4, n * 4);
    for (let i = 0; i < m * n; i++) expect(f[ct + i]).toBeCloseTo(-3 * k, 1);
  });

  it("codes a row of zeros as zeros", () => {
    const kernel = kernelWith(5000);
    const [at, codes, scales] = [kernel.take(8), kernel.take(4), kernel.take(1)];
    kernel.codes.fill(7, codes * 2, codes * 2 + 8);
    kernel.encode(1, 8, at * 4, 32, codes * 4, scales * 4);
    expect([...kernel.codes.slice(codes * 2, codes * 2 + 8)]).toEqual(new Array(8).fill(0));
    expect(kernel.floats[scales]).toBe(0);
  });
});
