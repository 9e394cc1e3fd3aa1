/**
 * More loops over rows, written out as instructions: the recurrence of a layer, rows brought to one size, and rows of floats to
 * rows of codes.
 */
import {
  add,
  atMost,
  below,
  type Code,
  during,
  each,
  f32Add,
  f32Divide,
  f32Max,
  f32Store,
  f32x4Abs,
  f32x4Add,
  f32x4Divide,
  f32x4FromI32,
  f32x4Larger,
  f32x4Multiply,
  f32x4Splat,
  f32x4Sqrt,
  f32x4Subtract,
  float,
  floats,
  get,
  i32x4Splat,
  i32x4Subtract,
  int,
  ints,
  lane,
  load,
  multiply,
  narrow,
  type Routine,
  raise,
  repeat,
  set,
  shiftLeft,
  store,
} from "./wasm.ts";

/** As `scan` in kernel.as, for widths that are a multiple of 16: so many states go along side by side. */
export function scanCode(): Routine {
  const [n, h, u, ldu, out, ldo] = [0, 1, 2, 3, 4, 5] as const;
  const [part, left, tokens, z, f, r, q] = [6, 7, 8, 9, 10, 11, 12] as const;
  const state = (v: number) => 13 + v;
  const given = (v: number) => 17 + v;
  const [x, y] = [21, 22] as const;
  /** Of what local x holds. */
  const gate = (local: number): Code =>
    f32x4Divide(get(local), f32x4Sqrt(f32x4Add(floats(1), f32x4Multiply(get(local), get(local)))));
  const half = (code: Code): Code => f32x4Add(floats(0.5), f32x4Multiply(floats(0.5), code));
  const body: Code = [
    ...set(part, shiftLeft(get(h), 2)),
    ...set(left, get(h)),
    ...repeat(
      [
        ...set(tokens, get(n)),
        ...set(z, get(u)),
        ...set(q, get(out)),
        ...each(4, (v) => set(state(v), floats(0))),
        ...repeat(
          [
            ...set(f, add(get(z), get(part))),
            ...set(r, add(get(f), get(part))),
            ...each(4, (v) => [
              ...set(x, load(get(z), 16 * v)),
              ...set(x, gate(x)),
              ...set(y, load(get(f), 16 * v)),
              ...set(
                state(v),
                f32x4Add(get(x), f32x4Multiply(half(gate(y)), f32x4Subtract(get(state(v)), get(x)))),
              ),
              ...set(y, load(get(r), 16 * v)),
              ...set(given(v), f32x4Add(load(get(q), 16 * v), f32x4Multiply(half(gate(y)), get(state(v))))),
            ]),
            ...each(4, (v) => store(get(q), 16 * v, get(given(v)))),
            ...raise(z, get(ldu)),
            ...raise(q, get(ldo)),
            ...raise(tokens, int(-1)),
          ],
          below(int(0), get(tokens)),
        ),
        ...raise(u, int(64)),
        ...raise(out, int(64)),
        ...raise(left, int(-16)),
      ],
      below(int(0), get(left)),
    ),
  ];
  return { name: "scan", parameters: 6, ints: 7, vectors: 10, body };
}

/** Rows whose sums go along side by side: each is added up in one order, which takes its time. */
const ROWS = 4;

/** As `norm` in kernel.as, for widths that are a multiple of 8. */
export function normCode(): Routine {
  const [n, w, x, g, y] = [0, 1, 2, 3, 4] as const;
  const [bytes, end, gains] = [5, 6, 7] as const;
  const from = (row: number) => 8 + row;
  const to = (row: number) => 8 + ROWS + row;
  const sum = (row: number) => 8 + 2 * ROWS + row;
  const [a, b] = [8 + 3 * ROWS, 9 + 3 * ROWS] as const;

  const rowsFrom = (rows: number, pointer: (row: number) => number, first: number): Code =>
    each(rows, (row) => set(pointer(row), add(get(first), multiply(get(bytes), int(row)))));
  const across = (local: number): Code =>
    f32Add(
      f32Add(lane(get(local), 0), lane(get(local), 1)),
      f32Add(lane(get(local), 2), lane(get(local), 3)),
    );
  const tile = (rows: number): Code => [
    ...rowsFrom(rows, from, x),
    ...rowsFrom(rows, to, y),
    ...set(end, add(get(x), get(bytes))),
    ...each(rows, (row) => set(sum(row), floats(0))),
    ...repeat(
      [
        ...each(2, (v) =>
          each(rows, (row) => [
            ...set(a, load(get(from(row)), 16 * v)),
            ...set(sum(row), f32x4Add(get(sum(row)), f32x4Multiply(get(a), get(a)))),
          ]),
        ),
        ...each(rows, (row) => raise(from(row), int(32))),
      ],
      below(get(from(0)), get(end)),
    ),
    ...each(rows, (row) => {
      const mean = f32x4Divide(f32x4Splat(across(sum(row))), f32x4FromI32(i32x4Splat(get(w))));
      return set(sum(row), f32x4Divide(floats(1), f32x4Sqrt(f32x4Add(mean, floats(0.00001)))));
    }),
    ...rowsFrom(rows, from, x),
    ...set(gains, get(g)),
    ...repeat(
      [
        ...each(rows, (row) => [
          ...each(2, (v) =>
            set(
              [a, b][v]!,
              f32x4Multiply(
                f32x4Multiply(load(get(from(row)), 16 * v), get(sum(row))),
                load(get(gains), 16 * v),
              ),
            ),
          ),
          ...each(2, (v) => store(get(to(row)), 16 * v, get([a, b][v]!))),
          ...raise(from(row), int(32)),
          ...raise(to(row), int(32)),
        ]),
        ...raise(gains, int(32)),
      ],
      below(get(from(0)), get(end)),
    ),
    ...raise(x, multiply(get(bytes), int(rows))),
    ...raise(y, multiply(get(bytes), int(rows))),
    ...raise(n, int(-rows)),
  ];
  const body: Code = [
    ...set(bytes, shiftLeft(get(w), 2)),
    ...during(atMost(int(ROWS), get(n)), tile(ROWS)),
    ...during(atMost(int(1), get(n)), tile(1)),
  ];
  return { name: "norm", parameters: 5, ints: 3 + 2 * ROWS, vectors: ROWS + 2, body };
}

/** Added to a number of less than 2²² in size, leaves it rounded, ties to even, in the last bits: 1.5 × 2²³. */
const ROUNDING = 12_582_912;
const ROUNDING_BITS = 0x4b400000;
/** What the largest number of a row is divided by at the least: a row of zeros has codes of zero. */
const LEAST = 1e-35;

/** As `encode` in kernel.as, for widths that are a multiple of 32. */
export function encodeCode(): Routine {
  const [n, w, x, ldx, codes, scales] = [0, 1, 2, 3, 4, 5] as const;
  const [bytes, p, end] = [6, 7, 8] as const;
  const top = (v: number) => 9 + v;
  const [most, scale, rounding, roundingBits] = [13, 14, 15, 16] as const;
  const rounded = (v: number): Code =>
    i32x4Subtract(
      f32x4Add(f32x4Multiply(load(get(p), 16 * v), get(scale)), get(rounding)),
      get(roundingBits),
    );
  const body: Code = [
    ...set(bytes, multiply(get(w), int(4))),
    ...set(rounding, floats(ROUNDING)),
    ...set(roundingBits, ints(ROUNDING_BITS)),
    ...during(below(int(0), get(n)), [
      ...set(p, get(x)),
      ...set(end, add(get(x), get(bytes))),
      ...each(4, (v) => set(top(v), floats(0))),
      ...repeat(
        [
          ...each(8, (v) => set(top(v % 4), f32x4Larger(get(top(v % 4)), f32x4Abs(load(get(p), 16 * v))))),
          ...raise(p, int(128)),
        ],
        below(get(p), get(end)),
      ),
      ...set(most, f32x4Larger(f32x4Larger(get(top(0)), get(top(1))), f32x4Larger(get(top(2)), get(top(3))))),
      ...set(
        most,
        f32x4Splat(
          f32Max(
            f32Max(lane(get(most), 0), lane(get(most), 1)),
            f32Max(lane(get(most), 2), lane(get(most), 3)),
          ),
        ),
      ),
      ...set(scale, f32x4Divide(floats(2047), f32x4Larger(get(most), floats(LEAST)))),
      ...f32Store(get(scales), f32Divide(lane(get(most), 0), float(2047))),
      ...set(p, get(x)),
      ...repeat(
        [
          ...each(4, (v) => store(get(codes), 16 * v, narrow(rounded(2 * v), rounded(2 * v + 1)))),
          ...raise(p, int(128)),
          ...raise(codes, int(64)),
        ],
        below(get(p), get(end)),
      ),
      ...raise(x, get(ldx)),
      ...raise(scales, int(4)),
      ...raise(n, int(-1)),
    ]),
  ];
  return { name: "encode", parameters: 6, ints: 3, vectors: 8, body };
}
