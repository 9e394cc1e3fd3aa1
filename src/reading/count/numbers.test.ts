import { describe, expect, it } from "vitest";
import { numberCases } from "../cases/numbers.ts";
import { wordsOf } from "../cases/words.ts";
import { quantitiesIn } from "./numbers.ts";

describe("quantitiesIn", () => {
  it.each(numberCases)("reads $text", ({ text, found }) => {
    const quantities = quantitiesIn(wordsOf(text)).map((one) => ({
      words: text.slice(one.span.start, one.span.end),
      value: [one.low, one.best, one.high],
      ...(one.approximate ? { about: true } : {}),
      ...(one.unit === undefined ? {} : { unit: one.unit }),
    }));
    expect(quantities).toEqual(found);
  });
});
