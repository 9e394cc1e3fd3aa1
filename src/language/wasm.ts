/**
 * Enough of WebAssembly's binary format to write one function of it: instructions as bytes, and a module around them.
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
export const zeros: Code = [...simd(12), ...new Array<number>(16).fill(0)];
export const i32x4Add = (a: Code, b: Code): Code => simd(0xae, a, b);
/** Four sums of two products each, of eight signed numbers of 16 bits by eight others. */
export const dotI16 = (a: Code, b: Code): Code => simd(0xba, a, b);
export const f32x4Add = (a: Code, b: Code): Code => simd(0xe4, a, b);
export const f32x4Multiply = (a: Code, b: Code): Code => simd(0xe6, a, b);
export const f32x4FromI32 = (a: Code): Code => simd(0xfa, a);

/** Runs `body` again and again while `more` holds behind it: once at least. */
export const repeat = (body: Code, more: Code): Code => [0x03, NOTHING, ...body, ...more, 0x0d, 0, 0x0b];
/** Runs `body` as long as `more` holds before it. */
export const during = (more: Code, body: Code): Code => [
  ...[0x02, NOTHING, 0x03, NOTHING],
  ...[...more, 0x45, 0x0d, 1],
  ...[...body, 0x0c, 0],
  ...[0x0b, 0x0b],
];

/**
 * A module with one exported function over the imported memory `env.memory`. Its locals are `parameters` whole numbers that
 * are given, `ints` more, and `vectors` of 16 bytes, in this order.
 */
export function moduleOf(
  name: string,
  { parameters, ints, vectors }: Record<"parameters" | "ints" | "vectors", number>,
  body: Code,
): Uint8Array<ArrayBuffer> {
  const code = [2, ...unsigned(ints), I32, ...unsigned(vectors), V128, ...body, 0x0b];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...unsigned(parameters), ...new Array<number>(parameters).fill(I32), 0]),
    ...section(2, [1, ...text("env"), ...text("memory"), 2, 0, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text(name), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
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
