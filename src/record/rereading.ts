/** What reading the same documents again changed: only what the record now says otherwise, not that its parts have new ids. */
import type { Entry, SituationRecord } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import type { Revision } from "../model/revision.ts";
import { revisions } from "./revisions.ts";

export interface Read {
  readonly record: SituationRecord;
  readonly reports: readonly Report[];
}

/** An entry that both records have, by kind, status and the words of the same documents, is no change. */
export function rereadingRevisions(before: Read, after: Read, at: { readonly knownAt: string }): Revision[] {
  const said = meanings(before);
  const says = meanings(after);
  const [old, now] = [new Set(said.values()), new Set(says.values())];
  return revisions(before.record, after.record, at).filter(({ entry }) => {
    const [was, is] = [said.get(entry), says.get(entry)];
    if (was !== undefined && is === undefined) return !now.has(was);
    if (was === undefined && is !== undefined) return !old.has(is);
    return true;
  });
}

function meanings({ record, reports }: Read): Map<string, string> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return new Map(record.entries.map((entry) => [entry.id, meaningOf(entry, byId)]));
}

function meaningOf({ kind, status, evidence }: Entry, reports: ReadonlyMap<string, Report>): string {
  const words = evidence.map(({ report, finding }) => {
    const { document = "", text = "" } = reports.get(report) ?? {};
    return [document, text.slice(finding.evidence.start, finding.evidence.end)];
  });
  return JSON.stringify([kind, status ?? null, words.map((one) => one.join(" ")).sort()]);
}
