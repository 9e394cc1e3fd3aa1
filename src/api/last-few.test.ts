import { expect, it } from "vitest";
import { LastFew } from "./last-few.ts";

it("makes an answer once, forgets the one asked for longest ago, and makes one that failed anew", async () => {
  const made: string[] = [];
  const few = new LastFew<string>(2);
  const ask = (key: string) =>
    few.of(key, async () => {
      made.push(key);
      if (key === "broken") throw new Error("broken");
      return key.toUpperCase();
    });
  expect(await ask("a")).toBe("A");
  expect(await ask("b")).toBe("B");
  expect(await ask("a")).toBe("A");
  expect(made).toEqual(["a", "b"]);
  await ask("c");
  await ask("a");
  expect(made).toEqual(["a", "b", "c"]);
  await ask("b");
  expect(made).toEqual(["a", "b", "c", "b"]);
  await expect(ask("broken")).rejects.toThrow("broken");
  await expect(ask("broken")).rejects.toThrow("broken");
  expect(made.filter((key) => key === "broken")).toHaveLength(2);
});
