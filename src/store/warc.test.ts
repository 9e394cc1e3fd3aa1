import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../test/store/archive.ts";
import type { Document } from "../model/document.ts";
import {
  beginRecord,
  begunRecord,
  captureRecord,
  recordId,
  recordParts,
  targetUri,
  warcinfo,
} from "./warc.ts";

const page: Document = documentOf("<p>The harbour is closed.", {
  input: "https://paper.example/a",
  url: "https://paper.example/a",
  finalUrl: "https://www.paper.example/a.html",
  status: 203,
  statusText: "Non-Authoritative Information",
  rawHeaders: [
    ["Content-Type", "text/html; charset=utf-8"],
    ["Set-Cookie", "a=1"],
    ["set-cookie", "b=2"],
    ["Content-Encoding", "br"],
    ["Transfer-Encoding", "chunked"],
    ["Content-Length", "12"],
  ],
});

describe("the record of a page", () => {
  const { kind, member } = captureRecord(page);

  it("is an HTTP answer as received, with what no longer fits its decoded body renamed", () => {
    expect(kind).toBe("response");
    expect(gunzipSync(member).toString()).toBe(
      [
        "WARC/1.1",
        "WARC-Type: response",
        `WARC-Record-ID: ${recordId(page)}`,
        "WARC-Date: 2031-03-01T08:00:00.000Z",
        "WARC-Target-URI: https://www.paper.example/a.html",
        `WARC-Payload-Digest: sha256:${page.sha256}`,
        `WARC-Block-Digest: ${recordParts(member).fields.get("warc-block-digest")}`,
        "Sitrep-Requested-URI: https://paper.example/a",
        "Content-Type: application/http; msgtype=response",
        "Content-Length: 280",
        "",
        "HTTP/1.1 203 Non-Authoritative Information",
        "Content-Type: text/html; charset=utf-8",
        "Set-Cookie: a=1",
        "set-cookie: b=2",
        "X-Archive-Orig-Content-Encoding: br",
        "X-Archive-Orig-Transfer-Encoding: chunked",
        "X-Archive-Orig-Content-Length: 12",
        "Content-Length: 25",
        "",
        "<p>The harbour is closed.\r\n\r\n",
      ].join("\r\n"),
    );
  });

  it("gives its payload back", () => {
    expect(Buffer.from(recordParts(member).payload).equals(page.bytes)).toBe(true);
  });

  it("is the same bytes each time", () => {
    expect(Buffer.from(captureRecord({ ...page }).member).equals(member)).toBe(true);
  });

  it("is the same bytes where it was begun before", async () => {
    const document = { ...page };
    expect(begunRecord(document)).toBeUndefined();
    beginRecord(document);
    const begun = await begunRecord(document);
    expect(begun?.kind).toBe(kind);
    expect(Buffer.from(begun!.member).equals(member)).toBe(true);
  });

  it("keeps a length that is right, and takes headers without their spelling where that is all there is", () => {
    const { rawHeaders: _, ...plain } = page;
    const headers = { "content-length": "25", "content-type": "text/html" };
    const { block } = recordParts(captureRecord({ ...plain, headers }).member);
    expect(Buffer.from(block).toString()).toMatch(
      /^HTTP\/1\.1 203 [^\n]*\r\ncontent-length: 25\r\ncontent-type: text\/html\r\n\r\n<p>/,
    );
  });

  it("lets no header begin another", () => {
    const evil: Document = { ...page, rawHeaders: [["X", "1\r\nSet-Cookie: c=3\r\n\r\n<p>other"]] };
    const { payload, block } = recordParts(captureRecord(evil).member);
    expect(Buffer.from(payload).equals(page.bytes)).toBe(true);
    expect(Buffer.from(block).toString()).toContain("X: 1 Set-Cookie: c=3 <p>other\r\n");
  });
});

describe("the record of bytes that are there already", () => {
  const again = { ...page, fetchedAt: "2031-03-02T08:00:00.000Z" };
  const { kind, member } = captureRecord(again, page);
  const { fields, block, payload } = recordParts(member);

  it("says where they are, and holds the head of the answer alone", () => {
    expect(kind).toBe("revisit");
    expect(Object.fromEntries(fields)).toMatchObject({
      "warc-type": "revisit",
      "warc-profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
      "warc-refers-to": recordId(page),
      "warc-refers-to-target-uri": "https://www.paper.example/a.html",
      "warc-refers-to-date": "2031-03-01T08:00:00.000Z",
      "warc-payload-digest": `sha256:${page.sha256}`,
    });
    expect(Buffer.from(block).toString()).toMatch(/^HTTP\/1\.1 203 .*\r\n\r\n$/s);
    expect(payload).toHaveLength(0);
    expect(recordId(again)).not.toBe(recordId(page));
  });
});

describe("the record of a file", () => {
  it.each([
    [
      "a path, by its name alone",
      { input: "/home/someone/secret plans/report 1.txt" },
      "file:///report%201.txt",
    ],
    ["a Windows path", { input: "C:\\Users\\someone\\report.html" }, "file:///report.html"],
    ["a folder's", { input: "reports/2031/" }, "file:///2031"],
    ["standard input", { input: "-" }, "file:///standard-input"],
    ["half a surrogate pair", { input: "\ud800.txt" }, "file:///%EF%BF%BD.txt"],
    ["a capture that a manifest describes", { url: "https://paper.example/b" }, "https://paper.example/b"],
  ])("is a resource: %s", (_, more, target) => {
    const document = documentOf("The harbour is closed.", {
      mediaType: "text/plain",
      charset: "utf-8",
      ...more,
    });
    const { kind, member } = captureRecord(document);
    const { fields, block } = recordParts(member);
    expect(kind).toBe("resource");
    expect(targetUri(document)).toBe(target);
    expect(fields.get("warc-target-uri")).toBe(target);
    expect(fields.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(Buffer.from(block).equals(document.bytes)).toBe(true);
  });
});

describe("a damaged record", () => {
  const { member } = captureRecord(page);
  it.each([
    ["cut off", member.subarray(0, member.length - 9), "is no whole gzip member"],
    ["with a byte changed", Buffer.from(member).fill(0, 40, 44), "is no whole gzip member"],
    ["another file", Buffer.from("<html>"), "is no whole gzip member"],
  ])("is told: %s", (_, bytes, words) => {
    expect(() => recordParts(bytes)).toThrow(words);
  });
});

describe("the first record of a file", () => {
  it("says what wrote it", () => {
    const { fields, block } = recordParts(warcinfo("sitrep-20310301-00001.warc.gz", page.fetchedAt));
    expect(Object.fromEntries(fields)).toMatchObject({
      "warc-type": "warcinfo",
      "warc-filename": "sitrep-20310301-00001.warc.gz",
      "warc-date": page.fetchedAt,
    });
    expect(Buffer.from(block).toString()).toContain("software: Sitrep\r\n");
  });
});
