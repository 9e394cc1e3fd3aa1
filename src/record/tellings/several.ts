/**
 * Of which acts a report tells several deeds. One that tells of one shooting says "shot" of nothing else; one that tells of a war or
 * a disaster says "killed" of many, and that another report of it says so too does not make the two one.
 */
import type { Finding, FindingOf } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { actOf } from "./acts.ts";
import { type Window, windowOfTime } from "./time.ts";
import { contentOf, overlap } from "./words.ts";

/** Tellings of one act, each with nothing in common with another, from which on they are several deeds: two can be of one. */
const enough = 3;
/** Tellings that are looked at, of each act. */
const most = 12;

interface Telling {
  readonly about: ReadonlySet<string>;
  readonly on: Window | undefined;
  readonly background: boolean;
}

export function severalIn(report: Report, findings: readonly Finding[]): ReadonlySet<string> {
  const deeds = new Map<string, FindingOf<"event">[]>();
  for (const finding of findings) {
    if (finding.kind !== "event" || finding.event.habitual === true || isAhead(finding)) continue;
    const act = actOf(finding.event);
    const known = deeds.get(act);
    if (known === undefined) deeds.set(act, [finding]);
    else if (known.length < most) known.push(finding);
  }
  const several = new Set<string>();
  for (const [act, tellings] of deeds) if (areSeveral(report, act, tellings)) several.add(act);
  return several;
}

/** How many tellings of each act there are, done or not. */
export function countsByAct(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.kind !== "event") continue;
    const act = actOf(finding.event);
    counts.set(act, (counts.get(act) ?? 0) + 1);
  }
  return counts;
}

function areSeveral(report: Report, act: string, findings: readonly FindingOf<"event">[]): boolean {
  if (findings.length < enough && !canBeSurelyTwo(findings)) return false;
  const unlike: Telling[] = [];
  for (const { event, recipients, instruments, time } of findings) {
    const what = report.text.slice(event.what.start, event.what.end);
    const about = contentOf([what, ...instruments, ...recipients.map(({ name }) => name)].join(" "));
    about.delete(act);
    const telling = { about, on: windowOfTime(time), background: event.background === true };
    if (about.size === 0 || unlike.some((other) => overlap(other.about, about).shared > 0)) continue;
    if (unlike.some((other) => areSurelyTwo(other, telling))) return true;
    if (unlike.push(telling) === enough) return true;
  }
  return false;
}

/** Asked first, as words take long. */
function canBeSurelyTwo([first, second]: readonly FindingOf<"event">[]): boolean {
  if (first === undefined || second === undefined) return false;
  const areDated = first.time !== undefined && second.time !== undefined;
  return areDated || (first.event.background === true) !== (second.event.background === true);
}

function areSurelyTwo(a: Telling, b: Telling): boolean {
  if (a.background !== b.background) return true;
  return a.on !== undefined && b.on !== undefined && (a.on.to < b.on.from || b.on.to < a.on.from);
}

function isAhead({ status }: FindingOf<"event">): boolean {
  const stage = status?.stage;
  return stage !== undefined && stage !== "done" && stage !== "under-way" && stage !== "attempted";
}
