import type { Amendment } from "./report.ts";
import type { Span } from "./span.ts";

/** One text of a page, as a fetch of it found it, and what that changed in the text before. */
export interface Version {
  readonly report: string;
  /** When it was fetched: it was changed between the version before and then. ISO 8601 in UTC. */
  readonly fetchedAt: string;
  /** When the page says that it was changed last, where it says so. */
  readonly modified?: string;
  /** Sentences that are not as they were, in the order of the text. Empty for the first version. */
  readonly changes: readonly SentenceChange[];
  /** Notes of correction that the version before had not. */
  readonly notes: readonly Amendment[];
  /**
   * How the page owns up to the change: by a note of correction, by a later time of modification alone, or not at all
   * (a silent edit). Absent for the first version.
   */
  readonly told?: "note" | "time" | "silent";
}

/** Offsets of `before` point into the text of the version before, those of `after` into this version's. */
export type SentenceChange =
  | { readonly kind: "added"; readonly after: Span }
  | { readonly kind: "removed"; readonly before: Span }
  | { readonly kind: "moved"; readonly before: Span; readonly after: Span }
  | {
      readonly kind: "reworded";
      readonly before: Span;
      readonly after: Span;
      /** The words that went, and those that came. */
      readonly gone: readonly Span[];
      readonly come: readonly Span[];
    };
