import { describe, expect, it } from "vitest";
import { reportOf } from "./clusters.ts";
import { smallArchives, smallSizes, subjects } from "./small-archives.ts";

/** Thirty happenings in five subjects, three reports on each. */
const articles = Array.from({ length: 90 }, (_, i) => {
  const happening = Math.floor(i / 3);
  const subject = `subject${"abcde"[happening % 5]}`;
  return reportOf({ id: `a${i}`, title: `Report ${i}`, text: `${subject} happening${happening}word` });
});
const gold = new Map(articles.map(({ id }, i) => [id, `g${Math.floor(i / 3)}`]));

describe("small archives", () => {
  const archives = smallArchives(gold, articles, 2);

  it("are of each size and kind, hold each report once and at least as many as they should", () => {
    expect(archives).toHaveLength(subjects.length * smallSizes.length * 2);
    for (const { reports, size } of archives) {
      expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
      expect(reports.length).toBeGreaterThanOrEqual(Math.min(size, 30));
      expect(reports.length).toBeLessThan(size + 6);
    }
  });

  it("of one subject hold the happenings that are most alike", () => {
    const subjectsIn = (kind: string) =>
      archives
        .filter((one) => one.subjects === kind && one.size === 10)
        .map(({ reports }) => new Set(reports.map(({ text }) => text.split(" ")[0])).size);
    for (const count of subjectsIn("one")) expect(count).toBe(1);
    expect(Math.max(...subjectsIn("any"))).toBeGreaterThan(1);
  });

  it("are the same each time", () => {
    expect(smallArchives(gold, articles, 2)).toEqual(archives);
  });
});
