/**
 * Rows of codes by a matrix of codes, where most of the time of reading goes: over registers of 16 bytes, or of 32 where this
 * machine has them. The sums are of whole numbers, so that the order in which they are added changes nothing: both give the
 * same bits, and those of `multiplyCodes` in kernel.as.
 */
import { setFlagsFromString } from "node:v8";
import { productCode, ROWS } from "./product-code.ts";
import { type Memory, wasm } from "./wasm.ts";

/** Pointers are byte offsets into the memory that it was made over. */
export interface Product {
  /**
   * C[m × n] = bias + A[m × k] · B[k × n], scaled back by row and by column. A's rows of i16 codes follow one another; B is in
   * panels (`panelsOf`); C's rows are n floats. k is a multiple of 4, n of `columns`.
   */
  multiply(
    m: number,
    n: number,
    k: number,
    a: number,
    aScales: number,
    b: number,
    bScales: number,
    bias: number,
    c: number,
  ): void;
  /** Columns of a panel. */
  readonly columns: number;
}

/** A matrix whose columns follow one another as panels of so many columns: pairs of rows, in each all the panel's columns. */
export function panelsOf(codes: Int16Array, rows: number, columns: number, wide: number): Int16Array {
  const panels = new Int16Array(rows * padTo(columns, wide));
  let to = 0;
  for (let first = 0; first < columns; first += wide) {
    for (let k = 0; k < rows; k += 2) {
      for (let c = first; c < first + wide; c++, to += 2) {
        if (c >= columns) continue;
        panels[to] = codes[c * rows + k]!;
        panels[to + 1] = codes[c * rows + k + 1]!;
      }
    }
  }
  return panels;
}

/** The most columns that a panel has. */
export const WIDEST = 16;

export const padTo = (n: number, wide: number): number => Math.ceil(n / wide) * wide;

export interface Compiled {
  readonly module: object;
  readonly vectors: number;
}

let compiled: Compiled | undefined;

export function productOver(memory: Memory): Product {
  compiled ??= (mayBeWide ? wide() : undefined) ?? plain();
  return instance(compiled, memory);
}

export const plain = (): Compiled => ({ module: new wasm.Module(productCode(2)), vectors: 2 });

/** Whether this engine was built to join neighbouring registers of 16 bytes to ones of 32 where the processor has them. */
export const mayBeWide =
  process.arch === "x64" &&
  (process.config.variables as Record<string, unknown>).v8_enable_wasm_simd256_revec === 1;

const wideFlags = ["experimental-wasm-revectorize", "no-liftoff", "no-wasm-lazy-compilation"];

/**
 * The same loop, twice as quick. The engine holds what joins registers to be experimental: so it is asked for while this one
 * module is compiled, to the end and at once, and what comes out must compute a product rightly, or the plain one serves.
 */
export function wide(): Compiled | undefined {
  for (const flag of wideFlags) setFlagsFromString(`--${flag}`);
  try {
    const made = { module: new wasm.Module(productCode(4)), vectors: 4 };
    return isRight(made) ? made : undefined;
  } catch {
    return undefined;
  } finally {
    for (const flag of wideFlags) setFlagsFromString(`--no-${flag}`.replace("--no-no-", "--"));
  }
}

export function instance({ module, vectors }: Compiled, memory: Memory): Product {
  const { exports } = new wasm.Instance(module, { env: { memory } });
  return { ...(exports as Pick<Product, "multiply">), columns: 4 * vectors };
}

/** A product of five rows, a tile and one over, against the same sums here. */
function isRight(made: Compiled): boolean {
  const memory = new wasm.Memory({ initial: 1 });
  const { multiply, columns } = instance(made, memory);
  const [m, k, n] = [ROWS + 1, 8, 2 * columns] as const;
  const codes = new Int16Array(memory.buffer);
  const f = new Float32Array(memory.buffer);
  const [a, b, aScales, bScales, bias, c] = [1024, 2048, 8192, 8448, 9216, 10_240] as const;
  const matrix = Int16Array.from({ length: k * n }, (_, i) => ((i * 1237) % 8191) - 4095);
  for (let i = 0; i < m * k; i++) codes[a / 2 + i] = ((i * 769) % 4095) - 2047;
  codes.set(panelsOf(matrix, k, n, columns), b / 2);
  for (let i = 0; i < m; i++) f[aScales / 4 + i] = 1 / (i + 3);
  for (let j = 0; j < n; j++) {
    f[bScales / 4 + j] = 1 / (j + 7);
    f[bias / 4 + j] = j / 11;
  }
  multiply(m, n, k, a, aScales, b, bScales, bias, c);
  const { fround } = Math;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += codes[a / 2 + i * k + p]! * matrix[j * k + p]!;
      const scaled = fround(fround(fround(sum) * f[bScales / 4 + j]!) * f[aScales / 4 + i]!);
      if (f[c / 4 + i * n + j] !== fround(f[bias / 4 + j]! + scaled)) return false;
    }
  }
  return true;
}
