/** The outside world as documents: a file, a folder, a URL, or "-" for standard input. */
import { stat } from "node:fs/promises";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { shown } from "./document.ts";
import { file, fileProblem, standardInput } from "./file.ts";
import { folder } from "./folder.ts";
import { isMailbox, mailbox } from "./mail/mailbox.ts";
import type { SourceOptions } from "./options.ts";
import { isWebArchive, isWebArchiveAddress, webArchive, webArchiveAt } from "./warc/web-archive.ts";

export type { SourceOptions } from "./options.ts";

/** Yields what can be read and a Problem for what can't; throws nothing, so that one bad input stops no other. */
export async function* documents(input: string, options: SourceOptions): AsyncGenerator<Document | Problem> {
  try {
    if (input === "-") yield await standardInput(options);
    else if (/^https?:/i.test(input) && isWebArchiveAddress(input)) yield* webArchiveAt(input, options);
    else if (/^https?:/i.test(input)) {
      // The HTTP client is loaded for those who fetch.
      const { page } = await import("./page.ts");
      yield await page(input, options);
    } else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) yield otherScheme(input);
    else if (await isFolder(input)) yield* folder(input, options);
    else if (await isWebArchive(input)) yield* webArchive(input, options);
    else if (await isMailbox(input)) yield* mailbox(input, options);
    else yield await file(input, options);
  } catch (error) {
    yield error instanceof Problem ? error : fileProblem(error, shown(input));
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileProblem(error, shown(path));
  }
}

function otherScheme(input: string): Problem {
  const where = shown(input);
  const scheme = input.slice(0, input.indexOf(":")).toLowerCase();
  const advice = scheme === "file" ? "give the path by itself" : "give an http or https address, or a file";
  return new Problem(
    "source",
    "scheme",
    where,
    `${where} is a ${scheme}: address, which is not read: ${advice}`,
  );
}
