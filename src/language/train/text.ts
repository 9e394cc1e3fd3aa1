/** What is learnt of running text: chunks that the token rules get wrong, sentence ends, usual capitals. */
import { best, type Linear, scoreLinear } from "../linear.ts";
import { boundaryFeatures, isCandidate } from "../split.ts";
import { split, tokenizer, waits } from "../tokenize.ts";
import { documentsOf, type GoldSentence } from "./corpus.ts";
import { Perceptron } from "./perceptron.ts";
import { type Random, shuffle } from "./random.ts";

const features = new Int32Array(64);

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
    if (times < 2 || times / total < 0.7 || chunk.length > 24 || waits(chunk)) continue;
    if (split(chunk, none).join(",") !== cuts) {
      exceptions.push([chunk, cuts === "" ? [] : cuts.split(",").map(Number)]);
    }
  }
  return exceptions.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

export function learnSplitter(
  train: readonly GoldSentence[],
  exceptions: readonly [string, number[]][],
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
        if (gold === 1) from = i;
      }
    }
  }
  return model.quantised();
}

/** The usual form of words that mostly carry a capital where no sentence begins. */
export function learnCapitals(train: readonly GoldSentence[]): [string, string][] {
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
