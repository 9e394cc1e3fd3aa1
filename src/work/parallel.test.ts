import { describe, expect, it } from "vitest";
import { drain } from "./parallel.ts";

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("draining", () => {
  it("does all that there is, so many at a time, and more as it is added", async () => {
    const waiting = Array.from({ length: 20 }, (_, i) => i);
    const done: number[] = [];
    let busy = 0;
    let most = 0;
    const count = await drain(
      async (n) => waiting.splice(0, n),
      async (one) => {
        most = Math.max(most, ++busy);
        await soon();
        if (one === 3) waiting.push(100);
        done.push(one);
        busy--;
      },
      4,
    );
    expect(count).toBe(21);
    expect(done.sort((a, b) => a - b)).toEqual([...Array.from({ length: 20 }, (_, i) => i), 100]);
    expect(most).toBe(4);
  });

  it("takes no more once told to stop, and waits for what is under way", async () => {
    const stop = new AbortController();
    let ended = 0;
    const count = await drain(
      async (n) => Array.from({ length: n }, (_, i) => i),
      async () => {
        stop.abort();
        await soon();
        ended++;
      },
      3,
      stop.signal,
    );
    expect([count, ended]).toEqual([3, 3]);
  });

  it("passes a failure on, after the rest has ended", async () => {
    const waiting = [1, 2, 3, 4, 5, 6];
    let ended = 0;
    const all = drain(
      async (n) => waiting.splice(0, n),
      async (one) => {
        await soon();
        if (one === 1) throw new Error("one failed");
        ended++;
      },
      2,
    );
    await expect(all).rejects.toThrow("one failed");
    expect(ended).toBeLessThan(5);
    expect(waiting.length).toBeGreaterThan(0);
  });
});
