/** Counts without a number: "no casualties", "nobody was hurt", "a man was killed". */
import { fateWords } from "../../language/en/casualties.ts";
import { tollNouns } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, type Tree } from "../tree.ts";
import type { Counted } from "./counted.ts";

/** A count that a word says without a number. */
function counted(noun: Token, { start, end, i }: Token, best: 0 | 1): Counted {
  const rest = { low: null, high: null, approximate: false, bare: false, decimal: false };
  return {
    quantity: { ...rest, best, span: { start, end }, first: i, last: i },
    noun,
    node: noun,
    none: best === 0,
  };
}

const grave =
  /^(?:major|serious|severe|grave|significant|critical|life-threatening|threatening|obvious|visible|apparent)$/i;

/** "no casualties", "no one was killed", "without injuries". */
export function nones(tree: Tree): Counted[] {
  const found: Counted[] = [];
  for (const token of tree.sentence.tokens) {
    const word = token.form.toLowerCase();
    const person = word === "nobody" || word === "none" || word === "no-one";
    const no = kids(tree, token, "det", "case").find((one) => /^(no|without|zero)$/i.test(one.form));
    const some =
      no !== undefined &&
      (tollNouns[token.lemma.toLowerCase()] !== undefined || token.lemma === "one" || isPersonNoun(token));
    if (!person && !some) continue;
    // "no major injuries": some there may be
    if (some && kids(tree, token, "amod").some((one) => grave.test(one.form))) continue;
    const first = no !== undefined && no.i < token.i ? no : token;
    found.push(counted(token, first, 0));
  }
  return found;
}

/** "a man was killed", "his wife and another officer were wounded", "a 17-year-old": one each; in headlines also "Man". */
export function singles(tree: Tree): Counted[] {
  const found: Counted[] = [];
  for (const token of tree.sentence.tokens) {
    const first = agedOne(tree, token) ?? oneOf(tree, token);
    if (first === undefined || first.i > token.i) continue;
    found.push(counted(token, first, 1));
  }
  return found;
}

const collective =
  /^(couple|group|band|number|family|household|crew|staff|personnel|police|other|people|troop)$/;

/** The word that makes a noun for a person one person: its article, its possessor, or in a headline itself. */
function oneOf(tree: Tree, token: Token): Token | undefined {
  // "killed a civilian", taken for an adjective
  const adjective =
    token.upos === "ADJ" && is(token, "obj", "nsubj:pass") && kid(tree, token, "det") !== undefined;
  const noun = token.upos === "NOUN" || adjective || (token.upos === "PROPN" && isHeadline(tree));
  if (!noun || /S$/.test(token.xpos) || !isPersonNoun(token) || collective.test(token.lemma.toLowerCase()))
    return undefined;
  if (opensFate(token)) return undefined;
  const next = tree.sentence.tokens[token.i + 1];
  if (isHeadline(tree) && tree.sentence.tokens[token.i - 1]?.upos === "NUM") return undefined;
  if (isHeadline(tree) && !kids(tree, token, "det", "nummod").some((one) => one.i < token.i))
    return next !== undefined && /^(NOUN|PROPN)$/.test(next.upos) && !opensFate(next) ? undefined : token;
  if (is(token, "compound", "appos", "nmod:desc", "flat")) return undefined;
  const word = kids(tree, token, "det", "nmod:poss").find(
    (one) => one.i < token.i && /^(a|an|another|his|her|their|my|our|its)$/i.test(one.form),
  );
  return word === undefined || tokensBetween(tree, word, token) ? undefined : word;
}

function isHeadline(tree: Tree): boolean {
  return /^head/.test(tree.sentence.blockKind);
}

const opensFate = (token: Token) => fateWords[token.form.toLowerCase()] !== undefined;

/** "a 17-year-old was shot", in headlines "2-year-old": an age that stands for its person; its first word. */
function agedOne(tree: Tree, token: Token): Token | undefined {
  if (token.form.toLowerCase() !== "old") return undefined;
  const { tokens } = tree.sentence;
  const next = tokens[token.i + 1];
  if (next !== undefined && /^(NOUN|ADJ|PROPN)$/.test(next.upos) && !opensFate(next)) return undefined;
  const year = tokens.slice(Math.max(0, token.i - 3), token.i).findIndex((one) => /^years?$/i.test(one.form));
  if (year < 0) return undefined;
  const article =
    kid(tree, token, "det") ??
    tokens.slice(Math.max(0, token.i - 6), token.i).find((one) => /^(a|an|another)$/i.test(one.form));
  if (article !== undefined) return /^(a|an|another)$/i.test(article.form) ? article : undefined;
  const number = tokens.slice(Math.max(0, token.i - 5), token.i).find((one) => one.upos === "NUM");
  return isHeadline(tree) ? number : undefined;
}

/** A number between the article and its noun ("a 12-strong crew") counts by itself. */
function tokensBetween(tree: Tree, article: Token, noun: Token): boolean {
  return kids(tree, noun, "nummod").some((one) => one.i > article.i && one.i < noun.i);
}
