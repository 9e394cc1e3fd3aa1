import { describe, expect, it } from "vitest";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { readReport, sentencesAt } from "../pipeline.ts";
import { findingsRead, sentencesRead } from "./how-read.ts";

const first = "The army may cross the river Sula in May, the defence minister, Ana Ruiz, said on Monday.";
const second = "About 34 people were killed in Tela since March.";
const text = `${first}\n\n${second}`;
const report: Report = {
  id: "r1",
  document: "d1",
  input: "invented",
  text,
  blocks: [
    { kind: "paragraph", start: 0, end: first.length },
    { kind: "paragraph", start: first.length + 2, end: text.length },
  ],
  language: "en",
  published: { value: "2031-04-08T12:00:00Z", stated: true, from: "option" },
  fetchedAt: "2031-04-08T13:00:00Z",
  extractor: "text@2",
  bylines: [],
  warnings: [],
};

describe("how a sentence was read", async () => {
  const reading: Reading = await readReport(report);
  const span = { start: 0, end: first.length };

  it("gives every part as the words of the text that it points at", () => {
    const all = findingsRead(reading, text, { start: 0, end: text.length });
    expect(all.length).toBeGreaterThan(1);
    for (const { parts } of all) {
      expect(parts.length).toBeGreaterThan(0);
      for (const { start, end, quote } of parts) expect(quote).toBe(text.slice(start, end));
    }
  });

  it("shows what keeps a plan from being a deed, and who says it", () => {
    const crossing = findingsRead(reading, text, span).find(({ kind }) => kind === "event");
    const as = new Map(crossing?.parts.map(({ role, quote, as }) => [role, `${quote} > ${as ?? quote}`]));
    expect(
      crossing?.parts.some(({ role, quote }) => (role === "status" || role === "hedge") && quote === "may"),
    ).toBe(true);
    expect(as.get("trigger")).toBe("cross > cross");
    expect(as.get("speaker")).toMatch(/Ana Ruiz$/u);
  });

  it("leaves out what stands in other sentences", () => {
    const lines = findingsRead(reading, text, span).map(({ kind }) => kind);
    expect(lines).not.toContain("figure");
    const later = findingsRead(reading, text, { start: first.length + 2, end: text.length });
    const number = later.find(({ kind }) => kind === "figure")?.parts.find(({ role }) => role === "number");
    expect(number).toMatchObject({ quote: "About 34", as: "≈ 34" });
  });

  it("gives the sentence's tree, one root, every head within it", async () => {
    const { sentences } = await sentencesAt(report, span);
    const [tree, ...more] = sentencesRead(sentences, span);
    expect(more).toEqual([]);
    expect(tree?.tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    for (const { head, start, end, form } of tree!.tokens) {
      expect(head).toBeLessThan(tree!.tokens.length);
      expect(text.slice(start, end)).toBe(form);
    }
  });

  it("has no tree for a language without an engine", async () => {
    expect(await sentencesAt({ ...report, language: "xx" }, span)).toEqual({ sentences: [] });
  });
});
