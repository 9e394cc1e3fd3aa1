/** What was fetched: every fetch is a record of the archive (warc.ts), and a row that says where it stands. */
import { createHash } from "node:crypto";
import type { SelectQueryBuilder } from "kysely";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import type { Archive, Place, Queries } from "./dialect.ts";
import type { Access } from "./sources.ts";
import { statement } from "./statement.ts";
import type { Tables } from "./tables.ts";
import { addressKey, instant, key, parsed } from "./text.ts";
import { begunRecord, captureRecord, type Fetch, type RecordKind, recordParts } from "./warc.ts";

export interface CaptureStore {
  /**
   * Keeps bytes and where they came from. Bytes are kept once per SHA-256, a fetch once per SHA-256, address
   * (URL, else input) and time. True when the fetch was new. Problem "wrong-hash" when the SHA-256 isn't that of
   * the bytes.
   */
  addDocument(document: Document): Promise<boolean>;
  /**
   * The first fetch of these bytes: what was known at hangs on the first. Problem "no-record" or "damaged-record"
   * when the archive no longer holds them.
   */
  document(sha256: string): Promise<Document | undefined>;
  /** Every fetch of an address, first to last: the versions of a page. The bytes are left out: ask `document`. */
  fetches(address: string): Promise<Fetch[]>;

  /** Every fetch with where its record stands, in the order they were added. */
  captures(query?: CaptureQuery): Promise<Capture[]>;
  /**
   * The WARC record of a capture, a gzip member. Of a fetch kept before there were records it is made now.
   * Problem "no-record" when it isn't there.
   */
  record(capture: Capture): Promise<Uint8Array>;
  /** Stretches of the archive's files that no row points to; none on PostgreSQL. */
  strays(): Promise<Stray[]>;
}

export interface Capture {
  /** The number of the fetch in the store. */
  readonly seq: number;
  readonly fetch: Fetch;
  /** Absent of a fetch kept before there were records. */
  readonly kind?: RecordKind;
  readonly place?: Place;
}

export interface CaptureQuery {
  /** The URL asked for, else the input. */
  readonly address?: string;
  /** Only of documents whose reports are in this situation. */
  readonly situation?: string;
  /** Those after this one, by `seq`: the last one of the page before. */
  readonly after?: number;
  /** At most so many; all when absent. */
  readonly limit?: number;
}

export interface Stray extends Place {
  /** It is made of whole records: the first of a file, or what a process left that was killed. */
  readonly whole: boolean;
}

export function captureQueries({ read, appending }: Access, archive: Archive): CaptureStore {
  return {
    async addDocument(document: Document): Promise<boolean> {
      const { bytes, ...fetch } = document;
      if (createHash("sha256").update(bytes).digest("hex") !== document.sha256) {
        const message = `${document.input}: its SHA-256 is not ${document.sha256}; fetch it again`;
        throw new Problem("store", "wrong-hash", document.input, message);
      }
      return appending(async (db, log) => {
        const { numAffectedRows } = await contentAdded(db, {
          sha256: document.sha256,
          bytes: new Uint8Array(),
        });
        const values = {
          sha256: document.sha256,
          address: addressKey(document.url ?? document.input),
          fetched_at: instant(document.fetchedAt),
          body: JSON.stringify(fetch),
        };
        const row = (await documentAdded(db, values)).rows[0];
        if (row === undefined) return false;
        log.note("document", { ...values, ...row });
        const original = numAffectedRows === 1n ? undefined : await holderOf(db, document.sha256);
        const record = original === undefined ? await begunRecord(document) : undefined;
        const { kind, member } = record ?? captureRecord(document, original?.fetch);
        const place = await archive.append(db, member, document.fetchedAt);
        await captureAdded(db, { document: row.seq, sha256: document.sha256, kind, ...place });
        return true;
      });
    },

    async document(sha256: string): Promise<Document | undefined> {
      const row = await read
        .selectFrom("document")
        .innerJoin("content", "content.sha256", "document.sha256")
        .select(["document.body", "content.bytes"])
        .where("document.sha256", "=", key(sha256))
        .orderBy("document.seq")
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const fetch = parsed<Fetch>(row);
      // Kept before there were records.
      if (row.bytes.length > 0) return { ...fetch, bytes: new Uint8Array(row.bytes) };
      const holder = await holderOf(read, fetch.sha256);
      if (holder === undefined) throw damaged(fetch.sha256, "has no record in the archive");
      return { ...fetch, bytes: payloadOf(await archive.read(read, holder.place), fetch.sha256) };
    },

    async fetches(address: string): Promise<Fetch[]> {
      const query = read.selectFrom("document").select("body").where("address", "=", addressKey(address));
      return (await query.orderBy("seq").execute()).map(parsed<Fetch>);
    },

    async captures({ address, situation, after, limit }: CaptureQuery = {}): Promise<Capture[]> {
      let query = rows(read).orderBy("document.seq");
      if (address !== undefined) query = query.where("document.address", "=", addressKey(address));
      if (situation !== undefined) {
        query = query.where("document.sha256", "in", (q) =>
          q
            .selectFrom("membership as m")
            .innerJoin("report as r", "r.id", "m.report")
            .select("r.document")
            .where("m.situation", "=", key(situation)),
        );
      }
      if (after !== undefined) query = query.where("document.seq", ">", after);
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(captureOf);
    },

    async record({ place, fetch }: Capture): Promise<Uint8Array> {
      if (place !== undefined) return archive.read(read, place);
      const row = await read
        .selectFrom("content")
        .select("bytes")
        .where("sha256", "=", key(fetch.sha256))
        .executeTakeFirst();
      if (row === undefined) throw damaged(fetch.sha256, "has no record in the archive");
      return captureRecord({ ...fetch, bytes: row.bytes }).member;
    },

    async strays(): Promise<Stray[]> {
      const found: Stray[] = [];
      for (const { file, size } of await archive.files()) {
        const gap = async (start: number, length: number) => {
          const place = { file, start, length };
          if (length > 0) found.push({ ...place, whole: await archive.isWhole(place) });
        };
        let end = 0;
        for await (const { start, length } of extents(read, file)) {
          await gap(end, start - end);
          end = Math.max(end, start + length);
        }
        await gap(end, size - end);
      }
      return found;
    },
  };
}

const contentAdded = statement((db, values: Tables["content"]) =>
  db
    .insertInto("content")
    .values(values)
    .onConflict((on) => on.doNothing()),
);

const documentAdded = statement(
  (db, values: Pick<Tables["document"], "sha256" | "address" | "fetched_at" | "body">) =>
    db
      .insertInto("document")
      .values(values)
      .onConflict((on) => on.doNothing())
      .returning("seq"),
);

const captureAdded = statement((db, values: Tables["capture"]) => db.insertInto("capture").values(values));

/** The bytes that a record holds. Throws a Problem where they are not those of the hash. */
function payloadOf(member: Uint8Array, sha256: string): Uint8Array {
  let payload: Uint8Array;
  try {
    payload = recordParts(member).payload;
  } catch (error) {
    throw damaged(sha256, (error as Error).message, error);
  }
  if (createHash("sha256").update(payload).digest("hex") !== sha256)
    throw damaged(sha256, "holds other bytes");
  return new Uint8Array(payload);
}

function damaged(sha256: string, what: string, cause?: unknown): Problem {
  const message = `the record of document ${sha256} ${what}; restore the archive from a copy`;
  return new Problem("store", "damaged-record", sha256, message, cause);
}

/** The first fetch whose record holds these bytes. */
async function holderOf(db: Queries, sha256: string): Promise<{ fetch: Fetch; place: Place } | undefined> {
  const row = await db
    .selectFrom("capture")
    .innerJoin("document", "document.seq", "capture.document")
    .select(["document.body", "capture.file", "capture.start", "capture.length"])
    .where("capture.sha256", "=", key(sha256))
    .where("capture.kind", "in", ["response", "resource"])
    .orderBy("capture.document")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { file, start, length } = row;
  return { fetch: parsed<Fetch>(row), place: { file, start, length } };
}

function rows(db: Queries) {
  return db
    .selectFrom("document")
    .leftJoin("capture", "capture.document", "document.seq")
    .select([
      "document.seq",
      "document.body",
      "capture.kind",
      "capture.file",
      "capture.start",
      "capture.length",
    ]);
}

type Row = ReturnType<typeof rows> extends SelectQueryBuilder<infer _, infer __, infer R> ? R : never;

function captureOf({ seq, body, kind, file, start, length }: Row): Capture {
  const fetch = parsed<Fetch>({ body });
  if (kind === null || file === null || start === null || length === null) return { seq, fetch };
  return { seq, fetch, kind, place: { file, start, length } };
}

/** Where the records of a file stand, in order; a page at a time. */
async function* extents(db: Queries, file: string): AsyncGenerator<{ start: number; length: number }> {
  for (let after = -1; ; ) {
    const page = await db
      .selectFrom("capture")
      .select(["start", "length"])
      .where("file", "=", file)
      .where("start", ">", after)
      .orderBy("start")
      .limit(5_000)
      .execute();
    yield* page;
    if (page.length === 0) return;
    after = page.at(-1)!.start;
  }
}
