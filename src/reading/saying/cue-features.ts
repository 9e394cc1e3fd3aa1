/** What the learner sees of a token that may carry a cue: itself, its neighbours, its clause, its frames. */

import { perWord } from "../words/per-word.ts";
import { bucket, hashed, type Row } from "./attribution-text.ts";
import { FeatureList, joined } from "./feature-list.ts";
import type { Frame } from "./frames.ts";
import type { Sources } from "./role-features.ts";

/** Whether a token is looked at at all. */
export function mayCue(row: Row, i: number): boolean {
  const { upos, form } = row.tokens[i]!;
  if (i < row.dateline) return false;
  return upos === "PUNCT"
    ? form === ":"
    : upos !== "DET" && upos !== "NUM" && upos !== "SYM" && upos !== "CCONJ";
}

const list = new FeatureList(1 << 14);

/** Hashes of the features of token `i`, valid until the next call, and their number. */
export function cueFeatures(
  row: Row,
  i: number,
  sources: Sources,
): { readonly count: number; readonly hashes: Int32Array } {
  list.begin(ownFeatures + row.tokens.length * perKid + row.frames.length * perFrame);
  const cls = sources.lexicon ? row.classes[i]! : 0;
  wordFeatures(row, i, cls);
  placeFeatures(row, i, cls);
  if (sources.tree) {
    upwardFeatures(row, i, cls, sources);
    kidFeatures(row, i, cls, sources);
  }
  if (sources.frames) frameFeatures(row, i, cls, sources);
  return { count: list.count, hashes: list.hashes() };
}

/** More than there are at the most: of a token by itself, for each token that hangs on it, for each frame and its parts. */
const ownFeatures = 80;
const perKid = 10;
const perFrame = 64;

/** A neighbour's number; 7 beyond the sentence. */
const at = (values: Int32Array, k: number) => (k < 0 || k >= values.length ? 7 : values[k]!);

function wordFeatures({ lemma, tag, form }: Row, i: number, cls: number): void {
  const word = lemma[i]!;
  list.one(1, word);
  list.one(2, tag[i]!);
  list.two(3, word, tag[i]!);
  list.one(4, form[i]!);
  list.one(5, cls);
  list.two(6, cls, tag[i]!);
  for (let d = -2; d <= 2; d++) {
    if (d === 0) continue;
    list.one(10 + d, at(lemma, i + d));
    list.two(20 + d, at(tag, i + d), tag[i]!);
    if (d === 1 || d === -1) {
      list.two(30 + d, word, at(lemma, i + d));
      list.two(40 + d, cls, at(lemma, i + d));
      list.two(50 + d, word, at(tag, i + d));
    }
  }
  list.two(60, at(tag, i - 1), at(tag, i + 1));
  list.two(61, word, joined(at(lemma, i + 1), at(lemma, i + 2)));
}

/** Place and quotation marks. */
function placeFeatures(
  { lemma, tag, tokens, quote, quotations, sentence }: Row,
  i: number,
  cls: number,
): void {
  const word = lemma[i]!;
  const inside = quote[i]!;
  const holds = quotations.length > 0 ? 1 : 0;
  list.two(70, inside, cls);
  list.two(71, word, inside * 2 + holds);
  list.two(72, holds, bucket(i));
  list.two(73, hashed(sentence.blockKind), cls);
  list.two(74, Math.min(3, sentence.index), joined(cls, tag[i]!));
  list.two(75, Math.min(1, sentence.index), word);
  list.two(76, bucket(tokens.length), cls);
}

/** What the token hangs on. */
function upwardFeatures(
  { lemma, tag, relation, classes, head }: Row,
  i: number,
  cls: number,
  { lexicon }: Sources,
): void {
  const word = lemma[i]!;
  const rel = relation[i]!;
  const up = head[i]!;
  list.one(80, rel);
  list.two(81, word, rel);
  list.two(82, cls, rel);
  list.two(83, at(lemma, up), rel);
  list.two(84, at(tag, up), joined(rel, cls));
  if (lexicon) list.two(85, at(classes, up), joined(rel, cls));
  let governed = 0;
  for (let k = up, steps = 0; k >= 0 && steps < 12; k = head[k]!, steps++) {
    if (lexicon && classes[k]! !== 0) {
      const side = k < i ? 1 : 2;
      governed = joined(classes[k]!, 1 + Math.min(2, steps));
      list.two(86, governed, side);
      list.two(87, lemma[k]!, side);
      list.two(88, cls, joined(classes[k]!, side));
      break;
    }
  }
  if (governed === 0) list.one(89, cls);
}

/** What hangs on the token. */
function kidFeatures(row: Row, i: number, cls: number, sources: Sources): void {
  const { lemma, tag, relation, head } = row;
  const word = lemma[i]!;
  let kinds = 0;
  for (let k = row.first[i]!; k <= row.last[i]!; k++) {
    if (head[k] !== i) continue;
    const rel = relation[k]!;
    const hangs = joined(rel, k < i ? 1 : 2);
    kinds = kinds + hangs;
    list.one(90, hangs);
    list.two(91, word, hangs);
    list.two(92, cls, hangs);
    if (!telling(row.tokens[k]!.deprel)) continue;
    list.two(93, rel, lemma[k]!);
    list.two(94, joined(rel, tag[k]!), cls);
    list.two(95, word, joined(rel, lemma[k]!));
    list.two(96, joined(rel, row.shape[k]!), cls);
    if (sources.lexicon) {
      const being = joined(rel, row.being[k]!);
      list.two(140, being, word);
      list.two(141, being, cls);
    }
  }
  list.one(97, kinds);
  list.two(98, kinds, cls);
}

/** Relations of which more than the name tells. */
const telling = perWord((name: string) =>
  /^(?:nsubj|obj|obl|ccomp|xcomp|aux|mark|advmod|nmod|case|compound|cop|acl)/.test(name),
);

function frameFeatures(row: Row, i: number, cls: number, sources: Sources): void {
  const { lemma, tokens, classes, quotations, frames } = row;
  const token = tokens[i]!;
  const word = lemma[i]!;
  const holds = quotations.length > 0 ? 1 : 0;
  let kinds = 0;
  for (const frame of frames) {
    if (frame.head.i !== i) continue;
    kinds += hashed(frame.kind);
    ownFrameFeatures(row, frame, word, cls, sources);
  }
  list.one(100, kinds);
  list.two(101, kinds, word);
  list.two(102, kinds, cls);
  list.two(103, kinds, joined(row.quote[i]!, holds));
  // Other frames of the sentence that hold the token in what they say.
  let covered = 0;
  for (const frame of frames) {
    if (frame.head.i === i) continue;
    for (const part of frame.content) {
      if (part.start <= token.start && part.end >= token.end) {
        const other = frame.head.i;
        const held = joined(hashed(frame.kind), sources.lexicon ? classes[other]! : 0);
        covered++;
        list.one(104, held);
        list.one(105, lemma[other]!);
        list.two(106, cls, held);
      }
    }
  }
  list.two(107, Math.min(3, covered), cls);
}

function ownFrameFeatures(row: Row, frame: Frame, word: number, cls: number, sources: Sources): void {
  const kind = hashed(frame.kind);
  const { head, sourceHead, contentHead } = frame;
  const content = frame.content[0]!;
  const last = frame.content.at(-1)!;
  let quoted = 0;
  for (const one of row.quotations) {
    if (frame.content.some((part) => one.start < part.end && one.end > part.start)) quoted |= 1;
    if (Math.abs(one.start - content.start) <= 1) quoted |= 2;
  }
  const subject = hashed(frame.subject);
  list.two(110, kind, subject);
  list.two(111, kind, joined(word, subject));
  list.two(112, kind, quoted);
  list.two(113, kind, joined(cls, quoted));
  list.two(114, kind, joined(word, quoted));
  list.two(115, kind, Math.min(8, Math.floor(Math.log2(last.end - content.start + 1))));
  list.two(116, kind, Math.max(-2, Math.min(5, Math.floor((content.start - head.end) / 8))));
  list.two(117, kind, frame.content.length);
  if (sourceHead === undefined) list.two(120, kind, joined(cls, 1));
  else sourceFeatures(row, sourceHead.i, kind, word, cls, sources);
  if (contentHead !== undefined) contentFeatures(row, contentHead.i, kind, word, cls);
}

function sourceFeatures(
  row: Row,
  s: number,
  kind: number,
  word: number,
  cls: number,
  { lexicon }: Sources,
): void {
  const lemma = row.lemma[s] ?? 3;
  const tag = row.tag[s] ?? 3;
  list.two(121, kind, lemma);
  list.two(122, kind, joined(tag, cls));
  list.two(123, kind, joined(lemma, word));
  list.two(124, kind, joined(row.shape[s] ?? 0, tag));
  if (lexicon) {
    list.two(125, kind, joined(row.being[s] ?? 0, cls));
    list.two(126, kind, joined(row.being[s] ?? 0, word));
  }
}

function contentFeatures(row: Row, c: number, kind: number, word: number, cls: number): void {
  const lemma = row.lemma[c] ?? 3;
  const tag = row.tag[c] ?? 3;
  list.two(130, kind, lemma);
  list.two(131, kind, joined(tag, cls));
  list.two(132, kind, joined(tag, word));
  list.two(133, kind, joined(lemma, word));
  for (let k = row.first[c] ?? 0; k <= (row.last[c] ?? -1) && k < c; k++)
    if (row.head[k] === c) {
      const rel = row.tokens[k]!.deprel;
      if (rel === "mark" || rel === "case") {
        list.two(134, kind, row.lemma[k]!);
        list.two(135, kind, joined(row.lemma[k]!, word));
      }
    }
}
