import { describe, expect, it } from "vitest";
import { indexed, sought, terms } from "./terms.ts";

describe("terms", () => {
  it.each([
    ["endings in English", "Strikes striking struck", "en", ["strike", "strike", "struck"]],
    ["endings left alone elsewhere", "Ataques atacados", "es", ["ataques", "atacados"]],
    ["endings left alone where the language isn't known", "strikes", undefined, ["strikes"]],
    ["accents and case", "ÉTÉ Ünïcødé İstanbul", "fr", ["ete", "unicøde", "istanbul"]],
    ["compatibility forms", "ﬁre ½ ①", "de", ["fire", "12", "1"]],
    ["digits", "F-16s cost $1,500.50", "de", ["f", "16s", "cost", "1", "500", "50"]],
    ["apostrophes", "don’t O'Neill's", "de", ["don", "t", "o", "neill", "s"]],
    ["scripts without spaces", "港口关闭 ok", "zh", ["港", "口", "关", "闭", "ok"]],
    ["nothing to find", "🚢 — … \u0000 \ud800", "en", []],
    ["marks alone", "\u0301\u0302", "en", []],
  ])("%s: %s", (_, text, language, expected) => {
    expect([...terms(text, language)].map(({ term }) => term)).toEqual(expected);
  });

  it("point at the words as printed", () => {
    const text = "“Été 2031”: 港口";
    expect([...terms(text, "fr")].map(({ start, end }) => text.slice(start, end))).toEqual([
      "Été",
      "2031",
      "港",
      "口",
    ]);
  });

  it("are cut at a length that no word has, never within a character", () => {
    const [term] = [...terms("𐐨".repeat(100_000), "en")];
    expect(term!.term.length).toBeLessThanOrEqual(40);
    expect(term!.term.isWellFormed()).toBe(true);
  });

  it("to index stay within what an index can hold", () => {
    const unlike = indexed(Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(" "));
    expect(unlike.length).toBeLessThan(60_000);
    expect(unlike.length).toBeGreaterThan(30_000);
    expect(indexed("a b c ".repeat(100_000))).toHaveLength(300_000);
  });
});

describe("phrases", () => {
  it.each([
    [
      "words one by one",
      "navy boats",
      [
        [["navy"], ["navi"]],
        [["boats"], ["boat"]],
      ],
    ],
    [
      "quoted words in a row",
      '"two boats" sank',
      [
        [
          ["two", "boats"],
          ["two", "boat"],
        ],
        [["sank"]],
      ],
    ],
    [
      "a quotation that never closes",
      'sank "two boats',
      [
        [["sank"]],
        [
          ["two", "boats"],
          ["two", "boat"],
        ],
      ],
    ],
    ["empty quotations", '"" “”', []],
    ["words that touch", "港口", [[["港", "口"]]]],
    ["what is no syntax is words or nothing", "a OR b* +c", [[["a"]], [["or"]], [["b"]], [["c"]]]],
    ["words that begin so", "harb* 港*", [[["harb*"]], [["港"]]]],
    ["beginnings longer than the stem", "negotia*", [[["negotia*"], ["negoti"]]]],
    ["a dash within a word", "cease-fire", [[["cease"], ["ceas"]], [["fire"]]]],
  ])("%s: %s", (_, text, expected) => {
    expect(sought(text)).toEqual({ all: expected, none: [] });
  });

  it.each([
    ["words", "navy -boats -x", [[["navy"], ["navi"]]], [[["boats"], ["boat"]], [["x"]]]],
    [
      "quotations",
      'sank -"two boats"',
      [[["sank"]]],
      [
        [
          ["two", "boats"],
          ["two", "boat"],
        ],
      ],
    ],
    ["all that begins so", "sank -harb*", [[["sank"]]], [[["harb*"]]]],
    ["nothing where nothing follows", "sank - --", [[["sank"]]], []],
  ])("leave out %s: %s", (_, text, all, none) => {
    expect(sought(text)).toEqual({ all, none });
  });

  it("are at most 32 words", () => {
    expect(sought("a ".repeat(1_000)).all.flat(2)).toHaveLength(32);
    expect(sought(`"${"a ".repeat(1_000)}"`).all.flat(2)).toHaveLength(32);
  });
});
