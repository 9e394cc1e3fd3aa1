/** The models of one language joined: text and its blocks to sentences. */

import type { Block } from "../model/report.ts";
import type { Name, Sentence, Token } from "../model/sentence.ts";
import { ownCopy } from "../own-copy.ts";
import { featuresOf } from "./en/morphology.ts";
import { lemmatizer } from "./lemma.ts";
import type { Linear } from "./linear.ts";
import { nameTypes } from "./nametags.ts";
import { type Analysis, BATCH, networkFrom } from "./network.ts";
import { isShouted, recased } from "./recase.ts";
import { datelineEnd, sentenceStarts } from "./split.ts";
import { tokenizer } from "./tokenize.ts";
import type { Weights } from "./weights.ts";

export interface Engine {
  readonly version: string;
  parse(text: string, blocks: readonly Block[]): Sentence[];
  /** Sentences whose tokens are given: measures the parser apart from the tokenizer. */
  parseTokens(sentences: readonly Given[]): Sentence[];
}

export interface Given {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A headline or heading up to this many tokens is one sentence. */
const HEADLINE = 40;

/** A sentence before analysis: `seen` are its forms as the models shall see them. */
interface Draft extends Given {
  readonly block: number;
  readonly blockKind: Block["kind"];
  readonly forms: readonly string[];
  readonly seen: readonly string[];
  /** How many of its first tokens are a dateline: analysed apart, as no treebank has them. */
  readonly dateline: number;
}

export function engineFrom(weights: Weights): Engine {
  const { values, blobs } = weights;
  const split = blobs.split as Int8Array;
  const splitter: Linear = { classes: 2, mask: split.length / 2 - 1, weights: split };
  const tokenize = tokenizer(new Map(values.exceptions as [string, number[]][]));
  const capitals = new Map(values.capitals as [string, string][]);
  const network = networkFrom(weights);
  const write = sentenceWriter(values);
  const pool = formPool();

  /** Forms of tokens `from` to `to`. */
  function draft(
    given: Given,
    from: number,
    to: number,
    shouted: boolean,
    block: number,
    blockKind: Block["kind"],
    dateline = 0,
  ): Draft {
    const { text } = given;
    const starts = given.starts.slice(from, to);
    const ends = given.ends.slice(from, to);
    const forms = starts.map((start, i) => pool(text.slice(start, ends[i])));
    const seen = shouted ? recased(forms, capitals) : forms;
    return { text, starts, ends, block, blockKind, forms, seen, dateline };
  }

  function analysed(drafts: readonly Draft[]): Sentence[] {
    const sentences: Sentence[] = [];
    for (let from = 0; from < drafts.length; ) {
      let to = from;
      let size = 0;
      // one sentence at least, of any length
      while (to < drafts.length && (to === from || size + drafts[to]!.forms.length <= BATCH))
        size += drafts[to++]!.forms.length;
      const batch = drafts.slice(from, to);
      const analysis = network.analyse(
        batch.flatMap(({ seen }) => seen),
        batch.flatMap(({ forms, dateline }) =>
          dateline === 0 ? [forms.length] : [dateline, forms.length - dateline],
        ),
      );
      let at = 0;
      for (const one of batch) {
        if (one.dateline > 0) hangDateline(analysis, at, one.dateline, one.forms.length);
        sentences.push(write(one, analysis, at, sentences.length));
        at += one.forms.length;
      }
      from = to;
    }
    return sentences;
  }

  const besides = (values.labels as string[]).indexOf("parataxis");

  /** Joins a dateline and what follows it, analysed one after the other, to one tree: it hangs beside the root. */
  function hangDateline({ heads, labels }: Analysis, at: number, dateline: number, n: number): void {
    const body = at + dateline;
    let root = dateline;
    for (let i = 0; i < n - dateline; i++) {
      if (heads[body + i] === n - dateline) root = dateline + i;
      heads[body + i] = heads[body + i] === n - dateline ? n : heads[body + i]! + dateline;
    }
    for (let i = 0; i < dateline; i++) {
      if (heads[at + i] !== dateline) continue;
      heads[at + i] = root;
      labels[at + i] = besides;
    }
  }

  return {
    version: values.version as string,
    parseTokens: (sentences) =>
      analysed(sentences.map((given) => draft(given, 0, given.starts.length, false, 0, "paragraph"))),
    parse(text, blocks) {
      const drafts: Draft[] = [];
      blocks.forEach(({ start, end, kind }, index) => {
        const tokens = tokenize(text, start, end);
        const count = tokens.starts.length;
        if (count === 0) return;
        const given = { text, ...tokens };
        const shouted = isShouted(text, start, end);
        const whole = (kind === "headline" || kind === "heading") && count <= HEADLINE;
        const first = whole ? [0] : sentenceStarts(text, tokens, splitter);
        // the first word behind the dash belongs to the sentence
        const dateline = whole ? 0 : Math.max(0, datelineEnd(text, tokens) - 1);
        first.forEach((from, k) => {
          const to = first[k + 1] ?? count;
          const led = from === 0 && dateline < to ? dateline : 0;
          drafts.push(draft(given, from, to, shouted, index, kind, led));
        });
      });
      return analysed(drafts);
    },
  };
}

/** Forms that are kept: more than an archive's pages use again and again. */
const KEPT = 50_000;
/** A longer form is no word. */
const LONGEST_KEPT = 40;

/**
 * One string for each form, however often it comes: what looks it up need not read it again.
 */
function formPool(): (form: string) => string {
  const pool = new Map<string, string>();
  return (form) => {
    const known = pool.get(form);
    if (known !== undefined || form.length > LONGEST_KEPT) return known ?? form;
    if (pool.size >= KEPT) pool.clear();
    const one = ownCopy(form);
    pool.set(one, one);
    return one;
  };
}

/** Turns the network's numbers into tokens and names. */
function sentenceWriter(values: Weights["values"]) {
  const tags = values.tags as string[];
  const xpos = tags.map((tag) => ownCopy(tag.slice(0, tag.lastIndexOf("/"))));
  const upos = tags.map((tag) => ownCopy(tag.slice(tag.lastIndexOf("/") + 1)));
  const labels = (values.labels as string[]).map(ownCopy);
  const passiveLabels = new Set(
    ["aux:pass", "nsubj:pass", "csubj:pass"].map((label) => labels.indexOf(label)),
  );
  const lemmaOf = lemmatizer({
    words: new Map(values.lemmaWords as [string, string][]),
    endings: new Map(values.lemmaEndings as [string, string][]),
  });
  return (draft: Draft, analysis: Analysis, at: number, index: number): Sentence => {
    const { starts, ends, forms, seen, block, blockKind } = draft;
    const n = forms.length;
    const passive = new Uint8Array(n + 1);
    for (let i = 0; i < n; i++) {
      if (passiveLabels.has(analysis.labels[at + i]!)) passive[analysis.heads[at + i]!] = 1;
    }
    const tokens: Token[] = new Array(n);
    for (let i = 0; i < n; i++) {
      const tag = analysis.tags[at + i]!;
      const head = analysis.heads[at + i]!;
      const deprel = head === n ? "root" : labels[analysis.labels[at + i]!]!;
      tokens[i] = {
        i,
        start: starts[i]!,
        end: ends[i]!,
        form: forms[i]!,
        lemma: lemmaOf(seen[i]!, tags[tag]!),
        upos: upos[tag]!,
        xpos: xpos[tag]!,
        feats: featuresOf(forms[i]!, xpos[tag]!, passive[i] === 1, upos[tag]!, deprel),
        head: head === n ? -1 : head,
        deprel,
      };
    }
    const names = namesOf(analysis.names.subarray(at, at + n), tokens);
    return { start: starts[0]!, end: ends[n - 1]!, index, block, blockKind, tokens, names };
  };
}

function namesOf(marks: Int32Array, tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === 0) continue;
    const type = (marks[i]! - 1) >> 1;
    let last = i;
    while (last + 1 < marks.length && marks[last + 1] === 2 + 2 * type) last++;
    const proper = tokens.slice(i, last + 1).some(({ upos }) => upos === "PROPN");
    // people, bodies and places are named by proper nouns; the titles of laws, events and works need not be
    if (proper || type > 2)
      names.push({ first: i, last, start: tokens[i]!.start, end: tokens[last]!.end, type: nameTypes[type]! });
    i = last;
  }
  return names;
}
