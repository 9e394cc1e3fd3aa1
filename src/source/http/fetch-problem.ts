/** A failed fetch: a Problem that also says whether and when to ask again. */
import { Problem } from "../../model/problem.ts";

export interface FetchFailure {
  /** The answer's status, where one came. */
  readonly status?: number;
  /** Seconds that the server asks to wait, a day at most. */
  readonly retryAfter?: number;
  /** Worth trying again by itself: the same request may succeed later. */
  readonly passing?: boolean;
  readonly cause?: unknown;
}

/** Its message is one line: what, where, what to do. */
export class FetchProblem extends Problem {
  readonly status?: number;
  readonly retryAfter?: number;
  readonly passing: boolean;

  constructor(code: string, where: string, message: string, failure: FetchFailure = {}) {
    super("source", code, where, message, failure.cause);
    this.name = "FetchProblem";
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.retryAfter !== undefined) this.retryAfter = failure.retryAfter;
    this.passing = failure.passing === true;
  }
}
