/** The store in a data folder: SQLite through `node:sqlite`, with FTS5 for search. */
import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Kysely, type RawBuilder, sql } from "kysely";
import { Problem } from "../model/problem.ts";
import { type ArchiveFiles, FOLDER, openArchiveFiles } from "./archive-files.ts";
import type { Archive, Dialect, Queries } from "./dialect.ts";
import { lock } from "./lock.ts";
import { migrationSql, migrationTable, missing } from "./migrate.ts";
import { type Beside, nodeSqliteDialect } from "./node-sqlite-dialect.ts";
import type { Tables } from "./tables.ts";
import type { Phrase, Sought } from "./terms.ts";

/**
 * Opens the database of a data folder, made where there is none. The folder is this process's own until it is
 * closed; with `readOnly` it may be another's, nothing is made, and nothing can be written.
 */
export function openSqlite(folder: string, readOnly: boolean): Dialect {
  const file = join(folder, NAME);
  const where = `data folder "${folder}"`;
  const opened: (() => void)[] = [];
  const letGo = () => {
    for (const close of opened.splice(0).reverse()) close();
  };
  const problem = (error: unknown) => problemOf(error, folder, readOnly);
  try {
    if (readOnly) {
      if (!existsSync(file)) throw noStore(folder);
      const reader = openReader(folder);
      opened.push(() => reader.close());
      if (missing("sqlite", numbersOf(reader), where).length > 0) throw olderVersion(folder);
      const read = queries(reader);
      const archive = archiveOn(
        openArchiveFiles(folder, () => 0, { readOnly }),
        folder,
      );
      return { archive, read, write: read, turn, index, find, holding, problem, close: async () => letGo() };
    }
    mkdirSync(folder, { recursive: true });
    opened.push(lock(folder));
    const writer = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS });
    opened.push(() => writer.close());
    writer.exec(CACHE);
    // recursive_triggers: without it `insert or replace` would delete past the triggers that refuse to.
    writer.exec(
      "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on",
    );
    migrate(writer, where);
    const reader = openReader(folder);
    opened.push(() => reader.close());
    const files = openArchiveFiles(folder, indexedEnd(writer));
    opened.push(() => files.close());
    const write = queries(writer, {
      sync: files.sync,
      kept: files.kept,
      // The transaction's own failure is what is told; what is left is cut off before the next one writes.
      undo: () => attempt(files.undo),
    });
    const read = queries(reader);
    return {
      archive: archiveOn(files, folder),
      read,
      write,
      turn,
      index,
      find,
      holding,
      problem,
      close: async () => letGo(),
    };
  } catch (error) {
    letGo();
    throw problem(error) ?? error;
  }
}

/** The data folder is one process's own, and its transactions begin by taking the database's one lock. */
async function turn(): Promise<void> {}

const NAME = "sitrep.sqlite";
const BUSY_MILLISECONDS = 5_000;
/** 32 MiB a connection: SQLite's own 2 MiB don't hold the indexes of some thousand reports. */
const CACHE = "pragma cache_size = -32768";

function queries(database: DatabaseSync, beside?: Beside): Queries {
  return new Kysely<Tables>({ dialect: nodeSqliteDialect(database, beside) });
}

/** Where the last record of an archive file ends that a row names. */
function indexedEnd(database: DatabaseSync): (file: string) => number {
  const last = database.prepare(
    "select start + length as place from capture where file = ? order by start desc limit 1",
  );
  return (file) => Number(last.get(file)?.place ?? 0);
}

function archiveOn(files: ArchiveFiles, folder: string): Archive {
  return {
    append: async (_, member, at) => files.append(member, at),
    read: async (_, place) => {
      try {
        return files.read(place);
      } catch (error) {
        const file = join(folder, FOLDER, place.file);
        const message = `archive file "${file}" is missing or ends before byte ${place.start + place.length}; restore it from a copy`;
        throw new Problem("store", "no-record", file, message, error);
      }
    },
    files: async () => files.files(),
    isWhole: async (place) => files.isWhole(place),
  };
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // As its caller says.
  }
}

/** On a medium that can't be written to, SQLite reads a database in WAL mode only when told that nobody writes. */
function openReader(folder: string): DatabaseSync {
  const file = join(folder, NAME);
  const reader = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MILLISECONDS });
  try {
    reader.exec(CACHE);
    reader.prepare("select count(*) from sqlite_schema").get();
    return reader;
  } catch (error) {
    reader.close();
    const code = primary((error as { errcode?: number }).errcode);
    if (code !== SQLITE_CANTOPEN && code !== SQLITE_READONLY) throw error;
    if (existsSync(`${file}-wal`)) throw notClosed(folder, error);
    const url = pathToFileURL(resolve(file));
    url.searchParams.set("immutable", "1");
    return new DatabaseSync(url, { readOnly: true });
  }
}

function migrate(database: DatabaseSync, where: string): void {
  for (const migration of missing("sqlite", numbersOf(database), where)) {
    database.exec("begin immediate");
    try {
      database.exec(migrationTable);
      database.exec(migrationSql(migration, "sqlite"));
      database.prepare("insert into migration values (?, ?)").run(migration.number, migration.name);
      database.exec("commit");
    } catch (error) {
      if (database.isTransaction) database.exec("rollback");
      throw error;
    }
  }
}

function numbersOf(database: DatabaseSync): number[] {
  const table = database.prepare("select 1 from sqlite_schema where name = 'migration'").get();
  if (table === undefined) return [];
  return database
    .prepare("select number from migration")
    .all()
    .map((row) => Number(row.number));
}

async function index(
  db: Queries,
  seq: number,
  title: readonly string[],
  text: readonly string[],
): Promise<void> {
  await sql`insert into search (rowid, title, text) values (${seq}, ${title.join(" ")}, ${text.join(" ")})`.execute(
    db,
  );
}

async function find(
  db: Queries,
  sought: Sought,
  { limit, offset, within }: Parameters<Dialect["find"]>[2],
): Promise<{ seq: number; score: number }[]> {
  // `+rowid`: asked for rowids, FTS5 would run the search anew for each of them.
  const only = within === undefined ? sql`` : sql`and +rowid in (${within})`;
  const { rows } = await sql<{ seq: number; score: number }>`
    select rowid as seq, -bm25(search, ${TITLE_WEIGHT}, 1.0) as score from search
    where search match ${matchOf(sought)} ${only}
    order by score desc, rowid desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ seq, score }) => ({ seq, score }));
}

function holding(sought: Sought): RawBuilder<unknown> {
  return sql`select rowid from search where search match ${matchOf(sought)}`;
}

/** A hit in the title is worth that of so many in the text. */
const TITLE_WEIGHT = 4;

/** Terms are letters and digits only (terms.ts), so that nothing in quotes can end them. */
function matchOf({ all, none }: Sought): string {
  const wanted = all.map(anyForm).join(" AND ");
  return none.length === 0 ? wanted : `(${wanted}) NOT (${none.map(anyForm).join(" OR ")})`;
}

function anyForm(forms: Phrase): string {
  return `(${forms.map(inARow).join(" OR ")})`;
}

function inARow(terms: readonly string[]): string {
  const words = terms.join(" ");
  return words.endsWith("*") ? `"${words.slice(0, -1)}" *` : `"${words}"`;
}

const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;

/** Extended result codes hold the primary one in their low byte. */
function primary(errcode: number | undefined): number | undefined {
  return errcode === undefined ? undefined : errcode & 0xff;
}

function noStore(folder: string): Problem {
  return new Problem(
    "store",
    "no-store",
    folder,
    `data folder "${folder}" holds no store; run sitrep start to make one or name another with --data`,
  );
}

function olderVersion(folder: string): Problem {
  return new Problem(
    "store",
    "older-version",
    folder,
    `data folder "${folder}" was written by an older Sitrep; run sitrep start once to bring it up to date`,
  );
}

/** What was written last stands in a second file, and SQLite merges the two only where it may write. */
function notClosed(folder: string, cause: unknown): Problem {
  const message = `data folder "${folder}" can't be written, and was in use when its process ended; copy it to where you may write`;
  return new Problem("store", "read-only", folder, message, cause);
}

/** SQLite's primary result codes and the file system's codes, in plain words. */
const causes: Record<string, readonly [code: string, what: string]> = {
  5: ["busy", "is being written by another program; try again when it is done"],
  6: ["busy", "is being written by another program; try again when it is done"],
  8: ["read-only", "can't be written; make it writable or choose another with --data"],
  10: ["disk-failed", "can't be read or written; check the disk"],
  11: [
    "corrupt",
    "holds a damaged database; restore sitrep.sqlite from a copy or choose another with --data",
  ],
  13: ["disk-full", "is on a full disk; free some space and run it again: what was stored is kept"],
  14: ["read-only", "can't be opened; check that it is a folder that you may read and write"],
  26: ["corrupt", "holds a sitrep.sqlite that is no database; move it away or choose another with --data"],
  ENOSPC: ["disk-full", "is on a full disk; free some space and run it again: what was stored is kept"],
  EDQUOT: ["disk-full", "is over its quota; free some space and run it again: what was stored is kept"],
  EROFS: ["read-only", "can't be written; choose another with --data"],
  EACCES: ["read-only", "may not be written by you; change its rights or choose another with --data"],
  EPERM: ["read-only", "may not be written by you; change its rights or choose another with --data"],
  ENOTDIR: ["not-a-folder", "is not a folder; choose another with --data"],
  EEXIST: ["not-a-folder", "is not a folder; choose another with --data"],
};

function problemOf(error: unknown, folder: string, readOnly: boolean): Problem | undefined {
  if (error instanceof Problem || !(error instanceof Error)) return undefined;
  const { code, errcode } = error as { code?: string; errcode?: number };
  const where = `data folder "${folder}"`;
  // SQLite tells a full disk as any other failure when it can't make its shared memory.
  const result = primary(errcode) === SQLITE_IOERR && isFull(folder) ? SQLITE_FULL : primary(errcode);
  const found = causes[String(result ?? code)];
  if (found !== undefined) {
    if (result === SQLITE_READONLY && readOnly) return openedToRead(folder, error);
    return new Problem("store", found[0], folder, `${where} ${found[1]}`, error);
  }
  if (code === "ERR_INVALID_STATE" || error.message === "driver has already been destroyed") {
    return new Problem("store", "closed", folder, `${where} was closed already; open it again`, error);
  }
  if (code !== "ERR_SQLITE_ERROR") return undefined;
  return new Problem("store", "refused", folder, `${where}: ${firstLine(error.message)}`, error);
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 64 * 1024;
  } catch {
    return false;
  }
}

function openedToRead(folder: string, cause: Error): Problem {
  const message = `data folder "${folder}" was opened for reading only; open it for writing`;
  return new Problem("store", "read-only", folder, message, cause);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!;
}
