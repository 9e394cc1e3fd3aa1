/** The records of web archives as documents: what is a report's kind of page becomes one, the rest is counted. */
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import { documentOf, shown } from "../document.ts";
import { contentTypeOf, mediaTypeOf } from "../http/media-type.ts";
import { defaultMaxBytes, type SourceOptions } from "../options.ts";
import { type HttpAnswer, httpAnswerOf, plainBody } from "./http.ts";
import { piecesOf } from "./inflate.ts";
import { Input } from "./input.ts";
import { isRecord, recordsOf, type WarcRecord } from "./records.ts";
import { Tally } from "./tally.ts";

/** One WARC file. */
export interface WarcFile {
  /** As it may be printed. */
  readonly where: string;
  /** Its bytes from an offset on; without `rewinds` from the beginning alone. */
  open(from?: number): AsyncIterable<Uint8Array>;
  readonly rewinds: boolean;
}

/** Of all records that a page may stand in. */
const headBytes = 512 * 1_024;
/** What reports are made of. */
const wanted: ReadonlySet<string> = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/pdf",
  "message/rfc822",
  "multipart/related",
]);

interface Original {
  readonly file: WarcFile;
  readonly offset: number;
}

/**
 * Yields a document for each capture of a page, also for those that only refer to an earlier one, and at most two
 * Problems a file: that it is damaged, and that there was no page in all of them. What was passed over is told to
 * `options.warn` in one line.
 */
export async function* captures(
  files: AsyncIterable<WarcFile>,
  input: string,
  options: SourceOptions,
): AsyncGenerator<Document | Problem> {
  const tally = new Tally();
  const originals = new Map<string, Original>();
  for await (const file of files) {
    const maxBytes = options.maxBytes ?? defaultMaxBytes;
    const pieces = await piecesOf(new Input(file.open()));
    try {
      for await (const record of recordsOf(pieces, maxBytes + headBytes)) {
        if (!isRecord(record)) {
          tally.damaged(record);
          continue;
        }
        const capture = await captureOf(record, file, originals, options).catch(problemOr);
        if (typeof capture === "string") tally.skipped(capture);
        else {
          tally.read();
          yield { ...capture, input: nameOf(input, record) };
        }
      }
    } finally {
      await pieces.close();
    }
    const damage = tally.damageOf(file.where);
    if (damage !== undefined) yield damage;
  }
  const where = shown(input);
  const line = tally.line(where);
  if (tally.documents === 0) {
    const held = line === undefined ? `${where} holds no records` : line;
    yield new Problem(
      "source",
      "no-documents",
      where,
      `${held}: give a web archive with pages that were answered with 200`,
    );
  } else if (line !== undefined) options.warn?.(line);
}

/** A document, or in a few words why it is none. */
async function captureOf(
  record: WarcRecord,
  file: WarcFile,
  originals: Map<string, Original>,
  options: SourceOptions,
): Promise<Document | string> {
  const { fields, offset } = record;
  const type = fields.get("warc-type") ?? "";
  if (!["response", "resource", "revisit"].includes(type)) return "requests and notes of the archiver";
  if (record.block === undefined) return "larger than a report may be";
  const answer = answerOf(record);
  if (answer === undefined && type === "response") return "without an HTTP answer in them";
  if (answer !== undefined && answer.status !== 200) return "not answered with 200";
  if (type !== "revisit") {
    const document = await documentIn(record, record, answer, options);
    if (typeof document !== "string") originals.set(originalKey(record), { file, offset });
    return document;
  }
  const original = originals.get(originalKey(record));
  if (original === undefined) return "that refer to a page which is not among them";
  const held = await recordAt(original, options);
  if (held?.block === undefined || originalKey(held) !== originalKey(record)) {
    return "that refer to a page which can't be found again";
  }
  return documentIn(record, held, answer ?? answerOf(held), options);
}

/** `record` says what was captured and when; the bytes are those of `holder`. */
async function documentIn(
  record: WarcRecord,
  holder: WarcRecord,
  answer: HttpAnswer | undefined,
  options: SourceOptions,
): Promise<Document | string> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const where = shown(addressOf(record) ?? "a record");
  const held = answerOf(holder);
  const bytes = held === undefined ? holder.block! : await plainBody(held, where, maxBytes);
  if (bytes.length === 0) return "empty";
  const { mediaType: declared, charset } = contentTypeOf(
    answer === undefined ? holder.fields.get("content-type") : answer.headers["content-type"],
  );
  const mediaType = mediaTypeOf(declared, bytes);
  if (mediaType === undefined || !wanted.has(mediaType)) return kindOf(mediaType);
  const target = addressOf(record);
  const web = target !== undefined && /^https?:/i.test(target) ? target : undefined;
  if (web !== undefined && new URL(web).pathname === "/robots.txt") return "robots.txt";
  const asked = record.fields.get("sitrep-requested-uri");
  return documentOf(
    {
      // A copy: the block is part of a larger buffer, which need not stay.
      bytes: new Uint8Array(bytes),
      input: target ?? "",
      ...(web === undefined ? {} : { url: isWeb(asked) ? asked : web, finalUrl: web }),
      fetchedAt: timeOf(record) ?? options.now(),
      mediaType,
      ...(charset === undefined ? {} : { charset }),
      ...(answer === undefined || web === undefined ? {} : head(answer)),
    },
    maxBytes,
  );
}

function head({ status, statusText, headers, rawHeaders }: HttpAnswer) {
  return { status, ...(statusText === "" ? {} : { statusText }), headers, rawHeaders };
}

async function recordAt({ file, offset }: Original, options: SourceOptions): Promise<WarcRecord | undefined> {
  if (!file.rewinds) return undefined;
  const pieces = await piecesOf(new Input(file.open(offset)));
  try {
    for await (const record of recordsOf(pieces, (options.maxBytes ?? defaultMaxBytes) + headBytes))
      return isRecord(record) ? record : undefined;
  } finally {
    await pieces.close();
  }
  return undefined;
}

/** What a record and those that refer to it have in common. */
function originalKey({ fields }: WarcRecord): string {
  const digest = fields.get("warc-payload-digest");
  if (digest !== undefined) return digest;
  const of = (name: string) => fields.get(`warc-refers-to-${name}`) ?? fields.get(`warc-${name}`) ?? "";
  return `${of("date")} ${of("target-uri")}`;
}

/** A `response` holds an HTTP answer unless it says otherwise (of a name's look-up), a `revisit` perhaps its head. */
function isHttp({ fields }: WarcRecord): boolean {
  const type = fields.get("content-type") ?? "";
  return /^application\/http\b/i.test(type) || (type === "" && fields.get("warc-type") === "response");
}

function answerOf(record: WarcRecord): HttpAnswer | undefined {
  return isHttp(record) && record.block !== undefined ? httpAnswerOf(record.block) : undefined;
}

/** The address as given; early versions put it in angle brackets. Undefined where it is none that can be used. */
function addressOf({ fields }: WarcRecord): string | undefined {
  const target = fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
  return target !== undefined && target.length <= 32_768 && URL.canParse(target) ? target : undefined;
}

function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address);
}

function timeOf({ fields }: WarcRecord): string | undefined {
  const date = fields.get("warc-date") ?? "";
  const time = Date.parse(date);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(date) || Number.isNaN(time)) return undefined;
  return new Date(time).toISOString();
}

/** The input and the record's address: what an outcome is told of. */
function nameOf(input: string, record: WarcRecord): string {
  return `${input}#${addressOf(record) ?? `record at byte ${record.offset}`}`;
}

function kindOf(mediaType: string | undefined): string {
  if (mediaType === undefined) return "of an unknown kind";
  if (/^image\//.test(mediaType)) return "images";
  if (/^(audio|video)\//.test(mediaType)) return "recordings";
  if (/^font\/|font/.test(mediaType)) return "fonts";
  if (/javascript|ecmascript|css|json/.test(mediaType)) return "scripts, styles and data";
  return "of other kinds";
}

/** What `documentOf` and the decoders refuse. */
function problemOr(error: unknown): string {
  if (!(error instanceof Problem)) throw error;
  if (error.code === "empty") return "empty";
  if (error.code === "too-large") return "larger than a report may be";
  return "with a body that can't be read";
}
