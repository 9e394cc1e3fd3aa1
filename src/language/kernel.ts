/** The compiled inner loops (kernel.as) over one memory of 32-bit floats, handed out from front to back. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Memory, wasm } from "./wasm.ts";

/** Pointers are byte offsets; see kernel.as for what each function does. */
interface Functions {
  multiply(
    m: number,
    n: number,
    k: number,
    a: number,
    rs: number,
    cs: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    add: boolean,
  ): void;
  multiplyTransposed(
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    add: boolean,
  ): void;
  scan(n: number, h: number, u: number, ldu: number, out: number, ldo: number): void;
  norm(n: number, w: number, x: number, g: number, y: number): void;
  blend(n: number, w: number, x: number, before: number, after: number, y: number): void;
  spread(n: number, w: number, row: number, y: number): void;
  leak(n: number, w: number, x: number, ld: number): void;
  pair(w: number, dependent: number, head: number, out: number): void;
  encode(n: number, w: number, x: number, ldx: number, codes: number, scales: number): void;
  multiplyCodes(
    m: number,
    n: number,
    k: number,
    a: number,
    aScales: number,
    b: number,
    bScales: number,
    c: number,
    ldc: number,
  ): void;
  scanKeeping(
    n: number,
    h: number,
    u: number,
    ldu: number,
    out: number,
    ldo: number,
    c: number,
    drop: number,
  ): void;
  scanBack(
    n: number,
    h: number,
    u: number,
    ldu: number,
    c: number,
    g: number,
    ldo: number,
    drop: number,
    du: number,
  ): void;
  blendBack(
    n: number,
    w: number,
    x: number,
    dm: number,
    before: number,
    after: number,
    dbefore: number,
    dafter: number,
    dx: number,
  ): void;
  normBack(n: number, w: number, x: number, g: number, dy: number, dx: number, dg: number): void;
  times(n: number, w: number, x: number, ld: number, mask: number): void;
  addRows(n: number, w: number, x: number, sum: number): void;
  squares(n: number, x: number): number;
  adam(
    n: number,
    x: number,
    g: number,
    m: number,
    v: number,
    clip: number,
    b1: number,
    b2: number,
    rate: number,
    c2: number,
    keep: number,
  ): void;
  drift(n: number, mean: number, x: number, share: number): void;
}

export interface Kernel extends Functions {
  readonly floats: Float32Array;
  /** The same memory as numbers of 16 bits: float i is at 2 i. */
  readonly codes: Int16Array;
  readonly memory: Memory;
  /** Index of the first of `count` new floats, 16-byte aligned, all zero. */
  take(count: number): number;
}

let compiled: object | undefined;

export function kernelWith(floatCount: number): Kernel {
  compiled ??= new wasm.Module(readFileSync(fileURLToPath(new URL("kernel.wasm", import.meta.url))));
  const memory = new wasm.Memory({ initial: Math.ceil((floatCount * 4 + 4096) / 65536) });
  const { exports } = new wasm.Instance(compiled, { env: { memory } });
  const floats = new Float32Array(memory.buffer);
  let next = 1024;
  return {
    ...(exports as Functions),
    floats,
    memory,
    codes: new Int16Array(memory.buffer),
    take(count) {
      const at = next;
      next += (count + 7) & ~3;
      if (next > floats.length)
        throw new RangeError(`kernel memory: ${next} floats asked, ${floats.length} there`);
      return at;
    },
  };
}
