/** Days and times hung on the noun beside them instead of the verb that they date. */
import { cueClasses } from "../../language/en/cues.ts";
import { months, weekdays } from "../../language/en/time-words.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import { afterDateline } from "../place/dateline.ts";
import { type Draft, hang, type Mend } from "./draft.ts";
import { people } from "./people.ts";

export function mendOpeningDate(draft: Draft, sentence: Sentence): void {
  const date = openingDate(draft.tokens, sentence);
  if (date === undefined) return;
  const { day, noun, verb } = date;
  for (const one of draft.tokens)
    if (one.head === noun.i && one.i < day.i) hang(draft, one.i, day.i, one.deprel);
  hang(draft, day.i, verb.i, "obl");
  if (noun.deprel === "obl") hang(draft, noun.i, verb.i, "nsubj");
}

/** "A court in the capital on Friday sentenced": the day right before a verb is no part of its subject. */
export const dayBeforeVerb: Mend = (draft, token) => {
  if (token.deprel !== "nmod" || !isDate(token)) return;
  const verb = verbBehind(draft.tokens, token);
  if (verb !== undefined) hang(draft, token.i, verb.i, "obl");
};

/** "On Aug. 30 and 31 people were hurt": with a plural noun and its verb behind it, the second number counts. */
export const countBehindDay: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || !/^\d+$/.test(token.form) || !/^\d{1,2}$/.test(head.form)) return;
  const { tokens } = draft;
  const [and, noun] = [tokens[token.i - 1], tokens[token.i + 1]];
  const month = tokens[head.i - 1];
  if (and?.form !== "and" || head.i !== and.i - 1 || month === undefined || !isMonth(month)) return;
  if (noun?.xpos !== "NNS" || !noun.deprel.startsWith("nsubj") || noun.head <= noun.i) return;
  hang(draft, token.i, noun.i, "nummod");
  hang(draft, and.i, noun.head, "cc");
};

/** "Announced Thursday it would close the mine", "said on Monday the mine would close": when it was said is no part of what. */
export const dayOfSaying: Mend = (draft, token, head) => {
  if (!isWeekday(token) || head.i < token.i) return;
  const { tokens } = draft;
  const before = tokens[token.i - 1];
  const verb = /^on$/i.test(before?.form ?? "") ? tokens[token.i - 2] : before;
  if (verb?.upos !== "VERB" || cueClasses(verb.lemma.toLowerCase()).length === 0) return;
  // within the clause that the verb governs
  let at: Token | undefined = head;
  for (let steps = 0; at !== undefined && steps < 4; steps++) {
    if (at.head === verb.i) {
      if (/^(?:ccomp|xcomp|parataxis)/.test(at.deprel))
        hang(draft, token.i, verb.i, before === verb ? "obl:tmod" : "obl");
      return;
    }
    at = tokens[at.head];
  }
};

const isMonth = ({ form }: Token) => Object.hasOwn(months, form.toLowerCase().replace(/\.$/, ""));

const isWeekday = ({ form }: Token) => Object.hasOwn(weekdays, form.toLowerCase());

/** "Hours later students marched": when it was is no part of who did it. */
export const laterOfSubject: Mend = (draft, token, head) => {
  if (!/^(?:later|earlier|ago)$/i.test(token.form) || token.i > head.i) return;
  if (head.deprel.startsWith("nsubj") && /^(?:amod|advmod|nmod)/.test(token.deprel))
    hang(draft, token.i, head.head, "advmod");
};

/** "On 5 August the cabinet met", "At 02:40 units opened fire": a day or an hour hung on the subject behind it. */
function openingDate(
  tokens: readonly Token[],
  sentence: Sentence,
): { day: Token; noun: Token; verb: Token } | undefined {
  const opening = tokens[afterDateline(sentence.tokens)];
  if (opening === undefined || !/^(?:on|in|at|since|from|by|until)$/i.test(opening.form)) return undefined;
  for (const day of tokens.slice(opening.i + 1, opening.i + 5)) {
    if (!/^(?:NUM|PROPN)$/.test(day.upos) || !isDay(tokens, day)) continue;
    const noun = tokens[day.head];
    if (noun === undefined || noun.i <= day.i || !/^(?:NOUN|PROPN)$/.test(noun.upos) || isDate(noun))
      continue;
    const verb = tokens[noun.head];
    if (verb?.upos !== "VERB" || verb.i < noun.i || !/^(?:nsubj|obl)/.test(noun.deprel)) continue;
    const other = tokens.some((one) => one.head === verb.i && one !== noun && one.deprel.startsWith("nsubj"));
    if (noun.deprel === "obl" && other) continue;
    return { day, noun, verb };
  }
  return undefined;
}

const isDate = ({ form }: Token) =>
  Object.hasOwn(months, form.toLowerCase()) || Object.hasOwn(weekdays, form.toLowerCase());

/** A month or a weekday, the number beside one, a clock time or a year. */
function isDay(tokens: readonly Token[], day: Token): boolean {
  if (isDate(day) || /^(?:\d{1,2}[:.]\d\d|(?:19|20)\d\d)$/.test(day.form)) return true;
  return /^\d{1,2}$/.test(day.form) && tokens[day.i + 1] !== undefined && isDate(tokens[day.i + 1]!);
}

/** The verb right behind a day that the parser put into the verb's subject. */
function verbBehind(tokens: readonly Token[], day: Token): Token | undefined {
  if (tokens[day.i - 1]?.form.toLowerCase() !== "on") return undefined;
  let subject = tokens[day.head];
  for (let steps = 0; subject !== undefined && steps < 4 && !subject.deprel.startsWith("nsubj"); steps++)
    subject = tokens[subject.head];
  const verb = subject?.deprel.startsWith("nsubj") ? tokens[subject.head] : undefined;
  if (verb?.upos !== "VERB" || verb.i < day.i) return undefined;
  // "the attack on Monday killed nine": an act's own day
  if (subject!.i === day.head && !people.has(subject!.lemma.toLowerCase())) return undefined;
  return tokens.slice(day.i + 1, verb.i).every((one) => one.head === verb.i && one.upos !== "PUNCT")
    ? verb
    : undefined;
}
