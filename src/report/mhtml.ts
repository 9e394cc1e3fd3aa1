/** Saved pages in MHTML (RFC 2557): the HTML of the first page in it, with where and when it was saved from. */
export interface SavedPage {
  readonly bytes: Uint8Array;
  readonly charset?: string;
  readonly url?: string;
  readonly mediaType: string;
}

/** Undefined where the bytes are no MIME message with an HTML or text part. */
export function savedPage(bytes: Uint8Array): SavedPage | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = headersOf(message, 0);
  if (top === undefined) return undefined;
  const location = top.headers.get("snapshot-content-location") ?? top.headers.get("content-location");
  // Parts within parts are read in turn, breadth first and bounded: a message can nest for ever.
  const queue: { headers: ReadonlyMap<string, string>; body: Buffer }[] = [
    { headers: top.headers, body: message.subarray(top.end) },
  ];
  let plain: SavedPage | undefined;
  for (let taken = 0; taken < 200; taken++) {
    const part = queue.shift();
    if (part === undefined) break;
    const type = part.headers.get("content-type") ?? "";
    const mediaType = type.split(";")[0]!.trim().toLowerCase();
    if (mediaType.startsWith("multipart/")) {
      const boundary = parameter(type, "boundary");
      if (boundary !== undefined) queue.push(...partsOf(part.body, boundary));
    } else if (
      mediaType === "text/html" ||
      mediaType === "application/xhtml+xml" ||
      mediaType === "text/plain"
    ) {
      const charset = parameter(type, "charset");
      const url = web(part.headers.get("content-location")) ?? web(location);
      const page = {
        bytes: transferDecoded(part.body, part.headers.get("content-transfer-encoding")),
        mediaType,
        ...(charset === undefined ? {} : { charset }),
        ...(url === undefined ? {} : { url }),
      };
      if (mediaType !== "text/plain") return page;
      plain ??= page;
    }
  }
  return plain;
}

/** Does it begin as a saved page does: header lines with a MIME version or a multipart type among the first. */
export function looksSaved(head: string): boolean {
  if (!/^[A-Za-z][A-Za-z-]{1,40}:[ \t]/.test(head)) return false;
  return /^content-type:[ \t]*multipart\/related/im.test(head.slice(0, 4096));
}

function headersOf(
  message: Buffer,
  start: number,
): { headers: Map<string, string>; end: number } | undefined {
  const headers = new Map<string, string>();
  let at = start;
  let last = "";
  for (let count = 0; count < 500; count++) {
    let next = message.indexOf(0x0a, at);
    if (next < 0) next = message.length;
    const line = message.toString("latin1", at, Math.min(next, at + 4000)).replace(/\r$/, "");
    at = Math.min(next + 1, message.length);
    if (line === "") return { headers, end: at };
    if (/^[ \t]/.test(line) && last !== "") headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else {
      const colon = line.indexOf(":");
      if (colon < 1) return headers.size > 0 ? { headers, end: at } : undefined;
      last = line.slice(0, colon).trim().toLowerCase();
      headers.set(last, line.slice(colon + 1).trim());
    }
    if (at >= message.length) break;
  }
  return headers.size > 0 ? { headers, end: at } : undefined;
}

function partsOf(body: Buffer, boundary: string) {
  const parts: { headers: ReadonlyMap<string, string>; body: Buffer }[] = [];
  const mark = Buffer.from(`--${boundary}`, "latin1");
  let at = body.indexOf(mark);
  while (at >= 0 && parts.length < 2000) {
    const start = body.indexOf(0x0a, at);
    if (start < 0) break;
    const next = body.indexOf(mark, start);
    const part = body.subarray(start + 1, next < 0 ? body.length : next);
    const head = headersOf(part, 0);
    if (head !== undefined) parts.push({ headers: head.headers, body: part.subarray(head.end) });
    at = next;
  }
  return parts;
}

function transferDecoded(body: Buffer, encoding: string | undefined): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body.toString("latin1"), "base64");
    case "quoted-printable":
      return quotedPrintable(body);
    default:
      return body;
  }
}

/** RFC 2045, 6.7. Broken escapes stay as they are. */
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
      const hex = body.toString("latin1", i + 1, i + 3);
      if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
        out[length++] = Number.parseInt(hex, 16);
        i += 2;
      } else out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

function parameter(type: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^;\\s"]{1,200}))`, "i").exec(type);
  return found?.[1] ?? found?.[2];
}

const web = (url: string | undefined) =>
  url !== undefined && /^https?:\/\/\S+$/i.test(url.trim()) ? url.trim() : undefined;
