/** Short invented reports for the readers of who, where and who says so, and the engine that parses them. */
import { loadLanguage } from "../src/language/language.ts";
import type { Report } from "../src/model/report.ts";
import { contextFor } from "../src/reading/read.ts";

const language = (await loadLanguage("en"))!;

/** Blocks are parted by blank lines. */
export function reportOf(text: string, more: Partial<Report> = {}): Report {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
    kind: "paragraph" as const,
  }));
  return {
    id: "r1",
    document: "",
    input: "-",
    bylines: [],
    fetchedAt: "2031-01-01T00:00:00Z",
    language: "en",
    text,
    blocks,
    extractor: "text@1",
    warnings: [],
    ...more,
  };
}

export function sentencesOf(report: Report) {
  return language.parse(report.text, report.blocks);
}

export function contextOfText(text: string) {
  const report = reportOf(text);
  return contextFor(report, sentencesOf(report));
}
