/**
 * Revisions: what the store has come to hold since the last checkpoint, told as differences between records. A
 * checkpoint says what they were made from, so that they can be made again and compared (rebuilding.ts). Beside
 * pipeline.ts, which it is a part of, this alone joins store and record.
 */
import type { Checkpoint, Marks } from "./model/checkpoint.ts";
import type { Correction } from "./model/correction.ts";
import type { SituationRecord } from "./model/entry.ts";
import type { Report } from "./model/report.ts";
import type { Revision } from "./model/revision.ts";
import type { Selection } from "./model/scope.ts";
import { type RecordHistory, recordOf, revisions } from "./record/record.ts";
import { rereadingRevisions } from "./record/rereading.ts";
import { areSame, current, held, madeAnew, type Remembered, remembered } from "./remembering.ts";
import type { Store } from "./store/store.ts";
import { recordVersion } from "./versions.ts";

/**
 * Appends what has changed with all that came since the last checkpoint: with each fetch, and with each correction, the
 * record before it against the record after it. With `since`, also from that time on. Nothing where nothing came.
 */
export async function appendRevisions(store: Store, situation: string, since?: string): Promise<void> {
  const [from, to] = [await lastMarks(store, situation), await store.marks(situation)];
  const selected = await selectedSince(store, situation, from, to);
  const isSame = from.memberships === to.memberships && from.corrections === to.corrections;
  if (isSame && selected.length === 0 && (since === undefined || from.readings === to.readings)) return;
  const came = await store.reports({ situation, marks: { after: from.memberships, upTo: to.memberships } });
  const known = new Set((await store.corrections(situation, { upTo: from.corrections })).map(({ id }) => id));
  const made = await store.corrections(situation, { upTo: to.corrections });
  const first = [
    ...(since === undefined ? [] : [since]),
    ...current(came).map(({ fetchedAt }) => fetchedAt),
    ...made.filter(({ id }) => !known.has(id)).map(({ at }) => at),
    ...selected.map(({ at }) => at),
  ].sort(byInstant)[0];
  await appendFrom(store, {
    situation,
    from,
    to,
    ...(first === undefined ? {} : { since: first }),
    version: recordVersion(),
  });
}

/**
 * Where reading anew goes on from: what came before it is told first; what is left of an earlier one that broke off
 * counts as part of it.
 */
export async function beforeReread(store: Store, situation: string): Promise<Marks> {
  const pending = await isPending(store, situation);
  if (pending === "reread") return lastMarks(store, situation);
  await appendRevisions(store, situation);
  return store.marks(situation);
}

/** Appends what reading documents anew has changed, known at a time. */
export async function appendReread(
  store: Store,
  situation: string,
  { from, at }: { readonly from: Marks; readonly at: string },
): Promise<void> {
  const to = await store.marks(situation);
  await appendFrom(store, { situation, from, to, rereadAt: at, version: recordVersion() });
}

async function appendFrom(store: Store, checkpoint: Checkpoint): Promise<void> {
  const { situation, to, since, rereadAt } = checkpoint;
  const now = await remembered(store, situation);
  // What is remembered may have come further than the checkpoint.
  const made =
    since !== undefined && rereadAt === undefined && areSame(now.marks, to)
      ? changesSince(since, now)
      : await revisionsOf(store, checkpoint);
  await store.appendRevisions(situation, made, checkpoint);
}

/** The revisions that belong to a checkpoint, made from what the store held then: `ground`, where somebody has it. */
export async function revisionsOf(
  store: Store,
  checkpoint: Checkpoint,
  ground?: Remembered,
): Promise<Revision[]> {
  const { situation, from, to, since, rereadAt } = checkpoint;
  if (rereadAt !== undefined) {
    const was = await held(store, situation, from);
    const is = await held(store, situation, to);
    const before = { record: recordOf(was.reports, was.readings, was), reports: was.reports };
    const after = { record: recordOf(is.reports, is.readings, is), reports: is.reports };
    return rereadingRevisions(before, after, { knownAt: rereadAt });
  }
  if (since === undefined) return [];
  return changesSince(since, ground ?? (await madeAnew(store, situation, to)));
}

interface Ground {
  readonly reports: readonly Report[];
  readonly corrections: readonly Correction[];
  readonly selections: readonly Selection[];
  readonly history: RecordHistory;
}

/**
 * The record before each step from a time on against the record after it. A step is a correction, a scope that takes reports
 * in or out, or what was fetched within a minute: a folder of five thousand pages is not five thousand changes of what is known.
 */
function changesSince(since: string, { reports, corrections, selections, history }: Ground): Revision[] {
  const moments = momentsOf(reports, corrections, selections);
  const first = moments.findIndex((moment) => byInstant(moment, since) >= 0);
  if (first < 0) return [];
  const isPlain = corrections.length === 0 && selections.length === 0;
  const known = (knownAt: string) => history.at({ knownAt, corrections, selections });
  const last = lastTold.get(history);
  const changes: Revision[] = [];
  const earlier = moments[first - 1];
  let before =
    earlier === undefined
      ? recordOf([], [])
      : isPlain && last?.knownAt === earlier
        ? last.record
        : known(earlier);
  const apart = new Set([...corrections, ...selections].map(({ at }) => at));
  for (const knownAt of stepsOf(moments.slice(first), apart)) {
    const after = known(knownAt);
    changes.push(...revisions(before, after, { knownAt }));
    before = after;
    if (isPlain) lastTold.set(history, { knownAt, record: after });
  }
  return changes;
}

/**
 * The record that a history's revisions were last told up to: the next ones go on from it, and what is fetched later
 * changes nothing in it. What came since may have been fetched at that very moment, which is then told again.
 */
const lastTold = new WeakMap<RecordHistory, { readonly knownAt: string; readonly record: SituationRecord }>();

const oneStep = 60_000;

/** The last moment of each step. */
function stepsOf(moments: readonly string[], corrected: ReadonlySet<string>): string[] {
  const steps: string[] = [];
  let began = Number.NEGATIVE_INFINITY;
  let apart = true;
  for (const moment of moments) {
    const isCorrection = corrected.has(moment);
    if (apart || isCorrection || Date.parse(moment) - began > oneStep) {
      steps.push(moment);
      began = Date.parse(moment);
    } else steps[steps.length - 1] = moment;
    apart = isCorrection;
  }
  return steps;
}

/** When something was fetched, corrected, or taken in or out by a scope, each once, in order. */
export function momentsOf(
  reports: readonly Report[],
  corrections: readonly Correction[],
  selections: readonly Selection[] = [],
): string[] {
  const all = [
    ...reports.map(({ fetchedAt }) => fetchedAt),
    ...corrections.map(({ at }) => at),
    ...selections.map(({ at }) => at),
  ];
  return [...new Set(all)]
    .map((moment) => ({ moment, at: Date.parse(moment) }))
    .sort((a, b) => a.at - b.at)
    .map(({ moment }) => moment);
}

const none: Marks = { memberships: 0, readings: 0, corrections: 0 };

/** Selections that came between two marks. */
async function selectedSince(store: Store, situation: string, from: Marks, to: Marks): Promise<Selection[]> {
  if ((from.selections ?? 0) === (to.selections ?? 0)) return [];
  const known = (await store.selections(situation, { upTo: from.selections ?? 0 })).length;
  return (await store.selections(situation, { upTo: to.selections ?? 0 })).slice(known);
}

/** How much the revisions appended so far were made from. */
async function lastMarks(store: Store, situation: string): Promise<Marks> {
  return (await store.lastCheckpoint(situation))?.to ?? none;
}

/** Whether something came since the last checkpoint: "reread" where all of it is of documents that were there. */
export async function isPending(store: Store, situation: string): Promise<"no" | "fetched" | "reread"> {
  const [from, to] = [await lastMarks(store, situation), await store.marks(situation)];
  if (from.corrections !== to.corrections) return "fetched";
  if (from.memberships === to.memberships)
    return (from.selections ?? 0) === (to.selections ?? 0) ? "no" : "fetched";
  const marks = (after: number, upTo: number) => store.reports({ situation, marks: { after, upTo } });
  const there = new Set((await marks(0, from.memberships)).map(({ document }) => document));
  const came = await marks(from.memberships, to.memberships);
  return came.every(({ document }) => there.has(document)) ? "reread" : "fetched";
}

function byInstant(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
