/** Article addresses inside the links of searches and mail filters, where they can be read without asking anybody. */
import { addressOf } from "./link.ts";

interface Wrapper {
  /** Of the host, its end after a dot or all of it. */
  readonly host: string;
  readonly path?: RegExp;
  /** Parameters that hold the address. */
  readonly parameters: readonly string[];
}

const wrappers: readonly Wrapper[] = [
  { host: "google.com", path: /^\/(?:url|imgres)$/, parameters: ["url", "q", "imgrefurl"] },
  { host: "bing.com", path: /^\/news\/apiclick\.aspx$/i, parameters: ["url"] },
  { host: "duckduckgo.com", path: /^\/l\/?$/, parameters: ["uddg"] },
  { host: "facebook.com", path: /^\/l\.php$/, parameters: ["u"] },
  { host: "instagram.com", path: /^\/$/, parameters: ["u"] },
  { host: "youtube.com", path: /^\/redirect$/, parameters: ["q"] },
  { host: "safelinks.protection.outlook.com", parameters: ["url"] },
  { host: "urldefense.proofpoint.com", path: /^\/v1\/url$/, parameters: ["u"] },
  { host: "vk.com", path: /^\/away\.php$/, parameters: ["to"] },
  { host: "steamcommunity.com", path: /^\/linkfilter\/?$/, parameters: ["url", "u"] },
  { host: "linkedin.com", path: /^\/redir\/redirect$/, parameters: ["url"] },
];

/** Some wrap what is wrapped. */
const maxLayers = 4;

/** The publisher's address; undefined when the link is none of these, or keeps it to itself (t.co, Google's newer ids). */
export function newsLink(address: string): string | undefined {
  let found: string | undefined;
  for (let layer = 0; layer < maxLayers; layer++) {
    const inner = unwrapped(found ?? address);
    if (inner === undefined || inner === (found ?? address)) break;
    found = inner;
  }
  return found;
}

function unwrapped(address: string): string | undefined {
  const valid = addressOf(address);
  if (valid === undefined) return undefined;
  const url = new URL(valid);
  const host = url.hostname;
  const of = (name: string) => host === name || host.endsWith(`.${name}`);
  if (host === "news.google.com") {
    const id = /^\/(?:rss\/|__i\/rss\/rd\/)?(?:articles|read)\/([\w-]{10,4000}={0,2})$/.exec(
      url.pathname,
    )?.[1];
    return id === undefined ? undefined : fromArticleId(id);
  }
  if (
    of("cdn.ampproject.org") ||
    (/(?:^|\.)google\.[a-z.]{2,6}$/.test(host) && url.pathname.startsWith("/amp/"))
  ) {
    return fromAmp(url.pathname + url.search);
  }
  if (of("bing.com") && url.pathname.startsWith("/ck/")) return fromBing(url.searchParams.get("u"));
  if (of("search.yahoo.com")) return addressOf(decoded(/\/RU=([^/]{1,4000})\//.exec(url.pathname)?.[1]));
  const google = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(host);
  const wrapper = wrappers.find(
    (one) =>
      (of(one.host) || (google && one.host === "google.com")) && (one.path?.test(url.pathname) ?? true),
  );
  for (const name of wrapper?.parameters ?? []) {
    const inner = addressOf(url.searchParams.get(name) ?? undefined);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/**
 * Google News' older ids are a base64 protocol buffer that holds the article's address in its fourth field; the newer
 * ones hold a token that only Google's servers can read.
 */
function fromArticleId(id: string): string | undefined {
  const bytes = Buffer.from(id, "base64url");
  let at = 0;
  while (at < bytes.length) {
    const key = varint();
    if (key === undefined) return undefined;
    if (key % 8 === 0) {
      if (varint() === undefined) return undefined;
    } else if (key % 8 === 2) {
      const length = varint();
      if (length === undefined || at + length > bytes.length) return undefined;
      const value = bytes.subarray(at, at + length).toString("utf8");
      at += length;
      if (key >> 3 === 4) return /^https?:\/\//.test(value) ? addressOf(value) : undefined;
    } else return undefined;
  }
  return undefined;

  function varint(): number | undefined {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  }
}

/** /amp/s/host/path, /c/s/host/path, /v/s/…: "s" says https. */
function fromAmp(path: string): string | undefined {
  const found = /^\/(?:amp|[acvir])\/(s\/)?([a-z\d.-]{3,253}\.[a-z]{2,24})(?:$|(?=[/?]))(.{0,4000})$/is.exec(
    path,
  );
  return found === null
    ? undefined
    : addressOf(`${found[1] === undefined ? "http" : "https"}://${found[2]}${found[3] || "/"}`);
}

/** "a1" and the address in base64. */
function fromBing(parameter: string | null): string | undefined {
  if (parameter === null || !parameter.startsWith("a1")) return undefined;
  const address = Buffer.from(parameter.slice(2), "base64url").toString("utf8");
  return /^https?:\/\//.test(address) ? addressOf(address) : undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
