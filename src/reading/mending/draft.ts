/** A sentence's tokens while they are mended: tags, heads and relations change, words and their order never. */
import type { Token } from "../../model/sentence.ts";

export interface Draft {
  /** Kind of the block: a headline goes without a verb. */
  readonly kind: string;
  readonly tokens: Token[];
  changed: boolean;
}

/** Looks at one token, as it was when its turn came, and at what it hangs on. */
export type Mend = (draft: Draft, token: Token, head: Token) => void;

export function hang(draft: Draft, i: number, head: number, deprel: string): void {
  retag(draft, i, { head, deprel });
}

export function retag(draft: Draft, i: number, tags: Partial<Token>): void {
  draft.tokens[i] = { ...draft.tokens[i]!, ...tags };
  draft.changed = true;
}

/** Hangs a noun on a verb as its subject, of a passive where an auxiliary says so. */
export function hangSubject(draft: Draft, noun: Token, verb: Token): void {
  hang(draft, noun.i, verb.i, isPassive(draft.tokens, verb) ? "nsubj:pass" : "nsubj");
}

export const isPassive = (tokens: readonly Token[], verb: Token) =>
  tokens.some((one) => one.head === verb.i && one.deprel === "aux:pass");

/** Neither a subject nor an order: finite, or with a copula or an auxiliary. */
export function lacksSubject(tokens: readonly Token[], head: Token): boolean {
  const below = tokens.filter((one) => one.head === head.i);
  if (below.some(({ deprel }) => /^(?:nsubj|csubj|expl)/.test(deprel))) return false;
  return /^VB[DZP]$/.test(head.xpos) || below.some(({ deprel }) => /^(?:aux|cop)/.test(deprel));
}
