import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startPostgres } from "../../test/store/postgres.ts";
import { files, postgresSchema, sqliteSchema } from "../../test/store/schema.ts";
import { migrationSql, migrations } from "./migrate.ts";

describe("the schema in the repository", () => {
  it("is what the migrations make on SQLite", async () => {
    expect(await sqliteSchema()).toBe(readFileSync(files.sqlite, "utf8"));
  });

  it("is what the migrations make on PostgreSQL", async () => {
    const server = await startPostgres();
    try {
      expect(await postgresSchema(await server.database())).toBe(readFileSync(files.postgres, "utf8"));
    } finally {
      await server.stop();
    }
  });
});

describe("migrations", () => {
  it.each(["sqlite", "postgres"] as const)("are numbered without gaps on %s", (dialect) => {
    const numbers = migrations(dialect).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it("are the same in number and name on both", () => {
    const named = (dialect: "sqlite" | "postgres") =>
      migrations(dialect).map(({ number, name }) => ({ number, name }));
    expect(named("sqlite")).toEqual(named("postgres"));
  });

  it("say why on top", () => {
    for (const dialect of ["sqlite", "postgres"] as const) {
      for (const { file } of migrations(dialect)) {
        expect(readFileSync(`${import.meta.dirname}/migrations/${file}`, "utf8")).toMatch(/^-- [A-Z]/);
      }
    }
  });

  it("leave none of their neutral words to the database", () => {
    for (const dialect of ["sqlite", "postgres"] as const) {
      for (const migration of migrations(dialect)) {
        expect(migrationSql(migration, dialect)).not.toMatch(/SEQUENCE|BYTES/);
      }
    }
  });
});
