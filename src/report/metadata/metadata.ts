/** All that a page claims about its article, merged: for each field the most trusted claim that can be read. */
import type { Stated } from "../../model/report.ts";
import { bylinesOf } from "../bylines.ts";
import { agencyNamed } from "../credit.ts";
import { isoDate } from "../dates.ts";
import { agencyEndings } from "../lexicon/agencies.ts";
import type { Claim, Field } from "./claim.ts";

export interface Metadata {
  readonly title?: string;
  readonly bylines: readonly string[];
  readonly publisher?: string;
  readonly credit?: string;
  readonly section?: string;
  readonly published?: Stated<string>;
  readonly modified?: Stated<string>;
  readonly language?: string;
  readonly notice?: string;
  readonly url?: string;
}

export interface MetadataContext {
  readonly url?: string;
  readonly docTitle?: string;
  readonly headline?: string;
  readonly locale?: string;
  /** Publication time given by the caller, which goes before all. */
  readonly given?: string;
}

/** `claims` stand in their order of trust. */
export function metadataOf(claims: readonly Claim[], context: MetadataContext): Metadata {
  const of = (field: Field) => claims.filter((claim) => claim.field === field);
  const publisher = publisherOf(of("publisher"), context);
  const title = titleOf(of("title"), context, publisher);
  const bylines = bestBylines(of("byline"), publisher);
  const credit = creditOf(of("credit"), bylines, publisher);
  const published = publishedOf(of("published"), context);
  const modified = dateOf(of("modified"), context.locale);
  const section = of("section")[0]?.value;
  const language = of("language")[0]?.value;
  const notice = of("notice")[0]?.value.slice(0, 300);
  const url = of("url")[0]?.value;
  return {
    bylines,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(credit === undefined ? {} : { credit }),
    ...(section === undefined || section.length > 80 ? {} : { section }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(language === undefined ? {} : { language }),
    ...(notice === undefined ? {} : { notice }),
    ...(url === undefined ? {} : { url }),
  };
}

/** "Headline | Herald" or "Herald: Headline" without the outlet's name at its end or start. */
export function withoutOutlet(title: string, outlet: string | undefined): string {
  if (outlet !== undefined && title.toLowerCase().startsWith(`${outlet.toLowerCase()}: `))
    return title.slice(outlet.length + 2).trim();
  const parts = title.split(/\s+[|–—•·»-]\s+/);
  if (parts.length < 2) return title;
  const is = (part: string) => outlet !== undefined && sameName(part, outlet);
  if (is(parts[parts.length - 1]!))
    return title.slice(0, title.lastIndexOf(parts[parts.length - 1]!)).replace(/\s+[|–—•·»-]\s*$/, "");
  if (is(parts[0]!)) return title.slice(parts[0]!.length).replace(/^\s+[|–—•·»-]\s+/, "");
  return title;
}

function titleOf(
  claims: readonly Claim[],
  context: MetadataContext,
  publisher: string | undefined,
): string | undefined {
  const clean = (title: string) => withoutOutlet(title.replace(/\s+/g, " ").trim(), publisher);
  const stated = claims.map((claim) => clean(claim.value)).filter((title) => title.length > 1);
  const docTitle = context.docTitle === undefined ? undefined : clean(context.docTitle);
  const headline = context.headline === undefined ? undefined : clean(context.headline);
  if (headline !== undefined && !isSlogan(headline, publisher)) {
    // A kicker run into the headline ("Middle East - Boats leave") is told by a statement without it.
    const bare = stated.find((title) => title.split(" ").length > 3 && endsWith(headline, title));
    if (bare !== undefined) return bare;
    // What readers see as the headline, where the page's head confirms it: heads are often cut or reworded for search.
    if ([...stated, docTitle ?? ""].some((title) => alike(title, headline))) return agreed(headline, stated);
  }
  return stated[0] ?? headline ?? docTitle;
}

/** The headline, unless the page's head says otherwise twice with one voice. */
function agreed(headline: string, stated: readonly string[]): string {
  const bare = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const said = stated.map(bare);
  if (said.includes(bare(headline))) return headline;
  const first = stated[0]!;
  return first !== undefined && said.length > 1 && said.every((title) => title === said[0])
    ? first
    : headline;
}

function endsWith(headline: string, title: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return bare(headline) !== bare(title) && bare(headline).endsWith(bare(title));
}

function isSlogan(headline: string, publisher: string | undefined): boolean {
  return publisher !== undefined && sameName(headline, publisher);
}

function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared >= 0.6 * Math.max(1, Math.min(x.size, y.size)) && shared >= Math.min(2, x.size);
}

function publisherOf(claims: readonly Claim[], context: MetadataContext): string | undefined {
  const named = claims
    .find((claim) => claim.value.length < 80 && !/^https?:|^@/.test(claim.value))
    ?.value.replace(/\s+/g, " ")
    .trim();
  if (named) return named;
  const suffix = context.docTitle
    ?.split(/\s+[|–—•·-]\s+/)
    .slice(1)
    .at(-1);
  const host = hostOf(context.url);
  if (
    suffix !== undefined &&
    suffix.split(" ").length <= 5 &&
    (host === undefined || sameName(suffix, host.split(".").slice(0, -1).join(" ")))
  )
    return suffix;
  return host;
}

export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^(?:www|m|amp|edition)\./, "") || undefined;
}

function sameName(a: string, b: string): boolean {
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$/, "")
      .replace(/^the\b/, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  const [x, y] = [bare(a), bare(b)];
  return (
    x !== "" && y !== "" && (x === y || (x.length > 3 && y.includes(x)) || (y.length > 3 && x.includes(y)))
  );
}

/** The names of the most trusted source that has any; the outlet itself is no author beside others. */
function bestBylines(claims: readonly Claim[], publisher: string | undefined): string[] {
  const order = [...new Set(claims.map((claim) => claim.from))];
  let outletOnly: string[] = [];
  for (const from of order) {
    const names = bylinesOf(claims.filter((claim) => claim.from === from).map((claim) => claim.value));
    const people = names.filter((name) => publisher === undefined || !sameName(name, publisher));
    if (people.length > 0) return people;
    if (outletOnly.length === 0) outletOnly = names;
  }
  return outletOnly;
}

function creditOf(
  claims: readonly Claim[],
  bylines: readonly string[],
  publisher: string | undefined,
): string | undefined {
  const candidates = [
    ...claims.map((claim) => agencyNamed(claim.value) ?? claim.value),
    ...bylines.map((name) => agencyNamed(name) ?? (agencyEndings.test(name) ? name : undefined)),
  ];
  return candidates.find(
    (credit) =>
      credit !== undefined && credit.length < 80 && (publisher === undefined || !sameName(credit, publisher)),
  );
}

function publishedOf(claims: readonly Claim[], context: MetadataContext): Stated<string> | undefined {
  const given = context.given === undefined ? undefined : isoDate(context.given, {});
  if (given !== undefined) return { value: given, stated: true, from: "option" };
  const found = dateOf(claims, context.locale);
  if (found === undefined) return undefined;
  if (found.value.length > 10) return found;
  // A more trusted date without a time yields to the same day with one.
  const fuller = claims
    .map((claim) => ({ claim, value: isoDate(claim.value, localeOf(context.locale)) }))
    .find(({ value }) => value !== undefined && value.length > 10 && value.startsWith(found.value));
  return fuller === undefined ? found : { value: fuller.value!, stated: true, from: fuller.claim.from };
}

function dateOf(claims: readonly Claim[], locale: string | undefined): Stated<string> | undefined {
  for (const { value, from } of claims) {
    const date = isoDate(value, localeOf(locale));
    if (date !== undefined) return { value: date, stated: from !== "url", from };
  }
  return undefined;
}

const localeOf = (locale: string | undefined) => (locale === undefined ? {} : { locale });
