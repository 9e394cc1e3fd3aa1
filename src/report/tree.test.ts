import { describe, expect, it } from "vitest";
import { collapse } from "./tree.ts";

describe("white space", () => {
  it("runs to one space, of whatever it is made", () => {
    expect(collapse("  The\u00a0mayor \n\t said  so.\n")).toBe("The mayor said so.");
    expect(collapse("one two three")).toBe("one two three");
    expect(collapse("soft\u00adly zero\u200bwidth")).toBe("softly zerowidth");
    expect(collapse("\u2028 \u3000")).toBe("");
  });

  it("is dropped as a plain rule would drop it", () => {
    const pieces = ["a", "b", " ", " ", "\n", "\t", "\u00a0", "\u2003", "é"];
    for (let n = 0; n < 9 ** 4; n++) {
      const text = [0, 1, 2, 3].map((at) => pieces[Math.floor(n / 9 ** at) % 9]).join("");
      const plain = text.replace(/\s+/g, " ").trim();
      if (collapse(text) !== plain) expect(collapse(text)).toBe(plain);
    }
  });
});
