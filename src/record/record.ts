/**
 * All that the reports of a situation say together: independent origins, and findings reconciled over all
 * their evidence, as of a day and as known on a day. Pure: the same reports and readings give the same
 * record in whatever order they come.
 */
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { offersOf } from "./actors.ts";
import { capturesOf, standing } from "./captures.ts";
import { entriesOf, threadsOf } from "./entries.ts";
import { namingsOf } from "./naming.ts";
import { originsOf } from "./origins.ts";
import { storiesOf } from "./stories/stories.ts";
import { instant, lastInstant } from "./time.ts";
import { toldOf } from "./told.ts";

export { revisions } from "./revisions.ts";

/**
 * `asOf` leaves out what was published later than the end of that day, `knownAt` what was fetched later.
 * A report without a reading counts as a report and for origins, and says nothing.
 */
export function recordOf(
  reports: readonly Report[],
  readings: readonly Reading[],
  when: { readonly asOf?: string; readonly knownAt?: string } = {},
): SituationRecord {
  const limit = when.knownAt === undefined ? Number.POSITIVE_INFINITY : lastInstant(when.knownAt);
  const known = capturesOf(reports.filter(({ fetchedAt }) => instant(fetchedAt) <= limit));
  const byReport = new Map(readings.map((reading) => [reading.report, reading]));
  // Joined over all that is known, so that a view as of an earlier day has the same entries under the same ids.
  const threads = threadsOf(toldOf(known, byReport));
  const public_ = known.filter(({ at }) => when.asOf === undefined || instant(at) <= lastInstant(when.asOf));
  const origins = originsOf(public_, byReport);
  const counted = standing(public_);
  return {
    entries: entriesOf(
      threads,
      new Set(counted.map(({ report }) => report.id)),
      origins,
      namingsOf(public_, byReport),
    ),
    origins: origins.origins,
    stories: storiesOf(counted.map(({ report }) => report)),
    offers: offersOf(counted.flatMap(({ report }) => byReport.get(report.id) ?? [])),
    reports: counted
      .map(({ report, at }) => ({ id: report.id, at: instant(at) }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  };
}
