/** One page over HTTP: redirects followed by hand, every hop checked, size and time bounded. */
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { Agent, request } from "undici";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { isPrivate, publicLookup } from "./address.ts";
import { documentOf, shown, tooLarge } from "./document.ts";
import {
  defaultMaxBytes,
  defaultTimeoutMs,
  defaultUserAgent,
  maxRedirects,
  type SourceOptions,
} from "./options.ts";
import { fetchProblem, privateAddress, statusProblem } from "./page-problems.ts";

/** Throws Problem for everything that is not a page with bytes in it. */
export async function page(input: string, options: SourceOptions): Promise<Document> {
  const where = shown(input);
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const allowPrivate = options.allowPrivate === true;
  const asked = urlOf(input, where);
  const agent = new Agent({
    connect: allowPrivate ? { timeout: timeoutMs } : { timeout: timeoutMs, lookup: publicLookup },
    pipelining: 1,
    maxResponseSize: maxBytes,
    maxHeaderSize: 64 * 1024,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { url, headers, bytes } = await follow(asked, where);
    const { mediaType, charset } = contentType(headers["content-type"]);
    return await documentOf(
      {
        bytes,
        input,
        url: asked.href,
        finalUrl: url.href,
        fetchedAt: options.now(),
        ...(mediaType === undefined ? {} : { mediaType }),
        ...(charset === undefined ? {} : { charset }),
        headers,
      },
      maxBytes,
    );
  } catch (error) {
    throw error instanceof Problem ? error : fetchProblem(error, where, { timeoutMs, maxBytes, signal });
  } finally {
    void agent.destroy().catch(() => undefined);
  }

  async function follow(first: URL, where: string) {
    let url = first;
    for (let hop = 0; hop <= maxRedirects; hop++) {
      if (!allowPrivate && isPrivate(url.hostname)) throw privateAddress(where, url.hostname);
      const answer = await request(url, {
        dispatcher: agent,
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        headers: {
          "user-agent": options.userAgent ?? defaultUserAgent,
          accept: "text/html, application/xhtml+xml, text/plain;q=0.9, multipart/related;q=0.8, */*;q=0.1",
          "accept-encoding": "gzip, deflate, br, zstd",
          "accept-language": "en, *;q=0.5",
        },
      });
      const headers = flat(answer.headers);
      const location = headers.location;
      if ([301, 302, 303, 307, 308].includes(answer.statusCode) && location !== undefined) {
        answer.body.on("error", () => undefined).destroy();
        url = redirected(url, location, where);
        continue;
      }
      if (answer.statusCode < 200 || answer.statusCode > 299) {
        answer.body.on("error", () => undefined).destroy();
        throw statusProblem(answer.statusCode, headers["retry-after"], where);
      }
      return { url, headers, bytes: await bodyOf(answer.body, headers["content-encoding"], where, maxBytes) };
    }
    throw new Problem(
      "source",
      "redirects",
      where,
      `${where} redirects more than ${maxRedirects} times: give the article's final address`,
    );
  }
}

function urlOf(input: string, where: string): URL {
  let url: URL;
  try {
    url = new URL(input);
  } catch {
    throw new Problem("source", "bad-url", where, `${where} is not a valid address: check its spelling`);
  }
  url.hash = "";
  return url;
}

function redirected(from: URL, location: string, where: string): URL {
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    throw new Problem(
      "source",
      "bad-redirect",
      where,
      `${where} redirects to something that is not an address: give the article's final address`,
    );
  }
  if (to.protocol !== "http:" && to.protocol !== "https:") {
    throw new Problem(
      "source",
      "bad-redirect",
      where,
      `${where} redirects to a ${to.protocol} address, which is never followed: give the article's final address`,
    );
  }
  to.hash = "";
  return to;
}

/** The body, decompressed, never more than `maxBytes` of it in memory: a bomb stops where a large page would. */
async function bodyOf(
  body: Readable,
  encoding: string | undefined,
  where: string,
  maxBytes: number,
): Promise<Uint8Array> {
  let stream = body;
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim());
  // Two at most: chained codings are how a small answer becomes a large one.
  for (const coding of codings.slice(0, 2).reverse()) {
    const decoder = decoderOf(coding);
    if (decoder === undefined) continue;
    const source = stream;
    source.on("error", (error) => decoder.destroy(error));
    decoder.on("close", () => source.destroy());
    stream = source.pipe(decoder);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(where, maxBytes);
      chunks.push(chunk);
    }
  } finally {
    body.on("error", () => undefined).destroy();
  }
  return Buffer.concat(chunks, size);
}

function decoderOf(coding: string) {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    case "zstd":
      return createZstdDecompress();
    default:
      return undefined;
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return all;
}

function contentType(header: string | undefined): { mediaType?: string; charset?: string } {
  if (header === undefined) return {};
  const [type, ...parameters] = header.split(";");
  const mediaType = type?.trim().toLowerCase();
  for (const parameter of parameters) {
    const [name, value] = parameter.split("=");
    if (name?.trim().toLowerCase() === "charset" && value !== undefined) {
      return { ...(mediaType ? { mediaType } : {}), charset: value.trim().replace(/^["']|["']$/g, "") };
    }
  }
  return mediaType ? { mediaType } : {};
}
