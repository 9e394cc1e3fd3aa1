/** How long an answer stays fresh by RFC 9111, 4.2, for one who caches for himself. */
import { httpDate } from "./retry-after.ts";

const longest = 10 * 365 * 86_400;

/** Seconds left; 0 for what must be asked for again at once; undefined where the server states nothing. */
export function freshFor(headers: Readonly<Record<string, string>>, now: string): number | undefined {
  const directives = directivesOf(headers["cache-control"] ?? "");
  if (directives.has("no-store") || directives.has("no-cache")) return 0;
  const lifetime = lifetimeOf(directives.get("max-age"), headers, now);
  if (lifetime === undefined) return undefined;
  const age = /^\d{1,9}$/.test(headers.age?.trim() ?? "") ? Number(headers.age) : 0;
  return Math.min(longest, Math.max(0, Math.floor(lifetime) - age));
}

function lifetimeOf(
  maxAge: string | undefined,
  headers: Readonly<Record<string, string>>,
  now: string,
): number | undefined {
  if (maxAge !== undefined && /^\d{1,12}$/.test(maxAge)) return Number(maxAge);
  if (maxAge !== undefined) return 0;
  if (headers.expires === undefined) return undefined;
  const expires = httpDate(headers.expires.trim());
  // "Expires: 0" and other broken dates mean the past (5.3).
  if (Number.isNaN(expires)) return 0;
  const date = httpDate(headers.date?.trim() ?? "");
  return (expires - (Number.isNaN(date) ? Date.parse(now) : date)) / 1000;
}

function directivesOf(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const directive of header.slice(0, 2000).split(",")) {
    const [name = "", value = ""] = directive.split("=", 2);
    const key = name.trim().toLowerCase();
    if (key !== "" && !found.has(key)) found.set(key, value.trim().replace(/^"|"$/g, ""));
  }
  return found;
}
