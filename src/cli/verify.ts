/** `sitrep verify`: the whole store held against itself; one line for each fault, and exit code 1. */
import { rebuild } from "../rebuilding.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { verifyArchive } from "../store/verify.ts";
import { type LedgerEnd, verifyLedger } from "../store/verify-ledger.ts";
import { verifyReferences } from "../store/verify-references.ts";
import { storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";

export interface VerifyOptions {
  readonly data: string;
  /** Whether revisions are made again: what takes longest, and a situation's reports in memory. */
  readonly rebuild: boolean;
  /** A hash that an earlier run printed. */
  readonly holds?: string;
}

/** Only reads, so it may run beside a server that owns the data folder. */
export async function verifyCommand({ data, rebuild: isRebuilt, holds }: VerifyOptions): Promise<void> {
  const store = await openStore(storeAt(data, true));
  try {
    const { documents, reports, readings, revisions } = await store.counts();
    // Of each there is a row of the ledger as well.
    const bar = progress(documents * 2 + reports * 2 + readings * 2 + revisions * 2, "steps");
    let faults = 0;
    const tell = (fault: string) => {
      faults++;
      console.log(printable(fault));
    };
    const step = () => bar.step("");
    const end = await ledgerOf(store, { tell, step, ...(holds === undefined ? {} : { holds }) });
    for await (const fault of verifyReferences(store, step)) tell(fault);
    for await (const fault of verifyArchive(store, step)) tell(fault);
    if (isRebuilt) for (const { id } of await store.situations()) await revisionsOf(store, id, tell);
    bar.stop();
    const all = `${documents} documents, ${reports} reports, ${readings} readings, ${revisions} revisions`;
    console.log(`${all} checked, ${faults} fault${faults === 1 ? "" : "s"}`);
    console.log(`ledger: ${end.rows} rows, the last is ${end.hash}`);
    if (faults > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

interface Watch {
  readonly tell: (fault: string) => void;
  readonly step: () => void;
  readonly holds?: string;
}

async function ledgerOf(store: Store, { tell, step, holds }: Watch): Promise<LedgerEnd> {
  const walk = verifyLedger(store, { checked: step, ...(holds === undefined ? {} : { holds }) });
  for (;;) {
    const next = await walk.next();
    if (next.done === true) {
      if (!next.value.holds)
        tell(
          `the ledger: it does not hold ${holds?.slice(0, 64)}, so what was there then was changed or taken away; restore the store from a copy`,
        );
      return next.value;
    }
    tell(next.value);
  }
}

/** More reports of one situation are not held in memory unasked. */
const mostReports = 100_000;

/** Whether a situation's revisions are those that its archive and corrections give. */
async function revisionsOf(store: Store, situation: string, tell: (fault: string) => void): Promise<void> {
  const { reports } = await store.counts(situation);
  if (reports > mostReports) {
    console.log(
      `${situation} holds ${reports} reports: its revisions are not made again here; sitrep rebuild ${situation} does that`,
    );
    return;
  }
  const { extra, lacking, byOthers, memoryHolds } = await rebuild(store, situation);
  if (byOthers > 0)
    console.log(
      `${situation}: ${byOthers} revisions were made by another version of Sitrep and are not compared`,
    );
  if (memoryHolds === false)
    tell(
      `${situation}: what an earlier run worked out of its reports is not what they give; restore the store from a copy`,
    );
  for (const { id, entry, change } of extra)
    tell(
      `revision ${id} of ${situation} (${entry} ${change}): archive and corrections do not give it; sitrep rebuild ${situation} compares all`,
    );
  for (const { id, entry, change } of lacking)
    tell(
      `revision ${id} of ${situation} (${entry} ${change}): it is lacking; sitrep rebuild ${situation} compares all`,
    );
}
