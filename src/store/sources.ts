/** What is followed: sources, the items that they list, and when each is next asked. */
import { sql } from "kysely";
import { Problem } from "../model/problem.ts";
import type { Health, Item, Source } from "../model/source.ts";
import type { Queries } from "./dialect.ts";
import type { Log } from "./ledger.ts";
import { addressKey, chunks, instant, key, parsed } from "./text.ts";

export interface SourceStore {
  /** Adds a source, or what has changed of it. False, and nothing changes, when it stands there as given. */
  addSource(source: Source): Promise<boolean>;
  source(id: string): Promise<Source | undefined>;
  /** In the order they were first added; those that are followed no longer only with `removed`. */
  sources(query?: { readonly situation?: string; readonly removed?: boolean }): Promise<Source[]>;

  /**
   * Keeps what a source lists and queues what is new to be read at a time; without one it is kept as seen and never
   * read. Gives how many were new.
   */
  addItems(items: readonly Item[], readAt?: string): Promise<number>;
  /** Which of these keys the source has listed already. */
  knownItems(source: string, keys: readonly string[]): Promise<Set<string>>;
  /** Latest first. */
  items(source: string, query?: { readonly limit?: number }): Promise<Item[]>;

  /** Replaces what is known of how a source does, and lets go of it. */
  setHealth(health: Health): Promise<void>;
  health(source: string): Promise<Health | undefined>;
  /** Of all sources that have some. */
  healths(): Promise<Health[]>;

  /**
   * Sources that are due at a time, longest overdue first, taken for this process until another time: no other gets
   * them until then, unless `setHealth` lets go of them before.
   */
  takeSources(lease: Lease): Promise<{ readonly source: Source; readonly health: Health }[]>;
  /** The same of items. `settle` or `postpone` lets go of one. */
  takeItems(lease: Lease): Promise<Taken[]>;
  /** The item is read, or never will be. */
  settle(taken: Taken): Promise<void>;
  /** The item is to be read at a time, after so many failures in a row and so many reads. */
  postpone(
    taken: Taken,
    to: { readonly at: string; readonly failures: number; readonly reads: number },
  ): Promise<void>;
  /** Lets go of all that is taken: for a process that knows itself to be alone and finds a dead one's leases. */
  release(): Promise<void>;
  /** The earliest time at which a source or an item is due; undefined when there is none. */
  nextDue(): Promise<string | undefined>;
  /** How many items wait to be read for the first time; with `by` only those that are due then. */
  unread(source?: string, by?: string): Promise<number>;
  /** The same of each source that some wait at. */
  unreadBySource(): Promise<Map<string, number>>;
}

export interface Lease {
  /** ISO 8601: what is due then. */
  readonly at: string;
  readonly until: string;
  readonly limit: number;
  /** Only of these sources, due or not. */
  readonly only?: readonly string[];
}

export interface Taken {
  /** The number of the item in the store. */
  readonly seq: number;
  readonly item: Item;
  readonly source: Source;
  readonly failures: number;
  readonly reads: number;
}

export interface Access {
  readonly read: Queries;
  readonly alone: () => Queries;
  readonly atomically: <T>(work: (db: Queries) => Promise<T>) => Promise<T>;
  /** The same for what appends: each row appended is noted in the ledger's log, and no two append at once. */
  readonly appending: <T>(work: (db: Queries, log: Log) => Promise<T>) => Promise<T>;
}

export function sourceQueries({ read, alone, atomically, appending }: Access): SourceStore {
  return {
    async addSource(source: Source): Promise<boolean> {
      return appending(async (db, log) => {
        const last = await lastOf(db, source.id);
        const body = JSON.stringify(source);
        if (last?.body === body) return false;
        const there = await db.selectFrom("situation").select("id").where("id", "=", key(source.situation));
        if ((await there.executeTakeFirst()) === undefined) {
          const message = `there is no situation "${source.situation}"; add it first`;
          throw new Problem("store", "no-situation", source.situation, message);
        }
        const row = { id: source.id, situation: key(source.situation), body };
        const added = await db.insertInto("source").values(row).returning("seq").executeTakeFirstOrThrow();
        log.note("source", { ...row, ...added });
        return true;
      });
    },

    async source(id: string): Promise<Source | undefined> {
      const row = await lastOf(read, id);
      return row && parsed<Source>(row);
    },

    async sources({ situation, removed = false } = {}): Promise<Source[]> {
      const rows = await read
        .selectFrom("source as s")
        .innerJoin(
          (q) =>
            q
              .selectFrom("source")
              .select((e) => [e.fn.max("seq").as("last"), e.fn.min("seq").as("first")])
              .groupBy("id")
              .as("ends"),
          (join) => join.onRef("ends.last", "=", "s.seq"),
        )
        .select("s.body")
        .orderBy("ends.first")
        .execute();
      return rows
        .map(parsed<Source>)
        .filter((source) => removed || source.removedAt === undefined)
        .filter((source) => situation === undefined || source.situation === situation);
    },

    async addItems(items: readonly Item[], readAt?: string): Promise<number> {
      return appending(async (db, log) => {
        let added = 0;
        for (const some of chunks(items)) {
          const rows = some.map((item) => ({
            source: item.source,
            key: addressKey(item.key),
            body: JSON.stringify(item),
          }));
          const fresh = await db
            .insertInto("item")
            .values(rows)
            .onConflict((on) => on.doNothing())
            .returning(["seq", "source", "key", "body"])
            .execute();
          log.noteAll("item", fresh);
          added += fresh.length;
          if (fresh.length === 0 || readAt === undefined) continue;
          const waiting = fresh.map(({ seq }) => ({
            item: seq,
            next_at: instant(readAt),
            failures: 0,
            reads: 0,
          }));
          await db.insertInto("pending").values(waiting).execute();
        }
        return added;
      });
    },

    async knownItems(source: string, keys: readonly string[]): Promise<Set<string>> {
      const known = new Set<string>();
      for (const some of chunks(keys)) {
        const rows = await read
          .selectFrom("item")
          .select("key")
          .where("source", "=", key(source))
          .where("key", "in", some.map(addressKey))
          .execute();
        const there = new Set(rows.map((row) => row.key));
        for (const one of some) if (there.has(addressKey(one))) known.add(one);
      }
      return known;
    },

    async items(source: string, { limit } = {}): Promise<Item[]> {
      let query = read
        .selectFrom("item")
        .select("body")
        .where("source", "=", key(source))
        .orderBy("seq", "desc");
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(parsed<Item>);
    },

    async setHealth(health: Health): Promise<void> {
      const row = {
        next_at: instant(health.nextAt),
        leased_until: null,
        visited_at: health.visitedAt === undefined ? null : instant(health.visitedAt),
        body: JSON.stringify(health),
      };
      await alone()
        .insertInto("health")
        .values({ source: health.source, ...row })
        .onConflict((on) => on.column("source").doUpdateSet(row))
        .execute();
    },

    async health(source: string): Promise<Health | undefined> {
      const row = await read
        .selectFrom("health")
        .select("body")
        .where("source", "=", key(source))
        .executeTakeFirst();
      return row && parsed<Health>(row);
    },

    async healths(): Promise<Health[]> {
      return (await read.selectFrom("health").select("body").execute()).map(parsed<Health>);
    },

    async takeSources({ at, until, limit, only }: Lease) {
      return atomically(async (db) => {
        const now = instant(at);
        const due = only === undefined ? sql`next_at <= ${now}` : sql`source in (${listOf(only)})`;
        // The outer condition is asked again of a row that another process has just taken.
        const { rows } = await sql<{ source: string; body: string }>`
          update health set leased_until = ${instant(until)}
          where source in (select source from health where ${due} and ${free(now)} order by next_at limit ${limit})
            and ${free(now)}
          returning source, body`.execute(db);
        const taken: { source: Source; health: Health }[] = [];
        for (const row of rows) {
          const last = await lastOf(db, row.source);
          const source = last && parsed<Source>(last);
          if (source === undefined || source.removedAt !== undefined)
            await db.deleteFrom("health").where("source", "=", row.source).execute();
          else if (source.pausedAt !== undefined && only === undefined)
            await db
              .updateTable("health")
              .set({ leased_until: null, next_at: never })
              .where("source", "=", row.source)
              .execute();
          else taken.push({ source, health: parsed<Health>(row) });
        }
        return taken.sort((a, b) => (a.health.nextAt < b.health.nextAt ? -1 : 1));
      });
    },

    async takeItems({ at, until, limit, only }: Lease): Promise<Taken[]> {
      return atomically(async (db) => {
        const now = instant(at);
        const of =
          only === undefined
            ? sql`true`
            : sql`item in (select seq from item where source in (${listOf(only)}))`;
        const { rows } = await sql<{ item: number; failures: number; reads: number }>`
          update pending set leased_until = ${instant(until)}
          where item in (select item from pending where next_at <= ${now} and ${of} and ${free(now)}
              order by next_at, item limit ${limit})
            and ${free(now)}
          returning item, failures, reads`.execute(db);
        const taken: Taken[] = [];
        for (const { item: seq, failures, reads } of rows.sort((a, b) => a.item - b.item)) {
          const row = await db
            .selectFrom("item")
            .select(["source", "body"])
            .where("seq", "=", seq)
            .executeTakeFirst();
          const last = row && (await lastOf(db, row.source));
          const source = last && parsed<Source>(last);
          if (row === undefined || source === undefined || source.removedAt !== undefined)
            await db.deleteFrom("pending").where("item", "=", seq).execute();
          else taken.push({ seq, item: parsed<Item>(row), source, failures, reads });
        }
        return taken;
      });
    },

    async settle({ seq }: Taken): Promise<void> {
      await alone().deleteFrom("pending").where("item", "=", seq).execute();
    },

    async postpone({ seq }: Taken, { at, failures, reads }): Promise<void> {
      await alone()
        .updateTable("pending")
        .set({ next_at: instant(at), leased_until: null, failures, reads })
        .where("item", "=", seq)
        .execute();
    },

    async release(): Promise<void> {
      await atomically(async (db) => {
        await db
          .updateTable("health")
          .set({ leased_until: null })
          .where("leased_until", "is not", null)
          .execute();
        await db
          .updateTable("pending")
          .set({ leased_until: null })
          .where("leased_until", "is not", null)
          .execute();
      });
    },

    async nextDue(): Promise<string | undefined> {
      const first = await read
        .selectFrom("health")
        .select("next_at")
        .orderBy("next_at")
        .limit(1)
        .executeTakeFirst();
      const item = await read
        .selectFrom("pending")
        .select("next_at")
        .orderBy("next_at")
        .limit(1)
        .executeTakeFirst();
      return [first?.next_at, item?.next_at].filter((time) => time !== undefined).sort()[0];
    },

    async unread(source?: string, by?: string): Promise<number> {
      let query = read
        .selectFrom("pending as p")
        .select((e) => e.fn.countAll<number>().as("count"))
        .where("p.reads", "=", 0);
      if (source !== undefined) {
        query = query.innerJoin("item as i", "i.seq", "p.item").where("i.source", "=", key(source));
      }
      if (by !== undefined) query = query.where("p.next_at", "<=", instant(by));
      return Number((await query.executeTakeFirstOrThrow()).count);
    },

    async unreadBySource(): Promise<Map<string, number>> {
      const rows = await read
        .selectFrom("pending as p")
        .innerJoin("item as i", "i.seq", "p.item")
        .select((e) => ["i.source", e.fn.countAll<number>().as("count")])
        .where("p.reads", "=", 0)
        .groupBy("i.source")
        .execute();
      return new Map(rows.map(({ source, count }) => [source, Number(count)]));
    },
  };
}

/** When a paused source is due: going on with it sets another time. */
const never = "9999-12-31T00:00:00.000Z";

async function lastOf(db: Queries, id: string): Promise<{ body: string } | undefined> {
  const query = db.selectFrom("source").select("body").where("id", "=", key(id));
  return query.orderBy("seq", "desc").limit(1).executeTakeFirst();
}

const free = (now: string) => sql`(leased_until is null or leased_until <= ${now})`;

const listOf = (values: readonly string[]) =>
  sql.join(values.length === 0 ? [sql`null`] : values.map((v) => sql`${key(v)}`));
