/** What a request says: who asks, what is taken, what is known already. */
import type { Ask } from "./ask.ts";

export interface RequestState {
  readonly userAgent: string;
  readonly method: "GET" | "POST";
  /** Behind a temporary redirect the time is not asked by. */
  readonly conditional: "both" | "etag";
  readonly cookie: string | undefined;
}

const defaultAccept =
  "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5";

/** `url` is this hop's, `asked` the first one's: its password goes to its own origin alone. No Referer, ever. */
export function headersOf(url: URL, asked: URL, ask: Ask, state: RequestState): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": state.userAgent,
    accept: ask.accept ?? defaultAccept,
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "en, *;q=0.5",
  };
  if (state.cookie !== undefined) headers.cookie = state.cookie;
  if (asked.username !== "" && url.origin === asked.origin) headers.authorization = basicOf(asked);
  if (state.method === "POST") {
    if (ask.contentType !== undefined) headers["content-type"] = ask.contentType;
    return headers;
  }
  if (isHeaderSafe(ask.etag)) headers["if-none-match"] = ask.etag;
  // Behind a temporary redirect an older page of another kind (a login, a question for consent) would also be "not modified since".
  if (state.conditional === "both" && isHeaderSafe(ask.lastModified)) {
    headers["if-modified-since"] = ask.lastModified;
  }
  return headers;
}

/** What a server once sent is sent back only if it can be a header. */
export function isHeaderSafe(value: string | undefined): value is string {
  return value !== undefined && /^[\t\x20-\x7e\x80-\xff]{1,2000}$/.test(value);
}

function basicOf({ username, password }: URL): string {
  const pair = `${unescaped(username)}:${unescaped(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
