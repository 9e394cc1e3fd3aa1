/** A body as sent into the bytes that it stands for, never more of them than the limit. */
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { isText } from "./media-type.ts";
import { brokenEncoding, tooLarge, truncated, unknownEncoding } from "./problems.ts";

export interface Decoded {
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/** Chained codings are how a small answer becomes a large one; two are met in the wild, where two servers each compress. */
const mostCodings = 2;

/** `encoding` is the Content-Encoding header. Throws FetchProblem. */
export async function decodeBody(
  sent: Uint8Array,
  encoding: string | undefined,
  where: string,
  maxBytes: number,
): Promise<Decoded> {
  const codings = (encoding ?? "")
    .slice(0, 500)
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity" && coding !== "none");
  if (codings.length > mostCodings) throw unknownEncoding(where, codings.join(", "));
  let bytes = sent;
  const warnings: string[] = [];
  for (const coding of codings.reverse()) {
    if (bytes.length === 0) break;
    const plain = await decodeOne(bytes, coding, where, maxBytes);
    if (plain === undefined)
      warnings.push(`declared as ${coding.slice(0, 40)}-compressed, sent plain: read as it is`);
    else bytes = plain;
  }
  return { bytes, warnings };
}

/** Undefined where the bytes are not so compressed, but text. */
async function decodeOne(
  bytes: Uint8Array,
  coding: string,
  where: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const decoder = decoderOf(coding, bytes);
  if (decoder === undefined) {
    if (isText(bytes)) return undefined;
    throw unknownEncoding(where, coding);
  }
  try {
    return await decoder(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(where, maxBytes);
    // Compressed bytes never look like text for long.
    if (isText(bytes)) return undefined;
    if (code === "Z_BUF_ERROR" || /unexpected end/i.test((error as Error).message))
      throw truncated(where, error);
    throw brokenEncoding(where, error);
  }
}

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

function decoderOf(coding: string, bytes: Uint8Array): Decoder | undefined {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return promisify(gunzip) as Decoder;
    case "deflate":
      return promisify(isZlib(bytes) ? inflate : inflateRaw) as Decoder;
    case "br":
      return promisify(brotliDecompress) as Decoder;
    case "zstd":
      return promisify(zstdDecompress) as Decoder;
    default:
      return undefined;
  }
}

/** "deflate" means the zlib format (RFC 1950); many servers send the bare stream (RFC 1951). */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}
