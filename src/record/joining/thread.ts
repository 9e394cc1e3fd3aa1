import type { Mark } from "../../model/correction.ts";
import type { Told } from "../tellings/told.ts";

/** What is told of one thing by all reports of the archive, so that an entry's id hangs on the first of them. */
export interface Thread {
  /** In the order in which it was fetched. */
  readonly told: readonly Told[];
  /** Theirs, and maybe of more that came later: of a thread as it was joined. */
  readonly orders?: readonly number[];
  /** The telling that it is named by; an analyst may have taken it out. */
  readonly founder: Told;
  /** Its entry's, made from the founder. */
  readonly id: string;
  /** Corrections that made it what it is. */
  readonly marks?: readonly Mark[];
}
