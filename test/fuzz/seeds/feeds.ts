/** Feeds of every kind, invented. */
const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Gulf Herald</title><link>https://paper.example/</link><ttl>30</ttl><skipHours><hour>3</hour></skipHours>
<sy:updatePeriod>hourly</sy:updatePeriod><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://paper.example/feed"/>
<item><title>Ferries &amp; boats stop</title><link>/a/1?utm_source=rss</link><guid isPermaLink="false">1</guid><pubDate>Mon, 03 Mar 2031 08:15:00 +0100</pubDate><dc:creator>Ana Ruiz</dc:creator><description>&lt;p&gt;No boat left.&lt;/p&gt;</description></item>
<item><title><![CDATA[Prices <b>rise</b>]]></title><link>https://paper.example/a/2</link><guid>https://paper.example/a/2</guid><pubDate>2031-03-02T08:00:00Z</pubDate><content:encoded><![CDATA[<p>Bread costs more.</p>]]></content:encoded><source url="https://other.example/">Other Paper</source></item>
</channel></rss>`;
const atom = `<?xml version='1.0'?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://paper.example/b/"><title type="html">Gulf &lt;i&gt;Herald&lt;/i&gt;</title><link rel="alternate" href="../"/><link rel="next" href="?page=2"/><id>tag:paper.example,2031:1</id><updated>2031-03-03T08:15:00Z</updated>
<entry><title>Ferries stop</title><link href="c/1"/><id>tag:paper.example,2031:2</id><published>2031-03-03T07:00:00+01:00</published><updated>2031-03-03T08:15:00Z</updated><author><name>Ana Ruiz</name></author><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>No boat left.</p></div></summary></entry></feed>`;
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>Gulf Herald</title><link>https://paper.example/</link></channel><item rdf:about="https://paper.example/1"><title>Ferries stop</title><link>https://paper.example/1</link><dc:date>2031-03-03</dc:date></item></rdf:RDF>`;
const json = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Gulf Herald",
  home_page_url: "https://paper.example/",
  next_url: "https://paper.example/feed?2",
  hubs: [{ type: "WebSub", url: "https://hub.example/" }],
  items: [
    {
      id: "1",
      url: "https://paper.example/1",
      title: "Ferries \u00e9 stop",
      content_html: "<p>No boat left.</p>",
      date_published: "2031-03-03T08:15:00+01:00",
      authors: [{ name: "Ana Ruiz" }],
      language: "en",
    },
  ],
});
const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://paper.example/1</loc><lastmod>2031-03-03</lastmod><news:news><news:publication><news:name>Gulf Herald</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-03-03T08:15:00Z</news:publication_date><news:title>Ferries stop</news:title></news:news></url></urlset>`;
const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://paper.example/s1.xml</loc><lastmod>2031-03-03T08:15:00Z</lastmod></sitemap></sitemapindex>`;
const gdelt = JSON.stringify({
  articles: [
    {
      url: "https://paper.example/1",
      title: "Ferries stop",
      seendate: "20310303T081500Z",
      domain: "paper.example",
      language: "English",
    },
  ],
});
const entities = `<!DOCTYPE rss [<!ENTITY a "boats"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&b;&c;</title><item><title>&a; &#x1F6A2; &#0; &#xD800; &nbsp;</title><link>https://paper.example/1</link></item></channel></rss>`;
const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="Gulf"><outline type="rss" text="Gulf Herald" xmlUrl="https://paper.example/feed" htmlUrl="https://paper.example/"/></outline><outline text="Coast" xmlUrl="feed://coast.example/rss"/></body></opml>`;

export const feedSeeds = [rss, atom, rdf, json, sitemap, index, gdelt, entities, opml]
  .map((text) => Buffer.from(text))
  .concat([Buffer.from(`\ufeff${rss}`, "utf16le"), Buffer.from(atom.replaceAll("e", "\u00e9"), "latin1")]);

export const feedWords = [
  "<item>",
  "</item>",
  "<entry>",
  "</entry>",
  "<link>",
  "</link>",
  "<title>",
  "</title>",
  "<guid>",
  "<pubDate>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<!DOCTYPE x [",
  "<!ENTITY a '&a;'>",
  "]>",
  "&a;",
  "&amp;",
  "&#x10FFFF;",
  "&#xD800;",
  "&#0;",
  "&",
  "<",
  ">",
  "/>",
  '"',
  "'",
  "<?xml version='1.0' encoding='utf-16'?>",
  "<?xml encoding='ebcdic'?>",
  'xmlns:a="b"',
  "a:b",
  'xml:base="//x/"',
  "javascript:",
  "data:,x",
  "//",
  "https://[::1",
  "{",
  "}",
  "[",
  "]",
  '"items":',
  '"url":',
  ":",
  ",",
  "\\u0000",
  "\\ud800",
  "null",
  "1e999",
  "9999-12-31",
  "Mon, 32 Foo 20311",
  "0000-00-00T99:99:99Z",
  "\x00",
  "\xff\xfe",
  "\xef\xbb\xbf",
  "\x1b$B",
  "<div>",
  "<rss>",
  "<feed>",
  "<urlset>",
  "<rdf:RDF>",
  "<loc>",
  "<sitemap>",
  "<opml>",
  "<outline xmlUrl='https://x.example/'>",
];
