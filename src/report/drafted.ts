/** A draft to a report: its blocks laid out as one text with their offsets, its id, its language. */
import { createHash } from "node:crypto";
import type { Document } from "../model/document.ts";
import type { Block, Report } from "../model/report.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { languageCode, languageOf } from "./language.ts";
import { hostOf } from "./metadata/outlet.ts";

export function reportOf(
  document: Document,
  draft: Draft,
  url: string | undefined,
  warnings: readonly string[],
): Report {
  const { metadata, extractor } = draft;
  const all: DraftBlock[] = [
    ...(metadata.title === undefined ? [] : [{ kind: "headline" as const, text: metadata.title }]),
    ...draft.blocks,
  ];
  const { text, blocks } = laidOut(all);
  const body = draft.blocks.map((block) => block.text).join("\n");
  const language = languageBetween(languageCode(metadata.language ?? draft.declaredLanguage), body);
  const publisher = metadata.publisher ?? hostOf(url);
  return {
    id: idOf(`${document.sha256} ${extractor}`),
    document: document.sha256,
    input: document.input,
    ...(url === undefined ? (metadata.url === undefined ? {} : { url: metadata.url }) : { url }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(metadata.title === undefined ? {} : { title: metadata.title }),
    bylines: metadata.bylines,
    ...(metadata.credit === undefined ? {} : { credit: metadata.credit }),
    ...(metadata.section === undefined ? {} : { section: metadata.section }),
    ...(metadata.published === undefined ? {} : { published: metadata.published }),
    ...(metadata.modified === undefined ? {} : { modified: metadata.modified }),
    fetchedAt: document.fetchedAt,
    ...(language === undefined ? {} : { language }),
    ...(draft.canonicalUrl === undefined ? {} : { canonicalUrl: draft.canonicalUrl }),
    ...(draft.nextPage === undefined ? {} : { nextPage: draft.nextPage }),
    ...(draft.paywalled === true ? { paywalled: true } : {}),
    ...given("amendments", draft.amendments),
    ...given("captions", draft.captions),
    ...given("claims", draft.claims),
    text,
    blocks,
    extractor,
    ...(metadata.notice === undefined ? {} : { notice: metadata.notice }),
    warnings: [...warnings, ...draft.warnings],
  };
}

/** "r" and 16 hex digits of what tells a report from all others. */
export const idOf = (key: string) => `r${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;

/** A field of a list that holds something. */
function given<K extends string, T>(name: K, list: readonly T[] | undefined): { [key in K]?: readonly T[] } {
  return list === undefined || list.length === 0 ? {} : ({ [name]: list } as { [key in K]: readonly T[] });
}

/** Blocks put one after another, parted by an empty line, with their offsets. */
function laidOut(drafts: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  const parts: string[] = [];
  let start = 0;
  for (const { kind, text } of drafts) {
    blocks.push({ kind, start, end: start + text.length });
    parts.push(text);
    start += text.length + 2;
  }
  return { text: parts.join("\n\n"), blocks };
}

/** What the page declares, unless its text clearly is in another language: templates often lie. */
function languageBetween(declared: string | undefined, text: string): string | undefined {
  const guess = languageOf(text);
  if (declared === undefined) return guess?.language;
  return guess?.sure === true ? guess.language : declared;
}
