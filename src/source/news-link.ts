/**
 * The publisher's address behind a link of a news search. Most are read out of the link itself; Google's newer ones
 * hold only a number, which its own page of the article exchanges for the address (as its web app does: there is no
 * documented way, so what is found may stop working, and then the link is left as it is).
 */
import { newsLink } from "./feed/wrapped.ts";
import type { Fetcher } from "./http/ask.ts";

/** The address to fetch: the publisher's where it can be found, else the link itself. Throws what the fetcher throws. */
export async function articleAddress(link: string, fetcher: Fetcher): Promise<string> {
  const inside = newsLink(link);
  if (inside !== undefined) return inside;
  const id = googleArticle(link);
  if (id === undefined) return link;
  const known = exchanged.get(fetcher) ?? new Map<string, string>();
  exchanged.set(fetcher, known);
  const address = known.get(id) ?? (await asked(id, fetcher));
  if (address === undefined) return link;
  known.set(id, address);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  return address;
}

/** Numbers that were exchanged: an article is looked at several times. */
const exchanged = new WeakMap<Fetcher, Map<string, string>>();
const mostKnown = 10_000;

function googleArticle(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { hostname, pathname } = new URL(link);
  if (hostname !== "news.google.com") return undefined;
  return /^\/(?:rss\/)?(?:articles|read)\/([\w-]{10,4000})$/.exec(pathname)?.[1];
}

const exchange = "https://news.google.com/_/DotsSplashUi/data/batchexecute";

async function asked(id: string, fetcher: Fetcher): Promise<string | undefined> {
  const page = await fetcher.fetch(`https://news.google.com/rss/articles/${id}`, { robots: false });
  // Some answer with a redirect to the publisher after all.
  if (new URL(page.url).hostname !== "news.google.com") return page.url;
  const html = new TextDecoder().decode(page.bytes);
  const signature = /\bdata-n-a-sg="([\w-]{1,200})"/.exec(html)?.[1];
  const time = /\bdata-n-a-ts="(\d{1,20})"/.exec(html)?.[1];
  if (signature === undefined || time === undefined) return undefined;
  const answer = await fetcher.fetch(exchange, {
    method: "POST",
    body: new URLSearchParams({ "f.req": requestOf(id, time, signature) }).toString(),
    contentType: "application/x-www-form-urlencoded;charset=UTF-8",
    robots: false,
  });
  return addressIn(new TextDecoder().decode(answer.bytes));
}

/** The call that the web app makes: its name, its place-holders, the article's number, and the page's signature. */
function requestOf(id: string, time: string, signature: string): string {
  const context = [
    "X",
    "X",
    ["X", "X"],
    null,
    null,
    1,
    1,
    "US:en",
    null,
    1,
    null,
    null,
    null,
    null,
    null,
    0,
    1,
  ];
  const call = [
    "garturlreq",
    [context, "X", "X", 1, [1, 1, 1], 1, 1, null, 0, 0, null, 0],
    id,
    Number(time),
    signature,
  ];
  return JSON.stringify([[["Fbv4je", JSON.stringify(call), null, "generic"]]]);
}

/** The answer is lines of JSON behind a guard; the address is within a string of JSON within one of them. */
function addressIn(text: string): string | undefined {
  for (const line of text.slice(0, 100_000).split("\n")) {
    if (!line.startsWith("[")) continue;
    for (const call of listOf(line)) {
      if (!Array.isArray(call) || typeof call[2] !== "string") continue;
      const [kind, address] = listOf(call[2]);
      if (
        kind === "garturlres" &&
        typeof address === "string" &&
        /^https?:\/\//i.test(address) &&
        URL.canParse(address)
      )
        return address;
    }
  }
  return undefined;
}

function listOf(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
