/** Readers with a fault each, by which the fuzzer is tested: `AB` brings it about. */
import { Problem } from "../../src/model/problem.ts";
import type { Target } from "./targets.ts";

let count = 0;
const faulty = (fault: () => unknown): Target => ({
  seeds: [Buffer.from("a seed of some length, so that there is something to leave out")],
  words: ["A", "B", "AB", " "],
  count: 1000,
  async read(bytes) {
    if (bytes.includes("AB")) return fault();
    throw new Problem("source", "none", "x", "x holds no AB: put one in");
  },
});

export const targets: Readonly<Record<string, Target>> = {
  throws: faulty(() => {
    throw new TypeError("cannot read properties of undefined");
  }),
  lines: faulty(() => {
    throw new Problem("source", "none", "x", "x holds\ntwo lines");
  }),
  differs: faulty(() => count++),
  slow: {
    ...faulty(() => {
      for (const until = process.threadCpuUsage().user + 60_000; process.threadCpuUsage().user < until; );
    }),
    longestMs: () => 20,
  },
  hangs: faulty(() => {
    for (;;);
  }),
  breaks: faulty(() => {
    const held: unknown[] = [];
    for (;;) held.push(new Array(100_000).fill(held.length));
  }),
};
