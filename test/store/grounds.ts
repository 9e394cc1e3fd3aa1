/** Where the store's tests run: the same suite on a data folder and on a PostgreSQL. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Where } from "../../src/store/open.ts";
import { command, type Server, startPostgres } from "./postgres.ts";

export interface Ground {
  readonly name: string;
  start(): Promise<void>;
  /** A place with no store yet. */
  fresh(): Promise<Where>;
  /** Runs a statement past the store, as another tool would. */
  command(where: Where, statement: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export function grounds(): Ground[] {
  return [sqlite(), postgres()];
}

function sqlite(): Ground {
  const made: string[] = [];
  return {
    name: "SQLite",
    async start() {},
    async fresh() {
      const folder = mkdtempSync(join(tmpdir(), "sitrep-store-"));
      made.push(folder);
      return { folder: join(folder, "data") };
    },
    async command(where, statement) {
      if (!("folder" in where)) throw new Error("not a data folder");
      const database = new DatabaseSync(join(where.folder, "sitrep.sqlite"));
      try {
        database.exec("pragma recursive_triggers = on");
        return database.prepare(statement).all();
      } finally {
        database.close();
      }
    },
    async stop() {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgres(): Ground {
  let server: Server | undefined;
  let database: URL;
  let schemas = 0;
  return {
    name: "PostgreSQL",
    async start() {
      server = await startPostgres();
      database = new URL(await server.database());
    },
    // A schema is made much faster than a database, and keeps the tests apart as well.
    async fresh() {
      const schema = `store${++schemas}`;
      await command(database.href, `create schema ${schema}`);
      const url = new URL(database);
      url.searchParams.set("options", `-c search_path=${schema}`);
      return { url: url.href };
    },
    async command(where, statement) {
      if (!("url" in where)) throw new Error("not a server");
      return command(where.url, statement);
    },
    async stop() {
      await server?.stop();
    },
  };
}
