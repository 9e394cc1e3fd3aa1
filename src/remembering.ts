/**
 * Situations that this process has made records of, with the records of all their times: what has come into the store
 * since is added, not made anew. Beside pipeline.ts, which it is a part of, this joins store and record.
 */
import { keepMemory, memoryOf, recalled } from "./memory.ts";
import type { Marks } from "./model/checkpoint.ts";
import type { Correction } from "./model/correction.ts";
import type { SituationRecord } from "./model/entry.ts";
import { Problem } from "./model/problem.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import type { Revision } from "./model/revision.ts";
import type { Selection } from "./model/scope.ts";
import { RecordHistory } from "./record/record.ts";
import type { Store } from "./store/store.ts";

export interface Held {
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
  readonly corrections: readonly Correction[];
  /** Which reports its scope took out, or in again. */
  readonly selections: readonly Selection[];
}

/** What a situation's record is made of; with `marks`, what it was made of when the store held so much. */
export async function held(store: Store, situation: string, marks?: Marks): Promise<Held> {
  const memberships = marks && { marks: { after: 0, upTo: marks.memberships } };
  const reports = current(await store.reports({ situation, ...memberships }));
  const ids = new Set(reports.map(({ id }) => id));
  const upTo = (number: number | undefined) => (number === undefined ? {} : { upTo: number });
  const readings = await store.readings(situation, upTo(marks?.readings));
  const corrections = await store.corrections(situation, upTo(marks?.corrections));
  const selections = await store.selections(situation, upTo(marks && (marks.selections ?? 0)));
  return { reports, readings: readings.filter(({ report }) => ids.has(report)), corrections, selections };
}

/** Without the reports of earlier extractors: of a document those count that its last extractor made. */
export function current(reports: readonly Report[]): Report[] {
  const last = new Map(reports.map(({ document, extractor }) => [document, extractor]));
  return reports.filter(({ document, extractor }) => last.get(document) === extractor);
}

export interface Remembered extends Held {
  readonly history: RecordHistory;
  /** How much of the situation it is. */
  readonly marks: Marks;
  /** How many reports what was last kept in the store is of. */
  readonly kept: number;
}

/** Reports of all situations together, as each takes some 50 kB; those of the situation last asked for stay anyway. */
const mostReports = 10_000;

const memories = new WeakMap<Store, Map<string, Promise<Remembered>>>();

/** As the store holds it now. */
export async function remembered(store: Store, situation: string): Promise<Remembered> {
  const memory = memories.get(store) ?? new Map<string, Promise<Remembered>>();
  memories.set(store, memory);
  const before = memory.get(situation);
  // One after another, so that two who ask at once don't both add what came.
  const now = (before ?? Promise.resolve(undefined))
    .catch(() => undefined)
    .then((was) => upToDate(store, situation, was));
  memory.delete(situation);
  memory.set(situation, now);
  try {
    await now;
  } catch (error) {
    if (memory.get(situation) === now) memory.delete(situation);
    throw error;
  }
  await forgetOthers(memory);
  return now;
}

/** Records of one state of a situation that are remembered: a page asks for several things of one moment. */
const mostRecords = 4;

const records = new WeakMap<Remembered, Map<string, SituationRecord>>();

/** The record of what was remembered, as of a day and as known at a moment. */
export function recordAt(
  of: Remembered,
  when: { readonly asOf?: string; readonly knownAt?: string },
): SituationRecord {
  const known = records.get(of) ?? new Map<string, SituationRecord>();
  records.set(of, known);
  const key = JSON.stringify([when.asOf, when.knownAt]);
  const { history, corrections, selections } = of;
  const record = known.get(key) ?? history.at({ ...when, corrections, selections });
  known.delete(key);
  known.set(key, record);
  for (const oldest of known.keys()) {
    if (known.size <= mostRecords) break;
    known.delete(oldest);
  }
  return record;
}

const told = new WeakMap<
  Store,
  { readonly of: string; readonly version: number; readonly all: Promise<readonly Revision[]> }
>();

/** Every revision of a situation: read once as long as nothing is added and no other situation is asked for. */
export async function revisionsOf(store: Store, situation: string): Promise<readonly Revision[]> {
  const version = await store.version(situation);
  const last = told.get(store);
  if (last?.of === situation && last.version === version) return last.all;
  const all = store.revisions(situation);
  told.set(store, { of: situation, version, all });
  all.catch(() => told.delete(store));
  return all;
}

async function upToDate(store: Store, situation: string, was: Remembered | undefined): Promise<Remembered> {
  const marks = await store.marks(situation);
  if (was !== undefined && areSame(was.marks, marks)) return was;
  const last = was ?? (await kept(store, situation));
  const grown = last === undefined ? undefined : await grownTo(store, situation, last, marks);
  return keptFor(store, situation, grown ?? (await madeAnew(store, situation, marks)));
}

/** What the store held at some marks, with all that follows from it worked out here. */
export async function madeAnew(store: Store, situation: string, marks: Marks): Promise<Remembered> {
  const all = await held(store, situation, marks);
  const history = new RecordHistory();
  history.add(all.reports, all.readings);
  return { ...all, history, marks, kept: 0 };
}

/** As far as an earlier process worked it out. */
export async function kept(store: Store, situation: string): Promise<Remembered | undefined> {
  const memory = await memoryOf(store, situation);
  if (memory === undefined) return undefined;
  const { marks } = memory;
  const all = await held(store, situation, marks);
  const history = recalled(memory, all);
  return history && { ...all, history, marks, kept: all.reports.length };
}

/** Fewer reports are compared sooner than what was found among them is read. */
const fewestKept = 100;
/** Kept again once it has grown by a twentieth: so keeping takes no more time per report, however many there are. */
const growth = 1.05;
/** What is found among more is too long to be written as one text. */
const mostKept = 100_000;

/** Keeps what was worked out for the next process, where it has grown enough. */
async function keptFor(store: Store, situation: string, now: Remembered): Promise<Remembered> {
  const count = now.reports.length;
  if (count < fewestKept || count > mostKept || count < now.kept * growth) return now;
  try {
    await keepMemory(store, situation, now);
  } catch (error) {
    // A store that was opened to be read, or can't be written now: the next process works it out itself.
    if (!(error instanceof Problem)) throw error;
  }
  return { ...now, kept: count };
}

/** With what came since; undefined where it does not simply come after what was there. */
export async function grownTo(
  store: Store,
  situation: string,
  was: Remembered,
  marks: Marks,
): Promise<Remembered | undefined> {
  const since = { after: was.marks.memberships, upTo: marks.memberships };
  const reports = await store.reports({ situation, marks: since });
  const came = await store.readings(situation, { after: was.marks.readings, upTo: marks.readings });
  const corrections = await store.corrections(situation, { upTo: marks.corrections });
  const known = new Set(was.reports.map(({ id }) => id));
  const extractors = new Map(was.reports.map(({ document, extractor }) => [document, extractor]));
  // A document extracted anew takes the place of what it was.
  const replaces = ({ document, extractor }: Report) =>
    extractors.has(document) && extractors.get(document) !== extractor;
  if (reports.some(replaces) || came.some(({ report }) => known.has(report))) return undefined;
  // A report may have been read before it was put into the situation.
  const read = new Map(came.map((reading) => [reading.report, reading]));
  const readings: Reading[] = [];
  for (const { id } of reports) {
    const reading = read.get(id) ?? (await store.reading(id));
    if (reading !== undefined) readings.push(reading);
  }
  if (!was.history.add(reports, readings)) return undefined;
  return {
    reports: [...was.reports, ...reports],
    readings: [...was.readings, ...readings],
    corrections,
    selections: await store.selections(situation, { upTo: marks.selections ?? 0 }),
    history: was.history,
    marks,
    kept: was.kept,
  };
}

/** Those not asked for longest go first. */
async function forgetOthers(memory: Map<string, Promise<Remembered>>): Promise<void> {
  let count = 0;
  for (const [situation, kept] of [...memory].reverse()) {
    const reports = await kept.then(
      (one) => one.reports.length,
      () => 0,
    );
    if (count > 0 && count + reports > mostReports) memory.delete(situation);
    else count += reports;
  }
}

export function areSame(a: Marks, b: Marks): boolean {
  return (
    a.memberships === b.memberships &&
    a.readings === b.readings &&
    a.corrections === b.corrections &&
    (a.selections ?? 0) === (b.selections ?? 0)
  );
}
