import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/language/train/random.ts";
import { Learner, type Lesson } from "./learner.ts";
import { CLASSES, matrices, SEEN } from "./shape.ts";

function learnerAndBatch(lengths: readonly [number, number, number] = [7, 5, 1]) {
  const random = randomFrom(3);
  const below = (n: number) => Math.floor(random() * n);
  const learner = new Learner(9, 20, 1000, 16, random);
  const lesson = (n: number, scheme: number): Lesson => ({
    n,
    seen: Float32Array.from({ length: n * SEEN }, () => random() * 2 - 1),
    tags: Int32Array.from({ length: 2 * n }, () => below(9)),
    predicates: [
      { token: below(n), above: -1, features: Int32Array.of(1, 4, 7) },
      { token: below(n), above: below(n), features: Int32Array.of(2, 19) },
    ],
    scheme,
    wanted: [0, 1].map(() =>
      new Float32Array(CLASSES)
        .fill(1, below(CLASSES))
        .map((x, c, all) => (x > 0 && all[c - 1] !== 1 ? 1 : 0)),
    ),
    weight: scheme + 1,
  });
  return { learner, batch: [lesson(lengths[0], 0), lesson(lengths[1], 2), lesson(lengths[2], 1)] };
}

describe("the recurrent scorer while it learns", () => {
  it("has the gradients that differences give, for every matrix and table", () => {
    const { learner, batch } = learnerAndBatch();
    const all = [
      ...matrices.map(([name]) => ({
        name,
        values: learner.network.values(name),
        gradient: learner.gradient(name),
      })),
      { name: "tags", values: learner.network.tags, gradient: learner.tableGradient("tags") },
      { name: "features", values: learner.network.features, gradient: learner.tableGradient("features") },
    ];
    const loss = () => {
      for (const one of all) one.gradient.fill(0);
      return learner.gradients(batch);
    };
    for (const { name, values, gradient } of all) {
      loss();
      const there = gradient.slice();
      const size = Math.max(...there.map(Math.abs));
      expect(size, name).toBeGreaterThan(0);
      // the largest of each, and two others
      for (const i of [there.findIndex((x) => Math.abs(x) === size), there.length >> 1, there.length - 5]) {
        const kept = values[i]!;
        values[i] = kept + 2e-3;
        const more = loss();
        values[i] = kept - 2e-3;
        const less = loss();
        values[i] = kept;
        const off = Math.abs((more - less) / 4e-3 - there[i]!);
        expect(off, `${name}[${i}]`).toBeLessThan(1e-3 + 0.05 * Math.abs(there[i]!));
      }
    }
  });

  it("learns a small batch by heart, and the mean of its weights follows", () => {
    const { learner, batch } = learnerAndBatch();
    const first = learner.learn(batch, 0.003);
    for (let step = 0; step < 200; step++) learner.learn(batch, 0.003);
    expect(learner.gradients(batch)).toBeLessThan(first * 0.2);
    expect(learner.averaged(() => learner.gradients(batch))).toBeLessThan(first * 0.4);
  });

  it("gives the same numbers for the same seed", () => {
    const run = () => {
      const { learner, batch } = learnerAndBatch();
      learner.drop = { input: 0.3, inner: 0.3, features: 0.3 };
      for (let step = 0; step < 5; step++) learner.learn(batch, 0.003);
      return [...learner.network.values("in").slice(0, 50)];
    };
    expect(run()).toEqual(run());
  });

  it("grows with the sentences' length, not with its square", () => {
    const { learner } = learnerAndBatch();
    // processor time: others' work on the machine does not count
    const least = (...lengths: [number, number, number]) => {
      const { batch } = learnerAndBatch(lengths);
      const times = Array.from({ length: 8 }, () => {
        const from = process.cpuUsage();
        learner.gradients(batch);
        const { user, system } = process.cpuUsage(from);
        return user + system;
      });
      return Math.min(...times);
    };
    least(30, 30, 30);
    expect(least(300, 300, 300)).toBeLessThan(40 * least(30, 30, 30));
  });
});
