/** Bytes into a document, with what can be said against them: empty, too large, binary. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { binaryKind, isGzip } from "./kind.ts";

export type DocumentParts = Omit<Document, "sha256">;

/** Checks and hashes; unpacks gzip first. Throws Problem. */
export async function documentOf(parts: DocumentParts, maxBytes: number): Promise<Document> {
  const where = shown(parts.input);
  let bytes = parts.bytes;
  if (isGzip(bytes)) bytes = await unpacked(bytes, where, maxBytes);
  if (bytes.length > maxBytes) throw tooLarge(where, maxBytes);
  if (bytes.length === 0 || isBlank(bytes)) {
    throw new Problem("source", "empty", where, `${where} is empty: give a file or page with text in it`);
  }
  const binary = binaryKind(bytes);
  if (binary !== undefined) {
    throw new Problem(
      "source",
      "binary",
      where,
      `${where} looks like ${binary.name}, not a report: ${binary.advice}`,
    );
  }
  return { ...parts, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export function tooLarge(where: string, maxBytes: number): Problem {
  const limit = `${Math.round((maxBytes / 2 ** 20) * 10) / 10} MiB`;
  return new Problem(
    "source",
    "too-large",
    where,
    `${where} is larger than ${limit}, the limit for one report: split it or give the article alone`,
  );
}

/** An input's name as it may be printed: one line, not endless, no password. */
export function shown(input: string): string {
  if (input === "-") return "standard input";
  const plain = input
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name may hold them, a line may not
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "?")
    .replace(/^(https?:\/\/)[^/?#@]*@/i, "$1");
  return plain.length > 300 ? `${plain.slice(0, 297)}…` : plain;
}

async function unpacked(bytes: Uint8Array, where: string, maxBytes: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes + 1 });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(where, maxBytes);
    throw new Problem(
      "source",
      "broken-gzip",
      where,
      `${where} is a damaged gzip file: save or fetch it again`,
      error,
    );
  }
}

/** White space and byte order marks (of UTF-8 and UTF-16). Most files are told by their first bytes. */
const blank = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);
const isBlank = (bytes: Uint8Array) => bytes.every((byte) => blank.has(byte));
