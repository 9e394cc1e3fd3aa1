/** The brief as text for a terminal or a file. */
import type { Brief, Footnote, Group, Line, Row } from "../view/brief/model.ts";
import { dayWords } from "../view/days.ts";
import { type Words, wordsIn } from "../view/words/words.ts";

export interface Style {
  /** Columns to wrap at. */
  readonly width: number;
  readonly strong: (words: string) => string;
  readonly faint: (words: string) => string;
}

export const plain: Style = { width: 96, strong: (words) => words, faint: (words) => words };

export function briefText(brief: Brief, style: Style = plain): string {
  const { strong, width } = style;
  const words = wordsIn(brief.language);
  const out: string[] = [strong(brief.title)];
  if (brief.summary !== undefined) out.push(wrap(brief.summary, width, "", ""));
  out.push(...brief.notices.map((notice) => `** ${notice} **`));
  for (const { label, text } of brief.facts) out.push(wrap(`${label}: ${text}`, width, "", "  "));
  for (const { key, title, intro, groups } of brief.sections) {
    out.push("", strong(title.toUpperCase()));
    if (intro !== undefined) out.push(wrap(intro, width, "  ", "  "));
    for (const group of groups) out.push(...groupText(group, style, key === "contested", words));
  }
  if (brief.footnotes.length > 0) {
    out.push(
      "",
      strong(words.print.sentences.toUpperCase()),
      ...brief.footnotes.map((note) => noteText(note, style, words)),
    );
  }
  return `${out.join("\n")}\n`;
}

function groupText({ title, lines, more }: Group, style: Style, isDispute: boolean, words: Words): string[] {
  const out = title === undefined ? [] : [style.strong(wrap(title, style.width, "  ", "  "))];
  lines.forEach((line, i) => {
    // Each dispute is one bullet of several sides.
    out.push(
      ...lineText(line, style, isDispute && i > 0 ? `    ${words.print.against}` : "  - ", "    ", words),
    );
  });
  if (more !== undefined) out.push(style.faint(wrap(more, style.width, "    ", "    ")));
  return out;
}

function lineText(line: Line, style: Style, first: string, next: string, words: Words): string[] {
  const { text, tags, under, rows = [], earlier, links = [] } = line;
  const tail = style.faint(`${marks(line.notes)}${tags.length === 0 ? "" : ` ${tags.join(", ")}`}`);
  const out = [wrap(text, style.width, first, next) + (tail === "" ? "" : ` ${tail.trimStart()}`)];
  if (earlier !== undefined) out.push(style.faint(`${next}  (${words.print.earlierValues(earlier)})`));
  for (const row of rows)
    out.push(
      wrap(rowWords(row, words), style.width, `${next}  `, `${next}    `) + style.faint(marks(row.notes)),
    );
  for (const one of under) out.push(...lineText(one, style, `${next}  `, `${next}    `, words));
  for (const { text, published, address } of links) {
    out.push(wrap(`${text}, ${dayWords(published, words)}`, style.width, `${next}  `, `${next}    `));
    if (address !== undefined) out.push(style.faint(`${next}    ${address}`));
  }
  return out;
}

function rowWords({ at, value, issuer, publishers, origins, tags }: Row, words: Words): string {
  const { print } = words;
  const more = [...(origins > 1 ? [print.origins(origins)] : []), ...tags.map((tag) => print.tag[tag])];
  const by = issuer === undefined ? print.byPublishers(publishers) : print.byIssuer(issuer, publishers);
  return `${dayWords(at, words)}  ${value}, ${by}${more.length === 0 ? "" : `; ${more.join(", ")}`}`;
}

function noteText(
  { number, publisher, published, address, grade, start, end, quote, isCut }: Footnote,
  style: Style,
  said: Words,
): string {
  const day = published === undefined ? [] : [dayWords(published, said)];
  const head = [publisher, ...day, ...(grade === undefined ? [] : [grade]), `${start}-${end}`].join(", ");
  const words = said.print.quoted(`${quote.replace(/\s+/gu, " ")}${isCut ? " […]" : ""}`);
  const out = wrap(`[${number}] ${head}: ${words}`, style.width, "  ", "      ");
  return style.faint(address === undefined ? out : `${out}\n      ${address}`);
}

function marks(notes: readonly number[]): string {
  return notes.length === 0 ? "" : ` ${notes.map((number) => `[${number}]`).join("")}`;
}

function wrap(words: string, width: number, first: string, next: string): string {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of words.split(" ")) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = next;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(current);
  return lines.join("\n");
}
