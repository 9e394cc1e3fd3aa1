/**
 * Counts of people of whom some met one fate and some another: of "300,000 killed or wounded" nobody says how many were
 * killed. "Shot and killed" is one fate, and "three killed and five wounded" are two counts.
 */
import { fateWords } from "../../language/en/casualties.ts";
import { measureVerbs } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";

/** Fates of which nobody meets two at once, in the order in which they are told; others may go along with each of these. */
const apart: readonly string[] = ["killed", "injured", "missing"];
/** What else stands in such lists: "killed, injured or homeless". */
const alsoListed = /^(?:homeless|displaced)$/i;

const joins = /^(?:or|and|and\/or|\/|&|,)$/i;
/** Words between two fates of a list: "dead or still missing", "killed or were badly injured". */
const between =
  /^(?:still|are|were|been|being|either|otherwise|badly|seriously|severely|critically|reported|presumed)$/i;

/** How far before the word for a toll its fate stands: "the number of people killed or injured rose to 90". */
const reach = 8;

/** `by` is the word that tells the fate; the measure of them all, where others are listed beside it ("killed or injured"). */
export function eitherFate(tokens: readonly Token[], by: Token, measure: string): string {
  const from = apart.includes(measure) ? wordFor(tokens, by, measure) : undefined;
  if (from === undefined) return measure;
  const found = new Set([measure]);
  let isFull = false;
  for (const step of [1, -1]) {
    let isJoined = false;
    for (let i = from.i + step; tokens[i] !== undefined; i += step) {
      const word = tokens[i]!;
      const fate = listedFate(word);
      if (joins.test(word.form)) {
        isJoined = true;
        isFull ||= word.form !== ",";
      } else if (isJoined && fate !== undefined && !isOfNoun(tokens, word)) {
        found.add(fate);
        isJoined = false;
      } else if (!(isJoined && between.test(word.form))) break;
    }
  }
  const fates = [...apart, "displaced"].filter((fate) => found.has(fate));
  if (!isFull || fates.length < 2) return measure;
  return `${fates.slice(0, -1).join(", ")} or ${fates.at(-1)}`;
}

function wordFor(tokens: readonly Token[], by: Token, measure: string): Token | undefined {
  if (listedFate(by) !== undefined) return by;
  return tokens.slice(Math.max(0, by.i - reach), by.i).findLast((word) => listedFate(word) === measure);
}

function listedFate({ form, lemma, upos }: Token): string | undefined {
  if (alsoListed.test(form)) return "displaced";
  const fate = fateWords[form.toLowerCase()] ?? (upos === "VERB" ? measureVerbs[lemma] : undefined);
  return apart.includes(fate ?? "") ? fate : undefined;
}

/** "…, and injured survivors were flown out": said of others. */
function isOfNoun(tokens: readonly Token[], word: Token): boolean {
  return tokens[word.head]?.upos === "NOUN" && word.head > word.i;
}
