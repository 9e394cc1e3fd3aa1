export type Change = "new" | "corroborated" | "revised" | "contradicted" | "withdrawn" | "superseded";

/** What may be told to a reader who looks again: a change, or that a day passed and nothing came of it. */
export type NewsKind = Change | "overdue";

/** An entry's change. Two times: when it holds, and when we knew. Append-only. */
export interface Revision {
  /** Deterministic: a hash over entry, change, knownAt and body. */
  readonly id: string;
  readonly entry: string;
  readonly change: Change;
  /** When it holds: publication time of the evidence that made the change. */
  readonly holdsAt: string;
  /** When we knew: fetch time of that evidence. */
  readonly knownAt: string;
  /** Reports that made the change. */
  readonly reports: readonly string[];
  /** What changed, from and to, in short values ("planned", "authorised"; "11", "9"). */
  readonly from?: string;
  readonly to?: string;
  /** Corrections by analysts that made the change, or had a part in it. */
  readonly corrections?: readonly string[];
  /** Why, where no report says it: "out of scope since 2031-05-01". */
  readonly because?: string;
}
