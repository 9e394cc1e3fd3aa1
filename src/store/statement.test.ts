import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Queries } from "./dialect.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { statement } from "./statement.ts";
import type { Tables } from "./tables.ts";

let database: DatabaseSync;
let db: Queries;
let built: number;

beforeEach(() => {
  built = 0;
  [database, db] = opened();
});
afterEach(() => db.destroy());

function opened(): [DatabaseSync, Queries] {
  const fresh = new DatabaseSync(":memory:");
  fresh.exec(
    "create table outcome (seq integer primary key, report text, ok integer not null, body text not null)",
  );
  return [fresh, new Kysely<Tables>({ dialect: nodeSqliteDialect(fresh) })];
}

const rows = () =>
  database
    .prepare("select report, ok, body from outcome order by seq")
    .all()
    .map((row) => ({ ...row }));

const adding = () =>
  statement((on, values: { report: string | null; ok: number; body: string }) => {
    built++;
    return on.insertInto("outcome").values(values).returning("seq");
  });

it("builds once, and runs with the values of each time", async () => {
  const add = adding();
  const first = await add(db, { report: "r1", ok: 1, body: "{}" });
  const second = await add(db, { report: null, ok: 0, body: "why" });
  expect([first.rows, second.rows]).toEqual([[{ seq: 1 }], [{ seq: 2 }]]);
  expect(rows()).toEqual([
    { report: "r1", ok: 1, body: "{}" },
    { report: null, ok: 0, body: "why" },
  ]);
  expect(built).toBe(1);
});

it("takes values by name, in whatever order they come, and keeps what the query says itself", async () => {
  const change = statement((on, { body, report }: { body: string; report: string }) =>
    on.updateTable("outcome").set({ ok: 7, body }).where("report", "=", report),
  );
  const add = adding();
  await add(db, { report: "r1", ok: 1, body: "r2" });
  await add(db, { body: "{}", report: "r2", ok: 1 });
  await change(db, { body: "new", report: "r1" });
  const { numAffectedRows } = await change(db, { report: "r2", body: "newer" });
  expect(numAffectedRows).toBe(1n);
  expect(rows()).toEqual([
    { report: "r1", ok: 7, body: "new" },
    { report: "r2", ok: 7, body: "newer" },
  ]);
});

it("runs in the transaction that it is given, and goes with it", async () => {
  const add = adding();
  await add(db, { report: "r1", ok: 1, body: "{}" });
  const work = db.transaction().execute(async (inside) => {
    await add(inside, { report: "r2", ok: 1, body: "{}" });
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(rows().map(({ report }) => report)).toEqual(["r1"]);
  expect(built).toBe(1);
});

it("is built for each database", async () => {
  const add = adding();
  const [, other] = opened();
  await add(db, { report: "r1", ok: 1, body: "{}" });
  expect((await add(other, { report: "r9", ok: 1, body: "{}" })).rows).toEqual([{ seq: 1 }]);
  expect(rows().length).toBe(1);
  expect(built).toBe(2);
  await other.destroy();
});
