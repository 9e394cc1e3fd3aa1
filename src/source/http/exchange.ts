/** One request and its answer over one connection, both bounded in size, time and rate. */
import { type Dispatcher, request } from "undici";
import type { Bulk } from "./bulk.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { networkProblem, timeout, tooLarge, tooSlow } from "./problems.ts";

export interface Exchange {
  readonly url: URL;
  readonly where: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly dispatcher: Dispatcher;
  /** The caller's and the fetcher's. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left of the whole fetch's. */
  readonly leftMs: number;
  /** What the whole fetch had, for the message. */
  readonly timeoutMs: number;
  /** A body must grow by `stallBytes` in each `stallMs`. */
  readonly stallMs: number;
  readonly maxBytes: number;
  /** Where a body that is not small waits for its place. */
  readonly bulk: Bulk;
  /** Keeps the first `maxBytes` of a longer body instead of refusing it. */
  readonly cut?: boolean;
  /** Whether the body of an answer with this status is wanted. */
  readonly wants: (status: number) => boolean;
}

export interface Exchanged {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** As sent, still compressed; empty where it was not wanted. */
  readonly sent: Uint8Array;
}

/** A body of this size needs no place. */
const small = 2 * 2 ** 20;
const stallBytes = 1024;
/** An unwanted body is read this far, so that its connection can serve the next request. */
const drained = 16 * 1024;

/** Throws FetchProblem, or the signal's reason when called off. */
export async function exchange(ask: Exchange): Promise<Exchanged> {
  const { where, signal, timeoutMs } = ask;
  signal.throwIfAborted();
  const watch = new Watch(ask);
  let inBody = false;
  try {
    const answer = await request(ask.url, {
      dispatcher: ask.dispatcher,
      method: ask.method,
      headers: ask.headers,
      ...(ask.body === undefined ? {} : { body: ask.body }),
      signal: watch.signal,
      responseHeaders: "raw",
      // The watch is stricter, and exact.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const rawHeaders = pairs(answer.headers as unknown as readonly string[]);
    const headers = joined(rawHeaders);
    const head = { status: answer.statusCode, statusText: answer.statusText, headers, rawHeaders };
    if (!ask.wants(answer.statusCode)) {
      await answer.body.dump({ limit: drained, signal: watch.signal }).catch(() => undefined);
      return { ...head, sent: new Uint8Array() };
    }
    inBody = true;
    return { ...head, sent: await bodyOf(answer.body, headers["content-length"] ?? "", ask, watch) };
  } catch (error) {
    if (watch.why !== undefined) throw watch.why;
    if (signal.aborted) throw signal.reason;
    if (error instanceof FetchProblem) throw error;
    throw networkProblem(error, where, { timeoutMs, inBody });
  } finally {
    watch.end();
  }
}

async function bodyOf(
  body: Dispatcher.ResponseData["body"],
  length: string,
  { where, maxBytes, cut, bulk }: Exchange,
  watch: Watch,
): Promise<Uint8Array> {
  let handBack: (() => void) | undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (cut !== true && /^\d+$/.test(length) && Number(length) > maxBytes) throw tooLarge(where, maxBytes);
    watch.bodyBegins();
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      watch.came(chunk.length);
      if (size > maxBytes) {
        if (cut === true) break;
        throw tooLarge(where, maxBytes);
      }
      if (size > small && handBack === undefined)
        handBack = await watch.paused(() => bulk.place(watch.signal));
    }
    return Buffer.concat(chunks, Math.min(size, maxBytes));
  } finally {
    handBack?.();
    body.on("error", () => undefined).destroy();
  }
}

/** Ends an exchange: at its deadline, when too little comes, or when the caller calls it off. */
class Watch {
  /** What it ended for; undefined while it has not. */
  why: FetchProblem | undefined;
  readonly #ask: Exchange;
  readonly #controller = new AbortController();
  readonly #called = () => this.#controller.abort(this.#ask.signal.reason);
  #deadline: NodeJS.Timeout | undefined;
  #rate: NodeJS.Timeout | undefined;
  #leftMs: number;
  #from = 0;
  #since = 0;

  constructor(ask: Exchange) {
    this.#ask = ask;
    this.#leftMs = ask.leftMs;
    ask.signal.addEventListener("abort", this.#called, { once: true });
    this.#start();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  came(bytes: number): void {
    this.#since += bytes;
  }

  bodyBegins(): void {
    this.#rate = setInterval(() => {
      if (this.#since < stallBytes) this.#give(tooSlow(this.#ask.where));
      this.#since = 0;
    }, this.#ask.stallMs);
  }

  /** Time that we keep the server waiting is not its own. */
  async paused<T>(work: () => Promise<T>): Promise<T> {
    this.#stop();
    try {
      return await work();
    } finally {
      this.#start();
      this.bodyBegins();
    }
  }

  end(): void {
    this.#stop();
    this.#ask.signal.removeEventListener("abort", this.#called);
  }

  #start(): void {
    this.#from = performance.now();
    this.#deadline = setTimeout(
      () => this.#give(timeout(this.#ask.where, this.#ask.timeoutMs)),
      Math.max(0, this.#leftMs),
    );
  }

  #stop(): void {
    this.#leftMs -= performance.now() - this.#from;
    clearTimeout(this.#deadline);
    clearInterval(this.#rate);
    this.#since = 0;
  }

  #give(problem: FetchProblem): void {
    this.why ??= problem;
    this.#controller.abort(problem);
  }
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at]!, raw[at + 1]!]);
  return found;
}

function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const all: Record<string, string> = Object.create(null);
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    all[key] = all[key] === undefined ? value : `${all[key]}, ${value}`;
  }
  return { ...all };
}
