/** The report that a case's sentences stand in: of 5 November 2025, by nobody. */
import type { Block, Report } from "../../model/report.ts";

export function caseReport(text: string, blocks: readonly Block[]): Report {
  return {
    id: "r1",
    document: "",
    input: "case",
    bylines: [],
    fetchedAt: "2025-11-05T00:00:00Z",
    published: { value: "2025-11-05", stated: true },
    text,
    blocks,
    extractor: "text@1",
    warnings: [],
  };
}
