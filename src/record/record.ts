/**
 * All that the reports of a situation say together: independent origins, and findings reconciled over all
 * their evidence, as of a day and as known on a day. Pure: the same reports and readings give the same
 * record in whatever order they come.
 */
import type { Correction } from "../model/correction.ts";
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { inFetchOrder } from "./captures.ts";
import { correctorOf, holding } from "./corrections/corrections.ts";
import { GrowingRecord } from "./growing-record.ts";
import { lastInstant } from "./time.ts";

export { revisions } from "./revisions.ts";

export interface RecordOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly corrections?: readonly Correction[];
}

/**
 * `asOf` leaves out what was published later than the end of that day, `knownAt` what was fetched later, and
 * corrections that were made later. A report without a reading counts as a report and for origins, and says nothing.
 */
export function recordOf(
  reports: readonly Report[],
  readings: readonly Reading[],
  { asOf, knownAt, corrections = [] }: RecordOptions = {},
): SituationRecord {
  const limit = knownAt === undefined ? Number.POSITIVE_INFINITY : lastInstant(knownAt);
  const held = holding(corrections, limit);
  const corrector = correctorOf(readings, held);
  const byReport = new Map(corrector.readings.map((reading) => [reading.report, reading]));
  const record = new GrowingRecord();
  for (const report of inFetchOrder(reports)) record.add(report, byReport.get(report.id));
  return record.view({ asOf, knownAt, corrections: held, corrector });
}
