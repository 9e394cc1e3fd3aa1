/** All that a page claims about its article, merged: for each field the most trusted claim that can be read. */
import type { Stated } from "../../model/report.ts";
import { bylinesOf } from "../bylines.ts";
import { agencyNamed } from "../credit.ts";
import { isoDate } from "../dates.ts";
import { agencyEndings } from "../lexicon/agencies.ts";
import type { Claim, Field } from "./claim.ts";
import { hostOf, isOutletItself, publisherOf, sameOutlet } from "./outlet.ts";
import { titleOf } from "./title.ts";

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
  readonly headlineLeads?: boolean;
  readonly locale?: string;
  /** Publication time given by the caller, which goes before all. */
  readonly given?: string;
}

/** `claims` stand in their order of trust. */
export function metadataOf(claims: readonly Claim[], context: MetadataContext): Metadata {
  const of = (field: Field) => claims.filter((claim) => claim.field === field);
  const publisher = publisherOf(of("publisher"), context.docTitle, context.url);
  const title = titleOf(of("title"), { ...context, ...(publisher === undefined ? {} : { publisher }) });
  const bylines = bestBylines(of("byline"), publisher, hostOf(context.url));
  const credit = creditOf(of("credit"), bylines, publisher);
  const published = publishedOf(of("published"), context);
  const modified = dateOf(of("modified"), context.locale);
  const section = of("section")
    .map(sectionOf)
    .find((name) => name !== undefined);
  const language = of("language")[0]?.value;
  const notice = of("notice")[0]?.value.slice(0, 300);
  const url = of("url")[0]?.value;
  return {
    bylines,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(credit === undefined ? {} : { credit }),
    ...(section === undefined ? {} : { section }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(language === undefined ? {} : { language }),
    ...(notice === undefined ? {} : { notice }),
    ...(url === undefined ? {} : { url }),
  };
}

/**
 * The names of the most trusted source that has people. Where none has, what the first one says: the outlet itself,
 * or an agency. Agencies and outlets of a less trusted source never stand in for that.
 */
function bestBylines(
  claims: readonly Claim[],
  publisher: string | undefined,
  host: string | undefined,
): string[] {
  let unsigned: string[] = [];
  for (const from of new Set(claims.map((claim) => claim.from))) {
    const names = bylinesOf(claims.filter((claim) => claim.from === from).map((claim) => claim.value));
    const others = names.filter((name) => !isOutletItself(name, publisher, host));
    const isGuess = from === "signature" || from === "page-editor";
    if (isGuess && unsigned.some((name) => agencyNamed(name) !== undefined)) continue;
    if (others.some((name) => agencyNamed(name) === undefined)) return others;
    if (unsigned.length === 0) unsigned = others.length > 0 ? others : names;
  }
  return unsigned;
}

/** The first of several ("news,game"; but "Waste, Fraud & Abuse" is one), unless it only says that the page is one of many ("post", "Front Page"). */
function sectionOf({ value }: Claim): string | undefined {
  const [first = ""] = value.split(/,(?=\S)|\s*[;|]\s*/);
  return first === "" || first.length > 80 || noSection.has(first.toLowerCase()) ? undefined : first;
}

const noSection: ReadonlySet<string> = new Set([
  "all",
  "article",
  "articles",
  "default",
  "front page",
  "frontpage",
  "home",
  "homepage",
  "none",
  "page",
  "post",
  "posts",
  "slider",
  "story",
  "uncategorized",
  "unkategorisiert",
  "sin categoría",
  "sem categoria",
  "non classé",
  "senza categoria",
  "allgemein",
]);

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
      credit !== undefined &&
      credit.length < 80 &&
      (publisher === undefined || !sameOutlet(credit, publisher)),
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
    if (date !== undefined) return { value: date, stated: !inferred.has(from), from };
  }
  return undefined;
}

/** An address's day is its page's, mostly; a PDF's is when the file was made. */
const inferred: ReadonlySet<string> = new Set(["url", "pdf"]);

const localeOf = (locale: string | undefined) => (locale === undefined ? {} : { locale });
