import { describe, expect, it } from "vitest";
import { dayOf, instant, lastInstant, windowOfTime } from "./time.ts";

describe("times compare as instants", () => {
  const earlierThan: readonly [string, string][] = [
    ["2026-03-04T23:00:00-05:00", "2026-03-05T05:00:00Z"],
    ["2026-03-05T01:00:00+02:00", "2026-03-05T00:30:00+00:00"],
    ["2026-03-05", "2026-03-05T08:00:00Z"],
    ["2026-03", "2026-03-02"],
    ["2026-03-05T08:00Z", "2026-03-05T08:00:01.250Z"],
    ["2026-03-05T08:00:00", "2026-03-05T08:00:00-0100"],
    ["2026-03-05T08:00:01.228Z", "2026-03-05T08:00:01.869Z"],
  ];
  for (const [a, b] of earlierThan)
    it(`${a} is before ${b}`, () => expect(instant(a)).toBeLessThan(instant(b)));

  it("a date alone is that whole day", () => {
    expect(lastInstant("2026-03-05")).toBe(instant("2026-03-06") - 1);
    expect(dayOf("2026-03-05T23:30:00-05:00")).toBe(instant("2026-03-06"));
  });

  it("what is no time sorts first and never throws", () => {
    for (const odd of ["", "yesterday", "XXXX-02", "2026-3-5", "2026-03-05T", "9".repeat(10_000)]) {
      expect(instant(odd)).toBe(Number.NEGATIVE_INFINITY);
    }
  });

  it("a fraction of a second counts, to the millisecond", () => {
    const at = instant("2026-03-05T08:00:01Z");
    expect(lastInstant("2026-03-05T08:00:01Z")).toBe(at + 999);
    expect([instant("2026-03-05T08:00:01.25Z"), lastInstant("2026-03-05T08:00:01.25Z")]).toEqual([
      at + 250,
      at + 259,
    ]);
    expect([instant("2026-03-05T08:00:01.250Z"), lastInstant("2026-03-05T08:00:01.250Z")]).toEqual([
      at + 250,
      at + 250,
    ]);
    expect(lastInstant("2026-03-05T10:00:01,250999+02:00")).toBe(at + 250);
  });

  it("of open or unresolved expressions cover no days", () => {
    const time = (value: string, more: object = {}) =>
      windowOfTime({ value, type: "DATE", words: value, stated: true, ...more });
    expect(time("XXXX-02")).toBeUndefined();
    expect(time("PAST_REF")).toBeUndefined();
    expect(time("2026-02")).toEqual({ from: instant("2026-02-01"), to: instant("2026-03-01") - 1 });
    expect(time("2025-09", { from: "2025-09-01", to: null })?.to).toBe(Number.POSITIVE_INFINITY);
  });
});
