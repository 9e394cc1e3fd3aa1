/** Kysely over `node:sqlite`: one connection, prepared statements kept, one user at a time. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** What else is kept or dropped with each transaction. */
export interface Beside {
  /** Before the commit; when it throws nothing is kept. */
  sync(): void;
  kept(): void;
  /** After the rollback. */
  undo(): void;
}

export function nodeSqliteDialect(database: DatabaseSync, beside?: Beside): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database, beside),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: NodeSqliteConnection;
  readonly #beside: Beside | undefined;
  /** Settles when the last one in line has let go. */
  #line: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: DatabaseSync, beside: Beside | undefined) {
    this.#database = database;
    this.#connection = new NodeSqliteConnection(database);
    this.#beside = beside;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#line;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#line = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** Immediate: a transaction that reads first and writes later can't be turned away in its middle. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#beside?.sync();
    await connection.executeQuery(CompiledQuery.raw("commit"));
    this.#beside?.kept();
  }

  /** SQLite has rolled back by itself after some errors (a full disk); then there is nothing to do. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
    } finally {
      this.#beside?.undo();
    }
  }

  async destroy(): Promise<void> {
    this.#connection.forget();
    if (this.#database.isOpen) this.#database.close();
  }
}

const STATEMENTS_KEPT = 200;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, { statement: StatementSync; givesRows: boolean }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, givesRows } = this.#prepared(query.sql);
    const parameters = query.parameters as readonly SQLInputValue[];
    if (givesRows) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const statement = this.#database.prepare(query.sql);
    for (const row of statement.iterate(...(query.parameters as readonly SQLInputValue[]))) {
      yield { rows: [row as R] };
    }
  }

  forget(): void {
    this.#statements.clear();
  }

  #prepared(sql: string): { statement: StatementSync; givesRows: boolean } {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    const made = { statement, givesRows: statement.columns().length > 0 };
    this.#statements.set(sql, made);
    return made;
  }
}
