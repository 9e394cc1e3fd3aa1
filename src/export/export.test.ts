/** What is exported is what was kept: read by other tools, and by Sitrep again. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { openPromise } from "yauzl";
import { documentOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { extractAll } from "../report/extract.ts";
import { documents } from "../source/documents.ts";
import { openStore, type Where } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { wacz } from "./wacz.ts";
import { warcMembers } from "./warc.ts";

const created = "2031-06-01T12:00:00.000Z";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-export-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function story(title: string, more: Partial<Document> = {}): Document {
  const sentence = `${title}. Officials in the port said that the closure would last until the weekend. `;
  const body = `<h1>${title}</h1><p>${sentence.repeat(3)}</p><p>${sentence.repeat(4)}</p>`;
  const url = `https://paper.example/${title.toLowerCase().replaceAll(" ", "-")}`;
  return documentOf(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article>${body}</article></body></html>`,
    {
      input: url,
      url,
      finalUrl: url,
      status: 200,
      statusText: "OK",
      mediaType: "text/html",
      charset: "utf-8",
      headers: { "content-type": "text/html; charset=utf-8", "set-cookie": "a=1, b=2" },
      rawHeaders: [
        ["Content-Type", "text/html; charset=utf-8"],
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ],
      ...more,
    },
  );
}

const closed = story("The harbour is closed");
const later = { ...closed, fetchedAt: "2031-03-02T08:00:00.000Z" };
const moved = story("The ferries wait", { finalUrl: "https://www.paper.example/ferries?id=7&a=1" });
const note = documentOf("A note. The harbour office has put up a sign at the gate.", {
  input: "/home/someone/note.txt",
  mediaType: "text/plain",
});
const all = [closed, moved, later, note];

async function fill(store: Store): Promise<void> {
  await store.addSituation({ id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" });
  for (const document of all) {
    await store.addDocument(document);
    for (const report of extractAll(document)) await store.addReport(report);
  }
  const [report] = extractAll(closed);
  await store.addToSituation("harbour", [report!.id], "2031-03-01T09:00:00Z");
}

async function asWarc(store: Store, path: string, situation?: string): Promise<Buffer> {
  const parts = [];
  for await (const { bytes } of warcMembers(
    store,
    "data.warc.gz",
    situation === undefined ? {} : { situation },
  ))
    parts.push(bytes);
  writeFileSync(path, Buffer.concat(parts));
  return Buffer.concat(parts);
}

async function readAgain(path: string): Promise<Document[]> {
  const found: Document[] = [];
  for await (const item of documents(path, { now: () => created })) {
    if (item instanceof Problem) throw item;
    found.push(item);
  }
  return found;
}

describe.each(grounds())("an export of the store on $name", (ground) => {
  let where: Where;
  let store: Store;

  beforeAll(async () => {
    await ground.start();
    where = await ground.fresh();
    store = await openStore(where);
    await fill(store);
  });
  afterAll(async () => {
    await store.close();
    await ground.stop();
  });

  describe("as WARC", () => {
    it("is read by node-warc with the same payloads and digests", async () => {
      const path = join(folder, "a.warc.gz");
      await asWarc(store, path);
      const found = await withNodeWarc(path);
      expect(found.map(({ type }) => type)).toEqual([
        "warcinfo",
        "response",
        "response",
        "revisit",
        "resource",
      ]);
      const held = found.filter(({ type }) => type === "response" || type === "resource");
      expect(held.map(({ content }) => sha256(content))).toEqual(
        [closed, moved, note].map(({ sha256: hash }) => hash),
      );
      for (const { content, digest } of held) expect(digest).toBe(`sha256:${sha256(content)}`);
      expect(found.map(({ uri }) => uri).slice(1)).toEqual([
        closed.url,
        moved.finalUrl,
        closed.url,
        "file:///note.txt",
      ]);
    });

    it("is read by warcio with the same payloads, headers and digests", async () => {
      const path = join(folder, "a.warc.gz");
      await asWarc(store, path);
      const found = [];
      for await (const record of new WARCParser(createReadStream(path), { keepHeadersCase: true })) {
        found.push({
          type: record.warcType,
          status: record.httpHeaders?.statusline,
          cookies: [...(record.httpHeaders?.headers ?? [])].filter(([name]) => name === "Set-Cookie").length,
          digest: record.warcPayloadDigest,
          payload: sha256(await record.readFully(false)),
          date: record.warcDate,
        });
      }
      expect(found.slice(1, 3)).toEqual(
        [closed, moved].map(({ sha256: hash, fetchedAt }) => ({
          type: "response",
          status: "HTTP/1.1 200 OK",
          cookies: 2,
          digest: `sha256:${hash}`,
          payload: hash,
          date: fetchedAt,
        })),
      );
      expect(found.map(({ type }) => type)).toEqual([
        "warcinfo",
        "response",
        "response",
        "revisit",
        "resource",
      ]);
    });

    it("is unpacked by gzip, and the same bytes each time", async () => {
      const path = join(folder, "a.warc.gz");
      const first = await asWarc(store, path);
      expect(
        execFileSync("gzip", ["-dc", path])
          .toString()
          .match(/^WARC\/1\.1\r$/gm),
      ).toHaveLength(5);
      expect((await asWarc(store, path)).equals(first)).toBe(true);
    });

    it("is read by Sitrep again as the same documents and reports", async () => {
      const path = join(folder, "a.warc.gz");
      await asWarc(store, path);
      const found = await readAgain(path);
      const withoutInput = ({ input: _, ...rest }: Document) => rest;
      // What a revisit was answered with stands in its own record; a file's folder is nobody's business.
      const length = (document: Document) => ["Content-Length", String(document.bytes.length)] as const;
      const expected = [closed, moved, later].map((document) => ({
        ...withoutInput(document),
        headers: { ...document.headers, "content-length": String(document.bytes.length) },
        rawHeaders: [...document.rawHeaders!, length(document)],
      }));
      expect(found.slice(0, 3).map(withoutInput)).toEqual(expected);
      expect(found[3]).toMatchObject({
        sha256: note.sha256,
        mediaType: "text/plain",
        fetchedAt: note.fetchedAt,
      });
      const texts = (some: readonly Document[]) =>
        some.flatMap((document) => extractAll(document).map(({ id, title, text }) => ({ id, title, text })));
      expect(texts(found)).toEqual(texts(all));
    });

    it("of a situation holds the documents of its reports, with every fetch of them", async () => {
      const path = join(folder, "a.warc.gz");
      await asWarc(store, path, "harbour");
      const found = await readAgain(path);
      expect(found.map(({ url, fetchedAt }) => [url, fetchedAt])).toEqual([
        [closed.url, closed.fetchedAt],
        [later.url, later.fetchedAt],
      ]);
    });

    it("of nothing is empty", async () => {
      await store.addSituation({ id: "empty", title: "Empty", createdAt: "2031-03-01T08:00:00Z" });
      expect(await asWarc(store, join(folder, "a.warc.gz"), "empty")).toHaveLength(0);
    });
  });

  describe("as WACZ", () => {
    let path: string;
    let files: Map<string, Entry>;

    beforeEach(async () => {
      path = join(folder, "a.wacz");
      await pipeline(
        wacz(store, { title: "The harbour", created, software: "Sitrep 0" }),
        createWriteStream(path),
      );
      files = await unzipped(path);
    });

    it("holds the files of the standard, the records as they are", () => {
      expect([...files.keys()]).toEqual([
        "archive/data.warc.gz",
        "indexes/index.cdxj",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
      ]);
      expect(files.get("archive/data.warc.gz")!.stored).toBe(true);
    });

    it("says what each file is, and what that saying is", () => {
      const package_ = JSON.parse(files.get("datapackage.json")!.bytes.toString());
      expect(package_).toMatchObject({
        profile: "data-package",
        wacz_version: "1.1.1",
        title: "The harbour",
        created,
        software: "Sitrep 0",
      });
      expect(package_.resources).toEqual(
        ["archive/data.warc.gz", "indexes/index.cdxj", "pages/pages.jsonl"].map((name) => ({
          name: name.split("/")[1],
          path: name,
          hash: `sha256:${sha256(files.get(name)!.bytes)}`,
          bytes: files.get(name)!.bytes.length,
        })),
      );
      expect(JSON.parse(files.get("datapackage-digest.json")!.bytes.toString())).toEqual({
        path: "datapackage.json",
        hash: `sha256:${sha256(files.get("datapackage.json")!.bytes)}`,
      });
    });

    it("has an index, sorted by its bytes, whose every line leads to its record", () => {
      const lines = files.get("indexes/index.cdxj")!.bytes.toString().trimEnd().split("\n");
      expect(lines).toEqual([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      const found = lines.map((line) => {
        const [key, time] = line.split(" ");
        const block = JSON.parse(line.slice(line.indexOf("{")));
        const start = Number(block.offset);
        const member = files.get("archive/data.warc.gz")!.bytes.subarray(start, start + Number(block.length));
        const text = gunzipSync(member).toString();
        expect(text).toContain(`WARC-Target-URI: ${block.url}\r\n`);
        expect(text).toContain(`WARC-Payload-Digest: ${block.digest}\r\n`);
        expect(block.recordDigest).toBe(`sha256:${sha256(member)}`);
        return [key, time, block.mime, block.status];
      });
      expect(found).toEqual([
        ["example,paper)/ferries?a=1&id=7", "20310301080000", "text/html", "200"],
        ["example,paper)/the-harbour-is-closed", "20310301080000", "text/html", "200"],
        ["example,paper)/the-harbour-is-closed", "20310302080000", "warc/revisit", "200"],
        ["file:///note.txt", "20310301080000", "text/plain", "200"],
      ]);
    });

    it("lists its pages with titles and texts", () => {
      const lines = files.get("pages/pages.jsonl")!.bytes.toString().trimEnd().split("\n");
      const [head, ...pages] = lines.map((line) => JSON.parse(line));
      expect(head).toEqual({ format: "json-pages-1.0", id: "pages", title: "All Pages" });
      expect(pages.map(({ url, ts, title }) => [url, ts, title])).toEqual([
        [closed.url, closed.fetchedAt, "The harbour is closed"],
        [moved.finalUrl, moved.fetchedAt, "The ferries wait"],
      ]);
      for (const { text } of pages) expect(text).toContain("Officials in the port said");
    });

    it("is read by Sitrep again", async () => {
      const found = await readAgain(path);
      expect(found.map(({ sha256: hash, fetchedAt }) => [hash, fetchedAt])).toEqual(
        all.map(({ sha256: hash, fetchedAt }) => [hash, fetchedAt]),
      );
    });
  });

  it("as WACZ fails where a record is lost, and is not taken for whole", async () => {
    const broken: Store = {
      ...store,
      record: async () => {
        throw new Problem("store", "no-record", "x", "it is gone");
      },
    };
    const out = createWriteStream(join(folder, "a.wacz"));
    await expect(pipeline(wacz(broken, { created, software: "Sitrep 0" }), out)).rejects.toThrow(
      "it is gone",
    );
  });
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Entry {
  readonly bytes: Buffer;
  readonly stored: boolean;
}

async function unzipped(path: string): Promise<Map<string, Entry>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, { bytes: Buffer.concat(chunks), stored: entry.compressionMethod === 0 });
  }
  zip.close();
  return files;
}

/** A reader by others, with nothing in common with warcio. It says twice that it is done, which Node 24 refuses. */
async function withNodeWarc(path: string) {
  const Records = createRequire(import.meta.url)("node-warc/lib/parsers/warcStreamTransform.js");
  const records = new Records();
  records._flush = (done: () => void) => {
    let said = false;
    Records.prototype._flush.call(records, () => {
      if (!said) done();
      said = true;
    });
  };
  const found: { type: string; uri: string; digest: string; content: Buffer }[] = [];
  for await (const { warcHeader, content } of createReadStream(path).pipe(createGunzip()).pipe(records)) {
    found.push({
      type: warcHeader["WARC-Type"],
      uri: warcHeader["WARC-Target-URI"],
      digest: warcHeader["WARC-Payload-Digest"],
      // It reads by lines, and gives the empty line that ends a record as the content's.
      content: content?.subarray(0, content.lastIndexOf("\r\n")) ?? Buffer.alloc(0),
    });
  }
  return found;
}
