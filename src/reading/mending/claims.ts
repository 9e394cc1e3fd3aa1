/** Claims and what is claimed: "dismissed claims that …", "reports of soldiers being shot". */
import { claimNouns } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { hang, hangSubject, type Mend, retag } from "./draft.ts";

/** "Dismissed claims that …": what is an object is a noun; nor has a clause a verb in the present alone ("heard claims that …"). */
export const claimAsNoun: Mend = (draft, token, head) => {
  const { i } = token;
  const bare = token.deprel === "ccomp" && head.i === i - 1 && claims.has(token.lemma.toLowerCase());
  if (!(token.deprel === "obj" || bare) || token.xpos !== "VBZ" || i < head.i) return;
  retag(draft, i, { upos: "NOUN", xpos: "NNS", deprel: "obj" });
  for (const one of draft.tokens) if (one.head === i && one.deprel === "ccomp") hang(draft, one.i, i, "acl");
};

/** "Reports of soldiers being shot": the clause is what is reported, the noun before it its subject. */
export const claimOfDoing: Mend = (draft, token) => {
  const claim = /^VB[NG]$/.test(token.xpos) ? claimOfGerund(draft.tokens, token) : undefined;
  if (claim === undefined) return;
  const { noun, subject } = claim;
  for (const one of draft.tokens)
    if (one.head === subject.i && one.deprel === "case") hang(draft, one.i, token.i, "mark");
  hangSubject(draft, subject, token);
  hang(draft, token.i, noun.i, "acl");
};

/** "Rejects the allegations made by them that forces crossed": a clause with two objects begins with a conjunction. */
export const thatOfClaim: Mend = (draft, token) => {
  if (token.deprel !== "acl:relcl") return;
  const that = thatOfContent(draft.tokens, token);
  const claim = that === undefined ? undefined : claimBefore(draft.tokens, that);
  if (that === undefined || claim === undefined) return;
  retag(draft, that.i, { upos: "SCONJ", xpos: "IN", deprel: "mark" });
  hang(draft, token.i, claim.i, "acl");
};

/** "Denied reports that …": what is given alone is no one to whom something is given. */
export const claimAsObject: Mend = (draft, token, head) => {
  if (token.deprel !== "iobj" || !claims.has(token.lemma.toLowerCase()) || head.i > token.i) return;
  if (!draft.tokens.some((one) => one.head === head.i && one.deprel === "obj"))
    hang(draft, token.i, head.i, "obj");
};

/** "reports of soldiers being shot", "claims of troops looting": the noun of a claim, "of", and who right before the verb. */
function claimOfGerund(
  tokens: readonly Token[],
  verb: Token,
): { readonly noun: Token; readonly subject: Token } | undefined {
  let before = verb.i - 1;
  while (before > 0 && tokens[before]!.upos === "AUX") before--;
  if (verb.xpos === "VBN" && tokens[before + 1]?.xpos !== "VBG") return undefined;
  const subject = tokens[before];
  const noun = subject === undefined ? undefined : tokens[subject.head];
  if (subject?.deprel !== "nmod" || noun === undefined || noun.i > subject.i || noun.upos !== "NOUN")
    return undefined;
  if (!/^(?:acl|advcl)$/.test(verb.deprel) || !claims.has(noun.lemma.toLowerCase())) return undefined;
  const of = tokens.find((one) => one.head === subject.i && one.deprel === "case");
  return of?.lemma === "of" ? { noun, subject } : undefined;
}

/** "that" as the object of a verb that has another, or that is passive. */
function thatOfContent(tokens: readonly Token[], verb: Token): Token | undefined {
  const below = tokens.filter((one) => one.head === verb.i);
  const that = below.find(({ form, deprel }) => form.toLowerCase() === "that" && deprel === "obj");
  return that !== undefined && below.some((one) => one !== that && /^(?:obj|nsubj:pass)$/.test(one.deprel))
    ? that
    : undefined;
}

/** The noun of a claim that is an object before a word. */
function claimBefore(tokens: readonly Token[], { i }: Token): Token | undefined {
  for (let k = i - 1; k >= Math.max(0, i - 20); k--)
    if (tokens[k]!.deprel === "obj" && claims.has(tokens[k]!.lemma.toLowerCase())) return tokens[k];
  return undefined;
}

const claims = new Set(claimNouns.split(" "));
