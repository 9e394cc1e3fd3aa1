/** Whether the archive still holds what its rows say: every record, every digest, every stretch of every file. */
import { createHash } from "node:crypto";
import { Problem } from "../model/problem.ts";
import type { Capture, Store } from "./store.ts";
import { digest, recordId, recordParts, targetUri } from "./warc.ts";

/** Yields one line for each fault. `checked` is called after each capture. Reads all of the archive. */
export async function* verifyArchive(store: Store, checked: () => void = () => {}): AsyncGenerator<string> {
  for (let after: number | undefined; ; ) {
    const page = await store.captures({ limit: 500, ...(after === undefined ? {} : { after }) });
    for (const capture of page) {
      for (const fault of await faultsOf(store, capture)) {
        yield `${capture.fetch.url ?? capture.fetch.input} of ${capture.fetch.fetchedAt}: ${fault}`;
      }
      checked();
    }
    after = page.at(-1)?.seq;
    if (after === undefined) break;
  }
  for (const { file, start, length, whole } of await store.strays()) {
    if (whole) continue;
    yield `${file}: bytes ${start} to ${start + length} are no whole records, and no row points to them`;
  }
}

async function faultsOf(store: Store, capture: Capture): Promise<string[]> {
  const { fetch, kind } = capture;
  try {
    const { fields, block, payload } = recordParts(await store.record(capture));
    const faults: string[] = [];
    const expected: [string, string][] = [
      ["warc-record-id", recordId(fetch)],
      ["warc-date", fetch.fetchedAt],
      ["warc-target-uri", targetUri(fetch)],
      ["warc-payload-digest", `sha256:${fetch.sha256}`],
      ["warc-block-digest", digest(block)],
    ];
    if (kind !== undefined) expected.push(["warc-type", kind]);
    for (const [name, value] of expected) {
      if (fields.get(name) !== value)
        faults.push(`its record says ${name} ${fields.get(name) ?? "nothing"}, not ${value}`);
    }
    if (kind === "revisit") await store.document(fetch.sha256);
    else if (createHash("sha256").update(payload).digest("hex") !== fetch.sha256)
      faults.push(`its record holds bytes that are not those of SHA-256 ${fetch.sha256}`);
    return faults;
  } catch (error) {
    return [error instanceof Problem ? error.message : `its record ${(error as Error).message}`];
  }
}
