/** What a search is narrowed by and counted by: publisher, language, day, kinds of what is read, whether it was read. */
import { type RawBuilder, sql } from "kysely";
import type { Finding } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Dialect, Queries } from "./dialect.ts";
import { statement } from "./statement.ts";
import type { Facets, SearchFilter } from "./store.ts";
import type { Tables } from "./tables.ts";
import { instant, key, parsed } from "./text.ts";

type Kind = Finding["kind"];

/** A bit each; a new kind takes the next one. */
const bits: Readonly<Record<Kind, number>> = {
  event: 1,
  figure: 2,
  position: 4,
  "legal-basis": 8,
  expectation: 16,
  statement: 32,
};
const kinds = Object.keys(bits) as Kind[];

/** PostgreSQL's indexes hold values of at most 2,700 bytes. */
const longest = 300;

const cut = (text: string) => key(text.slice(0, longest));

function facetOf(seq: number, report: Report, reading: Reading | undefined): Tables["facet"] {
  return {
    report: seq,
    publisher: report.publisher === undefined ? null : cut(report.publisher),
    language: report.language === undefined ? null : cut(report.language),
    published: instant(report.published?.value ?? report.fetchedAt),
    known: instant(report.fetchedAt),
    ...readOf(reading),
  };
}

function readOf(reading: Reading | undefined): Pick<Tables["facet"], "kinds" | "is_read"> {
  if (reading === undefined || reading.unread !== undefined) return { kinds: 0, is_read: 0 };
  return { kinds: reading.findings.reduce((all, { kind }) => all | bits[kind], 0), is_read: 1 };
}

export async function addFacet(db: Queries, seq: number, report: Report): Promise<void> {
  await facetAdded(db, facetOf(seq, report, undefined));
}

/** The last reading added is the one that counts. */
export async function readFacet(db: Queries, reading: Reading): Promise<void> {
  await facetRead(db, { ...readOf(reading), id: key(reading.report) });
}

const facetAdded = statement((db, values: Tables["facet"]) => db.insertInto("facet").values(values));

const facetRead = statement(
  (db, { kinds, is_read, id }: Pick<Tables["facet"], "kinds" | "is_read"> & { readonly id: string }) =>
    db
      .updateTable("facet")
      .set({ kinds, is_read })
      .where("report", "=", (q) => q.selectFrom("report").select("seq").where("id", "=", id)),
);

/** Rows filled at once. */
const some = 200;

/** Fills in what a store lacks that is from before there were facets. */
export async function fillFacets(dialect: Dialect): Promise<void> {
  const { read, write } = dialect;
  const lacking = async (db: Queries) => {
    const last = await db
      .selectFrom("facet")
      .select((e) => e.fn.max("report").as("seq"))
      .executeTakeFirst();
    const query = db
      .selectFrom("report")
      .select(["seq", "id", "body"])
      .where("seq", ">", last?.seq ?? 0);
    return query.orderBy("seq").limit(some).execute();
  };
  while ((await lacking(read)).length > 0) {
    await write.transaction().execute(async (db) => {
      await dialect.turn(db);
      for (const { seq, id, body } of await lacking(db)) {
        const readings = db.selectFrom("reading").select("body").where("report", "=", id);
        const row = await readings.orderBy("seq", "desc").limit(1).executeTakeFirst();
        const facet = facetOf(seq, JSON.parse(body) as Report, row && parsed<Reading>(row));
        await db.insertInto("facet").values(facet).execute();
      }
    });
  }
}

/** Conditions on the table `facet` as `f`. */
export function narrowed(filter: SearchFilter): RawBuilder<unknown>[] {
  const { situation, publisher, language, from, to, asOf, knownAt, kind, read } = filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (situation !== undefined)
    conditions.push(sql`f.report in (select r.seq from membership m join report r on r.id = m.report
      where m.situation = ${key(situation)})`);
  if (publisher !== undefined) conditions.push(sql`f.publisher = ${cut(publisher)}`);
  if (language !== undefined) conditions.push(sql`f.language = ${cut(language)}`);
  if (from !== undefined) conditions.push(sql`f.published >= ${instant(from)}`);
  if (to !== undefined) conditions.push(sql`f.published < ${after(to)}`);
  if (asOf !== undefined) conditions.push(sql`f.published < ${after(asOf)}`);
  if (knownAt !== undefined) conditions.push(sql`f.known < ${after(knownAt)}`);
  if (kind !== undefined) conditions.push(sql`f.kinds & ${sql.lit(bits[kind])} <> 0`);
  if (read !== undefined) conditions.push(sql`f.is_read = ${sql.lit(read ? 1 : 0)}`);
  return conditions;
}

/** The first instant that is too late: of a day the whole counts, of a time its millisecond. */
function after(moment: string): string {
  if (moment.length > 10) return new Date(Date.parse(moment) + 1).toISOString();
  const next = new Date(`${moment}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString();
}

/** Reports counted at most: more are "so many at least". */
const mostCounted = 20_000;
/** Values of one facet that are told. */
const mostValues = 50;

/** Counts over a selection of numbers of reports. */
export async function countFacets(db: Queries, reports: RawBuilder<unknown>): Promise<Facets> {
  const chosen = sql`(${reports} limit ${sql.lit(mostCounted + 1)})`;
  const { rows } = await sql<Omit<Tables["facet"], "report" | "published" | "known"> & { count: number }>`
    select f.publisher, f.language, f.kinds, f.is_read, count(*) as count from facet f
    where f.report in (select report from ${chosen} as c)
    group by f.publisher, f.language, f.kinds, f.is_read`.execute(db);
  const { rows: situations } = await sql<{ situation: string; count: number }>`
    select m.situation, count(*) as count from membership m join report r on r.id = m.report
    where r.seq in (select report from ${chosen} as c) group by m.situation`.execute(db);
  const publishers = new Tally();
  const languages = new Tally();
  const ofKind = new Tally();
  let total = 0;
  let read = 0;
  for (const row of rows) {
    const count = Number(row.count);
    total += count;
    if (row.is_read === 1) read += count;
    if (row.publisher !== null) publishers.add(row.publisher, count);
    if (row.language !== null) languages.add(row.language, count);
    for (const kind of kinds) if ((row.kinds & bits[kind]) !== 0) ofKind.add(kind, count);
  }
  const ofSituation = new Tally();
  for (const { situation, count } of situations) ofSituation.add(situation, Number(count));
  const isMore = total > mostCounted;
  return {
    total: isMore ? mostCounted : total,
    isMore,
    read,
    unread: total - read,
    publishers: publishers.most(),
    languages: languages.most(),
    kinds: ofKind.most(),
    situations: ofSituation.most(),
  };
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string, count: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }

  /** Most frequent first, equal ones by name. */
  most(): { value: string; count: number }[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
  }
}
