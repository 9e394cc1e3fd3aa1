/** A mail to the parts of a report: its HTML like a page, its plain text like a text, its header fields as claims. */
import type { Claim as Told } from "../../model/report.ts";
import { isoDate } from "../dates.ts";
import type { Draft, DraftBlock } from "../draft.ts";
import { fromHtml } from "../html.ts";
import type { Claim } from "../metadata/claim.ts";
import { metadataOf } from "../metadata/metadata.ts";
import { fromPlainText } from "../plain-text.ts";
import { countWords } from "../runs.ts";
import { collapse } from "../tree.ts";
import { type Forwarded, forwardedIn, isForwardMark } from "./forwarded.ts";
import { isNewsletterLine, withoutNewsletter } from "./furniture.ts";
import { htmlLines, ownLines, textLines } from "./lines.ts";
import type { Mail } from "./message.ts";
import { senderOf } from "./sender.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** Goes up when this reader changes, or one that a message's text or attachment is read with. */
export const mailExtractor = "mail@1";

export interface MailContext {
  readonly published?: string;
  readonly fetchedAt: string;
}

/** `blocks` is empty where the message has no text of a report. */
export function fromMail(mail: Mail, context: MailContext): Draft {
  const subject = subjectOf(mail.field("subject") ?? "");
  const asHtml = mail.html === undefined ? [] : htmlLines(mail.html);
  const asText = mail.text === undefined ? asHtml : textLines(mail.text);
  const forwarded = passedOn(mail.html === undefined ? asText : asHtml, subject);
  const page = mail.html === undefined ? undefined : fromHtml(mail.html, context);
  const text = fromPlainText(ownText(asText, subject), {});
  const body = bodyOf(page, asHtml, forwarded, text);
  const { header, own } = headerClaims(mail, subject, forwarded);
  const claims = [...own, ...header];
  // What the message's header says stands for it; of the one who passed it on only the day may.
  const told =
    forwarded === undefined ? claims : [...own, ...header.filter(({ field }) => field === "published")];
  const metadata = metadataOf([...told, ...body.claims], {
    ...(context.published === undefined ? {} : { given: context.published }),
  });
  return {
    blocks: withHeadline(body, metadata.title),
    metadata,
    ...declared(mail, page),
    extractor: mailExtractor,
    warnings: mail.warnings,
    ...(body.amendments === undefined ? {} : { amendments: body.amendments }),
    ...(body.captions === undefined ? {} : { captions: body.captions }),
    claims: [...claims, ...identity(mail), ...body.claims].map(({ field, value, from }) => ({
      field,
      value: value.slice(0, 300),
      from,
    })),
  };
}

interface Body extends Pick<Draft, "blocks" | "amendments" | "captions"> {
  readonly claims: readonly Claim[];
  /** What stands above the text as its headline. */
  readonly headline?: string;
}

/** The page's text, unless the message as plain text has clearly more: newsletters of several pieces, say. */
function bodyOf(
  page: Draft | undefined,
  lines: readonly string[],
  forwarded: Forwarded | undefined,
  text: Draft,
): Body {
  const plain = { ...bodyParts(text), blocks: withoutNewsletter(text.blocks) };
  if (page === undefined) return plain;
  const blocks = forwarded === undefined ? page.blocks : behind(page.blocks, lines, forwarded);
  const shown = { ...bodyParts(page), blocks: withoutNewsletter(blocks) };
  return wordsOf(shown.blocks) >= 0.6 * wordsOf(plain.blocks) ? shown : plain;
}

function bodyParts(draft: Draft): Omit<Body, "blocks"> {
  const { title } = draft.metadata;
  const claims = (draft.claims ?? []).filter(({ field }) => field !== "url") as readonly Claim[];
  return {
    claims,
    ...(title === undefined ? {} : { headline: title }),
    ...(draft.amendments === undefined ? {} : { amendments: draft.amendments }),
    ...(draft.captions === undefined ? {} : { captions: draft.captions }),
  };
}

/** A headline in the message that is not its subject is text of it. */
function withHeadline({ blocks, headline }: Body, title: string | undefined): readonly DraftBlock[] {
  const isOther = headline !== undefined && title !== undefined && bare(headline) !== bare(title);
  if (blocks.length === 0 || !isOther || isForwardMark(headline) || isNewsletterLine(headline)) return blocks;
  if (blocks.some(({ text }) => bare(text) === bare(headline))) return blocks;
  return [{ kind: "heading", text: headline }, ...blocks];
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const wordsOf = (blocks: readonly DraftBlock[]) =>
  blocks.reduce((sum, { text }) => sum + countWords(text), 0);

/** The header lines of a message that was passed on; undefined for those of an answered one. */
function passedOn(lines: readonly string[], subject: Subject): Forwarded | undefined {
  const found = forwardedIn(lines);
  if (found === undefined) return undefined;
  if (found.isMarked && !subject.isReply) return found;
  if (subject.isForward) return found;
  const above = lines.slice(0, found.start).reduce((sum, line) => sum + countWords(line), 0);
  return above < 12 ? found : undefined;
}

/** The plain text that the sender means: the message passed on, or the own words of an answer. */
function ownText(lines: readonly string[], subject: Subject): string {
  const forwarded = passedOn(lines, subject);
  const answered = forwarded === undefined ? forwardedIn(lines) : undefined;
  const meant =
    forwarded !== undefined
      ? lines.slice(forwarded.end)
      : answered !== undefined
        ? lines.slice(0, answered.start).filter((line) => !isForwardMark(line))
        : lines;
  return ownLines(meant).join("\n");
}

/** Blocks below the header lines of a message that was passed on, found by the words that stand above. */
function behind(blocks: readonly DraftBlock[], lines: readonly string[], forwarded: Forwarded): DraftBlock[] {
  const above = collapse(lines.slice(0, forwarded.end).join(" "));
  let from = 0;
  while (from < blocks.length && above.includes(blocks[from]!.text)) from++;
  const below = blocks.slice(from);
  // Some programs set what they pass on as one long quotation.
  const isOneQuote = below.every(({ kind }) => kind === "quote");
  return isOneQuote ? below.map(({ text }) => ({ kind: "paragraph", text })) : below;
}

function headerClaims(mail: Mail, subject: Subject, forwarded: Forwarded | undefined) {
  const header = claimsOf(
    { from: mail.field("from"), date: mail.field("date"), subject: subject.title },
    mail.field("list-id"),
    "mail",
  );
  const own =
    forwarded === undefined
      ? []
      : claimsOf({ ...forwarded, subject: subjectOf(forwarded.subject ?? "").title }, undefined, "forwarded");
  return { header, own };
}

function claimsOf(
  { from, date, subject }: { from?: string | undefined; date?: string | undefined; subject: string },
  list: string | undefined,
  source: string,
): Claim[] {
  const { publisher, byline } = senderOf(from, list);
  // A date that is none says nothing, and may not hide one that is.
  const published = date === undefined ? undefined : isoDate(date, { locale: "en-US" });
  return [
    ...(subject === "" ? [] : [{ field: "title", value: subject, from: source } as const]),
    ...(byline === undefined ? [] : [{ field: "byline", value: byline, from: source } as const]),
    ...(publisher === undefined ? [] : [{ field: "publisher", value: publisher, from: source } as const]),
    ...(published === undefined ? [] : [{ field: "published", value: published, from: source } as const]),
  ];
}

function identity(mail: Mail): Told[] {
  const id = mail.field("message-id");
  const list = mail.field("list-id");
  return [
    ...(id === undefined ? [] : [{ field: "message-id", value: id, from: "mail" }]),
    ...(list === undefined ? [] : [{ field: "list", value: list, from: "mail" }]),
  ];
}

function declared(mail: Mail, page: Draft | undefined): { declaredLanguage?: string } {
  const language = page?.declaredLanguage ?? mail.field("content-language");
  return language === undefined ? {} : { declaredLanguage: language };
}
