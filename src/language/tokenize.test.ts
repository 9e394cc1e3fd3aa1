import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGap, tokenizer } from "./tokenize.ts";

const tokenize = tokenizer(new Map());
const forms = (text: string): string => {
  const { starts, ends } = tokenize(text, 0, text.length);
  return starts.map((start, i) => text.slice(start, ends[i])).join(" ");
};

describe("tokenizer", () => {
  it.each([
    ["They don't, can't and won't.", "They do n't , ca n't and wo n't ."],
    ["It’s Sheinbaum’s plan", "It ’s Sheinbaum ’s plan"],
    ["the soldiers' families", "the soldiers ' families"],
    ["We cannot go", "We can not go"],
    ["a 15-year-old U.S.-backed force", "a 15 - year - old U.S. - backed force"],
    ["a co-founder sent e-mails", "a co-founder sent e-mails"],
    ["MEXICO CITY, Nov. 5 (Agency) —", "MEXICO CITY , Nov. 5 ( Agency ) —"],
    ["Mr. J.B. Smith Jr. said", "Mr. J.B. Smith Jr. said"],
    ["cost $1,250.50, or 3.5%", "cost $ 1,250.50 , or 3.5 %"],
    ["at 10:30 on 9/11, 5km away", "at 10:30 on 9/11 , 5 km away"],
    ["See https://example.org/a?b=c, please.", "See https://example.org/a?b=c , please ."],
    ["Write to a.b@example.org.", "Write to a.b@example.org ."],
    ['"Wait..." he said?!', '" Wait ... " he said ?!'],
    ["and/or", "and / or"],
    ["O'Neill of the A&E", "O'Neill of the A&E"],
  ])("%s", (text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it("gives back any text: tokens in order, gaps only of white space and control characters", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        "\ud800",
        "\udc00x",
        "🇲🇽👩‍👩‍👧",
        "مرحبا بالعالم",
        "\u0000\u0007",
        "don't",
        "U.S.",
        "a-b-c",
        " ",
        "\n\n",
        "''",
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const { starts, ends } = tokenize(text, 0, text.length);
        let at = 0;
        let joined = "";
        starts.forEach((start, i) => {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(ends[i]!).toBeGreaterThan(start);
          for (let k = at; k < start; k++) expect(isGap(text.charCodeAt(k))).toBe(true);
          joined += text.slice(at, start) + text.slice(start, ends[i]);
          at = ends[i]!;
        });
        for (let k = at; k < text.length; k++) expect(isGap(text.charCodeAt(k))).toBe(true);
        expect(joined + text.slice(at)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
