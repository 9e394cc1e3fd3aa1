/** One request and its answer over one connection, both bounded in size, time and rate. */
import { type Dispatcher, request } from "undici";
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

const stallBytes = 1024;
/** An unwanted body is read this far, so that its connection can serve the next request. */
const drained = 16 * 1024;

/** Throws FetchProblem, or the signal's reason when called off. */
export async function exchange(ask: Exchange): Promise<Exchanged> {
  const { where, signal, timeoutMs } = ask;
  signal.throwIfAborted();
  const own = new AbortController();
  let why: FetchProblem | undefined;
  let inBody = false;
  const give = (problem: FetchProblem) => {
    why ??= problem;
    own.abort(problem);
  };
  const called = () => own.abort(signal.reason);
  signal.addEventListener("abort", called, { once: true });
  const deadline = setTimeout(() => give(timeout(where, timeoutMs)), Math.max(0, ask.leftMs));
  let size = 0;
  let before = 0;
  let rate: NodeJS.Timeout | undefined;

  try {
    const answer = await request(ask.url, {
      dispatcher: ask.dispatcher,
      method: ask.method,
      headers: ask.headers,
      ...(ask.body === undefined ? {} : { body: ask.body }),
      signal: own.signal,
      responseHeaders: "raw",
      // The deadline and the rate above are stricter, and exact.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const rawHeaders = pairs(answer.headers as unknown as readonly string[]);
    const headers = joined(rawHeaders);
    const head = { status: answer.statusCode, statusText: answer.statusText, headers, rawHeaders };
    if (!ask.wants(answer.statusCode)) {
      await answer.body.dump({ limit: drained, signal: own.signal }).catch(() => undefined);
      return { ...head, sent: new Uint8Array() };
    }
    inBody = true;
    rate = setInterval(() => {
      if (size - before < stallBytes) give(tooSlow(where));
      before = size;
    }, ask.stallMs);
    const length = headers["content-length"] ?? "";
    if (ask.cut !== true && /^\d+$/.test(length) && Number(length) > ask.maxBytes) {
      answer.body.on("error", () => undefined).destroy();
      throw tooLarge(where, ask.maxBytes);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= ask.maxBytes) continue;
      answer.body.on("error", () => undefined).destroy();
      if (ask.cut !== true) throw tooLarge(where, ask.maxBytes);
      break;
    }
    const sent = Buffer.concat(chunks, Math.min(size, ask.maxBytes));
    return { ...head, sent };
  } catch (error) {
    if (why !== undefined) throw why;
    if (signal.aborted) throw signal.reason;
    if (error instanceof FetchProblem) throw error;
    throw networkProblem(error, where, { timeoutMs, inBody });
  } finally {
    clearTimeout(deadline);
    clearInterval(rate);
    signal.removeEventListener("abort", called);
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
