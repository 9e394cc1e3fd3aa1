/** RSS 0.9x, 1.0 and 2.0, RDF, Atom 0.3 and 1.0, sitemaps and their indexes. */
import { Problem } from "../../model/problem.ts";
import { type ChannelParts, channelField, everyOf } from "./channel.ts";
import { counted, type Draft, type DraftItem, maxContent, maxItems, maxSitemapItems } from "./draft.ts";
import { hostOf } from "./link.ts";
import type { ListingAbout, ListingKind } from "./listing-shape.ts";
import { attributeOf, markupOf, wordsOf } from "./text.ts";
import { type Element, readXml, type Shape } from "./xml.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const shape: Shape = {
  containers: words("rss channel rdf feed urlset sitemapindex"),
  branches: words(
    "item entry url sitemap author contributor source image textinput skiphours skipdays news:news news:publication media:group media:content dc:creator dc:source",
  ),
  items: new Map([
    ["rss", "item"],
    ["rdf", "item"],
    ["channel", "item"],
    ["feed", "entry"],
    ["urlset", "url"],
    ["sitemapindex", "sitemap"],
  ]),
};

const kinds: ReadonlyMap<string, ListingKind> = new Map([
  ["rss", "rss"],
  ["channel", "rss"],
  ["rdf", "rdf"],
  ["feed", "atom"],
  ["urlset", "sitemap"],
  ["sitemapindex", "sitemap-index"],
]);

/** Tags that only pages have: what answers is one, not a feed. */
const page = words("html head body div script meta table");
/** Titles and descriptions are read so far. */
const maxMarkup = 50_000;
/** Tags before the feed's own that are looked past: junk of broken servers. */
const maxStrangers = 200;

export function xmlListing(text: string, about: ListingAbout): Draft {
  let kind: ListingKind | undefined;
  let base: string | undefined;
  let language: string | undefined;
  let stranger: string | undefined;
  let strangers = 0;
  let full = false;
  /** Room for one more; without it, reading stops. */
  const room = () => {
    full = items.length + parts.length >= (kind?.startsWith("sitemap") ? maxSitemapItems : maxItems);
    return !full;
  };
  const channel: ChannelParts = {};
  const items: DraftItem[] = [];
  const parts: { url: string | undefined; modified?: string | undefined }[] = [];

  const reading = readXml(text, shape, {
    container(element) {
      kind ??= kinds.get(element.name);
      base ??= attributeOf(text, element, "xml:base");
      language ??= attributeOf(text, element, "xml:lang");
      return true;
    },
    piece(element, parent) {
      switch (element.name) {
        case "item":
        case "entry":
          if (room()) items.push(feedItem(text, element));
          break;
        case "url":
          if (parent === "urlset" && room()) items.push(sitemapItem(text, element));
          break;
        case "sitemap":
          if (parent === "sitemapindex" && room())
            parts.push({
              url: childWords(text, element, "loc"),
              modified: childWords(text, element, "lastmod"),
            });
          break;
        default:
          channelField(text, element, channel);
      }
      return !full;
    },
    stranger(name) {
      stranger = page.has(name) && stranger !== "opml" ? "html" : (stranger ?? name);
      return name !== "html" && name !== "opml" && ++strangers < maxStrangers;
    },
  });

  if (kind === undefined) throw noFeed(stranger, about);
  const got = items.length + parts.length;
  if (!reading.whole && !full && got === 0 && Object.keys(channel).length === 0) throw brokenOff(about);
  const warnings: string[] = [];
  if (full) warnings.push(`more than ${counted(got, "item")}: only the first ${got} were read`);
  else if (!reading.whole) {
    warnings.push(
      `breaks off before its end: ${counted(got, "whole item")} read${reading.cutItem ? ", the one that is cut left out" : ""}`,
    );
  }
  if (reading.unclosed > 0)
    warnings.push(`${counted(reading.unclosed, "element")} without an end tag: read as far as the next`);
  if (reading.entities) warnings.push("declares entities of its own: none was expanded");
  return {
    ...channel,
    kind,
    // A page's own address for its links, else the feed's own, else where it was fetched.
    base: base ?? channel.self,
    language: channel.language ?? language,
    every: everyOf(channel),
    items,
    ...(kind === "sitemap-index" ? { parts } : {}),
    warnings,
  };
}

function feedItem(text: string, item: Element): DraftItem {
  const fields = new Map<string, Element>();
  const links: (string | undefined)[] = [];
  const authors: string[] = [];
  let original: string | undefined;
  let alternate: string | undefined;
  let publisher: string | undefined;
  for (const child of item.children) {
    const { name } = child;
    switch (name) {
      case "link":
      case "atom:link": {
        const href = attributeOf(text, child, "href");
        if (href === undefined) links.push(wordsOf(text, child));
        else if (isAlternate(text, child)) alternate ??= href;
        break;
      }
      case "feedburner:origlink":
        original = wordsOf(text, child);
        break;
      case "author":
      case "contributor":
      case "dc:creator":
      case "dc:contributor":
      case "itunes:author":
        if (name === "contributor" && authors.length > 0) break;
        authors.push(...namesIn(text, child));
        break;
      case "source":
        publisher = publisherOf(text, child);
        break;
      case "media:group":
      case "media:content":
        for (const inner of child.children) if (!fields.has(inner.name)) fields.set(inner.name, inner);
        break;
      default:
        // The first counts, unless it is empty: feeds repeat fields for machines.
        if (!fields.has(name) || fields.get(name)!.end === fields.get(name)!.start) fields.set(name, child);
    }
  }
  const words = (...names: string[]) => {
    for (const name of names) {
      const field = fields.get(name);
      const value = field === undefined ? "" : wordsOf(text, field);
      if (value !== "") return value;
    }
    return undefined;
  };
  const markup = (...names: string[]) => {
    for (const name of names) {
      const field = fields.get(name);
      const value = field === undefined ? "" : markupOf(text, field, maxMarkup);
      if (value !== "") return value;
    }
    return undefined;
  };
  const guid = words("guid", "id", "atom:id", "dc:identifier");
  const about = attributeOf(text, item, "rdf:about");
  const permalink =
    guid !== undefined &&
    fields.get("guid") !== undefined &&
    attributeOf(text, fields.get("guid")!, "isPermaLink") !== "false"
      ? guid
      : undefined;
  const full =
    fields.get("content:encoded") ?? fields.get("content") ?? fields.get("xhtml:body") ?? fields.get("body");
  const longContent = full !== undefined && full.end - full.start > maxContent;
  const content = full === undefined || longContent ? undefined : contentOf(text, full);
  const description = markup(
    "description",
    "summary",
    "atom:summary",
    "dc:description",
    "media:description",
    "tagline",
  );
  const title = markup("title", "atom:title", "dc:title", "media:title");
  return {
    id: guid ?? about,
    links: [
      original,
      alternate,
      ...links,
      permalink !== undefined && /^https?:/i.test(permalink) ? permalink : undefined,
      about,
      /^https?:/i.test(guid ?? "") ? guid : undefined,
    ],
    base: attributeOf(text, item, "xml:base"),
    title,
    summary: description,
    published: words(
      "pubdate",
      "published",
      "dc:date",
      "issued",
      "dcterms:issued",
      "dcterms:created",
      "created",
      "dcterms:date",
      "date",
    ),
    updated: words("updated", "atom:updated", "modified", "dcterms:modified", "lastbuilddate"),
    publisher: publisher ?? words("dc:publisher"),
    authors,
    language: words("dc:language", "language") ?? attributeOf(text, item, "xml:lang"),
    content,
    longContent,
  };
}

/** Atom: no `rel` means alternate (RFC 4287, 4.2.7.2); of several, pages before others. */
function isAlternate(text: string, link: Element): boolean {
  const rel = attributeOf(text, link, "rel")?.toLowerCase() ?? "alternate";
  return rel === "alternate" || rel === "http://www.iana.org/assignments/relation/alternate";
}

function namesIn(text: string, element: Element): string[] {
  const names = element.children.filter(
    ({ name }) => name === "name" || name === "atom:name" || name === "rdf:li",
  );
  if (names.length > 0) return names.map((name) => markupOf(text, name, 1000));
  if (element.children.length > 0 && element.name === "author") return [];
  return [markupOf(text, element, 1000)];
}

/** RSS names the channel that an item came from, Atom the feed: in a search's results, the publisher. */
function publisherOf(text: string, source: Element): string | undefined {
  const title = source.children.find(({ name }) => name === "title" || name === "atom:title");
  const name =
    title === undefined
      ? source.children.length === 0
        ? markupOf(text, source, 1000)
        : ""
      : markupOf(text, title, 1000);
  if (name.trim() !== "") return name;
  const url = attributeOf(text, source, "url");
  return url === undefined ? undefined : hostOf(url);
}

/** Full text as HTML. Of Atom (RFC 4287, 4.1.3.3): `type` says what the characters are; `src` is no text here. */
function contentOf(text: string, element: Element): string | undefined {
  if (element.name === "content") {
    const type = attributeOf(text, element, "type")?.toLowerCase();
    const mode = attributeOf(text, element, "mode")?.toLowerCase();
    if (attributeOf(text, element, "src") !== undefined || mode === "base64") return undefined;
    if (type === "xhtml" || mode === "xml") return text.slice(element.start, element.end).trim();
    const markup = markupOf(text, element).trim();
    return type === undefined || type === "text" || type === "text/plain" ? escaped(markup) : markup;
  }
  const markup = markupOf(text, element).trim();
  return markup === "" ? undefined : markup;
}

/** Text as HTML; what calls itself text and holds paragraphs is HTML all the same. */
function escaped(text: string): string {
  if (/<(?:p|br|div)\b/i.test(text)) return text;
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return html === "" ? "" : `<p>${html.split(/\n\s*\n/).join("</p><p>")}</p>`;
}

/** Sitemap protocol 0.9 and Google's news extension. */
function sitemapItem(text: string, url: Element): DraftItem {
  const news = url.children.find(({ name }) => name === "news:news");
  const publication = news?.children.find(({ name }) => name === "news:publication");
  return {
    links: [childWords(text, url, "loc")],
    title: news && childMarkup(text, news, "news:title"),
    published: news && childWords(text, news, "news:publication_date"),
    updated: childWords(text, url, "lastmod"),
    publisher: publication && childMarkup(text, publication, "news:name"),
    language: publication && childWords(text, publication, "news:language"),
  };
}

function childWords(text: string, parent: Element, name: string): string | undefined {
  const child = parent.children.find((one) => one.name === name);
  return child && wordsOf(text, child);
}

function childMarkup(text: string, parent: Element, name: string): string | undefined {
  const child = parent.children.find((one) => one.name === name);
  return child && markupOf(text, child, 10_000);
}

function noFeed(root: string | undefined, about: ListingAbout): Problem {
  const is =
    root === "html"
      ? "a page, not a feed: look for its feeds, or follow it as a section page"
      : root === "opml"
        ? "a list of feeds (OPML), not a feed: bring it in as one"
        : root === undefined
          ? "no feed: check the address in a browser"
          : `no feed that is known${/^[\w:.-]{1,40}$/.test(root) ? ` (<${root}>)` : ""}: check the address in a browser`;
  return new Problem("source", "no-feed", about.url, `${about.url} is ${is}`);
}

function brokenOff(about: ListingAbout): Problem {
  return new Problem(
    "source",
    "broken-feed",
    about.url,
    `${about.url} breaks off before its first item: fetch it again, or tell its publisher`,
  );
}
