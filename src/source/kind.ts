/** What bytes look like, so that a picture or a program is told by name instead of read as text. */
import { signatures } from "./signatures.ts";

/** "a PNG image", "binary data"; undefined for what may be text. */
export function binaryKind(bytes: Uint8Array): { name: string; advice: string } | undefined {
  const advice = "give a text, HTML, MHTML, mail or PDF file";
  if (isPdf(bytes)) return undefined;
  for (const signature of signatures) {
    if (startsWith(bytes, signature.bytes, signature.at ?? 0)) {
      return { name: signature.name, advice: signature.advice ?? advice };
    }
  }
  return hasControls(bytes) ? { name: "binary data", advice } : undefined;
}

export function isPdf(bytes: Uint8Array): boolean {
  return startsWith(bytes, "255044462d", 0);
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".html": "text/html",
  ".htm": "text/html",
  ".shtml": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".mhtml": "multipart/related",
  ".mht": "multipart/related",
  ".eml": "message/rfc822",
  ".mbox": "application/mbox",
  ".pdf": "application/pdf",
  ".warc": "application/warc",
  ".wacz": "application/wacz+zip",
};

/** By the file's name, "a.html.gz" like "a.html"; undefined for names that say nothing. */
export function mediaTypeOf(name: string): string | undefined {
  const lower = name.toLowerCase().replace(/\.gz$/, "");
  const dot = lower.lastIndexOf(".");
  return dot < 0 ? undefined : mediaTypes[lower.slice(dot)];
}

function startsWith(bytes: Uint8Array, hex: string, at: number): boolean {
  if (bytes.length < at + hex.length / 2) return false;
  for (let i = 0; i < hex.length; i += 2) {
    if (bytes[at + i / 2] !== Number.parseInt(hex.slice(i, i + 2), 16)) return false;
  }
  return true;
}

/**
 * The binary test of the WHATWG MIME sniffing standard (section 5, "binary data byte") on the first
 * 4 KiB, save that text with a UTF-16 mark may hold NULs and that a stray control byte in text is borne.
 */
function hasControls(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return false;
  const length = Math.min(bytes.length, 4096);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) return true;
    if (byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20))
      controls++;
  }
  return controls > 8 && controls > length / 50;
}
