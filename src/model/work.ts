/**
 * Long work under way, told to who looks on: how much of it is done. Working state, replaced as it goes on; nothing of
 * the record is made from it.
 */
export interface Work {
  readonly id: string;
  readonly what: "adding" | "rereading" | "fetching";
  /** The situation that it is done for, where it is for one. */
  readonly situation?: string;
  readonly done: number;
  /** How many there are in all, as far as is known yet; absent where nobody can say. */
  readonly of?: number;
  /** Of those done, the ones that failed. */
  readonly failed: number;
  /** ISO 8601 in UTC, as all times here. */
  readonly since: string;
  /** Last heard of: work that says nothing for a minute has died with its process. */
  readonly at: string;
  readonly ended?: string;
  /** One line: why it broke off, and what to do. */
  readonly problem?: string;
}

/** Seconds after which work that says nothing is given up. */
export const silence = 60;
