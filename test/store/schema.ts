/**
 * What the migrations make of an empty database, as text: src/store/schema.sqlite.sql and schema.postgres.sql are
 * it, for reading and for review. `node test/store/schema.ts` writes them anew after a migration was added.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../src/store/open.ts";
import { command, startPostgres } from "./postgres.ts";

export const files = {
  sqlite: join(import.meta.dirname, "../../src/store/schema.sqlite.sql"),
  postgres: join(import.meta.dirname, "../../src/store/schema.postgres.sql"),
};

export async function sqliteSchema(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-schema-"));
  try {
    await (await openStore({ folder })).close();
    const database = new DatabaseSync(join(folder, "sitrep.sqlite"), { readOnly: true });
    // FTS5's own tables ("search_…") follow from `search`, sqlite_sequence from `autoincrement`.
    const rows = database
      .prepare(
        `select sql from sqlite_schema where sql is not null and name not like 'sqlite\\_%' escape '\\'
         and name not like 'search\\_%' escape '\\' order by tbl_name, type = 'table' desc, name`,
      )
      .all();
    database.close();
    return schema(rows.map((row) => String(row.sql)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the catalogue, as the tests' server comes without pg_dump. `url` names an empty database. */
export async function postgresSchema(url: string): Promise<string> {
  await (await openStore({ url })).close();
  const statements: string[] = [];
  const ask = async (query: string) => (await command(url, query)).map((row) => String(row.sql));
  statements.push(
    ...(await ask(
      "select pg_get_functiondef(oid) as sql from pg_proc where pronamespace = 'public'::regnamespace order by proname",
    )),
  );
  const tables = await command(
    url,
    "select oid, relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  for (const { oid, name } of tables) {
    const columns = await ask(
      `select concat(attname, ' ', format_type(atttypid, atttypmod), case when attnotnull then ' not null' end,
         case attidentity when 'a' then ' generated always as identity' end) as sql
       from pg_attribute where attrelid = ${oid} and attnum > 0 and not attisdropped order by attnum`,
    );
    const constraints = await ask(
      `select concat('constraint ', conname, ' ', pg_get_constraintdef(oid)) as sql
       from pg_constraint where conrelid = ${oid} and contype <> 'n' order by conname`,
    );
    statements.push(
      `CREATE TABLE ${name} (\n${[...columns, ...constraints].map((line) => `  ${line}`).join(",\n")}\n)`,
    );
    statements.push(
      ...(await ask(
        `select pg_get_indexdef(indexrelid) as sql from pg_index where indrelid = ${oid}
         and indexrelid not in (select conindid from pg_constraint where conrelid = ${oid}) order by indexrelid::regclass::text`,
      )),
      ...(await ask(
        `select pg_get_triggerdef(oid) as sql from pg_trigger where tgrelid = ${oid} and not tgisinternal order by tgname`,
      )),
    );
  }
  return schema(statements);
}

function schema(statements: readonly string[]): string {
  const head = "-- What the migrations make; written by `node test/store/schema.ts`, never by hand.\n\n";
  return `${head}${statements.map((statement) => `${statement.trim()};\n`).join("\n")}`;
}

if (import.meta.main) {
  writeFileSync(files.sqlite, await sqliteSchema());
  const server = await startPostgres();
  try {
    writeFileSync(files.postgres, await postgresSchema(await server.database()));
  } finally {
    await server.stop();
  }
}
