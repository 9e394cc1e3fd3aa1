import type { Actor } from "./actor.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Finding } from "./finding.ts";
import type { PlaceMention } from "./place.ts";
import type { TimeMention } from "./time.ts";

/** What one report says: the output of all readers on it. */
export interface Reading {
  /** Report id. */
  readonly report: string;
  /** Version of the readers and models that made it. */
  readonly version: string;
  readonly findings: readonly Finding[];
  readonly actors: readonly Actor[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  /** Other outlets that the report leans on ("first reported by …"), as printed; feeds origins. */
  readonly cites: readonly string[];
  /** Sources of earlier reports that it names; absent in readings of earlier versions. */
  readonly disclosures?: readonly Disclosure[];
  /** Why the report was kept but not read ("language es has no reader yet"). */
  readonly unread?: string;
}
