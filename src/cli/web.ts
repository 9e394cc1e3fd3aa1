/** Builds the web app when it is missing or older than its sources; gives the folder it is served from. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../model/problem.ts";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const sources = fileURLToPath(new URL("../../src", import.meta.url));

export async function buildWeb(): Promise<string> {
  const dist = join(web, "dist");
  if (existsSync(join(web, "vite.config.ts")) && isStale(join(dist, "index.html"))) {
    process.stderr.write("Building the web app …\n");
    await build();
  }
  return dist;
}

/** In a process of its own: the bundler's memory, three times the server's, would stay with the server. */
async function build(): Promise<void> {
  const vite = join(dirname(fileURLToPath(import.meta.resolve("vite/package.json"))), "bin/vite.js");
  const options = ["build", "--config", join(web, "vite.config.ts"), "--logLevel", "warn"];
  const child = spawn(process.execPath, [vite, ...options], { stdio: ["ignore", 2, 2] });
  const [code] = await once(child, "close");
  if (code !== 0) {
    const message = `the web app could not be built (see above); mend it and start again`;
    throw new Problem("store", "web-build", web, message);
  }
}

function isStale(built: string): boolean {
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  // The app's own files, and the two folders of src/ whose types it imports.
  return [web, join(sources, "model"), join(sources, "api")].some((folder) => newest(folder) > time);
}

function newest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist" || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}
