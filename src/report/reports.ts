/** Any document to its reports: a page, a text, a mail with what hangs on it, a PDF. The one door to this stage. */
import type { Document } from "../model/document.ts";
import type { Report } from "../model/report.ts";
import { type ExtractOptions, extractAll } from "./extract.ts";
import { isSavedPage } from "./mhtml.ts";

export type { ExtractOptions } from "./extract.ts";

/** Throws Problem where there is no report. Pure: what it returns hangs on its arguments alone. */
export async function reportsOf(document: Document, options: ExtractOptions = {}): Promise<Report[]> {
  // The readers of PDFs and mails are loaded for those who have some.
  if (isPdf(document)) return [await (await import("./pdf/pdf.ts")).pdfReport(document, options)];
  if (isMail(document))
    return await (await import("./mail/reports.ts")).mailReports(document, options, reportsOf);
  return extractAll(document, options);
}

/** By its first bytes; some writers put others before, so by the declared type too. */
function isPdf({ bytes, mediaType }: Document): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const at = head.indexOf("%PDF-");
  return at === 0 || (at > 0 && mediaType === "application/pdf");
}

/** Declared to be one and no saved page, or beginning with the header fields that only mails have. */
function isMail({ bytes, mediaType }: Document): boolean {
  const isDeclared = mediaType === "message/rfc822";
  if (!isDeclared && mediaType !== undefined && mediaType !== "text/plain") return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_384)).toString("latin1");
  if (isSavedPage(head)) return false;
  if (isDeclared) return true;
  const fields = head.split(/\r?\n\r?\n/, 1)[0]!;
  return (
    /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/.test(fields) &&
    /^from:/im.test(fields) &&
    /^(?:message-id|received|mime-version):/im.test(fields)
  );
}
