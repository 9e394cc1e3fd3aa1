import type { ActorRef } from "./actor.ts";
import type { Span } from "./span.ts";

/** A report says who a source was whom an earlier one left unnamed. */
export interface Disclosure {
  readonly actor: ActorRef;
  /** The sentence that says so. */
  readonly evidence: Span;
  /** The outlet that the source had spoken to, as printed; the report's own where it names none. */
  readonly outlet?: string;
  /** ISO day of the earlier report, where given. */
  readonly published?: string;
  /** How the source was described then, as printed ("a former senior official of the bureau"). */
  readonly described?: string;
}
