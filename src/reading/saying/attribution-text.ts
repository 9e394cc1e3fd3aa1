/**
 * A report's tokens laid out for the learners of attributions: one row of numbers a token (hashes of its words and
 * relations, where its subtree ends, how it stands to quotation marks), so that features are sums and not strings.
 */
import { groupNouns, institutionNouns, roleNouns } from "../../language/en/actors.ts";
import { cueClasses, documentNouns } from "../../language/en/cues.ts";
import { personNouns } from "../../language/en/people.ts";
import type { Block } from "../../model/report.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import { afterDateline } from "../place/dateline.ts";
import { type Quotation, quotationsOf } from "../quotes.ts";
import { treeOf } from "../tree.ts";
import { perWord } from "../words/per-word.ts";
import { type Frame, framesOf } from "./frames.ts";

/** One sentence of the report, its tokens' numbers in rows. */
export interface Row {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly frames: readonly Frame[];
  readonly quotations: readonly Quotation[];
  readonly lemma: Int32Array;
  readonly form: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  /** Hash of the cue classes of the lemma; 0 for none. */
  readonly classes: Int32Array;
  /** What could speak: see `beingOf`. */
  readonly being: Uint8Array;
  /** Capitals and digits. */
  readonly shape: Uint8Array;
  /** 0 outside, 1 opens, 2 inside, 3 closes a quotation. */
  readonly quote: Uint8Array;
  readonly head: Int32Array;
  /** First and last token of each token's subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Commas and finite verbs up to and including each token. */
  readonly commas: Uint16Array;
  readonly verbs: Uint16Array;
  /** Number of tokens of a dateline before the report's own words. */
  readonly dateline: number;
}

export interface AttributionText {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly quotations: readonly Quotation[];
}

export function attributionText(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): AttributionText {
  const quotations = quotationsOf(text, blocks, sentences);
  let from = 0;
  const rows = sentences.map((sentence) => {
    while (from < quotations.length && quotations[from]!.end < sentence.start - 3) from++;
    let to = from;
    while (to < quotations.length && quotations[to]!.start < sentence.end) to++;
    return numbered(text, sentence, quotations.slice(from, to));
  });
  return { text, rows, quotations };
}

function numbered(text: string, sentence: Sentence, quotations: readonly Quotation[]): Row {
  const { tokens } = treeOf(sentence).sentence;
  const n = tokens.length;
  const row = {
    sentence,
    tokens,
    frames: framesOf(text, sentence, quotations),
    quotations,
    lemma: new Int32Array(n),
    form: new Int32Array(n),
    tag: new Int32Array(n),
    relation: new Int32Array(n),
    classes: new Int32Array(n),
    being: beingsOf(sentence, tokens),
    shape: new Uint8Array(n),
    quote: quoteStates(tokens, quotations),
    head: new Int32Array(n),
    first: new Int32Array(n),
    last: new Int32Array(n),
    commas: new Uint16Array(n),
    verbs: new Uint16Array(n),
    dateline: afterDateline(tokens),
  };
  let commas = 0;
  let verbs = 0;
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    const lemma = lemmaNumbers(token.lemma);
    const form = formNumbers(token.form);
    row.lemma[i] = lemma.hash;
    row.form[i] = form.hash;
    row.tag[i] = hashedName(token.xpos);
    row.relation[i] = hashedName(token.deprel);
    row.classes[i] = lemma.classes;
    row.shape[i] = form.shape;
    // A dateline hangs on nothing, and nothing on it.
    const hangs = token.head >= row.dateline && token.head < n && token.head !== i && i >= row.dateline;
    row.head[i] = hangs ? token.head : -1;
    row.first[i] = i;
    row.last[i] = i;
    if (token.form === "," || token.form === ";" || token.form === ":") commas++;
    if (finite.has(token.xpos)) verbs++;
    row.commas[i] = commas;
    row.verbs[i] = verbs;
  }
  spread(row.head, row.first, row.last);
  return row;
}

const finite: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** Widens each token's reach by those below it: up each path once, no further than a path can be long. */
function spread(head: Int32Array, first: Int32Array, last: Int32Array): void {
  for (let i = 0; i < head.length; i++) {
    for (let at = head[i]!, steps = 0; at >= 0 && steps < 60; at = head[at]!, steps++) {
      const wide = first[at]! <= i && last[at]! >= i;
      if (i < first[at]!) first[at] = i;
      if (i > last[at]!) last[at] = i;
      if (wide && steps > 0) break;
    }
  }
}

function quoteStates(tokens: readonly Token[], quotations: readonly Quotation[]): Uint8Array {
  const states = new Uint8Array(tokens.length);
  let k = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!;
    while (k < quotations.length && quotations[k]!.end <= start) k++;
    const one = quotations[k];
    if (one === undefined || end <= one.start) continue;
    states[i] = start <= one.start ? 1 : end >= one.end && one.closed ? 3 : 2;
  }
  return states;
}

const people = new Set(personNouns.split(" "));

/** 1 to 4 names (person, organisation, place, other), 5 people, 6 institutions, 7 documents, 8 to 10 pronouns. */
function beingsOf(sentence: Sentence, tokens: readonly Token[]): Uint8Array {
  const beings = new Uint8Array(tokens.length);
  for (const { i, lemma, upos, form } of tokens) {
    if (upos === "PRON")
      beings[i] = /^(?:he|she|they|who)$/i.test(form) ? 8 : /^(?:i|we|you)$/i.test(form) ? 9 : 10;
    else if (upos === "NOUN" || upos === "PROPN") beings[i] = lemmaNumbers(lemma).being;
  }
  for (const { first, last, type } of sentence.names) {
    const being = type === "PER" ? 1 : type === "ORG" ? 2 : type === "LOC" ? 3 : 4;
    for (let i = first; i <= last && i < beings.length; i++) beings[i] = being;
  }
  return beings;
}

/** What a noun's lemma alone says of what it could be. */
function beingOf(word: string): number {
  if (people.has(word) || roleNouns.has(word) || groupNouns.has(word)) return 5;
  if (documentNouns.has(word)) return 7;
  return institutionNouns[word] !== undefined ? 6 : 0;
}

/** FNV-1a over UTF-16 units. */
export const hashed = perWord((word: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
});

/** The same for tags and relations, of which there are few: apart from the words they are found sooner. */
const hashedName = perWord(hashed);

const lemmaNumbers = perWord((lemma: string) => {
  const word = lemma.toLowerCase();
  const classes = cueClasses(word);
  return {
    hash: hashed(word),
    classes: classes.length === 0 ? 0 : hashed(classes.join("+")),
    being: beingOf(word),
  };
});

const formNumbers = perWord((form: string) => ({
  hash: hashed(form.toLowerCase()),
  shape: shapeOf(form),
}));

function shapeOf(form: string): number {
  const first = form.charCodeAt(0);
  if (first >= 48 && first <= 57) return 1;
  if (first < 65) return 0;
  const upper = form !== form.toLowerCase();
  if (!upper) return 2;
  return form.length > 1 && form === form.toUpperCase() ? 4 : 3;
}

/** 0, 1, 2, 3, 4-5, 6-8, 9-12 … keeping the sign. */
export function bucket(distance: number): number {
  const size = Math.abs(distance);
  const step =
    size < 4 ? size : size < 6 ? 4 : size < 9 ? 5 : size < 13 ? 6 : size < 21 ? 7 : size < 35 ? 8 : 9;
  return distance < 0 ? -step : step;
}
