/** A thread of the pool: documents come, and what the flow makes of each goes back. */
import "../compiling.ts";
import { parentPort } from "node:worker_threads";
import type { Answer, Task } from "./pool.ts";

const { readDocument } = await import("../pipeline.ts");

parentPort!.on("message", async ({ document, options }: Task) => {
  const answer: Answer[number][] = [];
  for await (const item of readDocument(document, options)) {
    if ("report" in item) answer.push({ report: item.report, reading: item.reading });
    else {
      const { stage, code, where, message } = item.problem;
      answer.push({ problem: { stage, code, where, message } });
    }
  }
  parentPort!.postMessage(answer);
});
