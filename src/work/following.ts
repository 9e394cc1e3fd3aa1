/** What following needs, and what it tells while it goes on. */
import type { Document } from "../model/document.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Problem } from "../model/problem.ts";
import type { Health, Source } from "../model/source.ts";
import type { Failed, Read } from "../pipeline.ts";
import type { Fetcher } from "../source/http/fetcher.ts";
import type { Store } from "../store/store.ts";

export interface FollowDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  /** The clock, ISO 8601 in UTC. */
  readonly now: () => string;
  /** A document through the pure stages, here or on worker threads. */
  readonly read: (document: Document) => AsyncIterable<Read | Failed>;
  readonly on?: (event: FollowEvent) => void;
  /** An address of this server that the outside can reach: hubs call there. */
  readonly callback?: string;
}

export type FollowEvent =
  | {
      readonly what: "visited";
      readonly source: Source;
      readonly health: Health;
      /** Items, or a changed page, that were not there before. */
      readonly found: number;
      readonly problem?: Problem;
    }
  | { readonly what: "read"; readonly source: Source; readonly outcome: Outcome }
  /** An article that was looked at again and says what it said, or that another source had brought. */
  | { readonly what: "same"; readonly source: Source; readonly url: string }
  /** An article that could not be had for now. */
  | { readonly what: "later"; readonly source: Source; readonly url: string; readonly problem: Problem };
