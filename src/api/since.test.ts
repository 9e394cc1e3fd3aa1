/** What readers are told and the brief as a file, over the API: contract, marks, headers, hostile requests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepsOf } from "../../test/brief/story.ts";
import { archive, event, figure, office, type Saying, tampico } from "../../test/record/cases.ts";
import { documentOf } from "../../test/store/archive.ts";
import type { Report } from "../model/report.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { app } from "./app.ts";
import type { SinceAnswer } from "./schema/since.ts";

let folder: string;
let store: Store;
let api: Hono;
let reports: Report[];
const here = "/api/situations/ferry";
const payload = `<img src=x onerror=alert(1)> [x](javascript:alert(1)) "'`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-since-"));
  store = await openStore({ folder });
  await store.addSituation({
    id: "ferry",
    title: `The ferry ${payload}`,
    notice: "Invented for demonstration",
    createdAt: "2031-03-03T08:00:00Z",
  });
  reports = await put(
    "2031-03-03",
    `The ferry that sank off Tampico killed 11 people. ${payload}`,
    figure("11", { best: 11, places: [tampico] }),
  );
  const next = await put(
    "2031-03-05",
    "The coast guard corrected the toll of the ferry that sank off Tampico to 9 people killed. Rescuers searched the quay.",
    figure("9", { best: 9, places: [tampico], speaker: office("coast guard") }),
    event("Rescuers searched the quay", { lemma: "search", stage: "done" }),
  );
  reports.push(...next);
  const readings = await store.readings("ferry");
  await store.appendRevisions("ferry", stepsOf({ reports, readings }));
  api = app({
    store,
    record: async () => undefined,
    version: "0.0.0-test",
    now: () => "2031-05-01T08:00:00Z",
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function put(day: string, text: string, ...says: Saying[]): Promise<Report[]> {
  const document = documentOf(text, { fetchedAt: `${day}T07:00:00Z` });
  const made = archive({
    publisher: `${day === "2031-03-03" ? "Harbour" : "Bay"} ${payload}`,
    at: `${day}T06:00:00Z`,
    text,
    says,
  });
  const [report] = made.reports.map((one) => ({
    ...one,
    document: document.sha256,
    url: `https://post.example/${day}?b=1&c=2`,
  }));
  await store.addDocument(document);
  await store.addReport(report!);
  await store.addReading(made.readings[0]!);
  await store.addToSituation("ferry", [report!.id], report!.fetchedAt);
  return [report!];
}

async function since(reader: string, more = ""): Promise<SinceAnswer> {
  const answer = await api.request(`${here}/since?reader=${encodeURIComponent(reader)}${more}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SinceAnswer;
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  api.request(`${here}/seen`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

describe("since a reader last looked", () => {
  it("is all of it at first, with sentences that are exact slices", async () => {
    const first = await since("first");
    expect(first).not.toHaveProperty("seenAt");
    expect(first.counts).toEqual({ revised: 1, new: 1 });
    expect(first.news.map(({ kind }) => kind)).toEqual(["revised", "new"]);
    const texts = new Map(reports.map(({ id, text }) => [id, text]));
    for (const { evidence } of first.news) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { report, start, end, quote } of evidence)
        expect(quote).toBe(texts.get(report)?.slice(start, end));
    }
  });

  it("begins where each reader looked last, and is nothing after that", async () => {
    const marked = await post({ reader: "desk", seenAt: "2031-03-04T00:00:00Z" });
    expect([marked.status, await marked.json()]).toEqual([
      201,
      { situation: "ferry", reader: "desk", seenAt: "2031-03-04T00:00:00.000Z" },
    ]);
    const news = await since("desk");
    expect(news.seenAt).toBe("2031-03-04T00:00:00.000Z");
    expect(news.news[0]?.sentence).toBe(
      "People killed, Tampico: corrected from 11 to 9, by coast guard (1 origin)",
    );
    expect(news.news[0]?.cut).toEqual({ start: 0, end: "People killed, Tampico".length, language: "en" });
    expect((await post({ reader: "desk", seenAt: news.upTo })).status).toBe(201);
    expect(await since("desk")).toMatchObject({ news: [], counts: {}, passing: 0 });
    expect((await since("night desk")).news).toHaveLength(2);
  });

  it("may be looked at as of an earlier day, and marked without naming one", async () => {
    expect((await since("early", "&knownAt=2031-03-04")).news.map(({ kind }) => kind)).toEqual(["new"]);
    expect(await (await post({ reader: "early" })).json()).toMatchObject({
      seenAt: "2031-03-05T07:00:00.000Z",
    });
    expect((await since("early")).news).toEqual([]);
  });

  it("is as of a day what had been published by then: nothing of what came later counts as told and taken back", async () => {
    const before = await since("of a day", "&asOf=2031-03-04");
    expect(before).toMatchObject({ counts: { new: 1 }, passing: 0 });
    expect(before.news.map(({ sentence }) => sentence)).toEqual(["11 people killed (1 origin)"]);
    // What was published later has not been seen.
    expect(before).not.toHaveProperty("upTo");
    await store.addMark({ situation: "ferry", reader: "of a day", seenAt: "2031-03-04T00:00:00.000Z" });
    expect(await since("of a day", "&asOf=2031-03-04")).toMatchObject({ news: [], passing: 0 });
    const later = await since("of a day", "&asOf=2031-03-06");
    expect(later.news.map(({ kind }) => kind)).toEqual(["revised", "new"]);
  });

  it("gives few of each kind where few are asked for, and counts all", async () => {
    await store.addMark({ situation: "ferry", reader: "few", seenAt: "2031-01-01T00:00:00Z" });
    const some = await since("few", "&limit=1");
    expect(some.news.map(({ kind }) => kind)).toEqual(["revised", "new"]);
    expect(some.counts).toEqual({ revised: 1, new: 1 });
  });

  it.each([
    ["no reader", `${here}/since`, 400],
    ["a blank reader", `${here}/since?reader=%20`, 400],
    ["a long reader", `${here}/since?reader=${"a".repeat(101)}`, 400],
    ["no such day", `${here}/since?reader=a&knownAt=2031-02-30`, 400],
    ["no such situation", "/api/situations/nothing/since?reader=a", 404],
    ["no such situation's brief", "/api/situations/nothing/brief", 404],
    ["no such format", `${here}/brief?format=doc`, 400],
    ["no such day of a span", `${here}/brief?from=yesterday`, 400],
  ])("%s is a problem", async (_, path, status) => {
    const answer = await api.request(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it.each([
    ["no reader", {}, 400],
    ["a time that is none", { reader: "a", seenAt: "yesterday" }, 400],
  ])("%s is not marked", async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it("is marked by no other site's page, and for no situation that is not there", async () => {
    expect((await post({ reader: "a" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await store.mark("ferry", "a")).toBeUndefined();
    const nowhere = await api.request("/api/situations/nothing/seen", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reader: "a" }),
    });
    expect(nowhere.status).toBe(404);
  });
});

describe("the contract", () => {
  it("is kept by what /since and /seen answer", async () => {
    const document = (await (await api.request("/api/openapi.json")).json()) as {
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
      >;
      components: object;
    };
    const check = (path: string, method: string, status: string, body: unknown) => {
      const { schema } = document.paths[path]![method]!.responses[status]!.content["application/json"]!;
      const validate = new Ajv2020({ strict: false }).compile({ ...schema, components: document.components });
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({})).toBe(false);
    };
    check("/api/situations/{situation}/since", "get", "200", await since("contract"));
    check(
      "/api/situations/{situation}/seen",
      "post",
      "201",
      await (await post({ reader: "contract" })).json(),
    );
    expect(
      Object.keys(document.paths["/api/situations/{situation}/brief"]!.get!.responses["200"]!.content),
    ).toEqual(["text/html", "text/markdown", "text/plain", "application/pdf"]);
  });
});

describe("the brief as a file", () => {
  it.each([
    ["html", "text/html; charset=utf-8", "ferry.html", "<!doctype html>"],
    ["md", "text/markdown; charset=utf-8", "ferry.md", "# The ferry"],
    ["text", "text/plain; charset=utf-8", "ferry.txt", "The ferry"],
    ["pdf", "application/pdf", "ferry.pdf", "%PDF-1.7"],
  ])("comes as %s of its type, the same each time", async (format, type, name, begins) => {
    const answer = await api.request(`${here}/brief?format=${format}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-disposition")).toBe(`inline; filename="${name}"`);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, begins.length).toString()).toBe(begins);
    const again = await api.request(`${here}/brief?format=${format}`);
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    const tag = answer.headers.get("etag") ?? "";
    const unchanged = await api.request(`${here}/brief?format=${format}`, {
      headers: { "if-none-match": tag },
    });
    expect(unchanged.status).toBe(304);
  });

  it("is a page without script, styled by its own style alone, whatever is in it", async () => {
    const answer = await api.request(`${here}/brief`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(policy).not.toContain("unsafe");
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<img|href="javascript/i);
    expect(page).toContain("&lt;img src=x");
    const problem = await api.request("/api/situations/nothing/brief");
    expect(problem.headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("begins with what changed since a day, or since a reader looked", async () => {
    const text = async (query: string) => (await api.request(`${here}/brief?format=text&${query}`)).text();
    expect(await text("")).not.toContain("WHAT CHANGED");
    expect(await text("since=2031-03-04")).toContain("corrected from 11 to 9");
    expect(await text("since=2031-03-06")).toContain("Since 6 Mar 2031, 23:59 UTC: nothing.");
    await store.addMark({ situation: "ferry", reader: "brief", seenAt: "2031-03-04T00:00:00Z" });
    expect(await text("reader=brief")).toContain("corrected from 11 to 9");
    expect(await text("reader=nobody")).toContain("All of it is new");
  });

  it("is as of a day, as known on a day, and of a span", async () => {
    const text = async (query: string) => (await api.request(`${here}/brief?format=text&${query}`)).text();
    expect(await text("asOf=2031-03-04")).toContain("As of: 4 Mar 2031");
    expect(await text("asOf=2031-03-04")).not.toContain("Rescuers searched");
    expect(await text("knownAt=2031-03-04")).not.toContain("Rescuers searched");
    expect(await text("from=2031-03-05&to=2031-03-05")).toContain("Rescuers searched");
    expect(await text("from=2031-03-10")).toContain("Nothing that belongs in a record");
  });
});
