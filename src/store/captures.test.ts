/** The archive of records, on both databases alike. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentOf, reportOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Document } from "../model/document.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";
import { verifyArchive } from "./verify.ts";
import { recordParts } from "./warc.ts";

const url = "https://paper.example/a";

function page(text: string, more: Partial<Document> = {}): Document {
  return documentOf(text, {
    input: url,
    url,
    status: 200,
    headers: { "content-type": "text/html" },
    ...more,
  });
}

async function faults(store: Store): Promise<string[]> {
  const lines = [];
  for await (const line of verifyArchive(store)) lines.push(line);
  return lines;
}

describe.each(grounds())("the archive on $name", (ground) => {
  let where: Where;
  let store: Store;

  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
  });
  afterEach(() => store.close());

  it("keeps the first sight of bytes as a response or a resource, the next as a revisit", async () => {
    await store.addDocument(page("closed"));
    await store.addDocument(page("closed", { fetchedAt: "2031-03-02T08:00:00.000Z" }));
    await store.addDocument(page("open", { fetchedAt: "2031-03-03T08:00:00.000Z" }));
    await store.addDocument(documentOf("a note"));
    await store.addDocument(documentOf("a note", { input: "copy.txt" }));
    const kinds = (await store.captures()).map(({ kind, fetch }) => [kind, fetch.input]);
    expect(kinds).toEqual([
      ["response", url],
      ["revisit", url],
      ["response", url],
      ["resource", "report.txt"],
      ["revisit", "copy.txt"],
    ]);
    expect(await faults(store)).toEqual([]);
  });

  it("holds the bytes in the records alone", async () => {
    await store.addDocument(page("closed"));
    expect(await ground.command(where, "select length(bytes) as held from content")).toEqual([{ held: 0 }]);
    const [capture] = await store.captures();
    expect(gunzipSync(await store.record(capture!)).toString()).toMatch(
      /^WARC\/1\.1\r\n.*\r\n\r\nclosed\r\n\r\n$/s,
    );
    expect(await store.document(capture!.fetch.sha256)).toEqual(page("closed"));
  });

  it("gives any bytes back as they were added, whatever they are", async () => {
    const bytes = fc.uint8Array({ maxLength: 5_000 });
    const header = fc.tuple(fc.stringMatching(/^[A-Za-z-]{1,12}$/), fc.string({ maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.array(header, { maxLength: 6 }),
        fc.boolean(),
        async (some, rawHeaders, web) => {
          const document = { ...documentOf(""), bytes: some, sha256: sha256Of(some) };
          const whole = web ? { ...document, url, rawHeaders } : document;
          await store.addDocument(whole);
          expect((await store.document(document.sha256))?.bytes).toEqual(some);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
    expect(await faults(store)).toEqual([]);
  });

  it("lists captures by address and by situation, page by page", async () => {
    await store.addSituation({ id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" });
    const first = page("closed");
    const other = documentOf("a note");
    for (const document of [first, other, page("open")]) await store.addDocument(document);
    await store.addReport(reportOf(first, { id: "r1" }));
    await store.addToSituation("harbour", ["r1"], "2031-03-01T09:00:00Z");
    const texts = async (query: Parameters<Store["captures"]>[0]) =>
      (await store.captures(query)).map(({ fetch }) => fetch.sha256);
    expect(await texts({ address: url })).toEqual([first.sha256, page("open").sha256]);
    expect(await texts({ address: "report.txt" })).toEqual([other.sha256]);
    expect(await texts({ situation: "harbour" })).toEqual([first.sha256]);
    expect(await texts({ address: "https://elsewhere.example/" })).toEqual([]);
    const [one] = await store.captures({ limit: 1 });
    expect(await texts({ after: one!.seq, limit: 1 })).toEqual([other.sha256]);
  });

  it("sees within a transaction what the transaction has added", async () => {
    await store.transaction(async (write) => {
      await write.addDocument(page("closed"));
      await write.addDocument(page("closed", { fetchedAt: "2031-03-02T08:00:00.000Z" }));
      expect(await write.document(page("closed").sha256)).toEqual(page("closed"));
    });
    expect((await store.captures()).map(({ kind }) => kind)).toEqual(["response", "revisit"]);
  });

  it("keeps nothing of a transaction that fails, and goes on", async () => {
    await store.addDocument(page("closed"));
    const failed = store.transaction(async (write) => {
      await write.addDocument(page("open"));
      await write.addReport(reportOf(documentOf("not there")));
    });
    await expect(failed).rejects.toMatchObject({ stage: "store" });
    await store.addDocument(page("open", { fetchedAt: "2031-03-03T08:00:00.000Z" }));
    expect((await store.captures()).map(({ kind }) => kind)).toEqual(["response", "response"]);
    expect((await store.strays()).filter(({ start }) => start > 0)).toEqual([]);
    expect(await faults(store)).toEqual([]);
  });

  it("refuses that what is there is changed or deleted", async () => {
    await store.addDocument(page("closed"));
    for (const statement of ["update capture set start = 0", "delete from capture"]) {
      await expect(ground.command(where, statement)).rejects.toThrow(/append-only/);
    }
  });

  describe("of a store from before there were records", () => {
    const old = page("kept long ago", { fetchedAt: "2030-01-01T00:00:00.000Z" });

    beforeEach(async () => {
      await store.addDocument(page("something"));
      const { bytes, ...fetch } = old;
      const hex = Buffer.from(bytes).toString("hex");
      const blob = ground.name === "SQLite" ? `x'${hex}'` : `'\\x${hex}'`;
      await ground.command(where, `insert into content (sha256, bytes) values ('${old.sha256}', ${blob})`);
      await ground.command(
        where,
        `insert into document (sha256, address, fetched_at, body)
         values ('${old.sha256}', '${url}', '${old.fetchedAt}', '${JSON.stringify(fetch)}')`,
      );
    });

    it("reads what it has, and can give it as a record", async () => {
      expect(await store.document(old.sha256)).toEqual(old);
      const capture = (await store.captures()).find(({ kind }) => kind === undefined)!;
      expect(Buffer.from(recordParts(await store.record(capture)).payload).equals(old.bytes)).toBe(true);
      expect(await faults(store)).toEqual([]);
    });

    it("keeps the same bytes whole when they come again, as no record holds them", async () => {
      await store.addDocument({ ...old, fetchedAt: "2031-05-01T00:00:00.000Z" });
      expect((await store.captures()).at(-1)).toMatchObject({ kind: "response" });
      expect(await store.document(old.sha256)).toEqual(old);
      expect(await faults(store)).toEqual([]);
    });
  });
});

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
