/**
 * A recurrent scorer of predicates: the engine's states and word vectors through two simple recurrent layers both ways
 * (Lei et al. 2018), then each predicate's token, the token above it and its features to a distribution over half steps.
 */
import { type Kernel, kernelWith } from "../../src/language/kernel.ts";
import { CLASSES, HALF, HIDDEN, LAYERS, matrices, OUT, SEEN, TAGS, WIDE } from "./shape.ts";

/** A sentence as numbers. */
export interface Passage {
  readonly n: number;
  /** What the engine knows of each token, SEEN numbers a token. */
  readonly seen: Float32Array;
  /** Rows of the table of tags: two a token. */
  readonly tags: Int32Array;
  readonly predicates: readonly Asked[];
}

export interface Asked {
  readonly token: number;
  /** The token that it hangs on, -1 for none. */
  readonly above: number;
  /** Rows of the table of features. */
  readonly features: Int32Array;
}

/** Which numbers are left out while it learns: factors, 0 or more than 1. */
export interface Masks {
  /** Tokens × (SEEN + TAGS). */
  readonly input: Float32Array;
  /** Sentences × LAYERS × WIDE. */
  readonly layers: Float32Array;
  /** Predicates × 2 WIDE. */
  readonly views: Float32Array;
  /** Predicates × HIDDEN. */
  readonly hidden: Float32Array;
  /** A factor for each feature of each predicate. */
  readonly features: readonly Float32Array[];
}

export const WIDTH_IN = SEEN + TAGS;
/** Columns of a layer's product: candidate, forget and output parts, both ways. */
export const U = 6 * HALF;

export class Recurrent {
  readonly kernel: Kernel;
  /** Where each matrix stands, in floats. */
  readonly at: Readonly<Record<string, number>>;
  /** Where each intermediate result stands, in floats. */
  readonly places: Readonly<Record<string, number>>;
  /** Rows of TAGS numbers. */
  readonly tags: Float32Array;
  /** Rows of HIDDEN numbers. */
  readonly features: Float32Array;

  /** `tokens`, `asked`: the most of a batch; `more`: floats that its owner will take of the kernel. */
  constructor(tags: number, features: number, tokens: number, asked: number, more = 0) {
    const perToken: [string, number][] = [
      ["x", WIDTH_IN],
      ["o", WIDE],
      [`x${LAYERS}`, WIDE],
    ];
    for (let l = 0; l < LAYERS; l++)
      perToken.push([`x${l}`, WIDE], [`n${l}`, WIDE], [`m${l}`, WIDE], [`c${l}`, WIDE], [`u${l}`, U]);
    const perPredicate: [string, number][] = [
      ["views", 2 * WIDE],
      ["hidden", HIDDEN],
      ["kept", HIDDEN],
      ["out", OUT],
    ];
    let size = 20_000 + more + LAYERS * WIDE * tokens;
    for (const [, rows, columns] of matrices) size += rows * columns + 8;
    for (const [, columns] of perToken) size += tokens * columns + 8;
    for (const [, columns] of perPredicate) size += asked * columns + 8;
    this.kernel = kernelWith(size);
    this.at = Object.fromEntries(
      matrices.map(([name, rows, columns]) => [name, this.kernel.take(rows * columns)]),
    );
    this.places = Object.fromEntries([
      ...perToken.map(([name, columns]) => [name, this.kernel.take(tokens * columns)]),
      ...perPredicate.map(([name, columns]) => [name, this.kernel.take(asked * columns)]),
      ["masks", this.kernel.take(LAYERS * WIDE * tokens)],
    ]);
    this.tags = new Float32Array(tags * TAGS);
    this.features = new Float32Array(features * HIDDEN);
  }

  values(name: string): Float32Array {
    const [, rows, columns] = matrices.find(([one]) => one === name)!;
    return this.kernel.floats.subarray(this.at[name]!, this.at[name]! + rows * columns);
  }

  /** Scores of a batch's predicates, OUT numbers each, valid until the next batch. */
  scores(batch: readonly Passage[], masks?: Masks): Float32Array {
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    this.#readInput(batch, tokens, masks);
    this.#recur(batch, tokens, masks);
    const asked = this.#view(batch, masks);
    const { hidden, kept, out } = this.#named("hidden", "kept", "out");
    const f = this.kernel.floats;
    for (let i = 0; i < asked * HIDDEN; i++) {
      f[hidden + i] = Math.tanh(f[hidden + i]!);
      f[kept + i] = masks === undefined ? f[hidden + i]! : f[hidden + i]! * masks.hidden[i]!;
    }
    this.#dense("out", kept, asked, HIDDEN, OUT, out);
    return f.subarray(out, out + asked * OUT);
  }

  #readInput(batch: readonly Passage[], tokens: number, masks: Masks | undefined): void {
    const f = this.kernel.floats;
    const { x, x0 } = this.#named("x", "x0");
    let row = x;
    for (const { n, seen, tags } of batch)
      for (let t = 0; t < n; t++) {
        f.set(seen.subarray(t * SEEN, (t + 1) * SEEN), row);
        const [a, b] = [tags[2 * t]! * TAGS, tags[2 * t + 1]! * TAGS];
        for (let i = 0; i < TAGS; i++) f[row + SEEN + i] = this.tags[a + i]! + this.tags[b + i]!;
        row += WIDTH_IN;
      }
    if (masks !== undefined)
      for (let i = 0; i < tokens * WIDTH_IN; i++) f[x + i] = f[x + i]! * masks.input[i]!;
    this.#dense("in", x, tokens, WIDTH_IN, WIDE, x0);
  }

  #recur(batch: readonly Passage[], tokens: number, masks: Masks | undefined): void {
    const { kernel: k, places, at } = this;
    const f = k.floats;
    const drops = places.masks!;
    if (masks === undefined) f.fill(1, drops, drops + batch.length * LAYERS * WIDE);
    else f.set(masks.layers, drops);
    for (let l = 0; l < LAYERS; l++) {
      const [x, n, m, u, c] = [`x${l}`, `n${l}`, `m${l}`, `u${l}`, `c${l}`].map((name) => places[name]!) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const y = places[`x${l + 1}`]!;
      k.norm(tokens, WIDE, x * 4, at[`norm${l}`]! * 4, n * 4);
      let from = 0;
      for (const one of batch) {
        const row = from * WIDE;
        k.blend(one.n, WIDE, (n + row) * 4, at[`before${l}`]! * 4, at[`after${l}`]! * 4, (m + row) * 4);
        from += one.n;
      }
      this.#dense(`layer${l}`, m, tokens, WIDE, U, u);
      f.copyWithin(y, x, x + tokens * WIDE);
      from = 0;
      for (const [s, one] of batch.entries()) {
        const last = from + one.n - 1;
        const drop = drops + (s * LAYERS + l) * WIDE;
        const w = WIDE;
        k.scanKeeping(
          one.n,
          HALF,
          (u + from * U) * 4,
          U * 4,
          (y + from * w) * 4,
          w * 4,
          (c + from * w) * 4,
          drop * 4,
        );
        k.scanKeeping(
          one.n,
          HALF,
          (u + last * U + 3 * HALF) * 4,
          -U * 4,
          (y + last * w + HALF) * 4,
          -w * 4,
          (c + last * w + HALF) * 4,
          (drop + HALF) * 4,
        );
        from += one.n;
      }
    }
    k.norm(tokens, WIDE, places[`x${LAYERS}`]! * 4, at["out.norm"]! * 4, places.o! * 4);
  }

  /** Each predicate's token and the one above it, and its features, to HIDDEN numbers; how many there are. */
  #view(batch: readonly Passage[], masks: Masks | undefined): number {
    const f = this.kernel.floats;
    const { o, views, hidden } = this.#named("o", "views", "hidden");
    let from = 0;
    let asked = 0;
    for (const { n, predicates } of batch) {
      for (const { token, above } of predicates) {
        const row = views + asked++ * 2 * WIDE;
        f.copyWithin(row, o + (from + token) * WIDE, o + (from + token + 1) * WIDE);
        if (above < 0) f.fill(0, row + WIDE, row + 2 * WIDE);
        else f.copyWithin(row + WIDE, o + (from + above) * WIDE, o + (from + above + 1) * WIDE);
      }
      from += n;
    }
    if (masks !== undefined)
      for (let i = 0; i < asked * 2 * WIDE; i++) f[views + i] = f[views + i]! * masks.views[i]!;
    this.#dense("view", views, asked, 2 * WIDE, HIDDEN, hidden);
    let row = hidden;
    let p = 0;
    for (const { predicates } of batch)
      for (const { features } of predicates) {
        const factors = masks?.features[p++];
        for (const [j, feature] of features.entries()) {
          const by = factors === undefined ? 1 : factors[j]!;
          if (by === 0) continue;
          const from = feature * HIDDEN;
          for (let i = 0; i < HIDDEN; i++) f[row + i] = f[row + i]! + by * this.features[from + i]!;
        }
        row += HIDDEN;
      }
    return asked;
  }

  #dense(name: string, x: number, count: number, rows: number, columns: number, to: number): void {
    const { kernel: k, at } = this;
    k.spread(count, columns, at[`${name}.bias`]! * 4, to * 4);
    k.multiply(
      count,
      columns,
      rows,
      x * 4,
      rows * 4,
      4,
      at[name]! * 4,
      columns * 4,
      to * 4,
      columns * 4,
      true,
    );
  }

  #named<Name extends string>(...names: readonly Name[]): Record<Name, number> {
    return Object.fromEntries(names.map((name) => [name, this.places[name]!])) as Record<Name, number>;
  }
}

/** Probabilities of the half steps in one scheme's share of a predicate's scores. */
export function distributionIn(scores: Float32Array, scheme: number): Float32Array {
  const out = scores.slice(scheme * CLASSES, (scheme + 1) * CLASSES);
  const most = Math.max(...out);
  let total = 0;
  for (let c = 0; c < CLASSES; c++) total += out[c] = Math.exp(out[c]! - most);
  for (let c = 0; c < CLASSES; c++) out[c]! /= total;
  return out;
}
