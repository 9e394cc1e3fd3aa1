/** `sitrep rebuild`: records made anew from archive and corrections, and held against what is stored, by hash. */
import { Problem } from "../model/problem.ts";
import type { Revision } from "../model/revision.ts";
import { type Rebuilt, type Reread, rebuild, rereadOnly } from "../rebuilding.ts";
import { openStore } from "../store/open.ts";
import { storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";

export interface RebuildOptions {
  readonly data: string;
  readonly reread?: boolean;
  readonly json?: boolean;
}

/** Differences shown of each kind. */
const shown = 20;

/** Stores nothing, so it may run beside a server that owns the data folder. Exit code 1 where something differs. */
export async function rebuildCommand(
  situation: string | undefined,
  { data, reread, json }: RebuildOptions,
): Promise<void> {
  const store = await openStore(storeAt(data, true));
  try {
    const all = (await store.situations()).map(({ id }) => id);
    if (situation !== undefined && !all.includes(situation)) {
      const message = `there is no situation "${situation.slice(0, 80)}"; sitrep brief lists them`;
      throw new Problem("store", "no-situation", situation, message);
    }
    const results: (Rebuilt & { readonly reread?: Reread })[] = [];
    for (const id of situation === undefined ? all : [situation]) {
      const { reports } = await store.counts(id);
      const steps = (await store.checkpoints(id)).length + (reread === true ? reports : 0);
      const bar = progress(steps, "steps");
      const rebuilt = await rebuild(store, id, () => bar.step(id));
      const anew = reread === true ? await rereadOnly(store, id, { step: bar.step }) : undefined;
      bar.stop();
      results.push({ ...rebuilt, ...(anew === undefined ? {} : { reread: anew }) });
      if (json !== true) print(rebuilt, anew);
      if (!holds(rebuilt) || (anew !== undefined && anew.record !== anew.reread)) process.exitCode = 1;
    }
    if (json === true) console.log(JSON.stringify(results, null, 2));
  } finally {
    await store.close();
  }
}

const isEqual = ({ stored, rebuilt, lacking }: Rebuilt) => stored === rebuilt && lacking.length === 0;
const holds = (rebuilt: Rebuilt) => isEqual(rebuilt) && rebuilt.memoryHolds !== false;

function print(rebuilt: Rebuilt, anew: Reread | undefined): void {
  const { situation, stored, revisions, extra, lacking, byOthers, pending, record } = rebuilt;
  const say = (line: string) => console.log(printable(line));
  say(`${situation}: record ${record}`);
  if (isEqual(rebuilt)) say(`  ${revisions} revisions stored and rebuilt: equal, ${stored}`);
  else {
    say(`  ${revisions} revisions stored: ${stored}`);
    say(`  rebuilt from archive and corrections: ${rebuilt.rebuilt}`);
    list("stored, and not given by the archive", extra.map(wordsOf));
    list("given by the archive, and not stored", lacking.map(wordsOf));
  }
  if (rebuilt.memoryHolds === false)
    say(
      "  what an earlier run worked out of its reports is not what they give; restore the store from a copy",
    );
  if (byOthers > 0)
    say(`  ${byOthers} revisions were made by another version of Sitrep and are not compared`);
  if (pending)
    say("  something has come that no revision tells of yet; the next add, fetch or correction does");
  if (anew === undefined) return;
  if (anew.record === anew.reread) say(`  its documents read anew give the same record: ${anew.reread}`);
  else {
    say(`  its documents read anew give another record: ${anew.reread}`);
    list("no longer read (sitrep reread takes this version's readings)", anew.gone);
    list("read by this version only", anew.come);
    if (anew.gone.length === 0 && anew.come.length === 0)
      say("  every line is the same; ids, spans or origins differ");
  }
  list("could not be read", anew.failed);
}

function list(what: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(`  ${what}:`);
  for (const line of lines.slice(0, shown)) console.log(printable(`    ${line.slice(0, 200)}`));
  if (lines.length > shown) console.log(`    and ${lines.length - shown} more`);
}

function wordsOf({ id, entry, change, knownAt, from, to }: Revision): string {
  const values = from === undefined && to === undefined ? "" : `: ${from ?? ""} → ${to ?? ""}`;
  return `${id} ${knownAt} ${entry} ${change}${values}`;
}
