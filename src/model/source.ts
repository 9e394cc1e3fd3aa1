/** Where documents come from, and what is known of each source's health. */

/**
 * - `feed`: RSS, Atom, RDF or JSON Feed; also a news search that answers as one.
 * - `sitemap`: a news sitemap, or an index of them.
 * - `section`: a page whose links to articles are followed.
 * - `page`: one page, kept again whenever it changes.
 * - `gdelt`: a search of GDELT's document API.
 * - `archive`: a WARC or WACZ file at an address.
 * - `folder`: a folder, mailbox or web archive on the machine that follows.
 */
export type SourceKind = "feed" | "sitemap" | "section" | "page" | "gdelt" | "archive" | "folder";

/** What somebody follows for a situation. Who printed a report is its publisher, which a source may hold many of. */
export interface Source {
  /** A prefix of SHA-256 over situation and address ("s" + 12 hex): the same address added twice is one source. */
  readonly id: string;
  /** The situation that its reports are put into. */
  readonly situation: string;
  readonly kind: SourceKind;
  /** The http(s) address that is asked; of a folder the absolute path. */
  readonly address: string;
  /** By its own name, where it gives one. */
  readonly title?: string;
  /** The site that it is of. */
  readonly homepage?: string;
  /** Only items whose title or summary holds one of these words are followed; all when absent. */
  readonly terms?: readonly string[];
  /** Seconds between visits, where somebody has set them; else the schedule finds its own pace. */
  readonly every?: number;
  /** ISO 8601 in UTC: not visited since, until somebody goes on with it. */
  readonly pausedAt?: string;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
  /** ISO 8601 in UTC: no longer followed since. What came from it stays. */
  readonly removedAt?: string;
}

/** One link that a source has listed: followed once, never lost. */
export interface Item {
  readonly source: string;
  /** The feed's own id of it (guid, atom:id), else its address. */
  readonly key: string;
  /** The article's address, http(s); of a file its path. */
  readonly url: string;
  readonly title?: string;
  /** Who printed it where the listing says so (a news search's `<source>`). */
  readonly publisher?: string;
  /** As listed, ISO 8601. */
  readonly published?: string;
  /** When it was first listed, ISO 8601 in UTC. */
  readonly seenAt: string;
}

/** How a source does: working state, replaced at each visit; what came of it stands in the archive. */
export interface Health {
  readonly source: string;
  /** ISO 8601 in UTC, as all times here. */
  readonly visitedAt?: string;
  readonly nextAt: string;
  /** Last visit that found the source working. */
  readonly workedAt?: string;
  /** Last visit that found something new. */
  readonly changedAt?: string;
  /** Visits in a row that failed. */
  readonly failures: number;
  /** One line: what the last visit failed with. */
  readonly problem?: string;
  readonly code?: string;
  /** Of the last full answer, for conditional requests. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Typical time between changes, seconds: what the schedule follows. */
  readonly every: number;
  readonly visits: number;
  readonly items: number;
  /** The subscription at a WebSub hub, where one was asked for. */
  readonly websub?: {
    readonly hub: string;
    readonly topic: string;
    /** Part of the address that the hub calls, and what signs its calls: known to it and us alone. */
    readonly token: string;
    readonly secret: string;
    readonly askedAt: string;
    /** Until then the hub tells of what is new; absent while it has not confirmed. */
    readonly until?: string;
    readonly problem?: string;
  };
}
