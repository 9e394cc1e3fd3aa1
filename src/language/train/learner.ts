/** The network while it learns: forward with dropout, gradients by hand. State with a lifetime, hence a class. */
import { type Kernel, kernelWith } from "../kernel.ts";
import { NAME_CLASSES } from "../nametags.ts";
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
  PARTS,
  REACH,
  REL,
  WIDTH,
  WORD,
} from "../shape.ts";
import { floatsFor, Parameters, type Sizes } from "./parameters.ts";
import type { Random } from "./random.ts";

/** A sentence as numbers; -1 where the gold is not known. Heads count from 0, n stands for the root. */
export interface Example {
  readonly n: number;
  readonly glove: Int32Array;
  readonly word: Int32Array;
  readonly parts: Int32Array;
  /** What lexicons know of each word, as bits. */
  readonly known: Int32Array;
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

const U = 6 * HALF;
/** Columns of the head matrix that pass through a leaky rectifier: all but those of the names. */
const VIEWS = 2 * ARC + 2 * REL;
/** The longest sentence. */
const LONGEST = 400;

/** One batch on its way through the network: its tokens' inputs, one after the other. */
interface Pass {
  readonly batch: readonly Example[];
  /** Index of each sentence's first token. */
  readonly offsets: readonly number[];
  /** Tokens in all. */
  readonly T: number;
  /** Share of numbers dropped; 0 unless it learns. */
  readonly p: number;
  readonly glove: Int32Array;
  readonly word: Int32Array;
  readonly parts: Int32Array;
  readonly known: Int32Array;
  /** The head of each token: gold while it learns, else guessed. */
  readonly chosen: Int32Array;
  readonly inputMask: Float32Array;
  /** Filled with the answers, where they are wanted; without them it learns. */
  readonly guesses: readonly Guess[] | undefined;
  /** Sums of the losses: tags, arcs, labels, names. */
  readonly losses: [number, number, number, number];
}

export class Learner {
  readonly parameters: Parameters;
  readonly #k: Kernel;
  readonly #f: Float32Array;
  readonly #glove: Float32Array;
  readonly #counts: Int32Array;
  readonly #random: Random;
  readonly #tagColumns: number;
  readonly #labelColumns: number;
  readonly #sizes: Sizes;
  readonly #most: number;
  /** Where each intermediate result stands, in floats. */
  readonly #b: Record<string, number> = {};
  dropout = 0.15;

  /** `glove`: rows of word vectors; `wordCounts`: how often each row of the word table was met; `most`: tokens a batch. */
  constructor(sizes: Sizes, glove: Float32Array, wordCounts: Int32Array, most: number, random: Random) {
    this.#sizes = sizes;
    this.#glove = glove;
    this.#counts = wordCounts;
    this.#random = random;
    this.#most = most;
    this.#tagColumns = shape.padded(sizes.tags);
    this.#labelColumns = shape.padded(sizes.labels);
    const buffers: [name: string, columns: number][] = [
      ["x0", INPUT],
      ["dx0", INPUT],
      ["du", U],
      ["tags", this.#tagColumns],
      ["heads", HEADS],
      ["dheads", HEADS],
      ["arc", ARC],
      ["darc", ARC],
      ["pair", 3 * REL],
      ["dpair", 3 * REL],
      ["labels", this.#labelColumns],
      ["mask", WIDTH * (LAYERS + 2)],
      ["headMask", VIEWS],
      ...["nt", "no", "dx", "dn", "dh", `x${LAYERS + 1}`].map((name): [string, number] => [name, WIDTH]),
    ];
    for (let l = 0; l < LAYERS; l++)
      buffers.push([`x${l + 1}`, WIDTH], [`n${l}`, WIDTH], [`m${l}`, WIDTH], [`c${l}`, WIDTH], [`u${l}`, U]);
    const perToken = buffers.reduce((sum, [, columns]) => sum + columns, 0);
    const largest = Math.max(...shape.matrices(sizes.tags, sizes.labels).map(([, r, c]) => r * c));
    const square = LONGEST * (LONGEST + 4);
    this.#k = kernelWith(floatsFor(sizes) + most * perToken + largest + square + 10_000);
    this.#f = this.#k.floats;
    this.parameters = new Parameters(sizes, this.#k, random);
    for (const [name, columns] of buffers) this.#b[name] = this.#k.take(most * columns);
    this.#b.turned = this.#k.take(largest);
    this.#b.s = this.#k.take(square);
  }

  /** Learns from a batch; gives the sums of the losses (tags, arcs, labels, names). */
  learn(batch: readonly Example[], rate: number): readonly number[] {
    const losses = this.gradients(batch);
    this.parameters.step(rate);
    return losses;
  }

  guess(batch: readonly Example[]): Guess[] {
    const guesses: Guess[] = batch.map(({ n }) => ({
      tags: new Int32Array(n),
      heads: new Int32Array(n),
      labels: new Int32Array(n),
      names: new Int32Array(n),
    }));
    this.#forward(this.#passOf(batch, guesses));
    return guesses;
  }

  /** Adds the gradients of a batch to those there; gives its losses. */
  gradients(batch: readonly Example[]): readonly number[] {
    const pass = this.#passOf(batch, undefined);
    this.#forward(pass);
    this.#back(pass);
    return pass.losses;
  }

  #passOf(batch: readonly Example[], guesses: readonly Guess[] | undefined): Pass {
    const random = this.#random;
    const p = guesses === undefined ? this.dropout : 0;
    const T = batch.reduce((sum, e) => sum + e.n, 0);
    if (T > this.#most) throw new RangeError("learner: batch too large");
    const offsets: number[] = [];
    const glove = new Int32Array(T);
    const word = new Int32Array(T);
    const parts = new Int32Array(T * PART_COUNT);
    const known = new Int32Array(T);
    let at = 0;
    for (const e of batch) {
      offsets.push(at);
      for (let i = 0; i < e.n; i++) {
        const w = e.word[i]!;
        word[at + i] = p > 0 && random() < 0.05 + 0.3 / (0.3 + this.#counts[w]!) ? 0 : w;
        glove[at + i] = p > 0 && random() < 0.06 ? 0 : e.glove[i]!;
        known[at + i] = p > 0 && random() < 0.1 ? 0 : e.known[i]!;
      }
      parts.set(e.parts, at * PART_COUNT);
      at += e.n;
    }
    return {
      batch,
      offsets,
      T,
      p,
      glove,
      word,
      parts,
      known,
      chosen: new Int32Array(T),
      inputMask: new Float32Array(p > 0 ? T * WIDTH : 0),
      guesses,
      losses: [0, 0, 0, 0],
    };
  }

  #forward(pass: Pass): void {
    this.#readInput(pass);
    this.#encode(pass);
    this.#scoreWords(pass);
    this.#scoreArcs(pass);
    this.#scoreLabels(pass);
  }

  /** From a word's vector, its own row, its parts and what lexicons know of it to the stream's first state, x1. */
  #readInput({ T, p, glove, word, parts, known, inputMask }: Pass): void {
    const f = this.#f;
    const x0 = this.#b.x0!;
    const x1 = this.#b.x1!;
    const { words, parts: partTable } = this.parameters;
    for (let t = 0; t < T; t++) {
      const row = x0 + t * INPUT;
      const g = glove[t]! * GLOVE;
      for (let i = 0; i < GLOVE; i++) f[row + i] = this.#glove[g + i]!;
      const w = word[t]! * WORD;
      for (let i = 0; i < WORD; i++) f[row + GLOVE + i] = words.values[w + i]!;
      const r = row + GLOVE + WORD;
      for (let i = 0; i < PARTS; i++) f[r + i] = 0;
      for (let j = 0; j < PART_COUNT; j++) {
        const q = parts[t * PART_COUNT + j]! * PARTS;
        for (let i = 0; i < PARTS; i++) f[r + i] = f[r + i]! + partTable.values[q + i]!;
      }
    }
    this.#dense("in", x0, INPUT, x1, T);
    const lexicons = this.parameters.matrix("lexicons");
    for (let t = 0; t < T; t++) {
      for (let bits = known[t]!; bits !== 0; bits &= bits - 1) {
        const row = lexicons.at + (31 - Math.clz32(bits & -bits)) * WIDTH;
        for (let i = 0; i < WIDTH; i++) f[x1 + t * WIDTH + i] = f[x1 + t * WIDTH + i]! + f[row + i]!;
      }
    }
    const half = p * 0.6;
    for (let i = 0; i < inputMask.length; i++) {
      inputMask[i] = this.#random() < half ? 0 : 1 / (1 - half);
      f[x1 + i] = f[x1 + i]! * inputMask[i]!;
    }
  }

  /** Through the layers. Masks hold for a whole sentence (Gal and Ghahramani 2016). */
  #encode({ batch, offsets, T, p }: Pass): void {
    const f = this.#f;
    const k = this.#k;
    const b = this.#b;
    this.#dropMask(p, b.mask!, (LAYERS + 2) * batch.length * WIDTH);
    for (let l = 0; l < LAYERS; l++) {
      const x = b[`x${l + 1}`]!;
      const n = b[`n${l}`]!;
      const m = b[`m${l}`]!;
      const u = b[`u${l}`]!;
      const c = b[`c${l}`]!;
      const y = b[`x${l + 2}`]!;
      k.norm(T, WIDTH, x * 4, this.parameters.matrix(`norm${l}`).at * 4, n * 4);
      const before = this.parameters.matrix(`before${l}`).at * 4;
      const after = this.parameters.matrix(`after${l}`).at * 4;
      batch.forEach((e, s) => {
        const row = offsets[s]! * WIDTH;
        k.blend(e.n, WIDTH, (n + row) * 4, before, after, (m + row) * 4);
      });
      this.#dense(`layer${l}`, m, WIDTH, u, T);
      f.copyWithin(y, x, x + T * WIDTH);
      batch.forEach((e, s) => {
        const from = offsets[s]!;
        const last = from + e.n - 1;
        const drop = b.mask! + (l * batch.length + s) * WIDTH;
        k.scanKeeping(
          e.n,
          HALF,
          (u + from * U) * 4,
          U * 4,
          (y + from * WIDTH) * 4,
          WIDTH * 4,
          (c + from * WIDTH) * 4,
          drop * 4,
        );
        k.scanKeeping(
          e.n,
          HALF,
          (u + last * U + 3 * HALF) * 4,
          -U * 4,
          (y + last * WIDTH + HALF) * 4,
          -WIDTH * 4,
          (c + last * WIDTH + HALF) * 4,
          (drop + HALF) * 4,
        );
      });
    }
  }

  /** Tags, names, and each word's views as dependent and as head. */
  #scoreWords(pass: Pass): void {
    const { batch, offsets, T, p, guesses, losses } = pass;
    const f = this.#f;
    const k = this.#k;
    const { nt, no, heads, dheads, headMask, tags } = this.#b as Record<string, number> & {
      [key in "nt" | "no" | "heads" | "dheads" | "headMask" | "tags"]: number;
    };
    k.norm(T, WIDTH, this.#b[`x${LAYERS}`]! * 4, this.parameters.matrix("tags.norm").at * 4, nt * 4);
    k.norm(T, WIDTH, this.#b[`x${LAYERS + 1}`]! * 4, this.parameters.matrix("out.norm").at * 4, no * 4);
    this.#mask(pass, no, WIDTH, WIDTH, this.#maskOf(pass, LAYERS));
    this.#mask(pass, nt, WIDTH, WIDTH, this.#maskOf(pass, LAYERS + 1));
    this.#dropMask(p, headMask, batch.length * VIEWS);
    this.#dense("tags", nt, WIDTH, tags, T);
    this.#dense("heads", no, WIDTH, heads, T);
    k.leak(T, VIEWS, heads * 4, HEADS * 4);
    this.#mask(pass, heads, VIEWS, HEADS, headMask);
    if (guesses === undefined) f.fill(0, dheads, dheads + T * HEADS);
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const t = offsets[s]! + i;
        const row = tags + t * this.#tagColumns;
        const names = heads + t * HEADS + VIEWS;
        if (guesses !== undefined) {
          guesses[s]!.tags[i] = this.#top(row, this.#sizes.tags);
          guesses[s]!.names[i] = this.#top(names, NAME_CLASSES);
          continue;
        }
        losses[0] += this.#entropy(row, this.#sizes.tags, this.#tagColumns, e.tags?.[i] ?? -1, 1 / T);
        const d = dheads + t * HEADS + VIEWS;
        for (let j = 0; j < NAMES; j++) f[d + j] = f[names + j]!;
        losses[3] += this.#entropy(d, NAME_CLASSES, NAMES, e.names?.[i] ?? -1, (e.nameWeight ?? 1) / T);
      }
    });
  }

  /** How well each word heads each other (Dozat and Manning 2017); while it learns, the gradients of that at once. */
  #scoreArcs({ batch, offsets, T, guesses, losses, chosen }: Pass): void {
    const f = this.#f;
    const k = this.#k;
    const heads = this.#b.heads!;
    const dheads = this.#b.dheads!;
    const arc = this.#b.arc!;
    const darc = this.#b.darc!;
    const S = this.#b.s!;
    const learning = guesses === undefined;
    this.#dense("arc", heads, HEADS, arc, T);
    if (learning) f.fill(0, darc, darc + T * ARC);
    const root = this.parameters.matrix("root");
    const distance = this.parameters.matrix("distance");
    batch.forEach((e, s) => {
      const n = e.n;
      const from = offsets[s]!;
      const ld = (n + 4) & ~3;
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
        if (learning) losses[1] += this.#entropy(row, n + 1, n + 1, e.heads?.[i] ?? -1, 1 / T);
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
  }

  #scoreLabels({ batch, offsets, T, guesses, losses, chosen }: Pass): void {
    const f = this.#f;
    const heads = this.#b.heads!;
    const pair = this.#b.pair!;
    const labels = this.#b.labels!;
    const columns = this.#labelColumns;
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
    this.#dense("labels", pair, 3 * REL, labels, T);
    batch.forEach((e, s) => {
      for (let i = 0; i < e.n; i++) {
        const row = labels + (offsets[s]! + i) * columns;
        if (guesses !== undefined) {
          guesses[s]!.labels[i] = this.#top(row, this.#sizes.labels);
          continue;
        }
        const gold = chosen[offsets[s]! + i]! < e.n ? (e.labels?.[i] ?? -1) : -1;
        losses[2] += this.#entropy(row, this.#sizes.labels, columns, gold, 1 / T);
      }
    });
  }

  #back(pass: Pass): void {
    this.#backThroughHeads(pass);
    this.#backThroughLayers(pass);
    this.#backIntoTables(pass);
  }

  /** From the losses to the gradient of the last layer's result, in dx. */
  #backThroughHeads(pass: Pass): void {
    const { batch, offsets, T, chosen } = pass;
    const f = this.#f;
    const b = this.#b;
    const heads = b.heads!;
    const dheads = b.dheads!;
    const dpair = b.dpair!;
    this.#denseBack("labels", b.pair!, 3 * REL, b.labels!, dpair, T);
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
    // darc is the gradient of arc = dependents · U + bias
    this.#denseBack("arc", heads, HEADS, b.darc!, dheads, T, HEADS, true);
    this.#mask(pass, dheads, VIEWS, HEADS, b.headMask!);
    for (let t = 0; t < T; t++) {
      for (let i = t * HEADS; i < t * HEADS + VIEWS; i++)
        if (f[heads + i]! < 0) f[dheads + i] = 0.1 * f[dheads + i]!;
    }
    const dn = b.dn!;
    f.fill(0, b.dx!, b.dx! + T * WIDTH);
    this.#denseBack("heads", b.no!, WIDTH, dheads, dn, T);
    this.#mask(pass, dn, WIDTH, WIDTH, this.#maskOf(pass, LAYERS));
    this.#normBack("out.norm", b[`x${LAYERS + 1}`]!, dn, b.dx!, T);
  }

  /** From the last layer to the first; dx becomes the gradient of x1. */
  #backThroughLayers(pass: Pass): void {
    const { batch, offsets, T } = pass;
    const k = this.#k;
    const b = this.#b;
    const dn = b.dn!;
    const dx = b.dx!;
    const du = b.du!;
    const dh = b.dh!;
    for (let l = LAYERS - 1; l >= 0; l--) {
      if (l === LAYERS - 2) {
        // tags hang on the stream after the last layer but one
        this.#denseBack("tags", b.nt!, WIDTH, b.tags!, dn, T);
        this.#mask(pass, dn, WIDTH, WIDTH, this.#maskOf(pass, LAYERS + 1));
        this.#normBack("tags.norm", b[`x${LAYERS}`]!, dn, dx, T);
      }
      const u = b[`u${l}`]!;
      const c = b[`c${l}`]!;
      const n = b[`n${l}`]!;
      batch.forEach((e, s) => {
        const from = offsets[s]!;
        const last = from + e.n - 1;
        const drop = this.#maskOf(pass, l) + s * WIDTH;
        k.scanBack(
          e.n,
          HALF,
          (u + from * U) * 4,
          U * 4,
          (c + from * WIDTH) * 4,
          (dx + from * WIDTH) * 4,
          WIDTH * 4,
          drop * 4,
          (du + from * U) * 4,
        );
        k.scanBack(
          e.n,
          HALF,
          (u + last * U + 3 * HALF) * 4,
          -U * 4,
          (c + last * WIDTH + HALF) * 4,
          (dx + last * WIDTH + HALF) * 4,
          -WIDTH * 4,
          (drop + HALF) * 4,
          (du + last * U + 3 * HALF) * 4,
        );
      });
      this.#denseBack(`layer${l}`, b[`m${l}`]!, WIDTH, du, dh, T);
      const before = this.parameters.matrix(`before${l}`);
      const after = this.parameters.matrix(`after${l}`);
      batch.forEach((e, s) => {
        const row = offsets[s]! * WIDTH;
        k.blendBack(
          e.n,
          WIDTH,
          (n + row) * 4,
          (dh + row) * 4,
          before.at * 4,
          after.at * 4,
          before.grad * 4,
          after.grad * 4,
          (dn + row) * 4,
        );
      });
      this.#normBack(`norm${l}`, b[`x${l + 1}`]!, dn, dx, T);
    }
  }

  #backIntoTables({ T, inputMask, known, word, parts }: Pass): void {
    const f = this.#f;
    const dx = this.#b.dx!;
    const dx0 = this.#b.dx0!;
    const { words, parts: partTable } = this.parameters;
    const lexicons = this.parameters.matrix("lexicons");
    for (let i = 0; i < inputMask.length; i++) f[dx + i] = f[dx + i]! * inputMask[i]!;
    for (let t = 0; t < T; t++) {
      for (let bits = known[t]!; bits !== 0; bits &= bits - 1) {
        const row = lexicons.grad + (31 - Math.clz32(bits & -bits)) * WIDTH;
        for (let i = 0; i < WIDTH; i++) f[row + i] = f[row + i]! + f[dx + t * WIDTH + i]!;
      }
    }
    this.#denseBack("in", this.#b.x0!, INPUT, dx, dx0, T, INPUT, false, GLOVE);
    for (let t = 0; t < T; t++) {
      const row = dx0 + t * INPUT + GLOVE;
      const w = word[t]!;
      if (w > 0) {
        words.touched.add(w);
        for (let i = 0; i < WORD; i++) words.grad[w * WORD + i] = words.grad[w * WORD + i]! + f[row + i]!;
      }
      for (let j = 0; j < PART_COUNT; j++) {
        const q = parts[t * PART_COUNT + j]!;
        if (q === 0) continue;
        partTable.touched.add(q);
        for (let i = 0; i < PARTS; i++) {
          partTable.grad[q * PARTS + i] = partTable.grad[q * PARTS + i]! + f[row + WORD + i]!;
        }
      }
    }
  }

  #maskOf({ batch }: Pass, l: number): number {
    return this.#b.mask! + l * batch.length * WIDTH;
  }

  #dropMask(p: number, at: number, count: number): void {
    const keep = 1 / (1 - p);
    for (let i = 0; i < count; i++) this.#f[at + i] = p > 0 && this.#random() < p ? 0 : p > 0 ? keep : 1;
  }

  /** Rows of `width` numbers, `ld` apart, times their sentence's mask. */
  #mask({ batch, offsets }: Pass, d: number, width: number, ld: number, masks: number): void {
    batch.forEach((e, s) => {
      this.#k.times(e.n, width, (d + offsets[s]! * ld) * 4, ld * 4, (masks + s * width) * 4);
    });
  }

  /** y[T × columns] = x · W + bias. */
  #dense(name: string, x: number, ldx: number, y: number, T: number): void {
    const w = this.parameters.matrix(name);
    const n = w.columns;
    this.#k.spread(T, n, this.parameters.matrix(`${name}.bias`).at * 4, y * 4);
    this.#k.multiply(T, n, w.rows, x * 4, ldx * 4, 4, w.at * 4, n * 4, y * 4, n * 4, true);
  }

  /** From dy to dW, dbias and dx, of which the first `skip` columns are not wanted. */
  #denseBack(
    name: string,
    x: number,
    ldx: number,
    dy: number,
    dx: number,
    T: number,
    lddx?: number,
    add = false,
    skip = 0,
  ): void {
    const k = this.#k;
    const w = this.parameters.matrix(name);
    const n = w.columns;
    const width = w.rows - skip;
    k.addRows(T, n, dy * 4, this.parameters.matrix(`${name}.bias`).grad * 4);
    k.multiply(w.rows, n, T, x * 4, 4, ldx * 4, dy * 4, n * 4, w.grad * 4, n * 4, true);
    // the transposed matrix is laid out first: its product is the faster one
    const f = this.#f;
    const turned = this.#b.turned!;
    for (let r = 0; r < width; r++)
      for (let c = 0; c < n; c++) f[turned + c * width + r] = f[w.at + (r + skip) * n + c]!;
    const to = (dx + skip) * 4;
    k.multiply(T, width, n, dy * 4, n * 4, 4, turned * 4, width * 4, to, (lddx ?? w.rows) * 4, add);
  }

  /** Adds the gradient of a norm to dx. */
  #normBack(name: string, x: number, dy: number, dx: number, T: number): void {
    const { at, grad } = this.parameters.matrix(name);
    this.#k.normBack(T, WIDTH, x * 4, at * 4, dy * 4, dx * 4, grad * 4);
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
}

const reachOf = (i: number, j: number): number => Math.max(-REACH, Math.min(REACH, j - i)) + REACH;
