/** What a statement says beyond the sentence of its cue. */
import { cueClasses } from "../../language/en/cues.ts";
import type { Span } from "../../model/span.ts";
import type { AttributionText, Row } from "../attribution-text.ts";
import type { Attribution } from "./attribution.ts";
import { stripped } from "./spans.ts";

/**
 * Reporting that runs on without a cue: "Officials said the boat sank. The crew had ignored two warnings." A sentence of
 * the same paragraph whose main verb is in the past perfect, with neither a cue nor a quotation of its own, belongs to
 * what a past tense of saying told before it: indirect speech keeps its backshift (Huddleston and Pullum 2002, ch. 3, 8).
 */
export function continued(page: AttributionText, found: readonly Attribution[]): Attribution[] {
  const taken = new Set<number>();
  for (const one of found) {
    if (/^(?:noun|object|adverb)$/.test(one.kind)) continue;
    taken.add(one.sentence);
    for (const part of one.content) for (const row of rowsOf(page, part)) taken.add(row.sentence.index);
  }
  return found.map((one) => {
    if (one.source === undefined || one.nested || one.kind === "label" || !/^VB[DN]$/.test(one.head.xpos))
      return one;
    if (!cueClasses(one.head.lemma).includes("say")) return one;
    const last = one.content.at(-1)!;
    const content = [...one.content];
    let at = Math.max(one.sentence, rowsOf(page, last).at(-1)?.sentence.index ?? one.sentence);
    for (let steps = 0; steps < longestRun; steps++) {
      const row = page.rows[++at];
      if (row === undefined || row.sentence.block !== page.rows[one.sentence]!.sentence.block) break;
      if (taken.has(at) || !isBackshifted(row)) break;
      taken.add(at);
      content.push(stripped(page.text, { start: row.sentence.start, end: row.sentence.end }));
    }
    return content.length === one.content.length ? one : { ...one, content };
  });
}

/** Sentences without a cue that still belong to what was said. */
const longestRun = 4;

/** Main verb in the past perfect; no quotation, no question. */
function isBackshifted(row: Row): boolean {
  const root = row.tokens.find(({ deprel }) => deprel === "root");
  if (root === undefined || row.quotations.length > 0) return false;
  return row.tokens.some(
    ({ form, head, deprel }) => head === root.i && /^aux/.test(deprel) && /^(?:had|'d|’d)$/i.test(form),
  );
}

/** Rows that a span touches. */
function rowsOf(page: AttributionText, span: Span): Row[] {
  const rows: Row[] = [];
  for (let r = firstRow(page.rows, span.start); r < page.rows.length; r++) {
    if (page.rows[r]!.sentence.start >= span.end) break;
    rows.push(page.rows[r]!);
  }
  return rows;
}

/** Index of the first row that ends after an offset. */
function firstRow(rows: readonly Row[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.sentence.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
