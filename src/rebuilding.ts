/**
 * Makes a situation's record anew from what the archive holds, and holds it against what the store says: the revisions
 * of each checkpoint against those appended with it, and with `reread` the record of the stored readings against that
 * of the documents. Nothing is stored.
 */
import { createHash } from "node:crypto";
import { memoryOf, recalled } from "./memory.ts";
import type { SituationRecord } from "./model/entry.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import type { Revision } from "./model/revision.ts";
import { type FlowOptions, readDocument } from "./pipeline.ts";
import { inherited } from "./record/absence.ts";
import { recordOf } from "./record/record.ts";
import { grownTo, held, madeAnew, type Remembered } from "./remembering.ts";
import { isPending, revisionsOf } from "./revising.ts";
import type { Store } from "./store/store.ts";
import { recordVersion } from "./versions.ts";

export interface Rebuilt {
  readonly situation: string;
  /** SHA-256 over the revisions that both could be made from, by id, as stored and as made anew. */
  readonly stored: string;
  readonly rebuilt: string;
  readonly revisions: number;
  /** Stored and not made anew; made anew and not stored. */
  readonly extra: readonly Revision[];
  readonly lacking: readonly Revision[];
  /** Revisions that another version of the code made and this one does not: they can't be compared. */
  readonly byOthers: number;
  /** Something came that no checkpoint tells of yet: the next add, fetch or correction does. */
  readonly pending: boolean;
  /** SHA-256 of the record made anew. */
  readonly record: string;
  /** Whether what is kept for the next process is what is worked out anew; absent where this code kept nothing. */
  readonly memoryHolds?: boolean;
}

/** `step` is called after each checkpoint. */
export async function rebuild(
  store: Store,
  situation: string,
  step: () => void = () => {},
): Promise<Rebuilt> {
  const version = recordVersion();
  const stored = new Map((await store.revisions(situation)).map((one) => [one.id, one]));
  const made = new Map<string, Revision>();
  const checkpoints = await store.checkpoints(situation);
  let ground: Remembered | undefined;
  for (const checkpoint of checkpoints) {
    const grown = ground && (await grownTo(store, situation, ground, checkpoint.to));
    ground = grown ?? (await madeAnew(store, situation, checkpoint.to));
    // Of those by other code the ones that this gives as well are the same; the others say nothing.
    for (const one of await revisionsOf(store, checkpoint, ground))
      if (checkpoint.version === version || stored.has(one.id)) made.set(one.id, one);
    step();
  }
  const isWhole = checkpoints.every((checkpoint) => checkpoint.version === version);
  const unmade = [...stored.values()].filter(({ id }) => !made.has(id));
  // Of a checkpoint by other code nobody knows which revisions are its own.
  const extra = isWhole ? unmade : [];
  const compared = [...stored.values()].filter(({ id }) => isWhole || made.has(id));
  const { reports, readings, corrections, selections } = await held(store, situation);
  const memoryHolds = await holds(store, situation);
  return {
    situation,
    stored: hashOf(compared.map(({ id }) => id)),
    rebuilt: hashOf([...made.keys()]),
    revisions: compared.length,
    extra,
    lacking: [...made.values()].filter(({ id }) => !stored.has(id)),
    byOthers: isWhole ? 0 : unmade.length,
    pending: (await isPending(store, situation)) !== "no",
    record: recordHash(recordOf(reports, readings, { corrections, selections })),
    ...(memoryHolds === undefined ? {} : { memoryHolds }),
  };
}

/** What a process that opens the situation would go on from, against the same worked out from its reports. */
async function holds(store: Store, situation: string): Promise<boolean | undefined> {
  const memory = await memoryOf(store, situation);
  if (memory === undefined) return undefined;
  const anew = await madeAnew(store, situation, memory.marks);
  // Made from other reports it is not believed, and harms nobody.
  if (recalled(memory, anew) === undefined) return undefined;
  return JSON.stringify(memory.worked) === JSON.stringify(anew.history.worked());
}

export interface Reread {
  readonly record: string;
  /** The record of what this version makes of the documents. */
  readonly reread: string;
  /** Entries of the one and not of the other, by kind, status and words. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** One line for each document that could not be read. */
  readonly failed: readonly string[];
}

/** The record of a situation's documents, read anew and not stored, against that of the stored readings. */
export async function rereadOnly(
  store: Store,
  situation: string,
  { step = () => {} }: { readonly step?: (input: string) => void } = {},
): Promise<Reread> {
  const { reports, readings, corrections, selections } = await held(store, situation);
  const anew: { reports: Report[]; readings: Reading[] } = { reports: [], readings: [] };
  const failed: string[] = [];
  for (const sha256 of new Set(reports.map(({ document }) => document))) {
    const document = await store.document(sha256);
    const stored = reports.filter((report) => report.document === sha256);
    if (document === undefined) {
      failed.push(`document ${sha256} is not in the archive; restore the store from a copy`);
      continue;
    }
    const found: { report: Report; reading: Reading }[] = [];
    for await (const item of readDocument(document, publishedOf(stored)))
      if ("report" in item) found.push(item);
      else failed.push(item.problem.message);
    // A situation may hold some entries of a live blog only.
    const known = new Set(stored.map(({ id }) => id));
    const isSame = found.some(({ report }) => known.has(report.id));
    for (const { report, reading } of found)
      if (!isSame || known.has(report.id)) {
        anew.reports.push(report);
        anew.readings.push(reading);
      }
    step(document.input);
  }
  const [was, is] = [
    recordOf(reports, readings, { corrections, selections }),
    recordOf(anew.reports, anew.readings, {
      corrections,
      selections: [...selections, ...inherited(selections, reports, anew.reports)],
    }),
  ];
  const [old, now] = [meanings(was, reports), meanings(is, anew.reports)];
  return {
    record: recordHash(was),
    reread: recordHash(is),
    gone: without(old, now),
    come: without(now, old),
    failed,
  };
}

/** The record as one number: equal for equal records, whatever they were made on. */
export function recordHash(record: SituationRecord): string {
  return createHash("sha256").update(JSON.stringify(record)).digest("hex");
}

function publishedOf(reports: readonly Report[]): Pick<FlowOptions, "published"> {
  const stated = reports.find(({ published }) => published?.from === "option");
  return stated === undefined ? {} : { published: stated.published!.value };
}

/** An entry in a line that has no ids in it. */
function meanings({ entries }: SituationRecord, reports: readonly Report[]): string[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  return entries.map(({ kind, status, lead, leadReport }) => {
    const { start, end } = lead.evidence;
    const words = texts.get(leadReport)!.slice(start, end).replace(/\s+/gu, " ");
    const said = [status?.stage, status?.polarity, status?.certainty].filter(Boolean).join(", ");
    return `${kind}${said === "" ? "" : ` (${said})`}: ${words}`;
  });
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return some.filter((one) => !there.has(one));
}

function hashOf(ids: readonly string[]): string {
  return createHash("sha256")
    .update([...ids].sort().join("\n"))
    .digest("hex");
}
