/**
 * What was worked out of a situation's reports, kept in the store between processes: which texts are copies, which
 * tellings are of one thing. It is believed only where the same code made it from the same reports and readings; else the
 * record is made without it. `sitrep verify` makes both and compares them. Beside remembering.ts, which asks for it.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Marks } from "./model/checkpoint.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import { RecordHistory, type Worked } from "./record/record.ts";
import type { Store } from "./store/store.ts";
import { recordVersion } from "./versions.ts";

export interface Memory {
  /** The code that made it (versions.ts). */
  readonly version: string;
  /** How much of the situation it is. */
  readonly marks: Marks;
  /** SHA-256 over the reports and the versions of their readings. */
  readonly of: string;
  readonly worked: Worked;
}

interface Ground {
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
}

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Undefined where there is none that this code made, or what is there can't be read. */
export async function memoryOf(store: Store, situation: string): Promise<Memory | undefined> {
  const body = await store.memory(situation);
  if (body === undefined) return undefined;
  try {
    const memory = JSON.parse((await unpacked(body)).toString()) as Memory;
    return memory.version === recordVersion() ? memory : undefined;
  } catch {
    // Working state, which nothing depends on: it is made again.
    return undefined;
  }
}

/** The history that it is of; undefined where these are not the reports and readings that it was made from. */
export function recalled({ of, worked }: Memory, { reports, readings }: Ground): RecordHistory | undefined {
  return of === hashOf(reports, readings) ? RecordHistory.from(reports, readings, worked) : undefined;
}

export async function keepMemory(
  store: Store,
  situation: string,
  { history, marks, reports, readings }: Ground & { readonly history: RecordHistory; readonly marks: Marks },
): Promise<void> {
  const of = hashOf(reports, readings);
  const memory: Memory = { version: recordVersion(), marks, of, worked: history.worked() };
  await store.setMemory(situation, await packed(JSON.stringify(memory), { level: 1 }));
}

function hashOf(reports: readonly Report[], readings: readonly Reading[]): string {
  const hash = createHash("sha256");
  for (const { id } of reports) hash.update(`${id}\n`);
  for (const { report, version } of readings) hash.update(`${report} ${version}\n`);
  return hash.digest("hex");
}
