/** Opens the store: a data folder with SQLite, or a PostgreSQL by its URL. */
import { storeOn } from "./archive.ts";
import type { Dialect } from "./dialect.ts";
import { fillFacets } from "./facets.ts";
import { adopt } from "./ledger.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

export type Where = ({ readonly folder: string } | { readonly url: string }) & {
  /** Nothing is made and nothing can be written; a data folder may then be in use by another process. */
  readonly readOnly?: boolean;
};

/**
 * Makes the store where there is none and brings an older one up to date. Throws a Problem of stage "store":
 * "in-use", "newer-version", "corrupt", "read-only", "disk-full", "unreachable", "denied" …
 */
export async function openStore(where: Where): Promise<Store> {
  const readOnly = where.readOnly ?? false;
  if ("folder" in where) return opened(openSqlite(where.folder, readOnly), readOnly);
  // PostgreSQL's driver is loaded for those who use it.
  const { openPostgres } = await import("./postgres.ts");
  return opened(await openPostgres(where.url, readOnly), readOnly);
}

async function opened(dialect: Dialect, readOnly: boolean): Promise<Store> {
  try {
    if (!readOnly) {
      await adopt(dialect);
      await fillFacets(dialect);
    }
    return storeOn(dialect);
  } catch (error) {
    await dialect.close();
    throw dialect.problem(error) ?? error;
  }
}
