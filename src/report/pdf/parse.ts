/** Bytes of a PDF to what its pages show, parsed in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { Pdf, Unreadable } from "./page.ts";

/** Beyond these a document is no report: the parser's memory in MiB, and, for one that never ends, a minute. */
const mostHeap = 512;
const mostOutsideHeap = 512;
const longestMs = 60_000;
const watchEveryMs = 200;

/** Never throws for what is in the bytes. */
export async function parsePdf(bytes: Uint8Array): Promise<Pdf | Unreadable> {
  const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    stdout: true,
    stderr: true,
  });
  let watch: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Pdf | Unreadable>((settle, reject) => {
      worker.once("message", settle);
      worker.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") settle("too-large");
        else if (error.code === "ERR_MODULE_NOT_FOUND") reject(error);
        else settle("damaged");
      });
      worker.once("exit", () => settle("damaged"));
      late = setTimeout(() => settle("too-slow"), longestMs);
      // Unpacked streams lie outside the heap that the thread's own limit counts.
      watch = setInterval(() => {
        worker
          .getHeapStatistics()
          .then((heap) => {
            if (heap.external_memory > mostOutsideHeap * 2 ** 20) settle("too-large");
          })
          .catch(() => undefined);
      }, watchEveryMs);
    });
  } finally {
    clearInterval(watch);
    clearTimeout(late);
    await worker.terminate();
  }
}
