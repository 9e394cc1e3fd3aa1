/** `sitrep start`: the web app and the API on this machine; a new store is given the example situation. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { BlockList, createServer, isIP } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { app } from "../api/app.ts";
import { openSessions, type Sessions, shortestPassword } from "../api/sessions.ts";
import { Problem } from "../model/problem.ts";
import type { Situation } from "../model/situation.ts";
import { type DocumentPool, ingest } from "../pipeline.ts";
import { openFetcher } from "../source/http/fetcher.ts";
import { announce } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { addReports, type ToAdd } from "../work/adding.ts";
import { poolOf, readOn } from "../work/pool.ts";
import { startFollowing } from "../work/service.ts";
import { fetcherOptions, flowOptions, type NetworkOptions, releaseOwn, storeAt } from "./inputs.ts";
import { situationPages } from "./pages.ts";
import { printable, progress } from "./terminal.ts";
import { version } from "./version.ts";
import { buildWeb } from "./web.ts";

export interface StartOptions extends NetworkOptions {
  readonly data: string;
  readonly port?: number;
  readonly host: string;
  readonly example: boolean;
  readonly open: boolean;
  readonly follow: boolean;
  readonly publicUrl?: string;
  readonly passwordFile?: string;
}

const exampleFolder = fileURLToPath(new URL("../../example", import.meta.url));
const firstPort = 4700;
const portsTried = 20;

/** Runs until it is told to stop (SIGINT, SIGTERM); then the store is closed and the folder free again. */
export async function startCommand(options: StartOptions): Promise<void> {
  const sessions = await sessionsFor(options);
  const dist = await buildWeb();
  const where = storeAt(options.data);
  const store = await openStore(where);
  try {
    if (options.example && (await store.situations()).length === 0) await loadExample(store);
    const port = await freePort(options);
    const now = () => new Date().toISOString();
    // On a thread of its own, so that pages are answered while reports are read, and that none can end the server.
    const pool = poolOf({ workers: 1, heapMiB: 512 });
    const following = options.follow ? await followingOf(store, pool, options) : undefined;
    const adding = { store, pool, source: { ...fetcherOptions(options) } };
    const stopping = new AbortController();
    const deps = {
      store,
      stopping: stopping.signal,
      record: situationPages(store),
      version,
      now,
      dist,
      sessions,
      add: (wanted: ToAdd) => addReports(adding, wanted),
      hosts: [
        options.host,
        ...(options.publicUrl === undefined ? [] : [new URL(options.publicUrl).hostname]),
      ],
      ...(following === undefined ? {} : { following }),
    };
    const server = serve({
      fetch: app(deps).fetch,
      hostname: options.host,
      port,
    });
    const shown = options.host === "0.0.0.0" || options.host === "::" ? "localhost" : options.host;
    const address = `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
    if ("folder" in where) announce(where.folder, address);
    console.log(`Sitrep ${version} is at ${address}  (stop it with Ctrl+C)`);
    if (options.open && process.stdout.isTTY) openBrowser(address);
    await stopSignal();
    stopping.abort();
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await following?.stop();
    await pool.close();
  } finally {
    await store.close();
  }
}

/** Whom the server lets in: this machine alone without a password, others only with one. */
async function sessionsFor({ host, publicUrl, passwordFile }: StartOptions): Promise<Sessions> {
  const password =
    passwordFile === undefined
      ? process.env.SITREP_PASSWORD
      : (await readPassword(passwordFile)).replace(/\r?\n$/u, "");
  if (password === undefined || password === "") {
    const asked = publicUrl === undefined ? undefined : `--public-url ${publicUrl}`;
    const open = isLoopback(host) ? asked : `--host ${host}`;
    if (open === undefined) return openSessions();
    const message = `${open} lets others reach this server: set a password in SITREP_PASSWORD or by --password-file, or leave it out`;
    throw new Problem("store", "no-password", open, message);
  }
  if (password.length < shortestPassword) {
    const message = `the password is ${password.length} characters long: give it ${shortestPassword} or more`;
    throw new Problem("store", "short-password", passwordFile ?? "SITREP_PASSWORD", message);
  }
  return openSessions({ password, secure: publicUrl?.startsWith("https:") ?? false });
}

async function readPassword(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const message = `${path} can't be read (${(error as NodeJS.ErrnoException).code}): --password-file names a file that holds the password`;
    throw new Problem("store", "no-password-file", path, message);
  }
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/gu, "");
  const family = isIP(name);
  if (family === 0) return name.toLowerCase() === "localhost";
  return loopback.check(name, family === 6 ? "ipv6" : "ipv4");
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/** The sources, followed for as long as the server runs. */
async function followingOf(store: Store, pool: DocumentPool, options: StartOptions) {
  await releaseOwn(store);
  return startFollowing({
    store,
    fetcher: openFetcher(fetcherOptions(options)),
    now: () => new Date().toISOString(),
    read: readOn(pool),
    ...(options.publicUrl === undefined ? {} : { callback: options.publicUrl }),
  });
}

/** The example's archive, read as any other folder is; its manifest says what the situation is called. */
export async function loadExample(store: Store): Promise<void> {
  const manifest = JSON.parse(readFileSync(`${exampleFolder}/manifest.json`, "utf8")) as {
    situation: Omit<Situation, "createdAt">;
    documents: readonly { readonly fetchedAt: string }[];
  };
  const flow = flowOptions({});
  const { situation, documents } = manifest;
  await store.addSituation({ ...situation, createdAt: documents[0]?.fetchedAt ?? flow.now() });
  const bar = progress(documents.length, "reports of the example");
  for await (const { ok, input, message } of ingest(store, situation.id, [exampleFolder], flow)) {
    bar.step(input);
    if (!ok) console.error(printable(`sitrep: example: ${message}`));
  }
  bar.stop();
}

/** The port asked for, or the first free one when none was. */
async function freePort({ port, host }: StartOptions): Promise<number> {
  if (port !== undefined) {
    if (await isFree(port, host)) return port;
    const message = `port ${port} on ${host} can't be listened on (in use, or not allowed); choose another with --port`;
    throw new Problem("store", "port-in-use", String(port), message);
  }
  for (let tried = firstPort; tried < firstPort + portsTried; tried++) {
    if (await isFree(tried, host)) return tried;
  }
  const message = `ports ${firstPort} to ${firstPort + portsTried - 1} on ${host} are all in use; choose one with --port`;
  throw new Problem("store", "port-in-use", host, message);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Asks the desktop to show the page; where there is none, the printed address is enough. */
function openBrowser(address: string): void {
  const linux = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  const command =
    process.platform === "darwin"
      ? "open"
      : process.platform === "win32"
        ? "explorer"
        : linux
          ? "xdg-open"
          : undefined;
  if (command === undefined) return;
  spawn(command, [address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}
