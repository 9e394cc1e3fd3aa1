import { describe, expect, it } from "vitest";
import { isShouted, recased } from "./recase.ts";

const capitals = new Map([
  ["mexico", "Mexico"],
  ["mcdonald", "McDonald"],
  ["nato", "NATO"],
  ["i", "I"],
]);

describe("recased", () => {
  it.each([
    ["THE ARMY LEFT MEXICO .", "The army left Mexico ."],
    ["NATO AND I MET MCDONALD", "NATO and I met McDonald"],
    ["OFFICIALS OF THE U.S. AND J. SMITH", "Officials of the U.S. and J. smith"],
    ["in Mexico , 12 DIED", "in Mexico , 12 died"],
    ["ÉLECTIONS À MEXICO", "Élections à Mexico"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(recased(text.split(" "), capitals).join(" ")).toBe(expected);
  });

  it("leaves a word of 1 MB as it is", () => {
    const long = "X".repeat(1_000_000);
    expect(recased([long], capitals)).toEqual([long]);
  });
});

describe("isShouted", () => {
  it.each([
    ["SAN SALVADOR, 18 FEB 90 (DPA) -- HEAVY FIGHTING RAGED", true],
    ["HEAVY FIGHTING RAGED IN McALLEN", true],
    ["Heavy fighting raged in El Salvador, the U.N. said", false],
    ["U.S., U.K., NATO", false],
    ["123 456", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isShouted(text, 0, text.length)).toBe(expected);
  });
});
