/** A brief in one of its formats. */
import type { Brief } from "../view/brief/model.ts";
import { briefHtml } from "./brief-html.ts";
import { briefMarkdown } from "./brief-markdown.ts";
import { briefText } from "./brief-text.ts";
import { shown } from "./outside.ts";

export type BriefFormat = "text" | "md" | "html" | "pdf";

export const briefTypes: Record<BriefFormat, string> = {
  text: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
};

/** The file's bytes; the same brief gives the same. */
export async function printBrief(brief: Brief, format: BriefFormat): Promise<Uint8Array> {
  switch (format) {
    case "text":
      return Buffer.from(briefText(brief).split("\n").map(withoutControls).join("\n"));
    case "md":
      return Buffer.from(briefMarkdown(brief));
    case "html":
      return Buffer.from(briefHtml(brief));
    case "pdf":
      // Loaded for those who ask: fonts and their tables take a while.
      return (await import("./brief-pdf.ts")).briefPdf(brief);
  }
}

/** A line with its indent, without what would steer a terminal. */
function withoutControls(line: string): string {
  const indent = /^ */u.exec(line)![0];
  return indent + shown(line);
}
