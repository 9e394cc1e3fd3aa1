/** A mail taken apart: who sent what when, the text that is shown, and what hangs on it. */
import { decodeWords } from "postal-mime";
import { decode } from "../decode.ts";
import { mediaTypeOf, type Part, parameter, partOf, partsOf, transferDecoded } from "../mime.ts";

export interface Mail {
  /** A header field, encoded words decoded; undefined where there is none or it is empty. */
  field(name: string): string | undefined;
  /** The parts that are shown as the message, as HTML and as plain text: two forms of one text, or one of them alone. */
  readonly html?: string;
  readonly text?: string;
  /** Messages, pages, PDFs and other files that hang on it, in their order. */
  readonly attachments: readonly Attachment[];
  readonly isEncrypted: boolean;
  readonly warnings: readonly string[];
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
}

/** Parts that are looked into, in all and one within the other. */
const mostParts = 1000;
const deepest = 30;

/** Undefined where the bytes do not begin with a header field. */
export function mailOf(bytes: Uint8Array): Mail | undefined {
  const root = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (root === undefined) return undefined;
  const html: string[] = [];
  const text: string[] = [];
  const attachments: Attachment[] = [];
  const warnings: string[] = [];
  let isEncrypted = false;
  let count = 0;

  const visit = (part: Part, otherwise: string, depth: number): void => {
    if (++count > mostParts || depth > deepest) {
      warn(`its parts go on deeper or further than is read (${deepest} deep, ${mostParts} in all)`);
      return;
    }
    const mediaType = mediaTypeOf(part, otherwise);
    if (mediaType === "multipart/encrypted" || mediaType.endsWith("pkcs7-mime")) isEncrypted = true;
    const boundary = parameter(part.headers.get("content-type") ?? "", "boundary");
    if (mediaType.startsWith("multipart/") && boundary !== undefined) {
      const inner = partsOf(part.body, boundary);
      if (inner.isCut) warn("it has more parts than are read (2000)");
      const kind = mediaType === "multipart/digest" ? "message/rfc822" : "text/plain";
      for (const one of inner.parts) visit(one, kind, depth + 1);
      return;
    }
    const name = nameOf(part);
    const isShown = mediaType === "text/html" || mediaType === "text/plain";
    const isAttached =
      /^attachment/i.test(part.headers.get("content-disposition") ?? "") ||
      (name !== undefined && mediaType !== "text/plain");
    const charset = parameter(part.headers.get("content-type") ?? "", "charset");
    if (!isShown || isAttached) {
      attachments.push({
        name: name ?? unnamed(mediaType),
        mediaType,
        ...(charset === undefined ? {} : { charset }),
        bytes: transferDecoded(part),
      });
      return;
    }
    const decoded = decode(transferDecoded(part), charset);
    decoded.warnings.forEach(warn);
    if (mediaType === "text/html") html.push(decoded.text);
    else text.push(isFlowed(part) ? unflowed(decoded.text, isDelSp(part)) : decoded.text);
  };
  const warn = (line: string) => {
    if (!warnings.includes(line)) warnings.push(line);
  };
  visit(root, "text/plain", 0);

  return {
    field: (name) => fieldOf(root, name),
    ...(html.length === 0 ? {} : { html: html.join("\n") }),
    ...(text.length === 0 ? {} : { text: text.join("\n\n") }),
    attachments,
    isEncrypted,
    warnings,
  };
}

function fieldOf(part: Part, name: string): string | undefined {
  const raw = part.headers.get(name);
  return raw === undefined ? undefined : headerText(raw) || undefined;
}

/** Bytes beyond ASCII are UTF-8 today (RFC 6532); in old messages whatever the sender used. */
function headerText(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant
  const isAscii = /^[\u0000-\u007f]*$/.test(latin1);
  const text = isAscii ? latin1 : decode(Buffer.from(latin1, "latin1"), undefined).text;
  return (text.includes("=?") ? decodeWords(text) : text).replace(/\s+/g, " ").trim();
}

/** RFC 2183 and 2231; names that are split over several parameters are told by their kind alone. */
function nameOf(part: Part): string | undefined {
  for (const field of ["content-disposition", "content-type"]) {
    const value = part.headers.get(field) ?? "";
    for (const name of ["filename", "name"]) {
      const plain = parameter(value, name);
      if (plain !== undefined) return headerText(plain).slice(0, 200);
      const coded = /^utf-8'[^']*'(.+)$/i.exec(parameter(value, `${name}\\*`) ?? "")?.[1];
      if (coded !== undefined && /^(?:[^%]|%[0-9a-f]{2})*$/i.test(coded))
        return Buffer.from(percentDecoded(coded), "latin1").toString("utf8").slice(0, 200);
    }
  }
  return undefined;
}

const unnamed = (mediaType: string) =>
  mediaType === "message/rfc822" ? "attached message" : `attached ${mediaType}`;

/** Percent signs to bytes as Latin-1, which `decodeURIComponent` would refuse where they are no UTF-8. */
const percentDecoded = (text: string) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isFlowed = (part: Part) =>
  parameter(part.headers.get("content-type") ?? "", "format")?.toLowerCase() === "flowed";
const isDelSp = (part: Part) =>
  parameter(part.headers.get("content-type") ?? "", "delsp")?.toLowerCase() === "yes";

/** RFC 3676: a line that ends in a space goes on in the next one, at the same depth of quoting. */
function unflowed(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let depth = -1;
  for (const line of text.split(/\r?\n/)) {
    const quotes = /^>*/.exec(line)![0].length;
    const bare = line.slice(quotes).replace(/^ /, "");
    const goesOn = bare.endsWith(" ") && bare !== "-- ";
    const content = goesOn && delSp ? bare.slice(0, -1) : bare;
    if (depth === quotes && bare !== "-- ") lines.push(`${lines.pop()!}${content}`);
    else lines.push(`${">".repeat(quotes)}${quotes > 0 ? " " : ""}${content}`);
    depth = goesOn ? quotes : -1;
  }
  return lines.join("\n");
}
