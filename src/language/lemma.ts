/** Lemmas: irregular forms, then what the treebank taught by heart, then the longest known ending's edit. */
import { ownCopy } from "../own-copy.ts";
import { irregular } from "./en/irregular.ts";

/** Keys are "CLASS form" and "CLASS ending"; an edit is how many characters go, a colon, and what comes. */
export interface Lemmas {
  readonly words: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, string>;
}

export const LONGEST_ENDING = 5;
const apostrophe = /[’‘`]/g;

export function lemmatizer(lemmas: Lemmas): (form: string, tag: string) => string {
  const seen = new Map<string, Map<string, string>>();
  let count = 0;
  return (form, tag) => {
    if (form.length > 40) return form;
    let tagged = seen.get(tag);
    if (tagged === undefined) {
      tagged = new Map();
      seen.set(tag, tagged);
    }
    let lemma = tagged.get(form);
    if (lemma === undefined) {
      lemma = ownCopy(lemmaOf(lemmas, form, tag));
      if (count++ < 100_000) tagged.set(form, lemma);
    }
    return lemma;
  };
}

/** Accounts, topics and addresses are their own lemma. */
const literal = /^[@#].|:\/\/|\w@\w/;
/** A demonym that is written with a capital keeps it. */
const demonym = /^\p{Lu}.*(?:[^r]ian|ean|ese|ani)$/u;
const commonAdjectives = /^(?:civilian|guardian|obese|reptilian|bohemian|pedestrian|patrician|ean)$/i;

export function lemmaOf(lemmas: Lemmas, written: string, tag: string): string {
  if (literal.test(written)) return written;
  const form = base(written, tag);
  const kind = classOf(tag);
  const fixed = irregularOf(form, kind);
  if (fixed !== undefined) return fixed;
  // a model file made before there were classes has its words and endings by tag
  const known = lemmas.words.get(`${tag} ${form}`) ?? lemmas.words.get(`${kind} ${form}`);
  if (known !== undefined) return known;
  if (tag.startsWith("CD")) return form.replace(/(\d),(?=\d{3})/g, "$1");
  if (tag === "JJ/ADJ" && demonym.test(written) && !commonAdjectives.test(written)) return written;
  if (form.length === 1 && tag === "NN/NOUN") return written;
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length >= 1; length--) {
    const ending = form.slice(-length);
    const change = lemmas.endings.get(`${tag} ${ending}`) ?? lemmas.endings.get(`${kind} ${ending}`);
    if (change !== undefined) {
      const lemma = edited(form, change);
      if (lemma !== undefined && lemma.length > 1) return lemma;
    }
  }
  return form;
}

/** Past and participle are written alike but for irregular verbs, and share what is learnt. */
export function classOf(tag: string): string {
  return tag.startsWith("VBN/") ? `VBD/${tag.slice(4)}` : tag;
}

/** Prefixes that leave an irregular verb as it is: "rebuilt", "overthrew". */
const prefix = /^(?:re|over|under|out|mis|fore|un|with|up|inter|pre)-?(?=.{3})/;

export function irregularOf(form: string, kind: string): string | undefined {
  if (!inflected.test(kind)) return undefined;
  const name = kind.slice(0, kind.indexOf("/"));
  const known = irregular.get(`${name} ${form}`);
  if (known !== undefined || name !== "VBD") return known;
  const start = prefix.exec(form)?.[0];
  if (start === undefined || form.endsWith("ed")) return undefined;
  const stem = irregular.get(`${name} ${form.slice(start.length)}`);
  return stem === undefined ? undefined : start + stem;
}

const inflected = /^(?:VB[DGZ]\/(?:VERB|AUX)|NNS\/NOUN|JJ[RS]\/ADJ)$/;

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
