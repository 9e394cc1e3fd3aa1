/**
 * A pool of threads that read documents: each is given one document at a time, and what it makes of it is what the
 * flow in this thread makes of it. A document at which its thread breaks, runs out of memory or never ends is that
 * document's problem; the thread is replaced and the others read on.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Document } from "../model/document.ts";
import { Problem, type StageName } from "../model/problem.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { DocumentPool, Failed, FlowOptions, Read } from "../pipeline.ts";

export interface PoolOptions {
  /** Threads; one less than there are cores where absent, at least one. */
  readonly workers?: number;
  /** For one document; generous, as it only is to end what would never end. */
  readonly longestMs?: number;
  /** Of one thread's heap. */
  readonly heapMiB?: number;
  /** A thread that has had nothing to read for so long is ended, and its memory given back. */
  readonly idleMs?: number;
  /** The thread's code, for tests. */
  readonly script?: URL;
}

/** What a thread is asked. */
export interface Task {
  readonly document: Document;
  readonly options: Pick<FlowOptions, "published">;
}

/** What it answers, without the document, which stays here. */
export type Answer = readonly (
  | { readonly report: Report; readonly reading: Reading }
  | { readonly problem: PlainProblem }
)[];

/** A problem as it can be sent: errors lose their fields on the way. */
export interface PlainProblem {
  readonly stage: StageName;
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

export function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1);
}

/** Threads start with the first documents; `close` ends them, and waits for none. */
export function poolOf({
  workers = defaultWorkers(),
  longestMs = 180_000,
  heapMiB = 1024,
  idleMs = 60_000,
  script = new URL("./read-worker.ts", import.meta.url),
}: PoolOptions = {}): DocumentPool {
  const idle: Worker[] = [];
  const waiting: Job[] = [];
  const running = new Map<Worker, Job>();
  const resting = new Map<Worker, NodeJS.Timeout>();
  let closed = false;

  const next = () => {
    while (waiting.length > 0 && running.size < workers) start(idle.pop() ?? begin(), waiting.shift()!);
  };

  const start = (worker: Worker, job: Job) => {
    running.set(worker, job);
    clearTimeout(resting.get(worker));
    worker.ref();
    job.late = setTimeout(() => {
      const what = `takes longer than ${Math.round(longestMs / 1000)} s to read: read it by itself, or leave it out`;
      end(worker, problemOf(job, "too-slow", what));
    }, longestMs);
    worker.postMessage(job.task);
  };

  const begin = (): Worker => {
    // What is young at once is small: a wide nursery only keeps memory that is never given back.
    const resourceLimits = { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 16 };
    const worker = new Worker(script, { resourceLimits });
    worker.on("message", (answer: Answer) => {
      const job = settled(worker);
      if (job === undefined) return;
      // A thread that waits does not keep the process.
      worker.unref();
      idle.push(worker);
      resting.set(worker, setTimeout(() => forget(worker), idleMs).unref());
      job.settle(answer.map((one) => received(one, job.task.document)));
      next();
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const job = running.get(worker);
      if (job === undefined) return forget(worker);
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      const what = isMemory
        ? `takes more than ${heapMiB} MiB of memory to read: split it, or leave it out`
        : `could not be read: ${oneLine(error)}; please report it`;
      end(worker, problemOf(job, isMemory ? "too-large" : "unexpected", what, error));
    });
    worker.on("exit", () => {
      const job = running.get(worker);
      if (job === undefined) return forget(worker);
      end(worker, problemOf(job, "unexpected", "could not be read: its thread ended; please report it"));
    });
    return worker;
  };

  /** The thread is lost, its document with it; the next document gets a new one. */
  const end = (worker: Worker, problem: Problem) => {
    const job = settled(worker);
    forget(worker);
    job?.settle([{ document: job.task.document, problem }]);
    next();
  };

  const forget = (worker: Worker) => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    clearTimeout(resting.get(worker));
    resting.delete(worker);
    void worker.terminate();
  };

  const settled = (worker: Worker): Job | undefined => {
    const job = running.get(worker);
    running.delete(worker);
    clearTimeout(job?.late);
    return job;
  };

  return {
    // One waits for each thread, so that none waits for this one.
    most: 2 * workers,
    read(document, { published }) {
      return new Promise((settle) => {
        if (closed) throw new Error("the pool is closed");
        waiting.push({ task: { document, options: published === undefined ? {} : { published } }, settle });
        next();
      });
    },
    async close() {
      closed = true;
      const all = [...idle, ...running.keys()];
      for (const worker of all) settled(worker);
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

interface Job {
  readonly task: Task;
  readonly settle: (items: (Read | Failed)[]) => void;
  late?: NodeJS.Timeout;
}

function received(one: Answer[number], document: Document): Read | Failed {
  if ("report" in one) return { document, ...one };
  const { stage, code, where, message } = one.problem;
  return { document, problem: new Problem(stage, code, where, message) };
}

function problemOf({ task }: Job, code: string, what: string, cause?: unknown): Problem {
  const where = task.document.input === "-" ? "standard input" : task.document.input;
  return new Problem("reading", code, where, `${where} ${what}`, cause);
}

const oneLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!.slice(0, 300);

/** One document read on the pool, as the flow in this thread would read it. */
export function readOn(pool: DocumentPool): (document: Document) => AsyncGenerator<Read | Failed> {
  return async function* (document) {
    yield* await pool.read(document, {});
  };
}
