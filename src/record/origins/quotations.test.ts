import { describe, expect, it } from "vitest";
import { quotations } from "./quotations.ts";

describe("quotations", () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      "in typographic marks",
      "He said: “We will not cross the border.” Then he left.",
      ["“We will not cross the border.”"],
    ],
    ["in straight marks", 'He said "we will not cross it", and left.', ['"we will not cross it"']],
    [
      "in single marks, around an apostrophe",
      "‘We don’t know the captain’s name,’ he said.",
      ["‘We don’t know the captain’s name,’"],
    ],
    [
      "in marks of other languages",
      "Dijo «no vamos a cruzar la frontera» y se fue.",
      ["«no vamos a cruzar la frontera»"],
    ],
    [
      "left open until the end of the paragraph",
      "“We will not cross the border.\n\n“Not this year.”",
      ["“We will not cross the border.", "“Not this year.”"],
    ],
    ["but not a word in marks", "The “hawks” won.", []],
    ["nor an apostrophe or inches", "The captain’s boat is 5' long and it's Mexico's", []],
    ["nor an opening single mark that never closes", "‘Tis the season of storms in the gulf", []],
  ];
  for (const [name, text, found] of cases) {
    it(name, () => expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(found));
  }

  it("take time in proportion to the text", () => {
    expect(quotations('" "'.repeat(50_000)).length).toBeLessThan(50_000);
  });
});
