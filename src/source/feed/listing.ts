/**
 * A listing: what a source says there is to read. Feeds, sitemaps, section pages and answers of GDELT all become
 * one shape. Pure: bytes in, items out; no network, no store, no clock.
 */
import { Problem } from "../../model/problem.ts";
import { characters } from "./characters.ts";
import { type Draft, listed } from "./draft.ts";
import { jsonListing } from "./json.ts";
import type { Listing, ListingAbout } from "./listing-shape.ts";
import { xmlListing } from "./xml-listing.ts";

export type { ListedItem, Listing, ListingAbout, ListingKind, ListingPart } from "./listing-shape.ts";

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
