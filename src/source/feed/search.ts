/** Addresses of searches that answer as listings: Google News as a feed, GDELT's document API as JSON. */

export interface SearchScope {
  /** Two letters, as the search is to be worded in: en. */
  readonly language?: string;
  /** ISO 3166, two letters: the edition. */
  readonly country?: string;
  /** Only what is this new, hours. */
  readonly hours?: number;
}

/** Google News' search as RSS. `<source>` of each item names its publisher. */
export function newsSearch(query: string, scope: SearchScope = {}): string {
  const language = scope.language ?? "en";
  const country = (scope.country ?? (language === "en" ? "US" : language)).toUpperCase();
  const when =
    scope.hours === undefined
      ? ""
      : scope.hours < 48
        ? ` when:${scope.hours}h`
        : ` when:${Math.round(scope.hours / 24)}d`;
  const url = new URL("https://news.google.com/rss/search");
  url.searchParams.set("q", words(query) + when);
  url.searchParams.set("hl", language === "en" ? `en-${country}` : language);
  url.searchParams.set("gl", country);
  url.searchParams.set("ceid", `${country}:${language}`);
  return url.href;
}

/** GDELT DOC 2.0, newest first, as many as it gives at once. */
export function gdeltSearch(query: string, scope: SearchScope = {}): string {
  const url = new URL("https://api.gdeltproject.org/api/v2/doc/doc");
  const parts = [gdeltWords(words(query))];
  if (scope.language !== undefined) parts.push(`sourcelang:${nameOf(scope.language)}`);
  if (scope.country !== undefined) parts.push(`sourcecountry:${scope.country.toUpperCase()}`);
  url.searchParams.set("query", parts.join(" "));
  url.searchParams.set("mode", "ArtList");
  url.searchParams.set("format", "json");
  url.searchParams.set("maxrecords", "250");
  url.searchParams.set("sort", "DateDesc");
  url.searchParams.set("timespan", `${Math.max(1, Math.round(scope.hours ?? 72))}h`);
  return url.href;
}

/** Alternatives must stand in brackets there, and only there. */
function gdeltWords(query: string): string {
  return / OR /.test(query) && !query.includes("(") ? `(${query})` : query;
}

const maxQuery = 1000;
const words = (query: string) => query.replace(/\s+/g, " ").trim().slice(0, maxQuery);

/** GDELT names languages in English, without spaces. */
function nameOf(code: string): string {
  const name = new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
  return name.toLowerCase().replaceAll(" ", "");
}
