/** Corrections over the API, on a real store: made, listed, refused, kept from other sites. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situationPages } from "../cli/pages.ts";
import { ingest } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { app } from "./app.ts";
import type { CorrectionMade, CorrectionsAnswer } from "./schema/corrections.ts";
import type { Entry } from "./schema/entry.ts";
import type { EntryAnswer, RecordAnswer, RevisionsAnswer } from "./schema/record.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-api-"));
const now = () => "2031-03-05T08:00:00.000Z";
const here = "/api/situations/coast";
let store: Store;
let api: Hono;

beforeAll(async () => {
  writeFileSync(
    join(folder, "a.txt"),
    "Navy strikes a boat off Arlen\n\nThe navy struck a boat off the coast of Arlen on Monday, the ministry said. At least 12 people were killed in the strike, according to the regional hospital.\n",
  );
  writeFileSync(
    join(folder, "b.txt"),
    "Boat sunk near Arlen\n\nNaval forces struck a boat off Arlen on Monday, residents said.\n",
  );
  store = await openStore({ folder: join(folder, "data") });
  await store.addSituation({ id: "coast", title: "The coast", createdAt: now() });
  const inputs = ["a.txt", "b.txt"].map((name) => join(folder, name));
  const flow = { now: () => "2031-03-05T07:00:00.000Z", published: "2031-03-04" };
  for await (const { ok } of ingest(store, "coast", inputs, flow)) expect(ok).toBe(true);
  api = app({ store, record: situationPages(store), version: "0.0.0-test", now });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async <T>(path: string) => (await (await api.request(path)).json()) as T;
const post = (body: object, headers: Record<string, string> = {}) =>
  api.request(`${here}/corrections`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const entries = async () => (await get<RecordAnswer>(`${here}/record`)).entries;
const because = { by: "Ana Ruiz", reason: "read it myself" };

async function raid(): Promise<Entry> {
  return (await entries()).find(({ kind, evidence }) => kind === "event" && evidence.length > 1)!;
}

describe("corrections over the API", () => {
  it("are made, shown beside what was read, listed, and taken back", async () => {
    const { id } = await raid();
    const answer = await post({ kind: "edit", entry: id, field: "stage", value: "planned", ...because });
    expect(answer.status).toBe(201);
    const made = (await answer.json()) as CorrectionMade;
    expect(made).toMatchObject({
      correction: {
        situation: "coast",
        by: "Ana Ruiz",
        action: { kind: "edit", to: "planned" },
        undone: false,
      },
      revisions: 1,
      conflicts: [],
    });
    const { entry, revisions } = await get<EntryAnswer>(`${here}/entries/${id}`);
    expect(entry).toMatchObject({
      status: { stage: "planned" },
      asRead: { status: { stage: "done" } },
      edits: [{ field: "stage", from: "done", to: "planned", by: "Ana Ruiz" }],
    });
    expect(entry.line).toContain("[edited by Ana Ruiz: stage done → planned, “read it myself”]");
    expect(revisions[0]).toMatchObject({ change: "revised", corrections: [made.correction.id] });
    const early = await get<RecordAnswer>(`${here}/record?knownAt=2031-03-05T07:30:00Z`);
    expect(early.entries.find((one) => one.id === id)?.status?.stage).toBe("done");

    const undo = await post({ kind: "undo", correction: made.correction.id, ...because });
    expect(undo.status).toBe(201);
    expect((await raid()).edits).toBeUndefined();
    const list = await get<CorrectionsAnswer>(`${here}/corrections`);
    expect(list.corrections.map(({ undone, action }) => [action.kind, undone])).toEqual([
      ["edit", true],
      ["undo", false],
    ]);
    expect(list.corrections[0]?.line).toMatch(/^edit e\w+: stage done → planned; /u);
    const at = async (moment: string) =>
      (await get<CorrectionsAnswer>(`${here}/corrections?knownAt=${moment}`)).corrections;
    const [edit] = list.corrections;
    expect(await at("2031-03-05T07:30:00Z")).toEqual([]);
    expect((await at(edit!.at)).map(({ id, undone }) => [id, undone])).toContainEqual([edit!.id, false]);
  });

  it("take every kind, and say so as OpenAPI describes", async () => {
    const [one, toll] = [await raid(), (await entries()).find(({ kind }) => kind === "figure")!];
    const { report, start } = one.evidence.at(-1)!;
    const asked = [
      { kind: "split", entry: one.id, evidence: [{ report, start }], ...because },
      { kind: "confirm", entry: one.id, by: "Leo Sand" },
      { kind: "note", entry: one.id, text: "seen on film", by: "Leo Sand" },
      { kind: "grade", entry: one.id, credibility: 2, ...because },
      { kind: "grade", report, reliability: "C", ...because },
      { kind: "edit", entry: toll.id, field: "actors", value: ["Navy"], ...because },
      { kind: "reject", entry: toll.id, ...because },
    ];
    for (const body of asked) {
      const answer = await post(body);
      expect(answer.status, `${JSON.stringify(body)}: ${await answer.clone().text()}`).toBe(201);
    }
    const record = await get<RecordAnswer>(`${here}/record`);
    expect(record.review).toMatchObject({ conflicts: [], rejected: [{ id: toll.id }] });
    expect(record.entries.find(({ id }) => id === one.id)).toMatchObject({
      corrections: [{ kind: "split" }, { kind: "confirm" }],
      notes: [{ text: "seen on film" }],
      grade: { credibility: 2 },
    });
    const document = await get<{ paths: Paths; components: object }>("/api/openapi.json");
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [path, route] of [
      [`${here}/record`, "/api/situations/{situation}/record"],
      [`${here}/entries/${one.id}`, "/api/situations/{situation}/entries/{entry}"],
      [`${here}/corrections`, "/api/situations/{situation}/corrections"],
    ] as const) {
      const schema = document.paths[route]!.get.responses["200"]!.content["application/json"]!.schema;
      const valid = ajv.compile({ ...schema, components: document.components });
      expect(valid(await get(path)), `${path}: ${ajv.errorsText(valid.errors)}`).toBe(true);
    }
  });

  it.each<[status: number, code: string, body: object]>([
    [400, "invalid-request", { kind: "edit", entry: "e1234", field: "words", value: "x", ...because }],
    [400, "invalid-request", { kind: "reject", entry: "e1234", by: "Ana Ruiz" }],
    [400, "invalid-request", { kind: "confirm", entry: "e1234", by: " " }],
    [400, "invalid-request", { kind: "burn", entry: "e1234", ...because }],
    [404, "no-entry", { kind: "confirm", entry: "e1234", by: "Ana Ruiz" }],
    [404, "no-correction", { kind: "undo", correction: "c1234", ...because }],
    [404, "no-report", { kind: "put-in", report: "rnone", ...because }],
    [404, "no-report", { kind: "take-out", report: "<script>", ...because }],
    [400, "invalid-request", { kind: "take-out", report: "r1", by: "Ana Ruiz" }],
    [422, "no-grade", { kind: "grade", reliability: "A", ...because }],
    [422, "no-publisher", { kind: "grade", publisher: "Nobody", reliability: "A", ...because }],
  ])("are refused with %i %s: %j", async (status, code, body) => {
    const answer = await post(body);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status,
      type: `urn:sitrep:problem:${code}`,
    });
  });

  it("are refused of what is not there, from other sites, and when too large", async () => {
    const note = { kind: "note", entry: "e1234", text: "x", by: "Ana Ruiz" };
    expect((await post(note, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post(note, { origin: "https://elsewhere.example" })).status).toBe(403);
    const out = { kind: "take-out", report: "r1", ...because };
    expect((await post(out, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await post({ ...note, text: "x".repeat(1_100_000) })).status).toBe(413);
    const none = "/api/situations/none/corrections";
    expect((await api.request(none)).status).toBe(404);
    const headers = { "content-type": "application/json" };
    const lost = await api.request(none, { method: "POST", headers, body: JSON.stringify(note) });
    expect(lost.status).toBe(404);
    const before = await get<RevisionsAnswer>(`${here}/revisions`);
    expect((await post(note)).status).toBe(404);
    expect(await get<RevisionsAnswer>(`${here}/revisions`)).toEqual(before);
  });
});

type Paths = Record<
  string,
  { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
>;
