/** The network at work: forms to tags, heads, labels and name tags, many sentences at a time. */
import { hashText, indexOfHash } from "./hashing.ts";
import { kernelWith } from "./kernel.ts";
import { lexiconReader } from "./lexicons.ts";
import { loopsOver, padTo, panelsOf, WIDEST } from "./loops.ts";
import { NAME_CLASSES } from "./nametags.ts";
import { keyOf, partsOf } from "./parts.ts";
import { ROWS } from "./product-code.ts";
import * as shape from "./shape.ts";
import {
  ARC,
  GLOVE,
  HALF,
  HEADS,
  INPUT,
  LAYERS,
  PART_COUNT,
  PARTS,
  REACH,
  REL,
  WIDTH,
  WORD,
} from "./shape.ts";
import { treeFrom } from "./spanning.ts";
import type { Weights } from "./weights.ts";

/** Views over a batch's tokens, valid until the next batch. Heads count within the sentence, n for the root. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly names: Int32Array;
  /** What the layers made of each token: WIDTH numbers, from which heads, labels and names are read. */
  readonly states: Float32Array;
}

export interface Network {
  /** `forms` of all sentences one after the other, `lengths` of each; at most MOST forms. */
  analyse(forms: readonly string[], lengths: readonly number[]): Analysis;
}

/** Tokens in one batch at most: the longest sentence. */
export const MOST = 512;
/** Tokens in one batch as a rule: enough for the matrices to be worth their while, and few enough to stay in the processor's cache. */
export const BATCH = 128;
/** Word types whose input vector is kept, in each of two halves. */
const KEPT = 12_288;
/** Numbers that one code of a vector stands for. */
export const CODED = 2;

export function networkFrom({ values, blobs }: Weights): Network {
  const tagCount = (values.tags as string[]).length;
  const labelCount = (values.labels as string[]).length;
  const tagColumns = padTo(tagCount, WIDEST);
  const labelColumns = padTo(labelCount, WIDEST);
  const list = shape.matrices(tagCount, labelCount);
  const size =
    list.reduce((sum, [, rows, columns]) => sum + rows * padTo(columns, WIDEST) + 8, 0) +
    (2 * KEPT + MOST) * WIDTH +
    MOST * (3 * WIDTH + 6 * HALF + tagColumns + HEADS + ARC + 3 * REL + labelColumns + 64) +
    MOST * (MOST + 8) +
    MOST * (widest + 1) +
    MOST * INPUT +
    10_000;
  const k = kernelWith(size);
  const f = k.floats;
  const loops = loopsOver(k.memory);
  const at: Record<string, number> = {};
  const scales = values.scales as Record<string, number>;
  const coded: Record<string, Coded> = {};
  for (const [name, rows, columns] of list) {
    const codes = blobs[`net.${name}`] as Int16Array;
    if (shape.isCoded(name)) {
      const panels = panelsOf(codes, rows, columns, loops.columns);
      const wide = padTo(columns, WIDEST);
      const place = { codes: k.take((rows * wide) / 2), scales: k.take(wide), rows };
      k.codes.set(panels, 2 * place.codes);
      f.set(blobs[`scales.${name}`] as Float32Array, place.scales);
      coded[name] = place;
      continue;
    }
    const scale = scales[name]!;
    const from = k.take(rows * padTo(columns, WIDEST));
    for (let i = 0; i < codes.length; i++) f[from + i] = codes[i]! * scale;
    at[name] = from;
  }
  const rowCodes = k.take((MOST * widest) / 2);
  const rowScales = k.take(MOST);
  const input = inputReader({ values, blobs });
  const lexicons = lexiconReader({
    keys: unsigned(blobs.lexiconKeys as Int32Array),
    classes: Uint16Array.from(blobs.lexiconClasses as Int16Array),
  });
  const known = new Int32Array(MOST);
  const kept = [k.take(KEPT * WIDTH), k.take(KEPT * WIDTH)] as const;
  const raw = k.take(MOST * INPUT);
  const fresh = new Int32Array(MOST);
  const x = k.take(MOST * WIDTH);
  const y = k.take(MOST * WIDTH);
  const z = k.take(MOST * WIDTH);
  const u = k.take(MOST * 6 * HALF);
  const tagScores = k.take(MOST * tagColumns);
  const headViews = k.take(MOST * HEADS);
  const arcs = k.take(MOST * ARC);
  const pairs = k.take(MOST * 3 * REL);
  const labelScores = k.take(MOST * labelColumns);
  const arcScores = k.take(MOST * (MOST + 8));
  let half = 0;
  let slots = new Map<string, number>();
  let earlier = new Map<string, number>();
  const tags = new Int32Array(MOST);
  const heads = new Int32Array(MOST);
  const labels = new Int32Array(MOST);
  const names = new Int32Array(MOST);
  const states = f.subarray(y, y + MOST * WIDTH);
  const analysis: Analysis = { tags, heads, labels, names, states };

  /** Where a form's input vector is, if it is known: among those used lately, or there again. */
  function slotOf(form: string): number | undefined {
    const slot = slots.get(form);
    if (slot !== undefined) return slot;
    const before = earlier.get(form);
    return before === undefined ? undefined : keep(form, before);
  }

  /**
   * Keeps a form's input vector. When a half is full the other one takes what comes, and what the first one knew: common
   * words are worked out once, whatever rare ones pass by.
   */
  function keep(form: string, from: number): number {
    if (slots.size >= KEPT) {
      [slots, earlier] = [earlier, slots];
      slots.clear();
      half = 1 - half;
    }
    const slot = kept[half]! + slots.size * WIDTH;
    f.copyWithin(slot, from, from + WIDTH);
    slots.set(form, slot);
    return slot;
  }

  /** Input vectors into x; those not known yet are worked out together, which takes a third of the time. */
  function takeIn(forms: readonly string[]): void {
    let count = 0;
    for (let t = 0; t < forms.length; t++) {
      const slot = slotOf(forms[t]!);
      if (slot !== undefined) f.copyWithin(x + t * WIDTH, slot, slot + WIDTH);
      else {
        input(forms[t]!, f, raw + count * INPUT);
        f.copyWithin(y + count * WIDTH, at["in.bias"]!, at["in.bias"]! + WIDTH);
        fresh[count++] = t;
      }
    }
    if (count === 0) return;
    k.multiply(count, WIDTH, INPUT, raw * 4, INPUT * 4, 4, at.in! * 4, WIDTH * 4, y * 4, WIDTH * 4, true);
    for (let i = 0; i < count; i++) {
      const t = fresh[i]!;
      const form = forms[t]!;
      f.copyWithin(x + t * WIDTH, y + i * WIDTH, y + (i + 1) * WIDTH);
      // a very long form is not worth keeping
      if (form.length <= 64 && !slots.has(form)) keep(form, y + i * WIDTH);
    }
  }

  /** y = x · W + bias; rows of x are `ld` numbers apart. */
  function dense(name: string, from: number, ld: number, T: number, columns: number, to: number): void {
    const { codes, scales, rows } = coded[name]!;
    const bias = at[`${name}.bias`]!;
    loops.encode(T, rows, from * 4, ld * 4, rowCodes * 4, rowScales * 4);
    // rows of what was there before fill the last tile: nobody reads what comes of them
    const tiles = padTo(T, ROWS);
    loops.multiply(
      tiles,
      columns,
      rows,
      rowCodes * 4,
      rowScales * 4,
      codes * 4,
      scales * 4,
      bias * 4,
      to * 4,
    );
  }

  function encode(forms: readonly string[], lengths: readonly number[]): void {
    const T = forms.length;
    takeIn(forms);
    let first = 0;
    for (const n of lengths) {
      lexicons(forms, first, first + n, known, first);
      first += n;
    }
    for (let t = 0; t < T; t++) {
      for (let bits = known[t]!; bits !== 0; bits &= bits - 1) {
        const row = at.lexicons! + (31 - Math.clz32(bits & -bits)) * WIDTH;
        for (let i = 0; i < WIDTH; i++) f[x + t * WIDTH + i] = f[x + t * WIDTH + i]! + f[row + i]!;
      }
    }
    for (let l = 0; l < LAYERS; l++) {
      if (l === LAYERS - 1) {
        loops.norm(T, WIDTH, x * 4, at["tags.norm"]! * 4, y * 4);
        dense("tags", y, WIDTH, T, tagColumns, tagScores);
      }
      loops.norm(T, WIDTH, x * 4, at[`norm${l}`]! * 4, y * 4);
      let from = 0;
      for (const n of lengths) {
        const row = from * WIDTH;
        k.blend(n, WIDTH, (y + row) * 4, at[`before${l}`]! * 4, at[`after${l}`]! * 4, (z + row) * 4);
        from += n;
      }
      dense(`layer${l}`, z, WIDTH, T, 6 * HALF, u);
      from = 0;
      for (const n of lengths) {
        const first = u + from * 6 * HALF;
        const last = u + (from + n - 1) * 6 * HALF + 3 * HALF;
        loops.scan(n, HALF, first * 4, 24 * HALF, (x + from * WIDTH) * 4, WIDTH * 4);
        loops.scan(n, HALF, last * 4, -24 * HALF, (x + (from + n - 1) * WIDTH + HALF) * 4, -WIDTH * 4);
        from += n;
      }
    }
    loops.norm(T, WIDTH, x * 4, at["out.norm"]! * 4, y * 4);
    dense("heads", y, WIDTH, T, HEADS, headViews);
    k.leak(T, 2 * ARC + 2 * REL, headViews * 4, HEADS * 4);
  }

  function attach(lengths: readonly number[], T: number): void {
    dense("arc", headViews, HEADS, T, ARC, arcs);
    const distance = at.distance!;
    let from = 0;
    for (const n of lengths) {
      const ld = (n + 4) & ~3;
      const dependents = (arcs + from * ARC) * 4;
      const views = (headViews + from * HEADS + ARC) * 4;
      k.multiplyTransposed(n, n, ARC, dependents, ARC * 4, views, HEADS * 4, arcScores * 4, ld * 4, false);
      k.multiplyTransposed(
        n,
        1,
        ARC,
        dependents,
        ARC * 4,
        at.root! * 4,
        0,
        (arcScores + n) * 4,
        ld * 4,
        false,
      );
      for (let i = 0; i < n; i++) {
        const row = arcScores + i * ld;
        for (let j = 0; j < n; j++) {
          const d = j - i;
          f[row + j] = f[row + j]! + f[distance + REACH + Math.max(-REACH, Math.min(REACH, d))]!;
        }
      }
      treeFrom(f, arcScores, ld, n, heads.subarray(from, from + n));
      for (let i = 0; i < n; i++) {
        const h = heads[from + i]!;
        const view = headViews + (from + (h < n ? h : i)) * HEADS + 2 * ARC + REL;
        k.pair(
          REL,
          (headViews + (from + i) * HEADS + 2 * ARC) * 4,
          view * 4,
          (pairs + (from + i) * 3 * REL) * 4,
        );
      }
      from += n;
    }
    dense("labels", pairs, 3 * REL, T, labelColumns, labelScores);
  }

  function best(row: number, classes: number): number {
    let top = 0;
    let most = f[row]!;
    for (let i = 1; i < classes; i++) {
      if (f[row + i]! > most) {
        most = f[row + i]!;
        top = i;
      }
    }
    return top;
  }

  return {
    analyse(forms, lengths) {
      const T = forms.length;
      if (T > MOST) throw new RangeError(`network: ${T} tokens in a batch, at most ${MOST}`);
      encode(forms, lengths);
      attach(lengths, T);
      for (let t = 0; t < T; t++) {
        tags[t] = best(tagScores + t * tagColumns, tagCount);
        labels[t] = best(labelScores + t * labelColumns, labelCount);
      }
      let from = 0;
      for (const n of lengths) {
        bestNames(f, headViews + from * HEADS + 2 * ARC + 2 * REL, HEADS, n, names.subarray(from, from + n));
        from += n;
      }
      return analysis;
    },
  };
}

const widest = Math.max(WIDTH, ARC, 3 * REL);

interface Coded {
  /** Where the panels of codes and the columns' scales begin, in floats. */
  readonly codes: number;
  readonly scales: number;
  readonly rows: number;
}

const outside = 0;
/**
 * What a word is given for being outside of a name: where nobody marked names the network has seen few capitals that
 * are none, and is too sure of them. Chosen on the development side (0: precision 71, recall 72; 1: 73, 70).
 */
const CAUTION = 1;

/** The best sequence of name tags in which a name is only continued by its own type (Viterbi). */
function bestNames(f: Float32Array, at: number, ld: number, n: number, out: Int32Array): void {
  let valid = true;
  for (let t = 0; t < n; t++) {
    f[at + t * ld] = f[at + t * ld]! + CAUTION;
    let top = 0;
    for (let c = 1; c < NAME_CLASSES; c++) if (f[at + t * ld + c]! > f[at + t * ld + top]!) top = c;
    out[t] = top;
    if (top !== outside && (top & 1) === 0 && (t === 0 || (out[t - 1] !== top && out[t - 1] !== top - 1)))
      valid = false;
  }
  if (valid) return;
  const score = new Float64Array(NAME_CLASSES * n);
  const from = new Int8Array(NAME_CLASSES * n);
  for (let t = 0; t < n; t++) {
    const row = (t - 1) * NAME_CLASSES;
    let top = 0;
    if (t > 0) for (let c = 1; c < NAME_CLASSES; c++) if (score[row + c]! > score[row + top]!) top = c;
    for (let c = 0; c < NAME_CLASSES; c++) {
      let back = top;
      let before = t === 0 ? 0 : score[row + top]!;
      if (c !== outside && (c & 1) === 0) {
        back = t > 0 && score[row + c]! > score[row + c - 1]! ? c : c - 1;
        before = t === 0 ? Number.NEGATIVE_INFINITY : score[row + back]!;
      }
      score[t * NAME_CLASSES + c] = before + f[at + t * ld + c]!;
      from[t * NAME_CLASSES + c] = back;
    }
  }
  let last = 0;
  const row = (n - 1) * NAME_CLASSES;
  for (let c = 1; c < NAME_CLASSES; c++) if (score[row + c]! > score[row + last]!) last = c;
  for (let t = n - 1; t >= 0; t--) {
    out[t] = last;
    last = from[t * NAME_CLASSES + last]!;
  }
}

/** Reads a form's input: its vector from codes, its row of the word table, the sum of its parts. */
export function inputReader({ values, blobs }: Weights): (form: string, f: Float32Array, to: number) => void {
  const vectorKeys = unsigned(blobs.vectorKeys as Int32Array);
  const vectorCodes = blobs.vectorCodes as Uint8Array;
  const codebook = blobs.codebook as Float32Array;
  const wordKeys = unsigned(blobs.wordKeys as Int32Array);
  const words = blobs.words as Int16Array;
  const parts = blobs.parts as Int16Array;
  const { words: wordScale, parts: partScale } = values.tableScales as { words: number; parts: number };
  const groups = GLOVE / CODED;
  const rows = new Int32Array(PART_COUNT);
  return (form, f, to) => {
    const key = form.length > 64 ? "" : keyOf(form);
    const hash = hashText(key) >>> 0;
    f.fill(0, to, to + INPUT);
    const v = indexOfHash(vectorKeys, hash);
    if (v >= 0) {
      for (let g = 0; g < groups; g++) {
        const c = (g * 256 + vectorCodes[v * groups + g]!) * CODED;
        for (let i = 0; i < CODED; i++) f[to + g * CODED + i] = codebook[c + i]!;
      }
    }
    const w = indexOfHash(wordKeys, hash);
    if (w >= 0) for (let i = 0; i < WORD; i++) f[to + GLOVE + i] = words[w * WORD + i]! * wordScale;
    partsOf(form, rows, 0);
    for (const row of rows) {
      for (let i = 0; i < PARTS; i++) {
        const o = to + GLOVE + WORD + i;
        f[o] = f[o]! + parts[row * PARTS + i]! * partScale;
      }
    }
  };
}

const unsigned = (keys: Int32Array): Uint32Array =>
  new Uint32Array(keys.buffer, keys.byteOffset, keys.length);
