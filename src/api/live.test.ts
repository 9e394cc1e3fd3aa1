import { serve } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import { documentOf, reportOf, revisionOf } from "../../test/store/archive.ts";
import type { Health } from "../model/source.ts";
import type { Work } from "../model/work.ts";
import type { Store } from "../store/store.ts";
import { app } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import type { Situation } from "./schema/situation.ts";

const at = "2031-05-01T08:00:00Z";

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: { readonly [name: string]: unknown };
}

describe("what comes while a page is open", () => {
  let deps: ApiDeps;
  let store: Store;
  let close: () => Promise<void>;
  let stopping: AbortController;
  let api: ReturnType<typeof app>;
  const open: Listening[] = [];

  beforeEach(async () => {
    const fixture = await fixtureDeps();
    stopping = new AbortController();
    deps = { ...fixture.deps, stopping: stopping.signal, livePace: { every: 20, heartbeat: 200 } };
    ({ store } = deps);
    ({ close } = fixture);
    api = app(deps);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.leave();
    stopping.abort();
    await close();
  });

  async function listen(query = "", headers: Record<string, string> = {}): Promise<Listening> {
    const answer = await api.request(`/api/live${query}`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const one = new Listening(answer);
    open.push(one);
    return one;
  }

  async function put(...texts: string[]): Promise<void> {
    for (const text of texts) {
      const document = documentOf(text);
      await store.addDocument(document);
      await store.addReport(reportOf(document, { id: `r-${text}`, text }));
      await store.addToSituation(situation.id, [`r-${text}`], document.fetchedAt);
    }
  }

  it("says hello with the position, and nothing of what was there before", async () => {
    const one = await listen();
    const hello = await one.next();
    expect(hello).toMatchObject({ event: "hello", data: {} });
    expect(hello.id).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(await one.text()).toBe(": still here");
  });

  it("tells of reports and of revisions by what they tell, and of which answer holds them", async () => {
    const one = await listen();
    await one.next();
    await put("one", "two");
    const first = await one.until(({ data }) => data.reports !== undefined);
    expect(first).toMatchObject({ event: "situation", data: { situation: situation.id } });
    await store.appendRevisions(situation.id, [revisionOf(1), revisionOf(2, { change: "revised" })]);
    const second = await one.until(({ data }) => Object.keys(data.changes ?? {}).length > 0);
    expect(second.data).toMatchObject({ situation: situation.id, changes: { new: 1, revised: 1 } });
    const { version } = (await (await api.request(`/api/situations/${situation.id}`)).json()) as Situation;
    expect(second.data.version).toBe(version);
  });

  it("tells of a visit once, in words where it failed", async () => {
    await store.addSource({
      id: "s1",
      situation: situation.id,
      kind: "feed",
      address: "https://herald.example/feed",
      title: "<b>Herald</b>",
      addedAt: at,
    });
    const one = await listen();
    await one.next();
    const health: Health = {
      source: "s1",
      visitedAt: at,
      nextAt: at,
      failures: 1,
      problem: "herald.example does not answer: try later",
      every: 1800,
      visits: 1,
      items: 0,
    };
    await store.setHealth(health);
    const told = await one.until(({ event }) => event === "source");
    expect(told.data).toEqual({
      source: "s1",
      situation: situation.id,
      name: "<b>Herald</b>",
      state: "failing",
      visitedAt: at,
      problem: "herald.example does not answer: try later",
    });
    await store.setHealth({ ...health, visitedAt: "2031-05-01T08:00:01Z", failures: 0 });
    const again = await one.until(({ event }) => event === "source");
    expect(again.data).toMatchObject({ state: "works", visitedAt: "2031-05-01T08:00:01Z" });
    expect(again.data).not.toHaveProperty("problem");
  });

  const work: Work = {
    id: "w1",
    what: "adding",
    situation: situation.id,
    done: 1,
    of: 9,
    failed: 0,
    since: at,
    at,
  };

  it("tells how far work has come, and how it ended", async () => {
    await store.setWork({ ...work, id: "w0", ended: at });
    await store.setWork(work);
    const one = await listen();
    expect((await one.until(({ event }) => event === "work")).data).toEqual(work);
    await store.setWork({ ...work, done: 4 });
    expect((await one.next()).data).toEqual({ ...work, done: 4 });
    const ended = { ...work, done: 4, ended: at, problem: "the disk is full: free some space" };
    await store.setWork(ended);
    expect((await one.next()).data).toEqual(ended);
  });

  it("says of work whose process died that it has ended", async () => {
    let now = at;
    api = app({ ...deps, now: () => now });
    await store.setWork(work);
    const one = await listen();
    await one.until(({ event }) => event === "work");
    now = "2031-05-01T08:02:00Z";
    const { data } = await one.next();
    expect(data).toMatchObject({ id: "w1", ended: now });
    expect(data.problem).toContain("its process has ended; run it again");
  });

  it.each(["header", "query"])("goes on where it broke off, by %s, also from another server", async (how) => {
    const one = await listen();
    const { id } = await one.next();
    await one.leave();
    await put("meanwhile", "and then");
    await store.appendRevisions(situation.id, [revisionOf(1)]);
    api = app(deps);
    const again = await (how === "header"
      ? listen("", { "last-event-id": id })
      : listen(`?after=${encodeURIComponent(id)}`));
    expect((await again.next()).event).toBe("hello");
    expect((await again.next()).data).toMatchObject({ reports: 2, changes: { new: 1 } });
  });

  it.each(["nonsense", "999999999.0.0.0", "1.1.1.9999999999999999", "'; drop table ledger; --"])(
    "asks who comes with %s to look at everything anew",
    async (id) => {
      const one = await listen(`?after=${encodeURIComponent(id)}`);
      expect((await one.next()).event).toBe("hello");
      expect((await one.next()).event).toBe("reset");
    },
  );

  it("merges what a slow reader has not taken, and never holds more", async () => {
    const one = await listen();
    await one.next();
    // Taken by nobody: each look at the store finds some.
    for (let i = 0; i < 30; i++) {
      await put(`slow ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    let reports = 0;
    let events = 0;
    while (reports < 30) {
      reports += (await one.next()).data.reports as number;
      events++;
    }
    expect(reports).toBe(30);
    expect(events).toBeLessThan(10);
  });

  it("refuses one listener too many in one line, and lets the next in when one has left", async () => {
    const first = await listen();
    for (let i = 1; i < 64; i++) await listen();
    const answer = await api.request("/api/live");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("30");
    expect(((await answer.json()) as { detail: string }).detail).toContain("64 pages listen already");
    await first.leave();
    await listen();
  });

  it("is for this app's own pages", async () => {
    for (const site of ["cross-site", "same-site"])
      expect((await api.request("/api/live", { headers: { "sec-fetch-site": site } })).status).toBe(403);
    expect((await api.request("/api/live", { headers: { host: "evil.example" } })).status).toBe(421);
    const head = await api.request("/api/live", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  });

  it("ends when the server does, and lets nobody in after", async () => {
    const one = await listen();
    await one.next();
    stopping.abort();
    expect(await one.isOver()).toBe(true);
    expect((await api.request("/api/live")).status).toBe(503);
  });

  it("lets a real server close, and its store, with pages open", async () => {
    const server = serve({ fetch: api.fetch, hostname: "127.0.0.1", port: 0 });
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/api/live`);
    const one = new Listening(answer);
    await one.next();
    await put("told");
    expect((await one.next()).data).toMatchObject({ reports: 1 });
    stopping.abort();
    expect(await one.isOver()).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });
});

/** Reads the events of one answer. */
class Listening {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest = "";

  constructor(answer: Response) {
    this.#reader = answer.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  }

  /** One block of lines; undefined at the end. */
  async text(): Promise<string | undefined> {
    while (!this.#rest.includes("\n\n")) {
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#rest += new TextDecoder().decode(value);
    }
    const end = this.#rest.indexOf("\n\n");
    const block = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 2);
    return block;
  }

  /** The next event; signs of life are none. */
  async next(): Promise<Event> {
    for (;;) {
      const block = await this.text();
      if (block === undefined) throw new Error("the stream has ended");
      if (block.startsWith(":")) continue;
      const lines = new Map(
        block
          .split("\n")
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
      );
      return { event: lines.get("event")!, id: lines.get("id")!, data: JSON.parse(lines.get("data")!) };
    }
  }

  async until(is: (event: Event) => boolean): Promise<Event> {
    for (;;) {
      const event = await this.next();
      if (is(event)) return event;
    }
  }

  async isOver(): Promise<boolean> {
    while ((await this.text()) !== undefined);
    return true;
  }

  async leave(): Promise<void> {
    await this.#reader.cancel();
  }
}
