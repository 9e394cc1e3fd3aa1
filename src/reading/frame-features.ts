/** What the learner sees of an attribution frame. */
import { cueClasses, documentNouns } from "../language/en/cues.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Frame } from "./frames.ts";
import type { Quotation } from "./quotes.ts";
import { kids, parent, treeOf } from "./tree.ts";

export function frameFeatures(
  text: string,
  sentence: Sentence,
  frame: Frame,
  quotations: readonly Quotation[],
): string[] {
  const tree = treeOf(sentence);
  const { head, kind } = frame;
  const lemma = head.lemma.toLowerCase();
  const classes = cueClasses(lemma);
  const inside = quotations.some((one) => head.start >= one.start && head.end <= one.end);
  const content = frame.content[0]!;
  const last = frame.content.at(-1)!;
  const opening = text.slice(content.start, content.start + 5);
  const quote = quotations.some((one) =>
    frame.content.some((part) => one.start < part.end && one.end > part.start),
  );
  const starts = quotations.some((one) => Math.abs(one.start - content.start) <= 1);
  const source = frame.sourceHead;
  const sourceForm = source?.lemma.toLowerCase() ?? "-";
  const sourcePos = source === undefined ? "-" : source.xpos;
  const next = sentence.tokens[head.i + 1]?.form.toLowerCase() ?? "-";
  const before = sentence.tokens[head.i - 1]?.form.toLowerCase() ?? "-";
  const aux = kids(tree, head, "aux", "advmod").map((one) => one.lemma.toLowerCase());
  const contentHead = frame.contentHead;
  const above = parent(tree, head);
  const features = [
    `k:${kind}`,
    `l:${lemma}`,
    `lk:${lemma}|${kind}`,
    `lx:${lemma}|${head.xpos}`,
    `x:${head.xpos}|${kind}`,
    `d:${head.deprel}|${kind}`,
    `ld:${lemma}|${head.deprel}`,
    `s:${frame.subject}|${kind}`,
    `ls:${lemma}|${frame.subject}`,
    `sp:${sourcePos}|${kind}`,
    `sf:${sourceForm}`,
    `sfk:${sourceForm}|${kind}`,
    `q:${inside}|${quote}|${starts}|${kind}`,
    `lq:${lemma}|${quote}`,
    `n:${next}|${kind}`,
    `ln:${lemma}|${next}`,
    `b:${before}`,
    `bk:${before}|${kind}`,
    `doc:${source !== undefined && documentNouns.has(sourceForm)}|${kind}`,
    `len:${Math.min(8, Math.floor(Math.log2(last.end - content.start + 1)))}|${kind}`,
    `gap:${Math.min(5, Math.floor((content.start - head.end) / 8))}|${kind}`,
    `up:${above?.upos ?? "-"}|${head.deprel}`,
    `al:${above?.lemma.toLowerCase() ?? "-"}`,
    `bk:${sentence.blockKind}`,
    `first:${head.i === 0}`,
    `o:${opening.startsWith("that ") ? "that" : opening.startsWith("to ") ? "to" : /^["“]/.test(opening) ? "quote" : /^[A-Z]/.test(opening) ? "cap" : "low"}|${kind}`,
    `parts:${frame.content.length}|${kind}`,
  ];
  for (const name of classes)
    features.push(`c:${name}|${kind}`, `cs:${name}|${sourcePos}`, `cq:${name}|${quote}|${kind}`);
  if (classes.length === 0) features.push(`c:none|${kind}`, `c:none|${sourcePos}`);
  for (const one of aux) features.push(`a:${one}`, `la:${lemma}|${one}`);
  if (contentHead !== undefined) {
    features.push(
      `ch:${contentHead.lemma.toLowerCase()}|${kind}`,
      `cx:${contentHead.xpos}|${kind}`,
      `lch:${lemma}|${contentHead.lemma.toLowerCase()}`,
      `lcx:${lemma}|${contentHead.xpos}`,
    );
    for (const one of kids(tree, contentHead, "mark", "case"))
      features.push(`cm:${one.lemma.toLowerCase()}|${kind}`, `lcm:${lemma}|${one.lemma.toLowerCase()}`);
  }
  if (inside) features.push(`in:${lemma}`, `in:${kind}`);
  features.push(...shape(source).map((one) => `ss:${one}|${kind}`));
  return features;
}

function shape(source: Token | undefined): string[] {
  if (source === undefined) return ["none"];
  const number = /Number=Plur/.test(source.feats) ? "plural" : "single";
  return [source.upos, `${source.upos}|${number}`, /^\p{Lu}/u.test(source.form) ? "capital" : "small"];
}
