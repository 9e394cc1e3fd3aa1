/** What stands in an element: its characters, as they are meant; and titles and summaries as plain text. */
import { decodeHTMLStrict } from "entities";
import type { Element } from "./xml.ts";

/** Of a text longer than this, only the beginning is made plain. */
const maxPlain = 20_000;

/** The content of an element as it was meant: CDATA opened, character references read, tags within it as written. */
export function markupOf(text: string, element: Element, most = Number.POSITIVE_INFINITY): string {
  const end = Math.min(element.end, element.start + most);
  if (!element.markup) return characters(text.slice(element.start, end));
  const parts: string[] = [];
  let at = element.start;
  while (at < end) {
    const mark = text.indexOf("<", at);
    if (mark < 0 || mark >= end) break;
    if (mark > at) parts.push(characters(text.slice(at, mark)));
    if (text.startsWith("<![CDATA[", mark)) {
      const close = text.indexOf("]]>", mark + 9);
      const stop = close < 0 || close > end ? end : close;
      parts.push(text.slice(mark + 9, stop));
      at = stop + 3;
    } else if (text.startsWith("<!--", mark)) {
      const close = text.indexOf("-->", mark + 4);
      at = close < 0 ? end : close + 3;
    } else {
      const close = text.indexOf(">", mark);
      const stop = close < 0 || close >= end ? end : close + 1;
      parts.push(text.slice(mark, stop));
      at = stop;
    }
  }
  if (at < end) parts.push(characters(text.slice(at, end)));
  return parts.join("");
}

/** An element's words where no markup is meant: an id, a date, an address. */
export function wordsOf(text: string, element: Element): string {
  const words = element.markup
    ? withoutTags(markupOf(text, element, maxPlain))
    : markupOf(text, element, maxPlain);
  return words.trim();
}

export function attributeOf(text: string, element: Element, name: string, most = 10_000): string | undefined {
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i += 4) {
    const start = attributes[i]!;
    if (attributes[i + 1]! - start !== name.length || !text.startsWith(name, start)) continue;
    const from = attributes[i + 2]!;
    if (attributes[i + 3]! - from > most) return undefined;
    return characters(text.slice(from, attributes[i + 3]!)).trim();
  }
  return undefined;
}

/** Character references of XML and the names of HTML, which feeds use too. Those a feed declares itself stay as written. */
function characters(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text) : text;
}

/**
 * A title or a summary as words: tags dropped, references read until none is left (feeds escape twice and thrice),
 * white space made one, characters that steer dropped.
 */
export function plain(html: string, most: number): string {
  let text = html.length > maxPlain ? wholeTags(html.slice(0, maxPlain)) : html;
  for (let round = 0; round < 4; round++) {
    const before = text;
    if (text.includes("<")) text = withoutTags(text);
    text = characters(text);
    if (text === before) break;
  }
  text = tidy(text);
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most - 1);
  return `${tidy(text.slice(0, space > most / 2 ? space : most - 1))}…`;
}

export function tidy(text: string): string {
  const sound = text.isWellFormed() ? text : text.replace(/\p{Cs}/gu, "");
  // Single spaces, which are nearly all white space there is, are passed over.
  return sound
    .replace(steering, "")
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

// Control characters, soft hyphens, zero-width spaces, directions, marks of byte order.
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Elements that do not part words; any other tag does. */
const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const unread = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "math"]);

/** Only what looks like a tag is one: "AT&T < 5" and "a <3" stay. */
export function withoutTags(html: string): string {
  const next = seeker(html);
  const parts: string[] = [];
  let at = 0;
  for (let mark = html.indexOf("<"); mark >= 0; mark = html.indexOf("<", at)) {
    if (html.startsWith("<!--", mark)) {
      const close = next("-->", mark + 4);
      parts.push(html.slice(at, mark));
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const name = tagName(html, mark);
    const close = name === undefined ? -1 : next(">", mark);
    if (name === undefined || close < 0) {
      parts.push(html.slice(at, mark + 1));
      at = mark + 1;
      continue;
    }
    parts.push(html.slice(at, mark));
    if (!inline.has(name)) parts.push(" ");
    at = close + 1;
    if (unread.has(name) && html[mark + 1] !== "/" && html[close - 1] !== "/") {
      const end = next(`</${name}`, at);
      if (end >= 0) at = end;
    }
  }
  parts.push(html.slice(at));
  return parts.join("");
}

/** Lower-case name of the tag that begins at `mark`; undefined where none does. */
function tagName(html: string, mark: number): string | undefined {
  const start = html[mark + 1] === "/" ? mark + 2 : mark + 1;
  let end = start;
  for (; end - start < 40; end++) {
    const code = html.charCodeAt(end);
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    const follows = end > start && ((code >= 0x30 && code <= 0x3a) || code === 0x2d);
    if (!isLetter && !follows) break;
  }
  return end > start && /^[\s/>]$/.test(html[end] ?? "") ? html.slice(start, end).toLowerCase() : undefined;
}

/** indexOf for positions that only grow: no part of the text is searched twice for the same thing. */
function seeker(text: string): (what: string, from: number) => number {
  const found = new Map<string, number>();
  return (what, from) => {
    let at = found.get(what);
    if (at === undefined || (at >= 0 && at < from)) {
      at = text.indexOf(what, from);
      found.set(what, at);
    }
    return at;
  };
}

/**
 * The beginning of a long text as words, cut between two and marked as cut. Nothing where it holds none, or parts
 * that are not read, whose end may be further on.
 */
export function opening(html: string, most: number): string {
  const space = html.lastIndexOf(" ", most);
  const start = wholeTags(html.slice(0, Math.max(0, space)));
  if (/<(?:!--|script|style|template|noscript|iframe|object|svg|math)/i.test(start)) return "";
  const words = plain(start, most);
  return words === "" ? "" : `${words}…`;
}

/** Without the tag that a cut has left open. */
function wholeTags(cut: string): string {
  const tag = cut.lastIndexOf("<");
  return tag > cut.lastIndexOf(">") ? cut.slice(0, tag) : cut;
}
