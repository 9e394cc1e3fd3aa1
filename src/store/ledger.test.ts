/** What the ledger proves, on both databases alike: rows are changed behind its back, as no tool should, and told. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentOf, readingOf, reportOf, revisionOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Correction } from "../model/correction.ts";
import type { Reading } from "../model/reading.ts";
import { ledgered } from "./ledger.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyReferences } from "./verify-references.ts";

const at = "2031-03-01T08:00:00.000Z";
const correctionOf = (id: string, action: Correction["action"]): Correction => ({
  id,
  situation: "harbour",
  at,
  by: "Ana Ruiz",
  action,
});
const noteOn = (document: string, exact: string): Correction["action"] => ({
  kind: "note",
  text: "seen on film",
  entry: {
    entry: "e1",
    line: "The harbour is closed",
    anchors: [{ document, kind: "statement", exact, prefix: "", suffix: "", core: exact }],
  },
});

describe.each(grounds())("the ledger on $name", (ground) => {
  let where: Where;
  let store: Store;
  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
    await fill(store);
  });
  afterEach(() => store.close());

  /** Past the triggers and the references, as somebody would who owns the database. */
  async function tamper(table: string, statement: string): Promise<void> {
    if ("folder" in where) {
      const database = new DatabaseSync(join(where.folder, "sitrep.sqlite"), {
        enableForeignKeyConstraints: false,
      });
      database.exec(`drop trigger ${table}_never_updated; drop trigger ${table}_never_deleted; ${statement}`);
      database.close();
      return;
    }
    await ground.command(where, `set session_replication_role = replica; ${statement}`);
  }

  const faults = async () => [...(await ledgerFaults(store)), ...(await lines(verifyReferences(store)))];

  it("holds for all that is appended, one row a transaction", async () => {
    expect(await faults()).toEqual([]);
    const rows = await store.ledger();
    const tables = new Set(rows.flatMap(({ items }) => items.split("\n").map((item) => item.split(" ")[0])));
    expect([...tables].sort()).toEqual(Object.keys(ledgered).sort());
    const before = rows.length;
    await store.transaction(async (write) => {
      await write.addOutcome({ input: "a", at, ok: true });
      await write.addOutcome({ input: "b", at, ok: true });
    });
    const [last, ...more] = await store.ledger({ after: rows.at(-1)!.seq });
    expect([before > 5, more.length, last?.items.split("\n").length]).toEqual([true, 0, 2]);
  });

  it("grows by nothing when nothing is new, nor by what is given up", async () => {
    const before = await store.ledger();
    await fill(store, { outcome: false });
    await expect(
      store.transaction(async (write) => {
        await write.addOutcome({ input: "a", at, ok: true });
        throw new Error("given up");
      }),
    ).rejects.toThrow("given up");
    expect(await store.ledger()).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it("holds when many write at once", async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        store.transaction(async (write) => {
          const document = documentOf(`Report ${i}`);
          await write.addDocument(document);
          await write.addReport(reportOf(document));
          await write.addOutcome({ input: `${i}`, at, ok: true });
        }),
      ),
    );
    expect(await faults()).toEqual([]);
  });

  it("gives an end that can be kept elsewhere, and knows it again later", async () => {
    const { hash, rows } = await end(store);
    await store.addOutcome({ input: "later", at, ok: true });
    expect(await end(store, hash)).toMatchObject({ holds: true, rows: rows + 1 });
    expect(await end(store, "0".repeat(64))).toMatchObject({ holds: false });
  });

  it("can't be changed or deleted behind the store's back, nor corrections and checkpoints", async () => {
    for (const [table, column] of [
      ["ledger", "hash"],
      ["correction", "body"],
      ["checkpoint", "body"],
    ])
      for (const statement of [`delete from ${table}`, `update ${table} set ${column} = ''`])
        await expect(ground.command(where, statement)).rejects.toThrow(/append-only/);
  });

  it.each([
    [
      "a reading changed",
      "reading",
      "update reading set body = replace(body, 'reported', 'quoted')",
      /^reading 1 \(r[0-9a-f]{16} readers@1\): it is not as it was appended; restore/,
    ],
    ["an outcome gone", "outcome", "delete from outcome", /^outcome 1: it is gone/],
    [
      "a membership slipped in",
      "membership",
      "insert into membership (situation, report, put_at) select 'pier', report, put_at from membership where situation = 'harbour'",
      /^membership \d+ \(pier r[0-9a-f]{16} .*\): it stands in no row of the ledger/,
    ],
    [
      "a time turned back",
      "membership",
      "update membership set put_at = '2030-01-01T00:00:00.000Z'",
      /^membership 1 .*not as it was appended/,
    ],
    [
      "a row of the ledger taken out",
      "ledger",
      "delete from ledger where seq = (select min(seq) + 1 from ledger)",
      /^ledger row \d+: it or the row before was changed or taken away/,
    ],
    ["a hash changed", "ledger", "update ledger set hash = 'x' where seq = 2", /^ledger row 2: /],
  ])("tells %s", async (_, table, statement, fault) => {
    await tamper(table, statement);
    const found = await faults();
    expect(found.filter((line) => fault.test(line)).length, found.join("\n")).toBeGreaterThan(0);
  });

  it("tells what points to nothing", async () => {
    await tamper("report", "delete from report");
    const found = await faults();
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^report 1: it is gone/),
        expect.stringMatching(/^reading readers@1: there is no report r[0-9a-f]{16}/),
        expect.stringMatching(/^membership harbour: there is no report/),
        expect.stringMatching(/^revision v1 of harbour: there is no report/),
      ]),
    );
  });

  it("takes a store from before it into one, once", async () => {
    await tamper("ledger", "delete from ledger");
    await tamper("checkpoint", "delete from checkpoint");
    expect((await ledgerFaults(store)).length).toBeGreaterThan(5);
    await store.close();
    store = await openStore(where);
    expect(await faults()).toEqual([]);
    // What revisions there were are not to be made a second time.
    expect(await store.lastCheckpoint("harbour")).toMatchObject({
      to: await store.marks("harbour").then(({ corrections: _, selections: __, ...marks }) => marks),
      version: "before checkpoints",
    });
    const rows = await store.ledger();
    await store.close();
    store = await openStore(where);
    expect(await store.ledger()).toEqual(rows);
  });

  it("tells spans that are past the text, or cut a character", async () => {
    const document = documentOf("The 🚢 is back in port, the harbour master said.");
    const report = reportOf(document);
    const given = readingOf(report);
    const wrong: Reading = {
      ...given,
      version: "readers@2",
      findings: [
        { ...given.findings[0]!, evidence: { start: 5, end: 20, hedges: [{ start: 3, end: 900 }] } },
      ],
      actors: [{ id: "a", name: "a", kind: "person", mentions: [{ start: 9, end: 4 }], roles: [] }],
    };
    await store.addDocument(document);
    await store.addReport(report);
    await store.addReading(wrong);
    const found = await lines(verifyReferences(store));
    expect(found.map((line) => line.replace(/^.*readers@2: /u, ""))).toEqual([
      "f1 evidence (5-20) cuts a character in two; read it anew (sitrep reread)",
      "f1 evidence hedges 0 (3-900) goes past the text's end at 48; read it anew (sitrep reread)",
      "actors 0 mentions 0 (9-4) is no span; read it anew (sitrep reread)",
    ]);
  });

  it("tells quotations of corrections that stand nowhere, and undoings of nothing", async () => {
    const { document } = (await store.reports())[0]!;
    await store.addCorrection(correctionOf("c2", noteOn(document, "The harbour is open")));
    await store.addCorrection(correctionOf("c3", { kind: "undo", correction: "c9" }));
    const found = await lines(verifyReferences(store));
    expect(found).toEqual([
      `correction c2: “The harbour is open” does not stand in document ${document}; restore the store from a copy`,
      "correction c3: there is no correction c9 to undo; restore the store from a copy",
    ]);
  });

  it("keeps corrections once, in their order, each with its situation", async () => {
    const [first] = await store.corrections("harbour");
    expect(await store.addCorrection(first!)).toBe(false);
    await store.addCorrection(correctionOf("c2", { kind: "undo", correction: first!.id }));
    expect((await store.corrections("harbour")).map(({ id }) => id)).toEqual(["c1", "c2"]);
    const { corrections } = await store.marks("harbour");
    expect((await store.corrections("harbour", { upTo: corrections - 1 })).length).toBe(1);
    expect(await store.corrections("pier")).toEqual([]);
    const lost = { ...first!, id: "c4", situation: "none" };
    await expect(store.addCorrection(lost)).rejects.toMatchObject({ code: "no-situation" });
  });

  it("keeps checkpoints with the revisions made until there", async () => {
    const from = { memberships: 0, readings: 0, corrections: 0 };
    const to = await store.marks("harbour");
    const checkpoint = { situation: "harbour", from, to, version: "x" };
    expect(await store.lastCheckpoint("pier")).toBeUndefined();
    await store.appendRevisions("harbour", [revisionOf(7)], checkpoint);
    expect(await store.lastCheckpoint("harbour")).toEqual(checkpoint);
    expect((await store.checkpoints("harbour")).length).toBe(2);
    const all = { after: 0, upTo: to.memberships };
    expect((await store.reports({ situation: "harbour", marks: all })).length).toBe(1);
    expect(await store.reports({ situation: "harbour", marks: { ...all, after: all.upTo } })).toEqual([]);
    expect((await store.readings("harbour", { upTo: 0 })).length).toBe(0);
  });
});

/** One of everything; a second time nothing of it is new but the outcome. */
async function fill(store: Store, { outcome = true } = {}): Promise<void> {
  const document = documentOf("The harbour is closed. It stays closed.");
  const report = reportOf(document);
  await store.addSituation({ id: "harbour", title: "The harbour", createdAt: at });
  await store.addSituation({ id: "pier", title: "The pier", createdAt: at });
  await store.transaction(async (write) => {
    await write.addDocument(document);
    await write.addReport(report);
    await write.addReading(readingOf(report));
    await write.addToSituation("harbour", [report.id], at);
  });
  if (outcome) await store.addOutcome({ input: "report.txt", at, ok: true, report: report.id });
  await store.addSource({
    id: "s1",
    situation: "harbour",
    kind: "feed",
    address: "https://herald.example/feed",
    addedAt: at,
  });
  await store.addItems([{ source: "s1", key: "a", url: "https://herald.example/a", seenAt: at }], at);
  await store.addCorrection(correctionOf("c1", noteOn(document.sha256, "The harbour is closed.")));
  const from = { memberships: 0, readings: 0, corrections: 0 };
  if (!outcome) return;
  await store.addMark({ reader: "desk", situation: "harbour", seenAt: at });
  await store.addScope({ situation: "harbour", scope: { terms: ["harbour"] }, at });
  const because = { kind: "left-out", part: "terms" } as const;
  await store.addSelections([{ situation: "harbour", report: report.id, at, is: "out", because }]);
  const checkpoint = { situation: "harbour", from, to: await store.marks("harbour"), version: "x" };
  await store.appendRevisions("harbour", [revisionOf(1, { reports: [report.id] })], checkpoint);
}

async function lines(found: AsyncGenerator<string, unknown>): Promise<string[]> {
  const all = [];
  for await (const line of found) all.push(line);
  return all;
}

const ledgerFaults = (store: Store) => lines(verifyLedger(store));

async function end(store: Store, holds?: string) {
  const found = verifyLedger(store, holds === undefined ? {} : { holds });
  for (let step = await found.next(); ; step = await found.next()) if (step.done === true) return step.value;
}
