import { describe, expect, it } from "vitest";
import { FetchProblem } from "./fetch-problem.ts";
import { robotsOf } from "./robots.ts";
import { type Retrieved, RobotsCache } from "./robots-cache.ts";

const hour = 3_600_000;
const day = 24 * hour;
const shut = robotsOf("User-agent: *\nDisallow: /\n", "sitrep");
const page = new URL("https://news.example/page");
const unreachable = new FetchProblem("timeout", "x", "x gave no answer: try again", { passing: true });

/** A cache on a clock of its own, before a site that answers these in turn, the last one for good. */
function cacheOf(...answers: (Retrieved | FetchProblem)[]) {
  let now = 0;
  let asked = 0;
  const cache = new RobotsCache({
    ms: () => now,
    retrieve: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)]!;
      if (answer instanceof FetchProblem) throw answer;
      return answer;
    },
  });
  return {
    cache,
    at: (ms: number) => {
      now = ms;
    },
    asked: () => asked,
    /** "allowed", "shut", or what is not known. */
    look: async () => {
      const robots = await cache.of("https://news.example").catch((problem: FetchProblem) => problem.code);
      if (typeof robots === "string" || "status" in robots) return robots;
      return robots.allows(page) ? "allowed" : "shut";
    },
  };
}

describe("a robots.txt that is kept", () => {
  it("is fetched once for all who ask at once, and holds for a day", async () => {
    const site = cacheOf({ robots: shut });
    expect(await Promise.all([site.look(), site.look(), site.look()])).toEqual(["shut", "shut", "shut"]);
    site.at(day - 1);
    expect([await site.look(), site.asked()]).toEqual(["shut", 1]);
    site.at(day);
    expect([await site.look(), site.asked()]).toEqual(["shut", 2]);
  });

  it.each([
    ["an hour, as it says", 3600, hour],
    ["a day, though it says a year", 365 * 86_400, day],
    ["ten minutes, though it says at once", 0, hour / 6],
  ])("holds for %s", async (_, freshFor, ms) => {
    const site = cacheOf({ robots: shut, freshFor });
    await site.look();
    site.at(ms - 1);
    await site.look();
    expect(site.asked()).toBe(1);
    site.at(ms);
    await site.look();
    expect(site.asked()).toBe(2);
  });

  it("that is absent allows everything", async () => {
    expect(await cacheOf({ absent: true }).look()).toBe("allowed");
  });

  it("that its server fails to give closes the site for a time, longer each time", async () => {
    const site = cacheOf({ status: 500 });
    expect(await site.look()).toEqual({ status: 500, retryAfter: 60 });
    site.at(59_000);
    expect([await site.look(), site.asked()]).toEqual([{ status: 500, retryAfter: 1 }, 1]);
    site.at(60_000);
    expect([await site.look(), site.asked()]).toEqual([{ status: 500, retryAfter: 120 }, 2]);
  });

  it("that its server fails to give for a month counts as absent", async () => {
    const site = cacheOf({ status: 503, retryAfter: 86_400 });
    await site.look();
    site.at(30 * day);
    expect(await site.look()).toEqual({ status: 503, retryAfter: 86_400 });
    site.at(31 * day + 1);
    expect(await site.look()).toBe("allowed");
  });

  it.each([
    ["fails", { status: 500 }],
    ["can't be reached", unreachable],
  ])("still holds while its server %s", async (_, then) => {
    const site = cacheOf({ robots: shut }, then);
    await site.look();
    site.at(2 * day);
    expect([await site.look(), site.asked()]).toEqual(["shut", 2]);
  });

  it("of a site that can't be reached is asked for again each time", async () => {
    const site = cacheOf(unreachable, { absent: true });
    expect(await site.look()).toBe("timeout");
    expect([await site.look(), site.asked()]).toEqual(["allowed", 2]);
  });

  it("is forgotten, the oldest first, when they are too many or too large", async () => {
    const one = robotsOf(`User-agent: *\n${"Disallow: /boats\n".repeat(100)}`, "sitrep");
    const few = new RobotsCache({ ms: () => 0, retrieve: async () => ({ robots: one }), remembered: 10 });
    const small = new RobotsCache({
      ms: () => 0,
      retrieve: async () => ({ robots: one }),
      maxSize: one.size * 10,
    });
    for (const cache of [few, small]) {
      for (let n = 0; n < 100; n++) await cache.of(`https://h${n}.example`);
      expect(cache.size).toEqual({ origins: 10, bytes: one.size * 10 });
    }
  });
});
