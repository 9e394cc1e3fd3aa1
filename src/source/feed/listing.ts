/**
 * A listing: what a source says there is to read. Feeds, sitemaps, section pages and answers of GDELT all become
 * one shape. Pure: bytes in, items out; no network, no store, no clock.
 */
import { Problem } from "../../model/problem.ts";
import { characters } from "./characters.ts";
import { type Draft, listed } from "./draft.ts";
import { jsonListing } from "./json.ts";
import { xmlListing } from "./xml-listing.ts";

export type ListingKind =
  | "rss"
  | "atom"
  | "rdf"
  | "json-feed"
  | "sitemap"
  | "sitemap-index"
  | "section"
  | "gdelt";

/** One article as a listing names it. Everything is the publisher's word, cleaned of markup, believed in nothing. */
export interface ListedItem {
  /** The feed's own id of it, else its address without tracking parameters: the same key is the same item. */
  readonly key: string;
  /** http(s), as given, made absolute. */
  readonly url: string;
  readonly title?: string;
  /** Plain text, cut at 4,000 characters. */
  readonly summary?: string;
  /** ISO 8601 in UTC. */
  readonly published?: string;
  /** ISO 8601 in UTC. Of GDELT: when it saw the article. */
  readonly updated?: string;
  /** Who printed it, where the listing says so. */
  readonly publisher?: string;
  readonly authors: readonly string[];
  /** BCP 47, lower-case, where the item itself says so. */
  readonly language?: string;
  /** Full text as HTML, where the feed gives it. Never shown as HTML. */
  readonly content?: string;
}

export interface Listing {
  readonly kind: ListingKind;
  readonly title?: string;
  readonly homepage?: string;
  readonly language?: string;
  readonly items: readonly ListedItem[];
  /** Sitemaps within an index, newest first, those without a date last. */
  readonly parts?: readonly ListingPart[];
  /** The page with older items (RFC 5005, JSON Feed `next_url`). */
  readonly next?: string;
  /** Where WebSub offers to tell of changes. */
  readonly hub?: string;
  /** The listing's own address, as it gives it. */
  readonly self?: string;
  /** The publisher's word on how often to ask, seconds. Cache-Control is the fetcher's. */
  readonly every?: number;
  /** Hours (0-23, UTC) in which nothing new comes. */
  readonly skipHours?: readonly number[];
  /** Days of the week (0 is Sunday) on which nothing new comes. */
  readonly skipDays?: readonly number[];
  /** One line each: what was wrong and what was made of it. */
  readonly warnings: readonly string[];
}

export interface ListingPart {
  readonly url: string;
  readonly modified?: string;
}

export interface ListingAbout {
  /** The address that answered: relative links are read against it. */
  readonly url: string;
  readonly mediaType?: string;
  readonly charset?: string;
  /** ISO 8601: dates well after it are not believed. */
  readonly fetchedAt: string;
}

/** Twice what the sitemap standard allows. */
const maxBytes = 100 * 2 ** 20;

/** Reads a feed, a sitemap or GDELT's answer. Throws Problem for bytes that are none, with what to do. */
export function listingOf(bytes: Uint8Array, about: ListingAbout): Listing {
  if (bytes.length > maxBytes) {
    throw new Problem(
      "source",
      "too-large",
      about.url,
      `${about.url} is larger than ${maxBytes / 2 ** 20} MiB, the limit for a listing: follow one of its parts`,
    );
  }
  const { text, warnings } = characters(bytes, about.charset);
  const start = firstMark(text);
  if (start < 0) {
    throw new Problem("source", "empty", about.url, `${about.url} is empty: check the address in a browser`);
  }
  const mark = text[start];
  const draft: Draft =
    mark === "{" || mark === "[" || !text.includes("<") ? jsonListing(text, about) : xmlListing(text, about);
  return listed(draft, about, warnings);
}

/** Where the text begins: after white space and stray marks. */
function firstMark(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0xfeff && code !== 0xa0) return i;
  }
  return -1;
}
