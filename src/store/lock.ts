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
  const owner = join(folder, "owner.json");
  try {
    writeFileSync(owner, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`);
  } catch {
    // A full disk must not keep anybody from reading what is there.
  }
  return () => {
    rmSync(owner, { force: true });
    held.close();
  };
}

const SQLITE_BUSY = 5;

function inUse(folder: string): Problem {
  const message = `data folder "${folder}" is in use by ${ownerOf(folder)}; stop it or choose another with --data`;
  return new Problem("store", "in-use", folder, message);
}

function ownerOf(folder: string): string {
  try {
    const { pid, host } = JSON.parse(readFileSync(join(folder, "owner.json"), "utf8"));
    return host === hostname() ? `process ${Number(pid)}` : `process ${Number(pid)} on ${String(host)}`;
  } catch {
    return "another process";
  }
}
