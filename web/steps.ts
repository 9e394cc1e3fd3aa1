/** The steps of the two sliders of time: what each stands for, and how much had been published or was known then. */
import type { MomentsAnswer } from "../src/api/schema/lines.ts";
import { day, moment } from "./dates.ts";
import { words } from "./words.ts";

export interface Step {
  /** What goes into the address. */
  readonly at: string;
  /** What came with it: a step without is only a day that passed. */
  readonly came: number;
  /** Reports up to it, and entries first told or changes known. */
  readonly reports: number;
  readonly told: number;
}

/** One step a day, from the first publication to the last. */
export function publishedSteps({ days }: MomentsAnswer): Step[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const on = new Map(days.map((one) => [one.day, one]));
  const steps: Step[] = [];
  let [reports, told] = [0, 0];
  const end = Date.parse(last.day);
  for (let time = Date.parse(first.day); time <= end && steps.length < mostSteps; time += oneDay) {
    const at = new Date(time).toISOString().slice(0, 10);
    const came = on.get(at);
    reports += came?.reports ?? 0;
    told += came?.entries ?? 0;
    steps.push({ at, came: came?.reports ?? 0, reports, told });
  }
  return steps;
}

const oneDay = 86_400_000;
/** Fifty years; a date that is further off is one that somebody mistyped. */
const mostSteps = 18_300;

/** One step a fetch. */
export function knownSteps({ fetches }: MomentsAnswer): Step[] {
  let [reports, told] = [0, 0];
  return fetches.map((one) => {
    reports += one.reports;
    told += one.changes;
    return { at: one.at, came: one.changes, reports, told };
  });
}

/** The step that a time of the address stands for, the last of a day; one past the last is now. */
export function indexOf(steps: readonly Step[], at: string | undefined): number {
  if (at === undefined) return steps.length;
  const limit = at.length === 10 ? Date.parse(at) + oneDay - 1 : Date.parse(at);
  const after = steps.findIndex((step) => Date.parse(step.at) > limit);
  return after < 0 ? steps.length - 1 : Math.max(0, after - 1);
}

/** The next step at which something came, forwards or back; past the last it is now. */
export function nextChange(steps: readonly Step[], from: number, by: 1 | -1): number {
  for (let i = from + by; i >= 0 && i < steps.length; i += by) if ((steps[i]?.came ?? 0) > 0) return i;
  return by > 0 ? steps.length : Math.max(0, Math.min(from, steps.length - 1));
}

/** The step a week away. */
export function weekAway(steps: readonly Step[], from: number, by: 1 | -1): number {
  const at = steps[Math.min(from, steps.length - 1)];
  if (at === undefined) return from;
  const goal = Date.parse(at.at) + by * 7 * oneDay;
  let i = from;
  while (i + by >= 0 && i + by <= steps.length) {
    i += by;
    const time = Date.parse(steps[i]?.at ?? "");
    if (Number.isNaN(time) || (by > 0 ? time >= goal : time <= goal)) break;
  }
  return i;
}

export function stepWords(step: Step | undefined): string {
  if (step === undefined) return words.when.now;
  return step.at.length === 10 ? day(step.at) : moment(step.at);
}
