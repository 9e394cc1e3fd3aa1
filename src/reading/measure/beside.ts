/**
 * What the words right behind a count say befell those counted, whatever the tree: headlines and lists leave out the
 * verbs that a parser leans on ("4 injured, 1 critically", "two men shot", "14 shot, one fatally").
 */
import {
  type Fate,
  fatalAdverbs,
  fateWords,
  transitiveFates,
  woundingAdverbs,
} from "../../language/en/casualties.ts";
import type { Token } from "../../model/sentence.ts";
import { isPersonNoun } from "../event/triggers.ts";

export interface Beside {
  readonly fate: Fate;
  readonly by: Token;
}

const transitive = new Set(transitiveFates.split(" "));
const fatal = new Set(fatalAdverbs.split(" "));
const wounding = new Set(woundingAdverbs.split(" "));
/** Words that may stand between who and what befell them: "people were reportedly", "of them are". */
const between =
  /^(were|was|are|is|been|being|have|has|had|got|get|reported|confirmed|found|pronounced|declared|left|remain|remains|remained|others?|more|people|persons?|victims?)$/i;
const farthest = 5;

/** `last` is the last token of the count with its noun. */
export function fateBeside(tokens: readonly Token[], last: number): Beside | undefined {
  let i = afterAge(tokens, last + 1);
  let adverb: Token | undefined;
  for (; i < tokens.length && i <= last + farthest + 3; i++) {
    const word = tokens[i]!;
    const form = word.form.toLowerCase();
    if (fatal.has(form) || wounding.has(form)) adverb = word;
    else if (!(word.upos === "ADV" && form !== "not" && form !== "n't") && !between.test(form)) break;
  }
  // "a man suspected of killing two guards was arrested": not the guards
  const plural = tokens[last]?.xpos === "NNS" || tokens[last]?.xpos === "NNPS";
  if (plural && /^(?:was|is|has)$/i.test(tokens[last + 1]?.form ?? "")) return undefined;
  const word = tokens[i];
  const named = word === undefined ? undefined : fateWords[word.form.toLowerCase()];
  if (word === undefined || named === undefined || isActive(tokens, i))
    return adverb !== undefined && adverb.i === last + 1 && endsThere(word) ? fateOf(adverb) : undefined;
  return { fate: isFatal(tokens, i, adverb) ? "killed" : named, by: word };
}

/** "Boy, 8, shot": past an age in commas. */
function afterAge(tokens: readonly Token[], i: number): number {
  const aged =
    tokens[i]?.form === "," && /^\d{1,2}$/.test(tokens[i + 1]?.form ?? "") && tokens[i + 2]?.form === ",";
  return aged ? i + 3 : i;
}

function fateOf(adverb: Token): Beside {
  return { fate: fatal.has(adverb.form.toLowerCase()) ? "killed" : "injured", by: adverb };
}

function endsThere(word: Token | undefined): boolean {
  return word === undefined || /^([,.;:–—)]|in|at|on|and|by|after|since|during|when|as)$/i.test(word.form);
}

/** An object right behind: who stands before did it. */
export function isActive(tokens: readonly Token[], i: number): boolean {
  const [word, next] = [tokens[i]!, tokens[i + 1]];
  if (!transitive.has(word.form.toLowerCase()) || next === undefined) return false;
  const passive = /^(were|was|are|is|been|being|got)$/i.test(tokens[i - 1]?.form ?? "");
  if (passive) return false;
  // "one of the two had shot the clerk", "two people shot Ana Ruiz"
  if (/^(?:had|has|have)$/i.test(tokens[i - 1]?.form ?? "")) return true;
  if (next.upos === "PROPN" && next.deprel === "obj" && next.head === word.i) return true;
  // "shot at police", "shot himself"
  if (/^(at|into|up)$/i.test(next.form)) return tokens.slice(i + 2, i + 5).some((one) => isPersonNoun(one));
  if (next.upos === "PRON" && !/^(who|which|that|when)$/i.test(next.form)) return true;
  return /^(a|an|the|his|her|their|another|one|two|three)$/i.test(next.form) || isPersonNoun(next);
}

/** "fatally shot", "shot and killed", "shot, killed", "shot dead", "shot to death". */
export function isFatal(tokens: readonly Token[], i: number, adverb?: Token): boolean {
  if (adverb !== undefined && fatal.has(adverb.form.toLowerCase())) return true;
  const words = tokens.slice(i + 1, i + 4).map((one) => one.form.toLowerCase());
  const after = words[0] === "," || words[0] === "and" || words[0] === "&" ? words.slice(1) : words;
  if (after[0] === "killed" || words[0] === "dead" || words.slice(0, 2).join(" ") === "to death") return true;
  return fatal.has(words[0] ?? "");
}

/** "Killed at least 18 people": a count of people stands right behind the verb. */
export function killsOthers(tokens: readonly Token[], verb: Token): boolean {
  let i = verb.i + 1;
  while (
    /^(?:at|least|more|fewer|less|than|about|some|around|nearly|almost|up|to|over)$/i.test(
      tokens[i]?.form ?? "",
    )
  )
    i++;
  if (tokens[i]?.upos !== "NUM") return false;
  for (const one of tokens.slice(i + 1, i + 4)) {
    if (one.upos === "PUNCT") return false;
    if (isPersonNoun(one) && one.xpos.endsWith("S")) return true;
  }
  return false;
}
