/** A thread that does to its pool what the document's text says. */
import { parentPort, threadId } from "node:worker_threads";
import type { Answer, Task } from "../../src/work/pool.ts";

parentPort!.on("message", ({ document }: Task) => {
  const [what, ms = "0"] = new TextDecoder().decode(document.bytes).split(" ");
  if (what === "throw") throw new Error("broken\nin two lines");
  if (what === "exit") process.exit(1);
  if (what === "hang") for (;;);
  if (what === "memory") {
    const kept: string[][] = [];
    for (;;) kept.push(new Array(10_000).fill("x").map((x, i) => x + i));
  }
  const problem = {
    stage: "report",
    code: "said",
    where: document.input,
    message: what === "who" ? String(threadId) : `${document.input} ${what}`,
  } as const;
  const answer: Answer = [{ problem }];
  setTimeout(() => parentPort!.postMessage(answer), Number(ms));
});
