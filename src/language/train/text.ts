/** What is learnt of running text: chunks that the token rules get wrong, sentence ends, usual capitals. */
import {
  ALWAYS,
  begin,
  endingFeatures,
  goOn,
  MOST_FEATURES,
  newCourse,
  sceneOf,
  sightReader,
} from "../endings.ts";
import { hashText } from "../hashing.ts";
import { type Linear, scoreOf } from "../linear.ts";
import { isCandidate, TAG, WEIGHT } from "../split.ts";
import { split, tokenizer, waits } from "../tokenize.ts";
import { documentsOf, type GoldSentence } from "./corpus.ts";
import { Perceptron } from "./perceptron.ts";
import { type Random, shuffle } from "./random.ts";

const features = new Int32Array(MOST_FEATURES);

/** Chunks whose gold tokens the rules do not give, where most of their occurrences agree. */
export function learnExceptions(train: readonly GoldSentence[]): [string, number[]][] {
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
      count(seen, key, cuts);
      i = j + 1;
    }
  }
  const exceptions: [string, number[]][] = [];
  for (const [chunk, choices] of seen) {
    const [cuts, times] = [...choices].sort((a, b) => b[1] - a[1])[0]!;
    const total = [...choices.values()].reduce((a, b) => a + b, 0);
    if (times < 2 || times / total < 0.7 || chunk.length > 24 || waits(chunk)) continue;
    if (split(chunk, none).join(",") !== cuts) {
      exceptions.push([chunk, cuts === "" ? [] : cuts.split(",").map(Number)]);
    }
  }
  return exceptions.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

const BITS = 18;
const EPOCHS = 8;
/** A decision must be this sure to teach nothing: with weights of one, so many features. */
const MARGIN = 20;
/** How far a doubtful gap leans to an end: chosen on the development sides. */
const LEAN = 7;

/** A perceptron with a margin, its weights averaged; half of the time it goes on from its own decisions. */
export function learnSplitter(
  train: readonly GoldSentence[],
  exceptions: readonly [string, number[]][],
  random: Random,
): Linear {
  const tokenize = tokenizer(new Map(exceptions));
  const tags = usualTags(train);
  const sightOf = sightReader((norm) => tags[norm & (tags.length - 1)]!);
  const documents = documentsOf(train);
  const texts = [...documents, ...documents.flatMap(paragraphsOf)].map((document) => {
    const text = document.map((s) => s.text).join(" ");
    const beginnings = new Set<number>();
    let at = 0;
    for (const s of document) {
      beginnings.add(at + s.start[0]!);
      at += s.text.length + 1;
    }
    const tokens = tokenize(text, 0, text.length);
    return { text, tokens, beginnings, scene: sceneOf(text, tokens, sightOf) };
  });
  const model = new Perceptron(1, BITS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { text, tokens, beginnings, scene } of shuffle([...texts], random)) {
      const course = newCourse();
      for (let i = 1; i < tokens.starts.length; i++) {
        goOn(course, scene, i - 1);
        const gold = beginnings.has(tokens.starts[i]!);
        let own = false;
        if (isCandidate(text, tokens, i)) {
          const count = endingFeatures(scene, course, i, features);
          const score = scoreOf(model, features, count, 0);
          own = score > 0;
          model.tick();
          if (gold ? score <= MARGIN : score > -MARGIN) model.add(features, count, 0, gold ? 1 : -1);
        }
        if (epoch > 0 && random() < 0.5 ? own : gold) begin(course, scene, i);
      }
    }
  }
  model.weights[ALWAYS] = model.weights[ALWAYS]! + LEAN;
  const { weights, mask } = model.quantised();
  const table = new Int8Array(2 * weights.length);
  for (let k = 0; k < weights.length; k++) {
    table[2 * k + TAG] = tags[k]!;
    table[2 * k + WEIGHT] = weights[k]!;
  }
  return { classes: 2, mask, weights: table };
}

/** Runs of sentences as paragraphs of reports have them: each ends with a full stop, none stands alone. */
function paragraphsOf(document: readonly GoldSentence[]): GoldSentence[][] {
  const paragraphs: GoldSentence[][] = [];
  let from = 0;
  document.forEach(({ xpos }, i) => {
    const ends = xpos.at(-1) === "." || (xpos.at(-1) === "''" && xpos.at(-2) === ".");
    if (ends && i + 1 - from < PARAGRAPH) return;
    if (i - from > 1) paragraphs.push(document.slice(from, ends ? i + 1 : i));
    from = i + 1;
  });
  return paragraphs;
}
const PARAGRAPH = 4;

/** Words seen fewer times have no usual tag. */
const RARE_WORD = 3;
const MOST_TAGS = 120;

/** By hash, a number for the tag that a word mostly has, or for the two that it has about as often. */
function usualTags(train: readonly GoldSentence[]): Int8Array {
  const seen = new Map<number, Map<string, number>>();
  for (const s of train) {
    s.form.forEach((form, i) => {
      if (!/\p{L}/u.test(form) || /\d/.test(form)) return;
      const norm = hashText(form.toLowerCase().replace(/[’‘`]/g, "'"));
      count(seen, norm, s.xpos[i]!);
    });
  }
  const words: { norm: number; total: number; tag: string }[] = [];
  const times = new Map<string, number>();
  for (const [norm, tags] of seen) {
    const total = [...tags.values()].reduce((a, b) => a + b, 0);
    if (total < RARE_WORD) continue;
    const [first, second] = [...tags].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const tag = second !== undefined && second[1] / total >= 0.25 ? `${first![0]}+${second[0]}` : first![0];
    words.push({ norm, total, tag });
    times.set(tag, (times.get(tag) ?? 0) + 1);
  }
  const commonest = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TAGS);
  const numbers = new Map(commonest.map(([tag], k) => [tag, k + 1]));
  const table = new Int8Array(1 << BITS);
  // of two words in one bucket the commoner stays
  for (const { norm, tag } of words.sort((a, b) => a.total - b.total || a.norm - b.norm)) {
    table[norm & (table.length - 1)] = numbers.get(tag) ?? numbers.get(tag.split("+")[0]!) ?? 0;
  }
  return table;
}

function count<K>(table: Map<K, Map<string, number>>, key: K, value: string): void {
  const inner = table.get(key) ?? new Map<string, number>();
  inner.set(value, (inner.get(value) ?? 0) + 1);
  table.set(key, inner);
}

/**
 * The usual form of words that mostly carry a capital where no sentence begins; of `names`, those that are
 * written small nowhere.
 */
export function learnCapitals(
  train: readonly GoldSentence[],
  names: readonly string[] = [],
): [string, string][] {
  const seen = new Map<string, Map<string, number>>();
  for (const s of train) {
    if (s.text === s.text.toUpperCase()) continue;
    s.form.forEach((form, i) => {
      if (i === 0 || form.length < 2 || !/^[A-Za-z][A-Za-z.'-]*$/.test(form)) return;
      count(seen, form.toLowerCase(), form);
    });
  }
  const capitals = new Map([["i", "I"]]);
  for (const name of names) {
    if (seen.get(name.toLowerCase())?.has(name.toLowerCase()) !== true)
      capitals.set(name.toLowerCase(), name);
  }
  for (const [lower, forms] of seen) {
    const [form] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]!;
    if (form !== lower) capitals.set(lower, form);
  }
  return [...capitals].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
