/** Plain text as people save it to the parts of a report: header lines, headline, paragraphs; page furniture out. */
import { amendmentIn, isWithdrawal } from "./amendments.ts";
import { bylinesOf } from "./bylines.ts";
import { closingCredit, datelineCredit } from "./credit.ts";
import { dateIn, isoDate } from "./dates.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import type { Claim, Field } from "./metadata/claim.ts";
import { metadataOf } from "./metadata/metadata.ts";
import { urlDate } from "./metadata/visible.ts";
import { type Line, linesOf } from "./plain-lines.ts";
import { webAddress } from "./web-address.ts";

export interface TextContext {
  readonly url?: string;
  readonly published?: string;
  /** What is known of the text from elsewhere: to be trusted more, and less, than what it says. */
  readonly claims?: readonly Claim[];
  readonly lastClaims?: readonly Claim[];
}

export function fromPlainText(text: string, context: TextContext): Draft {
  const { header: own, rest } = withoutHeader(text);
  const header = [...(context.claims ?? []), ...own];
  const lines = linesOf(rest);
  const first = lines.findIndex(isFull);
  const last = lines.findLastIndex(isFull);
  const claims: Claim[] = [...header];
  const blocks: DraftBlock[] = [];
  const hasTitle = header.some(({ field }) => field === "title");
  const headlineAt = hasTitle ? -1 : headlineOf(lines, first);
  lines.forEach((line, i) => {
    if (i === headlineAt) claims.push({ field: "title", value: line.text, from: "page" });
    else if (first < 0 || (i >= first && i <= last)) blocks.push(...body(line, claims));
    else if (i < first) blocks.push(...top(line, i > headlineAt, claims));
    else if (bottom(line, claims)) blocks.push(...body(line, claims));
  });
  const title = claims.find(({ field }) => field === "title")?.value;
  const notes = new Map(blocks.map((block) => [block, amendmentIn(block.text)]));
  const amendments = blocks.flatMap((block) => notes.get(block) ?? []);
  const below = blocks.filter((block) => block.kind === "list-item" || block.text !== title);
  const beside = below.filter((block) => notes.get(block) === undefined);
  const kept = beside.length > 0 ? beside : below.filter(({ text }) => isWithdrawal(text));
  if (kept[0]?.kind === "paragraph" && isCaptioned(kept[0].text))
    kept[0] = { ...kept[0], kind: "standfirst" };
  const credit = kept
    .slice(0, 3)
    .map((block) => datelineCredit(block.text))
    .find((found) => found !== undefined);
  if (credit !== undefined) claims.push({ field: "credit", value: credit, from: "dateline" });
  const url = context.url ?? claims.find(({ field }) => field === "url")?.value;
  const fromUrl = urlDate(url);
  if (fromUrl !== undefined) claims.push({ field: "published", value: fromUrl, from: "url" });
  claims.push(...(context.lastClaims ?? []));
  const metadata = metadataOf(claims, {
    ...(url === undefined ? {} : { url }),
    ...(context.published === undefined ? {} : { given: context.published }),
  });
  const words = kept.reduce((sum, block) => sum + block.text.split(" ").length, 0);
  const hasText = first >= 0 || words >= 8 || lines.some((line) => line.closed && line.words >= 3);
  return {
    blocks: hasText ? withoutLastHeading(kept) : [],
    metadata,
    extractor: "text@2",
    warnings: [],
    amendments,
  };
}

const headerFields: Readonly<Record<string, Field>> = {
  title: "title",
  headline: "title",
  by: "byline",
  byline: "byline",
  author: "byline",
  authors: "byline",
  publisher: "publisher",
  outlet: "publisher",
  newspaper: "publisher",
  date: "published",
  published: "published",
  updated: "modified",
  modified: "modified",
  credit: "credit",
  agency: "credit",
  source: "credit",
  url: "url",
  link: "url",
  section: "section",
  language: "language",
  notice: "notice",
};

/** Lines such as "Publisher: Gulf Herald" at the very top, up to the first line that is none. */
function withoutHeader(text: string): { header: Claim[]; rest: string } {
  const header: Claim[] = [];
  let at = /^[\s\ufeff]*/.exec(text)![0].length;
  for (let count = 0; count < 30; count++) {
    const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const found = /^([A-Za-z]{2,12}):[ \t]{0,20}(\S.{0,500})$/.exec(text.slice(at, end).trimEnd());
    const field = found === null ? undefined : headerFields[found[1]!.toLowerCase()];
    if (field === undefined) break;
    const value = found![2]!;
    // A URL is kept only when it is one: it may become a link.
    if (field !== "url" || (!/\s/.test(value) && webAddress(value) !== undefined))
      header.push({ field, value, from: "header" });
    at = Math.min(text.length, end + 1);
  }
  return header.length === 0 ? { header, rest: text } : { header, rest: text.slice(at) };
}

/** A paragraph that can only be text: a whole sentence of some length. */
const isFull = (line: Line) => line.closed && line.words >= 12 && !isFurnitureLine(line.text);

/** The line above the text that reads as a headline: of several short ones the first of four words or more. */
function headlineOf(lines: readonly Line[], first: number): number {
  const top = first < 0 ? lines.slice(0, -1) : lines.slice(0, first);
  const isCandidate = (line: Line) =>
    line.words <= 30 &&
    !/[.;,]["”’)]?$/.test(line.text) &&
    !line.bullet &&
    !isFurnitureLine(line.text) &&
    dateLine(line) === undefined &&
    byline(line) === undefined;
  const long = top.findIndex((line) => line.words >= 4 && isCandidate(line));
  if (long >= 0) return long;
  return top.length === 1 && first === 1 && top[0]!.words >= 2 && isCandidate(top[0]!) ? 0 : -1;
}

/** Above the text: dates and names are metadata; a site's name is furniture; what is a phrase stays. */
function top(line: Line, afterHeadline: boolean, claims: Claim[]): DraftBlock[] {
  if (takeMetadata(line, claims) || isFurnitureLine(line.text)) return [];
  if (line.closed && line.words >= 5)
    return [{ kind: afterHeadline ? "standfirst" : "paragraph", text: line.text }];
  if (!afterHeadline || line.words < 5) return [];
  return [{ kind: "standfirst", text: line.text }];
}

/** Below the text: true for what still could be a sentence. */
function bottom(line: Line, claims: Claim[]): boolean {
  const credit = closingCredit(line.text);
  if (credit !== undefined) claims.push({ field: "credit", value: credit, from: "page" });
  if (credit !== undefined || isFurnitureLine(line.text)) return false;
  return line.closed ? line.words >= 2 : line.words >= 8;
}

function body(line: Line, claims: Claim[]): DraftBlock[] {
  if (isFurnitureLine(line.text)) return [];
  if (line.bullet) return [{ kind: "list-item", text: line.text }];
  // "Collaboration or confrontation?" between paragraphs asks what the next ones answer.
  if (line.text.endsWith("?") && line.words <= 8) return [{ kind: "heading", text: line.text }];
  if (!line.closed && line.words <= 14 && !/[,;]$/.test(line.text)) {
    const credit = closingCredit(line.text);
    if (credit !== undefined) claims.push({ field: "credit", value: credit, from: "page" });
    return credit === undefined ? [{ kind: "heading", text: line.text }] : [];
  }
  return [{ kind: "paragraph", text: line.text }];
}

function takeMetadata(line: Line, claims: Claim[]): boolean {
  const date = dateLine(line);
  if (date !== undefined) claims.push(date);
  const name = byline(line);
  if (name !== undefined) claims.push(name);
  return date !== undefined || name !== undefined;
}

function dateLine(line: Line): Claim | undefined {
  if (line.words > 18 || line.text.length > 120) return undefined;
  const found =
    dateIn(line.text) ??
    (isoDate(line.text) === undefined
      ? undefined
      : { value: isoDate(line.text)!, start: 0, end: line.text.length });
  if (found === undefined) return undefined;
  // What is left beside the date must be a label, a place or a name, never a sentence.
  const rest = line.text.slice(0, found.start) + line.text.slice(found.end);
  if (line.closed && rest.trim().length > 25) return undefined;
  return {
    field: /updated|modified/i.test(line.text.slice(0, found.start)) ? "modified" : "published",
    value: found.value,
    from: "page",
  };
}

function byline(line: Line): Claim | undefined {
  if (line.words > 16 || line.closed) return undefined;
  const found = /^by[:\s]\s*(\p{Lu}.{2,120})$/iu.exec(line.text)?.[1];
  return found === undefined || bylinesOf([found]).length === 0
    ? undefined
    : { field: "byline", value: found, from: "page" };
}

/** A picture's title that runs into its caption: "Harbour Patrols: A Day in San Lucas Plans are being…". */
function isCaptioned(text: string): boolean {
  let run = 0;
  for (const word of text.split(" ", 40)) {
    if (/^["“‘(]?\p{Lu}/u.test(word)) run++;
    else if (!/^(?:of|in|on|at|to|for|and|the|a|an|with|by|from|vs\.?|&|[–—-])$/.test(word)) break;
    if (/[.!?]["”’)]?$/.test(word)) break;
  }
  return run >= 7;
}

function withoutLastHeading(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]!.kind === "heading") end--;
  return blocks.slice(0, end);
}
