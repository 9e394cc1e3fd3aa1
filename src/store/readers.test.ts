/** What the store promises of readers' marks, on both databases alike. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grounds } from "../../test/store/grounds.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";

const at = "2031-03-01T08:00:00.000Z";
const later = "2031-03-04T08:00:00.000Z";

describe.each(grounds())("readers' marks on $name", (ground) => {
  let where: Where;
  let store: Store;
  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
    for (const id of ["harbour", "market"]) await store.addSituation({ id, title: id, createdAt: at });
  });
  afterEach(() => store.close());

  const mark = (reader: string, seenAt: string, situation = "harbour") =>
    store.addMark({ reader, situation, seenAt });

  it("are none before the first look", async () => {
    expect(await store.mark("harbour", "desk")).toBeUndefined();
  });

  it("are each reader's own, of each situation", async () => {
    await mark("desk", at);
    await mark("night desk", later);
    await mark("desk", later, "market");
    expect(await store.mark("harbour", "desk")).toEqual({ reader: "desk", situation: "harbour", seenAt: at });
    expect(await store.mark("harbour", "night desk")).toMatchObject({ seenAt: later });
    expect(await store.mark("market", "desk")).toMatchObject({ seenAt: later });
    expect(await store.mark("market", "night desk")).toBeUndefined();
  });

  it("hold by the last look, also where it went back, and all are kept", async () => {
    await mark("desk", later);
    await mark("desk", "2031-03-01T11:00:00+03:00");
    expect(await store.mark("harbour", "desk")).toMatchObject({ seenAt: at });
    await mark("desk", later);
    expect(await store.mark("harbour", "desk")).toMatchObject({ seenAt: later });
    expect(await ground.command(where, "select seen_at from mark order by seq")).toHaveLength(3);
  });

  it("outlive the process", async () => {
    await mark("desk", at);
    await store.close();
    store = await openStore(where);
    expect(await store.mark("harbour", "desk")).toMatchObject({ seenAt: at });
  });

  it("need their situation", async () => {
    await expect(mark("desk", at, "none")).rejects.toMatchObject({ code: "no-situation" });
  });

  it("take any name as a name", async () => {
    const name = `'; drop table mark; -- \u0000 \ud800 ${"é".repeat(90)}`;
    await mark(name, at);
    expect(await store.mark("harbour", name)).toMatchObject({ seenAt: at });
    expect(await store.mark("harbour", "'")).toBeUndefined();
  });

  it("can't be changed or deleted behind the store's back", async () => {
    await mark("desk", at);
    for (const statement of ["delete from mark", "update mark set seen_at = ''"])
      await expect(ground.command(where, statement)).rejects.toThrow(/append-only/);
  });

  it("come and go with their transaction", async () => {
    const failing = store.transaction(async (write) => {
      await write.addMark({ reader: "desk", situation: "harbour", seenAt: at });
      expect(await write.mark("harbour", "desk")).toMatchObject({ seenAt: at });
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await store.mark("harbour", "desk")).toBeUndefined();
  });
});
