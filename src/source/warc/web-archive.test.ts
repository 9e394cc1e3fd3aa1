/** Web archives as inputs: what other tools write, and what nobody should. */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { answer, html, info, packed, page, record, zip } from "../../../test/warc.ts";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import { documents } from "../documents.ts";
import type { SourceOptions } from "../options.ts";

const now = "2031-05-01T00:00:00.000Z";
let folder: string;
let warned: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-warc-"));
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readInput(input: string, more: Partial<SourceOptions> = {}) {
  const found: Document[] = [];
  const problems: Problem[] = [];
  const options = { now: () => now, warn: (line: string) => warned.push(line), ...more };
  for await (const item of documents(input, options)) {
    if (item instanceof Problem) problems.push(item);
    else found.push(item);
  }
  return {
    documents: found,
    problems,
    names: found.map(({ finalUrl, input: name }) => (finalUrl ?? name).split("/").at(-1)),
    texts: found.map(({ bytes }) => /<p>(.*)<\/p>/.exec(Buffer.from(bytes).toString())?.[1]),
  };
}

async function readBytes(bytes: Uint8Array, name = "a.warc.gz", more: Partial<SourceOptions> = {}) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readInput(path, more);
}

describe("a WARC file", () => {
  const three = [info, page("one"), page("two"), page("three")];
  const names = ["one", "two", "three"];

  const shapes: [string, string, Buffer][] = [
    ["packed record by record", "a.warc.gz", packed(...three)],
    ["plain", "a.warc", Buffer.concat(three)],
    ["packed as one", "a.warc.gz", gzipSync(Buffer.concat(three))],
    ["packed in members that part records", "a.warc.gz", partedAt(Buffer.concat(three), 700)],
    ["named as something else", "download.bin", packed(...three)],
    ["without its first record", "a.warc.gz", packed(...three.slice(1))],
    ["with zeros at its end", "a.warc.gz", Buffer.concat([packed(...three), Buffer.alloc(3_000)])],
    ["with a comment and a name in its gzip heads", "a.warc.gz", Buffer.concat(three.map(withGzipFields))],
  ];

  it.each(shapes)("is read: %s", async (_, name, bytes) => {
    const found = await readBytes(bytes, name);
    expect(found.problems).toEqual([]);
    expect(found.names).toEqual(names);
  });

  it.each(["0.17", "0.18", "1.0", "1.1"])("of version %s is read", async (version) => {
    const found = await readBytes(packed(page("one", { version }), page("two", { version })));
    expect(found.names).toEqual(["one", "two"]);
  });

  it("gives each page with its address, time, kind, character set and headers", async () => {
    const block = answer(
      "The harbour.",
      { "Content-Type": "text/html; charset=ISO-8859-1", ETag: '"x"' },
      "200 Fine",
    );
    const date = "2031-03-01T08:00:00.123456Z";
    const { documents: found } = await readBytes(packed(page("one", { block, date })));
    expect(found).toMatchObject([
      {
        input: `${join(folder, "a.warc.gz")}#https://paper.example/one`,
        url: "https://paper.example/one",
        finalUrl: "https://paper.example/one",
        fetchedAt: "2031-03-01T08:00:00.123Z",
        mediaType: "text/html",
        charset: "ISO-8859-1",
        status: 200,
        statusText: "Fine",
        headers: { etag: '"x"' },
        rawHeaders: [
          ["Content-Type", "text/html; charset=ISO-8859-1"],
          ["ETag", '"x"'],
        ],
      },
    ]);
    expect(Buffer.from(found[0]!.bytes).toString()).toBe(html("The harbour."));
  });

  const chunks = (text: string) => {
    const half = Math.floor(text.length / 2);
    const part = (words: string) => `${Buffer.byteLength(words).toString(16)};ext=1\r\n${words}\r\n`;
    return `${part(text.slice(0, half))}${part(text.slice(half))}0\r\nTrailer: x\r\n\r\n`;
  };
  const body = html("The harbour.");
  const bodies: [string, Record<string, string>, Uint8Array][] = [
    ["in parts", { "Transfer-Encoding": "chunked" }, Buffer.from(chunks(body))],
    ["said to be in parts, but joined", { "Transfer-Encoding": "chunked" }, Buffer.from(body)],
    ["packed with gzip", { "Content-Encoding": "gzip" }, gzipSync(body)],
    ["packed with br", { "Content-Encoding": "br" }, brotliCompressSync(body)],
    ["said to be packed, but plain", { "Content-Encoding": "gzip" }, Buffer.from(body)],
    [
      "packed, in parts",
      { "Content-Encoding": "gzip", "Transfer-Encoding": "chunked" },
      Buffer.concat([
        Buffer.from(`${gzipSync(body).length.toString(16)}\r\n`),
        gzipSync(body),
        Buffer.from("\r\n0\r\n\r\n"),
      ]),
    ],
  ];
  it.each(bodies)("gives a body as it was meant: %s", async (_, headers, sent) => {
    const head = answer("", headers).toString().split("\r\n\r\n")[0]!;
    const block = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), sent]);
    const { documents: found } = await readBytes(packed(page("one", { block })));
    expect(found.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([body]);
  });

  it("as the writer of warcio makes it is read", async () => {
    async function* words() {
      yield Buffer.from(html("The harbour."));
    }
    const made = WARCRecord.create(
      {
        url: "https://paper.example/one",
        date: "2031-03-01T08:00:00Z",
        type: "response",
        warcVersion: "WARC/1.1",
        httpHeaders: { "Content-Type": "text/html" },
        statusline: "HTTP/1.1 200 OK",
      },
      words(),
    );
    const found = await readBytes(await WARCSerializer.serialize(made, { gzip: true }));
    expect(found.texts).toEqual(["The harbour."]);
  });

  it("gives resources too, with an address only where that is the web's", async () => {
    const resource = (url: string) =>
      record({ type: "resource", url, block: html("The harbour."), fields: { "Content-Type": "text/html" } });
    const { documents: found } = await readBytes(
      packed(resource("file:///closed.html"), resource("https://paper.example/one")),
    );
    expect(found.map(({ url, input }) => [url, input.split("#")[1]])).toEqual([
      [undefined, "file:///closed.html"],
      ["https://paper.example/one", "https://paper.example/one"],
    ]);
  });

  it("takes the time of reading where a record has none", async () => {
    const { documents: found } = await readBytes(packed(page("one", { fields: { "WARC-Date": "soon" } })));
    expect(found.map(({ fetchedAt }) => fetchedAt)).toEqual([now]);
  });

  it("tells in one line what it passed over", async () => {
    const image = { block: answer("", { "Content-Type": "image/png" }) };
    const { names: read, problems } = await readBytes(
      packed(
        info,
        record({ type: "request", url: "https://paper.example/one", block: "GET / HTTP/1.1\r\n\r\n" }),
        page("one"),
        page("gone", { block: answer("", {}, "404 Not Found") }),
        page("moved", { block: answer("", { Location: "/one" }, "301 Moved") }),
        page("a.png", image),
        page("b.png", image),
        page("c.png", image),
        page("robots.txt"),
        page("nothing", { block: "" }),
        page("empty", { block: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" }),
        record({
          url: "dns:paper.example",
          block: "paper.example 1 IN A 192.0.2.1",
          fields: { "Content-Type": "text/dns" },
        }),
      ),
    );
    expect(read).toEqual(["one"]);
    expect(problems).toEqual([]);
    expect(warned).toEqual([
      `${join(folder, "a.warc.gz")}: 1 page read, 11 other records passed over (3 images, 2 requests and notes of the archiver, 2 not answered with 200, 2 without an HTTP answer in them, 1 robots.txt, 1 empty)`,
    ]);
  });

  it("without a page says what it holds instead", async () => {
    const { problems } = await readBytes(
      packed(info, page("gone", { block: answer("", {}, "404 Not Found") })),
    );
    expect(problems).toMatchObject([
      {
        code: "no-documents",
        message: expect.stringMatching(
          /: 0 pages read, 2 other records passed over \(.*\): give a web archive with pages that were answered with 200$/,
        ),
      },
    ]);
  });
});

describe("a capture of what was there already", () => {
  const digest = { "WARC-Payload-Digest": "sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH" };
  const first = page("one", { fields: digest });
  const again = page("one", {
    type: "revisit",
    date: "2031-03-05T08:00:00Z",
    fields: { ...digest, "Content-Type": "application/http; msgtype=response" },
    block: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAge: 7\r\n\r\n",
  });
  const without = page("one", {
    type: "revisit",
    date: "2031-03-06T08:00:00Z",
    fields: {
      "WARC-Refers-To-Target-URI": "https://paper.example/two",
      "WARC-Refers-To-Date": "2031-03-01T08:00:00Z",
    },
    block: "",
  });
  const times = ["2031-03-01T08:00:00.000Z", "2031-03-05T08:00:00.000Z"];

  const shapes: [string, string, Buffer][] = [
    ["packed", "a.warc.gz", packed(info, page("zero"), first, again)],
    ["plain", "a.warc", Buffer.concat([info, page("zero"), first, again])],
    [
      "in a WACZ",
      "a.wacz",
      zip([{ name: "archive/data.warc.gz", bytes: packed(page("zero"), first, again) }]),
    ],
    [
      "in another file of a WACZ",
      "a.wacz",
      zip([
        { name: "archive/a.warc.gz", bytes: packed(page("zero"), first) },
        { name: "archive/b.warc.gz", bytes: packed(again) },
      ]),
    ],
  ];
  it.each(shapes)("is a document of that page with its own time and headers: %s", async (_, name, bytes) => {
    const { documents: found } = await readBytes(bytes, name);
    const captured = found.filter(({ url }) => url === "https://paper.example/one");
    expect(captured.map(({ fetchedAt }) => fetchedAt)).toEqual(times);
    expect(captured[1]!.sha256).toBe(captured[0]!.sha256);
    expect(captured[1]!.headers).toMatchObject({ age: "7" });
  });

  it("is found by address and time where there is no digest", async () => {
    const { texts } = await readBytes(packed(page("two"), without));
    expect(texts).toEqual(["The harbour, two.", "The harbour, two."]);
  });

  it("is counted where the page is not in the file, or can't be found again", async () => {
    await readBytes(packed(page("zero"), again));
    await readBytes(gzipSync(Buffer.concat([page("zero"), first, again])));
    expect(warned.map((line) => /\((.*)\)/.exec(line)?.[1])).toEqual([
      "1 that refer to a page which is not among them",
      "1 that refer to a page which can't be found again",
    ]);
  });
});

describe("a damaged WARC file", () => {
  const four = ["one", "two", "three", "four"].map((name) => page(name));
  const members = four.map((one) => gzipSync(one));
  const torn = (at: number, change: (member: Buffer) => Buffer) =>
    Buffer.concat(members.map((member, i) => (i === at ? change(Buffer.from(member)) : member)));
  const plain = (at: number, change: (one: Buffer) => Buffer) =>
    Buffer.concat(four.map((one, i) => (i === at ? change(one) : one)));
  const edited = (from: string | RegExp, to: string) => (one: Buffer) =>
    Buffer.from(one.toString("latin1").replace(from, to), "latin1");
  const others = ["one", "three", "four"];

  const damages: [string, string, Buffer, string[], RegExp][] = [
    [
      "cut off",
      "a.warc.gz",
      packed(...four).subarray(0, -40),
      ["one", "two", "three"],
      /ends within a record/,
    ],
    [
      "plain, cut off",
      "a.warc",
      Buffer.concat(four).subarray(0, -40),
      ["one", "two", "three"],
      /ends within/,
    ],
    [
      "bytes changed",
      "a.warc.gz",
      torn(1, (m) => m.fill(0xff, 60, 90)),
      others,
      /holds a damaged gzip member/,
    ],
    [
      "a checksum wrong",
      "a.warc.gz",
      torn(1, (m) => m.fill(0, m.length - 8, m.length - 4)),
      others,
      /damaged gzip/,
    ],
    ["a head overwritten", "a.warc.gz", torn(1, (m) => m.fill(0x41, 0, 3)), others, /something else between/],
    [
      "the first member overwritten",
      "a.warc.gz",
      torn(0, (m) => m.fill(0x41, 20)),
      ["two", "three", "four"],
      /damaged/,
    ],
    [
      "a member's end missing",
      "a.warc.gz",
      torn(1, (m) => m.subarray(0, -30)),
      others,
      /damaged|something else/,
    ],
    [
      "other bytes in between",
      "a.warc.gz",
      torn(1, () => Buffer.from("<html>".repeat(500))),
      others,
      /something else/,
    ],
    [
      "other lines in between",
      "a.warc",
      plain(1, () => Buffer.from("<html>\n".repeat(500))),
      others,
      /something else/,
    ],
    [
      "a length too large",
      "a.warc",
      plain(1, edited(/Content-Length: \d+/, "Content-Length: 900")),
      others,
      /not as long as it says/,
    ],
    [
      "a length beyond the end",
      "a.warc",
      plain(1, edited(/Content-Length: \d+/, "Content-Length: 90000")),
      others,
      /not as long as it says/,
    ],
    [
      "a length too small",
      "a.warc",
      plain(1, edited(/Content-Length: \d+/, "Content-Length: 100")),
      others,
      /not as long as it says/,
    ],
    [
      "packed, a length too large",
      "a.warc.gz",
      packed(
        ...four.map((one, i) => (i === 1 ? edited(/Content-Length: \d+/, "Content-Length: 900")(one) : one)),
      ),
      others,
      /shorter than it says/,
    ],
    [
      "packed, a length too small",
      "a.warc.gz",
      packed(
        ...four.map((one, i) => (i === 1 ? edited(/Content-Length: \d+/, "Content-Length: 100")(one) : one)),
      ),
      others,
      /longer than it says/,
    ],
    [
      "no length",
      "a.warc.gz",
      packed(...four.map((one, i) => (i === 1 ? edited(/Content-Length: \d+\r\n/, "")(one) : one))),
      others,
      /without a usable Content-Length/,
    ],
    [
      "a length that is no number",
      "a.warc",
      plain(1, edited(/Content-Length: \d+/, "Content-Length: -1")),
      others,
      /without a usable Content-Length/,
    ],
    [
      "a head without end",
      "a.warc.gz",
      packed(four[0]!, Buffer.from(`WARC/1.1\r\n${"X-Y: z\r\n".repeat(20_000)}`), four[2]!, four[3]!),
      others,
      /head has no end/,
    ],
  ];

  it.each(damages)("is read around the damage: %s", async (_, name, bytes, names, words) => {
    const found = await readBytes(bytes, name);
    expect(found.names).toEqual(names);
    expect(found.problems).toMatchObject([{ stage: "source", code: "damaged-records" }]);
    expect(found.problems[0]!.message).toMatch(words);
    expect(found.problems[0]!.message).toMatch(
      / \(byte \d+\).*: what could be read was read; save or fetch it again$/,
    );
  });

  it("in many places is one line", async () => {
    const bytes = Buffer.concat(members.map((m, i) => (i % 2 === 0 ? Buffer.from(m).fill(0xff, 60, 90) : m)));
    const { names, problems } = await readBytes(bytes);
    expect(names).toEqual(["two", "four"]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/and is damaged at 1 other place:/),
    ]);
  });

  it("never throws or hangs, whatever is changed in it", async () => {
    const bytes = packed(...four);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(bytes.length),
        async (changes, end) => {
          const copy = Buffer.from(bytes);
          for (const [at, some] of changes) copy.set(some.subarray(0, copy.length - at), at);
          const found = await readBytes(copy.subarray(0, end), "a.warc.gz");
          expect(found.documents.length + found.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });
});

describe("a file that is no web archive, or a hostile one", () => {
  const refused: [string, string, Buffer, string, RegExp][] = [
    [
      "an ARC file",
      "a.arc",
      Buffer.from("filedesc://a.arc 0.0.0.0 20310301080000 text/plain 70\n1 0 X\n"),
      "arc",
      /is an ARC file/,
    ],
    [
      "a packed ARC file",
      "a.warc.gz",
      gzipSync("filedesc://a.arc 0.0.0.0 20310301080000 text/plain 70\n1 0 X\n"),
      "arc",
      /is an ARC file/,
    ],
    ["nothing in it", "a.warc.gz", Buffer.alloc(0), "empty", /is empty/],
    [
      "a page that is named so",
      "a.warc",
      Buffer.from(html("The harbour.")),
      "no-warc",
      /is no WARC or WACZ file/,
    ],
    [
      "a picture that is named so",
      "a.wacz",
      Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
      "no-warc",
      /is no WARC or WACZ/,
    ],
    [
      "a ZIP without a WARC file",
      "a.wacz",
      zip([{ name: "pages.jsonl", bytes: Buffer.from("{}") }]),
      "no-warc",
      /no WARC file/,
    ],
    [
      "an encrypted WACZ",
      "a.wacz",
      zip([{ name: "archive/a.warc.gz", bytes: packed(page("one")), encrypted: true }]),
      "encrypted",
      /is encrypted: unlock it/,
    ],
    [
      "a part of a split ZIP",
      "a.wacz",
      zip([{ name: "archive/a.warc.gz", bytes: packed(page("one")) }], { disks: 2 }),
      "split",
      /one part of a split ZIP/,
    ],
    [
      "a WACZ that is cut off",
      "a.wacz",
      zip([{ name: "archive/a.warc.gz", bytes: packed(page("one")) }]).subarray(0, -60),
      "broken-zip",
      /damaged or incomplete ZIP/,
    ],
  ];
  it.each(refused)("is told in one line: %s", async (_, name, bytes, code, words) => {
    const { documents: found, problems } = await readBytes(bytes, name);
    expect(found).toEqual([]);
    expect(problems).toMatchObject([{ stage: "source", code }]);
    expect(problems[0]!.message).toMatch(words);
    expect(problems[0]!.message).not.toContain("\n");
  });

  it("is read as data where names in a WACZ would lead elsewhere", async () => {
    const bytes = packed(page("one"));
    for (const name of ["../../../etc/a.warc.gz", "/etc/a.warc.gz", "C:\\a.warc.gz", "archive\\a.warc.gz"]) {
      expect((await readBytes(zip([{ name, bytes }]), "a.wacz")).names).toEqual(["one"]);
    }
  });

  it("is read where a WACZ packs its WARC files once more", async () => {
    const entry = { name: "archive/a.warc", bytes: Buffer.concat([info, page("one")]), deflated: true };
    expect((await readBytes(zip([entry]), "a.wacz")).names).toEqual(["one"]);
  });

  it("is bounded: a record larger than a report may be is passed over, the others are read", async () => {
    const large = page("large", { block: answer("x".repeat(2_000_000)) });
    const bytes = [page("one"), large, page("two")];
    for (const [name, all] of [
      ["a.warc.gz", packed(...bytes)],
      ["a.warc", Buffer.concat(bytes)],
    ] as const) {
      expect((await readBytes(all, name, { maxBytes: 100_000 })).names).toEqual(["one", "two"]);
    }
    expect(warned).toHaveLength(2);
    expect(warned[0]).toMatch(/\(1 larger than a report may be\)$/);
  });

  it("is bounded: a body that unpacks to more than a report may be", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
    const block = Buffer.concat([Buffer.from(head), gzipSync(Buffer.alloc(30_000_000, 0x20))]);
    expect((await readBytes(packed(page("one", { block }), page("two")))).names).toEqual(["two"]);
    expect(warned[0]).toMatch(/\(1 larger than a report may be\)$/);
  });

  it("is bounded: a member that unpacks to thousands of times its size ends the file", async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000, 0x20), { level: 9 });
    const { names, problems } = await readBytes(
      Buffer.concat([packed(page("one")), bomb, packed(page("two"))]),
    );
    expect(names).toEqual(["one"]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/unpacks to more than 200 times its size/),
    ]);
  });

  it("is bounded: a million heads of members that are none", async () => {
    const { problems } = await readBytes(Buffer.alloc(3_000_000, Buffer.from([0x1f, 0x8b, 0x08])));
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});

describe("a folder", () => {
  it("gives the pages of the web archives in it", async () => {
    writeFileSync(join(folder, "a.warc.gz"), packed(page("one")));
    writeFileSync(join(folder, "b.wacz"), zip([{ name: "archive/a.warc.gz", bytes: packed(page("two")) }]));
    writeFileSync(join(folder, "c.warc"), "");
    const { names, problems } = await readInput(folder);
    expect(names).toEqual(["one", "two"]);
    expect(problems.map(({ code }) => code)).toEqual(["empty"]);
  });
});

describe("a large WARC file", () => {
  it("of 200 MB is read in little memory", async () => {
    const path = join(folder, "large.warc.gz");
    const out = createWriteStream(path);
    const words = Array.from({ length: 2_000 }, (_, i) => Math.sin(i).toString(36).slice(3)).join(" ");
    for (let i = 0; i < 2_500; i++) {
      const member = gzipSync(page(`${i}`, { block: answer(`${i} ${words} ${words} ${words.slice(i)}`) }), {
        level: 1,
      });
      if (!out.write(member)) await new Promise<void>((resolve) => out.once("drain", resolve));
    }
    await new Promise<void>((resolve) => out.end(resolve));
    const script = `
      import { documents } from ${JSON.stringify(join(import.meta.dirname, "../documents.ts"))};
      let count = 0, bytes = 0;
      const before = process.resourceUsage().maxRSS;
      for await (const one of documents(${JSON.stringify(path)}, { now: () => "" })) { count++; bytes += one.bytes.length; }
      console.log(JSON.stringify({ count, bytes, grown: process.resourceUsage().maxRSS - before }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const { count, bytes, grown } = JSON.parse(stdout);
    expect(count).toBe(2_500);
    expect(bytes).toBeGreaterThan(180_000_000);
    // In kilobytes.
    expect(grown).toBeLessThan(120_000);
  });
});

describe("a web archive at an address", () => {
  let server: Server;
  let origin: string;
  const files: Record<string, Buffer> = {
    "/a.warc.gz": packed(info, page("one")),
    "/a.wacz": zip([{ name: "archive/a.warc.gz", bytes: packed(page("one")) }]),
  };

  beforeEach(async () => {
    server = createServer((request, response) => {
      const bytes = files[new URL(request.url!, "http://x").pathname];
      response
        .writeHead(bytes === undefined ? 404 : 200, { "content-type": "application/octet-stream" })
        .end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  it.each(["/a.warc.gz", "/a.wacz", "/a.warc.gz?download=1"])("is fetched and read: %s", async (path) => {
    const { names, problems } = await readInput(`${origin}${path}`, { allowPrivate: true });
    expect(problems).toEqual([]);
    expect(names).toEqual(["one"]);
  });

  it("that is not there is told as any other page", async () => {
    const { problems } = await readInput(`${origin}/b.warc.gz`, { allowPrivate: true });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/404/)]);
  });
});

/** Members of so many plain bytes each, wherever the records end. */
function partedAt(bytes: Buffer, size: number): Buffer {
  const parts = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(gzipSync(bytes.subarray(at, at + size)));
  return Buffer.concat(parts);
}

/** With the optional fields of RFC 1952: an extra field, a file's name, a comment. */
function withGzipFields(one: Buffer): Buffer {
  const member = gzipSync(one);
  const head = Buffer.from(member.subarray(0, 10));
  head[3] = 4 | 8 | 16;
  const fields = Buffer.from("\u0006\u0000sl\u0002\u0000abname.warc\u0000a comment\u0000", "latin1");
  return Buffer.concat([head, fields, member.subarray(10)]);
}
