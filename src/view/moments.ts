/** When a situation's reports were published and fetched: what a slider of time has for steps, and how dense they are. */
import { datedAhead, dayOf, publishedAt } from "./due.ts";
import type { SituationView } from "./situation.ts";

export interface Moments {
  /** Days of publication that have reports, earliest first. No date that cannot be right is one, or one page of 2099 would be the last. */
  readonly days: readonly PublishedDay[];
  /** Times after which more was known, earliest first. */
  readonly fetches: readonly Fetched[];
}

export interface PublishedDay {
  readonly day: string;
  readonly reports: number;
  /** Entries that were first told on it. */
  readonly entries: number;
}

export interface Fetched {
  /** The last of the fetches that are taken together, ISO 8601. */
  readonly at: string;
  readonly reports: number;
  /** Revisions of the record. */
  readonly changes: number;
}

/** What is fetched within so many milliseconds is one step, the first of these that leaves few enough steps. */
const widths = [60_000, 3_600_000, 86_400_000];
const mostSteps = 600;

/** Of a view of all that there is. */
export function momentsOf({
  reports,
  entries,
  revisions,
}: Pick<SituationView, "reports" | "entries" | "revisions">): Moments {
  const days = new Map<string, { reports: number; entries: number }>();
  const on = (time: string) => {
    const day = dayOf(time);
    const known = days.get(day) ?? { reports: 0, entries: 0 };
    days.set(day, known);
    return known;
  };
  const ahead = datedAhead(reports);
  const rightly = reports.filter(({ id }) => !ahead.has(id));
  for (const report of rightly) on(publishedAt(report)).reports++;
  const last = [...days.keys()].reduce((last, day) => (day > last ? day : last), "");
  for (const { firstAt } of entries) if (firstAt !== "" && dayOf(firstAt) <= last) on(firstAt).entries++;
  return {
    days: [...days]
      .map(([day, counts]) => ({ day, ...counts }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    fetches: fetchesOf(reports, revisions),
  };
}

function fetchesOf(
  reports: SituationView["reports"],
  revisions: SituationView["revisions"],
): readonly Fetched[] {
  const all = [
    ...reports.map(({ fetchedAt }) => ({ at: fetchedAt, reports: 1, changes: 0 })),
    ...revisions.map(({ knownAt }) => ({ at: knownAt, reports: 0, changes: 1 })),
  ]
    .map((one) => ({ ...one, time: Date.parse(one.at) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time);
  let steps: Fetched[] = [];
  for (const width of widths) {
    steps = [];
    let began = Number.NEGATIVE_INFINITY;
    for (const { at, reports, changes, time } of all) {
      const last = steps.at(-1);
      if (last !== undefined && time - began <= width)
        steps[steps.length - 1] = {
          at,
          reports: last.reports + reports,
          changes: last.changes + changes,
        };
      else {
        steps.push({ at, reports, changes });
        began = time;
      }
    }
    if (steps.length <= mostSteps) break;
  }
  return steps;
}
