/** The compiled inner loops (kernel.as) over one memory of 32-bit floats, handed out from front to back. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

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
}

export interface Kernel extends Functions {
  readonly floats: Float32Array;
  /** Index of the first of `count` new floats, 16-byte aligned, all zero. */
  take(count: number): number;
}

// the compiler's library for servers leaves WebAssembly out: the three things used here
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

let compiled: object | undefined;

export function kernelWith(floatCount: number): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(fileURLToPath(new URL("kernel.wasm", import.meta.url))));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((floatCount * 4 + 4096) / 65536) });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const floats = new Float32Array(memory.buffer);
  let next = 1024;
  return {
    ...(exports as Functions),
    floats,
    take(count) {
      const at = next;
      next += (count + 7) & ~3;
      if (next > floats.length)
        throw new RangeError(`kernel memory: ${next} floats asked, ${floats.length} there`);
      return at;
    },
  };
}
