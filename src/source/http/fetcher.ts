/**
 * The one way out to the web: every address checked on every hop, every answer bounded, every host asked
 * politely. One fetcher serves a whole process, so that what it knows of hosts holds for all who fetch.
 */
import { FetchProblem } from "./fetch-problem.ts";

export { FetchProblem } from "./fetch-problem.ts";

export interface FetcherOptions {
  /** The caller's clock, ISO 8601 in UTC: `fetchedAt`, and what dates in answers are counted from. */
  readonly now: () => string;
  /** The whole User-Agent line; without it "Sitrep/0.1 (+CONTACT; reads news reports)". */
  readonly userAgent?: string;
  /** Address where a site's operator reaches who runs this; without it SITREP_CONTACT of the environment. */
  readonly contact?: string;
  /** Private, loopback and link-local addresses too: the operator's choice, never a page's. */
  readonly allowPrivate?: boolean;
  /** Hosts by name, or CIDR ranges, that the operator lists: reachable although private. */
  readonly allowed?: readonly string[];
  /** For all exchanges of one fetch together, connecting and bodies included, waiting in the queue not. 20,000. */
  readonly timeoutMs?: number;
  /** Of one answer, as sent and as decoded. 25 MiB. */
  readonly maxBytes?: number;
  /** Requests to one host at once. 1. */
  readonly perHost?: number;
  /** Least time between the starts of two requests to one host. 1,000; 0 for tests on this machine. */
  readonly pauseMs?: number;
  /** Obey robots.txt: true for sources that are followed, false for a page that a person named. True. */
  readonly robots?: boolean;
}

export interface Ask {
  /** Of the last full answer: makes the request conditional. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly robots?: boolean;
  readonly signal?: AbortSignal;
  readonly method?: "GET" | "POST";
  readonly body?: string;
  readonly contentType?: string;
}

export interface Answer {
  /** The address asked for, without fragment and password. */
  readonly asked: string;
  /** The address that answered. */
  readonly url: string;
  /** The new address, where every redirect on the way was permanent (301, 308). */
  readonly moved?: string;
  /** 2xx or 304. */
  readonly status: number;
  /** 304: nothing new since `etag` and `lastModified`. `bytes` is empty. */
  readonly unchanged: boolean;
  readonly statusText?: string;
  /** Lower-case names; repeated ones joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, order and repetition kept: for the archive. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** Decompressed. Whole: what broke off is a Problem. */
  readonly bytes: Uint8Array;
  /** By the declaration and the first bytes (WHATWG MIME Sniffing, as far as reading needs it). */
  readonly mediaType?: string;
  /** As declared by the transport. */
  readonly charset?: string;
  readonly fetchedAt: string;
  /** Every exchange in order, the last one included. */
  readonly hops: readonly { readonly url: string; readonly status: number }[];
  readonly etag?: string;
  readonly lastModified?: string;
  /** Freshness lifetime left by RFC 9111, seconds; absent where the server states none. */
  readonly freshFor?: number;
  /** What was wrong and could be borne, a line each. */
  readonly warnings: readonly string[];
}

export interface Fetcher {
  /** Throws FetchProblem for everything that is not a whole 2xx answer or an expected 304. */
  fetch(url: string, ask?: Ask): Promise<Answer>;
  /** Sitemaps that the robots.txt of an origin ("https://example.org") names. */
  sitemapsOf(origin: string): Promise<readonly string[]>;
  /** Fetches begun and not finished, queued ones included. */
  readonly waiting: number;
  /** Ends what runs; what waits fails with the code "closed". */
  close(): Promise<void>;
}

export function openFetcher(_options: FetcherOptions): Fetcher {
  throw new FetchProblem("closed", "the fetcher", "the fetcher is not built yet: wait for the next commit");
}
