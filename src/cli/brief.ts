/** `sitrep brief`: the situation report of a situation of the store, as text, Markdown, HTML or PDF. */
import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { type BriefFormat, printBrief } from "../export/brief.ts";
import { briefText } from "../export/brief-text.ts";
import { Problem } from "../model/problem.ts";
import { looksAt, situationRecord } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { type BriefInput, briefOf } from "../view/brief/brief.ts";
import { timeWords } from "../view/days.ts";
import { type When, whenOf } from "../view/instant.ts";
import { recordJson } from "../view/json.ts";
import { endOf } from "../view/looks.ts";
import { newsSince } from "../view/since.ts";
import type { Language } from "../view/words/language.ts";
import { wordsIn } from "../view/words/words.ts";
import { storeAt } from "./inputs.ts";
import { readerOf } from "./since.ts";
import { printable, style } from "./terminal.ts";

export interface BriefOptions extends When {
  readonly data: string;
  readonly from?: string;
  readonly to?: string;
  /** What changed since the end of a day; or since a reader's last look. */
  readonly since?: string;
  readonly reader?: string | true;
  readonly format?: BriefFormat;
  readonly out?: string;
  readonly all?: boolean;
  readonly lang?: Language;
  readonly json?: boolean;
}

/** Only reads, so it may run beside a server that owns the data folder. */
export async function briefCommand(id: string | undefined, options: BriefOptions): Promise<void> {
  const format = formatOf(options);
  const store = await openStore(storeAt(options.data, true));
  try {
    await (id === undefined ? list(store) : write(store, id, options, format));
  } finally {
    await store.close();
  }
}

/** What is asked for, else what the file's name ends in, else text. */
function formatOf({ format, out, from, to, since, reader, json }: BriefOptions): BriefFormat {
  const refuse = (code: string, message: string) => {
    throw new Problem("store", code, out ?? "", message);
  };
  if (since !== undefined && reader !== undefined)
    refuse("two-sinces", "--since and --reader both say since when: give one");
  if (from !== undefined && to !== undefined && from.slice(0, 10) > to.slice(0, 10))
    refuse("empty-span", `--from ${from} is after --to ${to}: turn them round`);
  if (json === true && (format !== undefined || out !== undefined))
    refuse("two-formats", "--json prints the record, not the brief: leave out --format and --out");
  const named = format ?? (out === undefined ? "text" : byExtension[extname(out).toLowerCase()]);
  if (named === undefined) {
    return refuse(
      "unknown-format",
      `"${out}" does not say its format: end it in .md, .html, .pdf or .txt, or give --format`,
    ) as never;
  }
  if (named === "pdf" && out === undefined && process.stdout.isTTY)
    refuse("no-file", "a PDF is not for a terminal: name a file with --out brief.pdf");
  return named;
}

const byExtension: Readonly<Record<string, BriefFormat>> = {
  ".md": "md",
  ".markdown": "md",
  ".html": "html",
  ".htm": "html",
  ".pdf": "pdf",
  ".txt": "text",
};

async function list(store: Store): Promise<void> {
  const situations = await store.situations();
  if (situations.length === 0) console.log("No situation yet: sitrep add NAME FILE… makes one.");
  for (const { id, title, notice } of situations) {
    const { reports } = await store.counts(id);
    console.log(
      printable(`${id}  ${title}${notice === undefined ? "" : ` (${notice})`}, ${reports} reports`),
    );
  }
}

async function write(store: Store, id: string, options: BriefOptions, format: BriefFormat): Promise<void> {
  const { from, to, json, out } = options;
  const situation = await store.situation(id);
  if (situation === undefined) {
    const message = `there is no situation "${id}"; sitrep brief without a name lists them`;
    throw new Problem("store", "no-situation", id, message);
  }
  const when = whenOf(options);
  if (json) return printJson(store, id, when);
  const { title, summary, notice } = situation;
  const since = await sinceOf(store, id, options);
  const { record, reports, readings } = since?.looks ?? (await situationRecord(store, id, when));
  const brief = briefOf({
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(notice === undefined ? {} : { notice }),
    record,
    reports,
    readings,
    unread: new Map(
      readings.flatMap(({ report, unread }) => (unread === undefined ? [] : [[report, unread]])),
    ),
    when,
    span: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    ...(since === undefined ? {} : { since: since.told }),
    all: options.all === true,
    words: wordsIn(options.lang ?? "en"),
  });
  if (format === "text" && out === undefined) {
    process.stdout.write(printable(briefText(brief, style(process.stdout))));
    return;
  }
  const bytes = await printBrief(brief, format);
  if (out === undefined || out === "-") {
    process.stdout.write(bytes);
    return;
  }
  await writeFile(out, bytes).catch((error: NodeJS.ErrnoException) => {
    const message = `"${out}" can't be written (${error.code ?? error.message}): name a file in a folder that is there and yours`;
    throw new Problem("store", "no-file", out, message, error);
  });
  console.error(printable(`sitrep: wrote ${out}`));
}

async function sinceOf(store: Store, id: string, { since, reader, lang, ...at }: BriefOptions) {
  if (since === undefined && reader === undefined) return undefined;
  const name = readerOf(reader === true ? undefined : reader);
  const seenAt = since === undefined ? (await store.mark(id, name))?.seenAt : endOf(since);
  const when = {
    ...whenOf(at),
    ...(seenAt === undefined ? {} : { seenAt }),
  };
  const looks = await looksAt(store, id, when);
  const words = wordsIn(lang ?? "en");
  const time = (iso: string) => timeWords(iso, words);
  const said =
    since !== undefined
      ? since.length === 10
        ? words.since.sinceEndOf(time(since))
        : words.since.sinceTime(time(since))
      : seenAt === undefined
        ? words.since.allNewTo(name)
        : words.since.sinceLook(name, time(seenAt));
  const news = newsSince({ ...looks, ...when, words });
  const told: NonNullable<BriefInput["since"]> = { words: said, news };
  return { looks, told };
}

async function printJson(store: Store, id: string, when: When): Promise<void> {
  const { record, reports, readings } = await situationRecord(store, id, when);
  const counted = new Set(record.reports);
  const shown = reports.filter((report) => counted.has(report.id));
  const unread = new Map(
    readings.flatMap(({ report, unread }) =>
      unread === undefined || !counted.has(report) ? [] : [[report, unread] as const],
    ),
  );
  process.stdout.write(`${JSON.stringify(recordJson(record, shown, unread), null, 2)}\n`);
}
