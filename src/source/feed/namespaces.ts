/** Names of elements by the usual prefix of their namespace, whatever prefix the feed gives it. */

/** By address without scheme and closing slash. "" is what an unprefixed name of a feed means. */
const usual: ReadonlyMap<string, string> = new Map([
  ["www.w3.org/2005/atom", "atom"],
  ["purl.org/atom/ns#", "atom"],
  ["purl.org/rss/1.0", ""],
  ["my.netscape.com/rdf/simple/0.9", ""],
  ["channel.netscape.com/rdf/simple/0.9", ""],
  ["backend.userland.com/rss2", ""],
  ["www.sitemaps.org/schemas/sitemap/0.9", ""],
  ["www.google.com/schemas/sitemap/0.84", ""],
  ["www.google.com/schemas/sitemap-news/0.9", "news"],
  ["purl.org/dc/elements/1.1", "dc"],
  ["purl.org/dc/elements/1.0", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["purl.org/rss/1.0/modules/syndication", "sy"],
  ["search.yahoo.com/mrss", "media"],
  ["rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["www.w3.org/1999/xhtml", "xhtml"],
]);

export interface Prefixes {
  /** Prefix as written to usual prefix; "" for the default namespace. */
  readonly known: Map<string, string>;
  /** Names as written to names as returned: most of a feed's names come again and again. */
  readonly names: Map<string, string>;
}

export const prefixesOf = (): Prefixes => ({ known: new Map(), names: new Map() });

const maxName = 100;
/** Beyond these many, no more are remembered: no feed has them, and memory is bounded. */
const maxRemembered = 1000;

/**
 * The name of a tag at `start`..`end`; "" when it is too long to be one. What the tag declares of namespaces counts
 * from here on, not only within it: feeds that use one prefix in two senses are not known.
 */
export function nameOf(
  text: string,
  start: number,
  end: number,
  attributes: readonly number[],
  prefixes: Prefixes,
  outermost: boolean,
): string {
  if (end - start > maxName) return "";
  const written = text.slice(start, end);
  let own: string | undefined;
  for (let i = 0; i < attributes.length; i += 4) {
    if (!text.startsWith("xmlns", attributes[i]!)) continue;
    const declared = declaration(text, attributes, i);
    if (declared === undefined) continue;
    // A default namespace given within a feed is that one element's: <link xmlns="…Atom">.
    if (declared.prefix === "" && !outermost) own = declared.usual;
    else if (prefixes.known.size < maxRemembered && prefixes.known.get(declared.prefix) !== declared.usual) {
      prefixes.known.set(declared.prefix, declared.usual);
      prefixes.names.clear();
    }
  }
  // A whole feed with a prefix of its own, <atom:feed>: its names mean what they mean without.
  const colon = outermost ? written.indexOf(":") : -1;
  if (colon > 0) {
    prefixes.known.set(written.slice(0, colon), "");
    prefixes.names.clear();
  }
  if (own !== undefined && !written.includes(":")) return joined(own, written.toLowerCase());
  const remembered = prefixes.names.get(written);
  if (remembered !== undefined) return remembered;
  const name = resolved(written, prefixes.known);
  if (prefixes.names.size < maxRemembered) prefixes.names.set(written, name);
  return name;
}

function resolved(written: string, known: ReadonlyMap<string, string>): string {
  const colon = written.indexOf(":");
  if (colon < 0) return written.toLowerCase();
  const prefix = written.slice(0, colon);
  return joined(known.get(prefix) ?? prefix.toLowerCase(), written.slice(colon + 1).toLowerCase());
}

const joined = (prefix: string, local: string) => (prefix === "" ? local : `${prefix}:${local}`);

function declaration(text: string, attributes: readonly number[], i: number) {
  const name = text.slice(attributes[i]!, Math.min(attributes[i + 1]!, attributes[i]! + maxName));
  if (name !== "xmlns" && !name.startsWith("xmlns:")) return undefined;
  const value = text.slice(attributes[i + 2]!, Math.min(attributes[i + 3]!, attributes[i + 2]! + 200));
  const address = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");
  const prefix = name.slice(6);
  const found = usual.get(address);
  if (found === undefined) return prefix === "" ? undefined : { prefix, usual: prefix.toLowerCase() };
  return { prefix, usual: found };
}
