/** What the commands that read inputs share: their options, and where the store is. */
import type { FlowOptions } from "../pipeline.ts";
import type { FetcherOptions } from "../source/http/fetcher.ts";
import type { Where } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { poolOf } from "../work/pool.ts";

export interface NetworkOptions {
  readonly allowPrivate?: boolean;
  readonly userAgent?: string;
}

export interface InputOptions extends NetworkOptions {
  readonly published?: string;
  /** Threads that read where there are many documents; 0 for none. */
  readonly workers?: number;
}

/** The fetcher's options with this machine's clock. */
export function fetcherOptions({ allowPrivate, userAgent }: NetworkOptions): FetcherOptions {
  return {
    now: () => new Date().toISOString(),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}

/** The flow's options with this machine's clock and standard input. */
export function flowOptions({ published, allowPrivate, userAgent, workers }: InputOptions): FlowOptions {
  return {
    now: () => new Date().toISOString(),
    stdin: process.stdin,
    ...(workers === 0 ? {} : { pool: () => poolOf(workers === undefined ? {} : { workers }) }),
    ...(published === undefined ? {} : { published }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}

/** PostgreSQL when DATABASE_URL names one, else the data folder. */
export function storeAt(folder: string, readOnly = false): Where {
  const url = databaseUrl();
  return url === undefined ? { folder, readOnly } : { url, readOnly };
}

/**
 * Lets go of what an earlier process had taken and did not finish. Only where this one is alone: a data folder is one
 * process's own, a database is not, and there leases run out by themselves.
 */
export async function releaseOwn(store: Store): Promise<void> {
  if (databaseUrl() === undefined) await store.release();
}

const databaseUrl = () => (process.env.DATABASE_URL === "" ? undefined : process.env.DATABASE_URL);
