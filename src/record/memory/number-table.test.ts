import { describe, expect, it } from "vitest";
import { NumberTable, none } from "./number-table.ts";

/** Keys up to 53 bits, some in one part of the table, in an order that `step` gives. */
function filled(step: number): NumberTable {
  const table = new NumberTable();
  for (let n = 0; n < 5_000; n++) {
    const i = (n * step) % 5_000;
    table.set(keyOf(i), -i);
    if (i % 3 === 0) table.set(keyOf(i), i);
  }
  return table;
}

const keyOf = (i: number) => (i % 2 === 0 ? i * 256 : 2 ** 53 - 2 - i * 1_000_003);

describe("a table of numbers", () => {
  it("gives what was last set, and nothing for what was not", () => {
    const table = filled(1);
    for (let i = 0; i < 5_000; i++) expect(table.get(keyOf(i))).toBe(i % 3 === 0 ? i : -i);
    expect(table.get(1)).toBe(none);
    expect(table.get(0)).toBe(0);
    expect(new NumberTable().entries()).toEqual([]);
  });

  it("lists the same whatever order it was filled in", () => {
    expect(filled(7).entries()).toEqual(filled(1).entries());
    expect(filled(1).entries()).toHaveLength(5_000);
  });
});
