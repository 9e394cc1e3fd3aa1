/** Lines of runs, with a face whose letters are all one point wide. */
import { describe, expect, it } from "vitest";
import { linesOf, type Run } from "./breaking.ts";

const run = (text: string): Run => ({ text, face: "regular", size: 10, color: "#000" });
const lines = (width: number, ...texts: string[]) =>
  linesOf(texts.map(run), width, (text) => text.length).map((line) => line.map(({ text }) => text).join("|"));

describe("lines", () => {
  it.each([
    ["words as fit", 11, ["one two three four"], ["one two", "three four"]],
    ["a word that fills a line", 5, ["one three two"], ["one", "three", "two"]],
    ["a mark at its word's end", 8, ["one two", "12", " three"], ["one", "two|12", "three"]],
    ["runs that begin with a space", 20, ["one", " two"], ["one| two"]],
    ["a word wider than a line", 4, ["abcdefghij k"], ["abcd", "efgh", "ij k"]],
    ["no word at all", 4, [""], [""]],
    ["spaces alone", 4, ["   "], [""]],
    ["several spaces as one", 20, ["one   two"], ["one two"]],
    ["no space at a line's beginning", 3, ["one", " two"], ["one", "two"]],
  ])("hold %s", (_, width, texts, expected) => expect(lines(width, ...texts)).toEqual(expected));

  it("never part what is one character to who reads", () => {
    const family = "👨‍👩‍👧";
    expect(
      linesOf([run(`a${family}b`)], 2, (text) => (text === family ? 2 : [...text].length)).map((line) =>
        line.map(({ text }) => text).join(""),
      ),
    ).toEqual(["a", family, "b"]);
  });

  it("say where each piece begins and how wide it is", () => {
    const [line] = linesOf([run("one "), run("two")], 20, (text) => text.length);
    expect(line!.map(({ x, width }) => [x, width])).toEqual([
      [0, 4],
      [4, 3],
    ]);
  });
});
