/** The archive, or a situation's part of it, as one WARC file: the records as they are kept. */
import type { Capture, Store } from "../store/store.ts";
import { warcinfo } from "../store/warc.ts";

export interface Chosen {
  /** Only the documents that a situation's reports were made from, with every fetch of them; all when absent. */
  readonly situation?: string;
}

/** A record in its gzip member; the first, which says what wrote the file, is of no capture. */
export interface Member {
  readonly bytes: Uint8Array;
  readonly capture?: Capture;
}

/** Yields nothing where there is no capture. The same archive gives the same bytes. */
export async function* warcMembers(
  store: Store,
  file: string,
  { situation }: Chosen,
): AsyncGenerator<Member> {
  for (let after: number | undefined; ; ) {
    const page = await store.captures({
      limit: 500,
      ...(situation === undefined ? {} : { situation }),
      ...(after === undefined ? {} : { after }),
    });
    if (page.length === 0) return;
    if (after === undefined) yield { bytes: warcinfo(file, page[0]!.fetch.fetchedAt) };
    for (const capture of page) yield { bytes: await store.record(capture), capture };
    after = page.at(-1)!.seq;
  }
}
