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

describe("the scope of a situation", () => {
  it("is none before it is set", async () => {
    expect(await (await api.request(path)).json()).toEqual({ suggestions: [] });
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

  it("is not set from another site", async () => {
    const answer = await api.request(path, {
      method: "POST",
      body: JSON.stringify({ scope: { terms: ["x"] } }),
      headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });
});
