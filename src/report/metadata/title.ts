/** Which of the titles that a page gives is its article's headline, and without what else stands in that line. */
import type { Claim } from "./claim.ts";
import { sameOutlet, withoutOutlet } from "./outlet.ts";

export interface TitleContext {
  /** What `<title>` says. */
  readonly docTitle?: string;
  /** The `<h1>` of the article. */
  readonly headline?: string;
  /** The `<h1>` stands right above the article's text. */
  readonly headlineLeads?: boolean;
  readonly publisher?: string;
}

/** Characters; what is longer is no title. */
const longest = 1000;

/** The claims stand in their order of trust. Undefined where the page gives no title at all. */
export function titleOf(claims: readonly Claim[], context: TitleContext): string | undefined {
  const clean = (title: string) =>
    title.length > longest ? "" : withoutOutlet(title.replace(/\s+/g, " ").trim(), context.publisher);
  const stated = claims
    .map(({ value, from }) => ({ from, text: clean(value) }))
    .filter(({ text }) => text.length > 1);
  const ruled = stated.find(({ from }) => from === "site-rule");
  if (ruled !== undefined) return ruled.text;
  const common = twiceStated(stated);
  const docTitle = clean(context.docTitle ?? "") || undefined;
  const headline = clean(context.headline ?? "") || undefined;
  if (headline === undefined || isSlogan(headline, context.publisher))
    return common ?? stated[0]?.text ?? docTitle ?? headline;
  if (common !== undefined) return common;
  // Out of its page a headline needs its kicker or does without it: og:title, made for that, says which.
  const shared = stated.find(({ from }) => from === "opengraph")?.text;
  if (shared !== undefined && (endsWith(headline, shared) || isKickered(shared, headline))) return shared;
  // Microdata mostly marks the <h1> itself: no second voice.
  const others = [
    ...stated.filter(({ from }) => from !== "microdata").map(({ text }) => text),
    docTitle ?? "",
  ];
  const respelt = others.find((title) => isSameBare(title, headline));
  if (respelt !== undefined) return wordCount(respelt) > wordCount(headline) ? respelt : headline;
  // "Boats leave | World" of the head is "Boats leave" and something about the page.
  if (others.some((title) => isTailed(title, headline))) return headline;
  const bared =
    others.find((title) => endsWith(headline, title)) ??
    others.map((title) => sharedTail(headline, title)).find((tail) => tail !== undefined);
  if (bared !== undefined) return bared;
  // What readers see as the headline, where the page's head confirms it: heads are often cut or reworded for search.
  if (others.some((title) => alike(title, headline)))
    return agreed(
      headline,
      stated.map(({ text }) => text),
    );
  // "+++" parts the entries of a ticker, of which a head can't keep up with the last.
  if (context.headlineLeads === true && wordCount(headline) > 4 && !headline.includes("+++")) return headline;
  return stated[0]?.text ?? headline;
}

/** What JSON-LD and OpenGraph, written by different hands, say alike. */
function twiceStated(stated: readonly { from: string; text: string }[]): string | undefined {
  const of = (from: string) => stated.find((title) => title.from === from)?.text;
  const [linked, shared] = [of("json-ld"), of("opengraph")];
  if (linked === undefined || shared === undefined || !isSameBare(linked, shared)) return undefined;
  return wordCount(shared) > wordCount(linked) ? shared : linked;
}

/** The headline, unless the page's head says otherwise twice with one voice. */
function agreed(headline: string, stated: readonly string[]): string {
  const first = stated[0];
  return first !== undefined && stated.length > 1 && stated.every((title) => isSameBare(title, first))
    ? first
    : headline;
}

/** The headline with a short end after a mark: an outlet or a section. */
function isTailed(title: string, headline: string): boolean {
  if (!title.startsWith(headline)) return false;
  const tail = /^\s+[|–—•·»-]\s+(.{1,40})$/.exec(title.slice(headline.length))?.[1];
  return tail !== undefined && wordCount(tail) <= 4;
}

function endsWith(long: string, short: string): boolean {
  return wordCount(short) > 3 && !isSameBare(long, short) && bare(long).endsWith(bare(short));
}

/** "Unrest: Boats leave the harbour"; what stands before a bar is a rubric. */
function isKickered(title: string, headline: string): boolean {
  return endsWith(title, headline) && /[:：–—-]\s*$/.test(title.slice(0, -headline.length));
}

/** "Unrest - Boats leave the harbour" and "Storm: Boats leave the harbour": two kickers, one headline. */
function sharedTail(headline: string, title: string): string | undefined {
  for (const { index, 0: mark } of headline.matchAll(/:\s+|\s+[|–—•·/-]\s+/g)) {
    const tail = headline.slice(index + mark.length);
    const rest = title.slice(0, -tail.length);
    if (wordCount(tail) > 3 && title.endsWith(tail) && /(?::|[|–—•·/-])\s+$/.test(rest)) return tail;
  }
  return undefined;
}

function isSlogan(headline: string, publisher: string | undefined): boolean {
  return publisher !== undefined && sameOutlet(headline, publisher);
}

function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared >= 0.6 * Math.max(1, Math.min(x.size, y.size)) && shared >= Math.min(2, x.size);
}

const isSameBare = (a: string, b: string) => bare(a) === bare(b);
const bare = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const wordCount = (title: string) => title.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
