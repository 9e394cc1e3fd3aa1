/** The network's numbers while it learns, with their gradients: Adam's steps and the running mean. */
import type { Kernel } from "../kernel.ts";
import * as shape from "../shape.ts";
import { HALF, PART_ROWS, PARTS, WORD } from "../shape.ts";
import type { Random } from "./random.ts";

/** A dense matrix; all places are indices of the kernel's floats. */
export interface Matrix {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly at: number;
  readonly grad: number;
  /** Adam's means of the gradient and its square, and the weights' own running mean. */
  readonly m: number;
  readonly v: number;
  readonly mean: number;
}

/** Rows that are learnt one by one, as they are met. */
export interface Table {
  readonly width: number;
  readonly values: Float32Array;
  readonly grad: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
  readonly mean: Float32Array;
  readonly touched: Set<number>;
}

/** The running mean keeps this much of itself at each step; it is taken every so many steps. */
const MEAN = 0.9985;
const EVERY = 4;

export interface Sizes {
  readonly tags: number;
  readonly labels: number;
  readonly words: number;
}

/** Floats that the matrices of a network take, with all that belongs to them. */
export function floatsFor(sizes: Sizes): number {
  const list = shape.matrices(sizes.tags, sizes.labels);
  return 5 * list.reduce((sum, [, rows, columns]) => sum + rows * columns + 8, 0);
}

export class Parameters {
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly words: Table;
  readonly parts: Table;
  readonly #k: Kernel;
  readonly #f: Float32Array;
  #steps = 0;

  constructor(sizes: Sizes, kernel: Kernel, random: Random) {
    this.#k = kernel;
    const f = kernel.floats;
    this.#f = f;
    const matrices = new Map<string, Matrix>();
    for (const [name, rows, columns] of shape.matrices(sizes.tags, sizes.labels)) {
      const matrix: Matrix = {
        name,
        rows,
        columns,
        at: kernel.take(rows * columns),
        grad: kernel.take(rows * columns),
        m: kernel.take(rows * columns),
        v: kernel.take(rows * columns),
        mean: kernel.take(rows * columns),
      };
      matrices.set(name, matrix);
      const scale = rows === 1 ? 0 : Math.sqrt(3 / rows);
      for (let i = 0; i < rows * columns; i++) {
        f[matrix.at + i] = name.includes("norm")
          ? 1
          : name === "lexicons"
            ? 0
            : (random() * 2 - 1) * scale * (name === "arc" ? 0.5 : 1);
      }
      if (/^layer\d\.bias$/.test(name)) {
        // remember for a while at first: forget gates half open to three quarters
        for (const part of [1, 4])
          for (let i = 0; i < HALF; i++) f[matrix.at + part * HALF + i] = random() * 2;
      }
      if (/^(?:before|after)/.test(name)) {
        for (let i = 0; i < columns; i++) f[matrix.at + i] = (random() * 2 - 1) * 0.5;
      }
      if (name === "root") for (let i = 0; i < columns; i++) f[matrix.at + i] = random() * 0.2;
    }
    this.matrices = matrices;
    const table = (rows: number, width: number): Table => ({
      width,
      values: Float32Array.from({ length: rows * width }, () => (random() * 2 - 1) * 0.1),
      grad: new Float32Array(rows * width),
      m: new Float32Array(rows * width),
      v: new Float32Array(rows * width),
      mean: new Float32Array(rows * width),
      touched: new Set(),
    });
    this.words = table(sizes.words, WORD);
    this.parts = table(PART_ROWS, PARTS);
    this.words.values.fill(0, 0, WORD);
    this.parts.values.fill(0, 0, PARTS);
  }

  matrix(name: string): Matrix {
    return this.matrices.get(name)!;
  }

  values(name: string): Float32Array {
    const { at, rows, columns } = this.matrix(name);
    return this.#f.subarray(at, at + rows * columns);
  }

  gradient(name: string): Float32Array {
    const { grad, rows, columns } = this.matrix(name);
    return this.#f.subarray(grad, grad + rows * columns);
  }

  /** One step down the gradient, which it clears. */
  step(rate: number): void {
    this.#adam(rate);
    if (this.#steps % EVERY === 0) this.#average();
  }

  /** Runs `work` with the running mean of the weights in their place (Polyak and Juditsky 1992). */
  averaged<T>(work: () => T): T {
    this.#swap();
    try {
      return work();
    } finally {
      this.#swap();
    }
  }

  #swap(): void {
    const f = this.#f;
    for (const { at, mean, rows, columns } of this.matrices.values()) {
      const kept = f.slice(at, at + rows * columns);
      f.copyWithin(at, mean, mean + rows * columns);
      f.set(kept, mean);
    }
    for (const { values, mean } of [this.words, this.parts]) {
      const kept = values.slice();
      values.set(mean);
      mean.set(kept);
    }
  }

  #average(): void {
    const share = Math.max(1 - MEAN ** EVERY, 1 / (1 + this.#steps / EVERY));
    for (const { at, mean, rows, columns } of this.matrices.values())
      this.#k.drift(rows * columns, mean * 4, at * 4, share);
    for (const { values, mean } of [this.words, this.parts])
      for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + share * (values[i]! - mean[i]!);
  }

  #adam(rate: number): void {
    this.#steps++;
    const b1 = 0.9;
    const b2 = 0.98;
    const c1 = 1 - b1 ** this.#steps;
    const c2 = 1 - b2 ** this.#steps;
    const k = this.#k;
    let square = 0;
    for (const { rows, columns, grad } of this.matrices.values())
      square += k.squares(rows * columns, grad * 4);
    const length = Math.sqrt(square);
    const clip = length > 2 ? 2 / length : 1;
    for (const { rows, columns, grad, at, m, v, name } of this.matrices.values()) {
      const decay = rows > 1 && name !== "in" ? rate * 0.01 : 0;
      k.adam(rows * columns, at * 4, grad * 4, m * 4, v * 4, clip, b1, b2, rate / c1, 1 / c2, 1 - decay);
    }
    for (const table of [this.words, this.parts]) {
      const { width, values, grad, m, v, touched } = table;
      for (const row of touched) {
        for (let i = row * width; i < (row + 1) * width; i++) {
          const g = grad[i]! * clip;
          grad[i] = 0;
          m[i] = b1 * m[i]! + (1 - b1) * g;
          v[i] = b2 * v[i]! + (1 - b2) * g * g;
          values[i] = values[i]! - (rate * (m[i]! / c1)) / (Math.sqrt(v[i]! / c2) + 1e-8);
        }
      }
      touched.clear();
    }
  }
}
