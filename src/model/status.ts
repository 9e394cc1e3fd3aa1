import type { Span } from "./span.ts";

/** How far the embedded act has got: "authorised the army to cross" is the crossing, authorised. */
export type Stage =
  | "discussed"
  | "planned"
  | "authorised"
  | "announced"
  | "threatened"
  | "attempted"
  | "under-way"
  | "done"
  | "called-off";

export type Polarity = "affirmed" | "denied";

export type Certainty = "asserted" | "probable" | "possible" | "unknown";

/** The three parts are never mixed: "has not ruled out strikes" is neither "strikes" nor "no strikes". */
export interface Status {
  readonly stage?: Stage;
  /** Absent for an act called off. */
  readonly polarity?: Polarity;
  readonly certainty: Certainty;
  /** The words that carry it ("may", "planned", "denied"). */
  readonly carriers?: readonly Span[];
  /**
   * Of a denied deed: the one of these words by which it did not come about ("prevented", "refused", "cannot"), where
   * nobody says of it that it is not so.
   */
  readonly unrealisedBy?: Span;
}
