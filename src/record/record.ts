/**
 * All that the reports of a situation say together: independent origins, and findings reconciled over all
 * their evidence, as of a day and as known on a day. Pure: the same reports and readings give the same
 * record in whatever order they come.
 */
import type { Correction } from "../model/correction.ts";
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { offersOf } from "./actors.ts";
import { capturesOf, standing } from "./captures.ts";
import { correctorOf, holding, offered } from "./corrections/corrections.ts";
import { entriesOf, threadsOf } from "./entries.ts";
import { namingsOf } from "./naming.ts";
import { originsOf } from "./origins.ts";
import { storiesOf } from "./stories/stories.ts";
import { instant, lastInstant } from "./time.ts";
import { toldOf } from "./told.ts";

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
  const known = capturesOf(reports.filter(({ fetchedAt }) => instant(fetchedAt) <= limit));
  const byReport = new Map(corrector.readings.map((reading) => [reading.report, reading]));
  // Joined over all that is known, so that a view as of an earlier day has the same entries under the same ids.
  const told = toldOf(known, byReport);
  const public_ = known.filter(({ at }) => asOf === undefined || instant(at) <= lastInstant(asOf));
  const origins = originsOf(public_, byReport);
  const counted = standing(public_);
  const stands = new Set(counted.map(({ report }) => report.id));
  const published = new Set(public_.map(({ report }) => report.id));
  const { threads, review } = corrector.regroup({
    captures: known,
    told,
    threads: threadsOf(told),
    isPublic: (report) => published.has(report),
    stands: (report) => stands.has(report),
    origins,
  });
  return {
    ...review(entriesOf(threads, stands, origins, namingsOf(public_, byReport))),
    origins: origins.origins,
    stories: storiesOf(counted.map(({ report }) => report)),
    offers: offered(offersOf(counted.flatMap(({ report }) => byReport.get(report.id) ?? [])), held),
    reports: counted
      .map(({ report, at }) => ({ id: report.id, at: instant(at) }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  };
}
