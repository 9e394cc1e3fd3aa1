import type { Fetcher } from "./http/ask.ts";

export { defaultMaxBytes } from "./http/limits.ts";

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
  /** Told in one line what an input holds that is no report, and no failure either. */
  readonly warn?: (line: string) => void;
  /** Who fetches; without it each address has a fetcher of its own, which knows nothing of the others. */
  readonly fetcher?: Fetcher;
}

/** A folder is read this deep and this far, then one line says so. */
export const maxFolderDepth = 32;
export const maxFolderFiles = 100_000;
