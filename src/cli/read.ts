/** `sitrep read`: the main job without a store. Several inputs make one record. */
import { briefText } from "../export/brief-text.ts";
import type { Problem } from "../model/problem.ts";
import { type Read, readAll } from "../pipeline.ts";
import { recordOf } from "../record/record.ts";
import { briefOf } from "../view/brief/brief.ts";
import { recordJson } from "../view/json.ts";
import { flowOptions, type InputOptions } from "./inputs.ts";
import { printable, progress, style } from "./terminal.ts";

export interface ReadOptions extends InputOptions {
  readonly json?: boolean;
  readonly text?: boolean;
}

/** Prints the record of what could be read; each input that could not be is one line and exit code 1. */
export async function readCommand(inputs: readonly string[], options: ReadOptions): Promise<void> {
  const bar = progress(inputs.length, "reports");
  const reads: Read[] = [];
  const problems: Problem[] = [];
  for await (const item of readAll(inputs, flowOptions(options))) {
    if ("report" in item) reads.push(item);
    else problems.push(item.problem);
    bar.step(item.document?.input ?? "");
  }
  bar.stop();

  for (const { message } of problems) console.error(printable(`sitrep: ${message}`));
  if (problems.length > 0) process.exitCode = 1;
  if (reads.length === 0) return;

  const reports = reads.map(({ report }) => report);
  if (options.text) {
    for (const { text } of reports) process.stdout.write(reports.length === 1 ? text : `${text}\n\n`);
    return;
  }
  const record = recordOf(
    reports,
    reads.map(({ reading }) => reading),
  );
  const unread = new Map(
    reads.flatMap(({ reading }) =>
      reading.unread === undefined ? [] : [[reading.report, reading.unread] as const],
    ),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(recordJson(record, reports, unread), null, 2)}\n`);
    return;
  }
  const title = reports.length === 1 ? (reports[0]!.title ?? reports[0]!.input) : "Situation report";
  const whole = briefOf({ title, record, reports, unread, all: true });
  // What a situation report says of itself, and the origins of one report, tell its reader nothing here.
  const brief = {
    ...whole,
    sections: whole.sections.filter(
      ({ key }) => key !== "method" && (key !== "sources" || reports.length > 1),
    ),
  };
  process.stdout.write(printable(briefText(brief, style(process.stdout))));
}
