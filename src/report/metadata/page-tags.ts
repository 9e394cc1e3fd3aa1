/** What a page's head and marked elements say: meta tags, microdata, `<title>`, `<html lang>`, canonical address. */
import { type Node, type Tree, textOf, treeOf } from "../tree.ts";
import { webAddress } from "../web-address.ts";
import type { Claim, Field } from "./claim.ts";

/** Meta names (`property`, `name` or `itemprop`) by field, in order of trust within each family. */
const metaFields: readonly (readonly [from: string, field: Field, names: readonly string[]])[] = [
  ["opengraph", "title", ["og:title"]],
  ["opengraph", "publisher", ["og:site_name"]],
  ["opengraph", "description", ["og:description"]],
  [
    "opengraph",
    "published",
    [
      "article:published_time",
      "og:article:published_time",
      "article:published:time",
      "article:published",
      "og:published_time",
      "og:pubdate",
    ],
  ],
  [
    "opengraph",
    "modified",
    [
      "article:modified_time",
      "og:article:modified_time",
      "article:modified:time",
      "og:updated_time",
      "article:modified",
    ],
  ],
  ["opengraph", "section", ["article:section", "og:article:section"]],
  ["opengraph", "byline", ["article:author:name", "og:article:author", "article:author"]],
  ["dublin-core", "title", ["dc.title", "dcterms.title", "citation_title"]],
  [
    "dublin-core",
    "byline",
    ["dc.creator", "dcterms.creator", "dc.creator.name", "citation_author", "dcsext.author"],
  ],
  [
    "dublin-core",
    "publisher",
    ["dc.publisher", "dcterms.publisher", "citation_journal_title", "citation_publisher"],
  ],
  [
    "dublin-core",
    "published",
    [
      "dcterms.created",
      "dc.date.issued",
      "dcterms.issued",
      "dcterms.date",
      "dc.date",
      "dc.date.created",
      "citation_publication_date",
      "citation_date",
      "dc.issued",
    ],
  ],
  ["dublin-core", "modified", ["dcterms.modified", "dc.date.modified"]],
  ["dublin-core", "language", ["dc.language", "dcterms.language"]],
  [
    "meta",
    "title",
    ["parsely-title", "sailthru.title", "twitter:title", "cxenseparse:title", "headline", "title", "hdl"],
  ],
  [
    "meta",
    "byline",
    [
      "author",
      "parsely-author",
      "sailthru.author",
      "byl",
      "cxenseparse:author",
      "authors",
      "byline",
      "article_author",
      "twitter:data1-author",
      "author-name",
    ],
  ],
  ["meta", "publisher", ["cxenseparse:publisher", "application-name", "publisher", "copyright-holder"]],
  ["meta", "credit", ["syndication-source", "original-source", "news_source", "source-organization", "wire"]],
  [
    "meta",
    "published",
    [
      "parsely-pub-date",
      "sailthru.date",
      "cxenseparse:recs:publishtime",
      "publish-date",
      "publish_date",
      "publishdate",
      "pubdate",
      "pub_date",
      "published-date",
      "published_time",
      "publication_date",
      "publication-date",
      "date",
      "datepublished",
      "article_date_original",
      "original-publish-date",
      "iso-8601-publish-date",
      "rnews:datepublished",
      "ptime",
      "displaydate",
      "dat",
      "timestamp",
      "created",
      "creation_date",
      "last-published",
      "vr:published_time",
      "bt:pubdate",
    ],
  ],
  [
    "meta",
    "modified",
    [
      "lastmod",
      "last-modified",
      "datemodified",
      "article.updated",
      "revised",
      "utime",
      "updated",
      "bt:moddate",
    ],
  ],
  ["meta", "section", ["parsely-section", "section", "cg", "category"]],
  ["meta", "description", ["description", "twitter:description"]],
  ["meta", "access", ["article:content_tier", "content_tier"]],
  ["meta", "notice", ["sitrep-notice"]],
  ["meta", "language", ["content-language", "language"]],
];

export interface PageTags {
  readonly claims: readonly Claim[];
  readonly jsonLd: readonly string[];
  readonly htmlLang?: string;
  readonly docTitle?: string;
  readonly headline?: string;
  /** Address of `rel=next`. */
  readonly next?: string;
  /** An AMP or a printed page: its canonical address is another's. */
  readonly isVariant: boolean;
  /** og:type says that the page is an article, or a site. */
  readonly saysArticle: boolean;
  readonly saysSite: boolean;
}

export function pageTags(tree: Tree): PageTags {
  const metas = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const micro: Claim[] = [];
  let htmlLang: string | undefined;
  let docTitle: string | undefined;
  let url: string | undefined;
  let next: string | undefined;
  let isVariant = false;
  const h1s: Node[] = [];
  const scopes = scopesOf(tree);
  for (const node of tree.nodes) {
    const { attributes, tag } = node;
    if (tag === "meta") addMeta(metas, attributes);
    else if (tag === "script") {
      if (/^\s*application\/(?:\w+\.)?ld\+json/i.test(attributes.type ?? ""))
        jsonLd.push(rawText(tree, node));
    } else if (tag === "html") {
      htmlLang ??= attributes.lang ?? attributes["xml:lang"];
      isVariant ||= attributes.amp !== undefined || attributes["⚡"] !== undefined;
    } else if (tag === "body")
      isVariant ||= /\b(?:print|printable|print-(?:page|view|version|friendly))\b/i.test(
        attributes.class ?? "",
      );
    else if (tag === "title") docTitle ??= textOf(tree, node) || undefined;
    else if (tag === "link" && /\bcanonical\b/i.test(attributes.rel ?? "")) url ??= attributes.href;
    else if ((tag === "link" || tag === "a") && /^next$/i.test(attributes.rel?.trim() ?? ""))
      next ??= attributes.href;
    else if (tag === "h1") h1s.push(node);
    if (attributes.itemprop !== undefined && ofArticle(tree.nodes[scopes[node.index]!]!))
      micro.push(...microClaims(tree, node));
  }
  const claims: Claim[] = [...micro];
  for (const [from, field, names] of metaFields) {
    for (const name of names) for (const value of metas.get(name) ?? []) claims.push({ field, value, from });
  }
  claims.push(...labelled(metas));
  for (const value of metas.get("og:url") ?? []) url ??= value;
  const canonical = webAddress(url);
  if (canonical !== undefined) claims.push({ field: "url", value: canonical, from: "canonical" });
  const headline = h1s.map((node) => textOf(tree, node)).find((text) => text.length > 8 || h1s.length === 1);
  return {
    claims,
    jsonLd,
    isVariant,
    saysArticle: /article/i.test(metas.get("og:type")?.[0] ?? ""),
    saysSite: /^website$/i.test(metas.get("og:type")?.[0] ?? ""),
    ...(next === undefined ? {} : { next }),
    ...(htmlLang ? { htmlLang } : {}),
    ...(docTitle === undefined ? {} : { docTitle }),
    ...(headline ? { headline } : {}),
  };
}

/** Cards for sharing pair a label with a value: twitter:label1 "Written by", twitter:data1 the name. */
function labelled(metas: ReadonlyMap<string, readonly string[]>): Claim[] {
  const claims: Claim[] = [];
  for (const [name, [label]] of metas) {
    const number = /^twitter:label(\d)$/.exec(name)?.[1];
    const value = number === undefined ? undefined : metas.get(`twitter:data${number}`)?.[0];
    if (value !== undefined && writtenBy.test(label!)) claims.push({ field: "byline", value, from: "meta" });
    if (name.startsWith("twitter:misc:") && writtenBy.test(name.slice("twitter:misc:".length)))
      claims.push({ field: "byline", value: label!, from: "meta" });
  }
  return claims;
}

const writtenBy =
  /^(?:written by|geschrieben von|verfasst von|escrito por|écrit par|scritto da|geschreven door|skriven av|skrevet av|ditulis oleh|author|autor|auteur)$/i;

function addMeta(metas: Map<string, string[]>, attributes: Readonly<Record<string, string>>): void {
  const content = wordsOf(attributes.content ?? "");
  if (content === "") return;
  for (const key of [attributes.property, attributes.name, attributes["http-equiv"]]) {
    if (key === undefined) continue;
    const name = key.trim().toLowerCase();
    const known = metas.get(name);
    if (known === undefined) metas.set(name, [content]);
    else if (known.length < 20 && !known.includes(content)) known.push(content);
  }
}

/** Heads carry the headline as the editors' system has it, with its markup. */
function wordsOf(content: string): string {
  const line = content.replace(/\s+/g, " ").trim();
  if (!/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.test(line)) return line;
  const tree = treeOf(line.slice(0, 5000));
  return textOf(tree, tree.nodes[0]!);
}

/** For each node the one whose `itemscope` its properties belong to (HTML standard 5.2.3); 0 for none. */
function scopesOf({ nodes }: Tree): Int32Array {
  const scopes = new Int32Array(nodes.length);
  for (const { index, parent } of nodes) {
    if (parent <= 0) continue;
    scopes[index] = nodes[parent]!.attributes.itemscope === undefined ? scopes[parent]! : parent;
  }
  return scopes;
}

/** Not a comment's author, a video's date, a list's headline. */
function ofArticle({ attributes }: Node): boolean {
  const type = attributes.itemtype;
  return (
    type === undefined ||
    /\b(?:\w*Article|\w*Posting|Report|WebPage|ItemPage|CreativeWork|Blog)\/?$/i.test(type.trim())
  );
}

/** schema.org microdata: only the properties that say something about an article. */
function microClaims(tree: Tree, node: Node): Claim[] {
  const claims: Claim[] = [];
  for (const property of node.attributes.itemprop!.toLowerCase().split(/\s+/, 5)) {
    const field = microFields[property];
    if (field === undefined) continue;
    const { attributes } = node;
    let value = attributes.content ?? attributes.datetime;
    if (field === "byline" || field === "publisher") value ??= nameWithin(tree, node);
    value ??=
      field === "published" || field === "modified"
        ? textOf(tree, node).slice(0, 100)
        : textOf(tree, node).slice(0, 300);
    if (value.trim() !== "") claims.push({ field, value: value.trim(), from: "microdata" });
  }
  return claims;
}

const microFields: Readonly<Record<string, Field>> = {
  headline: "title",
  author: "byline",
  creator: "byline",
  publisher: "publisher",
  datepublished: "published",
  datecreated: "published",
  datemodified: "modified",
  articlesection: "section",
  sourceorganization: "credit",
};

function nameWithin(tree: Tree, node: Node): string | undefined {
  for (let i = node.index + 1; i < node.end && i < node.index + 200; i++) {
    const child = tree.nodes[i]!;
    if (/\bname\b/i.test(child.attributes.itemprop ?? ""))
      return child.attributes.content ?? textOf(tree, child);
  }
  return undefined;
}

function rawText(tree: Tree, node: Node): string {
  let text = "";
  for (let i = node.index + 1; i < node.end; i++) text += tree.nodes[i]!.text;
  return text;
}
