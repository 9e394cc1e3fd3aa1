/** What is fuzzed: for each reader whole inputs to begin with, words of its format, and how it is read and looked through. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Document } from "../../src/model/document.ts";
import { Problem } from "../../src/model/problem.ts";
import { readReport } from "../../src/pipeline.ts";
import { decode } from "../../src/report/decode.ts";
import { reportsOf } from "../../src/report/reports.ts";
import { feedsOf } from "../../src/source/feed/discovery.ts";
import { listingOf } from "../../src/source/feed/listing.ts";
import { fromOpml } from "../../src/source/feed/opml.ts";
import { sectionOf } from "../../src/source/feed/section.ts";
import { mailbox } from "../../src/source/mail/mailbox.ts";
import { webArchive } from "../../src/source/warc/web-archive.ts";
import type { Read } from "./fault.ts";
import { hold, isLine, listingHolds, reportHolds, spansHold, wordsStand } from "./holds.ts";
import { feedSeeds, feedWords } from "./seeds/feeds.ts";
import { htmlSeeds, htmlWords } from "./seeds/html.ts";
import { mailSeeds, mailWords } from "./seeds/mail.ts";
import { pdfSeeds, pdfWords } from "./seeds/pdf.ts";
import { readingSeeds, readingWords } from "./seeds/reading.ts";
import { warcSeeds, warcWords } from "./seeds/warc.ts";

export interface Target {
  readonly seeds: readonly Buffer[];
  readonly words: readonly string[];
  /** Inputs that take about a minute of one core: so many are tried in CI. */
  readonly count: number;
  /** Processor time that an input of so many bytes may take, in milliseconds, where it is more than usual. */
  readonly longestMs?: (length: number) => number;
  readonly read: Read;
}

const fetchedAt = "2031-03-05T08:00:00Z";
const url = "https://paper.example/a";

export const targets: Readonly<Record<string, Target>> = {
  feed: {
    seeds: feedSeeds,
    words: feedWords,
    count: 180_000,
    async read(bytes) {
      const isOpml = bytes.includes("<opml");
      if (isOpml) return fromOpml(bytes, "a.opml");
      const listing = listingOf(bytes, { url: "https://paper.example/feed", fetchedAt });
      listingHolds(listing, bytes.toString("latin1"));
      return listing;
    },
  },
  html: {
    seeds: htmlSeeds,
    words: htmlWords,
    count: 10_000,
    async read(bytes) {
      const { text } = decode(bytes, undefined);
      const section = sectionOf(text, url, fetchedAt);
      listingHolds(section, undefined);
      const feeds = feedsOf(text, url, text.slice(0, 2000));
      for (const feed of feeds) hold(/^https?:\/\//.test(feed.url), `a feed's address is ${feed.url}`);
      const reports = await reportsIn(bytes, "text/html");
      for (const report of reports) {
        reportHolds(report, text);
        wordsStand(report, shownBy(text));
      }
      return { section, feeds, reports };
    },
  },
  mail: {
    seeds: mailSeeds,
    words: mailWords,
    count: 24_000,
    async read(bytes) {
      if (bytes.toString("latin1", 0, 5) === "From ") return inFile(bytes, "a.mbox", mailbox);
      const reports = await reportsIn(bytes, "message/rfc822");
      for (const report of reports) reportHolds(report, undefined);
      return reports;
    },
  },
  warc: {
    seeds: warcSeeds,
    words: warcWords,
    count: 7000,
    // What is packed may be a thousandfold.
    longestMs: (length) => 4000 + length / 10,
    read: (bytes) => inFile(bytes, "a.warc", webArchive),
  },
  reading: {
    seeds: readingSeeds,
    words: readingWords,
    count: 1000,
    longestMs: (length) => 3000 + length / 20,
    async read(bytes) {
      const reports = await reportsIn(bytes, "text/plain");
      const readings: unknown[] = [];
      for (const report of reports) {
        reportHolds(report, undefined);
        const reading = await readReport({ ...report, language: "en" });
        spansHold(reading, report.text);
        readings.push(reading);
      }
      return readings;
    },
  },
  pdf: {
    seeds: pdfSeeds,
    words: pdfWords,
    count: 500,
    async read(bytes) {
      const reports = await reportsIn(bytes, "application/pdf");
      for (const report of reports) reportHolds(report, undefined);
      return reports;
    },
  },
};

async function reportsIn(bytes: Buffer, mediaType: string) {
  // From the web or from disk, by the inputs' length.
  const from = bytes.length % 2 === 0 ? { url } : {};
  const document: Document = { sha256: "f".repeat(64), bytes, input: "x", mediaType, fetchedAt, ...from };
  const reports = await reportsOf(document);
  hold(reports.length > 0, "no report and no problem");
  hold(new Set(reports.map(({ id }) => id)).size === reports.length, "two reports of one id");
  hold(
    reports.every((report) => report.document === document.sha256),
    "a report of another document",
  );
  return reports;
}

type FileReader = typeof webArchive;

let folder: string | undefined;

/** The documents in a file of these bytes, and the problems. */
async function inFile(bytes: Buffer, name: string, read: FileReader) {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "sitrep-fuzz-"));
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const found: unknown[] = [];
  const warnings: string[] = [];
  const options = { now: () => fetchedAt, warn: (line: string) => warnings.push(line), maxBytes: 2 ** 20 };
  for await (const one of read(path, options)) {
    if (one instanceof Problem) {
      hold(isLine(one.message), `a problem of several lines: ${one.message}`);
      found.push(one.message);
      continue;
    }
    hold(/^[0-9a-f]{64}$/.test(one.sha256), "a document has no hash");
    hold(one.bytes.length <= 2 ** 20, `a document has ${one.bytes.length} bytes`);
    hold(!Number.isNaN(Date.parse(one.fetchedAt)), `a document was fetched at ${one.fetchedAt}`);
    for (const address of [one.url, one.finalUrl])
      hold(address === undefined || /^https?:/i.test(address), `a document's address is ${address}`);
    found.push(one);
  }
  for (const line of warnings) hold(isLine(line), `a warning of several lines: ${line}`);
  hold(found.length > 0, "no document and no problem");
  return { found, warnings };
}

/**
 * All that a page could show, by other readers than ours: its text as a DOM has it and as it is without whatever
 * stands between marks, what its elements say, and its scripts' strings.
 */
function shownBy(html: string): string {
  const { document } = parseHTML(html);
  const bare = (marked: string) => marked.split(">").map((part) => part.split("<", 1)[0]!);
  const unscripted = html
    .split(/(?=<script)/i)
    .map((part) => part.slice(/^<script/i.test(part) ? part.search(/<\/script/i) : 0));
  const parts = [
    html,
    bare(html).join(""),
    bare(unscripted.join("")).join(""),
    [...document.childNodes].map((node) => node.textContent ?? "").join(""),
  ];
  for (const element of document.querySelectorAll("*"))
    for (const { value } of element.attributes) parts.push(value);
  return parts.flatMap((part) => [part, unescaped(part)]).join("\n");
}

/** As in JSON. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, one: string) =>
    code === undefined ? (/[bfnrt]/.test(one) ? " " : one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
