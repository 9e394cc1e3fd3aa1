import { describe, expect, it } from "vitest";
import { feedsOf } from "./discovery.ts";

const page = "https://harbour.example/world/";
const found = (html: string, robots?: string) =>
  feedsOf(html, page, robots).filter(({ why }) => !why.startsWith("a usual"));

describe("feeds of a page", () => {
  it("named ones first, then linked ones, then robots.txt's news sitemaps, each once", () => {
    const html = `<head>
        <link rel="alternate" type="application/rss+xml" title="Harbour &amp;amp; Coast" href="/feed">
        <link rel="alternate" type="application/rss+xml" title="Comments on Ports" href="/comments/feed">
        <link rel="alternate" type="application/feed+json" href="feed.json">
        <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="text/css" href="/feed.css">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/3">
      </head><body><a href="/feed">RSS</a><a href="https://harbour.example/rss/sport.xml">Sport</a><a href="/feed-the-hungry">Aid</a></body>`;
    const robots =
      "User-agent: *\nDisallow: /x\nSitemap: https://harbour.example/pages.xml\nsitemap:/news-map.xml\r\n";
    expect(found(html, robots)).toEqual([
      {
        url: "https://harbour.example/feed",
        kind: "rss",
        title: "Harbour & Coast",
        why: "named by the page as its feed",
      },
      {
        url: "https://harbour.example/world/feed.json",
        kind: "json-feed",
        why: "named by the page as its feed",
      },
      {
        url: "https://harbour.example/comments/feed",
        kind: "rss",
        title: "Comments on Ports",
        why: "named by the page as its feed",
      },
      {
        url: "https://harbour.example/rss/sport.xml",
        kind: "rss",
        title: "Sport",
        why: "linked from the page",
      },
      {
        url: "https://harbour.example/news-map.xml",
        kind: "sitemap",
        why: "a news sitemap that robots.txt names",
      },
      { url: "https://harbour.example/pages.xml", kind: "sitemap", why: "a sitemap that robots.txt names" },
    ]);
  });

  it.each([
    ["/feed/", true],
    ["/feeds/world.xml", true],
    ["/rss.xml", true],
    ["/index.rdf", true],
    ["/?feed=rss2", true],
    ["/atom.xml", true],
    ["https://feeds.harbour.example/world", true],
    ["/2026/feed-prices-rise-again", false],
    ["/rss-explained", false],
    ["/page.xml.html", false],
    ["https://feedly.com/i/subscription/feed/https://harbour.example/feed", false],
    ["javascript:feed()", false],
  ])("a link to %s: %s", (href, isFeed) => {
    expect(found(`<a href="${href}">x</a>`).length > 0).toBe(isFeed);
  });

  it("reads links against the page's base", () => {
    expect(
      found(
        `<base href="https://cdn.example/a/"><link rel="alternate" type="application/atom+xml" href="b">`,
      )[0],
    ).toMatchObject({
      url: "https://cdn.example/a/b",
      kind: "atom",
    });
  });

  it("without any, the usual places, the section's own first", () => {
    const urls = feedsOf("", page).map(({ url }) => url);
    expect(urls.slice(0, 3)).toEqual([
      "https://harbour.example/world/feed",
      "https://harbour.example/feed",
      "https://harbour.example/world/rss",
    ]);
    expect(urls).toContain("https://harbour.example/news-sitemap.xml");
    expect(new Set(urls).size).toBe(urls.length);
  });

  it("an address that is none has none", () => {
    expect(feedsOf("<a href='/feed'>x</a>", "nonsense")).toEqual([]);
  });
});
