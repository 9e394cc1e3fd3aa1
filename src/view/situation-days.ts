/** The key days of a situation, each sentence with its words and an entry that rests on it. */
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { KeyDay, KeySentence, Wanted } from "./key-days.ts";
import { keyDaysIn } from "./timeline.ts";

export interface QuotedDay extends Omit<KeyDay, "sentences"> {
  readonly sentences: readonly QuotedSentence[];
}

export interface QuotedSentence extends KeySentence {
  /** Equals the slice of the report's text: text from outside. */
  readonly quote: string;
  readonly entry?: string;
}

export function situationDays(
  record: Pick<SituationRecord, "entries" | "origins" | "reports">,
  reports: readonly Report[],
  readings: readonly Reading[],
  wanted: Wanted,
): QuotedDay[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  const key = (report: string, start: number, end: number) => `${report} ${start} ${end}`;
  const days = keyDaysIn(record, reports, readings, { ...wanted, sentences: wanted.sentences + spare });
  // A sentence that names two days stands at the one that has no other, else at the one that more origins name.
  const told = new Set<string>();
  const chosen = new Map<string, KeySentence[]>();
  for (const { day, sentences } of inTurn(days)) {
    const own = sentences.filter(({ report, start, end }) => !told.has(key(report, start, end)));
    const kept = own.slice(0, wanted.sentences);
    for (const { report, start, end } of kept) told.add(key(report, start, end));
    chosen.set(day, kept);
  }
  const entryOf = new Map<string, string>();
  const shown = new Set([...chosen.values()].flatMap((sentences) => sentences.map(({ report }) => report)));
  for (const { id, evidence } of record.entries)
    for (const { report, finding } of evidence) {
      if (!shown.has(report)) continue;
      const at = key(report, finding.evidence.start, finding.evidence.end);
      if (!entryOf.has(at)) entryOf.set(at, id);
    }
  // Nothing can be said of a day that reports name in passing alone.
  return days.flatMap((day) => {
    const sentences = (chosen.get(day.day) ?? []).map((sentence) => {
      const entry = entryOf.get(key(sentence.report, sentence.start, sentence.end));
      const quote = texts.get(sentence.report)?.slice(sentence.start, sentence.end) ?? "";
      return { ...sentence, quote, ...(entry === undefined ? {} : { entry }) };
    });
    return sentences.length === 0 ? [] : [{ ...day, sentences }];
  });
}

function inTurn(days: readonly KeyDay[]): KeyDay[] {
  const hasOther = ({ sentences }: KeyDay) => Number(sentences.length > 1);
  return days.toSorted((a, b) => hasOther(a) - hasOther(b) || b.origins - a.origins);
}

/** Sentences looked at beyond those wanted, as another day may have had them. */
const spare = 3;
