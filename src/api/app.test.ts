import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryId, fixture, situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { app } from "./app.ts";
import type { ApiDeps, Following } from "./deps.ts";
import type { FollowedAnswer, FollowedOneAnswer } from "./schema/followed.ts";
import type { LinesAnswer, SeriesAnswer } from "./schema/lines.ts";
import type { EntryAnswer, RecordAnswer, SourcesAnswer } from "./schema/record.ts";
import type { ReportText } from "./schema/report.ts";
import type { SearchAnswer } from "./schema/search.ts";
import type { Situation } from "./schema/situation.ts";

let deps: ApiDeps;
let api: Hono;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ deps, close } = await fixtureDeps());
  const at = "2031-04-01T08:00:00Z";
  await deps.store.addSource({
    id: "s1",
    situation: situation.id,
    kind: "feed",
    address: "https://herald.example/feed",
    title: "Herald",
    addedAt: at,
  });
  await deps.store.setHealth({
    source: "s1",
    visitedAt: at,
    nextAt: "2031-05-01T09:00:00Z",
    failures: 0,
    every: 1800,
    visits: 1,
    items: 1,
    etag: '"x"',
  });
  await deps.store.addItems(
    [{ source: "s1", key: "a", url: "https://herald.example/a", title: "A", seenAt: at }],
    at,
  );
  api = app(deps);
});
afterAll(() => close());

const here = `/api/situations/${situation.id}`;
const shots = entryId("shots");
const reports = fixture().reports;
const wire = reports[0]!;

async function json<T>(path: string): Promise<T> {
  const answer = await api.request(path);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
  >;
  components: { schemas: Record<string, object> };
}

describe("the contract", () => {
  const calls: [route: string, path: string][] = [
    ["/api", "/api"],
    ["/api/health", "/api/health"],
    ["/api/situations", "/api/situations"],
    ["/api/situations/{situation}", here],
    ["/api/situations/{situation}", `${here}?asOf=2031-04-07&knownAt=2031-04-08T12:00:00Z`],
    ["/api/situations/{situation}/record", `${here}/record`],
    ["/api/situations/{situation}/record", `${here}/record?kind=figure`],
    ["/api/situations/{situation}/entries/{entry}", `${here}/entries/${shots}`],
    ["/api/situations/{situation}/revisions", `${here}/revisions?since=2031-04-10&limit=5`],
    ["/api/situations/{situation}/sources", `${here}/sources`],
    ["/api/situations/{situation}/map", `${here}/map`],
    ["/api/situations/{situation}/lines", `${here}/lines`],
    ["/api/situations/{situation}/series", `${here}/series`],
    ["/api/situations/{situation}/key-days", `${here}/key-days`],
    ["/api/situations/{situation}/moments", `${here}/moments`],
    ["/api/reports/{report}", `/api/reports/${wire.id}`],
    ["/api/reports/{report}/versions", `/api/reports/${wire.id}/versions`],
    ["/api/session", "/api/session"],
    ["/api/reports/{report}/how-read", `/api/reports/${wire.id}/how-read?at=0-40`],
    ["/api/search", "/api/search?q=patrol"],
    [
      "/api/search",
      `/api/search?situation=${situation.id}&kind=event&status=read&from=2031-04-01&order=date`,
    ],
    ["/api/sources", "/api/sources"],
    ["/api/sources", `/api/sources?situation=${situation.id}`],
    ["/api/sources/{source}", "/api/sources/s1"],
  ];
  const changes = [
    "/api/sources/{source}/visit",
    // export/table.test.ts, and below
    "/api/situations/{situation}/table",
    // followed.test.ts
    "/api/sources/preview",
    "/api/sources.opml",
    "/api/sources/opml",
    // live.test.ts
    "/api/live",
    // since.test.ts
    "/api/situations/{situation}/since",
    "/api/situations/{situation}/seen",
    "/api/situations/{situation}/brief",
    // corrections.test.ts
    "/api/situations/{situation}/corrections",
    // adding.test.ts
    "/api/situations/{situation}/reports",
    // scopes.test.ts
    "/api/situations/{situation}/scope",
    "/api/situations/{situation}/scope/preview",
    "/api/scope-values",
    "/api/reports/{report}/standing",
  ];

  it("is an OpenAPI 3.1 document with every route of the table", async () => {
    const document = await json<OpenApi>("/api/openapi.json");
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual(
      [...new Set([...calls.map(([route]) => route), ...changes])].sort(),
    );
  });

  it.each(calls)("%s answers %s as it says", async (route, path) => {
    const validate = await validator(route, "200", "application/json");
    const answer = await json(path);
    expect(validate(answer), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it.each([
    ["/api/situations/nowhere", 404],
    [`${here}/entries/nothing`, 404],
    ["/api/reports/r0", 404],
    ["/api/reports/r0/versions", 404],
    ["/api/reports/r0/how-read?at=0-4", 404],
    [`/api/reports/${wire.id}/how-read`, 400],
    [`/api/reports/${wire.id}/how-read?at=4-4`, 400],
    [`/api/reports/${wire.id}/how-read?at=0-999999999`, 400],
    ["/api/nothing", 404],
    ["/api/sources/none", 404],
    ["/api/sources?situation=NOT%20A%20SLUG", 400],
    ["/api/situations/NOT%20A%20SLUG", 400],
    [`${here}?asOf=yesterday`, 400],
    [`${here}?asOf=2031-02-30`, 400],
    [`${here}/record?kind=rumour`, 400],
    [`${here}/revisions?limit=0`, 400],
    ["/api/search", 400],
    ["/api/search?q=%20", 400],
    ["/api/search?q=a&from=2031-04-02&to=2031-04-01", 400],
    ["/api/search?q=a&from=2031-04-02T08:00:00Z", 400],
    ["/api/search?q=a&offset=10001", 400],
    ["/api/search?q=a&language=%27", 400],
    ["/api/search?q=a&kind=rumour", 400],
    [`/api/search?q=${"a".repeat(401)}`, 400],
  ])("%s is a problem of status %d", async (path, status) => {
    const answer = await api.request(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const body = await answer.json();
    const validate = await validator("/api/search", "400", "application/problem+json");
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    expect(body).toMatchObject({ status });
  });

  async function validator(route: string, status: string, type: string) {
    const { paths, components } = await json<OpenApi>("/api/openapi.json");
    const schema = paths[route]!.get.responses[status]!.content[type]!.schema;
    return new Ajv2020({ strict: false }).compile({ ...schema, components });
  }
});

describe("the record", () => {
  it("quotes exact slices of the archived texts", async () => {
    const { entries } = await json<RecordAnswer>(`${here}/record`);
    const texts = new Map(reports.map(({ id, text }) => [id, text]));
    const quotes = entries.flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThan(entries.length);
    for (const { report, start, end, quote } of quotes) {
      expect(quote).toBe(texts.get(report)?.slice(start, end));
    }
  });

  it("counts origins, not reports", async () => {
    const { entries } = await json<RecordAnswer>(`${here}/record?kind=event`);
    expect(entries.find(({ id }) => id === shots)).toMatchObject({ reports: 3, origins: 1 });
  });

  it("keeps what was called off, denied or only discussed out of what was done", async () => {
    const { timeline } = await json<Situation>(here);
    expect(timeline.done.map(({ entry }) => entry)).not.toContain(entryId("patrols"));
    expect(timeline.ahead.map(({ entry }) => entry)).toContain(entryId("patrols"));
  });

  it("leaves out what was published after the day asked for", async () => {
    const early = await json<Situation>(`${here}?asOf=2031-04-03`);
    expect(early.counts).toMatchObject({ reports: 3, origins: 1, contested: 0 });
    expect(early.revisions.every(({ holdsAt }) => holdsAt <= "2031-04-04")).toBe(true);
  });

  it("places what names a place, as of the time asked for, and counts the rest", async () => {
    type Map = { places: { name: string; lines: { entry: string }[] }[]; unplaced: string[] };
    const now = await json<Map>(`${here}/map`);
    const [amapala] = now.places;
    expect(amapala).toMatchObject({
      name: "Amapala",
      precision: "city",
      area: { shape: "ellipse", along: 10 },
    });
    expect(amapala?.lines.map(({ entry }) => entry)).toContain(entryId("shots"));
    expect(now.unplaced).toContain(entryId("patrols"));
    const before = await json<Map>(`${here}/map?asOf=2031-03-01`);
    expect(before).toEqual({ places: [], unplaced: [] });
    const unknown = await json<Map>(`${here}/map?knownAt=2031-03-01`);
    expect(unknown).toEqual({ places: [], unplaced: [] });
  });

  it("shows a sentence within its paragraphs", async () => {
    const { entry, passages, contradicts } = await json<EntryAnswer>(`${here}/entries/${entryId("killed")}`);
    entry.evidence.forEach(({ start, end, quote }, i) => {
      const { text, start: from } = passages[i]!;
      expect(text.slice(start - from, end - from)).toBe(quote);
      expect(text.length).toBeGreaterThan(quote.length);
    });
    expect(contradicts.map(({ id }) => id)).toEqual([entryId("nine")]);
  });

  it("says why reports are one origin, and which were not read", async () => {
    const { origins, reports, unread } = await json<SourcesAnswer>(`${here}/sources`);
    expect(origins[0]).toMatchObject({ name: "Costa Wire Service", reasons: ["wire-credit", "copied-text"] });
    const spanish = reports.find(({ language }) => language === "es");
    expect(spanish?.unread).toMatch(/no reader/);
    expect(unread).toEqual([spanish?.id]);
  });

  it("annotates a report with exact spans", async () => {
    const { text, annotations } = await json<ReportText>(`/api/reports/${wire.id}`);
    expect(text).toBe(wire.text);
    const place = annotations.find(({ kind }) => kind === "place");
    expect(text.slice(place?.start, place?.end)).toBe("Amapala");
  });

  it("finds reports by their words and marks them", async () => {
    const { hits } = await json<SearchAnswer>("/api/search?q=corvina");
    expect(hits).toHaveLength(1);
    const [{ excerpt, start, matches }] = hits as [SearchAnswer["hits"][number]];
    const [match] = matches as [{ start: number; end: number }];
    expect(excerpt.slice(match.start - start, match.end - start)).toBe("corvina");
  });
});

describe("what is followed", () => {
  const post = (path: string, body?: unknown, headers: Record<string, string> = {}, on = api) =>
    on.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const wanted = { address: "https://courier.example", situation: situation.id };
  const source: Source = {
    id: "s2",
    situation: situation.id,
    kind: "feed",
    address: "https://courier.example/rss",
    addedAt: "2031-04-02T08:00:00Z",
  };
  const found = { ...source, items: 3, why: "named by the page as its feed", others: [] };
  const done: string[] = [];
  const following: Following = {
    add: async ({ address }) => {
      if (address.includes("nowhere"))
        throw new Problem(
          "source",
          "no-host",
          address,
          `${address} names a host that can't be found: check it`,
        );
      done.push(`add ${address}`);
      return { source, added: true, found };
    },
    remove: async (id) => void done.push(`remove ${id}`),
    visit: async (id) => void done.push(`visit ${id}`),
  };

  it("is shown with how it does, in words, and what it listed", async () => {
    const { sources } = await json<FollowedAnswer>("/api/sources");
    expect(sources).toHaveLength(1);
    expect(sources[0]?.health).toMatchObject({ state: "works", waiting: 1 });
    expect(sources[0]?.health?.line).toBe(
      "works, 1 item in all, 1 waiting to be read, asked every 30 min, next in 60 min",
    );
    expect(sources[0]?.health).not.toHaveProperty("etag");
    const { items } = await json<FollowedOneAnswer>("/api/sources/s1");
    expect(items.map(({ url }) => url)).toEqual(["https://herald.example/a"]);
  });

  it("is added, visited and removed by those who may", async () => {
    const changing = app({ ...deps, following });
    const added = await post("/api/sources", wanted, {}, changing);
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ source: { id: "s2" }, added: true, items: 3 });
    expect((await post("/api/sources/s1/visit", undefined, {}, changing)).status).toBe(200);
    expect((await changing.request("/api/sources/s1", { method: "DELETE" })).status).toBe(200);
    expect(done).toEqual(["add https://courier.example", "visit s1", "remove s1"]);
  });

  it.each([
    ["an address that leads nowhere", { ...wanted, address: "https://nowhere.example" }, 422],
    ["a situation that is not there", { ...wanted, situation: "none" }, 404],
    ["no address", { situation: situation.id }, 400],
    ["another kind", { ...wanted, kind: "rumour" }, 400],
  ])("%s is a problem", async (_, body, status) => {
    const answer = await post("/api/sources", body, {}, app({ ...deps, following }));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("may be for a situation made for it, whose id comes from its title", async () => {
    const made = async (title: string) => (await post("/api/situations", { title })).json();
    expect(await made("Fermeture de la frontière, 2031")).toMatchObject({
      id: "fermeture-de-la-frontiere-2031",
      title: "Fermeture de la frontière, 2031",
    });
    expect(await made("Fermeture de la frontière, 2031")).toMatchObject({
      id: "fermeture-de-la-frontiere-2031-2",
    });
    expect(await made("封锁")).toMatchObject({ id: "situation" });
    expect((await post("/api/situations", { title: " " })).status).toBe(400);
  });

  it("is told of by hubs, with their whole call and its signature", async () => {
    const calls: unknown[] = [];
    const hearing: Following = {
      ...following,
      verify: async (...call) => {
        calls.push(call.map(String));
        return { status: 200, body: "<challenge>" };
      },
      hear: async (id, token, signature, body) => {
        calls.push([id, token, signature, new TextDecoder().decode(body)]);
        return { status: 202 };
      },
    };
    const called = app({ ...deps, following: hearing });
    const asked = await called.request("/websub/s1/t1?hub.mode=subscribe&hub.challenge=c");
    expect([asked.status, await asked.text()]).toEqual([200, "<challenge>"]);
    expect(asked.headers.get("content-type")).toMatch(/^text\/plain/);
    const push = { method: "POST", body: "x".repeat(2_000_000), headers: { "x-hub-signature": "sha256=1" } };
    expect((await called.request("/websub/s1/t1", push)).status).toBe(202);
    expect((await called.request("/websub/s1/t1", { ...push, body: "x".repeat(9_000_000) })).status).toBe(
      413,
    );
    expect(calls).toEqual([
      ["s1", "t1", "hub.mode=subscribe&hub.challenge=c"],
      ["s1", "t1", "sha256=1", push.body],
    ]);
    expect((await api.request("/websub/s1/t1")).status).toBe(404);
  });

  it("is left as it is by a server that follows nothing", async () => {
    const { following: _, ...without } = deps;
    const answer = await post("/api/sources", wanted, {}, app(without));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ type: "urn:sitrep:problem:not-available" });
  });

  it.each([
    ["Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }, 403],
    ["a sister site", { "sec-fetch-site": "same-site" }, 403],
    ["Origin", { origin: "https://evil.example", host: "localhost:4700" }, 403],
    ["no origin", { origin: "null", host: "localhost:4700" }, 403],
    ["its own page", { origin: "http://localhost:4700", host: "localhost:4700" }, 201],
    ["the address bar", { "sec-fetch-site": "none" }, 201],
  ])("is changed from another site's page in no way: %s", async (_, headers, status) => {
    const changing = app({ ...deps, following });
    expect((await post("/api/sources", wanted, headers, changing)).status).toBe(status);
  });
});

describe("hostile requests", () => {
  it.each([
    ["evil.example", 421],
    ["127.0.0.1.evil.example:4700", 421],
    ["localhost.evil.example", 421],
    ["", 421],
    ["localhost:4700", 200],
    ["LOCALHOST", 200],
    ["127.0.0.1:80", 200],
    ["[::1]:4700", 200],
  ])("host %j gets %d", async (host, status) => {
    expect((await api.request("/api/health", { headers: { host } })).status).toBe(status);
  });

  it("answers to a further name only when told to", async () => {
    const known = app({ ...deps, hosts: ["desk.example"] });
    expect((await known.request("/api", { headers: { host: "desk.example:8080" } })).status).toBe(200);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("%s changes nothing", async (method) => {
    const answer = await api.request(here, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("refuses a large body", async () => {
    const answer = await api.request("/api/search", { method: "POST", body: "x".repeat(1_000_001) });
    expect(answer.status).toBe(413);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it.each([
    "'; DROP TABLE report; --",
    '" OR "1"="1',
    "<script>alert(1)</script>",
    "NEAR(a b) AND *",
    "\u0000\u202e",
    "((((((((",
  ])("searching for %j is only a search", async (words) => {
    const answer = await api.request(`/api/search?q=${encodeURIComponent(words)}`);
    expect(answer.status).toBe(200);
    expect(await deps.store.counts()).toMatchObject({ reports: reports.length });
  });

  it.each(["/api/reports/..%2f..%2fetc%2fpasswd", "/api/reports/%00", `/api/reports/${"r".repeat(300)}`])(
    "%s is a problem, not a file",
    async (path) => {
      const answer = await api.request(path);
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    },
  );
});

describe("headers", () => {
  it("allow nothing from elsewhere and no inline script", async () => {
    const { headers } = await api.request("/api");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("let an unchanged record be asked for by its tag", async () => {
    const first = await api.request(here);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    const again = await api.request(here, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });
});

describe("what a page asks for first", () => {
  it("is compressed for those who take it so, and the same for the others", async () => {
    for (const path of [here, `${here}/lines`, `${here}/series`, `${here}/sources`, `${here}/map`]) {
      const plain = await api.request(path);
      expect(plain.headers.get("content-encoding")).toBe(null);
      const packed = await api.request(path, { headers: { "accept-encoding": "br, gzip" } });
      expect(packed.headers.get("content-encoding")).toBe("gzip");
      expect(packed.headers.get("vary")).toContain("Accept-Encoding");
      expect(packed.headers.get("etag")).toBe(plain.headers.get("etag"));
      const bytes = Buffer.from(await packed.arrayBuffer());
      expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    }
  });

  it("has the first sources with the reports that they are of, and how many there are", async () => {
    const all = await json<SourcesAnswer>(`${here}/sources`);
    const some = await json<SourcesAnswer>(`${here}/sources?most=1`);
    const shared = all.origins.filter(({ reports }) => reports.length > 1);
    const single = all.origins.filter(({ reports }) => reports.length === 1);
    expect(single.length).toBeGreaterThan(1);
    expect(all.counts).toEqual({
      shared: shared.length,
      single: single.length,
      unread: all.unread.length,
    });
    expect(some.counts).toEqual(all.counts);
    expect(some.origins).toEqual([...shared.slice(0, 1), ...single.slice(0, 1)]);
    const needed = [...some.origins.flatMap(({ reports }) => reports), ...all.unread.slice(0, 1)];
    expect(some.reports.map(({ id }) => id).sort()).toEqual(needed.sort());
    expect((await api.request(`${here}/sources?most=0`)).status).toBe(400);
  });

  it("has all entries as a table that is saved under the situation's name", async () => {
    const answer = await api.request(`${here}/table?kind=figure`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${situation.id}.csv"`);
    const { entries } = await json<RecordAnswer>(`${here}/record?kind=figure`);
    const rows = (await answer.text()).trim().split("\r\n");
    expect(rows.length).toBe(entries.length + 1);
    expect(rows.slice(1).map((row) => row.split(",")[0])).toEqual(entries.map(({ id }) => id));
  });

  it("has the lines of the brief with the head, and of figures how they moved apart from the lines", async () => {
    const { front, brief } = await json<Situation>(here);
    const { entries } = await json<LinesAnswer>(`${here}/lines`);
    const { series } = await json<SeriesAnswer>(`${here}/series`);
    const inBrief = new Set(brief.flatMap(({ entries }) => entries));
    expect(front.length).toBeGreaterThan(0);
    expect(front).toEqual(entries.filter(({ id }) => inBrief.has(id)));
    const record = await json<RecordAnswer>(`${here}/record`);
    const moved = record.entries.filter(({ series }) => series !== undefined);
    expect(moved.length).toBeGreaterThan(0);
    expect(series).toEqual(moved.map(({ id, series }) => ({ entry: id, points: series })));
    expect(entries.some((entry) => "series" in entry || "evidence" in entry)).toBe(false);
  });
});

describe("failures", () => {
  const broken = (error: Error): ApiDeps => ({ ...deps, record: () => Promise.reject(error) });

  it("a problem of the store says what to do", async () => {
    const full = new Problem(
      "store",
      "disk-full",
      "data",
      "store: no space left in data; free some and try again",
    );
    const answer = await app(broken(full)).request(here);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ detail: full.message, type: "urn:sitrep:problem:disk-full" });
  });

  it("an unexpected error is not told to the other side", async () => {
    const log = console.error;
    console.error = () => {};
    const answer = await app(broken(new Error("secret path"))).request(here);
    console.error = log;
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
  });
});
