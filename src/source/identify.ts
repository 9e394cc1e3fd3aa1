/** What an address is as a source: a listing itself, a site whose feed is found, a section page, or one page. */
import { Problem } from "../model/problem.ts";
import type { SourceKind } from "../model/source.ts";
import { type FoundFeed, feedsOf } from "./feed/discovery.ts";
import { type Listing, listingOf } from "./feed/listing.ts";
import { sectionOf } from "./feed/section.ts";
import type { Answer, Fetcher } from "./http/fetcher.ts";
import { pageText } from "./page-text.ts";

export interface Identified {
  readonly kind: SourceKind;
  readonly address: string;
  readonly title?: string;
  readonly homepage?: string;
  /** Articles that it lists now. */
  readonly items: number;
  /** How it was found, for people: "named by the page as its feed". */
  readonly why: string;
  /** Other feeds that the site names. */
  readonly others: readonly FoundFeed[];
}

/** Feeds that a page names are tried up to so many. */
const mostTried = 5;
/** Links to articles that make a page a section. */
const leastLinks = 5;

/** Throws a Problem where the address can't be fetched, or is not what the caller says that it is. */
export async function identify(
  address: string,
  fetcher: Fetcher,
  as?: Exclude<SourceKind, "folder">,
): Promise<Identified> {
  const answer = await fetcher.fetch(address, { robots: false });
  const url = answer.moved ?? answer.asked;
  if (as === "page" || as === "section" || as === "archive") return given(as, url, answer);
  if (isArchive(answer)) return given("archive", url, answer);
  const listing = listingIn(answer);
  if (listing !== undefined) return ofListing(listing, url, "the address is one itself", []);
  if (as !== undefined) {
    const message = `${address} is no ${as}: leave the kind out to have it found`;
    throw new Problem("source", "no-feed", address, message);
  }
  const html = pageText(answer.bytes, answer.charset);
  const feeds = feedsOf(html, answer.url, await robotsOf(answer.url, fetcher));
  for (const [i, feed] of feeds.slice(0, mostTried).entries()) {
    const found = await listingAt(feed.url, fetcher);
    if (found === undefined || found.items.length === 0) continue;
    const others = feeds.filter(({ guessed }, at) => at > i && guessed === undefined);
    return ofListing(found, feed.url, feed.why, others);
  }
  return given(sectionOf(html, answer.url).items.length >= leastLinks ? "section" : "page", url, answer);
}

function ofListing(
  { kind, title, homepage, items, parts }: Listing,
  address: string,
  why: string,
  others: readonly FoundFeed[],
): Identified {
  return {
    kind: kind === "sitemap" || kind === "sitemap-index" ? "sitemap" : kind === "gdelt" ? "gdelt" : "feed",
    address,
    ...(title === undefined ? {} : { title }),
    ...(homepage === undefined ? {} : { homepage }),
    items: items.length > 0 ? items.length : (parts?.length ?? 0),
    why,
    others,
  };
}

function given(kind: "page" | "section" | "archive", address: string, answer: Answer): Identified {
  if (kind !== "section") return { kind, address, items: 1, why: "no feed was found", others: [] };
  const { items, title } = sectionOf(pageText(answer.bytes, answer.charset), answer.url);
  const why = "no feed was found; its links to articles are followed";
  return { kind, address, ...(title === undefined ? {} : { title }), items: items.length, why, others: [] };
}

/** The sitemaps that a site's robots.txt names, as lines of it. */
async function robotsOf(url: string, fetcher: Fetcher): Promise<string> {
  const sitemaps = await fetcher.sitemapsOf(new URL(url).origin).catch(() => []);
  return sitemaps.map((address) => `Sitemap: ${address}`).join("\n");
}

async function listingAt(url: string, fetcher: Fetcher): Promise<Listing | undefined> {
  try {
    return listingIn(await fetcher.fetch(url, { robots: false }));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function listingIn({ bytes, url, mediaType, charset, fetchedAt }: Answer): Listing | undefined {
  try {
    return listingOf(bytes, {
      url,
      fetchedAt,
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(charset === undefined ? {} : { charset }),
    });
  } catch (error) {
    // A feed that is damaged is a feed: its own line says so.
    if (error instanceof Problem && error.code === "no-feed") return undefined;
    throw error;
  }
}

const isArchive = ({ url, mediaType }: Answer) =>
  /\.(warc|warc\.gz|wacz)$/i.test(new URL(url).pathname) ||
  mediaType === "application/warc" ||
  mediaType === "application/wacz";
