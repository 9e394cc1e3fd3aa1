import { describe, expect, it } from "vitest";
import { startServer } from "../../../test/server/server.ts";
import { type FetchProblem, openFetcher } from "./fetcher.ts";

describe("very many fetches", () => {
  it("of very many hosts: each host one at a time, few connections, and an end when it is wanted", async () => {
    const busy = new Map<string, number>();
    let overlaps = 0;
    let answered = 0;
    const server = await startServer({
      otherwise: async (_, response, { host, path }) => {
        const now = (busy.get(host) ?? 0) + 1;
        if (now > 1) overlaps++;
        busy.set(host, now);
        await new Promise((done) => setImmediate(done));
        busy.set(host, now - 1);
        response.end("boats");
        if (path !== "/robots.txt" && ++answered === 3000) void fetcher.close();
      },
    });
    const fetcher = openFetcher({
      now: () => "2031-03-02T08:00:00Z",
      allowPrivate: true,
      pauseMs: 0,
      environment: {},
      resolver: server.resolver,
    });
    const all = Array.from({ length: 20_000 }, (_, n) =>
      fetcher.fetch(`${server.named(`h${n % 2000}.test`)}/item/${n}`).then(
        () => "answered",
        (problem: FetchProblem) => problem.code,
      ),
    );
    expect(fetcher.waiting).toBe(20_000);
    const outcomes = new Map<string, number>();
    for (const outcome of await Promise.all(all)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect([...outcomes.keys()].sort()).toEqual(["answered", "closed"]);
    // All but those that were under way when it closed.
    expect(outcomes.get("answered")).toBeGreaterThanOrEqual(3000 - 64);
    expect(fetcher.waiting).toBe(0);
    const items = server.paths().filter((path) => path !== "/robots.txt");
    expect(new Set(items).size).toBe(items.length);
    expect(server.paths().length - items.length).toBeLessThanOrEqual(2000);
    expect(overlaps).toBe(0);
    expect(server.mostBusy).toBeLessThanOrEqual(64);
    // Those kept, and those that close as others open.
    expect(server.mostOpen).toBeLessThanOrEqual(300);
    await server.close();
  });
});
