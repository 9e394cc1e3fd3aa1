/** `sitrep versions`: what changed in a page from fetch to fetch, and whether the page says so. */
import { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { pageVersions } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { type When, whenOf } from "../view/instant.ts";
import { versionsJson, versionsText } from "../view/versions.ts";
import { storeAt } from "./inputs.ts";
import { printable, style } from "./terminal.ts";

export interface VersionsOptions extends When {
  readonly data: string;
  readonly json?: boolean;
}

/** Only reads, so it may run beside a server that owns the data folder. */
export async function versionsCommand(name: string, { data, json, ...at }: VersionsOptions): Promise<void> {
  const store = await openStore(storeAt(data, true));
  try {
    const all = [];
    // A page holds several reports where it is a live blog.
    const shown = new Set<string>();
    for (const report of await reportsOf(store, name)) {
      const { versions, reports } = await pageVersions(store, report, whenOf(at));
      const first = versions[0]?.report ?? report.id;
      if (shown.has(first)) continue;
      shown.add(first);
      all.push(versionsJson(versions, reports));
    }
    if (all.every((versions) => versions.length === 0)) {
      const message = `nothing of "${name}" had been published and fetched by then; without --as-of and --known-at all its versions are shown`;
      throw new Problem("store", "no-version", name, message);
    }
    if (json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    else for (const versions of all) console.log(printable(versionsText(versions, style(process.stdout))));
  } finally {
    await store.close();
  }
}

async function reportsOf(store: Store, name: string): Promise<Report[]> {
  const report = await store.report(name);
  if (report !== undefined) return [report];
  const last = (await store.fetches(name)).at(-1);
  const reports = last === undefined ? [] : await store.reports({ document: last.sha256 });
  if (reports.length > 0) return reports;
  const message = `nothing was read from "${name}"; give a report's id or an address as sitrep archive list shows it`;
  throw new Problem("store", "no-report", name, message);
}
