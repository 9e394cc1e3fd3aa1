/** Who says so, in a few words. */
import type { Entry } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import { speakerWords } from "./line.ts";

/** The speakers of an entry, else the publishers in whose own words it stands, each once. */
export function tellersOf({ evidence }: Entry, reports: ReadonlyMap<string, Report>): string {
  const names = evidence.map(
    ({ report, finding }) => speakerWords(finding.speaker) || publisherOf(reports.get(report), report),
  );
  return listWords([...new Set(names)]);
}

/** What to call a report's publisher: where it names none, the end of its path, else its title. */
export function publisherOf(report: Report | undefined, id: string): string {
  if (report === undefined) return id;
  return report.publisher ?? (report.input.split(/[\\/]/u).at(-1) || report.title || report.input);
}

/** "a, b and c"; of many the first three and how many more. */
export function listWords(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
