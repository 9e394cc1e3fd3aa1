/**
 * The life of an entry from what its reports say of it: discussed, authorised, called off. A step is what
 * most independent origins of a day say, the weaker one on a tie; a later report that only mentions an
 * earlier stage takes nothing back.
 */
import type { StatusPoint } from "../../model/entry.ts";
import type { Finding } from "../../model/finding.ts";
import type { Certainty, Stage, Status } from "../../model/status.ts";
import { day } from "../tellings/time.ts";
import type { Told } from "../tellings/told.ts";

export interface Testimony {
  readonly told: Told;
  /** What it tells. */
  readonly finding: Finding;
  readonly voice: string;
}

/** How far the act has got. Attempted is behind under way: it may not have come off. */
const reach: Readonly<Record<Stage, number>> = {
  discussed: 1,
  threatened: 1,
  planned: 2,
  announced: 3,
  authorised: 3,
  attempted: 4,
  "under-way": 5,
  done: 6,
  "called-off": 7,
};

const sureness: Readonly<Record<Certainty, number>> = { unknown: 0, possible: 1, probable: 2, asserted: 3 };

/** Steps in order of time; the last one is how the entry stands. Testimony in order of time. */
export function historyOf(testimony: readonly Testimony[]): StatusPoint[] {
  const news = testimony.filter(({ finding }) => !isBackground(finding));
  const steps: StatusPoint[] = [];
  for (const sameDay of byDay(news.length > 0 ? news : testimony)) {
    const best = bestOf(sameDay);
    const status = best?.finding.status;
    if (best === undefined || status === undefined) continue;
    const last = steps.at(-1);
    if (last !== undefined && !moves(last.status, status, sameDay)) continue;
    steps.push({ at: best.told.at, status, report: best.told.report.id });
  }
  return steps;
}

/** How a figure stands is how its standing value is told; its story is the series. */
export function statusOf({ at, report, finding: { status } }: Told): StatusPoint[] {
  return status === undefined ? [] : [{ at, status, report: report.id }];
}

/** Says at least as much: "done" bears out "planned", "may be planned" does not. */
export function supportsStatus(own: Status, claimed: Status): boolean {
  if ((own.polarity === "denied") !== (claimed.polarity === "denied")) return false;
  if ((own.stage === "called-off") !== (claimed.stage === "called-off")) return false;
  // Who denies that it was planned denies that it was done, not the reverse.
  const [more, less] = own.polarity === "denied" ? [claimed, own] : [own, claimed];
  return reachOf(more) >= reachOf(less) && sureness[own.certainty] >= sureness[claimed.certainty];
}

export function statusKey({ stage, polarity, certainty }: Status): string {
  return `${stage ?? ""} ${polarity ?? ""} ${certainty}`;
}

/** What most voices of a day say, the weaker word on a tie. */
function bestOf(sameDay: readonly Testimony[]): Testimony | undefined {
  const choices = new Map<string, { voices: number; last: Testimony }>();
  for (const one of byVoice(sameDay)) {
    const key = statusKey(one.finding.status!);
    choices.set(key, { voices: (choices.get(key)?.voices ?? 0) + 1, last: one });
  }
  let best: { voices: number; last: Testimony } | undefined;
  for (const choice of choices.values()) {
    if (best === undefined || choice.voices > best.voices) best = choice;
    else if (choice.voices === best.voices && isWeaker(choice.last, best.last)) best = choice;
  }
  return best?.last;
}

/**
 * What each voice says on the whole: called off where it says so; the plan where it tells of plan and deed; of
 * several stages the furthest, as who plans has discussed; of that the least sure, as headlines hedge less; and of what
 * is as sure the weaker word.
 */
function byVoice(sameDay: readonly Testimony[]): Testimony[] {
  const voices = new Map<string, Testimony[]>();
  for (const one of sameDay) {
    if (one.finding.status !== undefined) voices.set(one.voice, [...(voices.get(one.voice) ?? []), one]);
  }
  return [...voices.values()].map((own) => {
    const off = own.filter(({ finding }) => finding.status!.stage === "called-off");
    const plans = own.filter(({ finding }) => isPlan(finding.status!));
    const choice = off.length > 0 ? off : plans.length > 0 ? plans : own;
    return choice.reduce((best, one) => {
      const [a, b] = [one.finding.status!, best.finding.status!];
      if (surelyAt(a) !== surelyAt(b)) return surelyAt(a) > surelyAt(b) ? one : best;
      if (a.certainty !== b.certainty) return sureness[a.certainty] < sureness[b.certainty] ? one : best;
      return reachOf(a) <= reachOf(b) ? one : best;
    });
  });
}

/** What may be planned has got no further than what is discussed. */
function surelyAt(status: Status): number {
  const sure = sureness[status.certainty] >= sureness.probable;
  return sure || !isPlan(status) ? reachOf(status) : Math.min(reachOf(status), reach.discussed);
}

function isPlan(status: Status): boolean {
  return status.stage !== undefined && reachOf(status) < reach.attempted;
}

/** Whether a day's word takes the entry on from how it stood. */
function moves(from: Status, to: Status, sameDay: readonly Testimony[]): boolean {
  if (statusKey(from) === statusKey(to)) return false;
  // Who says no stage takes none back.
  if (to.stage === undefined && from.stage !== undefined && to.polarity === from.polarity) return false;
  const [before, after] = [reachOf(from), reachOf(to)];
  if (from.stage === "called-off") {
    // Reports of a plan that was dropped go on telling how it came about; two independent ones revive it.
    if (to.stage === "under-way" || to.stage === "done") return true;
    return new Set(sameDay.map(({ voice }) => voice)).size > 1;
  }
  if (to.stage === "called-off") return true;
  if (after < before) return sureness[to.certainty] > sureness[from.certainty];
  return after > before || sureness[to.certainty] > sureness[from.certainty] || to.stage !== from.stage;
}

function isWeaker(a: Testimony, b: Testimony): boolean {
  const [one, other] = [a.finding.status!, b.finding.status!];
  return (
    sureness[one.certainty] - sureness[other.certainty] < 0 ||
    (one.certainty === other.certainty && reachOf(one) < reachOf(other))
  );
}

function reachOf({ stage }: Status): number {
  return stage === undefined ? 0 : reach[stage];
}

function isBackground(finding: Finding): boolean {
  return finding.kind === "event" && finding.event.background === true;
}

function byDay(testimony: readonly Testimony[]): Testimony[][] {
  const days: Testimony[][] = [];
  let last = Number.NaN;
  for (const one of testimony) {
    const date = Math.floor(one.told.time / day);
    if (date === last) days.at(-1)!.push(one);
    else days.push([one]);
    last = date;
  }
  return days;
}
