/** The recurrent scorer while it learns: dropout, gradients by hand, Adam, the running mean. State with a lifetime, hence a class. */
import type { Kernel } from "../../src/language/kernel.ts";
import type { Random } from "../../src/language/train/random.ts";
import { distributionIn, type Masks, type Passage, Recurrent, U, WIDTH_IN } from "./recurrent.ts";
import { CLASSES, HALF, HIDDEN, LAYERS, matrices, OUT, SEEN, TAGS, WIDE } from "./shape.ts";

/** A passage whose predicates' scores are known. */
export interface Lesson extends Passage {
  readonly scheme: number;
  /** For each predicate, the share of each half step. */
  readonly wanted: readonly Float32Array[];
  /** How much each of them counts. */
  readonly weight: number;
}

/** Shares of numbers left out. */
export interface Drop {
  /** Of the engine's states and of what forms alone tell. */
  readonly input: number;
  readonly inner: number;
  readonly features: number;
}

interface Learnt {
  readonly at: number;
  readonly size: number;
  readonly gradient: number;
  /** Adam's means of the gradient and its square, and the weights' own running mean. */
  readonly m: number;
  readonly v: number;
  readonly mean: number;
  readonly decays: boolean;
}

/** Rows that are learnt one by one, as they are met. */
interface Table {
  readonly width: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
  readonly mean: Float32Array;
  readonly touched: Set<number>;
  /** Of the rate. */
  readonly share: number;
}

const DECAY = 0.01;
const CLIP = 2;
/** The running mean keeps this much of itself at each step; it is taken every so many steps. */
const MEAN = 0.999;
const EVERY = 4;

export class Learner {
  readonly network: Recurrent;
  drop: Drop = { input: 0, inner: 0, features: 0 };
  readonly #k: Kernel;
  readonly #random: Random;
  readonly #learnt: ReadonlyMap<string, Learnt>;
  readonly #tables: { readonly tags: Table; readonly features: Table };
  readonly #places: Readonly<Record<string, number>>;
  #steps = 0;

  constructor(tags: number, features: number, tokens: number, asked: number, random: Random) {
    const perToken: [string, number][] = [
      ["dx", WIDE],
      ["dn", WIDE],
      ["dm", WIDE],
      ["du", U],
      ["dseen", WIDTH_IN],
    ];
    const perPredicate: [string, number][] = [
      ["dviews", 2 * WIDE],
      ["dhidden", HIDDEN],
      ["dout", OUT],
    ];
    const largest = Math.max(...matrices.map(([, rows, columns]) => rows * columns));
    let more = largest + 8;
    for (const [, rows, columns] of matrices) more += 4 * (rows * columns + 8);
    for (const [, columns] of perToken) more += tokens * columns + 8;
    for (const [, columns] of perPredicate) more += asked * columns + 8;
    this.network = new Recurrent(tags, features, tokens, asked, more);
    this.#k = this.network.kernel;
    this.#random = random;
    this.#places = Object.fromEntries([
      ...perToken.map(([name, columns]) => [name, this.#k.take(tokens * columns)]),
      ...perPredicate.map(([name, columns]) => [name, this.#k.take(asked * columns)]),
      ["turned", this.#k.take(largest)],
    ]);
    this.#learnt = new Map(
      matrices.map(([name, rows, columns]) => {
        const size = rows * columns;
        const take = () => this.#k.take(size);
        const [gradient, m, v, mean] = [take(), take(), take(), take()];
        return [name, { at: this.network.at[name]!, size, gradient, m, v, mean, decays: rows > 1 }];
      }),
    );
    for (const [name, rows] of matrices) begin(this.network.values(name), name, rows, random);
    for (let i = TAGS; i < this.network.tags.length; i++) this.network.tags[i] = (random() * 2 - 1) * 0.2;
    this.#tables = {
      tags: tableOf(this.network.tags, TAGS, 1),
      features: tableOf(this.network.features, HIDDEN, 0.5),
    };
  }

  learn(batch: readonly Lesson[], rate: number): number {
    const loss = this.gradients(batch);
    this.#step(rate);
    return loss;
  }

  gradient(name: string): Float32Array {
    const { gradient, size } = this.#learnt.get(name)!;
    return this.#k.floats.subarray(gradient, gradient + size);
  }

  tableGradient(name: "tags" | "features"): Float32Array {
    return this.#tables[name].gradient;
  }

  /** Adds the gradients of a batch's mean loss (cross-entropy) to those there; gives the loss. */
  gradients(batch: readonly Lesson[]): number {
    const masks = this.#masksFor(batch);
    const scores = this.network.scores(batch, masks);
    const loss = this.#loss(batch, scores);
    this.#backThroughViews(batch, masks);
    this.#backThroughLayers(batch);
    this.#backIntoTags(batch, masks);
    return loss;
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

  #masksFor(batch: readonly Lesson[]): Masks {
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    const predicates = batch.flatMap((one) => one.predicates);
    const { input, inner, features } = this.drop;
    const some = (count: number, share: number) => {
      const kept = new Float32Array(count).fill(share > 0 ? 1 / (1 - share) : 1);
      if (share === 0) return kept;
      // four draws of a byte from each number
      const below = Math.round(share * 256);
      for (let i = 0; i < count; i += 4) {
        const bits = (this.#random() * 0x100000000) | 0;
        if ((bits & 255) < below) kept[i] = 0;
        if (((bits >>> 8) & 255) < below) kept[i + 1] = 0;
        if (((bits >>> 16) & 255) < below) kept[i + 2] = 0;
        if (bits >>> 24 < below) kept[i + 3] = 0;
      }
      return kept;
    };
    return {
      input: some(tokens * WIDTH_IN, input),
      layers: some(batch.length * LAYERS * WIDE, inner / 2),
      views: some(predicates.length * 2 * WIDE, inner),
      hidden: some(predicates.length * HIDDEN, inner),
      features: predicates.map((one) => some(one.features.length, features)),
    };
  }

  #loss(batch: readonly Lesson[], scores: Float32Array): number {
    const f = this.#k.floats;
    const { dout } = this.#named("dout");
    const all = batch.reduce((sum, { predicates, weight }) => sum + predicates.length * weight, 0);
    let loss = 0;
    let p = 0;
    f.fill(0, dout, dout + scores.length);
    for (const { wanted, scheme, weight } of batch)
      for (const one of wanted) {
        const distribution = distributionIn(scores.subarray(p * OUT, (p + 1) * OUT), scheme);
        const row = dout + p * OUT + scheme * CLASSES;
        for (let c = 0; c < CLASSES; c++) {
          f[row + c] = ((distribution[c]! - one[c]!) * weight) / all;
          if (one[c]! > 0) loss -= (one[c]! * Math.log(distribution[c]! + 1e-9) * weight) / all;
        }
        p++;
      }
    return loss;
  }

  /** From the scores to the gradient of the last layer's result, in dx. */
  #backThroughViews(batch: readonly Lesson[], masks: Masks): void {
    const f = this.#k.floats;
    const { dout, dhidden, dviews, dn, dx } = this.#named("dout", "dhidden", "dviews", "dn", "dx");
    const { kept, hidden, views } = this.network.places as Record<"kept" | "hidden" | "views", number>;
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    const asked = batch.reduce((sum, { predicates }) => sum + predicates.length, 0);
    this.#denseBack("out", kept, dout, dhidden, asked);
    for (let i = 0; i < asked * HIDDEN; i++)
      f[dhidden + i] = f[dhidden + i]! * masks.hidden[i]! * (1 - f[hidden + i]! * f[hidden + i]!);
    const { gradient, touched } = this.#tables.features;
    let p = 0;
    for (const { predicates } of batch)
      for (const { features } of predicates) {
        const row = dhidden + p * HIDDEN;
        const factors = masks.features[p++]!;
        for (const [j, feature] of features.entries()) {
          if (factors[j] === 0) continue;
          touched.add(feature);
          const to = feature * HIDDEN;
          for (let i = 0; i < HIDDEN; i++) gradient[to + i] = gradient[to + i]! + factors[j]! * f[row + i]!;
        }
      }
    this.#denseBack("view", views, dhidden, dviews, asked);
    for (let i = 0; i < asked * 2 * WIDE; i++) f[dviews + i] = f[dviews + i]! * masks.views[i]!;
    f.fill(0, dn, dn + tokens * WIDE);
    let from = 0;
    let row = dviews;
    for (const { n, predicates } of batch) {
      for (const { token, above } of predicates) {
        add(f, dn + (from + token) * WIDE, row);
        if (above >= 0) add(f, dn + (from + above) * WIDE, row + WIDE);
        row += 2 * WIDE;
      }
      from += n;
    }
    f.fill(0, dx, dx + tokens * WIDE);
    this.#normBack("out.norm", this.network.places[`x${LAYERS}`]!, dn, dx, tokens);
  }

  /** From the last layer to the first; dx becomes the gradient of x0. */
  #backThroughLayers(batch: readonly Lesson[]): void {
    const k = this.#k;
    const { dx, dn, dm, du } = this.#named("dx", "dn", "dm", "du");
    const drops = this.network.places.masks!;
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    const place = (name: string) => this.network.places[name]!;
    const w = WIDE;
    for (let l = LAYERS - 1; l >= 0; l--) {
      const [n, m, c, u] = [place(`n${l}`), place(`m${l}`), place(`c${l}`), place(`u${l}`)];
      let from = 0;
      for (const [s, one] of batch.entries()) {
        const last = from + one.n - 1;
        const drop = drops + (s * LAYERS + l) * w;
        const back = (token: number, half: number, step: number) =>
          k.scanBack(
            one.n,
            HALF,
            (u + token * U + 3 * half) * 4,
            step * U * 4,
            (c + token * w + half) * 4,
            (dx + token * w + half) * 4,
            step * w * 4,
            (drop + half) * 4,
            (du + token * U + 3 * half) * 4,
          );
        back(from, 0, 1);
        back(last, HALF, -1);
        from += one.n;
      }
      this.#denseBack(`layer${l}`, m, du, dm, tokens);
      const [before, after] = [this.#learnt.get(`before${l}`)!, this.#learnt.get(`after${l}`)!];
      from = 0;
      for (const one of batch) {
        const row = from * w;
        k.blendBack(
          one.n,
          w,
          (n + row) * 4,
          (dm + row) * 4,
          before.at * 4,
          after.at * 4,
          before.gradient * 4,
          after.gradient * 4,
          (dn + row) * 4,
        );
        from += one.n;
      }
      this.#normBack(`norm${l}`, place(`x${l}`), dn, dx, tokens);
    }
  }

  #backIntoTags(batch: readonly Lesson[], masks: Masks): void {
    const f = this.#k.floats;
    const { dx, dseen } = this.#named("dx", "dseen");
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    this.#denseBack("in", this.network.places.x!, dx, dseen, tokens, SEEN);
    const { gradient, touched } = this.#tables.tags;
    let t = 0;
    for (const { tags, n } of batch)
      for (let j = 0; j < n; j++, t++)
        for (const tag of [tags[2 * j]!, tags[2 * j + 1]!]) {
          if (tag === 0) continue;
          touched.add(tag);
          const from = t * WIDTH_IN + SEEN;
          for (let i = 0; i < TAGS; i++)
            gradient[tag * TAGS + i] =
              gradient[tag * TAGS + i]! + f[dseen + from + i]! * masks.input[from + i]!;
        }
  }

  /** From dy to dW, dbias and dx, of which the first `skip` columns are not wanted. */
  #denseBack(name: string, x: number, dy: number, dx: number, count: number, skip = 0): void {
    const k = this.#k;
    const f = k.floats;
    const [, rows, columns] = matrices.find(([one]) => one === name)!;
    const { at, gradient } = this.#learnt.get(name)!;
    const bias = this.#learnt.get(`${name}.bias`)!.gradient;
    k.addRows(count, columns, dy * 4, bias * 4);
    k.multiply(
      rows,
      columns,
      count,
      x * 4,
      4,
      rows * 4,
      dy * 4,
      columns * 4,
      gradient * 4,
      columns * 4,
      true,
    );
    // the transposed matrix is laid out first: its product is the faster one
    const turned = this.#places.turned!;
    const width = rows - skip;
    for (let r = 0; r < width; r++)
      for (let c = 0; c < columns; c++) f[turned + c * width + r] = f[at + (r + skip) * columns + c]!;
    const to = (dx + skip) * 4;
    k.multiply(count, width, columns, dy * 4, columns * 4, 4, turned * 4, width * 4, to, rows * 4, false);
  }

  /** Adds the gradient of a norm to dx. */
  #normBack(name: string, x: number, dy: number, dx: number, count: number): void {
    const { at, gradient } = this.#learnt.get(name)!;
    this.#k.normBack(count, WIDE, x * 4, at * 4, dy * 4, dx * 4, gradient * 4);
  }

  #named<Name extends string>(...names: readonly Name[]): Record<Name, number> {
    return Object.fromEntries(names.map((name) => [name, this.#places[name]!])) as Record<Name, number>;
  }

  #step(rate: number): void {
    this.#steps++;
    const b1 = 0.9;
    const b2 = 0.98;
    const c1 = 1 - b1 ** this.#steps;
    const c2 = 1 - b2 ** this.#steps;
    const k = this.#k;
    let square = 0;
    for (const { size, gradient } of this.#learnt.values()) square += k.squares(size, gradient * 4);
    const length = Math.sqrt(square);
    const clip = length > CLIP ? CLIP / length : 1;
    for (const { at, size, gradient, m, v, decays } of this.#learnt.values()) {
      const keep = decays ? 1 - rate * DECAY : 1;
      k.adam(size, at * 4, gradient * 4, m * 4, v * 4, clip, b1, b2, rate / c1, 1 / c2, keep);
    }
    for (const { width, values, gradient, m, v, touched, share } of Object.values(this.#tables)) {
      for (const row of touched)
        for (let i = row * width; i < (row + 1) * width; i++) {
          const g = gradient[i]! * clip;
          gradient[i] = 0;
          m[i] = b1 * m[i]! + (1 - b1) * g;
          v[i] = b2 * v[i]! + (1 - b2) * g * g;
          values[i] = values[i]! - (rate * share * (m[i]! / c1)) / (Math.sqrt(v[i]! / c2) + 1e-8);
        }
      touched.clear();
    }
    if (this.#steps % EVERY === 0) this.#average();
  }

  #average(): void {
    const share = Math.max(1 - MEAN ** EVERY, 1 / (1 + this.#steps / EVERY));
    for (const { at, size, mean } of this.#learnt.values()) this.#k.drift(size, mean * 4, at * 4, share);
    for (const { values, mean } of Object.values(this.#tables))
      for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + share * (values[i]! - mean[i]!);
  }

  #swap(): void {
    const f = this.#k.floats;
    for (const { at, size, mean } of this.#learnt.values()) {
      const kept = f.slice(at, at + size);
      f.copyWithin(at, mean, mean + size);
      f.set(kept, mean);
    }
    for (const { values, mean } of Object.values(this.#tables)) {
      const kept = values.slice();
      values.set(mean);
      mean.set(kept);
    }
  }
}

function begin(values: Float32Array, name: string, rows: number, random: Random): void {
  const scale = rows === 1 ? 0 : Math.sqrt(3 / rows);
  for (let i = 0; i < values.length; i++) values[i] = name.includes("norm") ? 1 : (random() * 2 - 1) * scale;
  if (/^layer\d\.bias$/.test(name))
    // remember for a while at first: forget gates half open to three quarters
    for (const part of [1, 4]) for (let i = 0; i < HALF; i++) values[part * HALF + i] = random() * 2;
  if (/^(?:before|after)/.test(name))
    for (let i = 0; i < values.length; i++) values[i] = (random() * 2 - 1) * 0.5;
}

function tableOf(values: Float32Array, width: number, share: number): Table {
  const same = () => new Float32Array(values.length);
  return { width, values, gradient: same(), m: same(), v: same(), mean: same(), touched: new Set(), share };
}

/** Adds WIDE numbers to those at `to`. */
function add(f: Float32Array, to: number, from: number): void {
  for (let i = 0; i < WIDE; i++) f[to + i] = f[to + i]! + f[from + i]!;
}
