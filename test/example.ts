/** The example situation through the whole flow, as the golden files hold it. */
import { fileURLToPath } from "node:url";
import type { Reading } from "../src/model/reading.ts";
import type { Report } from "../src/model/report.ts";
import { type Read, readAll } from "../src/pipeline.ts";
import { recordOf } from "../src/record/record.ts";
import { briefOf, briefText } from "../src/view/brief.ts";
import { recordJson } from "../src/view/json.ts";

export const exampleFolder = fileURLToPath(new URL("../example", import.meta.url));

export interface Example {
  readonly reads: readonly Read[];
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
  readonly unread: ReadonlyMap<string, string>;
}

/** Reads the example's archive; a report that can't be read is an error here. */
export async function readExample(): Promise<Example> {
  const reads: Read[] = [];
  const now = () => {
    throw new Error("the manifest gives every document its time");
  };
  for await (const item of readAll([exampleFolder], { now })) {
    if (!("report" in item)) throw item.problem;
    reads.push(item);
  }
  return {
    reads,
    reports: reads.map(({ report }) => report),
    readings: reads.map(({ reading }) => reading),
    unread: new Map(
      reads.flatMap(({ reading: { report, unread } }) =>
        unread === undefined ? [] : [[report, unread] as const],
      ),
    ),
  };
}

/** What the golden files hold, by name. Paths of this machine are cut down to the example's own. */
export function goldenFiles({ reports, readings, unread }: Example): Record<string, string> {
  const record = recordOf(reports, readings);
  const portable = (text: string) => text.replaceAll(`${exampleFolder}/`, "example/");
  return {
    "record.json": portable(`${JSON.stringify(recordJson(record, reports, unread), null, 1)}\n`),
    "brief.txt": portable(briefText(briefOf("The example situation", record, reports, unread))),
  };
}
