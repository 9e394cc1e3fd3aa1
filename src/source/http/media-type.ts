/** What an answer is: by its Content-Type and its first bytes (WHATWG MIME Sniffing, as far as reading needs it). */
import { quotedList } from "./quoted-list.ts";

export interface ContentType {
  readonly mediaType?: string;
  readonly charset?: string;
}

/** Of a Content-Type header; of several that were sent, the last readable one counts (Fetch, "extract a MIME type"). */
export function contentTypeOf(header: string | undefined): ContentType {
  let found: ContentType = {};
  for (const value of quotedList((header ?? "").slice(0, 4000), ",")) {
    const [type = "", ...parameters] = quotedList(value, ";");
    const mediaType = type.trim().toLowerCase();
    if (!/^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}$/.test(mediaType) || mediaType === "*/*")
      continue;
    const charset = charsetOf(parameters) ?? (found.mediaType === mediaType ? found.charset : undefined);
    found = { mediaType, ...(charset === undefined ? {} : { charset }) };
  }
  return found;
}

function charsetOf(parameters: readonly string[]): string | undefined {
  for (const parameter of parameters) {
    const equals = parameter.indexOf("=");
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== "charset") continue;
    const value = parameter
      .slice(equals + 1)
      .trim()
      .replace(/^["']|["']$/g, "");
    if (value !== "") return value;
  }
  return undefined;
}

/**
 * Bytes that can be only one thing go before every declaration: no server means a PDF by "text/html". Beyond the
 * standard, a document that opens as HTML is HTML though declared as text, XML or JSON: here nothing runs, and an
 * error page in a feed's place is to be told. `nosniff` guards scripts and styles, and has no say.
 */
export function mediaTypeOf(declared: string | undefined, bytes: Uint8Array): string | undefined {
  const magic = magicOf(bytes);
  if (magic !== undefined) return magic;
  const start = opening(bytes);
  const known = declared !== undefined && !unknown.has(declared);
  if (known && (declared === "application/xhtml+xml" || isPicture(declared))) return declared;
  if (isHtml(start)) return "text/html";
  if (known && declared !== "text/html" && declared !== "text/plain") return declared;
  const feed = feedOf(start);
  if (feed !== undefined) return feed;
  if (declared === "text/html") return declared;
  if (start.startsWith("<?xml")) return "text/xml";
  if (known) return declared;
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) return "application/json";
  if (/^<(?:!--|[a-z][a-z0-9]*[\s>])/i.test(start)) return "text/html";
  if (bytes.length === 0) return declared;
  return isText(bytes) ? "text/plain" : (declared ?? "application/octet-stream");
}

/** Declarations that say nothing (MIME Sniffing, 7), with the one that servers fall back to. */
const unknown: ReadonlySet<string> = new Set([
  "unknown/unknown",
  "application/unknown",
  "application/octet-stream",
  "binary/octet-stream",
  "content/unknown",
  "application/force-download",
  "application/download",
]);

const isPicture = (type: string) => /^(?:image|audio|video|font)\//.test(type);

const magics: readonly (readonly [hex: string, type: string])[] = [
  ["255044462d", "application/pdf"],
  ["504b0304", "application/zip"],
  ["1f8b08", "application/gzip"],
];

function magicOf(bytes: Uint8Array): string | undefined {
  const hex = Buffer.from(bytes.subarray(0, 5)).toString("hex");
  return magics.find(([magic]) => hex.startsWith(magic))?.[1];
}

/** The first letters, without marks and white space. */
function opening(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 2048);
  const set =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : "latin1";
  return new TextDecoder(set)
    .decode(head)
    .replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, "")
    .trimStart();
}

/** A doctype or the root element, after comments. */
function isHtml(start: string): boolean {
  let rest = start;
  for (let comments = 0; comments < 20 && rest.startsWith("<!--"); comments++) {
    const end = rest.indexOf("-->");
    if (end < 0) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return /^<(?:!doctype\s+html\b|html[\s>]|head[\s>]|body[\s>])/i.test(rest);
}

/** "Distinguishing if a resource is a feed or HTML" (MIME Sniffing): the first element after prologue and comments. */
function feedOf(start: string): string | undefined {
  let rest = start;
  for (let steps = 0; steps < 50; steps++) {
    const end = rest.startsWith("<!--")
      ? "-->"
      : rest.startsWith("<?")
        ? "?>"
        : rest.startsWith("<!")
          ? ">"
          : "";
    if (end === "") break;
    const at = rest.indexOf(end);
    if (at < 0) return undefined;
    rest = rest.slice(at + end.length).trimStart();
  }
  const root = /^<(?:([\w-]+):)?(rss|feed|RDF|urlset|sitemapindex)[\s>]/.exec(rest)?.[2];
  switch (root) {
    case "rss":
      return "application/rss+xml";
    case "feed":
      return "application/atom+xml";
    case "RDF":
      return "application/rdf+xml";
    case "urlset":
    case "sitemapindex":
      return "text/xml";
    default:
      return undefined;
  }
}

/** No "binary data byte" (MIME Sniffing, 3) in the first 1,445 bytes; UTF-16 with its mark is text. */
export function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return bytes
    .subarray(0, 1445)
    .every((byte) => byte > 0x1f || byte === 0x1b || (byte > 0x08 && byte < 0x0e && byte !== 0x0b));
}
