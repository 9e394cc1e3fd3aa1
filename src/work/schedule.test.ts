import { describe, expect, it } from "vitest";
import { type Found, nextRead, nextTry, nextVisit, pace } from "./schedule.ts";

const now = "2031-03-02T08:00:00.000Z"; // a Sunday
const health = { source: "s1", every: pace.first, failures: 0, visits: 0 };
const seconds = (next: string | undefined) => (Date.parse(next!) - Date.parse(now)) / 1000;

/** The paces of a source that is found so again and again. */
function run(what: Found["what"], times: number, from = health) {
  const states = [];
  let state = { ...from };
  for (let i = 0; i < times; i++) {
    const next = nextVisit(state, { what }, now);
    state = { ...state, ...next, visits: state.visits + 1 };
    states.push({ ...next, wait: seconds(next.nextAt) });
  }
  return states;
}

describe("a source", () => {
  it("that changes is asked sooner, down to a least wait", () => {
    const waits = run("changed", 12).map(({ every }) => every);
    expect(waits[0]).toBeLessThan(pace.first);
    expect(waits.at(-1)).toBe(pace.least);
  });

  it("is asked at the pace that somebody has set, no sooner than its publisher wants", () => {
    const next = nextVisit(health, { what: "changed", own: 600 }, now);
    expect(next.every).toBe(600);
    expect(seconds(next.nextAt)).toBeLessThan(670);
    const polite = nextVisit(health, { what: "unchanged", own: 600, every: 3600 }, now);
    expect(seconds(polite.nextAt)).toBeGreaterThanOrEqual(3600);
    expect(nextVisit(health, { what: "failed", own: 600 }, now).every).toBe(600);
  });

  it("that does not is asked later, up to a longest wait", () => {
    const waits = run("unchanged", 40).map(({ every }) => every);
    expect(waits[0]).toBeGreaterThan(pace.first);
    expect(waits.at(-1)).toBe(pace.most);
  });

  it("that changes at every third visit keeps a pace in between", () => {
    let state = { ...health };
    for (let i = 0; i < 300; i++)
      state = { ...state, ...nextVisit(state, { what: i % 3 === 0 ? "changed" : "unchanged" }, now) };
    expect(state.every).toBeGreaterThan(pace.least);
    expect(state.every).toBeLessThan(pace.most);
  });

  it("that fails is asked after twice the wait each time, and at its own pace once it works", () => {
    const states = run("failed", 12);
    expect(states.map(({ failures }) => failures)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(states[1]!.wait / states[0]!.wait).toBeGreaterThan(1.7);
    expect(states.at(-1)!.wait).toBeGreaterThanOrEqual(pace.mostFailing);
    expect(states.at(-1)!.wait).toBeLessThanOrEqual(pace.mostFailing * 1.1);
    const worked = nextVisit({ ...health, failures: 12 }, { what: "unchanged" }, now);
    expect(worked.failures).toBe(0);
    expect(seconds(worked.nextAt)).toBeLessThan(pace.first * 2);
  });

  it("that is gone is asked once a week", () => {
    expect(seconds(nextVisit(health, { what: "gone" }, now).nextAt)).toBeGreaterThanOrEqual(pace.gone);
  });

  const floors: [what: string, found: Partial<Found>, least: number][] = [
    ["its ttl", { every: 7200 }, 7200],
    ["a ttl of a year, up to six hours", { every: 365 * 86_400 }, pace.mostAsked],
    ["Retry-After", { retryAfter: 40_000 }, 40_000],
  ];
  it.each(floors)("is not asked before %s", (_, found, least) => {
    const wait = seconds(nextVisit(health, { what: "changed", ...found }, now).nextAt);
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(least * 1.1);
  });

  it("is asked outside of the hours and days that it wants none in", () => {
    const at = (found: Partial<Found>) => nextVisit(health, { what: "changed", ...found }, now).nextAt;
    expect(at({ skipHours: [8, 9] })).toBe("2031-03-02T10:00:00.000Z");
    expect(at({ skipDays: [0, 1] })).toBe("2031-03-04T00:00:00.000Z");
    expect(at({ skipHours: [3] })).toBe(at({}));
    expect(at({ skipHours: Array.from({ length: 24 }, (_, i) => i) })).toBe(at({}));
  });

  it("is asked at another moment than its like, and at the same one in every run", () => {
    const at = (source: string) => nextVisit({ ...health, source }, { what: "unchanged" }, now).nextAt;
    expect(new Set(Array.from({ length: 50 }, (_, i) => at(`s${i}`))).size).toBeGreaterThan(25);
    expect(at("s1")).toBe(at("s1"));
  });
});

describe("an article", () => {
  it("is looked at again in its first three days, then left alone", () => {
    const waits = [1, 2, 3, 4, 5].map((reads) => nextRead("k", reads, now));
    for (const [i, hours] of [1, 5, 18, 48].entries()) {
      expect(seconds(waits[i])).toBeGreaterThanOrEqual(hours * 3600);
      expect(seconds(waits[i])).toBeLessThanOrEqual(hours * 3600 * 1.1);
    }
    expect(waits[4]).toBeUndefined();
  });

  it("that was a month old when it was found is not", () => {
    expect(nextRead("k", 1, now, 30 * 86_400)).toBeUndefined();
    expect(nextRead("k", 1, now, 86_400)).toBeDefined();
  });

  it("that fails in passing is tried five times more, never before the server's word", () => {
    expect([1, 2, 3, 4, 5, 6].map((failures) => nextTry("k", failures, now) !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(seconds(nextTry("k", 1, now, 9000))).toBeGreaterThanOrEqual(9000);
  });
});
