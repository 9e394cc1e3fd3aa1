/**
 * Quotations: what stands between quotation marks, matched within a block and carried on where the next block
 * opens with a mark again. A quotation that never closes ends with its sentence: content is never unbounded.
 */
import type { Block } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";

/** With the marks; `inner` is without them. `continued`: goes on in the next block's quotation. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly continued: boolean;
  readonly closed: boolean;
}

const opening = "“„«";
const closing = "”»";

/** All outermost quotations of a report in text order. */
export function quotationsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): Quotation[] {
  const found: Quotation[] = [];
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    const goesOn = next !== undefined && isOpening(text, next.start);
    found.push(...quotationsIn(text, block, goesOn, sentences));
  });
  return found;
}

function quotationsIn(
  text: string,
  block: Block,
  goesOn: boolean,
  sentences: readonly Sentence[],
): Quotation[] {
  const found: Quotation[] = [];
  let from = -1;
  let width = 1;
  let mark = "";
  for (let at = block.start; at < block.end; at++) {
    if (!mayMark(text.charCodeAt(at))) continue;
    const here = markAt(text, at);
    if (here === undefined) continue;
    if (from < 0) {
      if (!here.closes || here.opens) {
        from = at;
        width = here.width;
        mark = here.family;
      }
    } else if (here.family === mark && here.closes) {
      found.push(quotation(from, at + here.width, width, here.width, false, true));
      from = -1;
    } else if (here.family === mark && here.opens && here.family === "curly" && at - from > 2) {
      // A new opening mark without a closing one: the first ended with its sentence.
      found.push(unclosed(from, width, sentenceEnd(sentences, from, at), false));
      from = at;
      width = here.width;
    }
    at += here.width - 1;
  }
  if (from >= 0) {
    const end = goesOn ? block.end : sentenceEnd(sentences, from, block.end);
    found.push(unclosed(from, width, end, goesOn));
  }
  return found;
}

function quotation(
  start: number,
  end: number,
  open: number,
  close: number,
  continued: boolean,
  closed: boolean,
): Quotation {
  return {
    start,
    end,
    inner: { start: Math.min(start + open, end - close), end: end - close },
    continued,
    closed,
  };
}

function unclosed(start: number, open: number, end: number, continued: boolean): Quotation {
  return { start, end, inner: { start: Math.min(start + open, end), end }, continued, closed: false };
}

function sentenceEnd(sentences: readonly Sentence[], at: number, limit: number): number {
  const sentence = sentences.find((one) => one.end > at);
  return Math.min(limit, sentence === undefined ? limit : Math.max(sentence.end, at + 1));
}

interface Mark {
  readonly family: "curly" | "straight" | "ticks";
  readonly width: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

function isOpening(text: string, at: number): boolean {
  const mark = markAt(text, at);
  return mark !== undefined && (mark.opens || !mark.closes);
}

/** A mark of ASCII, or beyond it any character. */
const mayMark = (code: number) => code === 34 || code === 39 || code === 96 || code > 127;

/** The double quotation mark at an offset. Single marks are left out: they are mostly apostrophes. */
function markAt(text: string, at: number): Mark | undefined {
  const char = text[at]!;
  if (opening.includes(char)) return { family: "curly", width: 1, opens: true, closes: false };
  if (closing.includes(char)) return { family: "curly", width: 1, opens: false, closes: true };
  if (char === "`" && text[at + 1] === "`") return { family: "ticks", width: 2, opens: true, closes: false };
  if (char === "'" && text[at + 1] === "'") return { family: "ticks", width: 2, opens: false, closes: true };
  if (char !== '"') return undefined;
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  const opens = /[\s([—–-]/.test(before) && /\S/.test(after);
  const closes = /\S/.test(before);
  return { family: "straight", width: 1, opens, closes };
}
