/** What the commands that read inputs share: their options, and where the store is. */
import type { FlowOptions } from "../pipeline.ts";
import type { Where } from "../store/open.ts";

export interface InputOptions {
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly userAgent?: string;
}

/** The flow's options with this machine's clock and standard input. */
export function flowOptions({ published, allowPrivate, userAgent }: InputOptions): FlowOptions {
  return {
    now: () => new Date().toISOString(),
    stdin: process.stdin,
    ...(published === undefined ? {} : { published }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}

/** PostgreSQL when DATABASE_URL names one, else the data folder. */
export function storeAt(folder: string, readOnly = false): Where {
  const url = process.env.DATABASE_URL;
  return url === undefined || url === "" ? { folder, readOnly } : { url, readOnly };
}
