import { describe, expect, it } from "vitest";
import { pairedReports, type StoryPair, samenessScores } from "./story-pairs.ts";

const article = (name: string) => ({ url: `https://${name}.example/`, title: name, text: `${name} text` });
const pair = (a: string, b: string, same_story: boolean): StoryPair => ({
  id: `${a}-${b}`,
  lang: "en",
  same_story,
  a: article(a),
  b: article(b),
});
const pairs = [pair("ferry", "boat", true), pair("ferry", "budget", false), pair("quake", "flood", true)];

describe("pairs of articles", () => {
  it("give each article once, fetched in the order of the file", () => {
    const reports = pairedReports(pairs);
    expect(reports.map(({ title }) => title)).toEqual(["ferry", "boat", "budget", "quake", "flood"]);
    const times = reports.map(({ fetchedAt }) => fetchedAt);
    expect(times.toSorted()).toEqual(times);
    expect(new Set(times).size).toBe(5);
  });

  it("count what is found among what is sought", () => {
    const found = new Set(["ferry-boat", "ferry-budget"]);
    const { precision, recall, f1, accuracy } = samenessScores(pairs, ({ id }) => found.has(id));
    expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
    expect(accuracy).toBeCloseTo(1 / 3);
    expect(samenessScores([], () => true)).toMatchObject({ pairs: 0, f1: 0, accuracy: 0 });
  });
});
