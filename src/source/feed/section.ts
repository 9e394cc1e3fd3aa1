/**
 * Links to articles on a section page or a front page. Each link is weighed by its address (dates, slugs, numbers,
 * words for what is no article), by its words (headlines are long) and by its place (headings, article elements;
 * navigation and footers). Then the links that look alike, in address or in block, vote with it: a site writes its
 * articles' addresses in one way and sets its headlines in one block, so what is doubtful alone is clear in company.
 */
import { type Anchor, pageLinks } from "./anchors.ts";
import { type DraftItem, listed } from "./draft.ts";
import { addressOf, bareAddress } from "./link.ts";
import type { Listing } from "./listing-shape.ts";
import { actions, files, listings, notArticles } from "./section-words.ts";

/** One address with all links to it. */
export interface Candidate {
  readonly url: string;
  readonly anchors: readonly Anchor[];
  /** The best of its links' words. */
  readonly title: string;
  readonly shape: string;
  readonly own: number;
}

export interface Decision {
  readonly candidate: Candidate;
  readonly score: number;
  readonly followed: boolean;
}

/** At this weight a link is followed. */
const threshold = 2;
const maxLinks = 2000;
/** Longer ones carry something else than where an article is. */
const maxAddress = 1000;

/** A listing of what looks like an article of this page's site, in the page's order. Never throws. */
export function sectionOf(html: string, url: string, fetchedAt = farAhead): Listing {
  const page = pageLinks(html, url);
  const items = decide(page.anchors, url)
    .filter(({ followed }) => followed)
    .slice(0, maxLinks)
    .map(({ candidate }): DraftItem => {
      const { url, title, anchors } = candidate;
      // One word or two outside a heading are what a sentence linked from, or "Next article": no title.
      const isTitle = wordsWeight(title) > -1.5 || anchors.some(({ heading }) => heading === title);
      return {
        links: [url],
        title: isTitle ? title : undefined,
        published: anchors.find(({ time }) => time !== undefined)?.time,
      };
    });
  return listed(
    { kind: "section", title: page.title, homepage: url, language: page.language, items, warnings: [] },
    { url, fetchedAt },
    [],
  );
}

/** When nobody says when the page was fetched, only times that no clock will see are left out. */
const farAhead = "9998-01-01T00:00:00Z";

/** Every address that could be an article, with its weight: for looking at what was decided, too. */
export function decide(anchors: readonly Anchor[], pageUrl: string): Decision[] {
  if (addressOf(pageUrl) === undefined) return [];
  const candidates = candidatesOf(anchors, pageUrl);
  const byShape = medians(candidates, ({ shape, own }) => [[shape, own]]);
  const byBlock = medians(candidates, ({ anchors, own }) => anchors.map(({ block }) => [block, own]));
  return candidates.map((candidate) => {
    const { own, shape, anchors } = candidate;
    const shapeVote = byShape.get(shape) ?? own;
    const blockVote = Math.max(...anchors.map(({ block }) => byBlock.get(block) ?? own));
    const score = 0.5 * own + 0.3 * shapeVote + 0.2 * blockVote;
    return { candidate, score, followed: score >= threshold && own > 0 };
  });
}

function candidatesOf(anchors: readonly Anchor[], pageUrl: string): Candidate[] {
  const self = bareAddress(pageUrl);
  const site = siteOf(new URL(pageUrl).hostname);
  const groups = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    if (anchor.url.length > maxAddress) continue;
    const bare = bareAddress(anchor.url);
    if (bare === self || files.test(new URL(bare).pathname)) continue;
    const group = groups.get(bare);
    if (group === undefined) groups.set(bare, [anchor]);
    else group.push(anchor);
  }
  const weighed = [...groups.values()].map((anchors) => {
    const url = new URL(anchors[0]!.url);
    return { anchors, url, address: addressWeight(url), abroad: siteOf(url.hostname) !== site };
  });
  // A page that gathers from elsewhere links to articles mostly there; on any other, what leads away is no article of it.
  const likely = weighed.filter(({ address }) => address >= 2);
  const away = likely.filter(({ abroad }) => abroad).length;
  const gathers = away >= 4 && away > 0.6 * likely.length;
  return weighed.map(({ anchors, url, address, abroad }) => {
    const title = titleOf(anchors);
    const own =
      address + wordsWeight(title) + Math.max(...anchors.map(placeWeight)) - (abroad && !gathers ? 8 : 0);
    return { url: anchors[0]!.url, anchors, title, shape: shapeOf(url), own };
  });
}

/** Middle weight of each group of at least four; smaller ones have no vote. */
function medians(
  candidates: readonly Candidate[],
  keys: (candidate: Candidate) => readonly (readonly [string, number])[],
): ReadonlyMap<string, number> {
  const groups = new Map<string, number[]>();
  for (const candidate of candidates) {
    for (const [key, own] of keys(candidate)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [own]);
      else group.push(own);
    }
  }
  const found = new Map<string, number>();
  for (const [key, group] of groups) {
    if (group.length < 4) continue;
    group.sort((a, b) => a - b);
    found.set(key, group[Math.floor(group.length / 2)]!);
  }
  return found;
}

function addressWeight(url: URL): number {
  const segments = segmentsOf(url);
  const last = segments[segments.length - 1];
  if (last === undefined) return -6;
  let weight = 0;
  const stem = last.replace(/\.(?:s?html?|php|aspx?|jsp|cms|ece|story)$/i, "");
  const slug = stem.split(/[-_+]|%20/).filter((word) => /\p{L}{2}|%[\dA-F]{2}/iu.test(word)).length;
  const id =
    /\d{5,}|\d{2,4}-\d{4,}|[\da-f]{8}-[\da-f]{4}-/i.test(last) ||
    isCode(last.slice(Math.max(last.lastIndexOf("."), last.lastIndexOf("-"), last.lastIndexOf("_")) + 1));
  weight += slug >= 5 ? 3 : slug === 4 ? 2.5 : slug === 3 ? 1.5 : slug === 2 ? 0.2 : 0;
  if (id) weight += 1.5;
  if (/\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2]|[a-z]{3})[/-]?(?:[0-2]?\d|3[01])(?:[/-]|$)/i.test(url.pathname))
    weight += 2.5;
  else if (/\/(?:19|20)\d\d(?:\/(?:0?[1-9]|1[0-2]))?\/./.test(url.pathname) && (slug >= 2 || id))
    weight += 1.5;
  if (
    /^(?:id|storyid|articleid|aid|nid|newsid|p|sid|idn)$/i.test([...url.searchParams.keys()][0] ?? "") &&
    /\d{3,}/.test(url.search)
  )
    weight += 2;
  if (stem !== last && (slug >= 3 || id)) weight += 0.5;
  if (segments.slice(0, 1).length === segments.length && slug < 2 && !id) weight -= 2;
  const lower = segments.map((segment) => segment.toLowerCase());
  // "/topic/ports" and "/ports/topic/" alike; an article may be about a tag, in its slug.
  if (lower.some((segment) => notArticles.has(segment))) weight -= 4;
  else if (lower.some((segment) => listings.has(segment)))
    weight -= slug >= 3 || /^\d{4,}$/.test(stem) ? 0.5 : 3;
  if (subdomains(url.hostname).some((label) => notArticles.has(label))) weight -= 4;
  if (/[?&](?:page|paged|offset|s|q|query|search|replytocom|share)=/i.test(url.search)) weight -= 3;
  return weight;
}

/** Letters and digits that mean nothing to people: "B2LA2G3", "c4g8m9x1ndo". */
const isCode = (part: string) =>
  /^[a-z\d]{7,40}$/i.test(part) &&
  /\d/.test(part) &&
  /[a-z]/i.test(part) &&
  (/\d[a-z]+\d/i.test(part) || part.length >= 9);

/** Scripts without spaces between words count three characters a word. */
function wordsWeight(title: string): number {
  if (
    actions.has(
      title
        .toLowerCase()
        .replace(/[\s.…»›>]+/g, "-")
        .replace(/^-|-$/g, ""),
    )
  )
    return -2;
  const unspaced =
    title.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = title.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length + Math.floor(unspaced / 3);
  return words >= 6 ? 1.5 : words >= 4 ? 1 : words === 3 ? 0 : words === 0 ? -0.5 : -1.5;
}

function placeWeight({ zone, heading, rel, dated }: Anchor): number {
  let weight = 0;
  if (heading !== "") weight += 1.5;
  if (dated) weight += 0.5;
  if (zone === "furniture") weight -= 3;
  else if (zone === "header") weight -= 1;
  else if (zone === "aside") weight -= 0.5;
  else if (zone === "article") weight += 0.5;
  if (/\b(?:tag|author|sponsored|search|help|license|privacy-policy)\b/.test(rel)) weight -= 4;
  return weight;
}

/** A heading before other words, long before short; what only does something is the last resort. */
function titleOf(anchors: readonly Anchor[]): string {
  let best = "";
  let bestWeight = Number.NEGATIVE_INFINITY;
  for (const { heading, text } of anchors) {
    const title = heading || text;
    const weight = wordsWeight(title) + (heading === "" ? 0 : 3) - (title.length > 250 ? 2 : 0);
    if (weight > bestWeight) {
      best = title;
      bestWeight = weight;
    }
  }
  return best;
}

/** An address with its parts by kind: "/world/2026/11/25/ports-closed-again" is "w/y/d/d/s". */
function shapeOf(url: URL): string {
  const kinds = segmentsOf(url).map((segment) => {
    if (/^(?:19|20)\d\d$/.test(segment)) return "y";
    if (/^\d{1,2}$/.test(segment)) return "d";
    if (/^\d+$/.test(segment)) return "n";
    const stem = segment.replace(/\.[a-z]{2,5}$/i, "");
    const words = stem.split(/[-_]/).length;
    const kind = words >= 4 ? "s" : words >= 2 ? "v" : "w";
    return `${kind}${/\d{4,}/.test(stem) ? "n" : ""}${stem === segment ? "" : "."}`;
  });
  return `${url.hostname}/${kinds.join("/")}${url.search === "" ? "" : "?"}`;
}

const segmentsOf = (url: URL) => url.pathname.split("/").filter((segment) => segment !== "");

/** The name that a site registered, roughly: "edition.post.example" is of "post.example", "a.post.co.uk" of "post.co.uk". */
function siteOf(host: string): string {
  const labels = host.split(".");
  const second = labels[labels.length - 2] ?? "";
  const last = labels[labels.length - 1] ?? "";
  const pair = last.length === 2 && /^(?:co|com|org|net|gov|ac|edu|gob|gov|or|ne|go)$/.test(second);
  return labels.slice(pair ? -3 : -2).join(".");
}

/** "jobs" and "www" of "jobs.post.example". */
const subdomains = (host: string) =>
  host.slice(0, Math.max(0, host.length - siteOf(host).length - 1)).split(".");
