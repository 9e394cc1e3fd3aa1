/**
 * When a source is asked again and an article read again. Pure: the clock is an argument, and what spreads visits is
 * a hash, so that the same history gives the same times.
 *
 * A source's pace follows it: found changed, it is asked sooner, found unchanged, later (multiplicative both ways,
 * so that the pace settles where most visits find little and none misses much). The publisher's own word (RSS ttl,
 * sy:updatePeriod, Cache-Control, Retry-After, skipHours, skipDays) is a floor below which it is never asked.
 */
import { createHash } from "node:crypto";
import type { Health } from "../model/source.ts";

/** Seconds. */
export const pace = {
  first: 30 * 60,
  least: 5 * 60,
  most: 12 * 3600,
  /** The publisher's word counts up to here: some say a year and mean nothing by it. */
  mostAsked: 6 * 3600,
  mostFailing: 24 * 3600,
  gone: 7 * 24 * 3600,
} as const;

const sooner = 0.6;
const later = 1.3;

export interface Found {
  readonly what: "changed" | "unchanged" | "failed" | "gone";
  /** The pace that somebody has set, seconds. */
  readonly own?: number | undefined;
  /** How often the publisher wants to be asked at most, seconds. */
  readonly every?: number | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Hours of the day (UTC) and days of the week (0 is Sunday) at which the publisher wants no visits. */
  readonly skipHours?: readonly number[] | undefined;
  readonly skipDays?: readonly number[] | undefined;
}

/** The pace and the next time after a visit at `now` (ISO 8601). */
export function nextVisit(
  health: Pick<Health, "source" | "every" | "failures" | "visits">,
  found: Found,
  now: string,
): Pick<Health, "every" | "failures" | "nextAt"> {
  const every = found.own ?? paceAfter(health.every, found.what);
  const failures = found.what === "failed" || found.what === "gone" ? health.failures + 1 : 0;
  const floor = Math.min(found.every ?? 0, pace.mostAsked);
  const wait = Math.max(waitOf(every, failures, found.what), floor, found.retryAfter ?? 0);
  const spread = 1 + 0.1 * fraction(`${health.source} ${health.visits}`);
  const next = Date.parse(now) + Math.round(wait * spread) * 1000;
  return { every, failures, nextAt: new Date(outside(next, found)).toISOString() };
}

function paceAfter(every: number, what: Found["what"]): number {
  if (what === "changed") return Math.max(pace.least, Math.round(every * sooner));
  if (what === "unchanged") return Math.min(pace.most, Math.round(every * later));
  return every;
}

/** Twice as long after each failure in a row; a source that says it is gone is asked once a week. */
function waitOf(every: number, failures: number, what: Found["what"]): number {
  if (what === "gone") return pace.gone;
  if (failures === 0) return every;
  return Math.min(pace.mostFailing, Math.max(every, pace.least) * 2 ** Math.min(failures - 1, 20));
}

/** The time itself, or the start of the first hour after it at which visits are wanted. */
function outside(time: number, { skipHours = [], skipDays = [] }: Found): number {
  const unwanted = (at: Date) => skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay());
  if (!unwanted(new Date(time))) return time;
  const hour = 3_600_000;
  for (let i = 1; i <= 7 * 24; i++) {
    const start = Math.floor(time / hour + i) * hour;
    if (!unwanted(new Date(start))) return start;
  }
  // It wants no visit ever, which can't be meant.
  return time;
}

/** Hours after the first reading at which an article is looked at again: most silent edits fall into the first day. */
const revisits = [1, 6, 24, 72];
const hourSeconds = 3600;

/**
 * When an article is read again after so many reads; undefined when it has been read enough, or was old when it
 * was first seen (`age`, seconds; absent when unknown).
 */
export function nextRead(key: string, reads: number, now: string, age?: number): string | undefined {
  const hours = revisits[reads - 1];
  if (hours === undefined || (age !== undefined && age > 7 * 24 * hourSeconds)) return undefined;
  const since = revisits[reads - 2] ?? 0;
  return after(now, (hours - since) * hourSeconds * (1 + 0.1 * fraction(`${key} ${reads}`)));
}

/** Seconds after each failure in a row; then the failure is the item's outcome. */
const retries = [5 * 60, 20 * 60, 80 * 60, 5 * hourSeconds, 20 * hourSeconds];

/** When an article that failed in passing is tried again; undefined when it has been tried enough. */
export function nextTry(key: string, failures: number, now: string, retryAfter = 0): string | undefined {
  const wait = retries[failures - 1];
  if (wait === undefined) return undefined;
  return after(now, Math.max(wait, retryAfter) * (1 + 0.1 * fraction(`${key} ${failures}`)));
}

function after(now: string, seconds: number): string {
  return new Date(Date.parse(now) + Math.round(seconds) * 1000).toISOString();
}

/** From 0 to 1, the same for the same words. */
function fraction(words: string): number {
  return createHash("sha256").update(words).digest().readUInt32BE() / 2 ** 32;
}
