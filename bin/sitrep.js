#!/usr/bin/env node
// Starts the command line on the Node 24 that the project brings along, whatever Node ran this file.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "..", "src", "cli", "main.ts");

if (Number(process.versions.node.split(".")[0]) >= 24) {
  // Before the first import, so that its type stripping is remembered too.
  nodeModule.enableCompileCache();
  await import(main);
} else {
  const own = join(
    dirname(nodeModule.createRequire(import.meta.url).resolve("node/package.json")),
    "bin",
    "node",
  );
  if (!existsSync(own)) {
    console.error(`sitrep: needs Node 24 or newer, found ${process.versions.node}; run npm ci to install it`);
    process.exit(1);
  }
  const { status, signal } = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(status ?? (signal ? 130 : 1));
}
