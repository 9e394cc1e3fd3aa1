import { describe, expect, it } from "vitest";
import { wordCache } from "./word-cache.ts";

describe("a number per word", () => {
  it("is what the work gives, also when more words came than are kept, and is worked out once for those met again", () => {
    let worked = 0;
    const numberOf = (word: string) => Number(word.slice(1));
    const cached = wordCache((word) => {
      worked++;
      return numberOf(word);
    });
    for (let i = 0; i < 1_000; i++) expect(cached(`w${i % 10}`)).toBe(i % 10);
    expect(worked).toBe(10);
    for (let round = 0; round < 2; round++) for (let i = 0; i < 100_000; i++) expect(cached(`w${i}`)).toBe(i);
    expect(worked).toBeGreaterThan(100_000);
  });
});
