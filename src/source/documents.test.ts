import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { documents, type SourceOptions } from "./documents.ts";

const now = () => "2031-03-02T08:00:00Z";
const text = (document: Document) => new TextDecoder().decode(document.bytes);

async function all(input: string, options: Partial<SourceOptions> = {}): Promise<(Document | Problem)[]> {
  const found: (Document | Problem)[] = [];
  for await (const one of documents(input, { now, ...options })) found.push(one);
  return found;
}

async function problem(input: string, options: Partial<SourceOptions> = {}): Promise<Problem> {
  const [only, ...others] = await all(input, options);
  expect(others).toEqual([]);
  expect(only).toBeInstanceOf(Problem);
  const found = only as Problem;
  expect(found.stage).toBe("source");
  expect(found.message).not.toMatch(/\n/);
  expect(found.message).toMatch(/: [a-z]/);
  return found;
}

let root = "";
const at = (name: string) => join(root, name);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sitrep-source-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a file", () => {
  it("is read as it is, with its hash, its kind and the caller's time", async () => {
    writeFileSync(at("report.html"), "<p>Boats left.</p>");
    const [document] = (await all(at("report.html"))) as Document[];
    expect(document).toMatchObject({
      input: at("report.html"),
      fetchedAt: "2031-03-02T08:00:00Z",
      mediaType: "text/html",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(text(document!)).toBe("<p>Boats left.</p>");
  });

  it("is unpacked when gzipped, and keeps the kind that its inner name says", async () => {
    writeFileSync(at("page.mhtml.gz"), gzipSync("From: <saved>\n"));
    const [document] = (await all(at("page.mhtml.gz"))) as Document[];
    expect(document?.mediaType).toBe("multipart/related");
    expect(text(document!)).toBe("From: <saved>\n");
  });

  it("may be a PDF, which holds any bytes", async () => {
    writeFileSync(at("plan.pdf"), Buffer.from("%PDF-1.7\n\0\0\0"));
    expect((await all(at("plan.pdf")))[0]).toMatchObject({ mediaType: "application/pdf" });
  });

  it("may be UTF-16, which holds zero bytes and is text all the same", async () => {
    writeFileSync(at("utf16.txt"), Buffer.from("\ufeffBoats left.", "utf16le"));
    expect((await all(at("utf16.txt")))[0]).not.toBeInstanceOf(Problem);
  });

  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const cases: [what: string, bytes: Uint8Array, code: string, message: RegExp][] = [
    ["empty", Buffer.alloc(0), "empty", /is empty: give a file/],
    ["only white space", Buffer.from("\ufeff \n\t\r\n"), "empty", /is empty/],
    ["a picture", png, "binary", /looks like a PNG image, not a report/],
    ["winmail.dat", Buffer.from("789f3e22010006900800", "hex"), "binary", /attachment of Outlook's/],
    [
      "a ZIP",
      Buffer.from("PK\u0003\u0004 and more"),
      "binary",
      /looks like a ZIP archive or an Office document/,
    ],
    ["zero bytes", Buffer.from("Boats\u0000left"), "binary", /looks like binary data/],
    [
      "noise",
      Buffer.from(Array.from({ length: 300 }, (_, i) => (i % 30) + 1)),
      "binary",
      /looks like binary data/,
    ],
    [
      "damaged gzip",
      Buffer.concat([Buffer.from("1f8b08", "hex"), Buffer.from("no")]),
      "broken-gzip",
      /is a damaged gzip file/,
    ],
    ["a picture in gzip", gzipSync(png), "binary", /looks like a PNG image/],
    [
      "a bomb",
      gzipSync(Buffer.alloc(3 * 2 ** 20, 65)),
      "too-large",
      /is larger than 1 MiB, the limit for one report/,
    ],
    ["too large", Buffer.alloc(2 ** 20 + 1, 65), "too-large", /is larger than 1 MiB/],
  ];
  it.each(cases)("%s is one line that says so", async (what, bytes, code, message) => {
    const path = at(`bad ${what}.txt`);
    writeFileSync(path, bytes);
    const found = await problem(path, { maxBytes: 2 ** 20 });
    expect(found.code).toBe(code);
    expect(found.message).toMatch(message);
    expect(found.message.startsWith(path)).toBe(true);
  });

  it("of 24 MB is read; of 50 MB it names the limit", async () => {
    writeFileSync(at("long.txt"), Buffer.alloc(24_000_000, "A line of text.\n"));
    expect((await all(at("long.txt")))[0]).not.toBeInstanceOf(Problem);
    writeFileSync(at("long.txt"), Buffer.alloc(50_000_000, "A line of text.\n"));
    expect((await problem(at("long.txt"))).message).toMatch(
      /is larger than 25 MiB, the limit for one report: split it/,
    );
  });

  it("that is missing, a pipe, or named with odd characters gets one line", async () => {
    expect((await problem(at("nowhere.txt"))).message).toBe(
      `${at("nowhere.txt")} does not exist: check the path`,
    );
    expect((await problem("no\nsuch\u0000file")).message).toMatch(/^no\?such\?file /);
    expect((await problem("x".repeat(5000))).message.length).toBeLessThan(400);
    execFileSync("mkfifo", [at("pipe")]);
    expect((await problem(at("pipe"))).message).toMatch(/is neither a file nor a folder/);
  });

  it("that may not be read gets one line", async () => {
    writeFileSync(at("secret.txt"), "x");
    chmodSync(at("secret.txt"), 0);
    // Root may read everything: it steps down for this one.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect((await problem(at("secret.txt"))).message).toMatch(/may not be read: check its permissions/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe("standard input", () => {
  async function* chunks(...parts: string[]) {
    for (const part of parts) yield Buffer.from(part);
  }
  it("is read to its end", async () => {
    const [document] = (await all("-", { stdin: chunks("Boats ", "left.") })) as Document[];
    expect(document).toMatchObject({ input: "-" });
    expect(text(document!)).toBe("Boats left.");
  });
  it("has the limits of a file", async () => {
    expect((await problem("-", { stdin: chunks("") })).message).toMatch(/^standard input is empty/);
    expect((await problem("-", { stdin: chunks("abc", "def"), maxBytes: 5 })).code).toBe("too-large");
    expect((await problem("-")).code).toBe("no-stdin");
  });
});

describe("other schemes", () => {
  it.each([
    ["file:///etc/passwd", /is a file: address, which is not read: give the path by itself/],
    ["ftp://example.org/a", /is a ftp: address, which is not read: give an http or https address/],
  ])("%s is refused", async (input, message) => {
    expect((await problem(input)).message).toMatch(message);
  });
});

describe("a folder", () => {
  it("gives its text and HTML files by name, past bad ones, and follows no link", async () => {
    const dir = at("reports");
    mkdirSync(join(dir, "b", "deeper"), { recursive: true });
    mkdirSync(join(dir, "c_files"));
    writeFileSync(join(dir, "c.html"), "<p>c</p>");
    writeFileSync(join(dir, "c_files", "frame.html"), "<p>part of c</p>");
    writeFileSync(join(dir, "a.txt"), "a");
    writeFileSync(join(dir, "b", "deeper", "z.htm"), "z");
    writeFileSync(join(dir, "b", "empty.txt"), "");
    writeFileSync(join(dir, "picture.jpg"), "x");
    writeFileSync(join(dir, ".hidden.txt"), "x");
    symlinkSync(at("report.html"), join(dir, "link.txt"));
    symlinkSync(dir, join(dir, "loop"));
    const found = await all(dir);
    expect(found.map((one) => (one instanceof Problem ? one.code : one.input.slice(dir.length + 1)))).toEqual(
      ["a.txt", "b/deeper/z.htm", "empty", "c.html"],
    );
  });

  it("without such files says what it wants", async () => {
    mkdirSync(at("nothing"));
    writeFileSync(at("nothing/photo.jpg"), "x");
    expect((await problem(at("nothing"))).message).toMatch(
      /holds no \.txt, \.html, \.mhtml, \.eml, \.mbox, \.pdf, \.warc or \.wacz file/,
    );
  });

  it("that nests without end is bounded", async () => {
    const dir = at("deep");
    mkdirSync(join(dir, ...Array.from({ length: 40 }, () => "d")), { recursive: true });
    const found = await all(dir);
    expect(found.map((one) => (one as Problem).code)).toEqual(["too-deep", "no-documents"]);
  });
});

describe("an archive folder with a manifest", () => {
  const archive = (name: string, manifest: unknown) => {
    const dir = at(name);
    mkdirSync(join(dir, "pages"), { recursive: true });
    writeFileSync(join(dir, "pages", "a.html"), "<p>a</p>");
    writeFileSync(join(dir, "pages", "not-listed.html"), "<p>b</p>");
    writeFileSync(
      join(dir, "manifest.json"),
      typeof manifest === "string" ? manifest : JSON.stringify(manifest),
    );
    return dir;
  };

  it("reads exactly what is listed, as captured then", async () => {
    const dir = archive("archive", {
      documents: [
        {
          file: "pages/a.html",
          url: "https://herald.example/a",
          fetchedAt: "2031-03-02T09:00:00+01:00",
          mediaType: "text/html",
        },
      ],
    });
    const found = await all(dir, { now: () => "2040-01-01T00:00:00Z" });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      input: join(dir, "pages/a.html"),
      url: "https://herald.example/a",
      finalUrl: "https://herald.example/a",
      fetchedAt: "2031-03-02T08:00:00Z",
      mediaType: "text/html",
    });
  });

  const bad: [what: string, line: unknown, code: string][] = [
    ["climbs out", { file: "../report.html" }, "bad-manifest"],
    ["climbs out within", { file: "pages/../../report.html" }, "bad-manifest"],
    ["is absolute", { file: "/etc/hostname" }, "bad-manifest"],
    ["leaves by a link", { file: "pages/link.html" }, "outside-folder"],
    ["is missing", { file: "pages/none.html" }, "not-found"],
    ["has a bad time", { file: "pages/a.html", fetchedAt: "yesterday" }, "bad-manifest"],
    ["has a bad address", { file: "pages/a.html", url: "javascript:alert(1)" }, "bad-manifest"],
    ["has no file", { url: "https://herald.example/a" }, "bad-manifest"],
    ["is no object", 7, "bad-manifest"],
  ];
  it.each(bad)("a line that %s is a problem, and the next is read", async (what, line, code) => {
    const dir = archive(`archive ${what}`, { documents: [line, { file: "pages/a.html" }] });
    symlinkSync("/etc/hostname", join(dir, "pages", "link.html"));
    const found = await all(dir);
    expect(found.map((one) => (one instanceof Problem ? one.code : "read"))).toEqual([code, "read"]);
  });

  it("that is not JSON is one line; another tool's manifest is no matter", async () => {
    expect((await problem(archive("broken archive", "{"))).code).toBe("bad-manifest");
    expect(await all(archive("other manifest", { name: "app" }))).toHaveLength(2);
  });
});
