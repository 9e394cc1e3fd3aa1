import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments.ts";

type View = Parameters<typeof momentsOf>[0];

const report = (published: string, fetchedAt: string) =>
  ({
    id: `${published} ${fetchedAt}`,
    published: { value: published, stated: true },
    fetchedAt,
  }) as View["reports"][number];
const entry = (firstAt: string) => ({ firstAt }) as View["entries"][number];
const revision = (knownAt: string) => ({ knownAt }) as View["revisions"][number];

describe("the moments of a situation", () => {
  it("count reports and what they first told by day, in UTC", () => {
    const { days } = momentsOf({
      reports: [
        report("2031-04-03T23:30:00-06:00", "2031-04-05T08:00:00Z"),
        report("2031-04-02", "2031-04-05T08:00:00Z"),
        report("2031-04-04T01:00:00Z", "2031-04-05T08:00:00Z"),
      ],
      entries: [entry("2031-04-02T10:00:00Z"), entry("2031-04-04T05:30:00Z"), entry("")],
      revisions: [],
    });
    expect(days).toEqual([
      { day: "2031-04-02", reports: 1, entries: 1 },
      { day: "2031-04-04", reports: 2, entries: 1 },
    ]);
  });

  it("leave out a date that cannot be right, with what only its report tells", () => {
    const { days, fetches } = momentsOf({
      reports: [
        report("2031-04-02", "2031-04-05T08:00:00Z"),
        report("2031-04-04", "2031-04-05T08:00:00Z"),
        report("2099-01-01", "2031-04-05T08:00:00Z"),
      ],
      entries: [entry("2031-04-02T10:00:00Z"), entry("2099-01-01")],
      revisions: [],
    });
    expect(days).toEqual([
      { day: "2031-04-02", reports: 1, entries: 1 },
      { day: "2031-04-04", reports: 1, entries: 0 },
    ]);
    expect(fetches).toEqual([{ at: "2031-04-05T08:00:00Z", reports: 3, changes: 0 }]);
  });

  it("take what was fetched within a minute together, with what it changed", () => {
    const { fetches } = momentsOf({
      reports: [
        report("2031-04-02", "2031-04-05T08:00:00Z"),
        report("2031-04-02", "2031-04-05T08:00:50Z"),
        report("2031-04-02", "2031-04-05T08:01:30Z"),
      ],
      entries: [],
      revisions: [revision("2031-04-05T08:00:50Z"), revision("2031-04-06T08:00:00Z")],
    });
    expect(fetches).toEqual([
      { at: "2031-04-05T08:00:50Z", reports: 2, changes: 1 },
      { at: "2031-04-05T08:01:30Z", reports: 1, changes: 0 },
      { at: "2031-04-06T08:00:00Z", reports: 0, changes: 1 },
    ]);
  });

  it("are few enough to step through, however many fetches there were", () => {
    const reports = Array.from({ length: 5_000 }, (_, i) =>
      report("2031-04-02", new Date(Date.UTC(2031, 3, 2) + i * 120_000).toISOString()),
    );
    const { fetches } = momentsOf({ reports, entries: [], revisions: [] });
    expect(fetches.length).toBeLessThanOrEqual(600);
    expect(fetches.reduce((sum, { reports }) => sum + reports, 0)).toBe(5_000);
  });
});
