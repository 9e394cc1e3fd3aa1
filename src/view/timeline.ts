/**
 * Events by when they hold, acts that are done apart from acts that are not. A day that no report names
 * is never made up: such an event stands at the day of its first report and says so.
 */
import type { Entry } from "../model/entry.ts";
import type { Status } from "../model/status.ts";
import { byTime } from "./instant.ts";

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
