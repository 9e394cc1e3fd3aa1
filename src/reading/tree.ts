/**
 * Walking a Universal Dependencies tree: children, parents, clauses and the text that a node covers.
 * Parses are never trusted to be trees: a head out of range counts as none, a cycle ends a walk.
 */
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { mended } from "./mending.ts";
import { WhileReading } from "./while-reading.ts";

export interface Tree {
  readonly sentence: Sentence;
  /** Children of each token, in text order. */
  readonly children: readonly (readonly Token[])[];
}

const trees = new WhileReading<Sentence, Tree>();

/** The tree of a sentence, built once. */
export function treeOf(sentence: Sentence): Tree {
  let tree = trees.get(sentence);
  if (tree === undefined) {
    const sound = mended(sentence);
    const children: Token[][] = sound.tokens.map(() => []);
    for (const token of sound.tokens) {
      if (token.head !== token.i) children[token.head]?.push(token);
    }
    tree = { sentence: sound, children };
    trees.set(sentence, tree);
  }
  return tree;
}

/** Whether a token has one of the relations; "nsubj" also stands for "nsubj:pass". */
export function is(token: Token, ...relations: readonly string[]): boolean {
  return isAmong(token.deprel, relations);
}

function isAmong(deprel: string, relations: readonly string[]): boolean {
  for (let k = 0; k < relations.length; k++) {
    const relation = relations[k]!;
    if (relation === deprel) return true;
    // only of a relation with a subtype is a part compared
    if (deprel.charCodeAt(relation.length) === COLON && baseOf(deprel) === relation) return true;
  }
  return false;
}

const COLON = 58;

/** The relation asked for last, and its part before the colon: the same token is asked for several in a row. */
let asked = "";
let base = "";

function baseOf(deprel: string): string {
  if (deprel !== asked) {
    const colon = deprel.indexOf(":");
    asked = deprel;
    base = colon < 0 ? deprel : deprel.slice(0, colon);
  }
  return base;
}

/** Children with one of the relations (all without any), in text order. */
export function kids(tree: Tree, token: Token, ...relations: readonly string[]): readonly Token[] {
  const all = tree.children[token.i] ?? none;
  if (relations.length === 0) return all;
  let found: Token[] | undefined;
  for (const one of all) {
    if (!isAmong(one.deprel, relations)) continue;
    found ??= [];
    found.push(one);
  }
  return found ?? none;
}

/** Most tokens have no such children: one list serves them all. */
const none: readonly Token[] = [];

export function kid(tree: Tree, token: Token, ...relations: readonly string[]): Token | undefined {
  for (const one of tree.children[token.i] ?? none) if (isAmong(one.deprel, relations)) return one;
  return undefined;
}

export function parent(tree: Tree, token: Token): Token | undefined {
  return token.head === token.i ? undefined : tree.sentence.tokens[token.head];
}

/** The token and those above it, nearest first; ends at the root, or where a cycle would begin. */
export function upward(tree: Tree, token: Token): Token[] {
  const path: Token[] = [];
  const seen = new Set<number>();
  for (let at: Token | undefined = token; at !== undefined && !seen.has(at.i); at = parent(tree, at)) {
    seen.add(at.i);
    path.push(at);
  }
  return path;
}

const clausal = new Set(["root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"]);

/** The head of the clause that a token stands in (its nearest ancestor or self that heads one). */
export function clauseOf(tree: Tree, token: Token): Token {
  let top = token;
  let steps = tree.sentence.tokens.length;
  for (let at: Token | undefined = token; at !== undefined; at = parent(tree, at)) {
    // a cycle without a clause
    if (steps-- < 0) return upward(tree, token).at(-1)!;
    top = at;
    if (clausal.has(at.deprel) || clausal.has(baseOf(at.deprel))) return at;
    const above = parent(tree, at);
    if (is(at, "conj") && above !== undefined && isPredicate(at) && isPredicate(above)) return at;
  }
  return top;
}

/** A verb, or a word that a copula makes the predicate. */
function isPredicate(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX";
}

/** All tokens below and including one, in text order; `leave` prunes a branch. */
export function subtree(tree: Tree, token: Token, leave?: (kid: Token) => boolean): Token[] {
  const found: Token[] = [];
  const seen = new Uint8Array(tree.sentence.tokens.length);
  const open = [token];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at.i] === 1) continue;
    seen[at.i] = 1;
    found.push(at);
    for (const one of tree.children[at.i] ?? []) if (!leave?.(one)) open.push(one);
  }
  return found.length < 2 ? found : found.sort((a, b) => a.i - b.i);
}

/** "According to the mayor": who says so, whatever it hangs on. */
export function namesSource(tree: Tree, token: Token): boolean {
  return is(token, "obl", "nmod") && kid(tree, token, "case")?.form.toLowerCase() === "according";
}

/** From the first to the last of some tokens, without punctuation at its ends. */
export function spanOf(tokens: readonly Token[]): Span {
  let first = 0;
  let last = tokens.length - 1;
  while (first < last && tokens[first]!.upos === "PUNCT" && !opens(tokens[first]!)) first++;
  while (last > first && tokens[last]!.upos === "PUNCT" && !closes(tokens[last]!)) last--;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}

const opens = (token: Token) => /^[“‘("[«]$/.test(token.form);
const closes = (token: Token) => /^[”’)"\]»%]$/.test(token.form);

/** The text that a node covers. */
export function phrase(tree: Tree, token: Token): Span {
  return spanOf(subtree(tree, token));
}

/**
 * A noun with what defines it (determiner, modifiers, complements), without relative clauses,
 * appositions, asides and further conjuncts.
 */
export function nounPhrase(tree: Tree, token: Token): Span {
  return spanOf(subtree(tree, token, (kid) => asideOf(tree, token, kid)));
}

/** Participles that say nothing without what follows them ("cartels deemed", "an operation focused"). */
const incomplete =
  /^(deem|focus|aim|base|call|name|dub|consider|describe|regard|label|think|believe|direct|center|centre)$/;

function asideOf(tree: Tree, top: Token, kid: Token): boolean {
  const behind = is(kid, "acl") || (is(kid, "amod") && kid.i > kid.head);
  if (behind && incomplete.test(kid.lemma) && (tree.children[kid.i] ?? []).length === 0) return true;
  if (is(kid, "acl:relcl", "appos", "parataxis", "punct", "cop", "advcl", "discourse")) return true;
  if (kid.head !== top.i) return false;
  if (is(kid, "conj", "cc", "nsubj", "aux", "mark", "obl")) return true;
  return is(kid, "case") && kid.i < top.i && parent(tree, top) !== undefined;
}

/** "not" or "never" on the word itself. */
export function isNegated(tree: Tree, word: Token): boolean {
  return kids(tree, word, "advmod").some((one) => /^(?:not|n['’]t|never)$/i.test(one.form));
}
