/**
 * Mends what the parser gets wrong where the words themselves contradict it: a finite verb hung on a noun
 * as its conjunct or attribute, a particle hung on the next word. Changes tags, heads and relations only.
 */
import type { Sentence } from "../model/sentence.ts";
import { claimAsNoun, claimAsObject, claimOfDoing, thatOfClaim } from "./mending/claims.ts";
import {
  calledUpon,
  itAsSubject,
  objectAsSubject,
  partOfCount,
  providedThat,
  resultListed,
  resultOfFinite,
  resultOfNearer,
  saidClause,
  subjectOfAfter,
  subjectOfSaid,
  thatClause,
  whoIsTold,
} from "./mending/clauses.ts";
import {
  countBehindDay,
  dayBeforeVerb,
  dayOfSaying,
  laterOfSubject,
  mendOpeningDate,
} from "./mending/days.ts";
import { type Draft, type Mend, retag } from "./mending/draft.ts";
import {
  nounBeforeParticiple,
  nounInIng,
  numberBehindVerb,
  subjectOfNext,
  subjectOfSecond,
  verbBeforeNoun,
  verbBetweenNouns,
  verbOnObject,
} from "./mending/lists.ts";
import { giveVerb } from "./mending/main-verb.ts";
import { openingNoun } from "./mending/people.ts";
import { reportOfList, subjectOfReport, verbBeforeReport } from "./mending/reporting.ts";
import {
  bareAfterModal,
  bareObject,
  particleAsCase,
  particleBehindVerb,
  pastLikeFirst,
  plainPast,
  shotAsVerb,
  strayAgent,
  verbAsAttribute,
  verbBehindParticiple,
} from "./mending/verbs.ts";

/** In this order, token by token: what one mends the next may see. */
const mends: readonly Mend[] = [
  verbOnObject,
  numberBehindVerb,
  nounBeforeParticiple,
  shotAsVerb,
  verbAsAttribute,
  bareObject,
  bareAfterModal,
  thatClause,
  subjectOfNext,
  subjectOfSecond,
  claimAsNoun,
  resultListed,
  resultOfNearer,
  verbBetweenNouns,
  verbBeforeNoun,
  resultOfFinite,
  laterOfSubject,
  nounInIng,
  itAsSubject,
  whoIsTold,
  objectAsSubject,
  providedThat,
  dayBeforeVerb,
  countBehindDay,
  dayOfSaying,
  partOfCount,
  claimOfDoing,
  thatOfClaim,
  subjectOfSaid,
  subjectOfAfter,
  reportOfList,
  calledUpon,
  saidClause,
  strayAgent,
  claimAsObject,
  particleAsCase,
  particleBehindVerb,
  pastLikeFirst,
];

export function mended(sentence: Sentence): Sentence {
  const draft: Draft = { kind: sentence.blockKind, tokens: [...sentence.tokens], changed: false };
  const opening = openingNoun(sentence);
  if (opening !== undefined) retag(draft, opening.i, opening);
  mendOpeningDate(draft, sentence);
  giveVerb(draft, sentence);
  verbBeforeReport(draft);
  subjectOfReport(draft);
  for (let i = 0; i < draft.tokens.length; i++) {
    const token = draft.tokens[i]!;
    const head = draft.tokens[token.head];
    plainPast(draft, token);
    verbBehindParticiple(draft, token);
    if (head === undefined || token.upos === "PUNCT") continue;
    for (const mend of mends) mend(draft, token, head);
  }
  return draft.changed ? { ...sentence, tokens: draft.tokens } : sentence;
}
