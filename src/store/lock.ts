/**
 * One process owns a data folder. The lock is SQLite's own on a file beside the database: the system frees it
 * when the process ends, however it ends, so that no lock is ever stale. Who holds it stands in `owner.json`,
 * which only serves the message.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "../model/problem.ts";

/** Takes the folder or throws a Problem "in-use". Gives what lets go of it. */
export function lock(folder: string): () => void {
  const held = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    held.exec("begin exclusive");
  } catch (error) {
    held.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw inUse(folder);
    throw error;
  }
  announce(folder);
  return () => {
    rmSync(ownerFile(folder), { force: true });
    held.close();
  };
}

/** Says who has the folder, and where its server is, to whoever finds it taken. */
export function announce(folder: string, address?: string): void {
  try {
    writeFileSync(
      ownerFile(folder),
      `${JSON.stringify({ pid: process.pid, host: hostname(), ...(address === undefined ? {} : { address }) })}\n`,
    );
  } catch {
    // A full disk must not keep anybody from reading what is there.
  }
}

const ownerFile = (folder: string) => join(folder, "owner.json");

const SQLITE_BUSY = 5;

function inUse(folder: string): Problem {
  const { process, address } = ownerOf(folder);
  const by = address === undefined ? process : `the server at ${address} (${process})`;
  const instead = address === undefined ? "stop it" : "work on its pages, stop it";
  const message = `data folder "${folder}" is in use by ${by}; ${instead} or choose another with --data`;
  return new Problem("store", "in-use", folder, message);
}

function ownerOf(folder: string): { process: string; address?: string } {
  try {
    const { pid, host, address } = JSON.parse(readFileSync(ownerFile(folder), "utf8"));
    return {
      process: host === hostname() ? `process ${Number(pid)}` : `process ${Number(pid)} on ${String(host)}`,
      ...(typeof address === "string" && URL.canParse(address) ? { address: new URL(address).href } : {}),
    };
  } catch {
    return { process: "another process" };
  }
}
