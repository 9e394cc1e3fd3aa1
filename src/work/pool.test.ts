import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { type DocumentPool, type Failed, type FlowOptions, type Read, readAll } from "../pipeline.ts";
import { defaultWorkers, type PoolOptions, poolOf } from "./pool.ts";

const script = new URL("../../test/work/faulty-worker.ts", import.meta.url);
const documentOf = (text: string, input = text): Document => ({
  sha256: "c".repeat(64),
  bytes: Buffer.from(text),
  input,
  fetchedAt: "2031-03-05T08:00:00Z",
});

async function faulty(texts: readonly string[], options: PoolOptions = {}): Promise<string[]> {
  const pool = poolOf({ workers: 2, script, ...options });
  try {
    const all = await Promise.all(texts.map((text) => pool.read(documentOf(text), {})));
    return all.map(([item]) => {
      const { problem, document } = item as Failed;
      expect(document?.input).toBeDefined();
      expect(problem.message).not.toMatch(/\n/);
      return `${problem.stage} ${problem.code}: ${problem.message}`;
    });
  } finally {
    await pool.close();
  }
}

describe("a pool", () => {
  it("reads past documents at which a thread breaks", async () => {
    expect(await faulty(["a", "throw", "b", "exit", "c", "d"])).toEqual([
      "report said: a a",
      "reading unexpected: throw could not be read: broken; please report it",
      "report said: b b",
      "reading unexpected: exit could not be read: its thread ended; please report it",
      "report said: c c",
      "report said: d d",
    ]);
  });

  it("ends a document that never ends, and one that takes all memory", async () => {
    expect(await faulty(["hang", "a", "b"], { longestMs: 1500 })).toEqual([
      "reading too-slow: hang takes longer than 2 s to read: read it by itself, or leave it out",
      "report said: a a",
      "report said: b b",
    ]);
    expect(await faulty(["memory", "a"], { heapMiB: 64 })).toEqual([
      "reading too-large: memory takes more than 64 MiB of memory to read: split it, or leave it out",
      "report said: a a",
    ]);
  });

  it("keeps a thread for the next document, and ends one that has waited long", async () => {
    const thread = async (pool: DocumentPool) => {
      const [item] = await pool.read(documentOf("who"), {});
      return (item as Failed).problem.message;
    };
    const threads = async (idleMs: number) => {
      const pool = poolOf({ workers: 1, script, idleMs });
      const first = await thread(pool);
      await new Promise((rested) => setTimeout(rested, 300));
      const second = await thread(pool);
      await pool.close();
      return [first, second] as const;
    };
    const [kept, again] = await threads(60_000);
    expect(again).toBe(kept);
    const [ended, anew] = await threads(20);
    expect(anew).not.toBe(ended);
  });

  it("has a thread for each core but one, and one at least", () => {
    expect(defaultWorkers()).toBeGreaterThanOrEqual(1);
  });
});

describe("reading with a pool", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "sitrep-pool-"));
    const pages = fileURLToPath(new URL("../../example/reports/", import.meta.url));
    mkdirSync(join(root, "reports"));
    const names = readdirSync(pages)
      .filter((name) => /\.(?:html|txt)$/.test(name))
      .sort()
      .slice(0, 10);
    expect(names).toHaveLength(10);
    for (const name of names) writeFileSync(join(root, "reports", name), readFileSync(join(pages, name)));
    writeFileSync(join(root, "reports", "zz-empty.txt"), "");
    writeFileSync(join(root, "reports", "zz-none.html"), "<p>x</p>");
    writeFileSync(
      join(root, "reports", "zz-mail.eml"),
      "From: Ana Ruiz <ana.ruiz@herald.example>\nSubject: Boats\n\nTwo boats left at dawn on Sunday, the harbour master said.\n",
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  async function read(pool?: FlowOptions["pool"]): Promise<(Read | Failed)[]> {
    const found: (Read | Failed)[] = [];
    const options = { now: () => "2031-11-09T08:00:00Z", ...(pool === undefined ? {} : { pool }) };
    for await (const item of readAll([join(root, "reports")], options)) found.push(item);
    return found;
  }

  it("gives byte for byte what reading without one gives, in order, whatever the number of threads", async () => {
    const shown = (items: readonly (Read | Failed)[]) =>
      items.map((item) =>
        JSON.stringify(
          "report" in item
            ? [item.document, item.report, item.reading]
            : [item.document, { ...item.problem, message: item.problem.message }],
        ),
      );
    const alone = shown(await read());
    expect(alone.length).toBeGreaterThanOrEqual(13);
    for (const workers of [1, 3]) expect(shown(await read(() => poolOf({ workers })))).toEqual(alone);
  });

  it("begins no thread for a few documents, hands over a bounded number, keeps the order, and ends them", async () => {
    const events: string[] = [];
    let begun = 0;
    let open = 0;
    const pool = (): DocumentPool => {
      begun++;
      const inner = poolOf({ workers: 2, script });
      return {
        most: inner.most,
        async read(document, options) {
          open++;
          expect(open).toBeLessThanOrEqual(inner.most);
          const items = await inner.read(
            documentOf(`read ${document.input.length % 3 === 0 ? 60 : 0}`, document.input),
            options,
          );
          open--;
          return items;
        },
        async close() {
          events.push("closed");
          await inner.close();
        },
      };
    };
    const few = { now: () => "2031-11-09T08:00:00Z", pool };
    for await (const _ of readAll([join(root, "reports", "zz-mail.eml")], few));
    expect(begun).toBe(0);
    const names = readdirSync(join(root, "reports")).sort();
    const inputs: string[] = [];
    for await (const item of readAll([join(root, "reports")], few))
      inputs.push("problem" in item ? item.problem.where : item.document.input);
    expect(begun).toBe(1);
    expect([...new Set(inputs)].map((input) => input.split("/").at(-1))).toEqual(names);
    expect(events).toEqual(["closed"]);
  });

  it("reads here what few threads have no room for, in order, save what is large", async () => {
    const folder = join(root, "here");
    mkdirSync(folder);
    const page = (i: number, more = "") => `A report numbered ${i}.\n\nThe council met on Monday. ${more}\n`;
    const name = (i: number) => `${String(i).padStart(2, "0")}.txt`;
    for (let i = 1; i <= 14; i++)
      writeFileSync(join(folder, name(i)), page(i, i === 12 ? "It was calm. ".repeat(90_000) : ""));
    let seen = 0;
    let release = () => {};
    const later = new Promise<void>((resolve) => {
      release = resolve;
    });
    const now = () => {
      // The thread answers once others have been read here.
      if (++seen === 12) release();
      return "2031-11-09T08:00:00Z";
    };
    const given: string[] = [];
    const pool = (): DocumentPool => ({
      most: 1,
      async read(document) {
        given.push(document.input.split("/").at(-1)!);
        await later;
        return [{ document, problem: new Problem("reading", "said", document.input, "by a thread") }];
      },
      close: async () => {},
    });
    const inputs: string[] = [];
    for await (const item of readAll([folder], { now, pool }))
      inputs.push(item.document!.input.split("/").at(-1)!);
    expect(inputs).toEqual(Array.from({ length: 14 }, (_, i) => name(i + 1)));
    expect(given.slice(0, 2)).toEqual([name(9), name(12)]);
  });
});
