/** `sitrep add`: reads reports into a situation of the store. */
import { Problem } from "../model/problem.ts";
import { ingest } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import { telling } from "../work/telling.ts";
import { flowOptions, type InputOptions, storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";

export interface AddOptions extends InputOptions {
  readonly data: string;
  readonly title?: string;
}

export async function addCommand(
  situation: string,
  inputs: readonly string[],
  options: AddOptions,
): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(situation) || situation.length > 80) {
    const message = `"${situation.slice(0, 80)}" is no id; use small letters, digits and hyphens (border-closure)`;
    throw new Problem("store", "bad-id", situation, message);
  }
  const flow = flowOptions(options);
  const store = await openStore(storeAt(options.data));
  try {
    await store.addSituation({ id: situation, title: options.title ?? situation, createdAt: flow.now() });
    const bar = progress(inputs.length, "reports");
    const told = telling(store, { what: "adding", situation, of: inputs.length }, flow.now);
    let read = 0;
    let failed = 0;
    try {
      for await (const { ok, input, message } of ingest(store, situation, inputs, flow)) {
        if (ok) read++;
        else failed++;
        bar.step(input);
        told.step(ok);
        if (!ok) console.error(printable(`sitrep: ${message}`));
      }
      await told.end();
    } catch (error) {
      await told.end(error);
      throw error;
    }
    bar.stop();
    const { reports } = await store.counts(situation);
    console.log(`${situation}: ${read} read, ${failed} failed, ${reports} reports in all`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
