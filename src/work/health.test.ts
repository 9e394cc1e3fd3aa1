import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Source } from "../model/source.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { firstHealth } from "./follow.ts";
import { state } from "./health.ts";
import { changeSource } from "./sources.ts";

const at = "2031-03-01T08:00:00.000Z";
const source: Source = {
  id: "s1",
  situation: "harbour",
  kind: "feed",
  address: "https://herald.example/feed",
  addedAt: at,
};

describe("a source after a visit", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-health-"));
    store = await openStore({ folder });
    await store.addSituation({ id: "harbour", title: "The harbour", createdAt: at });
    await store.addSource(source);
    await store.setHealth(firstHealth("s1", at));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visited = () =>
    store.transaction((write) =>
      state(write, { source, health: firstHealth("s1", at) }, { title: "Herald" }, "changed", at, 2),
    );

  it("has the name that it gives itself", async () => {
    await visited();
    expect(await store.source("s1")).toEqual({ ...source, title: "Herald" });
  });

  it("stays as somebody changed it while the visit went on: paused, named, let go of", async () => {
    await changeSource(store, source, { paused: true, title: "Mine" }, at);
    await visited();
    expect(await store.source("s1")).toEqual({ ...source, title: "Mine", pausedAt: at });
    await store.addSource({ ...source, removedAt: at });
    await visited();
    expect((await store.source("s1"))!.removedAt).toBe(at);
  });

  it("is next asked at the pace that somebody has set, whatever the visit found", async () => {
    await changeSource(store, source, { every: 7_200 }, at);
    const { every, nextAt } = await visited();
    expect(every).toBe(7_200);
    const wait = (Date.parse(nextAt) - Date.parse(at)) / 1000;
    expect(wait).toBeGreaterThanOrEqual(7_200);
    expect(wait).toBeLessThan(7_200 * 1.11);
  });

  it("is due at once where it is to be asked oftener, and not before where seldomer", async () => {
    await visited();
    const before = (await store.health("s1"))!;
    await changeSource(store, source, { every: 86_400 }, "2031-03-01T08:01:00.000Z");
    expect((await store.health("s1"))!.nextAt).toBe(before.nextAt);
    await changeSource(store, source, { every: 300 }, "2031-03-01T08:02:00.000Z");
    expect((await store.health("s1"))!.nextAt).toBe("2031-03-01T08:02:00.000Z");
  });
});
