/** Whose page it is: the outlet's name, and telling that name from headlines and from people. */
import type { Claim } from "./claim.ts";

/** The outlet by its own word, else by the end of `<title>` where the host confirms it, else the host. */
export function publisherOf(
  claims: readonly Claim[],
  docTitle: string | undefined,
  url: string | undefined,
): string | undefined {
  const named = claims
    .find((claim) => claim.value.length < 80 && !/^https?:|^@/.test(claim.value))
    ?.value.replace(/\s+/g, " ")
    .trim();
  if (named) return named;
  const suffix = docTitle
    ?.split(/\s+[|–—•·-]\s+/)
    .slice(1)
    .at(-1);
  const host = hostOf(url);
  if (
    suffix !== undefined &&
    suffix.split(" ").length <= 5 &&
    (host === undefined || sameOutlet(suffix, host.split(".").slice(0, -1).join(" ")))
  )
    return suffix;
  return host;
}

export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^(?:www|m|amp|edition)\./, "") || undefined;
}

/** "Headline | Herald" or "Herald: Headline" without the outlet's name at its end or start. */
export function withoutOutlet(title: string, outlet: string | undefined): string {
  if (outlet !== undefined && title.toLowerCase().startsWith(`${outlet.toLowerCase()}: `))
    return title.slice(outlet.length + 2).trim();
  const parts = title.split(/\s+[|–—•·»-]\s+/);
  if (parts.length < 2) return title;
  const is = (part: string) => outlet !== undefined && sameOutlet(part, outlet);
  if (is(parts[parts.length - 1]!))
    return title.slice(0, title.lastIndexOf(parts[parts.length - 1]!)).replace(/\s+[|–—•·»-]\s*$/, "");
  if (is(parts[0]!)) return title.slice(parts[0]!.length).replace(/^\s+[|–—•·»-]\s+/, "");
  return title;
}

/** Are two names of one outlet: "The Gulf Coast Herald" and "gulfcoastherald.example", "LTO" and "Legal Tribune Online". */
export function sameOutlet(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  if (x === "" || y === "") return false;
  return (
    x === y ||
    (x.length > 3 && y.includes(x)) ||
    (y.length > 3 && x.includes(y)) ||
    isShortFor(a, b) ||
    isShortFor(b, a)
  );
}

/**
 * Is an author the outlet itself: its name, with or without what outlets add when no person signs
 * ("Herald staff reporter"). Stricter than `sameOutlet`: a name that only begins like the outlet is a person's.
 */
export function isOutletItself(
  author: string,
  outlet: string | undefined,
  host: string | undefined,
): boolean {
  const name = author.replace(unsigned, " ").trim();
  const names = [outlet, host, host?.split(".").at(0)].filter((one) => one !== undefined);
  if (name === "") return true;
  return names.some((one) => bare(name) === bare(one) || isShortFor(name, one) || beginsWithWords(name, one));
}

const unsigned =
  /\b(?:staff|newsroom|desk|team|editors?|editorial|reporters?|correspondents?|writers?|redaktion|redacción|rédaction|redazione|redactie)\b/gi;

/** "MDR" in "MDR Thüringen": an outlet's regional or topical edition. */
function beginsWithWords(name: string, outlet: string): boolean {
  return outlet.length > 1 && name.toLowerCase().startsWith(`${outlet.toLowerCase()} `);
}

/** Initials in capitals, or what stands in brackets behind the name. */
function isShortFor(short: string, long: string): boolean {
  if (!/^[\p{Lu}\d]{2,8}$/u.test(short)) return false;
  const words = long.match(/[\p{L}\d]+/gu) ?? [];
  if (long.includes(`(${short})`)) return true;
  return words.length >= 2 && words.map((word) => word[0]!.toUpperCase()).join("") === short;
}

/** Letters and digits alone, without article, top-level domain and accents; as addresses spell them ("ö" as "oe"). */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$/, "")
    .replace(/^the\b/, "")
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
