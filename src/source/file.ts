/** One file from disk, or bytes from standard input. */
import { open, stat } from "node:fs/promises";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { documentOf, shown, tooLarge } from "./document.ts";
import { mediaTypeOf } from "./kind.ts";
import type { Capture } from "./manifest.ts";
import { defaultMaxBytes, type SourceOptions } from "./options.ts";

/** Throws Problem. What a manifest says of the capture goes before what the name says. */
export async function file(path: string, options: SourceOptions, capture?: Capture): Promise<Document> {
  const where = shown(path);
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(path, maxBytes);
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(error, where);
  }
  const mediaType = capture?.mediaType ?? mediaTypeOf(path);
  return documentOf(
    {
      bytes,
      input: path,
      fetchedAt: capture?.fetchedAt ?? options.now(),
      ...(capture?.url === undefined ? {} : { url: capture.url, finalUrl: capture.url }),
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(capture?.charset === undefined ? {} : { charset: capture.charset }),
    },
    maxBytes,
  );
}

export async function standardInput(options: SourceOptions): Promise<Document> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  if (options.stdin === undefined) {
    throw new Problem(
      "source",
      "no-stdin",
      "standard input",
      'standard input is not open: pipe a report into it, or give a file instead of "-"',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of options.stdin) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge("standard input", maxBytes);
    chunks.push(chunk);
  }
  return documentOf({ bytes: Buffer.concat(chunks, size), input: "-", fetchedAt: options.now() }, maxBytes);
}

/** Reads to the end or to the limit, also where the size is not known beforehand. Throws Problem or Node's error. */
export async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const where = shown(path);
  // Asked before opening: to open a named pipe would wait for its writer.
  const found = await stat(path);
  if (found.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
  if (!found.isFile()) {
    throw new Problem(
      "source",
      "not-a-file",
      where,
      `${where} is neither a file nor a folder: give one of these, or "-" for standard input`,
    );
  }
  if (found.size > maxBytes) throw tooLarge(where, maxBytes);
  const handle = await open(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(
        Buffer.allocUnsafe(Math.max(65_536, found.size + 1 - size)),
      );
      if (bytesRead === 0) return Buffer.concat(chunks, size);
      size += bytesRead;
      if (size > maxBytes) throw tooLarge(where, maxBytes);
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

export function fileProblem(error: unknown, where: string): Problem {
  const code = (error as { code?: string }).code ?? "";
  const [name, what] = ({
    ENOENT: ["not-found", "does not exist: check the path"],
    ENOTDIR: ["not-found", "does not exist: check the path"],
    EACCES: ["unreadable", "may not be read: check its permissions"],
    EPERM: ["unreadable", "may not be read: check its permissions"],
    EISDIR: ["unreadable", "is a folder where a file was expected: name the file"],
    ELOOP: ["unreadable", "is a link that leads back to itself: name the file itself"],
    ENAMETOOLONG: ["not-found", "is too long for a path: check it"],
    ERR_INVALID_ARG_VALUE: ["not-found", "is not a valid path: check it"],
    EMFILE: ["unreadable", "can't be opened, as too many files are open: close some programs"],
  }[code] ?? ["unreadable", `can't be read (${code || "unknown error"}): check the disk`]) as [
    string,
    string,
  ];
  return new Problem("source", name, where, `${where} ${what}`, error);
}
