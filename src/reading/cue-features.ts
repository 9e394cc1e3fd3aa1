/** What the learner sees of a token that may carry a cue: itself, its neighbours, its clause, its frames. */
import { bucket, hashed, joined, type Row } from "./attribution-text.ts";
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

/** Hashes of the features of token `i`, into `out`; gives their number. */
export function cueFeatures(row: Row, i: number, sources: Sources, out: Int32Array): number {
  let n = 0;
  const add = (kind: number, value: number) => {
    out[n++] = joined(Math.imul(kind, 0x61c88647), value);
  };
  const { lemma, tag, relation, classes, tokens, head, quote } = row;
  const token = tokens[i]!;
  const word = lemma[i]!;
  const cls = sources.lexicon ? classes[i]! : 0;
  const at = (values: Int32Array, k: number) => (k < 0 || k >= values.length ? 7 : values[k]!);
  add(1, word);
  add(2, tag[i]!);
  add(3, joined(word, tag[i]!));
  add(4, row.form[i]!);
  add(5, cls);
  add(6, joined(cls, tag[i]!));
  for (const d of [-2, -1, 1, 2]) {
    add(10 + d, at(lemma, i + d));
    add(20 + d, joined(at(tag, i + d), tag[i]!));
    if (d === 1 || d === -1) {
      add(30 + d, joined(word, at(lemma, i + d)));
      add(40 + d, joined(cls, at(lemma, i + d)));
      add(50 + d, joined(word, at(tag, i + d)));
    }
  }
  add(60, joined(at(tag, i - 1), at(tag, i + 1)));
  add(61, joined(word, joined(at(lemma, i + 1), at(lemma, i + 2))));
  // Place and quotation marks.
  const inside = quote[i]!;
  const holds = row.quotations.length > 0 ? 1 : 0;
  add(70, joined(inside, cls));
  add(71, joined(word, inside * 2 + holds));
  add(72, joined(holds, bucket(i)));
  add(73, joined(hashed(row.sentence.blockKind), cls));
  add(74, joined(Math.min(3, row.sentence.index), joined(cls, tag[i]!)));
  add(75, joined(Math.min(1, row.sentence.index), word));
  add(76, joined(bucket(tokens.length), cls));
  if (sources.tree) {
    add(80, relation[i]!);
    add(81, joined(word, relation[i]!));
    add(82, joined(cls, relation[i]!));
    const up = head[i]!;
    add(83, joined(at(lemma, up), relation[i]!));
    add(84, joined(at(tag, up), joined(relation[i]!, cls)));
    if (sources.lexicon) add(85, joined(at(classes, up), joined(relation[i]!, cls)));
    let governed = 0;
    for (let k = up, steps = 0; k >= 0 && steps < 12; k = head[k]!, steps++) {
      if (sources.lexicon && classes[k]! !== 0) {
        governed = joined(classes[k]!, 1 + Math.min(2, steps));
        add(86, joined(governed, k < i ? 1 : 2));
        add(87, joined(lemma[k]!, k < i ? 1 : 2));
        add(88, joined(cls, joined(classes[k]!, k < i ? 1 : 2)));
        break;
      }
    }
    if (governed === 0) add(89, cls);
    let kinds = 0;
    for (let k = row.first[i]!; k <= row.last[i]!; k++) {
      if (head[k] !== i) continue;
      const side = k < i ? 1 : 2;
      const rel = relation[k]!;
      kinds = kinds + joined(rel, side);
      add(90, joined(rel, side));
      add(91, joined(word, joined(rel, side)));
      add(92, joined(cls, joined(rel, side)));
      const name = tokens[k]!.deprel;
      if (/^(?:nsubj|obj|obl|ccomp|xcomp|aux|mark|advmod|nmod|case|compound|cop|acl)/.test(name)) {
        add(93, joined(rel, lemma[k]!));
        add(94, joined(joined(rel, tag[k]!), cls));
        add(95, joined(word, joined(rel, lemma[k]!)));
        add(96, joined(joined(rel, row.shape[k]!), cls));
        if (sources.lexicon) {
          add(140, joined(joined(rel, row.being[k]!), word));
          add(141, joined(joined(rel, row.being[k]!), cls));
        }
      }
    }
    add(97, kinds);
    add(98, joined(kinds, cls));
  }
  if (sources.frames) {
    let kinds = 0;
    for (const frame of row.frames) {
      if (frame.head.i !== i) continue;
      kinds += hashed(frame.kind);
      n = frameFeatures(row, frame, word, cls, sources, out, n);
    }
    add(100, kinds);
    add(101, joined(kinds, word));
    add(102, joined(kinds, cls));
    add(103, joined(kinds, joined(inside, holds)));
    // Other frames of the sentence that hold the token in what they say.
    let covered = 0;
    for (const frame of row.frames) {
      if (frame.head.i === i) continue;
      for (const part of frame.content) {
        if (part.start <= token.start && part.end >= token.end) {
          const other = frame.head.i;
          covered++;
          add(104, joined(hashed(frame.kind), sources.lexicon ? classes[other]! : 0));
          add(105, lemma[other]!);
          add(106, joined(cls, joined(hashed(frame.kind), sources.lexicon ? classes[other]! : 0)));
        }
      }
    }
    add(107, joined(Math.min(3, covered), cls));
  }
  return n;
}

function frameFeatures(
  row: Row,
  frame: Frame,
  word: number,
  cls: number,
  sources: Sources,
  out: Int32Array,
  from: number,
): number {
  let n = from;
  const kind = hashed(frame.kind);
  const add = (type: number, value: number) => {
    out[n++] = joined(Math.imul(type, 0x61c88647), joined(kind, value));
  };
  const { head, sourceHead, contentHead } = frame;
  const content = frame.content[0]!;
  const last = frame.content.at(-1)!;
  let quoted = 0;
  for (const one of row.quotations) {
    if (frame.content.some((part) => one.start < part.end && one.end > part.start)) quoted |= 1;
    if (Math.abs(one.start - content.start) <= 1) quoted |= 2;
  }
  add(110, hashed(frame.subject));
  add(111, joined(word, hashed(frame.subject)));
  add(112, quoted);
  add(113, joined(cls, quoted));
  add(114, joined(word, quoted));
  add(115, Math.min(8, Math.floor(Math.log2(last.end - content.start + 1))));
  add(116, Math.max(-2, Math.min(5, Math.floor((content.start - head.end) / 8))));
  add(117, frame.content.length);
  if (sourceHead === undefined) {
    add(120, joined(cls, 1));
  } else {
    const s = sourceHead.i;
    const lemma = row.lemma[s] ?? 3;
    const tag = row.tag[s] ?? 3;
    add(121, lemma);
    add(122, joined(tag, cls));
    add(123, joined(lemma, word));
    add(124, joined(row.shape[s] ?? 0, tag));
    if (sources.lexicon) {
      add(125, joined(row.being[s] ?? 0, cls));
      add(126, joined(row.being[s] ?? 0, word));
    }
  }
  if (contentHead !== undefined) {
    const c = contentHead.i;
    add(130, row.lemma[c] ?? 3);
    add(131, joined(row.tag[c] ?? 3, cls));
    add(132, joined(row.tag[c] ?? 3, word));
    add(133, joined(row.lemma[c] ?? 3, word));
    for (let k = row.first[c] ?? 0; k <= (row.last[c] ?? -1) && k < c; k++)
      if (row.head[k] === c) {
        const rel = row.tokens[k]!.deprel;
        if (rel === "mark" || rel === "case") {
          add(134, row.lemma[k]!);
          add(135, joined(row.lemma[k]!, word));
        }
      }
  }
  return n;
}
