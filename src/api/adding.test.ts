import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import type { Outcome } from "../model/outcome.ts";
import type { ToAdd } from "../work/adding.ts";
import { app } from "./app.ts";
import type { ApiDeps } from "./deps.ts";

let deps: ApiDeps;
let close: () => Promise<void>;
const asked: ToAdd[] = [];

beforeAll(async () => {
  ({ deps, close } = await fixtureDeps());
});
afterAll(() => close());

const add = async (wanted: ToAdd): Promise<Outcome[]> => {
  asked.push(wanted);
  const at = "2031-04-01T08:00:00Z";
  return [
    { input: "a.html", at, ok: true, report: "r1" },
    { input: "b.html", at, ok: false, message: "b.html is empty: give a file or page with text in it" },
  ];
};
const here = `/api/situations/${situation.id}/reports`;
const form = (fields: readonly (readonly [string, string | File])[]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
};
const post = (body: FormData, path = here, api = app({ ...deps, add })) =>
  api.request(path, { method: "POST", body });
const file = (name: string, text: string) => new File([text], name);

describe("handing reports over", () => {
  it("passes on files, addresses and the day, and answers what became of each", async () => {
    asked.length = 0;
    const answer = await post(
      form([
        ["file", file("a.html", "<p>A</p>")],
        ["file", file("b.html", "")],
        ["address", "https://herald.example/a"],
        ["published", "2031-04-01"],
      ]),
    );
    expect(answer.status).toBe(200);
    const { outcomes, reports } = (await answer.json()) as { outcomes: unknown[]; reports: number };
    expect(outcomes).toEqual([
      { input: "a.html", ok: true, report: "r1" },
      { input: "b.html", ok: false, message: "b.html is empty: give a file or page with text in it" },
    ]);
    expect(reports).toBeGreaterThan(0);
    expect(asked).toHaveLength(1);
    const [{ files, ...rest }] = asked as [ToAdd];
    expect(rest).toEqual({
      situation: situation.id,
      addresses: ["https://herald.example/a"],
      published: "2031-04-01",
    });
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ["a.html", "<p>A</p>"],
      ["b.html", ""],
    ]);
  });

  it("takes one file alone, and one address alone", async () => {
    expect((await post(form([["file", file("a.html", "x")]]))).status).toBe(200);
    expect((await post(form([["address", "https://herald.example/a"]]))).status).toBe(200);
  });

  it("takes files larger than other requests may be", async () => {
    const answer = await post(form([["file", file("a.html", "x".repeat(2_000_000))]]));
    expect(answer.status).toBe(200);
  });

  it.each([
    ["nothing", form([]), here, 400],
    [
      "a day that is none",
      form([
        ["file", file("a", "x")],
        ["published", "yesterday"],
      ]),
      here,
      400,
    ],
    ["text where a file belongs", form([["file", "x"]]), here, 400],
    ["no such situation", form([["file", file("a", "x")]]), "/api/situations/nowhere/reports", 404],
    [
      "too many addresses",
      form(Array.from({ length: 101 }, () => ["address", "https://a.example"] as const)),
      here,
      400,
    ],
  ])("refuses %s", async (_, body, path, status) => {
    const answer = await post(body, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("is not done by a server that was given no reader", async () => {
    const answer = await post(form([["file", file("a", "x")]]), here, app(deps));
    expect(answer.status).toBe(503);
  });

  it("is done from no other site's page", async () => {
    const answer = await app({ ...deps, add }).request(here, {
      method: "POST",
      body: form([["file", file("a", "x")]]),
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });
});
