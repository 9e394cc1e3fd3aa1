/**
 * `npm run bench -- feeds [--rounds N]`: milliseconds to read a feed, against the well-kept feed parsers that npm has
 * (a release in the twelve months before 2026-11), on the same invented bytes in one run, in turns, median. What each
 * gives differs: `listingOf` ends with plain titles, believed times, absolute addresses and keys; the others with the
 * feed's own fields. So "as listed" is feedsmith with the least that an item needs done with it (its address made
 * absolute, its time read, its title without tags).
 */
import { parseArgs } from "node:util";
import { parseFeed as parseRowan } from "@rowanmanning/feed-parser";
import FeedParser from "feedparser";
import { parseFeed } from "feedsmith";
import { listingOf } from "../src/source/feed/listing.ts";
import { heading, median, table } from "./table.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });
const rounds = Number(values.rounds);

const sentence = "The harbour office said on Tuesday that no ferry would sail before the wind drops. ";
const list = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join("\n");
const two = (n: number) => String(n).padStart(2, "0");
const address = (n: number) => `https://harbour.example/world/2026/11/25/ferries-stay-in-port-${n}`;
const paragraphs = (n: number) => `<p>${sentence.repeat(3)}</p>\n`.repeat(n);
const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const rss = (count: number, full: (n: number) => string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour Post</title><link>https://harbour.example/</link><description>News of the coast</description><language>en</language><ttl>15</ttl><atom:link rel="self" href="https://harbour.example/feed"/>
${list(
  count,
  (
    n,
  ) => `<item><title>Ferries stay in port &amp; passengers wait, day ${n}</title><link>${address(n)}</link><guid isPermaLink="false">harbour-${n}</guid>
<pubDate>Wed, 25 Nov 2026 ${two(n % 24)}:10:00 +0000</pubDate><dc:creator><![CDATA[Ida Holm]]></dc:creator><category>World</category><category>Ports</category>
<description>${escaped(`<p>${sentence.repeat(2)}</p>`)}</description><media:content url="https://harbour.example/${n}.jpg" medium="image" width="1200" height="800"><media:credit>Per Dahl</media:credit></media:content>${full(n)}</item>`,
)}
</channel></rss>`;

const feeds: readonly (readonly [string, string])[] = [
  ["RSS, 50 items, summaries", rss(50, () => "")],
  [
    "RSS, 50 items, full text in CDATA",
    rss(50, () => `<content:encoded><![CDATA[${paragraphs(12)}]]></content:encoded>`),
  ],
  [
    "RSS, 50 items, full text escaped",
    rss(50, () => `<content:encoded>${escaped(paragraphs(12))}</content:encoded>`),
  ],
  ["RSS, 2,000 items, summaries", rss(2000, () => "")],
  [
    "Atom, 50 items, full text",
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title><id>urn:harbour</id><updated>2026-11-25T10:00:00Z</updated><link href="https://harbour.example/"/><link rel="self" href="https://harbour.example/atom"/>
${list(50, (n) => `<entry><id>tag:harbour.example,2026:${n}</id><title type="html">Ferries stay in port &amp;amp; wait, day ${n}</title><link rel="alternate" type="text/html" href="${address(n)}"/><author><name>Ida Holm</name></author><published>2026-11-25T${two(n % 24)}:10:00Z</published><updated>2026-11-25T${two(n % 24)}:20:00Z</updated><summary>${sentence}</summary><content type="html">${escaped(paragraphs(12))}</content></entry>`)}</feed>`,
  ],
  [
    "RDF, 50 items, summaries",
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour Post</title><link>https://harbour.example/</link><description>News</description></channel>
${list(50, (n) => `<item rdf:about="${address(n)}"><title>Ferries stay in port, day ${n}</title><link>${address(n)}</link><description>${sentence.repeat(2)}</description><dc:date>2026-11-25T${two(n % 24)}:10:00+00:00</dc:date><dc:creator>Ida Holm</dc:creator></item>`)}</rdf:RDF>`,
  ],
  [
    "JSON Feed, 50 items, full text",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Harbour Post",
      home_page_url: "https://harbour.example/",
      items: Array.from({ length: 50 }, (_, n) => ({
        id: `harbour-${n}`,
        url: address(n),
        title: `Ferries stay in port & passengers wait, day ${n}`,
        content_html: paragraphs(12),
        date_published: `2026-11-25T${two(n % 24)}:10:00Z`,
        authors: [{ name: "Ida Holm" }],
      })),
    }),
  ],
  [
    "news sitemap, 1,000 addresses",
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${list(1000, (n) => `<url><loc>${address(n)}</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-25T${two(n % 24)}:10:00+00:00</news:publication_date><news:title>Ferries stay in port &amp; passengers wait, day ${n}</news:title></news:news></url>`)}</urlset>`,
  ],
];

interface Reader {
  readonly name: string;
  /** Gives the count of items, or throws for a format that it does not read. */
  read(bytes: Uint8Array): number | Promise<number>;
}

const decoder = new TextDecoder();
const about = { url: "https://harbour.example/feed", fetchedAt: "2026-11-25T22:00:00Z" };

const readers: readonly Reader[] = [
  { name: "sitrep", read: (bytes) => listingOf(bytes, about).items.length },
  { name: "feedsmith 3.0", read: (bytes) => itemsOf(bytes).length },
  { name: "feedsmith, as listed", read: (bytes) => asListed(itemsOf(bytes)) },
  {
    name: "@rowanmanning 2.1",
    // Its fields are getters that read the tree when they are asked.
    read: (bytes) =>
      parseRowan(decoder.decode(bytes)).items.filter(
        ({ id, title, url, description, content, published, updated, authors }) =>
          [id, title, url, description, content, published, updated, authors].length > 0,
      ).length,
  },
  { name: "feedparser 2.6", read: streamed },
];

interface Fields {
  readonly title?: string | { readonly value?: string };
  readonly link?: string;
  readonly url?: string;
  readonly links?: readonly { readonly href?: string }[];
  readonly pubDate?: string;
  readonly published?: string;
  readonly date_published?: string;
}

function itemsOf(bytes: Uint8Array): readonly Fields[] {
  const { feed } = parseFeed(decoder.decode(bytes)) as { feed: { items?: Fields[]; entries?: Fields[] } };
  return feed.items ?? feed.entries ?? [];
}

function asListed(items: readonly Fields[]): number {
  return items.filter((item) => {
    const title = typeof item.title === "string" ? item.title : item.title?.value;
    const link = item.link ?? item.url ?? item.links?.[0]?.href;
    const time = item.pubDate ?? item.published ?? item.date_published;
    return (
      link !== undefined &&
      new URL(link, about.url).href !== "" &&
      title?.replace(/<[^>]*>/g, "") !== "" &&
      (time === undefined || new Date(time).toISOString() !== "")
    );
  }).length;
}

function streamed(bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const parser = new FeedParser({});
    let count = 0;
    parser.on("error", reject);
    parser.on("readable", () => {
      while (parser.read() !== null) count++;
    });
    parser.on("end", () => resolve(count));
    parser.end(Buffer.from(bytes));
  });
}

/** Milliseconds of each reader, in turns; "-" where it reads no such feed, or not all of its items. */
async function compare(bytes: Uint8Array): Promise<Map<string, number | undefined>> {
  const expected = listingOf(bytes, about).items.length;
  const able: Reader[] = [];
  for (const reader of readers) {
    try {
      if ((await reader.read(bytes)) === expected) able.push(reader);
    } catch {
      // Not one of its formats.
    }
  }
  const times = new Map(readers.map(({ name }) => [name, [] as number[]]));
  const warm = Math.ceil(rounds / 4);
  for (let round = 0; round < rounds + warm; round++) {
    for (const { name, read } of able) {
      const from = performance.now();
      await read(bytes);
      if (round >= warm) times.get(name)!.push(performance.now() - from);
    }
  }
  return new Map([...times].map(([name, all]) => [name, all.length === 0 ? undefined : median(all)]));
}

const rows: string[][] = [];
for (const [name, text] of feeds) {
  const bytes = new TextEncoder().encode(text);
  const times = await compare(bytes);
  const own = times.get("sitrep")!;
  const others = readers.filter(({ name }) => name !== "sitrep").map(({ name }) => times.get(name));
  const fastest = Math.min(...others.filter((time) => time !== undefined));
  rows.push([
    name,
    (bytes.length / 1000).toFixed(0),
    ...readers.map(({ name }) => times.get(name)?.toFixed(2) ?? "-"),
    Number.isFinite(fastest) ? (own / fastest).toFixed(2) : "-",
  ]);
}

console.log(heading("feeds"));
console.log(
  table(
    [
      { title: "feed (ms, median)" },
      { title: "kB", right: true },
      ...readers.map(({ name }) => ({ title: name, right: true })),
      { title: "sitrep / fastest", right: true },
    ],
    rows,
  ),
);
