/** What the store promises of sources, on both databases alike. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grounds } from "../../test/store/grounds.ts";
import type { Health, Item, Source } from "../model/source.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";

const at = "2031-03-01T08:00:00.000Z";
const later = "2031-03-01T09:00:00.000Z";
const muchLater = "2031-03-02T09:00:00.000Z";

const sourceOf = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  situation: "harbour",
  kind: "feed",
  address: `https://${id}.example/feed`,
  addedAt: at,
  ...more,
});
const itemOf = (source: string, key: string): Item => ({
  source,
  key,
  url: `https://${source}.example/${key}`,
  seenAt: at,
});
const healthOf = (source: string, nextAt: string, more: Partial<Health> = {}): Health => ({
  source,
  nextAt,
  failures: 0,
  every: 1800,
  visits: 0,
  items: 0,
  ...more,
});

describe.each(grounds())("sources on $name", (ground) => {
  let where: Where;
  let store: Store;
  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
    await store.addSituation({ id: "harbour", title: "The harbour", createdAt: at });
  });
  afterEach(() => store.close());

  it("are kept once, changed by a further row, and no longer listed when removed", async () => {
    const herald = sourceOf("herald");
    expect(await store.addSource(herald)).toBe(true);
    expect(await store.addSource(herald)).toBe(false);
    await store.addSource(sourceOf("courier"));
    await store.addSource({ ...herald, title: "Herald" });
    expect((await store.sources()).map(({ id, title }) => [id, title])).toEqual([
      ["herald", "Herald"],
      ["courier", undefined],
    ]);
    await store.addSource({ ...herald, removedAt: later });
    expect((await store.sources()).map(({ id }) => id)).toEqual(["courier"]);
    expect((await store.sources({ removed: true })).map(({ id }) => id)).toEqual(["herald", "courier"]);
    expect(await store.sources({ situation: "other" })).toEqual([]);
    expect(await store.source("herald")).toMatchObject({ removedAt: later });
    expect(await store.source("none")).toBeUndefined();
  });

  it("need their situation", async () => {
    await expect(store.addSource(sourceOf("herald", { situation: "none" }))).rejects.toMatchObject({
      code: "no-situation",
    });
  });

  it("can't be changed or deleted behind the store's back, nor their items", async () => {
    await store.addSource(sourceOf("herald"));
    await store.addItems([itemOf("herald", "a")], at);
    for (const statement of ["delete from source", "update source set body = ''", "delete from item"])
      await expect(ground.command(where, statement)).rejects.toThrow(/append-only/);
  });

  it("list an item once, however long its key", async () => {
    await store.addSource(sourceOf("herald"));
    const long = itemOf("herald", "é".repeat(5000));
    expect(await store.addItems([itemOf("herald", "a"), long], at)).toBe(2);
    expect(await store.addItems([long, itemOf("herald", "b"), itemOf("herald", "a")], at)).toBe(1);
    expect(await store.addItems([itemOf("courier", "a")], at)).toBe(1);
    const known = await store.knownItems("herald", ["a", "c", long.key]);
    expect([...known].sort()).toEqual(["a", long.key].sort());
    expect(await store.knownItems("herald", [])).toEqual(new Set());
    expect((await store.items("herald")).map(({ key }) => key.slice(0, 2))).toEqual(["b", "éé", "a"]);
    expect(await store.items("herald", { limit: 1 })).toEqual([itemOf("herald", "b")]);
    expect(await store.unread()).toBe(4);
    expect(await store.unread("herald")).toBe(3);
  });

  it("are taken when due, by one at a time, the longest overdue first", async () => {
    for (const [id, next] of [
      ["herald", later],
      ["courier", at],
      ["gazette", muchLater],
    ] as const) {
      await store.addSource(sourceOf(id));
      await store.setHealth(healthOf(id, next));
    }
    expect(await store.nextDue()).toBe(at);
    const lease = { at: later, until: muchLater, limit: 5 };
    const ids = async (more = {}) =>
      (await store.takeSources({ ...lease, ...more })).map(({ source }) => source.id);
    expect(await ids()).toEqual(["courier", "herald"]);
    expect(await ids()).toEqual([]);
    await store.setHealth(healthOf("courier", at, { failures: 1 }));
    expect(await ids()).toEqual(["courier"]);
    expect(await ids({ only: ["gazette", "courier"] })).toEqual(["gazette"]);
    // A lease that has run out binds nobody.
    expect(await ids({ at: muchLater })).toEqual(["courier", "herald", "gazette"]);
    await store.release();
    expect(await ids({ limit: 1 })).toHaveLength(1);
    expect(await store.health("courier")).toMatchObject({ failures: 1 });
  });

  it("that are removed are not taken, nor their items", async () => {
    await store.addSource(sourceOf("herald"));
    await store.setHealth(healthOf("herald", at));
    await store.addItems([itemOf("herald", "a")], at);
    await store.addSource(sourceOf("herald", { removedAt: later }));
    const lease = { at: later, until: muchLater, limit: 5 };
    expect(await store.takeSources(lease)).toEqual([]);
    expect(await store.takeItems(lease)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
  });

  it("have items taken, put off and settled", async () => {
    await store.addSource(sourceOf("herald"));
    await store.addItems(
      ["a", "b", "c"].map((key) => itemOf("herald", key)),
      at,
    );
    const lease = { at, until: later, limit: 2 };
    const [a, b] = await store.takeItems(lease);
    expect([a?.item.key, b?.item.key, a?.source.id]).toEqual(["a", "b", "herald"]);
    const [c, none] = await store.takeItems(lease);
    expect([c?.item.key, none]).toEqual(["c", undefined]);
    await store.settle(a!);
    await store.postpone(b!, { at: later, failures: 2, reads: 1 });
    expect(await store.takeItems(lease)).toEqual([]);
    const again = await store.takeItems({ ...lease, at: later, until: muchLater, limit: 9 });
    expect(again.map(({ item, failures, reads }) => [item.key, failures, reads])).toEqual([
      ["b", 2, 1],
      ["c", 0, 0],
    ]);
    expect(await store.unread()).toBe(1);
  });

  it("are taken by one of many who ask at once", async () => {
    await store.addSource(sourceOf("herald"));
    await store.addItems(
      Array.from({ length: 40 }, (_, i) => itemOf("herald", `k${i}`)),
      at,
    );
    const lease = { at, until: later, limit: 10 };
    const lots = await Promise.all(Array.from({ length: 8 }, () => store.takeItems(lease)));
    const keys = lots.flat().map(({ item }) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (;;) {
      const more = await store.takeItems(lease);
      if (more.length === 0) break;
      keys.push(...more.map(({ item }) => item.key));
    }
    expect(new Set(keys).size).toBe(40);
    expect(keys).toHaveLength(40);
  });

  it("are kept with what they list in one transaction, or not at all", async () => {
    await store.addSource(sourceOf("herald"));
    const failing = store.transaction(async (write) => {
      await write.addItems([itemOf("herald", "a")], at);
      await write.setHealth(healthOf("herald", at));
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await store.items("herald")).toEqual([]);
    expect(await store.health("herald")).toBeUndefined();
  });
});
