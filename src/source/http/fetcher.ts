/**
 * The one way out to the web: every address checked on every hop, every answer bounded, every host asked
 * politely. One fetcher serves a whole process, so that what it knows of hosts holds for all who fetch.
 */
import { shown } from "../document.ts";
import { isPrivate, type Reach, reachOf } from "./address.ts";
import type { Answer, Ask, Fetcher, FetcherOptions } from "./ask.ts";
import { badPorts } from "./bad-ports.ts";
import { decodeBody } from "./body.ts";
import { Bulk } from "./bulk.ts";
import { Connections } from "./connections.ts";
import { type Exchanged, exchange } from "./exchange.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { freshFor } from "./freshness.ts";
import { headersOf, isHeaderSafe } from "./headers.ts";
import { HostQueue, machineClock } from "./hosts.ts";
import { defaultMaxBytes, defaultTimeoutMs, maxRedirects } from "./limits.ts";
import { contentTypeOf, mediaTypeOf } from "./media-type.ts";
import {
  badPort,
  badRedirect,
  badUrl,
  cancelled,
  closed,
  isReset,
  otherScheme,
  privateAddress,
  redirectLoop,
  robotsProblem,
  robotsUnknown,
  statusProblem,
  tooManyRedirects,
} from "./problems.ts";
import { ChainCookies, permanent, redirectedTo, redirects } from "./redirect.ts";
import { retryAfterOf } from "./retry-after.ts";
import { mostRobotsBytes, robotsOf } from "./robots.ts";
import { type Retrieved, RobotsCache } from "./robots-cache.ts";
import { userAgentOf } from "./user-agent.ts";

export type { Answer, Ask, Fetcher, FetcherOptions } from "./ask.ts";
export { FetchProblem } from "./fetch-problem.ts";

/** Throws Problem for options that can't be: a range of addresses that is none. */
export function openFetcher(options: FetcherOptions): Fetcher {
  return new PoliteFetcher(options);
}

/** Hosts whose pauses and failures are remembered. */
const rememberedHosts = 20_000;
/** Bodies of more than 2 MiB. */
const largeAtOnce = 8;
const longestUrl = 8192;
/** RFC 9309, 2.3.1.2. */
const robotsRedirects = 5;
const quickRetries = 2;

interface Chain {
  readonly asked: URL;
  /** For messages: no password in it. */
  readonly where: string;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  readonly maxRedirects: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly robots: boolean;
  /** A robots.txt: read as far as it may be, and beside the queue. */
  readonly isRobots: boolean;
}

class PoliteFetcher implements Fetcher {
  readonly #options: FetcherOptions;
  readonly #userAgent: string;
  readonly #reach: Reach;
  readonly #hosts: HostQueue;
  readonly #robots: RobotsCache;
  readonly #connections: Connections;
  readonly #running = new Set<AbortController>();
  readonly #bulk = new Bulk(largeAtOnce);
  readonly #callers = new WeakMap<AbortSignal, Set<AbortController>>();
  #waiting = 0;
  #isClosed = false;

  constructor(options: FetcherOptions) {
    const clock = options.clock ?? machineClock;
    const environment = options.environment ?? process.env;
    this.#options = options;
    this.#userAgent = userAgentOf(options.userAgent, options.contact ?? environment.SITREP_CONTACT);
    this.#reach = reachOf(options);
    this.#hosts = new HostQueue(
      {
        perHost: options.perHost ?? 1,
        total: options.connections ?? 64,
        pauseMs: options.pauseMs ?? 1000,
        patienceMs: options.patienceMs ?? 120_000,
        remembered: rememberedHosts,
      },
      clock,
    );
    this.#robots = new RobotsCache({ ms: clock.ms, retrieve: (origin) => this.#retrieveRobots(origin) });
    this.#connections = new Connections({
      reach: this.#reach,
      perHost: options.perHost ?? 1,
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      environment,
      isIdle: (host) => this.#hosts.isIdle(host),
      opened: (host) => this.#hosts.connected(host),
    });
  }

  get waiting(): number {
    return this.#waiting;
  }

  async fetch(url: string, ask: Ask = {}): Promise<Answer> {
    const where = shown(url);
    const asked = addressOf(url, where);
    this.#waiting++;
    try {
      return await this.#within(where, ask.signal, (signal) =>
        this.#follow({
          asked,
          where,
          ask,
          signal,
          maxRedirects,
          maxBytes: ask.maxBytes ?? this.#options.maxBytes ?? defaultMaxBytes,
          timeoutMs: ask.timeoutMs ?? this.#options.timeoutMs ?? defaultTimeoutMs,
          robots: ask.robots ?? this.#options.robots ?? true,
          isRobots: false,
        }),
      );
    } finally {
      this.#waiting--;
    }
  }

  async sitemapsOf(origin: string): Promise<readonly string[]> {
    const { origin: own } = addressOf(origin, shown(origin));
    try {
      const robots = await this.#robots.of(own);
      return "sitemaps" in robots ? robots.sitemaps : [];
    } catch (error) {
      if (error instanceof FetchProblem) return [];
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const controller of this.#running) controller.abort();
    await this.#connections.close();
  }

  /** Gives `work` a signal that ends with the caller's or with the fetcher, and words what ended it. */
  async #within<T>(
    where: string,
    outer: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#isClosed) throw closed(where);
    if (outer?.aborted) throw cancelled(where, outer.reason);
    const controller = new AbortController();
    const beside = outer === undefined ? undefined : this.#callersOf(outer);
    beside?.add(controller);
    this.#running.add(controller);
    try {
      return await work(controller.signal);
    } catch (error) {
      if (this.#isClosed) throw closed(where);
      if (outer?.aborted) throw cancelled(where, outer.reason);
      throw error;
    } finally {
      this.#running.delete(controller);
      beside?.delete(controller);
    }
  }

  /** Those who share a signal: one listener for all, because each more makes a signal slower. */
  #callersOf(signal: AbortSignal): Set<AbortController> {
    let callers = this.#callers.get(signal);
    if (callers === undefined) {
      const all = new Set<AbortController>();
      const called = () => {
        for (const controller of all) controller.abort();
      };
      signal.addEventListener("abort", called, { once: true });
      this.#callers.set(signal, all);
      callers = all;
    }
    return callers;
  }

  /** Hop by hop: each with its own check, its own turn at its host, and what is left of the time. */
  async #follow(chain: Chain): Promise<Answer> {
    const { asked, where, ask } = chain;
    const cookies = new ChainCookies();
    const seen = new Set<string>();
    const hops: { url: string; status: number }[] = [];
    let url = plain(asked);
    let method = ask.method ?? "GET";
    let conditional: "both" | "etag" = "both";
    let permanently = true;
    let spentMs = 0;

    for (let hop = 0; hop <= chain.maxRedirects; hop++) {
      this.#check(url, where);
      if (chain.robots) await this.#obey(url, where, chain.signal);
      const headers = headersOf(url, asked, ask, {
        userAgent: this.#userAgent,
        method,
        conditional,
        cookie: cookies.for(url),
      });
      const state = `${method} ${url.href} ${headers.cookie ?? ""}`;
      if (seen.has(state)) throw redirectLoop(where, cookies.any);
      seen.add(state);

      const exchanged = async () => {
        const start = performance.now();
        const got = await this.#send(url, method, headers, chain, spentMs);
        spentMs += performance.now() - start;
        return got;
      };
      const pace = chain.isRobots ? "aside" : hop === 0 ? "usual" : "next";
      const answer = await this.#hosts.turn(url.hostname, where, chain.signal, exchanged, pace);
      hops.push({ url: url.href, status: answer.status });

      const { location } = answer.headers;
      if (redirects.has(answer.status) && location !== undefined) {
        cookies.set(url, answer.rawHeaders);
        const to = redirectedTo(url, location, where);
        if (!permanent.has(answer.status)) permanently = false;
        if (!permanently) conditional = "etag";
        if (method === "POST") {
          if (answer.status < 307) method = "GET";
          else if (to.origin !== url.origin) throw badRedirect(where, "what was sent to it to another site");
        }
        url = to;
        continue;
      }
      return this.#answerOf(chain, answer, { url, hops, permanently, conditional });
    }
    throw tooManyRedirects(where, chain.maxRedirects);
  }

  #check(url: URL, where: string): void {
    if (url.href.length > longestUrl) throw badUrl(where);
    if (url.port !== "" && badPorts.has(Number(url.port))) throw badPort(where, url.port);
    // A name is checked when it is resolved.
    if (isPrivate(url.hostname) && !this.#reach.permits(url.hostname, url.hostname)) {
      throw privateAddress(where, url.hostname);
    }
  }

  async #obey(url: URL, where: string, signal: AbortSignal): Promise<void> {
    const robots = await orAborted(this.#robots.of(url.origin), signal);
    if ("status" in robots) throw robotsUnknown(where, robots.status, robots.retryAfter);
    this.#hosts.setGap(url.hostname, (robots.crawlDelay ?? 0) * 1000);
    if (!robots.allows(url)) throw robotsProblem(where);
  }

  /** Once more where a kept connection had gone before the request arrived, which only shows when it is used. */
  async #send(
    url: URL,
    method: "GET" | "POST",
    headers: Record<string, string>,
    chain: Chain,
    spentMs: number,
  ): Promise<Exchanged> {
    const start = performance.now();
    for (let attempt = 0; ; attempt++) {
      const before = this.#hosts.connections(url.hostname);
      try {
        const got = await exchange({
          url,
          where: chain.where,
          method,
          headers,
          ...(method === "POST" && chain.ask.body !== undefined ? { body: chain.ask.body } : {}),
          dispatcher: this.#connections.for(url),
          signal: chain.signal,
          leftMs: chain.timeoutMs - spentMs - (performance.now() - start),
          timeoutMs: chain.timeoutMs,
          stallMs: this.#options.stallMs ?? 10_000,
          maxBytes: chain.maxBytes,
          bulk: this.#bulk,
          cut: chain.isRobots,
          wants: (status) => status >= 200 && status <= 299,
        });
        this.#heard(url, got);
        return got;
      } catch (error) {
        const reused = this.#hosts.connections(url.hostname) === before;
        const again =
          attempt < quickRetries &&
          reused &&
          method === "GET" &&
          error instanceof FetchProblem &&
          error.code === "broken-answer" &&
          isReset(error.cause);
        if (again) continue;
        if (error instanceof FetchProblem && error.passing) this.#hosts.hold(url.hostname);
        throw error;
      }
    }
  }

  /** What an answer says of its host: that it is well, or that it wants a pause. */
  #heard(url: URL, { status, headers }: Exchanged): void {
    if (status !== 429 && status !== 503) {
      this.#hosts.worked(url.hostname);
      return;
    }
    const asked = retryAfterOf(headers, this.#options.now());
    this.#hosts.hold(url.hostname, asked === undefined ? undefined : asked * 1000);
  }

  async #answerOf(
    { asked, where, ask, maxBytes }: Chain,
    { status, statusText, headers, rawHeaders, sent }: Exchanged,
    way: {
      url: URL;
      hops: readonly { url: string; status: number }[];
      permanently: boolean;
      conditional: "both" | "etag";
    },
  ): Promise<Answer> {
    const now = this.#options.now();
    const expected = isHeaderSafe(ask.etag) || (way.conditional === "both" && isHeaderSafe(ask.lastModified));
    const unchanged = status === 304 && expected && ask.method !== "POST";
    if (!unchanged && (status < 200 || status > 299)) {
      throw statusProblem(status, retryAfterOf(headers, now), where);
    }
    const { bytes, warnings } = await decodeBody(sent, headers["content-encoding"], where, maxBytes);
    const declared = contentTypeOf(headers["content-type"]);
    const mediaType = mediaTypeOf(declared.mediaType, bytes);
    const fresh = freshFor(headers, now);
    return {
      asked: plain(asked).href,
      url: way.url.href,
      ...(way.permanently && way.hops.length > 1 ? { moved: way.url.href } : {}),
      status,
      unchanged,
      ...(statusText === "" ? {} : { statusText }),
      headers,
      rawHeaders,
      bytes,
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(declared.charset === undefined ? {} : { charset: declared.charset }),
      fetchedAt: now,
      hops: way.hops,
      ...(headers.etag === undefined ? {} : { etag: headers.etag }),
      ...(headers["last-modified"] === undefined ? {} : { lastModified: headers["last-modified"] }),
      ...(fresh === undefined ? {} : { freshFor: fresh }),
      warnings,
    };
  }

  async #retrieveRobots(origin: string): Promise<Retrieved> {
    const asked = new URL("/robots.txt", origin);
    const where = shown(asked.href);
    try {
      const answer = await this.#within(where, undefined, (signal) =>
        this.#follow({
          asked,
          where,
          ask: { accept: "text/plain, */*;q=0.1" },
          signal,
          maxRedirects: robotsRedirects,
          maxBytes: mostRobotsBytes,
          timeoutMs: this.#options.timeoutMs ?? defaultTimeoutMs,
          robots: false,
          isRobots: true,
        }),
      );
      const robots = robotsOf(new TextDecoder().decode(answer.bytes), "sitrep");
      return { robots, ...(answer.freshFor === undefined ? {} : { freshFor: answer.freshFor }) };
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      const { status, passing, retryAfter } = error;
      // Too many requests says nothing of what is allowed: waited out like a failure of the server.
      if (status !== undefined && (status >= 500 || status === 429)) {
        return { status, ...(retryAfter === undefined ? {} : { retryAfter }) };
      }
      if (passing) throw error;
      return { absent: true };
    }
  }
}

function addressOf(text: string, where: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw badUrl(where);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw otherScheme(where, url.protocol);
  url.hash = "";
  return url;
}

function plain(url: URL): URL {
  const without = new URL(url);
  without.username = "";
  without.password = "";
  return without;
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const called = () => reject(signal.reason);
    if (signal.aborted) return called();
    signal.addEventListener("abort", called, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", called));
  });
}
