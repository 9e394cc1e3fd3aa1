/** Reports on one happening, from whatever publishers. Unlike an origin it says nothing of who has the news from whom. */
export interface Story {
  /** Id of the report that began it: of the larger one, where two stories turned out to be one. */
  readonly id: string;
  /** Report ids in the order in which they came. */
  readonly reports: readonly string[];
  /** Why each is in it, in the same order. */
  readonly decisions: readonly StoryDecision[];
}

export interface StoryDecision {
  readonly report: string;
  /** How surely it is of the story: above 0 rather than not. Absent for the report that began it. */
  readonly score?: number;
  /** What weighed most, heaviest first: the feature, its value, and what it gave to the score. */
  readonly because: readonly StoryReason[];
}

export interface StoryReason {
  readonly feature: string;
  readonly value: number;
  readonly gave: number;
}
