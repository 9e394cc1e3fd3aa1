/** `sitrep correct`: what an analyst says of a situation's record; and the entries, numbered, that it is said of. */
import { userInfo } from "node:os";
import { Problem } from "../model/problem.ts";
import { situationRecord } from "../pipeline.ts";
import { undone } from "../record/corrections/corrections.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { conflictLine, correctionLine } from "../view/correction.ts";
import { until, type When, whenOf } from "../view/instant.ts";
import { entryJson } from "../view/json.ts";
import { lineOf, statusWords } from "../view/line.ts";
import { type CorrectionRequest, correct, type EvidenceRef } from "../work/correcting.ts";
import { storeAt } from "./inputs.ts";
import { printable } from "./terminal.ts";

export interface CorrectOptions {
  readonly data: string;
  readonly by?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** Keeps one correction and prints it, with what the entry says now and what it raised. */
export async function correctCommand(
  situation: string,
  request: CorrectionRequest,
  { data, by, reason, json }: CorrectOptions,
): Promise<void> {
  const store = await openStore(storeAt(data));
  try {
    const before = (await store.counts(situation)).revisions;
    const correction = await correct(store, situation, request, {
      by: by ?? analyst(),
      ...(reason === undefined ? {} : { reason }),
      now: () => new Date().toISOString(),
    });
    const revisions = (await store.counts(situation)).revisions - before;
    const { record } = await situationRecord(store, situation);
    const conflicts = record.review?.conflicts.filter((one) => one.correction === correction.id) ?? [];
    if (json) {
      console.log(JSON.stringify({ correction, revisions, conflicts }, null, 2));
      return;
    }
    console.log(printable(`${correction.id}  ${correctionLine(correction)}`));
    for (const conflict of conflicts) console.log(printable(`  to look at: ${conflictLine(conflict)}`));
    const many = `${revisions} revision${revisions === 1 ? "" : "s"}`;
    console.log(`  ${many}; taken back by: sitrep correct undo ${situation} ${correction.id} --reason WHY`);
  } finally {
    await store.close();
  }
}

/** Corrections as they were made, and what is to be looked at. Only reads. */
export async function correctListCommand(
  situation: string,
  { data, json, ...at }: Pick<CorrectOptions, "data" | "json"> & When,
): Promise<void> {
  await reading(data, situation, async (store) => {
    const { record, corrections: all } = await situationRecord(store, situation, whenOf(at));
    const corrections = all.filter((one) => until(one.at, at.knownAt));
    const conflicts = record.review?.conflicts ?? [];
    const gone = undone(corrections);
    if (json) {
      const list = corrections.map((one) => ({ ...one, undone: gone.has(one.id) }));
      console.log(JSON.stringify({ corrections: list, conflicts }, null, 2));
      return;
    }
    if (corrections.length === 0)
      console.log(
        at.knownAt === undefined
          ? "Nothing is corrected: sitrep correct --help says how."
          : "Nothing had been corrected by then.",
      );
    for (const correction of corrections) {
      const { id, at, by, reason } = correction;
      const state = gone.has(id) ? "  (undone)" : "";
      console.log(printable(`${id}  ${at.slice(0, 19)}Z  ${by}: ${correctionLine(correction)}${state}`));
      if (reason !== undefined) console.log(printable(`    because: ${reason}`));
    }
    if (conflicts.length > 0) console.log("\nTo look at:");
    for (const conflict of conflicts)
      console.log(printable(`  ${conflict.correction}  ${conflictLine(conflict)}`));
  });
}

/**
 * Entries with their ids, or one with its sentences numbered; at a past moment without numbers, as a correction is made of what
 * is known now. Only reads.
 */
export async function correctShowCommand(
  situation: string,
  id: string | undefined,
  { data, find, json, ...at }: Pick<CorrectOptions, "data" | "json"> & When & { readonly find?: string },
): Promise<void> {
  const isPast = at.asOf !== undefined || at.knownAt !== undefined;
  await reading(data, situation, async (store) => {
    const { record, reports } = await situationRecord(store, situation, whenOf(at));
    const texts = new Map(reports.map((report) => [report.id, report.text]));
    const byId = new Map(reports.map((report) => [report.id, report]));
    const shown = record.entries
      .map((entry) => ({ entry, line: lineOf(entry, texts.get(entry.leadReport)!) }))
      .filter(({ entry, line }) =>
        id === undefined
          ? find === undefined || line.toLowerCase().includes(find.toLowerCase())
          : entry.id.startsWith(id),
      );
    if (shown.length === 0) {
      const message =
        id === undefined
          ? `no entry's line holds "${(find ?? "").slice(0, 80)}"`
          : `there is no entry "${id.slice(0, 80)}"; sitrep correct show ${situation} lists them`;
      throw new Problem("record", "no-entry", id ?? find ?? "", message);
    }
    if (json) {
      console.log(
        JSON.stringify(
          shown.map(({ entry }) => entryJson(entry, texts)),
          null,
          2,
        ),
      );
      return;
    }
    for (const { entry, line } of shown) {
      console.log(printable(`${entry.id}  ${line}`));
      if (id === undefined) continue;
      for (const { by, text } of entry.notes ?? []) console.log(printable(`  note by ${by}: ${text}`));
      if (entry.grade !== undefined)
        console.log(printable(`  credibility ${entry.grade.credibility}, says ${entry.grade.by}`));
      for (const { by, kind, reason } of entry.corrections ?? [])
        console.log(printable(`  ${kind} by ${by}${reason === undefined ? "" : `: ${reason}`}`));
      for (const conflict of entry.conflicts ?? [])
        console.log(printable(`  to look at: ${conflictLine(conflict)}`));
      for (const [i, { report, finding, grade }] of entry.evidence.entries()) {
        const { publisher, title, input } = byId.get(report)!;
        const { start, end } = finding.evidence;
        const marks = [statusWords(finding.status), grade?.reliability && `reliability ${grade.reliability}`];
        const own = marks.filter((mark) => mark !== "" && mark !== undefined).join("; ");
        const quote = texts.get(report)!.slice(start, end).replace(/\s+/gu, " ");
        console.log(
          printable(
            `  ${isPast ? "-" : `${i + 1}.`} ${publisher ?? title ?? input}${own === "" ? "" : ` (${own})`}: “${quote}”`,
          ),
        );
      }
    }
  });
}

/** "2", "3": the numbers that `show` prints. */
export function evidenceNumbers(given: readonly string[]): EvidenceRef[] {
  return given
    .flatMap((one) => one.split(","))
    .map((one) => {
      if (/^[1-9]\d{0,5}$/u.test(one)) return Number(one);
      const message = `"${one.slice(0, 40)}" is no number of a sentence; give one as sitrep correct show prints it`;
      throw new Problem("record", "bad-evidence", one, message);
    });
}

/** SITREP_ANALYST, else the user of this machine. */
function analyst(): string {
  const named = process.env.SITREP_ANALYST;
  if (named !== undefined && named !== "") return named;
  try {
    return userInfo().username;
  } catch {
    throw new Problem("record", "no-by", "by", "this machine has no user's name; say who you are with --by");
  }
}

async function reading(
  data: string,
  situation: string,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(storeAt(data, true));
  try {
    if ((await store.situation(situation)) === undefined) {
      const message = `there is no situation "${situation.slice(0, 80)}"; sitrep brief lists them`;
      throw new Problem("store", "no-situation", situation, message);
    }
    await work(store);
  } finally {
    await store.close();
  }
}
