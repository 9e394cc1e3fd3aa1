/** Where a text quotes: two papers that quote the same words at a press conference have not copied each other. */
import type { Span } from "../../model/span.ts";

const closing: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["‘", "’"],
  ['"', '"'],
]);

/** Quotation marks around less than this are a term, not somebody's sentence. */
const shortest = 12;

/**
 * Quoted passages in text order, marks included. A passage left open runs to the end of its paragraph: in a
 * quotation of several paragraphs each opens anew and only the last one closes.
 */
export function quotations(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    quotedIn(text, start, end, found);
    start = end + 1;
  }
  return found;
}

function quotedIn(text: string, from: number, to: number, found: Span[]): void {
  let open = -1;
  let closers = "";
  for (let i = from; i < to; i++) {
    const mark = text[i]!;
    if (open < 0) {
      const closer = closing.get(mark);
      if (closer !== undefined && opensAt(text, i)) {
        open = i;
        closers = closer;
      }
    } else if (closers.includes(mark) && closesAt(text, i, mark)) {
      if (i - open > shortest) found.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  // A single mark left open is more often an apostrophe.
  if (open >= 0 && closers !== "’" && to - open > shortest) found.push({ start: open, end: to });
}

/** An opening mark stands before a word and after none, or alone where the text was tokenised. */
function opensAt(text: string, i: number): boolean {
  const before = text[i - 1] ?? " ";
  return !/[\p{L}\p{N}]/u.test(before) && text[i + 1] !== undefined;
}

/** ’ also stands in "Mexico’s" and "don’t": it closes only where no letter follows. */
function closesAt(text: string, i: number, mark: string): boolean {
  return mark !== "’" || !/[\p{L}\p{N}]/u.test(text[i + 1] ?? " ");
}
