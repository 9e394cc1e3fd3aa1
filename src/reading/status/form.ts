/** A predicate's own form: tense, aspect, voice, modal, conjuncts sharing what the first one has. */
import { modals } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";

type Tense = "past" | "present" | "future" | "perfect" | "infinitive" | "gerund" | "participle" | "none";

export interface Form {
  readonly tense: Tense;
  /** "is striking", "has been striking". */
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly modal: Token | undefined;
  readonly aux: readonly Token[];
  /** A finite verb, an auxiliary or a copula shows that it has a tense of its own. */
  readonly finite: boolean;
  readonly nominal: boolean;
}

/** Conjuncts share what the first one has and they lack: "will strike and destroy". */
export function first(tree: Tree, token: Token): Token {
  let at = token;
  for (let steps = 0; steps < 50 && is(at, "conj"); steps++) {
    const above = parent(tree, at);
    if (above === undefined) break;
    at = above;
  }
  return at;
}

export function auxiliaries(tree: Tree, token: Token): readonly Token[] {
  // "the truth is that he left": the copula is the clause's above
  const outer = kid(tree, token, "nsubj:outer") !== undefined;
  const own = kids(tree, token, "aux", ...(outer ? [] : ["cop"]));
  if (own.length > 0 || !is(token, "conj")) return own;
  const lead = verbOf(tree, first(tree, token), token);
  // A bare form beside a modal's verb is the modal's too, though tagged as a present ("would come and operate").
  const bare = lead.xpos === "VB" && token.xpos === "VBP" && token.form.toLowerCase() === token.lemma;
  const shares =
    lead !== token &&
    (bare ||
      lead.xpos === token.xpos ||
      (lead.xpos === "VBD" && token.xpos === "VBN") ||
      mayHaveDone(tree, lead, token)) &&
    kid(tree, token, "nsubj", "mark") === undefined;
  return shares ? kids(tree, lead, "aux", "cop") : own;
}

/** "May have attacked the camp and killed guards", with "killed" hung on the camp: the verb of what may have been done. */
function verbOf(tree: Tree, lead: Token, token: Token): Token {
  if (token.xpos !== "VBN" || !/^(?:NOUN|PROPN)$/.test(lead.upos)) return lead;
  let at: Token | undefined = lead;
  for (let steps = 0; steps < 4 && at !== undefined && at.upos !== "VERB"; steps++) at = parent(tree, at);
  const may =
    at !== undefined && at.xpos === "VBN" && kids(tree, at, "aux").some(({ xpos }) => xpos === "MD");
  return at !== undefined && may && at.i < token.i ? at : lead;
}

/** "Should have saved and borrowed less": of what somebody should, may or would have done the second verb is no plain past. */
function mayHaveDone(tree: Tree, lead: Token, token: Token): boolean {
  if (lead.xpos !== "VBN" || token.xpos !== "VBD" || !token.form.toLowerCase().endsWith("ed")) return false;
  return kids(tree, lead, "aux").some(({ xpos }) => xpos === "MD");
}

export function formOf(tree: Tree, token: Token): Form {
  const aux = auxiliaries(tree, token);
  const modal = aux.find(
    (one) =>
      Object.hasOwn(modals, one.form.toLowerCase()) &&
      one.xpos === "MD" &&
      !isFirstName(tree, one, token, aux),
  );
  const has = (lemma: string) => aux.some((one) => one.lemma === lemma);
  const verbal = token.upos === "VERB" || token.upos === "AUX";
  const finite = aux.some((one) => /^(MD|VB[DZP])$/.test(one.xpos)) || /^(VB[DZP]|MD)$/.test(token.xpos);
  const passive =
    aux.some((one) => is(one, "aux:pass")) ||
    (token.xpos === "VBN" && kid(tree, token, "nsubj:pass") !== undefined);
  // "was being moved"
  const progressive =
    (token.xpos === "VBG" && has("be")) || aux.some((one) => one.xpos === "VBG" && one.lemma === "be");
  let tense: Tense = "none";
  if (modal !== undefined) tense = "future";
  else if (has("have") && (token.xpos === "VBN" || !verbal || progressive)) tense = "perfect";
  else if (aux.some((one) => one.xpos === "VBD")) tense = "past";
  else if (aux.some((one) => /^VB[ZP]$/.test(one.xpos))) tense = "present";
  else if (isInfinitive(tree, token)) tense = "infinitive";
  // "this is why they throw it", with "throw" as the root
  else if (token.xpos === "VB" && kid(tree, token, "nsubj:outer") !== undefined) tense = "present";
  else if (token.xpos === "VBD") tense = "past";
  else if (/^VB[ZP]$/.test(token.xpos)) tense = "present";
  else if (token.xpos === "VBN") tense = "participle";
  else if (token.xpos === "VBG" && verbal) tense = "gerund";
  else if (token.xpos === "VB") tense = "infinitive";
  return { tense, progressive, passive, modal, aux, finite, nominal: !verbal && aux.length === 0 };
}

/** "Will Odell scored twice", "George Will said so": no modal has a past behind it. */
function isFirstName(tree: Tree, modal: Token, verb: Token, aux: readonly Token[]): boolean {
  return (
    /^\p{Lu}/u.test(modal.form) &&
    aux.length === 1 &&
    /^VB[DNZ]$/.test(verb.xpos) &&
    [modal.i - 1, modal.i + 1].some((i) => tree.sentence.tokens[i]?.upos === "PROPN")
  );
}

export function isInfinitive(tree: Tree, token: Token): boolean {
  const to = (one: Token) =>
    kids(tree, one, "mark").some((mark) => mark.lemma === "to" && mark.xpos === "TO");
  return to(token) || (is(token, "conj") && token.xpos === "VB" && to(first(tree, token)));
}

export function isDefinite(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "det", "nmod:poss").some((one) => !/^(a|an|any|some|no|another)$/i.test(one.form));
}

/** "that the troops be withdrawn": a bare "be", with nothing before it that would make it an infinitive or a future. */
export function isSubjunctive({ aux, modal, tense }: Form): boolean {
  return modal === undefined && tense === "participle" && aux.length === 1 && aux[0]!.xpos === "VB";
}
