/** The thread in which inputs are tried, one after the other; which one is told before it is, so that a hang has a name. */
import { parentPort, workerData } from "node:worker_threads";
import { faultOf } from "./fault.ts";
import { mutated } from "./mutate.ts";
import { randomOf } from "./random.ts";
import type { Target } from "./targets.ts";

export interface Order {
  /** The module that holds the targets. */
  readonly module: string;
  readonly target: string;
  /** The number of the input at work. */
  readonly state: SharedArrayBuffer;
}

/** Inputs by number, until one fails; or given ones, each answered. */
export type Asked =
  | { readonly seed: number; readonly from: number; readonly to: number; readonly seconds: number }
  | { readonly bytes: Uint8Array };

export interface Told {
  readonly fault?: string | undefined;
  /** Of the input that failed, or of the first that was not tried. */
  readonly number: number;
}

const order = workerData as Order;
const { targets } = (await import(order.module)) as { targets: Readonly<Record<string, Target>> };
const { read, seeds, words, longestMs } = targets[order.target]!;
const state = new Int32Array(order.state);

parentPort!.on("message", async (asked: Asked) => {
  parentPort!.postMessage(await answer(asked));
});

async function answer(asked: Asked): Promise<Told> {
  if ("bytes" in asked) return { fault: await faultOf(read, Buffer.from(asked.bytes), longestMs), number: 0 };
  const until = performance.now() + 1000 * asked.seconds;
  let number = asked.from;
  for (; number < asked.to && performance.now() < until; number++) {
    Atomics.store(state, 0, number);
    const fault = await faultOf(read, mutated(seeds, words, randomOf(asked.seed, number)), longestMs);
    if (fault !== undefined) return { fault, number };
  }
  return { number };
}
