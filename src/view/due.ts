/** Days by which something was to happen, and which of them are past. "Now" is the last publication, never a clock. */
import type { Entry } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import type { Time } from "../model/time.ts";
import { byTime } from "./instant.ts";

/** Day of the last publication among the reports that count; undefined where none does. */
export function lastDay(reports: readonly Report[], counted: ReadonlySet<string>): string | undefined {
  const all = reports.filter(({ id }) => counted.has(id));
  const ahead = datedAhead(all);
  let last: string | undefined;
  for (const report of all) {
    if (ahead.has(report.id)) continue;
    const day = dayOf(publishedAt(report));
    if (last === undefined || day > last) last = day;
  }
  return last;
}

type Dated = Pick<Report, "id" | "fetchedAt"> & { readonly published?: { readonly value: string } };

/**
 * Ids of reports whose date cannot be right: they say that they were published more than a day after they were fetched. One such
 * page would make all that is awaited overdue. None where most say so: then it is the clock of the machine that was wrong.
 */
export function datedAhead(reports: readonly Dated[]): ReadonlySet<string> {
  const ahead = reports.filter((one) => dayOf(publishedAt(one)) > dayAfter(one.fetchedAt));
  return new Set(2 * ahead.length > reports.length ? [] : ahead.map(({ id }) => id));
}

/** When it was published, as far as it says. */
export function publishedAt({ published, fetchedAt }: Pick<Dated, "published" | "fetchedAt">): string {
  return published?.value ?? fetchedAt;
}

/** Clocks differ by zones: a page of tomorrow in the west may be of today in the east. */
function dayAfter(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? "9999" : new Date(at + 86_400_000).toISOString().slice(0, 10);
}

/**
 * The last day by which it was to come, as an ISO date: of an expectation, and of an act that is planned. Absent for
 * what is done, denied or called off, what has no day or an open end, and what was past when it was first told.
 */
export function dueDay({ lead, status, evidence }: Entry): string | undefined {
  if (status?.polarity === "denied" || status?.stage === "called-off") return undefined;
  const time = timeOf(lead, status);
  const day = time?.to === undefined ? time?.from : (time.to ?? undefined);
  if (day === undefined || evidence.length === 0) return undefined;
  const told = evidence.map(({ at }) => at).reduce((first, at) => (byTime(at, first) < 0 ? at : first));
  // "Authorised on Wednesday", told on Wednesday: the day of the order, not the day of the act.
  const isAhead = lead.kind === "event" ? day > dayOf(told) : day >= dayOf(told);
  return isAhead ? day.slice(0, 10) : undefined;
}

/** What an expectation waits for is ahead whatever its status; an act is where it has not begun. */
function timeOf(lead: Entry["lead"], status: Entry["status"]): Time | undefined {
  if (lead.kind === "expectation") return lead.expectation.by;
  if (lead.kind !== "event" || lead.event.background === true) return undefined;
  return status?.stage === undefined || begun.has(status.stage) ? undefined : lead.time;
}

/** Whether its day is over on another day. */
export function isOverdue(entry: Entry, day: string | undefined): boolean {
  const due = dueDay(entry);
  return due !== undefined && day !== undefined && due < day;
}

const begun: ReadonlySet<string> = new Set(["attempted", "under-way", "done"]);

/** A time's day in UTC; a day alone is that day. */
export function dayOf(time: string): string {
  if (time.length <= 10) return time;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time.slice(0, 10) : at.toISOString().slice(0, 10);
}
