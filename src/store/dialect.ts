/** What a database has to offer to carry the store: typed queries, full-text search, errors in plain words. */
import type { Kysely } from "kysely";
import type { Problem } from "../model/problem.ts";
import type { Tables } from "./tables.ts";
import type { Phrase } from "./terms.ts";

export type Queries = Kysely<Tables>;

export interface Dialect {
  /** For reads outside of a transaction: never waits for a writer. */
  readonly read: Queries;
  readonly write: Queries;
  /** Indexes the terms of a report by its `seq`. */
  index(db: Queries, seq: number, title: readonly string[], text: readonly string[]): Promise<void>;
  /** Reports that hold all the phrases, best first; equal ones newest first. */
  find(
    db: Queries,
    phrases: readonly Phrase[],
    query: { readonly limit: number; readonly situation?: string },
  ): Promise<{ seq: number; score: number }[]>;
  /** The database's failure as a Problem; undefined when the error isn't the database's. */
  problem(error: unknown): Problem | undefined;
  close(): Promise<void>;
}
