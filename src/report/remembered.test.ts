import { describe, expect, it } from "vitest";
import { remembered } from "./remembered.ts";

describe("what is remembered of texts", () => {
  it("is worked out once for each", () => {
    const asked: string[] = [];
    const length = remembered((text) => {
      asked.push(text);
      return text.length;
    });
    expect([length("byline"), length("teaser"), length("byline")]).toEqual([6, 6, 6]);
    expect(asked).toEqual(["byline", "teaser"]);
  });

  it("is worked out anew of long ones, and of all others once many have come", () => {
    let asked = 0;
    const count = remembered(() => ++asked);
    const long = "x".repeat(501);
    expect([count(long), count(long)]).toEqual([1, 2]);
    expect([count("kept"), count("kept")]).toEqual([3, 3]);
    for (let i = 0; i < 20_000; i++) count(`name-${i}`);
    expect(count("kept")).toBeGreaterThan(20_000);
  });
});
