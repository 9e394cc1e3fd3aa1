/**
 * All that the reports of a situation say together: independent origins, and findings reconciled over all
 * their evidence, as of a day and as known on a day. Pure: the same reports and readings give the same
 * record in whatever order they come.
 */
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { RecordHistory, type RecordOptions } from "./history.ts";

export type { Worked } from "./growing-record.ts";
export { RecordHistory, type RecordOptions } from "./history.ts";
export { revisions } from "./revisions.ts";

/** A report without a reading counts as a report and for origins, and says nothing. */
export function recordOf(
  reports: readonly Report[],
  readings: readonly Reading[],
  options: RecordOptions = {},
): SituationRecord {
  const history = new RecordHistory();
  history.add(reports, readings);
  return history.at(options);
}
