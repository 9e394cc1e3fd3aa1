/**
 * What somebody is said to take a thing for ("regards any landing as an act of aggression", "called the decree
 * unconstitutional") and the verdicts of who speaks ("the decree went too far", "the order must be withdrawn").
 */
import { adverseWords, favouringWords, judgingVerbs, repealingVerbs } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { standingOf } from "../status.ts";
import { is, kid, kids, type Tree } from "../tree.ts";

export interface Judged {
  /** The thing judged. */
  readonly thing: Token;
  readonly stance: "supports" | "opposes";
}

const judging = new Set(judgingVerbs.split(" "));
const adverse = new Set(adverseWords.split(" "));
const favouring = new Set(favouringWords.split(" "));
const repealing = new Set(repealingVerbs.split(" "));

/** The verb's object, as its subject calls it. */
export function judgementAt(tree: Tree, word: Token): Judged | undefined {
  if (word.upos !== "VERB" || !judging.has(word.lemma.toLowerCase())) return undefined;
  const thing = kid(tree, word, "obj", "nsubj:pass");
  if (thing === undefined || standingOf(tree, word).polarity === "denied") return undefined;
  const views = [...kids(tree, word, "xcomp", "obl", "advcl", "ccomp", "obj"), ...kids(tree, thing, "nmod")];
  for (const view of views) {
    if (view.i < word.i || view === thing) continue;
    const as = kids(tree, view, "case", "mark", "advmod").some((one) => /^as$/i.test(one.form));
    const stance =
      as || /^(?:call|deem|consider|brand|label)$/.test(word.lemma) ? leaning(tree, view) : undefined;
    if (stance !== undefined) return { thing, stance };
  }
  return undefined;
}

/** The clause's subject, as the clause finds it. */
export function verdictAt(tree: Tree, word: Token): Judged | undefined {
  const thing = kid(tree, word, "nsubj", "nsubj:pass");
  if (thing === undefined) return undefined;
  const adverbs = kids(tree, word, "advmod");
  if (adverbs.some((one) => /^(?:not|n't|n’t|never|longer|hardly)$/i.test(one.form))) return undefined;
  const stance = is(thing, "nsubj:pass")
    ? undoing(tree, word)
    : word.lemma === "go"
      ? tooFar(tree, word, adverbs)
      : plainly(tree, word);
  return stance === undefined ? undefined : { thing, stance };
}

/** "must be withdrawn". */
function undoing(tree: Tree, word: Token): Judged["stance"] | undefined {
  const owed = kids(tree, word, "aux").some((one) => /^(?:must|should)$/i.test(one.form));
  return owed && repealing.has(word.lemma.toLowerCase()) ? "opposes" : undefined;
}

/** "went too far". */
function tooFar(tree: Tree, word: Token, adverbs: readonly Token[]): Judged["stance"] | undefined {
  if (kid(tree, word, "aux") !== undefined) return undefined;
  const far = adverbs.find((one) => one.form === "far");
  return far !== undefined && kid(tree, far, "advmod")?.form === "too" ? "opposes" : undefined;
}

/** "is a mistake", never "would be one". */
function plainly(tree: Tree, word: Token): Judged["stance"] | undefined {
  const copula = kid(tree, word, "cop");
  if (copula === undefined || !/^(?:is|are|was|were|'s|’s)$/i.test(copula.form)) return undefined;
  return kid(tree, word, "aux") === undefined ? leaning(tree, word) : undefined;
}

/** Whether a word of judgement, or the noun that one stands on ("a reckless step"), speaks for or against. */
function leaning(tree: Tree, view: Token): Judged["stance"] | undefined {
  if (kids(tree, view, "advmod", "det").some((one) => /^(?:not|no|never|hardly)$/i.test(one.form)))
    return undefined;
  const words = [view, ...kids(tree, view, "amod", "nmod")].map((one) => one.lemma.toLowerCase());
  if (words.some((one) => adverse.has(one))) return "opposes";
  return words.some((one) => favouring.has(one)) ? "supports" : undefined;
}
