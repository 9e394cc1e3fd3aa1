/** What a caller may set when documents are read. */
export interface SourceOptions {
  /** The caller's clock, ISO 8601 in UTC: stages have none of their own. Called once a document. */
  readonly now: () => string;
  /** Most bytes of one document, after decompression. */
  readonly maxBytes?: number;
  /** For one URL with all its redirects and its body. */
  readonly timeoutMs?: number;
  /** Also fetch from private, loopback and link-local addresses: the operator's choice, never a page's. */
  readonly allowPrivate?: boolean;
  /** Bytes for "-". */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly userAgent?: string;
}

export const defaultMaxBytes = 25 * 2 ** 20;
export const defaultTimeoutMs = 20_000;
export const maxRedirects = 10;
/** A folder is read this deep and this far, then one line says so. */
export const maxFolderDepth = 32;
export const maxFolderFiles = 100_000;
export const defaultUserAgent = "Sitrep/0.1 (reads news reports; set a contact with --user-agent)";
