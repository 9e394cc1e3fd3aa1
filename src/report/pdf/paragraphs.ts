/** Lines to paragraphs: by the space between them, by indents and short last lines, on over columns and pages. */
import { compoundStarts } from "../lexicon/compound-starts.ts";
import { type Line, median } from "./lines.ts";

export interface Paragraph {
  readonly text: string;
  /** Height of its type. */
  readonly size: number;
  readonly page: number;
  readonly lines: number;
}

/** The document's paragraphs in the order of reading. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Paragraph[] {
  const words = wholeWords(pages);
  const drafts: Draft[] = [];
  for (const [page, lines] of pages.entries()) {
    const pitch = pitchOf(lines);
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1];
      const draft = drafts.at(-1);
      const isNext = before === undefined || before.column !== line.column;
      if (draft !== undefined && (isNext ? runsOver(draft, line) : !parts(before, line, lines[i + 1], pitch)))
        draft.lines.push(line);
      else drafts.push({ page, lines: [line] });
    }
  }
  return drafts.map(({ page, lines }) => ({
    text: joined(lines, words),
    size: median(lines.map(({ size }) => size)),
    page,
    lines: lines.length,
  }));
}

interface Draft {
  readonly page: number;
  readonly lines: Line[];
}

const closing = /[.!?…:]["”’»›)\]]*$/;
const bullet = /^(?:[•●▪‣◦■–*-]|\d{1,2}[.)])\s/;

/** The usual distance between two lines of a column. */
function pitchOf(lines: readonly Line[]): number {
  const distances = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before === undefined || before.column !== line.column || line.y <= before.y
      ? []
      : [line.y - before.y];
  });
  const sizes = median(lines.map(({ size }) => size));
  // A page of headings alone has no usual distance.
  return Math.min(median(distances) || 1.2 * sizes, 2 * sizes);
}

function parts(before: Line, line: Line, next: Line | undefined, pitch: number): boolean {
  const distance = line.y - before.y;
  const isLarge = Math.max(line.size, before.size) > 1.25 * Math.min(line.size, before.size);
  if (Math.abs(line.size - before.size) > 0.12 * before.size && (isLarge || closing.test(before.text)))
    return true;
  // Large type has wider lines of its own.
  const usual = Math.max(pitch, 1.35 * line.size * (line.size > 0.9 * pitch ? 1 : 0));
  if (distance > 1.3 * usual || distance < 0) return true;
  if (bullet.test(line.text) && (closing.test(before.text) || bullet.test(before.text) || isShort(before)))
    return true;
  const indent = line.x - line.left;
  // A first line is set in, the lines around it are not.
  const isSetIn = indent > 0.7 * line.size && indent < 5 * line.size;
  const around = next === undefined || next.column !== line.column ? before : next;
  if (isSetIn && before.x - line.left < indent - 0.5 * line.size) return true;
  if (
    isSetIn &&
    around.x - line.left < indent - 0.5 * line.size &&
    (closing.test(before.text) || isShort(before))
  )
    return true;
  return isEnded(before, line);
}

/** The next word would have had room in the line: it was ended on purpose. Headlines are set in lines of like length. */
function isEnded(before: Line, line: Line): boolean {
  if (/[-\u00ad\u2010]$/u.test(before.text)) return false;
  const [word = ""] = line.text.split(" ", 1);
  const hasRoom = before.end - before.right > (word.length + 1) * 0.6 * line.size;
  return hasRoom && (closing.test(before.text) || /^[\p{Lu}\p{N}“"'‘(]/u.test(line.text)) && line.size < 16;
}

/** Ends well before the column does. */
const isShort = (line: Line) => line.right < line.end - 0.18 * (line.end - line.left);

/** A paragraph that goes on at the head of the next column or page. */
function runsOver(draft: Draft, line: Line): boolean {
  const last = draft.lines.at(-1)!;
  if (Math.abs(last.size - line.size) > 0.12 * last.size) return false;
  if (/\p{L}[-\u00ad]$/u.test(last.text) && /^\p{Ll}/u.test(line.text)) return true;
  if (closing.test(last.text) || bullet.test(line.text)) return false;
  return (
    /^[\p{Ll}(“"]/u.test(line.text) ||
    (draft.lines.length > 1 && !isShort(last) && line.x - line.left < 0.7 * line.size)
  );
}

/** Words that the document prints with a hyphen within a line: such a hyphen at a line's end is kept. */
function wholeWords(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of pages.flat())
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) words.add(word.toLowerCase());
  return words;
}

function joined(lines: readonly Line[], words: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const { text } of lines) {
    const before = parts.at(-1);
    if (before === undefined) parts.push(text);
    else {
      const end = before.slice(-60);
      const start = /^\p{L}+/u.exec(text)?.[0];
      const cut = /(\p{L}+)([-\u00ad\u2010])$/u.exec(end);
      if (cut !== null && start !== undefined) {
        parts[parts.length - 1] = keepsHyphen(end.slice(0, cut.index), cut, start, words)
          ? before
          : before.slice(0, -1);
        parts.push(text);
      } else parts.push(/[\d\p{L}][-–—]$/u.test(end) ? text : ` ${text}`);
    }
  }
  return parts.join("");
}

/** "so-\ncalled", "12-year-\nold" and names ("Port-\nElm") keep the hyphen; a word that was only cut does not. */
function keepsHyphen(
  ahead: string,
  cut: RegExpExecArray,
  start: string,
  words: ReadonlySet<string>,
): boolean {
  const [, first = "", hyphen] = cut;
  if (hyphen === "\u00ad") return false;
  return (
    /^\p{Lu}/u.test(start) ||
    ahead.endsWith("-") ||
    words.has(`${first}-${start}`.toLowerCase()) ||
    compoundStarts.has(first.toLowerCase())
  );
}
