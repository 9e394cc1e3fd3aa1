import { describe, expect, it } from "vitest";
import { countWords, letterRuns, wordRuns } from "./runs.ts";

const texts = [
  "",
  "The mayor of Tollhaven said no.",
  " 12 of 30: “d’accord”, naïve – 3½ km² ",
  "Ελλάδα, Москва, 東京タワー, ไทย, عربى ١٢",
  "\u{1d400}\u{1d401} \u{1f600}x\u{10330}",
  "half \ud835 of a pair\udc00z",
];

describe("runs of letters and digits", () => {
  it.each(texts)("are those of Unicode's classes: %s", (text) => {
    expect(wordRuns(text)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    expect(letterRuns(text)).toEqual(text.match(/\p{L}+/gu) ?? []);
  });

  it("are counted as words, and two characters as one where none stand between words", () => {
    expect(countWords("Three small words.")).toBe(3);
    expect(countWords("東京の夏")).toBe(2);
  });
});
