import { describe, expect, it } from "vitest";
import { LEXICON_ROWS } from "../lexicons.ts";
import { NAME_CLASSES } from "../nametags.ts";
import { GLOVE, PART_COUNT } from "../shape.ts";
import { type Example, Learner } from "./learner.ts";
import { randomFrom } from "./random.ts";

const sizes = { tags: 11, labels: 9, words: 30 };

function learnerAndBatch() {
  const random = randomFrom(3);
  const below = (n: number) => Math.floor(random() * n);
  const glove = Float32Array.from({ length: 20 * GLOVE }, () => random() - 0.5).fill(0, 0, GLOVE);
  const learner = new Learner(sizes, glove, new Int32Array(sizes.words).fill(5), 100, random);
  learner.dropout = 0;
  const some = (n: number, make: (i: number) => number) => Int32Array.from({ length: n }, (_, i) => make(i));
  const example = (n: number): Example => ({
    n,
    glove: some(n, () => below(20)),
    word: some(n, () => below(sizes.words)),
    parts: some(n * PART_COUNT, () => below(50)),
    known: some(n, () => (below(2) === 0 ? 0 : 1 << below(LEXICON_ROWS))),
    tags: some(n, () => below(sizes.tags)),
    heads: some(n, (i) => (i === 1 ? n : i === 0 ? 1 : below(i))),
    labels: some(n, () => below(sizes.labels)),
    names: some(n, () => below(NAME_CLASSES)),
  });
  return { learner, batch: [example(7), example(5), example(1)] };
}

describe("the network while it learns", () => {
  it("has the gradients that differences give, for every matrix", () => {
    const { learner, batch } = learnerAndBatch();
    const tokens = batch.reduce((sum, e) => sum + e.n, 0);
    const clear = () => {
      for (const name of learner.parameters.matrices.keys()) learner.parameters.gradient(name).fill(0);
    };
    const loss = () => learner.gradients(batch).reduce((a, b) => a + b, 0) / tokens;
    for (const name of learner.parameters.matrices.keys()) {
      clear();
      loss();
      const gradient = learner.parameters.gradient(name).slice();
      const values = learner.parameters.values(name);
      // the largest of each, and two others
      const size = Math.max(...gradient.map(Math.abs));
      const largest = gradient.findIndex((x) => Math.abs(x) === size);
      for (const i of [largest, gradient.length >> 1, gradient.length - 5]) {
        const there = values[i]!;
        values[i] = there + 2e-3;
        const more = loss();
        values[i] = there - 2e-3;
        const less = loss();
        values[i] = there;
        const off = Math.abs((more - less) / 4e-3 - gradient[i]!);
        expect(off, `${name}[${i}]`).toBeLessThan(2e-3 + 0.1 * Math.abs(gradient[i]!));
      }
      expect(
        gradient.some((x) => x !== 0),
        name,
      ).toBe(true);
    }
  });

  it("learns a small batch by heart, and the mean of its weights follows", () => {
    const { learner, batch } = learnerAndBatch();
    const first = learner.learn(batch, 0.003).reduce((a, b) => a + b, 0);
    let last = first;
    for (let step = 0; step < 120; step++) last = learner.learn(batch, 0.003).reduce((a, b) => a + b, 0);
    expect(last).toBeLessThan(first * 0.2);
    const heads = learner.guess(batch).map((guess) => [...guess.heads]);
    expect(heads).toEqual(batch.map((e) => [...e.heads!]));
    expect(learner.parameters.averaged(() => learner.guess(batch)).map((guess) => [...guess.heads])).toEqual(
      heads,
    );
  });

  it("gives the same numbers for the same seed", () => {
    const run = () => {
      const { learner, batch } = learnerAndBatch();
      learner.dropout = 0.2;
      for (let step = 0; step < 5; step++) learner.learn(batch, 0.003);
      return [...learner.parameters.values("heads")].slice(0, 50);
    };
    expect(run()).toEqual(run());
  });
});
