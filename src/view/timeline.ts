/**
 * Events by when they hold, acts that are done apart from acts that are not. A day that no report names
 * is never made up: such an event stands at the day of its first report and says so. And the short form: the days
 * that matter most, with the sentences that tell of each.
 */
import type { Entry, SituationRecord } from "../model/entry.ts";
import type { Finding } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Status } from "../model/status.ts";
import { publishedAt } from "./due.ts";
import { byTime } from "./instant.ts";
import { type KeyDay, keyDaysOf, type TellingSentence, type Wanted } from "./key-days.ts";

export interface Timeline {
  /** Told as attempted, under way or done. Earliest first. */
  readonly done: readonly TimelineItem[];
  /** Discussed to threatened, called off, denied, or without a stage: nobody says that these have happened. */
  readonly ahead: readonly TimelineItem[];
}

export interface TimelineItem {
  readonly entry: string;
  /** First and last day that it may cover, ISO dates; `to` is null while it is open, absent for one day. */
  readonly from: string;
  readonly to?: string | null;
  /** Where the day comes from: printed, worked out from the publication time, or that of the report. */
  readonly dated: "stated" | "inferred" | "report";
  readonly background: boolean;
}

export function timelineOf(entries: readonly Entry[]): Timeline {
  const events = entries.filter(({ kind }) => kind === "event");
  const items = (happened: boolean) =>
    events
      .filter(({ status }) => hasHappened(status) === happened)
      .map(itemOf)
      .sort((a, b) => compare(a.from, b.from) || compare(a.entry, b.entry));
  return { done: items(true), ahead: items(false) };
}

/** Whether it is told as having begun; an act that is denied, or whose stage nobody states, is not. */
export function hasHappened(status: Status | undefined): boolean {
  if (status?.polarity === "denied") return false;
  return status?.stage === "done" || status?.stage === "under-way" || status?.stage === "attempted";
}

/**
 * The days that most independent origins name and still name later. Sentences are those that the record's entries
 * rest on; reports that do not count as of its time are left out.
 */
export function keyDaysIn(
  record: Pick<SituationRecord, "entries" | "origins" | "reports">,
  reports: readonly Report[],
  readings: readonly Reading[],
  wanted: Wanted,
): KeyDay[] {
  const counted = new Set(record.reports);
  const originOf = new Map(
    record.origins.flatMap(({ id, reports }) => reports.map((report) => [report, id])),
  );
  const times = new Map(readings.map(({ report, times }) => [report, times]));
  const sentences = sentencesOf(record);
  const told = reports
    .filter(({ id }) => counted.has(id))
    .map((report) => ({
      report: report.id,
      text: report.text,
      origin: originOf.get(report.id) ?? report.id,
      published: publishedAt(report),
      times: times.get(report.id) ?? [],
      sentences: [...(sentences.get(report.id)?.values() ?? [])],
    }));
  return keyDaysOf(told, wanted);
}

/** By report and where they stand, those that the record's entries rest on. */
function sentencesOf({
  entries,
}: Pick<SituationRecord, "entries">): Map<string, Map<string, TellingSentence>> {
  const sentences = new Map<string, Map<string, TellingSentence>>();
  const done = new Set<string>();
  for (const { evidence } of entries) {
    for (const { report, finding } of evidence) {
      let own = sentences.get(report);
      if (own === undefined) {
        own = new Map();
        sentences.set(report, own);
      }
      const { start, end } = finding.evidence;
      const at = `${start} ${end}`;
      if (finding.kind === "event" && hasHappened(finding.status)) done.add(`${report} ${at}`);
      const isAhead = isUndone(finding) || own.get(at)?.isAhead === true;
      own.set(at, { start, end, ...(isAhead && !done.has(`${report} ${at}`) ? { isAhead } : {}) });
    }
  }
  return sentences;
}

/** Planned, expected, called off or denied. */
function isUndone(finding: Finding): boolean {
  if (finding.kind === "expectation") return true;
  if (finding.kind !== "event" || finding.status === undefined) return false;
  const { stage, polarity } = finding.status;
  return polarity === "denied" || (stage !== undefined && !hasHappened(finding.status));
}

function itemOf({ id, lead, evidence }: Entry): TimelineItem {
  const background = lead.kind === "event" && lead.event.background === true;
  const { time } = lead;
  if (time?.from !== undefined) {
    const to = time.to === undefined || time.to === time.from ? {} : { to: time.to };
    return { entry: id, from: time.from, ...to, dated: time.stated ? "stated" : "inferred", background };
  }
  const first = evidence.map(({ at }) => at).sort(byTime)[0] ?? "";
  return { entry: id, from: first.slice(0, 10), dated: "report", background };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
