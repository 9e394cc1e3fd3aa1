/**
 * The loops in which most of the time of reading goes, over registers of 16 bytes, or of 32 where this machine has them: those of
 * kernel.as again, written out so that the engine can join neighbours to wider ones. Both give the same bits: sums that could
 * be added in another order are of whole numbers.
 */
import { setFlagsFromString } from "node:v8";
import { type Kernel, kernelWith } from "./kernel.ts";
import { productCode } from "./product-code.ts";
import { encodeCode, normCode, scanCode } from "./row-code.ts";
import { type Memory, moduleOf, wasm } from "./wasm.ts";

/** Pointers are byte offsets into the memory that they were made over. */
export interface Loops extends Pick<Kernel, "scan" | "norm" | "encode"> {
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

export function loopsOver(memory: Memory): Loops {
  compiled ??= (mayBeWide ? wide() : undefined) ?? plain();
  return instance(compiled, memory);
}

export const plain = (): Compiled => compile(2);

/** The product's tiles are four columns for each of so many vectors: as many as fit the registers. */
function compile(vectors: number): Compiled {
  return {
    module: new wasm.Module(moduleOf([productCode(vectors), scanCode(), normCode(), encodeCode()])),
    vectors,
  };
}

/** Whether this engine was built to join neighbouring registers of 16 bytes to ones of 32 where the processor has them. */
export const mayBeWide =
  process.arch === "x64" &&
  (process.config.variables as Record<string, unknown>).v8_enable_wasm_simd256_revec === 1;

const wideFlags = ["experimental-wasm-revectorize", "no-liftoff", "no-wasm-lazy-compilation"];

/**
 * The same loops, twice as quick. The engine holds what joins registers to be experimental: so it is asked for while this one
 * module is compiled, to the end and at once, and what comes out must agree with the kernel, or the plain one serves.
 */
export function wide(): Compiled | undefined {
  const made = compiledWide();
  return made !== undefined && agrees(made) ? made : undefined;
}

function compiledWide(): Compiled | undefined {
  for (const flag of wideFlags) setFlagsFromString(`--${flag}`);
  try {
    return compile(4);
  } catch {
    return undefined;
  } finally {
    for (const flag of wideFlags) setFlagsFromString(`--no-${flag}`.replace("--no-no-", "--"));
  }
}

export function instance({ module, vectors }: Compiled, memory: Memory): Loops {
  const { exports } = new wasm.Instance(module, { env: { memory } });
  return { ...(exports as Omit<Loops, "columns">), columns: 4 * vectors };
}

/** Whether the loops give the bits that the kernel gives, for some numbers of all sizes. */
export function agrees(made: Compiled, rows = 5, width = 32, columns = 2 * WIDEST): boolean {
  const kernel = kernelWith(20_000 + rows * (6 * width + 3 * columns) + 2 * width * columns);
  const loops = instance(made, kernel.memory);
  const f = kernel.floats;
  const filled = (count: number, from: number, to: number) => {
    const at = kernel.take(count);
    for (let i = 0; i < count; i++) f[at + i] = from + ((i * 0.618_034) % 1) * (to - from);
    return at;
  };
  const isSame = (a: number, b: number, count: number) => {
    for (let i = 0; i < count; i++) if (!Object.is(f[a + i], f[b + i])) return false;
    return true;
  };

  const x = filled(rows * width, -3, 3);
  f.fill(0, x, x + width);
  const [codes, same] = [kernel.take((rows * width) / 2), kernel.take((rows * width) / 2)];
  const [scales, sameScales] = [kernel.take(rows), kernel.take(rows)];
  kernel.encode(rows, width, x * 4, width * 4, codes * 4, scales * 4);
  loops.encode(rows, width, x * 4, width * 4, same * 4, sameScales * 4);
  const bits = kernel.codes;
  for (let i = 0; i < rows * width; i++) if (bits[2 * codes + i] !== bits[2 * same + i]) return false;
  if (!isSame(scales, sameScales, rows)) return false;

  const gains = filled(width, 0.5, 2);
  const [even, sameEven] = [kernel.take(rows * width), kernel.take(rows * width)];
  kernel.norm(rows, width, x * 4, gains * 4, even * 4);
  loops.norm(rows, width, x * 4, gains * 4, sameEven * 4);
  if (!isSame(even, sameEven, rows * width)) return false;

  const matrix = Int16Array.from({ length: width * columns }, (_, i) => ((i * 1237) % 8191) - 4095);
  const [byColumn, panels] = [kernel.take(matrix.length / 2), kernel.take(matrix.length / 2)];
  kernel.codes.set(matrix, 2 * byColumn);
  kernel.codes.set(panelsOf(matrix, width, columns, loops.columns), 2 * panels);
  const [bScales, bias] = [filled(columns, 0.001, 0.01), filled(columns, -1, 1)];
  const [c, sameC] = [kernel.take(rows * columns), kernel.take(rows * columns)];
  kernel.spread(rows, columns, bias * 4, c * 4);
  kernel.multiplyCodes(
    rows,
    columns,
    width,
    codes * 4,
    scales * 4,
    byColumn * 4,
    bScales * 4,
    c * 4,
    columns * 4,
  );
  loops.multiply(rows, columns, width, codes * 4, scales * 4, panels * 4, bScales * 4, bias * 4, sameC * 4);
  if (!isSame(c, sameC, rows * columns)) return false;

  // forwards from the first row, backwards from the last
  const u = filled(rows * 3 * width, -4, 4);
  const [out, sameOut] = [filled(rows * width, -1, 1), filled(rows * width, -1, 1)];
  const [ldu, ldo] = [12 * width, 4 * width];
  const last = rows - 1;
  for (const [scan, to] of [
    [kernel.scan, out],
    [loops.scan, sameOut],
  ] as const) {
    scan(rows, width, u * 4, ldu, to * 4, ldo);
    scan(rows, width, u * 4 + last * ldu, -ldu, to * 4 + last * ldo, -ldo);
  }
  return isSame(out, sameOut, rows * width);
}
