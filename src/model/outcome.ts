import type { StageName } from "./problem.ts";

/** What became of one input: kept for good, also when it failed. */
export interface Outcome {
  readonly input: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly ok: boolean;
  readonly report?: string;
  readonly stage?: StageName;
  readonly code?: string;
  /** One line. */
  readonly message?: string;
}
