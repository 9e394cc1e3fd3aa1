/** Hubs that call: subscribed to where offered, believed only with the secret, asked again before the lease ends. */
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { article, rss, Site } from "../../test/work/site.ts";
import { readDocument } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { type FollowDeps, followOnce } from "./follow.ts";
import { pace } from "./schedule.ts";
import { addSource } from "./sources.ts";
import { told, verified } from "./websub.ts";

const root = mkdtempSync(join(tmpdir(), "sitrep-websub-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const feed = "https://herald.example/feed";
const hub = "https://hub.example/";
const channel = `<title>Herald</title><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${feed}"/>`;

let folders = 0;
let store: Store;
let site: Site;
let deps: FollowDeps;
let source: string;

beforeEach(async () => {
  store = await openStore({ folder: join(root, `${folders++}`) });
  site = new Site();
  deps = {
    store,
    fetcher: site,
    now: site.now,
    read: (document) => readDocument(document, {}),
    callback: "https://desk.example/",
  };
  await store.addSituation({ id: "boats", title: "Boats", createdAt: site.now() });
  site.put(feed, rss([{ link: "https://herald.example/one" }], channel));
  site.put(
    "https://herald.example/one",
    article("One", "The navy stopped four boats on Sunday, the ministry said."),
  );
  site.put(hub, { body: "" });
  source = (await addSource(deps, { address: feed, situation: "boats", kind: "feed" })).source.id;
});
afterEach(() => store.close());

const subscription = async () => (await store.health(source))!.websub!;
const asked = () => site.asked.filter((url) => url === hub).length;
const confirm = async (more: Record<string, string> = {}, token?: string) =>
  verified(
    store,
    { source, token: token ?? (await subscription()).token },
    new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.topic": feed,
      "hub.challenge": "c1",
      "hub.lease_seconds": "864000",
      ...more,
    }),
    site.now(),
  );

describe("a source with a hub", () => {
  it("is subscribed to once, with an address that nobody can guess", async () => {
    await followOnce(deps);
    expect(asked()).toBe(1);
    const { topic, token, secret, until } = await subscription();
    expect([topic, token.length, secret.length, until]).toEqual([feed, 24, 32, undefined]);
    site.later(1);
    await followOnce(deps);
    expect(asked()).toBe(1);
  });

  it("is not without an address that the hub can reach", async () => {
    const { callback: _, ...hidden } = deps;
    await followOnce(hidden);
    expect(asked()).toBe(0);
    expect((await store.health(source))?.websub).toBeUndefined();
  });

  it("confirms what was meant and nothing else", async () => {
    await followOnce(deps);
    expect(await confirm({ "hub.topic": "https://other.example/feed" })).toEqual({ status: 404 });
    expect(await confirm({}, "guessed")).toEqual({ status: 404 });
    expect(await confirm()).toEqual({ status: 200, body: "c1" });
    expect(Date.parse((await subscription()).until!) - Date.parse(site.now())).toBe(864_000_000);
  });

  it("is visited seldom once the hub tells, and the lease is renewed before it ends", async () => {
    await followOnce(deps);
    await confirm();
    site.later(1);
    await followOnce(deps);
    const { nextAt } = (await store.health(source))!;
    expect(Date.parse(nextAt) - Date.parse(site.now())).toBeGreaterThanOrEqual(pace.mostAsked * 1000 - 5000);
    const { token } = await subscription();
    site.later(24 * 9.5);
    await followOnce(deps);
    expect(asked()).toBe(2);
    expect((await subscription()).token).toBe(token);
  });

  it("is due when the hub calls with its signature, and only then", async () => {
    await followOnce(deps);
    await confirm();
    const { token, secret } = await subscription();
    const body = Buffer.from("<rss/>");
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    const call = (more: { token?: string; signature?: string }) =>
      told(store, { source, token: more.token ?? token }, more.signature, body, site.now());
    expect(await call({ signature: "sha256=00" })).toEqual({ status: 202, isDue: false });
    expect(await call({})).toEqual({ status: 202, isDue: false });
    expect(await call({ token: "guessed", signature })).toEqual({ status: 404, isDue: false });
    const before = site.asked.length;
    await followOnce(deps);
    expect(site.asked.length).toBe(before);
    expect(await call({ signature })).toEqual({ status: 202, isDue: true });
    await followOnce(deps);
    expect(site.asked.slice(before)).toEqual([feed]);
  });

  it("whose hub fails or refuses is visited as others are", async () => {
    site.fail(hub, "server-error", { passing: true });
    await followOnce(deps);
    expect((await subscription()).problem).toContain("server-error");
    await confirm({ "hub.mode": "denied", "hub.reason": "no" });
    expect(await subscription()).toMatchObject({ problem: "the hub refuses: no" });
    expect((await store.health(source))!.failures).toBe(0);
  });
});
