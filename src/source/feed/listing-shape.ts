/** What a listing is, whatever it was made from. */

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
