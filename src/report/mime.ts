/**
 * MIME messages (RFC 5322, 2045, 2046) as far as saved pages and mails need them: header fields, parts, transfer
 * encodings. Every pass is one over the bytes, and bounded: messages can nest for ever and never end a line.
 */

export interface Part {
  /** Names in small letters; of a field that stands twice the first. Bytes as Latin-1. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const mostHeaderLines = 2000;
const longestHeaderLine = 4000;
const longestField = 65_536;
const mostParts = 2000;

/** The fields at the top of a message or part, and where its body begins; undefined where there are none. */
export function partOf(message: Buffer): Part | undefined {
  const headers = new Map<string, string>();
  let at = 0;
  let field = "";
  let isRepeated = false;
  for (let count = 0; at < message.length; count++) {
    // Fields without end: there is no body.
    if (count === mostHeaderLines) return { headers, body: message.subarray(message.length) };
    const next = message.indexOf(0x0a, at);
    const end = next < 0 ? message.length : next;
    const line = message.toString("latin1", at, Math.min(end, at + longestHeaderLine)).replace(/\r$/, "");
    const from = at;
    at = Math.min(end + 1, message.length);
    if (line === "") break;
    if (/^[ \t]/.test(line)) {
      const value = headers.get(field);
      if (value !== undefined && !isRepeated && value.length < longestField)
        headers.set(field, `${value} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon < 1) {
      // "From …" and ">From …" are a mailbox's; any other line is the body's, whose blank line is missing.
      if (/^>?From /.test(line)) continue;
      if (headers.size === 0) return undefined;
      at = from;
      break;
    }
    field = line.slice(0, colon).trim().toLowerCase();
    isRepeated = headers.has(field);
    if (!isRepeated) headers.set(field, line.slice(colon + 1).trim());
  }
  return headers.size === 0 ? undefined : { headers, body: message.subarray(at) };
}

/** The parts between the lines of a boundary, each also where it has no header fields. */
export function partsOf(body: Buffer, boundary: string): { parts: Part[]; isCut: boolean } {
  const parts: Part[] = [];
  const mark = Buffer.from(`--${boundary}`, "latin1");
  let at = nextMark(body, mark, 0);
  while (at !== undefined && !at.isLast) {
    if (parts.length >= mostParts) return { parts, isCut: true };
    const next = nextMark(body, mark, at.end);
    const bytes = body.subarray(at.end, next?.start ?? body.length);
    // A blank first line: no fields at all, which stands for plain text (RFC 2046, 5.1).
    const isBare = bytes[0] === 0x0a || (bytes[0] === 0x0d && bytes[1] === 0x0a);
    const part = isBare
      ? { headers: new Map<string, string>(), body: bytes.subarray(bytes[0] === 0x0a ? 1 : 2) }
      : partOf(bytes);
    if (part !== undefined) parts.push(part);
    at = next;
  }
  return { parts, isCut: false };
}

interface Mark {
  /** Where the line end before it begins, which belongs to it, and where the line after it does. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

/** The next line that is the boundary and nothing else. */
function nextMark(body: Buffer, mark: Buffer, from: number): Mark | undefined {
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    let end = at + mark.length;
    const isLast = body[end] === 0x2d && body[end + 1] === 0x2d;
    if (isLast) end += 2;
    while (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d) end++;
    if (end < body.length && body[end] !== 0x0a) continue;
    const start = at > 1 && body[at - 2] === 0x0d ? at - 2 : Math.max(0, at - 1);
    return { start: Math.max(from, start), end: Math.min(end + 1, body.length), isLast };
  }
  return undefined;
}

export function mediaTypeOf(part: Part, otherwise = "text/plain"): string {
  const type = (part.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  return /^[a-z0-9.+-]+\/[a-z0-9.+_-]+$/.test(type) ? type : otherwise;
}

/** `parameter(type, "charset")` of "text/html; charset=utf-8". */
export function parameter(field: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^;\\s"]{1,200}))`, "i").exec(field);
  return found?.[1] ?? found?.[2];
}

/** The body as it was before it was made fit for transport. Broken escapes stay as they are. */
export function transferDecoded({ body, headers }: Part): Uint8Array {
  switch (headers.get("content-transfer-encoding")?.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body.toString("latin1"), "base64");
    case "quoted-printable":
      return quotedPrintable(body);
    default:
      return body;
  }
}

/** RFC 2045, 6.7. */
function quotedPrintable(body: Buffer): Uint8Array {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]!;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    if (body[i + 1] === 0x0a) i += 1;
    else if (body[i + 1] === 0x0d && body[i + 2] === 0x0a) i += 2;
    else {
      const high = hexDigit(body[i + 1]);
      const low = hexDigit(body[i + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = 16 * high + low;
        i += 2;
      } else out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
