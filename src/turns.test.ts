import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
  it("gives answers in the order in which they were asked for, whenever they come", async () => {
    const turns = new Turns<string>();
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    turns.expect(first.promise);
    turns.expect(second.promise);
    turns.put("third");
    expect([turns.open, turns.length]).toEqual([2, 3]);
    second.resolve("second");
    await soon();
    expect([...turns.ready()]).toEqual([]);
    expect([turns.open, turns.length]).toEqual([1, 3]);
    first.resolve("first");
    await soon();
    expect([...turns.ready()]).toEqual(["first", "second", "third"]);
    expect([turns.open, turns.length]).toEqual([0, 0]);
  });

  it("waits for the next one, and tells whoever waits that it failed", async () => {
    const turns = new Turns<string>();
    turns.expect(Promise.reject(new Error("broken")));
    turns.put("here");
    await soon();
    expect([...turns.ready()]).toEqual([]);
    expect(turns.open).toBe(0);
    await expect(turns.next()).rejects.toThrow("broken");
    expect(await turns.next()).toBe("here");
  });
});
