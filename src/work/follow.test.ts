/** Following sources over an invented web: what is kept, what is asked again, what survives a failure. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { article, rss, Site } from "../../test/work/site.ts";
import { pageVersions, readDocument, setScope, situationRecord } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { versionsJson } from "../view/versions.ts";
import { type FollowDeps, type FollowEvent, follow, followOnce } from "./follow.ts";
import { addSource, removeSource, type Wanted } from "./sources.ts";

const root = mkdtempSync(join(tmpdir(), "sitrep-follow-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const feed = "https://herald.example/feed";
const one = "https://herald.example/one";
const two = "https://herald.example/two";
const boats = "The navy stopped four boats off the northern coast before dawn on Sunday, the ministry said.";
const ports = "The ministry may close both ports next week, an official said on Sunday.";

let folders = 0;
let store: Store;
let site: Site;
let events: FollowEvent[];
let deps: FollowDeps;

beforeEach(async () => {
  store = await openStore({ folder: join(root, `${folders++}`) });
  site = new Site();
  events = [];
  deps = {
    store,
    fetcher: site,
    now: site.now,
    read: (document) => readDocument(document, {}),
    on: (event) => events.push(event),
  };
  for (const id of ["boats", "ports"]) await store.addSituation({ id, title: id, createdAt: site.now() });
  site.put(feed, rss([{ link: one }, { link: two }]));
  site.put(one, article("Navy stops four boats", boats));
  site.put(two, article("Ministry weighs closure", ports));
});
afterEach(() => store.close());

const add = (address = feed, kind: Wanted["kind"] = "feed", more = {}) =>
  addSource(deps, { address, situation: "boats", kind, ...more });
const titles = async (situation = "boats") =>
  (await store.reports({ situation })).map(({ title }) => title).sort();
const asked = async (work: () => Promise<unknown>) => {
  const before = site.asked.length;
  await work();
  return site.asked.slice(before);
};
const once = (more = {}) => followOnce(deps, more);

describe("a feed", () => {
  it("is visited, what it lists is read into its situation, and the changes are told", async () => {
    const { source, added, found } = await add();
    expect([added, found?.items, source.title, source.kind]).toEqual([true, 2, "Herald", "feed"]);
    await once();
    expect(await titles()).toEqual(["Ministry weighs closure", "Navy stops four boats"]);
    expect((await situationRecord(store, "boats")).record.entries.length).toBeGreaterThan(1);
    expect((await store.revisions("boats")).length).toBeGreaterThan(1);
    expect(await store.health(source.id)).toMatchObject({ failures: 0, visits: 1, items: 2 });
    expect(await store.fetches(feed)).toHaveLength(1);
    expect(events.filter(({ what }) => what === "read")).toHaveLength(2);
  });

  it("is left alone until it is due, and then only what is new is read", async () => {
    await add();
    await once();
    expect(await asked(once)).toEqual([]);
    site.put(
      "https://herald.example/three",
      article("Third", "Three boats left the port on Monday, he said."),
    );
    site.put(feed, rss([{ link: "https://herald.example/three" }, { link: one }, { link: two }]));
    site.later(0.7);
    expect(await asked(once)).toEqual([feed, "https://herald.example/three"]);
    expect(await titles()).toHaveLength(3);
  });

  it("that says it has not changed costs one request and keeps nothing", async () => {
    site.put(feed, { ...rss([{ link: one }]), etag: '"1"' });
    const { source } = await add();
    await once();
    const before = await store.counts();
    site.later(0.9);
    expect(await asked(once)).toEqual([`${feed} 304`]);
    expect(await store.counts()).toEqual(before);
    expect(await store.health(source.id)).toMatchObject({ visits: 2, etag: '"1"' });
  });

  it("that has moved for good is asked there from then on", async () => {
    const { source } = await add();
    site.put(feed, { ...rss([{ link: one }]), moved: "https://herald.example/new" });
    site.put("https://herald.example/new", rss([{ link: one }]));
    await once();
    site.later(1);
    expect(await asked(once)).toContain("https://herald.example/new");
    expect(await store.source(source.id)).toMatchObject({ address: "https://herald.example/new" });
  });

  it("that fails is noted once for each kind of failure, and works again", async () => {
    const { source } = await add();
    site.fail(feed, "server-error", { passing: true });
    await once();
    site.later(1);
    await once();
    expect(await store.health(source.id)).toMatchObject({ failures: 2, code: "server-error", visits: 2 });
    expect(await store.outcomes({ failed: true })).toHaveLength(1);
    site.put(feed, rss([{ link: one }]));
    site.later(3);
    await once();
    const health = await store.health(source.id);
    expect(health).toMatchObject({ failures: 0, visits: 3 });
    expect(health?.problem).toBeUndefined();
    expect(await titles()).toHaveLength(1);
  });

  it("that is named is visited although it is not due", async () => {
    const { source } = await add();
    await once();
    expect(await asked(() => once({ only: [source.id] }))).toEqual([feed]);
  });

  it("with terms is followed for these alone", async () => {
    site.put(
      feed,
      rss([
        { link: one, title: "Navy stops four BOATS" },
        { link: two, title: "Weather" },
      ]),
    );
    await add(feed, "feed", { terms: ["boats"] });
    await once();
    expect(await titles()).toEqual(["Navy stops four boats"]);
    // What was passed over stays seen.
    site.later(2);
    expect(await asked(once)).not.toContain(two);
  });

  it("is followed no longer once removed, and what came from it stays", async () => {
    const { source } = await add();
    await once();
    await removeSource(store, source.id, site.now());
    site.later(50);
    expect(await asked(once)).toEqual([]);
    expect(await titles()).toHaveLength(2);
    await expect(removeSource(store, source.id, site.now())).rejects.toMatchObject({ code: "no-source" });
    expect(await add()).toMatchObject({ added: true });
    expect(await store.source(source.id)).not.toHaveProperty("removedAt");
  });
});

describe("a scope", () => {
  it("puts what it catches into its situation, whatever it was read for, and tells what that changes", async () => {
    await setScope(store, { situation: "ports", scope: { terms: ["ports"] }, at: site.now() });
    await add();
    await once();
    expect(await titles()).toEqual(["Ministry weighs closure", "Navy stops four boats"]);
    expect(await titles("ports")).toEqual(["Ministry weighs closure"]);
    expect((await store.revisions("ports")).length).toBeGreaterThan(0);
  });

  it("keeps out of its situation what a source brings and it does not catch; the archive has it", async () => {
    await setScope(store, { situation: "boats", scope: { terms: ["boats"] }, at: site.now() });
    await add();
    await once();
    expect(await titles()).toEqual(["Navy stops four boats"]);
    expect((await store.reports()).map(({ title }) => title)).toHaveLength(2);
    // Set wider later, it finds the rest in the archive.
    expect(
      await setScope(store, { situation: "boats", scope: { terms: ["boats", "ports"] }, at: site.now() }),
    ).toMatchObject({ in: 1, out: 0 });
    expect(await titles()).toHaveLength(2);
    expect((await store.scope("boats"))?.scope.terms).toEqual(["boats", "ports"]);
    expect(await store.scopes()).toHaveLength(1);
  });
});

describe("an article", () => {
  const at = "2031-03-02T06:30:00.000Z";
  const whole = (paragraph: string) => `<p>${boats}</p>${`<p>${paragraph}</p>`.repeat(12)}`;

  it("that is edited without a word has two versions, and what changed is told", async () => {
    site.put(feed, rss([{ link: one }]));
    await add();
    await once();
    site.put(one, article("Navy stops four boats", boats.replace("four", "three")));
    site.later(2);
    await once();
    const [report] = await store.reports({ situation: "boats" });
    const { versions, reports } = await pageVersions(store, report!);
    const [first, second] = versionsJson(versions, reports);
    expect([versions.length, first?.told, second?.told]).toEqual([2, undefined, "silent"]);
    expect(second?.changes).toMatchObject([
      { kind: "reworded", before: { quote: boats }, after: { quote: boats.replace("four", "three") } },
    ]);
    expect(reports.map(({ url }) => url)).toEqual([one, one]);
  });

  it("that can't be had at its address is read from the feed where that carries it whole", async () => {
    const content = whole(`${ports} <a href="javascript:alert(1)">More</a>`);
    site.put(feed, rss([{ link: one, title: "Navy &lt;b&gt;stops&lt;/b&gt; boats", at, content }]));
    site.fail(one, "forbidden", { status: 403 });
    await add();
    await once();
    const [report] = await store.reports({ situation: "boats" });
    expect(report).toMatchObject({ url: one, input: feed, published: { value: at.replace(".000", "") } });
    expect(report?.text).toContain(boats);
    expect(report?.text).not.toMatch(/<|javascript/);
    expect((await store.revisions("boats")).length).toBeGreaterThan(0);
    // That the page itself could not be had is told beside it.
    expect(await store.outcomes({ failed: true })).toHaveLength(1);
    const before = await store.counts();
    site.later(80);
    await once();
    expect(await store.counts()).toEqual(before);
  });

  it("that can't be had and stands in the feed as a teaser fails, and nothing is made up", async () => {
    site.put(feed, rss([{ link: one, content: `<p>${boats}</p>` }]));
    site.fail(one, "forbidden", { status: 403 });
    await add();
    await once();
    expect(await titles()).toEqual([]);
    expect(await store.outcomes({ failed: true })).toHaveLength(1);
  });

  it("is looked at again four times in three days, then left alone", async () => {
    site.put(one, { body: article("Navy stops four boats", boats), etag: '"a"' });
    site.put(feed, { ...rss([{ link: one }]), etag: '"f"' });
    await add();
    await once();
    const again: string[] = [];
    for (let hour = 0; hour < 200; hour++) {
      site.later(1);
      again.push(...(await asked(once)).filter((url) => url.startsWith(one)));
    }
    expect(again).toEqual(Array(4).fill(`${one} 304`));
    expect(await titles()).toHaveLength(1);
  });

  it("whose page changed around its text is the same report", async () => {
    await add();
    await once();
    site.put(one, article("Navy stops four boats", boats, 7));
    site.later(1.2);
    const before = await store.counts();
    await once();
    expect(events.at(-1)?.what === "same" || events.some(({ what }) => what === "same")).toBe(true);
    expect(await store.counts()).toMatchObject({ documents: before.documents, reports: 2 });
  });

  it("whose text changed is a further report, kept beside the first", async () => {
    await add();
    await once();
    site.put(one, article("Navy stops five boats", boats.replace("four", "five")));
    site.later(1.2);
    await once();
    expect(await titles()).toEqual([
      "Ministry weighs closure",
      "Navy stops five boats",
      "Navy stops four boats",
    ]);
    expect(await store.fetches(one)).toHaveLength(2);
  });

  it("that fails in passing is tried again, later each time", async () => {
    site.fail(one, "timeout", { passing: true });
    await add();
    await once();
    expect(events.filter(({ what }) => what === "later")).toHaveLength(1);
    expect(await titles()).toEqual(["Ministry weighs closure"]);
    site.put(one, article("Navy stops four boats", boats));
    site.later(0.2);
    await once();
    expect(await titles()).toHaveLength(2);
    expect(await store.outcomes({ failed: true })).toEqual([]);
  });

  it("that goes on failing, or is not there, has its failure kept and is let go", async () => {
    site.fail(one, "timeout", { passing: true });
    site.pages.delete(two);
    await add();
    await once();
    for (let day = 0; day < 8; day++) {
      site.later(24);
      await once();
    }
    const codes = (await store.outcomes({ failed: true })).map(({ input, code }) => [input, code]);
    expect(codes.sort()).toEqual([
      [one, "timeout"],
      [two, "not-found"],
    ]);
    expect(await store.unread()).toBe(0);
  });

  it("without a story in it is an outcome, and its page is kept", async () => {
    site.put(two, "<html><body><nav><a href='/'>Home</a></nav></body></html>");
    await add();
    await once();
    expect((await store.outcomes({ failed: true })).map(({ stage }) => stage)).toEqual(["report"]);
    expect(await store.fetches(two)).toHaveLength(1);
  });

  it("that two situations follow is fetched in full once and is in both", async () => {
    await add();
    await once();
    site.put(one, { body: article("Navy stops four boats", boats), etag: '"a"' });
    await addSource(deps, { address: feed, situation: "ports", kind: "feed" });
    await once();
    expect(await titles("ports")).toEqual(await titles("boats"));
    expect((await store.counts()).reports).toBe(2);
  });
});

describe("other kinds", () => {
  it("a page is kept again whenever its text changes", async () => {
    const page = "https://ministry.example/statement";
    site.put(page, article("Statement", boats));
    const { source } = await add(page, "page");
    expect(source.kind).toBe("page");
    await once();
    site.put(page, article("Statement", boats, 3));
    site.later(2);
    await once();
    site.put(page, article("Statement", ports));
    site.later(3);
    await once();
    expect((await store.reports({ situation: "boats" })).map(({ text }) => text.includes("ports"))).toEqual([
      false,
      true,
    ]);
  });

  it("of a sitemap's past only the last days are read", async () => {
    const url = (loc: string, at?: string) =>
      `<url><loc>${loc}</loc>${at === undefined ? "" : `<lastmod>${at}</lastmod>`}</url>`;
    const map = (...urls: string[]) => ({
      type: "application/xml",
      body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`,
    });
    const sitemap = "https://herald.example/sitemap.xml";
    const old = url("https://herald.example/old", "2029-01-01");
    const undated = url("https://herald.example/undated");
    site.put(sitemap, map(url(one, "2031-03-01T10:00:00Z"), old, undated));
    await add(sitemap, "sitemap");
    expect((await asked(once)).filter((address) => address !== sitemap)).toEqual([one]);
    site.put(sitemap, map(url(two, "2031-03-02T08:30:00Z"), old, undated));
    site.later(0.8);
    expect(await asked(once)).toEqual([sitemap, two]);
  });
});

describe("a process that ends at the wrong moment", () => {
  it("loses nothing: what it had taken is done by the next, what it had kept is not done again", async () => {
    await add();
    const failing: FollowDeps = {
      ...deps,
      read: async function* (document) {
        if (document.url === two) throw Object.assign(new Error("killed"), { name: "Killed" });
        yield* readDocument(document, {});
      },
    };
    // What a read throws is no fault of the article's: it is kept as its outcome, not lost.
    await followOnce(failing);
    expect((await store.outcomes({ failed: true })).map(({ code }) => code)).toEqual(["unexpected"]);
  });

  it("leaves leases that the next lets go of, and changes that the next tells", async () => {
    const { source } = await add();
    const lease = { at: site.now(), until: "2099-01-01T00:00:00Z", limit: 9 };
    expect(await store.takeSources(lease)).toHaveLength(1);
    expect(await asked(once)).toEqual([]);
    await store.release();
    await once({ only: [source.id] });
    expect(await titles()).toHaveLength(2);
  });

  it("is told to stop and ends with nothing half done", async () => {
    await add();
    const stop = new AbortController();
    const reading: FollowDeps = {
      ...deps,
      read: async function* (document) {
        stop.abort();
        yield* readDocument(document, {});
      },
    };
    await follow(reading, { signal: stop.signal });
    const left = await store.unread();
    expect((await titles()).length + left).toBe(2);
    await store.release();
    await once();
    expect(await titles()).toHaveLength(2);
  });
});
