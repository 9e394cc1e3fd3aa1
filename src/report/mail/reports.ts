/** The reports of a mail: its own text, and each message, page and PDF that hangs on it. */
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { reportOf } from "../drafted.ts";
import type { ExtractOptions } from "../extract.ts";
import { fromMail, mailExtractor } from "./mail.ts";
import { type Attachment, mailOf } from "./message.ts";

/** Reads a document of any kind: what hangs on a mail is one. */
type Read = (document: Document, options: ExtractOptions) => Promise<Report[]>;

/** Attachments that are read, in all and one within the other. */
const mostRead = 20;
const deepest = 4;

/** Throws Problem where there is no report in it. */
export async function mailReports(
  document: Document,
  options: ExtractOptions,
  read: Read,
): Promise<Report[]> {
  const where = document.input === "-" ? "standard input" : document.input;
  const mail = mailOf(document.bytes);
  if (mail === undefined) {
    const what =
      "is no mail: it does not begin with header lines such as From and Subject; save it again as .eml";
    throw new Problem("report", "bad-mail", where, `${where} ${what}`);
  }
  const { attached, unread } = await attachedReports(document, mail.attachments, options, read);
  const draft = fromMail(mail, {
    fetchedAt: document.fetchedAt,
    ...(options.published === undefined ? {} : { published: options.published }),
  });
  if (draft.blocks.length > 0) return [reportOf(document, draft, undefined, unread), ...attached];
  const [first, ...others] = attached;
  if (first !== undefined) return [{ ...first, warnings: [...first.warnings, ...unread] }, ...others];
  throw nothingIn(where, mail.isEncrypted, unread);
}

async function attachedReports(
  document: Document,
  attachments: readonly Attachment[],
  options: ExtractOptions,
  read: Read,
): Promise<{ attached: Report[]; unread: string[] }> {
  const attached: Report[] = [];
  const unread: string[] = [];
  let count = 0;
  for (const [index, attachment] of attachments.entries()) {
    const mediaType = readableType(attachment);
    const name = oneLine(attachment.name);
    if (mediaType === undefined) {
      if (!isSilent(attachment))
        unread.push(`the attachment "${name}" was not read: ${adviceOn(attachment)}`);
      continue;
    }
    const depth = document.sha256.split("/").length;
    if (++count > mostRead || depth > deepest) {
      unread.push(`the attachment "${name}" was not read: it is one too many; save it by itself`);
      continue;
    }
    const { charset: _, mediaType: __, ...outer } = document;
    try {
      const reports = await read(
        {
          ...outer,
          // Told from the mail's own text and from other attachments, by its place.
          sha256: `${document.sha256}/${index + 1}`,
          bytes: attachment.bytes,
          input: `${document.input} > ${name}`,
          mediaType,
          ...(attachment.charset === undefined ? {} : { charset: attachment.charset }),
        },
        options,
      );
      for (const report of reports)
        attached.push({ ...report, document: document.sha256, extractor: mailExtractor });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      unread.push(`the attachment "${name}" was not read: ${error.message.slice(0, 300)}`);
    }
  }
  return { attached, unread };
}

/** The kind by which an attachment is read; undefined for what holds no report. */
function readableType({ mediaType, name, bytes }: Attachment): string | undefined {
  const end = /\.(eml|pdf|html?|xhtml)$/i.exec(name)?.[1]?.toLowerCase();
  const isPdf =
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 5)).toString("latin1") === "%PDF-";
  if (mediaType === "application/pdf" || isPdf) return "application/pdf";
  if (mediaType === "message/rfc822" || mediaType === "message/global") return "message/rfc822";
  if (["text/html", "application/xhtml+xml", "text/plain"].includes(mediaType)) return mediaType;
  if (mediaType !== "application/octet-stream" || end === undefined) return undefined;
  return { eml: "message/rfc822", pdf: "application/pdf" }[end] ?? "text/html";
}

/** Pictures, signatures, cards and invitations: nobody misses them in a report. */
const isSilent = ({ mediaType }: Attachment) =>
  /^(?:image|audio|video|font)\/|pkcs7|pgp|^text\/(?:calendar|x?-?vcard|css)|^message\/(?:delivery|disposition)/.test(
    mediaType,
  );

const adviceOn = ({ mediaType, name }: Attachment) =>
  mediaType.includes("ms-tnef") || name.toLowerCase() === "winmail.dat"
    ? "Outlook hides the text in it; have the message sent again as HTML or plain text"
    : "save its text as .txt or .html and read that";

function nothingIn(where: string, isEncrypted: boolean, unread: readonly string[]): Problem {
  const [code, what] = isEncrypted
    ? ["encrypted", "is encrypted: open it in your mail program and save its text"]
    : unread.length > 0
      ? ["no-article", `holds no text of a report beside its attachments: ${unread[0]}`]
      : ["no-article", "holds no text of a report: give a mail with sentences in it"];
  return new Problem("report", code!, where, `${where} ${what}`);
}

/** A file's name as it can be told: one line of whole characters, not without end. */
const oneLine = (name: string) =>
  (name.length > longestName ? `${name.slice(0, longestName)}…` : name)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, "?");

const longestName = 120;
