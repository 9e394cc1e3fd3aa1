import { describe, expect, it } from "vitest";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { situationDays } from "./situation-days.ts";

const both =
  "The bridge that the army blew up on 3 May was where its talks with the miners had begun on 1 May.";
const later =
  "Talks between the army and the miners began in a school near the bridge on 1 May, both sides said.";

/** Reports that name both days, and one that tells more of one of them. */
const texts = [both, both, later];
const days = [["2031-05-03", "2031-05-01"], ["2031-05-03", "2031-05-01"], ["2031-05-01"]];
const record = {
  reports: texts.map((_, i) => `r${i}`),
  origins: texts.map((_, i) => ({ id: `o${i}`, name: `o${i}`, reports: [`r${i}`], links: [] })),
  entries: texts.map((text, i) => ({
    id: `e${i}`,
    evidence: [{ report: `r${i}`, finding: { evidence: { start: 0, end: text.length, hedges: [] } } }],
  })),
} as unknown as Parameters<typeof situationDays>[0];
const reports = texts.map((text, i) => ({
  id: `r${i}`,
  text,
  published: { value: "2031-05-06", stated: true },
  fetchedAt: "2031-05-06T08:00:00Z",
})) as unknown as Report[];
const readings = days.map((named, i) => ({
  report: `r${i}`,
  times: named.map((day) => {
    const words = day.endsWith("03") ? "3 May" : "1 May";
    const start = texts[i]!.indexOf(words);
    return {
      start,
      end: start + words.length,
      time: { type: "DATE", value: day, from: day, words, stated: true },
    };
  }),
})) as unknown as Reading[];

describe("the key days of a situation", () => {
  it("quote each sentence exactly and lead to an entry; no sentence stands at two days", () => {
    const found = situationDays(record, reports, readings, { days: 2, sentences: 1 });
    expect(found.map(({ day, origins }) => [day, origins])).toEqual([
      ["2031-05-01", 3],
      ["2031-05-03", 2],
    ]);
    const sentences = found.flatMap(({ sentences }) => sentences);
    expect(new Set(sentences.map(({ report, start }) => `${report} ${start}`)).size).toBe(sentences.length);
    for (const { report, start, end, quote, entry } of sentences) {
      expect(quote).toBe(reports.find(({ id }) => id === report)!.text.slice(start, end));
      expect(entry).toBe(report.replace("r", "e"));
    }
  });

  it("leave out a day of which no sentence of the record tells", () => {
    const bare = { ...record, entries: [] } as typeof record;
    expect(situationDays(bare, reports, readings, { days: 2, sentences: 1 })).toEqual([]);
  });
});
