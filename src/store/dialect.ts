/** What a database has to offer to carry the store: typed queries, full-text search, errors in plain words. */
import type { Kysely, RawBuilder } from "kysely";
import type { Problem } from "../model/problem.ts";
import type { Tables } from "./tables.ts";
import type { Sought } from "./terms.ts";

export type Queries = Kysely<Tables>;

/** Where a record of the archive stands: in a file of the data folder, or a row of PostgreSQL's table `archive`. */
export interface Place {
  readonly file: string;
  /** Bytes from the file's beginning; of a row its number. */
  readonly start: number;
  /** Bytes of the record as kept, a gzip member. */
  readonly length: number;
}

/** The records of the archive. */
export interface Archive {
  /** Within a transaction: kept with it, or gone with it. `at`, ISO 8601, is when it was captured. */
  append(db: Queries, member: Uint8Array, at: string): Promise<Place>;
  /** Throws a Problem "no-record" when nothing is there. */
  read(db: Queries, place: Place): Promise<Uint8Array>;
  /** Files with their sizes in bytes; none where records are rows. */
  files(): Promise<{ readonly file: string; readonly size: number }[]>;
  /** A stretch of a file holds whole records. */
  isWhole(place: Place): Promise<boolean>;
}

export interface Dialect {
  readonly archive: Archive;
  /** For reads outside of a transaction: never waits for a writer. */
  readonly read: Queries;
  readonly write: Queries;
  /** Within a transaction: waits until no other appends, and lets none until this one ends. */
  turn(db: Queries): Promise<void>;
  /** Indexes the terms of a report by its `seq`. */
  index(db: Queries, seq: number, title: readonly string[], text: readonly string[]): Promise<void>;
  /** Reports that hold what is sought (of which something must be), best first; equal ones newest first. */
  find(
    db: Queries,
    sought: Sought,
    query: {
      readonly limit: number;
      readonly offset: number;
      /** A selection of numbers of reports: only these. */
      readonly within?: RawBuilder<unknown>;
    },
  ): Promise<{ seq: number; score: number }[]>;
  /** The same as a selection of numbers, in no order. */
  holding(sought: Sought): RawBuilder<unknown>;
  /** The database's failure as a Problem; undefined when the error isn't the database's. */
  problem(error: unknown): Problem | undefined;
  close(): Promise<void>;
}
