/** Files and addresses handed to a server: read as `sitrep add` reads them, by the name they came with. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { article } from "../../test/work/site.ts";
import { type DocumentPool, readDocument } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { addReports, type ToAdd } from "./adding.ts";

const root = mkdtempSync(join(tmpdir(), "sitrep-adding-test-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pool: DocumentPool = {
  most: 1,
  async read(document, options) {
    const all = [];
    for await (const one of readDocument(document, options)) all.push(one);
    return all;
  },
  close: async () => {},
};
let count = 0;
let store: Store;
beforeEach(async () => {
  store = await openStore({ folder: join(root, `${count++}`) });
  await store.addSituation({ id: "boats", title: "boats", createdAt: "2031-03-01T00:00:00Z" });
});
afterEach(() => store.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const page = (title: string) =>
  bytes(article(title, `${title}, the ministry said on Sunday, and the harbour stayed closed.`));
const add = (wanted: Partial<ToAdd>) =>
  addReports(
    { store, pool, source: { now: () => "2031-03-02T06:00:00Z" } },
    { situation: "boats", files: [], addresses: [], ...wanted },
  );
const reports = async () => store.reports({ situation: "boats" });

function warc(titles: readonly string[]): Uint8Array {
  const records = titles.map((title, i) => {
    const body = Buffer.from(page(title)).toString();
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const head = [
      "WARC/1.1",
      "WARC-Type: response",
      `WARC-Record-ID: <urn:uuid:0000000${i}-0000-4000-8000-000000000000>`,
      "WARC-Date: 2031-03-01T06:00:00Z",
      `WARC-Target-URI: https://herald.example/${i}`,
      "Content-Type: application/http;msgtype=response",
      `Content-Length: ${Buffer.byteLength(http)}`,
    ].join("\r\n");
    return `${head}\r\n\r\n${http}\r\n\r\n`;
  });
  return gzipSync(records.join(""));
}

describe("reports handed over", () => {
  it("are read into the situation, with what changed, by the names they came with", async () => {
    const outcomes = await add({
      files: [
        { name: "one.html", bytes: page("Navy stops four boats") },
        { name: "crawl.warc.gz", bytes: warc(["Guards leave the port", "Ministry weighs closure"]) },
      ],
    });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(outcomes[0]!.input).toBe("one.html");
    const all = await reports();
    expect(all.map(({ title }) => title).sort()).toEqual([
      "Guards leave the port",
      "Ministry weighs closure",
      "Navy stops four boats",
    ]);
    expect(outcomes.map(({ report }) => report).sort()).toEqual(all.map(({ id }) => id).sort());
    expect((await store.revisions("boats")).length).toBeGreaterThan(0);
  });

  it("keep one another out in no case: what can't be read says why, by its name", async () => {
    const outcomes = await add({
      files: [
        { name: "empty.html", bytes: new Uint8Array() },
        { name: "photo.jpg", bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0) },
        { name: "good.html", bytes: page("Navy stops four boats") },
      ],
    });
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(outcomes[0]!.message).toMatch(/^empty\.html is empty/);
    expect(outcomes[1]!.message).toMatch(/^photo\.jpg looks like/);
    expect(await reports()).toHaveLength(1);
  });

  it.each([
    "../../../../etc/passwd",
    "/etc/passwd",
    "..\\..\\boot.ini",
    "a\u0000b.html",
    "<img src=x onerror=alert(1)>.html",
    `${"x".repeat(5000)}.html`,
    ".html.",
    "",
  ])("never take a name as a path: %j", async (name) => {
    const [outcome] = await add({ files: [{ name, bytes: page("Navy stops four boats") }] });
    expect(outcome!.ok).toBe(true);
    // on one line, not endless, and nothing that a database can't hold
    expect(outcome!.input).toMatch(/^\P{Cc}{1,300}$/u);
    expect(outcome!.input).not.toContain(tmpdir());
    expect(await reports()).toHaveLength(1);
  });

  it("are taken from addresses of the web alone, and from no private ones", async () => {
    const outcomes = await add({
      addresses: ["file:///etc/passwd", "/etc/passwd", "-", "http://127.0.0.1/x", "javascript:alert(1)"],
    });
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
    expect(outcomes.map(({ code }) => code)).toEqual([
      "scheme",
      "scheme",
      "scheme",
      "private-address",
      "scheme",
    ]);
    expect(await reports()).toHaveLength(0);
  });

  it("leave nothing behind where they lay", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("sitrep-added-"));
    await add({ files: [{ name: "one.html", bytes: page("Navy stops four boats") }] });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("sitrep-added-"))).toEqual(before);
  });

  it("are dated by the day given where they state none", async () => {
    const text = bytes("The navy stopped four boats off the coast on Sunday, the ministry said.");
    await add({ files: [{ name: "note.txt", bytes: text }], published: "2031-03-01" });
    expect((await reports())[0]!.published?.value).toBe("2031-03-01");
  });
});
