/** What is said of a count, before its finding is made. */
import type { Token } from "../../model/sentence.ts";

export interface Measured {
  readonly measure: string;
  /** What any verb says of people or of things with a listed unit; of others it says too little. */
  readonly loose?: true;
  /** The value of a count that runs on, which may be of more than the incident told ("bringing this year's toll to 49"). */
  readonly runs?: true;
  /** The subject of `by` gives the count, whoever is quoted beside it. */
  readonly given?: true;
  /** Who does it, where that is not who its clause says. */
  readonly who?: readonly Token[];
  /** What was counted, where no noun says so ("225-201"). */
  readonly unit?: string;
  /** The word that states it, whose clause gives status, actors, time and place. */
  readonly by: Token;
}

/** Fewer things are told one by one: what is said of few that are no listed unit is no figure. */
export const many = 20;

/** Measures that befall people alone. */
export function isToll(measure: string): boolean {
  return /^(killed|injured|missing|detained|abducted|shot|displaced|arrested|stabbed)$/.test(measure);
}
