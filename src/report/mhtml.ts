/** Saved pages in MHTML (RFC 2557): the HTML of the first page in it, with where and when it was saved from. */
import { mediaTypeOf, type Part, parameter, partOf, partsOf, transferDecoded } from "./mime.ts";
import { webAddress } from "./web-address.ts";

export interface SavedPage {
  readonly bytes: Uint8Array;
  readonly charset?: string;
  readonly url?: string;
  readonly mediaType: string;
}

/** Undefined where the bytes are no MIME message with an HTML or text part. */
export function savedPage(bytes: Uint8Array): SavedPage | undefined {
  const top = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (top === undefined) return undefined;
  const location = top.headers.get("snapshot-content-location") ?? top.headers.get("content-location");
  // Parts within parts are read in turn, breadth first and bounded: a message can nest for ever.
  const queue: Part[] = [top];
  let plain: SavedPage | undefined;
  for (let taken = 0; taken < 200; taken++) {
    const part = queue.shift();
    if (part === undefined) break;
    const type = part.headers.get("content-type") ?? "";
    const mediaType = mediaTypeOf(part, "");
    if (mediaType.startsWith("multipart/")) {
      const boundary = parameter(type, "boundary");
      if (boundary !== undefined) queue.push(...partsOf(part.body, boundary).parts);
    } else if (
      mediaType === "text/html" ||
      mediaType === "application/xhtml+xml" ||
      mediaType === "text/plain"
    ) {
      const charset = parameter(type, "charset");
      const url = webAddress(part.headers.get("content-location")) ?? webAddress(location);
      const page = {
        bytes: transferDecoded(part),
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

/**
 * Is a message a page that a browser saved, not a mail: its root or one of its first parts has the address it was
 * saved from, and nobody sent it.
 */
export function isSavedPage(head: string): boolean {
  if (/^snapshot-content-location:/im.test(head) || /^from:[ \t]*<?saved by /im.test(head)) return true;
  return /^content-location:[ \t]*https?:/im.test(head) && !/^(?:received|message-id|to):/im.test(head);
}

/** Does it begin as a saved page does: header lines with a MIME version or a multipart type among the first. */
export function looksSaved(head: string): boolean {
  if (!/^[A-Za-z][A-Za-z-]{1,40}:[ \t]/.test(head)) return false;
  return /^content-type:[ \t]*multipart\/related/im.test(head.slice(0, 4096));
}
