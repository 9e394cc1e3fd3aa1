/** Reports and what hangs on them, made up by number: for the store's tests and its benchmark. */
import { createHash } from "node:crypto";
import type { Document } from "../../src/model/document.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { Revision } from "../../src/model/revision.ts";

export function documentOf(text: string, more: Partial<Document> = {}): Document {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, bytes, input: "report.txt", fetchedAt: "2031-03-01T08:00:00.000Z", ...more };
}

export function reportOf(document: Document, more: Partial<Report> = {}): Report {
  const text = more.text ?? new TextDecoder().decode(document.bytes);
  return {
    id: `r${document.sha256.slice(0, 16)}`,
    document: document.sha256,
    input: document.input,
    bylines: [],
    fetchedAt: document.fetchedAt,
    language: "en",
    text,
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    extractor: "text@1",
    warnings: [],
    ...more,
  };
}

export function readingOf(report: Report, version = "readers@1"): Reading {
  const finding: Finding = {
    id: "f1",
    kind: "statement",
    evidence: { start: 0, end: report.text.length, hedges: [] },
    speaker: { kind: "unstated" },
    actors: [],
    recipients: [],
    instruments: [],
    places: [],
    statement: {
      cue: { start: 0, end: 0 },
      content: [{ start: 0, end: report.text.length }],
      mode: "reported",
    },
  };
  return { report: report.id, version, findings: [finding], actors: [], times: [], places: [], cites: [] };
}

export function revisionOf(number: number, more: Partial<Revision> = {}): Revision {
  return {
    id: `v${number}`,
    entry: `e${number}`,
    change: "new",
    holdsAt: "2031-03-01",
    knownAt: "2031-03-01T08:00:00Z",
    reports: [],
    ...more,
  };
}
