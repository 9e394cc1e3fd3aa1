/** Web archives, invented: plain, packed by record, packed as a whole, and in a WACZ. */
import { gzipSync } from "node:zlib";
import { zip } from "../../warc.ts";

const page =
  "<html><body><h1>Ferries stop</h1><p>The last ferry to Lima Island left on Sunday, the harbour master said.</p></body></html>";
const answer = (head: string, body: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${head}\r\n`),
    Buffer.from(body as string),
  ]);
const record = (type: string, fields: string, block: Buffer) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000${type.length % 10}>\r\nWARC-Date: 2031-03-03T08:15:00Z\r\n${fields}Content-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from("\r\n\r\n"),
  ]);
const target =
  "WARC-Target-URI: https://paper.example/a\r\nContent-Type: application/http; msgtype=response\r\n";
const chunked = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`;
const records = [
  record("warcinfo", "Content-Type: application/warc-fields\r\n", Buffer.from("software: x\r\n")),
  record(
    "response",
    `${target}WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n`,
    answer("", page),
  ),
  record("response", target, answer("Content-Encoding: gzip\r\n", gzipSync(page))),
  record("response", target, answer("Transfer-Encoding: chunked\r\n", chunked)),
  record("request", target, Buffer.from("GET /a HTTP/1.1\r\nHost: paper.example\r\n\r\n")),
  record(
    "revisit",
    `${target}WARC-Refers-To-Target-URI: https://paper.example/a\r\nWARC-Refers-To-Date: 2031-03-03T08:15:00Z\r\nWARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nWARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n`,
    Buffer.from("HTTP/1.1 200 OK\r\n\r\n"),
  ),
  record(
    "resource",
    "WARC-Target-URI: https://paper.example/b\r\nContent-Type: text/html\r\n",
    Buffer.from(page),
  ),
  record("metadata", "WARC-Concurrent-To: <urn:uuid:1>\r\n", Buffer.from("a: b\r\n")),
];

export const warcSeeds = [
  Buffer.concat(records),
  Buffer.concat(records.map((one) => gzipSync(one))),
  gzipSync(Buffer.concat(records)),
  zip([
    { name: "datapackage.json", bytes: Buffer.from('{"profile":"data-package"}') },
    { name: "archive/a.warc.gz", bytes: Buffer.concat(records.map((one) => gzipSync(one))) },
    { name: "archive/b.warc", bytes: Buffer.concat(records), deflated: true },
  ]),
];

export const warcWords = [
  "WARC/1.0\r\n",
  "WARC/1.1\r\n",
  "WARC/0.17\r\n",
  "WARC/99.9\r\n",
  "\r\n",
  "\n",
  "\r\n\r\n",
  "WARC-Type: response\r\n",
  "WARC-Type: revisit\r\n",
  "WARC-Type: resource\r\n",
  "WARC-Type: continuation\r\nWARC-Segment-Number: 2\r\n",
  "Content-Length: 0\r\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "WARC-Target-URI: <https://paper.example/>\r\n",
  "WARC-Target-URI: javascript:x\r\n",
  "WARC-Date: 9999-99-99\r\n",
  "WARC-Truncated: length\r\n",
  "HTTP/1.1 200 OK\r\n",
  "HTTP/1.1 301 Moved\r\nLocation: /\r\n",
  "HTTP/9 99999\r\n",
  "Content-Encoding: gzip, gzip, br\r\n",
  "Content-Encoding: zstd\r\n",
  "Transfer-Encoding: chunked\r\n",
  "ffffffff\r\n",
  "0\r\n\r\n",
  "\x1f\x8b\x08",
  "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
  "\x1f\x8b\x08\x1f",
  ":",
  " ",
  "\t",
  "\x00",
  "\xff",
  "<html>",
  "{",
  "%PDF-",
  "PK\x01\x02",
  "PK\x03\x04",
  "PK\x05\x06",
];
