/** A folder of documents: an archive with a manifest, else every file below it that may hold a report, mail folders (Maildir) too. */
import { readdir, realpath } from "node:fs/promises";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { shown } from "./document.ts";
import { file, fileProblem, readBounded } from "./file.ts";
import { mediaTypeOf } from "./kind.ts";
import { mailbox } from "./mail/mailbox.ts";
import { type Capture, manifestOf } from "./manifest.ts";
import { maxFolderDepth, maxFolderFiles, type SourceOptions } from "./options.ts";
import { isWebArchiveName, webArchive } from "./warc/web-archive.ts";

export async function* folder(input: string, options: SourceOptions): AsyncGenerator<Document | Problem> {
  const where = shown(input);
  const manifest = await readManifest(input);
  if (manifest instanceof Problem) return yield manifest;
  if (manifest !== undefined) {
    for (const capture of manifest) yield await captured(input, capture, options);
    return;
  }
  let count = 0;
  for await (const found of walk(input, where)) {
    if (found instanceof Problem) {
      yield found;
      continue;
    }
    count++;
    if (count > maxFolderFiles) {
      yield new Problem(
        "source",
        "too-many-files",
        where,
        `${where} holds more than ${maxFolderFiles} files: read its folders one by one`,
      );
      return;
    }
    if (mediaTypeOf(found.path) === "application/mbox") yield* mailbox(found.path, options);
    else if (isWebArchiveName(found.path)) yield* webArchive(found.path, options);
    else yield await file(found.path, options, found.capture).catch(problemOf(found.path));
  }
  if (count === 0) {
    yield new Problem(
      "source",
      "no-documents",
      where,
      `${where} holds no .txt, .html, .mhtml, .eml, .mbox, .pdf, .warc or .wacz file: give a folder of saved reports`,
    );
  }
}

async function captured(
  root: string,
  capture: Capture | Problem,
  options: SourceOptions,
): Promise<Document | Problem> {
  if (capture instanceof Problem) return capture;
  const path = join(root, capture.file);
  const where = shown(path);
  try {
    const inside = relative(await realpath(root), await realpath(path));
    if (inside.startsWith(`..${sep}`) || inside === ".." || isAbsolute(inside)) {
      return new Problem(
        "source",
        "outside-folder",
        where,
        `${where} leaves its folder by a link, which a manifest may not: copy the file into the folder`,
      );
    }
    return await file(path, options, capture);
  } catch (error) {
    return problemOf(path)(error);
  }
}

async function readManifest(root: string) {
  const path = join(root, "manifest.json");
  try {
    return manifestOf(await readBounded(path, 64 * 2 ** 20), shown(path));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    return problemOf(path)(error);
  }
}

interface Found {
  readonly path: string;
  /** What is known of a file whose name says nothing: a message in a mail folder. */
  readonly capture?: Capture;
}

/** Files in the order of their names, depth first. Links are not followed: a loop would have no end. */
async function* walk(root: string, where: string): AsyncGenerator<Found | Problem> {
  const stack: { path: string; depth: number; isFolder: boolean; isMail?: boolean }[] = [
    { path: root, depth: 0, isFolder: true },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!next.isFolder) {
      yield next.isMail === true
        ? { path: next.path, capture: { file: next.path, mediaType: "message/rfc822" } }
        : { path: next.path };
      continue;
    }
    if (next.depth > maxFolderDepth) {
      yield new Problem(
        "source",
        "too-deep",
        where,
        `${shown(next.path)} lies more than ${maxFolderDepth} folders deep: read it by itself`,
      );
      continue;
    }
    const entries = await readdir(next.path, { withFileTypes: true }).catch(problemOf(next.path));
    if (entries instanceof Problem) {
      yield entries;
      continue;
    }
    const isMaildir = maildir.every((name) =>
      entries.some((entry) => entry.name === name && entry.isDirectory()),
    );
    const isMail = next.isMail === true;
    const pages = new Set(entries.map((entry) => basename(entry.name).replace(/\.x?html?$/i, "")));
    const chosen = entries
      .filter((entry) => !entry.name.startsWith("."))
      .filter((entry) =>
        entry.isDirectory()
          ? !isPageParts(entry.name, pages) && !(isMaildir && entry.name === "tmp")
          : entry.isFile() && (isMail || isReadable(entry.name)),
      )
      .sort((a, b) => (a.name < b.name ? 1 : -1));
    for (const entry of chosen) {
      const isFolder = entry.isDirectory();
      const inMaildir = isFolder ? isMaildir && maildir.includes(entry.name) : isMail;
      stack.push({ path: join(next.path, entry.name), depth: next.depth + 1, isFolder, isMail: inMaildir });
    }
  }
}

/** The folders that a mail folder holds: delivered, seen, and still coming. */
const maildir = ["cur", "new", "tmp"];

const isReadable = (name: string) => mediaTypeOf(name) !== undefined;

/** "Page_files" beside "Page.html": the pictures and frames of a page that a browser saved. */
function isPageParts(name: string, pages: ReadonlySet<string>): boolean {
  const stem = name.replace(/([_-](files|bestanden|dateien|fichiers|archivos|file)|\.files)$/i, "");
  return stem !== name && pages.has(stem);
}

const problemOf = (path: string) => (error: unknown) =>
  error instanceof Problem ? error : fileProblem(error, shown(path));
