/** Bytes to text: which character set, by the HTML standard's order, and what was broken. */
import type { Document } from "../model/document.ts";
import { metaCharset } from "./meta-charset.ts";

export interface Decoded {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** `declared` is what the transport says; a byte order mark goes before it, a page's own meta after it. */
export function decode(bytes: Uint8Array, declared: string | undefined): Decoded {
  const label = markOf(bytes) ?? known(declared) ?? known(metaCharset(bytes));
  if (label === undefined) {
    const text = utf8(bytes);
    if (text !== undefined) return { text, warnings: [] };
    const mostly = mostlyUtf8(bytes);
    return {
      text: new TextDecoder(mostly ? "utf-8" : "windows-1252").decode(bytes),
      warnings: broken(bytes, mostly),
    };
  }
  if (label === "utf-8") {
    const text = utf8(bytes);
    if (text !== undefined) return { text, warnings: [] };
    // Declared as UTF-8 and nowhere UTF-8: the declaration is wrong, as on many old pages.
    if (!mostlyUtf8(bytes))
      return { text: new TextDecoder("windows-1252").decode(bytes), warnings: broken(bytes, false) };
    return { text: new TextDecoder("utf-8").decode(bytes), warnings: broken(bytes, true) };
  }
  // Text in another set rarely is valid UTF-8 by chance: such a page was converted and kept its old label.
  const text = !label.startsWith("utf-16") && hasMultibyte(bytes) ? utf8(bytes) : undefined;
  if (text !== undefined) return { text, warnings: [`declared as ${label}, read as UTF-8, which it is`] };
  return { text: new TextDecoder(label).decode(bytes), warnings: [] };
}

export function decodeDocument(document: Document): Decoded {
  return decode(document.bytes, document.charset);
}

function broken(bytes: Uint8Array, asUtf8: boolean): string[] {
  if (!asUtf8) return ["not valid UTF-8 and no other character set declared: read as windows-1252"];
  const count = new TextDecoder("utf-8").decode(bytes).split("\ufffd").length - 1;
  return [`${count} ${count === 1 ? "place was" : "places were"} not valid UTF-8 and read as \ufffd`];
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
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

/** The text, where all of it is valid: most pages are, and are decoded once. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const hasMultibyte = (bytes: Uint8Array) => bytes.some((byte) => byte > 0x7f);

/** More well-formed multi-byte sequences than stray bytes: UTF-8 with damage, not another character set. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let follows = 0;
    while (follows < length && ((bytes[i + 1 + follows] ?? 0) & 0xc0) === 0x80) follows++;
    if (length > 0 && follows === length) good++;
    else bad++;
    i += follows;
  }
  return good > bad || bad === 0;
}
