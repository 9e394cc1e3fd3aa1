/** Plain text cut into its lines as meant: paragraphs, with hard-wrapped ones joined again. */
import { countWords } from "./runs.ts";
import { collapse } from "./tree.ts";

export interface Line {
  readonly text: string;
  readonly words: number;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  readonly bullet: boolean;
}

const closing = /[.!?。！？…؟।]["'”’»›)\]\s]*$/;
const bulletMark = /^\s{0,12}(?:[•●▪‣◦■–*]|-(?!-)|\d{1,2}[.)])\s+(?=\S)/;

export function linesOf(text: string): Line[] {
  const raw = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const width = wrapWidth(raw);
  const lines: Line[] = [];
  let open: string[] = [];
  const flush = () => {
    const joined = joinedLines(open);
    open = [];
    const bullet = bulletMark.test(joined);
    const text = collapse(bullet ? joined.replace(/^(\s{0,12})(?:[•●▪‣◦■–*-])\s+/, "") : joined);
    if (text !== "") lines.push({ text, words: countWords(text), closed: closing.test(text), bullet });
  };
  raw.forEach((line, i) => {
    const before = raw[i - 1] ?? "";
    if (line.trim() === "") {
      flush();
      return;
    }
    const indented = /^(?: {2,}|\t)/.test(line) && !/^(?: {2,}|\t)/.test(before);
    // A wrapped line is near the width; a short one ended its paragraph.
    const goesOn = width > 0 && before.length >= width * 0.72 && !indented && !bulletMark.test(line);
    if (!goesOn) flush();
    open.push(line);
  });
  flush();
  return lines;
}

/** A word that is cut at the end of a line keeps its hyphen and goes on without a space. */
function joinedLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const goesOn = /\p{L}-$/u.test((parts.at(-1) ?? "").slice(-3));
    parts.push(parts.length === 0 ? line : goesOn ? line.trim() : ` ${line.trim()}`);
  }
  return parts.join("");
}

/** The width at which a text is hard-wrapped, 0 where each line is a paragraph of its own. */
function wrapWidth(raw: readonly string[]): number {
  const inner = raw
    .filter((line, i) => line.trim() !== "" && (raw[i + 1] ?? "").trim() !== "")
    .map((line) => line.length);
  if (inner.length < 2) return 0;
  const sorted = [...inner].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.95)]!;
  if (width < 40 || width > 110) return 0;
  const near = inner.filter((length) => length >= width * 0.72).length;
  return near >= inner.length * 0.6 ? width : 0;
}
