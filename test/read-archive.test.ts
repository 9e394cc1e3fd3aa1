/** `sitrep read page.warc.gz` as a user meets it: the page's address leads each line, damage is one line. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answer, packed, record, zip } from "./warc.ts";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const sentence =
  "At least 12 people were injured in clashes at the harbour of Arlen last week, according to the regional hospital.";
const url = "https://herald.example/2031/03/01/arlen";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-warc-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sitrep(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, SITREP_DATA: join(folder, "data"), NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

const archive = packed(record({ url, block: answer(sentence) }));

it.each([
  ["page.warc.gz", archive],
  ["page.wacz", zip([{ name: "archive/page.warc.gz", bytes: archive }])],
])("%s is read, and each line leads to the page in it", (name, bytes) => {
  writeFileSync(join(folder, name), bytes);
  const { status, stdout, stderr } = sitrep("read", name, "--json");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(JSON.stringify(url));
  expect(stdout).toContain(sentence);
});

it("one that breaks off is one line, and what is whole in it is read", () => {
  writeFileSync(join(folder, "torn.warc.gz"), Buffer.concat([archive, archive.subarray(0, 150)]));
  const { stdout, stderr } = sitrep("read", "torn.warc.gz");
  expect(stdout).toContain("12");
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toMatch(/torn\.warc\.gz .*ends within a record/);
});
