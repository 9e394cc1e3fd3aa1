/** Names as tags that begin, continue or stay out of a name, from left to right. */
import { mix } from "./hashing.ts";
import { type Linear, scoreLinear } from "./linear.ts";
import type { Word } from "./words.ts";

export const nameTypes = ["PER", "ORG", "LOC", "EVENT", "PRODUCT", "LAW"] as const;
/** 0 is outside; 1 + 2t begins type t, 2 + 2t continues it. */
export const NAME_CLASSES = 1 + 2 * nameTypes.length;

const features = new Int32Array(64);
const scores = new Int32Array(NAME_CLASSES);

export function tagNames(words: readonly Word[], tags: Int32Array, model: Linear, out: Int32Array): void {
  for (let i = 0; i < words.length; i++) {
    const count = nameFeatures(words, tags, i, out, features);
    scoreLinear(model, features, count, scores);
    out[i] = bestAfter(scores, i > 0 ? out[i - 1]! : 0);
  }
}

/** A name may only be continued by its own type. */
export function bestAfter(scores: Int32Array | Float64Array, last: number): number {
  let top = 0;
  for (let k = 1; k < NAME_CLASSES; k++) {
    if (k % 2 === 0 && last !== k && last !== k - 1) continue;
    if (scores[k]! > scores[top]!) top = k;
  }
  return top;
}

const edge: Word = {
  form: 2,
  norm: 2,
  suffix1: 2,
  suffix2: 2,
  suffix3: 2,
  suffix4: 2,
  prefix2: 2,
  prefix3: 2,
  shape: 2,
  lower: "",
};

export function nameFeatures(
  words: readonly Word[],
  tags: Int32Array,
  i: number,
  out: Int32Array,
  f: Int32Array,
): number {
  const w = words[i]!;
  const l1 = words[i - 1] ?? edge;
  const l2 = words[i - 2] ?? edge;
  const r1 = words[i + 1] ?? edge;
  const r2 = words[i + 2] ?? edge;
  const t = tags[i]!;
  const tl = i > 0 ? tags[i - 1]! : 200;
  const tr = i + 1 < words.length ? tags[i + 1]! : 200;
  const last = i > 0 ? out[i - 1]! : 99;
  let n = 0;
  f[n++] = mix(200, w.norm);
  f[n++] = mix(201, w.norm, last);
  f[n++] = mix(202, t, last);
  f[n++] = mix(203, t, tl, tr);
  f[n++] = mix(204, w.shape, last, i === 0 ? 1 : 0);
  f[n++] = mix(205, w.suffix3, t);
  f[n++] = mix(206, w.suffix4);
  f[n++] = mix(207, w.prefix3, t);
  f[n++] = mix(208, l1.norm, last);
  f[n++] = mix(209, r1.norm);
  f[n++] = mix(210, l1.norm, w.norm);
  f[n++] = mix(211, r1.norm, w.norm);
  f[n++] = mix(212, l1.norm, t, last);
  f[n++] = mix(213, r1.norm, t, last);
  f[n++] = mix(214, l2.norm, l1.norm);
  f[n++] = mix(215, r1.norm, r2.norm);
  f[n++] = mix(216, l2.norm, t);
  f[n++] = mix(217, r2.norm, t);
  f[n++] = mix(218, l1.shape, w.shape, r1.shape);
  f[n++] = mix(219, r1.suffix3, t);
  f[n++] = mix(220, l1.suffix3, t);
  f[n++] = mix(221, w.form);
  f[n++] = mix(222, w.suffix2, last);
  f[n++] = 223;
  return n;
}
