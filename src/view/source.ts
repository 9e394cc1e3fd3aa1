/** How a source does, in words. */
import type { Health } from "../model/source.ts";
import { english, type Words } from "./words/words.ts";

/** "works, 12 items in all, asked every 30 min, next in 12 min" */
export function healthLine(
  health: Health | undefined,
  waiting: number,
  now: string,
  words: Words = english,
): string {
  const { source } = words;
  if (health === undefined) return source.new;
  const parts: string[] = [];
  if (health.failures > 0) {
    const { problem } = health;
    parts.push(source.failing(health.failures, problem === undefined ? source.unknown : words.told(problem)));
  } else parts.push(health.visitedAt === undefined ? source.new : source.works);
  if (health.items > 0) parts.push(source.items(health.items));
  if (waiting > 0) parts.push(source.waiting(waiting));
  if (health.changedAt !== undefined) {
    const passed = (Date.parse(now) - Date.parse(health.changedAt)) / 1000;
    parts.push(source.lastNew(span(Math.max(0, passed), words)));
  }
  if (health.websub?.until !== undefined && health.websub.until > now) parts.push(source.hub);
  if (health.visitedAt !== undefined) parts.push(source.asked(span(health.every, words)));
  const wait = (Date.parse(health.nextAt) - Date.parse(now)) / 1000;
  parts.push(wait <= 0 ? source.due : source.next(span(wait, words)));
  return parts.join(", ");
}

/** Seconds as people say them, in one unit. */
function span(seconds: number, { source }: Words): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return source.days(Math.round(seconds / 86_400));
}
