import { describe, expect, it } from "vitest";
import { startServer } from "../../../test/server/server.ts";
import { Bulk } from "./bulk.ts";
import { openFetcher } from "./fetcher.ts";

const never = () => new AbortController().signal;

describe("places for large bodies", () => {
  it("are so many, and handed on in order", async () => {
    const bulk = new Bulk(2);
    const order: number[] = [];
    const backs = [await bulk.place(never()), await bulk.place(never())];
    const waiting = [3, 4].map((n) =>
      bulk.place(never()).then((back) => {
        order.push(n);
        return back;
      }),
    );
    await Promise.resolve();
    expect(order).toEqual([]);
    backs[0]!();
    (await waiting[0]!)();
    (await waiting[1]!)();
    backs[1]!();
    expect(order).toEqual([3, 4]);
    // All are free again.
    const again = [await bulk.place(never()), await bulk.place(never())];
    for (const back of again) back();
  });

  it("are not for those that were called off while they waited", async () => {
    const bulk = new Bulk(1);
    const back = await bulk.place(never());
    const controller = new AbortController();
    const called = bulk.place(controller.signal).catch(() => "off");
    controller.abort();
    expect(await called).toBe("off");
    back();
    (await bulk.place(never()))();
  });

  it("are taken in turn by fetches, whose deadline waits meanwhile", async () => {
    const body = Buffer.alloc(6 * 2 ** 20, "A line of text.\n");
    const server = await startServer({ routes: { "/much": (_, response) => void response.end(body) } });
    const fetcher = openFetcher({
      now: () => "2031-03-02T08:00:00Z",
      allowPrivate: true,
      pauseMs: 0,
      robots: false,
      environment: {},
      resolver: server.resolver,
    });
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, n) => fetcher.fetch(`${server.named(`h${n}.test`)}/much`)),
    );
    expect(all.map(({ bytes }) => bytes.length)).toEqual(all.map(() => body.length));
    await fetcher.close();
    await server.close();
  });
});
