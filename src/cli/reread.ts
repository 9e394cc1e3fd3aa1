/** `sitrep reread`: a situation's documents through this version's extractor and readers, beside what is there. */
import { Problem } from "../model/problem.ts";
import { reread } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import { telling } from "../work/telling.ts";
import { storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";

export async function rereadCommand(situation: string, { data }: { readonly data: string }): Promise<void> {
  const store = await openStore(storeAt(data));
  try {
    if ((await store.situation(situation)) === undefined) {
      const message = `there is no situation "${situation.slice(0, 80)}"; sitrep brief lists them`;
      throw new Problem("store", "no-situation", situation, message);
    }
    const before = await store.counts(situation);
    const bar = progress(before.reports, "reports");
    const now = () => new Date().toISOString();
    const told = telling(store, { what: "rereading", situation, of: before.reports }, now);
    let failed = 0;
    try {
      for await (const { ok, input, message } of reread(store, situation, { now })) {
        bar.step(input);
        told.step(ok);
        if (!ok) {
          failed++;
          console.error(printable(`sitrep: ${message}`));
        }
      }
      await told.end();
    } catch (error) {
      await told.end(error);
      throw error;
    }
    bar.stop();
    const after = await store.counts(situation);
    const added = (of: "reports" | "readings" | "revisions") => after[of] - before[of];
    console.log(
      `${situation}: ${added("reports")} reports and ${added("readings")} readings added, ${added("revisions")} revisions, ${failed} failed`,
    );
    if (failed > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
