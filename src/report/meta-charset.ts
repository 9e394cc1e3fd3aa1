/**
 * The character set that a page names in its own bytes: the HTML standard's "prescan a byte stream to determine its
 * encoding", then its "get an XML encoding".
 */

/**
 * The standard looks at 1,024 bytes first and lets the parser change its mind at any later `<meta>` of the head, which
 * comes to looking further.
 */
const looked = 16_384;

/** A label as written; undefined where the page names none. Labels that lie by being readable become what they must mean. */
export function metaCharset(bytes: Uint8Array): string | undefined {
  const [a, b, c, d, e, f] = bytes;
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0 && e === 0x78 && f === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f && e === 0 && f === 0x78) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, looked));
  return meant(fromMeta(head) ?? fromXml(head));
}

function meant(label: string | undefined): string | undefined {
  const bare = label?.trim().toLowerCase();
  if (bare === undefined) return undefined;
  if (/^(?:utf-?16(?:le|be)?|ucs-2|unicode|iso-10646-ucs-2|csunicode|unicodefeff|unicodefffe)$/.test(bare))
    return "utf-8";
  return bare === "x-user-defined" ? "windows-1252" : bare;
}

function fromMeta(head: string): string | undefined {
  let at = 0;
  while (at < head.length) {
    at = head.indexOf("<", at);
    if (at < 0) return undefined;
    if (head.startsWith("<!--", at)) {
      // "<!-->" is a whole comment.
      const end = head.indexOf("-->", at + 2);
      if (end < 0) return undefined;
      at = end + 3;
    } else if (/^<meta[\s/]/i.test(head.slice(at, at + 6))) {
      const tag = attributesFrom(head, at + 5);
      const label = labelOf(tag.attributes);
      if (label !== undefined && isLabel(label)) return label;
      at = tag.end;
    } else if (/^<\/?[a-z]/i.test(head.slice(at, at + 3))) {
      const name = /[\s>]/g;
      name.lastIndex = at;
      const end = name.exec(head)?.index;
      if (end === undefined) return undefined;
      at = attributesFrom(head, end).end;
    } else if (/^<[!/?]/.test(head.slice(at, at + 2))) {
      const end = head.indexOf(">", at);
      if (end < 0) return undefined;
      at = end + 1;
    } else at++;
  }
  return undefined;
}

/** `charset`, or the one in `content` beside http-equiv="content-type". */
function labelOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const charset = attributes.get("charset");
  if (charset !== undefined) return charset;
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-type") return undefined;
  return fromContent(attributes.get("content") ?? "");
}

/** "Extracting a character encoding from a meta element": text/html; charset="utf-8". */
function fromContent(content: string): string | undefined {
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(content.slice(0, 1000));
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

interface Attributes {
  /** Names in lower case; of a repeated one the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** After the tag's ">", or where the looked-at part ends. */
  readonly end: number;
}

/** "Get an attribute", again and again: `from` is behind the tag's name. */
function attributesFrom(head: string, from: number): Attributes {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    at = skip(head, at, /[\s/]/);
    if (at >= head.length || head[at] === ">") return { attributes, end: at + 1 };
    const start = at;
    // A first "=" belongs to the name.
    at = until(head, at + 1, /[\s/>=]/);
    const name = head.slice(start, at).toLowerCase();
    const after = skip(head, at, /\s/);
    let value = "";
    if (head[after] === "=") {
      at = skip(head, after + 1, /\s/);
      const quote = head[at];
      if (quote === '"' || quote === "'") {
        const end = head.indexOf(quote, at + 1);
        if (end < 0) return { attributes, end: head.length };
        value = head.slice(at + 1, end);
        at = end + 1;
      } else {
        const end = until(head, at, /[\s>]/);
        value = head.slice(at, end);
        at = end;
      }
    }
    if (!attributes.has(name)) attributes.set(name, value);
  }
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text[at]!)) at++;
  return at;
}

function until(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && !what.test(text[at]!)) at++;
  return at;
}

function fromXml(head: string): string | undefined {
  if (!head.startsWith("<?xml")) return undefined;
  const declaration = head.slice(0, Math.max(0, head.indexOf(">")));
  return /encoding\s*=\s*(?:"([^"]{1,60})"|'([^']{1,60})')/.exec(declaration)?.slice(1).find(Boolean);
}

/** A label that means nothing is passed over for the next. */
function isLabel(label: string): boolean {
  const bare = meant(label);
  try {
    return bare !== undefined && new TextDecoder(bare) !== undefined;
  } catch {
    return false;
  }
}
