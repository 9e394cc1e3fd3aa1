/** schema.org metadata in JSON-LD: read as tolerantly as publishers write it. */
import { collapse, type Tree, textOf, treeOf } from "../tree.ts";
import type { Claim, Field } from "./claim.ts";

type Thing = Readonly<Record<string, unknown>>;

/** schema.org types of articles, the more telling ones first. */
const articleTypes =
  /^(?:\w*NewsArticle|LiveBlogPosting|Article|BlogPosting|SocialMediaPosting|Report|TechArticle|ScholarlyArticle|MedicalScholarlyArticle|AdvertiserContentArticle|SatiricalArticle)$/i;
const maxThings = 20_000;

export interface Page {
  readonly url?: string;
  /** Titles that the page gives elsewhere, to tell its article from others that it lists. */
  readonly titles: readonly string[];
}

/** All that a page's scripts describe. */
export interface JsonLd {
  readonly things: readonly Thing[];
  readonly byId: ReadonlyMap<string, Thing>;
}

export function jsonLdOf(scripts: readonly string[]): JsonLd {
  const things = scripts.flatMap((script) => thingsOf(parsed(script)));
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = text(thing["@id"]);
    if (id !== undefined && !byId.has(id) && Object.keys(thing).length > 1) byId.set(id, thing);
  }
  return { things, byId };
}

/** One entry of a page that goes on being written. */
export interface LiveUpdate {
  readonly headline?: string;
  readonly body?: string;
  readonly published?: string;
  readonly url?: string;
  readonly authors: readonly string[];
}

/** `liveBlogUpdate` of every LiveBlogPosting; undefined where the page is none. */
export function liveUpdatesOf({ things, byId }: JsonLd): LiveUpdate[] | undefined {
  const blogs = things.filter((thing) => typesOf(thing).includes("LiveBlogPosting"));
  if (blogs.length === 0) return undefined;
  const updates = blogs.flatMap(({ liveBlogUpdate }) =>
    Array.isArray(liveBlogUpdate) ? liveBlogUpdate : liveBlogUpdate === undefined ? [] : [liveBlogUpdate],
  );
  return updates.slice(0, mostUpdates).flatMap((update): LiveUpdate[] => {
    if (typeof update !== "object" || update === null) return [];
    const thing = update as Thing;
    const [headline, published] = [plain(thing.headline) ?? plain(thing.name), text(thing.datePublished)];
    const url = text(thing.url) ?? text(thing["@id"]);
    const body = text(thing.articleBody);
    return [
      {
        authors: names(thing.author, byId),
        ...(headline === undefined ? {} : { headline }),
        ...(body === undefined ? {} : { body }),
        ...(published === undefined ? {} : { published }),
        ...(url === undefined ? {} : { url }),
      },
    ];
  });
}

const mostUpdates = 2000;

/** Types of pages that list articles and are none. */
export function isList({ things }: JsonLd): boolean {
  const types = things.flatMap(typesOf);
  return (
    types.some((type) => /^(?:CollectionPage|SearchResultsPage)$/.test(type)) &&
    !types.some((type) => articleTypes.test(type))
  );
}

export function jsonLdClaims({ things, byId }: JsonLd, page: Page): Claim[] {
  // A live blog's entries are articles too, but not the one that the page is about.
  const updates = new Set(things.flatMap(({ liveBlogUpdate }) => liveBlogUpdate ?? []));
  const articles = things.filter(
    (thing) => !updates.has(thing) && typesOf(thing).some((type) => articleTypes.test(type)),
  );
  const article = best(articles, page);
  const claims: Claim[] = [];
  const add = (field: Field, value: string | undefined, from = "json-ld") => {
    if (value !== undefined && value !== "") claims.push({ field, value, from });
  };
  if (article !== undefined) {
    add("title", plain(article.headline) ?? plain(article.name));
    for (const author of names(article.author ?? article.creator, byId)) add("byline", author);
    add("publisher", names(article.publisher, byId)[0] ?? names(article.publisherImprint, byId)[0]);
    add(
      "credit",
      names(article.sourceOrganization, byId)[0] ??
        names(article.provider, byId)[0] ??
        plain(article.creditText) ??
        // An organisation that wrote it; where it is the publisher itself, it is no credit (metadata.ts).
        names(organisationsOf(article.author ?? article.creator), byId).find((name) => !ownStaff.test(name)),
    );
    add("published", text(article.datePublished) ?? text(article.dateCreated));
    add("modified", text(article.dateModified));
    add("section", plain(first(article.articleSection)));
    add("language", language(article.inLanguage));
    add("description", plain(article.description));
    add("articleBody", text(article.articleBody));
    const free = first(article.isAccessibleForFree);
    if (free === false || /^(?:false|no)$/i.test(String(free))) add("access", "paid");
  }
  // A check of facts may be described by its verdict alone.
  for (const thing of article === undefined ? things : []) {
    if (!typesOf(thing).includes("ClaimReview")) continue;
    add("published", text(thing.datePublished));
    add("modified", text(thing.dateModified));
    for (const author of names(thing.author, byId)) add("byline", author);
    break;
  }
  // A page's own entry fills what its article's leaves open.
  for (const thing of things) {
    if (!typesOf(thing).some((type) => /^(?:WebPage|ItemPage|NewsMediaOrganization|WebSite)$/i.test(type)))
      continue;
    if (typesOf(thing).some((type) => /Page$/i.test(type))) {
      add("published", text(thing.datePublished), "json-ld-page");
      add("modified", text(thing.dateModified), "json-ld-page");
      add("language", language(thing.inLanguage), "json-ld-page");
    } else add("publisher", plain(thing.name), "json-ld-page");
  }
  return claims;
}

function best(articles: readonly Thing[], page: Page): Thing | undefined {
  let chosen: Thing | undefined;
  let most = -1;
  for (const article of articles) {
    const headline = plain(article.headline) ?? plain(article.name);
    const urls = [article.url, article.mainEntityOfPage, article["@id"]].map(
      (url) => text(url) ?? text((url as Thing | undefined)?.["@id"]),
    );
    const score =
      (headline !== undefined ? 1 : 0) +
      (article.datePublished !== undefined ? 2 : 0) +
      (article.articleBody !== undefined ? 1 : 0) +
      (urls.some((url) => url !== undefined && page.url !== undefined && samePage(url, page.url)) ? 4 : 0) +
      (headline !== undefined &&
      page.titles.some((title) => title.includes(headline) || headline.includes(title))
        ? 4
        : 0);
    if (score > most) {
      most = score;
      chosen = article;
    }
  }
  return chosen;
}

const samePage = (a: string, b: string) => bare(a) === bare(b);
const bare = (url: string) =>
  url
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");

/** JSON as found in pages: comment or CDATA wrapping, raw line breaks in strings, commas too many. Broken beyond that: nothing. */
function parsed(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?$/, "")
    .replace(/;\s*$/, "");
  for (const attempt of [() => json, () => repaired(json)]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // the next attempt, or none
    }
  }
  return undefined;
}

/** One pass over the characters, aware of strings: control characters escaped, commas before brackets dropped. */
function repaired(json: string): string {
  const out: string[] = [];
  let inString = false;
  let comma = -1;
  for (let i = 0; i < json.length; i++) {
    const c = json[i]!;
    if (inString) {
      if (c === "\\") {
        const next = json[++i] ?? "";
        out.push(/["\\/bfnrtu]/.test(next) ? c + next : next);
      } else if (c < " ") out.push(c === "\n" ? "\\n" : " ");
      else {
        out.push(c);
        if (c === '"') inString = false;
      }
      continue;
    }
    if ((c === "}" || c === "]") && comma >= 0) out[comma] = "";
    if (c === ",") comma = out.length;
    else if (c > " ") comma = -1;
    if (c === '"') inString = true;
    out.push(c);
  }
  return out.join("");
}

/** Every object in the value that has a type, outermost first; bounded, without recursion. */
function thingsOf(value: unknown): Thing[] {
  const things: Thing[] = [];
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < maxThings; i++) {
    const next = queue[i];
    if (Array.isArray(next)) for (const item of next) queue.push(item);
    else if (typeof next === "object" && next !== null) {
      const thing = next as Thing;
      if (thing["@type"] !== undefined || thing["@id"] !== undefined) things.push(thing);
      for (const item of Object.values(thing))
        if (typeof item === "object" && item !== null) queue.push(item);
    }
  }
  return things;
}

function typesOf(thing: Thing): string[] {
  const type = thing["@type"];
  const all = Array.isArray(type) ? type : [type];
  return all
    .filter((one): one is string => typeof one === "string")
    .map((one) => one.replace(/^.*[/#:]/, ""));
}

/** Names of persons or organisations, given as text, object, reference or list of these. */
function names(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  const found: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === "string")
      found.push(/^https?:/.test(one) ? (plain(byId.get(one)?.name) ?? "") : (plain(one) ?? ""));
    else if (typeof one === "object" && one !== null) {
      const thing = one as Thing;
      const known = byId.get(text(thing["@id"]) ?? "");
      const name =
        plain(first(thing.name)) ??
        plain(first(known?.name)) ??
        [plain(thing.givenName), plain(thing.familyName)].filter(Boolean).join(" ");
      for (const part of Array.isArray(thing.name) ? thing.name.map(plain) : [name]) found.push(part ?? "");
    }
  }
  return found.filter((name) => name !== "");
}

/** How outlets sign what no single person of theirs wrote ("Observer Staff"). */
const ownStaff = /\b(?:staff|newsroom|desk|team|editors?|editorial|reporters?|correspondents?)\b/i;

function organisationsOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one) =>
      typeof one === "object" &&
      one !== null &&
      typesOf(one as Thing).some((type) => /organi[sz]ation$/i.test(type)),
  );
}

function language(value: unknown): string | undefined {
  const one = first(value);
  return (
    text(one) ?? text((one as Thing | undefined)?.alternateName) ?? text((one as Thing | undefined)?.name)
  );
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const text = (value: unknown): string | undefined => {
  const one = first(value);
  return typeof one === "string" && one.trim() !== "" ? one.trim() : undefined;
};

/** Text that may hold HTML, as headlines do. */
function plain(value: unknown): string | undefined {
  const one = text(value);
  if (one === undefined) return undefined;
  const short = one.slice(0, 2000);
  return (/[<&]/.test(short) ? inner(treeOf(short)) : collapse(short)) || undefined;
}

const inner = (tree: Tree) => textOf(tree, tree.nodes[0]!);
