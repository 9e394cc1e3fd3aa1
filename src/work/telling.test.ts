import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../model/problem.ts";
import type { Health, Source } from "../model/source.ts";
import type { Work } from "../model/work.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { telling, tellingOfFollowing } from "./telling.ts";

const now = () => new Date().toISOString();
const ever = "2000-01-01T00:00:00Z";

describe("what long work tells of itself", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-telling-"));
    store = await openStore({ folder });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is how many of how many are done, what failed, and that it ended", async () => {
    const told = telling(store, { what: "adding", situation: "harbour", of: 3 }, now);
    told.step();
    told.step(false);
    told.step();
    told.step();
    await told.end();
    const [work] = await store.works(ever);
    expect(work).toMatchObject({ what: "adding", situation: "harbour", done: 4, of: 4, failed: 1 });
    expect(work).not.toHaveProperty("problem");
    expect(Date.parse(work!.ended!)).toBeGreaterThanOrEqual(Date.parse(work!.since));
  });

  it("says why it broke off, and what to do", async () => {
    await telling(store, { what: "rereading", of: 3 }, now).end(
      new Problem("store", "disk-full", "here", "the folder is on a full disk; free some space"),
    );
    await telling(store, { what: "adding" }, now).end(new Error("out of luck"));
    const problems = (await store.works(ever)).map(({ problem }) => problem).sort();
    expect(problems).toEqual([
      "it broke off: out of luck; run it again, what was kept stays",
      "the folder is on a full disk; free some space",
    ]);
  });

  it("never stops the work where it can't be kept", async () => {
    const full: Pick<Store, "setWork"> = { setWork: () => Promise.reject(new Error("full")) };
    const told = telling(full, { what: "adding" }, now);
    told.step();
    await expect(told.end()).resolves.toBeUndefined();
  });

  const source = (kind: Source["kind"]): Source => ({
    id: "s1",
    situation: "harbour",
    kind,
    address: "https://herald.example/feed",
    addedAt: ever,
  });
  const health: Health = { source: "s1", nextAt: ever, failures: 0, every: 1, visits: 1, items: 1 };
  const read = (kind: Source["kind"]) => ({
    what: "read" as const,
    source: source(kind),
    outcome: { input: "a", at: ever, ok: true },
  });

  it("is told of following from within a transaction, and ends when nothing is due", async () => {
    const { on, idle } = tellingOfFollowing(store, now);
    await store.transaction(async () => on(read("feed")));
    on({ what: "same", source: source("feed"), url: "https://herald.example/a" });
    await idle();
    const works = await store.works(ever);
    expect(works).toMatchObject([{ what: "fetching", done: 2, failed: 0 }]);
    expect(works[0]!.ended).toBeDefined();
    await idle();
    expect(await store.works(ever)).toHaveLength(1);
  });

  it("goes on while a folder is gone through", async () => {
    const said: Work[] = [];
    const heard = { setWork: async (work: Work) => void said.push(work), unread: async () => 0 };
    const { on, idle } = tellingOfFollowing(heard, now);
    on(read("folder"));
    await idle();
    expect(said.some(({ ended }) => ended !== undefined)).toBe(false);
    on({ what: "visited", source: source("folder"), health, found: 1 });
    await idle();
    expect(said.at(-1)).toMatchObject({ done: 1 });
    expect(said.at(-1)).toHaveProperty("ended");
    expect(said.every((work) => !("of" in work))).toBe(true);
  });
});
