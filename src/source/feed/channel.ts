/** What a feed says of itself: its name, its site, and how often to ask. */
import { attributeOf, markupOf, wordsOf } from "./text.ts";
import type { Element } from "./xml.ts";

export interface ChannelParts {
  title?: string;
  homepage?: string;
  language?: string;
  self?: string;
  next?: string;
  hub?: string;
  /** Minutes, of RSS' ttl. */
  ttl?: number;
  /** Seconds, and how often in them (RSS 1.0's syndication module). */
  period?: number;
  frequency?: number;
  skipHours?: number[];
  skipDays?: number[];
}

/** Seconds. */
const periods: ReadonlyMap<string, number> = new Map([
  ["hourly", 3600],
  ["daily", 86_400],
  ["weekly", 7 * 86_400],
  ["monthly", 30 * 86_400],
  ["yearly", 365 * 86_400],
]);

const days = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** Takes one child of a channel or feed into `parts`; what comes first counts. */
export function channelField(text: string, element: Element, parts: ChannelParts): void {
  switch (element.name) {
    case "title":
      parts.title ??= markupOf(text, element, 10_000);
      break;
    case "language":
    case "dc:language":
      parts.language ??= wordsOf(text, element);
      break;
    case "link":
    case "atom:link":
    case "atom10:link":
      link(text, element, parts);
      break;
    case "ttl":
      parts.ttl ??= positive(wordsOf(text, element));
      break;
    case "sy:updateperiod":
      parts.period ??= periods.get(wordsOf(text, element).toLowerCase()) ?? 0;
      break;
    case "sy:updatefrequency":
      parts.frequency ??= positive(wordsOf(text, element));
      break;
    case "skiphours":
      parts.skipHours = numbers(element, (one) => {
        const hour = Number(wordsOf(text, one) || Number.NaN);
        // RSS 0.91 counted them from 1 to 24.
        return Number.isInteger(hour) && hour >= 0 && hour <= 24 ? hour % 24 : -1;
      });
      break;
    case "skipdays":
      parts.skipDays = numbers(element, (one) => days.indexOf(wordsOf(text, one).toLowerCase()));
      break;
  }
}

function link(text: string, element: Element, parts: ChannelParts): void {
  const href = attributeOf(text, element, "href");
  if (href === undefined) {
    const words = wordsOf(text, element);
    if (words !== "") parts.homepage ??= words;
    return;
  }
  switch (attributeOf(text, element, "rel")?.toLowerCase() ?? "alternate") {
    case "alternate":
      parts.homepage ??= href;
      break;
    case "self":
      parts.self ??= href;
      break;
    case "next":
    case "prev-archive":
      parts.next ??= href;
      break;
    case "hub":
      parts.hub ??= href;
      break;
  }
}

/** Seconds between two visits, where the feed says so. */
export function everyOf({ ttl, period, frequency }: ChannelParts): number | undefined {
  if (ttl !== undefined && ttl > 0) return ttl * 60;
  return period !== undefined && period > 0 ? period / (frequency || 1) : undefined;
}

function positive(words: string): number {
  const number = Number(words);
  return number > 0 && number < 1e6 ? number : 0;
}

function numbers(element: Element, of: (child: Element) => number): number[] {
  return [...new Set(element.children.map(of))].filter((number) => number >= 0).sort((a, b) => a - b);
}
