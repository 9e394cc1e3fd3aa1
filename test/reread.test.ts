/** Documents read again by a later extractor: both results stand, the record is made of the later one. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "../src/model/report.ts";
import { readReport, reread, situationRecord } from "../src/pipeline.ts";
import { extract } from "../src/report/extract.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { recordJson } from "../src/view/json.ts";
import { correct } from "../src/work/correcting.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-reread-"));
const fetchedAt = "2031-03-02T12:00:00Z";
const now = () => "2031-04-01T00:00:00Z";
const html = `<html lang="en"><meta property="article:published_time" content="2031-03-02T11:00:00Z"><body><h1>Navy stops four boats</h1>
<p>The navy stopped four boats off the northern coast before dawn on Sunday, the ministry said.</p>
<p>Correction: An earlier version said that soldiers killed 40 people in San Lucas on Sunday. They did not.</p></body></html>`;
const bytes = Buffer.from(html);
const document = {
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes,
  input: "boats.html",
  mediaType: "text/html",
  fetchedAt,
};
const later = extract(document);
/** As an extractor without an eye for notes of correction made it. */
const text = `${later.text}\n\nSoldiers killed 40 people in San Lucas on Sunday, the ministry said.`;
const earlier: Report = {
  ...later,
  id: "r0000000000000001",
  extractor: "html@0",
  text,
  blocks: [...later.blocks, { kind: "paragraph", start: later.text.length + 2, end: text.length }],
};
let store: Store;

beforeAll(async () => {
  store = await openStore({ folder });
  await store.addSituation({ id: "boats", title: "Boats", createdAt: fetchedAt });
  await store.addDocument(document);
  await store.addReport(earlier);
  await store.addReading(await readReport(earlier));
  await store.addToSituation("boats", [earlier.id], fetchedAt);
  const analyst = { by: "Ana Ruiz", reason: "read it myself", now: () => "2031-03-15T00:00:00Z" };
  const { entries } = recordJson((await situationRecord(store, "boats")).record, [earlier]);
  const withQuote = (words: string) =>
    entries.find(
      ({ kind, evidence }) => kind === "event" && evidence.some(({ quote }) => quote.includes(words)),
    )!;
  const stop = withQuote("stopped four boats").id;
  await correct(store, "boats", { kind: "edit", entry: stop, field: "stage", value: "attempted" }, analyst);
  await correct(store, "boats", { kind: "note", entry: withQuote("40 people").id, text: "not so" }, analyst);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it("appends what the extractor of this version makes, and counts only that", async () => {
  const lines = async () => {
    const { record, reports } = await situationRecord(store, "boats");
    return recordJson(record, reports).entries.flatMap(({ evidence }) => evidence);
  };
  expect((await lines()).some(({ quote }) => quote.includes("40 people"))).toBe(true);

  const outcomes = [];
  for await (const outcome of reread(store, "boats", { now })) outcomes.push(outcome);
  expect(outcomes).toEqual([{ input: "boats.html", at: now(), ok: true, report: later.id }]);

  expect((await store.reports({ situation: "boats" })).map(({ extractor }) => extractor)).toEqual([
    "html@0",
    later.extractor,
  ]);
  expect(await store.report(earlier.id)).toEqual(earlier);
  expect(await store.report(later.id)).toEqual(later);
  expect(await store.reading(earlier.id)).toBeDefined();
  const after = await lines();
  expect(after.length).toBeGreaterThan(0);
  expect(after.every(({ report, quote }) => report === later.id && !quote.includes("40 people"))).toBe(true);

  // What came before is told as it was read then. What both readings say of the same words is no change, though report
  // and entry have other ids.
  const changes = await store.revisions("boats");
  const told = changes.filter(({ knownAt }) => knownAt === now());
  expect(told.filter(({ change }) => change === "new")).toEqual([]);
  expect(told.some(({ change }) => change === "withdrawn")).toBe(true);
});

it("changes nothing the second time", async () => {
  const before = await store.counts("boats");
  for await (const { ok } of reread(store, "boats", { now })) expect(ok).toBe(true);
  expect(await store.counts("boats")).toEqual(before);
});

it("leaves corrections where they were made, and raises those whose sentence is no longer read", async () => {
  const { record, reports, corrections } = await situationRecord(store, "boats");
  const { entries, review } = recordJson(record, reports);
  const edited = entries.filter(({ edits }) => edits !== undefined);
  expect(edited.map(({ status, asRead }) => [status?.stage, asRead?.status?.stage])).toEqual([
    ["attempted", "done"],
  ]);
  expect(edited[0]?.evidence.every(({ report }) => report === later.id)).toBe(true);
  expect(review?.conflicts).toMatchObject([{ reason: "target-gone", correction: corrections[1]?.id }]);
});
