/**
 * Statements of a report as source, cue and content: the learner says which tokens carry a cue and, for each, what
 * belongs to it; frames of the tree name the kind and hold where the learner has too little to go by.
 */
import { cueClasses } from "../../language/en/cues.ts";
import type { Block } from "../../model/report.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Quotation } from "../quotes.ts";
import type { Attribution } from "./attribution.ts";
import { type AttributionText, attributionText, type Row } from "./attribution-text.ts";
import { continued } from "./carried-on.ts";
import { type Chain, decoded, scoresOf } from "./chain.ts";
import { cueFeatures, mayCue } from "./cue-features.ts";
import type { Frame } from "./frames.ts";
import { allSources, roleFeatures, type Sources, type Window, windowOf } from "./role-features.ts";
import { withInherited, withOwnSource } from "./sources.ts";
import { cut, stripped } from "./spans.ts";
import { readTables, rowOf, type Table } from "./tables.ts";
import { trailerOf, turnsOf } from "./turns.ts";

export interface AttributionModel {
  readonly cues: Pick<Table, "size" | "scale"> & { readonly weights: ArrayLike<number> };
  readonly bias: number;
  readonly chain: Chain;
  readonly sources: Sources;
}

/** Log-odds from which a cue counts; chosen on the development side of PolNeAR. */
const threshold = -1.3;

let shipped: AttributionModel | undefined;

export function attributionsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  least = threshold,
  model = shippedModel(),
): Attribution[] {
  const page = attributionText(text, blocks, sentences);
  const found: Attribution[] = turnsOf(page).map((one) => ({ ...one, score: sure, nested: false }));
  page.rows.forEach((row, index) => {
    for (const { token, score } of cuesIn(row, model, least)) {
      const one = attributionAt(page, index, token, score, model);
      if (one !== undefined) found.push(one);
    }
  });
  return continued(page, withInherited(page, withOwnSource(page, chosen(page, found, least)))).sort(
    (a, b) => a.cue.start - b.cue.start || a.head.start - b.head.start,
  );
}

function shippedModel(): AttributionModel {
  shipped ??= modelOf(readTables("attribution.en.bin"), allSources);
  return shipped;
}

export function modelOf([cues, bias, nodes, steps]: readonly Table[], sources: Sources): AttributionModel {
  return {
    cues: cues!,
    bias: bias!.weights[0]! * bias!.scale,
    chain: { nodes: nodes!, steps: steps! },
    sources,
  };
}

interface Cue {
  readonly token: number;
  readonly score: number;
}

/** Tokens that may carry a cue, with the learner's log-odds; frames in plain words count however little it is sure. */
function cuesIn(row: Row, model: AttributionModel, least: number): Cue[] {
  const { cues, bias, sources } = model;
  const found: Cue[] = [];
  for (let i = 0; i < row.tokens.length; i++) {
    if (!mayCue(row, i)) continue;
    const { count, hashes } = cueFeatures(row, i, sources);
    let sum = 0;
    for (let f = 0; f < count; f++) sum += cues.weights[rowOf(hashes[f]!, cues.size)]!;
    const score = sum * cues.scale + bias;
    const signed = row.frames.some((one) => one.head.i === i && one.kind === "around" && signs(row, one));
    if (signed) found.push({ token: i, score: Math.max(score, sure) });
    else if (score > least || isPlain(row, i)) found.push({ token: i, score });
  }
  return found;
}

/** "S, X said", "X said that S" with a subject of its own, a transcript's label: these attribute wherever they stand. */
function isPlain(row: Row, i: number): boolean {
  return row.frames.some(
    (frame) =>
      frame.head.i === i &&
      frame.subject === "own" &&
      (frame.kind === "label"
        ? trailerOf(row, i) === frame
        : frame.kind === "according" ||
          (frame.kind === "around" && signs(row, frame)) ||
          ((frame.kind === "around" || frame.kind === "ccomp") &&
            plainVerbs.has(frame.head.lemma) &&
            /^VB[DZP]$/.test(frame.head.xpos))),
  );
}

export const plainVerbs: ReadonlySet<string> = new Set(
  "say add tell claim argue insist deny announce warn acknowledge allege assert confirm report".split(" "),
);

/** "“S,” he chuckled": the quotation stops with a comma or mark right before who says it. */
function signs(row: Row, frame: Frame): boolean {
  const first = frame.content[0]!;
  const begin = Math.min(frame.cue.start, frame.source?.start ?? frame.cue.start);
  return row.quotations.some(
    (one) => one.closed && one.end === first.end && begin - one.end <= 1 && begin > one.end - 1,
  );
}

/** Log-odds given to what its form alone leaves no doubt about. */
const sure = 6;

function attributionAt(
  page: AttributionText,
  index: number,
  cue: number,
  score: number,
  model: AttributionModel,
): Attribution | undefined {
  const row = page.rows[index]!;
  const trailer = trailerOf(row, cue);
  if (trailer !== undefined) return { ...trailer, score: Math.max(score, sure), nested: false };
  const window = windowOf(page.rows, index, cue);
  const { labels } = decoded(scoresOf(model.chain, roleFeatures(window, model.sources)));
  const tokens = window.rows.flatMap((one) => one.tokens);
  let first = 0;
  for (const one of window.rows) {
    labels.fill(0, first, first + one.dateline);
    first += one.tokens.length;
  }
  const learnt = {
    source: runs(page.text, tokens, labels, 1),
    cue: runs(page.text, tokens, labels, 2),
    content: runs(page.text, tokens, labels, 3),
  };
  const frame = bestFrame(row, cue, learnt.content);
  const head = row.tokens[cue]!;
  const all = contentOf(row, cue, learnt.content, frame);
  if (all === undefined) return undefined;
  const day = dayBehind(row.tokens, head);
  const content =
    day === undefined ? all : all.flatMap((part) => cut([part], { start: head.end, end: day.end }));
  const by =
    oneSource(learnt.source, frame) ??
    (isPlain(row, cue) ? spokenBy(row, cue) : undefined) ??
    (frame?.subject === "inherited" && cueClasses(head.lemma).includes("say") ? frame.source : undefined);
  const own = learnt.cue.find((span) => span.start <= head.start && span.end >= head.end);
  const at =
    own === undefined || day === undefined || own.end > day.end ? own : { start: own.start, end: head.end };
  // Who says it, and the cue, are no part of what is said.
  const said = [by, at ?? head]
    .reduce<readonly Span[]>(
      (spans, out) => (out === undefined ? spans : cut(spans, out)),
      withRelative(row, wholeQuotations(page, content)),
    )
    .map((part) => stripped(page.text, part))
    .filter((part) => /[\p{L}\p{N}]/u.test(page.text.slice(part.start, part.end)));
  // Nor is what is said a part of who says it, where nothing else is left.
  const whole = said.length > 0 || by === undefined ? by : content.reduce<readonly Span[]>(cut, [by])[0];
  const source = whole === undefined ? undefined : withoutDay(row.tokens, whole);
  return {
    kind: frame?.kind ?? kindOf(row, content, page.quotations),
    sentence: row.sentence.index,
    head,
    cue: at ?? frame?.cue ?? { start: head.start, end: head.end },
    source,
    sourceHead: source === undefined ? undefined : headOf(window, source, frame),
    content: said.length > 0 ? said : content,
    contentHead: frame?.contentHead ?? headIn(row, content[0]!),
    subject: source === undefined ? "none" : (frame?.subject ?? "own"),
    score,
    nested: false,
  };
}

/** "Saying on Thursday he had briefed them": the day is neither how it is said nor what. */
function dayBehind(tokens: readonly Token[], { i }: Token): Token | undefined {
  const day = tokens[i + 2];
  const next = tokens[i + 3];
  if (!/^on$/i.test(tokens[i + 1]?.form ?? "") || day === undefined || !weekday.test(day.form))
    return undefined;
  // "said on Monday’s show", "said on Monday night"
  return next !== undefined && /^(?:PRON|DET|PROPN|SCONJ|NUM)$/.test(next.upos) ? day : undefined;
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** "Colonel Ochoa today said": the day is when, and no part of who. */
function withoutDay(tokens: readonly Token[], source: Span): Span {
  const last = tokens.findLast((one) => one.end <= source.end && one.start > source.start);
  const before = last === undefined ? undefined : tokens[last.i - 1];
  if (last?.end !== source.end || before === undefined || !/^(?:NOUN|PROPN)$/.test(before.upos))
    return source;
  return /^(?:today|yesterday|tonight|tomorrow)$/i.test(last.form) || weekday.test(last.form)
    ? { start: source.start, end: before.end }
    : source;
}

/** What the learner found; that of the frame where it found none, or little of a sentence that somebody says in plain words. */
function contentOf(
  row: Row,
  cue: number,
  learnt: readonly Span[],
  frame: Frame | undefined,
): readonly Span[] | undefined {
  if (learnt.length === 0) return frame?.content;
  const around = row.frames.find((one) => one.head.i === cue && one.kind === "around");
  if (around === undefined || !isPlain(row, cue)) return learnt;
  const length = (spans: readonly Span[]) => spans.reduce((sum, one) => sum + one.end - one.start, 0);
  return shareOf(around.content, learnt) < 0.5 && length(learnt) < length(around.content) / 2
    ? [...around.content, ...learnt.filter((one) => shareOf(around.content, [one]) === 0)].sort(
        (a, b) => a.start - b.start,
      )
    : learnt;
}

/** Spans of the runs of a label; those that only marks and spaces part are one. */
function runs(text: string, tokens: readonly Token[], labels: Uint8Array, label: number): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const [k, token] of tokens.entries()) {
    if (labels[k] !== label) continue;
    const last = found.at(-1);
    if (last !== undefined && /^[^\p{L}\p{N}]*$/u.test(text.slice(last.end, token.start)))
      last.end = token.end;
    else found.push({ start: token.start, end: token.end });
  }
  return found
    .map((span) => stripped(text, span))
    .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) || label === 2);
}

/** The frame of the cue that has most of the content; without content the first one. */
function bestFrame(row: Row, cue: number, content: readonly Span[]): Frame | undefined {
  let best: Frame | undefined;
  let most = content.length === 0 ? -1 : 0.25;
  for (const frame of row.frames) {
    if (frame.head.i !== cue) continue;
    const value = shareOf(frame.content, content);
    if (value > most) {
      most = value;
      best = frame;
    }
  }
  return best;
}

function shareOf(one: readonly Span[], other: readonly Span[]): number {
  let common = 0;
  let all = 0;
  for (const a of one) {
    all += a.end - a.start;
    for (const b of other) common += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  }
  for (const b of other) all += b.end - b.start;
  return common / Math.max(1, all - common);
}

/** The subject of a cue in plain words. */
function spokenBy(row: Row, cue: number): Span | undefined {
  return row.frames.find(
    (one) =>
      one.head.i === cue && one.subject === "own" && one.kind !== "raising" && one.source !== undefined,
  )?.source;
}

/** One span for the source: that with the frame's, else the longest. */
function oneSource(spans: readonly Span[], frame: Frame | undefined): Span | undefined {
  const head = frame?.sourceHead;
  const own =
    head === undefined ? undefined : spans.find((one) => one.start <= head.start && one.end >= head.end);
  return (
    own ??
    spans.reduce<Span | undefined>(
      (a, b) => (a === undefined || b.end - b.start > a.end - a.start ? b : a),
      undefined,
    )
  );
}

function headOf(window: Window, source: Span, frame: Frame | undefined): Token | undefined {
  const known = frame?.sourceHead;
  if (known !== undefined && known.start >= source.start && known.end <= source.end) return known;
  const row = window.rows.find((one) => one.sentence.start <= source.start && one.sentence.end >= source.end);
  return row === undefined ? undefined : headIn(row, source);
}

/** The token of a span that hangs on a token outside of it; a noun or verb rather than another. */
function headIn(row: Row, span: Span): Token | undefined {
  const inside = row.tokens.filter((one) => one.start >= span.start && one.end <= span.end);
  const tops = inside.filter((one) => {
    const above = row.tokens[row.head[one.i]!];
    return one.upos !== "PUNCT" && (above === undefined || above.start < span.start || above.end > span.end);
  });
  return tops.find((one) => /^(?:NOUN|PROPN|PRON|VERB|AUX)$/.test(one.upos)) ?? tops[0];
}

/** The kind of an attribution without a frame, by what its content is. */
function kindOf(row: Row, content: readonly Span[], quotations: readonly Quotation[]): Frame["kind"] {
  const quoted = content.some((part) =>
    quotations.some((one) => one.start < part.end && one.end > part.start && one.end - one.start > 20),
  );
  if (quoted) return "quote";
  const head = headIn(row, content[0]!);
  return head !== undefined && /^(?:VERB|AUX)$/.test(head.upos) && /^(?:VBD|VBZ|VBP|MD)$/.test(head.xpos)
    ? "ccomp"
    : "object";
}

/** A content that holds a quotation but for a mark or a word at its end holds all of it. */
function wholeQuotations(page: AttributionText, content: readonly Span[]): Span[] {
  return content.map((part) => {
    let { start, end } = part;
    for (let k = firstEnding(page.quotations, start); k < page.quotations.length; k++) {
      const one = page.quotations[k]!;
      if (one.start >= end) break;
      if (one.start < start && start - one.start <= 2) start = one.start;
      if (one.end > end && one.end - end <= 3) end = one.end;
    }
    return { start, end };
  });
}

/** What is said takes along the relative clause behind a comma that hangs on its words: "two options, one of which …". */
function withRelative(row: Row, content: readonly Span[]): readonly Span[] {
  const last = content.at(-1);
  if (last === undefined) return content;
  const comma = row.tokens.find((one) => one.start >= last.end);
  const next = comma?.form === "," ? row.tokens[comma.i + 1] : undefined;
  if (next === undefined) return content;
  for (let at = next.i, steps = 0; at >= 0 && steps < 8; at = row.head[at]!, steps++) {
    const above = row.tokens[row.head[at]!];
    if (above === undefined || row.tokens[at]!.deprel !== "acl:relcl") continue;
    if (above.start < last.start || above.end > last.end || row.first[at]! < comma!.i) return content;
    return [
      ...content.slice(0, -1),
      { start: last.start, end: Math.max(last.end, row.tokens[row.last[at]!]!.end) },
    ];
  }
  return content;
}

/** Index of the first quotation that ends after an offset. */
function firstEnding(quotations: readonly Quotation[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Those that stand: the surest first; a cue that another's cue holds falls, a cue in what another says is nested and
 * counts only where it speaks plainly and not in a quotation.
 */
function chosen(page: AttributionText, found: readonly Attribution[], least: number): Attribution[] {
  const near = new Map<number, Attribution[]>();
  const around = (one: Attribution) => {
    const list: Attribution[] = [];
    for (let s = one.sentence - reach; s <= one.sentence + reach; s++) list.push(...(near.get(s) ?? []));
    return list;
  };
  const sorted = [...found].sort((a, b) => b.score - a.score || a.head.start - b.head.start);
  for (const one of sorted) {
    const others = around(one);
    if (others.some((other) => holds([other.cue], one))) continue;
    const nested = others.some((other) => holds(other.content, one));
    if ((nested || one.score <= least) && !speaks(page, one)) continue;
    const apart = nested ? one : others.reduce((rest, other) => without(page, rest, other), one);
    if (apart.content.length === 0) continue;
    near.set(one.sentence, [...(near.get(one.sentence) ?? []), { ...apart, nested }]);
  }
  const kept = [...near.values()].flat();
  // A surer cue in what a less sure one says is nested all the same.
  const marked = kept.map((one) => {
    const held = around(one).some(
      (other) => other !== one && !other.nested && holds(other.content, one) && !holds(one.content, other),
    );
    return held ? { ...one, nested: true } : one;
  });
  return marked.filter((one) => !one.nested || speaks(page, one));
}

/** How many sentences off the content of a cue can stand: the reach of a window. */
const reach = 8;

const holds = (spans: readonly Span[], one: Attribution) =>
  spans.some((span) => span.start <= one.head.start && span.end >= one.head.end);

/**
 * What a surer attribution says is not said twice; and of "a man, who asked to stay unnamed, said S" what the aside's
 * cue has beyond the surer cue that the aside hangs on is the surer one's.
 */
function without(page: AttributionText, one: Attribution, surer: Attribution): Attribution {
  let content = one.content;
  if (holds(content, surer)) {
    if (one.sentence !== surer.sentence || !isAside(page.rows[one.sentence]!, one, surer)) return one;
    const after = surer.head.start > one.head.start;
    const { start, end } = surer.cue;
    content = cut(content, after ? { start, end: Infinity } : { start: 0, end });
  }
  for (const part of surer.content) content = cut(content, part);
  return content === one.content
    ? one
    : { ...one, content: content.map((part) => stripped(page.text, part)) };
}

/** Whether a cue's clause is a relative or adverbial clause below another's. */
function isAside(row: Row, one: Attribution, above: Attribution): boolean {
  let aside = false;
  for (let at = one.head.i, steps = 0; at >= 0 && steps < 40; at = row.head[at]!, steps++) {
    if (at === above.head.i) return aside;
    if (/^(?:acl|advcl|appos)/.test(row.tokens[at]!.deprel)) aside = true;
  }
  return false;
}

function speaks(page: AttributionText, one: Attribution): boolean {
  return (
    page.rows[one.sentence]!.quote[one.head.i] === 0 &&
    one.source !== undefined &&
    (one.kind === "ccomp" ||
      one.kind === "around" ||
      one.kind === "quote" ||
      one.kind === "according" ||
      one.kind === "label") &&
    (one.kind === "according" || one.kind === "label" || cueClasses(one.head.lemma).includes("say"))
  );
}
