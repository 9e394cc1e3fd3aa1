/** What only a data folder can meet: another owner, a full or read-only disk, a damaged file. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { documentOf, reportOf } from "../../test/store/archive.ts";
import { storeOn } from "./archive.ts";
import { announce } from "./lock.ts";
import { openStore } from "./open.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { verifyArchive } from "./verify.ts";

let temporary: string;
let folder: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "sitrep-folder-"));
  folder = join(temporary, "data");
});
afterEach(() => {
  if (existsSync(folder)) chmodSync(folder, 0o755);
  rmSync(temporary, { recursive: true, force: true });
});

/** Of bytes that don't grow less when they are packed. */
async function addReport(store: Store, number: number, size = 1_000): Promise<void> {
  const words = Array.from({ length: size / 23 }, () => Math.random().toString(36).slice(2));
  const document = documentOf(`Report ${number}. The harbour is closed. ${words.join(" ")}`);
  await store.transaction(async (write) => {
    await write.addDocument(document);
    await write.addReport(reportOf(document, { id: `r${number}` }));
  });
}

describe("a data folder in use", () => {
  it("is refused to a second opener, in one line that names the first, and free when the first closes", async () => {
    const first = await openStore({ folder });
    await expect(openStore({ folder })).rejects.toMatchObject({
      stage: "store",
      code: "in-use",
      where: folder,
      message: `data folder "${folder}" is in use by process ${process.pid}; stop it or choose another with --data`,
    });
    announce(folder, "http://127.0.0.1:4700");
    await expect(openStore({ folder })).rejects.toMatchObject({
      message: `data folder "${folder}" is in use by the server at http://127.0.0.1:4700/ (process ${process.pid}); work on its pages, stop it or choose another with --data`,
    });
    await addReport(first, 1);
    await first.close();
    const second = await openStore({ folder });
    expect(await second.report("r1")).toBeDefined();
    await second.close();
  });

  it("names the other process, lets readers in, and is free when that process is killed", async () => {
    const child = await startWriter(folder);
    try {
      const message = expect.stringContaining(`in use by process ${child.pid};`);
      await expect(openStore({ folder })).rejects.toMatchObject({ code: "in-use", message });
      const reader = await openStore({ folder, readOnly: true });
      expect(await reader.situations()).toHaveLength(1);
      await reader.close();
    } finally {
      await kill(child);
    }
    const store = await openStore({ folder });
    expect(await store.situations()).toHaveLength(1);
    await store.close();
  });

  it("is made with its parents", async () => {
    const deep = join(folder, "a", "b");
    await (await openStore({ folder: deep })).close();
    expect(existsSync(join(deep, "sitrep.sqlite"))).toBe(true);
  });
});

describe("a full disk", () => {
  const full = {
    stage: "store",
    code: "disk-full",
    message: expect.stringMatching(/^data folder ".*" is on a full disk; free some space and run it again/),
  };

  it("is told in one line, and loses nothing (a database that may not grow)", async () => {
    const dialect = openSqlite(folder, false);
    const store = storeOn(dialect);
    await sql`pragma max_page_count = 100`.execute(dialect.write);
    const kept = await fill(store, full);
    await sql`pragma max_page_count = 1000000`.execute(dialect.write);
    await addReport(store, kept + 1);
    await store.close();
    await expectKept(folder, kept + 1);
  });

  it.runIf(canMount())("is told in one line, and loses nothing (a disk of 2 MB)", async () => {
    mkdirSync(folder);
    mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", folder);
    try {
      const store = await openStore({ folder });
      const kept = await fill(store, full);
      expect(await store.counts()).toMatchObject({ reports: kept });
      expect(await store.search("harbour")).toHaveLength(Math.min(20, kept));
      // Still full: told again, and readable by one who opens it anew.
      await expect(addReport(store, kept + 1, 100_000)).rejects.toMatchObject(full);
      await store.close();
      await expectKept(folder, kept);
    } finally {
      spawnSync("umount", [folder]);
    }
  });

  it.runIf(canMount())("is told in one line when the store is to be made there", async () => {
    mkdirSync(folder);
    mount("-t", "tmpfs", "-o", "size=40k", "tmpfs", folder);
    try {
      await expect(openStore({ folder })).rejects.toMatchObject(full);
    } finally {
      spawnSync("umount", [folder]);
    }
  });

  async function fill(store: Store, expected: object): Promise<number> {
    for (let number = 1; number < 10_000; number++) {
      try {
        await addReport(store, number, 10_000);
      } catch (error) {
        expect(error).toMatchObject(expected);
        expect(number).toBeGreaterThan(3);
        return number - 1;
      }
    }
    throw new Error("the disk never filled");
  }

  async function expectKept(where: string, reports: number): Promise<void> {
    const dialect = openSqlite(where, false);
    const store = storeOn(dialect);
    try {
      expect((await store.reports()).map(({ id }) => id)).toEqual(
        Array.from({ length: reports }, (_, i) => `r${i + 1}`),
      );
      expect(await faults(store)).toEqual([]);
      for (const { document } of await store.reports()) expect(await store.document(document)).toBeDefined();
      for (const file of archived(where)) execFileSync("gzip", ["-t", file]);
      const { rows } = await sql`pragma integrity_check`.execute(dialect.read);
      expect(rows).toMatchObject([{ integrity_check: "ok" }]);
    } finally {
      await store.close();
    }
  }
});

describe("the archive of a killed process", () => {
  it("holds every report that was kept, and no torn record, again and again", async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const writer = await startWriter(folder, round * 1_000);
      await new Promise((resolve) => setTimeout(resolve, 40 * round));
      await kill(writer);
      const store = await openStore({ folder });
      expect(await faults(store)).toEqual([]);
      expect((await store.captures()).length).toBe((await store.counts()).reports);
      await store.close();
      for (const file of archived(folder)) execFileSync("gzip", ["-t", file]);
    }
  });
});

describe("an archive file that is lost or damaged", () => {
  let file: string;
  const document = documentOf("The harbour is closed.", { input: "/home/someone/closed.txt" });

  beforeEach(async () => {
    const store = await openStore({ folder });
    await store.addDocument(document);
    await store.addDocument(documentOf("The harbour is open."));
    await store.close();
    [file] = archived(folder) as [string];
  });

  const damages: [string, () => void, string, RegExp, number][] = [
    [
      "lost",
      () => rmSync(file),
      "no-record",
      /^archive file ".*" is missing or ends before byte \d+; restore/,
      2,
    ],
    [
      "cut short",
      () => truncateSync(file, 400),
      "no-record",
      /^archive file ".*" is missing or ends before/,
      2,
    ],
    [
      "with a byte changed",
      () => changeByte(),
      "damaged-record",
      /^the record of document [0-9a-f]{64} is no whole gzip member; restore the archive/,
      1,
    ],
  ];

  it.each(damages)(
    "is told in one line for each capture, and keeps nobody from the rest: %s",
    async (...one) => {
      const [, damage, code, words, lines] = one;
      damage();
      const store = await openStore({ folder });
      const message = expect.stringMatching(words);
      await expect(store.document(document.sha256)).rejects.toMatchObject({ stage: "store", code, message });
      const found = await faults(store);
      expect(found).toHaveLength(lines);
      for (const line of found) expect(line).toMatch(/^\S+ of 2031-03-01T08:00:00.000Z: [^\n]+$/);
      expect(await store.counts()).toMatchObject({ documents: 2 });
      await store.addDocument(documentOf("Another."));
      expect(await store.document(documentOf("Another.").sha256)).toBeDefined();
      await store.close();
    },
  );

  function changeByte(): void {
    const bytes = readFileSync(file);
    const start = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), 10);
    bytes[start + 100]! ^= 0xff;
    writeFileSync(file, bytes);
  }
});

describe("a folder that can't be written", () => {
  const refused = {
    stage: "store",
    code: "read-only",
    message: expect.stringMatching(/^data folder ".*" [^\n]*$/),
  };

  beforeEach(() => chmodSync(temporary, 0o755));

  it("is told in one line when the store is to be made there", async () => {
    mkdirSync(folder, { mode: 0o555 });
    await asNobody(async () => {
      await expect(openStore({ folder })).rejects.toMatchObject(refused);
      await expect(openStore({ folder: join(folder, "new") })).rejects.toMatchObject(refused);
    });
  });

  it("is told in one line when the store is there, which can still be read", async () => {
    const store = await openStore({ folder });
    await addReport(store, 1);
    await store.close();
    protect(folder);
    await asNobody(async () => {
      await expect(openStore({ folder })).rejects.toMatchObject(refused);
      const reader = await openStore({ folder, readOnly: true });
      const report = await reader.report("r1");
      expect(await reader.document(report!.document)).toBeDefined();
      await reader.close();
    });
  });

  it("can be read after its last writer was killed, unless the writer's memory is lost too", async () => {
    const writer = await startWriter(folder);
    await new Promise((resolve) => writer.stdout!.once("data", resolve));
    await kill(writer);
    protect(folder);
    await asNobody(async () => {
      const reader = await openStore({ folder, readOnly: true });
      expect((await reader.counts()).reports).toBeGreaterThan(0);
      await reader.close();
    });
    chmodSync(folder, 0o755);
    rmSync(join(folder, "sitrep.sqlite-shm"));
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      const message = expect.stringMatching(/copy it to where you may write$/);
      await expect(openStore({ folder, readOnly: true })).rejects.toMatchObject({ ...refused, message });
    });
  });

  it("is told in one line when it is no folder", async () => {
    writeFileSync(folder, "a file");
    for (const name of [folder, join(folder, "data")]) {
      await expect(openStore({ folder: name })).rejects.toMatchObject({
        stage: "store",
        code: "not-a-folder",
      });
    }
    await expect(openStore({ folder, readOnly: true })).rejects.toMatchObject({ code: "no-store" });
  });
});

describe("a damaged database", () => {
  beforeEach(async () => {
    const store = await openStore({ folder });
    for (let number = 1; number <= 50; number++) await addReport(store, number);
    await store.close();
  });

  const damages: [string, () => void][] = [
    [
      "another file in its place",
      () => writeFileSync(join(folder, "sitrep.sqlite"), "<html>not found</html>".repeat(500)),
    ],
    ["its first page overwritten", () => overwrite(100, 3_000)],
    ["its middle overwritten", () => overwrite(4_096, 200_000)],
  ];

  it.each(damages)("is told in one line: %s", async (_, damage) => {
    damage();
    const failure = await openStore({ folder })
      .then(async (store) => {
        try {
          await store.reports();
          await addReport(store, 51);
        } finally {
          await store.close();
        }
      })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      stage: "store",
      code: "corrupt",
      message: expect.stringMatching(/^data folder ".*" holds a [^\n]*(restore|move it away)[^\n]*$/),
    });
    // Nobody is kept out by the failure.
    rmSync(join(folder, "sitrep.sqlite"));
    await (await openStore({ folder })).close();
  });

  function overwrite(from: number, length: number): void {
    const file = openSync(join(folder, "sitrep.sqlite"), "r+");
    writeSync(file, new Uint8Array(length).fill(0xa5), 0, length, from);
  }
});

async function faults(store: Store): Promise<string[]> {
  const lines = [];
  for await (const line of verifyArchive(store)) lines.push(line);
  return lines;
}

function archived(where: string): string[] {
  return readdirSync(join(where, "archive")).map((name) => join(where, "archive", name));
}

async function startWriter(where: string, first = 1): Promise<ChildProcess> {
  const writer = join(import.meta.dirname, "../../test/store/writer.ts");
  const child = spawn(process.execPath, [writer, JSON.stringify({ folder: where }), String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** Root may write anywhere: the tests step down where they run as root. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(65_534);
  try {
    await work();
  } finally {
    process.seteuid!(0);
  }
}

/** For those who are not root. */
function protect(where: string): void {
  for (const entry of readdirSync(where, { withFileTypes: true })) {
    if (entry.isDirectory()) protect(join(where, entry.name));
    else chmodSync(join(where, entry.name), 0o444);
  }
  chmodSync(where, 0o555);
}

function mount(...args: string[]): void {
  const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`mount: ${stderr}`);
}

function canMount(): boolean {
  const where = mkdtempSync(join(tmpdir(), "sitrep-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=40k", "tmpfs", where]);
  if (status === 0) spawnSync("umount", [where]);
  rmSync(where, { recursive: true, force: true });
  return status === 0;
}
