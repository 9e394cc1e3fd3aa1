/** A PDF document to a report: its text layer in the order of reading. Pictures of pages are not read. */
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { isNameLine } from "../bylines.ts";
import type { DraftBlock } from "../draft.ts";
import { reportOf } from "../drafted.ts";
import type { ExtractOptions } from "../extract.ts";
import type { Claim } from "../metadata/claim.ts";
import { fromPlainText } from "../plain-text.ts";
import { collapse } from "../tree.ts";
import { linesOf, rowsOf } from "./lines.ts";
import { withoutMargins } from "./margins.ts";
import type { Pdf, Unreadable } from "./page.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { parsePdf } from "./parse.ts";

/** Goes up when this reader changes. */
export const pdfExtractor = "pdf@1";

/** Throws Problem where there is no text of a report in it. */
export async function pdfReport(document: Document, options: ExtractOptions = {}): Promise<Report> {
  const pdf = await parsePdf(document.bytes);
  if (typeof pdf === "string") throw problem(document, pdf);
  const paragraphs = paragraphsOf(withoutMargins(pdf.pages.map(rowsOf)).map(linesOf))
    .map((paragraph) => ({ ...paragraph, text: collapse(paragraph.text) }))
    .filter(({ text }) => text !== "");
  const letters = paragraphs.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  const unnamed = paragraphs.reduce(
    (sum, { text }) => sum + (text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0),
    0,
  );
  if (letters < 20) throw problem(document, unnamed > letters ? "unnamed-letters" : "no-text");
  if (unnamed > 0.3 * letters) throw problem(document, "unnamed-letters");

  const title = titleOf(pdf, paragraphs);
  const draft = fromPlainText(bodyOf(paragraphs, title), {
    ...(options.published === undefined ? {} : { published: options.published }),
    claims: title === undefined ? [] : [title.claim],
    lastClaims: infoClaims(pdf),
  });
  if (draft.blocks.length === 0) throw problem(document, "no-article");
  return reportOf(
    document,
    {
      ...draft,
      blocks: withHeadings(draft.blocks, paragraphs),
      extractor: pdfExtractor,
      ...(pdf.language === undefined ? {} : { declaredLanguage: pdf.language }),
      claims: told(pdf, draft.claims ?? []),
    },
    document.finalUrl ?? document.url,
    pdf.warnings,
  );
}

interface Title {
  readonly claim: Claim;
  /** The paragraphs of the text that are it. */
  readonly taken: ReadonlySet<Paragraph>;
}

/** The largest type on page one, unless what the document says of itself stands there too. */
function titleOf(pdf: Pdf, paragraphs: readonly Paragraph[]): Title | undefined {
  const first = paragraphs.filter(({ page }) => page === paragraphs[0]?.page);
  const said = saidTitle(pdf.title);
  const printed = first.find(({ text }) => said !== undefined && bare(text) === bare(said));
  if (printed !== undefined)
    return { claim: { field: "title", value: printed.text, from: "page" }, taken: new Set([printed]) };
  const body = bodySize(paragraphs);
  const largest = first
    .filter(
      ({ text, lines }) => lines <= 6 && text.length <= 300 && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3,
    )
    .reduce((size, paragraph) => Math.max(size, paragraph.size), 0);
  if (largest >= 1.25 * body) {
    const at = first.findIndex(
      ({ size, text }) => size === largest && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3,
    );
    const value = first[at]!.text;
    return { claim: { field: "title", value, from: "page" }, taken: new Set([first[at]!]) };
  }
  return said === undefined
    ? undefined
    : { claim: { field: "title", value: said, from: "pdf" }, taken: new Set() };
}

/** Programs fill in the name of the file or of themselves. */
function saidTitle(title: string | undefined): string | undefined {
  const text = collapse(title ?? "");
  const isName =
    /^(?:untitled|unbenannt|sans titre|document\d*|dokument\d*|slide \d+|powerpoint|microsoft (?:word|powerpoint|excel))\b|\.(?:docx?|pdf|indd|odt|rtf|qxd|tex|pptx?|html?)$/i.test(
      text,
    );
  return isName || (text.match(/\p{L}{2,}/gu)?.length ?? 0) < 2 ? undefined : text;
}

/** Height of most of the document's letters. */
function bodySize(paragraphs: readonly Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const step = Math.round(size * 2) / 2;
    letters.set(step, (letters.get(step) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** One paragraph a line. */
const bodyOf = (paragraphs: readonly Paragraph[], title: Title | undefined) =>
  paragraphs
    .filter((paragraph) => title?.taken.has(paragraph) !== true)
    .map(({ text }) => text)
    .join("\n\n");

/** Lines in larger type are headings, whatever they end in. */
function withHeadings(blocks: readonly DraftBlock[], paragraphs: readonly Paragraph[]): DraftBlock[] {
  const body = bodySize(paragraphs);
  const large = new Set(
    paragraphs.filter(({ size, text }) => size >= 1.15 * body && text.length < 200).map(({ text }) => text),
  );
  return blocks.map((block) =>
    block.kind === "paragraph" && large.has(block.text) ? { ...block, kind: "heading" } : block,
  );
}

/** What the document says of itself goes behind what it prints: a file is often made or made anew long after. */
function infoClaims({ author, created }: Pdf): Claim[] {
  const day = created === undefined ? undefined : pdfDate(created);
  return [
    ...(author !== undefined && isNameLine(author)
      ? [{ field: "byline", value: author, from: "pdf" } as const]
      : []),
    ...(day === undefined ? [] : [{ field: "published", value: day, from: "pdf" } as const]),
  ];
}

function told(pdf: Pdf, claims: NonNullable<Report["claims"]>): NonNullable<Report["claims"]> {
  const title =
    pdf.title === undefined ? [] : [{ field: "title", value: pdf.title.slice(0, 300), from: "pdf" }];
  return [...claims, ...title];
}

/** "D:20310303081500+01'00'" (ISO 32000-1, 7.9.4) as ISO 8601. */
export function pdfDate(value: string): string | undefined {
  const found =
    /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?'?)?)?/.exec(value);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = "00", utc, sign, hours, minutes = "00"] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = utc !== undefined ? "Z" : sign === undefined ? "" : `${sign}${hours}:${minutes}`;
  return `${date}T${hour}:${minute}:${second}${zone === "+00:00" || zone === "-00:00" ? "Z" : zone}`;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const problems: Readonly<Record<Unreadable | "no-text" | "unnamed-letters" | "no-article", string>> = {
  locked: "is locked with a password: save a copy without one and read that",
  damaged: "is a damaged PDF document: save or fetch it again",
  "too-large": "unpacks to more than a report can be: save its text as .txt and read that",
  "too-slow": "takes more than a minute to take apart: save its text as .txt and read that",
  "no-text":
    "holds pictures of pages and no text: recognise its text first (ocrmypdf does it) and read the result",
  "unnamed-letters":
    "does not say which letters its text is made of: recognise its text first (ocrmypdf --force-ocr does it) and read the result",
  "no-article": "holds no text of a report: give a document with sentences in it",
};

function problem(document: Document, code: keyof typeof problems): Problem {
  const where = document.input === "-" ? "standard input" : document.input;
  return new Problem("report", code, where, `${where} ${problems[code]}`);
}
