/** The full text that a feed carries of an article, as a document: for articles that can't be had at their own address. */
import { escapeAttribute, escapeText } from "entities";
import type { Document } from "../../model/document.ts";
import { documentOf } from "../document.ts";
import { defaultMaxBytes } from "../options.ts";
import { type ListedItem, listingOf } from "./listing.ts";
import { plain } from "./text.ts";

/** Shorter ones are teasers. */
const fewestWords = 80;
const longestLooked = 20_000;

/**
 * Undefined where the feed, kept as it was fetched, does not carry the article whole. The document is the feed's own
 * words on a page made for them (of a WARC: a conversion), with the feed as its input and the article's address as its URL.
 */
export async function carriedArticle(feed: Document, key: string): Promise<Document | undefined> {
  const about = {
    url: feed.finalUrl ?? feed.url ?? feed.input,
    fetchedAt: feed.fetchedAt,
    ...(feed.mediaType === undefined ? {} : { mediaType: feed.mediaType }),
    ...(feed.charset === undefined ? {} : { charset: feed.charset }),
  };
  const item = listingOf(feed.bytes, about).items.find((one) => one.key === key);
  if (item?.content === undefined || wordsIn(item.content) < fewestWords) return undefined;
  return documentOf(
    {
      bytes: Buffer.from(pageOf(item, item.content)),
      input: feed.input,
      url: item.url,
      fetchedAt: feed.fetchedAt,
      mediaType: "text/html",
      charset: "utf-8",
    },
    defaultMaxBytes,
  );
}

function wordsIn(html: string): number {
  return plain(html, longestLooked)
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length;
}

function pageOf(
  { url, title, published, updated, authors, publisher, language }: ListedItem,
  content: string,
) {
  const meta = (name: string, value: string | undefined) =>
    value === undefined ? "" : `<meta property="${name}" content="${escapeAttribute(value)}">`;
  return [
    `<!doctype html><html${language === undefined ? "" : ` lang="${escapeAttribute(language)}"`}><head><meta charset="utf-8">`,
    `<title>${escapeText(title ?? "")}</title><link rel="canonical" href="${escapeAttribute(url)}">`,
    meta("og:title", title),
    meta("og:site_name", publisher),
    meta("article:published_time", published),
    meta("article:modified_time", updated),
    ...authors.map((author) => `<meta name="author" content="${escapeAttribute(author)}">`),
    `</head><body><article><h1>${escapeText(title ?? "")}</h1>`,
    content,
    "</article></body></html>",
  ].join("\n");
}
