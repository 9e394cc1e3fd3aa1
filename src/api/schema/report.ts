/** A report, and its text with what is read in it. */
import { z } from "@hono/zod-openapi";
import { count, Kind, list, time } from "./parts.ts";

export const Stated = z.object({ value: time, stated: z.boolean(), from: z.string().optional() });

export const Report = z
  .object({
    id: z.string(),
    input: z.string(),
    url: z.string().optional(),
    publisher: z.string().optional(),
    title: z.string().optional(),
    bylines: list(z.string()).optional(),
    credit: z.string().optional().describe("The agency or outlet credited, as printed."),
    section: z.string().optional(),
    published: Stated.optional(),
    modified: Stated.optional(),
    fetchedAt: time,
    language: z.string().optional(),
    textLength: count.describe("In UTF-16 code units."),
    sha256: z.string().describe("Of the document's bytes."),
    canonicalUrl: z.string().optional().describe("Address of a printed or AMP page's original."),
    partOf: z.string().optional().describe("Address of the live blog that this is an entry of."),
    nextPage: z.string().optional().describe("Where the article goes on; only this page was read."),
    paywalled: z.boolean().optional().describe("Its publisher says that it is not free to read."),
    notice: z.string().optional().describe("Must be shown wherever the report is shown."),
    unread: z.string().optional().describe("Why it was kept but not read."),
    warnings: list(z.string()).optional(),
    origin: z.string().optional(),
  })
  .openapi("Report");

export const Block = z.object({
  kind: z.enum(["headline", "standfirst", "heading", "paragraph", "list-item", "quote"]),
  start: count,
  end: count,
});

export const AnnotationKind = z.enum([...Kind.options, "speaker", "actor", "place", "time"]);

export const Annotation = z
  .object({
    kind: AnnotationKind,
    start: count,
    end: count,
    label: z.string().describe("What it is read as, in a few words."),
    finding: z.string().optional(),
  })
  .openapi("Annotation");

export const Amendment = z
  .object({
    kind: z.enum(["correction", "clarification", "change", "editors-note"]),
    text: z.string(),
    date: z.string().optional(),
  })
  .openapi("Amendment");

export const Claim = z.object({ field: z.string(), value: z.string(), from: z.string() }).openapi("Claim");

export const ReportText = Report.extend({
  amendments: list(Amendment)
    .optional()
    .describe("The publisher's notes of correction, as printed; nothing is read from them."),
  captions: list(z.string()).optional().describe("What stands under pictures; no part of the text."),
  claims: list(Claim).optional().describe("What each part of the page says about it, in order of trust."),
  text: z.string(),
  blocks: list(Block),
  annotations: list(Annotation).describe("By start, the longer first."),
  situations: list(z.string()),
  extractor: z.string(),
}).openapi("ReportText");

export type Annotation = z.infer<typeof Annotation>;
export type AnnotationKind = z.infer<typeof AnnotationKind>;
export type Report = z.infer<typeof Report>;
export type ReportText = z.infer<typeof ReportText>;
