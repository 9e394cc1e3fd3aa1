/** `sitrep since`: what changed in a situation since a reader last looked; with `--mark` the reader has looked now. */
import { userInfo } from "node:os";
import { briefText } from "../export/brief-text.ts";
import { Problem } from "../model/problem.ts";
import { looksAt } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import { sinceBrief } from "../view/brief/brief.ts";
import { timeWords } from "../view/days.ts";
import { type When, whenOf } from "../view/instant.ts";
import { seenBy } from "../view/looks.ts";
import { newsSince } from "../view/since.ts";
import type { Language } from "../view/words/language.ts";
import { wordsIn } from "../view/words/words.ts";
import { storeAt } from "./inputs.ts";
import { printable, style } from "./terminal.ts";

export interface SinceOptions extends When {
  readonly data: string;
  readonly reader?: string;
  /** What `knownAt` was called. */
  readonly at?: string;
  readonly mark?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly lang?: Language;
}

/** Only reads unless it marks, so without `--mark` it may run beside a server that owns the data folder. */
export async function sinceCommand(id: string, options: SinceOptions): Promise<void> {
  const { mark, json, all } = options;
  const knownAt = options.knownAt ?? options.at;
  if (mark === true && options.asOf !== undefined) {
    const message =
      "--mark and --as-of: what was published later has not been seen then; mark without --as-of";
    throw new Problem("store", "bad-mark", "--mark", message);
  }
  const reader = readerOf(options.reader);
  const store = await openStore(storeAt(options.data, mark !== true));
  try {
    const situation = await store.situation(id);
    if (situation === undefined) {
      const message = `there is no situation "${id}"; sitrep brief without a name lists them`;
      throw new Problem("store", "no-situation", id, message);
    }
    const seenAt = (await store.mark(id, reader))?.seenAt;
    const when = whenOf({ ...options, ...(knownAt === undefined ? {} : { knownAt }) });
    const looks = await looksAt(store, id, { ...when, ...(seenAt === undefined ? {} : { seenAt }) });
    const words = wordsIn(options.lang ?? "en");
    const since = newsSince({ ...looks, ...when, ...(seenAt === undefined ? {} : { seenAt }), words });
    if (json) process.stdout.write(`${JSON.stringify({ situation: id, reader, ...since }, null, 2)}\n`);
    else {
      const said =
        seenAt === undefined
          ? words.since.allNewTo(reader)
          : words.since.sinceLook(reader, timeWords(seenAt, words));
      const { title, notice } = situation;
      const brief = sinceBrief({
        title,
        ...(notice === undefined ? {} : { notice }),
        record: looks.now,
        reports: looks.reports,
        since: { words: said, news: since },
        all: all === true,
        words,
      });
      process.stdout.write(printable(briefText(brief, style(process.stdout))));
    }
    if (mark !== true) return;
    const seen = seenBy(looks, knownAt);
    if (seen !== undefined) await store.addMark({ reader, situation: id, seenAt: seen });
    if (!json)
      console.log(
        printable(
          `\nMarked: ${reader} has seen all that was known ${seen === undefined ? "so far" : `on ${timeWords(seen)}`}.`,
        ),
      );
  } finally {
    await store.close();
  }
}

/** The name given, else SITREP_READER, else the user's of this machine. */
export function readerOf(given: string | undefined): string {
  const name = given ?? process.env.SITREP_READER ?? "";
  return (name === "" ? userName() : name).slice(0, 100);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "reader";
  }
}
