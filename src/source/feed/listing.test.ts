import { describe, expect, it } from "vitest";
import { Problem } from "../../model/problem.ts";
import { type ListedItem, type Listing, listingOf } from "./listing.ts";

const about = { url: "https://harbour.example/feed", fetchedAt: "2026-11-25T22:00:00Z" };

const read = (text: string, more: Partial<typeof about & { charset: string }> = {}): Listing =>
  listingOf(new TextEncoder().encode(text), { ...about, ...more });

const rss = (items: string, channel = "", attributes = "") =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${attributes}><channel><title>Harbour Post</title><link>https://harbour.example/</link>${channel}${items}</channel></rss>`;
const atom = (entries: string, head = "") =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><id>urn:harbour</id>${head}${entries}</feed>`;
const link = "<link>https://harbour.example/a/1</link>";
const one = (item: string, attributes = ""): ListedItem | undefined =>
  read(rss(`<item>${item}</item>`, "", attributes)).items[0];
const entry = (fields: string): ListedItem | undefined => read(atom(`<entry>${fields}</entry>`)).items[0];
const problem = (text: string, more = {}) => {
  try {
    read(text, more);
  } catch (error) {
    if (error instanceof Problem) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "none";
};

describe("formats", () => {
  it("RSS 2.0 with the usual modules", () => {
    const listing = read(
      rss(
        `<item>
          <title>Ferries stay in port</title>
          <link>https://harbour.example/2026/ferries?utm_source=rss</link>
          <guid isPermaLink="false">harbour-1</guid>
          <pubDate>Wed, 25 Nov 2026 10:15:00 +0100</pubDate>
          <dc:creator><![CDATA[Ida Holm]]></dc:creator>
          <dc:creator>Per Dahl</dc:creator>
          <description>&lt;p&gt;No ferry sailed on Tuesday &amp;amp; none will today.&lt;/p&gt;</description>
          <content:encoded><![CDATA[<p>No ferry sailed.</p><p>None will.</p>]]></content:encoded>
        </item>`,
        `<language>en-GB</language><ttl>30</ttl>
         <atom:link rel="self" href="https://harbour.example/feed.xml"/><atom:link rel="hub" href="https://hub.example/"/>
         <image><url>https://harbour.example/logo.png</url><title>Logo</title><link>https://harbour.example/about</link></image>
         <skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>`,
        `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"`,
      ),
    );
    expect(listing).toEqual({
      kind: "rss",
      title: "Harbour Post",
      homepage: "https://harbour.example/",
      language: "en-gb",
      self: "https://harbour.example/feed.xml",
      hub: "https://hub.example/",
      every: 1800,
      skipHours: [0, 3],
      skipDays: [0],
      items: [
        {
          key: "harbour-1",
          url: "https://harbour.example/2026/ferries?utm_source=rss",
          title: "Ferries stay in port",
          summary: "No ferry sailed on Tuesday & none will today.",
          published: "2026-11-25T09:15:00Z",
          authors: ["Ida Holm", "Per Dahl"],
          content: "<p>No ferry sailed.</p><p>None will.</p>",
        },
      ],
      warnings: [],
    });
  });

  it("RSS 0.91, without a namespace, and its hours", () => {
    const listing = read(
      `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><item><title>A</title>${link}</item></channel></rss>`,
    );
    expect(listing).toMatchObject({ kind: "rss", items: [{ title: "A" }], warnings: [] });
  });

  it("RSS 1.0: items beside the channel, known by rdf:about", () => {
    const listing = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel rdf:about="https://harbour.example/"><title>Harbour</title><link>https://harbour.example/</link>
          <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>
          <items><rdf:Seq><rdf:li rdf:resource="https://harbour.example/a/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://harbour.example/a/1"><title>One</title>${link}<dc:date>2026-11-25T08:00+01:00</dc:date><dc:language>sv</dc:language></item>
      </rdf:RDF>`,
    );
    expect(listing).toMatchObject({
      kind: "rdf",
      title: "Harbour",
      every: 7200,
      items: [
        {
          key: "https://harbour.example/a/1",
          title: "One",
          published: "2026-11-25T07:00:00Z",
          language: "sv",
        },
      ],
    });
  });

  it("Atom 1.0: relations, constructs, xml:base, and xhtml as it stands", () => {
    const listing = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/news/" xml:lang="da">
        <title type="html">Harbour &amp;amp; Coast</title>
        <link rel="self" href="https://harbour.example/atom"/><link href="/"/><link rel="next" href="?page=2"/>
        <entry xml:base="2026/">
          <id>tag:harbour.example,2026:7</id>
          <title type="html">&lt;b&gt;Fog&lt;/b&gt; closes the strait</title>
          <link rel="enclosure" href="https://harbour.example/fog.mp3"/><link href="fog"/>
          <author><name>Ida Holm</name><email>ida@harbour.example</email></author>
          <published>2026-11-24T06:00:00Z</published><updated>2026-11-24T09:30:00.250Z</updated>
          <summary>Visibility fell below 200 metres.</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fog &amp; wind.</p></div></content>
        </entry>
      </feed>`,
    );
    expect(listing).toMatchObject({
      kind: "atom",
      title: "Harbour & Coast",
      homepage: "https://harbour.example/",
      language: "da",
      next: "https://harbour.example/news/?page=2",
    });
    expect(listing.items).toEqual([
      {
        key: "tag:harbour.example,2026:7",
        url: "https://harbour.example/news/2026/fog",
        title: "Fog closes the strait",
        summary: "Visibility fell below 200 metres.",
        published: "2026-11-24T06:00:00Z",
        updated: "2026-11-24T09:30:00Z",
        authors: ["Ida Holm"],
        content: `<div xmlns="http://www.w3.org/1999/xhtml"><p>Fog &amp; wind.</p></div>`,
      },
    ]);
  });

  it("Atom 0.3, and Atom with a prefix of its own", () => {
    expect(
      read(
        `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry><title>A</title><link rel="alternate" href="https://harbour.example/a"/><issued>2004-05-01T10:00:00Z</issued><modified>2004-05-02T10:00:00Z</modified><id>old-id-1</id></entry></feed>`,
      ),
    ).toMatchObject({
      kind: "atom",
      items: [{ key: "old-id-1", published: "2004-05-01T10:00:00Z", updated: "2004-05-02T10:00:00Z" }],
    });
    expect(
      read(
        `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:link href="https://harbour.example/a"/></a:entry></a:feed>`,
      ),
    ).toMatchObject({ kind: "atom", title: "T", items: [{ title: "A", url: "https://harbour.example/a" }] });
  });

  it("JSON Feed 1.1 and 1.0", () => {
    const listing = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Harbour",
        home_page_url: "https://harbour.example/",
        feed_url: "https://harbour.example/feed.json",
        next_url: "https://harbour.example/feed.json?page=2",
        hubs: [{ type: "WebSub", url: "https://hub.example/" }],
        language: "en",
        items: [
          {
            id: "https://harbour.example/a/1",
            url: "https://harbour.example/a/1",
            title: "Cranes idle",
            content_html: "<p>All cranes stood still.</p>",
            date_published: "2026-11-25T08:00:00+01:00",
            authors: [{ name: "Ida Holm" }, { url: "https://x.example" }],
          },
          {
            id: 77,
            external_url: "https://other.example/b",
            content_text: "Line one < two.",
            author: { name: "Per" },
          },
        ],
      }),
    );
    expect(listing).toEqual({
      kind: "json-feed",
      title: "Harbour",
      homepage: "https://harbour.example/",
      self: "https://harbour.example/feed.json",
      next: "https://harbour.example/feed.json?page=2",
      hub: "https://hub.example/",
      language: "en",
      items: [
        {
          key: "https://harbour.example/a/1",
          url: "https://harbour.example/a/1",
          title: "Cranes idle",
          summary: "All cranes stood still.",
          published: "2026-11-25T07:00:00Z",
          authors: ["Ida Holm"],
          content: "<p>All cranes stood still.</p>",
        },
        {
          key: "https://other.example/b",
          url: "https://other.example/b",
          summary: "Line one < two.",
          authors: ["Per"],
          content: "<p>Line one &lt; two.</p>",
        },
      ],
      warnings: [],
    });
  });

  it("a news sitemap: publication, title, language and date", () => {
    const listing = read(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://harbour.example/a/1</loc><lastmod>2026-11-25</lastmod>
          <n:news><n:publication><n:name>Harbour Post</n:name><n:language>en</n:language></n:publication>
          <n:publication_date>2026-11-24T21:10:00+01:00</n:publication_date><n:title>Strait &amp;amp; port closed</n:title></n:news></url>
      </urlset>`,
    );
    expect(listing).toMatchObject({
      kind: "sitemap",
      items: [
        {
          key: "https://harbour.example/a/1",
          title: "Strait & port closed",
          publisher: "Harbour Post",
          language: "en",
          published: "2026-11-24T20:10:00Z",
          updated: "2026-11-25T00:00:00Z",
        },
      ],
    });
  });

  it("an index of sitemaps, newest first, undated last", () => {
    const part = (name: string, modified = "") =>
      `<sitemap><loc>https://harbour.example/${name}.xml</loc>${modified && `<lastmod>${modified}</lastmod>`}</sitemap>`;
    const listing = read(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${part("undated")}${part("old", "2026-10-01")}${part("new", "2026-11-25T10:00:00Z")}</sitemapindex>`,
    );
    expect(listing.kind).toBe("sitemap-index");
    expect(listing.parts).toEqual([
      { url: "https://harbour.example/new.xml", modified: "2026-11-25T10:00:00Z" },
      { url: "https://harbour.example/old.xml", modified: "2026-10-01T00:00:00Z" },
      { url: "https://harbour.example/undated.xml" },
    ]);
  });

  it("GDELT's list: its time is when it saw the article, not when that was published", () => {
    const url = "https://api.gdeltproject.org/api/v2/doc/doc?query=ferries&mode=ArtList&format=json";
    const listing = read(
      `{"articles": [ { "url": "https://harbour.example/a/1", "url_mobile": "", "title": "Ferries stop , ministers say", "seendate": "20261125T101500Z", "domain": "harbour.example", "language": "Spanish", "sourcecountry": "Spain" } ] }`,
      { url },
    );
    expect(listing).toEqual({
      kind: "gdelt",
      items: [
        {
          key: "https://harbour.example/a/1",
          url: "https://harbour.example/a/1",
          title: "Ferries stop, ministers say",
          updated: "2026-11-25T10:15:00Z",
          publisher: "harbour.example",
          authors: [],
          language: "es",
        },
      ],
      warnings: [],
    });
    expect(read("{}", { url })).toMatchObject({ kind: "gdelt", items: [] });
    expect(problem("Your search was too short.", { url })).toBe(
      "bad-query: GDELT refuses the search: Your search was too short. Change its words",
    );
  });

  it("a news search: the publisher is the source, and its name is cut from the title", () => {
    expect(
      one(
        `<title>Port closed - again - The Harbour Post</title>${link}<source url="https://harbour.example">The Harbour Post</source>`,
      ),
    ).toMatchObject({ title: "Port closed - again", publisher: "The Harbour Post" });
    expect(
      one(`<title>Port closed - a view</title>${link}<source url="https://www.coast.example/x"/>`),
    ).toMatchObject({
      title: "Port closed - a view",
      publisher: "coast.example",
    });
  });

  it("media RSS and Dublin Core fill what RSS leaves out", () => {
    expect(
      one(
        `${link}<media:group><media:title>Cranes idle</media:title><media:description>All stood still.</media:description></media:group><dc:publisher>Harbour Post</dc:publisher><dcterms:issued>2026-11-25</dcterms:issued>`,
      ),
    ).toMatchObject({
      title: "Cranes idle",
      summary: "All stood still.",
      publisher: "Harbour Post",
      published: "2026-11-25T00:00:00Z",
    });
  });
});

describe("a summary where there is only a full text", () => {
  const full = (html: string) =>
    one(`${link}<content:encoded><![CDATA[${html}]]></content:encoded>`)?.summary;
  const sentence = "No ferry sailed on Tuesday, and none will sail before Friday. ";

  it("is a short one whole", () => {
    expect(full(`<p>${sentence}</p>`)).toBe(sentence.trim());
  });

  it("is the beginning of a long one, cut between words and marked as cut", () => {
    const summary = full(`<p>${sentence.repeat(100)}</p>`)!;
    expect(summary.length).toBeLessThanOrEqual(1001);
    expect(summary.endsWith("…")).toBe(true);
    expect(`${sentence.repeat(100)} `.startsWith(`${summary.slice(0, -1)} `)).toBe(true);
  });

  it.each([
    ["a tag", `<p>${sentence.repeat(15)}${`<img alt="${"x".repeat(300)}">`.repeat(20)}</p>`],
    ["a reference", `<p>${sentence.repeat(14)}${"&#8212;".repeat(200)}</p>`],
    ["a style", `<style>${".ferry { color: red } ".repeat(100)}</style><p>${sentence}</p>`],
    ["tags alone", `${'<div class="wide">'.repeat(200)}<p>${sentence}</p>`],
  ])("holds nothing of markup that the cut falls into: %s", (_, html) => {
    expect(full(html)).toMatch(/^No ferry sailed on [^<>{}&;]*$/);
  });
});

describe("titles", () => {
  it.each([
    ["plain", "Fog &amp; wind", "Fog & wind"],
    ["CDATA", "<![CDATA[Fog & wind]]>", "Fog & wind"],
    ["escaped twice", "Fog &amp;amp; wind: &amp;#8216;stay in&amp;#8217;", "Fog & wind: ‘stay in’"],
    ["escaped thrice", "Fog &amp;amp;amp; wind", "Fog & wind"],
    ["tags, escaped", "&lt;em&gt;Fog&lt;/em&gt; closes&lt;br/&gt;port", "Fog closes port"],
    ["tags, as they stand", "<b>Fog</b> closes port", "Fog closes port"],
    ["a bare ampersand", "R&D at the port & beyond", "R&D at the port & beyond"],
    ["what is no tag", "Fewer than &lt; 5 ships", "Fewer than < 5 ships"],
    ["what is no tag, unescaped", "Fewer than < 5 ships", "Fewer than < 5 ships"],
    ["a heart", "We <3 ferries", "We <3 ferries"],
    ["HTML's names", "Caf&eacute; at the port&nbsp;closed", "Café at the port closed"],
    ["control and steering characters", "Port\u0007 \u202eclosed&#8203;&#x202e;", "Port closed"],
    ["several parts", "Port <![CDATA[closed & ]]>again", "Port closed & again"],
    ["a comment", "Port <!-- not --> closed", "Port closed"],
    ["CDATA end within CDATA", "<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"],
    ["script", "Port <![CDATA[<script>alert(1)</script>closed]]>", "Port closed"],
  ])("%s", (_, written, title) => {
    expect(one(`<title>${written}</title>${link}`)?.title).toBe(title);
  });

  it("is absent where there is none", () => {
    expect(one(`<title> </title>${link}`)).not.toHaveProperty("title");
  });

  it("is cut at a thousand characters, between words", () => {
    const title = one(`<title>${"port ".repeat(400)}</title>${link}`)?.title;
    expect(title).toMatch(/port…$/);
    expect(title!.length).toBeLessThanOrEqual(1000);
  });

  it("that are long are cut between characters", () => {
    expect(one(`${link}<title>${"\u{1f6a2}".repeat(600)}</title>`)?.title?.isWellFormed()).toBe(true);
  });
});

describe("keys", () => {
  const keys = (items: string) => read(rss(items)).items.map(({ key }) => key);
  const item = (id: string, url: string) => `<item><guid>${id}</guid><link>${url}</link></item>`;

  it("without an id, the address without tracking", () => {
    const [found] = read(
      rss(`<item><link>https://harbour.example/a?id=3&amp;utm_source=x&amp;fbclid=y#top</link></item>`),
    ).items;
    expect(found).toMatchObject({
      key: "https://harbour.example/a?id=3",
      url: "https://harbour.example/a?id=3&utm_source=x&fbclid=y#top",
    });
  });

  it("an id on two addresses is none: both items stay, in either order", () => {
    const a = item("same-id", "https://harbour.example/a");
    const b = item("same-id", "https://harbour.example/b");
    const expected = ["same-id https://harbour.example/a", "same-id https://harbour.example/b"];
    expect(keys(a + b)).toEqual(expected);
    expect(keys(b + a).sort()).toEqual(expected);
  });

  it("the same id and address is one item", () => {
    expect(
      keys(
        item("same-id", "https://harbour.example/a") +
          item("same-id", "https://harbour.example/a?utm_medium=x"),
      ),
    ).toEqual(["same-id"]);
  });

  it.each([
    ["short", "0"],
    ["empty", ""],
    ["the site itself", "https://harbour.example/"],
    ["the feed itself", "https://harbour.example/feed"],
  ])("an id that many items may share is none: %s", (_, id) => {
    expect(keys(item(id, "https://harbour.example/a"))).toEqual(["https://harbour.example/a"]);
  });

  it("names of the language's own objects are ids like others", () => {
    expect(
      keys(item("__proto__", "https://harbour.example/a") + item("constructor", "https://harbour.example/b")),
    ).toEqual(["__proto__", "constructor"]);
  });
});

describe("addresses", () => {
  it.each([
    [
      "a permalink stands for a missing link",
      "<guid>https://harbour.example/p/1</guid>",
      "https://harbour.example/p/1",
    ],
    [
      "what is no permalink is still an address when it is one",
      `<guid isPermaLink="false">https://harbour.example/p/1</guid>`,
      "https://harbour.example/p/1",
    ],
    ["relative", "<link>/a/1</link>", "https://harbour.example/a/1"],
    [
      "what FeedBurner replaced",
      `<link>https://proxy.example/~r/1</link><feedburner:origLink>https://harbour.example/a</feedburner:origLink>`,
      "https://harbour.example/a",
    ],
    [
      "an Atom link within RSS",
      `<atom:link rel="related" href="https://x.example/"/><atom:link href="https://harbour.example/b"/>`,
      "https://harbour.example/b",
    ],
    [
      "a namespace of its own",
      `<link xmlns="http://www.w3.org/2005/Atom" href="https://harbour.example/c"/>`,
      "https://harbour.example/c",
    ],
    [
      "a bare ampersand",
      "<link>https://harbour.example/?a=1&copy=2&b=3</link>",
      "https://harbour.example/?a=1&copy=2&b=3",
    ],
    ["space around it", "<link>\n  https://harbour.example/a\n</link>", "https://harbour.example/a"],
    ["upper-case tags", "<LINK>https://harbour.example/a</LINK>", "https://harbour.example/a"],
  ])("%s", (_, fields, url) => {
    expect(one(fields)?.url).toBe(url);
  });

  it.each([
    ["a script", "javascript:alert(1)"],
    ["a file", "file:///etc/passwd"],
    ["data", "data:text/html,x"],
    ["another protocol", "ftp://harbour.example/a"],
    ["with a password", "https://user:secret@harbour.example/"],
    ["mail", "mailto:a@harbour.example"],
    ["endless", `https://harbour.example/${"a".repeat(9000)}`],
  ])("never one that is %s", (_, url) => {
    const listing = read(rss(`<item><title>A</title><link>${url}</link></item>`));
    expect(listing.items).toEqual([]);
    expect(listing.warnings).toEqual(["1 item without an http address left out"]);
  });

  it("a file's feed has no address to read relative links against", () => {
    expect(read(rss("<item><link>/a</link></item>"), { url: "/tmp/feed.xml" }).items).toEqual([]);
  });
});

describe("people", () => {
  it.each([
    ["ida@harbour.example (Ida Holm)", ["Ida Holm"]],
    ["Ida Holm &lt;ida@harbour.example&gt;", ["Ida Holm"]],
    ["noreply@harbour.example", []],
    ["By Ida Holm", ["Ida Holm"]],
    ["https://harbour.example/staff/ida", []],
  ])("%s", (written, authors) => {
    expect(one(`${link}<author>${written}</author>`)?.authors).toEqual(authors);
  });

  it("Atom's contributors only where there is no author", () => {
    const contributor = "<contributor><name>Per Dahl</name></contributor>";
    const href = `<link href="https://harbour.example/a"/>`;
    expect(entry(`${href}<author><name>Ida Holm</name></author>${contributor}`)?.authors).toEqual([
      "Ida Holm",
    ]);
    expect(entry(`${href}${contributor}`)?.authors).toEqual(["Per Dahl"]);
  });
});

describe("times that are not believed", () => {
  it.each([
    ["the year 9999", "Fri, 31 Dec 9999 23:59:59 GMT", "1 time in the future left out"],
    ["three days ahead", "Sat, 28 Nov 2026 23:00:00 GMT", "1 time in the future left out"],
    ["year 1", "0001-01-01T00:00:00Z", "1 time before there were newspapers left out"],
    ["no time", "yesterday", "1 time that cannot be read left out"],
  ])("%s", (_, written, warning) => {
    const listing = read(rss(`<item>${link}<pubDate>${written}</pubDate></item>`));
    expect(listing.items[0]).not.toHaveProperty("published");
    expect(listing.warnings).toEqual([`${warning} (${JSON.stringify(written)})`]);
  });

  it("a day ahead is a clock that runs wrong, and stays", () => {
    expect(one(`${link}<pubDate>Thu, 26 Nov 2026 20:00:00 GMT</pubDate>`)?.published).toBe(
      "2026-11-26T20:00:00Z",
    );
  });
});

describe("character sets", () => {
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const titled = (listing: Listing) => listing.items[0]?.title;
  const body = `<rss><channel><item><title>Caf\xe9</title>${link}</item></channel></rss>`;

  it("the XML declaration", () => {
    expect(titled(listingOf(bytes(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`), about))).toBe(
      "Café",
    );
  });

  it("the transport goes before it", () => {
    const polish = bytes(`<?xml version="1.0" encoding="ISO-8859-1"?>${body.replace("\xe9", "\xb1")}`);
    expect(titled(listingOf(polish, { ...about, charset: "iso-8859-2" }))).toBe("Cafą");
  });

  it("the transport may say UTF-8 of everything", () => {
    const listing = listingOf(bytes(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`), {
      ...about,
      charset: "utf-8",
    });
    expect(titled(listing)).toBe("Café");
    expect(listing.warnings).toHaveLength(1);
  });

  it("UTF-8 that calls itself something else", () => {
    const listing = read(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`);
    expect(titled(listing)).toBe("Café");
    expect(listing.warnings).toEqual(["declared as windows-1252: read as UTF-8, which it is"]);
  });

  it.each(["\ufeff", ""])("UTF-16, mark %j", (mark) => {
    const utf16 = new Uint8Array(
      Buffer.from(`${mark}<?xml version="1.0" encoding="UTF-16"?>${body}`, "utf16le"),
    );
    expect(titled(listingOf(utf16, about))).toBe("Café");
  });

  it("broken UTF-8 is read, with a warning", () => {
    const listing = listingOf(bytes(body), about);
    expect(titled(listing)).toBe("Caf\ufffd");
    expect(listing.warnings).toEqual(["not valid UTF-8 everywhere: broken characters are shown as \ufffd"]);
  });
});

describe("damage", () => {
  const item = (n: number) =>
    `<item><title>Item ${n}</title><link>https://harbour.example/a/${n}</link></item>`;
  const titles = (listing: Listing) => listing.items.map(({ title }) => title);

  it("a feed that breaks off gives its whole items", () => {
    const whole = rss(item(1) + item(2) + item(3));
    const listing = read(whole.slice(0, whole.indexOf("Item 3") + 4));
    expect(titles(listing)).toEqual(["Item 1", "Item 2"]);
    expect(listing.warnings).toEqual([
      "breaks off before its end: 2 whole items read, the one that is cut left out",
    ]);
  });

  it("a JSON feed that breaks off, too", () => {
    const feed = `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"first","url":"https://harbour.example/1","title":"a ] } \\" b"},{"id":"second","url":"https://harbo`;
    const listing = read(feed);
    expect(listing.items.map(({ key }) => key)).toEqual(["first"]);
    expect(listing.warnings).toEqual(["breaks off before its end: 1 whole item read"]);
  });

  it("GDELT's stray characters in titles", () => {
    const listing = read(`{"articles":[{"url":"https://harbour.example/1","title":"a \\- b\tc"}]}`);
    expect(listing.items[0]?.title).toBe("a \\- b c");
    expect(listing.warnings).toEqual(["not valid JSON: stray characters were dropped"]);
  });

  it("junk before the declaration", () => {
    expect(titles(read(`\n\nWarning: x in <b>/a.php</b> on line 3<br />\n${rss(item(1))}`))).toEqual([
      "Item 1",
    ]);
  });

  it("an item without an end tag ends where the next begins", () => {
    const listing = read(rss(item(1).replace("</item>", "") + item(2)));
    expect(titles(listing)).toEqual(["Item 1", "Item 2"]);
    expect(listing.warnings).toEqual(["1 element without an end tag: read as far as the next"]);
  });

  it("a channel's field without an end tag hides no item", () => {
    expect(titles(read(rss(item(1), "<description>Ports")))).toEqual(["Item 1"]);
  });

  it("HTML as it stands in a description, with nothing closed", () => {
    const listing = read(
      rss(
        `<item>${link}<description>One<br><p>two<img src="a.png"><ul><li>three</description><title>Item 1</title></item>${item(2)}`,
      ),
    );
    expect(titles(listing)).toEqual(["Item 1", "Item 2"]);
    expect(listing.items[0]?.summary).toBe("One two three");
  });

  it("a tag that is none swallows no end tag", () => {
    expect(one(`<title>We <3 you all</title>${link}`)).toMatchObject({
      title: "We <3 you all",
      key: "https://harbour.example/a/1",
    });
  });

  it.each([
    ["nothing", " \n", "empty: https://harbour.example/feed is empty: check the address in a browser"],
    [
      "a page",
      "<!doctype html><html><head><title>Harbour</title></head></html>",
      "no-feed: https://harbour.example/feed is a page, not a feed: look for its feeds, or follow it as a section page",
    ],
    [
      "a list of feeds",
      `<opml version="2.0"><body/></opml>`,
      "no-feed: https://harbour.example/feed is a list of feeds (OPML), not a feed: bring it in as one",
    ],
    ["text", "hello", "no-feed: https://harbour.example/feed is no feed: check the address in a browser"],
    [
      "other XML",
      "<svg></svg>",
      "no-feed: https://harbour.example/feed is no feed that is known (<svg>): check the address in a browser",
    ],
    [
      "other JSON",
      `{"a":1}`,
      "no-feed: https://harbour.example/feed is JSON, but no JSON Feed: check the address in a browser",
    ],
    [
      "a feed cut before anything",
      `<?xml version="1.0"?><rss version="2.0"><chan`,
      "broken-feed: https://harbour.example/feed breaks off before its first item: fetch it again, or tell its publisher",
    ],
  ])("%s is told as such", (_, text, line) => {
    expect(problem(text)).toBe(line);
  });

  it("an empty feed is a feed", () => {
    expect(read(rss(""))).toMatchObject({ kind: "rss", items: [], warnings: [] });
  });
});
