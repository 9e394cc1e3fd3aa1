/** The example situation through the whole flow, as the golden files hold it. */
import { fileURLToPath } from "node:url";
import { briefText } from "../src/export/brief-text.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Report } from "../src/model/report.ts";
import type { Revision } from "../src/model/revision.ts";
import { type Read, readAll } from "../src/pipeline.ts";
import { recordOf, revisions } from "../src/record/record.ts";
import { briefOf, sinceBrief } from "../src/view/brief/brief.ts";
import { recordJson } from "../src/view/json.ts";
import { newsSince } from "../src/view/since.ts";

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

/** When the reader of since.txt looked: after the fourth strike, before the toll was corrected and the landing ordered. */
const seenAt = "2031-10-02T00:00:00Z";

/** What the golden files hold, by name. Paths of this machine are cut down to the example's own. */
export function goldenFiles({ reports, readings, unread }: Example): Record<string, string> {
  const record = recordOf(reports, readings);
  const portable = (text: string) => text.replaceAll(`${exampleFolder}/`, "example/");
  return {
    "record.json": portable(`${JSON.stringify(recordJson(record, reports, unread), null, 1)}\n`),
    "brief.txt": portable(
      briefText(briefOf({ title: "The example situation", record, reports, readings, unread, all: true })),
    ),
    "since.txt": portable(briefText(sinceLook(reports, readings))),
  };
}

function sinceLook(reports: readonly Report[], readings: readonly Reading[]) {
  const before = recordOf(reports, readings, { knownAt: seenAt });
  const now = recordOf(reports, readings);
  const changes: Revision[] = [];
  const moments = [...new Set(reports.map(({ fetchedAt }) => fetchedAt))].filter((at) => at > seenAt).sort();
  let last = before;
  for (const knownAt of moments) {
    const next = recordOf(reports, readings, { knownAt });
    changes.push(...revisions(last, next, { knownAt }));
    last = next;
  }
  const news = newsSince({ seenAt, before, now, reports, revisions: changes });
  return sinceBrief({
    title: "The example situation",
    record: now,
    reports,
    since: { words: "Since 2 Oct 2031", news },
    all: true,
  });
}
