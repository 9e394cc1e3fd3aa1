/** Trains the network on treebanks and names: batches, rate, dev scores each epoch, the best epoch kept. */
import { hashText } from "../hashing.ts";
import type { LexiconReader } from "../lexicons.ts";
import { nameTypes } from "../nametags.ts";
import { keyOf, partsOf } from "../parts.ts";
import { PART_COUNT, WORD } from "../shape.ts";
import type { Weights } from "../weights.ts";
import type { GoldSentence } from "./corpus.ts";
import type { KnownType } from "./known.ts";
import { type Example, Learner } from "./learner.ts";
import { type Mark, properSpans } from "./namedata.ts";
import { progress } from "./progress.ts";
import { type Random, shuffle } from "./random.ts";
import type { Vectors } from "./vectors.ts";

/** What to learn from: a sentence's forms with gold trees, gold names, or both. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly starts: readonly number[];
  readonly gold?: GoldSentence;
  /** Gold names; absent where nobody marked them. */
  readonly marks?: readonly Mark[];
  readonly nameWeight?: number;
}

export interface Vocabulary {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** Row of a key in the word table; 0 for all others. */
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: Vectors;
  readonly lexicons: LexiconReader;
}

export interface Run {
  readonly lessons: readonly Lesson[];
  readonly dev: readonly GoldSentence[];
  readonly devNames: readonly Lesson[];
  readonly vocabulary: Vocabulary;
  readonly wordCounts: Int32Array;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly known: KnownType;
  /** A model to go on from. */
  readonly from?: Weights;
  readonly random: Random;
  readonly say: (line: string) => void;
  /** Called with the learner whenever an epoch is the best so far. */
  readonly keep: (learner: Learner, scores: string) => void;
}

const BATCH = 480;
const LONGEST = 140;

export function trainNetwork(run: Run): void {
  const { vocabulary, random, epochs, say } = run;
  const sizes = {
    tags: vocabulary.tags.length,
    labels: vocabulary.labels.length,
    words: vocabulary.words.size + 1,
  };
  const learner = new Learner(sizes, vocabulary.vectors.values, run.wordCounts, 1600, random);
  learner.dropout = run.dropout;
  if (run.from !== undefined) resume(learner, run.from, [...vocabulary.words.keys()]);
  const lessons = run.lessons.filter((lesson) => lesson.forms.length > 0 && lesson.forms.length <= LONGEST);
  const examples = lessons.map((lesson) => exampleOf(lesson, vocabulary));
  const variants = lessons.map((lesson, i) =>
    lesson.forms.length > 3 ? recasedLesson(lesson, i) : undefined,
  );
  const tokens = examples.reduce((sum, e) => sum + e.n, 0);
  const total = Math.ceil((tokens / BATCH) * epochs);
  say(
    `${examples.length} sentences, ${tokens} tokens, ${sizes.tags} tags, ${sizes.labels} labels, ${sizes.words} words`,
  );
  let step = 0;
  let top = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (epoch > 2 || run.from !== undefined) markOwn(learner, lessons, examples, run.known);
    const order = shuffle(
      examples.map((_, i) => i),
      random,
    );
    const bar = progress(`epoch ${epoch}/${epochs}`, examples.length);
    const losses = [0, 0, 0, 0];
    let batch: Example[] = [];
    let size = 0;
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!;
      const variant = variants[i];
      const example = examples[i]!;
      batch.push(
        variant !== undefined && random() < 0.05 ? { ...example, ...inputsOf(variant, vocabulary) } : example,
      );
      size += example.n;
      bar.step();
      if (size < BATCH && k + 1 < order.length) continue;
      const warm = Math.min(1, (step + 1) / 300);
      const left = Math.max(0.02, 1 - step / total);
      learner.learn(batch, run.rate * warm * left).forEach((loss, j) => {
        losses[j] = losses[j]! + loss;
      });
      step++;
      batch = [];
      size = 0;
    }
    bar.stop();
    const [scores, names] = learner.parameters.averaged(
      () => [measure(learner, run.dev, vocabulary), measureNames(learner, run.devNames, vocabulary)] as const,
    );
    const text = `epoch ${epoch}: loss ${losses.map((l) => (l / tokens).toFixed(3)).join(" ")}; EWT dev UPOS ${scores.upos.toFixed(2)} XPOS ${scores.xpos.toFixed(2)} UAS ${scores.uas.toFixed(2)} LAS ${scores.las.toFixed(2)}; UNER dev F1 ${names.toFixed(2)}`;
    say(text);
    const whole = scores.las * 2 + scores.upos + names * 0.5;
    if (whole > top) {
      top = whole;
      learner.parameters.averaged(() => run.keep(learner, text));
    }
  }
}

export function inputsOf(
  forms: readonly string[],
  { words, vectors, lexicons }: Vocabulary,
): Pick<Example, "n" | "glove" | "word" | "parts" | "known"> {
  const n = forms.length;
  const known = new Int32Array(n);
  lexicons(forms, 0, n, known, 0);
  const parts = new Int32Array(n * PART_COUNT);
  const keys = forms.map(keyOf);
  forms.forEach((form, i) => {
    partsOf(form, parts, i * PART_COUNT);
  });
  return {
    n,
    glove: Int32Array.from(keys, (key) => vectors.rows.get(key) ?? 0),
    word: Int32Array.from(keys, (key) => words.get(key) ?? 0),
    parts,
    known,
  };
}

function exampleOf(lesson: Lesson, vocabulary: Vocabulary): Example {
  const { gold, marks, forms } = lesson;
  const inputs = inputsOf(forms, vocabulary);
  const n = forms.length;
  return {
    ...inputs,
    ...(gold === undefined
      ? {}
      : {
          tags: Int32Array.from(gold.xpos, (x, i) => vocabulary.tags.indexOf(`${x}/${gold.upos[i]}`)),
          heads: Int32Array.from(gold.head, (h) => (h < 0 ? n : h)),
          labels: Int32Array.from(gold.deprel, (d) => vocabulary.labels.indexOf(d)),
        }),
    names: marks === undefined ? unmarked(gold) : namesFrom(lesson.starts, marks),
    ...(lesson.nameWeight === undefined ? {} : { nameWeight: lesson.nameWeight }),
  };
}

export function namesFrom(starts: readonly number[], marks: readonly Mark[]): Int32Array {
  const names = new Int32Array(starts.length);
  for (const mark of marks) {
    const type = nameTypes.indexOf(mark.type);
    let begun = false;
    starts.forEach((start, i) => {
      if (start < mark.start || start >= mark.end) return;
      names[i] = begun ? 2 + 2 * type : 1 + 2 * type;
      begun = true;
    });
  }
  return names;
}

/** Where nobody marked names, what is in no span of proper nouns and has no capital is surely outside of one. */
function unmarked(gold: GoldSentence | undefined): Int32Array {
  if (gold === undefined) return new Int32Array(0);
  const names = Int32Array.from(gold.upos, (upos, i) =>
    (upos === "PROPN" && gold.xpos[i] !== "ADD") || (i > 0 && /^\p{Lu}/u.test(gold.form[i]!)) ? -1 : 0,
  );
  for (const { first, last } of properSpans(gold)) names.fill(-1, first, last + 1);
  return names;
}

/**
 * Spans of proper nouns that nobody marked take the type that lexicons know, else the one that the network gives
 * all of their words by now, or stay outside where all do; else they stay open.
 */
function markOwn(learner: Learner, lessons: readonly Lesson[], examples: Example[], known: KnownType): void {
  lessons.forEach(({ gold, marks }, i) => {
    if (gold === undefined || marks !== undefined) return;
    const spans = properSpans(gold);
    if (spans.length === 0) return;
    const example = examples[i]!;
    const guess = learner.guess([example])[0]!.names;
    const names = unmarked(gold);
    for (const { first, last } of spans) {
      const sure = known(gold.form.slice(first, last + 1), gold.form[first - 1] ?? "");
      let type = sure === undefined ? (guess[first]! + 1) >> 1 : nameTypes.indexOf(sure) + 1;
      if (sure === undefined)
        for (let k = first; k <= last; k++) if ((guess[k]! + 1) >> 1 !== type) type = -1;
      if (type < 0) continue;
      for (let k = first; k <= last; k++) names[k] = type === 0 ? 0 : k === first ? 2 * type - 1 : 2 * type;
    }
    examples[i] = { ...example, names, nameWeight: 0.7 };
  });
}

/** Takes over the numbers of a model file. */
function resume(learner: Learner, { values, blobs }: Weights, keys: readonly string[]): void {
  const scales = values.scales as Record<string, number>;
  for (const name of learner.parameters.matrices.keys()) {
    const codes = blobs[`net.${name}`]!;
    const to = learner.parameters.values(name);
    if (codes.length !== to.length)
      throw new Error(`train: ${name} has another size in the model to go on from`);
    const columns = learner.parameters.matrices.get(name)!.columns;
    const rows = to.length / columns;
    const columnScales = blobs[`scales.${name}`] as Float32Array | undefined;
    for (let i = 0; i < to.length; i++) {
      const column = i % columns;
      to[i] =
        columnScales === undefined
          ? codes[i]! * scales[name]!
          : codes[column * rows + (i - column) / columns]! * columnScales[column]!;
    }
  }
  const { words: wordScale, parts: partScale } = values.tableScales as { words: number; parts: number };
  const rows = new Map([...blobs.wordKeys!].map((key, row) => [key, row]));
  keys.forEach((key, i) => {
    const row = rows.get(hashText(key));
    if (row === undefined) return;
    for (let c = 0; c < WORD; c++)
      learner.parameters.words.values[(i + 1) * WORD + c] = blobs.words![row * WORD + c]! * wordScale;
  });
  for (let i = 0; i < learner.parameters.parts.values.length; i++)
    learner.parameters.parts.values[i] = blobs.parts![i]! * partScale;
}

/** The same sentence as a headline in title case, or all in lower case. */
function recasedLesson({ forms }: Lesson, i: number): string[] {
  if (i % 3 === 0) return forms.map((form) => form.toLowerCase());
  return forms.map((form) =>
    /^\p{Ll}{3,}/u.test(form) && !/^(?:the|and|but|for|with|from|that|into)$/.test(form)
      ? form[0]!.toUpperCase() + form.slice(1)
      : form,
  );
}

function measure(learner: Learner, dev: readonly GoldSentence[], vocabulary: Vocabulary) {
  let total = 0;
  let upos = 0;
  let xpos = 0;
  let uas = 0;
  let las = 0;
  for (const s of dev) {
    const guess = learner.guess([inputsOf(s.form, vocabulary)])[0]!;
    const n = s.form.length;
    for (let i = 0; i < n; i++) {
      total++;
      const [x, u] = vocabulary.tags[guess.tags[i]!]!.split("/");
      if (x === s.xpos[i]) xpos++;
      if (u === s.upos[i]) upos++;
      const head = guess.heads[i] === n ? -1 : guess.heads[i];
      if (head !== s.head[i]) continue;
      uas++;
      const label = head === -1 ? "root" : vocabulary.labels[guess.labels[i]!]!;
      if (label.split(":")[0] === s.deprel[i]!.split(":")[0]) las++;
    }
  }
  return {
    upos: (100 * upos) / total,
    xpos: (100 * xpos) / total,
    uas: (100 * uas) / total,
    las: (100 * las) / total,
  };
}

/** F1 of exact spans and types, of the three types that the measuring set knows. */
function measureNames(learner: Learner, dev: readonly Lesson[], vocabulary: Vocabulary): number {
  let right = 0;
  let guessed = 0;
  let gold = 0;
  for (const lesson of dev) {
    if (lesson.forms.length === 0) continue;
    const ends = lesson.starts.map((start, i) => start + lesson.forms[i]!.length);
    const names = learner.guess([inputsOf(lesson.forms, vocabulary)])[0]!.names;
    const wanted = new Set(lesson.marks!.map((m) => `${m.start}-${m.end}-${m.type}`));
    gold += wanted.size;
    for (let i = 0; i < names.length; i++) {
      if (names[i] === 0) continue;
      const type = (names[i]! - 1) >> 1;
      let last = i;
      while (last + 1 < names.length && names[last + 1] === 2 + 2 * type) last++;
      if (type < 3) {
        guessed++;
        if (wanted.has(`${lesson.starts[i]}-${ends[last]}-${nameTypes[type]}`)) right++;
      }
      i = last;
    }
  }
  return (200 * right) / Math.max(1, guessed + gold);
}
