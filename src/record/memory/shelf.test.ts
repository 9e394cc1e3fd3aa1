import { describe, expect, it } from "vitest";
import { world } from "../../../bench/synthetic/world.ts";
import { Shelf } from "./shelf.ts";

const all = [...world(23, 5)];

function filled(): Shelf {
  const shelf = new Shelf({ perBlock: 4, open: 2, unpacked: 1 });
  for (const [i, { report, reading }] of all.entries())
    expect(shelf.add(report, i % 5 === 0 ? undefined : reading)).toBe(i);
  return shelf;
}

describe("a shelf that has grown long", () => {
  it("gives every report and reading back, packed or not, in whatever order it is asked", () => {
    const shelf = filled();
    expect(shelf).toHaveLength(23);
    for (const step of [1, 7, 11]) {
      for (let n = 0; n < 23; n++) {
        const i = (n * step) % 23;
        expect(shelf.report(i)).toEqual(all[i]!.report);
        expect(shelf.reading(i)).toEqual(i % 5 === 0 ? undefined : all[i]!.reading);
      }
    }
    expect([...shelf.items()].map(([report]) => report)).toEqual(all.map(({ report }) => report));
  });

  it("gives the same objects while some work goes on, and those that came last always", () => {
    const shelf = filled();
    expect(shelf.report(22)).toBe(all[22]!.report);
    const asked = () => [0, 5, 9, 13].map((i) => shelf.report(i));
    shelf.whole(() => {
      for (const [n, report] of asked().entries()) expect(asked()[n]).toBe(report);
    });
    expect(() =>
      shelf.whole(() => {
        throw new Error("the work failed");
      }),
    ).toThrow("the work failed");
    expect(asked()).toEqual([0, 5, 9, 13].map((i) => all[i]!.report));
  });
});
