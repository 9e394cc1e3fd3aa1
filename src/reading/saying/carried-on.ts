/** What a statement says beyond the sentence of its cue. */
import { cueClasses } from "../../language/en/cues.ts";
import type { Span } from "../../model/span.ts";
import type { Attribution } from "./attribution.ts";
import type { AttributionText, Row } from "./attribution-text.ts";
import { stripped } from "./spans.ts";

/**
 * Reporting that runs on without a cue: "Officials said the boat sank. The crew had ignored two warnings." A sentence of
 * the same paragraph whose main verb is in the past perfect, with neither a cue nor a quotation of its own, belongs to
 * what a past tense of saying told before it: indirect speech keeps its backshift (Huddleston and Pullum 2002, ch. 3, 8).
 */
export function continued(page: AttributionText, found: readonly Attribution[]): Attribution[] {
  return withQuotationsBehind(page, backshifted(page, found));
}

function backshifted(page: AttributionText, found: readonly Attribution[]): Attribution[] {
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

/**
 * "“A,” she said." and then a paragraph that is nothing but a quotation: the same person goes on. So does what a cue with
 * a colon at its paragraph's end announces.
 */
function withQuotationsBehind(page: AttributionText, found: readonly Attribution[]): Attribution[] {
  const quoted = quotedBlocks(page);
  if (quoted.size === 0) return [...found];
  const { rows } = page;
  const last = new Map<number, Attribution>();
  const taken = new Set<number>();
  for (const one of found) {
    for (const part of one.content)
      for (const row of rowsOf(page, part)) {
        taken.add(row.sentence.block);
        if (row.sentence.block !== rows[one.sentence]!.sentence.block && isSaid(one))
          last.set(row.sentence.block, one);
      }
    const { block } = rows[one.sentence]!.sentence;
    taken.add(block);
    if (isSaid(one)) last.set(block, one);
  }
  const more = new Map<Attribution, Span[]>();
  for (const [block, span] of quoted) {
    if (taken.has(block)) continue;
    const one = last.get(block - 1);
    if (one === undefined || !endsBlock(page, one, block - 1, more.get(one))) continue;
    more.set(one, [...(more.get(one) ?? []), span]);
    last.set(block, one);
  }
  return found.map((one) => {
    const spans = more.get(one);
    if (spans === undefined) return one;
    return { ...one, content: announces(page, one) ? spans : [...one.content, ...spans] };
  });
}

const isSaid = ({ source, nested, head, kind }: Attribution) =>
  source !== undefined &&
  !nested &&
  kind !== "label" &&
  (kind === "according" || cueClasses(head.lemma).includes("say"));

/** Spans of the blocks that are one quotation and nothing else. */
function quotedBlocks({ rows, quotations, text }: AttributionText): Map<number, Span> {
  const found = new Map<number, Span>();
  let k = 0;
  for (let r = 0; r < rows.length; ) {
    const { block } = rows[r]!.sentence;
    const { start } = rows[r]!.sentence;
    let end = start;
    for (; rows[r]?.sentence.block === block; r++) end = rows[r]!.sentence.end;
    while (k < quotations.length && quotations[k]!.end <= start) k++;
    const one = quotations[k];
    if (one === undefined || one.start > start || end - start < shortest) continue;
    if (one.closed && !/\p{L}/u.test(text.slice(one.end, end)))
      found.set(block, { start: one.start, end: one.end });
  }
  return found;
}

/** Characters below which a quoted paragraph may be a headline or a title. */
const shortest = 30;

/** Whether the statement, or what was joined to it, is the last thing in its block. */
function endsBlock(
  page: AttributionText,
  one: Attribution,
  block: number,
  joined: readonly Span[] = [],
): boolean {
  if (joined.length > 0) return true;
  const end = Math.max(one.cue.end, one.source?.end ?? 0, ...one.content.map((part) => part.end));
  const at = rowsOf(page, { start: end - 1, end }).at(-1);
  return (
    at !== undefined &&
    at.sentence.block === block &&
    page.rows[at.sentence.index + 1]?.sentence.block !== block
  );
}

/** "Asked about it, she said:" */
function announces({ text, rows }: AttributionText, one: Attribution): boolean {
  const { start, end, block } = rows[one.sentence]!.sentence;
  if (rows[one.sentence + 1]?.sentence.block === block) return false;
  return (
    one.cue.end > start &&
    /^[^\p{L}]*:\s*$/u.test(text.slice(Math.max(one.cue.end, one.source?.end ?? 0), end))
  );
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
