/** How a source does, in words. */
import type { Health } from "../model/source.ts";

/** "works, 12 items in all, asked every 30 min, next in 12 min" */
export function healthLine(health: Health | undefined, waiting: number, now: string): string {
  if (health === undefined) return "not visited yet";
  const parts: string[] = [];
  if (health.failures > 0) {
    const times = health.failures === 1 ? "once" : `${health.failures} times`;
    parts.push(`failing (${times}): ${health.problem ?? "unknown"}`);
  } else parts.push(health.visitedAt === undefined ? "not visited yet" : "works");
  if (health.items > 0) parts.push(`${health.items} ${health.items === 1 ? "item" : "items"} in all`);
  if (waiting > 0) parts.push(`${waiting} waiting to be read`);
  if (health.changedAt !== undefined) parts.push(`last new ${ago(health.changedAt, now)}`);
  if (health.websub?.until !== undefined && health.websub.until > now) parts.push("its hub tells of changes");
  if (health.visitedAt !== undefined) parts.push(`asked every ${span(health.every)}`);
  const wait = (Date.parse(health.nextAt) - Date.parse(now)) / 1000;
  parts.push(wait <= 0 ? "due now" : `next in ${span(wait)}`);
  return parts.join(", ");
}

function ago(time: string, now: string): string {
  return `${span(Math.max(0, (Date.parse(now) - Date.parse(time)) / 1000))} ago`;
}

/** Seconds as people say them, in one unit. */
function span(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
