/** Whether the ledger's chain holds, and every row of every table stands in it as it was appended. */
import { beginning, chained, type Ledgered, ledgered, type Row, rowHash } from "./ledger.ts";
import type { Store } from "./store.ts";

export interface LedgerEnd {
  readonly rows: number;
  /** The last hash of the chain: whoever keeps it elsewhere can prove later that all up to here is unchanged. */
  readonly hash: string;
  /** Whether the chain holds the hash asked for. */
  readonly holds: boolean;
}

/**
 * Yields one line for each fault, and gives the end of the chain. Walks the ledger and all tables side by side, a page
 * of each in memory. It may run beside writers: what they append meanwhile is checked as well.
 */
export async function* verifyLedger(
  store: Store,
  { holds, checked = () => {} }: { readonly holds?: string; readonly checked?: () => void } = {},
): AsyncGenerator<string, LedgerEnd> {
  const cursors = new Map(
    (Object.keys(ledgered) as Ledgered[]).map((table) => [table, new Cursor(store, table)]),
  );
  let before = beginning;
  let seq = 0;
  let rows = 0;
  let found = holds === undefined;
  for (;;) {
    const page = await store.ledger({ after: seq, limit: 200 });
    if (page.length === 0) {
      // A row and its line in the ledger are kept together: who sees the one and not the other looks again, once.
      const left = (await Promise.all([...cursors.values()].map((cursor) => cursor.peek()))).filter(Boolean);
      if (left.length > 0 && (await store.ledger({ after: seq, limit: 1 })).length > 0) continue;
      break;
    }
    for (const row of page) {
      rows++;
      if (row.hash !== chained(before, row.items))
        yield `ledger row ${row.seq}: it or the row before was changed or taken away; restore the store from a copy`;
      before = row.hash;
      found ||= row.hash === holds;
      for (const item of row.items.split("\n")) {
        yield* faultsOf(item, cursors);
        checked();
      }
    }
    seq = page.at(-1)!.seq;
  }
  for (const [table, cursor] of cursors)
    for (let row = await cursor.peek(); row !== undefined; row = await cursor.peek()) {
      yield slippedIn(table, row);
      cursor.next();
    }
  return { rows, hash: before, holds: found };
}

async function* faultsOf(item: string, cursors: ReadonlyMap<Ledgered, Cursor>): AsyncGenerator<string> {
  const [name, number, hash] = item.split(" ");
  const table = name as Ledgered;
  const seq = Number(number);
  const cursor = cursors.get(table);
  if (cursor === undefined) {
    yield `the ledger names a table "${String(name).slice(0, 40)}" that this version does not know; verify with the version that wrote it`;
    return;
  }
  let row = await cursor.peek();
  for (; row !== undefined && row.seq < seq; row = await cursor.peek()) {
    yield slippedIn(table, row);
    cursor.next();
  }
  if (row?.seq !== seq) {
    yield `${table} ${seq}: it is gone; restore the store from a copy`;
    return;
  }
  if (rowHash(table, row) !== hash)
    yield `${table} ${seq} (${nameOf(table, row)}): it is not as it was appended; restore the store from a copy`;
  cursor.next();
}

function slippedIn(table: Ledgered, row: Row): string {
  return `${table} ${row.seq} (${nameOf(table, row)}): it stands in no row of the ledger, so Sitrep did not append it; restore the store from a copy`;
}

function nameOf(table: Ledgered, row: Row): string {
  const { body: _, ...columns } = Object.fromEntries(ledgered[table].map((name) => [name, row[name]]));
  const words = Object.values(columns)
    .filter((value) => typeof value === "string")
    .join(" ");
  return words === "" ? String(row.body).slice(0, 80) : words.slice(0, 160);
}

/** Rows of a table in the order of their numbers, a page at a time. */
class Cursor {
  readonly #store: Store;
  readonly #table: Ledgered;
  #page: Row[] = [];
  #at = 0;
  #after = 0;

  constructor(store: Store, table: Ledgered) {
    this.#store = store;
    this.#table = table;
  }

  async peek(): Promise<Row | undefined> {
    if (this.#at === this.#page.length) {
      this.#page = await this.#store.rows(this.#table, { after: this.#after, limit: 100 });
      this.#at = 0;
      this.#after = this.#page.at(-1)?.seq ?? this.#after;
    }
    return this.#page[this.#at];
  }

  next(): void {
    this.#at++;
  }
}
