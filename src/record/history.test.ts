import { describe, expect, it } from "vitest";
import { world } from "../../bench/synthetic/world.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Selection } from "../model/scope.ts";
import { RecordHistory, type RecordOptions, recordOf } from "./record.ts";
import { inFetchOrder } from "./tellings/captures.ts";

const hour = 3_600_000;

/** Reports of an invented world, some published late; some pages change, some credit or cite another paper. */
function troubled(count: number): { readonly reports: Report[]; readonly readings: Reading[] } {
  const all = [...world(count, 5)];
  const reports = all.map(({ report }, i): Report => {
    const { value } = report.published!;
    const published = new Date(Date.parse(value) - ((i * 7) % 19) * (i % 3) * hour).toISOString();
    const before = all[Math.max(0, i - 9)]!.report;
    return {
      ...report,
      published: { ...report.published!, value: published },
      ...(i % 9 === 0 && before.url !== undefined ? { url: before.url } : {}),
      bylines: i % 7 === 0 ? [all[(i * 13) % count]!.report.publisher!] : [],
    };
  });
  const readings = all.map(({ reading }, i): Reading => {
    const cited = all[Math.max(0, i - 40)]!.report.publisher!;
    return i % 5 === 0 ? { ...reading, cites: [cited] } : reading;
  });
  return { reports: inFetchOrder(reports), readings };
}

describe("a history", () => {
  it("gives at each moment, asked in no order while it grows, the record that is made for that moment alone", () => {
    const { reports, readings } = troubled(120);
    const own = new Map(readings.map((reading) => [reading.report, reading]));
    const history = new RecordHistory();
    const selections = reports.slice(10, 16).map(
      ({ id }): Selection => ({
        report: id,
        situation: "invented",
        at: reports[50]!.fetchedAt,
        is: "out",
        because: { kind: "left-out", part: "terms" },
      }),
    );
    let count = 0;
    for (let i = 0; i < 20; i++) {
      if (i % 4 === 0) {
        const more = reports.slice(count, count + 24);
        expect(
          history.add(
            more,
            more.map(({ id }) => own.get(id)!),
          ),
        ).toBe(true);
        count += more.length;
      }
      const [one, other] = [reports[(i * 97) % count]!, reports[(i * 61) % count]!];
      const when: RecordOptions = {
        ...(i % 3 === 1 ? {} : { knownAt: one.fetchedAt }),
        ...(i % 3 === 0 ? {} : { asOf: other.published!.value.slice(0, 10) }),
        ...(i % 4 === 3 ? { selections } : {}),
      };
      const here = reports.slice(0, count);
      const alone = recordOf(
        here,
        here.map(({ id }) => own.get(id)!),
        when,
      );
      const { entries, origins, reports: counted } = history.at(when);
      expect({ entries, origins, reports: counted }).toEqual({
        entries: alone.entries,
        origins: alone.origins,
        reports: alone.reports,
      });
    }
  });

  it("makes of what is as it was the same object, so that one sees what has changed", () => {
    const { reports, readings } = troubled(120);
    const history = new RecordHistory();
    history.add(reports, readings);
    const [last, before] = [history.at(), history.at({ knownAt: reports[110]!.fetchedAt })];
    const known = new Set<unknown>([...last.entries, ...last.origins]);
    expect(before.entries.filter((one) => known.has(one)).length).toBeGreaterThan(before.entries.length / 4);
    expect(before.origins.filter((one) => known.has(one)).length).toBeGreaterThan(before.origins.length / 2);
  });
});
