import { expect, it } from "vitest";
import type { Report } from "../model/report.ts";
import { reportJson, wholeReportJson } from "./json.ts";

const report: Report = {
  id: "r1",
  document: "0".repeat(64),
  input: "boats.html",
  url: "https://herald.example/live#e3",
  bylines: [],
  section: "World",
  modified: { value: "2031-03-02T13:00:00Z", stated: true, from: "json-ld" },
  fetchedAt: "2031-03-03T09:00:00Z",
  partOf: "https://herald.example/live",
  paywalled: true,
  amendments: [{ kind: "correction", text: "Correction: the boats were four.", date: "2031-03-02" }],
  captions: ["The quay at noon"],
  claims: [{ field: "title", value: "Boats", from: "opengraph" }],
  text: "Boats",
  blocks: [{ kind: "headline", start: 0, end: 5 }],
  extractor: "html@2",
  warnings: [],
};

it("shows a report with what stands apart from its text and what its page claims", () => {
  expect(wholeReportJson(report)).toEqual({
    ...reportJson(report),
    amendments: report.amendments,
    captions: report.captions,
    claims: report.claims,
  });
});

it("shows it in lists without them", () => {
  expect(reportJson(report)).toEqual({
    id: "r1",
    input: "boats.html",
    url: report.url,
    section: "World",
    modified: report.modified,
    fetchedAt: report.fetchedAt,
    textLength: 5,
    sha256: report.document,
    partOf: report.partOf,
    paywalled: true,
  });
});

it("says nothing of what a page does not say", () => {
  const {
    amendments: _,
    captions: __,
    claims: ___,
    partOf: ____,
    paywalled: _____,
    section: ______,
    modified: _______,
    ...bare
  } = report;
  expect(wholeReportJson(bare)).toEqual(reportJson(bare));
  expect(Object.values(wholeReportJson(bare))).not.toContain(undefined);
});
