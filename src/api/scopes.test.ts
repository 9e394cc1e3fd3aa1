import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import { app } from "./app.ts";
import type { ApiDeps } from "./deps.ts";

let deps: ApiDeps;
let api: Hono;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ deps, close } = await fixtureDeps());
  await deps.store.addSituation({ id: "other", title: "Other", createdAt: "2031-04-01T08:00:00Z" });
  api = app(deps);
});
afterAll(() => close());

const path = "/api/situations/other/scope";
const set = (body: unknown, to = path) =>
  api.request(to, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

const preview = (body: unknown) => set(body, `${path}/preview`);

describe("the scope of a situation", () => {
  it("is none before it is set", async () => {
    expect(await (await api.request(path)).json()).toEqual({ history: [], names: {}, suggestions: [] });
  });

  it("puts what it catches into the situation, and is told with what could be added", async () => {
    const word = fixture().reports[0]!.text.match(/\p{L}{6,}/u)![0];
    const answer = await set({ scope: { terms: [word] }, by: "desk" });
    expect(answer.status).toBe(201);
    const { put, scope } = (await answer.json()) as { put: number; scope: object };
    expect(put).toBeGreaterThan(0);
    expect(scope).toEqual({ terms: [word] });
    expect(await deps.store.reports({ situation: "other" })).toHaveLength(put);
    const told = (await (await api.request(path)).json()) as { scope: object; by: string };
    expect(told).toMatchObject({ scope: { terms: [word] }, by: "desk" });
    expect(await (await preview({ scope: { terms: [word], not: [word] } })).json()).toMatchObject({
      before: put,
      after: 0,
      out: { count: put },
    });
    // Set again, nothing is put twice.
    expect(await (await set({ scope: { terms: [word] } })).json()).toMatchObject({ put: 0 });
  });

  it.each([
    [{ scope: { terms: [""] } }, 400],
    [{ scope: { from: "2031-02-30" } }, 400],
    [{ terms: ["x"] }, 400],
  ])("%j is refused", async (body, status) => {
    expect((await set(body)).status).toBe(status);
  });

  it("of no situation is none", async () => {
    expect((await api.request("/api/situations/nowhere/scope")).status).toBe(404);
    expect((await set({ scope: { terms: ["x"] } }, "/api/situations/nowhere/scope")).status).toBe(404);
    expect(situation.id).not.toBe("nowhere");
  });

  it.each([path, `${path}/preview`, "/api/situations"])("is not sent to %s from another site", async (to) => {
    const answer = await api.request(to, {
      method: "POST",
      body: JSON.stringify({ scope: { terms: ["x"] } }),
      headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });

  it("is narrowed: what it leaves out goes out, with who and why in its history", async () => {
    const word = fixture().reports[0]!.text.match(/\p{L}{6,}/u)![0];
    const made = await set({ scope: { terms: [word], not: [word] }, by: "desk", reason: "Too wide" });
    expect(((await made.json()) as { out: number }).out).toBeGreaterThan(0);
    const { history } = (await (await api.request(path)).json()) as { history: object[] };
    expect(history[0]).toMatchObject({ scope: { not: [word] }, by: "desk", reason: "Too wide" });
  });

  it("says of each report whether it is in, and why", async () => {
    const { id } = fixture().reports[0]!;
    await set({ scope: { terms: ["nothing of the kind"] } });
    const answer = await api.request(`/api/reports/${id}/standing`);
    expect(await answer.json()).toMatchObject({
      situations: [
        { situation: situation.id, is: "in", because: { kind: "hand" } },
        { situation: "other", is: "out", because: { kind: "left-out", part: "not" } },
      ],
      others: [],
    });
    expect((await api.request("/api/reports/rnone/standing")).status).toBe(404);
  });

  it("is offered values with counts, whatever is typed", async () => {
    const ask = async (query: string) => (await api.request(`/api/scope-values?${query}`)).json();
    const { values } = (await ask("part=publishers")) as { values: { reports: number }[] };
    expect(values.length).toBeGreaterThan(1);
    for (const typed of ["%3Cscript%3E", "((((a%2B)", "%00", "'"])
      expect(await ask(`part=terms&q=${typed}`)).toEqual({ values: [] });
    expect((await api.request("/api/scope-values?part=colours")).status).toBe(400);
  });
});
