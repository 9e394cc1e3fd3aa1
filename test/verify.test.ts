/** `sitrep verify` and `sitrep rebuild`: after all that a store goes through they agree; what was changed is named. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ingest, keep, readDocument, reread, situationRecord } from "../src/pipeline.ts";
import { rebuild, rereadOnly } from "../src/rebuilding.ts";
import { documents } from "../src/source/documents.ts";
import { openStore, type Where } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { correct } from "../src/work/correcting.ts";
import { grounds } from "./store/grounds.ts";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sitrep-verify-"));
const now = () => "2031-06-01T08:00:00.000Z";
let store: Store;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with one invented report, fetched on a day. */
function reportOf(name: string, fetchedAt: string, sentence: string): string {
  const batch = join(folder, `${name}-${fetchedAt.slice(0, 10)}`);
  mkdirSync(batch, { recursive: true });
  const published = `${fetchedAt.slice(0, 10)}T06:00:00Z`;
  writeFileSync(
    join(batch, "a.html"),
    `<html lang="en"><head><title>News of ${name}</title><meta property="article:published_time" content="${published}"><meta property="og:site_name" content="${name} Herald"></head><body><article><h1>News of ${name}</h1><p>${sentence}</p><p>It may send more boats next week, an official of ${name} said.</p></article></body></html>`,
  );
  const document = { file: "a.html", url: `https://${name.toLowerCase()}.example/a`, fetchedAt };
  writeFileSync(join(batch, "manifest.json"), JSON.stringify({ documents: [document] }));
  return batch;
}

const add = async (...inputs: string[]) => {
  for await (const { ok, message } of ingest(store, "coast", inputs, { now })) expect(ok, message).toBe(true);
};
const struck = (when: string, dead: number) =>
  `The navy struck a boat off Arlen on ${when}, the ministry said. The strike killed ${dead} people, the ministry said.`;

describe.each(grounds())("a rebuild on $name", (ground) => {
  let where: Where;
  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
    await store.addSituation({ id: "coast", title: "The coast", createdAt: now() });
  });
  afterEach(() => store.close());

  const isEqual = async () => {
    const { stored, rebuilt, extra, lacking, revisions, byOthers } = await rebuild(store, "coast");
    expect({ extra, lacking, byOthers, rebuilt }).toEqual({
      extra: [],
      lacking: [],
      byOthers: 0,
      rebuilt: stored,
    });
    expect(revisions).toBe((await store.revisions("coast")).length);
    return revisions;
  };

  it("gives the revisions of reports that came one by one, in order or not, and of corrections", async () => {
    await add(reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)));
    await add(reportOf("Beira", "2031-03-06T08:00:00Z", struck("3 March 2031", 7)));
    const few = await isEqual();
    await add(reportOf("Corvo", "2031-03-05T08:00:00Z", struck("3 March 2031", 5)));
    const [entry] = (await situationRecord(store, "coast")).record.entries;
    const analyst = { by: "Ana Ruiz", reason: "read it", now };
    await correct(store, "coast", { kind: "reject", entry: entry!.id }, analyst);
    const [made] = await store.corrections("coast");
    await add(reportOf("Delos", "2031-07-06T08:00:00Z", struck("3 July 2031", 2)));
    await correct(store, "coast", { kind: "undo", correction: made!.id }, analyst);
    expect(await isEqual()).toBeGreaterThan(few);
  });

  it("gives those of what was read anew, also where that broke off", async () => {
    await add(reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)));
    for await (const { ok } of reread(store, "coast", { now })) expect(ok).toBe(true);
    await isEqual();
    for await (const { ok } of reread(store, "coast", { now })) {
      expect(ok).toBe(true);
      break;
    }
    await isEqual();
    await add(reportOf("Beira", "2031-03-06T08:00:00Z", struck("3 March 2031", 7)));
    await isEqual();
  });

  it("knows of what came and is not told yet, and it is told with what comes next", async () => {
    const [early, late] = [
      reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)),
      reportOf("Beira", "2031-03-06T08:00:00Z", struck("3 March 2031", 7)),
    ];
    // As a process leaves it that is killed before it has told what is new.
    for await (const document of documents(early, { now })) {
      if (document instanceof Error) throw document;
      for await (const item of readDocument(document, {}))
        await store.transaction((write) => keep(write, "coast", item, now()));
    }
    expect(await rebuild(store, "coast")).toMatchObject({ pending: true, revisions: 0 });
    await isEqual();
    await add(late);
    expect(await rebuild(store, "coast")).toMatchObject({ pending: false });
    await isEqual();
    const told = await store.revisions("coast");
    expect(told.some(({ knownAt }) => knownAt === "2031-03-04T08:00:00Z")).toBe(true);
  });

  it("does not compare what other code made", async () => {
    await add(reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)));
    const last = (await store.lastCheckpoint("coast"))!;
    const other = {
      id: "v1",
      entry: "e1",
      change: "new",
      holdsAt: now(),
      knownAt: now(),
      reports: [],
    } as const;
    await store.appendRevisions("coast", [other], { ...last, from: last.to, version: "record:other" });
    const { extra, lacking, byOthers, stored, rebuilt } = await rebuild(store, "coast");
    expect({ extra, lacking, byOthers, rebuilt }).toEqual({
      extra: [],
      lacking: [],
      byOthers: 1,
      rebuilt: stored,
    });
  });

  it("names revisions that the archive does not give, and those that are lacking", async () => {
    await add(reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)));
    const [first] = await store.revisions("coast");
    const invented = { ...first!, id: "v0", to: "99" };
    await store.appendRevisions("coast", [invented]);
    expect(await rebuild(store, "coast")).toMatchObject({ extra: [{ id: "v0" }], lacking: [] });
  });

  it("reads the documents anew and compares, and stores nothing", async () => {
    await add(reportOf("Arlen", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)));
    const before = await store.counts();
    const same = await rereadOnly(store, "coast");
    expect(same).toMatchObject({ reread: same.record, gone: [], come: [], failed: [] });
    const [report] = await store.reports({ situation: "coast" });
    const reading = await store.reading(report!.id);
    const [kept] = reading!.findings;
    await store.addReading({ ...reading!, version: "readers@other", findings: [kept!] });
    const other = await rereadOnly(store, "coast");
    expect(other.reread).not.toBe(other.record);
    expect(other.come.length).toBeGreaterThan(0);
    expect(other.come.join("\n")).toContain("The strike killed 4 people");
    expect((await store.counts()).readings).toBe(before.readings + 1);
  });
});

describe("the commands", () => {
  const data = join(folder, "data");

  beforeAll(async () => {
    const inputs = [
      reportOf("Faro", "2031-03-04T08:00:00Z", struck("3 March 2031", 4)),
      reportOf("Holm", "2031-03-06T08:00:00Z", struck("3 March 2031", 7)),
    ];
    expect(await sitrep("add", "coast", ...inputs)).toMatchObject({ code: 0 });
  });

  it("say that all is well, and the ledger's end is known again later", async () => {
    const { code, out, err } = await sitrep("verify");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^2 documents, 2 reports, 2 readings, \d+ revisions checked, 0 faults\nledger: \d+ rows, the last is [0-9a-f]{64}\n$/u,
    );
    const hash = out.trim().slice(-64);
    expect(
      (await sitrep("add", "coast", reportOf("Elbin", "2031-03-08T08:00:00Z", struck("7 March 2031", 2))))
        .code,
    ).toBe(0);
    expect(await sitrep("verify", "--no-rebuild", "--holds", hash)).toMatchObject({ code: 0 });
    const never = await sitrep("verify", "--no-rebuild", "--holds", "0".repeat(64));
    expect(never.code).toBe(1);
    expect(never.out).toContain("the ledger: it does not hold 0000");
  });

  it("say that the record is that of the archive, by its hash", async () => {
    const { code, out } = await sitrep("rebuild", "coast", "--reread");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^coast: record ([0-9a-f]{64})\n {2}\d+ revisions stored and rebuilt: equal, [0-9a-f]{64}\n {2}its documents read anew give the same record: \1\n$/u,
    );
    const [json] = JSON.parse((await sitrep("rebuild", "--json")).out);
    expect(json.stored).toBe(json.rebuilt);
    expect((await sitrep("rebuild", "none")).err).toBe(
      'sitrep: there is no situation "none"; sitrep brief lists them\n',
    );
  });

  it("name what was changed behind their back", async () => {
    const database = new DatabaseSync(join(data, "sitrep.sqlite"));
    database.exec(`drop trigger revision_never_updated; drop trigger reading_never_updated;
      update revision set body = replace(body, '"id":"v', '"id":"w') where seq = 1;
      update reading set body = replace(body, '"end":', '"end":9') where seq = 1`);
    database.close();
    const { code, out } = await sitrep("verify");
    expect(code).toBe(1);
    expect(out).toMatch(/^revision 1 \(coast .*\): it is not as it was appended; restore/mu);
    expect(out).toMatch(/^reading 1 \(.*\): it is not as it was appended; restore/mu);
    expect(out).toMatch(
      /^reading of r[0-9a-f]{16} by .*: f1 evidence \(\d+-9\d+\) goes past the text's end/mu,
    );
    expect(out).toMatch(/^revision w[0-9a-f]+ of coast \(.*\): archive and corrections do not give it/mu);
    expect(out).toMatch(/^revision v[0-9a-f]+ of coast \(.*\): it is lacking/mu);
    expect(out).toMatch(/ checked, \d{2,} faults\n/u);
    expect(await sitrep("rebuild", "coast")).toMatchObject({ code: 1 });
  });

  function sitrep(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    return new Promise((resolve) => {
      const env = { ...process.env, SITREP_DATA: data, DATABASE_URL: "" };
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env });
      let [out, err] = ["", ""];
      child.stdout.on("data", (some) => (out += some));
      child.stderr.on("data", (some) => (err += some));
      child.on("close", (code) => resolve({ code: code ?? -1, out, err }));
    });
  }
});
