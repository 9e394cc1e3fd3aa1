import type { Span } from "./span.ts";

/**
 * A time in TIMEX3 terms, resolved as far as the report allows. Absent parts are unknown: a relative
 * date without a publication time stays open ("XXXX-02") rather than wrong.
 */
export interface Time {
  /** TIMEX3 value: "2025-11-05", "2025-09", "XXXX-02", "P6M", "PAST_REF" … */
  readonly value: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** First and last day that it may cover, ISO dates; `to` is null while it is still open ("since …"). */
  readonly from?: string;
  readonly to?: string | null;
  /** As printed. */
  readonly words: string;
  /** True when every part is printed; false when a part was inferred from the publication time. */
  readonly stated: boolean;
}

export interface TimeMention extends Span {
  readonly time: Time;
}
