/** The network while it learns: forward with dropout, gradients by hand, Adam. State with a lifetime, hence a class. */
import { type Kernel, kernelWith } from "../kernel.ts";
import * as shape from "../shape.ts";
import {
  ARC,
  GLOVE,
  HALF,
  HEADS,
  INPUT,
  LAYERS,
  NAMES,
  PART_COUNT,
  PART_ROWS,
  PARTS,
  REACH,
  REL,
  WIDTH,
  WORD,
} from "../shape.ts";
import type { Random } from "./random.ts";

/** A sentence as numbers; -1 where the gold is not known. Heads count from 0, n stands for the root. */
export interface Example {
  readonly n: number;
  readonly glove: Int32Array;
  readonly word: Int32Array;
  readonly parts: Int32Array;
  readonly tags?: Int32Array;
  readonly heads?: Int32Array;
  readonly labels?: Int32Array;
  readonly names?: Int32Array;
  /** How much its names count, where they are not gold. */
  readonly nameWeight?: number;
}

export interface Guess {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly names: Int32Array;
}

interface Matrix {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly at: number;
  readonly grad: number;
  readonly m: Float32Array;
  readonly v: Float32Array;
}

/** Rows that are learnt one by one, as they are met. */
export interface Table {
  readonly width: number;
  readonly values: Float32Array;
  readonly grad: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
  readonly touched: Set<number>;
}

const EPSILON = 1e-5;
const U = 6 * HALF;

export interface Sizes {
  readonly tags: number;
  readonly labels: number;
  readonly words: number;
}

export class Learner {
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly words: Table;
  readonly parts: Table;
  readonly #k: Kernel;
  readonly #f: Float32Array;
  readonly #glove: Float32Array;
  readonly #counts: Int32Array;
  readonly #random: Random;
  readonly #tagColumns: number;
  readonly #labelColumns: number;
  readonly #sizes: Sizes;
  readonly #most: number;
  readonly #b: Record<string, number> = {};
  #steps = 0;
  dropout = 0.15;

  constructor(sizes: Sizes, glove: Float32Array, wordCounts: Int32Array, most: number, random: Random) {
    this.#sizes = sizes;
    this.#glove = glove;
    this.#counts = wordCounts;
    this.#random = random;
    this.#most = most;
    this.#tagColumns = shape.padded(sizes.tags);
    this.#labelColumns = shape.padded(sizes.labels);
    const list = shape.matrices(sizes.tags, sizes.labels);
    const dense = list.reduce((sum, [, r, c]) => sum + r * c + 8, 0);
    const perToken =
      INPUT * 2 +
      WIDTH * (6 + 5 * LAYERS) +
      U * (LAYERS + 1) +
      3 * (HEADS + this.#tagColumns + this.#labelColumns) +
      8 * ARC +
      8 * REL +
      400;
    this.#k = kernelWith(2 * dense + most * perToken + 400 * 404 * 2 + 100_000);
    this.#f = this.#k.floats;
    const matrices = new Map<string, Matrix>();
    for (const [name, rows, columns] of list) {
      const matrix: Matrix = {
        name,
        rows,
        columns,
        at: this.#k.take(rows * columns),
        grad: this.#k.take(rows * columns),
        m: new Float32Array(rows * columns),
        v: new Float32Array(rows * columns),
      };
      matrices.set(name, matrix);
      const scale = rows === 1 ? 0 : Math.sqrt(3 / rows);
      for (let i = 0; i < rows * columns; i++) {
        this.#f[matrix.at + i] = name.includes("norm")
          ? 1
          : (random() * 2 - 1) * scale * (name === "arc" ? 0.5 : 1);
      }
      if (/^layer\d\.bias$/.test(name)) {
        // remember for a while at first: forget gates half open to three quarters
        for (const part of [1, 4])
          for (let i = 0; i < HALF; i++) this.#f[matrix.at + part * HALF + i] = random() * 2;
      }
      if (/^(?:before|after)/.test(name)) {
        for (let i = 0; i < columns; i++) this.#f[matrix.at + i] = (random() * 2 - 1) * 0.5;
      }
      if (name === "root") for (let i = 0; i < columns; i++) this.#f[matrix.at + i] = random() * 0.2;
    }
    this.matrices = matrices;
    const table = (rows: number, width: number): Table => ({
      width,
      values: Float32Array.from({ length: rows * width }, () => (random() * 2 - 1) * 0.1),
      grad: new Float32Array(rows * width),
      m: new Float32Array(rows * width),
      v: new Float32Array(rows * width),
      touched: new Set(),
    });
    this.words = table(sizes.words, WORD);
    this.parts = table(PART_ROWS, PARTS);
    this.words.values.fill(0, 0, WORD);
    this.parts.values.fill(0, 0, PARTS);
    const buffer = (name: string, columns: number) => {
      this.#b[name] = this.#k.take(most * columns);
    };
    buffer("x0", INPUT);
    buffer("dx0", INPUT);
    for (let l = 0; l <= LAYERS; l++) buffer(`x${l + 1}`, WIDTH);
    for (let l = 0; l < LAYERS; l++) {
      buffer(`n${l}`, WIDTH);
      buffer(`m${l}`, WIDTH);
      buffer(`u${l}`, U);
      buffer(`c${l}`, WIDTH);
    }
    for (const name of ["nt", "no", "dx", "dn", "dh"]) buffer(name, WIDTH);
    buffer("du", U);
    buffer("tags", this.#tagColumns);
    buffer("heads", HEADS);
    buffer("dheads", HEADS);
    for (const name of ["arc", "darc"]) buffer(name, ARC);
    buffer("pair", 3 * REL);
    buffer("dpair", 3 * REL);
    buffer("labels", this.#labelColumns);
    this.#b.s = this.#k.take(400 * 404);
    this.#b.ds = this.#k.take(400 * 404);
  }

  values(name: string): Float32Array {
    const matrix = this.matrices.get(name)!;
    return this.#f.subarray(matrix.at, matrix.at + matrix.rows * matrix.columns);
  }

  /** Learns from a batch; gives the sums of the losses (tags, arcs, labels, names). */
  learn(batch: readonly Example[], rate: number): number[] {
    const losses = this.#run(batch, true, undefined);
    this.#adam(rate);
    return losses;
  }

  guess(batch: readonly Example[]): Guess[] {
    const guesses: Guess[] = batch.map(({ n }) => ({
      tags: new Int32Array(n),
      heads: new Int32Array(n),
      labels: new Int32Array(n),
      names: new Int32Array(n),
    }));
    this.#run(batch, false, guesses);
    return guesses;
  }

  /** Gradients without a step, for the test that compares them with differences. */
  gradients(batch: readonly Example[]): number[] {
    return this.#run(batch, true, undefined);
  }

  gradient(name: string): Float32Array {
    const matrix = this.matrices.get(name)!;
    return this.#f.subarray(matrix.grad, matrix.grad + matrix.rows * matrix.columns);
  }

  #run(batch: readonly Example[], learning: boolean, guesses: Guess[] | undefined): number[] {
    const f = this.#f;
    const k = this.#k;
    const b = this.#b;
    const random = this.#random;
    const p = learning ? this.dropout : 0;
    const T = batch.reduce((sum, e) => sum + e.n, 0);
    if (T > this.#most) throw new RangeError("learner: batch too large");
    const offsets: number[] = [];
    const glove = new Int32Array(T);
    const word = new Int32Array(T);
    const parts = new Int32Array(T * PART_COUNT);
    let at = 0;
    for (const e of batch) {
      offsets.push(at);
      for (let i = 0; i < e.n; i++) {
        const w = e.word[i]!;
        word[at + i] = p > 0 && random() < 0.05 + 0.3 / (0.3 + this.#counts[w]!) ? 0 : w;
        glove[at + i] = p > 0 && random() < 0.06 ? 0 : e.glove[i]!;
      }
      parts.set(e.parts, at * PART_COUNT);
      at += e.n;
    }
    // input
    const x0 = b.x0!;
    for (let t = 0; t < T; t++) {
      const row = x0 + t * INPUT;
      const g = glove[t]! * GLOVE;
      for (let i = 0; i < GLOVE; i++) f[row + i] = this.#glove[g + i]!;
      const w = word[t]! * WORD;
      for (let i = 0; i < WORD; i++) f[row + GLOVE + i] = this.words.values[w + i]!;
      const r = row + GLOVE + WORD;
      for (let i = 0; i < PARTS; i++) f[r + i] = 0;
      for (let j = 0; j < PART_COUNT; j++) {
        const q = parts[t * PART_COUNT + j]! * PARTS;
        for (let i = 0; i < PARTS; i++) f[r + i] = f[r + i]! + this.parts.values[q + i]!;
      }
    }
    const keep = 1 / (1 - p);
    this.#dense("in", x0, INPUT, b.x1!, T);
    const half = p * 0.6;
    const inputMask = new Float32Array(T * WIDTH);
    if (p > 0) {
      for (let i = 0; i < inputMask.length; i++) {
        inputMask[i] = random() < half ? 0 : 1 / (1 - half);
        f[b.x1! + i] = f[b.x1! + i]! * inputMask[i]!;
      }
    }
    // layers
    const inverse: Float32Array[] = [];
    const masks: Float32Array[] = [];
    for (let l = 0; l < LAYERS; l++) {
      const x = b[`x${l + 1}`]!;
      const n = b[`n${l}`]!;
      const m = b[`m${l}`]!;
      const u = b[`u${l}`]!;
      const c = b[`c${l}`]!;
      const y = b[`x${l + 2}`]!;
      inverse.push(this.#norm(`norm${l}`, x, n, T));
      this.#blend(l, batch, n, m);
      this.#dense(`layer${l}`, m, WIDTH, u, T);
      const mask = new Float32Array(batch.length * WIDTH).fill(1);
      if (p > 0) for (let i = 0; i < mask.length; i++) mask[i] = random() < p ? 0 : keep;
      masks.push(mask);
      batch.forEach((e, s) => {
        const from = offsets[s]!;
        for (let direction = 0; direction < 2; direction++) {
          for (let i = 0; i < HALF; i++) {
            let state = 0;
            const column = direction * HALF + i;
            const drop = mask[s * WIDTH + column]!;
            for (let step = 0; step < e.n; step++) {
              const t = from + (direction === 0 ? step : e.n - 1 - step);
              const q = u + t * U + direction * 3 * HALF + i;
              const z = gate(f[q]!);
              const forget = 0.5 + 0.5 * gate(f[q + HALF]!);
              const r = 0.5 + 0.5 * gate(f[q + 2 * HALF]!);
              state = z + forget * (state - z);
              const o = t * WIDTH + column;
              f[c + o] = state;
              f[y + o] = f[x + o]! + drop * r * state;
            }
          }
        }
      });
    }
    // heads
    const nt = b.nt!;
    const no = b.no!;
    const tagInverse = this.#norm("tags.norm", b[`x${LAYERS}`]!, nt, T);
    const outInverse = this.#norm("out.norm", b[`x${LAYERS + 1}`]!, no, T);
    const outMask = new Float32Array(batch.length * WIDTH).fill(1);
    if (p > 0) {
      for (let i = 0; i < outMask.length; i++) outMask[i] = random() < p ? 0 : keep;
      batch.forEach((e, s) => {
        for (let t = offsets[s]!; t < offsets[s]! + e.n; t++) {
          for (let i = 0; i < WIDTH; i++) {
            f[no + t * WIDTH + i] = f[no + t * WIDTH + i]! * outMask[s * WIDTH + i]!;
            f[nt + t * WIDTH + i] = f[nt + t * WIDTH + i]! * outMask[s * WIDTH + ((i + 37) % WIDTH)]!;
          }
        }
      });
    }
    const TC = this.#tagColumns;
    const LC = this.#labelColumns;
    this.#dense("tags", nt, WIDTH, b.tags!, T);
    const heads = b.heads!;
    this.#dense("heads", no, WIDTH, heads, T);
    const relu = 2 * ARC + 2 * REL;
    for (let t = 0; t < T; t++) {
      for (let i = 0; i < relu; i++)
        if (f[heads + t * HEADS + i]! < 0) f[heads + t * HEADS + i] = 0.1 * f[heads + t * HEADS + i]!;
    }
    const headMask = new Float32Array(batch.length * relu).fill(1);
    if (p > 0) {
      for (let i = 0; i < headMask.length; i++) headMask[i] = random() < p ? 0 : keep;
      batch.forEach((e, s) => {
        for (let t = offsets[s]!; t < offsets[s]! + e.n; t++) {
          for (let i = 0; i < relu; i++)
            f[heads + t * HEADS + i] = f[heads + t * HEADS + i]! * headMask[s * relu + i]!;
        }
      });
    }
    const arc = b.arc!;
    this.#dense("arc", heads, HEADS, arc, T);

    const losses = [0, 0, 0, 0];
    const dheads = b.dheads!;
    const darc = b.darc!;
    if (learning) {
      f.fill(0, dheads, dheads + T * HEADS);
      f.fill(0, darc, darc + T * ARC);
    }
    const scale = 1 / T;
    // tags
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const row = b.tags! + (offsets[s]! + i) * TC;
        if (guesses !== undefined) guesses[s]!.tags[i] = this.#top(row, this.#sizes.tags);
        if (learning) losses[0]! += this.#entropy(row, this.#sizes.tags, TC, e.tags?.[i] ?? -1, scale);
        const names = heads + (offsets[s]! + i) * HEADS + relu;
        if (guesses !== undefined) guesses[s]!.names[i] = this.#top(names, 13);
        if (learning) {
          const gold = e.names?.[i] ?? -1;
          const d = dheads + (offsets[s]! + i) * HEADS + relu;
          for (let j = 0; j < NAMES; j++) f[d + j] = f[names + j]!;
          losses[3]! += this.#entropy(d, 13, NAMES, gold, scale * (e.nameWeight ?? 1));
        }
      }
    });
    // arcs
    const root = this.matrices.get("root")!;
    const distance = this.matrices.get("distance")!;
    const chosen = new Int32Array(T);
    batch.forEach((e, s) => {
      const n = e.n;
      const from = offsets[s]!;
      const ld = (n + 4) & ~3;
      const S = b.s!;
      const H = heads + from * HEADS + ARC;
      k.multiplyTransposed(
        n,
        n,
        ARC,
        (arc + from * ARC) * 4,
        ARC * 4,
        H * 4,
        HEADS * 4,
        S * 4,
        ld * 4,
        false,
      );
      for (let i = 0; i < n; i++) {
        const row = S + i * ld;
        let sum = 0;
        for (let q = 0; q < ARC; q++) sum += f[arc + (from + i) * ARC + q]! * f[root.at + q]!;
        for (let j = 0; j < n; j++) f[row + j] = f[row + j]! + f[distance.at + reachOf(i, j)]!;
        f[row + n] = sum;
        f[row + i] = -1e9;
        if (guesses !== undefined) guesses[s]!.heads[i] = this.#top(row, n + 1);
        chosen[from + i] = learning ? (e.heads?.[i] ?? n) : guesses![s]!.heads[i]!;
        if (learning) losses[1]! += this.#entropy(row, n + 1, n + 1, e.heads?.[i] ?? -1, scale);
      }
      if (!learning || e.heads === undefined) return;
      k.multiply(n, ARC, n, S * 4, ld * 4, 4, H * 4, HEADS * 4, (darc + from * ARC) * 4, ARC * 4, true);
      k.multiply(
        n,
        ARC,
        n,
        S * 4,
        4,
        ld * 4,
        (arc + from * ARC) * 4,
        ARC * 4,
        (dheads + from * HEADS + ARC) * 4,
        HEADS * 4,
        true,
      );
      for (let i = 0; i < n; i++) {
        const g = f[S + i * ld + n]!;
        for (let q = 0; q < ARC; q++) {
          const o = (from + i) * ARC + q;
          f[darc + o] = f[darc + o]! + g * f[root.at + q]!;
          f[root.grad + q] = f[root.grad + q]! + g * f[arc + o]!;
        }
        for (let j = 0; j < n; j++) {
          if (j !== i)
            f[distance.grad + reachOf(i, j)] = f[distance.grad + reachOf(i, j)]! + f[S + i * ld + j]!;
        }
      }
    });
    // labels
    const pair = b.pair!;
    const dpair = b.dpair!;
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const t = offsets[s]! + i;
        const h = chosen[t]!;
        const d = heads + t * HEADS + 2 * ARC;
        const g = heads + (offsets[s]! + (h < e.n ? h : i)) * HEADS + 2 * ARC + REL;
        const o = pair + t * 3 * REL;
        for (let q = 0; q < REL; q++) {
          f[o + q] = f[d + q]! * f[g + q]!;
          f[o + REL + q] = f[d + q]!;
          f[o + 2 * REL + q] = f[g + q]!;
        }
      }
    });
    const labels = b.labels!;
    this.#dense("labels", pair, 3 * REL, labels, T);
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const row = labels + (offsets[s]! + i) * LC;
        if (guesses !== undefined) guesses[s]!.labels[i] = this.#top(row, this.#sizes.labels);
        const gold = chosen[offsets[s]! + i]! < e.n ? (e.labels?.[i] ?? -1) : -1;
        if (learning) losses[2]! += this.#entropy(row, this.#sizes.labels, LC, gold, scale);
      }
    });
    if (!learning) return losses;

    // back through labels
    this.#denseBack("labels", pair, 3 * REL, labels, dpair, T);
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const t = offsets[s]! + i;
        const h = chosen[t]!;
        if (h >= e.n) continue;
        const d = t * HEADS + 2 * ARC;
        const g = (offsets[s]! + h) * HEADS + 2 * ARC + REL;
        const o = dpair + t * 3 * REL;
        for (let q = 0; q < REL; q++) {
          f[dheads + d + q] = f[dheads + d + q]! + f[o + q]! * f[heads + g + q]! + f[o + REL + q]!;
          f[dheads + g + q] = f[dheads + g + q]! + f[o + q]! * f[heads + d + q]! + f[o + 2 * REL + q]!;
        }
      }
    });
    // back through arcs: darc is the gradient of arc = dependents · U + bias
    this.#denseBack("arc", heads, HEADS, darc, dheads, T, HEADS, true);
    batch.forEach((e, s) => {
      for (let t = offsets[s]!; t < offsets[s]! + e.n; t++) {
        for (let i = 0; i < relu; i++) {
          const o = t * HEADS + i;
          f[dheads + o] = f[dheads + o]! * headMask[s * relu + i]! * (f[heads + o]! < 0 ? 0.1 : 1);
        }
      }
    });
    const dn = b.dn!;
    const dx = b.dx!;
    f.fill(0, dx, dx + T * WIDTH);
    this.#denseBack("heads", no, WIDTH, dheads, dn, T);
    this.#mask(batch, offsets, dn, outMask, 0);
    this.#normBack("out.norm", b[`x${LAYERS + 1}`]!, dn, dx, outInverse, T);
    // layers, last first
    const du = b.du!;
    const dh = b.dh!;
    for (let l = LAYERS - 1; l >= 0; l--) {
      if (l === LAYERS - 2) {
        // tags hang on the stream after the last layer but one
        this.#denseBack("tags", nt, WIDTH, b.tags!, dn, T);
        this.#mask(batch, offsets, dn, outMask, 37);
        this.#normBack("tags.norm", b[`x${LAYERS}`]!, dn, dx, tagInverse, T);
      }
      const u = b[`u${l}`]!;
      const c = b[`c${l}`]!;
      const mask = masks[l]!;
      batch.forEach((e, s) => {
        const from = offsets[s]!;
        for (let direction = 0; direction < 2; direction++) {
          for (let i = 0; i < HALF; i++) {
            const column = direction * HALF + i;
            const drop = mask[s * WIDTH + column]!;
            let carried = 0;
            for (let step = e.n - 1; step >= 0; step--) {
              const t = from + (direction === 0 ? step : e.n - 1 - step);
              const before = step === 0 ? 0 : f[c + (direction === 0 ? t - 1 : t + 1) * WIDTH + column]!;
              const q = t * U + direction * 3 * HALF + i;
              const uz = f[u + q]!;
              const uf = f[u + q + HALF]!;
              const ur = f[u + q + 2 * HALF]!;
              const z = gate(uz);
              const forget = 0.5 + 0.5 * gate(uf);
              const r = 0.5 + 0.5 * gate(ur);
              const g = f[dx + t * WIDTH + column]! * drop;
              const state = f[c + t * WIDTH + column]!;
              const dstate = carried + g * r;
              f[du + q + 2 * HALF] = 0.5 * g * state * slope(ur);
              f[du + q] = dstate * (1 - forget) * slope(uz);
              f[du + q + HALF] = 0.5 * dstate * (before - z) * slope(uf);
              carried = dstate * forget;
            }
          }
        }
      });
      this.#denseBack(`layer${l}`, b[`m${l}`]!, WIDTH, du, dh, T);
      this.#blendBack(l, batch, b[`n${l}`]!, dh, dn);
      this.#normBack(`norm${l}`, b[`x${l + 1}`]!, dn, dx, inverse[l]!, T);
    }
    if (p > 0) for (let i = 0; i < inputMask.length; i++) f[dx + i] = f[dx + i]! * inputMask[i]!;
    const dx0 = b.dx0!;
    this.#denseBack("in", x0, INPUT, dx, dx0, T);
    for (let t = 0; t < T; t++) {
      const row = dx0 + t * INPUT + GLOVE;
      const w = word[t]!;
      if (w > 0) {
        this.words.touched.add(w);
        for (let i = 0; i < WORD; i++)
          this.words.grad[w * WORD + i] = this.words.grad[w * WORD + i]! + f[row + i]!;
      }
      for (let j = 0; j < PART_COUNT; j++) {
        const q = parts[t * PART_COUNT + j]!;
        if (q === 0) continue;
        this.parts.touched.add(q);
        for (let i = 0; i < PARTS; i++) {
          this.parts.grad[q * PARTS + i] = this.parts.grad[q * PARTS + i]! + f[row + WORD + i]!;
        }
      }
    }
    return losses;
  }

  /** y[T × columns] = x · W + bias. */
  #dense(name: string, x: number, ldx: number, y: number, T: number): void {
    const w = this.matrices.get(name)!;
    const bias = this.matrices.get(`${name}.bias`)!;
    this.#k.multiply(
      T,
      w.columns,
      w.rows,
      x * 4,
      ldx * 4,
      4,
      w.at * 4,
      w.columns * 4,
      y * 4,
      w.columns * 4,
      false,
    );
    const f = this.#f;
    for (let t = 0; t < T; t++) {
      const row = y + t * w.columns;
      for (let i = 0; i < w.columns; i++) f[row + i] = f[row + i]! + f[bias.at + i]!;
    }
  }

  /** From dy to dW, dbias and dx. */
  #denseBack(
    name: string,
    x: number,
    ldx: number,
    dy: number,
    dx: number,
    T: number,
    lddx?: number,
    add = false,
  ): void {
    const w = this.matrices.get(name)!;
    const bias = this.matrices.get(`${name}.bias`)!;
    const f = this.#f;
    const n = w.columns;
    for (let t = 0; t < T; t++)
      for (let i = 0; i < n; i++) f[bias.grad + i] = f[bias.grad + i]! + f[dy + t * n + i]!;
    this.#k.multiply(w.rows, n, T, x * 4, 4, ldx * 4, dy * 4, n * 4, w.grad * 4, n * 4, true);
    this.#k.multiplyTransposed(
      T,
      w.rows,
      n,
      dy * 4,
      n * 4,
      w.at * 4,
      n * 4,
      dx * 4,
      (lddx ?? w.rows) * 4,
      add,
    );
  }

  /** Each word takes in some of the words before and after it. */
  #blend(l: number, batch: readonly Example[], n: number, m: number): void {
    const f = this.#f;
    const before = this.matrices.get(`before${l}`)!.at;
    const after = this.matrices.get(`after${l}`)!.at;
    let from = 0;
    for (const e of batch) {
      for (let t = from; t < from + e.n; t++) {
        for (let i = 0; i < WIDTH; i++) {
          const o = t * WIDTH + i;
          let sum = f[n + o]!;
          if (t > from) sum += f[before + i]! * f[n + o - WIDTH]!;
          if (t < from + e.n - 1) sum += f[after + i]! * f[n + o + WIDTH]!;
          f[m + o] = sum;
        }
      }
      from += e.n;
    }
  }

  #blendBack(l: number, batch: readonly Example[], n: number, dm: number, dn: number): void {
    const f = this.#f;
    const before = this.matrices.get(`before${l}`)!;
    const after = this.matrices.get(`after${l}`)!;
    let from = 0;
    for (const e of batch) {
      for (let t = from; t < from + e.n; t++) {
        for (let i = 0; i < WIDTH; i++) {
          const o = t * WIDTH + i;
          let sum = f[dm + o]!;
          if (t > from) {
            sum += f[after.at + i]! * f[dm + o - WIDTH]!;
            f[before.grad + i] = f[before.grad + i]! + f[dm + o]! * f[n + o - WIDTH]!;
          }
          if (t < from + e.n - 1) {
            sum += f[before.at + i]! * f[dm + o + WIDTH]!;
            f[after.grad + i] = f[after.grad + i]! + f[dm + o]! * f[n + o + WIDTH]!;
          }
          f[dn + o] = sum;
        }
      }
      from += e.n;
    }
  }

  #norm(name: string, x: number, y: number, T: number): Float32Array {
    const f = this.#f;
    const g = this.matrices.get(name)!.at;
    const inverse = new Float32Array(T);
    for (let t = 0; t < T; t++) {
      const row = t * WIDTH;
      let sum = 0;
      for (let i = 0; i < WIDTH; i++) sum += f[x + row + i]! * f[x + row + i]!;
      const scale = 1 / Math.sqrt(sum / WIDTH + EPSILON);
      inverse[t] = scale;
      for (let i = 0; i < WIDTH; i++) f[y + row + i] = f[x + row + i]! * scale * f[g + i]!;
    }
    return inverse;
  }

  /** Adds the gradient of a norm to dx. */
  #normBack(name: string, x: number, dy: number, dx: number, inverse: Float32Array, T: number): void {
    const f = this.#f;
    const matrix = this.matrices.get(name)!;
    for (let t = 0; t < T; t++) {
      const row = t * WIDTH;
      const scale = inverse[t]!;
      let dot = 0;
      for (let i = 0; i < WIDTH; i++) {
        const gx = f[dy + row + i]! * f[x + row + i]!;
        f[matrix.grad + i] = f[matrix.grad + i]! + gx * scale;
        dot += gx * f[matrix.at + i]!;
      }
      const back = (dot * scale * scale * scale) / WIDTH;
      for (let i = 0; i < WIDTH; i++) {
        f[dx + row + i] =
          f[dx + row + i]! + f[dy + row + i]! * f[matrix.at + i]! * scale - back * f[x + row + i]!;
      }
    }
  }

  #mask(
    batch: readonly Example[],
    offsets: readonly number[],
    d: number,
    mask: Float32Array,
    shift: number,
  ): void {
    const f = this.#f;
    batch.forEach((e, s) => {
      for (let t = offsets[s]!; t < offsets[s]! + e.n; t++) {
        for (let i = 0; i < WIDTH; i++) {
          f[d + t * WIDTH + i] = f[d + t * WIDTH + i]! * mask[s * WIDTH + ((i + shift) % WIDTH)]!;
        }
      }
    });
  }

  /** Softmax cross-entropy; the scores become their gradient. No gold, no gradient. */
  #entropy(row: number, classes: number, columns: number, gold: number, scale: number): number {
    const f = this.#f;
    if (gold < 0) {
      for (let i = 0; i < columns; i++) f[row + i] = 0;
      return 0;
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < classes; i++) if (f[row + i]! > top) top = f[row + i]!;
    let sum = 0;
    const right = f[row + gold]!;
    for (let i = 0; i < classes; i++) {
      const e = Math.exp(f[row + i]! - top);
      f[row + i] = e;
      sum += e;
    }
    for (let i = 0; i < classes; i++) f[row + i] = (f[row + i]! / sum - (i === gold ? 1 : 0)) * scale;
    for (let i = classes; i < columns; i++) f[row + i] = 0;
    return Math.log(sum) + top - right;
  }

  #top(row: number, classes: number): number {
    let best = 0;
    for (let i = 1; i < classes; i++) if (this.#f[row + i]! > this.#f[row + best]!) best = i;
    return best;
  }

  #adam(rate: number): void {
    const f = this.#f;
    this.#steps++;
    const b1 = 0.9;
    const b2 = 0.98;
    const c1 = 1 - b1 ** this.#steps;
    const c2 = 1 - b2 ** this.#steps;
    let square = 0;
    for (const { rows, columns, grad } of this.matrices.values()) {
      for (let i = 0; i < rows * columns; i++) square += f[grad + i]! * f[grad + i]!;
    }
    const length = Math.sqrt(square);
    const clip = length > 2 ? 2 / length : 1;
    for (const { rows, columns, grad, at, m, v, name } of this.matrices.values()) {
      const decay = rows > 1 && name !== "in" ? rate * 0.01 : 0;
      for (let i = 0; i < rows * columns; i++) {
        const g = f[grad + i]! * clip;
        f[grad + i] = 0;
        m[i] = b1 * m[i]! + (1 - b1) * g;
        v[i] = b2 * v[i]! + (1 - b2) * g * g;
        f[at + i] = f[at + i]! * (1 - decay) - (rate * (m[i]! / c1)) / (Math.sqrt(v[i]! / c2) + 1e-8);
      }
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

const gate = (x: number): number => x / Math.sqrt(1 + x * x);
const slope = (x: number): number => {
  const s = 1 / Math.sqrt(1 + x * x);
  return s * s * s;
};
const reachOf = (i: number, j: number): number => Math.max(-REACH, Math.min(REACH, j - i)) + REACH;
