import type { Span } from "./span.ts";

/** A value and whether the source states it or we inferred it; `from` says where it was found. */
export interface Stated<T> {
  readonly value: T;
  readonly stated: boolean;
  /** Where it was found, in the field's terms: "json-ld", "opengraph", "time", "url", "option" … */
  readonly from?: string;
}

export type BlockKind = "headline" | "standfirst" | "heading" | "paragraph" | "list-item" | "quote";

/** One block of a report's text. Blocks are in order, do not overlap, and are parted by "\n\n". */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What one part of a page says about the article, whether or not it was taken for a field of the report. */
export interface Claim {
  /** "title", "byline", "published" … */
  readonly field: string;
  /** As the page says it, cut at 300 characters. */
  readonly value: string;
  /** "json-ld", "microdata", "opengraph", "dublin-core", "meta", "microformat", "time", "page", "url" … */
  readonly from: string;
}

/** A note by which the publisher says what it has changed in the report, or what must be known about it. */
export interface Amendment {
  readonly kind: "correction" | "clarification" | "change" | "editors-note";
  /** As printed. */
  readonly text: string;
  /** The day that the note names, ISO 8601. */
  readonly date?: string;
}

/** One article as extracted from one document. `text` is immutable: everything later points into it. */
export interface Report {
  /** Stable: a prefix of SHA-256 over the document's hash and the extractor's version ("r" + 16 hex). */
  readonly id: string;
  /** SHA-256 of the document's bytes. */
  readonly document: string;
  readonly input: string;
  readonly url?: string;
  /** Who printed it, by its own name ("Gulf Coast Herald"), else the URL's host. */
  readonly publisher?: string;
  readonly title?: string;
  readonly bylines: readonly string[];
  /** The wire agency or outlet that the page credits, as printed ("Meridian Press Agency"). */
  readonly credit?: string;
  readonly section?: string;
  /** ISO 8601; a date alone ("2025-11-05") where no time is given. */
  readonly published?: Stated<string>;
  readonly modified?: Stated<string>;
  /** When the document was fetched, ISO 8601 in UTC. */
  readonly fetchedAt: string;
  /** ISO 639-1, lower-case; absent when it can't be told. */
  readonly language?: string;
  /** The publisher's own address of the page where it isn't `url`: a printed or AMP page's original. */
  readonly canonicalUrl?: string;
  /** Of an entry of a live blog: the address of the page that holds it. */
  readonly partOf?: string;
  /** Where the article goes on: this page is one of several, and only this one was read. */
  readonly nextPage?: string;
  /** The publisher says that it is not free to read, so the text may be cut. */
  readonly paywalled?: boolean;
  /** Corrections and editors' notes. They stand apart from `text`: nothing is read from them. */
  readonly amendments?: readonly Amendment[];
  /** What stands under pictures, apart from `text`. */
  readonly captions?: readonly string[];
  /** What each part of the page says, in order of trust; what was taken of it is in the fields above. */
  readonly claims?: readonly Claim[];
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Name and version of the extractor: "html@2", "text@2". */
  readonly extractor: string;
  /** A label that must be shown wherever the report is shown ("Invented for demonstration"). */
  readonly notice?: string;
  /** What was odd but not fatal, one line each ("3 bytes were not valid UTF-8"). */
  readonly warnings: readonly string[];
}
