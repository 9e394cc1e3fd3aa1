/** Following web archives and folders: what they hold is read once, whatever they hold besides. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { article, Site } from "../../test/work/site.ts";
import { readDocument } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { type FollowDeps, followOnce } from "./follow.ts";
import { addFolder, addSource } from "./sources.ts";

const root = mkdtempSync(join(tmpdir(), "sitrep-collection-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
let folder: string;
let store: Store;
let site: Site;
let deps: FollowDeps;
beforeEach(async () => {
  folder = join(root, `${count++}`);
  mkdirSync(join(folder, "saved"), { recursive: true });
  store = await openStore({ folder: join(folder, "data") });
  site = new Site();
  deps = { store, fetcher: site, now: site.now, read: (document) => readDocument(document, {}) };
  await store.addSituation({ id: "boats", title: "boats", createdAt: site.now() });
});
afterEach(() => store.close());

const titles = async () => (await store.reports({ situation: "boats" })).map(({ title }) => title).sort();
const save = (name: string, title: string) =>
  writeFileSync(
    join(folder, "saved", name),
    article(title, `${title}, the ministry said on Sunday, and the harbour stayed closed.`),
  );
const visit = async (source: string) => {
  site.later(1);
  await followOnce(deps, { only: [source] });
};

function record(url: string, title: string): string {
  const body = article(title, `${title}, the ministry said on Sunday, and the harbour stayed closed.`);
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const head = [
    "WARC/1.1",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${title.length}0000000-0000-4000-8000-000000000000>`,
    "WARC-Date: 2031-03-02T06:00:00Z",
    `WARC-Target-URI: ${url}`,
    "Content-Type: application/http;msgtype=response",
    `Content-Length: ${Buffer.byteLength(http)}`,
  ].join("\r\n");
  return `${head}\r\n\r\n${http}\r\n\r\n`;
}

describe("a folder", () => {
  it("is read, and later only what is new in it", async () => {
    save("one.html", "Navy stops four boats");
    save("two.html", "Ministry weighs closure");
    const { source, added } = await addFolder(deps, { path: join(folder, "saved"), situation: "boats" });
    expect([added, source.kind, source.title]).toEqual([true, "folder", "saved"]);
    await visit(source.id);
    expect(await titles()).toEqual(["Ministry weighs closure", "Navy stops four boats"]);
    expect((await store.revisions("boats")).length).toBeGreaterThan(0);
    const before = await store.counts();
    await visit(source.id);
    expect(await store.counts()).toEqual(before);

    save("three.html", "Guards leave the port");
    await visit(source.id);
    expect(await titles()).toHaveLength(3);
    expect(await store.health(source.id)).toMatchObject({ visits: 3, items: 3, failures: 0 });
    expect((await addFolder(deps, { path: join(folder, "saved"), situation: "boats" })).added).toBe(false);
  });

  it("tells what can't be read in it once", async () => {
    writeFileSync(join(folder, "saved", "empty.html"), "");
    const { source } = await addFolder(deps, { path: join(folder, "saved"), situation: "boats" });
    await visit(source.id);
    await visit(source.id);
    const failed = await store.outcomes({ failed: true });
    expect(failed).toHaveLength(1);
    expect(failed[0]?.input).toMatch(/empty\.html$/);
  });

  it("that is gone fails as a source, and works again when it is back", async () => {
    const { source } = await addFolder(deps, { path: join(folder, "missing"), situation: "boats" });
    await visit(source.id);
    expect(await store.health(source.id)).toMatchObject({ failures: 1, items: 0 });
    mkdirSync(join(folder, "missing"));
    writeFileSync(
      join(folder, "missing", "one.txt"),
      "The navy stopped four boats on Sunday, the ministry said.",
    );
    await visit(source.id);
    expect(await store.health(source.id)).toMatchObject({ failures: 0, items: 1 });
  });
});

describe("a web archive at an address", () => {
  const address = "https://archive.example/port.warc";

  it("is found to be one, and read; grown, only what is new is read", async () => {
    site.put(address, { body: record("https://herald.example/one", "Navy stops four boats"), etag: '"1"' });
    const { source } = await addSource(deps, { address, situation: "boats" });
    expect(source.kind).toBe("archive");
    await visit(source.id);
    expect(await titles()).toEqual(["Navy stops four boats"]);
    await visit(source.id);
    expect(site.asked.at(-1)).toBe(`${address} 304`);

    const both = `${record("https://herald.example/one", "Navy stops four boats")}${record("https://herald.example/two", "Guards leave the port")}`;
    site.put(address, { body: both, etag: '"2"' });
    await visit(source.id);
    expect(await titles()).toEqual(["Guards leave the port", "Navy stops four boats"]);
    expect(await store.fetches("https://herald.example/one")).toHaveLength(1);
    expect(await store.health(source.id)).toMatchObject({ visits: 3, items: 2, failures: 0, etag: '"2"' });
  });

  it("that is none says so, and keeps nothing", async () => {
    site.put(address, "<p>Sign in to download</p>");
    const { source } = await addSource(deps, { address, situation: "boats", kind: "archive" });
    await visit(source.id);
    expect(await store.health(source.id)).toMatchObject({ failures: 1, code: "no-warc" });
    expect(await titles()).toEqual([]);
  });
});
