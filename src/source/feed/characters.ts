/** Bytes of a listing to text: byte order mark, then the transport, then the XML declaration, then UTF-8 (RFC 7303, section 3). */

export interface Characters {
  readonly text: string;
  readonly warnings: readonly string[];
}

export function characters(bytes: Uint8Array, declared: string | undefined): Characters {
  const label = markOf(bytes) ?? known(declared) ?? known(declarationOf(bytes)) ?? "utf-8";
  if (label.startsWith("utf-16")) return { text: new TextDecoder(label).decode(bytes), warnings: [] };
  const utf8 = validUtf8(bytes);
  if (label === "utf-8") {
    if (utf8 !== undefined) return { text: utf8, warnings: [] };
    // The transport may say UTF-8 of files that know better: many servers say it of everything.
    const own = known(declarationOf(bytes));
    const other = own === undefined || own === "utf-8" ? undefined : own;
    if (other !== undefined) {
      return {
        text: new TextDecoder(other).decode(bytes),
        warnings: [`not valid UTF-8: read as ${other}, as its XML declaration says`],
      };
    }
    const text = new TextDecoder("utf-8").decode(bytes);
    return { text, warnings: ["not valid UTF-8 everywhere: broken characters are shown as \ufffd"] };
  }
  // Text in another set is rarely valid UTF-8 by chance: it was converted and kept its old label.
  if (utf8 !== undefined && bytes.some((byte) => byte > 0x7f) && label !== "iso-2022-jp") {
    return { text: utf8, warnings: [`declared as ${label}: read as UTF-8, which it is`] };
  }
  return { text: utf8 !== undefined && ascii(label) ? utf8 : decoded(bytes, label), warnings: [] };
}

function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** Sets in which bytes below 0x80 are what they are in ASCII. */
const ascii = (label: string) => /^(?:windows-|iso-8859-|koi8-|macintosh|euc-|gb)/.test(label);

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A byte order mark; or "<" in two bytes, which only UTF-16 writes so (XML 1.0, appendix F). */
function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return "utf-16be";
  return undefined;
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** What the XML declaration says, wherever it stands in the first KiB; one that says UTF-16 lies, since it was readable. */
function declarationOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const label = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1];
  return label !== undefined && /^utf-?16/i.test(label) ? "utf-8" : label;
}
