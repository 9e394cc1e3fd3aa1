/** A page's feeds: those it names, those it links to, and where feeds usually are. */
import { pageLinks } from "./anchors.ts";
import { addressOf, bareAddress } from "./link.ts";
import { plain } from "./text.ts";

export interface FoundFeed {
  readonly url: string;
  /** What it seems to be, before it is asked. */
  readonly kind: "rss" | "atom" | "json-feed" | "sitemap" | "feed";
  readonly title?: string;
  /** For people: how it was found. */
  readonly why: string;
  /** Nobody names it: an address where sites often have one. */
  readonly guessed?: true;
}

const mostFound = 40;

/**
 * Best first: what the page names as its feeds, what it links to, news sitemaps that robots.txt names, then the usual
 * places. Feeds of comments and podcasts come after the others of their kind. `robots` is the text of the site's robots.txt.
 */
export function feedsOf(html: string, url: string, robots?: string): FoundFeed[] {
  const page = pageLinks(html, url);
  const found = new Map<string, { feed: FoundFeed; rank: number }>();
  const add = (feed: FoundFeed, rank: number) => {
    const key = bareAddress(feed.url);
    const before = found.get(key);
    const { url, title = "" } = feed;
    const full = rank + (aside.test(decoded(url)) || aside.test(title) ? 0.5 : 0);
    if (before === undefined || full < before.rank) found.set(key, { feed, rank: full });
  };
  for (const { url, rel, type, title } of page.tags) {
    const kind = kindByType(type);
    const rels = rel.split(/\s+/);
    const named = { url, ...(title === "" ? {} : { title }) };
    if (kind !== undefined && (rels.includes("alternate") || rels.includes("feed")))
      add({ ...named, kind, why: "named by the page as its feed" }, 1);
    else if (rels.includes("feed"))
      add({ ...named, kind: kindByAddress(url) ?? "feed", why: "named by the page as its feed" }, 1.2);
  }
  for (const { url, text } of page.anchors) {
    const kind = kindByAddress(url);
    if (
      kind === undefined ||
      /^(?:https?:)?\/\/(?:[^/]*\.)?(?:feedly|inoreader|newsblur|netvibes|my\.yahoo)\./.test(url)
    )
      continue;
    const title = plain(text, 300);
    add({ url, kind, ...(title === "" ? {} : { title }), why: "linked from the page" }, 2);
  }
  for (const sitemap of sitemapsIn(robots ?? "")) {
    const absolute = addressOf(sitemap, url);
    if (absolute === undefined) continue;
    const news = /news|noticias|actualit|nachrichten|latest|google/i.test(absolute);
    add(
      {
        url: absolute,
        kind: "sitemap",
        why: `${news ? "a news sitemap" : "a sitemap"} that robots.txt names`,
      },
      news ? 3 : 5,
    );
  }
  for (const { path, kind } of usual) {
    for (const base of basesOf(url)) {
      const absolute = addressOf(path, base);
      if (absolute !== undefined)
        add(
          { url: absolute, kind, why: "a usual place of feeds", guessed: true },
          kind === "sitemap" ? 4.5 : 4,
        );
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map(({ feed }) => feed);
}

/** Feeds beside the main one. Whole words only: a paper may be called Commentary. */
const aside =
  /(?:^|[^\p{L}])(?:comments?|kommentare|comentarios|commentaires|podcasts?|replies|oembed)(?:[^\p{L}]|$)/iu;

function kindByType(type: string): FoundFeed["kind"] | undefined {
  switch (type) {
    case "application/rss+xml":
    case "application/rdf+xml":
    case "text/rss+xml":
    case "text/rss":
    case "application/rss":
      return "rss";
    case "application/atom+xml":
    case "text/atom+xml":
      return "atom";
    case "application/feed+json":
      return "json-feed";
    // Not application/json: WordPress names its programming interface so on every page.
    case "application/xml":
    case "text/xml":
    case "application/x.atom+xml":
    case "application/x-atom+xml":
      return "feed";
  }
  return undefined;
}

/** Addresses that can only be feeds; undefined for what may be a page. */
function kindByAddress(address: string): FoundFeed["kind"] | undefined {
  const { hostname, pathname, searchParams } = new URL(address);
  const path = pathname.toLowerCase().replace(/\/+$/, "");
  if (/^feeds?\.|^rss\./.test(hostname) && path.length > 1) return "feed";
  if (/\.rss$|\/rss(?:\.xml|\.php|2)?$|[/_-]rss[\w-]{0,40}\.xml$|\/rss\/[^/]{1,60}\.xml$|\.rdf$/.test(path))
    return "rss";
  if (/\.atom$|\/atom(?:\.xml)?$/.test(path)) return "atom";
  if (/\/feed\.json$|\.jsonfeed$/.test(path)) return "json-feed";
  if (/\/feeds?$|\/feeds?\.xml$|\/feeds?\/[^/]{1,60}\.xml$|\/index\.xml$/.test(path)) return "feed";
  return /^(?:rss|rss2|atom)$/i.test(searchParams.get("feed") ?? searchParams.get("format") ?? "")
    ? "feed"
    : undefined;
}

/** Lines "Sitemap: address" (sitemaps.org, "Specifying the Sitemap location in your robots.txt file"). */
function sitemapsIn(robots: string): string[] {
  const found: string[] = [];
  for (const line of robots.slice(0, 512 * 1024).split(/\r\n?|\n/)) {
    const address = /^\s{0,20}sitemap\s{0,5}:\s{0,5}(\S{1,4000})/i.exec(line)?.[1];
    if (address !== undefined && found.length < 200) found.push(address);
  }
  return found;
}

const usual: readonly { path: string; kind: FoundFeed["kind"] }[] = [
  { path: "feed", kind: "feed" },
  { path: "rss", kind: "rss" },
  { path: "rss.xml", kind: "rss" },
  { path: "feed.xml", kind: "feed" },
  { path: "atom.xml", kind: "atom" },
  { path: "index.xml", kind: "feed" },
  { path: "feed.json", kind: "json-feed" },
  { path: "news-sitemap.xml", kind: "sitemap" },
  { path: "sitemap-news.xml", kind: "sitemap" },
  { path: "sitemap_news.xml", kind: "sitemap" },
];

/** The page as a folder, then the site: a section's own feed goes before the whole paper's. */
function basesOf(url: string): string[] {
  const address = addressOf(url);
  if (address === undefined) return [];
  const page = new URL(address);
  const folder = `${page.origin}${page.pathname.replace(/\/?(?:[^/]*\.[^/]*)?$/, "/")}`;
  const root = `${page.origin}/`;
  return folder === root ? [root] : [folder, root];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
