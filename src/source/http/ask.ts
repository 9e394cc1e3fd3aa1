/** What is asked of the fetcher, and what it answers. */
import type { Resolver } from "./address.ts";
import type { Clock } from "./hosts.ts";

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
  /** A body must bring 1 KiB in each such time, or it is given up. 10,000. */
  readonly stallMs?: number;
  /** Of one answer, as sent and as decoded. 25 MiB. */
  readonly maxBytes?: number;
  /** Requests to one host at once. 1. */
  readonly perHost?: number;
  /** Requests at once, to all hosts together. 64. */
  readonly connections?: number;
  /** Least time between the starts of two requests to one host, and the first step of its back-off. 1,000; 0 for tests on this machine. */
  readonly pauseMs?: number;
  /** Whoever would wait longer for a host that is on hold gets a FetchProblem "on-hold" with `retryAfter` instead. 120,000. */
  readonly patienceMs?: number;
  /** Obey robots.txt: true for sources that are followed, false for a page that a person named. True. */
  readonly robots?: boolean;
  /** For tests: who resolves names, and the clock of pauses. */
  readonly resolver?: Resolver;
  readonly clock?: Clock;
  /** Variables that name proxies and the contact; the process's own without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface Ask {
  /** Of the last full answer: makes the request conditional. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
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
  /** Decompressed. Whole, as far as a server lets it be told: what broke off is a Problem. */
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
  /** Sitemaps that the robots.txt of an origin ("https://example.org") names; none where it can't be asked. */
  sitemapsOf(origin: string): Promise<readonly string[]>;
  /** Fetches begun and not finished, queued ones included. */
  readonly waiting: number;
  /** Ends what runs; what waits fails with the code "closed". */
  close(): Promise<void>;
}
