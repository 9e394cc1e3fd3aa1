/** A document to a report: its article's text by blocks, and what it says about itself. Pure. */
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { decode } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { idOf, reportOf } from "./drafted.ts";
import { fromHtml } from "./html.ts";
import { type NoArticle, noArticleAdvice } from "./lexicon/no-article-phrases.ts";
import { looksSaved, savedPage } from "./mhtml.ts";
import { fromPlainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

export interface ExtractOptions {
  /** The caller's word on a report that has no date. */
  readonly published?: string;
}

/** The whole page as one report. Throws Problem where there is no article. */
export function extract(document: Document, options: ExtractOptions = {}): Report {
  const { draft, url, warnings } = read(document, options);
  return onItsOwn(reportOf(document, draft, url, warnings));
}

/** The reports that a document holds: one, or each entry of a live blog and what stands beside them. */
export function extractAll(document: Document, options: ExtractOptions = {}): Report[] {
  return allIn(document, options).map(onItsOwn);
}

/** The same in strings of its own: one that was cut from its page, as a title is, would keep all of the page in memory with it. */
const onItsOwn = (report: Report): Report => JSON.parse(JSON.stringify(report)) as Report;

function allIn(document: Document, options: ExtractOptions): Report[] {
  const { draft, url, warnings } = read(document, options);
  const { entries = [], lead = [] } = draft;
  if (entries.length === 0) return [reportOf(document, draft, url, warnings)];
  const reports = distinct(entries.map((entry, i) => entryOf(document, entry, url, i)));
  return lead.some(({ text }) => text.split(" ").length >= 20)
    ? [reportOf(document, { ...draft, blocks: lead }, url, warnings), ...reports]
    : reports;
}

function entryOf(document: Document, entry: Draft, url: string | undefined, at: number): Report {
  const own =
    webAddress(entry.url, url) ??
    (url === undefined || entry.fragment === undefined
      ? url
      : `${url.replace(/#.*$/, "")}#${entry.fragment}`);
  const report = reportOf(document, entry, own, []);
  const key = `${document.sha256} ${entry.extractor} ${entry.fragment ?? entry.url ?? at}`;
  return { ...report, id: idOf(key), ...(url === undefined ? {} : { partOf: url }) };
}

/**
 * Pages repeat the id of an element, and show an entry twice (pinned on top, and in its place): the same text is one
 * report, another text under the same id is another.
 */
function distinct(reports: readonly Report[]): Report[] {
  const texts = new Map<string, string>();
  const found: Report[] = [];
  for (const report of reports) {
    const id = texts.has(report.id) ? idOf(`${report.id} ${report.text}`) : report.id;
    if (texts.get(report.id) === report.text || texts.has(id)) continue;
    texts.set(id, report.text);
    found.push(id === report.id ? report : { ...report, id });
  }
  return found;
}

function read(document: Document, options: ExtractOptions) {
  const { text, url: savedFrom, isHtml, warnings } = content(document);
  const url = document.finalUrl ?? document.url ?? savedFrom;
  const context = {
    fetchedAt: document.fetchedAt,
    ...(url === undefined ? {} : { url }),
    ...(options.published === undefined ? {} : { published: options.published }),
  };
  const draft = isHtml ? fromHtml(text, context) : fromPlainText(text, context);
  if (draft.blocks.length === 0) throw noArticle(document, isHtml, draft.none);
  return { draft, url, warnings };
}

interface Content {
  readonly text: string;
  readonly isHtml: boolean;
  readonly url?: string;
  readonly warnings: readonly string[];
}

/** The text to read and whether it is HTML: by the declared type, else by how it begins. */
function content(document: Document): Content {
  const head = new TextDecoder("latin1").decode(document.bytes.subarray(0, 4096));
  if (
    document.mediaType === "multipart/related" ||
    document.mediaType === "message/rfc822" ||
    looksSaved(head)
  ) {
    const saved = savedPage(document.bytes);
    if (saved === undefined) throw noArticle(document, true);
    const { text, warnings } = decode(saved.bytes, saved.charset);
    return {
      text,
      warnings,
      isHtml: saved.mediaType !== "text/plain",
      ...(saved.url === undefined ? {} : { url: saved.url }),
    };
  }
  const { text, warnings } = decode(document.bytes, document.charset);
  return { text, warnings, isHtml: isHtml(document.mediaType, text) };
}

/** Servers send pages as text/plain and people name them .txt: a page that begins as HTML is HTML. */
function isHtml(mediaType: string | undefined, text: string): boolean {
  const begins =
    /^[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|meta|title|script|article|main|div|p|h1|section|table)\b/is.test(
      text.slice(0, 5000),
    );
  return begins || mediaType === "text/html" || mediaType === "application/xhtml+xml";
}

export function noArticle(document: Document, isHtml: boolean, kind: NoArticle = "no-article"): Problem {
  const where = document.input === "-" ? "standard input" : document.input;
  const what = isHtml ? noArticleAdvice[kind] : "holds no text of a report: give a file with sentences in it";
  return new Problem("report", kind, where, `${where} ${what}`);
}
