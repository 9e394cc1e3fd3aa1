/**
 * Shares in percent: of what, and what is said of them ("81 per cent of the members rejected the offer", "a turnout of 63
 * per cent", "put turnout at 70.4 per cent"). What only rises or falls by some per cent is no share of anything.
 */
import { biddingVerbs, shareVerbs } from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import type { Quantity } from "../count/numbers.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { participle } from "./participles.ts";

export interface Share {
  /** What was done by or to the share, or the noun that it is the measure of ("turnout"). */
  readonly measure: string;
  readonly by: Token;
  /** Whose share it is, where that is not the subject. */
  readonly who?: readonly Token[];
}

const bidding = new Set(biddingVerbs.split(" "));
const reaching = new Set(shareVerbs.split(" "));

/** `head`: the token of the share that hangs outside it. */
export function shareAt(tree: Tree, head: Token, quantity: Quantity): Share | undefined {
  const preposition = kids(tree, head, "case")
    .find((one) => one.i < quantity.first)
    ?.form.toLowerCase();
  const above = parent(tree, head);
  if (above === undefined) return undefined;
  // "a turnout of 63 per cent", "offered a rise of 3 per cent"
  if (above.upos === "NOUN" && is(head, "nmod") && preposition === "of") return ofNoun(tree, above);
  const predicate = predicateOf(tree, head, above);
  if (predicate !== undefined) return predicate;
  if (above.upos !== "VERB") return undefined;
  if (/^(?:at|to)$/.test(preposition ?? "") && reaching.has(above.lemma)) return reached(tree, above);
  // "won 43 per cent, against 39 per cent for the other": as much as what it is set against
  if (preposition === "against" && is(head, "obl")) {
    const other = kid(tree, above, "obj");
    const who = kids(tree, head, "nmod").filter((one) => kid(tree, one, "case")?.lemma === "for");
    const shared =
      who.length > 0 && other !== undefined && /^(?:cent|percent|%)$/.test(other.lemma) && other.i < head.i;
    return shared && !states.test(above.lemma) && !moves.test(above.lemma)
      ? {
          measure: participle(above),
          by: above,
          who,
        }
      : undefined;
  }
  // "with 90 per cent of ballots counted"
  if (preposition === "with" && is(head, "obl")) {
    const done = tree.sentence.tokens.find(
      (one) =>
        one.i > quantity.last &&
        one.i <= quantity.last + 5 &&
        one.xpos === "VBN" &&
        /^(?:count|report|complete|process|tally)$/.test(one.lemma),
    );
    return done === undefined ? undefined : { measure: participle(done), by: done, who: [] };
  }
  if (preposition !== undefined) return undefined;
  const subject = kid(tree, above, "nsubj");
  const rate = is(head, "obj") && reaching.has(above.lemma) ? reached(tree, above) : undefined;
  if (rate !== undefined) return rate;
  // "rose 5 per cent": how far it moved
  if (!is(head, "obj", "nsubj") || states.test(above.lemma) || moves.test(above.lemma)) return undefined;
  if (is(head, "obj") && subject === undefined && kid(tree, above, "nsubj:pass") === undefined)
    return undefined;
  return { measure: participle(above), by: above };
}

const states =
  /^(?:be|have|do|say|see|know|think|mean|need|make|take|get|become|seem|feel|represent|constitute|cost|own)$/;
const moves =
  /^(?:go|come|move|edge|inch|dip|rise|fall|drop|climb|grow|increase|decrease|decline|jump|gain|lose|slip|plunge|surge|soar|shrink|slump|double)$/;

/** Nouns that are a share by themselves, whatever is done about them. */
const rates = /^(?:turnout|share|rate|majority|stake|approval|inflation|unemployment|coverage|positivity)$/;

function ofNoun(tree: Tree, noun: Token): Share | undefined {
  if (rates.test(noun.lemma)) return { measure: noun.lemma, by: noun, who: [] };
  const verb = parent(tree, noun);
  if (verb === undefined || !is(noun, "obj", "nsubj:pass") || !bidding.has(verb.lemma)) return undefined;
  return { measure: participle(verb), by: verb };
}

/** "Turnout was put at 70.4 per cent", "the ministry put turnout at 61". */
function reached(tree: Tree, verb: Token): Share | undefined {
  const of = [...kids(tree, verb, "nsubj:pass", "obj", "nsubj")].find((one) => rates.test(one.lemma));
  return of === undefined ? undefined : { measure: of.lemma, by: verb, who: [] };
}

/** "31% of the pumps were out of fuel", "a poll found 65% of voters were unclear": what the share is. */
function predicateOf(tree: Tree, head: Token, above: Token): Share | undefined {
  const polled = is(head, "obj") && /^(?:find|show|say|suggest|estimate)$/.test(above.lemma);
  const word = polled
    ? kids(tree, above, "parataxis", "ccomp", "xcomp").find(
        (one) => one.i > head.i && kid(tree, one, "nsubj", "nsubj:pass") === undefined,
      )
    : is(head, "nsubj")
      ? above
      : undefined;
  if (word === undefined || kid(tree, word, "cop") === undefined) return undefined;
  // a share of nothing named is only compared ("up 1 percent")
  if (!kids(tree, head, "nmod").some((one) => kid(tree, one, "case")?.form.toLowerCase() === "of"))
    return undefined;
  const { tokens } = tree.sentence;
  let from = Math.max(...kids(tree, word, "cop").map(({ i }) => i)) + 1;
  while (from < word.i && tokens[from]!.upos === "ADV") from++;
  const words = tokens.slice(from, word.i + 1).map(({ form }) => form.toLowerCase());
  if (words.length === 0 || words.length > longestPredicate || words[0] === "either") return undefined;
  return { measure: words.join(" "), by: word, ...(polled ? { who: [] } : {}) };
}

const longestPredicate = 6;
