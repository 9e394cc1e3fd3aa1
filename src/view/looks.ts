/** When somebody looked, in instants of what was known. */
import type { Correction } from "../model/correction.ts";
import type { Report } from "../model/report.ts";
import { byTime } from "./instant.ts";

/** A day stands for its end, as everywhere that a limit is named. */
export function endOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(moment) ? `${moment}T23:59:59.999Z` : new Date(moment).toISOString();
}

/**
 * What is seen by who looks: all that was fetched and corrected, up to a moment where one is named. Undefined where
 * there is nothing to see. Times of what is known rather than the clock's: what is being read now was fetched before now.
 */
export function seenBy(
  {
    reports,
    corrections,
  }: { readonly reports: readonly Report[]; readonly corrections: readonly Correction[] },
  knownAt?: string,
): string | undefined {
  if (knownAt !== undefined) return endOf(knownAt);
  return [...reports.map(({ fetchedAt }) => fetchedAt), ...corrections.map(({ at }) => at)]
    .sort(byTime)
    .at(-1);
}
