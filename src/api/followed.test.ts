/** The list of sources and what changes them, over HTTP. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import type { Health, Source } from "../model/source.ts";
import { app } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import type { Followed, FollowedAnswer, OpmlAnswer, PreviewAnswer } from "./schema/followed.ts";

const at = "2031-04-02T08:00:00.000Z";

describe("the sources that are followed", () => {
  let deps: ApiDeps;
  let api: Hono;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ deps, close } = await fixtureDeps());
    const { store } = deps;
    await store.addSituation({ id: "dam", title: "The dam", createdAt: at });
    const add = async (id: string, more: Partial<Source>, health?: Partial<Health>) => {
      await store.addSource({
        id,
        situation: situation.id,
        kind: "feed",
        address: `https://${id}.example/feed`,
        addedAt: at,
        ...more,
      });
      await store.setHealth({
        source: id,
        nextAt: at,
        failures: 0,
        every: 1800,
        visits: 0,
        items: 0,
        ...health,
      });
    };
    await add("anvil", { title: "The Anvil" }, { visitedAt: at, changedAt: "2031-04-01T08:00:00Z" });
    await add(
      "bell",
      { title: "bell & <b>Book</b>" },
      { visitedAt: at, failures: 3, problem: "bell is gone" },
    );
    await add("candle", { situation: "dam", terms: ["harbour"] }, { visitedAt: at, changedAt: at });
    await add("drum", { pausedAt: at }, { visitedAt: at, failures: 1, problem: "no answer" });
    await add("easel", { kind: "folder", address: "/private/easel" });
    api = app(deps);
  });
  afterAll(() => close());

  const list = async (query: string): Promise<FollowedAnswer> =>
    (await (await api.request(`/api/sources${query}`)).json()) as FollowedAnswer;
  const ids = async (query: string) => (await list(query)).sources.map(({ id }) => id);
  const send = (method: string, path: string, body: unknown, to = api) =>
    to.request(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const change = (id: string, body: object) => send("PATCH", `/api/sources/${id}`, body);

  it.each([
    ["", ["anvil", "bell", "candle", "drum", "easel"]],
    ["?state=failing", ["bell"]],
    ["?state=paused", ["drum"]],
    ["?state=new", ["easel"]],
    ["?state=works", ["anvil", "candle"]],
    ["?q=anvil", ["anvil"]],
    ["?q=HARBOUR", ["candle"]],
    ["?q=example%20feed", ["anvil", "bell", "candle", "drum"]],
    ["?q=%25", []],
    ["?situation=dam", ["candle"]],
    ["?order=name", ["easel", "bell", "candle", "drum", "anvil"]],
    ["?order=problems&limit=2", ["bell", "drum"]],
    ["?order=latest&limit=2", ["candle", "anvil"]],
    ["?limit=2&offset=3", ["drum", "easel"]],
    ["?offset=99", []],
  ])("are listed as asked: %s", async (query, found) => {
    expect(await ids(query)).toEqual(found);
  });

  it("are counted by how they do, whatever is asked for", async () => {
    const { total, states } = await list("?state=failing&limit=1");
    expect({ total, states }).toEqual({ total: 1, states: { new: 1, works: 2, failing: 1, paused: 1 } });
  });

  it.each(["?limit=0", "?limit=1001", "?order=best", "?state=broken", "?offset=-1"])(
    "refuse %s",
    async (query) => {
      expect((await api.request(`/api/sources${query}`)).status).toBe(400);
    },
  );

  it("are paused: due no more; gone on with: due at once", async () => {
    const { store } = deps;
    const due = async () =>
      (await store.takeSources({ at: "2031-05-01T09:00:00Z", until: "2031-05-01T09:15:00Z", limit: 99 })).map(
        ({ source }) => source.id,
      );
    const paused = (await (await change("anvil", { paused: true })).json()) as Followed;
    expect(paused).toMatchObject({ pausedAt: "2031-05-01T08:00:00Z", health: { state: "paused" } });
    expect(await due()).toEqual(expect.not.arrayContaining(["anvil", "drum"]));
    expect(await due()).toEqual([]);
    await store.release();
    const goesOn = (await (await change("anvil", { paused: false })).json()) as Followed;
    expect(goesOn).not.toHaveProperty("pausedAt");
    expect(goesOn.health).toMatchObject({ state: "works", nextAt: "2031-05-01T08:00:00Z" });
    expect(await due()).toContain("anvil");
    await store.release();
  });

  it("are given a pace, a name and terms, and lose them again", async () => {
    const named = (await (
      await change("anvil", { every: 300, title: "New", terms: ["tide"] })
    ).json()) as Followed;
    expect(named).toMatchObject({ every: 300, title: "New", terms: ["tide"], health: { every: 300 } });
    const plain = (await (await change("anvil", { every: null, title: null, terms: [] })).json()) as Followed;
    expect(Object.keys(plain)).not.toEqual(expect.arrayContaining(["every"]));
    expect(plain).not.toHaveProperty("title");
    expect(plain).not.toHaveProperty("terms");
    await change("anvil", { title: "The Anvil" });
  });

  it.each([
    [{ every: 1 }, "at least 300 seconds"],
    [{ every: 10_000_000 }, "at most 604800 seconds"],
    [{ title: "" }, ""],
    [{ paused: "yes" }, ""],
    [{ address: "https://other.example" }, "address"],
  ])("refuse the change %o in a line", async (body, words) => {
    const answer = await change("anvil", body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(words);
  });

  it("that are not there, or no longer, can't be changed", async () => {
    expect((await change("none", { paused: true })).status).toBe(404);
    expect(
      (
        await send(
          "PATCH",
          "/api/sources/anvil",
          { paused: true },
          app({ ...deps, following: undefined as never }),
        )
      ).status,
    ).toBe(503);
  });

  it("are looked at before they are followed", async () => {
    const asked = { address: "https://courier.example", situation: situation.id };
    const found = (await (await send("POST", "/api/sources/preview", asked)).json()) as PreviewAnswer;
    expect(found).toMatchObject({ kind: "feed", items: 12, isFollowed: false, others: [{ title: "World" }] });
    expect(await ids("?q=courier")).toEqual([]);
    const nowhere = await send("POST", "/api/sources/preview", {
      ...asked,
      address: "https://nowhere.example",
    });
    expect(nowhere.status).toBe(422);
    expect((await send("POST", "/api/sources/preview", { ...asked, situation: "none" })).status).toBe(404);
  });

  it("leave as OPML without paths of this machine, names as text, and come back once", async () => {
    const answer = await api.request("/api/sources.opml");
    expect(answer.headers.get("content-disposition")).toContain("sitrep-sources.opml");
    const opml = await answer.text();
    expect(opml).toContain("bell &amp; &lt;b&gt;Book&lt;/b&gt;");
    expect(opml).not.toContain("/private");
    const bring = async (text: string) => {
      const brought = await send("POST", "/api/sources/opml", { situation: "dam", opml: text });
      return { status: brought.status, ...((await brought.json()) as OpmlAnswer & { detail: string }) };
    };
    expect(await bring(opml)).toMatchObject({ status: 200, added: 4, listed: 4 });
    expect(await bring(opml)).toMatchObject({ status: 200, added: 0, listed: 4 });
    expect(await bring("<html>")).toMatchObject({
      status: 422,
      detail: expect.stringContaining("is no OPML"),
    });
    expect(
      (await send("POST", "/api/sources/opml", { situation: "dam", opml: "x".repeat(900_001) })).status,
    ).toBe(400);
  });
});
