/**
 * Enough of WebAssembly's binary format to write a few functions of it: instructions as bytes, and a module around them.
 * The numbers are those of the core specification 2.0, chapter 5.
 */

// the compiler's library for servers leaves WebAssembly out: the three things used here
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
export const wasm = WebAssembly;

export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** Bytes of some instructions. */
export type Code = readonly number[];

/** A local variable, or a parameter, by its index. */
type Local = number;

const V128 = 0x7b;
const I32 = 0x7f;
const NOTHING = 0x40;

export const get = (local: Local): Code => [0x20, ...unsigned(local)];
export const set = (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const int = (n: number): Code => [0x41, ...signed(n)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const shiftLeft = (a: Code, by: number): Code => [...a, ...int(by), 0x74];
export const below = (a: Code, b: Code): Code => [...a, ...b, 0x48];
export const atMost = (a: Code, b: Code): Code => [...a, ...b, 0x4c];
/** `local += by`, and the same by a number of bytes that is known. */
export const raise = (local: Local, by: Code): Code => set(local, add(get(local), by));

const simd = (op: number, ...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(op)];
/** 16 bytes at an address and a fixed offset. */
export const load = (address: Code, offset: number): Code => [...simd(0, address), 4, ...unsigned(offset)];
/** The 4 bytes there, four times over. */
export const loadSplat = (address: Code, offset: number): Code => [
  ...simd(9, address),
  2,
  ...unsigned(offset),
];
export const store = (address: Code, offset: number, value: Code): Code => [
  ...simd(11, address, value),
  4,
  ...unsigned(offset),
];
/** The same number in all four places. */
export const floats = (x: number): Code => [
  ...simd(12),
  ...new Uint8Array(new Float32Array(4).fill(x).buffer),
];
export const ints = (x: number): Code => [...simd(12), ...new Uint8Array(new Int32Array(4).fill(x).buffer)];
export const i32x4Splat = (a: Code): Code => simd(0x11, a);
export const zeros: Code = [...simd(12), ...new Array<number>(16).fill(0)];
export const i32x4Add = (a: Code, b: Code): Code => simd(0xae, a, b);
/** Four sums of two products each, of eight signed numbers of 16 bits by eight others. */
export const dotI16 = (a: Code, b: Code): Code => simd(0xba, a, b);
/** Eight numbers of 32 bits to eight of 16. */
export const narrow = (a: Code, b: Code): Code => simd(0x85, a, b);
export const i32x4Subtract = (a: Code, b: Code): Code => simd(0xb1, a, b);
export const f32x4Splat = (a: Code): Code => simd(0x13, a);
export const f32x4Abs = (a: Code): Code => simd(0xe0, a);
/** `a < b ? b : a` in each place: one instruction where no number is "not a number". */
export const f32x4Larger = (a: Code, b: Code): Code => simd(0xeb, a, b);
export const f32x4Sqrt = (a: Code): Code => simd(0xe3, a);
export const f32x4Subtract = (a: Code, b: Code): Code => simd(0xe5, a, b);
export const f32x4Divide = (a: Code, b: Code): Code => simd(0xe7, a, b);
/** One of the four numbers. */
export const lane = (a: Code, index: number): Code => [...simd(0x1f, a), index];
export const f32Max = (a: Code, b: Code): Code => [...a, ...b, 0x97];
export const f32Add = (a: Code, b: Code): Code => [...a, ...b, 0x92];
export const f32Divide = (a: Code, b: Code): Code => [...a, ...b, 0x95];
export const f32Store = (address: Code, value: Code): Code => [...address, ...value, 0x38, 2, 0];
export const float = (x: number): Code => [0x43, ...new Uint8Array(Float32Array.of(x).buffer)];

export const f32x4Add = (a: Code, b: Code): Code => simd(0xe4, a, b);
export const f32x4Multiply = (a: Code, b: Code): Code => simd(0xe6, a, b);
export const f32x4FromI32 = (a: Code): Code => simd(0xfa, a);

/** Code for each of the first whole numbers, one piece behind the other. */
export const each = (count: number, code: (at: number) => Code): Code =>
  Array.from({ length: count }, (_, at) => code(at)).flat();

/** Runs `body` again and again while `more` holds behind it: once at least. */
export const repeat = (body: Code, more: Code): Code => [0x03, NOTHING, ...body, ...more, 0x0d, 0, 0x0b];
/** Runs `body` as long as `more` holds before it. */
export const during = (more: Code, body: Code): Code => [
  ...[0x02, NOTHING, 0x03, NOTHING],
  ...[...more, 0x45, 0x0d, 1],
  ...[...body, 0x0c, 0],
  ...[0x0b, 0x0b],
];

/** Its locals are `parameters` whole numbers that are given, `ints` more, and `vectors` of 16 bytes, in this order. */
export interface Routine {
  readonly name: string;
  readonly parameters: number;
  readonly ints: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module that exports functions over the imported memory `env.memory`. */
export function moduleOf(functions: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const count = functions.length;
  const types = functions.map(({ parameters }) => [
    ...[0x60, ...unsigned(parameters)],
    ...new Array<number>(parameters).fill(I32),
    0,
  ]);
  const names = functions.map(({ name }, i) => [...text(name), 0, i]);
  const codes = functions.map(({ ints, vectors, body }) => {
    const code = [2, ...unsigned(ints), I32, ...unsigned(vectors), V128, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [count, ...types.flat()]),
    ...section(2, [1, ...text("env"), ...text("memory"), 2, 0, 0]),
    ...section(3, [count, ...functions.map((_, i) => i)]),
    ...section(7, [count, ...names.flat()]),
    ...section(10, [count, ...codes.flat()]),
  ]);
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const text = (name: string): Code => [...unsigned(name.length), ...Buffer.from(name, "latin1")];

/** LEB128, seven bits a byte. */
function unsigned(n: number): Code {
  return n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)];
}

function signed(n: number): Code {
  return n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)];
}
