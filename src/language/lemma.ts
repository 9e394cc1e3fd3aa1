/** Lemmas: forms the treebank taught by heart, then the longest known ending's edit. */

/** Keys are "TAG form" and "TAG ending"; an edit is how many characters go, a colon, and what comes. */
export interface Lemmas {
  readonly words: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, string>;
}

export const LONGEST_ENDING = 5;
const apostrophe = /[’‘`]/g;

export function lemmatizer(lemmas: Lemmas): (form: string, tag: string) => string {
  const seen = new Map<string, string>();
  return (form, tag) => {
    if (form.length > 40) return form;
    const key = `${tag} ${form}`;
    let lemma = seen.get(key);
    if (lemma === undefined) {
      lemma = lemmaOf(lemmas, form, tag);
      if (seen.size < 100_000) seen.set(key, lemma);
    }
    return lemma;
  };
}

export function lemmaOf(lemmas: Lemmas, written: string, tag: string): string {
  const form = base(written, tag);
  const known = lemmas.words.get(`${tag} ${form}`);
  if (known !== undefined) return known;
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length >= 1; length--) {
    const change = lemmas.endings.get(`${tag} ${form.slice(-length)}`);
    if (change !== undefined) {
      const lemma = edited(form, change);
      if (lemma !== undefined && lemma.length > 1) return lemma;
    }
  }
  return form;
}

/** Names keep their capitals; every other word is looked up in lower case. */
export function base(form: string, tag: string): string {
  const plain = form.replace(apostrophe, "'");
  return tag.startsWith("NNP") || tag.startsWith("ADD") ? plain : plain.toLowerCase();
}

export function edited(form: string, change: string): string | undefined {
  const colon = change.indexOf(":");
  const cut = Number(change.slice(0, colon));
  if (cut > form.length) return undefined;
  return form.slice(0, form.length - cut) + change.slice(colon + 1);
}

export function editOf(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}:${lemma.slice(same)}`;
}
