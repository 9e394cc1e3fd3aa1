import { expect, it } from "vitest";
import { crash } from "./crash.ts";

it("killed at 15 random moments, the store loses nothing, verifies, and equals its rebuild", async () => {
  const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`crash: seed ${seed}`);
  const { killed, faults } = await crash({ rounds: 15, seed });
  expect(faults, `CRASH_SEED=${seed}`).toEqual([]);
  expect(killed, `CRASH_SEED=${seed}`).toBeGreaterThan(0);
}, 300_000);
