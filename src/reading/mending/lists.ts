/** Verbs and nouns listed with "and" that the parser hung on the wrong one: "killed three soldiers and wounded seven". */
import type { Token } from "../../model/sentence.ts";
import { hang, hangSubject, lacksSubject, type Mend, retag } from "./draft.ts";

/** "Killed three soldiers and wounded seven": a past verb is no conjunct of the object. */
export const verbOnObject: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || token.xpos !== "VBD" || head.upos !== "NOUN" || head.i > token.i) return;
  const verb = draft.tokens[head.head];
  if (verb?.upos === "VERB" && verb.i < head.i) hang(draft, token.i, verb.i, "conj");
};

/** "… and wounded seven": the number behind a past verb is its object. */
export const numberBehindVerb: Mend = (draft, token, head) => {
  const before = draft.tokens[token.i - 1];
  if (token.deprel !== "conj" || token.upos !== "NUM" || before?.xpos !== "VBD") return;
  if (head.i < before.i && before.head < before.i) hang(draft, token.i, before.i, "obj");
};

/** "Three were killed and seven civilians wounded": the noun before a participle is its subject. */
export const nounBeforeParticiple: Mend = (draft, token, head) => {
  const next = draft.tokens[token.i + 1];
  if (token.deprel !== "conj" || token.upos !== "NOUN" || head.upos !== "VERB") return;
  if (next?.xpos === "VBN" && next.head === head.i && next.deprel === "conj")
    hang(draft, token.i, next.i, "nsubj:pass");
};

/** "Six have died and 56 have been admitted": a subject behind its verb is that of the verb listed next. */
export const subjectOfNext: Mend = (draft, token, head) => {
  if (!/^nsubj/.test(token.deprel) || token.i < head.i || head.upos !== "VERB") return;
  const { tokens } = draft;
  const listed = tokens.find((one) => one.i > token.i && one.head === head.i && one.deprel === "conj");
  const joint = tokens.some((one) => one.deprel === "cc" && one.i > head.i && one.i < token.i);
  if (listed !== undefined && joint && listed.upos === "VERB" && lacksSubject(tokens, listed))
    hangSubject(draft, token, listed);
};

/** "Chile opposes the tax and Peru supports it": a noun listed with the object, right before a second verb, is that verb's subject. */
export const subjectOfSecond: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || !/^(?:NOUN|PROPN)$/.test(token.upos)) return;
  const { tokens } = draft;
  const own = (one: Token) => one.head === token.i;
  const first = tokens.find((one) => own(one) && /^(?:det|amod|compound|nummod|nmod:poss)/.test(one.deprel));
  const joint = tokens[Math.min(token.i, first?.i ?? token.i) - 1];
  if (joint === undefined || joint.deprel !== "cc" || !/^(?:and|but|while)$/i.test(joint.form)) return;
  let last = token.i;
  while (tokens[last + 1]?.deprel === "flat" && tokens[last + 1]!.head === token.i) last++;
  const second = tokens.slice(last + 1, last + 4).find((one) => one.upos === "VERB");
  if (second?.deprel !== "conj" || !lacksSubject(tokens, second)) return;
  const between = tokens.slice(last + 1, second.i);
  if (between.some((one) => one.head !== second.i || !/^(?:advmod|aux)/.test(one.deprel))) return;
  if (!/^VB[DZP]$/.test(second.xpos) && !between.some(({ deprel }) => deprel.startsWith("aux"))) return;
  const verb = tokens[second.head];
  const isObject = verb !== undefined && head.head === verb.i && /^(?:obj|obl|nsubj)/.test(head.deprel);
  if (!isObject || verb.i > joint.i) return;
  hangSubject(draft, token, second);
  hang(draft, joint.i, second.i, "cc");
};

/** "Condemned the takeover and threatened sanctions": a participle between two nouns is a second verb. */
export const verbBetweenNouns: Mend = (draft, token, head) => {
  const second =
    token.xpos === "VBN" && token.deprel === "conj" ? secondVerb(draft.tokens, token) : undefined;
  if (second === undefined) return;
  const { verb, object } = second;
  hang(draft, head.i, verb.i, "obj");
  hang(draft, object.i, token.i, "obj");
  for (const one of draft.tokens)
    if (one.head === object.i && one.i <= head.i && one.deprel === "det") hang(draft, one.i, head.i, "det");
  retag(draft, token.i, { xpos: "VBD", head: verb.i, deprel: "conj" });
};

/** "Suspended the licence and ordered inspections": likewise where it was taken for what the second noun is like. */
export const verbBeforeNoun: Mend = (draft, token, head) => {
  const verb = token.xpos === "VBN" && token.deprel === "amod" ? verbOfList(draft.tokens, token) : undefined;
  if (verb === undefined) return;
  for (const one of draft.tokens)
    if (one.head === head.i && one.deprel === "cc") hang(draft, one.i, token.i, "cc");
  retag(draft, token.i, { xpos: "VBD", head: verb.i, deprel: "conj" });
  hang(draft, head.i, token.i, "obj");
};

/** "Killing eight people and setting tanks ablaze": a noun in -ing behind "and" is a second such verb. */
export const nounInIng: Mend = (draft, token) => {
  const noun = token.upos === "NOUN" && /^(?:compound|conj)$/.test(token.deprel);
  const doing = noun ? verbInIng(draft.tokens, token) : undefined;
  if (doing === undefined) return;
  const { verb, object, lemma } = doing;
  retag(draft, token.i, { upos: "VERB", xpos: "VBG", lemma, head: verb.i, deprel: "conj" });
  hang(draft, object.i, token.i, "obj");
  for (const one of draft.tokens)
    if (one.head === object.i && one.deprel === "cc" && one.i < token.i) hang(draft, one.i, token.i, "cc");
};

function secondVerb(
  tokens: readonly Token[],
  participle: Token,
): { readonly verb: Token; readonly object: Token } | undefined {
  const noun = tokens[participle.head];
  const object = noun?.deprel === "compound" ? tokens[noun.head] : undefined;
  const verb = object?.deprel === "obj" ? tokens[object.head] : undefined;
  if (noun === undefined || object === undefined || verb?.xpos !== "VBD") return undefined;
  if (!(verb.i < noun.i && noun.i < participle.i && participle.i < object.i)) return undefined;
  return tokens[participle.i - 1]?.deprel === "cc" ? { verb, object } : undefined;
}

/** "ordered" between "and" and a noun listed with the object of a verb in the past. */
function verbOfList(tokens: readonly Token[], participle: Token): Token | undefined {
  const noun = tokens[participle.head];
  const object = noun?.deprel === "conj" ? tokens[noun.head] : undefined;
  const verb = object?.deprel === "obj" ? tokens[object.head] : undefined;
  if (verb?.xpos !== "VBD" || verb.i > participle.i || tokens[participle.i - 1]?.deprel !== "cc")
    return undefined;
  return listing.test(participle.lemma) ? verb : undefined;
}

/** What is done to a thing named right behind, and says little of a thing as it is. */
const listing =
  /^(?:order|announce|impose|demand|request|threaten|launch|open|close|begin|end|call|arrest|seize|deploy|send|reject|approve|sign|urge|accuse|warn|offer|ban|cancel|cut|lift|promise|pledge|suspend)$/;

/** "setting" in "killing eight people and setting tanks ablaze". */
function verbInIng(
  tokens: readonly Token[],
  word: Token,
): { readonly verb: Token; readonly object: Token; readonly lemma: string } | undefined {
  const found =
    /^(set|injur|wound|damag|destroy|forc|leav|send|cut|trigger|burn|displac|trapp|knock|caus|tear|throw|block|tak)t?ing$/i.exec(
      word.form,
    );
  if (found === null || tokens[word.i - 1]?.lemma !== "and") return undefined;
  const own = tokens[word.head];
  const object =
    word.deprel === "compound"
      ? own
      : tokens.slice(word.i + 1, word.i + 4).find((one) => one.head === word.head && one.deprel === "conj");
  if (object?.deprel !== "conj") return undefined;
  const first = tokens[object.head];
  const verb = first?.deprel === "obj" ? tokens[first.head] : undefined;
  if (verb?.xpos !== "VBG" || verb.i > word.i) return undefined;
  const stem = found[1]!.toLowerCase();
  const lemma = /^(?:injur|damag|forc|leav|displac|caus|tak)$/.test(stem)
    ? `${stem}e`
    : stem.replace(/pp$/, "p");
  return { verb, object, lemma };
}
