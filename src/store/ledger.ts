/**
 * The ledger: a chain of hashes over all that is appended. Each transaction adds one row, which names the rows that it
 * appended with a hash of each, and whose own hash is made from that of the row before. Writers append one after the
 * other, so the rows of each table stand in the ledger in the order of their numbers: whoever verifies walks both at once.
 */
import { createHash, hash } from "node:crypto";
import { sql } from "kysely";
import type { Checkpoint, Marks } from "../model/checkpoint.ts";
import type { Dialect, Queries } from "./dialect.ts";
import type { Tables } from "./tables.ts";
import { chunks, key } from "./text.ts";

/** The columns that say all of a row, by table. */
export const ledgered = {
  document: ["sha256", "address", "fetched_at", "body"],
  report: ["id", "document", "body"],
  reading: ["report", "version", "body"],
  outcome: ["report", "ok", "body"],
  situation: ["id", "body"],
  membership: ["situation", "report", "put_at"],
  revision: ["situation", "id", "entry", "known_at", "body"],
  source: ["id", "situation", "body"],
  item: ["source", "key", "body"],
  correction: ["situation", "id", "body"],
  checkpoint: ["situation", "body"],
  mark: ["situation", "reader", "seen_at"],
  scope: ["situation", "body"],
  selection: ["situation", "report", "body"],
} as const satisfies { readonly [T in keyof Tables]?: readonly (keyof Tables[T])[] };

export type Ledgered = keyof typeof ledgered;

/** A row as the database gives it. */
export type Row = { readonly seq: number } & Readonly<Record<string, unknown>>;

/** Before the first row. */
export const beginning = "0".repeat(64);

/** NUL parts the columns: no text in the store holds it (text.ts). */
export function rowHash(table: Ledgered, row: Readonly<Record<string, unknown>>): string {
  return hash("sha256", ledgered[table].map((column) => String(row[column] ?? "")).join("\0"));
}

export function chained(before: string, items: string): string {
  return createHash("sha256").update(before).update("\n").update(items).digest("hex");
}

/** What one transaction appends. */
export class Log {
  readonly #items: string[] = [];
  #isOurTurn = false;

  /** Waits until no other transaction appends; then none does before this one ends. */
  async turn(db: Queries, dialect: Dialect): Promise<void> {
    if (!this.#isOurTurn) await dialect.turn(db);
    this.#isOurTurn = true;
  }

  note(table: Ledgered, row: Row): void {
    this.#items.push(`${table} ${row.seq} ${rowHash(table, row)}`);
  }

  /** Rows of one statement, in whatever order the database gives them back. */
  noteAll(table: Ledgered, rows: readonly Row[]): void {
    for (const row of rows.toSorted((a, b) => a.seq - b.seq)) this.note(table, row);
  }

  /** At the end of the transaction. */
  async seal(db: Queries): Promise<void> {
    if (this.#items.length === 0) return;
    const last = await db
      .selectFrom("ledger")
      .select("hash")
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    const items = this.#items.join("\n");
    const row = { items, hash: chained(last?.hash ?? beginning, items) };
    await db.insertInto("ledger").values(row).execute();
  }
}

/** Rows of a table after a number, in order, a page of them. */
export async function page(db: Queries, table: Ledgered, after: number, limit: number): Promise<Row[]> {
  const columns = sql.join(["seq", ...ledgered[table]].map((column) => sql.ref(column)));
  const { rows } = await sql<Row>`select ${columns} from ${sql.table(table)}
    where seq > ${after} order by seq limit ${limit}`.execute(db);
  return rows;
}

/** Rows in one line of the ledger when a store that had none is taken into it. */
const adopted = 1_000;

/** Takes what a store holds from before it had a ledger into one. */
export async function adopt(dialect: Dialect): Promise<void> {
  const there = await dialect.read.selectFrom("ledger").select("seq").limit(1).executeTakeFirst();
  if (there !== undefined) return;
  await dialect.write.transaction().execute(async (db) => {
    await dialect.turn(db);
    if ((await db.selectFrom("ledger").select("seq").limit(1).executeTakeFirst()) !== undefined) return;
    await markTold(db);
    for (const table of Object.keys(ledgered) as Ledgered[]) {
      for (let after = 0; ; ) {
        const rows = await page(db, table, after, adopted);
        if (rows.length === 0) break;
        const log = new Log();
        for (const row of rows) log.note(table, row);
        await log.seal(db);
        after = rows.at(-1)!.seq;
      }
    }
  });
}

/** What revisions there are from before checkpoints were kept are not to be made a second time. */
async function markTold(db: Queries): Promise<void> {
  const { rows } = await sql<Marks & { readonly situation: string }>`
    select m.situation, max(m.seq) as memberships, coalesce((select max(seq) from reading), 0) as readings,
      0 as corrections
    from membership m where m.situation in (select situation from revision)
      and m.situation not in (select situation from checkpoint)
    group by m.situation`.execute(db);
  for (const { situation, ...marks } of rows) {
    const checkpoint: Checkpoint = { situation, from: marks, to: marks, version: "before checkpoints" };
    await db
      .insertInto("checkpoint")
      .values({ situation, body: JSON.stringify(checkpoint) })
      .execute();
  }
}

export interface LedgerStore {
  /** Rows of the ledger after a number, in order. */
  ledger(query?: PageQuery): Promise<LedgerRow[]>;
  /** Rows of a table as they stand in the database, after a number, in order. */
  rows(table: Ledgered, query?: PageQuery): Promise<Row[]>;
  /** Which of these reports are there. */
  knownReports(ids: readonly string[]): Promise<Set<string>>;
  /** Rows that name something that isn't there, the first ones of each kind. */
  dangling(): Promise<Dangling[]>;
}

export interface PageQuery {
  readonly after?: number;
  /** At most so many; 500 when absent. */
  readonly limit?: number;
}

export interface LedgerRow {
  readonly seq: number;
  readonly items: string;
  readonly hash: string;
}

export interface Dangling {
  readonly table: string;
  readonly name: string;
  /** What it names: "document", "report", "situation" … */
  readonly what: string;
  readonly lacks: string;
}

export function ledgerQueries({ read }: { readonly read: Queries }): LedgerStore {
  return {
    async ledger({ after = 0, limit = 500 } = {}): Promise<LedgerRow[]> {
      const query = read.selectFrom("ledger").select(["seq", "items", "hash"]).where("seq", ">", after);
      return query.orderBy("seq").limit(limit).execute();
    },
    rows: (table, { after = 0, limit = 500 } = {}) => page(read, table, after, limit),
    async knownReports(ids: readonly string[]): Promise<Set<string>> {
      const known = new Set<string>();
      for (const some of chunks(ids.map(key)))
        for (const { id } of await read.selectFrom("report").select("id").where("id", "in", some).execute())
          known.add(id);
      return known;
    },
    async dangling(): Promise<Dangling[]> {
      const found: Dangling[] = [];
      for (const [table, name, column, what, id] of references) {
        const { rows } = await sql<{ name: string; lacks: string }>`
          select ${sql.ref(`t.${name}`)} as name, ${sql.ref(`t.${column}`)} as lacks from ${sql.table(table)} as t
          where not exists (select 1 from ${sql.table(what)} as w where ${sql.ref(`w.${id}`)} = ${sql.ref(`t.${column}`)})
          order by t.seq limit 100`.execute(read);
        for (const row of rows) found.push({ table, what: what === "content" ? "document" : what, ...row });
      }
      return found;
    },
  };
}

/** Table, the column that names its row, the column that points, where to, and the column that it points to. */
const references = [
  ["document", "address", "sha256", "content", "sha256"],
  ["report", "id", "document", "content", "sha256"],
  ["reading", "version", "report", "report", "id"],
  ["membership", "situation", "report", "report", "id"],
  ["membership", "report", "situation", "situation", "id"],
  ["revision", "id", "situation", "situation", "id"],
  ["correction", "id", "situation", "situation", "id"],
  ["selection", "situation", "report", "report", "id"],
] as const;
