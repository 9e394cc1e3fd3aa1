/** Fuzzes one reader: the same seed tries the same inputs in the same order, on any machine. */
import { Worker } from "node:worker_threads";
import type { Asked, Order, Told } from "./fuzz-worker.ts";
import { mutated } from "./mutate.ts";
import { randomOf } from "./random.ts";
import type { Target } from "./targets.ts";

export interface Trial {
  readonly target: string;
  readonly seed: number;
  /** The first input's number. */
  readonly from?: number;
  /** So many inputs, or as many as fit into the seconds. */
  readonly count?: number;
  readonly seconds?: number;
  /** An input that takes longer hangs. */
  readonly hangMs?: number;
  /** What the thread may hold before it breaks. */
  readonly heapMiB?: number;
  /** So long smaller inputs are sought that fail alike. */
  readonly minimiseMs?: number;
  /** The module that holds the targets. */
  readonly module?: URL;
}

export interface Fuzzed {
  readonly tried: number;
  readonly failure?: Failure;
}

export interface Failure {
  readonly target: string;
  readonly seed: number;
  readonly number: number;
  readonly fault: string;
  readonly bytes: Buffer;
  /** The smallest input found that fails in the same way. */
  readonly smallest: Buffer;
}

export async function fuzz(trial: Trial): Promise<Fuzzed> {
  const { target, seed, from = 0, count = 2 ** 31 - 1 - from, seconds = 1e6 } = trial;
  const module = (trial.module ?? new URL("./targets.ts", import.meta.url)).href;
  const trier = new Trier(
    { target, module, state: new SharedArrayBuffer(4) },
    trial.hangMs ?? 60_000,
    trial.heapMiB,
  );
  try {
    const { fault, number } = await trier.ask({ seed, from, to: from + count, seconds });
    if (fault === undefined) return { tried: number - from };
    const { targets } = (await import(module)) as { targets: Readonly<Record<string, Target>> };
    const { seeds, words } = targets[target]!;
    const bytes = mutated(seeds, words, randomOf(seed, number));
    const smallest = await minimised(trier, bytes, fault, trial.minimiseMs ?? 60_000);
    return { tried: number - from, failure: { target, seed, number, fault, bytes, smallest } };
  } finally {
    await trier.end();
  }
}

/** Tries one input. */
export async function replay(target: string, bytes: Uint8Array): Promise<string | undefined> {
  const { href } = new URL("./targets.ts", import.meta.url);
  const trier = new Trier({ target, module: href, state: new SharedArrayBuffer(4) }, 60_000);
  try {
    return (await trier.ask({ bytes })).fault;
  } finally {
    await trier.end();
  }
}

/** A thread that is begun anew after a hang or a break, which are findings too. */
class Trier {
  private worker: Worker | undefined;
  private readonly order: Order;
  private readonly hangMs: number;
  private readonly heapMiB: number;

  constructor(order: Order, hangMs: number, heapMiB = 700) {
    this.order = order;
    this.hangMs = hangMs;
    this.heapMiB = heapMiB;
  }

  async ask(asked: Asked): Promise<Told> {
    this.worker ??= new Worker(new URL("./fuzz-worker.ts", import.meta.url), {
      workerData: this.order,
      resourceLimits: { maxOldGenerationSizeMb: this.heapMiB },
    });
    const { worker } = this;
    const state = new Int32Array(this.order.state);
    const { promise, resolve } = Promise.withResolvers<Told>();
    const fail = (fault: string) => {
      this.worker = undefined;
      resolve({ fault, number: Atomics.load(state, 0) });
    };
    const broke = (error: Error) => fail(`the thread broke: ${error.message}`);
    const ended = (code: number) => fail(`the thread ended with ${code}`);
    worker.on("message", resolve).on("error", broke).on("exit", ended);
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const at = Atomics.load(state, 0);
      if (at !== last) [last, since] = [at, performance.now()];
      else if (performance.now() - since > this.hangMs) fail(`takes longer than ${this.hangMs / 1000} s`);
    }, this.hangMs / 20);
    worker.postMessage(asked);
    const told = await promise;
    clearInterval(watch);
    worker.off("message", resolve).off("error", broke).off("exit", ended);
    if (this.worker === undefined) await worker.terminate();
    return told;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

/** Leaves out ever smaller spans as long as what is left fails in the same way (Zeller's ddmin). */
async function minimised(trier: Trier, bytes: Buffer, fault: string, minimiseMs: number): Promise<Buffer> {
  const until = performance.now() + minimiseMs;
  const kind = kindOf(fault);
  let smallest = bytes;
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length; ) {
      if (performance.now() > until) return smallest;
      const candidate = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      const { fault: other } = await trier.ask({ bytes: candidate });
      if (other !== undefined && kindOf(other) === kind) smallest = candidate;
      else at += size;
    }
  }
  return smallest;
}

/** The same but for what is quoted and counted. */
const kindOf = (fault: string) =>
  fault
    .split("\n", 1)[0]!
    .replace(/(?<=: | is ).*$/, "")
    .replace(/\d+/g, "0");
