/**
 * What made a record and its revisions: a hash of the code that makes them, as the same archive gives the same record by
 * the same code only.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

export function recordVersion(): string {
  known ??= hashOf(import.meta.dirname);
  return known;
}

function hashOf(folder: string): string {
  const files = readdirSync(join(folder, "record"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => `record/${file.replaceAll("\\", "/")}`)
    .concat("revising.ts", "remembering.ts", "memory.ts")
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return `record:${hash.digest("hex").slice(0, 12)}`;
}
