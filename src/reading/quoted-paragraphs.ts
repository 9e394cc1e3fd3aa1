/**
 * Paragraphs that are nothing but a quotation: they are said by whom the paragraph before ends with. "The minister said:"
 * brings in the one that follows; and where a paragraph ends with somebody quoted, the next goes on with the same speaker.
 */
import { cueClasses } from "../language/en/cues.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { AttributionText, Row } from "./attribution-text.ts";
import type { Frame } from "./frames.ts";
import { kid, nounPhrase, treeOf } from "./tree.ts";

/** Paragraphs that one speaker goes on for without being named again. */
const longest = 4;

/** By the index of the row that ends a paragraph: the quotations that follow it, each a paragraph, in text order. */
export function quotedBehind({
  text,
  rows,
  quotations,
}: AttributionText): ReadonlyMap<number, readonly Span[]> {
  const paragraphs: { last: number; quoted: Span | undefined }[] = [];
  let from = 0;
  for (let first = 0; first < rows.length; ) {
    let last = first;
    while (rows[last + 1]?.sentence.block === rows[first]!.sentence.block) last++;
    const { start } = rows[first]!.sentence;
    const { end } = rows[last]!.sentence;
    while (from < quotations.length && quotations[from]!.end <= start) from++;
    let at = start;
    for (let q = from; q < quotations.length && quotations[q]!.start < end; q++) {
      if (/[\p{L}\p{N}]/u.test(text.slice(at, quotations[q]!.start))) break;
      at = Math.max(at, quotations[q]!.end);
    }
    const whole = at > start && !/[\p{L}\p{N}]/u.test(text.slice(at, end));
    paragraphs.push({ last, quoted: whole ? { start, end } : undefined });
    first = last + 1;
  }
  const behind = new Map<number, readonly Span[]>();
  paragraphs.forEach(({ last }, p) => {
    const spans: Span[] = [];
    while (spans.length < longest) {
      const next = paragraphs[p + 1 + spans.length]?.quoted;
      if (next === undefined) break;
      spans.push(next);
    }
    if (spans.length > 0) behind.set(last, spans);
  });
  return behind;
}

/** "The minister said in a statement:": who says what follows, with the verb that says so; the colon ends the paragraph. */
export function introducer(row: Row): { readonly verb: Token; readonly source: Token } | undefined {
  if (row.tokens.at(-1)?.form !== ":" || /^head/.test(row.sentence.blockKind)) return undefined;
  const verb = row.tokens.findLast(
    ({ upos, xpos, lemma }) =>
      upos === "VERB" && /^VB[DZPNG]$/.test(xpos) && cueClasses(lemma.toLowerCase()).includes("say"),
  );
  if (verb === undefined || row.tokens.slice(verb.i + 1).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos)))
    return undefined;
  const tree = treeOf(row.sentence);
  const at = tree.sentence.tokens[verb.i]!;
  const source =
    kid(tree, at, "nsubj") ??
    (at.deprel === "conj" || at.deprel === "advcl"
      ? kid(tree, tree.sentence.tokens[at.head]!, "nsubj")
      : undefined);
  return source === undefined ? undefined : { verb: at, source };
}

/** What is said in paragraphs of their own behind a colon. */
export function introduced(page: AttributionText, behind: ReadonlyMap<number, readonly Span[]>): Frame[] {
  const found: Frame[] = [];
  for (const [index, content] of behind) {
    const row = page.rows[index]!;
    const by = introducer(row);
    if (by === undefined) continue;
    const { start, end } = by.verb;
    found.push({
      kind: "quote",
      sentence: row.sentence.index,
      head: by.verb,
      cue: { start, end },
      source: phraseOf(row.sentence, by.source, by.verb),
      sourceHead: by.source,
      content,
      contentHead: undefined,
      subject: "own",
    });
  }
  return found;
}

function phraseOf(sentence: Sentence, noun: Token, verb: Token): Span {
  const { start, end } = nounPhrase(treeOf(sentence), noun);
  return noun.i < verb.i
    ? { start, end: Math.min(end, verb.start) }
    : { start: Math.max(start, verb.end), end };
}

interface Said extends Frame {
  /** Stands in what another says. */
  readonly nested: boolean;
}

/** Who is quoted last in a paragraph goes on in those that follow, unless they are somebody else's already. */
export function withFollowing<S extends Said>(
  { rows, quotations }: AttributionText,
  found: readonly S[],
  behind: ReadonlyMap<number, readonly Span[]>,
): S[] {
  if (behind.size === 0) return [...found];
  const outer = found.filter(({ nested, source }) => !nested && source !== undefined);
  const says = ({ head, kind }: S) =>
    kind === "label" || cueClasses(head.lemma.toLowerCase()).includes("say");
  const byBlock = Map.groupBy(outer, ({ sentence }) => rows[sentence]!.sentence.block);
  const starts = rows.map(({ sentence }) => sentence.start);
  const opens = quotations.map(({ start }) => start);
  /** Rows in which somebody says what stands there. */
  const taken = new Set<number>();
  for (const { content } of outer)
    for (const { start, end } of content)
      for (let r = lastFrom(starts, start); r < rows.length && starts[r]! < end; r++) taken.add(r);
  const more = new Map<S, readonly Span[]>();
  for (const [index, spans] of behind) {
    const last = (byBlock.get(rows[index]!.sentence.block) ?? []).reduce<S | undefined>(
      (a, b) => (a === undefined || endOf(b) >= endOf(a) ? b : a),
      undefined,
    );
    if (last === undefined || !says(last) || !last.content.some((part) => isQuoted(part, quotations, opens)))
      continue;
    const own: Span[] = [];
    for (const span of spans) {
      const first = lastFrom(starts, span.start);
      if (taken.has(first)) break;
      for (let r = first; r < rows.length && starts[r]! < span.end; r++) taken.add(r);
      own.push(span);
    }
    if (own.length > 0) more.set(last, own);
  }
  return found.map((one) => {
    const own = more.get(one);
    return own === undefined ? one : { ...one, content: [...one.content, ...own] };
  });
}

const endOf = ({ cue, content }: Frame) => Math.max(cue.end, ...content.map(({ end }) => end));

/** Some of it stands between marks, at length. */
function isQuoted(part: Span, quotations: readonly Span[], opens: readonly number[]): boolean {
  for (let q = lastFrom(opens, part.start); q < quotations.length && opens[q]! < part.end; q++)
    if (quotations[q]!.end > part.start && quotations[q]!.end - quotations[q]!.start > 12) return true;
  return false;
}

/** Index of the last of ascending offsets that is not behind `at`; 0 where all are. */
function lastFrom(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
