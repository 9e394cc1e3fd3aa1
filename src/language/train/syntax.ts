/** Trains splitter, tagger, parser, labels and lemmas on the treebanks; the names tagger on their tags. */
import { join } from "node:path";
import { engineFrom } from "../engine.ts";
import { best, type Linear, scoreLinear } from "../linear.ts";
import { bestAfter, NAME_CLASSES, nameFeatures, nameTypes } from "../names.ts";
import { allowed, bestAllowed, isDone, labelFeatures, move, moveFeatures, stateFor } from "../parser.ts";
import { boundaryFeatures, isCandidate } from "../split.ts";
import { tag, tagFeatures } from "../tagger.ts";
import { split, tokenizer } from "../tokenize.ts";
import type { Weights } from "../weights.ts";
import { type Word, wordReader } from "../words.ts";
import { documentsOf, type GoldSentence, readTreebanks } from "./corpus.ts";
import { learnLemmas } from "./lemmas.ts";
import { gumMarks, type Mark, re3dMarks } from "./namedata.ts";
import { costless } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import { progress } from "./progress.ts";
import { type Random, randomFrom, shuffle } from "./random.ts";

export interface Options {
  readonly data: string;
  readonly entities: string;
  readonly seed: number;
  readonly epochs: number;
}

const features = new Int32Array(64);
const wordOf = wordReader();

export function trainEnglish(options: Options, say: (line: string) => void): Weights {
  const { train, devEwt, devGum } = readTreebanks(options.data);
  const random = randomFrom(options.seed);
  say(`${train.length} sentences to learn from, ${devEwt.length} + ${devGum.length} to measure on`);

  const exceptions = learnExceptions(train);
  say(`tokens: ${exceptions.length} exceptions`);
  const splitter = trainSplitter(train, exceptions, random);

  const counts = new Map<string, number>();
  for (const s of train)
    for (const [i, x] of s.xpos.entries()) {
      const name = `${x}/${s.upos[i]}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const tags = [...counts]
    .filter(([, n]) => n >= 20)
    .map(([t]) => t)
    .sort();
  const words = train.map((s) => s.form.map(wordOf));
  const goldTags = train.map((s) =>
    Int32Array.from(s.form, (_, i) => tags.indexOf(`${s.xpos[i]}/${s.upos[i]}`)),
  );

  // tags as they will be at work: each fifth tagged by a tagger that has not seen it
  const predicted: Int32Array[] = train.map((s) => new Int32Array(s.form.length));
  const folds = 5;
  for (let fold = 0; fold < folds; fold++) {
    const rest = train.map((_, i) => i).filter((i) => i % folds !== fold);
    const model = trainTagger(rest, words, goldTags, tags.length, 4, random, `tags ${fold + 1}/${folds}`);
    for (let i = fold; i < train.length; i += folds) tag(words[i]!, model, predicted[i]!);
  }
  const all = train.map((_, i) => i);
  const tagger = trainTagger(all, words, goldTags, tags.length, options.epochs, random, "tags");

  const labels = [...new Set(train.flatMap((s) => s.deprel))].filter((d) => d !== "root").sort();
  const parser = trainParser(train, words, predicted, labels, options.epochs, random);

  const lemmas = learnLemmas(
    train.flatMap((s) =>
      s.form.map((form, i) => ({ form, tag: `${s.xpos[i]}/${s.upos[i]}`, lemma: s.lemma[i]! })),
    ),
  );
  const capitals = learnCapitals(train);
  const values = {
    version: "1",
    tags,
    labels,
    exceptions,
    capitals,
    lemmaWords: [...lemmas.words],
    lemmaEndings: [...lemmas.endings],
  };
  const blobs = {
    split: splitter.weights as Int8Array,
    tags: tagger.weights as Int8Array,
    moves: parser.moves.weights as Int8Array,
    labels: parser.labels.weights as Int8Array,
    names: new Int8Array(NAME_CLASSES * 2),
  };
  const examples: NameExample[] = [];
  const marks = gumMarks(options.entities, "train.gum.jsonl.gz", train);
  train.forEach((s, i) => {
    const found = marks.get(s.id);
    if (found !== undefined) examples.push(nameExample(s.start, s.form, words[i]!, predicted[i]!, found));
  });
  const draft = engineFrom({ values, blobs });
  for (const { text, marks } of re3dMarks(options.entities)) {
    for (const block of paragraphs(text)) {
      for (const s of draft.parseBlock(text, block)) {
        const forms = s.tokens.map((t) => t.form);
        const tagged = Int32Array.from(s.tokens, (t) => tags.indexOf(`${t.xpos}/${t.upos}`));
        const here = marks.filter((m) => m.start >= s.start && m.end <= s.end);
        examples.push(
          nameExample(
            s.tokens.map((t) => t.start),
            forms,
            forms.map(wordOf),
            tagged,
            here,
          ),
        );
      }
    }
  }
  const names = trainNames(examples, options.epochs, random);
  return { values, blobs: { ...blobs, names: names.weights as Int8Array } };
}

function paragraphs(text: string) {
  const blocks: { kind: "paragraph"; start: number; end: number }[] = [];
  let at = 0;
  for (const part of text.split(/(\n\n+)/)) {
    if (part.trim() !== "") blocks.push({ kind: "paragraph", start: at, end: at + part.length });
    at += part.length;
  }
  return blocks;
}

/** Chunks whose gold tokens the rules do not give, where most of their occurrences agree. */
function learnExceptions(train: readonly GoldSentence[]): [string, number[]][] {
  const none = new Map<string, number[]>();
  const seen = new Map<string, Map<string, number>>();
  for (const s of train) {
    for (let i = 0; i < s.form.length; ) {
      let j = i;
      while (j + 1 < s.form.length && s.start[j + 1] === s.start[j]! + s.form[j]!.length) j++;
      const from = s.start[i]!;
      const chunk = s.text.slice(from, s.start[j]! + s.form[j]!.length);
      const cuts = s.start
        .slice(i + 1, j + 1)
        .map((at) => at - from)
        .join(",");
      const key = chunk.toLowerCase();
      const inner = seen.get(key) ?? new Map<string, number>();
      inner.set(cuts, (inner.get(cuts) ?? 0) + 1);
      seen.set(key, inner);
      i = j + 1;
    }
  }
  const exceptions: [string, number[]][] = [];
  for (const [chunk, choices] of seen) {
    const [cuts, times] = [...choices].sort((a, b) => b[1] - a[1])[0]!;
    const total = [...choices.values()].reduce((a, b) => a + b, 0);
    if (times < 2 || times / total < 0.7 || chunk.length > 24) continue;
    if (split(chunk, none).join(",") !== cuts)
      exceptions.push([chunk, cuts === "" ? [] : cuts.split(",").map(Number)]);
  }
  return exceptions.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function trainSplitter(
  train: readonly GoldSentence[],
  exceptions: [string, number[]][],
  random: Random,
): Linear {
  const tokenize = tokenizer(new Map(exceptions));
  const model = new Perceptron(2, 17);
  const scores = new Float64Array(2);
  const documents = documentsOf(train);
  for (let epoch = 0; epoch < 6; epoch++) {
    for (const document of shuffle([...documents], random)) {
      const text = document.map((s) => s.text).join(" ");
      const beginnings = new Set<number>();
      let at = 0;
      for (const s of document) {
        beginnings.add(at);
        at += s.text.length + 1;
      }
      const tokens = tokenize(text, 0, text.length);
      let from = 0;
      for (let i = 1; i < tokens.starts.length; i++) {
        const gold = beginnings.has(tokens.starts[i]!) ? 1 : 0;
        if (isCandidate(text, tokens, i)) {
          const count = boundaryFeatures(text, tokens, i, from, features);
          scoreLinear(model, features, count, scores);
          const guess = best(scores, 2);
          if (guess !== gold) {
            model.add(features, count, gold, 1);
            model.add(features, count, guess, -1);
          }
          model.tick();
        }
        if (gold) from = i;
      }
    }
  }
  return model.quantised();
}

function trainTagger(
  which: readonly number[],
  words: readonly Word[][],
  gold: readonly Int32Array[],
  classes: number,
  epochs: number,
  random: Random,
  name: string,
): Linear {
  const model = new Perceptron(classes, 17);
  const scores = new Float64Array(classes);
  const bar = progress(name, epochs * which.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffle([...which], random)) {
      const sentence = words[s]!;
      const tags = new Int32Array(sentence.length);
      for (let i = 0; i < sentence.length; i++) {
        const count = tagFeatures(sentence, i, tags, features);
        scoreLinear(model, features, count, scores);
        const guess = best(scores, classes);
        const right = gold[s]![i]!;
        if (right >= 0 && guess !== right) {
          model.add(features, count, right, 1);
          model.add(features, count, guess, -1);
        }
        model.tick();
        tags[i] = guess;
      }
      bar.step();
    }
  }
  bar.stop();
  return model.quantised();
}

function trainParser(
  train: readonly GoldSentence[],
  words: readonly Word[][],
  tags: readonly Int32Array[],
  labels: readonly string[],
  epochs: number,
  random: Random,
): { moves: Linear; labels: Linear } {
  const moves = new Perceptron(3, 20);
  const naming = new Perceptron(labels.length, 16);
  const moveScores = new Float64Array(3);
  const labelScores = new Float64Array(labels.length);
  const bar = progress("parser", epochs * train.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffle(
      train.map((_, i) => i),
      random,
    )) {
      const sentence = train[at]!;
      const n = sentence.form.length;
      bar.step();
      if (n > 120) continue;
      const gold = Int32Array.from(sentence.head, (h) => (h < 0 ? n : h));
      const s = stateFor(words[at]!, tags[at]!);
      while (!isDone(s)) {
        const can = allowed(s);
        let action = 31 - Math.clz32(can);
        if ((can & (can - 1)) !== 0) {
          const count = moveFeatures(s, features);
          scoreLinear(moves, features, count, moveScores);
          const guess = bestAllowed(moveScores, can);
          const right = costless(s, gold, can);
          moves.tick();
          action = guess;
          if (!((right >> guess) & 1)) {
            const wanted = bestAllowed(moveScores, right);
            moves.add(features, count, wanted, 1);
            moves.add(features, count, guess, -1);
            // from the second round on, mostly go where the parser would go
            if (epoch === 0 || random() > 0.9) action = wanted;
          }
        }
        const child = move(s, action);
        if (child < 0) continue;
        const count = labelFeatures(s, child, features);
        scoreLinear(naming, features, count, labelScores);
        const guess = best(labelScores, labels.length);
        s.label[child] = guess;
        if (s.head[child] === gold[child] && gold[child] !== n) {
          const right = labels.indexOf(sentence.deprel[child]!);
          naming.tick();
          if (right !== guess) {
            naming.add(features, count, right, 1);
            naming.add(features, count, guess, -1);
          }
        }
      }
    }
  }
  bar.stop();
  return { moves: moves.quantised(), labels: naming.quantised() };
}

interface NameExample {
  readonly words: readonly Word[];
  readonly tags: Int32Array;
  readonly gold: Int32Array;
}

function nameExample(
  starts: readonly number[],
  forms: readonly string[],
  words: readonly Word[],
  tags: Int32Array,
  marks: readonly Mark[],
): NameExample {
  const gold = new Int32Array(forms.length);
  for (const mark of marks) {
    const type = nameTypes.indexOf(mark.type);
    let begun = false;
    for (let i = 0; i < forms.length; i++) {
      if (starts[i]! < mark.start || starts[i]! >= mark.end) continue;
      gold[i] = begun ? 2 + 2 * type : 1 + 2 * type;
      begun = true;
    }
  }
  return { words, tags, gold };
}

function trainNames(examples: readonly NameExample[], epochs: number, random: Random): Linear {
  const model = new Perceptron(NAME_CLASSES, 16);
  const scores = new Float64Array(NAME_CLASSES);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { words, tags, gold } of shuffle([...examples], random)) {
      const out = new Int32Array(words.length);
      for (let i = 0; i < words.length; i++) {
        const count = nameFeatures(words, tags, i, out, features);
        scoreLinear(model, features, count, scores);
        const guess = bestAfter(scores, i > 0 ? out[i - 1]! : 0);
        if (guess !== gold[i]) {
          model.add(features, count, gold[i]!, 1);
          model.add(features, count, guess, -1);
        }
        model.tick();
        out[i] = guess;
      }
    }
  }
  return model.quantised();
}

/** The usual form of words that mostly carry a capital where no sentence begins. */
function learnCapitals(train: readonly GoldSentence[]): [string, string][] {
  const seen = new Map<string, Map<string, number>>();
  for (const s of train) {
    if (s.text === s.text.toUpperCase()) continue;
    s.form.forEach((form, i) => {
      if (i === 0 || form.length < 2 || !/^[A-Za-z][A-Za-z.'-]*$/.test(form)) return;
      const inner = seen.get(form.toLowerCase()) ?? new Map<string, number>();
      inner.set(form, (inner.get(form) ?? 0) + 1);
      seen.set(form.toLowerCase(), inner);
    });
  }
  const capitals: [string, string][] = [["i", "I"]];
  for (const [lower, forms] of seen) {
    const [form] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]!;
    if (form !== lower) capitals.push([lower, form]);
  }
  return capitals.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

export const syntaxFiles = (folder: string): string[] =>
  ["train.ewt.jsonl.gz", "train.gum.jsonl.gz"].map((f) => join(folder, f));
