/** One visit to a source: asks its address and gives what it lists, or the page itself. */
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import type { Source, SourceKind } from "../model/source.ts";

import { documentOfAnswer } from "./answer.ts";
import { type ListedItem, type Listing, listingOf } from "./feed/listing.ts";
import { sectionOf } from "./feed/section.ts";
import type { Answer, Fetcher } from "./http/fetcher.ts";
import { hubsOf } from "./http/websub.ts";
import { pageText } from "./page-text.ts";

/** What the last full answer said of itself, for a conditional request. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface Visit extends Validators {
  /** The server says that nothing has changed: there are no items and no document. */
  readonly unchanged: boolean;
  readonly items: readonly ListedItem[];
  /** The answer as it came: the page itself, or the listing that names the items. */
  readonly document?: Document;
  readonly title?: string;
  readonly homepage?: string;
  /** The address has moved here for good. */
  readonly moved?: string;
  /** The publisher's word on how often to ask, seconds. */
  readonly every?: number;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  /** WebSub: where changes can be subscribed to, and under which name. */
  readonly hub?: string;
  readonly self?: string;
  readonly warnings: readonly string[];
}

/** What answers with a page or a list of them. */
type Listed = Exclude<SourceKind, "archive" | "folder">;

const wanted: Record<Listed, string> = {
  feed: "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
  sitemap: "application/xml, text/xml;q=0.9, */*;q=0.1",
  section: "text/html, application/xhtml+xml, */*;q=0.1",
  page: "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1",
  gdelt: "application/json, */*;q=0.1",
};

/** Sitemaps of an index that one visit opens, the latest changed first. */
const mostParts = 8;

/** Throws a Problem (of the fetcher, or that the address holds no listing). */
export async function visit(
  source: Pick<Source, "address"> & { readonly kind: Listed },
  validators: Validators,
  fetcher: Fetcher,
  since?: string,
): Promise<Visit> {
  const answer = await fetcher.fetch(source.address, { ...known(validators), accept: wanted[source.kind] });
  const head = headOf(answer);
  if (answer.unchanged) return { ...head, ...known(validators), unchanged: true, items: [] };
  const document = await documentOfAnswer(answer, source.address);
  if (source.kind === "page") return { ...head, unchanged: false, items: [], document };

  const listing = listed(source.kind, answer);
  const parts = await partsOf(listing, fetcher, since);
  return {
    // Links of the answer's head go before the feed's own (WebSub, 4).
    ...about(listing),
    ...head,
    ...every(answer.freshFor, listing.every),
    unchanged: false,
    document,
    items: [...listing.items, ...parts.flatMap(({ items }) => items)],
    warnings: [...answer.warnings, ...listing.warnings, ...parts.flatMap(({ warnings }) => warnings)],
  };
}

function listed(kind: Listed, answer: Answer): Listing {
  return kind === "section"
    ? sectionOf(pageText(answer.bytes, answer.charset), answer.url, answer.fetchedAt)
    : listingOf(answer.bytes, aboutAnswer(answer));
}

/** The sitemaps of an index: those changed since the last visit, the latest first. One that fails is a warning. */
async function partsOf(listing: Listing, fetcher: Fetcher, since: string | undefined): Promise<Listing[]> {
  const parts = (listing.parts ?? [])
    .filter(({ modified }) => since === undefined || modified === undefined || modified >= since)
    .slice(0, mostParts);
  const found: Listing[] = [];
  for (const { url } of parts) {
    try {
      found.push(listed("sitemap", await fetcher.fetch(url, { accept: wanted.sitemap })));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      found.push({ kind: "sitemap", items: [], warnings: [error.message] });
    }
  }
  return found;
}

function headOf(answer: Answer) {
  const { etag, lastModified, moved, freshFor, warnings } = answer;
  const { hubs, self } = hubsOf(answer);
  return {
    ...known({ etag, lastModified }),
    ...(hubs[0] === undefined ? {} : { hub: hubs[0] }),
    ...(self === undefined ? {} : { self }),
    ...(moved === undefined ? {} : { moved }),
    ...(freshFor === undefined ? {} : { every: freshFor }),
    warnings,
  };
}

function about({ title, homepage, skipHours, skipDays, hub, self }: Listing) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(homepage === undefined ? {} : { homepage }),
    ...(skipHours === undefined ? {} : { skipHours }),
    ...(skipDays === undefined ? {} : { skipDays }),
    ...(hub === undefined ? {} : { hub }),
    ...(self === undefined ? {} : { self }),
  };
}

/** Both are the publisher's word: the longer one holds. */
function every(...words: (number | undefined)[]): { every?: number } {
  const known = words.filter((seconds) => seconds !== undefined);
  return known.length === 0 ? {} : { every: Math.max(...known) };
}

function known({ etag, lastModified }: Validators): { etag?: string; lastModified?: string } {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

function aboutAnswer({ url, mediaType, charset, fetchedAt }: Answer) {
  return {
    url,
    fetchedAt,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(charset === undefined ? {} : { charset }),
  };
}
