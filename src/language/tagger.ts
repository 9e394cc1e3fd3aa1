/** Tags from left to right: one joint tag ("VBD/AUX") a token. */
import { mix } from "./hashing.ts";
import { best, type Linear, scoreLinear } from "./linear.ts";
import type { Word } from "./words.ts";

const features = new Int32Array(48);
const scores = new Int32Array(128);

export function tag(words: readonly Word[], model: Linear, tags: Int32Array): void {
  for (let i = 0; i < words.length; i++) {
    const count = tagFeatures(words, i, tags, features);
    scoreLinear(model, features, count, scores);
    tags[i] = best(scores, model.classes);
  }
}

const edge: Word = {
  form: 1,
  norm: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix2: 1,
  prefix3: 1,
  shape: 1,
  lower: "",
};

export function tagFeatures(words: readonly Word[], i: number, tags: Int32Array, out: Int32Array): number {
  const w = words[i]!;
  const l1 = words[i - 1] ?? edge;
  const l2 = words[i - 2] ?? edge;
  const r1 = words[i + 1] ?? edge;
  const r2 = words[i + 2] ?? edge;
  const t1 = i > 0 ? tags[i - 1]! : 200;
  const t2 = i > 1 ? tags[i - 2]! : 200;
  let n = 0;
  out[n++] = mix(20, w.form);
  out[n++] = mix(21, w.norm);
  out[n++] = mix(22, w.suffix1, w.shape);
  out[n++] = mix(23, w.suffix2);
  out[n++] = mix(24, w.suffix3);
  out[n++] = mix(25, w.suffix4);
  out[n++] = mix(26, w.prefix2);
  out[n++] = mix(27, w.prefix3);
  out[n++] = mix(28, w.shape, i === 0 ? 1 : 0);
  out[n++] = mix(29, l1.norm);
  out[n++] = mix(30, l1.norm, w.norm);
  out[n++] = mix(31, l2.norm);
  out[n++] = mix(32, r1.norm);
  out[n++] = mix(33, r1.norm, w.norm);
  out[n++] = mix(34, r2.norm);
  out[n++] = mix(35, t1);
  out[n++] = mix(36, t1, t2);
  out[n++] = mix(37, t1, w.norm);
  out[n++] = mix(38, t1, w.suffix3, r1.norm);
  out[n++] = mix(39, t1, r1.norm);
  out[n++] = mix(40, r1.suffix3, w.suffix2);
  out[n++] = mix(41, r1.shape, w.shape, l1.shape);
  out[n++] = mix(42, t1, w.shape, r1.shape);
  out[n++] = mix(43, t1, t2, w.norm);
  out[n++] = mix(44, r1.norm, r2.norm);
  out[n++] = mix(45, w.norm, r1.suffix3, t1);
  out[n++] = mix(46, l1.norm, l2.norm);
  out[n++] = 47;
  return n;
}
