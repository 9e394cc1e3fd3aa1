/** A listing as its format gives it, and what is made of it whatever the format: plain words, believed times, keys. */
import { disbelief, instantOf, latestBelieved } from "./dates.ts";
import { addressOf, bareAddress } from "./link.ts";
import type { ListedItem, Listing, ListingAbout, ListingKind, ListingPart } from "./listing-shape.ts";
import { opening, plain, tidy } from "./text.ts";

/** As written: titles with markup, times in any form, addresses perhaps relative. */
export interface DraftItem {
  readonly id?: string | undefined;
  /** By trust: the first that is an http(s) address counts. */
  readonly links: readonly (string | undefined)[];
  readonly base?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly publisher?: string | undefined;
  readonly authors?: readonly string[];
  readonly language?: string | undefined;
  readonly content?: string | undefined;
  /** There was a full text, of more than `maxContent` characters. */
  readonly longContent?: boolean;
}

export interface Draft {
  readonly kind: ListingKind;
  readonly title?: string | undefined;
  readonly homepage?: string | undefined;
  readonly language?: string | undefined;
  readonly base?: string | undefined;
  readonly items: readonly DraftItem[];
  readonly parts?: readonly { url: string | undefined; modified?: string | undefined }[];
  readonly next?: string | undefined;
  readonly hub?: string | undefined;
  readonly self?: string | undefined;
  readonly every?: number | undefined;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  readonly warnings: readonly string[];
}

/** Feeds hold tens, news sitemaps a thousand, sitemaps fifty thousand at most by their standard. */
export const maxItems = 20_000;
export const maxSitemapItems = 50_000;
const maxTitle = 1000;
const maxSummary = 4000;
const maxOpening = 1000;
export const maxContent = 5_000_000;
const maxAuthors = 20;
const maxWarnings = 20;

export function listed(draft: Draft, about: ListingAbout, before: readonly string[]): Listing {
  const tally = new Tally(about.fetchedAt);
  const base = addressOf(draft.base, about.url) ?? addressOf(about.url);
  const homepage = addressOf(draft.homepage, base);
  const weak = new Set([homepage, base, addressOf(draft.self, base)].map((url) => url && bareAddress(url)));
  const items: ListedItem[] = [];
  for (const item of draft.items) {
    const found = listedItem(item, base, weak, tally);
    if (found !== undefined) items.push(found);
  }
  const warnings = [...before, ...draft.warnings, ...tally.warnings()];
  return defined<Listing>({
    kind: draft.kind,
    title: words(draft.title, maxTitle),
    homepage,
    language: languageOf(draft.language),
    items: distinct(items),
    parts: draft.parts && partsOf(draft.parts, base, tally),
    next: addressOf(draft.next, base),
    hub: addressOf(draft.hub, base),
    self: addressOf(draft.self, base),
    every:
      draft.every !== undefined && draft.every > 0
        ? Math.min(Math.max(60, Math.round(draft.every)), aYear)
        : undefined,
    skipHours: nonEmpty(draft.skipHours),
    skipDays: nonEmpty(draft.skipDays),
    warnings: warnings.slice(0, maxWarnings),
  });
}

const aYear = 366 * 86_400;

function listedItem(
  item: DraftItem,
  base: string | undefined,
  weak: ReadonlySet<string | undefined>,
  tally: Tally,
): ListedItem | undefined {
  const own = item.base === undefined ? base : (addressOf(item.base, base) ?? base);
  const url = firstAddress(item.links, own);
  if (url === undefined) {
    tally.noAddress++;
    return undefined;
  }
  if (item.longContent === true) tally.longContent++;
  const published = tally.instant(item.published);
  const updated = tally.instant(item.updated);
  const publisher = words(item.publisher, 200);
  return defined<ListedItem>({
    key: keyOf(item.id, url, weak),
    url,
    title: titleOf(item.title, publisher),
    summary: words(item.summary, maxSummary) ?? summaryOf(item.content),
    published,
    updated: updated === published ? undefined : updated,
    publisher,
    authors: authorsOf(item.authors ?? []),
    language: languageOf(item.language),
    content: nonBlank(item.content),
  });
}

function firstAddress(links: DraftItem["links"], base: string | undefined): string | undefined {
  for (const link of links) {
    const url = addressOf(link, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

/**
 * The feed's id, where it can be one: ids that every item may share (the site's own address, "0") would make all but
 * the first item look like something seen before.
 */
function keyOf(id: string | undefined, url: string, weak: ReadonlySet<string | undefined>): string {
  const trimmed = id === undefined ? "" : tidy(id);
  if (trimmed.length < 4 || trimmed.length > 2000) return bareAddress(url);
  if (!/^https?:/i.test(trimmed)) return trimmed;
  const bare = bareAddress(trimmed);
  return weak.has(bare) ? bareAddress(url) : bare;
}

/**
 * The same key with the same address is one item, listed twice. With another address the id is not one: then each
 * is told apart by its address too, whichever comes first, so that no order of items hides one.
 */
function distinct(items: readonly ListedItem[]): ListedItem[] {
  const first = new Map<string, ListedItem>();
  const shared = new Set<string>();
  for (const item of items) {
    const before = first.get(item.key);
    if (before === undefined) first.set(item.key, item);
    else if (!shared.has(item.key) && bareAddress(before.url) !== bareAddress(item.url)) shared.add(item.key);
  }
  if (shared.size === 0) return [...first.values()];
  const found = new Map<string, ListedItem>();
  for (const item of items) {
    const bare = shared.has(item.key) ? bareAddress(item.url) : item.key;
    const key = bare === item.key ? bare : `${item.key} ${bare}`;
    if (!found.has(key)) found.set(key, key === item.key ? item : { ...item, key });
  }
  return [...found.values()];
}

/** Searches name the publisher after the title too ("Ports closed - The Harbour Post"): it is cut where they agree. */
function titleOf(written: string | undefined, publisher: string | undefined): string | undefined {
  const title = words(written, maxTitle);
  if (title === undefined || publisher === undefined || title.length <= publisher.length + 3) return title;
  const start = title.length - publisher.length;
  if (title.slice(start).toLowerCase() !== publisher.toLowerCase()) return title;
  const cut = /^(.*\S)\s+[-–—|]\s+$/s.exec(title.slice(0, start))?.[1];
  return cut ?? title;
}

/** RSS writes an address and a name in brackets, feeds of others "Name <address>". An address alone is nobody's name. */
function authorsOf(written: readonly string[]): string[] {
  const names = new Set<string>();
  for (const one of written) {
    const text = plain(one.replace(/<[^<>@\s]{1,100}@[^<>@\s]{1,100}>/g, " "), 300);
    const inBrackets = /^\S+@\S+\s+\((.{1,200})\)$/.exec(text)?.[1];
    const name = (inBrackets ?? text).replace(/^(?:by|von|par|por)\s+(?=\S)/i, "").trim();
    if (name !== "" && !/^\S+@\S+$/.test(name) && !/^https?:/i.test(name)) names.add(name);
    if (names.size >= maxAuthors) break;
  }
  return [...names];
}

function partsOf(
  parts: readonly { url: string | undefined; modified?: string | undefined }[],
  base: string | undefined,
  tally: Tally,
): ListingPart[] {
  const found: ListingPart[] = [];
  for (const part of parts) {
    const url = addressOf(part.url, base);
    const modified = tally.instant(part.modified);
    if (url !== undefined) found.push(modified === undefined ? { url } : { url, modified });
  }
  return found.sort((a, b) => compare(b.modified ?? "", a.modified ?? ""));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What was left out, counted, and told in one line each. */
class Tally {
  noAddress = 0;
  longContent = 0;
  private readonly left = new Map<string, { count: number; first: string }>();
  private readonly latest: string;

  constructor(fetchedAt: string) {
    this.latest = latestBelieved(fetchedAt);
  }

  instant(written: string | undefined): string | undefined {
    if (written === undefined || written.trim() === "") return undefined;
    const instant = instantOf(written);
    const why =
      instant === undefined
        ? "that cannot be read"
        : { future: "in the future", past: "before there were newspapers", none: undefined }[
            disbelief(instant, this.latest) ?? "none"
          ];
    if (why === undefined) return instant;
    const left = this.left.get(why) ?? { count: 0, first: tidy(written.slice(0, 60)) };
    left.count++;
    this.left.set(why, left);
    return undefined;
  }

  warnings(): string[] {
    const lines: string[] = [];
    for (const [why, { count, first }] of this.left) {
      lines.push(`${counted(count, "time")} ${why} left out (${JSON.stringify(first)})`);
    }
    if (this.noAddress > 0) lines.push(`${counted(this.noAddress, "item")} without an http address left out`);
    if (this.longContent > 0)
      lines.push(`${counted(this.longContent, "full text")} of more than ${maxContent} characters left out`);
    return lines;
  }
}

export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function words(written: string | undefined, most: number): string | undefined {
  return written === undefined ? undefined : nonBlank(plain(written, most));
}

/** Where there is only a full text, its beginning; the whole of it is made plain only where that holds no words. */
function summaryOf(content: string | undefined): string | undefined {
  if (content === undefined) return undefined;
  return (content.length > maxOpening && opening(content, maxOpening)) || words(content, maxSummary);
}

/** BCP 47 in lower case; "und", "x-default" and words that are no tag are nothing. */
function languageOf(written: string | undefined): string | undefined {
  const tag = written?.trim().toLowerCase().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(tag) && tag !== "und" ? tag : undefined;
}

const nonBlank = (text: string | undefined) => (text === undefined || text.trim() === "" ? undefined : text);
const nonEmpty = <T>(list: readonly T[] | undefined) =>
  list === undefined || list.length === 0 ? undefined : list;

/** Without the keys that are undefined: absent means unknown. */
function defined<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in parts) if (parts[key] !== undefined) kept[key] = parts[key];
  return kept as T;
}
