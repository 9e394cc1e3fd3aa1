/** How a vote went: "voted 225-201", "passed by 90 votes to 10", "611 in favour and 748 against". */
import {
  carryingVerbs,
  electedNouns,
  electedVerbs,
  failingVerbs,
  votedNouns,
} from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, parent, type Tree } from "../tree.ts";
import type { Measured } from "./measured.ts";
import { participle } from "./participles.ts";

export interface Side {
  /** The token of the number. */
  readonly at: number;
  readonly value: number;
  readonly measured: Measured;
}

const voted = new Set(votedNouns.split(" "));
const carrying = new Set(carryingVerbs.split(" "));
const failing = new Set(failingVerbs.split(" "));
const elected = new Set(electedNouns.split(" "));
const electing = new Set(electedVerbs.split(" "));

/** How far before its numbers a vote may be named, in tokens. */
const farBack = 12;
const number = /^\d{1,4}$/;

/** The two sides of each vote that is printed as two numbers, in text order. */
export function sidesIn(tree: Tree): readonly Side[] {
  const { tokens } = tree.sentence;
  // most sentences hold no number
  if (!tokens.some(({ form }) => isDigit(form.charCodeAt(0)))) return none;
  const found: Side[] = [];
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (!isDigit(tokens[i]!.form.charCodeAt(0)) || !number.test(tokens[i]!.form)) continue;
    // "90 votes to 10"
    const unit = /^votes?$/i.test(tokens[i + 1]!.form) ? 1 : 0;
    const joint = tokens[i + 1 + unit]?.form;
    const second = tokens[i + 2 + unit];
    if (second === undefined || joint === undefined || !number.test(second.form)) continue;
    if (!/^(?:-|–|to|against)$/i.test(joint) || number.test(tokens[i - 1]?.form ?? "")) continue;
    // "2-1-1", "10-12 weeks"
    const next = tokens[i + 3 + unit];
    if (next?.form === "-" || next?.form === "–" || next?.form === ":") continue;
    // "agreed to provide 300-350 officers": what the numbers count is behind them
    if (unit === 0 && next?.upos === "NOUN" && !ofVotes.test(next.lemma)) continue;
    const told = voteBefore(tree, i, unit === 1);
    if (told === undefined) continue;
    const [most, least] = [Number(tokens[i]!.form), Number(second.form)];
    // which side is named first, where neither has more, is open
    if (most === least || (told.passed === undefined && most < least)) continue;
    const first = most > least === (told.passed ?? true);
    const measured = (inFavour: boolean): Measured => ({
      measure: inFavour ? "in favour" : "against",
      unit: "votes",
      by: told.by,
    });
    found.push({ at: i, value: most, measured: measured(first) });
    found.push({ at: second.i, value: least, measured: measured(!first) });
  }
  return [...found, ...alone(tree).filter((one) => !found.some(({ at }) => at === one.at))];
}

const ofVotes =
  /^(?:vote|margin|majority|decision|ruling|split|tally|count|ballot|win|victory|defeat|result)$/i;

const none: readonly Side[] = [];
const isDigit = (code: number) => code >= 48 && code <= 57;

interface Told {
  /** Whether it carried; open where only "a vote of" is told. */
  readonly passed: boolean | undefined;
  readonly by: Token;
}

/** The vote that two numbers belong to: its verb, with "vote" beside it or a body or a bill about it. */
function voteBefore(tree: Tree, at: number, named: boolean): Told | undefined {
  const { tokens } = tree.sentence;
  let verb: Token | undefined;
  let isVote = named || /^votes?$/i.test(tokens[at - 1]?.form ?? "");
  for (let i = at - 1; i >= Math.max(0, at - farBack); i--) {
    const one = tokens[i]!;
    if (/^[;:“”"]$/.test(one.form)) break;
    const lemma = one.lemma.toLowerCase();
    if (lemma === "vote" || lemma === "ballot") isVote = true;
    if (voted.has(lemma)) isVote = true;
    if (verb === undefined && one.upos === "VERB" && (carrying.has(lemma) || failing.has(lemma))) verb = one;
  }
  if (!isVote || verb === undefined) return undefined;
  const lemma = verb.lemma.toLowerCase();
  if (lemma !== "vote") return { passed: carrying.has(lemma), by: verb };
  const after = tokens.slice(at + 3, at + 5).some(({ form }) => /^against$/i.test(form));
  const down = after || /^(?:down|against)$/i.test(tokens[verb.i + 1]?.form ?? "");
  return { passed: down ? false : undefined, by: verb };
}

/** "611 in favour", "748 against", "with 12 abstentions", in a sentence of a vote. */
function alone(tree: Tree): Side[] {
  const { tokens } = tree.sentence;
  const vote = tokens.find((one) => /^(?:vote|ballot)$/.test(one.lemma.toLowerCase()));
  if (vote === undefined) return [];
  const found: Side[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!number.test(tokens[i]!.form)) continue;
    let next = i + 1;
    while (/^(?:votes|in|were|voted|members|deputies|lawmakers)$/i.test(tokens[next]?.form ?? "")) next++;
    const word = tokens[next]?.form.toLowerCase() ?? "";
    const inFavour = /^(?:favou?r)$/.test(word) && tokens[next - 1]?.form.toLowerCase() === "in";
    const measure = inFavour
      ? "in favour"
      : /^(?:against|opposed)$/.test(word)
        ? "against"
        : /^(?:abstentions?|abstained|abstaining)$/.test(word)
          ? "abstained"
          : undefined;
    if (measure === undefined || next > i + 3) continue;
    found.push({ at: i, value: Number(tokens[i]!.form), measured: { measure, unit: "votes", by: vote } });
  }
  return found;
}

/** "has 231 delegates", "earned nine of the 13 delegates". */
export function fromElected(tree: Tree, node: Token, noun: Token): Measured | undefined {
  const verb = parent(tree, node);
  if (verb === undefined || verb.upos !== "VERB" || !is(node, "obj")) return undefined;
  const lemma = verb.lemma.toLowerCase();
  if (!elected.has(noun.lemma.toLowerCase()) || !electing.has(lemma)) return undefined;
  // "it takes 1,100 delegates to win"
  const subject = kid(tree, verb, "nsubj", "expl");
  if (subject?.form.toLowerCase() === "it" && lemma !== "win") return undefined;
  const particle = kid(tree, verb, "compound:prt");
  const measure = lemma === "have" ? "held" : participle(verb);
  return {
    measure: particle === undefined ? measure : `${measure} ${particle.form.toLowerCase()}`,
    by: verb,
  };
}
