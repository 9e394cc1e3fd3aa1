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
  /** Who set it, where known, and why. */
  readonly by?: string;
  readonly reason?: string;
}

/** Why a report is within a scope: what of each part was met, as the report prints it. */
export interface Caught {
  readonly terms: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
}

/** The parts whose values the archive can be asked for. */
export type ValuePart = "terms" | "actors" | "places" | "publishers";

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

/** Why a scope takes a report in, or leaves it out. */
export type Because =
  | { readonly kind: "caught"; readonly caught: Caught }
  /**
   * Its story is in: `caught` of the story's `of` reports are caught, and `like` is the one nearest in time that meets the
   * scope where it begins.
   */
  | {
      readonly kind: "story";
      readonly story: string;
      readonly like: string;
      readonly caught: number;
      readonly of: number;
    }
  /** An earlier capture of its page is in: what a page says now takes the place of what it said. */
  | { readonly kind: "page"; readonly of: string }
  | { readonly kind: "left-out"; readonly part: ScopePart }
  /** Somebody read it for the situation anew. */
  | { readonly kind: "hand" }
  /** It was in the archive, and nobody had put it there yet. */
  | { readonly kind: "not-put" };

/** The part of a scope that a report does not meet. */
export type ScopePart = "terms" | "actors" | "places" | "publishers" | "days" | "not";

/** That a report is in a situation from a moment on, or no longer. Append-only: the last one holds. */
export interface Selection {
  readonly situation: string;
  readonly report: string;
  /** ISO 8601 in UTC: a record as known before has none of it. */
  readonly at: string;
  readonly is: "in" | "out";
  readonly because: Because;
}

/** What a scope would change of a situation, before it is set. */
export interface ScopePreview {
  /** Reports of the archive; those that are caught, and those that come in with their stories. */
  readonly archive: number;
  readonly caught: number;
  readonly byStory: number;
  /** Reports that are in the situation now, and that would be. */
  readonly before: number;
  readonly after: number;
  readonly in: Moves;
  readonly out: Moves;
}

export interface Moves {
  readonly count: number;
  /** The first of them, the latest published first. */
  readonly examples: readonly Move[];
}

export interface Move {
  readonly report: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published: string;
  readonly because: Because;
  /** Title of the report that its story comes in with. */
  readonly like?: string;
}

/** A report of a situation that is not in it now, and why: by its scope, or by the word of an analyst. */
export interface Absence {
  readonly report: string;
  readonly since: string;
  readonly because: Because | { readonly kind: "analyst"; readonly by: string; readonly reason?: string };
  /** The correction that takes it out, where one does. */
  readonly correction?: string;
}
