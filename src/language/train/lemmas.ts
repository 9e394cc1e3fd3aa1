/** Learns the lemma tables: the commonest edit of each ending, and the words it gets wrong. */
import { base, edited, editOf, type Lemmas, LONGEST_ENDING, lemmaOf } from "../lemma.ts";

export interface LemmaExample {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
}

export function learnLemmas(examples: readonly LemmaExample[]): Lemmas {
  const byEnding = new Map<string, Map<string, number>>();
  const byWord = new Map<string, Map<string, number>>();
  const count = (table: Map<string, Map<string, number>>, key: string, value: string) => {
    const inner = table.get(key) ?? new Map<string, number>();
    inner.set(value, (inner.get(value) ?? 0) + 1);
    table.set(key, inner);
  };
  for (const { form, tag, lemma } of examples) {
    const from = base(form, tag);
    count(byWord, `${tag} ${from}`, lemma);
    const change = editOf(from, lemma);
    // an edit longer than the ending that it is keyed by would not be a rule
    for (let length = 1; length <= Math.min(LONGEST_ENDING, from.length - 1); length++) {
      if (Number(change.split(":")[0]) <= length) count(byEnding, `${tag} ${from.slice(-length)}`, change);
    }
  }
  const endings = new Map<string, string>();
  for (const [key, changes] of byEnding) {
    const total = [...changes.values()].reduce((a, b) => a + b, 0);
    const [change] = top(changes);
    const parent = parentRule(endings, key);
    if (total >= 3 && change !== parent) endings.set(key, change);
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
