/** `sitrep brief`: the situation report of a situation of the store, also as of a day and as known on a day. */
import { Problem } from "../model/problem.ts";
import { situationRecord } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { briefOf, briefText } from "../view/brief.ts";
import { recordJson } from "../view/json.ts";
import { storeAt } from "./inputs.ts";
import { printable, style } from "./terminal.ts";

export interface BriefOptions {
  readonly data: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

/** Only reads, so it may run beside a server that owns the data folder. */
export async function briefCommand(id: string | undefined, options: BriefOptions): Promise<void> {
  const store = await openStore(storeAt(options.data, true));
  try {
    await (id === undefined ? list(store) : print(store, id, options));
  } finally {
    await store.close();
  }
}

async function list(store: Store): Promise<void> {
  const situations = await store.situations();
  if (situations.length === 0) console.log("No situation yet: sitrep add NAME FILE… makes one.");
  for (const { id, title, notice } of situations) {
    const { reports } = await store.counts(id);
    console.log(
      printable(`${id}  ${title}${notice === undefined ? "" : ` (${notice})`}, ${reports} reports`),
    );
  }
}

async function print(store: Store, id: string, { asOf, knownAt, json }: BriefOptions): Promise<void> {
  const situation = await store.situation(id);
  if (situation === undefined) {
    const message = `there is no situation "${id}"; sitrep brief without a name lists them`;
    throw new Problem("store", "no-situation", id, message);
  }
  const when = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  const { record, reports, readings } = await situationRecord(store, id, when);
  const counted = new Set(record.reports);
  const shown = reports.filter((report) => counted.has(report.id));
  const unread = new Map(
    readings.flatMap(({ report, unread }) =>
      unread === undefined || !counted.has(report) ? [] : [[report, unread] as const],
    ),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(recordJson(record, shown, unread), null, 2)}\n`);
    return;
  }
  const days = [asOf && `as of ${asOf}`, knownAt && `as known on ${knownAt}`].filter(Boolean).join(", ");
  const brief = briefOf(days === "" ? situation.title : `${situation.title}, ${days}`, record, shown, unread);
  process.stdout.write(printable(briefText(brief, style(process.stdout))));
}
