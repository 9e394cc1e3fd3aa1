/** Listings made to hurt: each ends in bounded time with items, a warning or one line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../../model/problem.ts";
import { pageLinks } from "./anchors.ts";
import { feedsOf } from "./discovery.ts";
import { type Listing, listingOf } from "./listing.ts";
import { fromOpml } from "./opml.ts";
import { sectionOf } from "./section.ts";
import { newsLink } from "./wrapped.ts";

const about = { url: "https://harbour.example/feed", fetchedAt: "2026-11-25T22:00:00Z" };
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string): Listing => listingOf(encode(text), about);
const item = (n: number | string) =>
  `<item><title>Item ${n}</title><link>https://harbour.example/a/${n}</link><guid>guid-${n}</guid></item>`;
const rss = (items: string) => `<rss version="2.0"><channel><title>H</title>${items}</channel></rss>`;
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return "none";
};

describe("entities", () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    "\n",
  );

  it("a billion laughs are not laughed", () => {
    const listing = read(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss(`<item><title>&l9;</title><link>https://harbour.example/1</link></item>`)}`,
    );
    expect(listing.items[0]?.title).toBe("&l9;");
    expect(listing.warnings).toEqual(["declares entities of its own: none was expanded"]);
  });

  it.each(["file:///etc/passwd", "http://127.0.0.1/secret"])("nothing outside is read: %s", (address) => {
    const listing = read(
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "${address}"><!ENTITY % p SYSTEM "${address}">%p;]>${rss(`<item><title>a&x;b</title><link>https://harbour.example/&x;</link></item>`)}`,
    );
    expect(listing.items[0]).toMatchObject({ title: "a&x;b", url: "https://harbour.example/&x;" });
  });
});

describe("size", () => {
  it("more than 20,000 items: the first are read", () => {
    const listing = read(rss(Array.from({ length: 20_001 }, (_, n) => item(n)).join("")));
    expect(listing.items).toHaveLength(20_000);
    expect(listing.warnings).toEqual(["more than 20000 items: only the first 20000 were read"]);
  });

  it("a million items are no different", () => {
    const items = Array.from(
      { length: 1_000_000 },
      (_, n) => `<item><guid>g-${n}</guid><link>https://harbour.example/${n}</link></item>`,
    );
    const listing = read(rss(items.join("")));
    expect(listing.items.at(-1)?.key).toBe("g-19999");
    expect(listing.warnings).toEqual(["more than 20000 items: only the first 20000 were read"]);
    const json = Array.from({ length: 1_000_000 }, (_, n) => `{"id":"https://harbour.example/${n}"}`);
    expect(codeOf(() => read(`{"version":"https://jsonfeed.org/version/1.1","items":[${json}]}`))).toBe(
      "too-large",
    );
  });

  it("20,000 items are not too many", () => {
    const listing = read(rss(Array.from({ length: 20_000 }, (_, n) => item(n)).join("")));
    expect(listing).toMatchObject({ warnings: [] });
  });

  it("the same for JSON", () => {
    const items = Array.from({ length: 20_001 }, (_, n) => ({
      id: `id-${n}`,
      url: `https://harbour.example/${n}`,
    }));
    const listing = read(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items }));
    expect(listing.items).toHaveLength(20_000);
    expect(listing.warnings).toEqual(["20001 items: the first 20000 were read"]);
  });

  it("more than 100 MiB are not read at all", () => {
    expect(codeOf(() => listingOf(new Uint8Array(100 * 2 ** 20 + 1), about))).toBe("too-large");
  });

  it("fifty megabytes of one attribute", () => {
    const listing = read(rss(`<item><link href="${"a".repeat(50e6)}"/></item>${item(2)}`));
    expect(listing.items.map(({ title }) => title)).toEqual(["Item 2"]);
  });

  it("a full text beyond five million characters is left out, and told", () => {
    const listing = read(
      rss(
        `<item><link>https://harbour.example/1</link><content:encoded>${"a ".repeat(2_600_000)}</content:encoded></item>`,
      ),
    );
    expect(listing.items[0]).not.toHaveProperty("content");
    expect(listing.warnings).toEqual(["1 full text of more than 5000000 characters left out"]);
  });

  it("twenty warnings of a kind are one", () => {
    const bad = "<item><link>https://harbour.example/a</link><pubDate>soon</pubDate></item>".repeat(30);
    expect(read(rss(bad)).warnings).toEqual([`30 times that cannot be read left out ("soon")`]);
  });
});

describe("depth", () => {
  const deep = 100_000;
  it.each([
    [
      "HTML in a title",
      rss(
        `<item><title>${"<b>".repeat(deep)}x</title><link>https://harbour.example/1</link></item>${item(2)}`,
      ),
      2,
    ],
    ["people in people", rss(`<item>${"<author>".repeat(deep)}</item>${item(2)}`), 1],
    ["channels in channels", `<rss>${"<channel>".repeat(deep)}${item(1)}`, 1],
    ["strange elements", rss(`${"<x>".repeat(deep)}${item(1)}`), 1],
    ["items in items", rss(`${"<item>".repeat(10_000)}</item>${item(1)}`), 1],
  ])("%s", (_, text, items) => {
    expect(read(text).items).toHaveLength(items);
  });

  it("in JSON", () => {
    expect(codeOf(() => read("[".repeat(deep)))).toBe("broken-feed");
    const nested = `{"version":"https://jsonfeed.org/version/1.1","items":[${"[".repeat(deep)}${"]".repeat(deep)},{"id":"id-1","url":"https://harbour.example/1"}]}`;
    expect(read(nested).items).toHaveLength(1);
  });

  it("in a page and in a list of feeds", () => {
    const page = `${"<div>".repeat(deep)}<a href="/2026/11/25/ferries-stay-in-port-again">Ferries stay in port for a third day</a>${"</section>".repeat(deep)}`;
    expect(sectionOf(page, "https://harbour.example/").items).toHaveLength(1);
    const opml = `<opml><body>${'<outline text="x">'.repeat(deep)}<outline xmlUrl="https://harbour.example/feed"/>`;
    expect(fromOpml(encode(opml), "a.opml").outlines).toEqual([{ url: "https://harbour.example/feed" }]);
  });
});

describe("names of the language's own objects", () => {
  it("in XML and in JSON are data", () => {
    read(
      rss(
        `<__proto__><polluted>1</polluted></__proto__><item __proto__="x"><constructor>y</constructor>${item(1)}</item>`,
      ),
    );
    read(
      `{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1,"url":"https://evil.example/"},"id":"id-1"}]}`,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** Each grows with its argument in one way that has been quadratic somewhere. */
const growing: readonly [string, (n: number) => void][] = [
  ["items", (n) => read(rss(Array.from({ length: n / 10 }, (_, i) => item(i)).join("")))],
  [
    "one id for all",
    (n) =>
      read(rss(Array.from({ length: n / 10 }, (_, i) => item(i).replace(/guid-\d+/, "the-same")).join(""))),
  ],
  ["open tags in a title", (n) => read(rss(`<item><title>${"<a ".repeat(n)}`))],
  ["open CDATA", (n) => read(rss(`<item><title><![CDATA[${"]] ".repeat(n)}`))],
  ["open comments", (n) => read(rss(`<item><title>${"<!-- ".repeat(n)}`))],
  [
    "tags in CDATA",
    (n) => read(rss(`<item><description><![CDATA[${"<script <b".repeat(n)}]]></description></item>`)),
  ],
  ["references", (n) => read(rss(`<item><description>${"&amp;".repeat(n)}&</description></item>`))],
  ["attributes", (n) => read(rss(`<item ${Array.from({ length: n }, (_, i) => `a${i}="1"`).join(" ")}/>`))],
  ["namespaces", (n) => read(rss(Array.from({ length: n }, (_, i) => `<x xmlns:p${i}="u${i}"/>`).join("")))],
  ["stray end tags", (n) => read(rss(`<item>${"<author></x>".repeat(n)}`))],
  ["fields of an item", (n) => read(rss(`<item>${"<guid>x</guid>".repeat(n)}</item>`))],
  ["backslashes in JSON", (n) => codeOf(() => read(`{"items":["${"\\".repeat(n)}`))],
  ["brackets in JSON", (n) => codeOf(() => read(`{"items":[${"{".repeat(n)}`))],
  [
    "links",
    (n) =>
      sectionOf(
        Array.from({ length: n / 20 }, (_, i) => `<a href="/a/port-news-today-${i}">Ports ${i}</a>`).join(""),
        about.url,
      ),
  ],
  ["open links", (n) => sectionOf(`<a href="/x">${"<b>word ".repeat(n)}`, about.url)],
  ["end tags of a page", (n) => pageLinks(`${"<div>".repeat(n)}${"</p>".repeat(n)}`, about.url)],
  ["an address", (n) => sectionOf(`<a href="/${"1a-".repeat(n)}">x</a>`, about.url)],
  [
    "lines of robots.txt",
    (n) => feedsOf("", about.url, "Sitemap: https://harbour.example/a.xml\n".repeat(n)),
  ],
];

describe("growth is linear", () => {
  it.each(growing)("%s", (_, run) => {
    // Processor time, because others may share the machine.
    const once = (n: number) => {
      const from = process.cpuUsage();
      run(n);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    run(2000);
    const small = Math.min(once(4000), once(4000), once(4000));
    const large = Math.min(once(64_000), once(64_000));
    // Sixteen times the input: quadratic would be 256 times. What takes no time to speak of says nothing.
    expect(large).toBeLessThan(Math.max(small * 80, 100));
  });
});

describe("whatever comes", () => {
  const parts = fc.constantFrom(
    ..."<rss>|<channel>|<item>|</item>|<title>|</title>|<link>|https://harbour.example/a|<link href='/b'/>|<![CDATA[|]]>|<!--|-->|&amp;|&|&#x110000;|&#0;|<|>|\"|'|<?xml encoding='utf-16'?>|<feed xmlns='http://www.w3.org/2005/Atom'>|<entry>|</entry>|<urlset>|<url><loc>|</url>|{\"items\":[|{\"id\":\"abcd\",\"url\":\"https://x.example/\"}|,|]}|\\|<guid>|<pubDate>|9999-99-99|<!DOCTYPE x [<!ENTITY a 'b'>|<a href=|<time datetime='2026'>|\u0000|\ud800|\ufeff|<outline xmlUrl='https://x.example'>|<opml>|</".split(
      "|",
    ),
    " ",
    "|",
  );
  const soup = fc.array(parts, { maxLength: 60 }).map((list) => list.join(""));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    soup.map(encode),
    fc.string({ unit: "binary" }).map(encode),
  );
  const settings = { seed: 20261125, numRuns: 2000 };

  it("is a listing or one Problem of one line", () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(undefined, "utf-8", "utf-16le", "shift_jis", "nonsense"),
        (input, charset) => {
          try {
            const listing = listingOf(input, { ...about, ...(charset === undefined ? {} : { charset }) });
            for (const { url, key } of listing.items) {
              expect(url).toMatch(/^https?:\/\//);
              expect(key).not.toBe("");
            }
            expect(new Set(listing.items.map(({ key }) => key)).size).toBe(listing.items.length);
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            expect(error.message).not.toMatch(/\n/);
          }
        },
      ),
      settings,
    );
  });

  it("pages and lists of feeds too", () => {
    fc.assert(
      fc.property(soup, fc.string(), (html, robots) => {
        sectionOf(html, about.url);
        feedsOf(html, about.url, robots);
        codeOf(() => fromOpml(encode(html), "a.opml"));
      }),
      settings,
    );
  });

  it("and addresses", () => {
    const address = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true }),
      fc.base64String().map((id) => `https://news.google.com/rss/articles/${id}`),
    );
    fc.assert(
      fc.property(address, (url) => {
        expect(newsLink(url) ?? "https://").toMatch(/^https?:\/\//);
      }),
      settings,
    );
  });
});
