/** The course of events in a dozen lines: the days that most origins name, each by the sentence that tells best what it was. */
import type { SituationRecord } from "../../model/entry.ts";
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import { dayWords } from "../days.ts";
import { situationDays } from "../situation-days.ts";
import { plainLine, type Writing } from "./lines.ts";
import type { Section } from "./model.ts";

const most = 12;
const mostOfAll = 60;
/** A day that one report names alone says nothing of the whole; nor does one day of a course. */
const fewestOrigins = 2;
const fewest = 3;
/** UTF-16 units of a sentence that are shown; its note has all of it. */
const longest = 300;

/** `isWanted` says of an ISO day whether the brief is about it. */
export function daysSection(
  record: SituationRecord,
  reports: readonly Report[],
  readings: readonly Reading[],
  isWanted: (day: string) => boolean,
  { book, all, words }: Writing,
): Section | undefined {
  const days = situationDays(record, reports, readings, {
    days: all ? mostOfAll : most,
    sentences: 1,
  }).filter(({ day, origins }) => origins >= fewestOrigins && isWanted(day));
  if (days.length < fewest) return undefined;
  const lines = days.flatMap(({ day, origins, sentences }) =>
    sentences.map(({ report, start, end, quote, entry }) => {
      const { language } = book.reports.get(report) ?? {};
      return plainLine(words.brief.onDay(dayWords(day, words), shortened(quote)), {
        ...(entry === undefined ? {} : { entry }),
        ...(language === undefined ? {} : { language }),
        notes: [book.note(report, start, end)].filter((note) => note !== undefined),
        tags: [words.brief.namedBy(origins)],
      });
    }),
  );
  return { key: "days", ...words.brief.section.days, groups: [{ lines }] };
}

/** Cut between words, never within one. */
function shortened(quote: string): string {
  const flat = quote.replace(/\s+/gu, " ").trim();
  if (flat.length <= longest) return flat;
  const cut = flat.lastIndexOf(" ", longest);
  return `${flat.slice(0, cut > 0 ? cut : longest).toWellFormed()} …`;
}
