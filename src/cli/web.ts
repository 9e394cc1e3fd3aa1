/** Builds the web app when it is missing or older than its sources; gives the folder it is served from. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const sources = fileURLToPath(new URL("../../src", import.meta.url));

export async function buildWeb(): Promise<string> {
  const dist = join(web, "dist");
  if (existsSync(join(web, "vite.config.ts")) && isStale(join(dist, "index.html"))) {
    process.stderr.write("Building the web app …\n");
    const { build } = await import("vite");
    await build({ configFile: join(web, "vite.config.ts"), logLevel: "warn" });
  }
  return dist;
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
