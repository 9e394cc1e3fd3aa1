/** Learns the lemma tables: the commonest edit of each ending, and the words it gets wrong. */
import {
  base,
  classOf,
  edited,
  editOf,
  irregularOf,
  type Lemmas,
  LONGEST_ENDING,
  lemmaOf,
} from "../lemma.ts";
import { inflectedForms } from "./inflection.ts";

export interface LemmaExample {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
}

/** `vocabulary`: words of a large corpus, commonest first; their inflected forms teach what the treebank lacks. */
export function learnLemmas(examples: readonly LemmaExample[], vocabulary: readonly string[] = []): Lemmas {
  const byEnding = new Map<string, Map<string, number>>();
  const byWord = new Map<string, Map<string, number>>();
  const learn = (form: string, kind: string, lemma: string, word: boolean) => {
    if (irregularOf(form, kind) !== undefined) return;
    if (word) count(byWord, `${kind} ${form}`, lemma);
    const change = editOf(form, lemma);
    // an edit longer than the ending that it is keyed by would not be a rule
    for (let length = 1; length <= Math.min(LONGEST_ENDING, form.length - 1); length++) {
      if (Number(change.split(":")[0]) <= length) count(byEnding, `${kind} ${form.slice(-length)}`, change);
    }
  };
  const small = smallWords(examples);
  for (const { form, tag, lemma } of examples) {
    const from = base(form, tag);
    // a common noun in a title ("the Council") is no name
    const noise = /^NNS?\/NOUN/.test(tag) && lemma !== lemma.toLowerCase() && small.has(lemma.toLowerCase());
    learn(from, classOf(tag), noise ? lemma.toLowerCase() : lemma, true);
  }
  for (const { form, tag, lemma } of inflectedForms(vocabulary)) {
    learn(form, tag, lemma, !byWord.has(`${tag} ${form}`));
  }
  const endings = new Map<string, string>();
  for (const [key, changes] of [...byEnding].sort((a, b) => a[0].length - b[0].length)) {
    const total = [...changes.values()].reduce((a, b) => a + b, 0);
    const [change, times] = top(changes);
    const parent = parentRule(endings, key);
    if (total >= 3 && times * 2 > total && change !== parent) endings.set(key, change);
  }
  const words = new Map<string, string>();
  const lemmas: Lemmas = { words, endings };
  for (const [key, counts] of byWord) {
    const space = key.indexOf(" ");
    const tag = key.slice(0, space);
    const form = key.slice(space + 1);
    const [lemma, times] = top(counts);
    if (lemmaOf(lemmas, form, tag) !== lemma && (times > 1 || edited(form, "0:") !== lemma))
      words.set(key, lemma);
  }
  return lemmas;
}

/** Lemmas of common nouns that are written small somewhere. */
function smallWords(examples: readonly LemmaExample[]): ReadonlySet<string> {
  return new Set(
    examples
      .filter(({ form, tag }) => /^NNS?\/NOUN/.test(tag) && form === form.toLowerCase())
      .map(({ lemma }) => lemma),
  );
}

function count(table: Map<string, Map<string, number>>, key: string, value: string): void {
  const inner = table.get(key) ?? new Map<string, number>();
  inner.set(value, (inner.get(value) ?? 0) + 1);
  table.set(key, inner);
}

function top(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
}

/** The change that a shorter ending already gives; shorter ones are learnt first. */
function parentRule(endings: ReadonlyMap<string, string>, key: string): string {
  const space = key.indexOf(" ");
  const tag = key.slice(0, space);
  for (let from = space + 2; from < key.length; from++) {
    const change = endings.get(`${tag} ${key.slice(from)}`);
    if (change !== undefined) return change;
  }
  return "0:";
}
