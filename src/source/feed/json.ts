/** JSON Feed 1.x and GDELT's lists of articles; damaged ones as far as their items are whole. */
import { Problem } from "../../model/problem.ts";
import { counted, type Draft, type DraftItem, maxContent, maxItems } from "./draft.ts";
import { languageNamed } from "./language-names.ts";
import type { ListingAbout } from "./listing-shape.ts";
import { tidy } from "./text.ts";

/** Parsed JSON takes many times its size in memory. */
const maxCharacters = 32 * 2 ** 20;

type Fields = Readonly<Record<string, unknown>>;

export function jsonListing(text: string, about: ListingAbout): Draft {
  const gdelt = /(?:^|\.)gdeltproject\.org$/.test(hostname(about.url));
  if (!/^[\s\ufeff]*[{[]/.test(text)) throw noJson(text, gdelt, about);
  if (text.length > maxCharacters) {
    throw new Problem(
      "source",
      "too-large",
      about.url,
      `${about.url} is larger than ${maxCharacters / 2 ** 20} MiB, the limit for a JSON feed: follow a feed of one of its sections`,
    );
  }
  const warnings: string[] = [];
  const { root, mended } = parsed(text);
  if (mended !== undefined) warnings.push(mended);
  const version = string(root.version) ?? "";
  const feed = list(root.items);
  const articles = list(root.articles);
  const isGdelt = articles !== undefined || (gdelt && feed === undefined && Object.keys(root).length === 0);
  if (!isGdelt && feed === undefined && !/jsonfeed\.org/.test(version)) {
    throw new Problem(
      "source",
      mended === undefined ? "no-feed" : "broken-feed",
      about.url,
      `${about.url} is ${mended === undefined ? "JSON, but no JSON Feed" : "no JSON that can be read"}: check the address in a browser`,
    );
  }
  const listed = (isGdelt ? articles : feed) ?? [];
  if (listed.length > maxItems)
    warnings.push(`${counted(listed.length, "item")}: the first ${maxItems} were read`);
  const items = listed.slice(0, maxItems).filter(isFields);
  if (isGdelt) return { kind: "gdelt", items: items.map(gdeltItem), warnings };
  return {
    kind: "json-feed",
    title: string(root.title),
    homepage: string(root.home_page_url),
    self: string(root.feed_url),
    base: string(root.feed_url),
    next: string(root.next_url),
    hub: (list(root.hubs) ?? [])
      .filter(isFields)
      .map((hub) => string(hub.url))
      .find((url) => url !== undefined),
    language: string(root.language),
    items: items.map(feedItem),
    warnings,
  };
}

function feedItem(item: Fields): DraftItem {
  const [html, longHtml] = full(item.content_html);
  const [text, longText] = full(item.content_text);
  const authors = [...(list(item.authors) ?? []), item.author]
    .filter(isFields)
    .map((author) => string(author.name));
  // Ids should be strings; numbers are meant as such (JSON Feed 1.1, "id").
  const id = typeof item.id === "number" ? String(item.id) : string(item.id);
  return {
    id,
    links: [string(item.url), string(item.external_url), id],
    title: string(item.title),
    summary: string(item.summary),
    published: string(item.date_published),
    updated: string(item.date_modified),
    authors: authors.filter((name) => name !== undefined),
    language: string(item.language),
    longContent: longHtml || longText,
    content:
      html ??
      (text &&
        `<p>${text
          .replaceAll("&", "&amp;")
          .replaceAll("<", "&lt;")
          .split(/\n\s*\n/)
          .join("</p><p>")}</p>`),
  };
}

/** A full text, or that it is too long. */
function full(value: unknown): [string | undefined, boolean] {
  const text = string(value);
  const long = text !== undefined && text.length > maxContent;
  return [long ? undefined : text, long];
}

/** DOC 2.0, mode ArtList. `seendate` is when GDELT saw it, no word of the publisher: so it is no time of publication. */
function gdeltItem(article: Fields): DraftItem {
  return {
    links: [string(article.url), string(article.url_mobile)],
    title: spaced(string(article.title)),
    updated: string(article.seendate),
    publisher: string(article.domain),
    language: languageNamed(string(article.language) ?? ""),
  };
}

/** GDELT sets titles as tokens: "Ports closed , ministers say". */
const spaced = (title: string | undefined) =>
  title?.replace(/ ([,.;:!?%)\]’])/g, "$1").replace(/([([]) /g, "$1");

function noJson(text: string, gdelt: boolean, about: ListingAbout): Problem {
  const line = tidy(text.slice(0, 300)).slice(0, 200);
  return gdelt
    ? new Problem("source", "bad-query", about.url, `GDELT refuses the search: ${line} Change its words`)
    : new Problem("source", "no-feed", about.url, `${about.url} is no feed: check the address in a browser`);
}

/** The root object; where the text is damaged, its lists' whole items. */
function parsed(text: string): { root: Fields; mended?: string } {
  const first = tried(text);
  if (first !== undefined) return { root: isFields(first) ? first : {} };
  const clean = mended(text);
  const second = tried(clean);
  if (isFields(second)) return { root: second, mended: "not valid JSON: stray characters were dropped" };
  for (const name of ["items", "articles"]) {
    const items = wholeObjects(clean, name);
    if (items !== undefined) {
      return {
        root: { [name]: items },
        mended: `breaks off before its end: ${counted(items.length, "whole item")} read`,
      };
    }
  }
  return { root: {}, mended: "not valid JSON" };
}

function tried(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without control characters and with backslashes that escape nothing doubled: both come in GDELT's titles. */
function mended(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\p{Cc}/gu, " ")
    .replace(/\\(?:(["\\/bfnrt])|(u[\da-fA-F]{4})|)/g, (all, plain, code) =>
      plain !== undefined || code !== undefined ? all : "\\\\",
    );
}

/** The objects of the list called `name` that are whole, by counting brackets outside strings: once through the text. */
function wholeObjects(text: string, name: string): unknown[] | undefined {
  const opening = new RegExp(`"${name}"\\s{0,20}:\\s{0,20}\\[`).exec(text);
  if (opening === null) return undefined;
  const found: unknown[] = [];
  let depth = 0;
  let start = 0;
  for (let i = opening.index + opening[0].length; i < text.length && found.length < maxItems; i++) {
    const mark = text[i];
    if (mark === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === "\\") i++;
    } else if (mark === "{" || mark === "[") {
      if (depth++ === 0) start = i;
    } else if (mark === "}" || mark === "]") {
      if (--depth < 0) break;
      if (depth === 0) {
        const object = tried(text.slice(start, i + 1));
        if (object !== undefined) found.push(object);
      }
    }
  }
  return found;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const string = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : undefined);
const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

function hostname(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}
