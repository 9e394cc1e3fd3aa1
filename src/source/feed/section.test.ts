import { describe, expect, it } from "vitest";
import { sectionOf } from "./section.ts";

const front = "https://harbour.example/world/";
const urls = (html: string, url = front) => sectionOf(html, url).items.map(({ url }) => url);
const followed = (href: string, text: string, around = "<main>*</main>") =>
  urls(around.replace("*", `<a href="${href}">${text}</a>`)).length === 1;

const headline = "Ferries stay in port for a third day";

describe("one link alone", () => {
  it.each([
    ["a day in its address", "/2026/11/25/ferries-stay"],
    ["a day written together", "/world/20261125/ferries-stay-in-port"],
    ["a month by name", "/world/2026/nov/25/ferries-stay-in-port"],
    ["a slug", "/world/ferries-stay-in-port-for-third-day"],
    ["a number", "/news/1234567"],
    ["a number in an archive", "/archive/63076"],
    ["a code", "/news/articles/c4g8m9x1ndo"],
    ["a file", "/world/ferries-stay-in-port-81234.html"],
    ["a number in its query", "/news.php?id=88123"],
    ["a subdomain", "https://edition.harbour.example/ferries-stay-in-port-again"],
    ["letters of another script", "/world/паромы-остаются-в-порту-третий-день"],
  ])("is followed with %s", (_, href) => {
    expect(followed(href, headline)).toBe(true);
  });

  it.each([
    ["a section", "/world/europe/", "Europe"],
    ["the front page", "/", "Harbour Post, the news of the coast since 1890"],
    ["this page", "/world/", headline],
    ["this page's part", "#ferries-stay-in-port-again-today", headline],
    ["a tag", "/tag/ferries-and-ports-of-the-north", "Ferries and ports of the north"],
    ["somebody", "/author/ida-holm-of-the-harbour-post", "Ida Holm of the Harbour Post"],
    ["a gallery", "/gallery/ferries-in-the-storm-in-pictures", "Ferries in the storm, in pictures"],
    ["a login", "/account/login?back=/2026/11/25/a-b-c-d", "Log in"],
    [
      "sharing",
      "https://www.facebook.com/sharer.php?u=https://harbour.example/a-b-c-d",
      "Share this on Facebook now",
    ],
    ["a picture", "/images/ferries-stay-in-port-again.jpg", headline],
    ["a search", "/search?q=ferries+in+port", "More on ferries in port"],
    ["another page of the list", "/world?page=2", "Older reports from the world"],
    ["mail", "mailto:desk@harbour.example", "Write to the desk of this paper"],
    [
      "a shop's subdomain",
      "https://shop.harbour.example/ferries-stay-in-port-again-mug",
      "A mug with ferries in port",
    ],
    [
      "another site",
      "https://ministry.example/2026/11/25/statement-on-ferries-in-port",
      "The statement of the ministry on ferries",
    ],
  ])("is left when it leads to %s", (_, href, text) => {
    expect(followed(href, text)).toBe(false);
  });

  it.each([
    ["navigation", "<nav>*</nav>"],
    ["the footer", "<footer><p>*</p></footer>"],
    ["what is called a menu", `<div class="site-menu"><ul><li>*</li></ul></div>`],
    ["what plays navigation", `<div role="navigation">*</div>`],
  ])("that is doubtful is left in %s", (_, around) => {
    expect(followed("/harbour-guide-for-visitors", "The guide for visitors", around)).toBe(false);
    expect(followed("/harbour-guide-for-visitors", "The guide for visitors", "<main><h2>*</h2></main>")).toBe(
      true,
    );
  });
});

describe("links in company", () => {
  const card = (n: number, words: string, href = `/w/p${n}`) =>
    `<li class="teaser t${n}"><h3><a href="${href}">${words}</a></h3></li>`;

  it("what looks like its neighbours is what they are", () => {
    // One word and a short address: not enough alone, an article among four.
    const short = card(9, "Fog", "/w/fog-over-strait");
    const others = [1, 2, 3, 4].map((n) =>
      card(n, `Ferries stay in port for day number ${n}`, `/w/ferries-in-port-day-${n}`),
    );
    expect(urls(short)).toEqual([]);
    expect(urls(`<ul>${others.join("")}${short}</ul>`)).toHaveLength(5);
  });

  it("a page that gathers from elsewhere is followed there", () => {
    const away = [1, 2, 3, 4].map(
      (n) =>
        `<p><a href="https://p${n}.example/2026/11/25/ferries-in-port-${n}">Ferries stay in port, day ${n}</a></p>`,
    );
    expect(urls(away.join(""))).toHaveLength(4);
  });
});

describe("an item", () => {
  it("is one for all links to it, with the heading for its title and the time beside it", () => {
    const listing = sectionOf(
      `<html lang="en-GB"><head><title>World &amp; coast</title></head><body><article class="card">
        <a href="/2026/11/25/ferries-stay-in-port?utm_source=front"><img alt="A ferry"></a>
        <h2><a href="/2026/11/25/ferries-stay-in-port">Ferries <em>stay</em> in port&nbsp;again</a></h2>
        <time datetime="2026-11-25T08:00:00+01:00">8 am</time>
        <a href="/2026/11/25/ferries-stay-in-port#comments">12 comments</a>
      </article></body></html>`,
      front,
    );
    expect(listing).toEqual({
      kind: "section",
      title: "World & coast",
      homepage: front,
      language: "en-gb",
      items: [
        {
          key: "https://harbour.example/2026/11/25/ferries-stay-in-port",
          url: "https://harbour.example/2026/11/25/ferries-stay-in-port?utm_source=front",
          title: "Ferries stay in port again",
          published: "2026-11-25T07:00:00Z",
          authors: [],
        },
      ],
      warnings: [],
    });
  });

  it("of a card that is one link has the card's heading for its title", () => {
    const html = `<a href="/2026/11/25/fog-over-strait"><span>World</span><h3>Fog closes the strait</h3><p>Ships wait outside the harbour.</p></a>`;
    expect(sectionOf(html, front).items[0]?.title).toBe("Fog closes the strait");
  });

  it("has no time where several stand beside it", () => {
    const pair = `<div><h3><a href="/2026/11/25/fog-over-strait">Fog closes the strait</a></h3><time datetime="2026-11-25">a</time><time datetime="2026-11-24">b</time></div>`;
    expect(sectionOf(pair, front).items[0]).not.toHaveProperty("published");
  });

  it("keeps the page's order", () => {
    const html = ["b", "a", "c"].map(
      (x) => `<h3><a href="/2026/11/25/${x}-ferry-in-port">Ferry ${x} stays in port today</a></h3>`,
    );
    expect(urls(html.join("")).map((url) => new URL(url).pathname[12])).toEqual(["b", "a", "c"]);
  });
});
