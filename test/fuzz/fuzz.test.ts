/** A minute of each reader with a fixed seed, counted in inputs: the same on any machine. Longer by `npm run fuzz`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";
import { savedAt, shown } from "./shown.ts";
import { targets } from "./targets.ts";

const seed = 20_310_303;

/** Side by side, so that all take little longer than one. */
describe.concurrent("inputs that are nearly right are read, or told in one line", () => {
  it.each(["feed", "html", "mail", "warc"])(
    "%s",
    async (target) => {
      const { count } = targets[target]!;
      const { tried, failure } = await fuzz({ target, seed, count });
      if (failure !== undefined) {
        const { folder, whole, smallest } = savedAt(failure);
        mkdirSync(folder, { recursive: true });
        writeFileSync(whole, failure.bytes);
        writeFileSync(smallest, failure.smallest);
      }
      expect(failure === undefined ? "nothing fails" : shown(failure)).toBe("nothing fails");
      expect(tried).toBe(count);
    },
    900_000,
  );
});
