import { describe, expect, it } from "vitest";
import { isFurnitureLine } from "./furniture-line.ts";

describe("a line is furniture", () => {
  it.each([
    "Advert",
    "Read more:",
    "Image 1 of 5",
    "Bild 2 von 7",
    "Updated at 1:23 p.m.",
    "Last updated: 2 March 2031, 9:14 am",
    "Sign up for our daily letter",
    "Czytaj więcej",
    "Lesen Sie auch: Vier Boote vor der Küste",
    "Box aufklappen Box zuklappen",
    "À lire aussi",
    "関連記事",
  ])("%s", (line) => expect(isFurnitureLine(line)).toBe(true));
  it.each([
    "Published figures show that 14 boats left.",
    "The ministry updated its count to 14 boats at noon.",
    "Image rights cost 5 million.",
    "Mehr als vierzig Boote lagen im Hafen.",
    "Leggi e decreti del 2031 lo vietano.",
    "Updated rules took effect in 2031 and name 14 ports, three towns and a coast guard that nobody had asked.",
  ])("is not: %s", (line) => expect(isFurnitureLine(line)).toBe(false));
});
