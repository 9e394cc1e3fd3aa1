/** PDF documents. */
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";

export async function pdfReport(document: Document, _: object): Promise<Report> {
  const where = document.input;
  throw new Problem(
    "report",
    "pdf",
    where,
    `${where} is a PDF document: save its text as .txt and read that`,
  );
}
