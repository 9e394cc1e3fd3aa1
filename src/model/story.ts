/** Reports on one happening, from whatever publishers. Unlike an origin it says nothing of who has the news from whom. */
export interface Story {
  /** Id of its earliest report. */
  readonly id: string;
  /** Report ids in the order in which they came. */
  readonly reports: readonly string[];
  /** Why each is in it, in the same order. */
  readonly decisions: readonly StoryDecision[];
  /** Why reports of several languages are one story; absent where all are of one. */
  readonly across?: readonly StoryLink[];
}

/** Two stories, each of one language, are one. */
export interface StoryLink {
  /** A report of each of the two. */
  readonly report: string;
  readonly with: string;
  /** How surely they are one, above 0. */
  readonly score: number;
  /** What weighed most, heaviest first. */
  readonly because: readonly StoryReason[];
}

export interface StoryDecision extends StoryJudgement {
  readonly report: string;
  /** What was judged of it before, the first first; absent where it was judged once. */
  readonly earlier?: readonly StoryJudgement[];
}

export interface StoryJudgement {
  /** How surely it is of the story: above 0 rather than not. Absent for the report that began it. */
  readonly score?: number;
  /** What weighed most, heaviest first: the feature, its value, and what it gave to the score. */
  readonly because: readonly StoryReason[];
  /** What later evidence changed: it went to another story, its story became one with another, or was two. */
  readonly later?: "moved" | "merged" | "split";
}

export interface StoryReason {
  readonly feature: string;
  readonly value: number;
  readonly gave: number;
}
