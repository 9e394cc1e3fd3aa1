/**
 * What a situation is about, so that reports find it by themselves. Every part that is given must be met; of the several
 * words, actors or places of one part, one is enough. A scope without parts catches nothing.
 */
export interface Scope {
  /** Words or phrases that a report's title or text must hold, in any case and with or without accents. */
  readonly terms?: readonly string[];
  /** Actor ids ("government:KE"), or names as reports print them. */
  readonly actors?: readonly string[];
  /** ISO 3166-1 alpha-2 codes, gazetteer ids, or names of places. */
  readonly places?: readonly string[];
  /** Publishers' names, or hosts. */
  readonly publishers?: readonly string[];
  /** First and last day of publication, ISO dates. */
  readonly from?: string;
  readonly to?: string;
  /** Words or phrases that keep a report out, whatever else it holds. */
  readonly not?: readonly string[];
}

/** A scope as somebody set it; a later one of the same situation takes its place. */
export interface ScopeSet {
  readonly situation: string;
  readonly scope: Scope;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Who set it, where known. */
  readonly by?: string;
}

/** Why a report is within a scope: what of each part was met, as the report prints it. */
export interface Caught {
  readonly terms: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
}

/** A word, actor or place that most of what a scope catches tells of and little else does. */
export interface Suggestion {
  readonly part: "terms" | "actors" | "places";
  /** As it would be put into the scope. */
  readonly value: string;
  readonly name: string;
  /** Reports within the scope that hold it, and others. */
  readonly within: number;
  readonly outside: number;
}
