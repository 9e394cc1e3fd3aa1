/**
 * Brings a database's tables to what this version of Sitrep knows: runs the numbered files of migrations/ that
 * it hasn't had. `0001-name.sql` is for both databases, `0002-name.sqlite.sql` and `0002-name.postgres.sql` are
 * for one. A file once released is never edited: a change is a new file.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../model/problem.ts";

export type DialectName = "sqlite" | "postgres";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly file: string;
}

/** What a migration's neutral words stand for. */
const spelling: Record<DialectName, Record<string, string>> = {
  sqlite: { SEQUENCE: "integer primary key autoincrement", BYTES: "blob" },
  postgres: { SEQUENCE: "bigint generated always as identity primary key", BYTES: "bytea" },
};

const folder = join(import.meta.dirname, "migrations");

/** All of a dialect, by number. */
export function migrations(dialect: DialectName): Migration[] {
  return readdirSync(folder)
    .map((file) => /^(\d{4})-([a-z-]+)(?:\.(sqlite|postgres))?\.sql$/.exec(file))
    .filter((match) => match !== null)
    .filter((match) => match[3] === undefined || match[3] === dialect)
    .map((match) => ({ number: Number(match[1]), name: match[2]!, file: match[0] }))
    .sort((a, b) => a.number - b.number);
}

/** The SQL of a migration, in a dialect's words. */
export function migrationSql(migration: Migration, dialect: DialectName): string {
  const sql = readFileSync(join(folder, migration.file), "utf8");
  return sql
    .replace(/^--.*$/gm, "")
    .replace(/\b(SEQUENCE|BYTES)\b/g, (word) => spelling[dialect][word]!)
    .trim();
}

/**
 * The migrations that a database lacks, given the numbers that it has had. Throws a Problem when it has had
 * one that is unknown here: a newer Sitrep made it.
 */
export function missing(dialect: DialectName, had: readonly number[], where: string): Migration[] {
  const known = migrations(dialect);
  const unknown = had.filter((number) => !known.some((migration) => migration.number === number));
  if (unknown.length > 0) {
    throw new Problem(
      "store",
      "newer-version",
      where,
      `${where} was written by a newer Sitrep (migration ${Math.max(...unknown)}, known here up to ${known.at(-1)?.number}); install that version or choose another store`,
    );
  }
  return known.filter((migration) => !had.includes(migration.number));
}

/** The table that remembers them, plain enough for both databases. */
export const migrationTable =
  "create table if not exists migration (number integer primary key, name text not null)";
