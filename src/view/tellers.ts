/** Who says so, in a few words. */
import type { Entry } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import { speakerWords } from "./line.ts";
import { english, type Words } from "./words/words.ts";

/**
 * The speakers of an entry, else the publishers in whose own words it stands, each once. Whose count another has replaced
 * holds it no more.
 */
export function tellersOf(
  { evidence, series }: Entry,
  reports: ReadonlyMap<string, Report>,
  words: Words = english,
): string {
  const standing = evidence.filter((_, i) => series?.[i]?.superseded !== true);
  const names = (standing.length === 0 ? evidence : standing).map(
    ({ report, finding }) => speakerWords(finding.speaker, words) || publisherOf(reports.get(report), report),
  );
  return listWords([...new Set(names)], words);
}

/** What to call a report's publisher: where it names none, the end of its path, else its title. */
export function publisherOf(report: Report | undefined, id: string): string {
  if (report === undefined) return id;
  return report.publisher ?? (report.input.split(/[\\/]/u).at(-1) || report.title || report.input);
}

/** "a, b and c"; of many the first three and how many more. */
export function listWords(names: readonly string[], { days }: Words = english): string {
  return days.list(names.length > 4 ? [...names.slice(0, 3), days.more(names.length - 3)] : names);
}
