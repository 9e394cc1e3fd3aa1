/** The store on a PostgreSQL server, with tsvector for search. */
import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely";
import pg from "pg";
import { Problem } from "../model/problem.ts";
import type { Archive, Dialect, Place, Queries } from "./dialect.ts";
import { migrationSql, migrationTable, missing } from "./migrate.ts";
import type { Tables } from "./tables.ts";
import type { Phrase, Sought } from "./terms.ts";

/**
 * Connects, and makes the tables in the database's first schema where there are none. Several processes may
 * share it. With `readOnly` nothing is made and the server refuses to write.
 */
export async function openPostgres(url: string, readOnly: boolean): Promise<Dialect> {
  const where = withoutPassword(url);
  const problem = (error: unknown) => problemOf(error, where);
  const pool = poolOf(url, readOnly, problem);
  try {
    await migrate(pool, where, readOnly);
  } catch (error) {
    await pool.end();
    throw problem(error) ?? error;
  }
  const db: Queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // Not `db.destroy()`, which leaves a pool open that no query has used yet.
  let ended: Promise<void> | undefined;
  const close = () => {
    ended ??= pool.end();
    return ended;
  };
  return { archive, read: db, write: db, turn, index, find, holding, problem, close };
}

function poolOf(url: string, readOnly: boolean, problem: Dialect["problem"]): pg.Pool {
  try {
    const pool = new pg.Pool({
      connectionString: readOnly ? forReading(url) : url,
      max: 10,
      connectionTimeoutMillis: 10_000,
      application_name: "sitrep",
      types: { getTypeParser },
    });
    // A connection that the server drops is replaced; the query that needs it says what is wrong. Without these
    // a drop between two queries would end the process.
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    return pool;
  } catch (error) {
    throw problem(error) ?? error;
  }
}

/** The server is told to refuse writes, beside what the URL tells it. */
function forReading(url: string): string {
  const address = new URL(url);
  const told = address.searchParams.get("options") ?? "";
  address.searchParams.set("options", `${told} -c default_transaction_read_only=on`.trim());
  return address.href;
}

/** `seq` and counts are far below 2^53: plain numbers. */
const INT8 = 20;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text");

/** Until the transaction ends; "ledger" in ASCII is the key of the lock. */
async function turn(db: Queries): Promise<void> {
  await sql`select pg_advisory_xact_lock(x'6c6564676572'::bigint)`.execute(db);
}

/** One process at a time brings the tables up to date; "sitrep" in ASCII is the key of the lock. */
async function migrate(pool: pg.Pool, where: string, readOnly: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    if (readOnly) {
      const had = await numbersOf(client);
      if (had.length === 0) throw noStore(where);
      if (missing("postgres", had, where).length > 0) throw olderVersion(where);
      return;
    }
    await client.query("begin");
    try {
      await client.query("select pg_advisory_xact_lock(x'736974726570'::bigint)");
      for (const migration of missing("postgres", await numbersOf(client), where)) {
        await client.query(migrationTable);
        await client.query(migrationSql(migration, "postgres"));
        await client.query("insert into migration values ($1, $2)", [migration.number, migration.name]);
      }
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  } finally {
    client.release();
  }
}

async function numbersOf(client: pg.PoolClient): Promise<number[]> {
  const { rows: there } = await client.query("select to_regclass('migration') is not null as there");
  if (there[0].there !== true) return [];
  const { rows } = await client.query<{ number: number }>("select number from migration");
  return rows.map((row) => row.number);
}

/** Records are rows, so that all who share the database share them. */
const archive: Archive = {
  async append(db: Queries, member: Uint8Array): Promise<Place> {
    const { rows } = await sql<{ seq: number }>`
      insert into archive (record) values (${Buffer.from(member)}) returning seq`.execute(db);
    return { file: "archive", start: rows[0]!.seq, length: member.length };
  },
  async read(db: Queries, { start }: Place): Promise<Uint8Array> {
    const { rows } = await sql<{ record: Uint8Array }>`
      select record from archive where seq = ${start}`.execute(db);
    if (rows[0] !== undefined) return rows[0].record;
    const message = `row ${start} of the table archive is missing; restore the database from a copy`;
    throw new Problem("store", "no-record", `archive ${start}`, message);
  },
  files: async () => [],
  isWhole: async () => true,
};

async function index(
  db: Queries,
  seq: number,
  title: readonly string[],
  text: readonly string[],
): Promise<void> {
  await sql`insert into search (seq, terms) values (${seq}, ${vectorOf(title, text)}::tsvector)`.execute(db);
}

/** A tsvector as text: words with their positions, those of the title weighted "A". No phrase spans the two. */
function vectorOf(title: readonly string[], text: readonly string[]): string {
  const positions = new Map<string, string[]>();
  const place = (term: string, position: number, weight: string) => {
    const places = positions.get(term) ?? [];
    positions.set(term, places);
    if (places.length < MOST_POSITIONS) places.push(`${Math.min(position, LAST_POSITION)}${weight}`);
  };
  title.forEach((term, i) => {
    place(term, i + 1, "A");
  });
  text.forEach((term, i) => {
    place(term, title.length + 2 + i, "");
  });
  return [...positions].map(([term, places]) => `'${term}':${places.join(",")}`).join(" ");
}

/** Limits of PostgreSQL's tsvector. */
const MOST_POSITIONS = 255;
const LAST_POSITION = 16_383;

async function find(
  db: Queries,
  sought: Sought,
  { limit, offset, within }: Parameters<Dialect["find"]>[2],
): Promise<{ seq: number; score: number }[]> {
  const only = within === undefined ? sql`` : sql`and seq in (${within})`;
  // 1: long texts count less, by the logarithm of their length.
  const { rows } = await sql<{ seq: number; score: number }>`
    select seq, ts_rank(terms, query, 1)::float8 as score from search, (select ${matchOf(sought)}::tsquery as query) q
    where terms @@ query ${only}
    order by score desc, seq desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

function holding(sought: Sought): RawBuilder<unknown> {
  return sql`select seq from search where terms @@ ${matchOf(sought)}::tsquery`;
}

/** Terms are letters and digits only (terms.ts), so that nothing in quotes can end them. */
function matchOf({ all, none }: Sought): string {
  return [...all.map(anyForm), ...none.map((forms) => `!${anyForm(forms)}`)].join(" & ");
}

function anyForm(forms: Phrase): string {
  return `(${forms.map((terms) => `(${terms.map(termOf).join(" <-> ")})`).join(" | ")})`;
}

function termOf(term: string): string {
  return term.endsWith("*") ? `'${term.slice(0, -1)}':*` : `'${term}'`;
}

/** What may be shown of a URL. */
function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    const database = `${shown.host}${shown.pathname}`;
    return `database ${shown.username === "" ? "" : `${shown.username}@`}${database}`;
  } catch {
    return "database of DATABASE_URL";
  }
}

function noStore(where: string): Problem {
  return new Problem("store", "no-store", where, `${where} holds no store; run sitrep start to make one`);
}

function olderVersion(where: string): Problem {
  const message = `${where} was written by an older Sitrep; run sitrep start once to bring it up to date`;
  return new Problem("store", "older-version", where, message);
}

const unreachable = [
  "unreachable",
  "can't be reached; check that it runs and the address in DATABASE_URL",
] as const;
const denied = ["denied", "refuses the user or the password; check them in DATABASE_URL"] as const;

/** SQLSTATE codes (PostgreSQL manual, appendix A) and the network's, in plain words. */
const causes: Record<string, readonly [code: string, what: string]> = {
  "53100": ["disk-full", "is on a full disk; free some space and run it again: what was stored is kept"],
  "53300": ["busy", "has no connection left; close some or raise max_connections"],
  "28000": denied,
  "28P01": denied,
  "3D000": ["no-database", "doesn't exist; create it or change DATABASE_URL"],
  "42501": ["denied", "doesn't let this user make or write tables; grant it or use another user"],
  "25006": ["read-only", "is open for reading only; open it for writing"],
  "57P03": ["unreachable", "is starting up or shutting down; try again in a moment"],
  "57P01": ["unreachable", "closed the connection; try again when it runs"],
  "57P02": ["unreachable", "closed the connection; try again when it runs"],
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  EPIPE: unreachable,
  ERR_INVALID_URL: ["bad-url", "is no address; write DATABASE_URL as postgres://USER:PASSWORD@HOST/NAME"],
};

/** pg's own errors have no code: the connection is gone, or the password is missing. */
const uncoded: readonly (readonly [RegExp, readonly [code: string, what: string]])[] = [
  [/timeout exceeded when trying to connect|Connection terminated|Client has encountered/, unreachable],
  [/password must be a string|no password/i, denied],
  [/already been destroyed|after calling end/, ["closed", "was closed already; open it again"]],
];

function problemOf(error: unknown, where: string): Problem | undefined {
  if (error instanceof Problem || !(error instanceof Error)) return undefined;
  // Both addresses of a host failed: each is told alike.
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const { code } = first as { code?: string };
  const found = causes[code ?? ""] ?? uncoded.find(([words]) => words.test(first.message))?.[1];
  // The cause of a bad URL holds the URL, and with it the password.
  if (found !== undefined) {
    const cause = code === "ERR_INVALID_URL" ? undefined : error;
    return new Problem("store", found[0], where, `${where} ${found[1]}`, cause);
  }
  if (!(first instanceof pg.DatabaseError)) return undefined;
  return new Problem("store", "refused", where, `${where}: ${first.message.split("\n", 1)[0]}`, error);
}
