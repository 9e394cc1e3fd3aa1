/** The Store over a dialect: every query that Sitrep makes, in terms that both databases share. */
import { AsyncLocalStorage } from "node:async_hooks";
import { type RawBuilder, sql } from "kysely";
import type { Checkpoint } from "../model/checkpoint.ts";
import type { Outcome } from "../model/outcome.ts";
import { Problem } from "../model/problem.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Revision } from "../model/revision.ts";
import type { Situation } from "../model/situation.ts";
import { arrivalQueries } from "./arrivals.ts";
import { captureQueries } from "./captures.ts";
import { correctionQueries } from "./corrections.ts";
import type { Dialect, Queries } from "./dialect.ts";
import { addFacet, countFacets, narrowed, readFacet } from "./facets.ts";
import { Log, ledgerQueries } from "./ledger.ts";
import { memoryQueries } from "./memories.ts";
import { readerQueries } from "./readers.ts";
import { scopeQueries } from "./scopes.ts";
import { snippet } from "./snippet.ts";
import { sourceQueries } from "./sources.ts";
import { statement } from "./statement.ts";
import type {
  Counts,
  Facets,
  Hit,
  OutcomeQuery,
  ReportQuery,
  RevisionQuery,
  SearchFilter,
  SearchQuery,
  Store,
} from "./store.ts";
import type { Tables } from "./tables.ts";
import { indexed, type Sought, sought } from "./terms.ts";
import { chunks, instant, key, parsed } from "./text.ts";
import { workQueries } from "./works.ts";

export function storeOn(dialect: Dialect): Store {
  return withProblems(queriesOn(dialect), dialect);
}

/** The dialect whose transaction the code that asks runs in. */
const within = new AsyncLocalStorage<Dialect>();

/** `inside` is the transaction that all queries go to, where there is one, with what it appends. */
function queriesOn(dialect: Dialect, inside?: { readonly db: Queries; readonly log: Log }): Store {
  const read = inside?.db ?? dialect.read;
  /** For a single statement, which is a transaction of its own. */
  const alone = (): Queries => {
    if (inside !== undefined) return inside.db;
    // It would wait for itself for ever.
    if (within.getStore() === dialect)
      throw new Error("store: within a transaction, use the store that it gives");
    return dialect.write;
  };
  const logged = async <T>(work: (db: Queries, log: Log) => Promise<T>): Promise<T> => {
    if (inside !== undefined) return work(inside.db, inside.log);
    return alone()
      .transaction()
      .execute((db) =>
        within.run(dialect, async () => {
          const log = new Log();
          const result = await work(db, log);
          await log.seal(db);
          return result;
        }),
      );
  };
  const atomically = <T>(work: (db: Queries) => Promise<T>): Promise<T> => logged((db) => work(db));
  const appending = <T>(work: (db: Queries, log: Log) => Promise<T>): Promise<T> =>
    logged(async (db, log) => {
      await log.turn(db, dialect);
      return work(db, log);
    });
  const access = { read, alone, atomically, appending };

  return {
    ...sourceQueries(access),
    ...captureQueries(access, dialect.archive),
    ...correctionQueries(access),
    ...ledgerQueries(access),
    ...memoryQueries(access),
    ...readerQueries(access),
    ...scopeQueries(access),
    ...arrivalQueries(access),
    ...workQueries(access),

    async addReport(report: Report): Promise<boolean> {
      return appending(async (db, log) => {
        const values = { id: report.id, document: report.document, body: JSON.stringify(report) };
        const row = (await reportAdded(db, values)).rows[0];
        if (row === undefined) return false;
        log.note("report", { ...values, ...row });
        const title = indexed(report.title ?? "", report.language);
        await dialect.index(db, row.seq, title, indexed(report.text, report.language));
        await addFacet(db, row.seq, report);
        return true;
      });
    },

    async report(id: string): Promise<Report | undefined> {
      const row = await read.selectFrom("report").select("body").where("id", "=", key(id)).executeTakeFirst();
      return row && parsed<Report>(row);
    },

    async reports({ situation, document, after, limit, marks }: ReportQuery = {}): Promise<Report[]> {
      if (situation === undefined) {
        let query = read.selectFrom("report").select("body").orderBy("seq");
        if (document !== undefined) query = query.where("document", "=", key(document));
        if (after !== undefined) {
          query = query.where("seq", ">", (q) =>
            q.selectFrom("report").select("seq").where("id", "=", key(after)),
          );
        }
        if (limit !== undefined) query = query.limit(limit);
        return (await query.execute()).map(parsed<Report>);
      }
      let query = read
        .selectFrom("membership as m")
        .innerJoin("report as r", "r.id", "m.report")
        .select("r.body")
        .where("m.situation", "=", key(situation))
        .orderBy("m.seq");
      if (after !== undefined) {
        query = query.where("m.seq", ">", (q) =>
          q
            .selectFrom("membership")
            .select("seq")
            .where("situation", "=", key(situation))
            .where("report", "=", key(after)),
        );
      }
      if (marks !== undefined)
        query = query.where("m.seq", ">", marks.after).where("m.seq", "<=", marks.upTo);
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(parsed<Report>);
    },

    async addReading(reading: Reading): Promise<boolean> {
      const body = JSON.stringify(reading);
      const values = { report: reading.report, version: key(reading.version), body };
      return appending(async (db, log) => {
        const row = (await readingAdded(db, values)).rows[0];
        if (row === undefined) return false;
        log.note("reading", { ...values, ...row });
        await readFacet(db, reading);
        return true;
      });
    },

    async reading(report: string, version?: string): Promise<Reading | undefined> {
      let query = read.selectFrom("reading").select("body").where("report", "=", key(report));
      if (version !== undefined) query = query.where("version", "=", key(version));
      const row = await query.orderBy("seq", "desc").limit(1).executeTakeFirst();
      return row && parsed<Reading>(row);
    },

    async readings(
      situation: string,
      { after = 0, upTo = Number.MAX_SAFE_INTEGER } = {},
    ): Promise<Reading[]> {
      const rows = await read
        .selectFrom("membership as m")
        .innerJoin("reading as r", "r.report", "m.report")
        .select("r.body")
        .where("m.situation", "=", key(situation))
        .where("r.seq", ">", after)
        .where("r.seq", "=", (q) =>
          q
            .selectFrom("reading as last")
            .select((e) => e.fn.max("last.seq").as("seq"))
            .whereRef("last.report", "=", "m.report")
            .where("last.seq", "<=", upTo),
        )
        .orderBy("m.seq")
        .execute();
      return rows.map(parsed<Reading>);
    },

    async addOutcome(outcome: Outcome): Promise<void> {
      const report = outcome.report === undefined ? null : key(outcome.report);
      const row = { report, ok: outcome.ok ? 1 : 0, body: JSON.stringify(outcome) };
      await appending(async (db, log) => {
        const { rows } = await outcomeAdded(db, row);
        log.note("outcome", { ...row, ...rows[0]! });
      });
    },

    async outcomes({ failed, limit = 100 }: OutcomeQuery = {}): Promise<Outcome[]> {
      let query = read.selectFrom("outcome").select("body").orderBy("seq", "desc").limit(limit);
      if (failed !== undefined) query = query.where("ok", "=", failed ? 0 : 1);
      return (await query.execute()).map(parsed<Outcome>);
    },

    async addSituation(situation: Situation): Promise<boolean> {
      const values = { id: situation.id, body: JSON.stringify(situation) };
      return appending(async (db, log) => {
        const row = await db
          .insertInto("situation")
          .values(values)
          .onConflict((on) => on.doNothing())
          .returning("seq")
          .executeTakeFirst();
        if (row !== undefined) log.note("situation", { ...values, ...row });
        return row !== undefined;
      });
    },

    async situation(id: string): Promise<Situation | undefined> {
      const row = await read
        .selectFrom("situation")
        .select("body")
        .where("id", "=", key(id))
        .executeTakeFirst();
      return row && parsed<Situation>(row);
    },

    async situations(): Promise<Situation[]> {
      return (await read.selectFrom("situation").select("body").orderBy("seq").execute()).map(
        parsed<Situation>,
      );
    },

    async addToSituation(situation: string, reports: readonly string[], at: string): Promise<number> {
      return appending(async (db, log) => {
        await mustHave(db, "situation", [situation]);
        await mustHave(db, "report", reports);
        let added = 0;
        for (const some of chunks(reports)) {
          const rows = some.map((report) => ({ situation, report, put_at: instant(at) }));
          const fresh =
            rows.length === 1 ? (await put(db, rows[0]!)).rows : await putting(db, rows).execute();
          log.noteAll("membership", fresh);
          added += fresh.length;
        }
        return added;
      });
    },

    async situationsOf(report: string): Promise<string[]> {
      const query = read.selectFrom("membership").select("situation").where("report", "=", key(report));
      return (await query.orderBy("seq").execute()).map((row) => row.situation);
    },

    async appendRevisions(
      situation: string,
      revisions: readonly Revision[],
      checkpoint?: Checkpoint,
    ): Promise<number> {
      return appending(async (db, log) => {
        await mustHave(db, "situation", [situation]);
        let added = 0;
        for (const some of chunks(revisions)) {
          const rows = some.map((revision) => ({
            situation,
            id: revision.id,
            entry: key(revision.entry),
            known_at: instant(revision.knownAt),
            body: JSON.stringify(revision),
          }));
          const insert = db
            .insertInto("revision")
            .values(rows)
            .onConflict((on) => on.doNothing())
            .returning(["seq", "situation", "id", "entry", "known_at", "body"]);
          const fresh = await insert.execute();
          log.noteAll("revision", fresh);
          added += fresh.length;
        }
        if (checkpoint !== undefined) {
          const row = { situation, body: JSON.stringify(checkpoint) };
          const made = await db
            .insertInto("checkpoint")
            .values(row)
            .returning("seq")
            .executeTakeFirstOrThrow();
          log.note("checkpoint", { ...row, ...made });
        }
        return added;
      });
    },

    async revisions(
      situation: string,
      { since, entry, limit, newestFirst }: RevisionQuery = {},
    ): Promise<Revision[]> {
      const order = newestFirst === true ? "desc" : "asc";
      let query = read
        .selectFrom("revision")
        .select("body")
        .where("situation", "=", key(situation))
        .orderBy("known_at", order)
        .orderBy("seq", order);
      if (since !== undefined) query = query.where("known_at", ">", instant(since));
      if (entry !== undefined) query = query.where("entry", "=", key(entry));
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(parsed<Revision>);
    },

    async search(text: string, query: SearchQuery = {}): Promise<Hit[]> {
      const { order = "rank", limit = 20, offset = 0, ...filter } = query;
      const asked = sought(text);
      const conditions = narrowed(filter);
      if (isNothing(asked, conditions)) return [];
      const found =
        order === "date" || asked.all.length === 0
          ? await latest(read, chosen(dialect, asked, conditions), { limit, offset })
          : await dialect.find(read, asked, {
              limit,
              offset,
              ...(conditions.length === 0 ? {} : { within: selected(conditions) }),
            });
      if (found.length === 0) return [];
      const rows = await read
        .selectFrom("report")
        .select(["seq", "body"])
        .where(
          "seq",
          "in",
          found.map(({ seq }) => seq),
        )
        .execute();
      const bySeq = new Map(rows.map((row) => [row.seq, parsed<Report>(row)]));
      return found.map(({ seq, score }) => {
        const report = bySeq.get(seq)!;
        return { report, score, ...snippet(report.text, report.language, asked.all) };
      });
    },

    async facets(text: string, filter: SearchFilter = {}): Promise<Facets> {
      const asked = sought(text);
      const conditions = narrowed(filter);
      if (isNothing(asked, conditions)) return noFacets;
      return countFacets(read, selected(chosen(dialect, asked, conditions)));
    },

    async version(situation: string): Promise<number> {
      const id = key(situation);
      // All of it is answered from indexes: this is asked before every answer that may come from a cache.
      const { rows } = await sql<{ version: number }>`select
        (select count(*) from situation where id = ${id}) +
        (select count(*) from membership where situation = ${id}) +
        (select count(*) from membership m join reading r on r.report = m.report where m.situation = ${id}) +
        (select count(*) from correction where situation = ${id}) +
        (select count(*) from selection where situation = ${id}) +
        (select count(*) from revision where situation = ${id}) as version`.execute(read);
      return rows[0]!.version;
    },

    async counts(situation?: string): Promise<Counts> {
      return situation === undefined ? countsOfAll(read) : countsIn(read, key(situation));
    },

    async transaction<T>(work: (store: Store) => Promise<T>): Promise<T> {
      return logged(async (db, log) => {
        const failures: unknown[] = [];
        const note = (failure: unknown) => failures.push(failure);
        const result = await work(withProblems(queriesOn(dialect, { db, log }), dialect, note));
        // PostgreSQL gives up a transaction at its first failure, SQLite would go on: both give it up.
        if (failures.length > 0) throw failures[0];
        return result;
      });
    },

    close: () => dialect.close(),
  };
}

/** The same store, whose methods reject with a Problem where the database fails, once `noted`. */
function withProblems(store: Store, dialect: Dialect, note?: (failure: unknown) => void): Store {
  const guarded = Object.entries(store).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method(...args);
      } catch (error) {
        const failure = dialect.problem(error) ?? error;
        note?.(failure);
        throw failure;
      }
    },
  ]);
  return Object.fromEntries(guarded) as Store;
}

/** Neither a word to look for nor anything to narrow by: all of the archive is no answer. */
function isNothing({ all }: Sought, conditions: readonly unknown[]): boolean {
  return all.length === 0 && conditions.length === 0;
}

/** What is sought as conditions beside those of the filter. */
function chosen(
  dialect: Dialect,
  { all, none }: Sought,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown>[] {
  if (all.length > 0) return [...conditions, sql`f.report in (${dialect.holding({ all, none })})`];
  const out = none.map((phrase) => sql`f.report not in (${dialect.holding({ all: [phrase], none: [] })})`);
  return [...conditions, ...out];
}

function selected(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`select f.report from facet f where ${sql.join(conditions, sql` and `)}`;
}

async function latest(
  db: Queries,
  conditions: readonly RawBuilder<unknown>[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ seq: number; score: number }[]> {
  const { rows } = await sql<{ report: number }>`${selected(conditions)}
    order by f.published desc, f.report desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ report }) => ({ seq: report, score: 0 }));
}

const noFacets: Facets = {
  total: 0,
  isMore: false,
  read: 0,
  unread: 0,
  publishers: [],
  languages: [],
  kinds: [],
  situations: [],
};

async function countsOfAll(db: Queries): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from situation) as situations, (select count(*) from document) as documents,
    (select count(*) from report) as reports, (select count(*) from reading) as readings,
    (select count(*) from revision) as revisions, (select count(*) from outcome) as outcomes`.execute(db);
  return { ...rows[0]! };
}

async function countsIn(db: Queries, situation: string): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from situation where id = ${situation}) as situations,
    (select count(*) from document where sha256 in (select r.document from membership m
      join report r on r.id = m.report where m.situation = ${situation})) as documents,
    (select count(*) from membership where situation = ${situation}) as reports,
    (select count(*) from membership m join reading r on r.report = m.report
      where m.situation = ${situation}) as readings,
    (select count(*) from revision where situation = ${situation}) as revisions,
    (select count(*) from membership m join outcome o on o.report = m.report
      where m.situation = ${situation}) as outcomes`.execute(db);
  return { ...rows[0]! };
}

const reportAdded = statement((db, values: Pick<Tables["report"], "id" | "document" | "body">) =>
  db
    .insertInto("report")
    .values(values)
    .onConflict((on) => on.doNothing())
    .returning("seq"),
);

const readingAdded = statement((db, values: Pick<Tables["reading"], "report" | "version" | "body">) =>
  db
    .insertInto("reading")
    .values(values)
    .onConflict((on) => on.doNothing())
    .returning("seq"),
);

const outcomeAdded = statement((db, values: Pick<Tables["outcome"], "report" | "ok" | "body">) =>
  db.insertInto("outcome").values(values).returning("seq"),
);

type Put = Pick<Tables["membership"], "situation" | "report" | "put_at">;

const putting = (db: Queries, rows: readonly Put[]) =>
  db
    .insertInto("membership")
    .values(rows)
    .onConflict((on) => on.doNothing())
    .returning(["seq", "situation", "report", "put_at"]);

const put = statement((db, row: Put) => putting(db, [row]));

const having = {
  situation: statement((db, { id }: { id: string }) =>
    db.selectFrom("situation").select("id").where("id", "=", id),
  ),
  report: statement((db, { id }: { id: string }) =>
    db.selectFrom("report").select("id").where("id", "=", id),
  ),
};

async function mustHave(db: Queries, table: "situation" | "report", ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) {
    const rows =
      some.length === 1
        ? (await having[table](db, { id: key(some[0]!) })).rows
        : await db.selectFrom(table).select("id").where("id", "in", some.map(key)).execute();
    const there = new Set(rows.map((row) => row.id));
    const lacking = some.find((id) => !there.has(id));
    if (lacking !== undefined) {
      throw new Problem("store", `no-${table}`, lacking, `there is no ${table} "${lacking}"; add it first`);
    }
  }
}
