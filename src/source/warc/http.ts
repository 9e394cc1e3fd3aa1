/** The HTTP answer that a `response` record holds. */
import { decodeBody } from "../http/body.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** By lower-case name; repeated ones joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const longestHead = 256 * 1_024;

/** Parts head and body; undefined where there is no status line. Bare line feeds are borne. */
export function httpAnswerOf(block: Uint8Array): HttpAnswer | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const head = bytes.subarray(0, longestHead);
  const ends = [head.indexOf("\r\n\r\n"), head.indexOf("\n\n")].filter((end) => end >= 0);
  const end = ends.length === 0 ? head.length : Math.min(...ends);
  const [first = "", ...lines] = head.subarray(0, end).toString("latin1").split("\n");
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: ([^\r]*))?\r?$/.exec(first);
  if (status === null) return undefined;
  const rawHeaders: [string, string][] = [];
  for (const line of lines) {
    const last = rawHeaders.at(-1);
    const colon = line.indexOf(":");
    // Folded lines, as once were allowed.
    if (/^[ \t]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`;
    else if (colon > 0) rawHeaders.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of rawHeaders) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const skip = head.subarray(end, end + 2).toString("latin1") === "\n\n" ? 2 : 4;
  return {
    status: Number(status[1]),
    statusText: status[2] ?? "",
    rawHeaders,
    headers: { ...headers },
    body: bytes.subarray(end + skip),
  };
}

/**
 * The body as it was meant: its parts joined and unpacked. Many archivers keep the headers and have undone what they
 * say; then the body is as it stands. Throws a Problem where it can't be unpacked or grows too large.
 */
export async function plainBody(answer: HttpAnswer, where: string, maxBytes: number): Promise<Uint8Array> {
  const { headers, body } = answer;
  const joined = /\bchunked\b/i.test(headers["transfer-encoding"] ?? "") ? (unchunked(body) ?? body) : body;
  return (await decodeBody(joined, headers["content-encoding"], where, maxBytes)).bytes;
}

/** Joins the parts of RFC 9112 (section 7.1); undefined where the first is none. A broken one ends it. */
function unchunked(body: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.subarray(at, at + 1_024).indexOf("\n");
    const line = end < 0 ? "" : bytes.subarray(at, at + end).toString("latin1");
    const size = /^([0-9a-f]{1,8})[ \t]*(;[^\r]*)?\r?$/i.exec(line);
    if (size === null) return parts.length === 0 ? undefined : Buffer.concat(parts);
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    at += end + 1;
    parts.push(bytes.subarray(at, at + length));
    at += length;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}
