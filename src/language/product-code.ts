/**
 * The innermost loop of a product of codes, written out as instructions: a tile of several rows by several columns is kept in
 * registers, so that a number once loaded is used many times.
 */
import {
  add,
  atMost,
  below,
  type Code,
  dotI16,
  during,
  each,
  f32x4Add,
  f32x4FromI32,
  f32x4Multiply,
  get,
  i32x4Add,
  int,
  load,
  loadSplat,
  multiply,
  type Routine,
  raise,
  repeat,
  set,
  shiftLeft,
  store,
  zeros,
} from "./wasm.ts";

/** Rows of a tile, and products of one column and one row that a turn of the innermost loop adds: twice this. */
export const ROWS = 4;
const PAIRS = 2;

/** Tiles are ROWS rows by four columns for each of so many `vectors`. */
export function productCode(vectors: number): Routine {
  const [m, n, k, a, aScales, b, bScales, bias, c] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const [rowBytes, columnsLeft, i, end, q, to, scale] = [9, 10, 11, 12, 13, 14, 15] as const;
  const x = (row: number) => 16 + row;
  const sum = (row: number, v: number) => 16 + ROWS + row * vectors + v;
  const weights = (v: number) => sum(ROWS, v);
  const spread = sum(ROWS, vectors);

  /** The row that is so many rows below row i, at so many bytes a row. */
  const rowAt = (from: number, row: number, bytes: Code) =>
    add(get(from), multiply(add(get(i), int(row)), bytes));
  const tile = (rows: number): Code => [
    ...each(rows, (row) => [
      ...set(x(row), rowAt(a, row, get(rowBytes))),
      ...each(vectors, (v) => set(sum(row, v), zeros)),
    ]),
    ...set(end, add(get(x(0)), get(rowBytes))),
    ...set(q, get(b)),
    ...repeat(
      [
        ...each(PAIRS, (pair) => [
          ...each(vectors, (v) => set(weights(v), load(get(q), 16 * (pair * vectors + v)))),
          ...each(rows, (row) => [
            ...set(spread, loadSplat(get(x(row)), 4 * pair)),
            ...each(vectors, (v) =>
              set(sum(row, v), i32x4Add(get(sum(row, v)), dotI16(get(spread), get(weights(v))))),
            ),
          ]),
        ]),
        ...each(rows, (row) => raise(x(row), int(4 * PAIRS))),
        ...raise(q, int(16 * PAIRS * vectors)),
      ],
      below(get(x(0)), get(end)),
    ),
    ...each(rows, (row) => [
      ...set(to, rowAt(c, row, shiftLeft(get(n), 2))),
      ...set(scale, rowAt(aScales, row, int(4))),
      ...set(spread, loadSplat(get(scale), 0)),
      // all are worked out before the first is stored: only so can the engine join neighbours to wider ones
      ...each(vectors, (v) => {
        const scaled = f32x4Multiply(f32x4FromI32(get(sum(row, v))), load(get(bScales), 16 * v));
        return set(sum(row, v), f32x4Add(load(get(bias), 16 * v), f32x4Multiply(scaled, get(spread))));
      }),
      ...each(vectors, (v) => store(get(to), 16 * v, get(sum(row, v)))),
    ]),
  ];
  const tiles = (rows: number): Code =>
    during(atMost(add(get(i), int(rows)), get(m)), [...tile(rows), ...raise(i, int(rows))]);
  const body: Code = [
    ...set(rowBytes, shiftLeft(get(k), 1)),
    ...set(columnsLeft, get(n)),
    ...repeat(
      [
        ...set(i, int(0)),
        ...tiles(ROWS),
        ...tiles(1),
        ...raise(b, multiply(get(rowBytes), int(4 * vectors))),
        ...[bScales, bias, c].flatMap((pointer) => raise(pointer, int(16 * vectors))),
        ...raise(columnsLeft, int(-4 * vectors)),
      ],
      below(int(0), get(columnsLeft)),
    ),
  ];
  return { name: "multiply", parameters: 9, ints: 7 + ROWS, vectors: ROWS * vectors + vectors + 1, body };
}
