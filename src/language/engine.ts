/** The models of one language joined: a block of text to its sentences. */
import type { Block } from "../model/report.ts";
import type { Name, Sentence, Token } from "../model/sentence.ts";
import { featuresOf } from "./en/morphology.ts";
import { lemmatizer } from "./lemma.ts";
import type { Linear } from "./linear.ts";
import { nameTypes, tagNames } from "./names.ts";
import { parse, stateFor } from "./parser.ts";
import { recased } from "./recase.ts";
import { sentenceStarts } from "./split.ts";
import { tag } from "./tagger.ts";
import { type Tokens, tokenizer } from "./tokenize.ts";
import type { Weights } from "./weights.ts";
import { wordReader } from "./words.ts";

export interface Engine {
  readonly version: string;
  parseBlock(text: string, block: Block): Omit<Sentence, "index" | "block" | "blockKind">[];
  /** One sentence whose tokens are given: what measures the parts apart from the tokenizer. */
  parseTokens(
    text: string,
    starts: readonly number[],
    ends: readonly number[],
  ): Omit<Sentence, "index" | "block" | "blockKind">;
}

/** A headline up to this many tokens is one sentence. */
const HEADLINE = 40;

export function engineFrom({ values, blobs }: Weights): Engine {
  const tagNamesList = values["tags"] as string[];
  const xpos = tagNamesList.map((t) => t.slice(0, t.lastIndexOf("/")));
  const upos = tagNamesList.map((t) => t.slice(t.lastIndexOf("/") + 1));
  const labels = values["labels"] as string[];
  const linear = (name: string, classes: number): Linear => {
    const weights = blobs[name] as Int8Array;
    return { classes, mask: weights.length / classes - 1, weights };
  };
  const splitModel = linear("split", 2);
  const tagModel = linear("tags", xpos.length);
  const moveModel = linear("moves", 3);
  const labelModel = linear("labels", labels.length);
  const nameModel = linear("names", 1 + 2 * nameTypes.length);
  const tokenize = tokenizer(new Map(values["exceptions"] as [string, number[]][]));
  const capitals = new Map(values["capitals"] as [string, string][]);
  const lemmaOf = lemmatizer({
    words: new Map(values["lemmaWords"] as [string, string][]),
    endings: new Map(values["lemmaEndings"] as [string, string][]),
  });
  const wordOf = wordReader();

  function sentence(
    text: string,
    starts: readonly number[],
    ends: readonly number[],
    from: number,
    to: number,
    shouted: boolean,
  ) {
    const n = to - from;
    const forms: string[] = new Array(n);
    for (let i = 0; i < n; i++) forms[i] = text.slice(starts[from + i], ends[from + i]);
    const seen = shouted ? recased(forms, capitals) : forms;
    const words = seen.map(wordOf);
    const tags = new Int32Array(n);
    tag(words, tagModel, tags);
    const state = stateFor(words, tags);
    parse(state, moveModel, labelModel);
    const marks = new Int32Array(n);
    tagNames(words, tags, nameModel, marks);
    const tokens: Token[] = new Array(n);
    for (let i = 0; i < n; i++) {
      const t = tags[i]!;
      const head = state.head[i]!;
      const deprel = head === n ? "root" : labels[state.label[i]!]!;
      tokens[i] = {
        i,
        start: starts[from + i]!,
        end: ends[from + i]!,
        form: forms[i]!,
        lemma: lemmaOf(seen[i]!, tagNamesList[t]!),
        upos: upos[t]!,
        xpos: xpos[t]!,
        feats: "",
        head: head === n ? -1 : head,
        deprel,
      };
    }
    return {
      start: starts[from]!,
      end: ends[to - 1]!,
      tokens: withFeatures(tokens),
      names: namesOf(marks, tokens),
    };
  }

  return {
    version: values["version"] as string,
    parseTokens: (text, starts, ends) => sentence(text, starts, ends, 0, starts.length, false),
    parseBlock(text, block) {
      const tokens = tokenize(text, block.start, block.end);
      const count = tokens.starts.length;
      if (count === 0) return [];
      const shouted = isShouted(text, block.start, block.end);
      const whole = (block.kind === "headline" || block.kind === "heading") && count <= HEADLINE;
      const first = whole ? [0] : sentenceStarts(text, tokens, splitModel);
      return first.map((from, k) =>
        sentence(text, tokens.starts, tokens.ends, from, first[k + 1] ?? count, shouted),
      );
    },
  };
}

function withFeatures(tokens: Token[]): Token[] {
  const passive = new Set<number>();
  for (const token of tokens)
    if (token.deprel === "aux:pass" || token.deprel === "nsubj:pass") passive.add(token.head);
  return tokens.map((token) => {
    const feats = featuresOf(token.form, token.xpos, passive.has(token.i));
    return feats === "" ? token : { ...token, feats };
  });
}

function namesOf(marks: Int32Array, tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark === 0) continue;
    let last = i;
    const type = (mark - 1) >> 1;
    while (last + 1 < marks.length && marks[last + 1] === 2 + 2 * type) last++;
    names.push({
      first: i,
      last,
      start: tokens[i]!.start,
      end: tokens[last]!.end,
      type: nameTypes[type]!,
    });
    i = last;
  }
  return names;
}

/** Whether a block is in capitals: at least twelve letters, nine of ten of them capitals. */
function isShouted(text: string, start: number, end: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) upper++;
    else if (c >= 97 && c <= 122) lower++;
  }
  return upper >= 12 && upper >= 9 * lower;
}

export type { Tokens };
