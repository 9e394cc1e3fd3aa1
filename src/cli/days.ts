/** `sitrep days`: the days that matter most in a situation, each with the sentences that tell of it. */
import { Problem } from "../model/problem.ts";
import { situationRecord } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import { dayWords } from "../view/days.ts";
import { type When, whenOf } from "../view/instant.ts";
import { type QuotedDay, situationDays } from "../view/situation-days.ts";
import { publisherOf } from "../view/tellers.ts";
import { storeAt } from "./inputs.ts";
import { printable, style } from "./terminal.ts";

export interface DaysOptions extends When {
  readonly data: string;
  readonly days: number;
  readonly sentences: number;
  readonly json?: boolean;
}

/** Only reads, so it may run beside a server that owns the data folder. */
export async function daysCommand(id: string, options: DaysOptions): Promise<void> {
  const { days, sentences, json } = options;
  const store = await openStore(storeAt(options.data, true));
  try {
    if ((await store.situation(id)) === undefined) {
      const message = `there is no situation "${id}"; sitrep brief without a name lists them`;
      throw new Problem("store", "no-situation", id, message);
    }
    const when = whenOf(options);
    const { record, reports, readings } = await situationRecord(store, id, when);
    const found = situationDays(record, reports, readings, { days, sentences });
    if (json) process.stdout.write(`${JSON.stringify({ situation: id, ...when, days: found }, null, 2)}\n`);
    else if (found.length === 0) console.log("No report names a day.");
    else {
      const byId = new Map(reports.map((report) => [report.id, report]));
      const { strong, faint } = style(process.stdout);
      const told = (day: QuotedDay) => [
        `${strong(dayWords(day.day))}  ${faint(`named by ${day.origins} origin${day.origins === 1 ? "" : "s"}`)}`,
        ...day.sentences.map(
          ({ report, start, end, quote }) =>
            `  “${quote.replace(/\s+/gu, " ")}” ${faint(`(${publisherOf(byId.get(report), report)}, ${report} ${start}-${end})`)}`,
        ),
      ];
      console.log(printable(found.flatMap(told).join("\n")));
    }
  } finally {
    await store.close();
  }
}
