/** What made a record: a hash of the code that makes records, as the same archive gives the same record by the same code only. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

export function recordVersion(): string {
  known ??= hashOf(join(import.meta.dirname, "record"));
  return known;
}

function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return `record:${hash.digest("hex").slice(0, 12)}`;
}
